"""Numbers that the tests of Inference are held against, by scipy, lmfit and arviz.

Run with numpy 2.4.6, scipy 1.17.1, lmfit 1.3.4 and arviz 0.23.4; writes oracle.json.
"""

import json
import pathlib

import arviz
import lmfit
import numpy as np
from scipy.optimize import least_squares, nnls
from scipy.special import ndtri


def decay():
    """A decay upon a background with three outliers; σ differs from point to point."""
    t = np.arange(40) * 0.25
    sigma = 0.02 * (1 + 0.1 * np.arange(40))
    wave = np.sin(1.7 * np.arange(40) + 0.3) + 0.5 * np.cos(4.1 * np.arange(40))
    y = 2.0 * np.exp(-0.8 * t) + 0.3 + sigma * wave
    y[[7, 19, 31]] += [0.8, -0.9, 1.1]
    return t, y, sigma


t, y, sigma = decay()


def residuals(p):
    return (p[0] * np.exp(-p[1] * t) + p[2] - y) / sigma


tight = dict(xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=10000)
answers = {"t": t, "y": y, "sigma": sigma, "scipy": {}, "lmfit": {}}
for loss, scale in [("linear", 1.0), ("huber", 1.5), ("soft_l1", 1.2), ("cauchy", 2.0)]:
    fit = least_squares(residuals, [1, 1, 0], jac="3-point", loss=loss, f_scale=scale, **tight)
    errors = np.sqrt(np.diag(np.linalg.inv(fit.jac.T @ fit.jac)))
    answers["scipy"][loss] = {"values": fit.x, "errors": errors, "cost": 2 * fit.cost}

for name, bounds in [("free", (-np.inf, np.inf)), ("bounded", (0.1, 0.25))]:
    parameters = lmfit.Parameters()
    parameters.add("amplitude", 1.0, min=0, max=10)
    parameters.add("rate", 1.0, min=0.1, max=5)
    parameters.add("background", 0.2, min=bounds[0], max=bounds[1])
    fit = lmfit.minimize(
        lambda p: residuals([p["amplitude"].value, p["rate"].value, p["background"].value]),
        parameters, method="least_squares", scale_covar=name == "free", **tight)
    answers["lmfit"][name] = {
        "values": [p.value for p in fit.params.values()],
        "errors": [p.stderr for p in fit.params.values()],
        "chisqr": fit.chisqr, "redchi": fit.redchi, "aic": fit.aic, "bic": fit.bic,
        "correlation": fit.params["amplitude"].correl["rate"],
    }
# With the background held at its bound, the errors of the others.
held = least_squares(
    lambda p: residuals([p[0], p[1], 0.25]), [1, 1], jac="3-point", **tight)
answers["held"] = {
    "values": held.x, "errors": np.sqrt(np.diag(np.linalg.inv(held.jac.T @ held.jac)))}


def chains(seed, rho, shift, count=4, length=500):
    """Autoregressive chains of Park and Miller's numbers, turned normal by their quantiles."""
    state, out = seed, []
    for chain in range(count):
        x, draws = 0.0, []
        for _ in range(length):
            state = state * 16807 % 2147483647
            x = rho * x + ndtri(state / 2147483647)
            draws.append(x + shift * chain)
        out.append(draws)
    return np.array(out)


answers["chains"] = []
for seed, rho, shift, length in [
        (1, 0.0, 0.0, 500), (2, 0.9, 0.0, 500), (3, 0.5, 0.3, 501), (4, -0.4, 0.0, 500),
        (5, 0.0, 0.0, 9), (6, 0.99, 0.0, 60), (7, 0.5, 0.0, 500)]:
    x = chains(seed, rho, shift, length=length)
    if seed == 7:
        x = np.round(x)
    answers["chains"].append({
        "seed": seed, "rho": rho, "shift": shift, "length": length, "rounded": seed == 7,
        "rhat": arviz.rhat(x, method="rank"), "bulk": arviz.ess(x, method="bulk"),
        "tail": arviz.ess(x, method="tail"), "mean": arviz.ess(x, method="mean"),
        # Ranks of few draws hang on the last digit.
        "draws": x if length < 20 else None})

rows, columns = 30, 12
place = np.arange(rows)[:, None] / 29 - np.arange(columns)[None, :] / 11
matrix = np.exp(-((place / 0.15) ** 2))
right = matrix @ np.maximum(0, np.sin(np.arange(columns) * 0.9)) + 0.2 * np.cos(
    3 * np.arange(rows))
solution, norm = nnls(matrix, right)
answers["nnls"] = {"solution": solution, "objective": norm**2}
answers["quantiles"] = {
    "shares": [1e-12, 1e-4, 0.02, 0.3, 0.5, 0.9, 0.9999],
    "values": ndtri([1e-12, 1e-4, 0.02, 0.3, 0.5, 0.9, 0.9999])}


def plain(value):
    return None if value is None else value.item() if hasattr(value, "item") and np.ndim(value) == 0 else np.asarray(value).tolist()


text = json.dumps(answers, default=plain)
pathlib.Path(__file__).with_name("oracle.json").write_text(text + "\n")
