#!/usr/bin/env python3
"""test-package.py - the Python package gives the same digits and errors with code and place

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""
import unittest

import package

package.start()
import perfeval  # noqa: E402


class Package(unittest.TestCase):
    def setUp(self):
        self.rules = (package.SOURCE / "rulebooks/guangdong-2023.json").read_bytes()
        self.facts = (package.SOURCE / "examples/data/zengcheng-2023.json").read_bytes()

    def test_scores(self):
        result = perfeval.evaluate(self.rules, self.facts)
        # The figures that the report prints.
        self.assertEqual(result["total"]["score"], "99.69")
        self.assertEqual(result["grade"]["zh"], "优")
        self.assertEqual([entry["amount"] for entry in result["ledger"]], ["-0.03", "-0.28"])

    def test_refusals_have_code_and_place(self):
        broken = self.facts.replace(b'"2,149.56"', b'"7,00.0,77"')
        self.assertNotEqual(broken, self.facts)
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.evaluate(self.rules, broken, dossier_file="dossier.json")
        self.assertEqual(caught.exception.code, "PE_ERROR_THOUSANDS_SEPARATOR")
        self.assertEqual(caught.exception.path, "/budget/lines/0/executed")
        self.assertEqual(caught.exception.file, "dossier.json")
        line = broken.split(b"\n")[caught.exception.line - 1]
        self.assertIn(b'"7,00.0,77"', line)
        self.assertEqual(line.decode()[caught.exception.column - 1 :][:11], '"7,00.0,77"')

    def test_calendar(self):
        rules = (package.SOURCE / "rulebooks/hunan-department-yueyang.json").read_bytes()
        facts = (package.SOURCE / "tests/rulebooks/data/hunan-department-yueyang.json").read_bytes()
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.evaluate(rules, facts)
        self.assertEqual(caught.exception.code, "PE_ERROR_CALENDAR_MISSING")
        calendar = (package.SOURCE / "examples/data/calendar-2022.json").read_bytes()
        self.assertEqual(perfeval.evaluate(rules, facts, calendar=calendar)["total"]["score"], "85")
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.evaluate(rules, facts, calendar=b"{}", calendar_file="days.json")
        self.assertEqual((caught.exception.code, caught.exception.file), ("PE_ERROR_FORMAT_UNKNOWN", "days.json"))

    def test_empty_input(self):
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.evaluate(b"", self.facts)
        self.assertEqual(caught.exception.code, "PE_ERROR_JSON_TRUNCATED")

    def test_version(self):
        self.assertRegex(perfeval.version(), r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    unittest.main()
