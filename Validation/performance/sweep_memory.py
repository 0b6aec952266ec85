#!/usr/bin/env python3
"""The most memory that a sweep holds, against the number of its points.

usage: sweep_memory.py [--qdsynth PROGRAM] [--jobs 2] [POINTS ...]

Sweeps the yardstick's synthesis, closed at 200 sizes and for 2 s, over its rate constant, and prints the
peak of the process's resident memory, from its planning to its table. Runs are written down as they finish,
and the table is made of them piece by piece, so a sweep of any size needs about the memory of a small one.
"""
import argparse
import os
import subprocess
import tempfile
import time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("--jobs", type=int, default=2)
parser.add_argument("points", type=int, nargs="*", default=[256, 1024, 4096, 16384, 65536])
options = parser.parse_args()

text = """schema = 1
include = ["{yardstick}"]
[run]
duration = "2 s"
outputs = ["2 s"]
[grid]
top = "closed"
largest = 200
[sweep]
[[sweep.axis]]
path = "reaction[0].rate_constant"
from = "0.02 1/s"
to = "0.1 1/s"
count = {count}
"""


def sweep(folder, count):
    """Seconds and the peak of memory, MB."""
    scenario = Path(folder) / "sweep.toml"
    yardstick = root / "Validation/exact/ladder-growing-top/scenario.toml"
    scenario.write_text(text.format(yardstick=yardstick, count=count))
    command = [options.qdsynth, "sweep", str(scenario), "-o", f"{folder}/sweep", "--jobs", str(options.jobs),
               "--quiet"]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0, command
    return time.perf_counter() - start, usage.ru_maxrss / 1024


print("| points | time, s | ms a point | peak memory, MB | over the first, MB |")
print("| --- | --- | --- | --- | --- |")
first = None
for count in options.points:
    with tempfile.TemporaryDirectory() as folder:
        seconds, memory = sweep(folder, count)
    first = memory if first is None else first
    print(f"| {count} | {seconds:.1f} | {seconds / count * 1e3:.2f} | {memory:.1f} | {memory - first:+.1f} |",
          flush=True)
