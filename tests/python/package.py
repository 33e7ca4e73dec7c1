"""package.py - what the tests of the Python package share

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
RULES = SOURCE / "rulebooks/guangdong-2023.json"
FACTS = SOURCE / "examples/data/zengcheng-2023.json"


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
    sys.path.insert(0, str(SOURCE / "python"))
