#!/usr/bin/env python3
"""test-arguments.py - what is no argument is refused by what it is; copies and pickles harm nobody

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import concurrent.futures
import copy
import decimal
import doctest
import gc
import multiprocessing
import os
import pathlib
import pickle
import unittest
from decimal import Decimal

import package

package.start()
import perfeval  # noqa: E402
from perfeval import _abi, _core, _library, calendar, dossier  # noqa: E402


def score(rulebook, dossier):
    """In another process."""
    return rulebook.evaluate(dossier).score


def refuse(document):
    perfeval.Dossier.from_json(document, "a.json")


class Arguments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rulebook = perfeval.Rulebook.from_file(package.RULES)
        cls.dossier = perfeval.Dossier.from_file(package.FACTS)
        cls.evaluation = cls.rulebook.evaluate(cls.dossier)
        cls.plan = perfeval.BatchPlan(cls.rulebook, "points")

    def test_another_object(self):
        """ctypes alone takes a str or any handle for a handle, and the library would read what is not there."""
        rulebook, dossier, evaluation, plan = self.rulebook, self.dossier, self.evaluation, self.plan
        for attempt, words in (
            (lambda: rulebook.evaluate(rulebook), "a Dossier is needed, not Rulebook"),
            (lambda: rulebook.evaluate("dossier.json"), "a Dossier is needed, not str"),
            (lambda: rulebook.evaluate(b"{}"), "a Dossier is needed, not bytes"),
            (lambda: rulebook.evaluate(5), "a Dossier is needed, not int"),
            (lambda: rulebook.evaluate(dossier, calendar=dossier), "a Calendar is needed, not Dossier"),
            (lambda: rulebook.lint([dossier]), "a Rulebook is needed, not Dossier"),
            (lambda: rulebook.compare(dossier), "a Rulebook is needed, not Dossier"),
            (lambda: dossier.measure("budget.execution_rate", calendar="x"), "a Calendar is needed, not str"),
            (lambda: perfeval.Review.of(rulebook, dossier, dossier), "an Evaluation is needed, not Dossier"),
            (lambda: perfeval.Review.of(rulebook, dossier, report=evaluation), "an Audit is needed, not Evaluation"),
            (lambda: perfeval.Rollup.of([dossier], "x", perfeval.RollupMode.SCORES_FIRST), "an Evaluation is needed, not Dossier"),
            (lambda: perfeval.BatchPlan(dossier), "a Rulebook is needed, not Dossier"),
            (lambda: perfeval.BatchSummary(rulebook), "a BatchPlan is needed, not Rulebook"),
            (lambda: perfeval.BatchSummary(plan).merge(plan), "a BatchSummary is needed, not BatchPlan"),
            (lambda: perfeval.Evaluator(rulebook), "a BatchPlan is needed, not Rulebook"),
            (lambda: plan.run({}, n=0, summary=plan), "a BatchSummary is needed, not BatchPlan"),
            (lambda: perfeval.Dossier.from_tables(dossier), "a Tables is needed, not Dossier"),
            (lambda: perfeval.Tables.of(rulebook), "a Dossier is needed, not Rulebook"),
            (lambda: perfeval.Dossier.from_json({"format": "x"}), "a document as bytes or str is needed, not dict"),
            (lambda: perfeval.audit(pathlib.Path("report.txt")), "a document as bytes or str is needed, not PosixPath"),
            (lambda: perfeval.audit(5), "a document as bytes or str is needed, not int"),
            (lambda: perfeval.Figure.parse(3), "a str is needed, not int: 3"),
            (lambda: perfeval.Figure.parse(None), "a str is needed, not NoneType"),
            (lambda: rulebook.evaluate(None), "dossier must not be None"),
            (lambda: rulebook.compare(None), "newer must not be None"),
            (lambda: perfeval.BatchPlan(None), "rulebook must not be None"),
        ):
            with self.assertRaisesRegex(TypeError, words):
                attempt()

    def test_numbers_are_no_objects(self):
        """A number that a constructor took for a handle ended the interpreter."""
        kinds = [each for each in vars(perfeval).values() if isinstance(each, type) and issubclass(each, _core.Handle)]
        self.assertGreater(len(kinds), 15)
        for kind in kinds:
            for number in (0, 5, 2023, 10**6):
                with self.assertRaises(TypeError):
                    kind(number)
        with self.assertRaisesRegex(TypeError, r"Rulebook is made by from_json\(\), from_dict\(\), from_file\(\)"):
            perfeval.Rulebook(10**6)

    def test_numbers_without_end(self):
        """Powers of such numbers filled the memory."""
        for value in ("1e999999999", "-1e99999", decimal.Decimal("1e999999999"), "3万元", "1_0", "１２", " 1", "", "1e"):
            with self.assertRaises(ValueError):
                perfeval.Figure(value)
        with self.assertRaises(ValueError):
            perfeval.review(self.rulebook, self.dossier, total="1e99999999")
        with self.assertRaisesRegex(ValueError, "/facts/a: more digits"):
            perfeval.Dossier.from_dict({"facts": {"a": decimal.Decimal("1e999999999")}})
        self.assertEqual(str(perfeval.Figure("1e3").value), "1000")
        self.assertEqual(perfeval.Figure("0e99").value, 0)

    def test_every_handle_has_its_kind(self):
        """In every function of both libraries: no argument is a bare pointer but the bytes of a provider."""
        bare = {name for table in (_abi.FUNCTIONS, _abi.OFFICE_FUNCTIONS) for name, (_, arguments) in table.items() if _library.ctypes.c_void_p in arguments}
        self.assertEqual(bare, {"pe_provider_make_text"})

    def test_copies(self):
        """A copy of what cannot change is itself; a shallow one would have outlived the handle."""
        for each in (self.rulebook, self.dossier, self.evaluation, self.plan, perfeval.Tables.of(self.dossier)):
            self.assertIs(copy.copy(each), each)
            self.assertIs(copy.deepcopy(each), each)
        for each in (perfeval.Evaluator(self.plan), perfeval.MeasureStream(["procurement.sme_share"])):
            for attempt in (copy.copy, copy.deepcopy, pickle.dumps):
                with self.assertRaisesRegex(TypeError, f"{type(each).__name__} can be neither copied nor pickled"):
                    attempt(each)
        summary = perfeval.BatchSummary(self.plan)
        other = copy.copy(summary)
        self.assertTrue(other == summary and other is not summary)
        del summary
        gc.collect()
        self.assertTrue(bytes(other))

    def test_pickles(self):
        for each in (self.rulebook, self.dossier):
            self.assertEqual(pickle.loads(pickle.dumps(each)), each)
        with self.assertRaisesRegex(TypeError, "Evaluation cannot be pickled: pickle the rulebook"):
            pickle.dumps(self.evaluation)

    def test_processes(self):
        """Objects go to another process, and a refusal comes home with its code, place and findings."""
        if os.environ.get("PERFEVAL_SANITIZE"):
            self.skipTest("a child would need the runtime of the sanitizer")
        with concurrent.futures.ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as pool:
            self.assertEqual(str(pool.submit(score, self.rulebook, self.dossier).result()), "99.69")
            with self.assertRaises(perfeval.Error) as caught:
                pool.submit(refuse, "{").result()
        error = caught.exception
        self.assertEqual((error.code, error.file, error.line, len(error.findings)), ("PE_ERROR_JSON_TRUNCATED", "a.json", 1, 1))


class Questions(unittest.TestCase):
    """What an analyst asks in passing."""

    @classmethod
    def setUpClass(cls):
        os.chdir(package.SOURCE)
        cls.dossier = perfeval.Dossier.from_file(package.FACTS)
        cls.evaluation = perfeval.Rulebook.from_file(package.RULES).evaluate(cls.dossier)

    def test_documentation(self):
        extra = dict(vars(perfeval), Decimal=Decimal)
        for module in (dossier, calendar):
            self.assertEqual(doctest.testmod(module, extraglobs=extra)[0], 0)

    def test_what_there_is(self):
        self.assertIn("2.5.6", self.evaluation)
        self.assertIn(self.evaluation.total, self.evaluation)
        self.assertNotIn("2.5.66", self.evaluation)
        with self.assertRaisesRegex(KeyError, "'2.5.66'; near it: 2.5.6"):
            self.evaluation["2.5.66"]
        with self.assertRaisesRegex(KeyError, "near it: budget.execution_rate"):
            perfeval.Measure.find("budget.execution")
        with self.assertRaises(KeyError):
            self.evaluation[0]

    def test_dictionaries(self):
        facts = self.dossier.to_dict()
        self.assertEqual(perfeval.Dossier.from_dict(facts), self.dossier)
        facts["budget"]["lines"][0]["executed"] = Decimal("2.14956E+3")
        self.assertEqual(perfeval.Dossier.from_dict(facts), self.dossier)  # an exponent is no digit that somebody wrote
        facts["budget"]["lines"][0]["executed"] = 2149.56
        with self.assertRaisesRegex(TypeError, "/budget/lines/0/executed: an int, a str or a Decimal is needed, not float"):
            perfeval.Dossier.from_dict(facts)
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.Dossier.from_dict({"format": "x\0"})
        self.assertEqual(caught.exception.code, "PE_ERROR_JSON_NUL")

    def test_slices(self):
        audit = perfeval.audit("预算100万元，支出90万元，执行率95%。预算10万元，支出9万元，执行率90%。")
        self.assertEqual((audit[:], audit[-1:]), (tuple(audit), (audit[1],)))
        review = perfeval.review(self.evaluation.rulebook, self.dossier)
        self.assertEqual(review[1:3], tuple(review)[1:3])

    def test_figures(self):
        self.assertEqual([repr(perfeval.Figure(value)) for value in (3, "2.50", Decimal("2.50"))], ["<Figure 3>", "<Figure 2.50>", "<Figure 2.50>"])

    def test_numbers_are_not_cut(self):
        with self.assertRaisesRegex(ValueError, "signing_days: out of range"):
            self.dossier.measure("procurement.signing_in_time", limits=perfeval.MeasureLimits(signing_days=2**32 + 30))
        with self.assertRaisesRegex(TypeError, "signing_days: an int"):
            self.dossier.measure("procurement.signing_in_time", limits=perfeval.MeasureLimits(signing_days="30"))
        with self.assertRaisesRegex(ValueError, "'self' is not a valid Scorer"):
            self.evaluation.rulebook.evaluate(self.dossier, scorer="self")

    def test_named_days(self):
        days = perfeval.Calendar.from_file(package.SOURCE / "examples/data/calendar-2022.json")
        with self.assertRaises(perfeval.Error) as caught:
            days.named_day("春节", 2023)
        self.assertEqual((caught.exception.code, repr(days)), ("PE_ERROR_NOT_FOUND", "<Calendar>"))


if __name__ == "__main__":
    unittest.main()
