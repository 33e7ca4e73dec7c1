"""peers.py - numpy, pandas, polars, pyarrow and DuckDB, for the tests and the bench that put them beside the library

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import hashlib
import importlib.util
import os
import pathlib
import subprocess
import sys

REQUIREMENTS = pathlib.Path(__file__).resolve().parent / "requirements-peers.txt"
MODULES = ("duckdb", "numpy", "pandas", "polars", "pyarrow")


def find(build):
    """Puts the fixed versions on the path, fetched once into the build directory; answers why that cannot be, or None.

    With PERFEVAL_OWN_PEERS the versions are those that the interpreter has: an older Python has older ones.
    """
    if os.environ.get("PERFEVAL_OWN_PEERS"):
        absent = [name for name in MODULES if importlib.util.find_spec(name) is None]
        return f"this interpreter has no {', '.join(absent)}" if absent else None
    target = pathlib.Path(build) / f"python-peers-{hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]}"
    if not (target / "complete").exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "0", "--timeout", "20"]
        try:
            done = subprocess.run(
                command + ["--target", str(target), "--upgrade", "-r", str(REQUIREMENTS)], capture_output=True, text=True, timeout=600
            )
        except subprocess.TimeoutExpired:
            return "pip did not come to an end in ten minutes"
        if done.returncode != 0:
            return f"pip cannot install {REQUIREMENTS.name}: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}"
        (target / "complete").touch()
    sys.path.insert(0, str(target))
    return None
