"""oracle.py - the scoring of libperfeval, written a second time from its documents

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Made from docs/formats.md and the public headers alone, in exact fractions, without a look at the C code, so
that a fault has to be made twice to go unseen. Documents come from json.loads with parse_float=str and
parse_int=str: a number is the text that stands there.

Where the texts leave something open, this is what holds here:

 Q1  Several figures of one leaf have no value: the first one in the order of the shape's members (items in their
     order; grade before score; on_time before applicable) decides the state, and is the only error of that leaf.
 Q2  A figure that its rule cannot take is "invalid" and follows that policy; its error is COUNT_INVALID: a count below
     zero or not whole, on_time above applicable, a yes/no fact other than 0 and 1. GRADE_UNKNOWN,
     SCORE_OUTSIDE_BAND, UNIT_MISMATCH, CALENDAR_MISSING and the faults of declared scores follow no policy.
 Q3  A negative target: capped_ratio follows its formula (and is clamped to 0..w); inverse_ratio gives w when actual <=
     target and 0 otherwise, since target / actual says nothing there.
 Q4  Dimensions: money; bare numbers, % and ‰; percentage points; counts; days; points; other. A bare number stands
     in a count's or a point's place only where a count or a score is asked for. A yes/no figure is asked for as such.
 Q5  Points given by a policy or by "empty" are rounded as a leaf's, as computed and declared ones are.
 Q6  A score may pass the full marks by its rounding; it is not cut back, and the ledger's entry is then positive.
 Q7  Slots, in this order: no rows at all is "empty"; then depth (at most), count and marks: any fault there is
     SLOT_ROWS and no row is scored; then withdrawn ones only is "empty"; then each row by itself, each error collected.
 Q8  Marks of bottom rows have to be above zero where they are asked for; those of rows with rows below are not
     looked at. Withdrawn rows keep their share in "equal", "by_weight" and "by_unit".
 Q9  A withdrawn row with rows below withdraws them all.
 Q10 Every row left out by a policy: as if withdrawn, so "empty" decides; a slot that "empty" decided shows no rows.
 Q11 Facts are "there" for if_facts_missing when their state is not missing; a measure counts as one fact, the records
     of an on-time share too (there when there is a record), and the rows of a slot (there when there is a row). With
     neither facts nor a declared score the rule and its policies hold.
 Q12 An on-time share over records: no record at all is missing; an applicable record without the second date is
     missing; none applicable is a zero denominator. A calendar is asked for only when there are days to count.
 Q13 A fiscal year outside the rulebook's is the only error of its evaluation.
 Q14 The slot of mode "rows" is of origin "sum", kind "leaf"; a row with rows below is of kind "group". Rows of mode
     "mean" are no nodes. A row's number counts the rows of its slot, those above and below, in the printed order.
 Q15 A declared score that does not count (declared "never", or the facts are there) is not checked against the marks.
 Q16 A dropped leaf and a withdrawn row have 0 unrounded points. A group without any leaf left has 0 points.
 Q17 Steps in a rule by sign whose points pass the row's marks: PARAMETER_RANGE, no policy.
 Q18 In mode "mean" a graded row's score is one for a full mark of 1.
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
    "%": ("number", Fraction(1, 100)),
    "‰": ("number", Fraction(1, 1000)),
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

    def __init__(self, state, pointer):
        super().__init__(state)
        self.state, self.pointer = state, pointer


class Refused(Exception):
    """An error that no policy decides."""

    def __init__(self, code, pointer):
        super().__init__(code)
        self.code, self.pointer = code, pointer


class Figure:
    """A figure as handed in: state, value in the base of its dimension, dimension, text."""

    def __init__(self, state, value=None, dimension="number", text=None, bare=False):
        self.state, self.value, self.dimension, self.text, self.bare = state, value, dimension, text, bare


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
    return Figure("value", decimal(match.group()) * factor, dimension, bare=not word and not unit)


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


class Records:
    """What measures and on-time shares are derived from."""

    def __init__(self, dossier):
        self.money_unit = dossier.get("money_unit", "")
        self.budget = dossier.get("budget") or {}
        self.procurement = dossier.get("procurement") or {}

    def lines(self):
        """Every budget line, in order."""
        pending = list(self.budget.get("lines", []))
        while pending:
            line = pending.pop(0)
            yield line
            pending = list(line.get("lines", [])) + pending

    def line_amount(self, line, amount):
        return figure(line.get(amount), self.budget.get("unit") or self.money_unit)

    def budget_amount(self, amount):
        """The total: its line's, or the sum of the top lines (basic from personnel and public)."""
        for line in self.lines():
            if line.get("category") == "total":
                return self.line_amount(line, amount)
        return self.sum([self.line_amount(line, amount) for line in self.budget.get("lines", [])])

    @staticmethod
    def sum(figures):
        """The sum of amounts; without a value as soon as one has none, or when there are none."""
        if not figures:
            return Figure("missing")
        for one in figures:
            if one.state != "value":
                return one
        return Figure("value", sum(one.value for one in figures), "money")

    def procurement_amounts(self, total):
        """The amounts of the records that count for a total; one that cannot be known is missing."""
        key = {"reserved_for_sme": "reserved_for_sme", "sme_contracts": "contract"}[total]
        unit = self.procurement.get("unit") or self.money_unit
        for record in self.procurement.get("records", []):
            amount = figure(record.get(key), unit)
            if total == "sme_contracts":
                if amount.state == "missing" and not record.get("signing"):
                    continue
                if not record.get("supplier_size"):
                    amount = Figure("missing")
                elif record["supplier_size"] == "large" and amount.state == "value":
                    continue
            yield amount

    def procurement_total(self, total):
        """A total: from the records where they give it, else from the summary."""
        if self.procurement.get("records"):
            amounts = list(self.procurement_amounts(total))
            if all(one.state == "value" for one in amounts):
                return Figure("value", sum((one.value for one in amounts), Fraction(0)), "money")
        summary = self.procurement.get("summary") or {}
        return figure(summary.get(total), self.procurement.get("unit") or self.money_unit)

    def measure(self, name):
        """The value of a measure; NoValue with its state where it has none."""
        if name == "budget.execution_rate":
            parts = self.budget_amount("executed"), self.budget_amount("adjusted")
        elif name == "budget.adjustment_rate":
            parts = self.budget_amount("adjusted"), self.budget_amount("initial")
        elif name == "procurement.sme_reserve_achievement":
            parts = self.procurement_total("sme_contracts"), self.procurement_total("reserved_for_sme")
        else:
            raise KeyError(name)
        for part in parts:
            if part.state != "value":
                raise NoValue(part.state, "/" + name.split(".", maxsplit=1)[0])
        if parts[1].value == 0:
            raise NoValue("zero_denominator", "/" + name.split(".", maxsplit=1)[0])
        if name == "budget.adjustment_rate":
            return (parts[0].value - parts[1].value) / parts[1].value
        return parts[0].value / parts[1].value


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
        """The value of an argument and its dimension."""
        spec = self.rule.get(name, default)
        if isinstance(spec, dict) and "measure" in spec:
            return self.records.measure(spec["measure"]), "number"
        found = self.fact(spec["fact"]) if isinstance(spec, dict) else figure(spec)
        return found.value, found.dimension

    def pair(self, first, second, default=None):
        """Two arguments that are divided or compared."""
        (a, dimension_a), (b, dimension_b) = self.argument(first), self.argument(second, default)
        if dimension_a != dimension_b:
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.pointer)
        return a, b

    def points(self):
        """The exact points."""
        return getattr(self, self.rule["shape"].split("/")[0])()

    def clamped(self, points):
        return max(Fraction(0), min(self.marks, points))

    def capped_ratio(self):
        actual, target = self.pair("actual", "target", "1")
        if target == 0:
            raise NoValue("zero_denominator", self.pointer)
        return self.clamped(self.marks * actual / target)

    def inverse_ratio(self):
        actual, target = self.pair("actual", "target")
        if target == 0:
            return self.marks if actual <= 0 else Fraction(0)
        if actual <= target:
            return self.marks
        return Fraction(0) if target < 0 else self.clamped(self.marks * target / actual)

    def steps(self):
        value, dimension = self.argument("value")
        unit, factor = unit_of(self.rule.get("unit", ""))
        if dimension != unit:
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.pointer)
        if any(decimal(step["points"]) > self.marks for step in self.rule["steps"]):
            raise Refused("PE_ERROR_PARAMETER_RANGE", self.pointer)
        for step in self.rule["steps"]:
            if inside(value, bound(step, "from", factor), bound(step, "to", factor), step["ends"]):
                return decimal(step["points"])
        raise AssertionError("the steps leave a gap")

    def count(self, name, found=None):
        """A whole number that is not negative."""
        value, dimension = (found.value, found.dimension) if found else self.argument(name)
        if dimension not in ("count", "number"):
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.where(name))
        if value < 0 or value.denominator != 1:
            raise NoValue("invalid", self.where(name))
        return value

    def per_violation(self):
        counts = [(item, self.count(item["id"], self.fact(item["id"]))) for item in self.rule["items"]]
        lost = Fraction(0)
        for item, count in counts:
            costs = count * decimal(item["points"])
            lost += costs if item.get("cap") in (None, "") else min(costs, figure(item["cap"]).value)
        return max(Fraction(0), self.marks - lost)

    def holds(self, name, value, dimension):
        """A yes/no figure."""
        if dimension not in ("truth", "number"):
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.where(name))
        if value not in (0, 1):
            raise NoValue("invalid", self.where(name))
        return value == 1

    def checklist(self):
        found = [(item, self.fact(item["id"])) for item in self.rule["items"]]
        return sum((decimal(item["points"]) for item, one in found if self.holds(item["id"], one.value, one.dimension)),
                   Fraction(0))

    def binary(self):
        if "compare" not in self.rule:
            return self.marks if self.holds("value", *self.argument("value")) else Fraction(0)
        value, limit = self.pair("value", "limit")
        met = {"<=": value <= limit, "<": value < limit, ">=": value >= limit, ">": value > limit, "=": value == limit}
        return self.marks if met[self.rule["compare"]] else Fraction(0)

    def on_time_share(self):
        if "from" in self.rule:
            on_time, applicable = self.on_time_records()
        else:
            # both have to be there before either is judged
            self.argument("on_time"), self.argument("applicable")
            on_time, applicable = self.count("on_time"), self.count("applicable")
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
        grade = self.facts.get("grade") or Figure("missing")
        if grade.state in ("missing", "not_applicable"):
            raise NoValue(grade.state, self.where("grade"))
        score = self.fact("score")
        bands = {band["id"]: band for band in self.rule["bands"]}
        if grade.text not in bands:
            raise Refused("PE_ERROR_GRADE_UNKNOWN", self.where("grade"))
        if not score.bare and score.dimension != "point":
            raise Refused("PE_ERROR_UNIT_MISMATCH", self.where("score"))
        band = bands[grade.text]
        places = self.rule.get("bound_places")
        level = None if places is None else {"places": places, "mode": "half_up"}
        low, high = (rounded(decimal(band[end]) * self.marks, level) for end in ("from", "to"))
        if not inside(score.value, low, high, band["ends"]):
            raise Refused("PE_ERROR_SCORE_OUTSIDE_BAND", self.where("score"))
        return score.value


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
        years = self.rulebook["fiscal_years"]
        if not int(years["first"]) <= int(self.dossier["fiscal_year"]) <= int(years["last"]):
            self.fault("PE_ERROR_FISCAL_YEAR", "/fiscal_year")
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
                        STATE_ERRORS[without.state], without.pointer)
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
                try:
                    self.records.measure(spec["measure"])
                    return True
                except NoValue as without:
                    if without.state != "missing":
                        return True
        return False

    def declared_points(self, node):
        if node.code not in self.declared:
            raise Refused("PE_ERROR_SCORE_MISSING", "/declared")
        score = self.declared[node.code]
        if score > node.full_marks:
            raise Refused("PE_ERROR_SCORE_ABOVE_MARKS", "/declared")
        if score < 0:
            raise Refused("PE_ERROR_SCORE_NEGATIVE", "/declared")
        return score

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
                self.fault(STATE_ERRORS[without.state], without.pointer)

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
