"""house.py - what the tests of this room share

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(os.environ.get("PERFEVAL_SOURCE", pathlib.Path(__file__).resolve().parent.parent.parent))
BUILD = pathlib.Path(os.environ["PERFEVAL_BUILD"]) if "PERFEVAL_BUILD" in os.environ else None
SANITIZE = os.environ.get("PERFEVAL_SANITIZE", "")
SKIPPED = 77
# Not ours, or made by a build.
PASSED_OVER = {".git", "build", "__pycache__"}


def skip(reason):
    """Ends the test as one that could not run, saying why."""
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


def finish(faults, done):
    """Ends the test: every fault on a line of its own, or what was found good."""
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{len(faults)} faults; {done}")
    sys.exit(1 if faults else 0)


def run(arguments, **keywords):
    """The standard output of a command that has to succeed."""
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True, **keywords)
    if done.returncode != 0:
        print(done.stdout, done.stderr, sep="\n")
        raise SystemExit(f"FAULT: exit {done.returncode}: {' '.join(map(str, arguments))}")
    return done.stdout


def files(root=SOURCE):
    """Every file of the tree, sorted, without what a build makes."""
    for directory, names, found in os.walk(root):
        names[:] = sorted(name for name in names if name not in PASSED_OVER)
        for name in sorted(found):
            yield pathlib.Path(directory, name)


def blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


def code_of(text):
    """C without comments, and without what stands inside strings; lines keep their numbers."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    return re.sub(pattern, lambda m: '""' + blank(m)[2:] if m.group(0)[0] == '"' else blank(m), text, flags=re.S)
