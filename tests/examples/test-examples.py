#!/usr/bin/env python3
"""test-examples.py - each example prints what its comment says, and is short

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
BUILD = pathlib.Path(os.environ["PERFEVAL_BUILD"])
MOST_LINES = 80


def promised(text):
    """The lines below "Prints:" in the head comment, without its indent."""
    lines, inside = [], False
    for line in text.splitlines():
        bare = re.sub(r"^ \* ?", "", line)
        if bare.strip() == "Prints:":
            inside = True
        elif inside and bare.startswith("  "):
            lines.append(bare[2:])
        elif inside:
            break
    return "".join(line + "\n" for line in lines)


def command_of(example):
    if example.suffix == ".py":
        return [sys.executable, str(example)]
    for candidate in BUILD.rglob(f"*{example.stem}"):
        if candidate.is_file() and os.access(candidate, os.X_OK):
            return [str(candidate)]
    raise FileNotFoundError(f"{example.name} was not built")


def main():
    environment = dict(os.environ, PYTHONIOENCODING="utf-8")
    if environment.get("PERFEVAL_SANITIZE"):
        environment.setdefault("ASAN_OPTIONS", "detect_leaks=0")  # the interpreter's own
    faults = []
    examples = sorted(SOURCE.glob("examples/*.c")) + sorted(SOURCE.glob("examples/*.py"))
    for example in examples:
        text = example.read_text(encoding="utf-8")
        if len(text.splitlines()) >= MOST_LINES:
            faults.append(f"{example.name}: {len(text.splitlines())} lines")
        if example.suffix == ".py" and environment.get("PERFEVAL_SANITIZE"):
            if not environment.get("PERFEVAL_PRELOAD"):
                print(f"not run: {example.name}: no sanitizer runtime to load into Python")
                continue
            run_environment = dict(environment, LD_PRELOAD=environment["PERFEVAL_PRELOAD"])
        else:
            run_environment = environment
        run = subprocess.run(command_of(example), cwd=SOURCE, env=run_environment, capture_output=True, check=False)
        if run.returncode != 0 or run.stderr:
            faults.append(f"{example.name}: exit {run.returncode}: {run.stderr.decode(errors='replace')}")
        if run.stdout.decode() != promised(text) or not run.stdout:
            faults.append(f"{example.name}: printed\n{run.stdout.decode()}where its comment promises\n{promised(text)}")
    print(f"{len(examples)} examples, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
