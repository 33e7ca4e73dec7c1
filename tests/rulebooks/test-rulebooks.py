#!/usr/bin/env python3
"""test-rulebooks.py - each installed rulebook gives the points that were computed by hand

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Expected points are exact fractions, worked out on paper from the rule in words; what is shown is their rounding, half up
to two places.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import unittest
from fractions import Fraction

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
RULEBOOKS = SOURCE / "rulebooks"
DATA = SOURCE / "tests/rulebooks/data"
if os.environ.get("PERFEVAL_SANITIZE") and "LD_PRELOAD" not in os.environ:
    if not os.environ.get("PERFEVAL_PRELOAD"):
        print("SKIPPED: no sanitizer runtime to load into Python")
        sys.exit(77)
    environment = dict(os.environ, LD_PRELOAD=os.environ["PERFEVAL_PRELOAD"])
    environment["ASAN_OPTIONS"] = "detect_leaks=0"  # the interpreter's own
    sys.exit(subprocess.run([sys.executable] + sys.argv, env=environment, check=False).returncode)

sys.path.insert(0, str(SOURCE / "python"))
import perfeval  # noqa: E402

# Scored elsewhere: the sample's parameters are made up, and the Guangdong one has the report of its own.
ELSEWHERE = {"sample-department", "sample-shapes", "guangdong-2023"}

# rulebook: (dossier, fiscal year where it is not the dossier's, {leaf: exact points}, total, grade)
EXPECTED = {}


def expect(rulebook, dossier, year, leaves, total, grade):
    EXPECTED[rulebook] = (dossier, year, {code: Fraction(points) for code, points in leaves.items()}, total, grade)


# 437.5 of 480 spent: 10 × 437.5/480 = 875/96. 110 of 120: 10 × 11/12 = 55/6. Inverse, 6 for 5: 10 × 5/6 = 25/3 or
# 10 × (1 − 1/5) = 8; 75 for 30: 10 × 30/75 = 4, or nothing, being over twice the target. 86.4% of 90%: 9.6.
CENTRAL = {"1": "875/96", "2#2": "55/6", "2#3": "10", "2#5": "10", "3#2": "10", "3#3": "13", "4#1": "48/5"}
RATIO = {**CENTRAL, "2#7": "25/3", "2#8": "4"}
LINEAR = {**CENTRAL, "2#7": "8", "2#8": "0"}
# 9.11 + 9.17 + 10 + 10 + 8.33 + 4 + 23 + 9.60, and with 8 and 0 in place of 8.33 and 4
expect("central-project-ratio-80-60", "central-project", None, RATIO, "83.21", "good")
expect("central-project-ratio-80-50", "central-project", 2020, RATIO, "83.21", "good")
expect("central-project-linear-80-60", "central-project", None, LINEAR, "78.88", "fair")
expect("central-project-linear-80-50", "central-project", 2020, LINEAR, "78.88", "fair")
# 871.2/880 = 0.99; 20 × 7/9; 20 × 35/40; 8 is the lower bound of [8, 10]; 30 × 59.4/60; 1 where there should be 0: nothing
expect("anhui-project-2022", "anhui-project-2022", None,
       {"1": "99/10", "2#2": "140/9", "2#4": "35/2", "2#6": "8", "3#1": "297/10", "4#1": "0", "4#2": "6"}, "86.66", "good")
# 10 × 30/31; 15 × 700/735; 25 × 98/100; 17.99 is in [0, 18)
expect("yunnan-project-2022", "yunnan-project-2022", None,
       {"1": "300/31", "2#3": "100/7", "2#5": "49/2", "2#8": "1799/100", "2#11": "20"}, "86.46", "good")
# 10 × 0.88; 45 × 30/32
expect("sichuan-project-2023", "sichuan-project-2023", None, {"1": "44/5", "2#3": "675/16", "2#5": "45"}, "95.99", "excellent")
# 20 × 100/150; 10 × 99/100; 10 × 12/13; 10 is the lower bound of [10, 16); 20 × 45/90; no grade
expect("hubei-department-2020", "hubei-department-2020", None,
       {"1": "40/3", "2#2": "20", "2#4": "99/10", "2#6": "120/13", "3#2": "10", "3#4": "10"}, "72.46", None)
# 20 × 965/1000; by the rate: 20 × 9/12; by the change: 10 × 10/30
expect("county-60-2019", "county-60-2019", None, {"1": "193/10", "2": "15", "3": "10/3", "4": "10"}, "47.63", None)
# Staff 4/46 = 8.69% above: 8 whole points, 5 − 4; 0.46/21 = 2.19%: 5 − 1; 80%: 4; 40/400 = 10%: 2; one milestone missed:
# 3 − 0.5; less left than last year: 2; 0.4/20 = 2%: 6 − 2; two of three points; two breaches: 3 − 2; 19 and 43.5 declared
expect("hunan-department-yueyang", "hunan-department-yueyang", None,
       {"1.1": "1", "1.2": "4", "1.3": "4", "2.1": "2", "2.2": "5/2", "2.3": "2", "2.4": "4", "2.5": "2", "2.6": "1",
        "2.7": "19", "3": "87/2"}, "85", "good")

# rulebook: [(path in the dossier, another figure, leaf, exact points)], where a rule changes
EDGES = {
    "hunan-department-yueyang": [
        (("facts", "1.1", "staff"), "46人", "1.1", "5"),
        (("facts", "1.1", "staff"), "60人", "1.1", "0"),  # 30.4% above
        (("facts", "1.2", "this_year"), "20万元", "1.2", "5"),
        (("facts", "1.2", "this_year"), "21.2099万元", "1.2", "5"),  # not yet a whole percentage point
        (("facts", "1.2", "this_year"), "21.21万元", "1.2", "9/2"),
        *[(("facts", "1.3", "rate"), rate, "1.3", points)
          for rate, points in (("90%", "5"), ("89.99%", "4"), ("79.99%", "3"), ("70%", "3"), ("60%", "2"), ("59.99%", "0"))],
        *[(("budget", "lines", 0, "adjusted"), adjusted, "2.1", points)
          for adjusted, points in (("400", "3"), ("400.01", "2"), ("440.01", "1"), ("480", "1"), ("500", "1/2"), ("520", "1/2"),
                                   ("520.01", "0"), ("360", "2"), ("359.99", "1"), ("279.99", "0"))],
        (("facts", "2.2", "before_spring_festival"), "50%", "2.2", "3"),
        (("facts", "2.2", "by_end_of_june"), "99.9%", "2.2", "2"),
        (("facts", "2.3", "this_year"), "0万元", "2.3", "3"),
        (("facts", "2.3", "this_year"), "15万元", "2.3", "2"),
        (("facts", "2.3", "this_year"), "15.01万元", "2.3", "0"),
        (("facts", "2.4", "spent"), "30万元", "2.4", "0"),
        (("facts", "2.6", "condition_2"), "3", "2.6", "0"),
    ],
    "county-60-2019": [
        (("budget", "lines", 0, "executed"), "1100", "1", "20"),
        (("facts", "2", "rate"), "9%", "2", "20"),
        (("facts", "3", "reduction"), "30%", "3", "10"),
        (("facts", "3", "reduction"), "-5%", "3", "0"),
    ],
    "central-project-ratio-80-60": [
        (("budget", "lines", 0, "executed"), "500", "1", "10"),
        (("rows", "2", 2, "rows", 0, "actual"), "11", "2#7", "50/11"),
        (("rows", "2", 2, "rows", 0, "actual"), "10", "2#7", "5"),
        (("rows", "3", 0, "rows", 0, "actual"), "1", "3#2", "0"),
    ],
    "central-project-linear-80-60": [
        (("rows", "2", 2, "rows", 0, "actual"), "7.5", "2#7", "5"),
        (("rows", "2", 2, "rows", 0, "actual"), "10", "2#7", "0"),
        (("rows", "2", 2, "rows", 0, "actual"), "11", "2#7", "0"),
    ],
}


CALENDAR = (SOURCE / "examples/data/calendar-2022.json").read_bytes()


def evaluate(rulebook, dossier):
    rules = (RULEBOOKS / f"{rulebook}.json").read_bytes()
    facts = json.dumps(dossier, ensure_ascii=False).encode()
    return perfeval.evaluate(rules, facts, calendar=CALENDAR, rulebook_file=rulebook, dossier_file=rulebook)


def dossier_of(rulebook):
    name, year, *_ = EXPECTED[rulebook]
    dossier = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    if year is not None:
        dossier["fiscal_year"] = year
    return dossier


def with_figure(dossier, path, figure):
    changed = copy.deepcopy(dossier)
    at = changed
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = figure
    return changed


def exact(points):
    return Fraction(int(points["num"]), int(points["den"])) if isinstance(points, dict) else Fraction(points)


def half_up(points):
    return Fraction(int(points * 100 + Fraction(1, 2)), 100)


def leaves_of(evaluation):
    """Every scored leaf and row by its code; a slot's own node is the sum of its rows."""
    return {node["code"]: node for node in evaluation["nodes"] if node["kind"] in ("leaf", "row") and node["origin"] != "sum"}


def indicators_of(rulebook):
    waiting = list(rulebook["indicators"])
    while waiting:
        indicator = waiting.pop()
        waiting += indicator.get("indicators", [])
        yield indicator


class Rulebooks(unittest.TestCase):
    def test_every_rulebook_is_expected(self):
        self.assertEqual({path.stem for path in RULEBOOKS.glob("*.json")} - ELSEWHERE, set(EXPECTED))
        self.assertEqual({path.stem for path in DATA.glob("*.json")}, {each[0] for each in EXPECTED.values()})

    def test_points(self):
        for rulebook, (_, _, leaves, total, grade) in EXPECTED.items():
            with self.subTest(rulebook):
                evaluation = evaluate(rulebook, dossier_of(rulebook))
                found = leaves_of(evaluation)
                self.assertEqual({code: exact(node["unrounded"]) for code, node in found.items()}, leaves)
                for code, points in leaves.items():
                    self.assertEqual(Fraction(found[code]["score"]), half_up(points), code)
                self.assertEqual(evaluation["total"]["score"], total)
                self.assertEqual(Fraction(total), sum(map(half_up, leaves.values())))
                self.assertEqual(evaluation["grade"] and evaluation["grade"]["id"], grade)

    def test_edges(self):
        for rulebook, edges in EDGES.items():
            dossier = dossier_of(rulebook)
            for path, figure, code, points in edges:
                with self.subTest(f"{rulebook} {path} = {figure}"):
                    found = leaves_of(evaluate(rulebook, with_figure(dossier, path, figure)))
                    self.assertEqual(exact(found[code]["unrounded"]), Fraction(points))

    def test_bands(self):
        """11 of 20, partly achieved: outside [12, 16), inside [10, 16)."""
        path = ("rows", "3", 0, "rows", 1, "score")
        for inverse in ("ratio", "linear"):
            book = f"central-project-{inverse}-80-60"
            with self.assertRaises(perfeval.Error) as caught:
                evaluate(book, with_figure(dossier_of(book), path, "11"))
            self.assertEqual((caught.exception.code, caught.exception.path),
                             ("PE_ERROR_SCORE_OUTSIDE_BAND", "/rows/3/0/rows/1/score"))
            book = f"central-project-{inverse}-80-50"
            self.assertEqual(leaves_of(evaluate(book, with_figure(dossier_of(book), path, "11")))["3#3"]["score"], "11")

    def test_marks_of_rows(self):
        """Rows that do not add up to the marks of their part are refused, whatever they score."""
        for rulebook, path in (("central-project-ratio-80-60", ("rows", "4", 0, "marks")),
                               ("hubei-department-2020", ("rows", "3", 0, "rows", 0, "marks")),
                               ("yunnan-project-2022", ("rows", "2", 0, "rows", 0, "rows", 0, "marks"))):
            with self.subTest(rulebook), self.assertRaises(perfeval.Error) as caught:
                evaluate(rulebook, with_figure(dossier_of(rulebook), path, "9"))
            self.assertEqual(caught.exception.code, "PE_ERROR_SLOT_ROWS")

    def test_signs_of_yunnan(self):
        """Its form has =, >= and <= only."""
        path = ("rows", "2", 2, "rows", 0, "rows", 0, "sign")
        with self.assertRaises(perfeval.Error) as caught:
            evaluate("yunnan-project-2022", with_figure(dossier_of("yunnan-project-2022"), path, ">"))
        self.assertEqual(caught.exception.code, "PE_ERROR_SLOT_ROWS")

    def test_said_in_both_languages(self):
        """Nothing passes for official, and every leaf and assumption reads in both languages."""
        for rulebook in EXPECTED:
            with self.subTest(rulebook):
                book = json.loads((RULEBOOKS / f"{rulebook}.json").read_text(encoding="utf-8"))
                self.assertEqual(book["status"], "reconstructed")
                texts = [book["title"], *book["assumptions"]]
                for indicator in indicators_of(book):
                    texts += [indicator["name"]] + [indicator[name] for name in ("standard", "reason") if name in indicator]
                    self.assertIn(indicator["source"], {source["id"] for source in book["sources"]})
                    if "rule" in indicator:
                        self.assertEqual(indicator["status"], "reconstructed")
                        self.assertIn("standard", indicator)
                self.assertTrue(all(text.get("zh") and text.get("en") for text in texts))
                self.assertTrue(any(source.get("address") for source in book["sources"]))


if __name__ == "__main__":
    n_leaves, n_edges = sum(len(each[2]) for each in EXPECTED.values()), sum(map(len, EDGES.values()))
    print(f"{len(EXPECTED)} rulebooks, {n_leaves} leaves and rows, {n_edges} edges", flush=True)
    unittest.main()
