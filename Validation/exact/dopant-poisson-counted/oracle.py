"""Poisson's distribution."""
import numpy as np
from scipy.stats import poisson

print("time [s],measure,quantity,value [1],expected [1]")
for mean in (0.5, 1, 2):
    for count in range(13):
        print(mean, "distribution", "Ag_per_crystal", count, f"{poisson.pmf(count, mean):.10g}", sep=",")
    print(mean, "estimate", "Ag_single", "", f"{mean * np.exp(-mean):.10g}", sep=",")
    print(mean, "estimate", "Ag_mean", "", mean, sep=",")
