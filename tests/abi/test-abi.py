"""test-abi.py - the committed prints say what the public headers say; a symbol of a Debian package keeps its first version

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
SCRIPT = SOURCE / "scripts/refresh-abi.py"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SCRIPT.parent))
refresh_abi = __import__("refresh-abi")


def bump(root, part):
    """The next version of a copy of the tree, as text."""
    path = root / "include/perfeval/version.h"
    text = re.sub(rf"(#define PE_VERSION_{part}) (\d+)", lambda match: f"{match.group(1)} {int(match.group(2)) + 1}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return refresh_abi.release(root)


def faults_of_symbols(library):
    """Of a later release only the line that is new has its version; under another node every line is new."""
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        for name in ("include", "debian"):
            shutil.copytree(SOURCE / name, root / name)
        path = root / f"debian/lib{library}1.symbols"
        committed = path.read_text(encoding="utf-8").splitlines()
        new = committed.pop()
        path.write_text("\n".join([*committed, ""]), encoding="utf-8")
        version = bump(root, "MICRO")
        faults = []
        if refresh_abi.symbols_text(library, root).splitlines() != [*committed, f"{new.rpartition(' ')[0]} {version}"]:
            faults.append(f"lib{library}1.symbols: {version} has to give its number to the new line, and to no other")
        version = bump(root, "MINOR")
        lines = refresh_abi.symbols_text(library, root).splitlines()[1:]
        # From 1.0 on the node stays.
        if refresh_abi.version_node(root, library) not in committed[1] and {line.split()[1] for line in lines} != {version}:
            faults.append(f"lib{library}1.symbols: every line of another node is new in {version}")
    return faults


def main():
    faults = faults_of_symbols("perfeval") + faults_of_symbols("perfeval-office")
    if subprocess.run([sys.executable, str(SCRIPT), "--check"]).returncode:
        faults.append("the headers have changed; review what scripts/refresh-abi.py writes and commit it with them")
    for fault in faults:
        print(f"FAULT: {fault}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
