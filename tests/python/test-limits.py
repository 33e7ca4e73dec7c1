#!/usr/bin/env python3
"""test-limits.py - limits from Python: the defaults of docs/limits.md, and each call that takes them stays within

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import doctest
import json
import os
import re
import unittest

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Error, Limits, limits  # noqa: E402

SMALL = Limits(bytes=8)
CSV = "单位名称,某局\n"


class Defaults(unittest.TestCase):
    def test_documentation(self):
        os.chdir(package.SOURCE)
        self.assertEqual(doctest.testmod(limits, extraglobs={"Dossier": perfeval.Dossier, "Error": Error})[0], 0)

    def test_as_documented(self):
        """The first table of docs/limits.md, row by row."""
        page = (package.SOURCE / "docs/limits.md").read_text(encoding="utf-8").partition("\nFixed:")[0]
        rows = {name: int(number.replace(",", "")) for name, number in re.findall(r"^\| `(\w+)` \| ([\d,]+\d)", page, re.M)}
        self.assertEqual(rows, vars(Limits.defaults()))

    def test_the_default_is_a_default(self):
        """What stands in the structure as 0 is what the library does with it: a step less and the formula is refused."""
        define = perfeval.RulebookMeasure.define
        for depth, fits in ((None, True), (Limits.defaults().formula_depth, True), (2, False)):
            given = Limits(formula_depth=depth)
            attempt = lambda: define("measure.x", "x", "(" * 20 + "count(procurement.records)" + ")" * 20, limits=given)  # noqa: E731
            if fits:
                self.assertEqual(attempt().id, "measure.x")
            else:
                with self.assertRaises(Error) as caught:
                    attempt()
                self.assertEqual(caught.exception.code, "PE_ERROR_LIMIT_DEPTH")


class Held(unittest.TestCase):
    def refused(self, code, call, *arguments, **keywords):
        with self.assertRaises(Error) as caught:
            call(*arguments, **keywords)
        self.assertEqual(caught.exception.code, code, call)

    def test_bytes(self):
        calendar = package.SOURCE / "examples/data/calendar-2022.json"
        for call, argument in ((perfeval.Rulebook.from_file, package.RULES), (perfeval.Dossier.from_file, package.FACTS),
                               (perfeval.Calendar.from_file, calendar), (perfeval.audit, "预算100万元"), (perfeval.audit, "预算100万元".encode())):
            self.refused("PE_ERROR_LIMIT_BYTES", call, argument, limits=SMALL)
        self.refused("PE_ERROR_LIMIT_BYTES", perfeval.Tables.from_csv, CSV, "基本情况", limits=SMALL)
        self.refused("PE_ERROR_LIMIT_BYTES", perfeval.evaluate, package.RULES.read_bytes(), package.FACTS.read_bytes(), limits=SMALL)
        self.assertEqual([each.code for each in perfeval.lint(package.RULES.read_bytes(), limits=SMALL)], ["PE_ERROR_LIMIT_BYTES"])

    def test_tables(self):
        tables = perfeval.Tables.from_csv(CSV, "基本情况")
        self.refused("PE_ERROR_LIMIT_BYTES", perfeval.Dossier.from_tables, tables, mapping='{"format": "perfeval-mapping/1"}', limits=SMALL)

    def test_audit(self):
        relations = [{"kind": "sum", "operands": [0, 1], "result": 2}]
        self.refused("PE_ERROR_LIMIT_ITEMS", perfeval.Audit.of, ["1", "2", "3"], relations, limits=Limits(items=2))
        self.assertEqual(len(perfeval.Audit.of(["1", "2", "3"], relations, limits=Limits(items=3))), 1)

    def test_findings(self):
        """Kept as far as the limit goes, counted beyond."""
        dossier = json.loads(package.FACTS.read_text(encoding="utf-8"))
        dossier["budget"]["lines"] = [{"name": "x", "executed": "1x"} for _ in range(9)]
        for most in (100, 3):
            with self.assertRaises(Error) as caught:
                perfeval.Dossier.from_json(json.dumps(dossier), limits=Limits(findings=most))
            found = caught.exception.findings
            self.assertEqual(found.count_of(perfeval.Severity.ERROR), 9)
            self.assertEqual(sum(each.severity is perfeval.Severity.ERROR for each in found), min(most, 9))

    def test_steps(self):
        """Three figures are less than a loop over a hundred records takes; the whole evaluation has twenty times as many."""
        rulebook = perfeval.Rulebook.from_file(package.RULES)
        dossier = perfeval.Dossier.from_file(package.FACTS)
        evaluation = rulebook.evaluate(dossier, limits=Limits.defaults())
        for call in (perfeval.Evaluation.of, perfeval.Review.of):
            self.refused("PE_ERROR_INVALID_ARGUMENT", call, rulebook, dossier, limits=Limits(number_bits=255))
        self.refused("PE_ERROR_INVALID_ARGUMENT", perfeval.Rollup.of, [evaluation], "x", perfeval.RollupMode.SCORES_FIRST,
                     limits=Limits(number_bits=255))  # fmt: skip
        self.refused("PE_ERROR_INVALID_ARGUMENT", perfeval.BatchPlan, rulebook, "points", limits=Limits(number_bits=255))
        for call in (rulebook.lint, rulebook.run_cases):
            self.refused("PE_ERROR_INVALID_ARGUMENT", call, limits=Limits(number_bits=255))

    def test_out_of_range(self):
        for name, value, kind in (("depth", 0, ValueError), ("depth", 2**32, ValueError), ("bytes", -1, ValueError), ("items", 1.5, TypeError),
                                  ("items", True, TypeError), ("bytes", 2**64, ValueError)):  # fmt: skip
            with self.assertRaisesRegex(kind, name):
                Limits(**{name: value})
        self.refused("PE_ERROR_INVALID_ARGUMENT", perfeval.Dossier.from_json, "{}", limits=Limits(depth=1025))
        self.assertEqual(repr(Limits()), "<Limits of the library>")


if __name__ == "__main__":
    unittest.main()
