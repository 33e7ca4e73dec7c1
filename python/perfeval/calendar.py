# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Calendars of working days: they cannot be computed, so somebody brings them."""
from __future__ import annotations

import ctypes
import datetime
from typing import Optional

from ._core import Document, call, utf8
from .limits import int32

__all__ = ["Calendar"]


def _date(day: datetime.date) -> int:
    """A pe_date is the number YYYYMMDD."""
    if not isinstance(day, datetime.date):
        raise TypeError(f"a datetime.date is needed, not {type(day).__name__}: {day!r}")
    return (day.year * 100 + day.month) * 100 + day.day


def _day(date: int) -> Optional[datetime.date]:
    """The day of a pe_date; None for 0, which is none."""
    return datetime.date(date // 10000, date // 100 % 100, date % 100) if date else None


class Calendar(Document):
    """Working days, holidays, make-up days and days with a name (perfeval-calendar/1)."""

    _kind = "calendar"
    __slots__ = ()

    def named_day(self, name: str, year: int) -> datetime.date:
        """A day with a name, e.g. "春节", that somebody gave it in a year. Raises Error where there is none.

        >>> Calendar.from_file("examples/data/calendar-2022.json").named_day("春节", 2022)
        datetime.date(2022, 2, 1)
        """
        out = ctypes.c_int32()
        call("pe_calendar_find_named_day", ctypes.byref(out), self, utf8(name), int32("year", year))
        return datetime.date(out.value // 10000, out.value // 100 % 100, out.value % 100)

    def is_workday(self, day: datetime.date) -> bool:
        """Whether a day is a working day. Raises Error where the calendar does not cover its year."""
        out = ctypes.c_int32()
        call("pe_calendar_is_workday", ctypes.byref(out), self, _date(day))
        return bool(out.value)

    def count_workdays(self, first: datetime.date, last: datetime.date) -> int:
        """Working days after the first day, up to and with the last."""
        out = ctypes.c_int32()
        call("pe_calendar_count_workdays", ctypes.byref(out), self, _date(first), _date(last))
        return int(out.value)
