"""test-installed.py - the tests of the Python package, by an installed package and an installed library

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The build is installed into a prefix and the package into a folder, both for this test alone. Each test is run again with nothing that
names the build or the tree's package: the loader finds the library by its SONAME. What a test really loaded is looked at when it ends.
"""

import json
import os
import pathlib
import runpy
import subprocess
import sys
import tempfile

import package

HERE = pathlib.Path(__file__).resolve().parent
# These would say where something of the build or of the tree is.
TAKEN_AWAY = ("PERFEVAL_LIBRARY", "PERFEVAL_OFFICE_LIBRARY", "PERFEVAL_BUNDLE", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH")
LEFT_OUT = {
    "test-installed.py": "this test",
    "test-wheel.py": "installs wheels of its own",
    "test-batch-peers.py": "fetches other packages, which takes long",
    "test-abi-table.py": "compares texts of the tree with the library's file, without the package",
    "test-every-function.py": "calls the library's file, without the package",
    "test-doors.py": "reads texts of the tree, without the package",
    "test-typing.py": "reads texts of the tree, without the package",
}
MARK = "LOADED "


def child(script):
    """Runs a test in this process, then says which package and which libraries it has loaded."""
    sys.argv = [script]
    try:
        runpy.run_path(script, run_name="__main__")
    finally:
        maps = pathlib.Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        libraries = sorted({line.split(None, 5)[5] for line in maps if "/libperfeval" in line})
        module = sys.modules.get("perfeval")
        print(f"\n{MARK}{json.dumps([module.__file__ if module else None, libraries])}", flush=True)


def strangers(loaded, target, library):
    """What was loaded and is not the installed one; the libraries are resolved, as the loader maps them."""
    file, libraries = loaded
    faults = [] if file == str(target / "perfeval/__init__.py") else [f"perfeval is {file}"]
    if str(library.resolve()) not in libraries:
        faults.append(f"{library} was not loaded")
    return faults + [f"{path} was loaded" for path in libraries if pathlib.Path(path).parent != library.resolve().parent]


def attempt(script, environment, scratch):
    """How a test ended, in a word, what it loaded, and the end of what it wrote."""
    done = subprocess.run([sys.executable, __file__, "--child", str(script)], capture_output=True, text=True, env=environment, cwd=scratch)
    said, _, loaded = done.stdout.rpartition(MARK)
    word = {0: "passed", 77: "skipped"}.get(done.returncode, f"exit {done.returncode}")
    return word, json.loads(loaded or "[null, []]"), (said + done.stderr).strip()


def install(scratch):
    """The folder of the package and the file of the library."""
    prefix, target = scratch / "prefix", scratch / "site"
    package.run([os.environ.get("PERFEVAL_CMAKE", "cmake"), "--install", os.environ["PERFEVAL_BUILD"], "--prefix", prefix])
    plain = {name: value for name, value in os.environ.items() if name not in TAKEN_AWAY}
    package.pip_install(package.copy_to(scratch / "tree"), target, env=plain)
    library = next(prefix.rglob("libperfeval.so.1"))
    return target, library, dict(plain, PYTHONPATH=str(target), LD_LIBRARY_PATH=str(library.parent), PERFEVAL_INSTALLED=str(target))


def main():
    if os.environ.get("PERFEVAL_SANITIZE"):
        package.skip("a sanitized library is not installed: the tests of its build have asked it the same")
    package.need_pip()
    faults, office = [], False
    with tempfile.TemporaryDirectory() as directory:
        scratch = pathlib.Path(directory).resolve()
        target, library, environment = install(scratch)
        print(f"perfeval.__file__ has to be {target}/perfeval/__init__.py, and the library {library}")
        for script in sorted(HERE.glob("test-*.py")):
            if script.name in LEFT_OUT:
                print(f"{script.name}: left out: {LEFT_OUT[script.name]}")
                continue
            word, loaded, said = attempt(script, environment, scratch)
            wrong = strangers(loaded, target, library) if word != "skipped" else []
            if word not in ("passed", "skipped"):
                wrong.append(f"{word}: {said[-1500:]}")
            faults += [f"{script.name}: {each}" for each in wrong]
            office = office or any("libperfeval-office" in path for path in loaded[1])
            names = " ".join([str(loaded[0])] + loaded[1]).replace(f"{scratch}/", "") if word != "skipped" else said[-200:]
            print(f"{script.name}: {word}: {names}", flush=True)
    if "PERFEVAL_OFFICE_LIBRARY" in os.environ and not office:
        faults.append("no test has loaded the installed libperfeval-office")
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2])
    else:
        main()
