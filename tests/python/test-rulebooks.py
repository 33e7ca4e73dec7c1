#!/usr/bin/env python3
"""test-rulebooks.py - what the author of a rulebook asks: lint, cases, comparison

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import copy
import doctest
import json
import os
import unittest
from decimal import Decimal

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Aspect, Change, Difference, Rulebook, Severity, comparing, linting  # noqa: E402


def rulebook(document):
    return Rulebook.from_json(json.dumps(document, ensure_ascii=False))


def leaf(document, code):
    """The indicator of a code."""
    below = list(document["indicators"])
    while below:
        each = below.pop()
        if each["code"] == code:
            return each
        below += each.get("indicators") or []
    raise KeyError(code)


class Lint(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.chdir(package.SOURCE)
        cls.document = json.loads(package.RULES.read_bytes())

    def test_documentation(self):
        self.assertEqual(doctest.testmod(linting)[0], 0)

    def test_of_a_document(self):
        raw = package.RULES.read_bytes()
        self.assertEqual([finding.code for finding in perfeval.lint(raw)], ["PE_WARNING_RULEBOOK_STATUS"])
        broken = raw.replace(b'"full_marks": "10"', b'"full_marks": "11"')
        found = [finding for finding in perfeval.lint(broken, "broken.json") if finding.severity is Severity.ERROR]
        self.assertIn("PE_ERROR_MARKS_MISMATCH", [finding.code for finding in found])
        self.assertEqual((found[0].places[0].file, found[0].places[0].line > 0), ("broken.json", True))

    def test_cases_of_a_document_are_run(self):
        changed = copy.deepcopy(self.document)
        changed["cases"][0]["expect"]["total"] = "99.70"
        failed = [finding for finding in perfeval.lint(json.dumps(changed)) if finding.severity is Severity.ERROR]
        self.assertEqual([finding.code for finding in failed], ["PE_ERROR_CASE_FAILED"])

    def test_of_a_rulebook(self):
        rules = rulebook(self.document)
        self.assertEqual(rules.lint().count_of(Severity.ERROR), 0)
        # A second edition of the scheme for the same year.
        other = rulebook(dict(self.document, edition="2023b"))
        self.assertEqual(rules.lint(others=[other]).count_of(Severity.ERROR), 1)


class Cases(unittest.TestCase):
    def test_zengcheng(self):
        # The figures that the report prints.
        case = Rulebook.from_file(package.RULES).cases[0]
        self.assertEqual((case.total, case.scores["1"], case.scores["2"], case.error), (Decimal("99.69"), Decimal("49.97"), Decimal("49.72"), None))
        self.assertEqual(case.dossier.unit_name, "增城经济技术开发区投资促进局")
        rules = Rulebook.from_file(package.RULES)
        self.assertEqual(rules.evaluate(case.dossier).score, case.total)
        self.assertEqual(len(rules.run_cases()), 0)

    def test_a_wrong_expectation(self):
        document = json.loads(package.RULES.read_bytes())
        document["cases"] = [dict(document["cases"][0], expect={"scores": {"2.5.6": "0.73"}})]
        (finding,) = rulebook(document).run_cases()
        self.assertEqual((finding.code, finding.severity), ("PE_ERROR_CASE_FAILED", Severity.ERROR))
        self.assertTrue(finding.places[0].what.endswith("/2.5.6"), finding.places)
        self.assertIn("0.73", finding.message)

    def test_calendar(self):
        # Paid by days with a name, such as the Spring Festival.
        document = json.loads((package.SOURCE / "rulebooks/hunan-department-yueyang.json").read_bytes())
        dossier = json.loads((package.SOURCE / "tests/rulebooks/data/hunan-department-yueyang.json").read_bytes())
        del dossier["format"]  # that of a case is a part of its document
        document["cases"] = [{"name": {"zh": "全表"}, "dossier": dossier, "expect": {"total": "85"}}]
        rules = rulebook(document)
        self.assertIn("PE_ERROR_CALENDAR_MISSING", [finding.code for finding in rules.run_cases()])
        self.assertIn("PE_ERROR_CALENDAR_MISSING", [finding.code for finding in rules.lint()])
        self.assertIn("PE_ERROR_CALENDAR_MISSING", [finding.code for finding in perfeval.lint(json.dumps(document))])
        calendar = perfeval.Calendar.from_file(package.SOURCE / "examples/data/calendar-2022.json")
        self.assertEqual(len(rules.run_cases(calendar=calendar)), 0)
        self.assertEqual(rules.lint(calendar=calendar).count_of(Severity.ERROR), 0)
        self.assertEqual(perfeval.lint(json.dumps(document), calendar=calendar).count_of(Severity.ERROR), 0)

    def test_every_case_is_read(self):
        for path in sorted((package.SOURCE / "rulebooks").glob("*.json")):
            written = json.loads(path.read_bytes())["cases"]
            read = Rulebook.from_file(path).cases
            self.assertEqual([case.name for case in read], [case["name"]["zh"] for case in written], path.name)
            for case, each in zip(read, written):
                expected = {code: Decimal(score) for code, score in (each["expect"].get("scores") or {}).items()}
                self.assertEqual((case.scores, case.grade), (expected, each["expect"].get("grade")))


class Comparisons(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.chdir(package.SOURCE)
        cls.document = json.loads(package.RULES.read_bytes())
        cls.rules = rulebook(cls.document)

    def test_documentation(self):
        self.assertEqual(doctest.testmod(comparing, extraglobs={"Rulebook": Rulebook})[0], 0)

    def test_the_same(self):
        same = self.rules.compare(rulebook(self.document))
        self.assertEqual((len(same), list(same), str(same)), (0, [], ""))

    def test_what_was_changed(self):
        changed = copy.deepcopy(self.document)
        changed["edition"] = "2024"
        leaf(changed, "2.5.6")["name"]["zh"] = "采购政策效果"
        changed["sources"].append({"id": "new-source", "title": "新办法"})
        old_name = leaf(self.document, "2.5.6")["name"]["zh"]
        found = self.rules.compare(rulebook(changed))
        self.assertIn(Difference(Change.CHANGED, Aspect.HEAD, "", "edition", "2023", "2024"), found)
        self.assertIn(Difference(Change.CHANGED, Aspect.NAME, "2.5.6", "zh", old_name, "采购政策效果"), found)
        (added,) = [each for each in found if each.change is Change.ADDED]
        self.assertEqual((added.aspect, added.code, added.old), (Aspect.SOURCE, "new-source", None))
        self.assertEqual((len(found), repr(found)), (3, "<Comparison: 1 added, 0 removed, 2 changed>"))
        self.assertEqual(found[-1], found[2])
        self.assertEqual(list(found[:2]), [found[0], found[1]])
        with self.assertRaises(IndexError):
            found[3]

    def test_the_other_way_round(self):
        changed = copy.deepcopy(self.document)
        changed["sources"].append({"id": "new-source", "title": "新办法"})
        (removed,) = rulebook(changed).compare(self.rules)
        self.assertEqual((removed.change, removed.code, removed.new), (Change.REMOVED, "new-source", None))

    def test_shown(self):
        found = self.rules.compare(rulebook(dict(self.document, title={"zh": "<b>"})))
        self.assertTrue(found.to_text("en").startswith("~ "))
        self.assertIn(self.document["title"]["zh"], found.to_text())
        self.assertIn("&lt;b&gt;", found._repr_html_())
        with self.assertRaises(ValueError):
            found.to_text("fr")


if __name__ == "__main__":
    unittest.main()
