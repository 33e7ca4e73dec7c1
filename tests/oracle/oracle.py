"""oracle.py - the scoring of libperfeval, written a second time from its documents

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Made from docs/formats.md and the public headers alone, in exact fractions, without a look at the C code, so
that a fault has to be made twice to go unseen. Documents come from json.loads with parse_float=str and
parse_int=str: a number is the text that stands there.

Where the texts leave something open, this is what holds here. (=) marks a choice in which the library was followed once
its answer was known, since the texts are silent and the answer is sound; the others were made before and agree, save
those of vectors.UNSETTLED.

 Q1  Figures are judged in the order of the shape's members (items in theirs, grade before score, on_time before
     applicable), each with its unit and kind, and the first fault is the leaf's only one; (=) but "not applicable"
     gives way to any fault of a later figure, so that it cannot hide a missing one. The two figures of a ratio or
     comparison are both looked at for a value before their units are compared, and before a target's sign.
 Q2  A figure that its rule cannot take is "invalid" and follows that policy: a count below zero or not whole, on_time
     above applicable (COUNT_INVALID), (=) yes/no where a count is due (COUNT_INVALID), a negative target
     (NEGATIVE_AMOUNT). GRADE_UNKNOWN, SCORE_OUTSIDE_BAND, UNIT_MISMATCH, CALENDAR_MISSING and the faults of declared
     scores follow no policy. (=) An unknown grade is told before a missing score.
 Q3  on_time above an applicable of 0 is COUNT_INVALID, not a zero denominator.
 Q4  Dimensions: money; bare numbers; % and ‰; percentage points; counts; days; points; yes/no; other. (=) A bare number
     and a percentage are not divided or compared, save that a measure that is a rate goes with both, and that steps
     without a unit take both; and a bare number that the scheme itself fixes goes with both, since the target's default
     is 1 and a rate goes with it. (=) A count is bare, counted or of an unknown word; a score is bare or
     in 分; a yes/no fact is true, false, 是 or 否, and 1 is none. Unknown words are not told apart.
 Q5  Points given by a policy or by "empty" are rounded as a leaf's, as computed and declared ones are.
 Q6  A score may pass the full marks by its rounding; it is not cut back, and the ledger's entry is then positive.
 Q7  Slots, in this order: no rows at all is "empty"; then depth (at most), count and marks: any fault there is
     SLOT_ROWS and no row is scored; then withdrawn ones only is "empty"; then each row by itself, each error collected.
 Q8  Marks of bottom rows have to be above zero where they are asked for, of withdrawn rows as well; (=) those of a row
     with rows below, where it has some, are the sum of the bottom rows'. Withdrawn rows keep their share.
 Q9  A withdrawn row with rows below withdraws them all.
 Q10 Every row left out by a policy: as if withdrawn, so "empty" decides; a slot that "empty" decided shows no rows.
 Q11 Facts are "there" for if_facts_missing when their state is not missing; (=) a measure when any of the amounts that
     it is made of is; the records of an on-time share when there is a record; the rows of a slot when there is a row.
     With neither facts nor a declared score the rule and its policies hold.
 Q12 An on-time share over records: no record at all is missing; an applicable record without the second date is
     missing; none applicable is a zero denominator. A calendar is asked for only when there are days to count.
 Q13 With a fiscal year outside the rulebook's nothing is scored and no other error told; (=) so with another kind
     (VALUE_UNKNOWN).
 Q14 The slot of mode "rows" is of origin "sum", kind "leaf"; a row with rows below is of kind "group". Rows of mode
     "mean" are no nodes. A row's number counts the rows of its slot, those above and below, in the printed order.
 Q15 (=) Every declared score of a leaf is checked against its marks, whoever gave it and whether it counts or not.
 Q16 A dropped leaf and a withdrawn row have 0 unrounded points. A group without any leaf left has 0 points.
 Q17 Steps in a rule by sign stand in slots of mode "mean" only, their points being for a full mark of 1.
 Q18 In mode "mean" a graded row's score is one for a full mark of 1.
 Q19 (=) In sums of amounts "not applicable" counts as nothing; a sum of such only is not applicable (0 over records). A
     line without an amount has the sum of the lines below it where they are complete, at every depth.
 Q20 Of the two amounts of a measure the one divided is looked at first; Q1 holds for them as for facts.
 Q21 (=) A graded score above the marks is outside its band even where the rounded bound lies above them.
"""

import datetime
import re
from fractions import Fraction

# --- figures ------------------------------------------------------------------------------------------------------

STATE_ERRORS = {
    "missing": "PE_ERROR_FIGURE_MISSING",
    "text": "PE_ERROR_FIGURE_TEXT",
    "not_applicable": "PE_ERROR_NOT_APPLICABLE",
    "zero_denominator": "PE_ERROR_ZERO_DENOMINATOR",
    "invalid": "PE_ERROR_COUNT_INVALID",
}
NOT_APPLICABLE = {"-", "—", "--", "/", "不适用", "n/a"}
# word of a unit: its dimension and what one of it is in the dimension's base
UNITS = {
    "": ("number", Fraction(1)),
    "元": ("money", Fraction(1)),
    "万元": ("money", Fraction(10_000)),
    "亿元": ("money", Fraction(100_000_000)),
    "%": ("share", Fraction(1, 100)),
    "‰": ("share", Fraction(1, 1000)),
    "百分点": ("percentage point", Fraction(1)),
    "个百分点": ("percentage point", Fraction(1)),
    "天": ("day", Fraction(1)),
    "日": ("day", Fraction(1)),
    "分": ("point", Fraction(1)),
}
UNITS.update({word: ("count", Fraction(1)) for word in "个家次人项件户份名宗条"})
NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
BLANKS = " \t\u3000"


class NoValue(Exception):
    """A figure has no value: a policy decides."""

    def __init__(self, state, pointer, code=None):
        super().__init__(state)
        self.state, self.pointer, self.code = state, pointer, code or STATE_ERRORS[state]


class Refused(Exception):
    """An error that no policy decides."""

    def __init__(self, code, pointer):
        super().__init__(code)
        self.code, self.pointer = code, pointer


class Figure:
    """A figure as handed in: state, value in the base of its dimension, dimension, text."""

    def __init__(self, state, value=None, dimension="number", text=None):
        self.state, self.value, self.dimension, self.text = state, value, dimension, text


def decimal(text):
    """The number that a text states, exactly."""
    match = NUMBER.fullmatch(text)
    if not match:
        raise ValueError(f"not a decimal: {text!r}")
    sign, whole, places = match.groups()
    digits = whole.replace(",", "") + (places or "")
    return Fraction(int(digits), 10 ** len(places or "")) * (-1 if sign == "-" else 1)


def unit_of(word):
    """Dimension and base factor of a unit's word."""
    return UNITS.get(word.strip(BLANKS), ("other", Fraction(1)))


def figure(written, unit=""):
    """Reads a figure; a bare number takes the unit of its surroundings."""
    if written is None or written == "":
        return Figure("missing")
    if written is True or written is False:
        return Figure("value", Fraction(int(written)), "truth")
    if isinstance(written, dict):
        if "text" in written:
            return Figure("text", text=written["text"])
        return Figure(written["state"])
    text = written.strip(BLANKS)
    if text.lower() in NOT_APPLICABLE:
        return Figure("not_applicable")
    if text in ("是", "否"):
        return Figure("value", Fraction(int(text == "是")), "truth")
    match = NUMBER.match(text)
    if not match:
        return Figure("text", text=written)
    word = text[match.end() :].strip(BLANKS)
    dimension, factor = unit_of(word or unit)
    return Figure("value", decimal(match.group()) * factor, dimension)


def rounded(value, level):
    """Rounds by one level of the contract; None does not round."""
    if level is None:
        return value
    scale = 10 ** int(level["places"])
    sign = -1 if value < 0 else 1
    whole, rest = divmod(abs(value) * scale, 1)
    up = {
        "half_up": rest >= Fraction(1, 2),
        "half_down": rest > Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
        "down": False,
        "up": rest > 0,
        "floor": rest > 0 and sign < 0,
        "ceiling": rest > 0 and sign > 0,
    }[level["mode"]]
    return Fraction(sign * (int(whole) + int(up)), scale)


# --- measures -----------------------------------------------------------------------------------------------------


RATES = {
    "budget.execution_rate": ("total executed", "total adjusted"),
    "budget.execution_rate_initial": ("total executed", "total initial"),
    "budget.basic_execution_rate": ("basic executed", "basic adjusted"),
    "budget.project_execution_rate": ("project executed", "project adjusted"),
    "budget.adjustment_rate": ("total adjusted", "total initial"),
    "procurement.sme_reserve_achievement": ("procurement sme_contracts", "procurement reserved_for_sme"),
    "procurement.sme_share": ("procurement sme_contracts", "procurement contracts"),
}


class Records:
    """What measures and on-time shares are derived from."""

    def __init__(self, dossier):
        self.money_unit = dossier.get("money_unit", "")
        self.budget = dossier.get("budget") or {}
        self.procurement = dossier.get("procurement") or {}

    def line_of(self, category):
        """The budget line of a category, at any depth."""
        pending = list(self.budget.get("lines", []))
        while pending:
            line = pending.pop(0)
            if line.get("category") == category:
                return line
            pending = list(line.get("lines", [])) + pending
        return None

    def line_amount(self, line, amount):
        """What a line states, or else the sum of the lines below it where they are all of it."""
        own = figure(line.get(amount), self.budget.get("unit") or self.money_unit)
        if own.state == "missing" and line.get("complete") is True and line.get("lines"):
            return self.sum([self.line_amount(one, amount) for one in line["lines"]])
        return own

    def budget_amount(self, category, amount):
        """The amount of a category: its line's; the total without a line is the sum of the top lines."""
        line = self.line_of(category)
        if line is not None:
            return self.line_amount(line, amount)
        if category != "total":
            return Figure("missing")
        return self.sum([self.line_amount(one, amount) for one in self.budget.get("lines", [])])

    @staticmethod
    def sum(figures):
        """The sum of amounts; missing as soon as one is, or when there are none."""
        if not figures or any(one.state == "missing" for one in figures):
            return Figure("missing")
        values = [one.value for one in figures if one.state == "value"]
        return Figure("value", sum(values), "money") if values else Figure("not_applicable")

    def record_amounts(self, total):
        """The amounts of the records that count for a total; one that cannot be known is missing."""
        unit = self.procurement.get("unit") or self.money_unit
        for record in self.procurement.get("records", []):
            amount = figure(record.get("reserved_for_sme" if total == "reserved_for_sme" else "contract"), unit)
            if total != "reserved_for_sme" and amount.state == "missing" and not record.get("signing"):
                continue
            if total == "sme_contracts" and amount.state == "value":
                if not record.get("supplier_size"):
                    amount = Figure("missing")
                elif record["supplier_size"] == "large":
                    continue
            yield amount

    def procurement_total(self, total):
        """A total: from the records where they give it, else from the summary."""
        amounts = list(self.record_amounts(total))
        if self.procurement.get("records") and all(one.state != "missing" for one in amounts):
            return Figure("value", sum((one.value for one in amounts if one.state == "value"), Fraction(0)), "money")
        summary = self.procurement.get("summary") or {}
        return figure(summary.get(total), self.procurement.get("unit") or self.money_unit)

    def amounts(self, name):
        """The two amounts of a measure."""
        parts = [part.split() for part in RATES[name]]
        return [self.procurement_total(which) if of == "procurement" else self.budget_amount(of, which)
                for of, which in parts]

    def measure(self, name):
        """The value of a measure; NoValue with its state where it has none."""
        pointer = "/" + name.split(".", maxsplit=1)[0]
        first, second = self.amounts(name)
        for state in ("missing", "not_applicable"):
            if state in (first.state, second.state):
                raise NoValue(state, pointer)
        if second.value == 0:
            raise NoValue("zero_denominator", pointer)
        if name == "budget.adjustment_rate":
            return (first.value - second.value) / second.value
        return first.value / second.value


# --- rules --------------------------------------------------------------------------------------------------------


class Scorer:
    """Scores one rule for given full marks from named facts."""

    def __init__(self, rule, marks, facts, records, pointer):
        self.rule, self.marks, self.facts, self.records, self.pointer = rule, marks, facts, records, pointer

    def where(self, name):
        return f"{self.pointer}/{name}"

    def fact(self, name):
        """The figure of a fact with a value."""
        found = self.facts.get(name) or Figure("missing")
        if found.state != "value":
            raise NoValue(found.state, self.where(name))
        return found

    def argument(self, name, default=None):
        """The value of an argument and its dimension; a rate goes with bare numbers and percentages."""
        if name not in self.rule and default is not None:
            return default, "rate"
        spec = self.rule[name]
        if isinstance(spec, dict) and "measure" in spec:
            return self.records.measure(spec["measure"]), "rate"
        if isinstance(spec, dict):
            found = self.fact(spec["fact"])
            return found.value, found.dimension
        found = figure(spec)
        return found.value, "rate" if found.dimension == "number" else found.dimension

    @staticmethod
    def each(judge, names):
        """Judges figures in order; "not applicable" gives way to the faults of later ones."""
        judged, not_applicable = [], None
        for name in names:
            try:
                judged.append(judge(name))
            except NoValue as without:
                if without.state != "not_applicable":
                    raise
                not_applicable = not_applicable or without
        if not_applicable:
            raise not_applicable
        return judged

    def pair(self, first, second, default=None):
        """Two arguments that are divided or compared."""
        (a, dimension_a), (b, dimension_b) = self.each(lambda name: self.argument(name, default), (first, second))
        if not fits(dimension_a, dimension_b):
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.where(second))
        return a, b

    def points(self):
        """The exact points."""
        return getattr(self, self.rule["shape"].split("/")[0])()

    def clamped(self, points):
        return max(Fraction(0), min(self.marks, points))

    def capped_ratio(self):
        actual, target = self.ratio("1")
        if target == 0:
            raise NoValue("zero_denominator", self.where("target"))
        return self.clamped(self.marks * actual / target)

    def inverse_ratio(self):
        actual, target = self.ratio()
        if target == 0:
            return self.marks if actual <= 0 else Fraction(0)
        return self.marks if actual <= target else self.clamped(self.marks * target / actual)

    def ratio(self, default=None):
        """An actual and a target that is not negative."""
        actual, target = self.pair("actual", "target", default and Fraction(default))
        if target < 0:
            raise NoValue("invalid", self.where("target"), "PE_ERROR_NEGATIVE_AMOUNT")
        return actual, target

    def steps(self):
        value, dimension = self.argument("value")
        unit, factor = unit_of(self.rule.get("unit", ""))
        if not fits(dimension, "rate" if unit == "number" else unit):
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.pointer)
        if any(decimal(step["points"]) > self.marks for step in self.rule["steps"]):
            raise Refused("PE_ERROR_PARAMETER_RANGE", self.pointer)
        for step in self.rule["steps"]:
            if inside(value, bound(step, "from", factor), bound(step, "to", factor), step["ends"]):
                return decimal(step["points"])
        raise AssertionError("the steps leave a gap")

    def count(self, name, found):
        """A whole number that is not negative."""
        value, dimension = found
        if dimension not in ("count", "number", "other", "truth"):
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.where(name))
        if value < 0 or value.denominator != 1 or dimension == "truth":
            raise NoValue("invalid", self.where(name))
        return value

    def count_of_fact(self, name):
        found = self.fact(name)
        return self.count(name, (found.value, found.dimension))

    def per_violation(self):
        counts = self.each(self.count_of_fact, [item["id"] for item in self.rule["items"]])
        lost = Fraction(0)
        for item, count in zip(self.rule["items"], counts):
            costs = count * decimal(item["points"])
            lost += costs if item.get("cap") in (None, "") else min(costs, figure(item["cap"]).value)
        return max(Fraction(0), self.marks - lost)

    def holds(self, name, found):
        """Whether a yes/no figure is yes."""
        value, dimension = found
        if dimension != "truth":
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.where(name))
        return value == 1

    def holds_of_fact(self, name):
        found = self.fact(name)
        return self.holds(name, (found.value, found.dimension))

    def checklist(self):
        held = self.each(self.holds_of_fact, [item["id"] for item in self.rule["items"]])
        return sum((decimal(item["points"]) for item, one in zip(self.rule["items"], held) if one), Fraction(0))

    def binary(self):
        if "compare" not in self.rule:
            return self.marks if self.holds("value", self.argument("value")) else Fraction(0)
        value, limit = self.pair("value", "limit")
        met = {"<=": value <= limit, "<": value < limit, ">=": value >= limit, ">": value > limit, "=": value == limit}
        return self.marks if met[self.rule["compare"]] else Fraction(0)

    def on_time_share(self):
        if "from" in self.rule:
            on_time, applicable = self.on_time_records()
        else:
            on_time, applicable = self.each(lambda name: self.count(name, self.argument(name)),
                                            ("on_time", "applicable"))
            if on_time > applicable:
                raise NoValue("invalid", self.where("on_time"))
        if applicable == 0:
            raise NoValue("zero_denominator", self.pointer)
        return self.marks * on_time / applicable

    def on_time_records(self):
        """How many records met the limit, of how many."""
        records = self.records.procurement.get("records", [])
        if not records:
            raise NoValue("missing", "/procurement")
        applicable = [record for record in records if record.get(self.rule["from"])]
        for record in applicable:
            if not record.get(self.rule["to"]):
                raise NoValue("missing", f"/procurement/records/{records.index(record)}/{self.rule['to']}")
        if applicable and self.rule.get("days") == "working":
            raise Refused("PE_ERROR_CALENDAR_MISSING", "/procurement")
        limit, on_time = decimal(self.rule["limit"]), 0
        for record in applicable:
            days = (date(record[self.rule["to"]]) - date(record[self.rule["from"]])).days
            on_time += days >= limit if self.rule.get("bound") == "at_least" else days <= limit
        return Fraction(on_time), Fraction(len(applicable))

    def graded(self):
        grade, score = self.each(lambda judge: judge(), (self.grade, self.score))
        band = next(band for band in self.rule["bands"] if band["id"] == grade)
        places = self.rule.get("bound_places")
        level = None if places is None else {"places": places, "mode": "half_up"}
        low, high = (rounded(decimal(band[end]) * self.marks, level) for end in ("from", "to"))
        if score > self.marks or not inside(score, low, high, band["ends"]):
            raise Refused("PE_ERROR_SCORE_OUTSIDE_BAND", self.where("score"))
        return score

    def grade(self):
        """The person's grade, one of the rule's."""
        found = self.facts.get("grade") or Figure("missing")
        if found.state in ("missing", "not_applicable"):
            raise NoValue(found.state, self.where("grade"))
        if found.text not in [band["id"] for band in self.rule["bands"]]:
            raise Refused("PE_ERROR_GRADE_UNKNOWN", self.where("grade"))
        return found.text

    def score(self):
        """The person's score, in points."""
        found = self.fact("score")
        if found.dimension not in ("number", "point"):
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.where("score"))
        return found.value


def fits(one, other):
    """Whether figures of two dimensions may be divided or compared."""
    if "rate" in (one, other):
        return {one, other} <= {"rate", "number", "share"}
    return one == other


def date(text):
    return datetime.date(*map(int, text.split("-")))


def bound(step, name, factor):
    return None if step.get(name) is None else decimal(step[name]) * factor


def inside(value, low, high, ends):
    """Whether an interval holds a value; None is no bound."""
    above = low is None or value > low or (value == low and ends[0] == "[")
    below = high is None or value < high or (value == high and ends[1] == "]")
    return above and below


def asked_facts(rule):
    """The names of the facts that a rule asks for."""
    shape = rule["shape"].split("/")[0]
    if shape in ("per_violation", "checklist"):
        return [item["id"] for item in rule["items"]]
    if shape == "graded":
        return ["grade", "score"]
    return [spec["fact"] for spec in rule.values() if isinstance(spec, dict) and "fact" in spec]


# --- slots --------------------------------------------------------------------------------------------------------


class Row:
    """A row of a slot with the rows below it, its number and its marks."""

    def __init__(self, written, pointer, number, withdrawn):
        self.written, self.pointer, self.number = written, pointer, number
        self.withdrawn = withdrawn or written.get("withdrawn") is True
        self.below, self.marks, self.points, self.state, self.policy = [], None, None, "value", None

    def bottom(self):
        """The bottom rows at and below it."""
        return [one for row in self.below for one in row.bottom()] if self.below else [self]

    def depth(self):
        return 1 + max((row.depth() for row in self.below), default=0)

    def marks_agree(self):
        """Whether marks of its own, where rows are below, are the sum of theirs."""
        own = figure(self.written.get("marks"))
        if not self.below or own.state != "value":
            return all(row.marks_agree() for row in self.below)
        theirs = [figure(row.written.get("marks")) for row in self.bottom()]
        return (all(one.state == "value" for one in theirs) and own.value == sum(one.value for one in theirs)
                and all(row.marks_agree() for row in self.below))

    def facts(self):
        """The facts that its rule finds."""
        unit = self.written.get("unit") or ""
        facts = {name: figure(self.written.get(name), unit) for name in ("actual", "target")}
        adjusted = figure(self.written.get("adjusted_target"), unit)
        if adjusted.state != "missing":
            facts["target"] = adjusted
        grade = self.written.get("grade")
        facts["grade"] = Figure("text", text=grade) if grade else Figure("missing")
        facts["score"] = figure(self.written.get("score"))
        return facts

    def sign(self):
        """Which rule of the slot is its own."""
        if self.written.get("nature") == "qualitative":
            return "qualitative"
        if not self.written.get("nature"):
            return None
        return {"≥": ">=", "≤": "<="}.get(self.written.get("sign"), self.written.get("sign"))


def read_rows(written, pointer, numbers, withdrawn=False):
    """The rows of one level, each numbered before those below it."""
    rows = []
    for index, one in enumerate(written or []):
        row = Row(one, f"{pointer}/{index}", next(numbers), withdrawn)
        row.below = read_rows(one.get("rows"), row.pointer + "/rows", numbers, row.withdrawn)
        rows.append(row)
    return rows


def counting():
    number = 0
    while True:
        number += 1
        yield number


# --- the tree -----------------------------------------------------------------------------------------------------


class Node:
    """A node of the evaluation."""

    def __init__(self, number, parent, kind, code, full_marks):
        self.number, self.parent, self.kind, self.code, self.full_marks = number, parent, kind, code, full_marks
        self.score = self.unrounded = Fraction(0)
        self.origin, self.state = "computed", "value"

    def as_dict(self):
        return dict(vars(self))


class Evaluation:
    """One dossier scored by one rulebook."""

    def __init__(self, rulebook, dossier):
        self.rulebook, self.dossier = rulebook, dossier
        self.records = Records(dossier)
        self.rounding = rulebook["rounding"]
        self.nodes, self.ledger, self.errors = [], [], []
        self.dropped = Fraction(0)
        self.declared = {one["indicator"]: decimal(one["score"])
                         for one in dossier.get("declared", []) if one["scorer"] == "self"}

    def add_node(self, parent, kind, code, full_marks):
        node = Node(len(self.nodes), parent, kind, code, full_marks)
        self.nodes.append(node)
        return node

    def enter(self, node, kind, amount):
        if amount != 0:
            self.ledger.append({"node": node.number, "code": node.code, "kind": kind, "amount": amount})

    def fault(self, code, pointer):
        self.errors.append((code, pointer))

    def policy(self, state, *rules):
        """The nearest policy for a state: the rule's own, the slot's, the rulebook's, else an error."""
        for level in (*rules, self.rulebook):
            chosen = (level.get("policies") or {}).get(state)
            if chosen:
                return chosen
        return "error"

    def run(self):
        if self.dossier["kind"] != self.rulebook["kind"]:
            self.fault("PE_ERROR_VALUE_UNKNOWN", "/kind")
        years = self.rulebook["fiscal_years"]
        if not int(years["first"]) <= int(self.dossier["fiscal_year"]) <= int(years["last"]):
            self.fault("PE_ERROR_FISCAL_YEAR", "/fiscal_year")
        if self.errors:
            return
        whole = decimal(self.rulebook["full_marks"])
        total = self.add_node(None, "total", "", whole)
        total.origin = "sum"
        points = sum((self.indicator(one, 0) for one in self.rulebook["indicators"]), Fraction(0))
        if self.errors:
            return
        if self.dropped == whole:
            self.fault("PE_ERROR_NOTHING_APPLICABLE", "")
            return
        total.unrounded = points * whole / (whole - self.dropped)
        self.enter(total, "rescale", total.unrounded - points)
        total.score = rounded(total.unrounded, self.rounding["total"])
        self.enter(total, "rounding", total.score - total.unrounded)

    def grade(self):
        """The first grade whose cut-off is reached."""
        total = self.nodes[0].score if self.rounding["rank_on"] == "rounded" else self.nodes[0].unrounded
        return next((one["id"] for one in self.rulebook.get("grades", []) if total >= decimal(one["from"])), None)

    def indicator(self, written, parent):
        """Scores an indicator and answers its points."""
        if "rule" in written:
            return self.leaf(written, parent)
        node = self.add_node(parent, "group", written["code"], decimal(written["full_marks"]))
        node.origin = "sum"
        node.unrounded = sum((self.indicator(one, node.number) for one in written["indicators"]), Fraction(0))
        node.score = rounded(node.unrounded, self.rounding["subtotal"])
        self.enter(node, "rounding", node.score - node.unrounded)
        return node.score

    def leaf(self, written, parent):
        node = self.add_node(parent, "leaf", written["code"], decimal(written["full_marks"]))
        self.check_declared(node)
        try:
            if self.is_declared(written):
                self.settle(node, self.declared_points(node), "declared")
            elif written["rule"]["shape"].startswith("slot/"):
                self.slot(node, written["rule"])
            else:
                pointer = "/facts/" + node.code
                scorer = Scorer(written["rule"], node.full_marks, self.facts_of(node.code), self.records, pointer)
                self.settle(node, scorer.points(), "computed")
        except NoValue as without:
            self.decide(node, self.policy(without.state, written["rule"]), without.state,
                        without.code, without.pointer)
        except Refused as refused:
            self.fault(refused.code, refused.pointer)
        return node.score

    def facts_of(self, code):
        return {name: figure(one) for name, one in (self.dossier.get("facts") or {}).get(code, {}).items()}

    def rows_of(self, code):
        return read_rows((self.dossier.get("rows") or {}).get(code), "/rows/" + code, counting())

    def settle(self, node, points, origin, state="value"):
        """A leaf has its points: round them and enter what is lost."""
        node.unrounded, node.origin, node.state = points, origin, state
        node.score = rounded(points, self.rounding["leaf"])
        self.enter(node, "leaf", node.score - node.full_marks)

    def decide(self, node, policy, state, code, pointer):
        """A policy decides about a leaf or a row."""
        if policy == "error":
            self.fault(code, pointer)
        elif policy == "drop":
            self.drop(node, state)
            self.dropped += node.full_marks
        else:
            self.settle(node, node.full_marks if policy == "full" else Fraction(0), "policy", state)

    def drop(self, node, state):
        node.origin, node.state = "dropped", state
        self.enter(node, "rescale", -node.full_marks)

    def is_declared(self, written):
        """Whether the declared score counts."""
        when = written.get("declared", "never")
        if when != "if_facts_missing":
            return when == "only"
        return written["code"] in self.declared and not self.has_facts(written["code"], written["rule"])

    def has_facts(self, code, rule):
        """Whether anything that a rule asks for is there."""
        if rule["shape"].startswith("slot/"):
            return bool(self.rows_of(code))
        if "from" in rule:
            return bool(self.records.procurement.get("records"))
        facts = self.facts_of(code)
        if any(name in facts and facts[name].state != "missing" for name in asked_facts(rule)):
            return True
        for spec in rule.values():
            if isinstance(spec, dict) and "measure" in spec:
                return any(amount.state != "missing" for amount in self.records.amounts(spec["measure"]))
        return False

    def declared_points(self, node):
        if node.code not in self.declared:
            raise Refused("PE_ERROR_SCORE_MISSING", "/declared")
        return self.declared[node.code]

    def check_declared(self, node):
        """Every declared score of a leaf lies within its marks."""
        for index, one in enumerate(self.dossier.get("declared", [])):
            if one["indicator"] == node.code:
                if decimal(one["score"]) > node.full_marks:
                    self.fault("PE_ERROR_SCORE_ABOVE_MARKS", f"/declared/{index}/score")
                if decimal(one["score"]) < 0:
                    self.fault("PE_ERROR_SCORE_NEGATIVE", f"/declared/{index}/score")

    # --- slots

    def slot(self, node, rule):
        rows = self.rows_of(node.code)
        bottom = [one for row in rows for one in row.bottom()]
        if bottom:
            self.share_marks(node, rule, rows, bottom)
        if all(row.withdrawn for row in bottom):
            self.empty(node, rule)
            return
        known = len(self.errors)
        for row in bottom:
            if not row.withdrawn:
                self.score_row(row, rule)
        if len(self.errors) > known:
            return
        if all(row.withdrawn for row in bottom):
            self.empty(node, rule)
        elif rule["score"] == "mean":
            kept = [row for row in bottom if not row.withdrawn]
            mean = sum(row.marks * row.points for row in kept) / sum(row.marks for row in kept)
            self.settle(node, node.full_marks * mean, "computed")
        else:
            self.sum_rows(node, rows, bottom)

    def empty(self, node, rule):
        self.decide(node, rule["empty"], "missing", "PE_ERROR_SLOT_EMPTY", "/rows/" + node.code)

    def share_marks(self, node, rule, rows, bottom):
        """Gives every bottom row its marks; SLOT_ROWS when depth, count or marks do not fit."""
        refused = Refused("PE_ERROR_SLOT_ROWS", "/rows/" + node.code)
        most = rule.get("max_rows")
        if max(row.depth() for row in rows) > int(rule.get("depth", "1")):
            raise refused
        if len(bottom) < int(rule.get("min_rows", "1")) or (most is not None and len(bottom) > int(most)):
            raise refused
        if rule["marks"] != "equal" and not all(row.marks_agree() for row in rows):
            raise refused
        for row in bottom:
            own = figure(row.written.get("marks")) if rule["marks"] != "equal" else Figure("value", Fraction(1))
            if own.state != "value" or own.value <= 0:
                raise refused
            row.marks = own.value
        whole = sum(row.marks for row in bottom)
        if rule["marks"] == "by_unit" and whole != node.full_marks:
            raise refused
        for row in bottom:
            row.marks = row.marks * node.full_marks / whole

    def score_row(self, row, slot_rule):
        """The points of a bottom row by its sign's rule, not rounded; left out where a policy drops it."""
        rule = slot_rule["rules"].get(row.sign())
        if rule is None:
            self.fault("PE_ERROR_SLOT_ROWS", row.pointer + "/sign")
            return
        marks = Fraction(1) if slot_rule["score"] == "mean" else row.marks
        try:
            row.points = Scorer(rule, marks, row.facts(), self.records, row.pointer).points()
        except Refused as refused:
            self.fault(refused.code, refused.pointer)
        except NoValue as without:
            row.state, row.policy = without.state, self.policy(without.state, rule, slot_rule)
            row.points = marks if row.policy == "full" else Fraction(0)
            row.withdrawn = row.policy == "drop"
            if row.policy == "error":
                self.fault(without.code, without.pointer)

    def sum_rows(self, node, rows, bottom):
        """Rows scored one by one: rounded, summed, rescaled for those withdrawn, rounded."""
        node.origin = "sum"
        points = sum((self.row(node, node, row) for row in rows), Fraction(0))
        withdrawn = sum((row.marks for row in bottom if row.withdrawn), Fraction(0))
        node.unrounded = points * node.full_marks / (node.full_marks - withdrawn)
        self.enter(node, "rescale", node.unrounded - points)
        node.score = rounded(node.unrounded, self.rounding["leaf"])
        self.enter(node, "rounding", node.score - node.unrounded)

    def row(self, slot, parent, row):
        """Makes the node of a row and of those below it; answers the points."""
        marks = sum((one.marks for one in row.bottom()), Fraction(0))
        node = self.add_node(parent.number, "group" if row.below else "row", f"{slot.code}#{row.number}", marks)
        if row.below:
            node.origin = "sum"
            node.score = node.unrounded = sum((self.row(slot, node, one) for one in row.below), Fraction(0))
        elif row.withdrawn:
            self.drop(node, row.state)
        else:
            self.settle(node, row.points, "policy" if row.policy else "computed", row.state)
        return node.score


def evaluate(rulebook, dossier):
    """Scores a dossier: {"nodes", "ledger", "grade", "errors"}; with errors, the other three are None."""
    run = Evaluation(rulebook, dossier)
    run.run()
    if run.errors:
        return {"errors": run.errors, "nodes": None, "ledger": None, "grade": None}
    return {"errors": [], "nodes": [node.as_dict() for node in run.nodes], "ledger": run.ledger, "grade": run.grade()}
