"""What remains on a linear ramp: exp(-(1/b) integral of k(T) dT)."""
from mpmath import exp, mp, mpf, quad

mp.dps = 30
R = mpf("1.380649e-23") * mpf("6.02214076e23")
E, A, b, T0 = mpf(120000), mpf("1e10"), mpf(10) / 60, mpf("298.15")
print("time [s],P [mol/m^3]")
for T in (mpf("473.15"), mpf("523.15"), mpf("553.15")):
    integral = quad(lambda x: A * exp(-E / (R * x)), [T0, 400, 450, 500, T])
    print(mp.nstr((T - T0) / b, 10), mp.nstr(exp(-integral / b), 15), sep=",")
