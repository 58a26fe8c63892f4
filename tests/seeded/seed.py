"""One mutated build holds every defect of defects.toml; SEEDED_DEFECT=row wakes one of them.

The copy lies under target/seeded, beside what was compiled of it, so that the next run compiles only what changed;
the program itself has no such switch.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "target" / "seeded"
COPY = TARGET / "tree"
LEAST = 24
PATIENCE = 300


def copy_tree():
    """Writes the tree as git knows it; a file that is the same keeps its time, so that cargo does too."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout.decode().split("\0")
    names = {name for name in names if name and (ROOT / name).is_file()}
    for old in sorted(COPY.rglob("*")) if COPY.exists() else []:
        if old.is_file() and str(old.relative_to(COPY)) not in names:
            old.unlink()
    return {name: (ROOT / name).read_bytes() for name in names}


def seed(files, edits):
    """Puts every defect in; says which text is not there any more, or is there twice."""
    lost = []
    for edit in edits:
        row, name = edit.get("row", ""), edit["file"]
        awake = f'matches!(std::env::var("SEEDED_DEFECT").as_deref(), Ok("{row}"))'
        text = files.get(name, b"").decode()
        if text.count(edit["find"]) != 1:
            lost.append(f'{row or "all"}: {name} has {text.count(edit["find"])} times {edit["find"]!r}')
            continue
        files[name] = text.replace(edit["find"], re.sub(r"\bDEFECT\b", lambda _: awake, edit["replace"])).encode()
    return lost


def write(files):
    for name, content in files.items():
        path = COPY / name
        if path.exists() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        shutil.copymode(ROOT / name, path)


def build(environment):
    command = ["cargo", "test", "--no-run", "--test", "it", "--message-format", "short"]
    built = subprocess.run(command, cwd=COPY, env=environment, capture_output=True, text=True)
    found = re.search(r"Executable .*\((.*)\)", built.stderr)
    if built.returncode != 0 or not found:
        wrong = [line for line in built.stderr.splitlines() if "error" in line]
        sys.exit("the mutated program does not compile:\n" + "\n".join(wrong))
    path = pathlib.Path(found.group(1))
    return path if path.is_absolute() else COPY / path


def passes(program, test, environment, defect):
    """Whether a test passes; a test that does not end is one that fails, one that is not there an error."""
    awake = {**environment, "SEEDED_DEFECT": defect} if defect else environment
    try:
        run = subprocess.run([program, "--exact", test], cwd=COPY, env=awake, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return False
    if "1 passed" not in run.stdout and "1 failed" not in run.stdout:
        sys.exit(f"there is no test {test}:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return run.returncode == 0


def main():
    plan = tomllib.loads((ROOT / "tests/seeded/defects.toml").read_text())
    asked = set(sys.argv[1:])
    edits = plan["defect"] + plan.get("bridge", [])
    tests = {edit["row"]: edit for edit in plan["defect"] if "test" in edit}
    files = copy_tree()
    lost = seed(files, edits)
    if lost:
        sys.exit("the text to replace is not there, once:\n" + "\n".join(lost))
    write(files)
    environment = {k: v for k, v in os.environ.items() if k != "SEEDED_DEFECT"}
    environment["CARGO_TARGET_DIR"] = str(TARGET)
    began = time.time()
    program = build(environment)
    print(f"one build with {len(plan['defect'])} edits for {len(tests)} rows: {time.time() - began:.0f} s", flush=True)
    missed = []
    for row, edit in sorted(tests.items()):
        if asked and row not in asked:
            continue
        sound = passes(program, edit["test"], environment, None)
        noticed = not passes(program, edit["test"], environment, row)
        said = "caught" if sound and noticed else "MISSED" if sound else "FAILS WITHOUT IT"
        print(f"{row:4} {said:17} {edit['says']}\n     {'':17} {edit['test']}", flush=True)
        if said != "caught":
            missed.append(row)
    caught = (len(asked & set(tests)) if asked else len(tests)) - len(missed)
    print(f"{caught} caught, {len(missed)} not: {' '.join(missed) or 'none'}")
    if missed or (not asked and caught < LEAST):
        sys.exit(1)


main()
