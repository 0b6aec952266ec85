#!/usr/bin/env python3
"""What `sweep analyze` finds in finished sweeps: best points, fronts, effects, indices, pictures and errors.

Runs the program on PATH in a scratch folder: one small sweep of a shipped scenario, and tables of functions
that are known here. Needs numpy, and h5dump of the HDF5 tools.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")
ROOT = Path(__file__).resolve().parents[2]
SCENARIO = ROOT / "Scenarios/pbs-sensitivity/scenario.toml"

done = 0


def run(*arguments):
    return subprocess.run([QDSYNTH, *map(str, arguments)], capture_output=True, text=True, timeout=300)


def expect(holds, claim, seen=None):
    global done
    if not holds:
        detail = "" if seen is None else f"\n{seen.returncode}\n{seen.stdout}\n{seen.stderr}"
        sys.exit(f"FAILED: {claim}{detail}")
    done += 1


def analyze(folder, *arguments):
    """The JSON document, and the run itself."""
    seen = run("sweep", "analyze", folder, "--json", "--no-pictures", *arguments)
    expect(seen.returncode == 0, f"analyze {arguments} succeeds", seen)
    document = json.loads(seen.stdout)
    expect(document == json.loads((Path(folder) / "analysis.json").read_text()), "the file is the same")
    return document, seen


def refused(folder, status, words, *arguments):
    seen = run("sweep", "analyze", folder, "--no-pictures", *arguments)
    expect(seen.returncode == status, f"{arguments} ends with {status}", seen)
    for word in words:
        expect(word in seen.stderr, f"{arguments} says \"{word}\"", seen)


def close(one, other, tolerance=1e-9):
    return numpy.allclose(one, other, rtol=tolerance, atol=tolerance)


class Table:
    """A finished sweep whose values are made here, with the plan of a real one."""

    def __init__(self, folder, plan, design, heads, columns, statuses=None, skipped=()):
        folder.mkdir()
        count = len(columns[0])
        replicates = design.get("replicates", 1)
        plan = dict(plan, points=count // replicates, runs=count)
        plan["design"] = {"replicates": 1, "seed": 1, **design}
        (folder / "plan.json").write_text(json.dumps(plan))
        with open(folder / "sweep.csv", "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["index", "identity", "replicate", "seed", "status", *heads, "reason"])
            for row in range(count):
                if row in skipped:
                    continue
                status = statuses[row] if statuses else "done"
                cells = [c[row] if isinstance(c[row], str) or not numpy.isnan(c[row]) else "" for c in columns]
                writer.writerow([row, f"{row:064x}", row % replicates, row, status, *cells, ""])


def axis(path, low, high, scale="linear"):
    return {"path": path, "from": low, "to": high, "scale": scale}


def check_sweep(folder):
    """A shipped scenario, small: columns, indices by the published formulas, pictures."""
    seen = run("sweep", SCENARIO, "--set", "sweep.samples=4", "-o", folder, "--quiet")
    expect(seen.returncode == 0, "the sweep runs", seen)
    rows = list(csv.DictReader(open(folder / "sweep.csv")))
    expect(len(rows) == 4 * 7, "a saltelli design has N(D + 2) points")
    widths = numpy.array([float(row["linewidth [eV]"]) for row in rows])
    inner = numpy.array([float(row["linewidth_inhomogeneous [eV]"]) for row in rows])
    expect(close(widths**2, 0.05**2 + inner**2), "a linewidth is that of a dot and of the spread of sizes")
    check_linewidth(folder, rows[9])

    document, _ = analyze(folder, "--objective", "diameter = 5 nm", "--objective", "linewidth min")
    d = 2 * numpy.array([float(row["radius_mean [nm]"]) for row in rows])
    response = document["responses"][0]
    expect(response["name"] == "diameter_mean" and response["unit"] == "nm", "a size is a diameter in nm")
    expect(close(response["mean"], d.mean()), "its mean is that of the table")
    blocks = (d - d.mean()).reshape(4, 7)
    a, b, mixed = blocks[:, 0], blocks[:, 6], blocks[:, 1:6]
    variance = numpy.var(numpy.r_[a, b])
    paths = [axis["path"] for axis in document["axes"]]
    for place, path in enumerate(paths):
        first = numpy.mean(b * (mixed[:, place] - a)) / variance
        total = 0.5 * numpy.mean((a - mixed[:, place]) ** 2) / variance
        indices = response["indices"]
        expect(close(indices["first"][path]["value"], first), f"first order of {path}")
        expect(close(indices["total"][path]["value"], total), f"total of {path}")
        expect(indices["total"][path]["lower"] <= total <= indices["total"][path]["upper"], "in its interval")
    costs = numpy.array([abs(d - 5), widths]).T
    expect([p["point"] for p in document["pareto"]] == list(front(costs)), "the front is that of the table")
    expect(document["best"][0]["front"] == 1 and len(document["best"]) == 10, "ten points, the best first")

    seen = run("sweep", "analyze", folder, "--objective", "dispersion min", "--objective", "yield max",
               "--response", "log number", "--format", "png", "-o", folder / "pictures")
    expect(seen.returncode == 0, "pictures are drawn", seen)
    for name in ["responses", "effects", "map", "indices", "pareto"]:
        picture = (folder / "pictures" / f"analysis-{name}.png").read_bytes()
        expect(picture[:4] == b"\x89PNG" and len(picture) > 20_000, f"there is a picture of {name}")
    for words in ["Best 10 of 28 points: dispersion min, yield max", "Pareto front", "log10 number",
                  "sensitivity index", "4 blocks", "main effect"]:
        expect(words in seen.stdout, f"tables say \"{words}\"", seen)

    (folder / "sweep.csv").unlink()
    again, _ = analyze(folder, "--objective", "diameter = 5 nm", "--objective", "linewidth min")
    expect(again["responses"] == document["responses"], "sweep.h5 alone gives the same")


def check_linewidth(folder, row):
    """One point as a run of its own, whose file has the same first exciton."""
    settings = []
    for head, value in row.items():
        if "." in head or head.startswith("species"):
            path, unit = head[:-1].split(" [")
            settings += ["--set", f"{path}={value} {unit}"]
    result = folder / "single.h5"
    seen = run("run", SCENARIO, *settings, "-o", result, "--quiet")
    expect(seen.returncode == 0, "the point runs alone", seen)
    for ours, theirs in [("linewidth", "linewidth"), ("first_exciton", "peak"),
                         ("linewidth_inhomogeneous", "linewidth_inhomogeneous")]:
        last = numbers(result, f"/entry/optics/{theirs}")[-1]
        expect(close(float(row[f"{ours} [eV]"]), last, 1e-8), f"{ours} is that of a run")


def numbers(file, dataset):
    """All numbers of a dataset, by the tool of the HDF5 library."""
    seen = subprocess.run(["h5dump", "-y", "-w", "1", "-m", "%.16g", "-d", dataset, str(file)],
                          capture_output=True, text=True)
    lines = seen.stdout[seen.stdout.index("DATA {"):].splitlines()[1:]
    values = []
    for line in lines:
        if "}" in line:
            break
        values.append(float(line.strip().rstrip(",")))
    return values


def front(costs):
    for point, own in enumerate(costs):
        if not (numpy.all(costs <= own, axis=1) & numpy.any(costs < own, axis=1)).any():
            yield point


def check_grid(folder, plan):
    """Means, interactions, text axes, maps and replicates of a grid."""
    t, k, law = [10.0, 20, 30], [1.0, 10, 100, 1000], ["mixed", "power"]
    grid = [(x, y, z, r) for x in t for y in k for z in law for r in range(2)]
    y = numpy.array([x * (1 if z == "mixed" else 2) + numpy.log10(w) + r for x, w, z, r in grid])
    design = {"design": "grid", "replicates": 2, "axes": [
        {"path": "flask.temperature", "values": ["10 degC", "20 degC", "30 degC"]},
        axis("reaction[0].rate_constant", "1 1/s", "1000 1/s", "log") | {"count": 4},
        {"path": "attachment.law", "values": law}]}
    heads = ["flask.temperature [degC]", "reaction[0].rate_constant [1/s]", "attachment.law", "y [nm]", "same [1]"]
    columns = [[g[0] for g in grid], [g[1] for g in grid], [g[2] for g in grid], y, numpy.ones(len(y))]
    Table(folder, plan, design, heads, columns)
    document, seen = analyze(folder, "--objective", "y min", "--response", "same")
    expect("runs of each point are averaged" in seen.stderr and "same is the same" in seen.stderr, "told", seen)
    best = document["best"][0]
    expect(best["objectives"]["y"] == 10.5 and best["standard_errors"]["y"] == 0.5, "means over replicates")
    expect(best["parameters"] == {"flask.temperature": 10, "reaction[0].rate_constant": 1,
                                  "attachment.law": "mixed"}, "parameters as they are")
    means = y.reshape(3, 4, 2, 2).mean(axis=3)
    effects = document["responses"][0]["effects"]
    expect(close([g["mean"] for g in effects[0]["groups"]], means.mean(axis=(1, 2))), "means by temperature")
    expect(close([g["standard_error"] for g in effects[1]["groups"]],
                 [means[:, i].std(ddof=1) / 6**0.5 for i in range(4)]), "standard errors by rate")
    share = means.mean(axis=(1, 2)).var() / means.var()
    expect(close(effects[0]["share"], share), "the share of temperature")
    pairs = document["responses"][0]["interactions"]
    expect(pairs[0]["paths"] == ["flask.temperature", "attachment.law"], "the pair that interacts comes first")
    whole = sum(e["share"] for e in effects) + sum(p["share"] for p in pairs)
    expect(close(whole, 1), "shares of this grid add up")

    seen = run("sweep", "analyze", folder, "--response", "y", "--map", "temperature,rate_constant",
               "--at", "law=power")
    expect(seen.returncode == 0 and "analysis-map.svg" in seen.stderr, "a map with an axis held", seen)
    svg = (folder / "analysis-map.svg").read_text()
    expect("law = power" in svg and "°C" in svg, "its title says what is held")
    refused(folder, 64, ["no axis is called \"flask.temprature\"", "flask.temperature"],
            "--response", "y", "--map", "flask.temprature,rate_constant")
    refused(folder, 64, ["attachment.law is never \"mxed\"", "mixed"], "--response", "y", "--at", "law=mxed")
    refused(folder, 64, ["no two numbers"], "--response", "y", "--map", "law,temperature")
    refused(folder, 65, ["gives no sensitivity indices", "saltelli"], "--response", "y", "--indices")
    refused(folder, 64, ["none of diameter", "known: y, same"])


def check_errors(folder, plan):
    x = numpy.linspace(0, 1, 40)
    design = {"design": "latin-hypercube", "axes": [axis("a.x", "0", "1"), axis("b.x", "0", "1")], "samples": 40}
    heads = ["a.x [1]", "b.x [1]", "radius_mean [nm]", "dispersion [1]", "number [1/m^3]"]
    radius = 2 + x
    radius[7] = numpy.nan
    columns = [x, 1 - x, radius, x**2, 1e20 * 10 ** (4 * x)]
    statuses = ["done"] * 40
    statuses[7] = "failed"
    Table(folder, plan, design, heads, columns, statuses, skipped=(3, 4))
    document, seen = analyze(folder, "--objective", "size = 0.0055 um", "--objective", "number max")
    expect("3 of 40 runs have no result (1 failed, 2 not run yet)" in seen.stderr, "gaps are told", seen)
    expect("log number" in seen.stderr, "decades are told", seen)
    expect((document["done"], document["failed"], document["pending"]) == (37, 1, 2), "and counted")
    best = document["best"][0]
    expect(best["point"] == 39 or document["objectives"][0]["target"] == 5.5, "a target in the table's unit")
    refused(folder, 64, ["no quantity called \"dispersoin\"", "did you mean \"dispersion\""],
            "--objective", "dispersoin min")
    refused(folder, 64, ["diameter_mean is in nm"], "--objective", "diameter = 5 s")
    refused(folder, 64, ["diameter_mean is in nm"], "--objective", "diameter = 5")
    refused(folder, 64, ["does not say what is wanted"], "--objective", "dispersion")
    refused(folder, 64, ["[optics]"], "--objective", "linewidth min")
    refused(folder, 64, ["monte-carlo"], "--objective", "singles max")
    refused(folder.parent, 66, ["no plan.json"])
    (folder / "sweep.csv").write_text("index,identity,replicate,seed,status,a.x [1],b.x [1],reason\n")
    refused(folder, 65, ["no run has left a number"])
    (folder / "sweep.csv").unlink()
    refused(folder, 66, ["sweep merge"])


def check_large(folder, plan):
    """100,000 rows: within seconds and 300 MB, the front and shares exact."""
    samples, dimensions = 8192, 10
    count = samples * (dimensions + 2)
    random = numpy.random.default_rng(1)
    design = {"design": "saltelli", "samples": samples, "second_order": False,
              "axes": [axis(f"a.x{i}", "0", "1") for i in range(dimensions)]}
    heads = [f"a.x{i} [1]" for i in range(dimensions)] + [f"y{i} [1]" for i in range(40)]
    columns = [*random.random((dimensions, count)), *random.random((40, count)).round(5)]
    Table(folder, plan, design, heads, columns)
    arguments = [item for i in range(3) for item in ("--objective", f"y{i} {['min', 'max', 'min'][i]}")]
    start = time.monotonic()
    document, _ = analyze(folder, *arguments, "--top", "100")
    seconds = time.monotonic() - start
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    costs = numpy.array([columns[dimensions], -columns[dimensions + 1], columns[dimensions + 2]]).T
    found = [p["point"] for p in document["pareto"]]
    beaten = [((costs <= costs[p]).all(1) & (costs < costs[p]).any(1)).any() for p in found]
    expect(not any(beaten), "no point of the front is beaten")
    order = numpy.argsort(costs.sum(1))
    kept = []
    for point in order:
        if not any((costs[k] <= costs[point]).all() and (costs[k] < costs[point]).any() for k in kept):
            kept.append(point)
    expect(sorted(kept) == found, "and the front is whole")
    expect(seconds < 10, f"{count} rows take {seconds:.1f} s, less than ten")
    expect(memory < 300, f"and {memory:.0f} MB, less than 300")
    print(f"{count} rows of {len(heads)} columns: {seconds:.1f} s, {memory:.0f} MB")


def check_singles(folder):
    """Which recipe gives one dopant and no more: by a sweep of realizations, against Poisson."""
    seen = run(
        "sweep", ROOT / "Scenarios/mn-zns-single-dopant/scenario.toml", "-o", folder, "--quiet", "--set",
        "monte_carlo.replicates=2", "--set", "monte_carlo.volume=\"2e-19 m^3\"")
    expect(seen.returncode == 0, "realizations are swept", seen)
    document, _ = analyze(folder, "--objective", "singles max")
    best = document["best"][0]
    expect(best["parameters"]["dopant[0].cooperativity"] == 0.01, "the shyest second dopant is best")
    with open(folder / "sweep.csv", newline="") as file:
        shares = {row["dopant[0].cooperativity [1]"]: [] for row in csv.DictReader(file)}
    with open(folder / "sweep.csv", newline="") as file:
        for row in csv.DictReader(file):
            shares[row["dopant[0].cooperativity [1]"]].append(float(row["Mn_single [1]"]))
    highest = {factor: max(share) for factor, share in shares.items()}
    expect(close(best["objectives"]["Mn_single"], max(highest.values())), "the best is the table's")
    # 200 crystals: four standard errors of a share are 0.14.
    for factor, limit in ((1, numpy.exp(-1)), (0.01, 0.01 ** (0.01 / 0.99))):
        found = next(share for name, share in highest.items() if float(name) == factor)
        expect(found < limit + 0.14, f"at {factor} no more than {limit:.3f} are singles: {found}")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        check_sweep(scratch / "sweep")
        plan = json.loads((scratch / "sweep/plan.json").read_text())
        check_grid(scratch / "grid", plan)
        check_errors(scratch / "errors", plan)
        check_large(scratch / "large", plan)
        check_singles(scratch / "singles")
    print(f"{done} checks passed")


main()
