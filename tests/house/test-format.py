"""test-format.py - clang-format has nothing to change in any C file

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import shutil
import subprocess

import house

# A copy, which stays as it was whatever the layout of the tree becomes.
FROZEN = "tests/abi/client/include/"


def main():
    tool = shutil.which("clang-format-19") or shutil.which("clang-format")
    if tool is None:
        house.skip("clang-format is not installed (Debian: clang-format-19)")
    if "version 19" not in house.run([tool, "--version"]):
        house.skip("this clang-format is not version 19, and versions differ in what they like")
    sources = [path for path in house.files() if path.suffix in (".c", ".h") and FROZEN not in path.as_posix()]
    faults = []
    for path in sources:
        done = subprocess.run([tool, "--dry-run", "-Werror", str(path)], capture_output=True, text=True)
        if done.returncode != 0:
            places = done.stderr.count("[-Wclang-format-violations]")
            faults.append(f"{path.relative_to(house.SOURCE)}: {places} places; {tool} -i mends them")
    house.finish(faults, f"{len(sources)} files were looked at")


if __name__ == "__main__":
    main()
