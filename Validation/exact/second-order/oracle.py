"""The closed form of A + B -> P; concentrations in mol/m^3."""
from mpmath import exp, mp, mpf

mp.dps = 30
a, b, k = mpf("9.0"), mpf("10.8"), mpf("1e-4")
print("time [s],P [mol/m^3]")
for t in (100, 1000):
    e = exp(-(b - a) * k * t)
    print(t, mp.nstr(a * b * (1 - e) / (b - a * e), 15), sep=",")
