"""Superballs by a sum over their columns along z, and cubes by scipy, averaged over directions.

sasmodels 1.1.0 integrates superballs with fixed rules of 20 nodes, and is held against these within 2e-3.
"""
import numpy as np
from scipy.integrate import dblquad
from scipy.special import gamma
from sasmodels.core import load_model
from sasmodels.direct_model import call_kernel


def gauss(count):
    x, w = np.polynomial.legendre.leggauss(count)
    return 0.5 * (1 + x), 0.5 * w


def eased(count):
    """Nodes on (0, 1) that crowd at one, where the surface is steep."""
    t, w = gauss(count)
    return 1 - (1 - t) ** 6, w * 6 * (1 - t) ** 5


def mean_square(q, half, p, directions=24, nodes=160):
    """The squared amplitude over the volume, averaged over directions."""
    t, w = eased(nodes)
    x = t[:, None]
    top = (1 - x ** (2 * p)) ** (1 / (2 * p))
    y = top * t[None, :]
    z = np.maximum(1 - x ** (2 * p) - y ** (2 * p), 0) ** (1 / (2 * p))
    weight = w[:, None] * w[None, :] * top
    volume = np.sum(weight * z)
    total = 0.0
    for c, wc in zip(*gauss(directions)):
        for f, wf in zip(*gauss(directions)):
            phi, s = f * np.pi / 2, np.sqrt(1 - c * c)
            kx, ky, kz = q * half * np.array([s * np.cos(phi), s * np.sin(phi), c])
            total += wc * wf * np.sum(weight * np.cos(kx * x) * np.cos(ky * y)
                                      * np.sin(kz * z) / kz) ** 2
    return total / volume**2


print("form,exponent,radius [angstrom],contrast [1/angstrom^2],volume_fraction,"
      "q [1/angstrom],intensity [1/cm]")
model = load_model("superball")
for exponent in (1.5, 2.5):
    for q in (0.02, 0.08, 0.15, 0.25):
        edge = 50.0
        share = gamma(1 + 1 / (2 * exponent)) ** 3 / gamma(1 + 3 / (2 * exponent))
        volume = edge**3 * share
        radius = (3 * volume / (4 * np.pi)) ** (1 / 3)
        value = 1e8 * 1e-3 * volume * (32e-6) ** 2 * mean_square(q, edge / 2, exponent)
        kernel = model.make_kernel([np.array([q])])
        other = call_kernel(kernel, dict(length_a=edge, exponent_p=exponent, sld=40,
                                         sld_solvent=8, scale=1e-3, background=0))[0]
        assert abs(other / value - 1) < 2e-3
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
