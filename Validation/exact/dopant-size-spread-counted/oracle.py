"""Mixtures of binomial distributions over log-normal volumes, by Gauss-Hermite quadrature."""
import numpy as np
from scipy.special import gammaln

diameter, unit = 4.1e-9, 9.403159725795938e-29
nodes, weights = np.polynomial.hermite_e.hermegauss(120)
weights = weights / weights.sum()
print("point,time [s],measure,quantity,value [1],expected [1]")
for spread in ("0.0980881717388", "0.1", "0.2"):
    s2 = np.log1p(float(spread) ** 2)
    mean = np.pi / 6 * diameter**3 * np.exp(3 * s2) / unit
    sites = np.pi / 6 * (diameter * np.exp(-s2 / 2 + np.sqrt(s2) * nodes)) ** 3 / unit
    p = -np.expm1(-1 / mean)
    for count in range(13):
        terms = np.where(sites > count, np.exp(
            gammaln(sites + 1) - gammaln(count + 1) - gammaln(np.maximum(sites - count, 0) + 1)
            + count * np.log(p) + (sites - count) * np.log1p(-p)), 0)
        chance = weights @ terms
        print(spread, 1, "distribution", "Ag_per_crystal", count, f"{chance:.10g}", sep=",")
        if count == 1:
            print(spread, 1, "share", "Ag_per_crystal", 1, f"{chance:.10g}", sep=",")
