# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Measures of a rulebook's own: named formulas over the records of a dossier, what they come to, and from which records.

    >>> dossier = Dossier.from_json('''{"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023,
    ...     "kind": "department", "money_unit": "元", "procurement": {"records": [
    ...     {"name": "a", "contract": 3}, {"name": "b", "contract": 5}]}}''')
    >>> large = RulebookMeasure.define("measure.large", "大额合同数", "count(procurement.records[contract > 4])")
    >>> derivation = large.derive(dossier)
    >>> derivation.value, [place.what for place in derivation]
    (Fraction(1, 1), ['/procurement/records/1'])
"""
from __future__ import annotations

import ctypes
import enum
from fractions import Fraction
from functools import cached_property
from typing import Iterator, Mapping, Optional, Sequence, Tuple

from . import _abi
from ._core import Handle, make, optional, pointers_of, read, string, structure, utf8, utf8_or_none
from ._html import table
from ._library import library
from ._numbers import plain
from .calendar import Calendar
from .dossier import Dossier
from .evaluation import _exact
from .figures import State, Unit
from .findings import EN, ZH, Place
from .limits import Limits, pointer_to

__all__ = ["Derivation", "FactType", "RulebookMeasure"]


class FactType(enum.IntEnum):
    """What a column of a register holds, for a formula."""

    NUMBER = _abi.PE_FACT_NUMBER
    STRING = _abi.PE_FACT_STRING
    BOOLEAN = _abi.PE_FACT_BOOLEAN
    DATE = _abi.PE_FACT_DATE


class RulebookMeasure(Handle):
    """A measure that a rulebook declares (自定度量), or that is defined here to ask something of dossiers."""

    _kind = "rulebook_measure"
    __slots__ = ("__dict__",)

    @classmethod
    def define(
        cls,
        id: str,
        name: str,
        formula: str,
        unit: Unit = Unit.NONE,
        *,
        name_en: Optional[str] = None,
        zero_state: Optional[State] = None,
        columns: Optional[Mapping[str, FactType]] = None,
        before: Sequence[RulebookMeasure] = (),
        limits: Optional[Limits] = None,
    ) -> RulebookMeasure:
        """Checks a formula (docs/formula.md) for syntax, names and types. Raises Error with the place of the fault in it.

        id: "measure." and a word. unit: of the value; a formula gives yuan, shares of 1 and bare numbers. zero_state: what a zero denominator
        makes it, where it can divide by zero: ZERO_DENOMINATOR or NOT_APPLICABLE. columns: those of registers that it reads,
        "register.projects.signed". before: measures that it may name.
        """
        spec = structure(_abi.pe_rulebook_measure_spec)
        spec.id, spec.name_zh, spec.formula = utf8(id), utf8(name), utf8(formula)
        spec.name_en = utf8_or_none(name_en)
        spec.limits = pointer_to(limits)
        spec.unit, spec.zero_state = unit, zero_state or 0
        given = dict(columns or {})
        spec.columns = (ctypes.c_char_p * len(given))(*(utf8(column) for column in given))
        spec.types = (ctypes.c_int32 * len(given))(*given.values())
        spec.n_columns, spec.n_before = len(given), len(before)
        spec.before = pointers_of(RulebookMeasure, before)
        return cls(make("pe_rulebook_measure_new", ctypes.byref(spec)))

    @cached_property
    def _spec(self) -> _abi.pe_rulebook_measure_spec:
        return read(_abi.pe_rulebook_measure_spec, "pe_rulebook_measure_describe", self)

    @property
    def id(self) -> str:
        """"measure." and a word, by which rules and formulas name it."""
        return string(self._spec.id)

    @property
    def name(self) -> str:
        """The Chinese name."""
        return string(library.pe_rulebook_measure_get_name(self, ZH))

    @property
    def name_en(self) -> str:
        """The Chinese one where there is no other."""
        return string(library.pe_rulebook_measure_get_name(self, EN))

    @property
    def formula(self) -> str:
        """Its formula, as it was written (docs/formula.md)."""
        return string(self._spec.formula)

    @property
    def unit(self) -> Unit:
        """The unit of its values."""
        return Unit(self._spec.unit)

    @property
    def source(self) -> Optional[str]:
        """The id of one of the rulebook's sources."""
        return optional(self._spec.source)

    def derive(self, dossier: Dossier, *, calendar: Optional[Calendar] = None) -> Derivation:
        """What it comes to for a dossier, by the code that scores by it. PE_ERROR_CALENDAR_MISSING where working days are to be counted without one."""
        return Derivation(self, dossier, calendar)

    def __repr__(self) -> str:
        return f"<RulebookMeasure {self.id}: {self.formula}>"


class Derivation(Handle):
    """The value of a rulebook's measure for one dossier: iterating gives the places of the records and amounts behind it."""

    _kind = "measure_derivation"
    __slots__ = ("__dict__",)

    def __init__(self, measure: RulebookMeasure, dossier: Dossier, calendar: Optional[Calendar] = None):
        super().__init__(make("pe_measure_derivation_new", measure, dossier, calendar))
        self._measure = measure

    @property
    def measure(self) -> RulebookMeasure:
        """What it is the value of."""
        return self._measure

    @property
    def state(self) -> State:
        """Whether there is a value, and else why not."""
        return State(library.pe_measure_derivation_get_state(self))

    @property
    def value(self) -> Optional[Fraction]:
        """The exact number in the measure's unit, so 31.25 of one in % whose formula gives 0.3125. None unless state is VALUE."""
        return _exact("pe_measure_derivation_compute_value", self) if self.state is State.VALUE else None

    @cached_property
    def places(self) -> Tuple[Place, ...]:
        """Where the records and amounts behind it stand, each once, in the order of reading; Place.what is the path in the dossier."""
        return tuple(self._place(index) for index in range(library.pe_measure_derivation_get_size(self)))

    def _place(self, index: int) -> Place:
        found = library.pe_measure_derivation_find_place(self, index)
        return Place._read(found) if found else Place(string(library.pe_measure_derivation_get_path(self, index)))

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    def __str__(self) -> str:
        value = self.value
        return f"{plain(value)}{self.measure.unit.sign}" if value is not None else self.state.name.lower()

    def __repr__(self) -> str:
        return f"<Derivation {self.measure.id}: {self}>"

    def _repr_html_(self) -> str:
        return table(("记录",), [(place,) for place in self], f"{self.measure.name} {self}")
