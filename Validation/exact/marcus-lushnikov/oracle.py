"""The death process with N (N - 1)/2 hazards of 0.01 /s, by the exponential of its matrix."""
import numpy as np
from scipy.linalg import expm

number = np.arange(200, 0, -1.0)
rate = 0.01 * number * (number - 1) / 2
Q = np.diag(-rate) + np.diag(rate[:-1], -1)
print("time [s],measure,quantity,value [1],expected [1],sd [1]")
for t in (0.5, 2, 10):
    p = expm(Q * t)[:, 0]
    mean = number @ p
    print(t, "moments", "crystals", "", f"{mean:.12g}", f"{np.sqrt((number - mean) ** 2 @ p):.12g}", sep=",")
for n, chance in zip(number, expm(Q * 2)[:, 0]):
    if chance > 1e-12:
        print(2, "distribution", "crystals", f"{n:g}", f"{chance:.10g}", "", sep=",")
