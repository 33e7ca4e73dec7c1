"""abi_dump.py - what libabigail sees of the ABI, as a text that can be compared line by line

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Only public types are kept, so that a private member is no change; without line numbers and directories, and with ids made
from the types' names, so that a difference is a change of the ABI and nothing else. abidw has no eyes for the values of
constants nor for the number of a file's own arguments: tests/abi/layout.c has.
"""

import re
import shutil
import subprocess

# The dump is compared only where this compiler and this abidw made it; without a launcher that could hand out objects of
# another directory, since the order of the dump follows the paths in them.
COMPILER = "gcc"
FLAGS = ["--drop-private-types", "--no-show-locs", "--no-comp-dir-path", "--no-corpus-path", "--exported-interfaces-only",
         "--type-id-style", "hash", "--no-write-default-sizes"]  # fmt: skip
CONFIGURE = ["-G", "Ninja", f"-DCMAKE_C_COMPILER={COMPILER}", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_C_FLAGS_DEBUG=-O0 -g", "-DPERFEVAL_CLI=OFF", "-DPERFEVAL_OFFICE=OFF",
             "-DPERFEVAL_EXAMPLES=OFF", "-DCMAKE_C_COMPILER_LAUNCHER=", "-DPERFEVAL_TESTS=OFF", "-DPERFEVAL_DOCS=OFF"]  # fmt: skip


def missing():
    """Why no dump can be made here, or None."""
    for tool in ("abidw", COMPILER, "cmake", "ninja"):
        if shutil.which(tool) is None:
            return f"there is no {tool} here"
    return None


def maker():
    """The versions that a dump depends on."""
    compiler = subprocess.run([COMPILER, "-dumpversion"], check=True, capture_output=True, text=True).stdout.strip()
    abidw = subprocess.run(["abidw", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{COMPILER} {compiler}, {abidw}"


def build(source, directory):
    """Builds the shared library of a tree for debugging; answers where it is. Raises CalledProcessError."""
    run = lambda command: subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True)
    run(["cmake", "-S", source, "-B", directory, *CONFIGURE])
    run(["cmake", "--build", directory, "--target", "perfeval"])
    return directory / "libperfeval.so.1"


def dump(library, include):
    command = ["abidw", "--headers-dir", str(include), *FLAGS, str(library)]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    text = re.sub(r" path='[^']*?(lib/[^']*)'", r" path='\1'", text)
    return f"<!-- written by scripts/refresh-abi.py with {maker()} -->\n{text}"


def dump_of_tree(root):
    """The dump of a tree, whose library is built below build/abi."""
    reason = missing()
    if reason:
        raise SystemExit(f"no dump: {reason}")
    return dump(build(root, root / "build/abi"), root / "include")
