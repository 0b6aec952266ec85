#!/usr/bin/env python3
"""What a real SLURM costs over the runs themselves, with tasks of 30 s.

usage: cluster_overhead.py [--qdsynth PROGRAM] [--tasks 12] [--seconds 30]

Starts a SLURM of its own whose two nodes claim one core each, submits a sweep as tasks that last about so
long, and compares the time from the first start of a run to the table with what the runs took (sweep-log.h5, by
h5dump), over the cores. Wants as many idle cores: runs that share them are slower, and that is no overhead.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("--tasks", type=int, default=12)
parser.add_argument("--seconds", type=float, default=30)
options = parser.parse_args()
os.environ["QDSYNTH"] = options.qdsynth
sys.path.insert(0, str(root / "Tests/cluster"))
from cluster import Cluster, qdsynth, slow, submission  # noqa: E402


def column(log, name):
    dump = subprocess.run(["h5dump", "-d", f"/log/{name}", "-y", "-w", "0", "-m", "%.17g", str(log)],
                          capture_output=True, text=True, check=True).stdout
    data = re.search(r"DATA \{(.*?)\}", dump, re.S)[1]
    return [float(value) for value in re.findall(r"[-+0-9.e]+", data)]


with tempfile.TemporaryDirectory(prefix="qd") as folder:
    os.chdir(folder)
    slow("probe.toml", rates=2, surfaces=2)
    qdsynth("sweep", "probe.toml", "-o", "probe", "--jobs", "2", "--quiet")
    each = sum(column("probe/sweep-log.h5", "seconds")) / 4
    runs = max(1, round(options.seconds / each))
    slow("sweep.toml", rates=options.tasks, surfaces=runs)
    with Cluster(Path(folder) / "slurm", port=18817, CPUS=1) as slurm:
        qdsynth("sweep", "submit", "sweep.toml", "-o", "sweep", "--engine", "slurm",
                "--seconds-per-run", f"{each}", "--task-time", f"{each * (runs + 0.5)} s")
        start = time.time()
        slurm.wait(3600)
        end = time.time()
    seconds = column("sweep/sweep-log.h5", "seconds")
    begun = min(column("sweep/sweep-log.h5", "started"))
    tasks = len(submission("sweep", 1)["tasks"])
    ideal = sum(seconds) / 2
    print(f"{len(seconds)} runs of {sum(seconds) / len(seconds):.2f} s in {tasks} tasks of "
          f"{sum(seconds) / tasks:.1f} s on 2 cores")
    print(f"from the command to the end of the merge {end - start:.1f} s, from the first run {end - begun:.1f} s, "
          f"runs alone {ideal:.1f} s")
    print(f"overhead: {100 * ((end - begun) / ideal - 1):.1f} % from the first run, "
          f"{100 * ((end - start) / ideal - 1):.1f} % from the command (at most 10)")
