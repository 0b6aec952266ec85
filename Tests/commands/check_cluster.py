#!/usr/bin/env python3
"""A sweep on a real SLURM, and by GNU parallel: what goes wrong there is told, repaired, and changes no number.

Starts a controller and two nodes of its own and ends them. Runs the program on PATH (or QDSYNTH) in a scratch
folder; needs slurmctld, slurmd, slurm-client, munge and parallel, and h5py. About four minutes on two cores.
"""

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cluster"))
import cluster as tools  # noqa: E402
from cluster import Cluster, expect, qdsynth, run, same_results, states, submission, workers  # noqa: E402

# Tasks of a slow sweep: four points each, so that four tasks fill the four cores that the nodes claim.
TASKS = ["--engine", "slurm", "--seconds-per-run", "1.5", "--task-time", "6 s"]
POINTS = 16


def submit(target, *options, **keywords):
    return qdsynth("sweep", "submit", target, *TASKS, *options, **keywords)


def is_whole(folder, reference, what):
    """Every point is done, and the table is the one that a single computer makes."""
    found = states(folder)
    expect(found == {"done": sum(states(reference).values())}, f"all points are done {what}", found)
    qdsynth("sweep", "merge", folder, "--quiet")
    difference = same_results(folder, reference)
    expect(difference == "", f"results are the same {what}", difference)


def repaired(slurm, folder, reference, what):
    """Submitting again hands in what is left and nothing else, and makes the sweep whole."""
    before = states(folder)
    left = sum(count for state, count in before.items() if state != "done")
    seen = submit(folder)
    expect(f"{left} runs in" in seen.stdout, f"{left} runs are handed in {what}", seen)
    slurm.wait()
    is_whole(folder, reference, what)


def check_identity(slurm):
    """200 points: one computer with one and with two jobs, and arrays split at MaxArraySize."""
    tools.quick("quick.toml")
    qdsynth("sweep", "quick.toml", "-o", "one", "--jobs", "1", "--quiet")
    qdsynth("sweep", "quick.toml", "-o", "two", "--jobs", "2", "--quiet")
    seen = qdsynth("sweep", "submit", "quick.toml", "-o", "arrays", "--engine", "slurm", "--task-time", "0.1 s")
    jobs = submission("arrays", 1)
    tasks = len(jobs["tasks"])
    expect(tasks > 6, "200 points become more tasks than an array may have", seen)
    expect(len(jobs["jobs"]) == (tasks + 5) // 6, "arrays are split at MaxArraySize", jobs["jobs"])
    expect([job["first_task"] for job in jobs["jobs"]][0] == 0
           and sum(job["task_count"] for job in jobs["jobs"]) == tasks, "no task is missing", jobs["jobs"])
    expect(jobs["seconds_per_run"] > 0, "a run was timed")
    again = qdsynth("sweep", "submit", "arrays", "--engine", "slurm")
    expect("nothing to hand in" in again.stdout and "in the queue" in again.stdout,
           "what is in the queue is not handed in twice", again)
    slurm.wait()
    expect(Path("arrays/sweep.csv").exists(), "the dependent job has merged")
    for folder in ["two", "arrays"]:
        difference = same_results(folder, "one")
        expect(difference == "", f"{folder} and one are the same byte by byte", difference)
    is_whole("arrays", "one", "in arrays")
    return jobs


def check_cancelled_task(slurm):
    submit("slow.toml", "-o", "cancelled")
    slurm.wait_running(4)
    run("scancel", f"{submission('cancelled', 1)['jobs'][0]['id']}_1")
    slurm.wait()
    found = states("cancelled")
    expect(found.get("done", 0) >= 12 and found.get("pending", 0) > 0, "a cancelled task leaves its rest", found)
    expect(Path("cancelled/sweep.csv").exists(), "the table is made of what there is")
    repaired(slurm, "cancelled", "reference", "after scancel")


def check_killed_worker(slurm):
    submit("slow.toml", "-o", "killed")
    slurm.wait_running(4)
    time.sleep(1)
    process, words = workers(os.path.abspath("killed"))[0]
    os.kill(process, signal.SIGKILL)
    slurm.wait()
    found = states("killed")
    expect(found.get("lost", 0) > 0, "runs of a killed worker are lost, and that is said", found)
    repaired(slurm, "killed", "reference", "after kill -9")


def check_lost_node(slurm):
    submit("slow.toml", "-o", "node")
    slurm.wait_running(4)
    time.sleep(1)
    run("scontrol", "update", "nodename=n2", "state=down", "reason=test")
    slurm.wait()
    found = states("node")
    expect(found.get("lost", 0) + found.get("pending", 0) > 0, "a node took its tasks along", found)
    run("scontrol", "update", "nodename=n2", "state=resume")
    repaired(slurm, "node", "reference", "after the loss of a node")


def check_controller(slurm):
    """The controller dies during a sweep; who submits meanwhile waits for it."""
    qdsynth("sweep", "plan", "slow.toml", "-o", "patient")
    submit("slow.toml", "-o", "controller")
    slurm.wait_running(4)
    slurm.stop_controller()
    seen = qdsynth("sweep", "status", "controller")
    expect("does not answer" in seen.stdout + seen.stderr, "a silent scheduler is told", seen)
    starter = threading.Timer(10, slurm.start_controller)
    starter.start()
    seen = submit("patient", "--at-most", "1")
    starter.join()
    expect("busy, again in" in seen.stderr and "submitted as" in seen.stdout, "submit waits for the controller", seen)
    run("scancel", "--name", "patient")
    slurm.wait()
    is_whole("controller", "reference", "although the controller was restarted")


def check_walltime(slurm):
    """USR1 before the end of the walltime: what is done is kept, and the rest is told as timed out."""
    text = qdsynth("sweep", "submit", "--print-template", "slurm").stdout
    expect("{{notice}}" in text, "a template can be printed")
    Path("early.tmpl").write_text(text.replace("{{notice}}", "56"))
    # SLURM looks at its clock every 30 s: the runs must last longer.
    tools.slow("long.toml", rates=40)
    seen = submit("long.toml", "-o", "short", "--template", "early.tmpl", "--walltime", "1 min", "--task-time", "1 h")
    expect("B:USR1@56" in Path("short/submissions/0001-1.sh").read_text(), "a changed template is used", seen)
    slurm.wait()
    found = states("short")
    expect(found.get("timed out", 0) > 0 and found.get("done", 0) > 0, "a task ran out of time", found)
    Path("wrong.tmpl").write_text(text.replace("{{walltime}}", "{{waltime}}"))
    seen = submit("short", "--template", "wrong.tmpl", status=65)
    expect("wrong.tmpl:" in seen.stderr and "did you mean \"walltime\"?" in seen.stderr,
           "an unknown placeholder is refused", seen)
    qdsynth("sweep", "retry", "short", "--timeout", "--walltime", "10 min", *TASKS)
    slurm.wait()
    found = states("short")
    expect("timed out" not in found, "what was stopped inside is retried alone", found)
    submit("short")
    slurm.wait()
    qdsynth("sweep", "long.toml", "-o", "long", "--jobs", "2", "--quiet")
    is_whole("short", "long", "after a walltime that was too short")


def check_failures(slurm):
    """Points that fail: the merge runs all the same, and a retry with another setting repairs them."""
    axis = '[[sweep.axis]]\npath = "run.duration"\nvalues = ["2 s", "100 s"]\n[grid]\nlargest = 150\n'
    tools.quick("failing.toml", axis)
    text = Path("failing.toml").read_text().replace("count = 20", "count = 3").replace("count = 10", "count = 2")
    text = text.replace('outputs = ["100 s"]', 'outputs = { spacing = "linear", count = 2 }')
    Path("failing.toml").write_text(text)
    qdsynth("sweep", "submit", "failing.toml", "-o", "failing", "--engine", "slurm", "--task-time", "1 s")
    slurm.wait()
    found = states("failing")
    expect(found == {"done": 6, "failed": 6}, "half of the points fail", found)
    table = Path("failing/sweep.csv").read_text()
    expect(table.count(",failed,") == 6, "the merge has run after failures", table)
    qdsynth("sweep", "retry", "failing", "--failed", "--set", "grid.largest=200000", "--engine", "slurm")
    slurm.wait()
    found = states("failing")
    expect(found == {"done": 12}, "a retry with another setting repairs them", found)


def check_refusal(slurm):
    """A scheduler's refusal is passed on, and nothing is left half done."""
    qdsynth("sweep", "plan", "slow.toml", "-o", "refused")
    seen = submit("refused", "--partition", "nowhere", status=5)
    expect("invalid partition" in seen.stderr and "nothing was handed in" in seen.stderr,
           "a refusal is passed on", seen)
    seen = submit("refused", "--dry-run")
    expect("#SBATCH --array=0-3" in seen.stdout and "to start at" in seen.stdout, "a dry run asks SLURM", seen)
    submit("refused", "--at-most", "2", "--setup", "export A='it''s'")
    jobs = slurm.wait_running(2)
    expect(sum(job[2] == "RUNNING" for job in jobs) == 2, "no more tasks run than allowed", jobs)
    seen = qdsynth("sweep", "cancel", "refused", "--dry-run")
    expect("scancel" in seen.stdout, "what cancel would do is said", seen)
    qdsynth("sweep", "cancel", "refused")
    slurm.wait(30)
    found = states("refused")
    expect("done" not in found or found["done"] < POINTS, "a cancelled sweep is not whole", found)
    seen = qdsynth("sweep", "submit", "refused", "--dry-run")
    expect("%2\n" in seen.stdout and "export A=" in seen.stdout, "what was asked for is asked for again", seen)


def check_ordinary_user(slurm, scratch):
    """Somebody who is not root submits from a folder with blanks and quotes in its name."""
    if os.geteuid() != 0:
        print("not root: submission by another user is skipped")
        return
    name = "qdsynth-check"
    run("useradd", "--no-create-home", "--shell", "/bin/bash", name)
    try:
        user = pwd.getpwnam(name)
        home = scratch / "a person's \"own\" folder"
        home.mkdir()
        program = home / "qdsynth"
        shutil.copy(shutil.which(tools.QDSYNTH), program)
        shutil.copy(tools.LIBRARY, home / "library.toml")
        text = Path("slow.toml").read_text().replace(str(tools.LIBRARY), "library.toml")
        (home / "slow.toml").write_text(text)
        for path in [home, *home.iterdir()]:
            os.chown(path, user.pw_uid, user.pw_gid)
        command = f"./qdsynth sweep submit slow.toml -o 'my sweep' {' '.join(map(repr, TASKS))}"
        seen = run("su", name, "--shell", "/bin/bash", "--command", command, cwd=home)
        expect(seen.returncode == 0, "an ordinary user submits", seen)
        slurm.wait()
        folder = home / "my sweep"
        expect((folder / "sweep.csv").stat().st_uid == user.pw_uid, "jobs run as who submitted them")
        difference = same_results(folder, "reference")
        expect(difference == "", "an ordinary user has the same results", difference)
    finally:
        run("userdel", name)


def check_parallel():
    """GNU parallel with its job log; a task that is killed is done when the same is asked for again."""
    qdsynth("sweep", "plan", "slow.toml", "-o", "parallel")
    options = ["--engine", "parallel", "--seconds-per-run", "1.5", "--task-time", "6 s", "--at-most", "2"]
    running = subprocess.Popen(
        [tools.QDSYNTH, "sweep", "submit", "parallel", *options], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 30
    while not (found := workers(os.path.abspath("parallel"))) and time.monotonic() < end:
        time.sleep(0.2)
    time.sleep(1)
    os.kill(found[0][0], signal.SIGKILL)
    _, said = running.communicate(timeout=120)
    expect(running.returncode == 3 and "not all tasks" in said, "a task that was killed is told", said)
    log = Path("parallel/logs/0001.joblog").read_text().splitlines()
    expect(len(log) == 5 and sum(line.split("\t")[7] == "9" for line in log[1:]) == 1,
           "the job log has it", log)
    found = states("parallel")
    expect(found.get("lost", 0) > 0, "its runs are lost", found)
    script = next(line for line in said.splitlines() if line.startswith("parallel "))
    seen = run("bash", "-c", script, cwd="parallel")
    expect(seen.returncode == 0, "the same command resumes from the job log", seen)
    log = Path("parallel/logs/0001.joblog").read_text().splitlines()
    expect(len(log) == 6, "only the killed task was done again", log)
    is_whole("parallel", "reference", "by GNU parallel")


def check_guide(slurm, scratch):
    """Every command of the guide, as it stands there: its blocks in one shell, then those in its tables."""
    text = (tools.ROOT / "Documentation/cluster.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M)
    cells = re.findall(r"^\|.*\| `(qdsynth .*)` \|$", text, re.M)
    expect(len(blocks) >= 8 and len(cells) >= 4, "the guide has commands", blocks + cells)
    home = scratch / "guide"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "qdsynth").symlink_to(shutil.which(tools.QDSYNTH))
    (home / "Scenarios").symlink_to(tools.ROOT / "Scenarios")
    script = "set -e -o pipefail\n" + "\n".join(blocks + cells) + "\n"
    seen = run("bash", input=script, cwd=home, env={**os.environ, "PATH": f"{home}/bin:{os.environ['PATH']}"})
    expect(seen.returncode == 0, "all commands of the guide do as it says", seen)
    expect("submitted as job" in seen.stdout and "SLURM" in seen.stdout, "they have used SLURM", seen)
    difference = same_results(home / "pbs/library", home / "pbs/laptop")
    expect(difference == "", "laptop and cluster give the same results", difference)
    for other in ["cores", "hands"]:
        difference = same_results(home / "pbs" / other, home / "pbs/laptop")
        expect(difference == "", f"{other} gives the same results", difference)


def main():
    scratch = Path(tempfile.mkdtemp(prefix="qd"))
    scratch.chmod(0o755)
    os.chdir(scratch)
    start = time.monotonic()
    try:
        with Cluster(scratch / "slurm", CPUS=2, MAXARRAY=6) as slurm:
            tools.slow("slow.toml")
            qdsynth("sweep", "slow.toml", "-o", "reference", "--jobs", "2", "--quiet")
            for check in [check_identity, check_cancelled_task, check_killed_worker, check_lost_node,
                          check_controller, check_walltime, check_failures, check_refusal]:
                began = time.monotonic()
                check(slurm)
                print(f"{check.__name__}: {time.monotonic() - began:.0f} s", flush=True)
            for check in [check_ordinary_user, check_guide]:
                began = time.monotonic()
                check(slurm, scratch)
                print(f"{check.__name__}: {time.monotonic() - began:.0f} s", flush=True)
        check_parallel()
    finally:
        os.chdir("/")
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{tools.done} claims hold, {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
