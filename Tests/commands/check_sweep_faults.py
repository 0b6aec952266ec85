#!/usr/bin/env python3
"""What a sweep survives: every fault is made, the sweep goes on, and its table is that of an undisturbed one.

usage: check_sweep_faults.py [--kills 6] [--repeat 2] [--full] [--table FILE]

Runs the program on PATH in a scratch folder; needs nothing but Python. Faults that need root or `faketime` are
left out, with a message, where these are not to be had. --full kills 50 times and repeats the rest ten times;
--table writes what was done, and what was lost, as a table.
"""

import argparse
import contextlib
import filecmp
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QDSYNTH = shutil.which(os.environ.get("QDSYNTH", "qdsynth")) or "qdsynth"
YARDSTICK = Path(__file__).resolve().parents[2] / "Validation/exact/ladder-growing-top/scenario.toml"
# A quarter of the points fail: 40 units are too few.
SCENARIO = f"""schema = 1
include = ["{YARDSTICK}"]
[run]
duration = "20 s"
outputs = ["10 s", "20 s"]
[sweep]
[[sweep.axis]]
path = "reaction[0].rate_constant"
from = "0.02 1/s"
to = "0.1 1/s"
count = 40
[[sweep.axis]]
path = "grid.largest"
values = [40, 100000, 200000, 300000]
"""
POINTS = 160

rows = []


def call(*arguments):
    return [QDSYNTH, "sweep", *map(str, arguments)]


def run(*arguments, before=(), status=None):
    seen = subprocess.run([*before, *call(*arguments)], capture_output=True, text=True, timeout=300)
    if status is not None:
        expect(seen.returncode in status, f"exit {status} of sweep {' '.join(map(str, arguments))}", seen)
    return seen


def expect(holds, claim, seen=None):
    if not holds:
        detail = "" if seen is None else f"\n{seen.returncode}\n{seen.stdout}\n{seen.stderr}"
        sys.exit(f"FAILED: {claim}{detail}")


def start(*arguments, before=()):
    return subprocess.Popen([*before, *call(*arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def records(folder):
    """Whole records of runs in all shards: the lines of each run."""
    found = {}
    for shard in sorted(Path(folder).glob("shards/0*")):
        for line in shard.read_bytes().split(b"\n")[:-1]:
            seal, content = line[:16], line[17:]
            if hashlib.sha256(content).hexdigest()[:16].encode() != seal:
                break
            if content.startswith(b"run "):
                found.setdefault(int(content[4:].split(b"\t")[0]), []).append(content)
    return found


def same(folder):
    return all(filecmp.cmp(f"whole/{name}", f"{folder}/{name}", shallow=False)
               for name in ["sweep.csv", "sweep.h5"])


def planned(folder, source="whole"):
    """A folder with the plan of another and nothing made."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("sweep.*", "sweep-log.h5", "*.finished"))
    return Path(folder)


def copied(folder):
    shutil.copytree("whole", folder)
    for table in ["sweep.csv", "sweep.h5", "sweep-log.h5"]:
        Path(folder, table).unlink()
    return Path(folder)


def goes_on(folder, *more, status=(3,)):
    seen = run("sweep.toml", "-o", folder, "--resume", "--quiet", *more, status=status)
    expect(same(folder), f"{folder} has the table of an undisturbed sweep", seen)
    return seen


def note(fault, times, lost, said):
    rows.append((fault, times, lost, said))
    print(f"{fault}: {times} times, lost: {lost}", flush=True)


def check_kills(count, chance):
    """kill -9 at random moments; every finished run is kept and never made again."""
    kills = folders = 0
    while kills < count:
        folder = f"killed-{folders}"
        folders += 1
        before = {}
        while kills < count:
            process = start("sweep.toml", "-o", folder, "--resume", "--quiet", "--jobs", "2")
            try:
                process.wait(timeout=chance.uniform(0.05, 1.2))
                break
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
            before = records(folder)
        goes_on(folder)
        after = records(folder)
        for index, lines in before.items():
            expect(after[index] == lines, f"run {index} is kept as it was, and made once")
        expect(all(len(lines) == 1 for lines in after.values()), "no run is made twice")
        shutil.rmtree(folder)
    note("`kill -9` of a sweep on two cores at a random moment", kills, "nothing; no run made twice",
         "nothing at its death; `--resume` goes on")


def check_killed_planning(count, chance):
    for number in range(count):
        process = start("sweep.toml", "-o", f"unplanned-{number}", "--quiet")
        time.sleep(chance.uniform(0.01, 0.12))
        process.kill()
        process.wait()
        goes_on(f"unplanned-{number}")
    note("`kill -9` while a sweep is planned or has just begun; the file `lock` stays", count, "nothing",
         "`--resume` plans anew: the lock of a dead process holds nobody up")


def check_stale_lock():
    folder = planned("locked")
    (folder / "lock").write_text("4711\n")
    goes_on("locked")
    note("a stale `lock` with text in it", 1, "nothing", "nothing")


def check_damage(count, chance):
    for number in range(count):
        folder = copied(f"cut-{number}")
        shard = chance.choice(sorted((folder / "shards").iterdir()))
        content = shard.read_bytes()
        shard.write_bytes(content[:chance.randrange(len(content))])
        goes_on(f"cut-{number}")
    note("a finished shard cut short at a random byte", count, "the runs behind the cut, made again",
         "nothing; `--resume` makes them")
    for number in range(count):
        folder = copied(f"flipped-{number}")
        shard = chance.choice(sorted((folder / "shards").iterdir()))
        content = bytearray(shard.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        shard.write_bytes(content)
        goes_on(f"flipped-{number}", "--beat", "0.1")
    note("one bit of a finished shard flipped", count, "the runs behind it, made again",
         "nothing; `--resume` makes them")
    for number in range(count):
        folder = planned(f"claim-{number}")
        for chunk in chance.sample(range(40), 3):
            claim = folder / f"shards/{chunk:05}-1.running"
            claim.write_bytes(chance.randbytes(chance.choice([0, 1, 300])))
        goes_on(f"claim-{number}", "--beat", "0.1")
    note("three claims that hold nothing or noise", count, "nothing",
         "nothing; they are taken over when they have not grown for three signs of life")
    folder = copied("identities")
    path = folder / "identities.txt"
    path.write_text(path.read_text().replace("a", "b", 1))
    seen = run("sweep.toml", "-o", "identities", "--resume", status=(65,))
    note("a changed digit in `identities.txt`", 1, "nothing; refused, exit 65", quoted(seen))


def quoted(seen):
    line = [line for line in seen.stderr.splitlines() if line][-1]
    return "`" + line.replace(str(Path.cwd()) + "/", "").replace("|", "\\|") + "`"


def check_merges(count):
    copied("merged")
    for _ in range(count):
        merging = [start("merge", "merged", "--quiet") for _ in range(4)]
        expect(all(process.wait() == 0 for process in merging), "four merges at once end well")
        expect(same("merged"), "their table is the one")
    left = [path.name for path in Path("merged").iterdir() if path.name.endswith(".part")]
    expect(not left, f"nothing half-made stays: {left}")
    note("four merges at once", count, "nothing", "nothing")
    for _ in range(count):
        process = start("merge", "merged", "--quiet")
        time.sleep(random.uniform(0.005, 0.03))
        process.kill()
        process.wait()
    run("merge", "merged", "--quiet", status=(0,))
    left = [path.name for path in Path("merged").iterdir() if path.name.endswith(".part")]
    expect(same("merged") and not left, f"a killed merge leaves nothing: {left}")
    note("`kill -9` of a merge", count, "nothing; the next merge removes what was half-made", "nothing")


def check_sharing(count):
    for number in range(count):
        folder = f"shared-{number}"
        planned(folder)
        sweeping = [start("sweep.toml", "-o", folder, "--resume", "--jobs", "1", "--quiet") for _ in range(2)]
        expect(all(process.wait() == 3 for process in sweeping) and same(folder), "two sweeps share a folder")
        expect(all(len(lines) == 1 for lines in records(folder).values()), "no run is made twice")
    note("two `sweep --resume` of one folder at once", count, "nothing; no run made twice",
         "both end with the whole table")


def check_signals(count, chance):
    for number in range(count):
        for number_sent, status in [(signal.SIGTERM, 75), (signal.SIGUSR1, 75), (signal.SIGINT, 75)]:
            folder = f"worker-{number}-{number_sent}"
            planned(folder)
            process = start("worker", folder, "--jobs", "2", "--quiet")
            time.sleep(chance.uniform(0.1, 0.5))
            process.send_signal(signal.SIGCONT)
            process.send_signal(number_sent)
            expect(process.wait(timeout=60) == status, f"a worker ends with {status} by {number_sent}")
            said = json.loads(run("status", folder, "--json", status=(0,)).stdout)["states"]
            timed_out = said["timed out"] > 0
            expect(timed_out == (number_sent == signal.SIGUSR1), f"its runs are told apart: {said}")
            goes_on(folder)
        planned(f"budget-{number}")
        run("worker", f"budget-{number}", "--jobs", "1", "--stop-after", "0.3 s", status=(75,))
        said = json.loads(run("status", f"budget-{number}", "--json", status=(0,)).stdout)["states"]
        expect(said["timed out"] > 0, f"a walltime budget is told: {said}")
        run("retry", f"budget-{number}", "--timeout", "--quiet", status=(3,))
        goes_on(f"budget-{number}")
    note("SIGCONT and then SIGTERM, SIGUSR1 or SIGINT to a worker", 3 * count, "nothing",
         "exit 75; runs that it held are `timed out` after SIGUSR1, else `pending`")


@contextlib.contextmanager
def small_disk(size):
    """A folder on a disk of so many bytes, or nothing where this user may not have one."""
    folder = Path("disk")
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
                          capture_output=True)
    try:
        yield folder if made.returncode == 0 else None
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def check_cancel(count, chance):
    for number in range(count):
        folder = f"cancelled-{number}"
        planned(folder)
        process = start("worker", folder, "--jobs", "2", "--quiet")
        while "running" not in run("status", folder).stdout and process.poll() is None:
            time.sleep(0.02)
        run("cancel", folder, status=(0,))
        expect(process.wait(timeout=60) == 75, "a cancelled worker ends with 75")
        seen = run("retry", folder, "--set", "run.tolerances.relative=1e-5", "--quiet", status=(0, 3))
        head, *lines = Path(folder, "sweep.csv").read_text().splitlines()
        changed = sum(line.endswith("run.tolerances.relative = 1e-5") for line in lines)
        expect(head.endswith(",settings") and 0 < changed < POINTS, "a retry tells what it changed", seen)
    note("`sweep cancel`, and a retry with another tolerance", count, "nothing",
         "the table tells in which rows the tolerance is another")


def check_full_disk(count, chance):
    said = ""
    for _ in range(count):
        with small_disk(chance.randrange(140, 320) * 1024) as disk:
            if disk is None:
                return print("full and read-only disks: left out, as this user may not mount any")
            seen = run("sweep.toml", "-o", "disk/sweep", "--quiet", status=(73, 74))
            said = quoted(seen)
            before = records("disk/sweep")
            run("status", "disk/sweep", status=(0, 66))
            subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            goes_on("disk/sweep")
            after = records("disk/sweep")
            expect(all(after[index] == lines for index, lines in before.items()), "a full disk loses no run")
    note("a full disk (tmpfs of 140 to 320 KB), then room again", count, "nothing", said)
    with small_disk("64m") as disk:
        planned("disk/sweep")
        worker = start("worker", "disk/sweep", "--quiet", "--jobs", "1", "--stop-after", "0.1 s")
        worker.wait()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        seen = run("worker", "disk/sweep", "--quiet", status=(73, 74))
        run("merge", "disk/sweep", status=(73, 74))
        run("status", "disk/sweep", status=(0,))
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        goes_on("disk/sweep")
        note("a folder that becomes read-only", 1, "nothing; `status` works on it", quoted(seen))


def far_host(shift):
    """What makes a command think that it runs on another computer, with another clock."""
    able = subprocess.run(["unshare", "--uts", "hostname", "far"], capture_output=True).returncode == 0
    host = ["unshare", "--uts", "sh", "-c", 'hostname far && exec "$@"', "sh"] if able else []
    clock = ["faketime", "-f", shift] if shift and shutil.which("faketime") else []
    return able, bool(clock), host + clock


def check_clocks(count):
    for shift in ["-1h", "+1h"]:
        able, skewed, before = far_host(shift)
        if not (able and skewed):
            return print("clock skew: left out, as it needs root and faketime")
        for number in range(count):
            folder = f"skewed{shift}-{number}"
            planned(folder)
            far = start("worker", folder, "--jobs", "1", "--quiet", "--beat", "0.2", before=before)
            near = start("worker", folder, "--jobs", "1", "--quiet", "--beat", "0.2")
            time.sleep(0.4)
            lost = json.loads(run("status", folder, "--json").stdout)["states"]["lost"]
            expect(lost == 0, "a worker with another clock is not taken for lost")
            expect(far.wait() in (0, 3) and near.wait() in (0, 3), "both end well")
            goes_on(folder)
            expect(all(len(lines) == 1 for lines in records(folder).values()), "no run is made twice")
    note("a second worker on another computer whose clock is an hour off, either way", 2 * count,
         "nothing; no run made twice", "nothing; it is not taken for lost")


def check_far_death(count, chance):
    able, _, before = far_host("")
    if not able:
        return print("a worker killed far away: left out, as it needs root")
    for number in range(count):
        folder = f"far-{number}"
        planned(folder)
        far = start("worker", folder, "--jobs", "1", "--quiet", "--beat", "0.2", before=before)
        time.sleep(chance.uniform(0.2, 0.6))
        far.kill()
        far.wait()
        goes_on(folder)
    note("`kill -9` of a worker on another computer", count, "nothing",
         "nothing; its chunk is taken over when it has not grown for three signs of life")


def table():
    head = "| what was done | how often | what was lost | what the program said |\n| --- | --- | --- | --- |\n"
    return head + "".join(f"| {fault} | {times} | {lost} | {said} |\n" for fault, times, lost, said in rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--table")
    options = parser.parse_args()
    kills, repeat = (50, 10) if options.full else (options.kills, options.repeat)
    chance = random.Random(options.seed)
    began = time.perf_counter()
    scratch = tempfile.mkdtemp()
    here = os.getcwd()
    try:
        os.chdir(scratch)
        Path("sweep.toml").write_text(SCENARIO)
        run("sweep.toml", "-o", "whole", "--quiet", status=(3,))
        expect(len(records("whole")) == POINTS, "an undisturbed sweep")
        check_kills(kills, chance)
        check_killed_planning(repeat, chance)
        check_stale_lock()
        check_damage(repeat, chance)
        check_merges(repeat)
        check_sharing(repeat)
        check_signals(max(1, repeat // 3), chance)
        check_cancel(repeat, chance)
        check_full_disk(repeat, chance)
        check_clocks(max(1, repeat // 2))
        check_far_death(repeat, chance)
    finally:
        os.chdir(here)
        shutil.rmtree(scratch, ignore_errors=True)
    if options.table:
        Path(options.table).write_text(table())
    print(f"sweep faults: {len(rows)} kinds survived, {time.perf_counter() - began:.0f} s")
