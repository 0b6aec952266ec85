"""A Poisson distribution over log-normal volumes with a coefficient of variation of 0.3."""
import numpy as np
from scipy.integrate import quad

variance = np.log(1.09)
volume = lambda x: np.exp(x * np.sqrt(variance) - variance / 2)
weight = lambda x: np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
none = quad(lambda x: weight(x) * np.exp(-volume(x)), -12, 12, epsabs=1e-14)[0]
print("time [s],Ag_per_crystal [1],Ag_variance [1],Ag_without [1]")
print(1, 1, 1.09, f"{none:.9f}", sep=",")
