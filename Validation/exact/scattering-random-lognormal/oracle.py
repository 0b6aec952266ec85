"""Random log-normal spheres by sasmodels 1.1.0 (SAS_OPENCL=none)."""
import numpy as np
from sasmodels.core import load_model
from sasmodels.direct_model import call_kernel

random = np.random.default_rng(20261)
sphere = load_model("sphere")
print("radius [angstrom],dispersion,contrast [1/angstrom^2],volume_fraction,"
      "q [1/angstrom],intensity [1/cm]")
for _ in range(5):
    radius, width = round(random.uniform(10, 60), 3), round(random.uniform(0.05, 0.2), 4)
    core, solvent = round(random.uniform(20, 130), 3), round(random.uniform(5, 10), 3)
    share, q = round(10 ** random.uniform(-4, -2), 7), round(10 ** random.uniform(-2, -0.4), 5)
    kernel = sphere.make_kernel([np.array([q])])
    value = call_kernel(kernel, dict(
        radius=radius, radius_pd=width, radius_pd_type="lognormal", radius_pd_n=600,
        radius_pd_nsigma=8, sld=core, sld_solvent=solvent, scale=share, background=0))[0]
    print(radius, width, f"{core - solvent:.3f}e-6", share, q, repr(float(value)), sep=",")
