"""oracle.py - a second auditor, in fractions: what as_printed and as_rounded have to be

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Written from include/perfeval/verdict.h, before the C, and on another plan: the C optimises linear fractions, this looks at every
corner of the box of operands. No float.
"""

import itertools
from fractions import Fraction as F

HALF_UP, HALF_EVEN, DOWN, UP = 1, 2, 4, 8
MODES = (HALF_UP, HALF_EVEN, DOWN, UP)
ALL = 15
INFINITY = "inf"


class Figure:
    """A printed figure: digits / 10^places x 10^exponent; exact where nothing was rounded."""

    def __init__(self, digits, places=0, exponent=0, exact=False, unit=""):
        self.digits, self.places, self.exponent, self.exact, self.unit = digits, places, exponent, exact, unit

    @property
    def step(self):
        return F(10) ** (self.exponent - self.places)

    @property
    def value(self):
        return self.digits * self.step


class Interval:
    """low and high: Fraction, or None for unbounded; in_low, in_high: whether the end belongs to it."""

    def __init__(self, low, in_low, high, in_high):
        self.low, self.in_low, self.high, self.in_high = low, in_low, high, in_high

    def holds(self, x):
        above = self.low is None or x > self.low or (x == self.low and self.in_low)
        below = self.high is None or x < self.high or (x == self.high and self.in_high)
        return above and below

    def meets(self, other):
        return not (self.lies_below(other) or other.lies_below(self))

    def lies_below(self, other):
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.in_high and other.in_low))

    def is_point(self):
        return self.low is not None and self.low == self.high


def point(x):
    return Interval(x, True, x, True)


def round_to(x, step, mode):
    """x rounded to a multiple of step."""
    quotient, rest = divmod(abs(x), step)
    double = 2 * rest
    away = {
        HALF_UP: double >= step,
        HALF_EVEN: double > step or (double == step and quotient % 2 == 1),
        DOWN: False,
        UP: rest > 0,
    }[mode]
    return (quotient + away) * step * (-1 if x < 0 else 1)


def printed_modes(x, result):
    return sum(mode for mode in MODES if round_to(x, result.step, mode) == result.value)


def mirror(interval):
    return Interval(None if interval.high is None else -interval.high, interval.in_high,
                    None if interval.low is None else -interval.low, interval.in_low)


def preimage(figure, mode):
    """The numbers that are printed as this figure under a mode."""
    value, step, half = abs(figure.value), figure.step, figure.step / 2
    if mode == HALF_UP:
        found = Interval(value - half, value != 0, value + half, False)
    elif mode == HALF_EVEN:
        even = figure.digits % 2 == 0
        found = Interval(value - half, even, value + half, even)
    elif mode == DOWN:
        found = Interval(value, True, value + step, False) if value else Interval(-step, False, step, False)
    else:
        found = Interval(value - step, False, value, True) if value else point(F(0))
    return mirror(found) if figure.value < 0 else found


def behind(figure, family, places):
    """What an operand can stand for; family: 'nearest', DOWN or UP; places: the finest of its unit in the relation."""
    if is_exact(figure, places):
        return point(figure.value)
    value, step = abs(figure.value), F(10) ** (figure.exponent - max(places, figure.places))
    if family == "nearest":
        found = Interval(value - step / 2, True, value + step / 2, True)
    elif family == DOWN:
        found = Interval(value, True, value + step, False)
    else:
        found = Interval(value - step, False, value, True) if value else point(F(0))
    return mirror(found) if figure.value < 0 else found


def is_exact(figure, places):
    """exact True or False where the nature says; None where a whole number is exact unless finer ones stand beside it."""
    return max(figure.places, places) == 0 if figure.exact is None else figure.exact


def finest(operands):
    """The finest places of each unit among the operands."""
    found = {}
    for figure in operands:
        key = (figure.unit, figure.exponent)
        if figure.exact is not True:
            found[key] = max(found.get(key, 0), figure.places)
    return found


def box(operands, family):
    fine = finest(operands)
    return [behind(figure, family, fine.get((figure.unit, figure.exponent), 0)) for figure in operands]


def image(function, figures, intervals):
    """The values of a function that is monotone in every operand: by every corner of the box. None: a pole lies in it."""
    names = sorted(set(map(id, figures)))
    by_name = {id(figure): interval for figure, interval in zip(figures, intervals)}
    ends = [[(by_name[name].low, by_name[name].in_low), (by_name[name].high, by_name[name].in_high)] for name in names]
    ends = [pair[:1] if pair[0][0] == pair[1][0] else pair for pair in ends]
    at = lambda x: function([x[id(figure)] for figure in figures])
    found = []
    for corner in itertools.product(*ends):
        value = at(dict(zip(names, (end for end, _ in corner))))
        if value is None:
            return None
        found.append((value, corner))

    def is_reached(corner):
        """A corner's value is reached unless an open end of it matters."""
        inner = {}
        for name, (end, closed) in zip(names, corner):
            inner[name] = end if closed else (by_name[name].low + by_name[name].high) / 2
        return at(inner)

    low, high = min(value for value, _ in found), max(value for value, _ in found)
    reached = lambda extreme: any(value == extreme and is_reached(corner) == extreme for value, corner in found)
    return Interval(low, reached(low), high, reached(high))


def total(coefficients, constant=F(0)):
    return lambda x: sum((c * v for c, v in zip(coefficients, x)), constant)


def linear_parts(kind, form, n, signs, constant):
    """(numerator, denominator) as coefficient lists over the operands, the latter None for 1; and its constant."""
    ones = [F(1)] * n
    if form == "signed":
        return [F(s) for s in signs], None, F(1)
    if kind in ("sum", "score_sum", "marks", "count", "partial"):
        return ones, None, F(1)
    if kind in ("difference", "deduction"):
        return [F(1)] + [F(-1)] * (n - 1), None, F(1)
    if kind == "conversion":
        return [F(1)], None, F(1)
    unit = lambda i: [F(int(j == i)) for j in range(n)]
    minus = lambda a, b: [p - q for p, q in zip(a, b)]
    if kind == "growth":
        return {
            "new_old": (minus(unit(0), unit(1)), unit(1), F(0)),
            "down_new_old": (minus(unit(1), unit(0)), unit(1), F(0)),
            "new_change": (unit(1), minus(unit(0), unit(1)), F(0)),
            "down_new_change": (unit(1), [F(1), F(1)], F(0)),
        }["new_old" if form == "plain" else form]
    return {
        "plain": lambda: (unit(0), unit(1), F(0)),
        "over_sum": lambda: (unit(0), [F(0)] + ones[1:], F(0)),
        "parts_over": lambda: (ones[:-1] + [F(0)], unit(n - 1), F(0)),
        "divided": lambda: ([F(1)], [F(0)], constant),
        "over_difference": lambda: (unit(0), minus(unit(0), unit(1)), F(0)),
    }[form]()


def quotient(numerator, denominator, denominator_constant):
    above = total(numerator)
    below = (lambda x: denominator_constant) if denominator is None else total(denominator, denominator_constant)

    def function(x):
        d = below(x)
        return None if d == 0 else above(x) / d

    return function, above, below


def divide(above, below):
    """Interval / interval, independent of each other, as a list of intervals: the divisor may hold 0."""
    parts = []
    if below.high is None or below.high > 0:
        low = below.low if below.low > 0 else F(0)
        parts.append((above, Interval(low, below.in_low and below.low > 0, below.high, below.in_high)))
    if below.low < 0:
        high = below.high if below.high < 0 else F(0)
        parts.append((mirror(above), mirror(Interval(below.low, below.in_low, high, below.in_high and below.high < 0))))
    found = []
    for a, b in parts:
        if b.low == b.high and not (b.in_low and b.in_high):
            continue
        found.append(divide_positive(a, b))
    return found


def divide_positive(a, b):
    """b: positive numbers, possibly down to 0, which does not belong to it."""
    low, in_low = end_over(a.low, a.in_low, b, lowest=True)
    high, in_high = end_over(a.high, a.in_high, b, lowest=False)
    return Interval(low, in_low, high, in_high)


def end_over(end, closed, b, lowest):
    if end == 0:
        return F(0), closed
    big = (end < 0) == lowest  # a small divisor makes it more extreme
    if not big:
        return end / b.high, closed and b.in_high
    return (None, False) if b.low == 0 else (end / b.low, closed and b.in_low)


def images(kind, form, figures, intervals, signs, constant):
    """The possible values as a list of intervals; None where nothing is excluded."""
    numerator, denominator, k = linear_parts(kind, form, len(figures), signs, constant)
    function, above, below = quotient(numerator, denominator, k)
    if denominator is None:
        return [image(function, figures, intervals)]
    d = image(below, figures, intervals)
    if d.holds(F(0)) or d.low * d.high <= 0:
        # A figure that cancels out, as in (x - x) / x, is in neither.
        often = lambda parts, figure: sum(c for f, c in zip(figures, parts) if f is figure)
        if any(often(numerator, f) and often(denominator, f) for f in figures):
            return None
        return divide(image(above, figures, intervals), d)
    return [image(function, figures, intervals)]


def rounded_modes(result, image_of):
    """image_of (family): the list of intervals, or None where nothing is excluded."""
    modes = 0
    nearest = image_of("nearest")
    for mode in MODES:
        target = preimage(result, mode)
        tried = [nearest] + ([image_of(mode)] if mode in (DOWN, UP) else [])
        if any(found is None or any(part.meets(target) for part in found) for found in tried):
            modes |= mode
    return modes


def judge_linear(kind, form, operands, result, signs=None, constant=None):
    numerator, denominator, k = linear_parts(kind, form, len(operands), signs, constant)
    x = quotient(numerator, denominator, k)[0]([figure.value for figure in operands])
    if x is None:
        return None
    return x, printed_modes(x, result), rounded_modes(
        result, lambda family: images(kind, form, operands, box(operands, family), signs, constant)
    )


def judge_product(operands, result):
    def function(x):
        product = F(1)
        for factor in x:
            product *= factor
        return product

    # Bare factors are different things: each keeps its own places.
    own = lambda family: [behind(figure, family, figure.places) for figure in operands]
    x = function([figure.value for figure in operands])
    return x, printed_modes(x, result), rounded_modes(result, lambda family: [image(function, operands, own(family))])


def capped(marks, ratios):
    """marks x min (1, ratio), marks exact and not negative."""
    found = []
    for ratio in ratios:
        high = F(1) if ratio.high is None or ratio.high > 1 else ratio.high
        in_high = True if ratio.high is None or ratio.high > 1 else ratio.in_high
        if ratio.low is not None and ratio.low >= 1:
            found.append(point(marks))
        else:
            low = None if ratio.low is None else ratio.low * marks
            found.append(Interval(low, ratio.in_low, high * marks, in_high) if marks else point(F(0)))
    return found


def judge_score(comparison, marks, target, actual, result):
    """Score by rule: marks x min (1, ratio); marks are exact."""
    upward = comparison in (">=", "=", ">")
    above, below = (actual, target) if upward else (target, actual)
    met = {">=": actual.value >= target.value, ">": actual.value >= target.value, "=": actual.value == target.value,
           "<=": actual.value <= target.value, "<": actual.value <= target.value}[comparison]
    ratio = F(1) if below.value == 0 else above.value / below.value
    x = marks.value if met else marks.value * min(ratio, F(1))

    def image_of(family):
        intervals = dict(zip(map(id, (target, actual)), box([target, actual], family)))
        for figure in (target, actual):
            if figure.exact == "target":
                intervals[id(figure)] = point(figure.value)
        return capped(marks.value, ratios_of(intervals[id(above)], intervals[id(below)]))

    # A target below nothing may be met by a ratio that is not: what the printed figures give is possible all the same.
    printed = printed_modes(x, result)
    return x, printed, rounded_modes(result, image_of) | printed


def ratios_of(above, below):
    """A ratio whose divisor is 0 counts as reached."""
    found = [] if below.is_point() and below.low == 0 else divide(above, below)
    return found + ([point(F(1))] if below.holds(F(0)) else [])


def judge_execution(operands, result):
    marks = operands[0].value
    rate = (lambda x: x[0]) if len(operands) == 2 else (lambda x: None if x[1] == 0 else x[0] / x[1])
    ratio = rate([figure.value for figure in operands[1:]])
    if ratio is None:
        return None
    x = marks * min(ratio, F(1))

    def image_of(family):
        intervals = box(operands[1:], family)
        if len(intervals) == 1:
            return capped(marks, intervals)
        if operands[1] is operands[2]:
            return capped(marks, [point(F(1))])
        return capped(marks, divide(*intervals))

    return x, printed_modes(x, result), rounded_modes(result, image_of)


def holds(comparison, left, right):
    return {">=": left >= right, "<=": left <= right, "=": left == right, "<": left < right, ">": left > right}[comparison]


def can_hold(comparison, left, right):
    """Whether some number of the one interval compares so with some number of the other."""
    if comparison == "=":
        return left.meets(right)
    if comparison in (">=", ">"):
        left, right = right, left
    strict = comparison in ("<", ">")
    if left.low is None or right.high is None:
        return True
    return left.low < right.high or (left.low == right.high and not strict and left.in_low and right.in_high)


def judge_bound(comparison, operands, result):
    function = total([F(1)] * len(operands))
    x = function([figure.value for figure in operands])
    printed = ALL if holds(comparison, result.value, x) else 0
    modes = 0
    for mode in MODES:
        for family in ["nearest"] + ([mode] if mode in (DOWN, UP) else []):
            right = image(function, operands, box(operands, family))
            left = box([result], family)[0]
            if can_hold(comparison, left, right):
                modes |= mode
    return x, printed, modes


def judge_same(figures):
    """Figures that should be one quantity."""
    step = lambda figure: figure.step
    best = min(figures, key=lambda f: (0 if f.exact is True else 1, step(f)))
    others = [f for f in figures if f is not best]
    printed = ALL
    for figure in others:
        printed &= like(best.value, figure, best)
    rounded = 0
    for mode in MODES:
        for family in ["nearest"] + ([mode] if mode in (DOWN, UP) else []):
            found = behind(best, family, best.places)
            if meets_all(found, [(figure, mode) for figure in others], best):
                rounded |= mode
    return best.value, printed, rounded


def like(x, figure, best):
    """The modes under which x is printed as the figure."""
    if figure.exact is True or is_exact(figure, 0) or same_grid(figure, best):
        return ALL if figure.value == x else 0
    return printed_modes(x, figure)


def same_grid(figure, best):
    return figure.step == best.step


def meets_all(found, others, best):
    low, in_low, high, in_high = found.low, found.in_low, found.high, found.in_high
    for figure, mode in others:
        if figure.exact is True or is_exact(figure, 0):
            part = point(figure.value)
        elif same_grid(figure, best):
            if figure.value != best.value:
                return False
            continue
        else:
            part = preimage(figure, mode)
        if part.low is not None and (part.low > low or (part.low == low and not part.in_low)):
            low, in_low = part.low, part.in_low
        if part.high is not None and (part.high < high or (part.high == high and not part.in_high)):
            high, in_high = part.high, part.in_high
    return low < high or (low == high and in_low and in_high)


def judge_grade(bands, score, name):
    """bands: [(lowest, name), …] descending."""
    def grade(x):
        return next((band for lowest, band in bands if x >= lowest), None)

    alike = lambda band: band is not None and (band.startswith(name) or name.startswith(band))
    printed = ALL if alike(grade(score.value)) else 0
    modes = 0
    for mode in MODES:
        for family in ["nearest"] + ([mode] if mode in (DOWN, UP) else []):
            found = behind(score, family, score.places)
            above = None
            for lowest, band in bands:
                part = Interval(lowest, True, above, False)
                above = lowest
                if alike(band) and part.meets(found):
                    modes |= mode
    return score.value, printed, modes


def judge_base(new, result, down=False):
    """Whole bases from which a count can have grown, or fallen, by the printed rate: (bases, modes)."""
    bases, modes = [], 0
    rate = -result.value if down else result.value
    step = result.step
    if rate + step <= -1:
        return bases, modes
    first = int(new.value / (1 + rate + step))
    # Beyond 1 + rate - step = 0 there would be no end to the bases.
    last = int(new.value / (1 + rate - step)) + 1 if rate - step > -1 else first + 100000
    for base in range(max(1, first), last + 1):
        growth = (new.value - base) / base
        found = printed_modes(-growth if down else growth, result)
        if found:
            bases.append(base)
            modes |= found
    return bases, modes


def judge_list(operands, result, first_counts):
    x = operands[0].value + len(operands) - 1 if first_counts else F(len(operands))
    modes = ALL if x == result.value else 0
    return x, modes, modes


def audit_class(printed, rounded):
    """0 fits, 2 rounding, 3 contradiction; what was padded with zeros is left to the caller."""
    if printed & (HALF_UP | HALF_EVEN):
        return 0
    return 2 if printed or rounded else 3
