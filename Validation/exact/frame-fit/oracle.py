"""Two frames by sasmodels, with noise, and what lmfit makes of each with sasmodels' curve.

Run with numpy 2.4.6, lmfit 1.3.4 and sasmodels 1.1.0; writes frames/*.dat, times.csv and reference.csv.
Standard errors are plain (JᵀJ)⁻¹ (scale_covar=False), that of the number through the whole covariance.
"""

import pathlib

import lmfit
import numpy as np
from sasmodels.core import load_model
from sasmodels.direct_model import call_kernel

HERE = pathlib.Path(__file__).parent
Q = np.geomspace(0.01, 0.45, 140)  # 1/angstrom
MODEL = load_model("sphere").make_kernel([Q])
CONTRAST = 31.5  # 1e-6/angstrom^2
FRAMES = [
    (0, dict(radius=25.0, dispersion=0.08, volume=2e-3, background=0.010)),
    (60, dict(radius=34.0, dispersion=0.15, volume=3e-3, background=0.004)),
]
STEP = {"radius": 1e-3, "dispersion": 1e-5, "volume": 1e-7, "background": 1e-6}


def curve(radius, dispersion, volume, background):
    """Intensities in 1/cm."""
    return call_kernel(
        MODEL,
        dict(radius=radius, radius_pd=dispersion, radius_pd_type="schulz", radius_pd_n=400,
             radius_pd_nsigma=8, sld=CONTRAST, sld_solvent=0, scale=volume, background=background))


def number(radius, dispersion, volume, **_):
    """Particles in a cubic metre."""
    p = dispersion**2
    return volume / (4 / 3 * np.pi * radius**3 * (1 + p) * (1 + 2 * p) * 1e-30)


def fit(intensity, sigma, truth):
    parameters = lmfit.Parameters()
    for name, value in truth.items():
        parameters.add(name, value=1.02 * value)

    def residuals(p):
        return (curve(**p.valuesdict()) - intensity) / sigma

    result = lmfit.minimize(residuals, parameters, scale_covar=False, xtol=1e-12, ftol=1e-12,
                            epsfcn=1e-10)
    values = result.params.valuesdict()
    # The covariance again, from central differences at the minimum.
    columns = []
    for name in values:
        up, down = dict(values), dict(values)
        up[name] += STEP[name]
        down[name] -= STEP[name]
        columns.append((curve(**up) - curve(**down)) / (2 * STEP[name]) / sigma)
    jacobian = np.array(columns).T
    covariance = np.linalg.inv(jacobian.T @ jacobian)
    for name, error in zip(values, np.sqrt(np.diag(covariance))):
        assert abs(error / result.params[name].stderr - 1) < 0.02, (name, error)
    slopes = []
    for name in values:
        up, down = dict(values), dict(values)
        up[name] += STEP[name]
        down[name] -= STEP[name]
        slopes.append((number(**up) - number(**down)) / (2 * STEP[name]))
    return values, np.sqrt(np.diag(covariance)), np.sqrt(np.array(slopes) @ covariance @ slopes)


def main():
    random = np.random.default_rng(20)
    (HERE / "frames").mkdir(exist_ok=True)
    rows = ["time [s],radius_mean [angstrom],radius_mean_error [angstrom],dispersion [1],"
            "dispersion_error [1],volume_fraction [1],volume_fraction_error [1],background [1/cm],"
            "background_error [1/cm],number [1/m^3],number_error [1/m^3]"]
    times = ["file,time [s]"]
    for place, (time, truth) in enumerate(FRAMES):
        exact = curve(**truth)
        sigma = 0.02 * exact + 0.002
        # As written: what is fitted is what the file says.
        table = np.array([[float(f"{x:.7e}") for x in row]
                          for row in np.array([Q, exact + sigma * random.normal(size=Q.size), sigma]).T])
        lines = ["# q (1/angstrom)  I (1/cm)  sigma (1/cm)"]
        lines += [" ".join(f"{x:.7e}" for x in row) for row in table]
        (HERE / f"frames/{place}.dat").write_text("\n".join(lines) + "\n")
        times.append(f"{place}.dat,{time}")
        values, errors, of_number = fit(table[:, 1], table[:, 2], truth)
        cells = [f"{x:.8g}" for pair in zip(values.values(), errors) for x in pair]
        cells += [f"{number(**values):.8g}", f"{of_number:.8g}"]
        rows.append(",".join([str(time), *cells]))
    (HERE / "times.csv").write_text("\n".join(times) + "\n")
    (HERE / "reference.csv").write_text("\n".join(rows) + "\n")


main()
