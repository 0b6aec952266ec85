"""The invariant of dilute particles: the integral of q^2 I over all q is 2 pi^2 drho^2 phi, of any sizes."""
from mpmath import mp, mpf, nstr, pi

mp.dps = 30
print("spread,radius [angstrom],dispersion,invariant [1/(cm angstrom^3)]")
value = 10**8 * 2 * pi**2 * mpf("34.7e-6") ** 2 * mpf("1e-3")
for spread, radius, dispersion in (("schulz", 20, 0.1), ("schulz", 35, 0.2), ("lognormal", 20, 0.1)):
    print(spread, radius, dispersion, nstr(value, 10), sep=",")
