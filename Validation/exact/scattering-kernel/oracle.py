"""The distribution of `scattering-schulz`, without bins, by Gauss' quadrature over the radius, with numpy alone.

f(r) ~ r^z exp[-(z + 1) r/R], z = 1/p^2 - 1; I = phi drho^2 <V^2 P>/<V>. Of twice as many nodes the same.
"""
import numpy as np

mean, p, contrast, share = 20.0, 0.10, 34.7e-6, 1e-3


def intensity(q, count):
    nodes, weights = np.polynomial.legendre.leggauss(count)
    r = mean * (1.5 + 1.5 * nodes)  # from zero to three times the mean
    z = 1 / p**2 - 1
    density = weights * np.exp(z * np.log(r / mean) - (z + 1) * (r / mean - 1))
    x = q * r
    # Below x = 0.1 the difference cancels: its series instead.
    form = np.where(x < 0.1, 1 - x**2 / 10 + x**4 / 280 - x**6 / 15120,
                    3 * (np.sin(x) - x * np.cos(x)) / np.maximum(x, 1e-9) ** 3)
    volume = 4 * np.pi / 3 * r**3
    return 1e8 * share * contrast**2 * (density * (volume * form) ** 2).sum() / (density * volume).sum()


print("q [1/angstrom],intensity [1/cm]")
for q in (0.005, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5):
    value = intensity(q, 400)
    assert abs(intensity(q, 800) / value - 1) < 1e-11
    print(q, f"{value:.10g}", sep=",")
