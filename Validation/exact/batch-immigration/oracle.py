"""Moments of batch immigration and death: compound Poisson, thinned as time goes by.

m' = 5 - 0.2 m and v' = 25 + 0.2 m - 0.4 v, in closed form: a batch that came a time s ago holds a
binomial number of five with the chance p = exp(-0.2 s), so v = int 5 p (1 - p) + 25 p^2 ds.
"""
import numpy as np

print("time [s],measure,quantity,expected [1],sd [1]")
for t in range(51):
    once, twice = -np.expm1(-0.2 * t) / 0.2, -np.expm1(-0.4 * t) / 0.4
    mean, variance = 5 * once, 5 * once + 20 * twice
    print(t, "moments", "X", f"{mean:.12g}", f"{np.sqrt(variance):.12g}", sep=",")
