#!/usr/bin/env python3
"""test-full-disk.py - a workbook whose temporary files did not fit is refused, and never half a workbook

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

libxlsxwriter writes each part to a temporary file and does not see when the disk is full. Here no file may be longer than a limit,
from less than one part to more than all of them: the command gives the workbook that it always gives, or says that it cannot and
leaves no file.
"""

import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
RULES, FACTS = SOURCE / "rulebooks/guangdong-2023.json", SOURCE / "examples/data/zengcheng-2023.json"
COMMANDS = {
    "report": ["--rulebook", RULES, "-o", "{}", FACTS],
    "template": ["--rulebook", RULES, "-o", "{}"],
    "convert": ["-o", "{}", FACTS],
}
LIMITS = [1024 * size for size in (1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 128)]


def run(name, path, limit=None):
    def narrow():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    words = [os.environ["PERFEVAL_COMMAND"], name] + [str(word).format(path) for word in COMMANDS[name]]
    return subprocess.run(words, capture_output=True, text=True, preexec_fn=narrow if limit else None)


def check(name, folder):
    """How many limits were too small, and what went wrong."""
    whole, path, refused, faults = folder / f"{name}-whole.xlsx", folder / f"{name}.xlsx", 0, []
    if run(name, whole).returncode != 0:
        return 0, [f"{name}: cannot be run at all"]
    for limit in LIMITS:
        done = run(name, path, limit)
        if done.returncode == 0 and path.read_bytes() != whole.read_bytes():
            faults.append(f"{name}, {limit} bytes: success, and another workbook")
        elif done.returncode != 0:
            refused += 1
            if path.exists() or not done.stderr:
                faults.append(f"{name}, {limit} bytes: {'a file is left' if path.exists() else 'not a word'}")
        path.unlink(missing_ok=True)
    return refused, faults


def main():
    if "PERFEVAL_COMMAND" not in os.environ:
        print("SKIPPED: the command was not built")
        sys.exit(77)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for name in COMMANDS:
            refused, found = check(name, pathlib.Path(folder))
            faults += found
            print(f"{name}: {refused} of {len(LIMITS)} limits refused")
            if not found and not 0 < refused < len(LIMITS):
                faults.append(f"{name}: the limits are all too small, or all large enough")
    for fault in faults:
        print(f"FAULT: {fault}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
