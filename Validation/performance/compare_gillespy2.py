#!/usr/bin/env python3
"""Events a second of problem B2 (1,000 sizes, 1e5 monomers) through qdsynth and through GillesPy2's compiled
exact solver, in one call.

usage: compare_gillespy2.py [--qdsynth PROGRAM] [--sizes 1000] [--monomers 100000] [--python PYTHON]

Makes a virtual environment, installs gillespy2 there, writes the chain as its reactions, has it compiled
and runs one trajectory; --python names an interpreter that has it already. The trajectory's time, without
building and compiling, over the events that qdsynth counts for the same trajectory on average is its rate.
Takes minutes and 2 GB for the compiler. Both run one after the other on one core.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parents[2]

peer = """
import json, math, resource, sys, time
import gillespy2

sizes, monomers = int(sys.argv[1]), int(sys.argv[2])
model = gillespy2.Model(name="chain")
species = [gillespy2.Species(name=f"C{n}", initial_value=monomers if n == 1 else 0)
           for n in range(1, sizes + 1)]
model.add_species(species)
reactions = [gillespy2.Reaction(
    name="r1", reactants={"C1": 2}, products={"C2": 1},
    propensity_function=f"{0.5e-3 / monomers!r}*C1*(C1-1)")]
for n in range(2, sizes):
    reactions.append(gillespy2.Reaction(
        name=f"a{n}", reactants={"C1": 1, f"C{n}": 1}, products={f"C{n + 1}": 1},
        propensity_function=f"{n ** (2 / 3) / monomers!r}*C1*C{n}"))
for n in range(2, sizes + 1):
    rate = 0.05 * n ** (2 / 3) * math.exp(1.5 * (n ** (2 / 3) - (n - 1) ** (2 / 3)))
    products = {"C1": 2} if n == 2 else {"C1": 1, f"C{n - 1}": 1}
    reactions.append(gillespy2.Reaction(
        name=f"d{n}", reactants={f"C{n}": 1}, products=products, propensity_function=f"{rate!r}*C{n}"))
model.add_reaction(reactions)
model.timespan(gillespy2.TimeSpan.linspace(t=20, num_points=2))
start = time.perf_counter()
solver = gillespy2.SSACSolver(model=model)
compiled = time.perf_counter()
before = resource.getrusage(resource.RUSAGE_CHILDREN)
result = solver.run(seed=1)
after = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"version": gillespy2.__version__, "compile": compiled - start,
                  "wall": time.perf_counter() - compiled, "user": after.ru_utime - before.ru_utime,
                  "M": float(result["C1"][-1]),
                  "clusters": float(sum(result[f"C{n}"][-1] for n in range(2, sizes + 1)))}))
"""

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("--sizes", type=int, default=1000)
parser.add_argument("--monomers", type=int, default=100_000)
parser.add_argument("--python", help="an interpreter that has gillespy2")
options = parser.parse_args()


def ours(folder, replicates):
    volume = options.monomers / 6.02214076e23
    command = [options.qdsynth, "run", str(root / "Validation/performance/chain-1000/scenario.toml"), "-o",
               f"{folder}/chain.h5", "--json", "--quiet", "--engine", "monte-carlo", "--jobs", "1", "--set",
               f"grid.largest={options.sizes}", "--set", f"monte_carlo.volume={volume!r} m^3", "--set",
               f"monte_carlo.replicates={replicates}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        text = run.stdout.read()
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = status
    assert status == 0
    return json.loads(text)["ensemble"]["events"], usage.ru_utime


with tempfile.TemporaryDirectory() as folder:
    python = options.python
    if python is None:
        subprocess.run([sys.executable, "-m", "venv", folder + "/venv"], check=True)
        python = folder + "/venv/bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "gillespy2"], check=True)
    # All start-up counts, in 200 replicates of one process.
    events, user = ours(folder, 200)
    each = events / 200
    # It calls SCons by the interpreter that the virtual environment links to, which has to find it.
    packages = subprocess.run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
                              check=True, capture_output=True, text=True).stdout.strip()
    made = subprocess.run([python, "-c", peer, str(options.sizes), str(options.monomers)],
                          capture_output=True, text=True, env={**os.environ, "PYTHONPATH": packages})
    if made.returncode != 0:
        sys.exit(made.stderr)
    theirs = json.loads(made.stdout.strip().splitlines()[-1])
    seconds = theirs["user"]
    print(f"{options.sizes} sizes, {options.monomers} monomers, {each:.0f} events a trajectory, load "
          f"{os.getloadavg()[0]:.1f}")
    print("| program | compile, s | user time of a trajectory, s | events a second |")
    print("| --- | --- | --- | --- |")
    print(f"| GillesPy2 {theirs['version']}, SSACSolver | {theirs['compile']:.0f} | {seconds:.3g} "
          f"| {each / seconds:.3g} |")
    print(f"| qdsynth | 0 | {user / 200:.3g} | {events / user:.3g} |")
    print(f"ratio {events / user / (each / seconds):.0f}; its M {theirs['M']:.0f}, "
          f"clusters {theirs['clusters']:.0f}")
