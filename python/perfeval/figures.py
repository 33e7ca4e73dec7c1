# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Figures: a number with its unit, or the reason why there is none."""
from __future__ import annotations

import ctypes
import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import Optional, Union

from . import _abi
from ._core import call, string, utf8
from ._library import library
from ._numbers import Number, decimal_from, decimal_of

__all__ = ["Figure", "State", "Unit"]


class Unit(enum.IntEnum):
    """The unit of a number, or of every number of a column."""

    NONE = _abi.PE_UNIT_NONE
    YUAN = _abi.PE_UNIT_YUAN
    WAN_YUAN = _abi.PE_UNIT_WAN_YUAN
    YI_YUAN = _abi.PE_UNIT_YI_YUAN
    PERCENT = _abi.PE_UNIT_PERCENT
    PERMILLE = _abi.PE_UNIT_PERMILLE
    PERCENTAGE_POINT = _abi.PE_UNIT_PERCENTAGE_POINT
    COUNT = _abi.PE_UNIT_COUNT
    DAY = _abi.PE_UNIT_DAY
    POINT = _abi.PE_UNIT_POINT
    TRUTH = _abi.PE_UNIT_TRUTH
    OTHER = _abi.PE_UNIT_OTHER

    @property
    def sign(self) -> str:
        """As it is printed, e.g. "万元"; "" for a bare number."""
        return string(library.pe_unit_get_name(self))


class State(enum.IntEnum):
    """What a figure, a cell or the points of a node are; figures that are handed in have one of the first four."""

    MISSING = _abi.PE_STATE_MISSING
    VALUE = _abi.PE_STATE_VALUE
    NOT_APPLICABLE = _abi.PE_STATE_NOT_APPLICABLE
    TEXT = _abi.PE_STATE_TEXT
    ZERO_DENOMINATOR = _abi.PE_STATE_ZERO_DENOMINATOR
    INVALID = _abi.PE_STATE_INVALID


@dataclass(frozen=True, repr=False)
class Figure:
    """A number with its unit. value is None unless state is VALUE: blank, "-" and 0 are three different things in an office's table.

    >>> Figure.parse("2,149.56万元").value
    Decimal('2149.56')
    >>> Figure.parse("-").state.name, Figure.parse("").state.name
    ('NOT_APPLICABLE', 'MISSING')
    """

    value: Optional[Decimal]
    unit: Unit = Unit.NONE
    state: State = State.VALUE

    def __post_init__(self) -> None:
        if (self.value is None) == (self.state is State.VALUE):
            raise ValueError(f"a figure in the state {self.state.name} with the value {self.value!r}")
        if self.value is not None:
            # A float, and what no pe_decimal holds, are refused here; an int or a str becomes the Decimal that it says.
            object.__setattr__(self, "value", decimal_of(decimal_from(self.value)))

    @classmethod
    def parse(cls, text: str) -> Figure:
        """Reads a figure as an office writes it: "2,149.56万元", "99.71%", "50 个", "是", "-". Raises Error with what would be right."""
        raw, out = utf8(text), _abi.pe_figure()
        call("pe_figure_parse", ctypes.byref(out), raw, len(raw))
        return cls._read(out)

    @classmethod
    def _read(cls, figure: _abi.pe_figure) -> Figure:
        state = State(figure.state)
        return cls(decimal_of(figure.value) if state is State.VALUE else None, Unit(figure.unit), state)

    def _write(self) -> _abi.pe_figure:
        value = decimal_from(self.value) if self.value is not None else _abi.pe_decimal()
        return _abi.pe_figure(value, self.state, self.unit)

    def to(self, unit: Unit) -> Figure:
        """The same in another unit of its kind, exactly. Raises Error where 元 was to become %.

        >>> print(Figure.parse("0.25亿元").to(Unit.WAN_YUAN))
        2500万元
        """
        out, this = _abi.pe_figure(), self._write()
        call("pe_figure_convert", ctypes.byref(out), ctypes.byref(this), unit)
        return self._read(out)

    def __str__(self) -> str:
        if self.value is not None and self.unit is Unit.TRUTH:
            return "是" if self.value else "否"
        if self.value is not None:
            return f"{self.value:f}{self.unit.sign}"
        return {State.MISSING: "", State.NOT_APPLICABLE: "-"}.get(self.state, self.state.name.lower())

    def __repr__(self) -> str:
        return f"<Figure {str(self) or self.state.name.lower()}>"


FigureLike = Union[Figure, Number, None]


def figure_from(value: FigureLike) -> _abi.pe_figure:
    """A text is read as an office writes it, None is missing, True and False are 是 and 否, an int or a Decimal is a bare number."""
    if value is None:
        return _abi.pe_figure()
    if isinstance(value, Figure):
        return value._write()
    if isinstance(value, str):
        return Figure.parse(value)._write()
    if isinstance(value, bool):
        return _abi.pe_figure(decimal_from(int(value)), State.VALUE, Unit.TRUTH)
    return _abi.pe_figure(decimal_from(value), State.VALUE, Unit.NONE)
