# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""The shared libraries: found, checked, and told their types. The second one, for files of office programs, when it is first asked for."""
from __future__ import annotations

import ctypes
import functools
import os
import pathlib
from typing import Any, List

from . import _abi


def candidates(name: str) -> List[str]:
    """Where a library is looked for, in this order: where the host says, in the wheel, where the loader looks."""
    named = os.environ.get(variable(name))
    if named:
        return [named]
    soname = f"lib{name}.so.1"
    bundled = pathlib.Path(__file__).resolve().parent / "lib" / soname
    return [str(bundled), soname] if bundled.exists() else [soname]


def variable(name: str) -> str:
    """The variable of the environment by which a host says where a library is."""
    return {"perfeval": "PERFEVAL_LIBRARY", "perfeval-office": "PERFEVAL_OFFICE_LIBRARY"}[name]


def open_library(name: str) -> ctypes.CDLL:
    causes = []
    for path in candidates(name):
        try:
            return ctypes.CDLL(path)
        except OSError as cause:
            causes.append(str(cause))
    raise ImportError(
        f"lib{name} cannot be loaded ({'; '.join(causes)}). Install lib{name}1, or set {variable(name)} to the path of lib{name}.so.1."
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
    library = open_library("perfeval")
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


@functools.lru_cache(maxsize=None)
def office() -> ctypes.CDLL:
    """The second library, which works on the objects of the first. The loader holds it to the first one's version."""
    found = open_library("perfeval-office")
    try:
        _abi.bind(found, _abi.OFFICE_FUNCTIONS)
    except AttributeError as cause:
        raise ImportError(f"{found._name} is not libperfeval-office, or older than this package: {cause}") from None
    return found


def function(name: str) -> Any:
    """A function of either library."""
    return getattr(office() if name in _abi.OFFICE_FUNCTIONS else library, name)
