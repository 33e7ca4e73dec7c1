"""gen_facts.py - random facts for a rule, and rows for a slot

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import re
from exact import Fraction

from decimals import HOSTILE, MONEY, beside, grouped, points_of, settled, split, text_of
from gen_rules import SIGNS, UNIT_FACTORS

NOTHING = (None, "", "-", "—", "不适用", "N/A", {"state": "not_applicable"}, "已完成", {"text": "基本完成"}, "--",
           {"state": "missing"})
FORMULA_FACT = re.compile(r"(?<![\w.\"])(a|b|c\.d|s|t|day)(?![\w.(])")
DAYS = ("2023-01-01", "2023-02-28", "2023-03-01", "2023-06-30", "2023-12-31", "2024-02-29")


def formulas_of(rule):
    """Every formula of a rule."""
    found = [spec["formula"] for spec in rule.values() if isinstance(spec, dict) and "formula" in spec]
    return found + [one["formula"] for one in rule.get("inputs") or ()]


class Facts:
    """Makes the facts of one dossier; trouble is how often a figure is one that a rule cannot take."""

    def __init__(self, rng, trouble, places):
        self.rng, self.trouble, self.places = rng, trouble, places
        self.hostile = rng.random() < 0.03

    def strikes(self, factor=1):
        return self.trouble and self.rng.random() < self.trouble * factor

    def written(self, value, unit=""):
        """A number as an office writes it; unit is its own."""
        rng = self.rng
        if self.hostile and rng.random() < 0.3:
            return rng.choice(HOSTILE) + unit
        text = text_of(settled(value), rng.choice((0, 0, 0, 1, 2)))
        if not unit and rng.random() < 0.3:
            return "@" + text
        if len(text) > 4 and rng.random() < 0.4:
            text = grouped(text)
        if rng.random() < 0.03 and unit not in ("吨", "笔"):
            return {"value": text, "unit": unit} if unit or rng.random() < 0.5 else {"value": text}
        return text + rng.choice(("", " ")) * bool(unit) + unit

    def pick(self, value, unit=""):
        """A figure with the value wanted, or trouble."""
        return self.rng.choice(NOTHING) if self.strikes() else self.written(value, unit)

    def share(self, value):
        unit, factor = self.rng.choice((("%", 100), ("%", 100), ("‰", 1000)))
        return self.pick(value * factor, unit)

    def money(self, value):
        """An amount of 元 in any unit of money."""
        unit = self.rng.choice(tuple(MONEY))
        return self.pick(Fraction(value) / MONEY[unit], unit)

    def in_kind(self, kind, value, is_first=True):
        if kind == "share":
            return self.share(value)
        if kind == "money":
            return self.money(value)
        if kind == "count":
            return self.pick(value, self.rng.choice("个家次"))
        if kind == "point":
            return self.pick(value, "百分点")
        if kind == "day":
            return self.pick(value, "天")
        if kind == "mismatch":
            return self.pick(value, "万元" if is_first else "个")
        if kind == "mixed":
            return self.share(value) if is_first else self.pick(value)
        return self.rng.choice((True, False)) if kind == "truth" else self.pick(value)

    # --- facts of shapes

    def make(self, rule, marks):
        """The facts that a rule asks for."""
        facts = getattr(self, rule["shape"].partition("/")[0])(rule, marks)
        for formula in formulas_of(rule):
            for name in FORMULA_FACT.findall(formula):
                facts[name] = self.fact_of_formula(rule, name)
        return facts

    def fact_of_formula(self, rule, name):
        kind = (rule.get("types") or {}).get(name, "number")
        rng = self.rng
        if self.strikes():
            return rng.choice((*NOTHING, True, "5", {"text": "2023-02-30"}))
        if kind == "string":
            return rng.choice(("A", "B", "C", "D", {"text": "small"}, "open_tender"))
        if kind == "boolean":
            return self.truth()
        if kind == "date":
            return {"text": rng.choice(DAYS)}
        value = Fraction(rng.choice((0, 0, 1, 1, 2, 3, 4, 5, 9, 10, 16, 27, 100, 95, -1, 7, 8)), rng.choice((1, 1, 1, 10, 100, 4)))
        return self.written(value, rng.choice(("", "", "", "%", "个", "万元", "天", "百分点", "分", "吨")))

    def ratio_amounts(self, marks):
        """An actual and a target whose ratio gives points worth testing."""
        rng = self.rng
        m = rng.choice((1, 2, 3, 7, 10, Fraction(25, 2)))
        kind = rng.random()
        if kind < 0.2:
            target, actual = Fraction(rng.randint(1, 300)), Fraction(rng.randint(0, 600))
        elif kind < 0.3:
            target = marks * m
            actual = target + rng.choice((-1, 0, 1)) * Fraction(1, 10 ** rng.randint(0, 4))
        elif kind < 0.35 and self.trouble:
            target, actual = Fraction(0), Fraction(rng.randint(-1, 2))
        elif kind < 0.5:
            target = Fraction(rng.randint(1, 300))
            actual = target * rng.choice((Fraction(6, 5), Fraction(13, 10), Fraction(3, 2), 2, Fraction(7, 4), 3))
            actual = beside(rng, actual)
        else:
            target, actual = marks * m, points_of(rng, marks, self.places) * m
        if rng.random() < 0.03:
            actual = -actual
        if self.strikes(0.3):
            target = -target
        return actual, target

    def two(self, rule, names, actual, target, kinds=("bare", "share", "share", "money", "count")):
        """The facts of two arguments, in matching units."""
        asked = {}
        kind = self.rng.choice(kinds)
        fixed = [rule.get(name) for name in names if not isinstance(rule.get(name), dict)]
        others = [rule[name] for name in names if isinstance(rule.get(name), dict) and "fact" not in rule[name]]
        if fixed:
            kind = "share" if (fixed[0] or self.rng.choice("%1"))[-1] in "%‰" else self.rng.choice(("bare", "share"))
        for other in others:
            kind = self.rng.choice(("share", "bare")) if "measure" in other else "bare"
        if self.strikes(0.3):
            kind = self.rng.choice(("mismatch", "mixed", "truth", "point"))
        for name, value in zip(names, (actual, target)):
            if isinstance(rule.get(name), dict) and "fact" in rule[name]:
                asked[rule[name]["fact"]] = self.in_kind(kind, value, name == names[0])
        return asked

    def against_fixed(self, rule, names, actual, target):
        """Where the target is fixed, what is reached lies about it."""
        fixed = rule.get(names[1], "1")
        if isinstance(fixed, dict):
            return actual, target
        fixed = share_of(fixed or "1")
        return beside(self.rng, fixed * self.rng.choice((1, 1, 2, Fraction(1, 2), Fraction(5, 4), Fraction(13, 10), 3))), fixed

    def capped_ratio(self, rule, marks):
        names = ("actual", "target")
        return self.two(rule, names, *self.against_fixed(rule, names, *self.ratio_amounts(marks)))

    equality = capped_ratio

    def inverse_ratio(self, rule, marks):
        names = ("actual", "target")
        actual, target = self.ratio_amounts(marks)
        if self.rng.random() < 0.7:
            actual, target = target, actual
        return self.two(rule, names, *self.against_fixed(rule, names, actual, target))

    inverse_linear = inverse_ratio

    def edge(self, bounds):
        """A bound of a table, or a small step beside it."""
        return beside(self.rng, self.rng.choice(bounds) if bounds else Fraction(0))

    def bounds(self, steps):
        return [Fraction(step[end].lstrip("@")) for step in steps for end in ("from", "to") if end in step]

    def in_unit(self, value, unit):
        """A figure of a value that is counted in the unit of a rule."""
        if self.strikes(0.3):
            return self.written(value, "天")
        if unit == "万元":
            return self.money(value * 10_000)
        if unit == "个":
            return self.pick(value, "个")
        if not unit and self.rng.random() < 0.5:
            return self.pick(value)
        return self.share(value * UNIT_FACTORS[unit])

    def steps(self, rule, _marks):
        if "fact" not in rule["value"]:
            return {}
        return {rule["value"]["fact"]: self.in_unit(self.edge(self.bounds(rule["steps"])), rule.get("unit", ""))}

    def piecewise_linear(self, rule, _marks):
        if "fact" not in rule["value"]:
            return {}
        ats = [Fraction(point["at"].lstrip("@")) for point in rule["points"]]
        value = self.edge(ats) if self.rng.random() < 0.5 else self.edge([sum(ats) / len(ats), (ats[0] + ats[1]) / 2])
        return {rule["value"]["fact"]: self.in_unit(value, rule.get("unit", ""))}

    def deviation(self, rule, bounds):
        """What was reached lies a deviation worth testing away from its target."""
        names = ("actual", "target")
        target = Fraction(self.rng.choice((1, 2, 4, 5, 8, 10, 20, 50, 100, 300)))
        factor = 1 + self.edge(bounds) * UNIT_FACTORS[rule.get("unit", "")]
        actual, target = self.against_fixed(rule, names, target * factor, target)
        if self.strikes(0.3):
            target = self.rng.choice((Fraction(0), -target))
        return self.two(rule, names, actual, target)

    def deviation_steps(self, rule, _marks):
        return self.deviation(rule, self.bounds(rule["steps"]))

    def per_unit_deviation(self, rule, _marks):
        per = Fraction(rule["per"])
        return self.deviation(rule, [per * n for n in (-3, -2, -1, 0, 1, 2, 3, 5)])

    def per_unit_excess(self, rule, _marks):
        unit = rule.get("unit", "")
        per, names = Fraction(rule["per"]) * UNIT_FACTORS[unit], ("actual", "target")
        target = Fraction(self.rng.choice((1, 2, 10, 100, 5)))
        excess = self.edge([per * n for n in (-2, -1, 0, 1, 2, 3, 10)]) * (target if rule.get("relative") == "yes" else 1)
        actual, target = self.against_fixed(rule, names, target + excess, target)
        kinds = ("bare", "share", "money", "count") if rule.get("relative") == "yes" else {
            "%": ("share",), "‰": ("share",), "百分点": ("share", "share", "point"), "": ("bare", "share"), "个": ("count",),
            "万元": ("money",), "天": ("day",)}[unit]
        if self.strikes(0.2):
            target = self.rng.choice((Fraction(0), -target))
        return self.two(rule, names, actual, target, kinds)

    def last_year(self, rule, marks):
        value, last = self.ratio_amounts(marks)
        if self.rng.random() < 0.3:
            value = Fraction(0)
        if self.rng.random() < 0.3:
            last = value
        return self.two(rule, ("value", "last"), value, last)

    def per_violation(self, rule, _marks):
        facts = {}
        for item in rule["items"]:
            count = Fraction(self.rng.choice((0, 0, 0, 1, 1, 2, 3, 10)))
            if self.strikes(0.5):
                count = self.rng.choice((Fraction(-1), Fraction(3, 2)))
            facts[item["id"]] = self.pick(count, self.rng.choice(("", "", "次", "笔")))
            if self.strikes(0.2):
                facts[item["id"]] = self.rng.choice((True, "5%", "5万元"))
        return facts

    def truth(self):
        if self.strikes():
            return self.rng.choice((*NOTHING, "1"))
        return self.rng.choice((True, False, True, "是", "否"))

    def checklist(self, rule, _marks):
        return {item["id"]: self.truth() for item in rule["items"]}

    def binary(self, rule, _marks):
        if "compare" not in rule:
            return {"done": self.truth()}
        names = ("value", "limit")
        limit = Fraction(self.rng.randint(0, 1000), 10)
        value, limit = self.against_fixed(rule, names, beside(self.rng, limit), limit)
        return self.two(rule, names, value, limit)

    def on_time_share(self, rule, _marks):
        if "from" in rule:
            return {}
        due = self.rng.choice((1, 3, 7, 8, 16, 40, 80, 200, 400, 10))
        prompt = self.rng.randint(0, due)
        if self.strikes():
            due, prompt = self.rng.choice(((0, 0), (0, 0), (5, 6), (0, 1)))
        unit = self.rng.choice(("", "个"))
        return {"prompt": self.pick(Fraction(prompt), unit), "due": self.pick(Fraction(due), unit)}

    def in_band(self, rule, marks):
        """A grade and a score, mostly inside its band and often at its edge."""
        band = self.rng.choice(rule["bands"])
        places = int(rule["bound_places"].lstrip("@")) if "bound_places" in rule else None
        low, high = (Fraction(band[end]) * marks for end in ("from", "to"))
        if places is not None:
            low, high = (Fraction(int(bound * 10**places + Fraction(1, 2)), 10**places) for bound in (low, high))
        if self.rng.random() < 0.6 or not self.trouble:
            score = (low + high) / 2 if self.rng.random() < 0.5 else low + (high - low) * Fraction(self.rng.randint(1, 99), 100)
        else:
            score = beside(self.rng, self.rng.choice((low, high)))
        return band["id"] if not self.strikes(0.3) else "nothing", settled(score)

    def graded(self, rule, marks):
        grade, score = self.in_band(rule, marks)
        return {"grade": grade if not self.strikes(0.5) else self.rng.choice((None, "-", "5")),
                "score": self.pick(score, self.rng.choice(("", "", "分")))}

    def external_score(self, rule, _marks):
        whole = Fraction(100)
        if isinstance(rule.get("out_of"), str):
            whole = Fraction(rule["out_of"].rstrip("分"))
        elif "out_of" in rule:
            whole = Fraction(self.rng.choice((100, 120, 10, 5)))
        score = points_of(self.rng, whole, 1)
        if self.strikes(0.5):
            score, whole = self.rng.choice(((whole + 1, whole), (Fraction(-1), whole), (Fraction(1), Fraction(0))))
        facts = {"given": self.pick(score, self.rng.choice(("", "分")))}
        if isinstance(rule.get("out_of"), dict):
            facts["whole"] = self.pick(whole, self.rng.choice(("", "分")))
        if not self.strikes():
            facts["evidence"] = "第三方报告" if not self.strikes(0.5) else self.rng.choice(("-", "5", None))
        return facts

    def milestones(self, rule, _marks):
        facts = {}
        for one in rule["milestones"]:
            share = beside(self.rng, Fraction(one["share"])) if self.rng.random() < 0.7 else Fraction(self.rng.randint(0, 120), 100)
            facts[one["id"]] = self.share(share if not self.strikes(0.2) else -share)
            if self.strikes(0.2):
                facts[one["id"]] = self.rng.choice(("0.5", "5个", True))
        return facts

    def alternative(self, rule, marks):
        facts = {}
        for one in rule["alternatives"]:
            facts.update(self.make(one["rule"], marks))
        if rule["choice"] == "declared" and not self.strikes():
            facts["choice"] = self.rng.choice([one["id"] for one in rule["alternatives"]])
            if self.strikes(0.5):
                facts["choice"] = self.rng.choice(("four", "-", "5", None))
        return facts

    def decision_table(self, _rule, _marks):
        return {}

    def attested(self, _rule, _marks):
        return {}


class Rows:
    """Makes the rows of one slot."""

    def __init__(self, facts, rule, marks):
        self.facts, self.rng, self.rule, self.marks = facts, facts.rng, rule, marks

    def make(self):
        rng, depth = self.rng, int(str(self.rule.get("depth", "1")).lstrip("@"))
        n = rng.choice((1, 2, 3, 3, 4, 5, 6))
        if not self.facts.trouble:
            n = min(max(n, int(self.rule.get("min_rows", "1"))), int(self.rule.get("max_rows", "9")))
        bottom = [self.row() for _ in range(n)]
        self.share(bottom)
        if self.facts.strikes(0.3):
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
            if self.rng.random() < 0.1:
                above[-1]["marks"] = self.sum_of_marks(rows[:n])
            rows = rows[n:]
            if self.rng.random() < 0.04:
                above[-1]["withdrawn"] = True
        return above

    def sum_of_marks(self, rows):
        """Marks of their own for a group: those of its rows, or others."""
        marks = [row.get("marks") for row in rows]
        if self.facts.strikes(2) or not all(isinstance(one, str) and one != "-" for one in marks):
            return "3"
        return text_of(sum(Fraction(one.rstrip("分")) for one in marks))

    def share(self, bottom):
        """Marks of their own for the rows."""
        rng = self.rng
        if self.rule["marks"] == "equal":
            shares = [None] * len(bottom)
        elif self.rule["marks"] == "by_weight":
            shares = [Fraction(rng.choice((1, 2, 3, 5, 7, 25))) for _ in bottom]
        else:
            shares = split(rng, self.marks, len(bottom), 2)
            if self.facts.strikes():
                shares[0] += Fraction(1, 100)
        for row, own in zip(bottom, shares):
            marks = own if own is not None else self.marks / len(bottom)
            if own is not None:
                row["marks"] = text_of(own) + rng.choice(("", "", "分"))
                if self.facts.strikes(0.3):
                    row["marks"] = rng.choice((None, "0", "-", "-1"))
            if self.rule["score"] == "mean":
                marks = Fraction(1)
            elif self.rule["marks"] == "by_weight":
                marks = own * self.marks / sum(shares)
            self.fill(row, marks)

    def row(self):
        kinds = [sign for sign in (*SIGNS, "qualitative") if sign in self.rule["rules"] or self.facts.strikes(0.2)]
        kind = self.rng.choice(kinds)
        row = {"name": "行", "nature": "qualitative" if kind == "qualitative" else "quantitative"}
        if kind != "qualitative":
            row["sign"] = {">=": self.rng.choice((">=", "≥")), "<=": self.rng.choice(("<=", "≤"))}.get(kind, kind)
        if self.facts.strikes(0.1):
            row[self.rng.choice(("nature", "sign"))] = None
        if self.rng.random() < 0.08:
            row["withdrawn"] = True
        if self.rng.random() < 0.3:
            row["reason"] = self.rng.choice(("目标偏低", "", " "))
        return row

    def fill(self, row, marks):
        """The figures of a row."""
        sign = {"≥": ">=", "≤": "<="}.get(row.get("sign"), row.get("sign") or "qualitative")
        rule, facts = self.rule["rules"].get(sign), self.facts
        if rule is None:
            row["actual"] = row["target"] = "1"
        elif sign == "qualitative":
            grade, score = facts.in_band(rule, settled(marks))
            row["target"], row["actual"] = "规范", "基本规范"
            row["grade"] = grade if not facts.strikes(0.5) else None
            row["score"] = text_of(score) if not facts.strikes(0.5) else None
        else:
            self.figures(row, rule, settled(marks, 3))

    def figures(self, row, rule, marks):
        """An actual and a target; the unit is the row's, or the figure's own."""
        facts, shape, rng = self.facts, rule["shape"].partition("/")[0], self.rng
        actual, target = facts.ratio_amounts(marks)
        units = ("", "%", "个", "天", "万元")
        if shape in ("inverse_ratio", "inverse_linear"):
            actual, target = target, actual
        elif shape == "steps":
            actual, units = facts.edge(facts.bounds(rule["steps"])), ("",)
        elif shape == "on_time_share":
            target = Fraction(rng.choice((1, 3, 8, 40)))
            actual = Fraction(rng.randint(0, int(target)))
            units = ("", "个", "家")
        elif shape in ("piecewise_linear", "per_unit_excess"):
            units = ("", "%") if shape == "piecewise_linear" else ("", "%", "个")
        unit = rng.choice(units)
        row["unit"] = unit or None
        own = unit if rng.random() < 0.3 else ""
        row["actual"], row["target"] = facts.pick(actual, own), facts.pick(target)
        if rng.random() < 0.12:
            row["target"], row["adjusted_target"] = facts.written(target + 3), facts.written(target)


def share_of(text):
    """The value of a fixed share."""
    text = text.lstrip("@")
    factor = 100 if text.endswith("%") else 1000 if text.endswith("‰") else 1
    return Fraction(text.rstrip("%‰百分点天个万元")) / factor


