"""variation.py - dossiers of units that are to be rolled up: alike, save in their numbers

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import copy
import json
import re
from exact import Fraction

from decimals import settled, text_of
from generator import dump

NUMBER = re.compile(r"(@?)(-?\d+(?:\.\d+)?)( ?[^\d.,@ ]*)")
HEAD = ("budget", "procurement", "assets", "registers", "prior", "money_unit")
KEPT = ("marks", "grade", "score", "evidence", "choice")  # others than these fit no band and no sum


def read(text):
    return json.loads(text, parse_float="@{}".format, parse_int="@{}".format)


class Variants:
    """Makes dossiers like one; others give them budgets, records and here and there the facts of a leaf."""

    def __init__(self, rng, book, text, others, means):
        self.rng, self.book, self.base = rng, book, read(text)
        self.set_ties(means or book.rounding["rate"])
        self.others = [one for one in map(read, others) if one["fiscal_year"] == self.base["fiscal_year"]]
        self.keep_names = rng.random() < 0.05
        self.calm = rng.random() < 0.5

    def set_ties(self, level):
        """Rates so long that no decimal holds the average of two of them, which lies half way between two of so many places."""
        self.step = Fraction(1, 10 ** level[0]) if level and self.rng.random() < 0.5 else None
        self.long = self.rng.randint(5 * 10**18, 9 * 10**18) * (self.step or 1)

    def make(self):
        """One of them, as JSON."""
        rng, dossier = self.rng, copy.deepcopy(self.base)
        if rng.random() < 0.5:
            other = rng.choice(self.others)
            for name in HEAD:
                dossier.pop(name, None)
                if name in other:
                    dossier[name] = other[name]
        for code, facts in (dossier.get("facts") or {}).items():
            if rng.random() < 0.1 and code in (self.others[0].get("facts") or {}):
                dossier["facts"][code] = self.others[0]["facts"][code]
            else:
                self.change(facts)
        for rows in (dossier.get("rows") or {}).values():
            self.rows(rows)
        for one in dossier.get("declared") or []:
            self.lower(one, "score")
        for one in dossier.get("adjustments") or []:
            self.lower(one, "points")
        if rng.random() < 0.1:
            dossier.pop(rng.choice(("declared", "adjustments", "facts", "rows", "events", "budget", "procurement", "prior")), None)
        return dump(dossier)

    def change(self, figures):
        """Other numbers in some places; here and there none."""
        for name, written in figures.items():
            if name not in KEPT and self.rng.random() < 0.6:
                figures[name] = self.other(written)
            if not self.calm and self.rng.random() < 0.04:
                figures[name] = self.rng.choice((None, "-", "文字", "5", True))

    def other(self, written):
        match = NUMBER.fullmatch(written) if isinstance(written, str) else None
        if not match:
            return written
        value = Fraction(match.group(2))
        if self.step and match.group(3).strip() in ("%", "‰"):
            value = self.long + self.rng.randint(-3, 3) * self.step
        elif value.denominator == 1:
            value += self.rng.choice((0, 1, 1, 2, 10))
        else:
            value = settled(value * self.rng.choice((1, Fraction(1, 2), Fraction(3, 4), 2, Fraction(11, 10))))
        return match.group(1) + text_of(value) + match.group(3)

    def lower(self, one, name):
        """A smaller score, or the same."""
        match = NUMBER.fullmatch(one[name])
        if match and self.rng.random() < 0.5:
            value = settled(Fraction(match.group(2)) * self.rng.choice((Fraction(1, 2), Fraction(9, 10), Fraction(1, 3))))
            if self.step == Fraction(1, 10**18) and value < 9:
                value -= self.rng.randint(0, 3) * self.step
            if value > 0:
                one[name] = match.group(1) + text_of(value)

    def rows(self, rows):
        """The rows have names of their own, else no two are one."""
        rng = self.rng
        for index, row in enumerate(rows):
            if not self.keep_names:
                row["name"] = f"{row['name']}{index}"
            self.rows(row.get("rows") or [])
            figures = {name: row[name] for name in ("actual", "target", "adjusted_target") if name in row}
            if row.get("nature") != "qualitative":
                self.change(figures)
                row.update(figures)
            if not self.calm:
                self.shake(row)
        if not self.calm and rng.random() < 0.1:
            rng.shuffle(rows)

    def shake(self, row):
        """What rows of one name should agree in, and what they need not."""
        rng = self.rng
        if rng.random() < 0.05:
            row["withdrawn"] = True
        if rng.random() < 0.1:
            row["reason"] = rng.choice(("一", "二", "", " "))
        if row.get("nature") == "qualitative" and rng.random() < 0.1:
            row[rng.choice(("target", "actual"))] = rng.choice(("规范", "不规范", None, "-", "3", "3个"))
        if rng.random() < 0.03:
            name, value = rng.choice((("unit", "个"), ("unit", "家"), ("marks", "3"), ("sign", "="), ("name", "另一行")))
            row[name] = value
