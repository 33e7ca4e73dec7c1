#!/usr/bin/env python3
"""test-arguments.py - what is no argument is refused by what it is; copies and pickles harm nobody

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import concurrent.futures
import copy
import gc
import multiprocessing
import os
import pathlib
import pickle
import unittest

import package

package.start()
import perfeval  # noqa: E402
from perfeval import _abi, _library  # noqa: E402


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
        ):
            with self.assertRaisesRegex(TypeError, words):
                attempt()
        with self.assertRaises(perfeval.Error) as caught:
            rulebook.evaluate(None)
        self.assertEqual(caught.exception.code, "PE_ERROR_INVALID_ARGUMENT")

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


if __name__ == "__main__":
    unittest.main()
