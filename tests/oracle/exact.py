"""exact.py - decimals, rounding, roots and powers without an approximation

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

A number is an int or a Fraction; both print alike and in lowest terms.
"""

import fractions
import math
import re


class Fraction(fractions.Fraction):
    """Python's own, whose sums, products and comparisons with whole numbers and each other take a shorter way."""

    __slots__ = ()

    def __add__(self, other):
        a, b = self._numerator, self._denominator
        if other.__class__ is int:
            return of(a + other * b, b)
        if other.__class__ is Fraction:
            return lowest(a * other._denominator + other._numerator * b, b * other._denominator)
        return super().__add__(other)

    __radd__ = __add__

    def __sub__(self, other):
        a, b = self._numerator, self._denominator
        if other.__class__ is int:
            return of(a - other * b, b)
        if other.__class__ is Fraction:
            return lowest(a * other._denominator - other._numerator * b, b * other._denominator)
        return super().__sub__(other)

    def __rsub__(self, other):
        if other.__class__ is int:
            return of(other * self._denominator - self._numerator, self._denominator)
        return super().__rsub__(other)

    def __mul__(self, other):
        if other.__class__ is int:
            return lowest(self._numerator * other, self._denominator)
        if other.__class__ is Fraction:
            return lowest(self._numerator * other._numerator, self._denominator * other._denominator)
        return super().__mul__(other)

    __rmul__ = __mul__

    def __neg__(self):
        return of(-self._numerator, self._denominator)

    def __eq__(self, other):
        if other.__class__ is int:
            return self._denominator == 1 and self._numerator == other
        if other.__class__ is Fraction:
            return self._numerator == other._numerator and self._denominator == other._denominator
        return super().__eq__(other)

    __hash__ = fractions.Fraction.__hash__

    def __lt__(self, other):
        if other.__class__ is int:
            return self._numerator < other * self._denominator
        if other.__class__ is Fraction:
            return self._numerator * other._denominator < other._numerator * self._denominator
        return super().__lt__(other)

    def __gt__(self, other):
        if other.__class__ is int:
            return self._numerator > other * self._denominator
        if other.__class__ is Fraction:
            return self._numerator * other._denominator > other._numerator * self._denominator
        return super().__gt__(other)

    def __le__(self, other):
        if other.__class__ is int:
            return self._numerator <= other * self._denominator
        if other.__class__ is Fraction:
            return self._numerator * other._denominator <= other._numerator * self._denominator
        return super().__le__(other)

    def __ge__(self, other):
        if other.__class__ is int:
            return self._numerator >= other * self._denominator
        if other.__class__ is Fraction:
            return self._numerator * other._denominator >= other._numerator * self._denominator
        return super().__ge__(other)


def of(numerator, denominator):
    """A fraction of two numbers without a common factor."""
    made = object.__new__(Fraction)
    made._numerator, made._denominator = numerator, denominator
    return made


def lowest(numerator, denominator):
    """A fraction in lowest terms; the denominator is above 0."""
    common = math.gcd(numerator, denominator)
    return of(numerator // common, denominator // common) if common != 1 else of(numerator, denominator)


NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
ROOT_PLACES = 18


def decimal(text):
    """The number that a text states."""
    if "," not in text and "." not in text:
        return int(text)
    whole, _, places = text.replace(",", "").partition(".")
    return div(int(whole + places), 10 ** len(places))


def div(a, b):
    """a / b, as an int where it is whole."""
    if isinstance(a, int) and isinstance(b, int):
        top, bottom = (a, b) if b > 0 else (-a, -b)
    else:
        top, bottom = a.numerator * b.denominator, a.denominator * b.numerator
        if bottom < 0:
            top, bottom = -top, -bottom
    if bottom == 0:
        raise ZeroDivisionError
    common = math.gcd(top, bottom)
    return top // common if common == bottom else of(top // common, bottom // common)


def round_to(value, places, mode):
    """A number with so many places, which may be fewer than none."""
    scaled = value * 10**places if places >= 0 else div(value, 10**-places)
    whole = math.floor(scaled)
    rest = scaled - whole
    if rest:
        whole += up(mode, whole, rest, scaled < 0)
    return div(whole, 10**places) if places >= 0 else whole * 10**-places


def up(mode, below, rest, negative):
    """Whether a number between two goes to the upper one; rest is how far it is from the lower one."""
    if mode == "floor":
        return False
    if mode == "ceiling":
        return True
    if mode == "down":
        return negative
    if mode == "up":
        return not negative
    twice = rest * 2
    if twice != 1:
        return twice > 1
    if mode == "half_even":
        return below % 2 == 1
    return negative == (mode == "half_down")


def rounded(value, level):
    """By one level (places, mode) of a contract; None does not round."""
    return value if level is None else round_to(value, *level)


def whole_root(n, q):
    """The greatest whole number whose q-th power is not above n."""
    if n < 2 or q == 1:
        return n
    if q == 2:
        return math.isqrt(n)
    guess = 1 << -(-n.bit_length() // q)
    while True:
        better = ((q - 1) * guess + n // guess ** (q - 1)) // q
        if better >= guess:
            return guess
        guess = better


def root(value, q):
    """The q-th root of a number that is not negative: exact where it is rational, else half up to 18 places."""
    value = Fraction(value)
    top, bottom = whole_root(value.numerator, q), whole_root(value.denominator, q)
    if top**q == value.numerator and bottom**q == value.denominator:
        return div(top, bottom)
    # r is right when (r - h)^q <= value < (r + h)^q, h being half a unit of the last place: count in units of h
    halves = whole_root(value.numerator * (2 * 10**ROOT_PLACES) ** q // value.denominator, q)
    return div((halves + 1) // 2, 10**ROOT_PLACES)


def power(base, exponent):
    """base ** exponent; "invalid" under a root, "zero" for a negative power of zero."""
    p, q = exponent.numerator, exponent.denominator
    if q > 1 and base < 0:
        return "invalid"
    if base == 0 and p < 0:
        return "zero"
    value = Fraction(base) ** p
    value = root(value, q) if q > 1 else value
    return value.numerator if value.denominator == 1 else value


# --- rates as they are shown


def decimal_text(value, places):
    """A number with so many places, cut."""
    units = abs(value) * 10**places // 1
    digits = str(units).rjust(places + 1, "0")
    sign = "-" if value < 0 and units else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def cut(value, places):
    """A number cut to so many places, without zeros at its end."""
    text = decimal_text(value, places).rstrip("0").rstrip(".") if places else decimal_text(value, 0)
    return "0" if text == "-0" else text


def show_rate(rate, contract):
    """A rate in percent by the contract; one that is not 1 never reads as a bare 100%. Nothing where there is none."""
    if rate is None:
        return ""
    percent = rate * 100
    if contract is None:
        return exactly(percent, 6) + "%"
    shown = round_to(percent, *contract)
    fits = abs(shown) * 10 ** contract[0] < 2**63  # the library's decimals; what none holds is written without zeros at its end
    text = (decimal_text if fits else cut)(shown, contract[0]) + "%"
    return text if shown != 100 or percent == 100 else f"{text} ({exactly(percent, contract[0] + 1)}%)"


def exactly(percent, places):
    """Cut to so many places, or to more where it would read as 100; what is cut off is told."""
    while percent != 100 and percent * 10**places // 1 == 100 * 10**places:
        places += 1
    text = cut(percent, places)
    if decimal(text) == percent:
        return text
    return ("-0" if percent < 0 and text == "0" else text) + "…"
