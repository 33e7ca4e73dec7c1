# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Numbers in and out: exact, or refused."""
from __future__ import annotations

import ctypes
import re
from decimal import Decimal
from fractions import Fraction
from typing import Union

from . import _abi

PLACES_MOST = 18
DIGITS_MOST = 19
WRITTEN = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,9})?|[+-]?(nan|inf|infinity)", re.I)
Number = Union[int, str, Decimal]


class TooLong(ValueError, OverflowError):
    """A number that the library's decimals cannot hold."""


def decimal_of(value: _abi.pe_decimal) -> Decimal:
    """As written: 2.50 keeps its two places."""
    return scaled(value.coefficient, value.scale)


def scaled(coefficient: int, scale: int) -> Decimal:
    """coefficient / 10**scale. No context rounds it."""
    return Decimal((int(coefficient < 0), tuple(map(int, str(abs(coefficient)))), -scale))


def decimal_from(value: Number) -> _abi.pe_decimal:
    """A float is refused: its digits are not those that somebody wrote."""
    if isinstance(value, bool) or not isinstance(value, (int, str, Decimal)):
        raise TypeError(f"an int, a str or a Decimal is needed, not {type(value).__name__}: {value!r}")
    if isinstance(value, str) and not WRITTEN.fullmatch(value):
        raise ValueError(f"not a number: {value!r}; a text with its unit is for Figure.parse()")
    number = Decimal(value)
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"not a number: {value!r}")
    # Before any power: "1e999999999" would fill the memory.
    if exponent < -PLACES_MOST or (any(digits) and number.adjusted() > DIGITS_MOST):
        raise TooLong(f"more digits than a decimal of the library holds: {value!r}")
    coefficient = int("".join(map(str, digits)) or "0") * 10 ** min(max(exponent, 0), DIGITS_MOST)
    if coefficient >= 2**63:
        raise TooLong(f"more digits than a decimal of the library holds: {value!r}")
    return _abi.pe_decimal(-coefficient if sign else coefficient, max(-exponent, 0), 0)


def fraction_of(ratio: ctypes.c_void_p) -> Fraction:
    """The exact value of a pe_ratio, which stays the caller's."""
    from ._core import text

    return Fraction(int(text("pe_ratio_print_numerator", ratio)), int(text("pe_ratio_print_denominator", ratio)))


def plain(value: Fraction) -> str:
    """A fraction as people write it: in full where it ends, cut after ten places and marked where it does not."""
    places, rest = 0, value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest, places = rest // factor, places + 1
    places = min(places, 10) if rest == 1 else 10
    whole, part = divmod(abs(value.numerator) * 10**places // value.denominator, 10**places)
    shown = f"{whole}.{part:0{places}d}".rstrip("0").rstrip(".") if places else str(whole)
    ends = Fraction(whole * 10**places + part, 10**places) == abs(value)
    return ("-" if value < 0 else "") + shown + ("" if ends else "…")
