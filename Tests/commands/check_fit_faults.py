#!/usr/bin/env python3
"""What `qdsynth fit` says of bad data: each fault with its file, frame and row, and nothing silently dropped.

Runs the program on PATH in a scratch folder. Needs h5py and numpy.
"""

import json
import os
import tempfile
from pathlib import Path

import check_fit
from check_fit import SAXS, expect, make_data, make_scenario, run

FRAME = Path("frame_04.8 s.dat")
TABLE = Path("radius.csv")
PARAMETER = '[[fit.parameter]]\npath = "flask.volume"\nfrom = "1 mL"\nto = "20 mL"\n\n[[fit.data]]'


def row(line, change):
    """Changes the cells of one line, counted from one."""
    def changed(text):
        lines = text.splitlines()
        lines[line - 1] = change(lines[line - 1])
        return "\n".join(lines) + "\n"
    return changed


def cells(change):
    return lambda line: " ".join(change(line.split()))


def every(change):
    """Changes the cells of all rows but the head."""
    return lambda text: "\n".join(
        line if line.startswith("#") else " ".join(change(line.split())) for line in text.splitlines()) + "\n"


def swap(old, new):
    def swapped(text):
        assert old in text, old
        return text.replace(old, new, 1)
    return swapped


def fit(arguments, scenario, frame, table):
    """Fits with one thing changed, and leaves everything as it was."""
    kept = {path: path.read_text() for path in [FRAME, TABLE]}
    for path, change in [(FRAME, frame), (TABLE, table)]:
        if change:
            path.write_text(change(kept[path]))
    make_scenario("faulty.toml", more=SAXS)
    text = Path("faulty.toml").read_text().replace("seed = 3", "seed = 3\npredictions = 0")
    Path("faulty.toml").write_text(scenario(text) if scenario else text)
    try:
        return run("fit", "faulty.toml", "-o", "out", *arguments)
    finally:
        for path, text in kept.items():
            path.write_text(text)


def refuses(claim, words, status=65, scenario=None, frame=None, table=None):
    seen = fit([], scenario, frame, table)
    expect(seen.returncode == status, f"{claim}: exit {status}", seen)
    for word in words:
        expect(word in seen.stderr, f"{claim}: \"{word}\" is said", seen)
    own = [line for line in seen.stderr.splitlines() if "for qdsynth import" not in line]
    expect(seen.stderr.count("error:") == 1 and not any("--" in line for line in own),
           f"{claim}: in the words of a scenario", seen)
    expect(seen.stdout == "" and not list(Path(".").glob("out*")), f"{claim}: no result", seen)


def tells(claim, words, scenario=None, frame=None, table=None):
    """A fit that ends well, with something to say; its document."""
    seen = fit(["--json"], scenario, frame, table)
    expect(seen.returncode == 0, f"{claim}: fitted", seen)
    for word in words:
        expect(word in seen.stderr, f"{claim}: \"{word}\" is said", seen)
    document = json.loads(seen.stdout)
    expect(document == json.loads(Path("out.json").read_text()), f"{claim}: stdout is JSON and nothing else")
    for path in Path(".").glob("out*"):
        path.unlink()
    return document


def check_times():
    pattern = 'time_pattern = "_([0-9.]+ s)"'
    refuses("frames without times", ["beamline", "frame_01.6 s", "has no time", "5 frames", '"time_pattern"'],
            scenario=swap(pattern, ""))
    refuses("names without the pattern", ["frame_01.6 s", "x([0-9.]+ s)", "is not found"],
            scenario=swap('"_(', '"x('))
    refuses("a bad pattern", ["beamline: time_pattern", "not a regular expression"],
            scenario=swap('"_([0-9.]+ s)"', '"_(["'))
    refuses("no table of times", ["no.csv"], status=66, scenario=swap(pattern, 'times = "no.csv"'))
    Path("times.csv").write_text("file,time [s]\n" + "".join(
        f"{path.name},{path.name[6:10]}\n" for path in sorted(Path(".").glob("frame_*")) if path != FRAME))
    refuses("a frame that the table of times lacks", ["frame_04.8 s", "has no row in", "times.csv"],
            scenario=swap(pattern, 'times = "times.csv"'))
    refuses("data after the end", ["TEM", "99.0 s", "ends at 8.0 s"], table=lambda text: text + "99,1,0.1\n")
    refuses("data before the beginning", ["TEM", "-1.0 s"], table=lambda text: text + "-1,1,0.1\n")
    refuses("no time that counts", ["TEM", "none of its times counts"],
            scenario=swap('kind = "quantity"', 'kind = "quantity"\nfrom = "9 s"'))


def check_frames():
    refuses("no file of frames", ["beamline", "no file", "none_*.dat"], status=66,
            scenario=swap("frame_*.dat", "none_*.dat"))
    refuses("a row without its error", ["frame_04.8 s.dat", "line 6"], frame=row(6, cells(lambda c: c[:2])))
    refuses("a row without its q", ["frame_04.8 s.dat", "line 6", "q is not a number"],
            frame=row(6, cells(lambda c: ["nan"] + c[1:])))
    refuses("a frame without errors", ["frame_04.8 s", "1 of 5 frames"],
            frame=lambda text: every(lambda c: c[:2])(text.replace("  sigma (1/cm)", "")))
    refuses("a frame of which every point is masked",
            ["no point of frame_04.8 s is left", "16 points: the error is missing, zero or negative"],
            frame=every(lambda c: c[:2] + ["0"]))
    refuses("a range of q without points", ["no point of frame_01.6 s is left", "outside the range", "widen q"],
            scenario=swap('kind = "saxs"', 'kind = "saxs"\nq = { from = "9 1/angstrom" }'))
    refuses("mixed scales", ["frame_04.8 s", "arbitrary units", "1 of 5 frames", "y_unit"],
            frame=lambda text: text.replace("(1/cm)", "(a.u.)"))
    refuses("no unit of q", ["frame_04.8 s", "q has no unit", "x_unit"], frame=swap("q (1/nm)", "q"))
    refuses("a unit that is none of q", ["frame_01.6 s", '"J/m^2" is not a unit of q'],
            scenario=swap('kind = "saxs"', 'kind = "saxs"\nx_unit = "J/m^2"'))
    refuses("no error at all", ["nothing says how sure point 1 of bare_01.6 s is", "relative_error"],
            scenario=swap("frame_*.dat", "bare_*.dat"))


def check_told_of_frames():
    def spoil(text):
        lines = text.splitlines()
        lines[5] = " ".join(lines[5].split()[:2] + ["-1"])
        lines[6] = " ".join([lines[6].split()[0], "nan", lines[6].split()[2]])
        return "\n".join([lines[0]] + lines[:0:-1]) + "\n"

    # Points are counted in ascending q.
    document = tells("masked points and descending q",
                     ["beamline: left out: 1 points: the error is missing, zero or negative (frame_04.8 s, points 5)",
                      "beamline: left out: 1 points: the intensity is not a number (frame_04.8 s, points 6)",
                      "frame_04.8 s: q descends"], frame=spoil)
    left = document["data"]["leftOut"]
    expect([(part["series"], part["frame"], part["points"]) for part in left]
           == [("beamline", "frame_04.8 s", [5]), ("beamline", "frame_04.8 s", [6])], f"masks are listed: {left}")
    expect(document["points"] == 5 + 5 * 16 - 2, "and count no more")
    document = tells("a frame without signal", ["frame_04.8 s: holds no signal: every intensity is zero"],
                     frame=every(lambda c: [c[0], "0", "1"]))
    expect(any("holds no signal" in note for note in document["data"]["notes"]), "in the document too")
    document = tells("frames that were not asked for",
                     ["TEM: left out: 1 points: outside of the times that count (./radius.csv, lines 2)",
                      "beamline: left out: 32 points: one of 2 counts",
                      "beamline: left out: ", "outside the range asked for"],
                     scenario=lambda text: text.replace('kind = "quantity"', 'kind = "quantity"\nfrom = "2 s"')
                     .replace('kind = "saxs"', 'kind = "saxs"\nevery = 2\nq = { to = "2.5 1/nm" }'))
    beamline = [part for part in document["data"]["leftOut"] if part["series"] == "beamline"]
    used = next(part["points"] for part in document["series"] if part["name"] == "beamline")
    expect(used + sum(len(part["points"]) for part in beamline) == 5 * 16, "every point is used or listed")


def check_tables():
    last = lambda cell: row(6, lambda line: line.rsplit(",", 1)[0] + cell)
    refuses("no table", ["TEM", "no file", "gone.csv"], status=66, scenario=swap("radius.csv", "gone.csv"))
    refuses("a value that is no number", ["radius.csv:3", "no time and value"],
            table=row(3, lambda line: line.split(",")[0] + ",nan,0.1"))
    refuses("words for a value", ["radius.csv:3", "no time and value"],
            table=row(3, lambda line: line.split(",")[0] + ",big,0.1"))
    refuses("a negative sd", ["radius.csv:6", '"-0.1"', "above zero"], table=last(",-0.1"))
    refuses("an sd that is no number", ["radius.csv:6", '"nan"'], table=last(",nan"))
    refuses("an infinite sd", ["radius.csv:6", '"inf"'], table=last(",inf"))
    refuses("words for an sd", ["radius.csv:6", '"small"'], table=last(",small"))
    refuses("an sd too few", ["radius.csv:6", "where other rows have one"], table=last(","))
    refuses("lines count with blank ones", ["radius.csv:8", '"-1"'],
            table=lambda text: last(",-1")(text).replace("[nm]\n", "[nm]\n\n# a comment\n", 1))
    refuses("no sd", ["TEM", "radius.csv:2", "how sure"],
            table=lambda text: "\n".join(line.rsplit(",", 1)[0] for line in text.splitlines()) + "\n")
    refuses("a unit of something else", ["radius.csv:2", "is an amount; a length is needed"],
            table=swap("radius [nm]", "radius [mol]"))
    refuses("no unit", ["radius.csv:1", "the value has no unit", "y_unit"], table=swap("radius [nm]", "radius"))
    refuses("no unit of time", ["radius.csv:1", "the time has no unit", "time_unit"], table=swap("time [s]", "time"))
    refuses("two units of a value", ["radius.csv:1", '"nm"', 'y_unit says "angstrom"'],
            scenario=swap('kind = "quantity"', 'kind = "quantity"\ny_unit = "angstrom"'))
    refuses("two units of time", ["radius.csv:1", '"s"', 'time_unit says "min"'],
            scenario=swap('kind = "quantity"', 'kind = "quantity"\ntime_unit = "min"'))
    refuses("arbitrary units on a fixed scale", ["radius.csv:1", "arbitrary units"],
            table=swap("radius [nm]", "radius [arbitrary]"))
    refuses("a quantity that is none", ["TEM", "radius_men", 'did you mean "radius_mean"?'],
            scenario=swap('"radius_mean"', '"radius_men"'))
    whole = tells("a table", [])

    def finer(text):
        rows = [line.split(",") for line in text.splitlines()[1:]]
        return "time [s],radius [nm],sd [angstrom],by\n" + "".join(
            f"{time},{radius},{10 * float(error)},A\n" for time, radius, error in rows)

    other = tells("an sd in another unit", ["column 4: not read"], table=finer)
    expect(abs(other["chiSquare"] / whole["chiSquare"] - 1) < 1e-6, "weighs the same")


def check_parameters():
    seen = fit(["--json", "--quiet"], swap("[[fit.data]]", PARAMETER), None, None)
    expect(seen.returncode == 0 and seen.stderr == "", "a parameter that no data depends on, quietly", seen)
    verdicts = json.loads(seen.stdout)["verdicts"]
    expect(any(verdict["kind"] == "dead" and "flask.volume" in json.dumps(verdict) for verdict in verdicts),
           f"is named: {verdicts}")
    for path in Path(".").glob("out*"):
        path.unlink()
    beside = swap('start = "0.14 J/m^2"', 'start = "0.3 J/m^2"')
    refuses("bounds without the start", ["faulty.toml", "0.3 J/m^2", "outside of its bounds"], scenario=beside)
    refuses("two series of one name", ["faulty.toml", 'two series are called "TEM"'],
            scenario=swap('name = "beamline"', 'name = "TEM"'))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        make_data()
        for path in Path(".").glob("frame_*.dat"):
            lines = [" ".join(line.split()[:2]) for line in path.read_text().splitlines()[1:]]
            Path(path.name.replace("frame", "bare")).write_text("# q (1/nm)  I (1/cm)\n" + "\n".join(lines) + "\n")
        check_times()
        check_frames()
        check_told_of_frames()
        check_tables()
        check_parameters()
        os.chdir("/")
    print(f"faults of fits: {check_fit.done} claims hold")
