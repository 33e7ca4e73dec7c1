"""test-reliability.py - docs/reliability.md says what docs/results says, and names tests that there are

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import subprocess
import sys

import house


def main():
    command = [sys.executable, "-B", str(house.SOURCE / "scripts/reliability.py"), "--check", "--build", str(house.BUILD)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    faults = done.stderr.splitlines()
    steps = subprocess.run([str(house.SOURCE / "scripts/release"), "--list"], capture_output=True, text=True, check=True).stdout.splitlines()
    for step in steps:
        if not (house.SOURCE / step.split()[1]).is_file():
            faults.append(f"a step of scripts/release has no script: {step}")
    house.finish(faults, f"{len(steps)} steps of scripts/release and a page were looked at")


main()
