#!/usr/bin/env python3
"""What a sweep of 100,000 points costs besides its runs: plan, status, merge, memory and files.

usage: sweep_hundred_thousand.py [--qdsynth PROGRAM] [--side 316] [--failing 0.02]

Plans a grid of the yardstick's synthesis, closed at 200 sizes and for 2 s, over its rate constant and its
temperature. One chunk is really run; the shards of all others are copies of its lines under other numbers,
some of them failures, as if workers had made them. Prints a row for each command: seconds, seconds of all
cores together, and the peak of its memory, with what is allowed.
"""
import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--qdsynth", default=str(root / ".build/release/qdsynth"))
parser.add_argument("--side", type=int, default=317, help="points on each of the two axes")
parser.add_argument("--failing", type=float, default=0.02, help="share of points that are said to have failed")
parser.add_argument("--killed", action="store_true", help="leave the shards as if all workers had been killed")
parser.add_argument("--keep", help="a folder that does not exist yet, for the sweep to stay in")
options = parser.parse_args()

text = """schema = 1
include = ["{yardstick}"]
[run]
duration = "2 s"
outputs = ["2 s"]
[grid]
top = "closed"
largest = 200
[sweep]
[[sweep.axis]]
path = "reaction[0].rate_constant"
from = "0.02 1/s"
to = "0.1 1/s"
count = {side}
[[sweep.axis]]
path = "flask.temperature"
from = "20 degC"
to = "60 degC"
count = {side}
"""


def timed(*arguments):
    """Seconds, those of the cores, the peak of memory in MB, and what was said."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen([options.qdsynth, "sweep", *arguments], stdout=said) as run:
            _, status, usage = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        said.seek(0)
        output = said.read().decode()
    assert run.returncode in (0, 3), (arguments, run.returncode, output)
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def sealed(content):
    return hashlib.sha256(content).hexdigest()[:16].encode() + b" " + content + b"\n"


def copied(lines, chunk, runs, chunk_size):
    """The lines of chunk 0 as another chunk's; runs at the hot end of the grid fail."""
    shift = chunk * chunk_size
    out, done, failed = [], [], []
    for line in lines:
        word, _, rest = line.partition(b" ")
        if word == b"shard":
            header = json.loads(rest)
            header.update(chunk=chunk, runs=f"{shift}-{shift + runs - 1}")
            header["worker"]["process"] = 4_000_000
            line = b"shard " + json.dumps(header).encode()
        elif word == b"run":
            parts = rest.split(b"\t")
            index = int(parts[0]) + shift
            if index >= shift + runs:
                continue
            if index % options.side >= options.side * (1 - options.failing):
                parts = [b"", b"failed", *parts[2:4], f"stopped at {index} s: invented".encode()]
                failed.append(index)
            else:
                done.append(index)
            parts[0] = str(index).encode()
            line = b"run " + b"\t".join(parts)
        elif word == b"end":
            if options.killed:
                continue
            end = json.loads(rest)
            end.update(done=len(done), failed=len(failed), chunk={
                "done": ",".join(map(str, done)),
                "failed": [{"reason": f"stopped at {i} s: invented", "runs": str(i)} for i in failed]})
            line = b"end " + json.dumps(end).encode()
        out.append(sealed(line))
    return b"".join(out)


def fill(folder):
    plan = json.loads((folder / "plan.json").read_text())
    (folder / "submissions").mkdir()
    (folder / "submissions/0001.json").write_text(json.dumps({
        "number": 1, "engine": "local", "created": 0, "selection": "unfinished", "settings": [],
        "tasks": ["0"], "jobs": [], "options": {}}))
    timed("worker", str(folder), "--submission", "1", "--index", "0", "--quiet")
    first = folder / "shards/00000-1.finished"
    lines = [line[17:] for line in first.read_bytes().splitlines()]
    size = plan["chunk_size"]
    chunks = -(-plan["runs"] // size)
    for chunk in range(1, chunks):
        runs = min(size, plan["runs"] - chunk * size)
        ending = "running" if options.killed else "finished"
        (folder / f"shards/{chunk:05}-1.{ending}").write_bytes(copied(lines, chunk, runs, size))


with tempfile.TemporaryDirectory() as place:
    place = Path(place)
    scenario, folder = place / "sweep.toml", place / "sweep"
    yardstick = root / "Validation/exact/ladder-growing-top/scenario.toml"
    scenario.write_text(text.format(yardstick=yardstick, side=options.side))
    rows = [("plan", 5, timed("plan", str(scenario), "-o", str(folder), "--quiet"))]
    fill(folder)
    rows.append(("status", 1, timed("status", str(folder))))
    said = rows[-1][2][3]
    rows.append(("status --json", 1, timed("status", str(folder), "--json")))
    rows.append(("merge", 20, timed("merge", str(folder), "--quiet")))
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    print(f"{options.side ** 2} points, {files} files (at most 500)\n")
    print("| command | seconds | at most | of all cores | peak memory, MB | at most |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, limit, (seconds, work, memory, _) in rows:
        print(f"| `sweep {name}` | {seconds:.2f} | {limit} | {work:.2f} | {memory:.0f} | 300 |")
    print("\n" + said)
    if options.keep:
        shutil.copytree(folder, options.keep)
    sys.exit(any(seconds > limit or memory > 300 for _, limit, (seconds, _, memory, _) in rows) or files > 500)
