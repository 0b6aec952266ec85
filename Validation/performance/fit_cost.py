#!/usr/bin/env python3
"""What a global fit costs: time and memory from one start, on one core.

usage: fit_cost.py [--qdsynth PROGRAM] [--frames 40] [--points 200]

Runs the palladium scenario by heating up, without its data, and makes a series with counting noise of it.
Six of its values are then looked for from a start that is off by tens of percent. Prints time of the
process, the peak of its resident memory and how far the values come back.
"""
import argparse
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("--frames", type=int, default=40)
parser.add_argument("--points", type=int, default=200)
options = parser.parse_args()

# Path, truth, bounds, start.
looked_for = [
    ("reaction[0].rate_constant.value", "0.018 1/s", "2e-3 1/s", "0.2 1/s", "0.014 1/s"),
    ("reaction[0].rate_constant.activation_energy", "175 kJ/mol", "50 kJ/mol", "300 kJ/mol", "150 kJ/mol"),
    ("material.surface_energy", "0.25 J/m^2", "0.1 J/m^2", "0.6 J/m^2", "0.27 J/m^2"),
    ("material.solubility.value", "30 nmol/L", "0.1 nmol/L", "10 umol/L", "20 nmol/L"),
    ("attachment.surface_rate_constant.value", "7e-4 m/s", "1e-5 m/s", "1e-1 m/s", "5e-4 m/s"),
    ("attachment.exponent", 3, 0.5, 8, 2.5),
]


def quoted(value):
    return value if isinstance(value, (int, float)) else f'"{value}"'


recipe = (root / "Scenarios/palladium-in-situ-saxs/scenario.toml").read_text().split("[fit]")[0]
# Frames from 243 °C on, as the measured ones.
step = (2650 - 380) / (options.frames - 1)
times = ", ".join(f'"{380 + step * frame:.3f} s"' for frame in range(options.frames))
recipe = recipe.replace('outputs = { every = "30 s" }', f"outputs = [{times}]")
instrument = f"""
[saxs]
q = {{ from = "0.05 1/angstrom", to = "0.55 1/angstrom", count = {options.points} }}
photon_energy = "12 keV"
solvent = "1-octadecene"
counts = 1e7
"""
fit = """
[fit]
[[fit.data]]
file = "series.h5"
background = "frame"
""" + "".join(
    f'[[fit.parameter]]\npath = "{path}"\nfrom = {quoted(low)}\nto = {quoted(high)}\nstart = {quoted(start)}\n'
    for path, _, low, high, start in looked_for)

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    (folder / "truth.toml").write_text(recipe + instrument)
    (folder / "fit.toml").write_text(recipe + instrument + fit)
    truth = [options.qdsynth, "run", "truth.toml", "-o", "truth.h5", "--quiet"]
    # Data that know nothing of the tolerance of a fit.
    truth += ["--set", "run.tolerances.relative=1e-8"]
    truth += [word for path, value, *_ in looked_for for word in ("--set", f"{path}={value}")]
    subprocess.run(truth, cwd=folder, check=True)
    subprocess.run(
        [options.qdsynth, "export", "truth.h5", "--format", "nxcansas", "-o", "series.h5"],
        cwd=folder, check=True, stdout=subprocess.DEVNULL)
    command = [options.qdsynth, "fit", "fit.toml", "-o", "fit", "--jobs", "1", "--quiet"]
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    assert process.returncode == 0, (command, process.returncode)
    result = json.loads((folder / "fit.json").read_text())

print("| frames | points a frame | parameters | time of the process, s | wall, s | peak memory, MB |")
print("| --- | --- | --- | --- | --- | --- |")
print(f"| {options.frames} | {options.points} | {len(looked_for)} | {usage.ru_utime + usage.ru_stime:.1f} "
      f"| {wall:.1f} | {usage.ru_maxrss / 1024:.0f} |")
print(f"\nruns ten times as exact move {result['numericalShift']:.2g} standard deviations")
print(f"\nchi-square over degrees of freedom {result['reducedChiSquare']:.3f}\n")
print("| parameter | unit | truth | found | standard error |")
print("| --- | --- | --- | --- | --- |")
for (path, truth, *_), found in zip(looked_for, result["parameters"]):
    error = found.get("standardError")
    print(f"| {path} | {found['unit']} | {truth} | {found['value']:.4g} | {error or float('nan'):.2g} |")
