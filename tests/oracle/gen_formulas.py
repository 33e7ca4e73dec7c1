"""gen_formulas.py - random formulas that are well typed, and decision tables that have no gap

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

from exact import Fraction

import measures
from decimals import points_of, text_of

AMOUNTS = ("budget.initial", "budget.adjusted", "budget.executed", "budget.basic.executed", "budget.project.adjusted",
           "budget.basic.personnel.executed", "budget.basic.public.adjusted", "budget.other.executed",
           "procurement.budget", "procurement.reserved_for_sme", "procurement.contracts", "procurement.sme_contracts",
           "prior.budget.executed", "prior.budget.adjusted", "prior.procurement.contracts", "budget.project.executed",
           "budget.carried_in", "budget.added", "budget.project.carry_over", "budget.basic.surplus")
MEASURES = (*measures.MEASURES, *tuple(measures.MEASURES)[:7], "prior.budget.execution_rate", "prior.budget.control_rate",
            "prior.procurement.savings", "prior.assets.utilisation_rate")
OWN = []  # the measures that the rulebook which is being made declares
LITERALS = ("0", "1", "2", "3", "10", "0.5", "0.25", "95%", "12.5%", "100", "7", ".5", "1000")
DAYS = ("2023-01-01", "2023-02-28", "2023-03-20", "2023-06-30", "2024-02-29", "2023-12-31")
COMPARE = ("=", "!=", "<", "<=", ">", ">=")
ROUND = ("decimal", "round half up", "round half down", "round up", "round down", "floor", "ceiling")
METHODS = ("open_tender", "single_source", "inquiry")
SIZES = ("micro", "small", "medium", "large")
SOURCES = {"records": "procurement.records", "lines": "budget.lines", "payments": "procurement.payments", "assets": "assets.records",
           "three": "budget.three_public", "projects": "register.projects", "visits": "register.visits"}
COLUMNS = {
    ("records", "number"): ("contract", "budget", "reserved_for_sme", "awarded", "contract_sme"),
    ("lines", "number"): ("adjusted", "executed", "initial", "added", "carry_over"), ("payments", "number"): ("amount",),
    ("assets", "number"): ("book_count", "found_count", "book_value", "found_value"),
    ("three", "number"): ("initial", "adjusted", "executed"), ("projects", "number"): ("investment", "jobs", "share"),
    ("visits", "number"): ("n",),
    ("records", "string"): ("method", "category", "supplier_size", "name", "supplier", "intent_exemption"),
    ("lines", "string"): ("category", "name", "funding", "project"), ("assets", "string"): ("use", "name", "difference_reason"),
    ("three", "string"): ("item.item",), ("projects", "string"): ("name", "stage"), ("visits", "string"): ("place",),
    ("records", "date"): ("award", "signing", "publication", "filing", "acceptance"), ("payments", "date"): ("due", "paid"),
    ("assets", "date"): ("acquired",), ("projects", "date"): ("signed", "approved"), ("visits", "date"): ("at",),
    ("lines", "boolean"): ("complete",), ("projects", "boolean"): ("key",),
}
REGISTERS = ("projects", "visits")


def declared(types):
    """What a rule has to say of the names in its formulas: facts are numbers by themselves."""
    return {name: kind for name, kind in types.items() if kind != "number" or name.startswith("register.")}


class Formulas:
    """Makes formulas of one rule."""

    def __init__(self, rng, facts=True, prefix=""):
        self.rng, self.facts, self.types = rng, facts, {}
        self.names = {"number": [prefix + name for name in ("a", "b", "c.d")], "string": ["s"], "boolean": ["t"],
                      "date": ["day"]}
        self.rows = []  # tables whose row is at hand: (variable or None, table)

    def pick(self, *choices):
        return self.rng.choice(choices)

    def number(self, depth=3):
        """A formula that gives a number."""
        rng = self.rng
        if depth <= 0 or rng.random() < 0.15:
            return self.number_at_hand()
        kind = rng.randrange(15)
        if kind < 4:
            return f"{self.operand(depth)} {self.pick('+', '-', '*', '/', '/')} {self.operand(depth)}"
        if kind == 4:
            return f"if {self.truth(depth - 1)} then {self.number(depth - 1)} else {self.pick(self.number(depth - 1), 'null')}"
        if kind == 5:
            return f"{self.pick('min', 'max', 'sum', 'mean')}({self.number(depth - 1)}, {self.number(depth - 1)})"
        if kind in (6, 7):
            return f"{self.pick('min', 'max', 'sum', 'mean', 'count')}({self.numbers(depth - 1)})"
        if kind == 8:
            return f"{self.pick('abs', 'sqrt', 'floor', 'ceiling')}({self.number(depth - 1)})"
        if kind == 9:
            places = self.pick("0", "1", "2", "2", "-1", "18") if rng.random() < 0.97 else self.pick("0.5", "1001", "a")
            if places == "a":
                places = self.fact("number")
            return f"{self.pick(*ROUND)}({self.number(depth - 1)}, {places})"
        if kind == 10:
            return f"{self.operand(depth, 1)} ** {self.pick('2', '3', '(-1)', '0', '0.5', '(1/3)', '(2/3)', '(-0.5)', '1.5')}"
        if kind == 11:
            return f"-{self.operand(depth)}"
        if kind == 12:
            return f"{self.day()} - {self.day()}"
        if kind == 13:
            return f"count({self.table(depth - 1)})"
        return self.number_at_hand()

    def operand(self, depth, most=9):
        return f"({self.number(min(depth - 1, most))})" if self.rng.random() < 0.6 else self.number_at_hand()

    def number_at_hand(self):
        rng = self.rng
        if self.rows and rng.random() < 0.6:
            return self.column("number")
        kind = rng.random()
        if kind < 0.2:
            return self.pick(*LITERALS)
        if kind < 0.3:
            return self.pick(*OWN) if OWN and rng.random() < 0.4 else self.pick(*MEASURES)
        if kind < 0.45 or not self.facts:
            return self.pick(*AMOUNTS)
        return self.fact("number")

    def fact(self, kind):
        name = self.pick(*self.names[kind])
        self.types[name] = kind
        return name

    def column(self, kind):
        """A column of a row at hand, or something else of that kind."""
        there = [(variable, table) for variable, table in self.rows if (table, kind) in COLUMNS]
        if not there:
            return {"number": self.pick(*LITERALS), "date": f'date("{self.pick(*DAYS)}")', "string": '"A"', "boolean": "true"}[kind]
        variable, table = self.pick(*there)
        column = self.pick(*COLUMNS[table, kind])
        if table in REGISTERS:
            self.types[f"register.{table}.{column}"] = kind
        if variable:
            return f"{variable}.{column.removeprefix('item.')}"
        return column

    def day(self):
        if any((table, "date") in COLUMNS for _, table in self.rows) and self.rng.random() < 0.8:
            return self.column("date")
        if self.facts and self.rng.random() < 0.5:
            return self.fact("date")
        return self.pick(f'date("{self.pick(*DAYS)}")', f'date("{self.pick(*DAYS)}")', f'date("{self.pick(*DAYS)}")', "assets.stocktake")

    def text(self):
        if self.rows and self.rng.random() < 0.7:
            return self.column("string")
        return self.fact("string") if self.facts else '"A"'

    def truth(self, depth=2):
        """A formula that gives a truth."""
        kind = self.rng.randrange(13)
        if depth <= 0 or kind < 3:
            return f"{self.number_at_hand()} {self.pick(*COMPARE)} {self.number_at_hand()}"
        if kind < 5:
            return f"({self.truth(depth - 1)}) {self.pick('and', 'or')} ({self.truth(depth - 1)})"
        if kind == 5:
            return f"not({self.truth(depth - 1)})"
        if kind == 6:
            low, high = sorted(self.rng.sample(range(0, 20), 2))
            return self.pick(f"{self.operand(depth)} in {self.pick('[', '(')}{low}..{high}{self.pick(']', ')')}",
                             f"{self.operand(depth)} in (< {low}, [{low}..{high}), {high})",
                             f"{self.operand(depth)} between {low} and {self.number_at_hand()}",
                             f"{self.operand(depth)} in >= {low}")
        if kind == 7:
            return f"{self.number_at_hand()} {self.pick('=', '!=')} null"
        if kind == 8:
            words = ("A", "B", *METHODS, "goods", "small")
            return f"{self.text()} {self.pick('=', '!=')} \"{self.pick(*words)}\""
        if kind == 9:
            return f"{self.day()} {self.pick('<', '<=', '=', '>')} {self.day()}"
        if kind == 10:
            if any((table, "boolean") in COLUMNS for _, table in self.rows):
                return self.column("boolean")
            return self.fact("boolean") if self.facts else self.pick("true", "false")
        if kind == 11:
            return self.quantified(depth)
        return f"{self.pick('some', 'every')} x in {self.numbers(0)} satisfies x {self.pick(*COMPARE)} " \
            f"{self.number_at_hand()}"

    def source(self):
        """A table, and its name in formulas."""
        tables = ["records"] * 6 + ["lines"] * 3 + ["payments", "assets", "three"] + ["projects", "projects", "visits"] * self.facts
        table = self.pick(*tables)
        name = SOURCES[table]
        return table, "prior." + name if self.rng.random() < 0.12 else name

    def quantified(self, depth):
        table, source = self.source()
        name = f"row_{len(self.rows)}"  # neither a fact's, nor that of a table around it
        self.rows.append((name, table))
        test = self.truth(min(depth - 1, 1))
        self.rows.pop()
        return f"{self.pick('some', 'every')} {name} in {source} satisfies {test}"

    def table(self, depth):
        """A table, or some of its rows."""
        return self.table_of(depth)[1]

    def table_of(self, depth):
        table, name = self.source()
        if self.rng.random() < 0.3:
            return table, name
        self.rows.append((None, table))
        test = self.truth(min(depth, 1))
        self.rows.pop()
        return table, f"{name}[{test}]"

    def numbers(self, depth):
        """A list of numbers."""
        kind = self.rng.random()
        if kind < 0.45:
            table, text = self.table_of(depth)
            column = self.pick(*COLUMNS[table, "number"])
            if table in REGISTERS:
                self.types[f"register.{table}.{column}"] = "number"
            return f"{text}.{column}"
        items = "[" + ", ".join(self.number_at_hand() for _ in range(self.rng.randint(1, 4))) + "]"
        return items if kind < 0.7 else f"{items}[item {self.pick(*COMPARE)} {self.pick(*LITERALS)}]"


# --- decision tables ----------------------------------------------------------------------------------------------


def intervals(rng):
    """Tests that cut the line into pieces, without gap or overlap."""
    cuts = sorted(rng.sample(range(-3, 20), rng.randint(1, 3)))
    percent = rng.random() < 0.2
    unit = "%" if percent else ""
    if percent:
        cuts = [cut * 10 for cut in cuts]
    tests, opening = [], None
    for cut in cuts:
        closing = rng.choice("])")
        if opening is None:
            tests.append(f"{'<=' if closing == ']' else '<'} {cut}{unit}")
        else:
            tests.append(f"{opening}{cut}{unit}{closing}")
        opening = f"{'(' if closing == ']' else '['}{cut}{unit}.."
    last = opening[1:-2]
    tests.append(f"{'>' if opening[0] == '(' else '>='} {last}")
    return tests


def pieces(rng, formulas):
    """(formula, tests that cover all that it can be)."""
    kind = rng.random()
    if kind < 0.55:
        return formulas.number(rng.choice((0, 1, 1, 2))), intervals(rng)
    if kind < 0.7:
        return formulas.fact("boolean") if formulas.facts else "budget.executed > 5", ["true", "false"]
    if kind < 0.85:
        return (formulas.fact("string"), ['"A"', '"B", "C"', 'not("A", "B", "C")']) if formulas.facts else (
            "budget.adjusted", intervals(rng))
    day = rng.choice(("2023-03-01", "2023-06-30"))
    return (formulas.fact("date"), [f'< date("{day}")', f'>= date("{day}")']) if formulas.facts else (
        "budget.adjusted", intervals(rng))


def decision_table(rng, marks, facts=True, prefix=""):
    """The members of a decision table."""
    formulas = Formulas(rng, facts, prefix)
    inputs = [pieces(rng, formulas) for _ in range(rng.choice((1, 1, 2, 2, 3)))]
    hit = rng.choice(("U", "U", "A", "P", "F", "R", "C", "C+", "C<", "C>", "C#" if marks >= 1 else "U"))
    cells = [[]]
    for _, tests in inputs:
        cells = [cell + [test] for cell in cells for test in tests]
    n = len(cells)
    rules = [[cell, points_of(rng, marks, 2)] for cell in cells]
    if rng.random() < 0.7:
        rules[rng.randrange(n)][1] = marks
    members = {"hit": hit}
    overlap(rng, hit, rules, marks, members)
    if hit == "U" and rng.random() < 0.4:
        del members["hit"]
    if n > 1 and rng.random() < 0.4 or hit == "C#":
        rules.pop(rng.randrange(len(rules)))
        members["default"] = text_of(points_of(rng, marks, 2))
    if hit != "F":
        rng.shuffle(rules)
    members["inputs"] = [{"id": f"in{index}", "formula": formula} for index, (formula, _) in enumerate(inputs)]
    members["rules"] = [{"when": when, "points": text_of(points)} for when, points in rules]
    if not members["rules"]:
        members["rules"] = [{"when": ["-"] * len(inputs), "points": text_of(marks)}]
    if formulas.types:
        members["types"] = {name: kind for name, kind in formulas.types.items() if name in declared(formulas.types) or rng.random() < 0.2}
    if hit == "P":
        points = {rule["points"]: 0 for rule in members["rules"]}
        distinct = {Fraction(one): one for one in points}
        members["priority"] = rng.sample(list(distinct.values()), len(distinct))
    return members, formulas.types


def overlap(rng, hit, rules, marks, members):
    """Lets rules hold at once as far as the hit policy allows."""
    extra = [rng.choice((test, "-")) for test in rules[rng.randrange(len(rules))][0]]
    if hit == "A":
        for rule in rules:
            rule[1] = rules[0][1]
        rules.append([extra, rules[0][1]])
    elif hit in ("P", "C<", "C>"):
        rules.append([extra, points_of(rng, marks, 1)])
    elif hit == "F":
        rules.insert(rng.randrange(len(rules) + 1), [extra, points_of(rng, marks, 1)])
    elif hit in ("R", "C", "C+"):
        half = points_of(rng, marks, 2)
        for rule in rules:
            rule[1] = min(rule[1], marks - half)
        rules.append([extra, half])
        members["hit"] = hit
    elif hit == "C#" and marks >= 2:
        rules.append([extra, 0])
