#!/usr/bin/env python3
"""Sensitivity indices of Ishigami's function by SALib on the points of the design, and in closed form.

    python oracle.py > reference.csv        (needs numpy, scipy, SALib)
"""

import math

import numpy
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sampling

N, D, A, B = 4096, 3, 7.0, 0.1
NAMES = ["x1", "x2", "x3"]
problem = {"num_vars": D, "names": NAMES, "bounds": [[-math.pi, math.pi]] * D}

# Points N to 2N - 1 of the sequence; values as a design writes them, with twelve digits.
points = sampling.sample(problem, N, calc_second_order=True, scramble=False, skip_values=N)
points = numpy.array([[float(f"{x:.11e}") for x in row] for row in points])
y = numpy.sin(points[:, 0]) + A * numpy.sin(points[:, 1]) ** 2 + B * points[:, 2] ** 4 * numpy.sin(points[:, 0])
found = analysis.analyze(problem, y, calc_second_order=True, num_resamples=4000, seed=1)

print("quantity,of,value")
for row in (0, 1, 4, 5, 7, 8 * N - 1):
    for axis in range(D):
        print(f"point,{row} {NAMES[axis]},{float(points[row, axis])!r}")
for i, name in enumerate(NAMES):
    print(f"first_order,{name},{float(found['S1'][i])!r}")
    print(f"total,{name},{float(found['ST'][i])!r}")
    print(f"first_order_width,{name},{2 * float(found['S1_conf'][i])!r}")
    print(f"total_width,{name},{2 * float(found['ST_conf'][i])!r}")
    for j in range(i + 1, D):
        print(f"second_order,{name} {NAMES[j]},{float(found['S2'][i, j])!r}")

v1 = 0.5 * (1 + B * math.pi**4 / 5) ** 2
v2 = A**2 / 8
v13 = 8 * B**2 * math.pi**8 / 225
v = v1 + v2 + v13
print(f"mean_limit,y,{A / 2!r}")
print(f"variance_limit,y,{v!r}")
for name, first, total in zip(NAMES, [v1, v2, 0], [v1 + v13, v2, v13]):
    print(f"first_order_limit,{name},{first / v!r}")
    print(f"total_limit,{name},{total / v!r}")
for pair, second in {"x1 x2": 0, "x1 x3": v13, "x2 x3": 0}.items():
    print(f"second_order_limit,{pair},{second / v!r}")
