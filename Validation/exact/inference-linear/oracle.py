"""A plane with known errors in closed form; writes data.csv and reference.csv.

Of the normal equations, with numpy 2.4.6: estimates (XᵀWX)⁻¹XᵀWy, covariance (XᵀWX)⁻¹. The likelihood is
normal, so that the ends of a profile at 3.84 are the estimate ± √3.84 standard errors, and the density of
samples has that mean and covariance.
"""

import csv
import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent
numbers = np.random.default_rng(5)
x = np.linspace(-0.5, 1.5, 25)
design = np.column_stack([np.ones(25), x, x**2])
sigma = 0.05 * (1 + 0.5 * x**2)
y = np.round(design @ [2.0, -0.7, 0.4] + sigma * numbers.standard_normal(25), 6)
names = ["a", "b", "c"]

with open(folder / "data.csv", "w", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(names + ["y", "sigma"])
    for row in zip(*design.T, y, sigma):
        table.writerow([repr(float(cell)) for cell in row])

weights = 1 / sigma**2
covariance = np.linalg.inv(design.T @ (weights[:, None] * design))
values = covariance @ (design.T @ (weights * y))
errors = np.sqrt(np.diag(covariance))
with open(folder / "reference.csv", "w", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["quantity", "of", "value"])
    for name, value, error in zip(names, values, errors):
        table.writerow(["value", name, repr(float(value))])
        table.writerow(["standard_error", name, repr(float(error))])
        table.writerow(["lower", name, repr(float(value - np.sqrt(3.84) * error))])
        table.writerow(["upper", name, repr(float(value + np.sqrt(3.84) * error))])
        table.writerow(["mean", name, repr(float(value))])
        table.writerow(["sd", name, repr(float(error))])
        table.writerow(["r_hat", name, "1.01"])
        table.writerow(["sample_size", name, "400"])
        table.writerow(["identifiable", name, "1"])
    for one, other in [(0, 1), (0, 2), (1, 2)]:
        correlation = covariance[one, other] / (errors[one] * errors[other])
        for quantity in ["correlation", "drawn_correlation"]:
            table.writerow([quantity, f"{names[one]} {names[other]}", repr(float(correlation))])
