"""Poisson's number of those that came, and a binomial one of those that are left."""
import numpy as np

print("time [s],measure,quantity,expected [1],sd [1]")
for t in range(51):
    since, first = (t, 0) if t < 25 else (t - 25, 50)
    left = np.exp(-0.1 * since)
    mean = first * left + 10 * (1 - left)
    variance = first * left * (1 - left) + 10 * (1 - left)
    print(t, "moments", "X", f"{mean:.12g}", f"{np.sqrt(variance):.12g}", sep=",")
