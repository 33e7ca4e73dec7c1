#!/usr/bin/env python3
"""test-audit.py - audits and reviews as Python objects

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import doctest
import json
import unittest
from decimal import Decimal
from fractions import Fraction

import package

package.start()
import perfeval  # noqa: E402
from perfeval import auditing  # noqa: E402

TEXT = "全年预算收入2,155.61万元，全年预算支出2,149.56万元，支出进度为99.71%。"


class Figures(unittest.TestCase):
    def test_documentation(self):
        self.assertEqual(doctest.testmod(auditing, extraglobs={"Audit": perfeval.Audit})[0], 0)

    def test_table(self):
        audit = perfeval.Audit.of(["2149.56万元", ("2155.61", "万元"), "99.71%"], [{"kind": "rate", "operands": [0, 1], "result": 2}])
        relation = audit[0]
        self.assertEqual((len(audit), len(audit.claims), len(list(audit))), (1, 3, 1))
        self.assertEqual(relation.as_printed, {perfeval.Mode.DOWN})
        self.assertEqual(relation.exact, Fraction(21495600, 215561))
        self.assertEqual(relation.nearest, Decimal("99.72"))
        self.assertEqual(relation.audit_class, perfeval.AuditClass.ROUNDING)
        self.assertEqual(relation.result.value, Decimal("99.71"))
        self.assertEqual((audit.claims[1].unit, audit[-1].kind), ("万元", "rate"))
        self.assertEqual(repr(audit), "<Audit: 1 relations, 0 contradiction, 1 rounding, 0 remark>")
        self.assertIn("截断", str(audit))
        self.assertIn("<table>", audit._repr_html_())
        with self.assertRaises(IndexError):
            audit[1]

    def test_contradiction(self):
        audit = perfeval.Audit.of(["22个", "8个", "14个", "6个", "39个"],
                                  [{"kind": "count", "operands": [0, 1, 2, 3], "result": 4, "name": "先进制造业"}])
        self.assertEqual([finding.code for finding in audit.contradictions], ["PE_WARNING_FIGURE_CONTRADICTED"])
        self.assertEqual(audit.to_dict()["summary"]["contradictions"], 1)
        self.assertEqual(json.loads(audit.to_sarif())["runs"][0]["results"][0]["level"], "error")
        self.assertNotEqual(audit.to_text("en"), audit.to_text("zh"))
        self.assertEqual(audit.to_text(), audit.to_text("zh"))
        with self.assertRaises(ValueError):
            audit.to_text("fr")

    def test_signs_and_forms(self):
        audit = perfeval.Audit.of(["10", "3", "7", "30%", "13"], [
            {"kind": "sum", "form": "signed", "signs": [1, -1], "operands": [0, 1], "result": 2},
            {"kind": "growth", "form": "new_change", "operands": [4, 1], "result": 3},
        ])
        self.assertEqual([relation.audit_class for relation in audit], [None, None])

    def test_refused(self):
        with self.assertRaisesRegex(ValueError, "expected one of"):
            perfeval.Audit.of(["1"], [{"kind": "guess", "operands": [0]}])
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.Audit.of(["1"], [{"kind": "sum", "operands": [7]}])
        self.assertEqual(caught.exception.code, "PE_ERROR_REFERENCE_UNKNOWN")


class Text(unittest.TestCase):
    def check(self, audit):
        self.assertEqual(len(audit), 1)
        self.assertEqual((audit.figures, audit.related, audit.not_understood), (3, 3, 0))
        self.assertEqual(audit[0].as_printed, {perfeval.Mode.DOWN})
        self.assertIn("99.71%", audit.passage(audit[0]))

    def test_str(self):
        audit = perfeval.audit(TEXT)
        self.check(audit)
        self.assertEqual((audit.text, audit.encoding), (TEXT, "UTF-8"))
        self.assertTrue(repr(audit).startswith("<TextAudit: 1 relations"))

    def test_bytes(self):
        audit = perfeval.audit(TEXT.encode("gb18030"), file="报告.txt")
        self.check(audit)
        self.assertEqual(audit.encoding, "GB18030")
        self.check(perfeval.audit(TEXT.encode("utf-8-sig")))
        self.check(perfeval.audit(TEXT.encode("gbk"), encoding="GBK"))
        with self.assertRaises(perfeval.Error):
            perfeval.audit(TEXT.encode("gbk"), encoding="UTF-8")

    def test_shown(self):
        audit = perfeval.audit(TEXT, file="报告.txt")
        self.assertIn('<span class="f rounding"', audit.to_html().decode("utf-8"))
        region = json.loads(audit.to_sarif())["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
        self.assertEqual(TEXT[region["charOffset"]:region["charOffset"] + region["charLength"]], "99.71%")
        self.assertEqual(audit.to_dict()["reading"], {"figures": 3, "related": 3, "not_understood": 0})


class Reviews(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rules, cls.facts = package.RULES.read_bytes(), package.FACTS.read_bytes()

    def test_zengcheng(self):
        review = perfeval.review(self.rules, self.facts, total="99.69", grade="优")
        checks = {check.id: check for check in review.checks}
        self.assertEqual([item.check for item in review], ["R-09"] * 4 + ["R-15"])
        self.assertEqual((checks["R-09"].examined, checks["R-09"].found), (5, 4))
        self.assertEqual(checks["R-18"].state, perfeval.CheckState.CLEAR)
        self.assertEqual(checks["R-28"].state, perfeval.CheckState.NOT_COMPUTED)
        self.assertTrue(checks["R-28"].reason and checks["R-28"].reason_zh)
        self.assertEqual(review.count_of(perfeval.Severity.WARNING), 4)
        self.assertEqual(repr(review), "<Review: 0 error, 4 warning, 1 note>")
        self.assertEqual(review[-1].check, "R-15")
        self.assertIn("R-15", str(review))
        self.assertIn("<table>", review._repr_html_())
        self.assertEqual(len(json.loads(review.to_sarif(file="d.json"))["runs"][0]["results"]), 5)
        self.assertNotEqual(review.to_text("en"), review.to_text())
        with self.assertRaises(IndexError):
            review[5]

    def test_without_an_evaluation(self):
        dossier = perfeval.Dossier.from_json('{"format":"perfeval-dossier/1","unit":{"name":"某局"},"fiscal_year":2023,"kind":"department"}')
        review = perfeval.review(perfeval.Rulebook.from_json(self.rules), dossier)
        self.assertEqual(len(review), 0)
        self.assertEqual(len(review.checks), 28)

    def test_with_the_text(self):
        report = perfeval.audit("全年预算收入2,155.61万元，全年预算支出2,149.50万元。")
        review = perfeval.review(self.rules, self.facts, report=report)
        self.assertEqual([item.finding.code for item in review if item.check == "R-16"], ["PE_WARNING_REVIEW_TEXT_DIFFERS"])

    def test_a_float_is_refused(self):
        with self.assertRaises(TypeError):
            perfeval.review(self.rules, self.facts, total=99.69)


if __name__ == "__main__":
    unittest.main()
