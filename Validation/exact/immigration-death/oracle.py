"""Poisson's distribution with the mean 10 (1 - exp(-t/10))."""
import numpy as np
from scipy.stats import poisson

print("time [s],measure,quantity,value [1],expected [1],sd [1]")
for t in range(51):
    mean = -10 * np.expm1(-0.1 * t)
    print(t, "moments", "X", "", f"{mean:.12g}", f"{np.sqrt(mean):.12g}", sep=",")
mean = -10 * np.expm1(-1)
for count in range(22):
    print(10, "distribution", "X", count, f"{poisson.pmf(count, mean):.10g}", "", sep=",")
