"""Bateman's solution of A -> B -> C, A0 = 1 mol/m^3."""
from mpmath import exp, mp, mpf

mp.dps = 30
k1, k2 = mpf("2e-3"), mpf("5e-4")
print("time [s],B [mol/m^3],C [mol/m^3]")
for t in (500, 2000):
    b = k1 / (k2 - k1) * (exp(-k1 * t) - exp(-k2 * t))
    print(t, mp.nstr(b, 15), mp.nstr(1 - exp(-k1 * t) - b, 15), sep=",")
