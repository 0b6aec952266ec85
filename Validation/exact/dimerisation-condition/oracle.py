"""The master equation of reversible dimerisation whose 31st pair starts all anew."""
import numpy as np
from scipy.linalg import expm

pairs = np.arange(31.0)
alone = 100 - 2 * pairs
Q = np.zeros((31, 31))
for n in range(31):
    for to, rate in ((0 if n == 30 else n + 1, 5e-4 * alone[n] * (alone[n] - 1)), (max(0, n - 1), 0.01 * n)):
        Q[to, n] += rate
        Q[n, n] -= rate
step = expm(Q)
p = np.eye(31)[0]
print("time [s],measure,quantity,value [1],expected [1],sd [1]")
for t in range(51):
    for name, values in (("P", alone), ("P2", pairs)):
        mean = values @ p
        sd = np.sqrt(max(0, (values - mean) ** 2 @ p))
        print(t, "moments", name, "", f"{mean:.12g}", f"{sd:.12g}", sep=",")
    if t == 40:
        chances = p
    p = step @ p
for n, chance in enumerate(chances):
    print(40, "distribution", "P2", n, f"{chance:.10g}", "", sep=",")
