#!/usr/bin/env python3
"""test-sets.py - sets of rulebooks that answer with exactly one, and the words and patterns of a house's own

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import doctest
import json
import os
import pathlib
import tempfile
import unittest
from decimal import Decimal

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Error, Kind, ProsePatterns, Rulebook, RulebookSet, prose_patterns, rulebook_sets  # noqa: E402

os.chdir(package.SOURCE)


class Sets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rulebooks = RulebookSet.from_folder("rulebooks")

    def test_documentation(self):
        extra = dict(vars(perfeval), Decimal=Decimal)
        for module in (rulebook_sets, prose_patterns):
            self.assertEqual(doctest.testmod(module, extraglobs=extra)[0], 0)

    def test_every_installed_rulebook(self):
        names = sorted(pathlib.Path("rulebooks").glob("*.json"))
        self.assertEqual({each.digest for each in self.rulebooks}, {Rulebook.from_file(name).digest for name in names})
        self.assertEqual([(each.id, each.edition) for each in self.rulebooks], sorted((each.id, each.edition) for each in self.rulebooks))
        self.assertIn(f"{len(names)} rulebooks", repr(self.rulebooks))
        self.assertIn("<table>", self.rulebooks._repr_html_())

    def test_exactly_one(self):
        self.assertEqual(self.rulebooks.find(Kind.DEPARTMENT, 2023, "广东省").id, "guangdong-department")
        with self.assertRaises(Error) as caught:
            self.rulebooks.find(Kind.POLICY, 2023, "广东省")
        self.assertEqual(caught.exception.code, "PE_ERROR_NOT_FOUND")
        document = Rulebook.from_file(package.RULES).to_dict()
        both = RulebookSet.of([Rulebook.from_dict(document), Rulebook.from_dict(dict(document, edition="2023a"))])
        with self.assertRaises(Error) as caught:
            both.find(Kind.DEPARTMENT, 2023, "广东省")
        self.assertEqual(caught.exception.code, "PE_ERROR_RULEBOOK_AMBIGUOUS")
        self.assertEqual(both.find(Kind.DEPARTMENT, 2023, "广东省", edition="2023a").edition, "2023a")
        with self.assertRaisesRegex(KeyError, "the editions 2023, 2023a"):
            both["guangdong-department"]

    def test_refused(self):
        with self.assertRaisesRegex(KeyError, "near it: guangdong-department"):
            self.rulebooks["guangdong-departmnt"]
        with self.assertRaises(Error) as caught:
            RulebookSet.of([self.rulebooks[0], self.rulebooks[0]])
        self.assertEqual(caught.exception.code, "PE_ERROR_CODE_DUPLICATE")
        with self.assertRaises(Error) as caught:
            RulebookSet.from_folder("no such folder")
        self.assertEqual(caught.exception.code, "PE_ERROR_FILE")
        with self.assertRaises(Error) as caught:
            RulebookSet.from_folder("rulebooks", limits=perfeval.Limits(bytes=100))
        self.assertEqual(caught.exception.code, "PE_ERROR_LIMIT_BYTES")
        for attempt in (lambda: self.rulebooks.find(Kind.POLICY, 2023, "a\0"), lambda: RulebookSet.from_folder("a\0")):
            with self.assertRaisesRegex(ValueError, "U\\+0000"):
                attempt()
        with self.assertRaises(TypeError):
            RulebookSet.of([perfeval.Dossier.from_file(package.FACTS)])
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(len(RulebookSet.from_folder(folder)), 0)


class Patterns(unittest.TestCase):
    TEXT = "应到会1500人，缺席60人，缺勤度5%。"

    def test_an_audit_with_and_without(self):
        """60 of 1,500 are 4 %. Without the pattern nobody knows that the figures hang together."""
        absence = {"name": "absence", "kind": "rate", "result": "缺勤度", "operands": ["缺席", "应到会"], "strict": True}
        patterns = ProsePatterns.from_json(json.dumps({"format": "perfeval-prose/1", "patterns": [absence]}))
        self.assertEqual(len(perfeval.audit(self.TEXT)), 0)
        self.assertEqual([str(each.nearest) for each in perfeval.audit(self.TEXT, patterns=patterns)], ["4"])
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "a.txt")
            path.write_text(self.TEXT, encoding="utf-8")
            self.assertEqual(len(perfeval.TextAudit.from_file(path, patterns=patterns)), 1)

    def test_refused(self):
        with self.assertRaises(Error) as caught:
            ProsePatterns.from_dict({"format": "perfeval-prose/1", "words": [{"text": "x", "meaning": "guess"}]})
        self.assertEqual((caught.exception.code, caught.exception.path), ("PE_ERROR_VALUE_UNKNOWN", "/words/0/meaning"))
        with self.assertRaisesRegex(TypeError, "a ProsePatterns is needed, not dict"):
            perfeval.audit(self.TEXT, patterns={})


if __name__ == "__main__":
    unittest.main()
