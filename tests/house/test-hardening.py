"""test-hardening.py - the flags that the sources were compiled with, and what the linker made of them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

docs/decisions/0070-hardening.md says which flags and why. A flag that the compiler does not have is not asked for.
"""

import json
import os
import re
import shlex
import subprocess
import tempfile

import house

EVERYWHERE = """-Wall -Wextra -Wformat=2 -Wconversion -Wsign-conversion -Wtrampolines -Wimplicit-fallthrough -Wbidi-chars=any
-Werror=format-security -Werror=implicit -Werror=incompatible-pointer-types -Werror=int-conversion -fstack-protector-strong
-fstack-clash-protection -fstrict-flex-arrays=3 -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing""".split()
OPTIMISED = ["-ftrivial-auto-var-init=zero"]
PROCESSOR = {"x86_64": ["-fcf-protection"], "aarch64": ["-mbranch-protection=standard"]}


def cached(name):
    """A variable of the build's CMake cache."""
    match = re.search(rf"^{name}:\w+=(.*)$", (house.BUILD / "CMakeCache.txt").read_text(encoding="utf-8"), re.M)
    return match.group(1) if match else ""


def has(compiler, flag, directory):
    command = [compiler, "-Werror", "-Wformat", flag, "-O1", "-c", "-x", "c", os.devnull, "-o", os.path.join(directory, "none.o")]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def wanted(compiler):
    flags = EVERYWHERE + PROCESSOR.get(os.uname().machine, [])
    if cached("CMAKE_BUILD_TYPE") != "Debug":
        flags = flags + OPTIMISED
    with tempfile.TemporaryDirectory() as directory:
        flags = [flag for flag in flags if has(compiler, flag, directory)]
    return flags + (["-Werror"] if cached("PERFEVAL_WERROR") == "ON" else [])


def commands(flags):
    """Each source of the libraries and the command with the flags that it was compiled without."""
    entries = json.loads((house.BUILD / "compile_commands.json").read_text(encoding="utf-8"))
    faults, n = [], 0
    for entry in entries:
        name = os.path.relpath(entry["file"], house.SOURCE)
        if name.startswith(("lib/", "cli/")):
            given, n = set(shlex.split(entry["command"])), n + 1
            faults += [f"{name}: compiled without {flag}" for flag in flags if flag not in given]
            faults += [f"{name}: compiled with {flag}" for flag in given if re.fullmatch(r"-w|-Wno-.*|-z(,)?execstack", flag)]
    return faults + ([] if n else ["no source of the libraries was found"]), n


def linked(path, is_program):
    name = os.path.basename(path)
    headers, dynamic = house.run(["readelf", "-lW", path]), house.run(["readelf", "-dW", path])
    faults = []
    if "GNU_RELRO" not in headers or "NOW" not in dynamic:
        faults.append(f"{name}: not linked with relro and now")
    if not re.search(r"GNU_STACK .* RW +0x", headers) or re.search(r"LOAD .* RWE ", headers):
        faults.append(f"{name}: a stack or segment that can be executed")
    if re.search(r"\(FLAGS_1\).*NOOPEN", dynamic):
        faults.append(f"{name}: cannot be loaded (nodlopen)")
    if is_program and not re.search(r"\(FLAGS_1\).*PIE", dynamic):
        faults.append(f"{name}: not position independent")
    if "__stack_chk_fail" not in house.run(["nm", "-D", "-u", path]):
        faults.append(f"{name}: no protected stack")
    return faults


def main():
    if house.SANITIZE:
        house.skip(f"{house.SANITIZE}: a sanitizer would see less with these flags")
    if cached("PERFEVAL_COVERAGE") == "ON":
        house.skip("a build that counts is not hardened")
    flags = wanted(os.environ["PERFEVAL_CC"])
    faults, n = commands(flags)
    paths = [os.environ[name] for name in ("PERFEVAL_LIBRARY", "PERFEVAL_OFFICE_LIBRARY", "PERFEVAL_COMMAND") if name in os.environ]
    for path in paths:
        faults += linked(path, path == os.environ.get("PERFEVAL_COMMAND"))
    print("flags:", " ".join(flags))
    house.finish(faults, f"{n} sources with {len(flags)} flags each, {len(paths)} libraries and programs")


if __name__ == "__main__":
    main()
