"""generator.py - seeded random rulebooks and dossiers for the oracle

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Every rulebook can be loaded: marks add up, steps cover the line, grades descend. Every dossier can be read; whether
it can be scored is left to chance. Points that lie half way between two roundings, figures at the edge of a band and
one unit beside it, zeros, and figures without a value are far more frequent than in life.

Documents are dictionaries for json.dumps; a text "@2.50" stands for the JSON number 2.50 and is put in by dump().
"""

import datetime
import json
import random
import re
from fractions import Fraction

MODES = ("half_up", "half_even", "half_down", "down", "up", "floor", "ceiling")
STATES = ("missing", "not_applicable", "zero_denominator", "text", "invalid")
POLICIES = ("error", "full", "zero", "drop")
SIGNS = (">=", "<=", "=", "<", ">")
DATES = ("intent", "start", "award", "signing", "publication", "filing")
RATES = ("budget.execution_rate", "budget.execution_rate_initial", "budget.basic_execution_rate",
         "budget.project_execution_rate", "procurement.sme_reserve_achievement", "procurement.sme_share")
MONEY = {"元": Fraction(1), "万元": Fraction(10_000), "亿元": Fraction(100_000_000)}
STEPPED = (*RATES, "budget.adjustment_rate", "budget.adjustment_rate")
SHAPES = {"capped_ratio": 5, "inverse_ratio": 3, "steps": 4, "per_violation": 3, "checklist": 2, "binary": 2,
          "on_time_share": 3, "graded": 3, "slot": 5, "attested": 2}


def dump(document):
    """A document as JSON text."""
    return re.sub(r'"@(-?[0-9.]+)"', r"\1", json.dumps(document, ensure_ascii=False))


def places_of(value):
    """How many decimal places a number needs; None when no decimal holds it."""
    for places in range(19):
        if (value * 10**places).denominator == 1:
            return places
    return None


def text_of(value, places=None):
    """A decimal as text, with at least so many places."""
    places = max(places or 0, places_of(value))
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


class Rulebooks:
    """Makes one rulebook."""

    def __init__(self, rng):
        self.rng = rng
        self.places = rng.choice((0, 0, 1, 1, 2, 3))
        self.zero_policy_everywhere = rng.random() < 0.2
        self.codes = 0

    def make(self):
        rng = self.rng
        whole = Fraction(rng.choice(("100", "100", "100", "50", "120.5", "10")))
        rulebook = {
            "format": "perfeval-rulebook/1", "id": "oracle", "edition": "1", "title": {"zh": "随机", "en": "random"},
            "kind": "department", "fiscal_years": {"first": "@2023", "last": "@2024"}, "status": "sample",
            "full_marks": text_of(whole),
            "rounding": {level: self.level() for level in ("rate", "leaf", "subtotal", "total")},
            "policies": self.policies(not self.zero_policy_everywhere),
            "grades": self.grades(whole),
            "indicators": self.level_of_tree(whole, 0, "", rng.choice((1, 2, 3, 4, 5, 7, 9))),
        }
        rulebook["rounding"]["rank_on"] = rng.choice(("rounded", "exact"))
        if not rulebook["grades"]:
            del rulebook["grades"]
        return rulebook

    def level(self):
        """A level of the rounding contract."""
        if self.rng.random() < 0.2:
            return None
        return {"places": f"@{self.rng.choice((0, 1, 1, 2, 2, 2, 2, 3, 3, 5, 9, 18))}", "mode": self.rng.choice(MODES)}

    def policies(self, with_zero_denominator, chance=0.6):
        chosen = {state: self.rng.choice(POLICIES) for state in STATES if self.rng.random() < chance}
        if with_zero_denominator:
            chosen.setdefault("zero_denominator", self.rng.choice(POLICIES))
        return chosen

    def grades(self, whole):
        """Descending cut-offs, the last of them 0."""
        n = self.rng.choice((0, 1, 2, 3, 4, 4, 4, 5))
        if not n:
            return []
        cuts = sorted({Fraction(self.rng.randint(1, 1000), 1000) * whole for _ in range(n - 1)}, reverse=True)
        cuts = [Fraction(round(cut * 100), 100) for cut in cuts]
        cuts = [cut for index, cut in enumerate(cuts) if cut > 0 and cut not in cuts[:index]] + [Fraction(0)]
        return [{"id": f"g{index}", "from": text_of(cut), "name": {"zh": f"等{index}", "en": f"g{index}"}}
                for index, cut in enumerate(cuts)]

    def split(self, whole, n):
        """The whole as n positive decimals."""
        places = max(self.places, places_of(whole))
        units = int(whole * 10**places)
        while units < n:
            places, units = places + 1, units * 10
        cuts = sorted(self.rng.sample(range(1, units), n - 1)) if n > 1 else []
        return [Fraction(b - a, 10**places) for a, b in zip([0] + cuts, cuts + [units])]

    def level_of_tree(self, marks, depth, prefix, leaves):
        """The indicators of one level, with so many leaves in all."""
        n = leaves if depth == 3 else self.rng.randint(1, leaves)
        shares = [1] * n
        for _ in range(leaves - n):
            shares[self.rng.randrange(n)] += 1
        indicators = []
        for index, (own, share) in enumerate(zip(self.split(marks, n), shares), 1):
            code = f"{prefix}{index}"
            one = {"code": code, "name": {"zh": f"指标{code}", "en": f"indicator {code}"},
                   "full_marks": text_of(own, self.rng.choice((0, 0, 1)))}
            if depth < 3 and (share > 1 or self.rng.random() < 0.15):
                one["indicators"] = self.level_of_tree(own, depth + 1, code + ".", share)
            else:
                self.make_leaf(one, own)
            indicators.append(one)
        return indicators

    def make_leaf(self, one, marks):
        """Gives a leaf its rule."""
        shape = self.rng.choices(tuple(SHAPES), tuple(SHAPES.values()))[0]
        one["rule"] = getattr(self, shape)(marks)
        if shape == "attested":
            one["declared"] = "only"
        elif self.rng.random() < 0.35:
            one["declared"] = self.rng.choice(("never", "if_facts_missing", "if_facts_missing", "only"))

    def rule(self, shape, **members):
        """A rule with policies of its own now and then."""
        rule = {"shape": shape + "/1", **members}
        policies = self.policies(self.zero_policy_everywhere, 0.25) if shape != "attested" else {}
        if policies and (self.zero_policy_everywhere or self.rng.random() < 0.6):
            rule["policies"] = policies
        return rule

    def number(self, value):
        """A decimal parameter as text or as a JSON number."""
        return self.rng.choice(("", "@")) + text_of(value)

    def capped_ratio(self, _marks, in_slot=False):
        if not in_slot and self.rng.random() < 0.3:
            members = {"actual": {"measure": self.rng.choice(RATES)}}
            if self.rng.random() < 0.5:
                members["target"] = self.rng.choice(("95%", "0.9", "100%", "950‰"))
            return self.rule("capped_ratio", **members)
        members = {"actual": {"fact": "actual"}, "target": {"fact": "target"}}
        if not in_slot and self.rng.random() < 0.3:
            members["target"] = self.rng.choice(("90%", "0.85", "1", "800‰"))
        if not in_slot and self.rng.random() < 0.1:
            del members["target"]
        return self.rule("capped_ratio", **members)

    def inverse_ratio(self, _marks, in_slot=False):
        members = {"actual": {"fact": "actual"}, "target": {"fact": "target"}}
        if not in_slot and self.rng.random() < 0.25:
            members["target"] = self.rng.choice(("5%", "0.4", "30‰", "0"))
        return self.rule("inverse_ratio", **members)

    def tie(self, marks):
        """Points in 0..marks, often half way between two roundings."""
        places = self.rng.choice((0, 1, 2, 2, 3))
        units = int(marks * 10**places)
        value = Fraction(self.rng.randint(0, max(units, 1)), 10**places)
        if self.rng.random() < 0.6:
            value += Fraction(1, 2 * 10**places)
        return min(value, marks)

    def steps(self, marks, in_slot=False):
        """Steps that cover the line, with a degenerate one now and then."""
        unit = "" if in_slot else self.rng.choice(("%", "%", "", "‰", "万元", "个"))
        cuts = sorted(self.rng.sample(range(-20, 120), self.rng.randint(1, 4)))
        places = self.rng.choice((0, 0, 1, 2))
        cuts = [Fraction(cut, 10**places) for cut in cuts]
        steps, lower, lower_end = [], None, "("
        for cut in cuts:
            degenerate = self.rng.random() < 0.25
            upper_end = ")" if degenerate else self.rng.choice(")]")
            steps.append(self.step(lower, cut, lower_end + upper_end, marks))
            if degenerate:
                steps.append(self.step(cut, cut, "[]", marks))
            lower, lower_end = cut, "[" if upper_end == ")" and not degenerate else "("
        steps.append(self.step(lower, None, lower_end + ")", marks))
        steps[self.rng.randrange(len(steps))]["points"] = text_of(marks)
        if self.rng.random() < 0.3:
            self.rng.shuffle(steps)
        value = {"fact": "actual"} if in_slot else self.rng.choice(
            ({"fact": "rate"}, {"fact": "rate"}, {"measure": self.rng.choice(STEPPED)}))
        if "measure" in value and unit not in ("%", "‰", ""):
            value = {"fact": "rate"}
        rule = self.rule("steps", value=value, steps=steps)
        if unit:
            rule["unit"] = unit
        return rule

    def step(self, lower, upper, ends, marks):
        step = {"ends": ends, "points": text_of(self.tie(marks))}
        if lower is not None:
            step["from"] = self.number(lower)
        if upper is not None:
            step["to"] = self.number(upper)
        return step

    def items(self, points):
        return [{"id": f"item{index}", "name": {"zh": f"项{index}"}, "points": self.number(one)}
                for index, one in enumerate(points)]

    def per_violation(self, marks, **_):
        costs = [Fraction(self.rng.choice((1, 2, 5, 25, 125, 15)), self.rng.choice((1, 10, 100, 1000)))
                 for _ in range(self.rng.randint(1, 3))]
        items = self.items([min(cost, marks) for cost in costs])
        for item, cost in zip(items, costs):
            if self.rng.random() < 0.4:
                item["cap"] = text_of(min(marks, min(cost, marks) * self.rng.choice((1, 2, Fraction(5, 2)))))
        return self.rule("per_violation", items=items)

    def checklist(self, marks, **_):
        return self.rule("checklist", items=self.items(self.split(marks, self.rng.randint(1, 4))))

    def binary(self, _marks, in_slot=False):
        if not in_slot and self.rng.random() < 0.4:
            return self.rule("binary", value={"fact": "done"})
        value, limit = ({"fact": "actual"}, {"fact": "target"}) if in_slot else ({"fact": "cost"}, {"fact": "budget"})
        if not in_slot and self.rng.random() < 0.3:
            value, limit = {"measure": self.rng.choice(RATES)}, self.rng.choice(("95%", "1", "0.9972"))
        return self.rule("binary", value=value, compare=self.rng.choice(SIGNS), limit=limit)

    def on_time_share(self, _marks, in_slot=False):
        if not in_slot and self.rng.random() < 0.5:
            first = self.rng.randrange(4)
            second = self.rng.randrange(first + 1, 6)
            members = {"from": DATES[first], "to": DATES[second], "limit": self.rng.choice(("30", "@30", "7", "0")),
                       "days": "working" if self.rng.random() < 0.1 else "calendar"}
            if self.rng.random() < 0.5:
                members["bound"] = self.rng.choice(("at_most", "at_least"))
            return self.rule("on_time_share", **members)
        names = ("actual", "target") if in_slot else ("prompt", "due")
        return self.rule("on_time_share", on_time={"fact": names[0]}, applicable={"fact": names[1]})

    def graded(self, _marks, **_):
        cuts = self.rng.choice((("0.6", "0.8"), ("0.5", "0.8"), ("0.333", "0.667"), ("0.75",)))
        edges = ["0", *cuts, "1"]
        bands = [{"id": f"band{index}", "name": {"zh": f"档{index}"}, "from": low, "to": high,
                  "ends": "[]" if high == "1" else self.rng.choice(("[)", "[)", "(]", "()", "[]"))}
                 for index, (low, high) in enumerate(zip(edges, edges[1:]))]
        rule = self.rule("graded", bands=bands)
        if self.rng.random() < 0.5:
            rule["bound_places"] = self.rng.choice(("0", "1", "@2", "2"))
        return rule

    def attested(self, _marks, **_):
        rule = self.rule("attested")
        if self.rng.random() < 0.3:
            rule["intended"] = self.rng.choice(("checklist", "slot", "steps"))
        return rule

    def slot(self, marks):
        score = self.rng.choice(("mean", "rows", "rows"))
        members = {"marks": self.rng.choice(("equal", "by_weight", "by_unit")), "score": score,
                   "empty": self.rng.choice(POLICIES), "rules": self.sign_rules(score)}
        if self.rng.random() < 0.7:
            members["depth"] = self.rng.choice(("1", "2", "3", "@2", "@3"))
        if self.rng.random() < 0.15:
            members["min_rows"] = "2"
        if self.rng.random() < 0.15:
            members["max_rows"] = "4"
        return self.rule("slot", **members)

    def sign_rules(self, score):
        """A rule for most signs."""
        makers = {">=": ("capped_ratio", "binary", "on_time_share"), "<=": ("inverse_ratio", "inverse_ratio", "binary"),
                  "=": ("capped_ratio", "binary"), "<": ("inverse_ratio",), ">": ("capped_ratio", "steps")}
        rules = {}
        for sign, shapes in makers.items():
            if sign == ">=" or self.rng.random() < 0.8:
                shape = self.rng.choice(shapes)
                if shape == "steps" and score == "rows":
                    shape = "capped_ratio"
                rules[sign] = getattr(self, shape)(Fraction(1), in_slot=True)
        if self.rng.random() < 0.7:
            rules["qualitative"] = self.graded(Fraction(1))
        return rules


class Dossiers:
    """Makes one dossier for a rulebook."""

    def __init__(self, rng, rulebook):
        self.rng, self.rulebook = rng, rulebook
        self.trouble = rng.choice((0, 0, 0, 0.02, 0.05, 0.15))
        leaf = rulebook["rounding"]["leaf"]
        self.places = min(int(leaf["places"][1:]), 5) if leaf else 2  # beyond, the ties would not fit a decimal
        self.facts, self.rows, self.declared = {}, {}, []
        self.budget = self.procurement = None
        self.money_unit = rng.choice(("元", "万元", "亿元"))

    def make(self):
        rng = self.rng
        dossier = {"format": "perfeval-dossier/1", "unit": {"name": "某单位"},
                   "fiscal_year": "@2025" if rng.random() < 0.005 else rng.choice(("@2023", "@2024")),
                   "kind": "department"}
        if rng.random() > self.trouble / 2:
            self.make_budget(dossier)
        if rng.random() > self.trouble / 2:
            self.make_procurement(dossier)
        for leaf in leaves(self.rulebook["indicators"]):
            self.make_leaf(leaf)
        for key, value in (("facts", self.facts), ("rows", self.rows), ("declared", self.declared)):
            if value:
                dossier[key] = value
        return dossier

    # --- figures

    def strikes(self, factor=1):
        return self.rng.random() < self.trouble * factor

    def no_value(self):
        """A figure without a value."""
        return self.rng.choice((None, "", "-", "—", "不适用", "N/A", {"state": "not_applicable"}, "已完成",
                                {"text": "基本完成"}, "--"))

    def written(self, value, unit=""):
        """A number as an office writes it; unit is its own."""
        if places_of(value) is None:
            value = Fraction(round(value * 10**6), 10**6)
        text = text_of(value, self.rng.choice((0, 0, 0, 1, 2)))
        if not unit and self.rng.random() < 0.3:
            return "@" + text
        whole, point, rest = text.lstrip("-").partition(".")
        if len(whole) > 3 and self.rng.random() < 0.4:
            text = ("-" if value < 0 else "") + f"{int(whole):,}" + point + rest
        return text + self.rng.choice(("", " ")) * bool(unit) + unit

    def pick(self, value, unit=""):
        """A figure with the value wanted, or trouble."""
        return self.no_value() if self.strikes() else self.written(value, unit)

    def share(self, value):
        """A share as % or ‰."""
        unit, factor = self.rng.choice((("%", 100), ("%", 100), ("‰", 1000)))
        return self.pick(value * factor, unit)

    def money(self, value):
        """An amount of 元 in any unit of money."""
        unit = self.rng.choice(tuple(MONEY))
        return self.pick(value / MONEY[unit], unit)

    def points(self, marks):
        """Points in 0..marks, often half way between two roundings of the contract."""
        units = int(marks * 10**self.places)
        value = Fraction(self.rng.randint(0, max(units, 1)), 10**self.places)
        kind = self.rng.random()
        if kind < 0.5:
            value += Fraction(1, 2 * 10**self.places)
        elif kind < 0.6:
            value += Fraction(1, 2 * 10**self.places) + Fraction(self.rng.choice((1, -1)), 10 ** (self.places + 4))
        elif kind < 0.7:
            value = marks
        elif kind < 0.75:
            value = Fraction(0)
        return min(value, marks)

    # --- budget and procurement

    def make_budget(self, dossier):
        rng = self.rng
        marks = next((Fraction(one["full_marks"]) for one in leaves(self.rulebook["indicators"])
                      if "budget.execution_rate" in json.dumps(one["rule"])), Fraction(10))
        adjusted = marks * rng.choice((1, 3, 10, 100, Fraction(5, 2)))
        executed = self.points(marks) * adjusted / marks * rng.choice((1, 1, 1, 1, 2))
        if rng.random() < 0.3:
            adjusted, executed = Fraction(rng.randint(1, 10**6), 100), Fraction(rng.randint(0, 10**6), 100)
        initial = adjusted * rng.choice((1, 1, Fraction(10, 11), Fraction(5, 4), Fraction(1, 2)))
        if places_of(initial) is None:
            initial = Fraction(round(initial * 100), 100)
        if self.strikes():
            adjusted = rng.choice((adjusted, Fraction(0)))
        if self.strikes():
            initial = Fraction(0)
        amounts = {"initial": initial, "adjusted": adjusted, "executed": executed}
        dossier["budget"] = {"lines": self.lines(amounts)}
        unit = rng.choice(("money_unit", "unit", "figure"))
        if unit == "money_unit":
            dossier["money_unit"] = self.money_unit
        elif unit == "unit":
            dossier["budget"]["unit"] = self.money_unit
        else:
            add_unit(dossier["budget"]["lines"], self.money_unit)

    def lines(self, amounts):
        """The lines of a budget, with or without a total of their own."""
        kind = self.rng.choice(("one", "parts", "both"))
        if kind == "one":
            line = {"name": "合计", "category": "total"}
            line.update({name: self.pick_amount(value) for name, value in amounts.items()})
            return [line]
        basic, project = {"name": "基本支出", "category": "basic"}, {"name": "项目支出", "category": "project"}
        for name, value in amounts.items():
            part = Fraction(int(value * self.rng.randint(0, 100)), 100)
            basic[name], project[name] = self.written(part), self.written(value - part)
        if kind == "parts":
            if self.strikes(0.5):
                project[self.rng.choice(tuple(amounts))] = None
            return [basic, project]
        total = {"name": "合计", "category": "total", "complete": True, "lines": [basic, project]}
        total.update({name: self.written(value) for name, value in amounts.items()})
        return [total]

    def pick_amount(self, value):
        if self.strikes(0.7):
            return self.rng.choice((None, "", "-", "不适用"))
        return self.written(value)

    def make_procurement(self, dossier):
        rng = self.rng
        procurement = {"unit": rng.choice(("元", "万元"))}
        if rng.random() < 0.7:
            procurement["records"] = [self.record() for _ in range(rng.choice((1, 2, 3, 4, 5, 8)))]
        else:
            reserved = Fraction(rng.randint(0, 10**5), 100) if rng.random() > self.trouble else Fraction(0)
            contracts = reserved * rng.choice((1, Fraction(1, 2), Fraction(7, 8), Fraction(5, 4)))
            procurement["summary"] = {"reserved_for_sme": self.pick_amount(reserved),
                                      "sme_contracts": self.pick_amount(contracts)}
        dossier["procurement"] = procurement

    def record(self):
        """One procurement: dates in order, some of them not there."""
        rng = self.rng
        record, day = {"name": "采购", "method": "open_tender", "category": rng.choice(("goods", "works", "services"))},\
            datetime.date(2023, 1, 5)
        known = rng.choice((6, 6, 6, 5, 4)) if not self.strikes(3) else rng.randint(0, 6)
        days = [rng.choice((0, 1, 6, 7, 8, 29, 30, 31)) for _ in DATES]
        for name, gap in zip(DATES[:known], days):
            if name == "filing":
                day = datetime.date.fromisoformat(record.get("signing", str(day)))
            day += datetime.timedelta(gap)
            if not self.strikes(1):
                record[name] = str(day)
        budget = Fraction(rng.randint(100, 10**5), 100)
        record["budget"] = self.written(budget)
        if not self.strikes():
            record["reserved_for_sme"] = self.written(budget * rng.choice((0, 1, Fraction(1, 2), Fraction(3, 10))))
        if "signing" in record and not self.strikes():
            record["contract"] = self.written(budget * rng.choice((1, Fraction(9, 10), Fraction(3, 4))))
        if "contract" in record and not self.strikes():
            record["supplier_size"] = rng.choice(("micro", "small", "medium", "large"))
        return record

    # --- leaves

    def make_leaf(self, leaf):
        """Facts, rows and declared scores for one leaf."""
        rng, marks, rule = self.rng, Fraction(leaf["full_marks"]), leaf["rule"]
        when, shape = leaf.get("declared", "never"), rule["shape"].split("/")[0]
        without = when == "if_facts_missing" and rng.random() < 0.5
        if shape == "slot" and not without and not self.strikes(2):
            self.rows[leaf["code"]] = Slot(self, rule, marks).make()
        elif not without and shape not in ("slot", "attested") and not self.strikes():
            facts = getattr(self, shape)(rule, marks)
            if facts:
                self.facts[leaf["code"]] = facts
        elif without and rng.random() < 0.3 and shape != "slot":
            self.facts[leaf["code"]] = {name: rng.choice((None, "")) for name in getattr(self, shape)(rule, marks)}
        if when == "only" and not self.strikes() or without and rng.random() < 0.9 or rng.random() < 0.05:
            self.declare(leaf["code"], marks)

    def declare(self, code, marks):
        score = self.points(marks)
        if self.strikes():
            score = self.rng.choice((marks + Fraction(1, 100), Fraction(-1, 100), marks + 1))
        scorers = ["self"] + self.rng.sample(("department", "finance", "external"), self.rng.choice((0, 0, 0, 1)))
        if self.strikes(0.5):
            scorers = scorers[1:]
        for scorer in scorers:
            declared = {"indicator": code, "scorer": scorer, "score": text_of(score)}
            if self.rng.random() < 0.3:
                declared["score"] = "@" + declared["score"]
            self.declared.append(declared)

    def ratio_amounts(self, marks):
        """An actual and a target whose ratio gives points worth testing."""
        m = self.rng.choice((Fraction(1), Fraction(2), Fraction(3), Fraction(7), Fraction(10), Fraction(125, 10)))
        target, actual = marks * m, self.points(marks) * m
        kind = self.rng.random()
        if kind < 0.2:
            target, actual = Fraction(self.rng.randint(1, 300)), Fraction(self.rng.randint(0, 400))
        elif kind < 0.3:
            actual = target + self.rng.choice((-1, 0, 1)) * Fraction(1, 10 ** self.rng.randint(0, 4))
        elif kind < 0.35 and self.trouble:
            target = Fraction(0)
        if self.rng.random() < 0.03:
            actual = -actual
        return actual, target

    def two(self, rule, names, actual, target):
        """The facts of two arguments, in matching units."""
        asked = {}
        fixed = names[1] not in rule or any(isinstance(rule.get(name), str) for name in names)
        kind = self.rng.choice(("bare", "share", "share", "money", "count"))
        if fixed:
            written = [rule[name] for name in names if isinstance(rule.get(name), str)] or [self.rng.choice("%1")]
            kind = "share" if written[0][-1] in "%‰" else "bare"
        if self.strikes(0.3):
            kind = self.rng.choice(("mismatch", "mixed"))
        for name, value in zip(names, (actual, target)):
            if isinstance(rule.get(name), dict) and "fact" in rule[name]:
                asked[rule[name]["fact"]] = self.in_kind(kind, value, name == names[0])
        return asked

    def in_kind(self, kind, value, is_first):
        if kind == "share":
            return self.share(value)
        if kind == "money":
            return self.money(value)
        if kind == "count":
            return self.pick(value, self.rng.choice("个家次"))
        if kind == "mismatch":
            return self.pick(value, "万元" if is_first else "个")
        if kind == "mixed":
            return self.share(value) if is_first else self.pick(value)
        return self.pick(value)

    def capped_ratio(self, rule, marks):
        actual, target = self.ratio_amounts(marks)
        if isinstance(rule.get("target", "1"), str):
            actual = self.points(marks) / marks * share_of(rule.get("target", "1"))
            actual = Fraction(round(actual * 10**6), 10**6)
        return self.two(rule, ("actual", "target"), actual, target)

    def inverse_ratio(self, rule, marks):
        target, actual = self.ratio_amounts(marks)
        if isinstance(rule["target"], str):
            target = share_of(rule["target"])
            actual = target * self.rng.choice((1, 2, Fraction(1, 2), Fraction(5, 4), 8, 3))
            actual += self.rng.choice((0, 0, Fraction(1, 10000), Fraction(-1, 10000)))
        return self.two(rule, ("actual", "target"), actual, target)

    def edge(self, steps):
        """A bound of the steps, or one unit beside it."""
        bounds = [Fraction(step[end].lstrip("@")) for step in steps for end in ("from", "to") if end in step]
        return self.rng.choice(bounds) + self.rng.choice((-1, 0, 0, 1)) * Fraction(1, 10 ** self.rng.randint(0, 4))

    def steps(self, rule, _marks):
        if "measure" in rule["value"]:
            return {}
        value, unit = self.edge(rule["steps"]), rule.get("unit", "")
        if self.strikes(0.3):
            return {"rate": self.written(value, "天")}
        if unit == "万元":
            return {"rate": self.money(value * 10_000)}
        if unit == "个":
            return {"rate": self.pick(value, "个")}
        if not unit and self.rng.random() < 0.5:
            return {"rate": self.pick(value)}
        return {"rate": self.share(value / {"%": 100, "‰": 1000, "": 1}[unit])}

    def per_violation(self, rule, _marks):
        facts = {}
        for item in rule["items"]:
            count = Fraction(self.rng.choice((0, 0, 0, 1, 1, 2, 3, 10)))
            if self.strikes(0.5):
                count = self.rng.choice((Fraction(-1), Fraction(3, 2)))
            facts[item["id"]] = self.pick(count, self.rng.choice(("", "", "次", "笔")))
        return facts

    def truth(self):
        if self.strikes():
            return self.no_value()
        return self.rng.choice((True, False, True, "是", "否"))

    def checklist(self, rule, _marks):
        return {item["id"]: self.truth() for item in rule["items"]}

    def binary(self, rule, _marks):
        if "compare" not in rule:
            return {"done": self.truth()}
        if "measure" in rule["value"]:
            return {}
        limit = Fraction(self.rng.randint(0, 1000), 10)
        value = limit + self.rng.choice((-1, 0, 0, 1)) * Fraction(1, 10 ** self.rng.randint(0, 3))
        return self.two(rule, ("value", "limit"), value, limit)

    def on_time_share(self, rule, _marks):
        if "from" in rule:
            return {}
        due = self.rng.choice((1, 3, 7, 8, 16, 40, 80, 200, 400, 10))
        prompt = self.rng.randint(0, due)
        if self.strikes():
            due, prompt = self.rng.choice(((0, 0), (0, 0), (5, 6)))
        unit = self.rng.choice(("", "个"))
        return {"prompt": self.pick(Fraction(prompt), unit), "due": self.pick(Fraction(due), unit)}

    def in_band(self, rule, marks):
        """A grade and a score, mostly inside its band and often at its edge."""
        band = self.rng.choice(rule["bands"])
        places = int(rule["bound_places"].lstrip("@")) if "bound_places" in rule else None
        low, high = (Fraction(band[end]) * marks for end in ("from", "to"))
        if places is not None:
            low, high = (Fraction(int(bound * 10**places + Fraction(1, 2)), 10**places) for bound in (low, high))
        kind = self.rng.random()
        if kind < 0.6 or not self.trouble:
            score = low + (high - low) * Fraction(self.rng.randint(1, 99), 100)
            if places_of(score) is None or self.rng.random() < 0.5:
                score = (low + high) / 2
        else:
            unit = Fraction(1, 10 ** self.rng.randint(1, 3))
            score = self.rng.choice((low, high)) + self.rng.choice((-1, 0, 0, 1)) * unit
        if places_of(score) is None:
            score = Fraction(round(score * 10**6), 10**6)
        return band["id"] if not self.strikes(0.3) else "nothing", score

    def graded(self, rule, marks):
        grade, score = self.in_band(rule, marks)
        return {"grade": grade if not self.strikes(0.5) else None,
                "score": self.pick(score, self.rng.choice(("", "", "分")))}


class Slot:
    """Makes the rows of one slot."""

    def __init__(self, dossier, rule, marks):
        self.dossier, self.rng, self.rule, self.marks = dossier, dossier.rng, rule, marks

    def make(self):
        rng, depth = self.rng, int(self.rule.get("depth", "1").lstrip("@"))
        n = rng.choice((1, 2, 3, 3, 4, 5, 6))
        if not self.dossier.trouble:
            n = max(n, int(self.rule.get("min_rows", "1")))
            n = min(n, int(self.rule.get("max_rows", "9")))
        bottom = [self.row() for _ in range(n)]
        self.share(bottom)
        if self.dossier.strikes(0.3):
            depth += 1
        rows = bottom
        for level in range(depth - 1):
            rows = self.gather(rows, level)
        return rows

    def gather(self, rows, level):
        """Puts rows under rows."""
        above, rows = [], list(rows)
        while rows:
            n = self.rng.randint(1, len(rows))
            above.append({"name": f"组{level}", "rows": rows[:n]})
            rows = rows[n:]
            if self.rng.random() < 0.04:
                above[-1]["withdrawn"] = True
        return above

    def share(self, bottom):
        """Marks of their own for the rows."""
        if self.rule["marks"] == "equal":
            shares = [None] * len(bottom)
        elif self.rule["marks"] == "by_weight":
            shares = [Fraction(self.rng.choice((1, 2, 3, 5, 7, 25))) for _ in bottom]
        else:
            shares = Rulebooks(self.rng).split(self.marks, len(bottom))
            if self.dossier.strikes():
                shares[0] += Fraction(1, 100)
        for row, own in zip(bottom, shares):
            marks = own if own is not None else self.marks / len(bottom)
            if own is not None:
                row["marks"] = text_of(own) + self.rng.choice(("", "", "分"))
                if self.dossier.strikes(0.3):
                    row["marks"] = self.rng.choice((None, "0"))
            if self.rule["score"] == "mean":
                marks = Fraction(1)
            elif self.rule["marks"] == "by_weight":
                marks = own * self.marks / sum(shares)
            self.fill(row, marks)

    def row(self):
        kinds = [sign for sign in (*SIGNS, "qualitative") if sign in self.rule["rules"] or self.dossier.strikes(0.2)]
        kind = self.rng.choice(kinds)
        row = {"name": "行", "nature": "qualitative" if kind == "qualitative" else "quantitative"}
        if kind != "qualitative":
            row["sign"] = {">=": self.rng.choice((">=", "≥")), "<=": self.rng.choice(("<=", "≤"))}.get(kind, kind)
        if self.rng.random() < 0.08:
            row["withdrawn"] = True
        return row

    def fill(self, row, marks):
        """The figures of a row."""
        sign = {"≥": ">=", "≤": "<="}.get(row.get("sign"), row.get("sign", "qualitative"))
        rule, dossier = self.rule["rules"].get(sign), self.dossier
        if rule is None:
            row["actual"] = row["target"] = "1"
        elif sign == "qualitative":
            grade, score = dossier.in_band(rule, marks)
            row["target"], row["actual"] = "规范", "基本规范"
            row["grade"] = grade if not dossier.strikes(0.5) else None
            row["score"] = text_of(score) if not dossier.strikes(0.5) else None
        else:
            self.figures(row, rule, marks)

    def figures(self, row, rule, marks):
        dossier, shape = self.dossier, rule["shape"].split("/")[0]
        if places_of(marks) is None:
            marks = Fraction(round(marks * 1000), 1000)
        actual, target = dossier.ratio_amounts(marks)
        if shape == "inverse_ratio":
            actual, target = target, actual
        elif shape == "steps":
            actual = dossier.edge(rule["steps"])
        elif shape == "on_time_share":
            target = Fraction(self.rng.choice((1, 3, 8, 40)))
            actual = Fraction(self.rng.randint(0, int(target)))
        units = ("",) if shape == "steps" else ("", "个", "家") if shape == "on_time_share" else ("", "%", "个", "天", "万元")
        unit = self.rng.choice(units)
        row["unit"] = unit or None
        own = unit if self.rng.random() < 0.3 else ""
        row["actual"], row["target"] = dossier.pick(actual, own), dossier.pick(target)
        if self.rng.random() < 0.12:
            row["target"], row["adjusted_target"] = dossier.written(target + 3), dossier.written(target)


def add_unit(lines, unit):
    """Writes the unit behind every amount of budget lines."""
    for line in lines:
        for name in ("initial", "adjusted", "executed"):
            amount = line.get(name)
            if amount and amount.lstrip("@-")[:1].isdigit():
                line[name] = amount.lstrip("@") + unit
        add_unit(line.get("lines", []), unit)


def share_of(text):
    """The value of a fixed share."""
    factor = 100 if text.endswith("%") else 1000 if text.endswith("‰") else 1
    return Fraction(text.rstrip("%‰")) / factor


def leaves(indicators):
    """The leaves of a tree, in order."""
    for one in indicators:
        if "rule" in one:
            yield one
        else:
            yield from leaves(one["indicators"])


def rulebook(seed):
    """The rulebook of a seed."""
    return Rulebooks(random.Random(f"rulebook {seed}")).make()


def dossier(seed, index, made_for):
    """One of the dossiers for a rulebook."""
    return Dossiers(random.Random(f"dossier {seed} {index}"), made_for).make()
