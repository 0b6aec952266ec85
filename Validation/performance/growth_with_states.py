#!/usr/bin/env python3
"""Time and peak memory against the number of occupied states, up to 20 nm gold.

usage: growth_with_states.py [--qdsynth PROGRAM] [DIMERISATION ...]

Runs gold-20-nm.toml, whose crystals are the larger the rarer the first step is, and prints the states that
the ladder came to hold, the time, the time a step and a state, and the most memory that the process held.
"""
import argparse
import json
import os
import subprocess
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("dimerisation", nargs="*", default=["1e-2", "1e-3", "1e-4", "2e-5", "7e-6", "3e-6"])
options = parser.parse_args()

print("| first step | largest, units | mean d, nm | steps | time, s | ns a state and step | memory, MB |")
print("| --- | --- | --- | --- | --- | --- | --- |")
for factor in options.dimerisation:
    with tempfile.TemporaryDirectory() as folder:
        command = [options.qdsynth, "run", str(root / "Validation/performance/gold-20-nm.toml"), "-o",
                   f"{folder}/gold.h5", "--json", "--quiet", "--set", f"attachment.dimerisation={factor}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
            text = run.stdout.read().decode()
            _, status, usage = os.wait4(run.pid, 0)
            run.returncode = status
        assert status == 0, text
    summary = json.loads(text)
    steps, seconds = summary["steps"], summary["wall_time"]
    states = summary["largest_cluster"]
    diameter = 2 * summary["final"]["radius_mean"]["value"]
    each = seconds / steps / states * 1e9
    print(f"| {factor} | {states:.0f} | {diameter:.2f} | {steps:.0f} | {seconds:.2f} | {each:.1f} "
          f"| {usage.ru_maxrss / 1024:.0f} |", flush=True)
