"""The binomial distribution of 300 sites."""
import numpy as np
from scipy.stats import binom

print("time [s],measure,quantity,value [1],expected [1]")
for t in (0.5025167926750725, 5.268025782891315):
    p = -np.expm1(-0.02 * t)
    for count in range(301):
        chance = binom.pmf(count, 300, p)
        if chance > 1e-12:
            print(t, "distribution", "Ag_per_crystal", count, f"{chance:.10g}", sep=",")
    print(t, "estimate", "Ag_mean", "", f"{300 * p:.10g}", sep=",")
