"""The structure factor of hard spheres in Percus and Yevick's approximation, by sasmodels 1.1.0."""
import numpy as np
from sasmodels.core import load_model
from sasmodels.direct_model import call_kernel

model = load_model("hardsphere")
print("radius [angstrom],volume_fraction [1],q [1/angstrom],structure_factor [1]")
for radius, share in ((30, 0.05), (30, 0.3), (80, 0.45)):
    for q in (0.001, 0.02, 0.05, 0.1, 0.2):
        kernel = model.make_kernel([np.array([q])])
        value = call_kernel(kernel, dict(
            radius_effective=radius, volfraction=share, scale=1, background=0))[0]
        print(radius, share, q, repr(float(value)), sep=",")
