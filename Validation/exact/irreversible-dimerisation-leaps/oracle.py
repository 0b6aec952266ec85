"""The master equation of 2 A -> B with 10,000 A, by the exponential of its matrix."""
import numpy as np
from scipy.sparse import diags
from scipy.sparse.linalg import expm_multiply

left = 10000 - 2 * np.arange(5001.0)
rate = 1e-5 * left * (left - 1) / 2
Q = diags([-rate, rate[:-1]], [0, -1]).tocsc()
p, last = np.eye(5001)[0], 0
print("time [s],measure,quantity,expected [1],sd [1]")
for t in (10, 50):
    # Longer steps have terms that cancel.
    for _ in range(t - last):
        p = expm_multiply(Q, p)
    last = t
    mean = left @ p
    assert abs(p.sum() - 1) < 1e-9
    print(t, "moments", "A", f"{mean:.12g}", f"{np.sqrt((left - mean) ** 2 @ p):.12g}", sep=",")
