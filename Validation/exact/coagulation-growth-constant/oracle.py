"""Coagulation and growth in proportion to the volume, from e^-x, x = n/10,000 units; N_0 = 1e22/m^3, t = 1.

With y = x e^-t growth is gone. The constant kernel stays k N_0 = 1/s; the sum kernel x + x' is e^t (y + y'), so
that its time is e^t - 1.

    constant  n(y) = 4/(2 + t)^2 exp[-2 y/(2 + t)],  M_0 = 2/(2 + t)
    sum       n(y) = (1 - T)/(y sqrt T) exp[-(1 + T) y] I_1(2 y sqrt T),  M_0 = 1 - T = exp(1 - e^t)

Writes seeds.csv, the distribution at the start as a histogram of diameters (v = 1e-28 m^3), and prints the
reference.
"""
import sys

import numpy as np
from scipy.special import i1e

kind = sys.argv[1] if len(sys.argv) > 1 else "constant"
N_0, units = 1e22, 10_000
edges = np.geomspace(1e-3, 30, 300)
below = np.concatenate([[0], edges[1:]])  # what is smaller still counts in the first bin
diameters = 2 * (3 * edges * units * 1e-28 / (4 * np.pi)) ** (1 / 3) * 1e9
with open("seeds.csv", "w") as file:
    file.write("from [nm],to [nm],count\n")
    for low, high, share in zip(diameters, diameters[1:], np.exp(-below[:-1]) - np.exp(-below[1:])):
        file.write(f"{low:.9g},{high:.9g},{share:.9e}\n")

t = 1.0
x = np.array([1, 5])
y = x * np.exp(-t)
if kind == "constant":
    n, M0 = 4 / (2 + t) ** 2 * np.exp(-2 * y / (2 + t)), 2 / (2 + t)
else:
    T = 1 - np.exp(1 - np.exp(t))
    root = np.sqrt(T)
    n, M0 = (1 - T) / (y * root) * np.exp(-(1 + T - 2 * root) * y) * i1e(2 * y * root), 1 - T
n *= np.exp(-t)
print("time [s]," + ",".join(f"density[{int(u * units)}] [1/m^3]" for u in x)
      + ",moment[0] [1/m^3],moment[1] [1/m^3]")
print(f"{t:g}," + ",".join(f"{value * N_0 / units:.10g}" for value in n)
      + f",{M0 * N_0:.15g},{np.exp(t) * N_0 * units:.15g}")
