#!/usr/bin/env python3
"""A fit that is killed between its starts goes on where it was.

Runs the program on PATH in a scratch folder.
"""

import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")
TRUTH = Path(__file__).resolve().parent / "fixtures" / "slow-precursor.toml"
STARTS = 12

FIT = f"""
[fit]
starts = {STARTS}
seed = 5
predictions = 0

[[fit.parameter]]
path = "material.surface_energy"
from = "0.11 J/m^2"
to = "0.2 J/m^2"
start = "0.14 J/m^2"

[[fit.parameter]]
path = "reaction[0].rate_constant"
from = "0.002 1/s"
to = "0.2 1/s"
start = "0.015 1/s"

[[fit.data]]
kind = "quantity"
quantity = "radius_mean"
file = "radius.csv"
relative_error = 0.01
scale = 1
"""


def fit(stem, **keywords):
    return subprocess.Popen(
        [QDSYNTH, "fit", "fit.toml", "-o", stem, "--jobs", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **keywords)


def outcome(stem):
    document = json.loads(Path(f"{stem}.json").read_text())
    starts = sorted(document["starts"], key=lambda start: start["index"])
    return [(parameter["name"], parameter["value"]) for parameter in document["parameters"]], starts


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    subprocess.run([QDSYNTH, "run", TRUTH, "--quiet", "-o", "truth.h5"], check=True)
    table = subprocess.run(
        [QDSYNTH, "export", "truth.h5", "--table", "summary"],
        check=True, capture_output=True, text=True).stdout.splitlines()
    head = [name.split(" [")[0] for name in table[0].split(",")]
    time_at, radius_at = head.index("time"), head.index("radius_mean")
    rows = [line.split(",") for line in table[1:]]
    points = [(row[time_at], row[radius_at]) for row in rows if row[radius_at] not in ("", "nan")]
    lines = ["time [s],radius [nm]"] + [",".join(point) for point in points[len(points) // 4 :]]
    Path("radius.csv").write_text("\n".join(lines) + "\n")
    Path("fit.toml").write_text(TRUTH.read_text() + FIT)

    whole = fit("whole")
    _, errors = whole.communicate(timeout=300)
    assert whole.returncode == 0, errors
    assert not Path("whole-starts.jsonl").exists(), "the log of starts stayed behind"

    log = Path("broken-starts.jsonl")
    broken = fit("broken")
    while broken.poll() is None and (not log.exists() or log.read_text().count("\n") < 4):
        time.sleep(0.005)
    broken.send_signal(signal.SIGKILL)
    broken.communicate()
    assert log.exists() and not Path("broken.json").exists(), "it ended before it was killed"
    finished = log.read_text().count("\n") - 1
    assert finished < STARTS
    # What a kill in the middle of a line leaves.
    with log.open("a") as file:
        file.write('{"index":9,"sta')

    again = fit("broken")
    _, errors = again.communicate(timeout=300)
    assert again.returncode == 0, errors
    assert f"{finished} of {STARTS} starts are known" in errors, errors
    assert outcome("broken") == outcome("whole"), "starts differ after a kill"
    assert not log.exists()

    # Of another fit nothing is taken.
    log.write_text('{"fit":"another"}\n{"index":0}\n')
    other = fit("broken")
    _, errors = other.communicate(timeout=300)
    assert other.returncode == 0 and "are known" not in errors, errors

print(f"fits that are killed: {finished} of {STARTS} starts kept, the same answer")
