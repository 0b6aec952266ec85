#!/usr/bin/env python3
"""What `frames` says of measured files: radius, dispersion, number and volume, and what it refuses.

Runs the program on PATH in a scratch folder, on curves that numpy sums up here. Needs numpy only.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")
CONTRAST = 3.0e15  # 1/m^2

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


def curve(q, mean, dispersion, volume):
    """Intensities in 1/cm of Schulz spheres, summed over radii; q in 1/angstrom, mean in nm."""
    radii = numpy.linspace(max(1e-3, 1 - 8 * dispersion), 1 + 8 * dispersion, 4000) * mean * 1e-9
    shape = dispersion**-2
    u = radii / (mean * 1e-9)
    weights = numpy.exp((shape - 1) * numpy.log(u) - shape * (u - 1))
    x = numpy.outer(q * 1e10, radii)
    volumes = 4 / 3 * numpy.pi * radii**3
    form = (3 * (numpy.sin(x) - x * numpy.cos(x)) / x**3) ** 2
    return volume * CONTRAST**2 * (form @ (weights * volumes**2)) / (weights @ volumes) / 100


def write(path, q, intensity, sigma=None):
    head = "# q (1/angstrom)  I (1/cm)" + ("  sigma (1/cm)" if sigma is not None else "")
    columns = [q, intensity] + ([sigma] if sigma is not None else [])
    Path(path).write_text("\n".join([head] + [" ".join(f"{x:.9e}" for x in row) for row in zip(*columns)]) + "\n")


def make_frames():
    """Solvent first, then crystals that grow; the first point of each is behind the beam stop."""
    q = numpy.geomspace(0.01, 0.5, 150)
    random = numpy.random.default_rng(3)
    truths = [None, (1.5, 0.2, 1e-4), (2.5, 0.12, 1e-3), (3.0, 0.09, 2e-3)]
    for index, truth in enumerate(truths):
        exact = 0.02 + (curve(q, *truth) if truth else 0)
        exact = exact * numpy.ones_like(q)
        sigma = 0.01 * exact + 1e-3
        noisy = exact + sigma * random.normal(size=q.size)
        sigma[0] = 0
        write(f"growth_{index}min.dat", q, noisy, sigma)
    return truths


def check_table(truths):
    files = sorted(Path(".").glob("growth_*.dat"))
    seen = run("frames", *files, "--time-from", r"_(\d+min)", "--contrast", "30e-6 1/angstrom^2",
               "--q-max", "0.45 1/angstrom", "--method", "both", "-o", "frames.csv", "--histograms", "sizes.csv")
    expect(seen.returncode == 0, "frames are fitted", seen)
    expect("masked: 4 points: the error is missing, zero or negative" in seen.stderr, "masks are told", seen)
    expect("at 0 s: no particles seen" in seen.stdout, "a frame without particles is told", seen)
    rows = list(csv.DictReader(open("frames.csv")))
    expect(len(rows) == 4 and [float(row["time [s]"]) for row in rows] == [0, 60, 120, 180], "a row a frame")
    expect(rows[0]["radius_mean [nm]"] == "" and "no particles" in rows[0]["verdicts"], "no radius of nothing")
    for row, (mean, dispersion, volume) in zip(rows[1:], truths[1:]):
        p = dispersion**2
        number = volume / (4 / 3 * numpy.pi * (mean * 1e-9) ** 3 * (1 + p) * (1 + 2 * p))
        for name, unit, truth in [("radius_mean", "nm", mean), ("dispersion", "1", dispersion),
                                  ("volume_fraction", "1", volume), ("number", "1/m^3", number)]:
            value, error = float(row[f"{name} [{unit}]"]), float(row[f"{name}_error [{unit}]"])
            expect(0 < error < 0.2 * truth and abs(value - truth) < 4 * error, f"{name}: {value} ± {error}, {truth}")
        by_volume = float(row["histogram_radius_by_volume [nm]"])
        # What it may be off follows from how much the errors of the weakest frame let it smooth.
        expect(abs(by_volume / (mean * (1 + 3 * p)) - 1) < (0.1 if volume < 5e-4 else 0.02), f"histogram: {by_volume}")
    sizes = list(csv.DictReader(open("sizes.csv")))
    expect(len(sizes) == 4 * 60 and all(float(row["volume_density [1/nm]"]) >= 0 for row in sizes), "histograms")


def check_series():
    files = sorted(Path(".").glob("growth_*.dat"))
    expect(run("import", *files, "--time-from", r"_(\d+min)", "-o", "series.h5").returncode == 0, "imported")
    one = run("frames", "series.h5", "--json", "--quiet", "-j", "1")
    two = run("frames", *files, "--time-from", r"_(\d+min)", "--json", "--quiet", "-j", "2")
    expect(one.returncode == 0, "an imported series is fitted", one)
    expect(sum(len(entry["points"]) for entry in json.loads(one.stdout)["masked"]) == 4, "JSON lists masks")
    a, b = ([frame.get("spheres", {}).get("radius", {}).get("value") for frame in json.loads(x.stdout)["frames"]]
            for x in (one, two))
    expect(a[0] is None and b[0] is None and numpy.allclose(a[1:], b[1:], rtol=1e-6), f"the same: {a} {b}")


def check_pictures():
    files = sorted(Path(".").glob("growth_*.dat"))
    for method in ["schulz", "histogram"]:
        picture = Path(f"{method}.png")
        seen = run("frames", *files, "--time-from", r"_(\d+min)", "--method", method, "--plot", picture, "--quiet")
        expect(seen.returncode == 0 and picture.read_bytes()[1:4] == b"PNG", f"the picture of {method}", seen)
        expect(seen.stdout == "" and seen.stderr == "", "quietly", seen)
    seen = run("frames", files[0], "--dt", "1 s", "--plot", "none.png", "--quiet")
    expect(seen.returncode == 65 and "particles" in seen.stderr, "solvent has no picture", seen)
    expect(not Path("none.png").exists(), "and makes none")


def spoilt(claim, status, words, change, *options):
    """What is said of the third frame with its lines changed, lines counted from one."""
    frame = Path("growth_2min.dat")
    kept = frame.read_text()
    frame.write_text("\n".join(change(kept.splitlines())) + "\n")
    seen = run("frames", *sorted(Path(".").glob("growth_*.dat")), "--time-from", r"_(\d+min)", *options,
               "--json", "-o", "spoilt.csv")
    frame.write_text(kept)
    expect(seen.returncode == status, f"{claim}: exit {status}", seen)
    for word in words:
        expect(word in seen.stderr, f"{claim}: \"{word}\" is said", seen)
    # Where one frame has no fit the others are written, and that one is told.
    expect(Path("spoilt.csv").exists() == (status in (0, 4)), f"{claim}: a table or none", seen)
    Path("spoilt.csv").unlink(missing_ok=True)
    return json.loads(seen.stdout) if seen.stdout else None


def check_faults():
    def at(line, change):
        return lambda lines: lines[:line - 1] + [" ".join(change(lines[line - 1].split()))] + lines[line:]

    def every(change):
        return lambda lines: lines[:1] + [" ".join(change(line.split())) for line in lines[1:]]

    document = spoilt("a negative error", 0, ["masked: 5 points: the error is missing, zero or negative"],
                      at(10, lambda c: c[:2] + ["-1"]))
    expect({"frame": "growth_2min", "reason": "the error is missing, zero or negative", "points": [1, 9]}
           in document["masked"], "and is listed")
    document = spoilt("NaN", 0, ["masked: 1 points: the intensity is not a number (growth_2min, points 9)"],
                      at(10, lambda c: [c[0], "nan", c[2]]))
    expect(any(part["points"] == [9] for part in document["masked"]), "and is listed")
    spoilt("a row without its error", 65, ["growth_2min.dat", "line 10"], at(10, lambda c: c[:2]))
    spoilt("a row without q", 65, ["growth_2min, line 10", "q is not a number"], at(10, lambda c: ["nan"] + c[1:]))
    spoilt("descending q", 0, ["growth_2min: q descends"], lambda lines: lines[:1] + lines[:0:-1])
    spoilt("a row out of order", 0, ["growth_2min, line 5", "sorted by q"],
           lambda lines: lines[:3] + [lines[20]] + lines[3:20] + lines[21:])
    spoilt("mixed scales", 65, ["growth_2min", "arbitrary units", "1 of 4 frames"],
           lambda lines: [lines[0].replace("(1/cm)", "(a.u.)")] + lines[1:])
    spoilt("mixed units of q", 0, ["growth_2min: q is in 1/nm, that of growth_0min in 1/angstrom"],
           lambda lines: [lines[0].replace("1/angstrom", "1/nm")] + [
               " ".join([str(10 * float(line.split()[0]))] + line.split()[1:]) for line in lines[1:]])
    spoilt("a unit against that of the files", 0, ["and 3 more like it"], lambda lines: lines, "--q-unit", "1/nm")
    document = spoilt("no signal", 4, ["growth_2min: holds no signal", "1 of 4 frames have no fit"],
                      every(lambda c: [c[0], "0", "1"]))
    expect([frame.get("failure") for frame in document["frames"]].count("every intensity is zero") == 1, "is told")
    spoilt("nothing but masks", 4, ["holds no signal: every point is masked"], every(lambda c: c[:2] + ["0"]))


def refuses(status, words, *arguments):
    seen = run("frames", *arguments, "-o", "refused.csv")
    expect(seen.returncode == status, f"exit {status} for {arguments}", seen)
    expect(not Path("refused.csv").exists(), f"no table for {arguments}")
    for word in words:
        expect(word in seen.stderr, f"\"{word}\" is said for {arguments}", seen)


def check_refusals():
    q = numpy.geomspace(0.01, 0.5, 40)
    write("bare.dat", q, curve(q, 2.5, 0.1, 1e-3))
    once = ["--dt", "1 s"]
    refuses(65, ["bare: ", "have no errors", "--relative-error"], "bare.dat", *once)
    refuses(65, ["--times frames.csv"], *sorted(Path(".").glob("growth_*.dat")))
    write("dark.dat", q, 0 * q, 0 * q + 1)
    refuses(65, ["dark: ", "every intensity is zero"], "dark.dat", *once)
    refuses(65, ["only"], "bare.dat", *once, "--relative-error", "0.01", "--q-max", "0.012 1/angstrom")
    refuses(65, ["arbitrary"], "bare.dat", *once, "--relative-error", "0.01", "--intensity-unit", "arbitrary",
            "--contrast", "30e-6 1/angstrom^2")
    refuses(64, [".png"], "bare.dat", *once, "--relative-error", "0.01", "--plot", "growth.gif")
    refuses(64, ["--cluster"], "bare.dat", *once, "--cluster", "0.4")
    refuses(64, ["--histograms"], "bare.dat", *once, "--histograms", "x.csv")
    refuses(66, ["no such file"], "absent.dat")


def main():
    truths = make_frames()
    check_table(truths)
    check_series()
    check_pictures()
    check_faults()
    check_refusals()
    print(f"{done} checks of fits of frames passed")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    main()
