"""Core-shell spheres: the amplitudes of core and outer sphere add with their steps of contrast; 30 digits."""
from mpmath import cos, mp, mpf, nstr, pi, sin

mp.dps = 30
core, outer = mpf(15), mpf(21)
# Scattering length densities of core, shell and solvent in 1e-6 1/angstrom^2.
inside, shell, solvent = mpf("42.3e-6"), mpf("33.6e-6"), mpf("7.6e-6")
share = mpf("1e-3")


def sphere(radius, q):
    x = q * radius
    return 4 * pi * radius**3 * (sin(x) - x * cos(x)) / x**3


print("q [1/angstrom],intensity [1/cm]")
for q in ("0.005", "0.02", "0.05", "0.1", "0.15", "0.2", "0.3", "0.5"):
    amplitude = (inside - shell) * sphere(core, mpf(q)) + (shell - solvent) * sphere(outer, mpf(q))
    value = 10**8 * share * amplitude**2 / (4 * pi / 3 * outer**3)
    print(q, nstr(value, 10, min_fixed=-9, strip_zeros=False), sep=",")
