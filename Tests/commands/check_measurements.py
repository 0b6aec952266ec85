#!/usr/bin/env python3
"""What `import`, `export` and `check` make of measured files, as other programs see it.

Runs the program on PATH in a scratch folder. sasdata (SasView's reader), nexusformat's validator,
xarray and silx read what qdsynth writes; h5py writes what qdsynth must read. Needs these, and numpy.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import h5py
import numpy
import xarray
from sasdata.dataloader.loader import Loader
from silx.io import open as silx_open
from silx.io.nxdata import get_default

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")

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


def imports(*arguments):
    seen = run("import", *arguments)
    expect(seen.returncode == 0, f"import {arguments}", seen)
    return seen


def refuses(status, words, *arguments):
    """An import ends with a status and words, and leaves no file."""
    seen = run("import", *arguments, "-o", "refused.h5")
    expect(seen.returncode == status, f"exit {status} for {arguments}", seen)
    for word in words:
        expect(word in seen.stderr, f"\"{word}\" is said for {arguments}", seen)
    expect(not Path("refused.h5").exists(), f"no file for {arguments}", seen)


def sphere(q, radius):
    x = q * radius
    return (3 * (numpy.sin(x) - x * numpy.cos(x)) / x**3) ** 2


def make_frames():
    """Six frames of a growing sphere: q in 1/angstrom, I in 1/cm, with errors and a beam stop."""
    q = numpy.geomspace(0.005, 0.4, 60)
    frames = []
    for index in range(6):
        intensity = 40 * sphere(q, 20 + 3 * index) + 0.01
        error = 0.02 * intensity + 1e-4
        error[0] = 0
        lines = ["# q (1/angstrom)  I (1/cm)  sigma (1/cm)"]
        lines += [f"{a:.8e} {b:.8e} {c:.8e}" for a, b, c in zip(q, intensity, error)]
        Path(f"growth_{5 * index}min.dat").write_text("\n".join(lines) + "\n")
        frames.append((300 * index, q, intensity, error))
    return frames


def validates(path, entry):
    """nexusformat's validator finds nothing; it exits with 0 whatever it finds."""
    seen = subprocess.run(["nxvalidate", "-p", entry, path], capture_output=True, text=True)
    text = re.sub(r"\x1b\[[0-9;]*m", "", seen.stdout + seen.stderr)
    for kind in ["warnings", "errors"]:
        expect(f"Total number of {kind}: 0" in text, f"nxvalidate finds no {kind} in {path}:{entry}\n{text}")


def check_series(frames):
    paths = sorted(Path(".").glob("growth_*.dat"))
    seen = imports(*paths, "--time-from", r"_(\d+min)", "--q-min", "0.006 1/angstrom", "-o", "series.h5")
    expect("6 frames from 0 s to 1500 s" in seen.stderr, "import says what it read", seen)
    expect("masked: 6 points: the error is missing, zero or negative" in seen.stderr, "counts masks", seen)
    report = json.loads(imports(*paths, "--time-from", r"_(\d+min)", "-o", "again.h5", "--json").stdout)
    expect(len(report["masked"]) == 6 and report["masked"][0]["points"] == [1], "JSON lists masks")
    with xarray.open_dataset("series.h5", group="series/sasdata", engine="h5netcdf") as data:
        data.load()
    expect(data.I.dims == ("Time", "Q"), "xarray has I over Time and Q")
    expect(list(data.Time.values) == [time for time, *_ in frames], "times are in s, in order")
    expect(numpy.allclose(data.Q, frames[0][1] * 10, rtol=1e-8), "q is in 1/nm")
    for index, (_, _, intensity, error) in enumerate(frames):
        expect(numpy.allclose(data.I[index], intensity, rtol=1e-7), "intensities are kept")
        expect(numpy.allclose(data.Idev[index], error, rtol=1e-7), "errors are kept")
    masked = data.Mask.values
    names = data.Mask.attrs["flag_meanings"].split()
    expect(names[masked[0, 0]] == "no_deviation" and (masked[:, 0] != 0).all(), "masks say why")
    below = frames[0][1] < 0.006
    expect((masked[:, below] != 0).all() and (masked[:, ~below] == 0).all(), "the range is masked")
    with silx_open("series.h5") as file:
        plot = get_default(file)
        expect(plot.is_valid and plot.axes_names == ["Time (s)", "Q (1/nm)"], "silx plots it")
        expect(plot.errors is not None, "silx finds the errors")
    validates("series.h5", "series")


def check_sasview(frames):
    seen = run("export", "series.h5", "--format", "nxcansas", "--for", "sasview", "-o", "sasview.h5")
    expect(seen.returncode == 0, "export for SasView", seen)
    loaded = Loader().load("sasview.h5")
    expect(len(loaded) == 6, "sasdata finds every frame once")
    for data, (time, q, intensity, error) in zip(loaded, frames):
        kept = (q >= 0.006) & (error > 0)
        expect(data.title == f"t = {time} s", f"sasdata has the title: {data.title}")
        expect("A" in str(data.x_unit) and "cm" in str(data.y_unit), "sasdata knows the units")
        expect(numpy.allclose(data.x, q[kept], rtol=1e-7), "sasdata has q in 1/angstrom")
        expect(numpy.allclose(data.y, intensity[kept], rtol=1e-7), "sasdata has I in 1/cm")
        expect(numpy.allclose(data.dy, error[kept], rtol=1e-7), "sasdata has the errors")
    for entry in ["frame0000", "frame0005"]:
        validates("sasview.h5", entry)
    seen = run("export", "series.h5", "--format", "nxcansas", "--layout", "both", "-o", "both.h5")
    expect(seen.returncode == 0, "export of both layouts", seen)
    validates("both.h5", "series")
    validates("both.h5", "frame0003")
    imports("both.h5", "-o", "back.h5")
    with h5py.File("back.h5") as a, h5py.File("series.h5") as b:
        for name in ["Time", "Q", "I", "Idev", "Mask"]:
            same = numpy.allclose(a[f"series/sasdata/{name}"], b[f"series/sasdata/{name}"], rtol=1e-14)
            expect(same, f"{name} comes back")
    seen = run("export", "series.h5", "--format", "nxcansas", "--for", "sasview", "--layout", "series",
               "-o", "no.h5")
    expect(seen.returncode == 64 and "frames only" in seen.stderr, "SasView reads no series", seen)


def check_refusals():
    Path("bare.dat").write_text("0.1 1\n0.2 2\n")
    refuses(66, ["no such file"], "absent.dat")
    refuses(65, ["--q-unit 1/nm", "--intensity-unit 1/cm", "--times frames.csv"], "bare.dat")
    refuses(65, ["--times frames.csv", "--dt"], *sorted(Path(".").glob("growth_*.dat")))
    refuses(65, ["no row in"], "bare.dat", "--times", "other.csv",
            "--q-unit", "1/nm", "--intensity-unit", "1/cm")
    refuses(64, ["0.3 1/nm"], "bare.dat", "--q-min", "0.3")
    refuses(64, ["exclude each other"], "bare.dat", "--times", "x.csv", "--dt", "5 s")
    refuses(64, ["time"], "bare.dat", "--dt", "5 nm")
    refuses(64, ["regular expression"], "bare.dat", "--time-from", "(")
    refuses(64, ["did you mean \"deviation\""], "bare.dat", "--columns", "q,intensity,devation")
    seen = run("import", "bare.dat", "-o", "nowhere/x.h5")
    expect(seen.returncode == 73, "a folder that is not there", seen)


def check_foreign():
    """Files as h5py writes them: truth values as masks, texts of fixed length, single precision."""
    with h5py.File("foreign.h5", "w") as file:
        entry = file.create_group("scan")
        entry.attrs["canSAS_class"] = numpy.bytes_("SASentry")
        data = entry.create_group("d")
        data.attrs.update({"canSAS_class": numpy.bytes_("SASdata"), "signal": numpy.bytes_("I"),
                           "I_axes": numpy.array([b"Time", b"Q"]), "mask": "bad"})
        data["Q"] = numpy.array([[0.01, 0.02], [0.015, 0.03]], dtype="f4")
        data["Q"].attrs["units"] = numpy.bytes_("A^{-1}")
        data["I"] = numpy.array([[1, 2], [3, 4]], dtype="i2")
        data["I"].attrs["units"] = numpy.array([b"cm^{-1}"])
        data["bad"] = numpy.array([[False, True], [False, False]])
        data["Time"] = numpy.array([0.0, 1.0])
        data["Time"].attrs["units"] = "min"
    report = json.loads(imports("foreign.h5", "-o", "clean.h5", "--json").stdout)
    expect(report["frames"] == 2 and report["lastTime"] == 60, "times are read in their unit")
    expect(report["masked"][0]["reason"] == "masked in the file", "masks of the file are kept")
    with xarray.open_dataset("clean.h5", group="series/sasdata", engine="h5netcdf") as data:
        expect(data.Q.dims == ("Time", "Point"), "q may differ between frames")
        expect(numpy.allclose(data.Q, [[0.1, 0.2], [0.15, 0.3]], rtol=1e-6), "q is in 1/nm")
    validates("clean.h5", "series")


def check_check():
    seen = run("check", "series.h5")
    expect(seen.returncode == 0 and "series.h5: good" in seen.stdout, "what we write is good", seen)
    for path in ["sasview.h5", "both.h5", "clean.h5"]:
        expect(run("check", path, "--quiet").returncode == 0, f"{path} is good", run("check", path))
    with h5py.File("clean.h5", "r+") as file:
        del file["series/sasdata/I"].attrs["units"]
        file["series"].attrs["version"] = 1.1
    seen = run("check", "clean.h5")
    expect(seen.returncode == 65, "a file without units is refused", seen)
    for word in ["/series/sasdata/I@units: error: is missing", "/series@version: error:"]:
        expect(word in seen.stderr, f"\"{word}\" is said", seen)
    entries = json.loads(run("check", "clean.h5", "--json").stdout)
    expect({entry["path"] for entry in entries} == {"/series@version", "/series/sasdata/I@units"},
           "JSON has the paths")
    seen = run("check", "foreign.h5")
    expect(seen.returncode == 65 and "/scan@NX_class" in seen.stderr, "a foreign file is judged", seen)


def check_spectra():
    Path("uv.csv").write_text("Wavelength (nm),20 s,1 min\r\n502,0.3,0.6\r\n501,0.2,0.5\r\n")
    seen = imports("uv.csv", "-o", "uv.h5")
    expect("2 frames from 20 s to 60 s" in seen.stderr, "spectra are told from curves", seen)
    with xarray.open_dataset("uv.h5", group="spectra/absorption", engine="h5netcdf") as data:
        expect(data.absorbance.dims == ("time", "wavelength"), "absorbance is time x wavelength")
        expect(numpy.allclose(data.absorbance, [[0.2, 0.3], [0.5, 0.6]]), "in ascending wavelength")


def main():
    Path("other.csv").write_text("file,time [s]\nother.dat,1\n")
    frames = make_frames()
    check_series(frames)
    check_sasview(frames)
    check_refusals()
    check_foreign()
    check_check()
    check_spectra()
    print(f"{done} checks of measured files passed")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    main()
