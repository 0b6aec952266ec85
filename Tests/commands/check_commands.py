#!/usr/bin/env python3
"""What a person meets at the command line: exit codes, messages, results kept and never half-written.

Runs the program on PATH in a scratch folder; needs nothing but Python.
"""

import filecmp
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
        ("run.engine=\"monte-carlo\"", "balance"),
        ("nucleation.law=\"clasical\"", "classical"),
    ]:
        refuses(65, word, LIBRARY, "--set", assignment)
    seen = run("sweep", LIBRARY, "-o", "empty", "--set", "sweep.axis=[]")
    expect(seen.returncode == 65 and not Path("empty").exists(), "an empty sweep is refused", seen)
    seen = run("sweep", LIBRARY, "-o", "lost", "--set", "sweep.axis[0].path=\"reaction[7].k\"")
    expect(seen.returncode == 65 and not Path("lost").exists(), "a path to nothing is refused", seen)
    expect(run("rum").returncode == 64, "an unknown command is a wrong call")
    expect(run("plot", "absent.h5").returncode == 66, "plot says what is missing")
    expect(run("plot", LIBRARY).returncode == 65, "plot says what is no result")


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


def check_pictures():
    expect(run("run", LIBRARY, "-o", "a.h5", "--quiet").returncode == 0, "a run")
    measured = "time [s], radius_mean [nm]\n100, 1.1\n1000, 2.1\n"
    Path("measured.csv").write_text(measured)
    for kind in ["svg", "png", "pdf"]:
        seen = run(
            "plot", "a.h5", "a.h5", "--data", "measured.csv", "-o", f"a.{kind}", "--values", "a.csv")
        expect(seen.returncode == 0 and Path(f"a.{kind}").stat().st_size > 1000, kind, seen)
    table = run("export", "a.h5", "--format", "csv").stdout.splitlines()
    heads = table[0].split(",")
    expect(heads[0] == "time [s]" and "radius_mean [nm]" in heads, "the table has units")
    last = dict(zip(heads, table[-1].split(",")))
    said = json.loads(run("run", LIBRARY, "-o", "b.h5", "--json").stdout)
    radius = float(last["radius_mean [nm]"])
    expect(radius == said["final"]["radius_mean"]["value"], "table and summary say the same")
    expect("1.1" in Path("a.csv").read_text(), "the picture's numbers hold the measured ones")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        check_refusals()
        check_failure()
        check_places()
        check_interruption()
        check_sweeps()
        check_pictures()
        os.chdir("/")
    print(f"commands: {done} claims hold")
