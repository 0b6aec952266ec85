"""Least squares of r(t) outside of qdsynth, with scipy 1.17.1; writes reference.csv.

Reads the sizes where they are (peng1998_digitised.csv of the reference data), integrates the equation of
../peng-growth, and lets the diffusivity and the total concentration free.
"""

import csv
import pathlib

import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import least_squares

folder = pathlib.Path(__file__).parent
data = np.loadtxt(
    folder / "../../../../shared/data/cdse_peng1998/peng1998_digitised.csv", delimiter=",")
data = data[(data[:, 0] > 0) & (data[:, 0] < 142)]
time, radius = 60 * data[:, 0], data[:, 1]
volume, number, rate, solubility, length, first = 3.29e-5, 8.04e21, 7.97e-10, 5.53e-2, 6.0, 2.849841


def model(diffusivity, total):
    def growth(_, r):
        metres = 1e-9 * r[0]
        solute = total - 4 * np.pi / 3 * number * metres**3 / volume
        drive = solute - solubility * np.exp(length / r[0])
        return [1e9 * volume * diffusivity * drive / (metres + diffusivity / rate)]
    return solve_ivp(
        growth, (0, time[-1]), [first], t_eval=time, method="LSODA", rtol=1e-10, atol=1e-11).y[0]


def residuals(x):
    return (model(3e-18 * np.exp(x[0]), 55 * np.exp(x[1])) - radius) / 0.05


fit = least_squares(residuals, [0, 0], xtol=1e-12, ftol=1e-14, gtol=1e-12)
diffusivity, total = 3e-18 * np.exp(fit.x[0]), 55 * np.exp(fit.x[1])
solute = total - 4 * np.pi / 3 * number * (1e-9 * first) ** 3 / volume
square = 2 * fit.cost
rows = [
    ("mean_deviation", "radius", "", 0.053),
    ("chi_square", "", square * (1 - 1e-4), square * (1 + 1e-4)),
    ("value", "attachment.diffusivity", diffusivity * 0.995, diffusivity * 1.005),
    ("value", "species[0].initial", solute * 0.995, solute * 1.005),
    ("converged", "", 1, 1),
    ("verdicts", "", 0, 0),
]
with open(folder / "reference.csv", "w", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["quantity", "of", "from", "to"])
    table.writerows(
        [name, of] + [cell if cell == "" else f"{cell:.9g}" for cell in ends] for name, of, *ends in rows)
print(0.05 * np.mean(np.abs(fit.fun)))
