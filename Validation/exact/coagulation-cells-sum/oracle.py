"""Coagulation from an exponential distribution e^-x, x = n/10,000 units; N_0 = 1e22/m^3, k N_0 = 1/s.

    constant  n(x) = 4/(2 + t)^2 exp[-2 x/(2 + t)],  M_0 = 2/(2 + t)
    sum       n(x) = (1 - T)/(x sqrt T) exp[-(1 + T) x] I_1(2 x sqrt T),  T = 1 - e^-t,  M_0 = exp(-M_1 t)

Writes seeds.csv, the distribution at the start as a histogram of diameters (v = 1e-28 m^3), and prints the
reference.
"""
import sys

import numpy as np
from scipy.special import i1e

kind = sys.argv[1] if len(sys.argv) > 1 else "sum"
N_0, units = 1e22, 10_000
edges = np.geomspace(1e-3, 30, 300)
below = np.concatenate([[0], edges[1:]])  # what is smaller still counts in the first bin
diameters = 2 * (3 * edges * units * 1e-28 / (4 * np.pi)) ** (1 / 3) * 1e9
with open("seeds.csv", "w") as file:
    file.write("from [nm],to [nm],count\n")
    for low, high, share in zip(diameters, diameters[1:], np.exp(-below[:-1]) - np.exp(-below[1:])):
        file.write(f"{low:.9g},{high:.9g},{share:.9e}\n")

# Whole sizes have the diameters nearer to them than to others; diameters are even within a bin.
low, high, shares = np.genfromtxt("seeds.csv", delimiter=",", skip_header=1).T
whole = np.arange(2, 31 * units)
middles = 2 * (3 * (whole + 0.5) * 0.1 / (4 * np.pi)) ** (1 / 3)
below = np.interp(middles, np.append(low, high[-1]), np.append(0, np.cumsum(shares)) / shares.sum())
M1 = (whole * np.diff(below, prepend=0)).sum() / units
t = 4.0 if kind == "constant" else 0.5
T = 1 - np.exp(-t)
x = np.array([0.1, 1, 5])
if kind == "constant":
    n, M0 = 4 / (2 + t) ** 2 * np.exp(-2 * x / (2 + t)), 2 / (2 + t)
else:
    root = np.sqrt(T)
    n, M0 = (1 - T) / (x * root) * np.exp(-(1 + T - 2 * root) * x) * i1e(2 * x * root), np.exp(-t * M1)
print("time [s]," + ",".join(f"density[{int(u * units)}] [1/m^3]" for u in x) + ",moment[0] [1/m^3]")
print(f"{t:g}," + ",".join(f"{value * N_0 / units:.10g}" for value in n) + f",{M0 * N_0:.15g}")
