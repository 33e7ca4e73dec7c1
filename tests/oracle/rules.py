"""rules.py - every rule shape, compiled once and scored often

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

compile_rule() gives a Rule, whose points(context, marks) is the exact number of points; NoValue and Refused say why there
are none. docs/formats.md and the definitions in the rule shapes' own words are the source.
"""

import math

from exact import decimal, div, rounded
from figures import (INVALID, MISSING, NOT_APPLICABLE, TEXT, VALUE, ZERO, NoValue, Refused, date, figure, unit_of, with_others)
import formulas
from measures import MEASURES
import tables

ANY_RATE = ("rate", "number", "share")


class Context:
    """What a rule is scored from: the facts of an indicator or the figures of a row, and the whole dossier."""

    __slots__ = ("facts", "records", "path", "year", "calendar", "warnings", "chosen")

    def __init__(self, facts, records, path, year, calendar):
        self.facts, self.records, self.path, self.year, self.calendar = facts, records, path, year, calendar
        self.warnings = []

    def fact(self, name):
        """The figure of a fact with a value."""
        found = self.facts.get(name)
        if found is None:
            raise NoValue(MISSING, f"{self.path}/{name}")
        if found.state != VALUE:
            raise NoValue(found.state, found.path)
        return found


def first_path(*arguments):
    """The path of the first of several arguments that has one."""
    return next((path for _, _, path in arguments if path is not None), "")


def fits(one, other):
    """Whether figures of two dimensions may be divided or compared."""
    if one == "rate":
        return other in ANY_RATE
    if other == "rate":
        return one in ANY_RATE
    return one == other


def judge_each(judges):
    """Judges figures in order: all of them, whatever is wrong with one."""
    judged, faults = [], []
    for judge in judges:
        try:
            judged.append(judge())
        except (NoValue, Refused) as fault:
            faults.append(fault)
    if faults:
        raise with_others(faults)
    return judged


def inside(value, low, high, ends):
    """Whether an interval holds a value; None is no bound."""
    return ((low is None or value > low or (value == low and ends[0] == "["))
            and (high is None or value < high or (value == high and ends[1] == "]")))


class Rule:
    """A rule; a shape is a class of it."""

    def __init__(self, written, own=None):
        self.written, self.shape, self.own = written, written["shape"], own or {}
        self.policies = written.get("policies") or {}
        self.facts, self.measures = [], []  # what it asks for
        self.functions = set()
        self.set_up()

    def set_up(self):
        """What can be done once."""

    def points(self, context, marks):
        raise NotImplementedError

    def argument(self, name, default=None):
        """A function of a context that gives value, dimension and path of an argument."""
        spec = self.written.get(name)
        if spec is None:
            return lambda context: (default, "rate", None)
        if isinstance(spec, dict) and "measure" in spec:
            measure = spec["measure"]
            self.measures.append(measure)
            if measure in self.own:
                return self.own_argument(self.own[measure])
            known = MEASURES[measure]
            return lambda context: (known.value(context.records), known.dimension, known.parts(context.records)[0].path)
        if isinstance(spec, dict) and "formula" in spec:
            return self.formula(spec["formula"])
        if isinstance(spec, dict) and "fact" in spec:
            fact = spec["fact"]
            self.facts.append(fact)

            def read(context):
                found = context.fact(fact)
                return found.value, found.dimension, found.path
            return read
        fixed = figure(spec, None)
        known = fixed.value, "rate" if fixed.dimension == "number" else fixed.dimension, None
        return lambda context: known

    @staticmethod
    def own_argument(known):
        """An argument that is a measure of the rulebook."""
        def read(context):
            value, first = known.derive(formulas.Environment({}, context.records, context.path))
            if value.__class__ is formulas.Nothing:
                raise without_value(value)
            return value, known.dimension, first or ""
        return read

    def formula(self, text):
        used = set()
        run, _ = formulas.compile_formula(text, self.written.get("types"), used, self.functions, self.own)
        self.take_names(used)

        def read(context):
            env = formulas.Environment(context.facts, context.records, context.path)
            value = run(env)
            if value.__class__ is formulas.Nothing:
                raise without_value(value)
            return value, "number", env.first or ""
        return read

    def take_names(self, used):
        """Sorts the names of a formula into facts and what is derived from records."""
        for name in sorted(used):
            outside = name.split(".")[0] in (*formulas.OUTSIDE, "measure")
            (self.measures if outside else self.facts).append(name)

    def pair(self, first, second, context, refuses_negative=False):
        """Two arguments that are divided or compared, and the path of the second or else the first."""
        try:
            (a, one, path_a), (b, other, path_b) = judge_each((lambda: first(context), lambda: second(context)))
        except (NoValue, Refused) as fault:
            if refuses_negative and getattr(fault, "state", None) != NOT_APPLICABLE:
                fault.others += self.negative_of(second, context, fault)
            raise
        if (one is not other and not fits(one, other)) or one == "truth":
            raise Refused("PE_ERROR_UNIT_MISMATCH", path_a if path_b is None else path_b)
        return a, b, one if other == "rate" else other, path_a if path_b is None else path_b

    @staticmethod
    def negative_of(second, context, first_fault):
        """A target below 0 is wrong beside an actual figure without a value as well."""
        try:
            value, _, path = second(context)
        except (NoValue, Refused):
            return []
        return [NoValue(INVALID, path, "PE_ERROR_NEGATIVE_AMOUNT")] if value < 0 and path and path != first_fault.path else []

    def rate(self, _context):
        """The rate that is shown for it, or None; asked for after its points."""
        return None

    def own_rate(self, argument, context):
        """The value of an argument that is a rate by itself: a measure, or a figure in % or ‰."""
        value, dimension, _ = argument(context)
        return value if dimension == "share" or self.is_own_rate(context) else None

    def measured_by(self, _context):
        """The measure that the first of its arguments is bound to, or None."""
        for name in ("actual", "value"):
            if name in self.written and not isinstance(self, LastYear):  # which has no rate to speak of
                spec = self.written[name]
                return spec.get("measure") if isinstance(spec, dict) else None
        return None

    def is_own_rate(self, context):
        """Whether it is measured by a measure that is a rate, not by an amount, a count or days."""
        measure = self.measured_by(context)
        return measure is not None and (self.own.get(measure) or MEASURES[measure]).dimension == "rate"

    def is_there(self, context):
        """Whether anything that it asks for is there."""
        if not self.facts and not self.measures:
            return True
        for name in self.facts:
            found = context.facts.get(name)
            if found is not None and found.state != MISSING:
                return True
        return any(is_given(name, context.records, self.own) for name in self.measures)


def is_given(name, records, own):
    """Whether a measure, amount or table is there, in part at least."""
    if name in own:
        return any(is_given(one, records, own) for one in own[name].names)
    if name.startswith("prior."):
        return is_given(name[6:], records.prior, own)
    if name in MEASURES:
        return MEASURES[name].is_there(records)
    if name.startswith("register."):
        return (records.dossier.get("registers") or {}).get(name.partition(".")[2]) is not None
    if name in formulas.COLUMNS:
        return bool(formulas.rows_of(records, name, formulas.COLUMNS[name]))
    if name == "assets.stocktake":
        return bool(records.assets.get("stocktake"))
    return records.amount(formulas.AMOUNTS[name]).state != MISSING


def without_value(nothing):
    """A formula without a value; what follows no policy is a fact of another kind than was declared, like a wrong unit, and a
    calendar that is not there or too short."""
    if nothing.code in ("PE_ERROR_EXPRESSION_TYPE", "PE_ERROR_CALENDAR_MISSING", "PE_ERROR_CALENDAR_RANGE", "PE_ERROR_OVERFLOW"):
        return Refused(nothing.code, nothing.path)
    return NoValue(nothing.state, nothing.path, nothing.code)


class CappedRatio(Rule):
    zero_is_met = False

    def set_up(self):
        self.actual, self.target = self.argument("actual"), self.argument("target", 1)

    def ratio(self, context):
        actual, target, _, path = self.pair(self.actual, self.target, context, True)
        if target < 0:
            raise NoValue(INVALID, path, "PE_ERROR_NEGATIVE_AMOUNT")
        return actual, target, path

    def points(self, context, marks):
        actual, target, path = self.ratio(context)
        if target == 0:
            raise NoValue(ZERO, path)
        return self.capped(actual, target, marks)

    def rate(self, context):
        actual, target = self.actual(context)[0], self.target(context)[0]
        if self.is_own_rate(context):
            return actual
        return div(actual, target) if target > 0 else None

    @staticmethod
    def capped(actual, target, marks):
        if actual >= target:
            return marks
        return div(marks * actual, target) if actual > 0 else 0


class InverseRatio(CappedRatio):
    def points(self, context, marks):
        actual, target, _ = self.ratio(context)
        if target == 0:
            return marks if actual <= 0 else 0
        return marks if actual <= target else self.beyond(actual, target, marks)

    @staticmethod
    def beyond(actual, target, marks):
        return div(marks * target, actual)


class InverseLinear(InverseRatio):
    @staticmethod
    def beyond(actual, target, marks):
        return max(0, marks * (1 - div(actual - target, target)))


class Equality(CappedRatio):
    def points(self, context, marks):
        mode = self.written["mode"]
        if mode == "exact":
            actual, target, _, _ = self.pair(self.actual, self.target, context)
            return marks if actual == target else 0
        actual, target, _ = self.ratio(context)
        if mode == "flag" and actual != target:
            context.warnings.append(("PE_WARNING_NOT_EQUAL", first_path(self.actual(context), self.target(context))))
        if target == 0:
            return marks if actual <= 0 else 0
        return self.capped(actual, target, marks)


class Steps(Rule):
    def set_up(self):
        self.value = self.argument("value")
        self.read_steps()

    def read_steps(self):
        self.unit, factor = unit_of(self.written.get("unit") or "")
        self.steps = [(None if step.get("from") is None else decimal(step["from"]) * factor,
                       None if step.get("to") is None else decimal(step["to"]) * factor,
                       step["ends"], decimal(step["points"])) for step in self.written["steps"]]
        self.most = max(step[3] for step in self.steps)

    def look_up(self, value, marks, context):
        if self.most > marks:
            raise Refused("PE_ERROR_PARAMETER_RANGE", context.path)
        for low, high, ends, points in self.steps:
            if inside(value, low, high, ends):
                return points
        raise AssertionError("the steps leave a gap")

    def points(self, context, marks):
        value, dimension, path = self.value(context)
        if not fits(dimension, "rate" if self.unit == "number" else self.unit):
            raise Refused("PE_ERROR_UNIT_MISMATCH", path)
        return self.look_up(value, marks, context)

    def rate(self, context):
        return self.own_rate(self.value, context)


def rate_of_deviation(rule, context):
    own = rule.own_rate(rule.actual, context)
    return deviation_of(rule, context) if own is None else own


class DeviationSteps(Steps):
    def set_up(self):
        self.actual, self.target = self.argument("actual"), self.argument("target")
        self.read_steps()

    def points(self, context, marks):
        deviation = deviation_of(self, context)
        return self.look_up(abs(deviation) if self.written["deviation"] == "absolute" else deviation, marks, context)

    def rate(self, context):
        return rate_of_deviation(self, context)


def deviation_of(rule, context):
    """(actual - target) / target."""
    actual, target, _, path = rule.pair(rule.actual, rule.target, context, True)
    if target < 0:
        raise NoValue(INVALID, path, "PE_ERROR_NEGATIVE_AMOUNT")
    if target == 0:
        raise NoValue(ZERO, path)
    return div(actual - target, target)


class PerUnitExcess(Rule):
    def set_up(self):
        self.actual, self.target = self.argument("actual"), self.argument("target")
        unit, factor = unit_of(self.written.get("unit") or "")
        self.unit = {"number": "rate", "percentage point": "share"}.get(unit, unit)
        self.per, self.cost = decimal(self.written["per"]) * factor, decimal(self.written["points"])
        self.relative = self.written.get("relative") == "yes"

    def excess(self, context):
        actual, target, dimension, path = self.pair(self.actual, self.target, context, self.relative)
        if not self.relative and not self.counts(dimension):
            raise Refused("PE_ERROR_UNIT_MISMATCH", first_path(self.actual(context), (0, 0, path)))
        excess = max(0, actual - target if self.written["side"] == "above" else target - actual)
        if not self.relative:
            return excess
        if target < 0:
            raise NoValue(INVALID, path, "PE_ERROR_NEGATIVE_AMOUNT")
        if target == 0:
            raise NoValue(ZERO, path)
        return div(excess, target)

    def counts(self, dimension):
        """Whether a difference of a dimension can be counted in the rule's unit."""
        if dimension == "percentage point":
            return unit_of(self.written.get("unit") or "")[0] == "percentage point"
        return fits(dimension, self.unit)

    def points(self, context, marks):
        n = div(self.excess(context), self.per)
        n = {"continuous": n, "floor": math.floor(n), "ceiling": math.ceil(n)}[self.written["count"]]
        return max(0, marks - self.cost * n)

    def rate(self, context):
        return rate_of_deviation(self, context) if self.relative else self.own_rate(self.actual, context)


class PerUnitDeviation(PerUnitExcess):
    def excess(self, context):
        return abs(deviation_of(self, context))

    def rate(self, context):
        return rate_of_deviation(self, context)


class PiecewiseLinear(Steps):
    def read_steps(self):
        self.unit, factor = unit_of(self.written.get("unit") or "")
        self.line = [(decimal(point["at"]) * factor, decimal(point["points"])) for point in self.written["points"]]
        self.most = max(points for _, points in self.line)

    def look_up(self, value, marks, context):
        if self.most > marks:
            raise Refused("PE_ERROR_PARAMETER_RANGE", context.path)
        if value <= self.line[0][0]:
            return self.line[0][1]
        for (x, y), (at, points) in zip(self.line, self.line[1:]):
            if value <= at:
                return y + div((points - y) * (value - x), at - x)
        return self.line[-1][1]


class LastYear(Rule):
    def set_up(self):
        self.value, self.last = self.argument("value"), self.argument("last")
        self.by_case = [decimal(self.written[name]) for name in ("none", "not_more", "more")]

    def points(self, context, marks):
        if max(self.by_case) > marks:
            raise Refused("PE_ERROR_PARAMETER_RANGE", context.path)
        value, dimension, path = self.value(context)
        if value < 0:
            raise NoValue(INVALID, path, "PE_ERROR_NEGATIVE_AMOUNT")
        if value == 0:
            return self.by_case[0]
        last, other, path_last = self.last(context)
        if not fits(dimension, other) or dimension == "truth":
            raise Refused("PE_ERROR_UNIT_MISMATCH", path if path_last is None else path_last)
        if last < 0:
            raise NoValue(INVALID, path_last, "PE_ERROR_NEGATIVE_AMOUNT")
        return self.by_case[1 if value <= last else 2]


class PerViolation(Rule):
    def set_up(self):
        self.items = [(item["id"], decimal(item["points"]),
                       None if item.get("cap") in (None, "") else figure(item["cap"], None).value)
                      for item in self.written["items"]]
        self.facts = [name for name, _, _ in self.items]

    def points(self, context, marks):
        exempt = []

        def judge(name):
            try:
                return count_of(*fact_of(context, name))
            except NoValue as without:
                if without.state != NOT_APPLICABLE:
                    raise
                exempt.append(without)
                return 0

        counts = judge_each([lambda name=name: judge(name) for name in self.facts])
        if len(exempt) == len(self.facts):
            raise exempt[0]
        lost = 0
        for (_, cost, cap), n in zip(self.items, counts):
            lost += n * cost if cap is None else min(n * cost, cap)
        return max(0, marks - lost)


def fact_of(context, name):
    found = context.fact(name)
    return found.value, found.dimension, found.path


def count_of(value, dimension, path):
    """A whole number that is not negative."""
    if dimension not in ("count", "number", "other", "truth", "rate"):
        raise Refused("PE_ERROR_UNIT_MISMATCH", path)
    if value < 0 or value.denominator != 1 or dimension == "truth":
        raise NoValue(INVALID, path)
    return value


def truth_of(value, dimension, path):
    if dimension != "truth":
        raise Refused("PE_ERROR_UNIT_MISMATCH", path)
    return value == 1


class Checklist(Rule):
    def set_up(self):
        self.items = [decimal(item["points"]) for item in self.written["items"]]
        self.facts = [item["id"] for item in self.written["items"]]

    def points(self, context, marks):
        held = judge_each([lambda name=name: truth_of(*fact_of(context, name)) for name in self.facts])
        if sum(self.items) != marks:
            raise Refused("PE_ERROR_MARKS_MISMATCH", context.path)
        return sum(points for points, one in zip(self.items, held) if one)


class Binary(Rule):
    def set_up(self):
        self.value = self.argument("value")
        self.limit = self.argument("limit") if "compare" in self.written else None

    def points(self, context, marks):
        if self.limit is None:
            return marks if truth_of(*self.value(context)) else 0
        value, limit, _, _ = self.pair(self.value, self.limit, context)
        return marks if formulas.COMPARE[self.written["compare"]](value, limit) else 0

    def rate(self, context):
        return self.value(context)[0] if self.is_own_rate(context) else None


class OnTimeShare(Rule):
    def set_up(self):
        self.over_records = "from" in self.written
        if self.over_records:
            self.limit, self.measures = decimal(self.written["limit"]), ["procurement.records"]
        else:
            self.on_time, self.applicable = self.argument("on_time"), self.argument("applicable")

    def points(self, context, marks):
        if self.over_records:
            return self.share_of_records(context, marks)
        counts = [self.on_time, self.applicable]
        on_time, applicable = judge_each([lambda one=one: count_of(*one(context)) for one in counts])
        if on_time > applicable:
            raise NoValue(INVALID, self.on_time(context)[2] or self.applicable(context)[2])
        if applicable == 0:
            raise NoValue(ZERO, self.applicable(context)[2])
        return div(marks * on_time, applicable)

    def rate(self, context):
        return self.points(context, 1)

    def share_of_records(self, context, marks):
        records, first, last = context.records.records, self.written["from"], self.written["to"]
        path = context.records.path + "/procurement/records"
        if not records:
            raise NoValue(ZERO if context.records.says_none() else MISSING, path)
        applicable = [record for record in records if record.get(first)]
        for index, record in enumerate(records):
            if record.get(first) and not record.get(last):
                raise NoValue(MISSING, f"{path}/{index}/{last}")
        if not applicable:
            raise NoValue(ZERO, path)
        working = self.written["days"] == "working"
        if working and context.calendar is None:
            raise Refused("PE_ERROR_CALENDAR_MISSING", "")
        on_time = 0
        for index, record in enumerate(records):
            if record.get(first):
                days = self.days(date(record[first]), date(record[last]), working, context, f"{path}/{index}")
                on_time += days >= self.limit if self.written.get("bound") == "at_least" else days <= self.limit
        return div(marks * on_time, len(applicable))

    def days(self, first, last, working, context, path):
        if not working:
            return (last - first).days
        return context.calendar.workdays(first, last, f"{path}/{self.written['from']}", f"{path}/{self.written['to']}")


class Graded(Rule):
    def set_up(self):
        self.facts = ["grade", "score"]
        places = self.written.get("bound_places")
        self.level = None if places is None else (int(decimal(places)), "half_up")
        self.bands = {band["id"]: (decimal(band["from"]), decimal(band["to"]), band["ends"])
                      for band in self.written["bands"]}

    def points(self, context, marks):
        grade, (score, path) = judge_each((lambda: self.grade(context), lambda: self.score(context)))
        low, high, ends = self.bands[grade]
        if score > marks or not inside(score, rounded(low * marks, self.level), rounded(high * marks, self.level), ends):
            raise Refused("PE_ERROR_SCORE_OUTSIDE_BAND", path)
        return score

    def grade(self, context):
        found = context.facts.get("grade")
        if found is None or found.state in (MISSING, NOT_APPLICABLE):
            raise NoValue(MISSING if found is None else found.state, f"{context.path}/grade")
        if found.text not in self.bands:
            raise Refused("PE_ERROR_GRADE_UNKNOWN", found.path)
        return found.text

    @staticmethod
    def score(context):
        found = context.fact("score")
        if found.dimension not in ("number", "point"):
            raise Refused("PE_ERROR_UNIT_MISMATCH", found.path)
        return found.value, found.path


class ExternalScore(Rule):
    def set_up(self):
        self.score, self.out_of = self.argument("score"), self.argument("out_of", 100)
        self.facts.append("evidence")

    def points(self, context, marks):
        (score, path_score), (out_of, path), _ = judge_each((lambda: self.in_points(self.score(context)),
                                                             lambda: self.in_points(self.out_of(context)),
                                                             lambda: self.evidence(context)))
        path = path or path_score
        if out_of < 0:
            raise NoValue(INVALID, path, "PE_ERROR_SCORE_NEGATIVE")
        if out_of == 0:
            raise NoValue(ZERO, path)
        if score < 0:
            raise NoValue(INVALID, path_score, "PE_ERROR_SCORE_NEGATIVE")
        if score > out_of:
            raise NoValue(INVALID, path_score, "PE_ERROR_SCORE_ABOVE_MARKS")
        return div(marks * score, out_of)

    def rate(self, context):
        return self.points(context, 1)

    @staticmethod
    def in_points(argument):
        """A bare number or one in 分."""
        value, dimension, path = argument
        if dimension not in ("number", "point", "rate"):
            raise Refused("PE_ERROR_UNIT_MISMATCH", path)
        return value, path

    @staticmethod
    def evidence(context):
        found = context.facts.get("evidence")
        if found is None or found.state in (MISSING, NOT_APPLICABLE):
            raise NoValue(MISSING if found is None else found.state, f"{context.path}/evidence")
        if found.state != TEXT:
            raise NoValue(INVALID, found.path, "PE_ERROR_STATE_CONFLICT")


class Milestones(Rule):
    def set_up(self):
        self.items = [(one["id"], decimal(one["share"]), decimal(one["points"]), one.get("day"))
                      for one in self.written["milestones"]]
        self.facts = [one[0] for one in self.items]

    def points(self, context, marks):
        judges = [lambda judge=judge, one=one: judge(context, *one) for one in self.items for judge in (self.day, self.share)]
        shares = judge_each(judges)[1::2]
        return max(0, marks - sum(points for (_, due, points, _), share in zip(self.items, shares) if share < due))

    @staticmethod
    def day(context, name, _due, _points, day):
        if day is not None:
            if context.calendar is None:
                raise Refused("PE_ERROR_CALENDAR_MISSING", f"{context.path}/{name}")
            context.calendar.named(day, context.year)

    @staticmethod
    def share(context, name, _due, _points, _day):
        value, dimension, path = fact_of(context, name)
        if dimension != "share":
            raise Refused("PE_ERROR_UNIT_MISMATCH", path)
        if value < 0:
            raise NoValue(INVALID, path, "PE_ERROR_NEGATIVE_AMOUNT")
        return value


class Alternative(Rule):
    def set_up(self):
        self.rules = {one["id"]: compile_rule(one["rule"], self.own) for one in self.written["alternatives"]}
        for rule in self.rules.values():
            self.facts += rule.facts
            self.measures += rule.measures
            self.functions |= rule.functions
        if self.written["choice"] == "declared":
            self.facts.append("choice")

    def points(self, context, marks):
        if self.written["choice"] == "best":
            return self.best(context, marks)
        found = context.facts.get("choice")
        if found is None or found.state in (MISSING, NOT_APPLICABLE):
            raise NoValue(MISSING if found is None else found.state, f"{context.path}/choice")
        if found.text not in self.rules:
            raise Refused("PE_ERROR_VALUE_UNKNOWN", found.path)
        context.chosen = self.rules[found.text]
        return context.chosen.points(context, marks)

    def measured_by(self, context):
        return context.chosen.measured_by(context)

    def rate(self, context):
        return context.chosen.rate(context)

    def best(self, context, marks):
        best, decisive = None, None
        kept = context.warnings
        warned = kept
        for rule in self.rules.values():
            context.warnings = list(kept)
            try:
                points = rule.points(context, marks)
            except Refused as refused:
                refused.others = []  # nobody has to fill in all of them
                raise
            except NoValue as without:
                without.others = []
                if without.state == INVALID:
                    raise
                if decisive is None or (decisive.state == NOT_APPLICABLE and without.state != NOT_APPLICABLE):
                    decisive = without
                continue
            if best is None or points > best:
                best, warned, context.chosen = points, context.warnings, rule
        context.warnings = warned
        if best is None:
            raise decisive
        return best


class DecisionTable(Rule):
    def set_up(self):
        types, used = self.written.get("types"), set()
        self.inputs = []
        for one in self.written["inputs"]:
            run, kind = formulas.compile_formula(one["formula"], types, used, self.functions, self.own)
            self.inputs.append((run, kind))
        self.take_names(used)
        self.table = tables.Table(self.written, [kind for _, kind in self.inputs])

    def points(self, context, marks):
        env = formulas.Environment(context.facts, context.records, context.path)
        values = [run(env) for run, _ in self.inputs]
        faults = [without_value(value) for value in values if value.__class__ is formulas.Nothing]
        if faults:
            raise with_others(faults)
        return self.table.points(values)


class Attested(Rule):
    pass


SHAPES = {
    "capped_ratio/1": CappedRatio, "inverse_ratio/1": InverseRatio, "inverse_linear/1": InverseLinear,
    "equality/1": Equality, "steps/1": Steps, "deviation_steps/1": DeviationSteps,
    "per_unit_excess/1": PerUnitExcess, "per_unit_deviation/1": PerUnitDeviation,
    "piecewise_linear/1": PiecewiseLinear, "last_year/1": LastYear, "per_violation/1": PerViolation,
    "checklist/1": Checklist, "binary/1": Binary, "on_time_share/1": OnTimeShare, "graded/1": Graded,
    "external_score/1": ExternalScore, "milestones/1": Milestones, "alternative/1": Alternative,
    "decision_table/1": DecisionTable, "attested/1": Attested,
}


def compile_rule(written, own=None):
    """A rule of any shape but a slot; own are the measures of the rulebook."""
    return SHAPES[written["shape"]](written, own)

