"""test-docs.py - the reference manual builds without a warning

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import shutil
import subprocess

import house


def main():
    doxygen = shutil.which("doxygen")
    if doxygen is None:
        house.skip("doxygen is not installed")
    if not (house.BUILD / "Doxyfile").is_file():
        house.skip("configured with PERFEVAL_DOCS off")
    done = subprocess.run([doxygen, str(house.BUILD / "Doxyfile")], capture_output=True, text=True, cwd=house.SOURCE)
    faults = [line for line in done.stderr.splitlines() if line.strip()]
    if done.returncode != 0:
        faults.append(f"doxygen: exit {done.returncode}")
    if not (house.BUILD / "docs/html/index.html").is_file():
        faults.append("docs/html/index.html was not made")
    house.finish(faults, f"the manual is {house.BUILD.name}/docs/html")


if __name__ == "__main__":
    main()
