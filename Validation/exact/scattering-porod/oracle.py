"""Porod's law, I q^4 -> 2 pi drho^2 S/V with S/V = 3 phi <r^2>/<r^3>, in closed form."""
from math import exp, pi

radius, width, contrast, share = 20.0, 0.1, 34.7e-6, 1e-3
# <r^2>/<r^3> with R the mean of the Schulz distribution and the median of the log-normal one.
ratios = {
    "schulz": 1 / (radius * (1 + 2 * width**2)),
    "lognormal": exp((4 - 9) * width**2 / 2) / radius,
}
print("spread,q [1/angstrom],intensity [1/cm]")
for name, ratio in ratios.items():
    constant = 1e8 * 2 * pi * contrast**2 * 3 * share * ratio
    for q in (2.0, 3.0):
        print(name, q, f"{constant / q**4:.10g}", sep=",")
