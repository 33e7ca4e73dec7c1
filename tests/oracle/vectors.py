"""vectors.py - cases whose points are known from outside, and cases that the texts leave open

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json

import oracle
from exact import decimal

NAME = {"zh": "项", "en": "item"}
POLICIES = {state: "error" for state in ("missing", "not_applicable", "zero_denominator", "text", "invalid")}
TWO = {"actual": {"fact": "actual"}, "target": {"fact": "target"}}
CAPPED = {"shape": "capped_ratio/1", **TWO}
INVERSE = {"shape": "inverse_ratio/1", **TWO}
# 预算控制率 of the Hunan form, from 0 up; a cut has no points there
CONTROL = {"shape": "steps/1", "value": {"fact": "rate"}, "unit": "%", "steps": [
    {"to": "0", "ends": "()", "points": "0"}, {"from": "0", "to": "0", "ends": "[]", "points": "5"},
    {"from": "0", "to": "10", "ends": "(]", "points": "4"}, {"from": "10", "to": "20", "ends": "(]", "points": "3"},
    {"from": "20", "to": "30", "ends": "(]", "points": "2"}, {"from": "30", "ends": "()", "points": "0"}]}
BANDS = [{"id": "achieved", "name": NAME, "from": "0.8", "to": "1", "ends": "[]"},
         {"id": "partial", "name": NAME, "from": "0.6", "to": "0.8", "ends": "[)"}]
# marks, rule, facts, points: from the catalogue's test vectors
KNOWN = [
    ("10", CAPPED, {"actual": "2149.56万元", "target": "2155.61万元"}, "9.97"),
    ("1", CAPPED, {"actual": "187.61万元", "target": "258.83万元"}, "0.72"),
    ("10", CAPPED, {"actual": "95", "target": "100"}, "9.50"),
    ("10", CAPPED, {"actual": "130", "target": "100"}, "10.00"),
    ("10", CAPPED, {"actual": "0", "target": "100"}, "0.00"),
    ("10", INVERSE, {"actual": "6", "target": "5"}, "8.33"),
    ("10", INVERSE, {"actual": "7.5", "target": "5"}, "6.67"),
    ("10", INVERSE, {"actual": "10", "target": "5"}, "5.00"),
    ("10", INVERSE, {"actual": "11", "target": "5"}, "4.55"),
    ("10", INVERSE, {"actual": "0", "target": "0"}, "10"),
    ("10", INVERSE, {"actual": "1", "target": "0"}, "0"),
] + [("5", CONTROL, {"rate": rate + "%"}, points) for rate, points in (
    ("0", "5"), ("5", "4"), ("10", "4"), ("10.01", "3"), ("20", "3"), ("25", "2"), ("30", "2"), ("31", "0"))]


def rulebook_of(marks, rule, declared="never", policies=None):
    """A rulebook of one leaf."""
    level = {"places": 2, "mode": "half_up"}
    return {
        "format": "perfeval-rulebook/1", "id": "vector", "edition": "1", "title": NAME, "kind": "department",
        "fiscal_years": {"first": 2023, "last": 2023}, "status": "sample", "full_marks": marks,
        "rounding": {"rate": level, "leaf": level, "subtotal": None, "total": level, "rank_on": "rounded"},
        "policies": {**POLICIES, **(policies or {})},
        "indicators": [{"code": "1", "name": NAME, "full_marks": marks, "declared": declared, "rule": rule}],
    }


def dossier_of(facts=None, **members):
    """A dossier with facts for that leaf."""
    dossier = {"format": "perfeval-dossier/1", "unit": {"name": "某单位"}, "fiscal_year": 2023, "kind": "department"}
    if facts:
        dossier["facts"] = {"1": facts}
    return {**dossier, **members}


def slot(rules=None, **members):
    """A slot's rule."""
    return {"shape": "slot/1", "marks": "equal", "score": "rows", "empty": "error", **members,
            "rules": rules or {">=": CAPPED}}


def row(actual, target, **members):
    return {"name": "行", "nature": "quantitative", "sign": ">=", "actual": actual, "target": target, **members}


def leaf(rule, facts=None, policies=None, declared="never", **members):
    """A rulebook of one leaf worth 10 and a dossier for it."""
    return rulebook_of("10", rule, declared, policies), dossier_of(facts, **members)


def rows(rule, *written, **members):
    """A rulebook of one slot worth 10 and its rows."""
    return leaf(rule, rows={"1": list(written)}, **members)


def group(*written, **members):
    return {"name": "组", "rows": list(written), **members}


def half(facts=None, score="7", scorer="self", **members):
    """A leaf that is declared where its facts are missing."""
    rulebook = rulebook_of("10", members.pop("rule", CAPPED), members.pop("when", "if_facts_missing"),
                           members.pop("policies", None))
    declared = [{"indicator": "1", "scorer": scorer, "score": score}]
    return rulebook, dossier_of(facts, declared=declared, **members)


def money(*lines):
    return {"money_unit": "元", "budget": {"lines": list(lines)}}


def line(category, adjusted, executed, *below, **members):
    """A budget line."""
    return {"name": category, "category": category, "adjusted": adjusted, "executed": executed, **members,
            **({"lines": list(below)} if below else {})}


def signed(*dates):
    """Procurement records with the dates of award and signing."""
    records = []
    for award, signing in dates:
        records.append({"name": "购", "intent": "2023-01-01"})
        records[-1].update({key: day for key, day in (("award", award), ("signing", signing)) if day})
    return {"procurement": {"records": records}}


COUNT = {"shape": "per_violation/1", "items": [{"id": name, "name": NAME, "points": "1"} for name in "ab"]}
LIST = {"shape": "checklist/1", "items": [{"id": name, "name": NAME, "points": "5"} for name in "ab"]}
GRADED = {"shape": "graded/1", "bands": BANDS}
SHARE = {"shape": "on_time_share/1", "on_time": {"fact": "a"}, "applicable": {"fact": "b"}}
BETWEEN = {"shape": "on_time_share/1", "from": "award", "to": "signing", "limit": "30", "days": "calendar"}
WORKING = {**BETWEEN, "days": "working"}
FLAG = {"shape": "binary/1", "value": {"fact": "a"}}
RATE = {"shape": "capped_ratio/1", "actual": {"measure": "budget.execution_rate"}}
CHANGE = {"shape": "capped_ratio/1", "actual": {"measure": "budget.adjustment_rate"}}
SME = {"shape": "capped_ratio/1", "actual": {"measure": "procurement.sme_reserve_achievement"}}
MARGIN = {"shape": "capped_ratio/1", "actual": {"fact": "actual"}}
INVALID_ZERO = {"invalid": "zero"}
DROP_MISSING = {"policies": {"missing": "drop"}}
PARTS = (line("basic.personnel", "6", "3"), line("basic.public", "4", "2"))

# name: rulebook and dossier. A case for each question that the texts leave open, and for the meeting of two of them.
FIGURES = {
    "Q1-two-states": leaf(CAPPED, {"target": "-"}),
    "Q1-not-applicable-then-missing": leaf(CAPPED, {"actual": "-"}),
    "Q1-items": leaf(COUNT, {"a": "-"}),
    "Q1-items-later": leaf(COUNT, {"a": "1", "b": "-"}),
    "Q1-item-invalid-then-missing": leaf(COUNT, {"a": "-1"}),
    "Q1-item-not-applicable-then-invalid": leaf(COUNT, {"a": "-", "b": "-1"}),
    "Q1-grade-without-score": leaf(GRADED, {"grade": "achieved"}),
    "Q1-unknown-grade-without-score": leaf(GRADED, {"grade": "other"}),
    "Q1-no-grade-wrong-score": leaf(GRADED, {"grade": "-", "score": "9个"}),
    "Q1-mismatch-or-missing": leaf(CAPPED, {"actual": "5元"}),
    "Q1-mismatch-or-negative": leaf(CAPPED, {"actual": "5元", "target": "-5"}),
    "Q2-count-invalid": leaf(COUNT, {"a": "-1", "b": "0"}),
    "Q2-count-invalid-policy": leaf(COUNT, {"a": "-1", "b": "0"}, INVALID_ZERO),
    "Q2-count-truth": leaf(COUNT, {"a": True, "b": "0"}),
    "Q2-share-above": leaf(SHARE, {"a": "6", "b": "5"}),
    "Q2-share-above-policy": leaf(SHARE, {"a": "6", "b": "5"}, INVALID_ZERO),
    "Q2-share-negative": leaf(SHARE, {"a": "-1", "b": "0"}),
    "Q2-grade-unknown-policy": leaf(GRADED, {"grade": "other", "score": "8"}, INVALID_ZERO),
    "Q2-grade-number": leaf(GRADED, {"grade": "8", "score": "8"}),
    "Q2-band-policy": leaf(GRADED, {"grade": "achieved", "score": "7"}, INVALID_ZERO),
    "Q2-mismatch-policy": leaf(CAPPED, {"actual": "5元", "target": "5个"}, INVALID_ZERO),
    "Q2-capped-negative-both": leaf(CAPPED, {"actual": "-5", "target": "-10"}),
    "Q2-capped-negative-policy": leaf(CAPPED, {"actual": "5", "target": "-10"}, INVALID_ZERO),
    "Q2-inverse-negative-met": leaf(INVERSE, {"actual": "-10", "target": "-5"}),
    "Q2-inverse-negative-zero": leaf(INVERSE, {"actual": "0", "target": "-5"}),
    "Q3-share-above-zero": leaf(SHARE, {"a": "1", "b": "0"}),
    "Q4-count-and-bare": leaf(CAPPED, {"actual": "5个", "target": "10"}),
    "Q4-percent-and-bare": leaf(CAPPED, {"actual": "50%", "target": "1"}),
    "Q4-percent-and-permille": leaf(CAPPED, {"actual": "50%", "target": "1000‰"}),
    "Q4-default-percent": leaf(MARGIN, {"actual": "50%"}),
    "Q4-default-bare": leaf(MARGIN, {"actual": "0.5"}),
    "Q4-default-count": leaf(MARGIN, {"actual": "1个"}),
    "Q4-rate-percent": leaf({**RATE, "target": "80%"}, **money(line("total", "5", "2"))),
    "Q4-rate-bare": leaf({**RATE, "target": "0.8"}, **money(line("total", "5", "2"))),
    "Q4-point-and-percent": leaf(CAPPED, {"actual": "5个百分点", "target": "10%"}),
    "Q4-count-percent": leaf(COUNT, {"a": "100%", "b": "0"}),
    "Q4-count-days": leaf(COUNT, {"a": "1天", "b": "0"}),
    "Q4-count-other": leaf(COUNT, {"a": "1笔", "b": "0"}),
    "Q4-flag-1": leaf(FLAG, {"a": "1"}),
    "Q4-flag-count": leaf(FLAG, {"a": "1个"}),
    "Q4-check-1": leaf(LIST, {"a": "1", "b": True}, INVALID_ZERO),
    "Q4-truth-in-ratio": leaf(CAPPED, {"actual": True, "target": "1"}),
    "Q4-other-words-differ": leaf(CAPPED, {"actual": "5吨", "target": "10米"}),
    "Q4-score-percent": leaf(GRADED, {"grade": "achieved", "score": "900%"}),
    "Q4-score-count": leaf(GRADED, {"grade": "achieved", "score": "9个"}),
    "Q4-mismatch-target-zero": leaf(CAPPED, {"actual": "5元", "target": "0个"}),
    "Q4-steps-percent-bare": (rulebook_of("5", CONTROL), dossier_of({"rate": "0.05"})),
    "Q4-steps-bare-percent": (rulebook_of("5", {key: value for key, value in CONTROL.items() if key != "unit"}),
                              dossier_of({"rate": "500%"})),
    "Q21-bound-above-marks": (rulebook_of("1.16", {**GRADED, "bound_places": "1"}),
                              dossier_of({"grade": "achieved", "score": "1.2"})),
}
SLOTS = {
    "Q7-no-rows": leaf(slot()),
    "Q7-no-rows-min": leaf(slot(empty="full", min_rows="2")),
    "Q7-withdrawn-only-count": rows(slot(empty="full", max_rows="1"), *[row("1", "2", withdrawn=True)] * 2),
    "Q7-shallow": rows(slot(depth="2"), row("1", "2"), group(row("1", "1"))),
    "Q7-sign-and-missing": rows(slot(), row("1", "2", sign="="), row(None, "2")),
    "Q7-marks-and-missing": rows(slot(marks="by_unit"), row("1", "2", marks="9"), row(None, "2", marks="2")),
    "Q7-depth-and-missing": rows(slot(), group(row(None, "1"))),
    "Q7-no-sign": rows(slot(), {"name": "行", "nature": "quantitative", "actual": "1", "target": "2"}),
    "Q7-no-nature": rows(slot(), {"name": "行", "sign": ">=", "actual": "1", "target": "2"}),
    "Q8-marks-missing": rows(slot(marks="by_unit"), row("1", "2", marks="10"), row("1", "2")),
    "Q8-weight-missing": rows(slot(marks="by_weight"), row("1", "2", marks="10"), row("1", "2")),
    "Q8-weight-zero": rows(slot(marks="by_weight"), row("1", "2", marks="10"), row("1", "2", marks="0")),
    "Q8-weight-negative": rows(slot(marks="by_weight"), row("1", "2", marks="10"), row("1", "2", marks="-1")),
    "Q8-weight-zero-mean": rows(slot(marks="by_weight", score="mean"), row("1", "2", marks="10"),
                                row("1", "2", marks="0")),
    "Q8-group-marks": rows(slot(marks="by_unit", depth="2"), group(row("1", "2", marks="10"), marks="10")),
    "Q8-group-marks-differ": rows(slot(marks="by_unit", depth="2"), group(row("1", "2", marks="10"), marks="3")),
    "Q8-group-marks-equal-shares": rows(slot(depth="2"), group(row("1", "2", marks="10"), marks="3")),
    "Q8-withdrawn-without-marks": rows(slot(marks="by_unit"), row("1", "2", marks="10"), row("1", "2", withdrawn=True)),
    "Q9-group-withdrawn": rows(slot(depth="2"), group(row("1", "2"), withdrawn=True), group(row("1", "2"))),
    "Q9-group-withdrawn-mean": rows(slot(depth="2", score="mean"), group(row("1", "2"), withdrawn=True),
                                    group(row("1", "4"))),
    "Q10-all-dropped": rows(slot(empty="full", **DROP_MISSING), row(None, "2")),
    "Q10-all-dropped-mean": rows(slot(empty="full", score="mean", **DROP_MISSING), row(None, "2")),
    "Q10-all-dropped-error": rows(slot(**DROP_MISSING), row(None, "2")),
    "Q10-withdrawn-full": rows(slot(empty="full"), row("1", "2", withdrawn=True)),
    "Q10-withdrawn-zero": rows(slot(empty="zero"), row("1", "2", withdrawn=True)),
    "Q10-some-dropped": rows(slot(**DROP_MISSING), row(None, "2"), row("1", "2")),
    "Q10-all-leaves-dropped": leaf(CAPPED, {"target": "1"}, {"missing": "drop"}),
    "Q10-group-of-dropped": rows(slot(depth="2", **DROP_MISSING), group(row(None, "2")), group(row("1", "2"))),
    "Q11-slot-none": half(rule=slot(empty="full")),
    "Q11-slot-withdrawn": half(rule=slot(empty="full"), rows={"1": [row("1", "2", withdrawn=True)]}),
    "Q11-slot-rows-without-facts": half(rule=slot(), rows={"1": [row(None, None)]}),
    "Q11-slot-neither": leaf(slot(), None, None, "if_facts_missing"),
    "Q18-graded-mean": rows(slot({"qualitative": GRADED}, score="mean"), {
        "name": "行", "nature": "qualitative", "grade": "achieved", "score": "0.9"}),
    "Q18-graded-mean-marks": rows(slot({"qualitative": GRADED}, score="mean"), {
        "name": "行", "nature": "qualitative", "grade": "achieved", "score": "9"}),
}
RECORDS = {
    "Q11-not-applicable-is-there": half({"actual": "-", "target": "1"}),
    "Q11-one-of-two": half({"target": "5"}),
    "Q11-none": half({"other": "5"}),
    "Q11-measure-missing": half(rule=RATE),
    "Q11-measure-zero": half(rule=RATE, policies={"zero_denominator": "zero"}, **money(line("total", "0", "0"))),
    "Q11-measure-half": half(rule=RATE, **money(line("total", "5", None))),
    "Q11-records-none": half(rule=BETWEEN),
    "Q11-records-other": half(rule=BETWEEN, **signed((None, None))),
    "Q11-records-incomplete": half(rule=BETWEEN, **signed(("2023-01-01", None))),
    "Q11-neither": leaf(CAPPED, None, None, "if_facts_missing"),
    "Q11-neither-policy": leaf(CAPPED, None, {"missing": "zero"}, "if_facts_missing"),
    "Q12-no-procurement": leaf(BETWEEN, None, {"zero_denominator": "full"}),
    "Q12-summary-only": leaf(BETWEEN, None, {"zero_denominator": "full"}, procurement={"summary": {}}),
    "Q12-none-applicable": leaf(BETWEEN, None, {"zero_denominator": "full"}, **signed((None, None))),
    "Q12-without-end": leaf(BETWEEN, None, {"missing": "full"},
                            **signed(("2023-01-01", "2023-02-01"), ("2023-01-01", None))),
    "Q12-working": leaf(WORKING, **signed(("2023-01-01", "2023-02-01"))),
    "Q12-working-none": leaf(WORKING, None, {"zero_denominator": "full"}, **signed((None, None))),
    "Q13-year": leaf(CAPPED, fiscal_year=2022),
    "Q13-kind": leaf(CAPPED, kind="project"),
    "Q15-never-above": half({"actual": "1", "target": "2"}, "11", when="never"),
    "Q15-there-negative": half({"actual": "1", "target": "2"}, "-1"),
    "Q15-other-scorer": half({"actual": "1", "target": "2"}, "11", "finance", when="never"),
    "Q15-only-other-scorer": half(None, "4", "finance", when="only"),
    "Q19-part-not-applicable": leaf(RATE, **money(line("basic", "10", "5"), line("project", "-", "-"))),
    "Q19-parts-not-applicable": leaf(RATE, **money(line("basic", "-", "-"), line("project", "-", "-"))),
    "Q19-part-missing": leaf(RATE, **money(line("basic", "10", "5"), line("project", None, None))),
    "Q19-total-of-complete": leaf(RATE, **money(line("total", None, None, line("basic", "6", "3"), complete=True))),
    "Q19-total-of-some": leaf(RATE, **money(line("total", None, None, line("basic", "6", "3")))),
    "Q19-records-not-applicable": leaf(SME, money_unit="元", procurement={"records": [
        {"name": "购", "reserved_for_sme": "-", "contract": "-", "supplier_size": "small"}]}),
    "Q19-record-without-size": leaf(SME, money_unit="元", procurement={"records": [
        {"name": "购", "reserved_for_sme": "5", "contract": "5"}]}),
}
# In these the two once differed.
SETTLED = {
    # a target of 1 that is written is the same as the default of 1
    "Q4-fixed-1-percent": leaf({**MARGIN, "target": "1"}, {"actual": "50%"}),
    "Q4-fixed-bare-percent": leaf({**MARGIN, "target": "0.9"}, {"actual": "50%"}),
    # one of the two amounts is there, as with the other rates
    "Q11-adjustment-without-initial": half(rule=CHANGE, **money(line("total", "5", None))),
    # a record without its second date is missing, whatever the order of the records
    "Q12-working-without-end": leaf(WORKING, None, {"missing": "full"},
                                    **signed(("2023-01-01", "2023-02-01"), ("2023-01-01", None))),
    # a complete line gives its amount to the sum of the top lines as it does to its own rate
    "Q19-top-line-of-complete": leaf(RATE, **money(line("basic", None, None, *PARTS, complete=True),
                                                   line("project", "10", "10"))),
    # "not applicable" does not hide a missing amount, as it does not hide a missing fact
    "Q20-missing-then-not-applicable": leaf(RATE, **money(line("total", "-", None))),
    "Q20-not-applicable-then-missing": leaf(RATE, **money(line("total", None, "-"))),
}


FORMULA = {"shape": "capped_ratio/1", "target": {"fact": "target"}}
ZERO_IS_ZERO = {"zero_denominator": "zero"}
SETTLED.update({
    # what a formula reads is not what its leaf is measured by
    "formula-not-above-budget": leaf({**FORMULA, "actual": {"formula": "budget.execution_rate + 1"}}, {"target": "1"},
                                     ZERO_IS_ZERO, **money(line("total", "5", "2"))),
    # a difference of two shares is a share, whichever way it is written
    "formula-percentage-points": leaf({**FORMULA, "actual": {"formula": "a"}}, {"a": "5个百分点", "target": "1"}),
    # "not applicable" does not hide what is missing, in a filter neither
    "formula-filter-not-applicable": leaf({**FORMULA, "actual": {"formula": "count([a, b][item > 1])"}},
                                          {"a": "-", "target": "1"}, {"not_applicable": "full"}),
    # of two that do not apply the left one counts
    "formula-two-not-applicable": leaf({**FORMULA, "actual": {"formula": "a + b"}}, {"a": "-", "b": "-", "target": "1"}),
    # a total to which no record adds is one of the records
    "formula-total-of-none": leaf({**FORMULA, "actual": {"formula": "1 / procurement.sme_contracts"}}, {"target": "1"},
                                  None, money_unit="元", procurement={"records": [{"name": "购", "budget": "5"}]}),
    # the change is there when one of its two amounts is
    "formula-adjustment-without-initial": (
        rulebook_of("10", {**FORMULA, "actual": {"formula": "budget.adjustment_rate"}}, "if_facts_missing", ZERO_IS_ZERO),
        dossier_of(None, declared=[{"indicator": "1", "scorer": "self", "score": "7"}], **money(line("total", "5", None)))),
    # a summary of nothing says that nothing was bought; one without a word about it does not
    "summary-says-none": leaf(BETWEEN, None, {"zero_denominator": "full"}, money_unit="元",
                              procurement={"summary": {"contracts": "0"}}),
    "summary-says-some": leaf(BETWEEN, None, {"zero_denominator": "full"}, money_unit="元",
                              procurement={"summary": {"budget": "0", "contracts": "5"}}),
    "summary-says-nothing": leaf(BETWEEN, None, {"zero_denominator": "full"}, money_unit="元",
                                 procurement={"summary": {"sme_contracts": "0"}}),
    # nothing is chosen where one alternative is invalid
    "best-is-invalid": leaf({"shape": "alternative/1", "choice": "best", "alternatives": [
        {"id": "a", "rule": RATE}, {"id": "b", "rule": {"shape": "per_violation/1", "items": COUNT["items"]}}]},
        {"a": "0.5", "b": "0"}, {"invalid": "full", **ZERO_IS_ZERO}, **money(line("total", "2", "5"))),
    "blank-reason": (rulebook_of("10", {"shape": "attested/1"}, "only"), dossier_of(None, declared=[
        {"indicator": "1", "scorer": "self", "score": "7", "reason": " "}])),
    "qualitative-row-without-rule": rows(slot(), {"name": "行", "nature": "qualitative", "grade": "a", "score": "1"}),
})


def documents():
    """Every case as name, rulebook and dossier."""
    for number, (marks, rule, facts, _) in enumerate(KNOWN):
        yield f"known-{number}", rulebook_of(marks, rule), dossier_of(facts)
    for table in (FIGURES, SLOTS, RECORDS, SETTLED):
        for name, (rulebook, dossier) in table.items():
            yield name, rulebook, dossier


def read(document):
    return json.loads(json.dumps(document), parse_float=str, parse_int=str)


def compiled(rulebook):
    return oracle.Rulebook(read(rulebook))


def score_of(found, code):
    return next((node.score for node in found.nodes if node.code == code), None)


def check_oracle(source):
    """Holds the oracle itself against what is known from outside; answers the faults."""
    faults = []
    for number, (marks, rule, facts, points) in enumerate(KNOWN):
        found = compiled(rulebook_of(marks, rule)).evaluate(read(dossier_of(facts)))
        if found.errors or score_of(found, "1") != decimal(points):
            faults.append(f"known-{number}: {points} expected, found {found.errors or score_of(found, '1')}")
    # the published report: 49.97, 49.72 and 99.69, 优
    with open(source / "rulebooks/guangdong-2023.json", encoding="utf-8") as file:
        book = oracle.Rulebook(json.load(file, parse_float=str, parse_int=str))
    with open(source / "examples/data/zengcheng-2023.json", encoding="utf-8") as file:
        found = book.evaluate(json.load(file, parse_float=str, parse_int=str))
    for code, points in (("1", "49.97"), ("2", "49.72"), ("", "99.69")):
        if score_of(found, code) != decimal(points):
            faults.append(f"Zengcheng, node {code!r}: {points} expected, found {score_of(found, code)}")
    if found.grade < 0 or book.grades[found.grade][0] != "excellent":
        faults.append(f"Zengcheng: grade {found.grade}")
    return faults


def dossier_of_case(rulebook, case):
    """The dossier of a rulebook's case; unit, year and kind may be left out."""
    dossier = {"format": "perfeval-dossier/1", "unit": {"name": "某单位"}, "fiscal_year": rulebook["fiscal_years"]["first"],
               "kind": rulebook["kind"]}
    dossier.update({name: value for name, value in case["dossier"].items() if value is not None})
    dossier["fiscal_year"] = int(dossier["fiscal_year"])
    return dossier


def check_cases(name, rulebook):
    """Holds the oracle against what a rulebook's own cases expect, where they expect a whole evaluation."""
    faults, book = [], oracle.Rulebook(rulebook)
    for index, case in enumerate(rulebook.get("cases") or ()):
        expect, found = case["expect"], book.evaluate(read(dossier_of_case(rulebook, case)))
        if expect.get("error"):
            if expect["error"] not in [code for code, _ in found.errors]:
                faults.append(f"{name}, case {index}: {expect['error']} expected")
            continue
        for code, points in (expect.get("scores") or {}).items():
            # a case that expects scores alone needs no figures for the other indicators
            if score_of(found, code) != decimal(points) and not (found.errors and score_of(found, code) == 0):
                faults.append(f"{name}, case {index}: {points} expected at {code}, found {score_of(found, code)}")
        if expect.get("total") is not None and (found.errors or found.nodes[0].score != decimal(expect["total"])):
            faults.append(f"{name}, case {index}: total {expect['total']} expected")
    return faults
