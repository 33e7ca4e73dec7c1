# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Sets of rulebooks (评分规则集): the one that a place, a kind and a fiscal year are scored by.

    >>> rulebooks = RulebookSet.from_folder("rulebooks")
    >>> rulebooks.find(Kind.DEPARTMENT, 2023, "广东省")
    <Rulebook guangdong-department 2023, reconstructed, 34 indicators>
    >>> dossier = Dossier.from_file("examples/data/zengcheng-2023.json")
    >>> rulebooks["guangdong-department"].evaluate(dossier).score
    Decimal('99.69')
"""
from __future__ import annotations

import ctypes
from functools import cached_property
from typing import Any, Iterator, Optional, Sequence, Tuple, Union

from ._core import Address, Handle, Path, call, call_with_findings, file_name, make, read_options, utf8_or_none
from ._html import table
from ._library import library
from ._near import found_in
from .limits import Limits, int32
from .rulebook import Kind, Rulebook

__all__ = ["RulebookSet"]


class RulebookSet(Handle):
    """Several rulebooks, in the order of their ids, then of their editions: iterating gives them, an id the only one that has it."""

    _kind = "rulebook_set"
    __slots__ = ("__dict__",)

    @classmethod
    def of(cls, rulebooks: Sequence[Rulebook]) -> RulebookSet:
        """A set of these. Raises Error where two have one id and edition."""
        builder = make("pe_rulebook_set_builder_new")
        try:
            for rulebook in rulebooks:
                call("pe_rulebook_set_builder_add", builder, rulebook)
            return cls(make("pe_rulebook_set_builder_build", builder))
        finally:
            library.pe_rulebook_set_builder_free(builder)

    @classmethod
    def from_folder(cls, path: Path, *, limits: Optional[Limits] = None) -> RulebookSet:
        """Reads the JSON files of a folder. Raises Error with what every file was refused for; limits are for each file."""
        out, options = ctypes.c_void_p(), read_options(None, limits)
        findings = call_with_findings("pe_rulebook_set_from_directory", ctypes.byref(out), file_name(path), ctypes.byref(options))
        return cls(Address(out.value or 0), findings)

    @cached_property
    def _rulebooks(self) -> Tuple[Rulebook, ...]:
        size = library.pe_rulebook_set_get_size(self)
        return tuple(Rulebook._borrow(library.pe_rulebook_set_get(self, index)) for index in range(size))

    def find(self, kind: Kind, fiscal_year: int, place: Optional[str] = None, *, edition: Optional[str] = None) -> Rulebook:
        """The one for a kind and a year. place: just as the rulebook has it; None is one that names no place. edition: None is any.

        Raises Error where none answers, or two do: it names both.
        """
        out, year = ctypes.c_size_t(), int32("fiscal_year", fiscal_year)
        call("pe_rulebook_set_find", ctypes.byref(out), self, utf8_or_none(place), Kind(kind), year, utf8_or_none(edition))
        return self._rulebooks[out.value]

    def __getitem__(self, key: Union[int, str]) -> Rulebook:
        """A rulebook by its index or its id. Raises IndexError, or KeyError, also where several editions have the id."""
        if not isinstance(key, str):
            return self._rulebooks[key]
        found = [each for each in self if each.id == key]
        if len(found) > 1:
            raise KeyError(f"{key!r} has the editions {', '.join(each.edition for each in found)}; see find()")
        return found_in({each.id: each for each in self}, key)

    def __iter__(self) -> Iterator[Rulebook]:
        return iter(self._rulebooks)

    def __len__(self) -> int:
        return len(self._rulebooks)

    def __repr__(self) -> str:
        return f"<RulebookSet: {len(self)} rulebooks>"

    def _repr_html_(self) -> str:
        rows: Any = [(each.id, each.edition, each.title, each.place or "", each.kind.name.lower(), "–".join(map(str, each.years))) for each in self]
        return table(("id", "", "评分规则", "地区", "", "年度"), rows)
