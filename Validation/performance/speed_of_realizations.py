#!/usr/bin/env python3
"""Events a second, time, memory and means of realizations, against what benchmarks.md asks of them.

usage: speed_of_realizations.py [--qdsynth PROGRAM] [ladder memory recipe leaps chain exhaustion]

Each line is a process of one thread; rates are events over the user time of the process less that of the
same scenario over a millionth of its time: after start-up, and whatever else the machine does. Without
names, all parts run.

    ladder      10,000 sizes, from 1,000 to 10 million particles
    memory      peak memory against the number of particles, bytes a particle
    recipe      CdSe by hot injection to a mean diameter of 4 nm, 10,000 crystals
    leaps       the same recipe by each method: time, and error of number and radius
    chain       problem B2, 1,000 sizes: means over replicates against the converged answer
    exhaustion  problem B3, 1e5 to 1e8 monomers
"""
import argparse
import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parents[2]
here = root / "Validation/performance"
recipe = root / "Scenarios/cdse-hot-injection/scenario.toml"
avogadro = 6.02214076e23


def run(program, scenario, *settings, replicates=1):
    """What `run --json` says, with the user time (s) and the peak memory (MB) of the process."""
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "run", str(scenario), "-o", f"{folder}/run.h5", "--json", "--quiet", "--engine",
                   "monte-carlo", "--jobs", "1", "--set", f"monte_carlo.replicates={replicates}"]
        for setting in settings:
            command += ["--set", setting]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}) as process:
            text = process.stdout.read().decode()
            said = process.stderr.read().decode()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = status
        assert status == 0, said
    result = json.loads(text)
    return result, usage.ru_utime, usage.ru_maxrss / 1024


def lasting(seconds):
    return f"run.duration={seconds} s", f'run.outputs=["{seconds} s"]'


def events(result):
    return result["ensemble"]["events"]


def final(result, name):
    estimate = result["ensemble"]["final"][name]
    return estimate["value"], estimate["standard_error"]


def rate(program, scenario, duration, *settings):
    """Events, user time after start-up (s), events a second and memory (MB) of one replicate."""
    _, start, _ = run(program, scenario, *lasting(duration * 1e-6), *settings)
    result, time, memory = run(program, scenario, *lasting(duration), *settings)
    return events(result), time - start, events(result) / (time - start), memory, result


def ladder(program):
    print("| particles | events | user time, s | events a second | memory, MB |")
    print("| --- | --- | --- | --- | --- |")
    for particles in (1e3, 1e4, 1e5, 1e6, 1e7):
        # About 500 events a second and particle.
        duration = 2e7 / (540 * particles)
        number, time, pace, memory, _ = rate(
            program, here / "realizations/ladder.toml", duration, f"monte_carlo.volume={particles / 1e21} m^3")
        print(f"| {particles:.0e} | {number:.3g} | {time:.2f} | {pace:.3g} | {memory:.0f} |", flush=True)


def memory(program):
    """The sizes are those of the ladder; the least squares slope over the numbers."""
    sizes = [1e5, 1e6, 1e7, 3e7]
    peaks = []
    print("| particles | peak memory, MB | bytes a particle over the smallest |")
    print("| --- | --- | --- |")
    for particles in sizes:
        _, _, peak = run(program, here / "realizations/ladder.toml", *lasting(1e-9),
                         f"monte_carlo.volume={particles / 1e21} m^3")
        peaks.append(peak)
        over = (peak - peaks[0]) * 1048576 / max(1, particles - sizes[0])
        print(f"| {particles:.0e} | {peak:.1f} | {over:.3f} |", flush=True)


def hot_injection(program, methods, replicates):
    print("| method | events | user time, s | faster | crystals | mean d, nm | error of number "
          "| error of mean d | memory, MB |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    reference = None
    for method in methods:
        result, time, peak = run(
            program, recipe, *lasting(options.end), f"monte_carlo.volume={options.volume} m^3",
            f"monte_carlo.method={method}", replicates=replicates)
        number, number_error = final(result, "number")
        radius, radius_error = final(result, "radius_mean")
        reference = reference or (time, number, number_error, radius, radius_error)

        def error(value, own, exact, other):
            text = f"{value / exact - 1:+.2e}"
            if own is None or other is None:
                return text
            return f"{text} ± {(own ** 2 + other ** 2) ** 0.5 / exact:.1e}"

        print(f"| {method} | {events(result) / replicates:.3g} | {time / replicates:.2f} "
              f"| {reference[0] / time:.1f} | {number * options.volume:.0f} | {2 * radius:.4f} "
              f"| {error(number, number_error, reference[1], reference[2])} "
              f"| {error(radius, radius_error, reference[3], reference[4])} | {peak:.0f} |", flush=True)


def hot(program):
    hot_injection(program, ["composition-rejection", "continuous-solute"], 1)


def leaps(program):
    hot_injection(program, ["composition-rejection", "tau-leaping", "continuous-solute"], 4)


def chain(program):
    scenario, monomers, replicates = here / "chain-1000/scenario.toml", 1e5, 200
    volume = monomers / avogadro
    result, time, peak = run(program, scenario, f"monte_carlo.volume={volume!r} m^3", replicates=replicates)
    solute, solute_error = final(result, "solute")
    number, number_error = final(result, "number")
    print(f"{replicates} replicates of {monomers:.0e} monomers: {events(result):.4g} events, {time:.2f} s, "
          f"{events(result) / time:.3g} events/s with all start-up, {peak:.0f} MB")
    print("| | mean | standard error | converged | off by |")
    print("| --- | --- | --- | --- | --- |")
    for name, value, error, expected in (
            ("M", solute * monomers, solute_error * monomers, 46369.4),
            ("clusters", number * volume, number_error * volume, 617.689)):
        print(f"| {name} | {value:.3f} | {error:.3f} | {expected} | {(value - expected) / error:+.2f} s.e. |")
    size = monomers * (1 - solute) / (number * volume)
    print(f"| mean size | {size:.4f} | | 86.825 | |")


def exhaustion(program):
    print("| monomers | events | user time, s | events a second | memory, MB | particles | mean size |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for monomers in (1e5, 1e6, 1e7, 1e8):
        constant = 5 * monomers / avogadro
        volume = monomers / avogadro
        result, time, peak = run(
            program, here / "realizations/exhaustion.toml", f"monte_carlo.volume={volume!r} m^3",
            f"attachment.rate_constant={constant!r} m^3/s")
        number = final(result, "number")[0] * volume
        mean = monomers * final(result, "yield")[0] / number
        print(f"| {monomers:.0e} | {events(result):.4g} | {time:.2f} | {events(result) / time:.3g} | {peak:.0f} "
              f"| {number:.0f} | {mean:.1f} |", flush=True)


parts = {"ladder": ladder, "memory": memory, "recipe": hot, "leaps": leaps, "chain": chain,
         "exhaustion": exhaustion}
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("--volume", type=float, default=9.4e-19, help="of the recipe, m^3")
parser.add_argument("--end", type=float, default=15, help="of the recipe, s")
parser.add_argument("part", nargs="*", choices=[*parts, []], default=[])
options = parser.parse_args()
print(f"load {os.getloadavg()[0]:.1f}, {subprocess.check_output([options.qdsynth, '--version']).decode().strip()}")
for name in options.part or parts:
    print(f"\n{name}\n")
    parts[name](options.qdsynth)
