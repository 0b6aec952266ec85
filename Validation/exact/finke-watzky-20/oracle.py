"""The master equation of Finke and Watzky's two steps, by the exponential of its matrix."""
import numpy as np
from scipy.sparse import diags
from scipy.sparse.linalg import expm_multiply

first = 20
left = first - np.arange(first + 1.0)
rate = 0.01 * left + left * (first - left) / first
Q = diags([-rate, rate[:-1]], [0, -1]).tocsc()
print("time [s],measure,quantity,value [1],expected [1],sd [1]")
for t in (2, 5):
    p = expm_multiply(Q * t, np.eye(first + 1)[0])
    mean = left @ p
    print(t, "moments", "A", "", f"{mean:.12g}", f"{np.sqrt((left - mean) ** 2 @ p):.12g}", sep=",")
for n, chance in zip(left, p):
    if chance > 1e-12:
        print(5, "distribution", "A", f"{n:g}", f"{chance:.10g}", "", sep=",")
