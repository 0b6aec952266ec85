#!/usr/bin/env python3
"""What a sweep costs over its runs, and how well it uses two cores.

usage: sweep_cost.py [--qdsynth PROGRAM] [--rounds 3] [--points 200]

Sweeps the yardstick's synthesis, closed at 2,000 sizes, over its rate constant. The cost of a point is the
whole process with one job, less the runs themselves (from sweep-log.h5, by h5dump), over the points. The
efficiency is the time of two processes of one job and half of the points each, side by side, over the time
of one process of two jobs; the same again and again in alternation, and the median of all.
"""
import argparse
import re
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("--rounds", type=int, default=3)
parser.add_argument("--points", type=int, default=200)
options = parser.parse_args()

text = """schema = 1
include = ["{yardstick}"]
[run]
duration = "600 s"
outputs = ["300 s", "600 s"]
[grid]
top = "closed"
largest = 2000
[sweep]
[[sweep.axis]]
path = "reaction[0].rate_constant"
from = "{start} 1/s"
to = "{end} 1/s"
count = {count}
"""


def sweep(folder, name, jobs, start, end, count):
    scenario = Path(folder) / f"{name}.toml"
    yardstick = root / "Validation/exact/ladder-growing-top/scenario.toml"
    scenario.write_text(text.format(yardstick=yardstick, start=start, end=end, count=count))
    return [options.qdsynth, "sweep", str(scenario), "-o", str(Path(folder) / name), "--jobs", str(jobs),
            "--quiet"]


def elapsed(*commands):
    start = time.perf_counter()
    running = [subprocess.Popen(c, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for c in commands]
    assert all(run.wait() == 0 for run in running), commands
    return time.perf_counter() - start


def seconds(log):
    dump = subprocess.run(["h5dump", "-d", "/log/seconds", "-y", "-w", "0", str(log)],
                          capture_output=True, text=True, check=True).stdout
    data = re.search(r"DATA \{(.*?)\}", dump, re.S)[1]
    return sum(float(value) for value in re.findall(r"[-+0-9.e]+", data))


count, half = options.points, options.points // 2
costs, efficiencies = [], []
for _ in range(options.rounds):
    with tempfile.TemporaryDirectory() as folder:
        whole = elapsed(sweep(folder, "one", 1, 0.02, 0.1, count))
        costs.append((whole - seconds(Path(folder) / "one/sweep-log.h5")) / count * 1e3)
        apart = elapsed(sweep(folder, "lower", 1, 0.02, 0.06, half), sweep(folder, "upper", 1, 0.06, 0.1, half))
        together = elapsed(sweep(folder, "both", 2, 0.02, 0.1, count))
        efficiencies.append(apart / together)
        print(f"{count} points: one job {whole:.2f} s, two processes {apart:.2f} s, two jobs {together:.2f} s",
              flush=True)
print(f"cost of a point over its run: {statistics.median(costs):.2f} ms (at most 2)")
print(f"two cores against two processes: {statistics.median(efficiencies):.3f} (at least 0.93)")
