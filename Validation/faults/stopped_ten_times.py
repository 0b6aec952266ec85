#!/usr/bin/env python3
"""A long Monte Carlo run is stopped ten times and compared bit by bit with one that was not.

    python Validation/faults/stopped_ten_times.py [SCENARIO [OPTION...]]

By default the CdSe hot injection, exactly, by leaps and with a continuous solute. Every stop is a
SIGTERM at a random moment, and the run goes on with the same command. Needs h5py and numpy, and the program on
PATH.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import h5py
import numpy

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")
ROOT = Path(__file__).resolve().parents[2]
STOPS = 10


def datasets(path):
    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, item: found.update({name: item[()]})
                        if isinstance(item, h5py.Dataset) else None)
    return found


def differing(path, other):
    """Datasets that are not the same to the last bit, those of wall times apart."""
    one, two = datasets(path), datasets(other)
    names = sorted(one.keys() ^ two.keys())
    for name in sorted(one.keys() & two.keys()):
        if name.endswith("wall_time"):
            continue
        first, second = numpy.asarray(one[name]), numpy.asarray(two[name])
        same = first.tobytes() == second.tobytes() if first.dtype.kind != "O" else (
            first.tolist() == second.tolist())
        if not same:
            names.append(name)
    return len(one), names


def compare(scenario, options, folder):
    def command(result):
        return [QDSYNTH, "run", str(scenario), "--engine", "monte-carlo", "--quiet", "-o",
                f"{folder}/{result}", *options]

    started = time.monotonic()
    subprocess.run(command("whole.h5"), check=True)
    seconds = time.monotonic() - started
    stops = 0
    while True:
        process = subprocess.Popen(command("parts.h5"), stderr=subprocess.PIPE, text=True)
        if stops < STOPS:
            time.sleep(max(0.3, seconds / STOPS * random.uniform(0.05, 0.4)))
            process.send_signal(signal.SIGTERM)
        _, log = process.communicate()
        if process.returncode == 0:
            break
        if process.returncode != 75:
            raise SystemExit(f"exit code {process.returncode}: {log}")
        stops += 1
    count, names = differing(f"{folder}/whole.h5", f"{folder}/parts.h5")
    verdict = f"{len(names)} DIFFER: {', '.join(names[:5])}" if names else "all the same"
    print(f"{' '.join(options)}: {seconds:.1f} s, stopped {stops} times, {count} datasets, {verdict}")
    for name in ("whole.h5", "parts.h5"):
        os.remove(f"{folder}/{name}")
    return not names and stops > 0


random.seed(6)
with tempfile.TemporaryDirectory() as folder:
    if len(sys.argv) > 1:
        cases = [(Path(sys.argv[1]), sys.argv[2:])]
    else:
        cases = [
            (ROOT / "Scenarios/cdse-hot-injection/scenario.toml",
             ["--set", f"monte_carlo.method={method}", "--set", f"monte_carlo.volume={volume}",
              "--replicates", "4"])
            for method, volume in (
                ("composition-rejection", "1e-19 m^3"), ("tau-leaping", "1e-18 m^3"),
                ("continuous-solute", "1e-18 m^3"))
        ]
    held = [compare(scenario, options, folder) for scenario, options in cases]
sys.exit(0 if all(held) else 1)
