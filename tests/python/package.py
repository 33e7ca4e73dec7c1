"""package.py - what the tests of the Python package share

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
RULES = SOURCE / "rulebooks/guangdong-2023.json"
FACTS = SOURCE / "examples/data/zengcheng-2023.json"
# The folder that the package is imported from: that of the tree, or the one that test-installed.py had it installed into.
INSTALLED = os.environ.get("PERFEVAL_INSTALLED")
PYTHON = pathlib.Path(INSTALLED) if INSTALLED else SOURCE / "python"


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(77)


def environment():
    """That of a child whose interpreter can load a sanitized library."""
    if os.environ.get("PERFEVAL_SANITIZE") and "LD_PRELOAD" not in os.environ:
        if not os.environ.get("PERFEVAL_PRELOAD"):
            skip("no sanitizer runtime to load into Python")
        # The leaks would be the interpreter's own.
        return dict(os.environ, LD_PRELOAD=os.environ["PERFEVAL_PRELOAD"], ASAN_OPTIONS="detect_leaks=0")
    return None


def start():
    """Starts this test again where the interpreter has to have the sanitizer's runtime before it."""
    changed = environment()
    if changed is not None:
        sys.exit(subprocess.run([sys.executable] + sys.argv, env=changed, check=False).returncode)
    sys.path.insert(0, str(PYTHON))


def has_office():
    """Whether there is the second library, which is not built everywhere."""
    if INSTALLED:
        return any(pathlib.Path(place, "libperfeval-office.so.1").exists() for place in os.environ["LD_LIBRARY_PATH"].split(":"))
    return "PERFEVAL_OFFICE_LIBRARY" in os.environ


def run(command, **keywords):
    """The standard output of a command that has to succeed."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **keywords)
    if done.returncode:
        raise SystemExit(f"FAULT: {' '.join(map(str, command))}: {done.stdout[-500:]}{done.stderr[-1500:]}")
    return done.stdout


def need_pip():
    for module in ("pip", "setuptools", "wheel"):
        if importlib.util.find_spec(module) is None:
            skip(f"there is no {module} here")


def copy_to(tree):
    """What the package is built of, so that building leaves nothing in the tree itself; the folder for pip."""
    for name in ("python", "include", "docs"):
        shutil.copytree(SOURCE / name, tree / name, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
    shutil.copy2(SOURCE / "LICENSE", tree)
    return tree / "python"


def pip_install(origin, target, **keywords):
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--target", target]
    run(command + [origin], **keywords)
