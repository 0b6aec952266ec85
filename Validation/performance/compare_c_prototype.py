#!/usr/bin/env python3
"""The same physics through the C prototype and through qdsynth, in alternation, in one call.

usage: compare_c_prototype.py [--reference FOLDER] [--qdsynth PROGRAM] [--pairs 5]
                              [--states 2000 8000 30000]

The prototype (becker_doering.c, in FOLDER or $QDSYNTH_REFERENCE, else ../shared/reference) is built in a
temporary folder with more digits in its output, which its times do not show. The grid is closed at the same
number of states, the outputs and tolerances are the same. Printed are medians of the solver's own wall time
and of the whole process, and each program's error in number and mean diameter at 3600 s against its own run
at a hundred times tighter relative and absolute tolerances (for which the prototype's absolute tolerance,
written in its source, is changed in a second copy).
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
scenario = root / "Validation/exact/ladder-growing-top/scenario.toml"
outputs = [1, 3, 10, 30, 60, 120, 300, 600, 1800, 3600]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reference = os.environ.get("QDSYNTH_REFERENCE", str(root / "../shared/reference"))
    parser.add_argument("--reference", default=reference)
    parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--states", type=int, nargs="+", default=[2000, 8000, 30000])
    return parser.parse_args()


def build(source, folder, name, absolute):
    """The prototype with ten digits in its output and an absolute tolerance of its own."""
    text = source.read_text()
    digits = {"Nqd=%.3e/m3": "Nqd=%.12e/m3", "<d>=%.3f nm": "<d>=%.12f nm", "sd=%.2f%%": "sd=%.9f%%"}
    for old, new in {**digits, "P0*1e-8": f"P0*{absolute}"}.items():
        if text.count(old) != 1:
            sys.exit(f"{source}: expected one {old!r}")
        text = text.replace(old, new)
    copy, program = folder / f"{name}.c", folder / name
    copy.write_text(text)
    subprocess.run(
        ["gcc", "-O3", "-march=native", "-I/usr/lib/x86_64-linux-gnu/openmpi/include", str(copy), "-o",
         str(program), "-lsundials_cvodes", "-lsundials_nvecserial", "-lm"], check=True)
    return program


def timed(command):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout, elapsed


def prototype(program, states, relative):
    text, elapsed = timed([str(program), str(states), str(relative), "3600"])
    line = text.strip().splitlines()[-1]
    number = lambda key: float(re.search(re.escape(key) + r"([-+0-9.e]+)", line)[1])
    assert number("t=") == 3600, line
    return {"N": number("Nqd="), "d": number("<d>="), "steps": int(number("steps=")),
            "solver": number("wall="), "process": elapsed}


def ours(program, states, relative, folder):
    times = json.dumps([f"{t} s" for t in outputs])
    text, elapsed = timed(
        [program, "run", str(scenario), "--json", "--quiet", "-o", str(folder / "run.h5"),
         "--set", f"run.outputs={times}", "--set", f"run.tolerances.relative={relative}",
         "--set", "grid.top=closed", "--set", f"grid.largest={states}"])
    result = json.loads(text)
    assert result["status"] == "finished" and result["time"] == 3600, text
    final = result["final"]
    return {"N": final["number"]["value"], "d": 2 * final["radius_mean"]["value"],
            "steps": result["steps"], "solver": result["wall_time"], "process": elapsed}


def main():
    options = arguments()
    source = Path(options.reference) / "becker_doering.c"
    if not source.exists():
        sys.exit(f"there is no {source}: give its folder with --reference or QDSYNTH_REFERENCE")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        usual = build(source, folder, "usual", "1e-8")
        tight = build(source, folder, "tight", "1e-10")
        compare(options, folder, usual, tight)


def compare(options, folder, usual, tight):
    print("| states | steps C, ours | solver C, s | ours, s | ratio | process C, s | ours, s | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    errors = []
    for states in options.states:
        pairs = [(prototype(usual, states, 1e-6), ours(options.qdsynth, states, 1e-6, folder))
                 for _ in range(options.pairs)]
        cells = [str(states), f"{pairs[0][0]['steps']}, {pairs[0][1]['steps']}"]
        for key in ("solver", "process"):
            c, q = (statistics.median(pair[i][key] for pair in pairs) for i in (0, 1))
            ratio = statistics.median(pair[0][key] / pair[1][key] for pair in pairs)
            cells += [f"{c:.3f}", f"{q:.3f}", f"{ratio:.2f}"]
        print("| " + " | ".join(cells) + " |", flush=True)
        references = prototype(tight, states, 1e-8), ours(options.qdsynth, states, 1e-8, folder)
        for who, run, reference in zip(("C", "qdsynth"), pairs[0], references):
            wrong = [abs(run[key] / reference[key] - 1) for key in ("N", "d")]
            errors.append(f"| {states} | {who} | {reference['N']:.6e} | {reference['d']:.6f} "
                          f"| {wrong[0]:.1e} | {wrong[1]:.1e} |")
    print("\n| states | program | N, tight | d, tight | error of N | error of d |")
    print("| --- | --- | --- | --- | --- | --- |")
    print("\n".join(errors))


main()
