"""totals.py - several units taken together, "totals first, then score": the dossier of the whole, as include/perfeval/rollup.h says

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The dossier of the whole is one of a unit, in which figures are read already.
"""

import exact
from exact import decimal, div, round_to, rounded
from figures import (BLANKS, LINE_AMOUNTS, MISSING, NOT_APPLICABLE, TEXT, VALUE, Figure, Records, figure, unit_of)
import rules

UNUSED, COUNTED, AMOUNT, SHARE, POINTS, GRADE, JOINED = range(7)
MOST_PLACES, MOST_DIGITS = 18, 2**63 - 1
RELATIVE = ("%", "‰", "percentage point")
THREE_PUBLIC = ("total", "abroad", "vehicles", "purchase", "running", "reception")
TOTALS = ("budget", "reserved_for_sme", "contracts", "sme_contracts")
RECORD_AMOUNTS = ("budget", "reserved_for_sme", "contract", "contract_sme")


def word_of(written, unit=""):
    """The word of a number's unit."""
    if isinstance(written, dict):
        return written.get("unit", "")
    match = exact.NUMBER.match(written.strip(BLANKS)) if isinstance(written, str) else None
    return written.strip(BLANKS)[match.end():].strip(BLANKS) or unit if match else ""


class Part:
    """A figure of one unit."""

    def __init__(self, unit, written, path, of=""):
        self.unit, self.figure = unit, figure(written, path, of)
        self.kind, self.factor = self.figure.dimension, 1
        self.has_word = bool(of)
        if self.figure.state == VALUE and self.kind != "truth":
            word = word_of(written, of)
            dimension, self.factor = unit_of(word)
            self.kind = {"share": "‰" if "‰" in word else "%"}.get(dimension, dimension)  # which are not averaged together

    def goes_with(self, other, of_points):
        mine, theirs = self.figure, other.figure
        kinds = {"number" if of_points and one.kind == "point" else one.kind for one in (self, other)}
        if mine.state != theirs.state or (mine.state == VALUE and len(kinds) > 1):
            return False
        if mine.state == TEXT:
            return mine.text == theirs.text
        if self.kind == "other" and not self.has_word:
            return False  # 公里 and 吨 are both unknown
        return self.kind != "truth" or mine.value == theirs.value


class Overflow(Exception):
    """A sum that no decimal holds."""


def fits(value):
    """Whether a decimal holds a number."""
    for places in range(MOST_PLACES + 1):
        if (value * 10**places).denominator == 1:
            return -MOST_DIGITS - 1 <= value * 10**places <= MOST_DIGITS
    return False


def held(value, *factors):
    """A sum that a decimal holds, in the unit of the first; where that is not known, in one of those of money."""
    if not any(fits(div(value, factor)) for factor in factors or (1, 10**4, 10**8)):
        raise Overflow
    return value


def join(texts):
    """Different texts one behind the other."""
    joined = []
    for text in texts:
        if text and not (joined and text in "；".join(joined).split("；")):
            joined.append(text)
    return "；".join(joined)


def of_money(figures):
    """A sum of money: missing as soon as one is; what does not apply is left out."""
    if any(one.state == MISSING for one in figures):
        return Figure(MISSING, None)
    values = [one.value for one in figures if one.state == VALUE]
    return Figure(VALUE, None, held(sum(values)), "money") if values else Figure(NOT_APPLICABLE, None)


class Totals:
    """The dossier of several units that one rulebook has scored."""

    def __init__(self, book, evaluations, weights, means=None):
        self.book, self.units, self.weights, self.means = book, [one.dossier for one in evaluations], weights, means
        self.scorer = evaluations[0].scorer
        self.errors, self.findings = [], []
        first = self.units[0]
        self.whole = {"fiscal_year": first["fiscal_year"], "kind": first["kind"]}
        self.name_rest()
        if self.all_have("prior", "", self.units):
            self.whole["prior"] = {}
            self.records(self.whole["prior"], "/prior", [unit["prior"] for unit in self.units])
        self.records(self.whole, "", self.units)
        self.facts()
        self.rows()
        self.declared()
        self.adjustments()

    def conflict(self, path):
        self.errors.append(("PE_ERROR_MERGE_CONFLICT", path))

    def not_merged(self, path):
        self.findings.append(("PE_NOTE_NOT_MERGED", path))

    def name_rest(self):
        """What is not taken together."""
        for index, unit in enumerate(self.units):
            if unit.get("assets") is not None:
                self.not_merged(f"/units/{index}/assets")
            if (unit.get("prior") or {}).get("assets") is not None:
                self.not_merged(f"/units/{index}/prior/assets")
            for dossier, path in ((unit, ""), (unit.get("prior") or {}, "/prior")):
                if dossier.get("registers"):
                    self.not_merged(f"/units/{index}{path}/registers")
            for number, _ in enumerate(unit.get("events") or ()):
                self.not_merged(f"/units/{index}/events/{number}")

    def all_have(self, name, prefix, dossiers):
        """Whether all units have something; what only some have is named."""
        there = [one.get(name) is not None for one in dossiers]
        if any(there) and not all(there):
            for index, has in enumerate(there):
                if has:
                    self.not_merged(f"/units/{index}{prefix}/{name}")
        return all(there)

    # --- figures

    def together(self, parts, mean, of_points, path):
        """What the figures of units come to; None with a conflict. A path is that of a rounding."""
        stated = [one for one in parts if one.figure.state in (VALUE, TEXT)]
        for one in stated[1:]:
            if not one.goes_with(stated[0], of_points):
                self.conflict(one.figure.path)
                return None
        if any(one.figure.state == MISSING for one in parts):
            return Figure(MISSING, None)
        if not stated:
            return Figure(NOT_APPLICABLE, None)
        first = stated[0].figure
        if first.state == TEXT or stated[0].kind == "truth":
            return Figure(first.state, None, first.value, first.dimension, first.text)
        if mean:
            return self.mean(stated, of_points, path)
        try:
            return Figure(VALUE, None, held(sum(one.figure.value for one in stated), stated[0].factor), first.dimension)
        except Overflow:
            self.errors.append(("PE_ERROR_OVERFLOW", ""))
            return None

    def mean(self, parts, of_points, path):
        whole = sum(self.weights[one.unit] for one in parts)
        if whole == 0:
            return Figure(NOT_APPLICABLE, None)
        factor = {"%": 100, "‰": 1000, "percentage point": 100}.get(parts[0].kind, 1)
        value = div(sum(self.weights[one.unit] * one.figure.value for one in parts) * factor, whole)
        value = self.settle(value, of_points, path)
        return None if value is None else Figure(VALUE, None, div(value, factor), parts[0].figure.dimension)

    def settle(self, value, of_points, path):
        """An average as a decimal, rounded where none holds it."""
        if fits(value):
            return value
        contract = self.means or self.book.rounding["leaf" if of_points else "rate"]
        if contract is None:
            self.errors.append(("PE_ERROR_MEAN_UNROUNDED", path))
            return None
        settled = round_to(value, *contract)
        if not -MOST_DIGITS - 1 <= settled * 10 ** contract[0] <= MOST_DIGITS:
            self.errors.append(("PE_ERROR_OVERFLOW", ""))
            return None
        self.findings.append(("PE_NOTE_MEAN_ROUNDED", path))
        return settled

    # --- facts

    def nature(self, leaf, name):
        """What a fact is to the rules that use it."""
        if name == "over_achievement_reason" and leaf.rule and name in leaf.names() and name not in leaf.cap_names:
            return JOINED
        found = UNUSED
        if leaf.rule:
            found = nature_of(leaf.rule, name)
            for one in getattr(leaf.rule, "rules", {}).values():
                found = both(found, nature_of(one, name))
        return AMOUNT if found == UNUSED and name in leaf.cap_names else found

    def facts(self):
        """The facts of all units, each name as one."""
        facts = self.whole["facts"] = {}
        for code in sorted(self.book.leaves):
            leaf, mine = self.book.leaves[code], [(unit.get("facts") or {}).get(code) or {} for unit in self.units]
            merged, differ = {}, False
            for name in sorted({name for one in mine for name in one}):
                nature = self.nature(leaf, name)
                paths = [f"/units/{index}/facts/{code}/{name}" for index in range(len(mine))]
                parts = [Part(index, one.get(name), path) for index, (one, path) in enumerate(zip(mine, paths))]
                here = next(path for one, path in zip(mine, paths) if name in one)
                if nature == UNUSED:
                    continue
                if nature == JOINED:
                    text = join([one.figure.text for one in parts])
                    if text:
                        merged[name] = Figure(TEXT, None, text=text)
                elif nature == GRADE and grades_differ(parts):
                    differ = True
                else:
                    merged[name] = self.fact(parts, nature, here)
                    if nature == POINTS and differ:
                        merged["grade"] = self.grade(leaf, merged[name], here.rpartition("/")[0] + "/grade")
                        differ = False
            facts[code] = {name: one for name, one in merged.items() if one is not None}

    def fact(self, parts, nature, path):
        values = [one for one in parts if one.figure.state == VALUE]
        if nature == AMOUNT and values and values[0].kind == "number":
            self.conflict(path)
            return None
        mean = nature in (SHARE, POINTS) or (values and values[0].kind in RELATIVE)
        return self.together(parts, mean, nature == POINTS, path)

    def grade(self, leaf, score, path):
        """The grade in whose band the averaged score lies."""
        found = []
        if score is None:
            return None
        if score.state == VALUE and isinstance(leaf.rule, rules.Graded):
            found = bands_of(leaf.rule, leaf.full_marks, score.value)
        if len(found) != 1:
            self.conflict(path)
            return None
        return Figure(TEXT, None, text=found[0])

    # --- what persons stated

    def declared(self):
        """The scores of the scorer at leaves that all units were scored at."""
        merged = self.whole["declared"] = []
        for code in self.book.leaves:
            mine = [next(((index, one) for index, one in enumerate(unit.get("declared") or ())
                          if one["indicator"] == code and one["scorer"] == self.scorer), None) for unit in self.units]
            if None in mine:
                for unit, found in enumerate(mine):
                    if found:
                        self.not_merged(f"/units/{unit}/declared/{found[0]}")
                continue
            score = self.average([decimal(one["score"]) for _, one in mine], f"/units/0/declared/{mine[0][0]}")
            if score is not None:
                merged.append({"indicator": code, "scorer": self.scorer, "score": exact.cut(score, MOST_PLACES),
                               "reason": join([one.get("reason") for _, one in mine])})

    def average(self, values, path):
        value = div(sum(weight * one for weight, one in zip(self.weights, values)), sum(self.weights))
        return self.settle(value, True, path)

    def adjustments(self):
        """What the scorer took away at each leaf, and added to the total."""
        merged = self.whole["adjustments"] = []
        for code in [code for code, leaf in self.book.leaves.items() if leaf.manual] + [None] * bool(self.book.bonus):
            points = [sum(decimal(one["points"]) for one in unit.get("adjustments") or () if self.is_one(one, code))
                      for unit in self.units]
            if not all(map(fits, points)):
                self.errors.append(("PE_ERROR_OVERFLOW", ""))
                continue
            mean = self.average(points, "/units/0/adjustments")
            if mean:
                merged.append({"kind": "deduction" if code else "bonus", "indicator": code, "scorer": self.scorer,
                               "points": exact.cut(mean, MOST_PLACES)})

    def is_one(self, one, code):
        return one["scorer"] == self.scorer and (one.get("indicator") == code if code else one["kind"] == "bonus")

    # --- rows

    def rows(self):
        rows = self.whole["rows"] = {}
        for code, leaf in self.book.leaves.items():
            if leaf.slot:
                top = [(index, f"/units/{index}/rows/{code}/{number}", one) for index, unit in enumerate(self.units)
                       for number, one in enumerate((unit.get("rows") or {}).get(code) or ())]
                rows[code] = self.level(top, leaf)

    def level(self, members, leaf):
        """The rows below one row, those of one name together."""
        names, merged = {}, []
        for one in members:
            names.setdefault(one[2]["name"], []).append(one)
        for same in names.values():
            row = self.row(same, leaf)
            below = [(unit, f"{path}/rows/{number}", one) for unit, path, row_of in same
                     for number, one in enumerate(row_of.get("rows") or ())]
            row["rows"] = self.level(below, leaf)
            merged.append(row)
        return merged

    def row(self, members, leaf):
        """Rows of one name."""
        counting = [one for one in members if one[2].get("withdrawn") is not True]
        first = (counting or members)[0][2]
        row = {name: first.get(name) for name in ("name", "nature", "sign", "marks")}
        row["withdrawn"] = not counting
        if not counting or not self.agree(members, first):
            return row
        row["reason"] = join([one.get("reason") for _, _, one in counting])
        if first.get("nature") == "qualitative":
            self.judged(row, counting, leaf)
        else:
            self.quantities(row, counting, leaf.slot.rules.get(sign_of(first)))
        return row

    def agree(self, members, first):
        """What all have to say alike."""
        known, last = len(self.errors), None
        for unit, path, one in members:
            if unit == last:
                self.conflict(path + "/name")
            elif one.get("withdrawn") is True:
                self.not_merged(path)
            else:
                differs = [name for name in ("nature", "sign", "unit", "marks") if said(one, name) != said(first, name)]
                if differs:
                    self.conflict(f"{path}/{differs[0]}")
            last = unit
        return len(self.errors) == known

    def quantities(self, row, members, rule):
        read = {name: [Part(unit, one.get(name), f"{path}/{name}", one.get("unit") or "") for unit, path, one in members]
                for name in ("target", "actual", "adjusted_target")}
        is_adjusted = any(one.figure.state != MISSING for one in read["adjusted_target"])
        counts = [adjusted if adjusted.figure.state != MISSING else target
                  for target, adjusted in zip(read["target"], read["adjusted_target"])]
        paths = [(path + "/target", path + "/actual") for _, path, _ in members]
        bare = [self.is_bare(rule, "target", counts, [one for one, _ in paths]),
                self.is_bare(rule, "actual", read["actual"], [one for _, one in paths])]
        mean = any(next((one.kind in RELATIVE for one in read[name] if one.figure.state == VALUE), False)
                   for name in ("target", "actual"))
        where = members[0][1]
        row["target"] = self.together(read["target"], mean, False, where + "/target")
        row["actual"] = self.together(read["actual"], mean, False, where + "/actual")
        if is_adjusted:
            row["adjusted_target"] = self.together(counts, mean, False, where + "/adjusted_target")
        return bare

    def is_bare(self, rule, name, parts, paths):
        """A bare number against a bound of the scheme is refused."""
        if rule is None or name not in rule.facts or len(bound_of(rule)) > 1:
            return False
        for one, path in zip(parts, paths):
            if one.figure.state == VALUE:
                if one.kind == "number":
                    self.conflict(path)
                return one.kind == "number"
        return False

    def judged(self, row, members, leaf):
        """A person's score and grade."""
        for name in ("target", "actual"):
            text = join([figure(one.get(name), "").text for _, _, one in members])
            row[name] = Figure(TEXT, None, text=text) if text else None
        scores = [Part(unit, one.get("score"), path + "/score") for unit, path, one in members]
        row["score"] = self.together(scores, True, True, members[0][1] + "/score")
        grades = [one.get("grade") or None for _, _, one in members]
        row["grade"] = grades[0]
        if row["score"] is None or all(one == grades[0] for one in grades):
            return
        marks, rule = row["marks"], leaf.slot.rules.get("qualitative")
        found = []
        if rule and row["score"].state == VALUE and leaf.slot.written["marks"] == "by_unit" and figure(marks, "").state == VALUE:
            found = bands_of(rule, figure(marks, "").value, row["score"].value)
        if len(found) == 1:
            row["grade"] = found[0]
        else:
            self.conflict(members[-1][1] + "/grade")

    # --- records

    def records(self, whole, prefix, dossiers):
        """Budget and procurement of a year."""
        read = [Records(one, f"/units/{index}{prefix}") for index, one in enumerate(dossiers)]
        for name, merge in (("budget", self.budget), ("procurement", self.procurement)):
            if self.all_have(name, prefix, dossiers):
                try:
                    whole[name] = merge(read, prefix)
                except Overflow:
                    self.errors.append(("PE_ERROR_OVERFLOW", ""))

    def budget(self, read, prefix):
        """Lines and three public funds."""
        three = {item: {which: of_money([one.of_three_public(item, which) for one in read])
                        for which in ("initial", "adjusted", "executed")} for item in THREE_PUBLIC}
        three = {item: amounts for item, amounts in three.items() if any(one.state != MISSING for one in amounts.values())}
        lines = self.lines([self.with_total(one) for one in read], len(read))
        self.check_lines(lines, prefix + "/budget")
        return {"lines": lines, "three_public": three}

    def check_lines(self, lines, path):
        """The surplus is part of what is carried over, which it can pass where that does not apply to some units; twelve months
        are what was executed, where it was derived from lines below as well."""
        for index, line in enumerate(lines):
            here = f"{path}/lines/{index}"
            if VALUE == line["surplus"].state == line["carry_over"].state and line["surplus"].value > line["carry_over"].value:
                self.errors.append(("PE_ERROR_SUM_MISMATCH", here + "/carry_over"))
            if line["executed"].state == VALUE and contradict(line["months"], line["executed"].value):
                self.errors.append(("PE_ERROR_SUM_MISMATCH", here + "/executed"))
            self.check_lines(line["lines"], here)

    @staticmethod
    def with_total(records):
        """The total of a budget above its other lines, given or derived."""
        if records.top and records.top[0].category == "total":
            return [as_line(records.top[0])]
        return [("total", "合计", False, {name: records.amount("total." + name) for name in LINE_AMOUNTS}, records.top, [])]

    def lines(self, units, n):
        """The lines of one level of all units, those of one category or else name together."""
        groups = {}
        for unit in units:
            for one in unit:
                groups.setdefault((one[0], None if one[0] else one[1]), []).append(one)
        merged = []
        for (category, _), same in groups.items():
            line = {"name": same[0][1], "category": category, "complete": all(one[2] for one in same)}
            for name in LINE_AMOUNTS:
                line[name] = Figure(MISSING, None) if category and len(same) < n else of_money([one[3][name] for one in same])
            line["months"] = months_of([one[5] for one in same] if not category or len(same) == n else [[]])
            line["lines"] = self.lines([[as_line(below) for below in one[4]] for one in same], n)
            merged.append(line)
        return merged

    def procurement(self, read, prefix):
        """Records one behind the other, or else what they come to."""
        summary = {which: of_money([one.total(which) for one in read]) for which in TOTALS}
        if all(one.records for one in read):
            records = []
            for one in read:
                records += [{**record, **{name: figure(record.get(name), None, one.unit) for name in RECORD_AMOUNTS},
                             "payments": [{**paid, "amount": figure(paid.get("amount"), None, one.unit)}
                                          for paid in record.get("payments") or ()]} for record in one.records]
            return {"records": records, "summary": summary if any(one.procurement.get("summary") for one in read) else None}
        for index, one in enumerate(read):
            if one.records:
                self.not_merged(f"/units/{index}{prefix}/procurement/records")
        return {"summary": summary}


def as_line(line):
    """Category, name, whether those below are all of it, amounts, lines below, months."""
    return (line.category, line.written["name"], line.written.get("complete") is True,
            {name: line.amount(name) for name in LINE_AMOUNTS}, line.below,
            [figure(one, None, line.own.unit) for one in line.written.get("months") or ()])


def contradict(months, executed):
    """Twelve months are what was executed, and fewer are not more; what does not apply counts as nothing."""
    values = [one.value for one in months if one.state == VALUE]
    all_there = len(months) == 12 and all(one.state != MISSING for one in months)
    return sum(values) > executed or all_there and bool(values) and sum(values) < executed


def months_of(lines):
    """The months that all lines have."""
    return [of_money(month) for month in zip(*lines)]


def sign_of(row):
    sign = row.get("sign")
    return {"≥": ">=", "≤": "<="}.get(sign, sign)


def said(row, name):
    """What a row says, alike where it means the same."""
    if name == "sign":
        return sign_of(row)
    if name == "marks":
        own = figure(row.get("marks"), "")
        return own.state, own.value
    return row.get(name) or None


def bound_of(rule):
    """The facts that a rule's arguments are."""
    return [spec["fact"] for name, spec in rule.written.items()
            if name not in ("types", "policies") and isinstance(spec, dict) and "fact" in spec]


def nature_of(rule, name):
    """What a fact is to one rule."""
    if name not in rule.facts:
        return UNUSED
    if isinstance(rule, rules.Graded):
        return GRADE if name == "grade" else POINTS
    if isinstance(rule, rules.ExternalScore) and name == "evidence":
        return JOINED
    if isinstance(rule, rules.Milestones):
        return SHARE
    if isinstance(rule, rules.PerViolation):
        return COUNTED
    if isinstance(rule, rules.Alternative):
        return AMOUNT if name == "choice" and rule.written["choice"] == "declared" else UNUSED
    if name not in bound_of(rule):
        return AMOUNT
    if isinstance(rule, rules.ExternalScore):
        return POINTS
    return COUNTED if len(bound_of(rule)) > 1 else AMOUNT


def both(one, other):
    """A fact that two rules use in two ways has to say what it is."""
    if one in (UNUSED, other):
        return other
    return one if other == UNUSED else AMOUNT


def grades_differ(parts):
    """Whether all units have a grade, save those that it does not apply to, and not all the same."""
    texts = [one.figure.text for one in parts if one.figure.state == TEXT]
    return all(one.figure.state != MISSING for one in parts) and len(set(texts)) > 1


def bands_of(rule, marks, score):
    """The bands of full marks that a score lies in."""
    return [name for name, (low, high, ends) in rule.bands.items()
            if rules.inside(score, rounded(low * marks, rule.level), rounded(high * marks, rule.level), ends)]
