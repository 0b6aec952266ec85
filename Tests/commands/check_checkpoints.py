#!/usr/bin/env python3
"""Runs that are stopped are kept, and go on with the same command.

Signals, a walltime and kill -9, in both engines, against the same runs undisturbed; and checkpoints that are
cut off, of another scenario, of another program. Runs the program on PATH in a scratch folder.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import h5py
import numpy

QDSYNTH = os.environ.get("QDSYNTH", "qdsynth")

SCENARIO = """
schema = 1
title = "Checkpoints"

[run]
duration = "3600 s"
tolerances = { relative = 1e-8 }
outputs = { spacing = "log", count = 12, first = "1 s" }

[material]
name = "CdSe"
surface_energy = "0.10 J/m^2"
solubility = { value = "1 umol/L", at = "240 degC", enthalpy = "60 kJ/mol" }

[flask]
volume = "10 mL"
temperature = "240 degC"

[[species]]
name = "A"
initial = "20 mmol/L"
units = 1

[[reaction]]
equation = "A -> solute"
rate_constant = "0.05 1/s"

[attachment]
law = "mixed"
surface_rate_constant = "2e-4 m/s"
diffusivity = "1e-9 m^2/s"

[grid]
kind = "exact"

[monte_carlo]
volume = "2e-20 m^3"
replicates = 2
"""
WALL_TIMES = ("wall_time",)


def command(result, *more, engine="balance"):
    return [QDSYNTH, "run", "scenario.toml", "-o", result, "--engine", engine, "--jobs", "2",
            "--quiet", *more]


def start(*arguments, **keywords):
    return subprocess.Popen(
        command(*arguments, **keywords), stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


SWEEP = """
schema = 1
include = ["scenario.toml"]

[run]
engine = "monte-carlo"

[sweep]
design = "grid"

[sweep.batch]
checkpoint_after = "{after} s"

[[sweep.axis]]
path = "material.surface_energy"
values = ["0.10 J/m^2", "0.105 J/m^2"]
"""


def sweep(*arguments, timeout=None):
    """A command of a sweep, asked to stop after a while; gives its exit code."""
    with subprocess.Popen([QDSYNTH, "sweep", *arguments, "--quiet"], stderr=subprocess.PIPE) as command:
        try:
            command.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            command.send_signal(signal.SIGTERM)
            command.communicate(timeout=60)
        return command.returncode


def check_points_of_sweeps(seconds):
    """Runs of a sweep that take longer than checkpoint_after go on from where a worker was stopped."""
    # So long that what is left of a run is shorter: a run that was kept once is kept again.
    Path("sweep.toml").write_text(SWEEP.format(after=0.8 * seconds))
    assert sweep("sweep.toml", "-o", "undisturbed", "--jobs", "1") == 0
    assert sweep("plan", "sweep.toml", "-o", "stopped") == 0
    stops = 0
    while (code := sweep("worker", "stopped", "--jobs", "1", timeout=0.4 * seconds)) != 0:
        assert code == 75, code
        stops += len(list(Path("stopped/checkpoints").glob("*.checkpoint")))
        assert stops < 40, "the runs of a sweep never end"
    assert stops >= 2, f"{stops} runs of a sweep were stopped underway"
    assert not list(Path("stopped/checkpoints").glob("*.checkpoint"))
    assert sweep("merge", "stopped") == 0
    assert Path("stopped/sweep.csv").read_bytes() == Path("undisturbed/sweep.csv").read_bytes()


def run(*arguments, expecting=0, **keywords):
    done = start(*arguments, **keywords)
    _, log = done.communicate(timeout=120)
    assert done.returncode == expecting, (arguments, done.returncode, log)
    return log


def stop(number, result, *more, after, engine):
    """Sends a signal, and gives back exit code and log."""
    process = start(result, *more, engine=engine)
    time.sleep(after)
    process.send_signal(number)
    _, log = process.communicate(timeout=60)
    return process.returncode, log


def datasets(path):
    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, item: found.update({name: item[()]})
                        if isinstance(item, h5py.Dataset) else None)
    return found


def same_bits(path, other):
    one, two = datasets(path), datasets(other)
    assert one.keys() == two.keys(), one.keys() ^ two.keys()
    for name, value in one.items():
        if name.rsplit("/")[-1] in WALL_TIMES:
            continue
        bits = [numpy.asarray(x).tobytes() if numpy.asarray(x).dtype.kind != "O" else x
                for x in (value, two[name])]
        assert bits[0] == bits[1], name


def close(path, other, tolerance):
    one, two = datasets(path), datasets(other)
    for name in ("number", "radius_mean", "radius_sd", "solute", "yield"):
        found, known = one[f"entry/summary/{name}"], two[f"entry/summary/{name}"]
        assert found.shape == known.shape
        assert numpy.allclose(found, known, rtol=tolerance, atol=0, equal_nan=True), name
    assert max(abs(one["entry/summary/matter_defect"])) < 1e-10


def finish(result, engine):
    """Types the same command until it is done, and says how often that took."""
    for attempt in range(40):
        process = start(result, engine=engine)
        _, log = process.communicate(timeout=120)
        if process.returncode == 0:
            assert not Path(f"{result}.checkpoint").exists()
            return attempt + 1
        assert process.returncode == 75, (process.returncode, log)
    raise AssertionError("the run does not end")


def check_engine(engine, compare):
    run("whole.h5", engine=engine)
    seconds = float(numpy.max(datasets("whole.h5")["entry/process/statistics/wall_time"]))
    assert seconds > 0.8, f"the run of {engine} is too short to be stopped: {seconds} s"
    checkpoint = Path("parts.h5.checkpoint")

    for number, code in ((signal.SIGTERM, 75), (signal.SIGUSR1, 75), (signal.SIGINT, 130)):
        found, log = stop(number, "parts.h5", after=max(0.2, 0.12 * seconds), engine=engine)
        assert found == code, (engine, number, found, log)
        assert "go on with the same command: " in log and "parts.h5.checkpoint" in log, log
        assert checkpoint.exists()
        with h5py.File("parts.h5") as file:
            assert file["entry/process/status"][()] == b"cancelled"
    finish("parts.h5", engine)
    compare("parts.h5", "whole.h5")

    # A walltime, and the command as it is said.
    log = run("walltime.h5", "--stop-after", f"{0.25 * seconds:.2f} s", engine=engine, expecting=75)
    typed = log.split("go on with the same command: ")[1].strip()
    assert "--stop-after" in typed and "walltime.h5" in typed
    for _ in range(40):
        again = subprocess.run(typed, shell=True, stderr=subprocess.PIPE, text=True)
        if again.returncode == 0:
            break
        assert again.returncode == 75, again
    assert not Path("walltime.h5.checkpoint").exists()
    compare("walltime.h5", "whole.h5")

    # kill -9, each time when a checkpoint has just been written.
    killed = Path("killed.h5.checkpoint")
    for _ in range(2):
        before = killed.stat().st_mtime_ns if killed.exists() else 0
        process = start("killed.h5", "--checkpoint-every", "0.05 s", engine=engine)
        while (killed.stat().st_mtime_ns if killed.exists() else 0) == before:
            assert process.poll() is None, "the run ended without a checkpoint"
            time.sleep(0.005)
        process.kill()
        process.communicate()
    finish("killed.h5", engine)
    compare("killed.h5", "whole.h5")
    leftovers = [name for name in os.listdir() if name.endswith(".part")]
    for name in leftovers:
        os.remove(name)
    return seconds


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    Path("scenario.toml").write_text(SCENARIO)

    balance = check_engine("balance", lambda one, two: close(one, two, 1e-5))
    resumed = datasets("parts.h5")["entry/process/resumed"]
    assert resumed == 3, resumed
    assert len(datasets("parts.h5")["entry/process/resumed_at"]) == 3
    assert "entry/process/resumed" not in datasets("whole.h5")
    monte_carlo = check_engine("monte-carlo", same_bits)

    # Refusals, each with what would be right.
    code, log = stop(signal.SIGTERM, "refused.h5", after=max(0.2, 0.12 * balance), engine="balance")
    assert code == 75, log
    whole = Path("refused.h5.checkpoint").read_bytes()
    log = run("refused.h5", "--set", "material.surface_energy=0.11 J/m^2", expecting=65)
    assert "belongs to another scenario" in log and "--fresh" in log, log
    log = run("refused.h5", engine="monte-carlo", expecting=65)
    assert "belongs to another scenario" in log, log
    for cut in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        Path("refused.h5.checkpoint").write_bytes(whole[:cut])
        log = run("refused.h5", expecting=65)
        assert "refused.h5.checkpoint" in log and "--fresh" in log, log
    shutil.copy("whole.h5", "refused.h5.checkpoint")
    log = run("refused.h5", expecting=65)
    assert "not a checkpoint of this version" in log, log
    Path("refused.h5.checkpoint").write_bytes(whole)
    with h5py.File("refused.h5.checkpoint", "r+") as file:
        file.attrs["creator_version"] = "0.0.1"
    log = run("refused.h5", expecting=65)
    assert "is 0.0.1, and this is qdsynth" in log, log
    run("refused.h5", "--fresh")
    assert not Path("refused.h5.checkpoint").exists()
    assert "entry/process/resumed" not in datasets("refused.h5")

    check_points_of_sweeps(monte_carlo)

    for option in (("--stop-after", "5"), ("--stop-after", "0 s"), ("--checkpoint-every", "soon")):
        log = run("usage.h5", *option, expecting=64)
        assert option[0] in log, log

    print(f"checkpoints: balance of {balance:.1f} s, Monte Carlo of {monte_carlo:.1f} s")
