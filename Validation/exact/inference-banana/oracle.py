"""A banana in closed form and by quadrature; writes reference.csv.

r = (x - 1, (y - x²/2)/0.6): x is normal about 1, and y = x²/2 + 0.6 z. Moments in closed form, checked by
quadrature over x and y; the profile of y at Δχ² = 3.84 by a root search over the minimum along x, with
scipy 1.17.1.
"""

import csv
import pathlib

import numpy as np
from scipy.integrate import dblquad
from scipy.optimize import brentq, minimize_scalar

b, w = 0.5, 0.6


def density(y, x):
    return np.exp(-0.5 * ((x - 1)**2 + ((y - b * x**2) / w) ** 2))


def moment(function):
    return dblquad(
        lambda y, x: function(x, y) * density(y, x), -9, 9,
        lambda x: b * x**2 - 9 * w, lambda x: b * x**2 + 9 * w, epsabs=1e-11)[0]


mass = moment(lambda x, y: 1)
# Of x²: mean 2, variance 6, covariance with x 2.
mean = {"x": 1.0, "y": 2 * b}
sd = {"x": 1.0, "y": np.sqrt(6 * b**2 + w**2)}
correlation = 2 * b / sd["y"]
assert abs(moment(lambda x, y: y) / mass - mean["y"]) < 1e-9
assert abs(moment(lambda x, y: (y - mean["y"]) ** 2) / mass - sd["y"] ** 2) < 1e-9
assert abs(moment(lambda x, y: (x - 1) * (y - mean["y"])) / mass - correlation * sd["y"]) < 1e-9


def profile(y):
    """The least χ² with y held, over all x."""
    def square(x):
        return (x - 1)**2 + ((y - b * x**2) / w) ** 2
    grid = np.linspace(-8, 8, 8001)
    best = grid[np.argmin(square(grid))]
    fine = minimize_scalar(
        square, bounds=(best - 0.01, best + 0.01), method="bounded", options={"xatol": 1e-12})
    return fine.fun


lower = brentq(lambda y: profile(y) - 3.84, -5, 0.5, xtol=1e-12)
upper = brentq(lambda y: profile(y) - 3.84, 0.5, 20, xtol=1e-12)
rows = [
    ("value", "x", 1.0), ("value", "y", b),
    ("lower", "x", 1 - np.sqrt(3.84)), ("upper", "x", 1 + np.sqrt(3.84)),
    ("lower", "y", lower), ("upper", "y", upper),
]
for name in ["x", "y"]:
    rows += [("mean", name, mean[name]), ("sd", name, sd[name]), ("r_hat", name, 1.01), ("sample_size", name, 400)]
rows.append(("drawn_correlation", "x y", correlation))
with open(pathlib.Path(__file__).parent / "reference.csv", "w", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["quantity", "of", "value"])
    for quantity, name, value in rows:
        table.writerow([quantity, name, repr(float(value))])
