"""The exact Becker-Doering flux over the classical rate in closed form."""
from mpmath import cbrt, exp, log, mp, mpf, pi, sqrt

mp.dps = 40
k, N = mpf("1.380649e-23"), mpf("6.02214076e23")
T, v, D, c = mpf("523.15"), mpf("5.6024e-29"), mpf("1e-9"), mpf(1)

print("surface_energy [J/m^2],solubility [mol/m^3],prefactor,ladder_ratio [1]")
for gamma, solubility in (("0.2", "0.002"), ("0.15", "0.02")):
    S = c / mpf(solubility)
    theta = mpf(gamma) * cbrt(36 * pi) * cbrt(v)**2 / (k * T)
    attach = lambda n: 4 * pi * D * cbrt(3 * n * v / (4 * pi))
    cluster = lambda n: c * N * S**(n - 1) * exp(-theta * (cbrt(n)**2 - 1))
    flux = 1 / sum(1 / (attach(mpf(n)) * c * N * cluster(mpf(n))) for n in range(1, 400))
    n = (2 * theta / (3 * log(S)))**3
    work = 4 * theta**3 / (27 * log(S)**2)
    standard = sqrt(work / (3 * pi * n**2)) * attach(n) * (c * N)**2 * exp(-work)
    consistent = standard * exp(theta) / S
    print(gamma, solubility, "self-consistent", mp.nstr(flux / consistent, 15), sep=",")
    print(gamma, solubility, "zeldovich", mp.nstr(flux / standard, 15), sep=",")
