"""vectors.py - cases whose points are known from outside, and cases that the texts leave open

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json

import oracle

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


def open_questions():
    """Cases for what the texts leave open: name, rulebook, dossier."""
    count = {"shape": "per_violation/1", "items": [{"id": name, "name": NAME, "points": "1"} for name in "ab"]}
    list_ = {"shape": "checklist/1", "items": [{"id": name, "name": NAME, "points": "5"} for name in "ab"]}
    graded = {"shape": "graded/1", "bands": BANDS}
    share = {"shape": "on_time_share/1", "on_time": {"fact": "a"}, "applicable": {"fact": "b"}}
    between = {"shape": "on_time_share/1", "from": "award", "to": "signing", "limit": "30", "days": "calendar"}
    rate = {"shape": "capped_ratio/1", "actual": {"measure": "budget.execution_rate"}}
    flag = {"shape": "binary/1", "value": {"fact": "a"}}
    lines = {name: {"name": name, "signing": "2023-02-01", "award": "2023-01-01"} for name in ("x", "y")}

    def leaf(rule, facts=None, policies=None, declared="never", **members):
        return rulebook_of("10", rule, declared, policies), dossier_of(facts, **members)

    def rows(rule, *written):
        return rulebook_of("10", rule), dossier_of(rows={"1": list(written)})

    drop_invalid = {"invalid": "zero"}
    cases = {
        "Q1-two-states": leaf(CAPPED, {"target": "-"}),
        "Q1-items": leaf(count, {"a": "-"}),
        "Q1-items-later": leaf(count, {"a": "1", "b": "-"}),
        "Q1-item-invalid-then-missing": leaf(count, {"a": "-1"}),
        "Q1-grade-without-score": leaf(graded, {"grade": "achieved"}),
        "Q1-unknown-grade-without-score": leaf(graded, {"grade": "other"}),
        "Q2-count-invalid": leaf(count, {"a": "-1", "b": "0"}),
        "Q2-count-invalid-policy": leaf(count, {"a": "-1", "b": "0"}, drop_invalid),
        "Q2-flag-2": leaf(flag, {"a": "2"}),
        "Q2-flag-2-policy": leaf(flag, {"a": "2"}, drop_invalid),
        "Q2-check-half": leaf(list_, {"a": "0.5", "b": True}),
        "Q2-check-half-policy": leaf(list_, {"a": "0.5", "b": True}, drop_invalid),
        "Q2-share-above": leaf(share, {"a": "6", "b": "5"}),
        "Q2-share-above-policy": leaf(share, {"a": "6", "b": "5"}, drop_invalid),
        "Q2-share-above-zero": leaf(share, {"a": "1", "b": "0"}),
        "Q2-share-negative": leaf(share, {"a": "-1", "b": "0"}),
        "Q2-grade-unknown-policy": leaf(graded, {"grade": "other", "score": "8"}, drop_invalid),
        "Q2-grade-number": leaf(graded, {"grade": "8", "score": "8"}),
        "Q2-band-policy": leaf(graded, {"grade": "achieved", "score": "7"}, drop_invalid),
        "Q2-mismatch-policy": leaf(CAPPED, {"actual": "5元", "target": "5个"}, drop_invalid),
        "Q3-capped-negative-both": leaf(CAPPED, {"actual": "-5", "target": "-10"}),
        "Q3-capped-negative-target": leaf(CAPPED, {"actual": "5", "target": "-10"}),
        "Q3-inverse-negative-met": leaf(INVERSE, {"actual": "-10", "target": "-5"}),
        "Q3-inverse-negative-missed": leaf(INVERSE, {"actual": "-2", "target": "-5"}),
        "Q3-inverse-negative-zero": leaf(INVERSE, {"actual": "0", "target": "-5"}),
        "Q4-count-and-bare": leaf(CAPPED, {"actual": "5个", "target": "10"}),
        "Q4-point-and-percent": leaf(CAPPED, {"actual": "5个百分点", "target": "10%"}),
        "Q4-count-percent": leaf(count, {"a": "100%", "b": "0"}),
        "Q4-count-days": leaf(count, {"a": "1天", "b": "0"}),
        "Q4-count-other": leaf(count, {"a": "1笔", "b": "0"}),
        "Q4-flag-count": leaf(flag, {"a": "1个"}),
        "Q4-flag-percent": leaf(flag, {"a": "100%"}),
        "Q4-truth-in-ratio": leaf(CAPPED, {"actual": True, "target": "1"}),
        "Q4-truth-in-count": leaf(count, {"a": True, "b": "0"}),
        "Q4-other-words": leaf(CAPPED, {"actual": "5吨", "target": "10吨"}),
        "Q4-other-words-differ": leaf(CAPPED, {"actual": "5吨", "target": "10米"}),
        "Q4-score-percent": leaf(graded, {"grade": "achieved", "score": "900%"}),
        "Q4-score-count": leaf(graded, {"grade": "achieved", "score": "9个"}),
        "Q4-mismatch-target-zero": leaf(CAPPED, {"actual": "5元", "target": "0个"}),
        "Q7-no-rows": rows(slot()),
        "Q7-no-rows-min": leaf(slot(empty="full", min_rows="2")),
        "Q7-withdrawn-only-count": rows(slot(empty="full", max_rows="1"), *[row("1", "2", withdrawn=True)] * 2),
        "Q7-shallow": rows(slot(depth="2"), row("1", "2"), {"name": "组", "rows": [row("1", "1")]}),
        "Q7-sign-and-missing": rows(slot(), row("1", "2", sign="="), row(None, "2")),
        "Q7-marks-and-missing": rows(slot(marks="by_unit"), row("1", "2", marks="9"), row(None, "2", marks="2")),
        "Q7-depth-and-missing": rows(slot(), {"name": "组", "rows": [row(None, "1")]}),
        "Q7-no-sign": rows(slot(), {"name": "行", "nature": "quantitative", "actual": "1", "target": "2"}),
        "Q7-no-nature": rows(slot(), {"name": "行", "sign": ">=", "actual": "1", "target": "2"}),
        "Q8-marks-missing": rows(slot(marks="by_unit"), row("1", "2", marks="10"), row("1", "2")),
        "Q8-weight-missing": rows(slot(marks="by_weight"), row("1", "2", marks="10"), row("1", "2")),
        "Q8-weight-zero": rows(slot(marks="by_weight"), row("1", "2", marks="10"), row("1", "2", marks="0")),
        "Q8-weight-negative": rows(slot(marks="by_weight"), row("1", "2", marks="10"), row("1", "2", marks="-1")),
        "Q8-marks-zero": rows(slot(marks="by_unit"), row("1", "2", marks="10"), row("1", "2", marks="0")),
        "Q8-group-marks": rows(slot(marks="by_unit", depth="2"),
                               {"name": "组", "marks": "3", "rows": [row("1", "2", marks="10")]}),
        "Q8-weight-zero-mean": rows(slot(marks="by_weight", score="mean"), row("1", "2", marks="10"),
                                    row("1", "2", marks="0")),
        "Q8-withdrawn-without-marks": rows(slot(marks="by_unit"), row("1", "2", marks="10"),
                                           row("1", "2", withdrawn=True)),
        "Q9-group-withdrawn": rows(slot(depth="2"), {"name": "组", "withdrawn": True, "rows": [row("1", "2")]},
                                   {"name": "组", "rows": [row("1", "2")]}),
        "Q9-group-withdrawn-mean": rows(slot(depth="2", score="mean"),
                                        {"name": "组", "withdrawn": True, "rows": [row("1", "2")]},
                                        {"name": "组", "rows": [row("1", "4")]}),
        "Q10-all-dropped": rows(slot(empty="full", policies={"missing": "drop"}), row(None, "2")),
        "Q10-all-dropped-mean": rows(slot(empty="full", score="mean", policies={"missing": "drop"}), row(None, "2")),
        "Q10-all-dropped-error": rows(slot(policies={"missing": "drop"}), row(None, "2")),
        "Q10-withdrawn-full": rows(slot(empty="full"), row("1", "2", withdrawn=True)),
        "Q10-withdrawn-zero": rows(slot(empty="zero"), row("1", "2", withdrawn=True)),
        "Q10-some-dropped": rows(slot(policies={"missing": "drop"}), row(None, "2"), row("1", "2")),
        "Q10-all-leaves-dropped": leaf(CAPPED, {"target": "1"}, {"missing": "drop"}),
        "Q10-group-of-dropped": rows(slot(depth="2", policies={"missing": "drop"}),
                                     {"name": "组", "rows": [row(None, "2")]}, {"name": "组", "rows": [row("1", "2")]}),
        "Q11-not-applicable-is-there": leaf(CAPPED, {"actual": "-"}, {}, "if_facts_missing", declared_=7),
        "Q11-one-of-two": leaf(CAPPED, {"target": "5"}, {}, "if_facts_missing", declared_=7),
        "Q11-measure-missing": leaf(rate, None, {}, "if_facts_missing", declared_=7),
        "Q11-measure-zero": leaf(rate, None, {"zero_denominator": "zero"}, "if_facts_missing", declared_=7, money_unit="元",
                                 budget={"lines": [{"name": "计", "adjusted": "0", "executed": "0"}]}),
        "Q11-measure-half": leaf(rate, None, {}, "if_facts_missing", declared_=7, money_unit="元",
                                 budget={"lines": [{"name": "计", "adjusted": "5"}]}),
        "Q11-records-none": leaf(between, None, {}, "if_facts_missing", declared_=7),
        "Q11-records-other": leaf(between, None, {}, "if_facts_missing", declared_=7, procurement={
            "records": [{"name": "x", "intent": "2023-01-01"}]}),
        "Q11-records-incomplete": leaf(between, None, {}, "if_facts_missing", declared_=7, procurement={
            "records": [{"name": "x", "award": "2023-01-01"}]}),
        "Q11-slot-none": leaf(slot(empty="full"), None, {}, "if_facts_missing", declared_=7),
        "Q11-slot-withdrawn": (rulebook_of("10", slot(empty="full"), "if_facts_missing"), dossier_of(
            rows={"1": [row("1", "2", withdrawn=True)]}, declared_=7)),
        "Q11-slot-rows-without-facts": (rulebook_of("10", slot(), "if_facts_missing"), dossier_of(
            rows={"1": [row(None, None)]}, declared_=7)),
        "Q11-neither": leaf(CAPPED, None, {}, "if_facts_missing"),
        "Q11-neither-policy": leaf(CAPPED, None, {"missing": "zero"}, "if_facts_missing"),
        "Q11-slot-neither": leaf(slot(empty="error"), None, {}, "if_facts_missing"),
        "Q12-no-procurement": leaf(between, None, {"zero_denominator": "full"}),
        "Q12-summary-only": leaf(between, None, {"zero_denominator": "full"}, procurement={"summary": {}}),
        "Q12-none-applicable": leaf(between, None, {"zero_denominator": "full"}, procurement={
            "records": [{"name": "x", "intent": "2023-01-01"}]}),
        "Q12-without-end": leaf(between, None, {"missing": "full"}, procurement={
            "records": [lines["x"], {"name": "z", "award": "2023-01-01"}]}),
        "Q12-working": leaf({**between, "days": "working"}, None, {}, procurement={"records": [lines["x"]]}),
        "Q12-working-none": leaf({**between, "days": "working"}, None, {"zero_denominator": "full"}, procurement={
            "records": [{"name": "x", "intent": "2023-01-01"}]}),
        "Q13-year": leaf(CAPPED, None, {}, fiscal_year=2022),
        "Q15-never-above": leaf(CAPPED, {"actual": "1", "target": "2"}, {}, "never", declared_=11),
        "Q15-there-above": leaf(CAPPED, {"actual": "1", "target": "2"}, {}, "if_facts_missing", declared_=11),
        "Q15-only-above": leaf(CAPPED, {"actual": "1", "target": "2"}, {}, "only", declared_=11),
        "Q18-graded-mean": rows(slot({"qualitative": graded}, score="mean"), {
            "name": "行", "nature": "qualitative", "grade": "achieved", "score": "0.9"}),
        "Q18-graded-mean-marks": rows(slot({"qualitative": graded}, score="mean"), {
            "name": "行", "nature": "qualitative", "grade": "achieved", "score": "9"}),
    }
    for name, (rulebook, dossier) in cases.items():
        score = dossier.pop("declared_", None)
        if score is not None:
            dossier["declared"] = [{"indicator": "1", "scorer": "self", "score": str(score)}]
        yield name, rulebook, dossier


def documents():
    """Every case as name, rulebook and dossier."""
    for number, (marks, rule, facts, _) in enumerate(KNOWN):
        yield f"known-{number}", rulebook_of(marks, rule), dossier_of(facts)
    yield from open_questions()


def read(document):
    return json.loads(json.dumps(document), parse_float=str, parse_int=str)


def check_oracle(source):
    """Holds the oracle itself against what is known from outside; answers the faults."""
    faults = []
    for number, (marks, rule, facts, points) in enumerate(KNOWN):
        found = oracle.evaluate(read(rulebook_of(marks, rule)), read(dossier_of(facts)))
        if found["errors"] or found["nodes"][1]["score"] != oracle.decimal(points):
            faults.append(f"known-{number}: {points} expected, found {found}")
    # the published report: 49.97, 49.72 and 99.69, 优
    with open(source / "rulebooks/guangdong-2023.json", encoding="utf-8") as file:
        rulebook = json.load(file, parse_float=str, parse_int=str)
    with open(source / "examples/data/zengcheng-2023.json", encoding="utf-8") as file:
        found = oracle.evaluate(rulebook, json.load(file, parse_float=str, parse_int=str))
    scores = {node["code"]: node["score"] for node in found["nodes"] or []}
    for code, points in (("1", "49.97"), ("2", "49.72"), ("", "99.69")):
        if scores.get(code) != oracle.decimal(points):
            faults.append(f"Zengcheng, node {code!r}: {points} expected, found {scores.get(code)}")
    if found["grade"] != "excellent":
        faults.append(f"Zengcheng: grade {found['grade']}")
    return faults
