"""gen_units.py - small rulebooks and units whose averages and totals lie half way between two roundings, or beside

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

An average of figures is rounded only where no decimal holds it, so that a half comes of long figures alone; weighted scores are
rounded at the total whatever they are.
"""

from exact import Fraction

from decimals import text_of

MODES = ("half_up", "half_even", "half_down", "down", "up", "floor", "ceiling")
NAME = {"zh": "项", "en": "item"}
POLICIES = {state: "error" for state in ("missing", "not_applicable", "zero_denominator", "text", "invalid")}
HALVES = {1: ("1",), 2: ("1", "1"), 3: ("1", "1", "2"), 4: ("1", "3", "2", "2"), 5: ("1", "1", "2", "2", "2")}
UNEVEN = ("1", "2", "3", "7", "0.3", "11", "13.37")
MOST = 2**63 - 1


def level(rng, places):
    return {"places": f"@{places}", "mode": rng.choice(MODES)}


def rulebook(rng, places):
    """A rate, a person's score, and declared scores with deductions."""
    indicators = [
        {"code": "1", "full_marks": "5", "rule": {"shape": "capped_ratio/1", "actual": {"fact": "rate"}, "target": "1"}},
        {"code": "2", "full_marks": "5", "rule": {"shape": "graded/1", "bands": [
            {"id": "a", "name": NAME, "from": "0", "to": "1", "ends": "[]"}]}},
        {"code": "3", "full_marks": "5", "declared": "only", "manual_deduction": True, "rule": {"shape": "attested/1"}},
        {"code": "4", "full_marks": "5", "rule": {
            "shape": "slot/1", "marks": "equal", "score": "rows", "empty": "error",
            "rules": {">=": {"shape": "capped_ratio/1", "actual": {"fact": "actual"}, "target": {"fact": "target"}}}}},
    ]
    return {
        "format": "perfeval-rulebook/1", "id": "units", "edition": "1", "title": NAME, "kind": "department",
        "fiscal_years": {"first": "@2023", "last": "@2023"}, "status": "official", "full_marks": "20", "policies": POLICIES,
        "rounding": {"rate": level(rng, places), "leaf": level(rng, places), "subtotal": None,
                     "total": level(rng, rng.choice((0, 1, 2))), "rank_on": rng.choice(("rounded", "exact"))},
        "grades": [{"id": "g0", "from": "15.5", "name": NAME}, {"id": "g1", "from": "0", "name": NAME}],
        "indicators": [{"name": NAME, **one} for one in indicators]}


def long(rng, places, most=None):
    """A number of so many places that takes nearly all the digits of a decimal, at most so large."""
    high = min(MOST, most * 10**places) if most else MOST
    return Fraction(high - rng.randint(0, 9 if rng.random() < 0.8 else 10**6), 10**places)


def unit(rng, places):
    """One of them: long figures, or scores with halves in their sums."""
    sign = -1 if rng.random() < 0.1 else 1
    score = (long(rng, 18, 5) if places == 18 else Fraction(rng.randint(0, 500), 100))
    rate = sign * long(rng, places)
    row = {"name": "行", "nature": "quantitative", "sign": ">=", "unit": rng.choice(("%", "‰")) if rng.random() < 0.1 else "%",
           "target": text_of(long(rng, places)), "actual": text_of(long(rng, places))}
    dossier = {
        "format": "perfeval-dossier/1", "unit": {"name": "某单位"}, "fiscal_year": "@2023", "kind": "department",
        "facts": {"1": {"rate": text_of(rate) + "%"}, "2": {"grade": "a", "score": text_of(score)}}, "rows": {"4": [row]},
        "declared": [{"indicator": "3", "scorer": "self", "score": text_of(Fraction(rng.randint(0, 1000), 200)), "reason": "原因"}]}
    if rng.random() < 0.5:
        dossier["adjustments"] = [{"kind": "deduction", "scorer": "self", "indicator": "3", "reason": "原因",
                                   "points": text_of(Fraction(rng.randint(1, 100), rng.choice((100, 200, 10**18))))}]
    return dossier


def make(rng, places):
    """A rulebook, units and their weights by points."""
    n = rng.randint(1, 5)
    weights = HALVES[n] if rng.random() < 0.7 else [rng.choice(UNEVEN) for _ in range(n)]
    return rulebook(rng, places), [unit(rng, places) for _ in range(n)], weights
