# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Statutory thresholds of procurement (法定标准), by place and date, with where each is from and how far that was checked.

    >>> import datetime
    >>> share = Threshold.find("sme.reserve_share", datetime.date(2023, 6, 1), "山东省枣庄市山亭区")
    >>> print(share.value, share.source, share.evidence.name)
    40% 山亭区惠企政策 PUBLISHED
    >>> print(Threshold.find("sme.reserve_share", datetime.date(2023, 6, 1), "广东省广州市增城区").value)
    30%
"""
from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from typing import Optional, Tuple

from . import _abi
from ._core import optional, read, string, utf8, utf8_or_none
from ._library import library
from .calendar import _date, _day
from .figures import Figure, State
from .measures import DayKind

__all__ = ["Evidence", "Threshold"]


class Evidence(enum.IntEnum):
    """How far something was checked: on a published page that was read, by a text about the document, or from memory (未见原文，待核)."""

    PUBLISHED = _abi.PE_EVIDENCE_PUBLISHED
    SECONDARY = _abi.PE_EVIDENCE_SECONDARY
    MEMORY = _abi.PE_EVIDENCE_MEMORY


@dataclass(frozen=True)
class Threshold:
    """A threshold. value is the lower end where upper is not None; place is None for the whole country.

    first_day, last_day: None where it is not known, or still holds; date_evidence: how far they were checked. days: with a value in days,
    which ones count.
    """

    id: str
    name: str
    name_en: str
    place: Optional[str]
    value: Figure
    upper: Optional[Figure]
    days: Optional[DayKind]
    first_day: Optional[datetime.date]
    last_day: Optional[datetime.date]
    evidence: Evidence
    date_evidence: Optional[Evidence]
    source: str
    address: Optional[str]

    @classmethod
    def all(cls) -> Tuple[Threshold, ...]:
        """Every one that the library knows, each place and each time by itself."""
        count = library.pe_threshold_get_count()
        return tuple(cls._of(read(_abi.pe_threshold, "pe_threshold_describe", index)) for index in range(count))

    @classmethod
    def find(cls, id: str, date: datetime.date, place: Optional[str] = None) -> Threshold:
        """The one that holds on a day in a place: its own, else that of the nearest place that it lies in, else the country's.

        place: from the province down, e.g. "广东省广州市增城区". Raises Error where there is none of this id on that day.
        """
        return cls._of(read(_abi.pe_threshold, "pe_threshold_find", utf8(id), utf8_or_none(place), _date(date)))

    @classmethod
    def _of(cls, found: _abi.pe_threshold) -> Threshold:
        upper = Figure._read(found.upper)
        return cls(
            string(found.id),
            string(found.name_zh),
            string(found.name_en),
            optional(found.place),
            Figure._read(found.value),
            upper if upper.state is State.VALUE else None,
            DayKind(found.days) if found.days else None,
            _day(found.first_day),
            _day(found.last_day),
            Evidence(found.evidence),
            Evidence(found.date_evidence) if found.date_evidence else None,
            string(found.source),
            optional(found.address),
        )

    def __str__(self) -> str:
        return f"{self.value} – {self.upper}" if self.upper is not None else str(self.value)
