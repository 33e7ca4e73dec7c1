# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Limits (docs/limits.md): how much input one call takes on. Beyond one there is an error that names it, never a cut result.

    >>> Limits.defaults().bytes
    67108864
    >>> small = Limits(bytes=1000, findings=5)
    >>> small
    <Limits findings=5, bytes=1000>
    >>> try:
    ...     Dossier.from_file("examples/data/zengcheng-2023.json", limits=small)
    ... except Error as error:
    ...     print(error.code)
    PE_ERROR_LIMIT_BYTES
"""
from __future__ import annotations

import ctypes
from dataclasses import asdict, dataclass
from typing import Any, Dict, Mapping, Optional

from . import _abi
from ._core import structure

__all__ = ["Limits"]

# What the library takes 0 for, as pe_limits has it.
_ZERO_IS = {"formula_steps": 10_000_000, "table_steps": 100_000_000, "formula_depth": 64, "formula_names": 256, "table_rules": 1_000_000}


@dataclass(frozen=True, repr=False)
class Limits:
    """What one input, evaluation or search may cost. None is the library's own, which Limits.defaults() has.

    A host that takes files from strangers lowers them, one that trusts its files may raise them. depth and formula_depth are at most 1,024,
    number_bits at least 256: what is out of range is an Error of the call that they are given to.
    """

    findings: Optional[int] = None
    bytes: Optional[int] = None
    depth: Optional[int] = None
    digits: Optional[int] = None
    items: Optional[int] = None
    text_bytes: Optional[int] = None
    number_bits: Optional[int] = None
    formula_steps: Optional[int] = None
    table_steps: Optional[int] = None
    formula_depth: Optional[int] = None
    formula_names: Optional[int] = None
    table_rules: Optional[int] = None

    def __post_init__(self) -> None:
        write_checked(_abi.pe_limits(), self._set)

    @property
    def _set(self) -> Dict[str, int]:
        return {name: value for name, value in asdict(self).items() if value is not None}

    @classmethod
    def defaults(cls) -> Limits:
        """The library's own, each with its number."""
        found = structure(_abi.pe_limits)
        return cls(**{name: getattr(found, name) or _ZERO_IS[name] for name in cls.__dataclass_fields__})

    def _write(self) -> Any:
        found = structure(_abi.pe_limits)
        write_checked(found, self._set)
        return found

    def __repr__(self) -> str:
        return f"<Limits {', '.join(f'{name}={value}' for name, value in self._set.items()) or 'of the library'}>"


def write_checked(target: ctypes.Structure, values: Mapping[str, Optional[int]]) -> None:
    """Writes what is not None into members of a structure. What such a member cannot hold is refused: ctypes would cut it."""
    for name, value in values.items():
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{name}: an int is needed, not {type(value).__name__}: {value!r}")
        most = 2 ** (8 * getattr(type(target), name).size) - 1
        if not 1 <= value <= most:
            raise ValueError(f"{name}: 1 to {most} is needed, not {value}")
        setattr(target, name, value)


def int32(name: str, value: int) -> int:
    """A number that the library judges. One that its argument cannot hold is refused here: ctypes would cut it."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name}: an int is needed, not {type(value).__name__}: {value!r}")
    if not -(2**31) <= value < 2**31:
        raise ValueError(f"{name}: out of range: {value}")
    return value


def pointer_to(limits: Optional[Limits]) -> Any:
    """What a structure of options takes, which keeps it alive; None is the library's own."""
    return ctypes.pointer(limits._write()) if limits is not None else None
