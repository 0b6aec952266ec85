"""The binomial distribution of a million trials of one in a thousand, above 300."""
import numpy as np
from scipy.stats import binom

print("time [s],measure,quantity,value [1],expected [1],sd [1]")
print(1000, "moments", "units", "", 1300, f"{np.sqrt(999):.12g}", sep=",")
for more in range(870, 1131):
    print(1000, "distribution", "units", 300 + more, f"{binom.pmf(more, 1000000, 0.001):.10g}", "", sep=",")
