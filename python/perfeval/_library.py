# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""The shared library: found, checked, and told its types."""
from __future__ import annotations

import ctypes
import os
import pathlib
from typing import List

from . import _abi

SONAME = "libperfeval.so.1"


def candidates() -> List[str]:
    """Where the library is looked for, in this order: where the host says, in the wheel, where the loader looks."""
    named = os.environ.get("PERFEVAL_LIBRARY")
    if named:
        return [named]
    bundled = pathlib.Path(__file__).resolve().parent / "lib" / SONAME
    return [str(bundled), SONAME] if bundled.exists() else [SONAME]


def open_library() -> ctypes.CDLL:
    causes = []
    for name in candidates():
        try:
            return ctypes.CDLL(name)
        except OSError as cause:
            causes.append(str(cause))
    raise ImportError(
        f"libperfeval cannot be loaded ({'; '.join(causes)}). Install libperfeval1, or set PERFEVAL_LIBRARY to the path of {SONAME}."
    )


def version_of(library: ctypes.CDLL) -> str:
    function = library.pe_version_get_string
    function.restype, function.argtypes = ctypes.c_char_p, ()
    return bytes(function()).decode("utf-8")


def node_of(version: str) -> str:
    """The version node that a library of this version has: docs/abi.md."""
    major, minor = version.split(".")[:2]
    return f"PERFEVAL_0_{minor}" if major == "0" else "PERFEVAL_1.0"


def load() -> ctypes.CDLL:
    """The library, of the ABI that the table was written for. Raises ImportError that says what is wrong."""
    library = open_library()
    try:
        version = version_of(library)
    except AttributeError as cause:
        raise ImportError(f"{library._name} is not libperfeval: {cause}") from None
    if node_of(version) != _abi.VERSION_NODE:
        raise ImportError(
            f"{library._name} is libperfeval {version}, whose ABI is {node_of(version)}; this package was made for {_abi.VERSION_NODE}"
        )
    try:
        _abi.bind(library)
    except AttributeError as cause:
        raise ImportError(f"{library._name} is libperfeval {version}, older than this package: {cause}") from None
    return library


library = load()
