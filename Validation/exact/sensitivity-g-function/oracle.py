#!/usr/bin/env python3
"""Sensitivity indices of Sobol's g-function by SALib on the points of the design, and in closed form.

    python oracle.py > reference.csv        (needs numpy, scipy, SALib)
"""

import math

import numpy
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sampling

N, A = 4096, [0, 1, 4.5, 9, 99, 99]
D = len(A)
NAMES = [f"x{i + 1}" for i in range(D)]
problem = {"num_vars": D, "names": NAMES, "bounds": [[0, 1]] * D}

# Points N to 2N - 1 of the sequence; values as a design writes them, with twelve digits.
points = sampling.sample(problem, N, calc_second_order=True, scramble=False, skip_values=N)
points = numpy.array([[float(f"{x:.11e}") for x in row] for row in points])
y = numpy.prod([(abs(4 * points[:, i] - 2) + a) / (1 + a) for i, a in enumerate(A)], axis=0)
found = analysis.analyze(problem, y, calc_second_order=True, num_resamples=4000, seed=1)

print("quantity,of,value")
for row in (0, 1, 6, 7, 13, (2 * D + 2) * N - 1):
    for axis in (0, D - 1):
        print(f"point,{row} {NAMES[axis]},{float(points[row, axis])!r}")
for i, name in enumerate(NAMES):
    print(f"first_order,{name},{float(found['S1'][i])!r}")
    print(f"total,{name},{float(found['ST'][i])!r}")
    print(f"first_order_width,{name},{2 * float(found['S1_conf'][i])!r}")
    print(f"total_width,{name},{2 * float(found['ST_conf'][i])!r}")
    for j in range(i + 1, D):
        print(f"second_order,{name} {NAMES[j]},{float(found['S2'][i, j])!r}")

parts = [1 / (3 * (1 + a) ** 2) for a in A]
v = math.prod(1 + part for part in parts) - 1
print("mean_limit,y,1.0")
print(f"variance_limit,y,{v!r}")
for i, name in enumerate(NAMES):
    print(f"first_order_limit,{name},{parts[i] / v!r}")
    others = math.prod(1 + part for j, part in enumerate(parts) if j != i)
    print(f"total_limit,{name},{parts[i] * others / v!r}")
    for j in range(i + 1, D):
        print(f"second_order_limit,{name} {NAMES[j]},{parts[i] * parts[j] / v!r}")
