"""Poisson's distribution with the mean 10,000 (1 - exp(-t/10))."""
import numpy as np

print("time [s],measure,quantity,expected [1],sd [1]")
for t in (1, 5, 20):
    mean = -1e4 * np.expm1(-0.1 * t)
    print(t, "moments", "X", f"{mean:.12g}", f"{np.sqrt(mean):.12g}", sep=",")
