"""The structure factor of hard spheres in Percus and Yevick's approximation, in 50 digits.

sasmodels 1.1.0 is held against these: within 1e-7, since it takes a series in single steps at small q.
"""
import numpy as np
from mpmath import cos, mp, mpf, sin
from sasmodels.core import load_model
from sasmodels.direct_model import call_kernel

mp.dps = 50
model = load_model("hardsphere")
print("radius [angstrom],volume_fraction,q [1/angstrom],structure_factor")
for radius, share in (("30", "0.05"), ("30", "0.3"), ("80", "0.45")):
    for q in ("0.001", "0.02", "0.05", "0.1", "0.2"):
        e, x = mpf(share), 2 * mpf(q) * mpf(radius)
        a = (1 + 2 * e) ** 2 / (1 - e) ** 4
        b = -6 * e * (1 + e / 2) ** 2 / (1 - e) ** 4
        g = e * a / 2
        s, c = sin(x), cos(x)
        inner = (a * (s - x * c) / x**2 + b * (2 * x * s + (2 - x**2) * c - 2) / x**3
                 + g * (-(x**4) * c + 4 * ((3 * x**2 - 6) * c + (x**3 - 6 * x) * s + 6)) / x**5)
        value = 1 / (1 + 24 * e * inner / x)
        kernel = model.make_kernel([np.array([float(q)])])
        other = call_kernel(kernel, dict(
            radius_effective=float(radius), volfraction=float(share), scale=1, background=0))[0]
        assert abs(other / value - 1) < 1e-7
        print(radius, share, q, mp.nstr(value, 15), sep=",")
