#!/usr/bin/env python3
"""test-every-function.py - every exported function, called with NULL and 0 throughout, answers and harms nobody

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

perfeval/types.h promises: NULL where an argument is not nullable gives PE_ERROR_INVALID_ARGUMENT from a function that returns a
status, and NULL, 0 or nothing from a plain getter. A child process makes the calls, so that one that falls is a fault with a name.
"""

import ctypes
import os
import subprocess
import sys

import package
from package import SOURCE

sys.path.insert(0, str(SOURCE / "python/perfeval"))
import _abi  # noqa: E402

STATUS = "pe_status"
# Plain getters whose answer is a status: that of an object, and nothing went wrong with no object.
GOOD = {"pe_error_get_status": "0", "pe_finding_get_code": "0"}


def tables():
    """The variable that names a library, and its functions; the second library is not built everywhere."""
    both = [("PERFEVAL_LIBRARY", _abi.FUNCTIONS), ("PERFEVAL_OFFICE_LIBRARY", _abi.OFFICE_FUNCTIONS)]
    return [(variable, table) for variable, table in both if variable in os.environ]


def statuses():
    """The functions that return one: the table knows only its width."""
    sys.path.insert(0, str(SOURCE / "scripts"))
    import public_headers

    found = public_headers.headers(SOURCE) + public_headers.headers(SOURCE, "perfeval-office")
    return {name for header in found for _, result, name, _ in header.functions if result == STATUS}


def nothing(kind):
    return 0 if kind in (ctypes.c_int32, ctypes.c_uint32, ctypes.c_int64, ctypes.c_uint64, ctypes.c_size_t, ctypes.c_uint8) else None


def child(names):
    """Calls each function; a line before, and a line with what it answered after."""
    functions = {}
    for variable, table in tables():
        library = ctypes.CDLL(os.environ[variable])
        _abi.bind(library, table)
        functions.update((name, (getattr(library, name), table[name][1])) for name in table)
    for name in names:
        print(name, end=" ", flush=True)
        function, arguments = functions[name]
        result = function(*map(nothing, arguments))
        print("=", "nothing" if result is None else "text" if isinstance(result, bytes) else result, flush=True)


def call(names):
    """What each function answered; one that ended the child is named with how it ended, and the rest go on in another."""
    answers, left = {}, list(names)
    while left:
        done = subprocess.run([sys.executable, __file__, "--child", *left], capture_output=True, text=True, env=package.environment())
        for line in done.stdout.splitlines():
            name, _, answer = line.partition(" = ")
            answers[name.strip()] = answer or f"the process ended with {done.returncode}: {done.stderr[-300:]}"
        if not done.stdout:
            raise SystemExit(f"FAULT: nothing was called: {done.stderr}")
        left = [name for name in left if name not in answers]
    return answers


def faults(answers, returning):
    refused = str(_abi.PE_ERROR_INVALID_ARGUMENT)
    for name, answer in answers.items():
        if "ended with" in answer:
            yield f"{name}: {answer}"
        elif name in returning and answer != refused and GOOD.get(name) != answer:
            yield f"{name}: answers {answer} to nothing, not PE_ERROR_INVALID_ARGUMENT"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2:])
        sys.exit(0)
    returning = statuses()
    every = [name for _, table in tables() for name in table]
    found = list(faults(call(every), returning))
    for fault in found:
        print(f"FAULT: {fault}")
    print(f"{len(found)} faults; {len(every)} functions were called, {len(returning.intersection(every))} of them return a status")
    sys.exit(1 if found else 0)
