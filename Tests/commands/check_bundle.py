"""The program as `make bundle` packs it, where there is nothing else: no library, no shell but busybox,
no root. Needs root to build such a place, and busybox-static; without them it says so and passes.

    python Tests/commands/check_bundle.py
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOBODY = 65534
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        sys.exit(f"failed: {what}")


def bare_place(place):
    """A root folder with busybox, /proc and /dev/null."""
    for folder in ["bin", "proc", "dev", "tmp", "home"]:
        (place / folder).mkdir(parents=True)
    shutil.copy(shutil.which("busybox"), place / "bin/busybox")
    for name in ["sh", "readlink", "dirname"]:
        (place / "bin" / name).symlink_to("busybox")
    os.mknod(place / "dev/null", 0o666 | 0o020000, os.makedev(1, 3))
    os.chmod(place / "dev/null", 0o666)
    os.chmod(place / "tmp", 0o1777)
    subprocess.run(["mount", "-t", "proc", "proc", place / "proc"], check=True)


def inside(place, *command):
    """Runs a command there as a user who owns nothing."""
    return subprocess.run(
        [shutil.which("chroot"), f"--userspec={NOBODY}:{NOBODY}", place, "/bin/sh", *command],
        capture_output=True, text=True, timeout=300,
        env={"HOME": "/tmp", "PATH": "/bin", "LD_LIBRARY_PATH": "/nowhere"})


def main():
    if os.geteuid() != 0 or not shutil.which("busybox"):
        print("not checked: the bundle needs root and busybox-static to be tried by itself")
        return
    subprocess.run(["make", "bundle"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    archive = next(ROOT.glob("qdsynth-*-linux-*.tar.gz"))
    folder = archive.name.removesuffix(".tar.gz")
    with tempfile.TemporaryDirectory() as scratch:
        place = pathlib.Path(scratch) / "bare"
        bare_place(place)
        try:
            with tarfile.open(archive) as packed:
                packed.extractall(place / "home", filter="data")
            program = f"/home/{folder}/bin/qdsynth"
            scenario = f"/home/{folder}/Scenarios/pbs-thiourea-library/scenario.toml"
            check(inside(place, program, "--version").stdout.strip() != "", "it starts")
            missing = inside(place, program, "check", "nowhere.toml")
            check(missing.returncode == 66, f"its exit codes are its own: {missing.returncode}")
            check("no file" in missing.stderr, f"it tells what is wrong: {missing.stderr}")
            swept = inside(place, program, "sweep", scenario, "-o", "/tmp/sweep", "--jobs", "2",
                           "--quiet")
            check(swept.returncode == 0, f"it sweeps: {swept.stderr}")
            own = pathlib.Path(scratch) / "own"
            subprocess.run(
                ["qdsynth", "sweep", ROOT / "Scenarios/pbs-thiourea-library/scenario.toml", "-o", own,
                 "--quiet"], check=True)
            check(
                (place / "tmp/sweep/sweep.csv").read_bytes() == (own / "sweep.csv").read_bytes(),
                "its table is the one of the program that was packed")
        finally:
            subprocess.run(["umount", place / "proc"], check=True)
    archive.unlink()
    print(f"bundle: {checks} claims hold")


main()
