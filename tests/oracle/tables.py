"""tables.py - decision tables as docs/formula.md has them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import re

from exact import decimal, div
from figures import date

VALUE = r'-?(?:\d+(?:\.(?!\.)\d+)?|\.\d+)%?|"(?:[^"\\]|\\.)*"|true|false|date\s*\(\s*"[^"]*"\s*\)'
ONE = re.compile(rf"\s*(?:(?P<compare><=|>=|<|>)\s*(?P<bound>{VALUE})|(?P<open>[\[(])\s*(?P<low>{VALUE})\s*\.\."
                 rf"\s*(?P<high>{VALUE})\s*(?P<close>[\])])|(?P<value>{VALUE}))\s*(?:,|$)")


def value_of(text):
    """A value of a test."""
    if text.startswith('"'):
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    if text in ("true", "false"):
        return text == "true"
    if text.startswith("date"):
        return date(re.search(r'"([^"]*)"', text).group(1))
    number = text.rstrip("%")
    sign, number = (-1, number[1:]) if number.startswith("-") else (1, number)
    value = sign * decimal(number if number[0] != "." else "0" + number)
    return div(value, 100) if text.endswith("%") else value


def one_test(match):
    """A function that says whether a value passes."""
    if match["compare"]:
        bound = value_of(match["bound"])
        return {"<": lambda x: x < bound, "<=": lambda x: x <= bound,
                ">": lambda x: x > bound, ">=": lambda x: x >= bound}[match["compare"]]
    if match["open"]:
        low, high, opened, closed = value_of(match["low"]), value_of(match["high"]), match["open"], match["close"]
        return lambda x: (x > low or (x == low and opened == "[")) and (x < high or (x == high and closed == "]"))
    value = value_of(match["value"])
    return lambda x: x == value


def test_of(text):
    """A test of one input; None holds for every value."""
    text = text.strip()
    if text == "-":
        return None
    negated = re.fullmatch(r"not\s*\((.*)\)", text, re.DOTALL)
    rest, tests, position = negated.group(1) if negated else text, [], 0
    while position < len(rest):
        match = ONE.match(rest, position)
        if not match:
            raise SyntaxError(rest[position:])
        tests.append(one_test(match))
        position = match.end()
    if negated:
        return lambda x: not any(test(x) for test in tests)
    return tests[0] if len(tests) == 1 else lambda x: any(test(x) for test in tests)


class Table:
    """The rules of a decision table."""

    def __init__(self, written, _kinds):
        self.hit = written.get("hit") or "U"
        self.rules = []
        for rule in written["rules"]:
            tests = [(index, test) for index, test in enumerate(map(test_of, rule["when"])) if test is not None]
            self.rules.append((tests, decimal(rule["points"])))
        self.default = None if written.get("default") is None else decimal(written["default"])
        self.rank = [decimal(points) for points in written.get("priority") or ()]

    def held(self, values):
        """The points of the rules that hold, in their order."""
        return [points for tests, points in self.rules if all(test(values[index]) for index, test in tests)]

    def points(self, values):
        held = self.held(values)
        if not held:
            assert self.default is not None, "the table leaves a gap"
            return self.default
        if self.hit in ("U", "A", "F"):
            assert self.hit == "F" or len(set(held)) == 1
            return held[0]
        if self.hit == "P":
            return min(held, key=self.rank.index)
        if self.hit in ("C<", "C>"):
            return min(held) if self.hit == "C<" else max(held)
        return len(held) if self.hit == "C#" else sum(held)
