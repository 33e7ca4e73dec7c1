#!/usr/bin/env python3
"""test-evaluator.py - one unit after the other without a dossier: figures worked by hand, the digits of evaluate(), refusals

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import doctest
import gc
import json
import os
import random
import unittest
from decimal import Decimal

import package

package.start()
import perfeval  # noqa: E402
from perfeval import BatchPlan, EntryKind, Evaluator, Figure, Rulebook, State, Unit, evaluator  # noqa: E402

# One leaf of 10 points: 10 × actual ÷ target, at most 10, half up to two places.
ONE_LINE = {
    "format": "perfeval-rulebook/1", "id": "one-line", "edition": "1", "title": {"zh": "一项"}, "kind": "project",
    "fiscal_years": {"first": 2023, "last": 2023}, "status": "sample", "full_marks": "10",
    "rounding": {"rate": {"places": 2, "mode": "half_up"}, "leaf": {"places": 2, "mode": "half_up"}, "subtotal": None,
                 "total": {"places": 2, "mode": "half_up"}, "rank_on": "rounded"},
    "policies": {"missing": "error", "not_applicable": "full", "zero_denominator": "error", "text": "error", "invalid": "error"},
    "grades": [{"id": "a", "name": {"zh": "优"}, "from": "9"}, {"id": "b", "name": {"zh": "差"}, "from": "0"}],
    "indicators": [{"code": "1", "name": {"zh": "完成率"}, "full_marks": "10",
                    "rule": {"shape": "capped_ratio/1", "actual": {"fact": "actual"}, "target": {"fact": "target"}}}],
}  # fmt: skip
RANDOM_UNITS = 200


def one_line():
    return Evaluator(BatchPlan(Rulebook.from_json(json.dumps(ONE_LINE))))


class Figures(unittest.TestCase):
    def test_documentation(self):
        os.chdir(package.SOURCE)
        names = {"Rulebook": Rulebook, "BatchPlan": BatchPlan}
        self.assertEqual(doctest.testmod(evaluator, extraglobs=names)[0], 0)

    def test_by_hand(self):
        unit = one_line()
        # 96 ÷ 100, 1 ÷ 3, 250 ÷ 100 (at most 10).
        for actual, target, score, grade in ((96, 100, "9.60", "a"), ("1", "3", "3.33", "b"), (Decimal("2.50"), 1, "10.00", "a")):
            unit.set({"1/actual": actual, "1/target": target})
            self.assertEqual((str(unit.score), unit.points("1"), unit.grade.id, unit.error), (score, Decimal(score), grade, None))
            lost = [(entry.kind, entry.code, entry.amount) for entry in unit.ledger]
            self.assertEqual(lost, [(EntryKind.LEAF, "1", Decimal(score) - 10)] if score != "10.00" else [])

    def test_states(self):
        unit = one_line()
        self.assertEqual((unit.score, unit.error, unit.grade, unit.ledger), (None, "PE_ERROR_FIGURE_MISSING", None, ()))
        unit.set({"1/actual": 7, "1/target": 0})
        self.assertEqual((unit.score, unit.points("1"), unit.error, unit.state("1")), (None, None, "PE_ERROR_ZERO_DENOMINATOR", State.ZERO_DENOMINATOR))
        for nothing in ("-", Figure(None, state=State.NOT_APPLICABLE)):
            unit.set({"1/actual": nothing, "1/target": 10})
            self.assertEqual((unit.score, unit.state("1")), (10, State.NOT_APPLICABLE))
        unit.set({"1/actual": "50万元", "1/target": Figure(Decimal(1000000), Unit.YUAN)})
        self.assertEqual(unit.score, 5)
        unit.set({"1/target": None})
        self.assertEqual(unit.error, "PE_ERROR_FIGURE_MISSING")

    def test_half_filled_in(self):
        unit = Evaluator(BatchPlan(Rulebook.from_file(package.SOURCE / "rulebooks/county-60-2019.json")))
        unit.set({"budget.executed": "965万元", "budget.initial": "1000万元"})
        self.assertEqual((unit.score, unit.error is None), (None, False))
        self.assertEqual([unit.points(code) for code in unit.plan.nodes], [None, Decimal("19.3"), None, None, None])

    def test_points_of_a_policy(self):
        # Where nothing is filled in a policy gives no points, which is a score; a leaf that is to blame has none.
        rulebook = json.loads((package.SOURCE / "rulebooks/county-60-2019.json").read_text("utf-8"))
        rulebook["indicators"][0]["rule"].setdefault("policies", {})["missing"] = "zero"
        del rulebook["cases"]
        unit = Evaluator(BatchPlan(Rulebook.from_json(json.dumps(rulebook))))
        self.assertEqual(([unit.points(code) for code in unit.plan.nodes], unit.state("1")), ([None, 0, None, None, None], State.MISSING))

    def test_published_table(self):
        # The case that the rulebook carries: 965 of 1,000 is 19.3; 20 × 9 ÷ 12; 10 × 10 ÷ 30; a declared 10.
        unit = Evaluator(BatchPlan(Rulebook.from_file(package.SOURCE / "rulebooks/county-60-2019.json")))
        unit.set({"budget.executed": "965万元", "budget.initial": "10,000,000元", "2/choice": "rate", "2/rate": "12%", "3/choice": "change",
                  "3/reduction": "10%", "4/points": 10})  # fmt: skip
        self.assertEqual([unit.points(code) for code in unit.plan.nodes], list(map(Decimal, ("47.63", "19.30", "15", "3.33", "10"))))
        self.assertEqual(unit.score - 60, sum(entry.amount for entry in unit.ledger))
        unit.set({"2/choice": "change", "2/rate": None, "2/reduction": "30%"})
        self.assertEqual(unit.points("2"), 20)
        self.assertEqual(repr(unit), "<Evaluator county-60 2019: 8 of 9 inputs set>")

    def test_the_digits_of_evaluate(self):
        dice, unit = random.Random(20190707), one_line()
        for _ in range(RANDOM_UNITS):
            actual, target = (str(Decimal(dice.randrange(10**dice.randrange(1, 7))).scaleb(-dice.randrange(4))) for _ in "ab")
            unit.set({"1/actual": actual, "1/target": target})
            facts = {"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023, "kind": "project",
                     "facts": {"1": {"actual": actual, "target": target}}}  # fmt: skip
            try:
                evaluation = unit.rulebook.evaluate(perfeval.Dossier.from_json(json.dumps(facts)))
                self.assertEqual((unit.score, unit.grade), (evaluation.score, evaluation.grade), facts)
                self.assertEqual([entry.amount for entry in unit.ledger], [entry.amount for entry in evaluation.ledger])
            except perfeval.Error as error:
                self.assertEqual((unit.score, unit.error), (None, error.code), facts)


class Refusals(unittest.TestCase):
    def test_all_or_none(self):
        unit = one_line()
        unit.set({"1/actual": 96, "1/target": 100})
        for wrong, code in (("7,00.0,77", "PE_ERROR_THOUSANDS_SEPARATOR"), ("优", "PE_ERROR_NUMBER_SYNTAX")):
            with self.assertRaises(perfeval.Error) as caught:
                unit.set({"1/actual": 50, "1/target": wrong})
            self.assertEqual((caught.exception.code, caught.exception.path), (code, "1/target"))
        with self.assertRaises(TypeError):
            unit.set({"1/actual": 50, "1/target": 0.5})
        with self.assertRaisesRegex(ValueError, "it takes 1/actual, 1/target"):
            unit.set({"1/actual": 50, "1/guess": 1})
        self.assertEqual((unit.score, unit.given), (Decimal("9.6"), {"1/actual": 96, "1/target": 100}))
        with self.assertRaises(KeyError):
            unit.points("2")

    def test_an_amount_needs_a_unit(self):
        unit = Evaluator(BatchPlan(Rulebook.from_file(package.SOURCE / "rulebooks/county-60-2019.json")))
        with self.assertRaises(perfeval.Error) as caught:
            unit.set({"budget.executed": 5})
        self.assertEqual((caught.exception.code, caught.exception.path), ("PE_ERROR_INVALID_ARGUMENT", "budget.executed"))
        with self.assertRaisesRegex(ValueError, r"U\+0000"):
            unit.set({"2/choice": "rate\0"})

    def test_released(self):
        plan = one_line().plan
        for _ in range(1000):
            Evaluator(plan)
        gc.collect()
        unit = Evaluator(plan)
        del plan
        gc.collect()
        unit.set({"1/actual": 1, "1/target": 1})
        self.assertEqual(unit.score, 10)


if __name__ == "__main__":
    unittest.main()
