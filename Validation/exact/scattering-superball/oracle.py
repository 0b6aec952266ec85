"""Superballs, averaged over directions, by sasmodels 1.1.0 (SAS_OPENCL=none), and the cube by scipy."""
import numpy as np
from scipy.integrate import dblquad
from scipy.special import gamma
from sasmodels.core import load_model
from sasmodels.direct_model import call_kernel

print("form,exponent [1],radius [angstrom],contrast [1/angstrom^2],volume_fraction [1],"
      "q [1/angstrom],intensity [1/cm]")
model = load_model("superball")
for exponent in (1.5, 2.5):
    for q in (0.02, 0.08, 0.15, 0.25):
        edge = 50.0
        share = gamma(1 + 1 / (2 * exponent)) ** 3 / gamma(1 + 3 / (2 * exponent))
        radius = (3 * edge**3 * share / (4 * np.pi)) ** (1 / 3)
        kernel = model.make_kernel([np.array([q])])
        value = call_kernel(kernel, dict(length_a=edge, exponent_p=exponent, sld=40,
                                         sld_solvent=8, scale=1e-3, background=0))[0]
        print("superball", exponent, repr(float(radius)), "32e-6", 1e-3, q, repr(float(value)),
              sep=",")
edge = 40.0
radius = (3 * edge**3 / (4 * np.pi)) ** (1 / 3)
for q in (0.02, 0.1, 0.3, 0.6):
    def squared(c, phi):
        s = np.sqrt(1 - c * c)
        parts = [s * np.cos(phi), s * np.sin(phi), c]
        return np.prod([np.sinc(q * edge * p / 2 / np.pi) for p in parts]) ** 2
    mean = dblquad(squared, 0, np.pi / 2, 0, 1, epsabs=1e-13, epsrel=1e-10)[0] / (np.pi / 2)
    value = 1e8 * 1e-3 * edge**3 * (32e-6) ** 2 * mean
    print("cube", 1, repr(float(radius)), "32e-6", 1e-3, q, repr(float(value)), sep=",")
