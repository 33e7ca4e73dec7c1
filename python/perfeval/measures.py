# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Measures: named numbers derived from the records of a dossier, each with one exact definition and the records behind it.

    >>> dossier = Dossier.from_json('''{"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023,
    ...     "kind": "department", "money_unit": "万元", "procurement": {"records": [
    ...     {"name": "空调", "supplier_size": "small", "contract": "9.5"},
    ...     {"name": "物业服务", "supplier_size": "large", "contract": "20.0"}]}}''')
    >>> share = dossier.measure("procurement.sme_share")
    >>> share.value, share.numerator, share.denominator
    (Fraction(1900, 59), <Figure 9.5万元>, <Figure 29.5万元>)
    >>> for each in share:
    ...     print(each.path, each.numerator, each.denominator)
    /procurement/records/0 9.5万元 9.5万元
    /procurement/records/1 - 20.0万元
"""
from __future__ import annotations

import ctypes
import enum
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Dict, Iterator, Optional, Tuple

from . import _abi
from ._core import call, make, optional, pointer_of, read, string, structure, text, utf8
from ._html import table
from ._library import library
from ._near import found_in
from ._numbers import plain
from .calendar import Calendar
from .dossier import Dossier
from .figures import Figure, State, Unit
from .findings import Place
from .limits import int32

__all__ = ["Contribution", "DayKind", "Measure", "MeasureKind", "MeasureLimits", "MeasureValue", "RecordKind"]


class MeasureKind(enum.IntEnum):
    """What kind of number a measure is: a rate has two parts, an amount one."""

    RATE = _abi.PE_MEASURE_RATE
    AMOUNT = _abi.PE_MEASURE_AMOUNT


class DayKind(enum.IntEnum):
    """Which days count."""

    CALENDAR = _abi.PE_DAYS_CALENDAR
    WORKING = _abi.PE_DAYS_WORKING


class RecordKind(enum.IntEnum):
    """What records there are."""

    BUDGET_LINE = _abi.PE_RECORD_BUDGET_LINE
    THREE_PUBLIC = _abi.PE_RECORD_THREE_PUBLIC
    PROCUREMENT = _abi.PE_RECORD_PROCUREMENT
    PAYMENT = _abi.PE_RECORD_PAYMENT
    ASSET = _abi.PE_RECORD_ASSET


@dataclass(frozen=True)
class Measure:
    """A measure, as the library describes it; base is what it is measured by, source where its definition comes from.

    zero_state: what a zero denominator makes of a rate. uses_prior, uses_calendar: whether it needs the dossier of the year before, or a
    calendar of working days.

    >>> Measure.find("budget.execution_rate").base
    '全年预算数（调整预算数）'
    """

    id: str
    name: str
    name_en: str
    kind: MeasureKind
    unit: Unit
    definition: str
    definition_en: str
    base: Optional[str]
    base_en: Optional[str]
    source: Optional[str]
    zero_state: Optional[State]
    records: RecordKind
    uses_prior: bool
    uses_calendar: bool
    is_streamed: bool

    @classmethod
    def all(cls) -> Tuple[Measure, ...]:
        """Every measure that the library knows."""
        return tuple(cls._read(index) for index in range(library.pe_measure_get_count()))

    @classmethod
    def find(cls, id: str) -> Measure:
        """The measure of an id. Raises KeyError that names those that are near."""
        return cls._read(found_in({string(library.pe_measure_get_id(index)): index for index in range(library.pe_measure_get_count())}, id))

    @classmethod
    def _read(cls, index: int) -> Measure:
        info = read(_abi.pe_measure_info, "pe_measure_describe", index)
        return cls(
            string(info.id),
            string(info.name_zh),
            string(info.name_en),
            MeasureKind(info.kind),
            Unit(info.unit),
            string(info.definition_zh),
            string(info.definition_en),
            optional(info.base_zh),
            optional(info.base_en),
            optional(info.source),
            State(info.zero_state) if info.zero_state else None,
            RecordKind(info.records),
            bool(info.uses_prior),
            bool(info.uses_calendar),
            bool(info.is_streamed),
        )


@dataclass(frozen=True)
class MeasureLimits:
    """By what measures of deadlines judge. None is the library's own: 30 days for intent, signing and payment, 2 working days for
    publication, 7 working days for filing."""

    intent_days: Optional[int] = None
    signing_days: Optional[int] = None
    signing_kind: Optional[DayKind] = None
    publication_days: Optional[int] = None
    publication_kind: Optional[DayKind] = None
    filing_days: Optional[int] = None
    filing_kind: Optional[DayKind] = None
    payment_days: Optional[int] = None

    def _options(self, calendar: Optional[Calendar]) -> Any:
        options = structure(_abi.pe_measure_options)
        for name, value in vars(self).items():
            if value is not None:
                setattr(options, name, int32(name, value))
        options.calendar = pointer_of(Calendar, calendar)
        return options


@dataclass(frozen=True)
class Contribution:
    """What one record contributes: where it stands, its part in the numerator and in the denominator.

    A part in the state NOT_APPLICABLE is none, one that is MISSING was left open; a numerator is negative where it is taken away. records is
    None where a summary stands for the records; is_prior says that it is of the year before.
    """

    place: Place
    records: Optional[RecordKind]
    index: int
    is_prior: bool
    numerator: Figure
    denominator: Figure

    @property
    def path(self) -> str:
        """The record in the terms of the dossier, e.g. "/procurement/records/3"."""
        return self.place.what


# What a unit is of the smallest of its kind: yuan, and a share of 1.
_SIZES: Dict[Unit, Fraction] = {
    Unit.WAN_YUAN: Fraction(10**4),
    Unit.YI_YUAN: Fraction(10**8),
    Unit.PERCENT: Fraction(1, 100),
    Unit.PERMILLE: Fraction(1, 1000),
}


def _size(unit: Unit) -> Fraction:
    return _SIZES.get(unit, Fraction(1))


def _exact(figure: Figure) -> Fraction:
    return Fraction(figure.value or 0) * _size(figure.unit)


def quotient(measure: Measure, numerator: Figure, denominator: Figure) -> Fraction:
    """The exact number in the measure's unit."""
    return _exact(numerator) / _exact(denominator) / _size(measure.unit)


def read_contribution(found: _abi.pe_contribution, place: Place = Place("")) -> Contribution:
    """A contribution out of its structure in C."""
    return Contribution(
        place,
        RecordKind(found.records) if found.records else None,
        found.index,
        bool(found.is_prior),
        Figure._read(found.numerator),
        Figure._read(found.denominator),
    )


class MeasureValue:
    """A measure of one dossier: iterating gives the records behind it.

    state says whether there is a value, and else why not; numerator and denominator are its parts, the denominator of an amount being 1.

    >>> dossier = Dossier.from_file("examples/data/zengcheng-2023.json")
    >>> rate = dossier.measure("budget.execution_rate")
    >>> print(rate, rate.numerator, rate.denominator)
    99.7193369858…% 2149.56万元 2155.61万元
    >>> [str(each.place) for each in rate]
    ['examples/data/zengcheng-2023.json:18:21: /budget/lines/0/executed', 'examples/data/zengcheng-2023.json:17:21: /budget/lines/0/adjusted']
    >>> dossier.measure("budget.adjustment_rate").state.name
    'MISSING'
    """

    def __init__(self, dossier: Dossier, id: str, calendar: Optional[Calendar] = None, limits: Optional[MeasureLimits] = None):
        self._dossier, self._calendar, self._limits = dossier, calendar, limits or MeasureLimits()
        value, options = structure(_abi.pe_measure_value), self._limits._options(calendar)
        call("pe_measure_derive_with", ctypes.byref(value), utf8(id), dossier, ctypes.byref(options))
        self._state = State(value.state)
        self._numerator, self._denominator = Figure._read(value.numerator), Figure._read(value.denominator)
        self._measure = Measure.find(id)

    @property
    def measure(self) -> Measure:
        """What it is a value of."""
        return self._measure

    @property
    def dossier(self) -> Dossier:
        """The dossier that it was derived from."""
        return self._dossier

    @property
    def state(self) -> State:
        """Whether there is a value, and if not, why."""
        return self._state

    @property
    def numerator(self) -> Figure:
        """The first part, e.g. the amount executed; of an amount or a count, all of it."""
        return self._numerator

    @property
    def denominator(self) -> Figure:
        """The second part, in the same dimension, e.g. the adjusted budget; of an amount or a count, 1."""
        return self._denominator

    @property
    def value(self) -> Optional[Fraction]:
        """The exact number in the measure's unit: 31.25 of a share in %, 95000 of 9.5万元. None unless state is VALUE."""
        if self.state is not State.VALUE:
            return None
        return quotient(self.measure, self.numerator, self.denominator)

    @cached_property
    def contributions(self) -> Tuple[Contribution, ...]:
        """The records behind it, in their order; what does not count is not listed."""
        options = self._limits._options(self._calendar)
        trace = make("pe_measure_trace_new", utf8(self.measure.id), self._dossier, ctypes.byref(options))
        try:
            return tuple(self._contribution(trace, index) for index in range(library.pe_measure_trace_get_size(trace)))
        finally:
            library.pe_measure_trace_unref(trace)

    @staticmethod
    def _contribution(trace: int, index: int) -> Contribution:
        found = read(_abi.pe_contribution, "pe_measure_trace_get", trace, index)
        place = library.pe_measure_trace_find_place(trace, index)
        return read_contribution(found, Place._read(place) if place else Place(text("pe_measure_trace_print_path", trace, index)))

    def __iter__(self) -> Iterator[Contribution]:
        return iter(self.contributions)

    def __str__(self) -> str:
        value = self.value
        return f"{plain(value)}{self.measure.unit.sign}" if value is not None else self.state.name.lower()

    def __repr__(self) -> str:
        return f"<MeasureValue {self.measure.id}: {self}>"

    def _repr_html_(self) -> str:
        rows = [(each.place, each.numerator, each.denominator) for each in self]
        return table(("记录", "分子", "分母"), rows, f"{self.measure.name} {self}")
