"""Holds `qdsynth schema` against scenarios: the good ones pass, the bad ones fail where JSON Schema can see it.

usage: python3 check_schema.py [QDSYNTH]    (needs taplo: pip install taplo; else the program on PATH)
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests" / "ScenarioFilesTests" / "Fixtures"


def accepts(scenario, schema):
    """Whether taplo takes a scenario; what it says where it does not."""
    checked = subprocess.run(
        [taplo(), "lint", "--schema", schema.as_uri(), str(scenario)], capture_output=True, text=True)
    return checked.returncode == 0, checked.stderr


def taplo():
    """The taplo of this Python's environment."""
    beside = pathlib.Path(sys.executable).with_name("taplo")
    return str(beside) if beside.exists() else "taplo"


def main(program):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        schema = folder / "schema.json"
        schema.write_text(subprocess.run([program, "schema"], capture_output=True, text=True, check=True).stdout)
        good = sorted(ROOT.glob("Scenarios/*/scenario.toml")) + sorted(FIXTURES.glob("good*.toml"))
        for template in ["recipe", "sweep"]:
            path = folder / f"{template}.toml"
            path.write_text(subprocess.run([program, "init", template], capture_output=True, text=True, check=True).stdout)
            good.append(path)
        for scenario in good:
            passes, message = accepts(scenario, schema)
            if not passes:
                faults.append(f"{scenario} is refused:\n{message}")
        text = (FIXTURES / "good.toml").read_text()
        seen = 0
        bad = json.loads((FIXTURES / "bad.json").read_text())
        for fixture in bad:
            scenario = folder / "bad.toml"
            scenario.write_text(text.replace(fixture["find"], fixture["replace"]))
            passes, message = accepts(scenario, schema)
            seen += not passes
            if passes != (fixture["schema"] == "cannot see"):
                faults.append(f"{fixture['name']}: {'passes' if passes else 'is refused: ' + message}")
    print(f"{len(good)} good scenarios, {len(bad)} bad ones of which the schema refuses {seen}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "qdsynth"))
