"""k(393.15)/k(353.15), and k at Kissinger's temperature from his condition alone."""
from mpmath import exp, findroot, mp, mpf

mp.dps = 30
R = mpf("1.380649e-23") * mpf("6.02214076e23")
ratio = exp(-mpf(80000) / R * (1 / mpf("393.15") - 1 / mpf("353.15")))
E, A, b = mpf(120000), mpf("1e10"), mpf(10) / 60
peak = findroot(lambda T: E * b / (R * T**2) - A * exp(-E / (R * T)), 520)
print("temperature [K],value [1/s],at [K],activation_energy [kJ/mol],coefficient [1/s]")
print("393.15,1,353.15,80", mp.nstr(ratio, 15), sep=",")
reference = A * exp(-E / (R * 500))
condition = E * b / (R * peak**2)
print(mp.nstr(peak, 17), mp.nstr(reference, 17), 500, 120, mp.nstr(condition, 15), sep=",")
