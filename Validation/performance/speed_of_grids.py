#!/usr/bin/env python3
"""What the grids cost: the hybrid grid against the C prototype in alternation, and the stated problems.

usage: speed_of_grids.py [--reference FOLDER] [--qdsynth PROGRAM] [--pairs 7]

The prototype (hybrid_grid.c, in FOLDER or $QDSYNTH_REFERENCE, else ../shared/reference) is built in a temporary
folder and run with its smooth third-order scheme on as many cells as qdsynth's hybrid grid ends with. Printed
are medians of the solver's own wall time, steps, and each program's error in number and mean diameter against
the tight exact reference of 90,000 sizes (five digits). The other problems are cases, or in performance/speed.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
yardstick = root / "Validation/exact/ladder-growing-top/scenario.toml"
# number 1/m^3, mean diameter nm
reference = {1800: (2.3587e21, 7.5774), 3600: (1.0284e21, 9.9299)}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    folder = os.environ.get("QDSYNTH_REFERENCE", str(root / "../shared/reference"))
    parser.add_argument("--reference", default=folder)
    parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
    parser.add_argument("--pairs", type=int, default=7)
    return parser.parse_args()


def prototype(folder, work):
    program = work / "hybrid"
    subprocess.run(
        ["gcc", "-O3", "-march=native", "-w", "-I/usr/lib/x86_64-linux-gnu/openmpi/include",
         str(Path(folder) / "hybrid_grid.c"), "-o", str(program), "-lsundials_cvodes",
         "-lsundials_nvecserial", "-lm"], check=True)
    return program


def run_prototype(program, largest):
    text = subprocess.run(
        [str(program), str(largest), "60", "0.02", "2"], capture_output=True, text=True,
        check=True).stdout
    lines = {}
    for line in text.splitlines():
        values = dict(re.findall(r"(\w+)=(\S+)", line))
        lines[float(values["t"])] = values
    return lines


def run(program, scenario, work, *options):
    start = time.perf_counter()
    done = subprocess.run(
        [program, "run", str(scenario), "-o", str(work / "run.h5"), "--json", "--quiet", *options],
        capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{scenario}: {done.stderr}")
    summary = json.loads(done.stdout)
    return summary, summary["wall_time"], elapsed


def final(summary, name):
    return summary["final"][name]["value"]


def compare_with_prototype(options, work):
    program = prototype(options.reference, work)
    ours, theirs, steps = [], [], None
    for _ in range(options.pairs):
        c = run_prototype(program, 90_000)
        summary, wall, _ = run(options.qdsynth, yardstick, work, "--set", 'grid.kind="hybrid"')
        theirs.append(float(c[3600]["wall"]))
        ours.append(wall)
        steps = (int(c[3600]["steps"]), summary["steps"], c[3600]["M"])
    number, diameter = reference[3600]
    c_number, c_diameter = float(c[3600]["N"]), float(c[3600]["d"])
    our_number, our_diameter = final(summary, "number"), 2 * final(summary, "radius_mean")
    print(f"hybrid grid, {steps[2]} cells in the prototype, 3600 s")
    print("| | prototype, scheme 2 | qdsynth |\n|---|---|---|")
    print(f"| solver s | {statistics.median(theirs):.4f} | {statistics.median(ours):.4f} |")
    print(f"| steps | {steps[0]} | {steps[1]} |")
    print(f"| error of number | {c_number / number - 1:+.2e} | {our_number / number - 1:+.2e} |")
    print(f"| error of d | {c_diameter / diameter - 1:+.2e} | {our_diameter / diameter - 1:+.2e} |")
    early, _, _ = run(
        options.qdsynth, yardstick, work, "--set", 'grid.kind="hybrid"', "--set",
        'run.duration="1800 s"', "--set", 'run.outputs=["1800 s"]')
    number, diameter = reference[1800]
    print(f"at 1800 s: number {final(early, 'number') / number - 1:+.2e}, "
          f"d {2 * final(early, 'radius_mean') / diameter - 1:+.2e}")
    exact, _, _ = run(options.qdsynth, yardstick, work)
    print(f"steps of the exact ladder: {exact['steps']}\n")


def stated_problems(options, work):
    folder = root / "Validation"
    print("| problem | bar s | solver s | whole process s | steps |\n|---|---|---|---|---|")
    for name, path, bar in [
            ("V26", "exact/lamer-burst/scenario.toml", 0.020),
            ("B1", "performance/lamer-b1/scenario.toml", 0.15),
            ("all pairs of 450", "performance/speed/all-pairs-450.toml", 1.0),
            ("Brownian LaMer", "performance/speed/lamer-brownian.toml", 1.0)]:
        runs = [run(options.qdsynth, folder / path, work) for _ in range(options.pairs)]
        print(f"| {name} | {bar} | {statistics.median(r[1] for r in runs):.4f} "
              f"| {statistics.median(r[2] for r in runs):.4f} | {runs[-1][0]['steps']} |")


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if (Path(options.reference) / "hybrid_grid.c").exists():
            compare_with_prototype(options, work)
        else:
            print("no prototype found; only the stated problems\n")
        stated_problems(options, work)


if __name__ == "__main__":
    main()
