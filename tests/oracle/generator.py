"""generator.py - seeded random rulebooks and dossiers for the oracle

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Every rulebook can be loaded: marks add up, steps cover the line, tables have no gap, grades descend. Every dossier can be
read; whether it can be scored is left to chance. Points that lie half way between two roundings, figures at the edge of a
band and a small step beside it, zeros, and figures without a value are far more frequent than in life.

Documents are dictionaries for json.dumps; a text "@2.50" stands for the JSON number 2.50 and is put in by dump().
"""

import datetime
import json
import random
import re
from exact import Fraction

from gen_facts import Facts, Rows
import gen_formulas
import gen_measures
from gen_formulas import Formulas
from gen_registers import Registers
from gen_rules import DATES, NAME, POLICIES, Shapes, policies
from decimals import MONEY, points_of, settled, split, text_of

MODES = ("half_up", "half_even", "half_down", "down", "up", "floor", "ceiling")
SHAPES = {"capped_ratio": 5, "equality": 4, "inverse_ratio": 2, "inverse_linear": 2, "steps": 3, "deviation_steps": 2,
          "per_unit_excess": 3, "per_unit_deviation": 2, "piecewise_linear": 2, "last_year": 2, "per_violation": 2,
          "checklist": 2, "binary": 2, "on_time_share": 3, "graded": 2, "external_score": 2, "milestones": 2,
          "alternative": 3, "decision_table": 4, "slot": 6, "attested": 2}
NUMBER = re.compile(r'"@(-?[0-9.]+)"')
SCORERS = ("self", "department", "finance", "external")
CARRIED = ("carried_in", "added", "carry_over", "surplus")
AMOUNTS = ("initial", "adjusted", "executed", *CARRIED, "budget", "reserved_for_sme", "contract", "contract_sme", "contracts",
           "sme_contracts", "amount", "book_value", "found_value")
MONEY_TEXT = re.compile(r"^[0-9][0-9.,]*")
CALENDAR = {"first": 2022, "last": 2024,
            "holidays": ["2023-01-02", "2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26", "2023-01-27", "2023-04-05",
                         "2023-05-01", "2023-06-22", "2023-06-23", "2024-01-01", "2024-02-12"],
            "workdays": ["2023-01-28", "2023-01-29", "2023-05-06", "2023-06-25", "2024-02-04"],
            "named": [("春节", "2023-01-22"), ("国庆", "2023-10-01"), ("春节", "2024-02-10")]}


def dump(document):
    """A document as JSON text."""
    return NUMBER.sub(r"\1", json.dumps(document, ensure_ascii=False))


class Rulebooks:
    """Makes one rulebook."""

    def __init__(self, rng):
        self.rng, self.shapes = rng, Shapes(rng)
        self.places = rng.choice((0, 0, 1, 1, 2, 3, 6))

    def make(self):
        rng = self.rng
        whole = Fraction(rng.choice(("100", "100", "100", "50", "120.5", "10", "7.000001")))
        states = policies(rng)
        states.setdefault("zero_denominator", rng.choice(POLICIES))
        measures, self.shapes.own = gen_measures.make(rng) if rng.random() < 0.35 else ([], {})
        gen_formulas.OWN[:] = self.shapes.own
        rulebook = {
            "format": "perfeval-rulebook/1", "id": "oracle", "edition": "1", "title": {"zh": "随机", "en": "random"},
            "kind": "department", "fiscal_years": {"first": "@2023", "last": "@2024"},
            "status": rng.choice(("official", "reconstructed", "sample")), "full_marks": text_of(whole),
            "rounding": {level: self.level() for level in ("rate", "leaf", "subtotal", "total")},
            "policies": states, "grades": self.grades(whole),
            "indicators": self.level_of_tree(whole, 0, "", rng.choice((1, 1, 2, 3, 4, 5, 7))),
        }
        rulebook["rounding"]["rank_on"] = rng.choice(("rounded", "exact"))
        if rng.random() < 0.3:
            rulebook["bonus"] = {"limit": rng.choice(("1", "2.5", "0.005", "10")),
                                 "ceiling": text_of(whole + rng.choice((0, 1, 20, Fraction(1, 4))))}
        if rng.random() < 0.3:
            rulebook["vetoes"] = self.vetoes(rulebook["grades"])
        if not rulebook["grades"]:
            del rulebook["grades"]
        if measures:
            rulebook["measures"] = measures
        return rulebook

    def level(self):
        """A level of the rounding contract."""
        if self.rng.random() < 0.2:
            return None
        return {"places": f"@{self.rng.choice((0, 1, 1, 2, 2, 2, 2, 3, 3, 5, 9))}", "mode": self.rng.choice(MODES)}

    def grades(self, whole):
        """Descending cut-offs, the last of them 0."""
        n = self.rng.choice((0, 1, 2, 3, 4, 4, 4, 5))
        if not n:
            return []
        cuts = sorted({Fraction(round(self.rng.randint(1, 1000) * whole / 10), 100) for _ in range(n - 1)}, reverse=True)
        cuts = [cut for cut in cuts if 0 < cut <= whole] + [Fraction(0)]
        return [{"id": f"g{index}", "from": text_of(cut), "name": {"zh": f"等{index}", "en": f"g{index}"}}
                for index, cut in enumerate(cuts)]

    def vetoes(self, grades):
        vetoes = [{"id": "breach", "name": NAME, "effect": "zero"}]
        if len(grades) > 1:
            vetoes += [{"id": f"limit{index}", "name": NAME, "effect": "ceiling", "grade": self.rng.choice(grades[1:])["id"]}
                       for index in range(self.rng.randint(0, 2))]
        return vetoes

    def level_of_tree(self, marks, depth, prefix, leaves):
        """The indicators of one level, with so many leaves in all."""
        rng = self.rng
        n = leaves if depth == 3 else rng.randint(1, leaves)
        shares = [1] * n
        for _ in range(leaves - n):
            shares[rng.randrange(n)] += 1
        indicators = []
        for index, (own, share) in enumerate(zip(split(rng, marks, n, self.places), shares), 1):
            code = f"{prefix}{index}"
            one = {"code": code, "name": {"zh": f"指标{code}", "en": f"indicator {code}"},
                   "full_marks": text_of(own, rng.choice((0, 0, 1)))}
            if depth < 3 and (share > 1 or rng.random() < 0.15):
                one["indicators"] = self.level_of_tree(own, depth + 1, code + ".", share)
            else:
                self.make_leaf(one, own)
            indicators.append(one)
        return indicators

    def make_leaf(self, one, marks):
        """Gives a leaf its rule, and what changes its score."""
        rng = self.rng
        shape = rng.choices(tuple(SHAPES), tuple(SHAPES.values()))[0]
        one["rule"] = self.shapes.rule(shape, marks)
        if shape == "attested":
            one["declared"] = "only"
        elif rng.random() < 0.35:
            one["declared"] = rng.choice(("never", "if_facts_missing", "if_facts_missing", "only"))
        if rng.random() < 0.2:
            one["manual_deduction"] = rng.random() < 0.9
        if rng.random() < 0.15:
            one["caps"] = [{**self.condition(name), "points": text_of(settled(marks * rng.randint(0, 999) / 1000)),
                            "reason": {"zh": "限", "en": "cap"}} for name in ("late", "lost")[:rng.choice((1, 1, 2))]]
        if shape in ("capped_ratio", "equality") and rng.random() < 0.6:
            one["over_achievement"] = self.over()
        elif shape == "slot":
            signs = [sign for sign, rule in one["rule"]["rules"].items()
                     if rule["shape"] in ("capped_ratio/1", "equality/1") and rng.random() < 0.5]
            if signs:
                one["over_achievement"] = {sign: self.over() for sign in signs}

    def condition(self, name):
        """When a cap holds."""
        rng = self.rng
        if rng.random() < 0.6:
            return {"if_fact": name}
        if rng.random() < 0.5:
            return {"if_formula": f"c_{name} {rng.choice(('>', '<=', '='))} {rng.choice(('0', '1', '50%', 'budget.executed'))}"}
        return {"if_formula": Formulas(rng, facts=False).truth(2)}

    def over(self):
        rng = self.rng
        action = rng.choice(("flag", "reason", "reduce", "reduce"))
        over = {"from": rng.choice(("1.2", "1.3", "1.30", "1.000001", "2")), "action": action}
        if action == "reason":
            over["if_no_reason"] = rng.choice(("flag", "zero", "error"))
        if action == "reduce":
            over.update(per=rng.choice(("0.5", "1", "0.1", "2")), cap=rng.choice(("0.5", "1", "0.25", "0.999")))
        return over


class Dossiers:
    """Makes one dossier for a rulebook."""

    def __init__(self, rng, rulebook):
        self.rng, self.rulebook = rng, rulebook
        self.trouble = rng.choice((0, 0, 0, 0.02, 0.05, 0.15))
        leaf = rulebook["rounding"]["leaf"]
        self.places = min(int(leaf["places"][1:]), 5) if leaf else 2  # beyond, the ties would not fit a decimal
        self.make_fact = Facts(rng, self.trouble, self.places)
        self.facts, self.rows, self.declared, self.adjustments = {}, {}, [], []

    def strikes(self, factor=1):
        return self.trouble and self.rng.random() < self.trouble * factor

    def make(self):
        rng = self.rng
        dossier = {"format": "perfeval-dossier/1", "unit": {"name": "某单位"},
                   "fiscal_year": "@2025" if rng.random() < 0.003 else rng.choice(("@2023", "@2023", "@2024")),
                   "kind": "project" if rng.random() < 0.002 else "department"}
        text = self.rulebook.get("_text") or json.dumps([self.rulebook["indicators"], self.rulebook.get("measures")])
        if "budget." in text and not self.strikes(0.5):
            Money(self).budget(dossier)
        if "procurement" in text or "intent" in text or "award" in text or '"from": "start"' in text:
            if not self.strikes(0.5):
                Money(self).procurement(dossier)
        if "assets." in text and not self.strikes(0.5):
            dossier["assets"] = Money(self).assets()
        if ("prior." in text or "_change" in text) and not self.strikes(0.5):
            dossier["prior"] = prior = {"unit": {"name": "某单位"}, "fiscal_year": f"@{int(dossier['fiscal_year'][1:]) - 1}", "kind": "department"}
            Money(self, ("元", "万元")).budget(prior)  # cents of one year and 亿元 of the other fit no decimal
            Money(self).procurement(prior)
            if "prior.assets" in text or self.rng.random() < 0.1:
                prior["assets"] = Money(self).assets()
        if "register." in text and not self.strikes(0.3):
            for year in filter(None, (dossier, dossier.get("prior"))):
                year["registers"] = Registers(rng, self.strikes).make()
        for leaf in leaves(self.rulebook["indicators"]):
            self.make_leaf(leaf)
        self.changes(dossier)
        for key, value in (("facts", self.facts), ("rows", self.rows), ("declared", self.declared),
                           ("adjustments", self.adjustments)):
            if value:
                dossier[key] = value
        return dossier

    def make_leaf(self, leaf):
        """Facts, rows and declared scores for one leaf."""
        rng, marks, rule = self.rng, Fraction(leaf["full_marks"]), leaf["rule"]
        when, shape = leaf.get("declared", "never"), rule["shape"].partition("/")[0]
        without = when == "if_facts_missing" and rng.random() < 0.5
        facts = {}
        if shape == "slot":
            if not without and not self.strikes(2):
                self.rows[leaf["code"]] = Rows(self.make_fact, rule, marks).make()
        elif not without and not self.strikes():
            facts = self.make_fact.make(rule, marks)
        elif without and rng.random() < 0.3:
            facts = {name: rng.choice((None, "")) for name in self.make_fact.make(rule, marks)}
        for cap in leaf.get("caps") or ():
            if "if_fact" in cap:
                facts[cap["if_fact"]] = self.make_fact.truth()
            elif cap["if_formula"].startswith("c_"):
                facts[cap["if_formula"].partition(" ")[0]] = self.make_fact.pick(Fraction(rng.choice((0, 1, 1, 5)), rng.choice((1, 2))))
        if "over_achievement" in leaf and shape != "slot" and rng.random() < 0.4:
            facts["over_achievement_reason"] = rng.choice(("政策调整", "政策调整", "-", "5", None))
        if rng.random() < 0.01:
            facts["unasked"] = "1"
        if facts:
            self.facts[leaf["code"]] = facts
        if when == "only" and not self.strikes() or without and rng.random() < 0.9 or rng.random() < 0.05:
            self.declare(leaf["code"], marks)

    def declare(self, code, marks):
        rng = self.rng
        score = points_of(rng, marks, self.places)
        if self.strikes():
            score = rng.choice((marks + Fraction(1, 100), Fraction(-1, 100), marks + 1))
        scorers = ["self"] + rng.sample(SCORERS[1:], rng.choice((0, 0, 0, 1)))
        if self.strikes(0.5):
            scorers = scorers[1:]
        for scorer in scorers:
            declared = {"indicator": code, "scorer": scorer, "score": rng.choice(("", "", "@")) + text_of(score)}
            if rng.random() < 0.4:
                declared["reason"] = rng.choice(("未完成", "", " "))
            self.declared.append(declared)

    def changes(self, dossier):
        """Deductions, bonuses and events; also such as the rulebook does not provide for."""
        rng = self.rng
        for leaf in leaves(self.rulebook["indicators"]):
            for _ in range(rng.choice((0, 0, 1, 2)) if leaf.get("manual_deduction") else self.strikes(0.1)):
                self.adjust("deduction", leaf["code"], Fraction(leaf["full_marks"]))
        for _ in range(rng.choice((0, 1, 2, 3)) if "bonus" in self.rulebook else self.strikes(0.1)):
            self.adjust("bonus", None, Fraction(2))
        if "vetoes" in self.rulebook and rng.random() < 0.3:
            dossier["events"] = [{"veto": rng.choice(self.rulebook["vetoes"])["id"], "evidence": "文件"}
                                 for _ in range(rng.choice((1, 1, 2)))]
        if self.strikes(0.1):
            dossier.setdefault("events", []).append({"veto": "other", "evidence": "文件"})
        if self.strikes(0.2):
            self.declared.append({"indicator": "99", "scorer": "self", "score": "1"})
        if self.strikes(0.2):
            self.rows["98"] = [{"name": "行"}]
            self.facts["97"] = {"a": "1"}

    def adjust(self, kind, code, most):
        rng = self.rng
        points = max(points_of(rng, most, self.places) * rng.choice((1, Fraction(1, 2), Fraction(1, 10))), Fraction(1, 1000))
        one = {"kind": kind, "scorer": "self" if rng.random() < 0.9 else rng.choice(SCORERS), "points": text_of(settled(points)),
               "reason": "原因"}
        if code:
            one["indicator"] = code
        else:
            one["evidence"] = "文件"
        self.adjustments.append(one)


class Money:
    """Makes budget and procurement."""

    def __init__(self, dossiers, units=tuple(MONEY)):
        self.rng, self.strikes, self.rulebook = dossiers.rng, dossiers.strikes, dossiers.rulebook
        self.written, self.places = dossiers.make_fact.written, dossiers.places
        self.unit = self.rng.choice(units)

    def pick(self, value):
        if self.strikes(0.7):
            return self.rng.choice((None, "", "-", "不适用"))
        return self.amount(value)

    def amount(self, value):
        return text_of(settled(value), self.rng.choice((0, 0, 1, 2)))

    def budget(self, dossier):
        rng = self.rng
        marks = Fraction(rng.choice((10, 5, 20, 3)))
        adjusted = marks * rng.choice((1, 3, 10, 100, Fraction(5, 2)))
        executed = points_of(rng, marks, self.places) * adjusted / marks * rng.choice((1, 1, 1, 1, 2))
        if rng.random() < 0.3:
            adjusted, executed = Fraction(rng.randint(1, 10**6), 100), Fraction(rng.randint(0, 10**6), 100)
        initial = settled(adjusted * rng.choice((1, 1, Fraction(10, 11), Fraction(5, 4), Fraction(1, 2))))
        if self.strikes():
            adjusted = rng.choice((adjusted, Fraction(0)))
        if self.strikes():
            initial = Fraction(0)
        dossier["budget"] = {"lines": self.lines({"initial": initial, "adjusted": adjusted, "executed": settled(executed)})}
        if rng.random() < 0.7:
            for line in dossier["budget"]["lines"]:
                self.carry(line)
        if rng.random() < 0.15:
            for line in dossier["budget"]["lines"]:
                self.months(line)
        if rng.random() < 0.7:
            dossier["budget"]["three_public"] = self.three_public()
        where = rng.choice(("money_unit", "unit", "figure"))
        if where == "money_unit":
            dossier["money_unit"] = self.unit
        elif where == "unit":
            dossier["budget"]["unit"] = self.unit
        else:
            add_unit(dossier["budget"]["lines"], self.unit)
            add_unit(dossier["budget"].get("three_public", {}).values(), self.unit)

    def lines(self, amounts):
        """The lines of a budget, with or without a total of their own."""
        kind = self.rng.choice(("one", "parts", "both", "some"))
        if kind == "one":
            return [{"name": "合计", "category": "total", **{name: self.pick(value) for name, value in amounts.items()}}]
        parts = [{"name": "基本支出", "category": "basic"}, {"name": "项目支出", "category": "project"}]
        if self.rng.random() < 0.3:
            parts.append({"name": "其他支出", "category": "other"})
        for name, value in amounts.items():
            self.divide(parts, name, value)
        if self.rng.random() < 0.4:
            self.itemise(parts[0])
        if self.strikes(0.5):
            parts[-1][self.rng.choice(tuple(amounts))] = None if kind == "both" else self.rng.choice((None, "-"))
        if kind == "parts":
            return parts
        total = {"name": "合计", "category": "total", "lines": parts}
        for name, value in amounts.items():
            total[name] = self.amount(value) if self.rng.random() < 0.8 else None
        if kind == "both":
            total["complete"] = True
        else:
            parts.pop()
        return [total]

    def carry(self, line, top=True):
        """What came in, was added and is left of a line and of those below it; answers the four amounts."""
        rng, below = self.rng, [self.carry(one, False) for one in line.get("lines", ())]
        own = {name: Fraction(rng.randint(0, 3000), 10) for name in CARRIED}
        own["surplus"] = own["carry_over"] * rng.choice((0, 1, Fraction(1, 2)))
        if below:
            own = {name: sum(one[name] for one in below) for name in CARRIED}
        for name in CARRIED:
            stated = not self.strikes(0.7) and rng.random() < (0.6 if below else 1)
            line[name] = (self.pick if top and not below else self.amount)(own[name]) if stated else None
        return own

    def months(self, line):
        """What was spent in each month of a line and of those below it: twelve add up, of fewer some may be open."""
        rng, stated = self.rng, line.get("executed")
        for one in line.get("lines", ()):
            self.months(one)
        if rng.random() < 0.2:
            return
        executed = Fraction(stated) if stated and stated[0].isdigit() else Fraction(rng.randint(0, 1000), 100)
        cuts = sorted(executed * rng.randint(0, 100) / 100 for _ in range(11))
        line["months"] = [self.amount(later - before) for before, later in zip([0, *cuts], [*cuts, executed])]
        if rng.random() < 0.4 or stated and not stated[0].isdigit():
            line["months"] = line["months"][:rng.choice((0, 1, 6, 11))]
        if line["months"] and rng.random() < 0.2:
            line["months"][rng.randrange(len(line["months"]))] = rng.choice((None, ""))

    def three_public(self):
        """Parts of three public funds with what they add up to."""
        rng, three = self.rng, {}
        for item in ("abroad", "purchase", "running", "reception", "vehicles", "total"):
            three[item] = {}
        for name in ("initial", "adjusted", "executed"):
            own = {item: Fraction(rng.choice((0, 5, 10, rng.randint(0, 500))), 10) for item in ("abroad", "purchase", "running", "reception")}
            own["vehicles"] = own["purchase"] + own["running"]
            own["total"] = own["abroad"] + own["vehicles"] + own["reception"]
            for item, value in own.items():
                three[item][name] = self.amount(value)
        for item in rng.choice((("purchase", "running"), ("total",), ("vehicles", "total"),
                                ("abroad", "purchase", "running", "reception", "vehicles"))):
            del three[item]
        if self.strikes(2):
            rng.choice(tuple(three.values()))[rng.choice(("initial", "adjusted", "executed"))] = None
        if "total" not in three and self.strikes():
            three["abroad"][rng.choice(("initial", "adjusted", "executed"))] = "-"
        return three

    def assets(self):
        """Cards, most of them found as the books have them."""
        rng, cards = self.rng, []
        for _ in range(rng.choice((1, 2, 3, 4))):
            count, value = rng.choice((0, 1, 1, 2, 10)), Fraction(rng.randint(0, 10**4), 100)
            found = rng.choice((count, count, count + 1, max(count - 1, 0)))
            card = {"name": "卡片", "use": rng.choice(("in_use", "in_use", "idle", "let", "awaiting_disposal")),
                    "book_count": f"{count}" + rng.choice(("", "个")), "found_count": f"@{found}", "book_value": self.amount(value),
                    "found_value": self.amount(rng.choice((value, value, value / 2, value + 1)))}
            if rng.random() < 0.5:
                card["acquired"] = rng.choice(("2019-05-01", "2023-01-01"))
            if rng.random() < 0.4:
                card["difference_reason"] = rng.choice(("报废", "", " "))
            for name in ("use", "book_count", "found_count", "book_value", "found_value"):
                if self.strikes(0.4):
                    card[name] = None if name == "use" or rng.random() < 0.5 else "-"
            cards.append(card)
        made = {"unit": rng.choice(("元", "万元")), "records": cards if not self.strikes(0.5) else []}
        if rng.random() < 0.6:
            made["stocktake"] = rng.choice(("2023-06-30", "2023-11-30", "2024-02-29"))
        return made

    def divide(self, parts, name, value):
        """An amount as the sum of parts."""
        left = value
        for part in parts[:-1]:
            share = min(left, Fraction(int(value * self.rng.randint(0, 60)), 100))
            part[name], left = self.amount(share), left - share
        parts[-1][name] = self.amount(left)

    def itemise(self, basic):
        """Basic spending as personnel and public expenses."""
        below = [{"name": "人员经费", "category": "basic.personnel"}, {"name": "公用经费", "category": "basic.public"}]
        for name in ("initial", "adjusted", "executed"):
            self.divide(below, name, Fraction(basic[name]))
            if self.rng.random() < 0.3:
                basic[name] = None
        basic["lines"] = below
        if self.rng.random() < 0.5:
            basic["complete"] = True

    def procurement(self, dossier):
        rng = self.rng
        dossier["procurement"] = procurement = {"unit": rng.choice(("元", "万元"))}
        if rng.random() < 0.7:
            procurement["records"] = [self.record() for _ in range(rng.choice((1, 2, 3, 4, 5)))]
            return
        reserved = Fraction(rng.randint(0, 10**5), 100) if not self.strikes() else Fraction(0)
        contracts = settled(reserved * rng.choice((1, Fraction(1, 2), Fraction(7, 8), Fraction(5, 4))))
        procurement["summary"] = {"reserved_for_sme": self.pick(reserved), "sme_contracts": self.pick(contracts)}
        if rng.random() < 0.6:
            procurement["summary"]["contracts"] = self.pick(contracts * 2)
            procurement["summary"]["budget"] = self.pick(reserved * 3)

    def record(self):
        """One procurement: dates in order, some of them not there."""
        rng = self.rng
        record = {"name": "采购", "method": rng.choice(("open_tender", "open_tender", "single_source", None)),
                  "category": rng.choice(("goods", "works", "services"))}
        day = datetime.date(2024, 12, 20) if self.strikes(0.3) else datetime.date(2023, 1, 5)
        known = rng.choice((6, 6, 6, 5, 4)) if not self.strikes(3) else rng.randint(0, 6)
        for name in DATES[:known]:
            gap = rng.choice((0, 1, 5, 6, 7, 8, 29, 30, 31))
            if name == "filing":
                day = datetime.date.fromisoformat(record.get("signing", str(day)))
            day += datetime.timedelta(gap)
            if not self.strikes(1):
                record[name] = str(day)
        budget = Fraction(rng.randint(100, 10**5), 100)
        if not self.strikes():
            record["budget"] = self.amount(budget)
        if not self.strikes():
            record["reserved_for_sme"] = self.amount(budget * rng.choice((0, 1, Fraction(1, 2), Fraction(3, 10))))
        if "signing" in record and not self.strikes():
            record["contract"] = self.pick(budget * rng.choice((1, Fraction(9, 10), Fraction(3, 4))))
        if "contract" in record and not self.strikes():
            record["supplier_size"] = rng.choice(("micro", "small", "medium", "large"))
        self.finish(record, day)
        return record

    def finish(self, record, day):
        """What follows a contract: exemptions, acceptance, payments, the part of small and medium firms."""
        rng = self.rng
        for name in ("intent_exemption", "publication_exemption"):
            if rng.random() < 0.15:
                record[name] = rng.choice(("紧急", "国家秘密", "", " "))
        contract = record.get("contract")
        if rng.random() < 0.15 and contract and contract[0].isdigit():
            record["contract_sme"] = rng.choice((self.amount(Fraction(contract) * rng.choice((0, 1, Fraction(1, 2)))), "-", None))
        if "signing" not in record or rng.random() < 0.4:
            return
        day = max(day, datetime.date.fromisoformat(record["signing"]))
        if rng.random() < 0.7:
            day += datetime.timedelta(rng.choice((0, 10, 60)))
            record["acceptance"] = str(day)
        record["payments"] = [self.payment(day) for _ in range(rng.choice((0, 1, 1, 2)))]

    def payment(self, day):
        rng, one = self.rng, {"amount": self.pick(Fraction(self.rng.randint(0, 100)))}
        if rng.random() < 0.6:
            one["due"] = str(day + datetime.timedelta(rng.choice((0, 5, 30))))
        if not self.strikes() and rng.random() < 0.95:
            one["paid"] = str(day + datetime.timedelta(rng.choice((0, 5, 29, 30, 31, 60))))
        return one


def add_unit(lines, unit):
    """Writes the unit behind every amount of budget lines."""
    for line in lines:
        for name in ("initial", "adjusted", "executed", *CARRIED):
            amount = line.get(name)
            if amount and amount.lstrip("-")[:1].isdigit():
                line[name] = amount + unit
        if line.get("months"):
            line["months"] = [one and one + unit for one in line["months"]]
        add_unit(line.get("lines", []), unit)


def leaves(indicators):
    """The leaves of a tree, in order."""
    for one in indicators:
        if "rule" in one:
            yield one
        else:
            yield from leaves(one["indicators"])


class Mixer:
    """Makes many dossiers of a few: each takes budget, procurement and the figures of each leaf from any of them."""

    PARTS = ("facts", "rows")
    LISTS = ("declared", "adjustments", "events")

    def __init__(self, seed, made_for, bases):
        self.rng = random.Random(f"mixer {seed}")
        self.bases = [dossier(seed, index, made_for) for index in range(bases)]
        self.codes = [leaf["code"] for leaf in leaves(made_for["indicators"])]
        self.heads = [dump({name: value for name, value in base.items()
                            if name not in (*self.PARTS, *self.LISTS)})[:-1] for base in self.bases]
        self.parts = {part: [[f'"{code}": {dump(base[part][code])}' if code in base.get(part, {}) else None
                              for code in self.codes] for base in self.bases] for part in self.PARTS}
        self.lists = {name: [dump(base[name]) if base.get(name) else None for base in self.bases] for name in self.LISTS}

    def text(self, index):
        """A dossier as JSON: the first ones as they were made, then mixed ones."""
        if index < len(self.bases):
            return dump(self.bases[index])
        choice, n = self.rng.randrange, len(self.bases)
        picks = [choice(n) for _ in self.codes]
        members = [self.heads[choice(n)]]
        for part, texts in self.parts.items():
            found = [texts[pick][place] for place, pick in enumerate(picks) if texts[pick][place]]
            if found:
                members.append(f'"{part}": {{{", ".join(found)}}}')
        for name, texts in self.lists.items():
            found = texts[choice(n)]
            if found:
                members.append(f'"{name}": {found}')
        return ", ".join(members) + "}"


def rulebook(seed):
    """The rulebook of a seed."""
    return Rulebooks(random.Random(f"rulebook {seed}")).make()


def dossier(seed, index, made_for):
    """One of the dossiers for a rulebook."""
    return Dossiers(random.Random(f"dossier {seed} {index}"), made_for).make()


def records(rng):
    """A dossier with records of every kind, of both years, as JSON."""
    book = {"_text": "budget. procurement assets. prior. prior.assets", "indicators": [], "rounding": {"leaf": None}}
    dossier = Dossiers(rng, book).make()
    if rng.random() < 0.2:
        year = dossier.get("prior") or dossier if rng.random() < 0.3 else dossier
        year.update({name: emptied(year[name]) for name in ("budget", "procurement", "assets") if name in year})
    return dump(dossier)


def emptied(part):
    """The same records, all of whose money is 0."""
    if isinstance(part, list):
        return [emptied(one) for one in part]
    if not isinstance(part, dict):
        return MONEY_TEXT.sub("0", part) if isinstance(part, str) else part
    return {name: [one and emptied(one) for one in value] if name == "months" else
            emptied(value) if isinstance(value, (dict, list)) or name in AMOUNTS else value for name, value in part.items()}


def weight(rng, funds, trouble=True):
    """What a unit weighs in a roll-up, as a text; nothing where its dossier says it."""
    if funds:
        return rng.choice(("", "", "5元", "1万元", "0元", "123.45元", "3", "-1元") if trouble and rng.random() < 0.5
                          else ("5元", "1万元", "0.37元"))
    return rng.choice(("1", "2", "3分", "0", "0.5", "", "-1", "1%", "-") if trouble and rng.random() < 0.2
                      else ("1", "2", "7.5", "0.3", "3分", "0"))


def weights(rng, funds, trouble, n):
    """What units weigh: numbers that add up to a power of two, so that halves come of them, some that do not divide, or any."""
    kind, unit = rng.random(), "元" if funds else ""
    if kind < 0.4:
        return [weight(rng, funds, trouble) for _ in range(n)]
    if kind < 0.7:
        return [one + unit for one in {3: "112", 5: "11222"}.get(n, "1" * n)]
    return [rng.choice(("1", "2", "7", "11", "0.3", "13.37")) + unit for _ in range(n)]


def calendar_text():
    """The calendar as driver.c takes it."""
    lines = [f"Y {CALENDAR['first']} {CALENDAR['last']}"]
    lines += [f"{kind} {day.replace('-', '')}" for kind, days in (("H", CALENDAR["holidays"]), ("W", CALENDAR["workdays"]))
              for day in days]
    return "\n".join(lines + [f"N {day.replace('-', '')} {name}" for name, day in CALENDAR["named"]]) + "\n"
