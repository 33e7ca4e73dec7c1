"""test-reference.py - docs/shapes.md and docs/measures.md are what the library says of itself

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import subprocess
import sys

import house


def main():
    environment = dict(os.environ)
    if house.SANITIZE:
        if not os.environ.get("PERFEVAL_PRELOAD"):
            house.skip("no sanitizer runtime to load into Python")
        environment.update(LD_PRELOAD=os.environ["PERFEVAL_PRELOAD"], ASAN_OPTIONS="detect_leaks=0")  # the interpreter's own
    script = house.SOURCE / "scripts/generate-reference.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, env=environment, check=False)
    faults = [f"{line}; scripts/generate-reference.py mends it" for line in done.stdout.splitlines()]
    if done.returncode not in (0, 1) or done.stderr.strip():
        faults.append(f"{script.name}: exit {done.returncode}: {done.stderr.strip()}")
    house.finish(faults, "two pages were compared")


if __name__ == "__main__":
    main()
