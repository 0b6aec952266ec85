"""The master equation of reversible dimerisation, by the exponential of its matrix."""
import numpy as np
from scipy.linalg import expm


def generator(up, down, states):
    """The rates from each state (a column) to its neighbours."""
    Q = np.zeros((states, states))
    for n in range(states):
        if n + 1 < states:
            Q[n + 1, n] += up(n)
            Q[n, n] -= up(n)
        if n > 0:
            Q[n - 1, n] += down(n)
            Q[n, n] -= down(n)
    return Q


def row(t, name, values, p):
    mean = values @ p
    print(t, "moments", name, f"{mean:.12g}", f"{np.sqrt(max(0, (values - mean) ** 2 @ p)):.12g}", sep=",")


pairs = np.arange(51.0)
alone = 100 - 2 * pairs
step = expm(generator(lambda n: 5e-4 * alone[n] * (alone[n] - 1), lambda n: 0.01 * n, 51))
p = np.eye(51)[0]
print("time [s],measure,quantity,expected [1],sd [1]")
for t in range(51):
    row(t, "P", alone, p)
    row(t, "P2", pairs, p)
    p = step @ p
