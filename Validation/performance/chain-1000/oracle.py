"""The chain B2 of benchmarks.md by scipy's Radau with the exact sparse Jacobian.

usage: oracle.py [sizes [end [relative tolerance]]]

Concentrations in units of M0, so that c_1(0) = 1: attachment i^(2/3) c_1, the first step 0.5e-3 c_1^2,
detachment 0.05 i^(2/3) exp{1.5 [i^(2/3) - (i-1)^(2/3)]}. Prints SI: 1 is 1 mol/m^3.
"""
import sys

import numpy as np
from scipy.integrate import solve_ivp
from scipy.sparse import coo_matrix

sizes = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
end = float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
tolerance = float(sys.argv[3]) if len(sys.argv) > 3 else 1e-10
avogadro = 6.02214076e23

n = np.arange(1, sizes + 1, dtype=float)
a = n ** (2 / 3)
a[0] = 0.5e-3
a[-1] = 0  # the top is closed
b = np.zeros(sizes)
b[1:] = 0.05 * n[1:] ** (2 / 3) * np.exp(1.5 * (n[1:] ** (2 / 3) - n[:-1] ** (2 / 3)))


def rates(t, y):
    flux = a[:-1] * y[0] * y[:-1] - b[1:] * y[1:]  # from n to n + 1
    dy = np.empty_like(y)
    dy[1:] = flux
    dy[1:-1] -= flux[1:]
    dy[0] = -flux[0] - flux.sum()
    return dy


i = np.arange(1, sizes)
rows = np.concatenate([i, i[1:], i[:-1], i, np.zeros(sizes - 1, int), [0]])
cols = np.concatenate([i, i[:-1], i[1:], np.zeros(sizes - 1, int), i, [0]])


def jacobian(t, y):
    c = y[0]
    diagonal = -b[1:] - a[1:] * c
    below = a[1:-1] * c
    above = b[2:]
    gain = a[:-1] * y[:-1]
    gain[0] *= 2
    column = gain - a[1:] * y[1:]
    row = b[1:] - a[1:] * c
    row[0] += b[1]
    corner = -gain[0] - gain.sum()
    values = np.concatenate([diagonal, below, above, column, row, [corner]])
    return coo_matrix((values, (rows, cols)), shape=(sizes, sizes)).tocsc()


start = np.zeros(sizes)
start[0] = 1
absolute = np.full(sizes, tolerance * 1e-2) / n
result = solve_ivp(
    rates, (0, end), start, method="Radau", jac=jacobian, rtol=tolerance, atol=absolute)
assert result.success, result.message
y = result.y[:, -1]
number, units = y[1:].sum(), (n[1:] * y[1:]).sum()
print("time [s],solute [mol/m^3],number [1/m^3],yield [1]")
print(f"{end:g},{y[0]:.12e},{number * avogadro:.12e},{units / (units + y[0]):.12e}")
print(
    f"M {y[0] * 1e5:.6f} of 1e5, clusters {number * 1e5:.6f}, mean size {units / number:.6f},"
    f" units {y[0] + units:.15f}, steps {result.t.size}", file=sys.stderr)
