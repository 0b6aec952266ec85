"""A SLURM of one's own for checks, sweeps of two lengths, and what they leave behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

QDSYNTH = os.path.abspath(os.environ["QDSYNTH"]) if "QDSYNTH" in os.environ else "qdsynth"
ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "Scenarios" / "pbs-thiourea-library" / "scenario.toml"

SCENARIO = """schema = 1
include = ["{library}"]
[run]
duration = "{duration}"
outputs = ["{duration}"]
[sweep]
design = "grid"
[[sweep.axis]]
path = "reaction[0].rate_constant"
from = "{slowest} 1/s"
to = "{fastest} 1/s"
count = {rates}
scale = "log"
[[sweep.axis]]
path = "attachment.surface_rate_constant"
from = "5e-5 m/s"
to = "9e-5 m/s"
count = {surfaces}
{more}
"""

done = 0


def expect(holds, claim, seen=None):
    global done
    if not holds:
        detail = "" if seen is None else f"\n{getattr(seen, 'returncode', '')}\n" \
            f"{getattr(seen, 'stdout', seen)}\n{getattr(seen, 'stderr', '')}"
        sys.exit(f"FAILED: {claim}{detail}")
    done += 1


def run(*command, **options):
    options.setdefault("timeout", 300)
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


def qdsynth(*arguments, status=0, **options):
    """Runs the program, which must end with a status."""
    seen = run(QDSYNTH, *arguments, **options)
    expect(seen.returncode == status, f"exit {status} of qdsynth {' '.join(map(str, arguments))}", seen)
    return seen


def quick(path, more=""):
    """200 points of tens of milliseconds each."""
    Path(path).write_text(SCENARIO.format(
        library=LIBRARY, duration="100 s", slowest="1e-3", fastest="1e-1", rates=20, surfaces=10, more=more))


def slow(path, rates=8, surfaces=2, more=""):
    """16 points of a second or two each."""
    Path(path).write_text(SCENARIO.format(
        library=LIBRARY, duration="20000 s", slowest="3e-5", fastest="6e-5", rates=rates, surfaces=surfaces,
        more=more))


class Cluster:
    """A controller and two nodes, in a folder of their own."""

    def __init__(self, folder, port=16817, **settings):
        self.folder = Path(folder)
        self.settings = {"SLURM_TEST_PORT": str(port), **{f"SLURM_TEST_{k}": str(v) for k, v in settings.items()}}

    def __enter__(self):
        seen = run("bash", ROOT / "Tests/cluster/slurm_up.sh", self.folder, 2,
                   env={**os.environ, **self.settings})
        expect(seen.returncode == 0, "SLURM comes up", seen)
        self.previous = os.environ.get("SLURM_CONF")
        os.environ["SLURM_CONF"] = str(self.folder / "slurm.conf")
        return self

    def __exit__(self, *_):
        run("bash", ROOT / "Tests/cluster/slurm_down.sh", self.folder)
        if self.previous is None:
            del os.environ["SLURM_CONF"]
        else:
            os.environ["SLURM_CONF"] = self.previous

    def queue(self, *options):
        """Jobs that wait or run, as (array, index, state)."""
        seen = run("squeue", "--noheader", "--array", "--format", "%F|%K|%T", *options)
        if seen.returncode != 0:
            expect(False, "squeue answers", seen)
        return [tuple(line.split("|")) for line in seen.stdout.split()]

    def wait(self, seconds=120, until=lambda jobs: not jobs):
        """Waits for the queue to be as it should; empty if nothing else is said."""
        end = time.monotonic() + seconds
        while not until(jobs := self.queue()):
            if time.monotonic() > end:
                expect(False, f"the queue is as it should be within {seconds} s", jobs)
            time.sleep(0.3)
        return jobs

    def wait_running(self, tasks=1, seconds=60):
        return self.wait(seconds, lambda jobs: sum(job[2] == "RUNNING" for job in jobs) >= tasks)

    def daemon(self, name):
        return int((self.folder / "run" / f"{name}.pid").read_text())

    def stop_controller(self):
        os.kill(self.daemon("slurmctld"), signal.SIGTERM)
        time.sleep(0.5)

    def start_controller(self):
        path = {**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"}
        expect(run("slurmctld", "-f", self.folder / "slurm.conf", env=path).returncode == 0,
               "the controller starts again")
        for _ in range(100):
            if run("squeue").returncode == 0:
                return
            time.sleep(0.2)
        expect(False, "the controller answers again")


def submission(folder, number):
    return json.loads((Path(folder) / "submissions" / f"{number:04}.json").read_text())


def workers(folder):
    """Process ids of the workers on a folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"worker" in words and str(folder).encode() in words and b"qdsynth" in words[0]:
            found.append((int(path.parent.name), [word.decode() for word in words]))
    return found


def same_results(folder, reference):
    """Whether two sweeps have the same table and the same numbers under /results, byte by byte."""
    import h5py
    import numpy

    folder, reference = Path(folder), Path(reference)
    if (folder / "sweep.csv").read_bytes() != (reference / "sweep.csv").read_bytes():
        return "sweep.csv differs"
    with h5py.File(folder / "sweep.h5") as one, h5py.File(reference / "sweep.h5") as other:
        names = [[], []]
        for file, found in zip([one, other], names):
            file["results"].visititems(
                lambda name, item: found.append(name) if isinstance(item, h5py.Dataset) else None)
        if names[0] != names[1] or not names[0]:
            return f"other datasets: {names}"
        for name in names[0]:
            a, b = one["results"][name], other["results"][name]
            if a.dtype != b.dtype or a.shape != b.shape:
                return f"{name}: {a.dtype} {a.shape} against {b.dtype} {b.shape}"
            if a.dtype == object:
                same = list(a[...].ravel()) == list(b[...].ravel())
            else:
                same = numpy.asarray(a).tobytes() == numpy.asarray(b).tobytes()
            if not same:
                return f"{name} differs"
    return ""


def states(folder):
    """How many runs are in which state, those without any left out."""
    found = json.loads(qdsynth("sweep", "status", folder, "--json").stdout)["states"]
    return {state: count for state, count in found.items() if count > 0}
