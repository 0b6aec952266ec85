"""Spheres of one size: I = phi V drho^2 [3 (sin x - x cos x)/x^3]^2 with x = q R, in 30 digits."""
from mpmath import cos, mp, mpf, nstr, pi, sin

mp.dps = 30
radius, contrast, share = mpf(20), mpf("34.7e-6"), mpf("1e-3")
print("q [1/angstrom],intensity [1/cm]")
for q in ("0.005", "0.02", "0.05", "0.1", "0.15", "0.2", "0.3", "0.5"):
    x = mpf(q) * radius
    amplitude = 3 * (sin(x) - x * cos(x)) / x**3
    value = 10**8 * share * 4 * pi / 3 * radius**3 * contrast**2 * amplitude**2
    print(q, nstr(value, 10, min_fixed=-9, strip_zeros=False), sep=",")
