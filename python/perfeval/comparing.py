# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Comparisons of two rulebooks (评分规则版本比较): what was added, removed and changed.

    >>> older = Rulebook.from_file("rulebooks/central-project-ratio-80-60.json")
    >>> newer = Rulebook.from_file("rulebooks/central-project-ratio-80-50.json")
    >>> for each in older.compare(newer):
    ...     if each.aspect is Aspect.HEAD and each.name == "edition":
    ...         print(each.change.name, each.old, each.new)
    CHANGED ratio-80-60 ratio-80-50
"""
from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property
from typing import Optional, Sequence, Tuple, Union, overload

from . import _abi
from ._core import Handle, make, optional, read_all, string, text
from ._html import table
from .findings import language_number
from .rulebook import Rulebook

__all__ = ["Aspect", "Change", "Comparison", "Difference"]


class Change(enum.IntEnum):
    """What happened to something."""

    ADDED = _abi.PE_CHANGE_ADDED
    REMOVED = _abi.PE_CHANGE_REMOVED
    CHANGED = _abi.PE_CHANGE_CHANGED


class Aspect(enum.IntEnum):
    """What of a rulebook a difference is about."""

    HEAD = _abi.PE_ASPECT_HEAD
    ROUNDING = _abi.PE_ASPECT_ROUNDING
    POLICY = _abi.PE_ASPECT_POLICY
    GRADE = _abi.PE_ASPECT_GRADE
    SOURCE = _abi.PE_ASPECT_SOURCE
    ASSUMPTION = _abi.PE_ASPECT_ASSUMPTION
    INDICATOR = _abi.PE_ASPECT_INDICATOR
    MARKS = _abi.PE_ASPECT_MARKS
    NAME = _abi.PE_ASPECT_NAME
    TEXT = _abi.PE_ASPECT_TEXT
    RULE = _abi.PE_ASPECT_RULE
    PARAMETER = _abi.PE_ASPECT_PARAMETER
    CASE = _abi.PE_ASPECT_CASE
    ADJUSTMENT = _abi.PE_ASPECT_ADJUSTMENT
    MEASURE = _abi.PE_ASPECT_MEASURE
    REVIEW = _abi.PE_ASPECT_REVIEW


@dataclass(frozen=True)
class Difference:
    """One difference. code: the indicator's, or the id of a grade, source, assumption or measure; "" for the whole. name: what of it, "" for
    all of it. old and new: what each rulebook says, None where it does not have it."""

    change: Change
    aspect: Aspect
    code: str
    name: str
    old: Optional[str]
    new: Optional[str]


class Comparison(Handle, Sequence[Difference]):
    """The differences, those of the whole first, then those of the indicators in their order; none between equal rulebooks."""

    _kind = "rulebook_comparison"
    __slots__ = ("__dict__",)

    @classmethod
    def of(cls, older: Rulebook, newer: Rulebook) -> Comparison:
        """What a newer rulebook changes of an older one."""
        return cls(make("pe_rulebook_compare", older, newer))

    @cached_property
    def _differences(self) -> Tuple[Difference, ...]:
        found = read_all(_abi.pe_difference, self, "pe_rulebook_comparison_get_size", "pe_rulebook_comparison_get_difference")
        return tuple(
            Difference(
                Change(each.change), Aspect(each.aspect), string(each.code), string(each.name), optional(each.old_text), optional(each.new_text)
            )
            for each in found
        )

    @overload
    def __getitem__(self, index: int) -> Difference: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Difference]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Difference, Sequence[Difference]]:
        return self._differences[index]

    def __len__(self) -> int:
        return len(self._differences)

    def to_text(self, language: str = "zh") -> str:
        """A line each: "+" what was added, "-" what was removed, "~" what was changed. language: "zh" or "en"."""
        return text("pe_rulebook_comparison_print", self, language_number(language))

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        counts = ", ".join(f"{sum(each.change is change for each in self)} {change.name.lower()}" for change in Change)
        return f"<Comparison: {counts}>"

    def _repr_html_(self) -> str:
        rows = [(each.code, each.aspect.name.lower(), each.name, each.old or "", each.new or "") for each in self]
        return table(("编号", "", "", "旧", "新"), rows)
