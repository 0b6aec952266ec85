"""The transient as a matrix exponential: dc/dt = A c + g, sizes 2..120."""
import numpy as np
from scipy.linalg import expm

S, theta, top, avogadro = 5.0, 4.0, 120, 6.02214076e23
n = np.arange(1, top + 1)
a = n ** (1 / 3)
b = np.zeros(top + 1)
b[1:top] = a[:-1] * np.exp(theta * ((n[1:]) ** (2 / 3) - n[:-1] ** (2 / 3)))
# b[i] belongs to size i + 1; the state is sizes 2..top and a constant 1 at the end.
size = top - 1
A = np.zeros((size + 1, size + 1))
for i in range(size):
    units = i + 2
    A[i, i] -= b[units - 1] + a[units - 1] * S
    if i > 0:
        A[i, i - 1] += a[units - 2] * S
    if i < size - 1:
        A[i, i + 1] += b[units]
A[0, size] = a[0] * S * S
print("time [s],cluster[5] [1/m^3],nucleation_rate [1/(m^3 s)]")
start = np.zeros(size + 1)
start[-1] = 1
for t in (1, 5, 10):
    c = expm(A * t) @ start
    flux = a[19] * S * c[18] - b[20] * c[19]
    print(t, f"{c[3] * avogadro:.14e}", f"{flux * avogadro:.14e}", sep=",")
