"""Moments and the share without any, from the chain's matrix exponential."""
import numpy as np
from scipy.linalg import expm

f, count = 0.1, 60
matrix = np.zeros((count, count))
for m in range(count - 1):
    rate = 1 if m == 0 else f
    matrix[m, m] -= rate
    matrix[m + 1, m] += rate
m = np.arange(count)
print("time [s],Ag_per_crystal [1],Ag_variance [1],Ag_without [1]")
for time in (0.5, np.log(f) / (f - 1), 10):
    share = expm(matrix * time)[:, 0]
    mean = share @ m
    print(f"{time:.16g}", f"{mean:.14g}", f"{share @ m**2 - mean**2:.14g}", f"{share[0]:.14g}", sep=",")
