"""test-typing.py - mypy --strict has nothing to say of the Python package, for the oldest Python that it supports

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import shutil
import subprocess
import sys
import tempfile

import package

if __name__ == "__main__":
    if not shutil.which("mypy"):
        package.skip("there is no mypy here")
    with tempfile.TemporaryDirectory() as cache:
        command = ["mypy", "--strict", "--python-version", "3.9", "--cache-dir", cache, str(package.SOURCE / "python/perfeval")]
        sys.exit(subprocess.run(command, cwd=package.SOURCE / "python").returncode)
