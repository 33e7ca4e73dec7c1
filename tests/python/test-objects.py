#!/usr/bin/env python3
"""test-objects.py - rulebooks, dossiers and evaluations as Python objects: exact numbers, places, tables, no leaks, threads

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import concurrent.futures
import datetime
import doctest
import gc
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
from decimal import Decimal
from fractions import Fraction

import package

package.start()
import perfeval  # noqa: E402
from perfeval import _abi, _library, _numbers  # noqa: E402
from perfeval._numbers import plain  # noqa: E402


class Objects(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rulebook = perfeval.Rulebook.from_file(package.RULES)
        cls.dossier = perfeval.Dossier.from_file(package.FACTS)
        cls.evaluation = cls.rulebook.evaluate(cls.dossier)

    def test_documentation(self):
        os.chdir(package.SOURCE)
        failed, tried = doctest.testmod(perfeval)
        self.assertEqual((failed, tried > 5), (0, True))

    def test_evaluation(self):
        # The figures that the report prints.
        self.assertEqual(self.evaluation.score, Decimal("99.69"))
        self.assertEqual(str(self.evaluation.score), "99.69")
        self.assertEqual(self.evaluation.grade.name, "优")
        self.assertEqual(self.evaluation["1"].score + self.evaluation["2"].score, Fraction(9969, 100))
        self.assertEqual(self.evaluation["2.5.6"].unrounded, Fraction(18761, 25883))
        self.assertEqual([(e.code, e.amount) for e in self.evaluation.ledger], [("1.1.3", Fraction(-3, 100)), ("2.5.6", Fraction(-28, 100))])
        self.assertEqual(self.evaluation["1.1.3"].origin, perfeval.Origin.COMPUTED)

    def test_ledger_closes(self):
        for node in self.evaluation:
            below = [n.code for n in self.evaluation if n.code == node.code or n.code.startswith(node.code + ".") or node.index == 0]
            entries = sum((e.amount for e in self.evaluation.ledger if e.code in below), Fraction(0))
            self.assertEqual(node.full_marks + entries, node.score, node.code)

    def test_rollup(self):
        # Of one unit twice every mean is its own score.
        for mode in perfeval.RollupMode:
            rollup = perfeval.Rollup.of([self.evaluation, self.evaluation], "两个单位", mode, points=[2, "1"])
            self.assertEqual((rollup.score, rollup.share(0), rollup.mode), (Fraction(9969, 100), Fraction(2, 3), mode))
            self.assertEqual(rollup.to_dict()["unit"]["name"], "两个单位")
            self.assertEqual(rollup.evaluation is not None, mode is perfeval.RollupMode.TOTALS_FIRST)
        self.assertIn("score first, then weight, by points", str(rollup))
        self.assertEqual(perfeval.Rollup.of([self.evaluation], "一", mode).share(0), 1)
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.Rollup.of([self.evaluation], "一", mode, points=[0])
        self.assertEqual(caught.exception.code, "PE_ERROR_WEIGHTS_ZERO")
        with self.assertRaises(ValueError):
            perfeval.Rollup.of([self.evaluation], "一", mode, points=[1, 2])
        with self.assertRaises(TypeError):
            perfeval.Rollup.of([self.evaluation], "一", mode, points=[0.5])

    def test_rulebook(self):
        self.assertEqual((self.rulebook.id, self.rulebook.edition, self.rulebook.kind), ("guangdong-department", "2023", perfeval.Kind.DEPARTMENT))
        self.assertEqual(self.rulebook.status, perfeval.RulebookStatus.RECONSTRUCTED)
        self.assertEqual(sum(i.full_marks for i in self.rulebook.indicators if i.parent is None), 100)
        self.assertEqual([g.at_least for g in self.rulebook.grades], sorted((g.at_least for g in self.rulebook.grades), reverse=True))
        self.assertTrue(all(source.title for source in self.rulebook.sources))
        self.assertEqual(self.rulebook.lint().count_of(perfeval.Severity.ERROR), 0)

    def test_identity(self):
        again = perfeval.Rulebook.from_json(self.rulebook.to_json())
        self.assertEqual(again, self.rulebook)
        self.assertEqual(hash(again), hash(self.rulebook))
        self.assertNotEqual(self.rulebook, self.dossier)
        self.assertRegex(self.rulebook.digest, "^[0-9a-f]{64}$")
        self.assertEqual(self.evaluation.rulebook.digest, self.rulebook.digest)
        self.assertEqual(perfeval.Dossier.from_json(self.dossier.to_json()).digest, self.dossier.digest)

    def test_refusal(self):
        broken = package.RULES.read_bytes().replace(b'"full_marks": "10"', b'"full_marks": "11"')
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.Rulebook.from_json(broken, file="broken.json")
        error = caught.exception
        self.assertEqual(error.code, "PE_ERROR_MARKS_MISMATCH")
        self.assertEqual(error.file, "broken.json")
        self.assertGreater(error.line, 0)
        self.assertIn("broken.json", str(error))
        self.assertGreaterEqual(error.findings.count_of(perfeval.Severity.ERROR), 1)
        self.assertIn(error.finding, error.findings)
        with self.assertRaises(FileNotFoundError):
            perfeval.Dossier.from_file("no such file")

    def test_tables(self):
        hostile = package.FACTS.read_text(encoding="utf-8").replace("增城经济技术开发区投资促进局", "<script>alert(1)</script>")
        evaluation = self.rulebook.evaluate(perfeval.Dossier.from_json(hostile))
        for shown in (evaluation, evaluation.ledger, evaluation.findings, self.rulebook):
            text = shown._repr_html_()
            self.assertTrue(text.startswith("<table>"))
            self.assertNotIn("<script>", text)
            self.assertTrue(repr(shown).startswith("<"))

    def test_numbers(self):
        for written in ("0", "2.50", "-0.03", "9223372036854775807", "-9.223372036854775807", "0.000000000000000001"):
            value = _numbers.decimal_from(written)
            self.assertEqual(str(_numbers.decimal_of(value)), str(Decimal(written)), written)
        self.assertEqual(_numbers.decimal_from(Decimal("1E+3")).coefficient, 1000)
        for wrong, kind in ((1.5, TypeError), (True, TypeError), ("NaN", ValueError), ("1e-19", OverflowError), (2**63, OverflowError)):
            with self.assertRaises(kind):
                _numbers.decimal_from(wrong)

    def test_plain(self):
        self.assertEqual([plain(Fraction(n, d)) for n, d in ((1, 4), (-3, 100), (1, 3), (0, 1), (100, 1), (-2, 3))],
                         ["0.25", "-0.03", "0.3333333333…", "0", "100", "-0.6666666666…"])  # fmt: skip
        # Longer than a context of decimal has digits.
        self.assertEqual(plain(Fraction(10**30 + 1)), "1" + "0" * 29 + "1")
        self.assertEqual(plain(Fraction(-(10**22) - 1, 3)), "-" + "3" * 22 + ".6666666666…")

    def test_explanation(self):
        self.assertIn("187.61", self.evaluation.explain("2.5.6"))
        self.assertIn("half up", self.evaluation.explain("2.5.6", language="en"))
        with self.assertRaises(ValueError):
            self.evaluation.explain("2.5.6", language="fr")
        with self.assertRaises(KeyError):
            self.evaluation.explain("9.9.9")
        self.assertTrue(self.evaluation.to_csv())

    def test_calendar(self):
        calendar = perfeval.Calendar.from_file(package.SOURCE / "examples/data/calendar-2022.json")
        monday = datetime.date(2022, 6, 13)
        self.assertTrue(calendar.is_workday(monday))
        self.assertFalse(calendar.is_workday(datetime.date(2022, 6, 12)))
        self.assertEqual(calendar.count_workdays(monday, datetime.date(2022, 6, 20)), 5)

    def test_threads(self):
        score = lambda _: self.rulebook.evaluate(self.dossier).score  # noqa: E731
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            self.assertEqual(set(pool.map(score, range(400))), {Decimal("99.69")})

    def test_nothing_is_kept(self):
        """Handles are released: the memory of the process does not grow with the number of evaluations."""
        if os.environ.get("PERFEVAL_SANITIZE"):
            self.skipTest("a sanitizer keeps what is released")

        def resident():
            gc.collect()
            return int(pathlib.Path("/proc/self/statm").read_text().split()[1])

        for _ in range(200):
            self.rulebook.evaluate(self.dossier)
        before = resident()
        for _ in range(2000):
            self.rulebook.evaluate(self.dossier)
        self.assertLess(resident() - before, 500, "pages")


class Library(unittest.TestCase):
    """What is said when the library is not there, or another one is."""

    def attempt(self, library):
        environment = dict(os.environ, PERFEVAL_LIBRARY=str(library), PYTHONPATH=str(package.PYTHON))
        return subprocess.run([sys.executable, "-c", "import perfeval"], capture_output=True, text=True, env=environment).stderr

    def test_missing(self):
        message = self.attempt("no-such-library.so")
        self.assertIn("ImportError: libperfeval cannot be loaded", message)
        self.assertIn("PERFEVAL_LIBRARY", message)

    def test_the_second_one(self):
        """It is looked for when the first of its functions is asked for, and not before."""
        program = "import perfeval\nfrom perfeval import _library\nprint(perfeval.version())\n_library.function('pe_tables_to_xlsx')"
        for library, word in (("no-such-library.so", "libperfeval-office cannot be loaded"), ("libc.so.6", "is not libperfeval-office")):
            environment = dict(os.environ, PERFEVAL_OFFICE_LIBRARY=library, PYTHONPATH=str(package.PYTHON))
            done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment)
            self.assertEqual(done.stdout.strip(), perfeval.version())
            self.assertIn(word, done.stderr)

    def test_the_hint(self):
        with unittest.mock.patch.dict(os.environ, PERFEVAL_OFFICE_LIBRARY="no-such-library.so"):
            with self.assertRaisesRegex(ImportError, "Install libperfeval-office1, or set PERFEVAL_OFFICE_LIBRARY"):
                _library.open_library("perfeval-office")

    def test_another(self):
        self.assertIn("is not libperfeval", self.attempt("libc.so.6"))

    def test_another_minor(self):
        source = 'const char *pe_version_get_string (void) { return "0.99.0"; }\n'
        with tempfile.TemporaryDirectory() as scratch:
            made = pathlib.Path(scratch, "libother.so")
            subprocess.run(["gcc", "-shared", "-fPIC", "-x", "c", "-", "-o", made], input=source, text=True, check=True)
            message = self.attempt(made)
        self.assertIn("PERFEVAL_0_99", message)
        self.assertIn(_abi.VERSION_NODE, message)


if __name__ == "__main__":
    unittest.main()
