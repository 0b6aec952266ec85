"""Random spheres and core-shell spheres by sasmodels 1.1.0 (SAS_OPENCL=none)."""
import numpy as np
from sasmodels.core import load_model
from sasmodels.direct_model import call_kernel

random = np.random.default_rng(20260)
sphere, layered = load_model("sphere"), load_model("core_shell_sphere")
print("form,spread,radius [angstrom],dispersion,contrast [1/angstrom^2],"
      "shell_thickness [angstrom],shell_contrast [1/angstrom^2],volume_fraction,"
      "q [1/angstrom],intensity [1/cm]")
kinds = ["none"] * 6 + ["schulz"] * 8 + ["gaussian"] * 5 + ["core-shell"] * 6
for kind in kinds:
    radius = round(random.uniform(10, 60), 3)
    width = 0.0 if kind in ("none", "core-shell") else round(random.uniform(0.05, 0.2), 4)
    core, solvent = round(random.uniform(20, 130), 3), round(random.uniform(5, 10), 3)
    shell, thickness = round(random.uniform(10, 40), 3), round(random.uniform(3, 20), 3)
    share = round(10 ** random.uniform(-4, -2), 7)
    q = round(10 ** random.uniform(-2, -0.4), 5)
    common = dict(radius=radius, scale=share, background=0, sld_solvent=solvent)
    if kind == "core-shell":
        kernel = layered.make_kernel([np.array([q])])
        value = call_kernel(kernel, dict(
            common, thickness=thickness, sld_core=core, sld_shell=shell))[0]
    else:
        kernel = sphere.make_kernel([np.array([q])])
        spread = {} if kind == "none" else dict(
            radius_pd=width, radius_pd_type=kind, radius_pd_n=600, radius_pd_nsigma=8)
        value = call_kernel(kernel, dict(common, sld=core, **spread))[0]
    form = "core-shell" if kind == "core-shell" else "sphere"
    print(form, "none" if form == "core-shell" else kind, radius, width,
          f"{core - solvent:.3f}e-6", thickness, f"{shell - solvent:.3f}e-6", share, q,
          repr(float(value)), sep=",")
