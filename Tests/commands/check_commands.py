#!/usr/bin/env python3
"""What a person meets at the command line: exit codes, messages, results kept and never half-written.

Runs the program on PATH in a scratch folder; needs nothing but Python.
"""

import csv
import filecmp
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")
SCENARIOS = Path(__file__).resolve().parents[2] / "Scenarios"
INJECTION = SCENARIOS / "cdse-hot-injection" / "scenario.toml"
LIBRARY = SCENARIOS / "pbs-thiourea-library" / "scenario.toml"

done = 0


def run(*arguments, **options):
    return subprocess.run(
        [QDSYNTH, *map(str, arguments)], capture_output=True, text=True, timeout=300, **options)


def expect(holds, claim, seen=None):
    global done
    if not holds:
        detail = "" if seen is None else f"\n{seen.returncode}\n{seen.stdout}\n{seen.stderr}"
        sys.exit(f"FAILED: {claim}{detail}")
    done += 1


def refuses(status, word, *arguments):
    """The command ends with a status and a message that holds a word, and leaves no result."""
    seen = run("run", *arguments, "-o", "refused.h5")
    expect(seen.returncode == status, f"exit {status} for {arguments}", seen)
    expect(word in seen.stderr, f"\"{word}\" is said for {arguments}", seen)
    expect(not list(Path(".").glob("refused*")), f"no result for {arguments}", seen)


def check_refusals():
    Path("cut.toml").write_text(LIBRARY.read_text()[:400] + "\n[run")
    Path("latin.toml").write_bytes(b"title = \"\xe9\"\n")
    refuses(66, "no file", "absent.toml")
    refuses(65, "folder", ".")
    refuses(65, "cut.toml:", "cut.toml")
    refuses(65, "UTF-8", "latin.toml")
    for assignment, word in [
        ("flask.temperature=\"-300 degC\"", "absolute zero"),
        ("flask.volume=\"20 s\"", "volume"),
        ("flask.volume=20", "unit"),
        ("attachment.law=\"mixd\"", "mixed"),
        ("flask.volme=\"20 mL\"", "volume"),
        ("species[0].initial=\"-1 mmol/L\"", "zero or more"),
        ("reaction[0].equation=\"thiourea -> 2 solute\"", "units"),
        ("reaction[0].equation=\"thiurea -> solute\"", "thiourea"),
        ("run.outputs=[\"1 s\", \"9000 s\"]", "end"),
        ("run.engine=\"monte-carlo\"", "volume"),
        ("run.engine=\"monte-carl\"", "monte-carlo"),
        ("nucleation.law=\"clasical\"", "classical"),
    ]:
        refuses(65, word, LIBRARY, "--set", assignment)
    seen = run("sweep", LIBRARY, "-o", "empty", "--set", "sweep.axis=[]")
    expect(seen.returncode == 65 and not Path("empty").exists(), "an empty sweep is refused", seen)
    seen = run("sweep", LIBRARY, "-o", "lost", "--set", "sweep.axis[0].path=\"reaction[7].k\"")
    expect(seen.returncode == 65 and not Path("lost").exists(), "a path to nothing is refused", seen)
    for call, name in [(("describe", "mixd"), "mixed"), (("describe", "CdSee"), "CdSe"),
                       (("init", "recip"), "recipe")]:
        seen = run(*call)
        expect(seen.returncode == 64 and f"did you mean \"{name}\"? known: " in seen.stderr,
               f"{call} is told the nearest name", seen)
    for name, key in [("cstr", "residence_time"), ("feed", "program.rate"), ("langmuir", "site_density")]:
        seen = run("describe", name)
        expect(seen.returncode == 0 and f"\n  {key} " in seen.stdout, f"{name} is described", seen)
    expect(run("rum").returncode == 64, "an unknown command is a wrong call")
    expect(run("plot", "absent.h5").returncode == 66, "plot says what is missing")
    expect(run("plot", LIBRARY).returncode == 65, "plot says what is no result")


def check_warnings():
    text = INJECTION.read_text()
    start, end = text.index("[flask.heat]"), text.index("[[species]]")
    Path("cold.toml").write_text(text[:start] + text[end:])
    line = (text[:start] + text[end:]).split("temperature = \"25 degC\"")[0].count("\n") + 1
    said = f"cold.toml:{line}:15: warning: the temperature of the injection has no effect"
    seen = run("check", "cold.toml")
    expect(seen.returncode == 0 and said in seen.stderr, "check warns and takes the scenario", seen)
    expect("good" in seen.stdout and "warning" not in seen.stdout, "warnings go to stderr", seen)
    seen = run("run", "cold.toml", "-o", "cold.h5", "--set", "run.duration=\"1 s\"")
    expect(seen.returncode == 0 and said in seen.stderr, "run warns and runs", seen)


def check_failure():
    seen = run("run", LIBRARY, "-o", "small.h5", "--set", "grid.largest=300", "--json")
    expect(seen.returncode == 1, "a run that cannot go on exits 1", seen)
    summary = json.loads(seen.stdout)
    expect(summary["status"] == "failed" and "300" in summary["reason"], "its cause is said", seen)
    expect(Path("small.h5").exists(), "what was reached is kept", seen)


def check_places():
    seen = run("run", LIBRARY, "-o", "nowhere/x.h5")
    expect(seen.returncode == 73, "a folder that is not there", seen)
    seen = run("run", LIBRARY, "-o", "/proc/x.h5")
    expect(seen.returncode in (73, 74), "a folder that takes no file", seen)
    if os.geteuid() != 0:
        return
    disk = Path("disk")
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]).returncode != 0:
        return
    try:
        seen = run("run", LIBRARY, "-o", disk / "x.h5")
        expect(seen.returncode == 74, "a full disk", seen)
        expect(list(disk.iterdir()) == [], "nothing is left on it", seen)
    finally:
        subprocess.run(["umount", disk], check=True)


def check_interruption():
    slow = ["--set", "run.tolerances.relative=1e-10", "--set", "run.duration=\"10 h\""]
    call = [QDSYNTH, "run", str(INJECTION), *slow, "-o", "stopped.h5"]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(0.7)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1].decode()
    expect(process.returncode == 130, f"Ctrl-C ends a run with 130, not {process.returncode}")
    expect("simulated time" in said, "and says how far it came")
    expect(Path("stopped.h5").exists(), "and keeps what there is")


def small(*more):
    """Realizations of the library in a volume of some crystals."""
    return [LIBRARY, "--set", "run.engine=\"monte-carlo\"", "--set", "monte_carlo.volume=\"1e-21 m^3\"",
            "--set", "monte_carlo.replicates=5", *more]


def check_realizations():
    told = [json.loads(run("run", *small("--jobs", jobs, "--json", "-o", f"mc-{jobs}.h5")).stdout)
            for jobs in (1, 4)]
    for summary in told:
        summary.pop("wall_time")
    expect(told[0] == told[1], "replicates do not depend on the threads")
    ensemble = told[0]["ensemble"]
    expect(ensemble["replicates"] == 5 and len(ensemble["first_crystal"]) == 5, "all replicates are told of")
    mean, pooled = ensemble["final"]["number"]["value"], told[0]["final"]["number"]["value"]
    expect(abs(mean / pooled - 1) < 1e-12, "the summary is the mean of the replicates")
    other = json.loads(run("run", *small("--seed", "8", "--json", "-o", "mc-8.h5")).stdout)
    expect(other["ensemble"]["final"] != ensemble["final"], "another seed draws other replicates")
    few = json.loads(run("run", *small("--replicates", "2", "--json", "-o", "mc-2.h5")).stdout)
    expect(few["ensemble"]["replicates"] == 2, "--replicates holds")
    expect(few["ensemble"]["first_crystal"] == ensemble["first_crystal"][:2], "and draws the first of them")
    seen = run("run", *small("-o", "mc.h5"))
    expect("expected: " in seen.stderr and "events" in seen.stderr, "a run says what it expects", seen)
    expect("mean ± standard error" in seen.stdout and "first crystal: at" in seen.stdout, "and what came", seen)
    seen = run("check", *small())
    expect(seen.returncode == 0 and "expected: " in seen.stderr, "check says it too", seen)
    seen = run("check", INJECTION, "--set", "run.engine=\"monte-carlo\"",
               "--set", "monte_carlo.volume=\"1e-15 m^3\"")
    expect("warning: " in seen.stderr and "continuous-solute" in seen.stderr, "and warns of billions", seen)
    seen = run("run", *small("--refine", "-o", "refused.h5"))
    expect(seen.returncode == 64 and not Path("refused.h5").exists(), "replicates are not refined", seen)
    call = [QDSYNTH, "run", str(INJECTION), "--engine", "monte-carlo", "--set", "monte_carlo.volume=\"1e-18 m^3\"",
            "-o", "mc-stopped.h5"]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(4)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1].decode()
    expect(process.returncode == 130, f"Ctrl-C ends replicates with 130, not {process.returncode}")
    expect("simulated time" in said and Path("mc-stopped.h5").exists(), "and keeps what there is")


def check_swept_realizations():
    for jobs in (1, 3):
        seen = run("sweep", *small("-o", f"mc-sweep-{jobs}", "--jobs", jobs, "--quiet"))
        expect(seen.returncode == 0, "a sweep of realizations runs", seen)
    expect(filecmp.cmp("mc-sweep-1/sweep.csv", "mc-sweep-3/sweep.csv", shallow=False),
           "its table is the same whatever the jobs")
    rows = list(csv.DictReader(io.StringIO(Path("mc-sweep-1/sweep.csv").read_text())))
    expect(all(float(row["number_error [1/m^3]"]) >= 0 for row in rows), "it has standard errors")
    expect(len({row["seed"] for row in rows}) == len(rows), "and every point its own seed")


def sweep_call(folder, *more):
    many = ["--set", "sweep.axis[0].count=60", "--set", "sweep.axis[1].count=60"]
    return [QDSYNTH, "sweep", str(LIBRARY), "-o", folder, "--quiet", *many, *more]


def check_sweeps():
    whole = run(*sweep_call("whole", "--jobs", "2")[1:])
    expect(whole.returncode == 0, "a sweep", whole)
    expect(run(*sweep_call("whole")[1:]).returncode == 73, "a second sweep does not overwrite one")
    seen = run(*sweep_call("one", "--jobs", "1")[1:])
    same = filecmp.cmp("whole/sweep.csv", "one/sweep.csv", shallow=False)
    expect(seen.returncode == 0 and same, "one job gives the same table byte by byte", seen)
    for signal_sent, status in [(signal.SIGKILL, -9), (signal.SIGINT, 130)]:
        folder = f"stopped-{int(signal_sent)}"
        process = subprocess.Popen(
            sweep_call(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1.0)
        process.send_signal(signal_sent)
        process.wait(timeout=60)
        expect(process.returncode == status, f"a sweep ends with {status}, not {process.returncode}")
        seen = run(*sweep_call(folder, "--resume")[1:])
        same = filecmp.cmp("whole/sweep.csv", f"{folder}/sweep.csv", shallow=False)
        expect(seen.returncode == 0 and same, "resumed, the table is the same byte by byte", seen)
    Path("mixed.toml").write_text(
        LIBRARY.read_text().split("[sweep]")[0]
        + "[sweep]\ndesign = \"grid\"\n[[sweep.axis]]\npath = \"grid.largest\"\n"
        + "values = [200, 1000000]\n")
    seen = run("sweep", "mixed.toml", "-o", "mixed")
    rows = Path("mixed/sweep.csv").read_text().splitlines()
    expect(seen.returncode == 3, "a sweep with a failed point exits 3", seen)
    expect(",failed," in rows[1] and "200" in rows[1], "the point keeps its reason", seen)
    expect(",done," in rows[2], "and stops no other", seen)


def check_lists():
    Path("list.toml").write_text(
        LIBRARY.read_text().split("[sweep]")[0] + "[sweep]\ndesign = \"list\"\nfile = \"points.csv\"\n")
    head = "reaction[0].rate_constant [1/s],flask.temperature [degC]\n"
    Path("points.csv").write_text(head + "1e-3,100\n1e-2,cold\n")
    for command in ["check", "sweep"]:
        seen = run(command, "list.toml")
        expect(seen.returncode == 65 and "points.csv:3:6: error: \"cold degC\"" in seen.stderr,
               f"{command} names the place of a bad cell", seen)
    Path("points.csv").write_text(head + "1e-3,100\n1e-2,110\n")
    expect(run("check", "list.toml").returncode == 0, "check takes a good list")
    seen = run("sweep", "list.toml", "-o", "list")
    rows = Path("list/sweep.csv").read_text().splitlines()
    expect(seen.returncode == 0 and len(rows) == 3 and ",done,0.01,110," in rows[2],
           "a sweep runs along a list", seen)


def keep_call(keep, folder, *more):
    few = ["--set", "sweep.axis[0].count=12", "--set", "sweep.axis[1].count=12"]
    kept = ["--set", f"sweep.keep=\"{keep}\""]
    return ["sweep", LIBRARY, "-o", folder, "--quiet", *few, *kept, *more]


def kept_runs(folder):
    """How many runs the shards of a sweep hold; one that is renamed meanwhile counts next time."""
    count = 0
    for shard in Path(folder).glob("shards/*"):
        try:
            lines = shard.read_bytes().splitlines()
        except FileNotFoundError:
            continue
        count += sum(line[17:21] == b"run " for line in lines)
    return count


def stop_a_sweep(call, folder, least):
    """Starts a sweep and interrupts it when it has made some runs, and not all."""
    process = subprocess.Popen(
        [QDSYNTH, *map(str, call)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        if kept_runs(folder) >= least or process.poll() is not None:
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=60)
    expect(process.returncode == 130, f"a sweep stops with 130, not {process.returncode}")


def check_kept_curves():
    seen = run(*keep_call("curves", "curves-2", "--jobs", "2"))
    expect(seen.returncode == 0, "a sweep that keeps curves", seen)
    files = sorted(path.name for path in Path("curves-2").iterdir())
    expect("runs" not in files and len(files) == 11, f"and no file a point: {files}", seen)
    seen = run(*keep_call("curves", "curves-1", "--jobs", "1"))
    stop_a_sweep(keep_call("curves", "curves-r", "--jobs", "1"), "curves-r", 3)
    resumed = run(*keep_call("curves", "curves-r", "--resume"))
    for folder, made in [("curves-1", seen), ("curves-r", resumed)]:
        for name in ["sweep.csv", "sweep.h5"]:
            same = filecmp.cmp(f"curves-2/{name}", f"{folder}/{name}", shallow=False)
            expect(made.returncode == 0 and same, f"{folder}/{name} is the same", made)
    seen = run(*keep_call("values", "curves-1", "--resume"))
    expect(seen.returncode == 65 and "curves" in seen.stderr, "what is kept does not change", seen)


def check_kept_runs():
    stop_a_sweep(keep_call("runs", "runs-r", "--jobs", "1"), "runs-r", 3)
    early = {path.name: path.stat().st_mtime_ns for path in Path("runs-r/runs").iterdir()}
    expect(3 <= len(early) < 12, f"an interrupted sweep keeps the runs made: {sorted(early)}")
    seen = run(*keep_call("runs", "runs-r", "--resume"))
    expect(seen.returncode == 0, "a sweep that keeps runs goes on", seen)
    files = {path.name: path for path in Path("runs-r/runs").iterdir()}
    expect(set(files) == {f"{index}.h5" for index in range(12)}, "a file a run, by its index", seen)
    rows = [line.split(",") for line in Path("runs-r/sweep.csv").read_text().splitlines()]
    radius = rows[0].index("radius_mean [nm]")
    for row in rows[1:]:
        kept = files[f"{row[0]}.h5"]
        table = run("export", kept).stdout.splitlines()
        last = dict(zip(table[0].split(","), table[-1].split(",")))
        expect(last["radius_mean [nm]"] == row[radius], f"{kept.name} is run {row[0]} of the table")
    finished = sorted(early, key=early.get)[:3]
    expect(all(files[name].stat().st_mtime_ns == early[name] for name in finished),
           "what was made before is not made again")
    call = keep_call("runs", "runs-f", "--set", "grid.largest=300")
    seen = run(*call)
    expect(seen.returncode == 3 and Path("runs-f/runs/0.h5").exists(),
           "a run that cannot go on keeps what it had", seen)


def check_diagnostics():
    """Milestones and the error budget are said, and are those of a sweep's table."""
    seen = run("run", LIBRARY, "-o", "d.h5", "--refine", "--json")
    said = json.loads(seen.stdout)
    events, budget = said["milestones"], said["error_budget"]
    first, last = (events[f"nucleation_{share}_percent_time"]["value"] for share in (10, 90))
    expect(seen.returncode == 0 and 0 < first < last, "when nuclei were born", seen)
    expect(0 < events["nucleation_overlap"]["value"] < 1, "overlap with growth is a share", seen)
    expect(events["supply_meets_uptake_time"]["value"] > events["nucleation_peak_time"]["value"],
           "supply meets uptake after the peak of nucleation", seen)
    expect(said["turns"]["defocusing_times"], "focusing turns into defocusing", seen)
    expect(budget["matter_defect"] < 1e-12 and budget["steps"] == said["steps"], "error budget", seen)
    changes = budget["refinement"]["tolerance"]
    expect(0 < abs(changes["number"]) < 1e-3, "what a tighter tolerance changes", seen)
    lines = run("run", LIBRARY, "-o", "d.h5").stdout.splitlines()
    expect(sum(line.startswith("errors: ") for line in lines) == 1, "the budget is one line")
    one = ["--set", "sweep.axis[0].count=1", "--set", "sweep.axis[1].count=1"]
    seen = run("sweep", LIBRARY, "-o", "events", "--quiet", *one)
    rows = table_of(Path("events/sweep.csv").read_text())
    expect(seen.returncode == 0 and rows[0]["nucleation_90_percent_time [s]"]
           and rows[0]["defocusing_time [s]"] and rows[0]["supply_rate [mol/(m^3 s)]"],
           "a sweep has them as columns", seen)


def check_pictures():
    expect(run("run", LIBRARY, "-o", "a.h5", "--quiet").returncode == 0, "a run")
    measured = "time [s], radius_mean [nm]\n100, 1.1\n1000, 2.1\n"
    Path("measured.csv").write_text(measured)
    for kind in ["svg", "png", "pdf"]:
        seen = run(
            "plot", "a.h5", "a.h5", "--data", "measured.csv", "-o", f"a.{kind}", "--values", "a.csv")
        expect(seen.returncode == 0 and Path(f"a.{kind}").stat().st_size > 1000, kind, seen)
    check_numbers_behind()
    seen = run("plot", "a.h5", "--data", "sweep.svg", "-o", "b.svg")
    expect(seen.returncode == 66 and not Path("b.svg").exists(), "a series that is not there", seen)
    Path("bad.csv").write_text("time [s], radius_mean [nm]\n1, x\n")
    seen = run("plot", "a.h5", "--data", "bad.csv", "-o", "b.svg")
    expect(seen.returncode == 65 and "bad.csv:2" in seen.stderr and not Path("b.svg").exists(),
           "a series that is none is told where", seen)


def table_of(text):
    """The rows of comma-separated text, by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text)))


def check_numbers_behind():
    """What a picture and a table show are the numbers of the result."""
    table = table_of(run("export", "a.h5", "--format", "csv").stdout)
    expect("radius_mean [nm]" in table[0] and "time [s]" in table[0], "the table has units")
    said = json.loads(run("run", LIBRARY, "-o", "b.h5", "--json").stdout)
    for name, value in said["final"].items():
        column = f"{name} [{value['unit']}]"
        last = table[-1][column]
        same = last == "" if value["value"] is None else float(last) == value["value"]
        expect(same, f"table and summary say the same {name}")
    behind = table_of(Path("a.csv").read_text())
    for quantity, column, factor in [
        ("mean radius", "radius_mean [nm]", 1), ("number of crystals", "number [1/m^3]", 1),
        ("solute", "solute [mol/m^3]", 1), ("dispersion of radius", "dispersion [1]", 100),
    ]:
        drawn = [(float(row["x"]), float(row["y"])) for row in behind
                 if row["curve"] == "a" and row["y_quantity"] == quantity]
        held = [(float(row["time [s]"]), factor * float(row[column])) for row in table
                if row[column] and float(row["time [s]"]) > 0]
        # The result is drawn twice.
        expect(drawn == held + held, f"the numbers behind the picture are the result's {column}")
    measured = [(float(row["x"]), float(row["y"])) for row in behind if row["curve"] == "measured"]
    expect(measured == [(100, 1.1), (1000, 2.1)], "and the measured ones")
    for part in ["species", "psd"]:
        seen = run("export", "a.h5", "--table", part, "-o", f"{part}.csv", "--json")
        rows = table_of(Path(f"{part}.csv").read_text())
        receipt = json.loads(seen.stdout)
        expect(receipt["rows"] == len(rows) and receipt["columns"] == list(rows[0]), part, seen)
    number = sum(float(row["number [1/m^3]"]) for row in rows
                 if row["time [s]"] == table[-1]["time [s]"])
    expect(number >= 0.999 * float(table[-1]["number [1/m^3]"]), "sizes hold every crystal")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        check_refusals()
        check_warnings()
        check_failure()
        check_places()
        check_interruption()
        check_realizations()
        check_swept_realizations()
        check_sweeps()
        check_lists()
        check_kept_curves()
        check_kept_runs()
        check_diagnostics()
        check_pictures()
        os.chdir("/")
    print(f"commands: {done} claims hold")
