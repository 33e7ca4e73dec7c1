"""test-abi.py - lib/perfeval.map and tests/abi/layout.c say what the public headers say

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import subprocess
import sys

SCRIPT = pathlib.Path(os.environ["PERFEVAL_SOURCE"], "scripts/refresh-abi.py")

if __name__ == "__main__":
    changed = subprocess.run([sys.executable, str(SCRIPT), "--check"]).returncode
    if changed:
        print("FAULT: the headers have changed; review what scripts/refresh-abi.py writes and commit it with them")
    sys.exit(changed)
