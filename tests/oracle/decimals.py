"""decimals.py - the numbers of random documents: ties, edges, and what is hostile

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

from exact import Fraction

# the denominators that a decimal of at most 18 places has, and how many places it needs
PLACES = {2**a * 5**b: max(a, b) for a in range(19) for b in range(19)}
MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
HOSTILE = ("9223372036854775807", "-9223372036854775808", "0.000000000000000001", "9.223372036854775807",
           "0.999999999999999999", "1.000000000000000001", "4611686018427387904", "123456789012345678",
           "-0.000000000000000001", "99999999.9999999999")


def settled(value, places=6):
    """A number that a decimal can state."""
    if value.denominator in PLACES:
        return value
    return Fraction(round(value * 10**places), 10**places)


def text_of(value, least=0):
    """A decimal as text, with at least so many places."""
    places = PLACES[value.denominator]
    digits = str(abs(value.numerator) * 10**places // value.denominator)
    if places < least:
        digits, places = digits + "0" * (least - places), least
    sign = "-" if value < 0 else ""
    if not places:
        return sign + digits
    digits = digits.rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def grouped(text):
    """A text with thousands separators."""
    whole, point, rest = text.lstrip("-").partition(".")
    return ("-" if text.startswith("-") else "") + f"{int(whole):,}" + point + rest


def points_of(rng, marks, places):
    """Points in 0..marks, often half way between two roundings to so many places."""
    unit = 10**places
    kind = rng.random()
    if kind < 0.07:
        return marks
    if kind < 0.12:
        return 0
    units = marks.numerator * unit // marks.denominator
    value = Fraction(rng.randint(0, max(units, 1)), unit)
    if kind < 0.6:
        value += Fraction(1, 2 * unit)
    elif kind < 0.7:
        value += Fraction(1, 2 * unit) + Fraction(rng.choice((1, -1)), unit * 10000)
    return min(value, marks)


def beside(rng, value):
    """A number, or one a small step beside it."""
    step = rng.random()
    if step < 0.5:
        return value
    return value + rng.choice((-1, 1)) * Fraction(1, 10 ** rng.randint(0, 4))


def split(rng, whole, n, places):
    """The whole as n positive decimals."""
    units = whole.numerator * 10**places // whole.denominator
    while Fraction(units, 10**places) != whole or units < n:
        places += 1
        units = whole.numerator * 10**places // whole.denominator
    cuts = sorted(rng.sample(range(1, units), n - 1)) if n > 1 else []
    return [Fraction(b - a, 10**places) for a, b in zip([0] + cuts, cuts + [units])]
