"""gen_rules.py - random rules of every shape, and facts that are worth scoring by them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

For each shape a pair of functions: one makes the members of a rule for given full marks, one makes the facts of one dossier
for such a rule. In a slot the facts are a row's "actual" and "target".
"""

from exact import Fraction

import gen_formulas
from decimals import points_of, split, text_of
from measures import MEASURES

STATES = ("missing", "not_applicable", "zero_denominator", "text", "invalid")
POLICIES = ("error", "full", "zero", "drop")
SIGNS = (">=", "<=", "=", "<", ">")
DATES = ("intent", "start", "award", "signing", "publication", "filing")
FIXED = {"percentage point": ("5百分点", "10百分点", "1个百分点"), "number": ("1", "0.5", "2"), "count": ("3个", "1", "2个"),
         "day": ("30天", "15天", "1天"), "money": ("10万元", "100元", "0.05万元")}
NAME = {"zh": "项", "en": "item"}
UNIT_FACTORS = {"": Fraction(1), "%": Fraction(1, 100), "‰": Fraction(1, 1000), "百分点": Fraction(1, 100),
                "万元": Fraction(10_000), "元": Fraction(1), "个": Fraction(1), "天": Fraction(1), "分": Fraction(1)}


def number(rng, value):
    """A decimal parameter as text or as a JSON number."""
    return rng.choice(("", "@")) + text_of(value)


def policies(rng, chance=0.6):
    return {state: rng.choice(POLICIES) for state in STATES if rng.random() < chance}


class Shapes:
    """Makes rules."""

    def __init__(self, rng):
        self.rng, self.own = rng, {}  # the dimensions of the rulebook's measures

    def pick(self, *choices):
        return self.rng.choice(choices)

    def rule(self, shape, marks, in_slot=False):
        self.types = {}
        members = getattr(self, shape)(marks, in_slot)
        rule = {"shape": shape + "/1", **members}
        if self.types and "types" not in rule and shape != "alternative":
            rule["types"] = self.types
        if self.rng.random() < 0.2 and shape != "attested":
            rule["policies"] = policies(self.rng, 0.3)
        return rule

    # --- arguments

    def measure(self):
        """A measure of the catalogue; those of two amounts are the more frequent ones."""
        names = tuple(MEASURES)
        if gen_formulas.OWN and self.rng.random() < 0.4:
            return self.pick(*gen_formulas.OWN)
        return self.pick(*(names[:7] if self.rng.random() < 0.4 else names))

    def actual(self, in_slot, name="actual"):
        """An argument that is what was reached."""
        kind = self.rng.random()
        if in_slot:
            return {"fact": "actual"}
        if kind < 0.6:
            return {"fact": name}
        if kind < 0.8:
            return {"measure": self.measure()}
        formulas = gen_formulas.Formulas(self.rng)
        spec = {"formula": formulas.number(2)}
        self.types = gen_formulas.declared(formulas.types)
        return spec

    def two(self, in_slot, names=("actual", "target"), fixed=("95%", "0.9", "100%", "950‰", "1", "0.8")):
        """What was reached and what is due."""
        if in_slot:
            return {names[0]: {"fact": "actual"}, names[1]: {"fact": "target"}}
        kind = self.rng.random()
        if kind < 0.45:
            return {names[0]: {"fact": names[0]}, names[1]: {"fact": names[1]}}
        if kind < 0.55:
            return {names[0]: {"fact": names[0]}, names[1]: self.pick(*fixed)}
        if kind < 0.75:
            measure = self.measure()
            if self.rng.random() < 0.95:
                fixed = FIXED.get(self.own.get(measure) or MEASURES[measure].dimension, fixed)
            return {names[0]: {"measure": measure}, names[1]: self.pick(*fixed)}
        formulas = gen_formulas.Formulas(self.rng)
        members = {names[0]: {"formula": formulas.number(2)},
                   names[1]: self.pick({"formula": formulas.number(1)}, {"fact": names[1]}, "1", "0.5", "20")}
        types = gen_formulas.declared(formulas.types)
        return {**members, **({"types": types} if types else {})}

    # --- shapes

    def capped_ratio(self, _marks, in_slot):
        members = self.two(in_slot)
        if not in_slot and self.rng.random() < 0.1:
            members["target"] = None
        return members

    def inverse_ratio(self, _marks, in_slot):
        return self.two(in_slot, fixed=("5%", "0.4", "30‰", "0", "80%"))

    inverse_linear = inverse_ratio

    def equality(self, _marks, in_slot):
        return {**self.two(in_slot), "mode": self.pick("cap", "exact", "flag")}

    def cuts(self, places=None):
        places = self.pick(0, 0, 1, 2) if places is None else places
        return [Fraction(cut, 10**places) for cut in sorted(self.rng.sample(range(-20, 120), self.rng.randint(1, 4)))]

    def table(self, marks, cuts, start=None):
        """Steps that cover the line, with a degenerate one now and then."""
        steps, lower, lower_end = [], start, "[" if start is not None else "("
        for cut in cuts:
            degenerate = self.rng.random() < 0.25
            upper_end = ")" if degenerate else self.pick(")", "]")
            steps.append(self.step(lower, cut, lower_end + upper_end, marks))
            if degenerate:
                steps.append(self.step(cut, cut, "[]", marks))
            lower, lower_end = cut, "[" if upper_end == ")" and not degenerate else "("
        steps.append(self.step(lower, None, lower_end + ")", marks))
        steps[self.rng.randrange(len(steps))]["points"] = text_of(marks)
        if self.rng.random() < 0.3:
            self.rng.shuffle(steps)
        return steps

    def step(self, lower, upper, ends, marks):
        step = {"ends": ends, "points": text_of(points_of(self.rng, marks, self.pick(0, 1, 2)))}
        if lower is not None:
            step["from"] = number(self.rng, lower)
        if upper is not None:
            step["to"] = number(self.rng, upper)
        return step

    def steps(self, marks, in_slot):
        return {"value": self.actual(in_slot, "rate"), "steps": self.table(marks, self.cuts()), **self.unit(in_slot)}

    def unit(self, in_slot):
        unit = "" if in_slot else self.pick("%", "%", "", "", "‰", "万元", "个")
        return {"unit": unit} if unit else {}

    def deviation_steps(self, marks, in_slot):
        deviation = self.pick("absolute", "signed")
        cuts = self.cuts()
        unit = {"unit": self.pick("%", "‰", "百分点")} if self.rng.random() < 0.6 else {}
        if not unit:
            cuts = [cut / 100 for cut in cuts]
        if deviation == "absolute":
            cuts = [cut for cut in cuts if cut > 0] or [Fraction(1, 10)]
        start = Fraction(0) if deviation == "absolute" else None
        return {**self.two(in_slot), "deviation": deviation, "steps": self.table(marks, cuts, start), **unit}

    def counting(self, marks):
        return {"per": text_of(self.pick(Fraction(1), Fraction(2), Fraction(5), Fraction(1, 2), Fraction(3), Fraction(1, 10))),
                "points": text_of(min(marks, self.pick(Fraction(1, 2), Fraction(1), Fraction(4, 5), Fraction(1, 8), Fraction(2)))),
                "count": self.pick("continuous", "floor", "ceiling")}

    def per_unit_excess(self, marks, in_slot):
        members = {**self.two(in_slot, fixed=("100%", "0%", "0.9", "1", "95%")), "side": self.pick("above", "below"),
                   **self.counting(marks)}
        relative = self.pick(None, "no", "yes")
        if relative:
            members["relative"] = relative
        if relative == "yes" and members["target"] == "0%":
            members["target"] = "90%"
        unit = self.pick("%", "%", "百分点", "‰", "", "") if relative == "yes" else self.pick(
            "%", "%", "百分点", "‰", "", "个", "万元", "天")
        return {**members, **({"unit": unit} if unit and not (in_slot and relative != "yes") else {})}

    def per_unit_deviation(self, marks, in_slot):
        unit = self.pick("%", "%", "‰", "百分点", "")
        return {**self.two(in_slot), **self.counting(marks), **({"unit": unit} if unit else {})}

    def piecewise_linear(self, marks, in_slot):
        cuts = self.cuts()
        if len(cuts) < 2:
            cuts.append(cuts[0] + 10)
        line = [{"at": number(self.rng, cut), "points": text_of(points_of(self.rng, marks, 1))} for cut in cuts]
        line[self.rng.randrange(len(line))]["points"] = text_of(marks)
        return {"value": self.actual(in_slot, "rate"), "points": line, **self.unit(in_slot)}

    def last_year(self, marks, in_slot):
        points = [text_of(points_of(self.rng, marks, 1)) for _ in range(3)]
        points[self.rng.randrange(3)] = text_of(marks)
        return {**self.two(in_slot, ("value", "last"), ("5%", "0.4", "0", "80%")), "none": points[0],
                "not_more": points[1], "more": points[2]}

    def items(self, points):
        return [{"id": f"item{index}", "name": {"zh": f"项{index}"}, "points": number(self.rng, one)}
                for index, one in enumerate(points)]

    def per_violation(self, marks, _in_slot):
        costs = [min(marks, Fraction(self.pick(1, 2, 5, 25, 125, 15), self.pick(1, 10, 100, 1000)))
                 for _ in range(self.rng.randint(1, 3))]
        items = self.items(costs)
        for item, cost in zip(items, costs):
            if self.rng.random() < 0.4:
                item["cap"] = text_of(min(marks, cost * self.pick(1, 2, Fraction(5, 2)))) + self.pick("", "分")
        return {"items": items}

    def checklist(self, marks, _in_slot):
        return {"items": self.items(split(self.rng, marks, self.rng.randint(1, 4), 2))}

    def binary(self, _marks, in_slot):
        if not in_slot and self.rng.random() < 0.3:
            return {"value": {"fact": "done"}}
        return {**self.two(in_slot, ("value", "limit"), ("95%", "1", "0.9972")), "compare": self.pick(*SIGNS)}

    def on_time_share(self, _marks, in_slot):
        if not in_slot and self.rng.random() < 0.5:
            first = self.rng.randrange(4)
            members = {"from": DATES[first], "to": DATES[self.rng.randrange(first + 1, 6)],
                       "limit": self.pick("30", "@30", "7", "0", "5"), "days": self.pick("calendar", "calendar", "working")}
            return {**members, **({"bound": self.pick("at_most", "at_least")} if self.rng.random() < 0.5 else {})}
        names = ("actual", "target") if in_slot else ("prompt", "due")
        return {"on_time": {"fact": names[0]}, "applicable": {"fact": names[1]}}

    def graded(self, _marks, _in_slot):
        edges = ["0", *self.pick(("0.6", "0.8"), ("0.5", "0.8"), ("0.333", "0.667"), ("0.75",)), "1"]
        bands = [{"id": f"band{index}", "name": {"zh": f"档{index}"}, "from": low, "to": high,
                  "ends": "[]" if high == "1" else self.pick("[)", "[)", "(]", "()", "[]")}
                 for index, (low, high) in enumerate(zip(edges, edges[1:]))]
        return {"bands": bands, **({"bound_places": self.pick("0", "1", "@2", "2")} if self.rng.random() < 0.5 else {})}

    def external_score(self, _marks, in_slot):
        members = {"score": {"fact": "actual" if in_slot else "given"}}
        kind = self.rng.random()
        if kind < 0.4:
            members["out_of"] = {"fact": "target" if in_slot else "whole"}
        elif kind < 0.6:
            members["out_of"] = self.pick("120", "10", "5.5", "100分")
        return members

    def milestones(self, marks, _in_slot):
        n = self.rng.randint(1, 3)
        milestones = []
        for index in range(n):
            when = self.pick({"date": "06-30"}, {"date": "2023-09-30"}, {"day": "春节"}, {"day": "国庆"})
            milestones.append({"id": f"by{index}", "name": NAME, "share": self.pick("0.5", "0.25", "1", "0.999"),
                               "points": text_of(min(marks, self.pick(Fraction(1, 2), Fraction(1), Fraction(5, 4)))), **when})
        return {"milestones": milestones}

    def alternative(self, marks, _in_slot):
        shapes = ("capped_ratio", "inverse_linear", "steps", "binary", "equality", "per_unit_excess", "checklist",
                  "piecewise_linear", "last_year", "graded", "external_score", "decision_table", "deviation_steps",
                  "per_violation", "milestones", "on_time_share")
        alternatives = []
        for name in ("one", "two", "three")[:self.pick(2, 2, 3)]:
            rule = self.rule(self.pick(*shapes), marks)
            rule.pop("policies", None)
            alternatives.append({"id": name, "rule": rule})
        return {"choice": self.pick("declared", "best", "best"), "alternatives": alternatives}

    def decision_table(self, marks, in_slot):
        members, types = gen_formulas.decision_table(self.rng, marks, facts=True)
        if in_slot:  # a row has neither texts nor dates by these names
            while gen_formulas.declared(types):
                members, types = gen_formulas.decision_table(self.rng, marks, facts=True)
            names = iter(("actual", "target") * 9)
            renamed = {name: next(names) for name in sorted(types)}
            for one in members["inputs"]:
                for name, other in renamed.items():
                    one["formula"] = rename(one["formula"], name, other)
            members.pop("types", None)
        return members

    def attested(self, _marks, _in_slot):
        return {"intended": self.pick("checklist", "slot", "steps")} if self.rng.random() < 0.3 else {}

    # --- slots

    def slot(self, _marks, _in_slot=False):
        score = self.pick("mean", "rows", "rows")
        members = {"marks": self.pick("equal", "by_weight", "by_unit"), "score": score, "empty": self.pick(*POLICIES),
                   "rules": self.sign_rules(score)}
        if self.rng.random() < 0.7:
            members["depth"] = self.pick("1", "2", "3", "@2", "@3")
        if self.rng.random() < 0.15:
            members["min_rows"] = "2"
        if self.rng.random() < 0.15:
            members["max_rows"] = "4"
        return members

    def sign_rules(self, score):
        """A rule for most signs."""
        makers = {">=": ("capped_ratio", "capped_ratio", "binary", "on_time_share"),
                  "<=": ("inverse_ratio", "inverse_linear", "binary", "last_year"),
                  "=": ("equality", "equality", "capped_ratio", "binary", "deviation_steps", "per_unit_deviation"),
                  "<": ("inverse_ratio", "inverse_linear", "per_unit_excess", "decision_table"),
                  ">": ("capped_ratio", "steps", "piecewise_linear")}
        rules = {}
        for sign, shapes in makers.items():
            if sign == ">=" or self.rng.random() < 0.8:
                shape = self.pick(*shapes)
                absolute = shape in ("steps", "piecewise_linear", "last_year", "deviation_steps", "decision_table")
                if absolute and score == "rows":  # points for a full mark of 1 have no meaning there
                    shape = shapes[0]
                rules[sign] = self.rule(shape, Fraction(1), True)
        if self.rng.random() < 0.7:
            rules["qualitative"] = self.rule("graded", Fraction(1), True)
        return rules


def rename(formula, name, other):
    """A formula with one fact called otherwise."""
    out, word = [], ""
    for sign in formula + " ":
        if sign.isalnum() or sign in "._":
            word += sign
            continue
        out.append(other if word == name else word)
        out.append(sign)
        word = ""
    return "".join(out).rstrip()


