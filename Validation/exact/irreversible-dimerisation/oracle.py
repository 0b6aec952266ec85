"""The master equation of 2 A -> B, by the exponential of its matrix."""
import numpy as np
from scipy.linalg import expm

left = 100 - 2 * np.arange(51.0)
rate = 1e-3 * left * (left - 1) / 2
Q = np.diag(-rate) + np.diag(rate[:-1], -1)
print("time [s],measure,quantity,value [1],expected [1],sd [1]")
for t in (10, 50):
    p = expm(Q * t)[:, 0]
    mean = left @ p
    print(t, "moments", "A", "", f"{mean:.12g}", f"{np.sqrt((left - mean) ** 2 @ p):.12g}", sep=",")
p = expm(Q * 10)[:, 0]
for n, chance in zip(left, p):
    if chance > 1e-12:
        print(10, "distribution", "A", f"{n:g}", f"{chance:.10g}", "", sep=",")
