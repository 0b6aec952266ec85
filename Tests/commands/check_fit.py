#!/usr/bin/env python3
"""What comes out of `qdsynth fit`, from a series with counting noise to files and pictures.

Runs the program on PATH in a scratch folder. Needs h5py, numpy and xarray, and gnuplot for pictures.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import h5py
import numpy

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")
HERE = Path(__file__).resolve().parent
TRUTH = HERE / "fixtures" / "slow-precursor.toml"
READER = HERE.parent / "python" / "check_fit.py"

FIT = """
[fit]
starts = {starts}
seed = 3
profiles = {profiles}
samples = {samples}

[[fit.parameter]]
path = "material.surface_energy"
from = "0.12 J/m^2"
to = "{top} J/m^2"
start = "0.14 J/m^2"

[[fit.parameter]]
path = "reaction[0].rate_constant"
from = "0.005 1/s"
to = "0.1 1/s"
start = "0.015 1/s"

[[fit.data]]
name = "TEM"
kind = "quantity"
quantity = "radius_mean"
file = "radius.csv"
scale = 1
"""

SAXS = """
[[fit.data]]
name = "beamline"
kind = "saxs"
file = "frame_*.dat"
time_pattern = "_([0-9.]+ s)"
scale = 1
background = "series"
"""

RIVALS = """
[[fit.rival]]
name = "mixed"

[[fit.rival]]
name = "surface"
set = { attachment = { law = "surface-limited", surface_rate_constant = "5e-4 m/s" } }
"""

done = 0


def run(*arguments):
    return subprocess.run(
        [QDSYNTH, *map(str, arguments)], capture_output=True, text=True, timeout=300)


def expect(holds, claim, seen=None):
    global done
    if not holds:
        detail = "" if seen is None else f"\n{seen.returncode}\n{seen.stdout}\n{seen.stderr}"
        sys.exit(f"FAILED: {claim}{detail}")
    done += 1


def make_data():
    """Frames as a detector would have counted them, and radii with an error of 2 %."""
    seen = run("run", TRUTH, "-o", "truth.h5", "--quiet")
    expect(seen.returncode == 0, "the truth runs", seen)
    with h5py.File("truth.h5") as file:
        saxs, summary = file["entry/saxs"], file["entry/summary"]
        q = saxs["q"][:]
        for index, time in enumerate(saxs["time"][:]):
            if index == 0:
                continue
            rows = zip(q, saxs["I_measured"][index], saxs["Idev"][index])
            lines = ["# q (1/nm)  I (1/cm)  sigma (1/cm)"]
            lines += [f"{a:.9e} {b:.9e} {c:.9e}" for a, b, c in rows]
            Path(f"frame_{time:04.1f} s.dat").write_text("\n".join(lines) + "\n")
        noise = numpy.random.default_rng(1).normal(size=6)
        rows = ["time [s],radius [nm],sd [nm]"]
        for time, radius, error in zip(summary["time"][1:], summary["radius_mean"][1:], noise):
            rows.append(f"{time},{radius * (1 + 0.02 * error)},{0.02 * radius}")
        Path("radius.csv").write_text("\n".join(rows) + "\n")


def make_scenario(name, profiles="false", samples=0, starts=1, top="0.18", more=""):
    fit = FIT.format(profiles=profiles, samples=samples, starts=starts, top=top)
    text = TRUTH.read_text() + fit + more
    Path(name).write_text(text)


def check_files():
    make_scenario("whole.toml", profiles="true", starts=2, more=SAXS)
    seen = run("fit", "whole.toml", "-o", "whole.h5", "--json", "--jobs", 2)
    expect(seen.returncode == 0, "the fit converges", seen)
    for ending in ["h5", "json", "csv", "toml"]:
        expect(Path(f"whole.{ending}").exists(), f"whole.{ending} is written")
    document = json.loads(seen.stdout)
    expect(document == json.loads(Path("whole.json").read_text()), "--json says what whole.json holds")
    expect(0.5 < document["reducedChiSquare"] < 1.5, f"chi-square is {document['reducedChiSquare']}")
    truth = {"material.surface_energy": 0.15, "reaction[0].rate_constant": 0.02}
    for row in document["parameters"]:
        off = abs(row["value"] - truth[row["name"]]) / row["standardError"]
        expect(off < 4, f"{row['name']} is {off} standard errors off the truth")
    with open("whole.csv") as file:
        rows = list(csv.DictReader(file))
    expect([row["parameterId"] for row in rows]
           == ["material_surface_energy", "reaction_0_rate_constant"], "the table has identifiers")
    expect(all(float(row["lowerBound"]) < float(row["nominalValue"]) < float(row["upperBound"])
               for row in rows), "values lie between their bounds")
    again = run("run", "whole.toml", "-o", "again.h5", "--quiet")
    expect(again.returncode == 0, "the fitted scenario runs", again)
    opens("whole.h5")


def opens(path):
    seen = subprocess.run([sys.executable, READER, path], capture_output=True, text=True)
    expect(seen.returncode == 0, f"other programs read {path}", seen)


def check_samples():
    make_scenario("sampled.toml", samples=12)
    seen = run("fit", "sampled.toml", "-o", "sampled", "--quiet")
    expect(seen.returncode == 0, "a posterior is sampled", seen)
    opens("sampled.h5")
    with h5py.File("sampled.h5") as file:
        expect(file["posterior/material_surface_energy"].shape == (16, 12), "walkers by draws")
        expect(file["bands/source"][()] == b"posterior", "bands are of the posterior")
    expect(run("check", "sampled.h5").returncode == 0, "check finds it good")
    seen = run("plot", "sampled.h5", "--picture", "corner", "-o", "corner.png")
    expect(seen.returncode == 0, "the picture corner", seen)


def check_file_against_data():
    """The file holds what was measured, and a chi-square that follows from it."""
    with h5py.File("whole.h5") as file:
        series = file["series/2"]
        expect(series["name"][()].decode() == "beamline", "the series keeps its name")
        expect(series["data"].shape == (5, 16), "five frames of 16 points")
        measured = numpy.loadtxt(sorted(Path(".").glob("frame_*"))[0])
        expect(numpy.allclose(series["q"][:], measured[:, 0], rtol=1e-8), "q in 1/nm")
        expect(numpy.allclose(series["data"][0], measured[:, 1], rtol=1e-8), "I in 1/cm")
        residuals = (series["data"][:] - series["model"][:]) / series["deviation"][:]
        expect(numpy.isclose((residuals**2).sum(), series["chi_square"][()]), "chi-square of points")
        total = sum(file[f"series/{n}/chi_square"][()] for n in (1, 2))
        expect(numpy.isclose(total, file["fit/chi_square"][()], rtol=1e-5), "chi-square of all")
        inputs = [name.decode() for name in file["process/inputs/file"][:]]
        expect(any(name.endswith("radius.csv") for name in inputs), "the data have their hashes")


def check_commands():
    seen = run("show", "whole.h5")
    expect(seen.returncode == 0 and "material.surface_energy" in seen.stdout, "show", seen)
    seen = run("show", "whole.h5", "--json")
    expect(json.loads(seen.stdout)["series"][1]["points"] == 80, "show as JSON", seen)
    seen = run("check", "whole.h5")
    expect(seen.returncode == 0 and "good" in seen.stdout, "check finds it good", seen)
    with h5py.File("whole.h5") as source, h5py.File("altered.h5", "w") as target:
        for name in source:
            source.copy(name, target)
        for name, value in source.attrs.items():
            target.attrs[name] = value
        target["fit/value"][0] = 0.3
    seen = run("check", "altered.h5")
    expect(seen.returncode == 65 and "bounds" in seen.stderr, "check finds a value astray", seen)
    seen = run("plot", "whole.h5", "-o", "whole.svg", "--json")
    expect(seen.returncode == 0 and Path("whole.svg").exists(), "everything is drawn", seen)
    expect(len(json.loads(seen.stdout)["panels"]) >= 11, "with all its panels", seen)
    for part in ["data", "residuals", "bands", "profiles", "starts"]:
        seen = run("plot", "whole.h5", "--picture", part, "-o", f"{part}.png")
        expect(seen.returncode == 0, f"the picture {part}", seen)
    expect(run("plot", "truth.h5", "--picture", "data").returncode == 64, "--picture is for fits")
    expect(run("plot", "whole.h5", "truth.h5").returncode == 64, "a fit is drawn alone")
    expect(run("show", "truth.h5").returncode == 65, "show refuses a run")


def check_ends():
    make_scenario("bound.toml", top="0.147")
    seen = run("fit", "bound.toml", "-o", "bound", "--quiet", "--strict")
    expect(seen.returncode == 4, "exit 4 at a bound", seen)
    expect(Path("bound.h5").exists(), "with its files")
    seen = run("plot", "bound.h5", "--picture", "corner", "-o", "none.png")
    expect(seen.returncode == 65 and "corner" in seen.stderr, "no samples, no corner", seen)
    expect(run("plot", "bound.h5", "-o", "bound.png").returncode == 0, "the rest is drawn")
    seen = run("fit", TRUTH, "-o", "nothing")
    expect(seen.returncode == 65 and "[fit]" in seen.stderr, "exit 65 without [fit]", seen)
    make_scenario("astray.toml", more="")
    text = Path("astray.toml").read_text().replace("radius.csv", "gone.csv")
    Path("astray.toml").write_text(text)
    seen = run("fit", "astray.toml", "-o", "nothing")
    expect(seen.returncode == 66 and "gone.csv" in seen.stderr, "exit 66 without data", seen)
    expect(not list(Path(".").glob("nothing*")), "and no files")


def check_rivals():
    make_scenario("rivals.toml", more=RIVALS)
    seen = run("fit", "rivals.toml", "-o", "rivals", "--quiet")
    expect(seen.returncode == 0, "rivals are fitted", seen)
    with open("rivals-rivals.csv") as file:
        rows = list(csv.DictReader(file))
    expect({row["rival"] for row in rows} == {"mixed", "surface"}, "both are in the table")
    bic = [float(row["bic"]) for row in rows]
    expect(bic == sorted(bic) and float(rows[0]["delta_bic"]) == 0, "the most probable first")
    for name in ["mixed", "surface"]:
        for ending in ["h5", "json", "csv", "toml"]:
            expect(Path(f"rivals-{name}.{ending}").exists(), f"rivals-{name}.{ending}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        make_data()
        check_files()
        check_file_against_data()
        check_commands()
        check_samples()
        check_ends()
        check_rivals()
        if os.environ.get("QDSYNTH_GALLERY"):
            for picture in Path(".").glob("*.png"):
                Path(os.environ["QDSYNTH_GALLERY"], picture.name).write_bytes(picture.read_bytes())
            subprocess.run([QDSYNTH, "plot", "whole.h5", "-o", Path(
                os.environ["QDSYNTH_GALLERY"], "whole.png")], check=True)
        os.chdir("/")
    print(f"fit: {done} claims hold")
