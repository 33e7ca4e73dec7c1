#!/usr/bin/env python3
"""test-batch-columns.py - units scored from columns: figures worked by hand, the digits of evaluate(), buffers of every kind, refusals

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import ctypes
import gc
import json
import pickle
import random
import sys
import unittest
from array import array
from decimal import Decimal, localcontext
from fractions import Fraction

import package

package.start()
import perfeval  # noqa: E402
from perfeval import BatchPlan, BatchSummary, Column, State, Unit  # noqa: E402

try:
    import numpy
except ImportError:
    numpy = None

# One leaf of 10 points: 10 × actual ÷ target, at most 10, half up to two places.
ONE_LINE = {
    "format": "perfeval-rulebook/1", "id": "one-line", "edition": "1", "title": {"zh": "一项"}, "kind": "project",
    "fiscal_years": {"first": 2023, "last": 2023}, "status": "sample", "full_marks": "10",
    "rounding": {"rate": {"places": 2, "mode": "half_up"}, "leaf": {"places": 2, "mode": "half_up"}, "subtotal": None,
                 "total": {"places": 2, "mode": "half_up"}, "rank_on": "rounded"},
    "policies": {"missing": "zero", "not_applicable": "error", "zero_denominator": "error", "text": "error", "invalid": "error"},
    "grades": [{"id": "a", "name": {"zh": "优"}, "from": "9"}, {"id": "b", "name": {"zh": "差"}, "from": "0"}],
    "indicators": [{"code": "1", "name": {"zh": "完成率"}, "full_marks": "10",
                    "rule": {"shape": "capped_ratio/1", "actual": {"fact": "actual"}, "target": {"fact": "target"}}}],
}  # fmt: skip
WORDS = ["rate", "change"]
RANDOM_UNITS = 400


def one_line():
    return BatchPlan(perfeval.Rulebook.from_json(json.dumps(ONE_LINE)))


def county():
    return perfeval.Rulebook.from_file(package.SOURCE / "rulebooks/county-60-2019.json")


def columns(actual, target=None):
    return {"1/actual": actual, "1/target": target if target is not None else array("q", [100] * len(memoryview(actual)))}


def decimal(value, scale):
    return str(Decimal(value).scaleb(-scale))


class Figures(unittest.TestCase):
    def test_by_hand(self):
        # 96 ÷ 100, 1 ÷ 3, 250 ÷ 100 (at most 10), and 7 ÷ 0, which the rulebook calls an error.
        results = one_line().run(columns(array("q", [96, 1, 250, 7]), array("q", [100, 3, 100, 0])))
        self.assertEqual((list(results.totals), results.scale), ([960, 333, 1000, 0], 2))
        self.assertEqual((list(results.grades), len(results)), ([0, 1, 0, -1], 4))
        self.assertEqual(list(results.statuses)[:3], [0, 0, 0])
        self.assertEqual((results.status_name(3), results.score(3)), ("PE_ERROR_ZERO_DENOMINATOR", None))
        self.assertEqual((results.score(1), results.counts.units_done, results.counts.units_scored), (Decimal("3.33"), 4, 3))
        self.assertEqual(list(results.states()), [State.VALUE] * 3 + [State.INVALID])

    def test_in_a_notebook(self):
        results = one_line().run(columns(array("q", [96] * 30 + [7]), array("q", [100] * 30 + [0])))
        page = results._repr_html_()
        self.assertEqual((page.count("<td>9.60</td>"), "31 units, 30 scored, the first 20" in page), (20, True))
        page = one_line().run(columns(array("q", [7]), array("q", [0])))._repr_html_()
        self.assertIn("<td>PE_ERROR_ZERO_DENOMINATOR</td>", page)
        self.assertIn("<table>", one_line().run(columns(array("q", [7]), array("q", [1])), detail="summary")._repr_html_())
        self.assertEqual(one_line()._repr_html_().count("<tr>"), 1 + len(one_line().inputs))

    def test_no_context_rounds(self):
        with localcontext() as context:
            context.prec = 2
            results = one_line().run(columns(array("q", [1]), array("q", [3])))
            self.assertEqual(str(results.score(0)), "3.33")

    def test_published_table(self):
        # The case that the rulebook carries: 965 of 1,000 is 19.3; 20 × 9 ÷ 12; 10 × 10 ÷ 30; a declared 10.
        plan = BatchPlan(county())
        results = plan.run(
            {
                "budget.executed": Column(array("i", [965]), unit=Unit.WAN_YUAN), "budget.initial": Column(array("q", [10000000]), unit=Unit.YUAN),
                "2/choice": Column(array("b", [0]), words=WORDS), "2/rate": Column(array("h", [120]), scale=1, unit=Unit.PERCENT),
                "2/reduction": Column(array("b", [0]), unit=Unit.PERCENT, validity=b"\0"),
                "3/choice": Column(array("b", [1]), words=WORDS), "3/rate": Column(array("b", [0]), unit=Unit.PERCENT, states=b"\0"),
                "3/reduction": Column(array("b", [10]), unit=Unit.PERCENT), "4/points": array("q", [10]),
            },
            detail="nodes",
        )  # fmt: skip
        self.assertEqual([results.score(0, code) for code in plan.nodes], list(map(Decimal, ("47.63", "19.30", "15", "3.33", "10"))))

    def test_inputs(self):
        plan = BatchPlan(county())
        found = {each.path: each for each in plan.inputs}
        self.assertEqual(plan.inputs[0].path, "budget.executed")
        executed, choice = found["budget.executed"], found["2/choice"]
        self.assertEqual((executed.unit, executed.scale, executed.required, executed.code), (Unit.YUAN, 2, True, None))
        self.assertEqual((choice.type, choice.kind, choice.code), (perfeval.InputType.TEXT, perfeval.InputKind.FACT, "2"))
        self.assertEqual([finding.code for finding in plan.findings], [])
        self.assertEqual((plan.nodes, plan.scale_of("total")), (("total", "1", "2", "3", "4"), 2))
        self.assertEqual(repr(plan), "<BatchPlan county-60 2019, 9 inputs, 5 nodes>")

    def test_records(self):
        rulebook = perfeval.Rulebook.from_file(package.SOURCE / "rulebooks/anhui-project-2022.json")
        with self.assertRaises(perfeval.Error) as caught:
            BatchPlan(rulebook)
        self.assertEqual(caught.exception.code, "PE_ERROR_BATCH_LEAF")
        self.assertGreaterEqual(len(caught.exception.findings), 3)  # three slots
        plan = BatchPlan(rulebook, records="points")
        self.assertIn("2/points", [each.path for each in plan.inputs])


class Evaluated(unittest.TestCase):
    """Some hundred random units, as columns and as dossiers."""

    def roll(self):
        dice = random.Random(20190707)

        def numbers(low, high):
            return [dice.choice([dice.randrange(low, high), dice.randrange(low, high) // 10 * 10]) for _ in range(RANDOM_UNITS)]

        cells = {"executed": numbers(0, 10**6), "initial": numbers(0, 10**6), "points": numbers(0, 1020)}
        for code in "23":
            cells[code + "choice"] = [dice.randrange(2) for _ in range(RANDOM_UNITS)]
            cells[code + "rate"] = numbers(1, 3000)
            cells[code + "reduction"] = numbers(-500, 4000)
            cells[code + "given"] = [dice.random() < 0.95 for _ in range(RANDOM_UNITS)]
        return cells

    def columns_of(self, cells):
        given = {
            "budget.executed": Column(array("q", cells["executed"]), 2, Unit.WAN_YUAN),
            "budget.initial": Column(array("q", cells["initial"]), 2, Unit.WAN_YUAN),
            "4/points": Column(array("q", cells["points"]), 2),
        }
        for code in "23":
            given[code + "/choice"] = Column(array("b", cells[code + "choice"]), words=WORDS)
            given[code + "/reduction"] = Column(array("i", cells[code + "reduction"]), 2, Unit.PERCENT)
            bits = sum(bit << (i + 5) for i, bit in enumerate(cells[code + "given"])).to_bytes(RANDOM_UNITS // 8 + 2, "little")
            given[code + "/rate"] = Column(array("h", cells[code + "rate"]), 2, Unit.PERCENT, validity=bits, offset=5)
        return given

    def dossier(self, cells, i):
        def facts(code):
            rate = {"rate": decimal(cells[code + "rate"][i], 2) + "%"} if cells[code + "given"][i] else {}
            return dict(rate, choice=WORDS[cells[code + "choice"][i]], reduction=decimal(cells[code + "reduction"][i], 2) + "%")

        line = {
            "name": "总额", "category": "total", "complete": True, "initial": decimal(cells["initial"][i], 2),
            "adjusted": decimal(cells["initial"][i], 2), "executed": decimal(cells["executed"][i], 2),
        }  # fmt: skip
        declared = {"indicator": "4", "scorer": "self", "score": decimal(cells["points"][i], 2), "evidence": "试算"}
        return perfeval.Dossier.from_json(
            json.dumps(
                {
                    "format": "perfeval-dossier/1", "unit": {"name": "单位"}, "fiscal_year": 2019, "kind": "department", "source": "试算",
                    "money_unit": "万元", "budget": {"lines": [line]}, "facts": {code: facts(code) for code in "23"}, "declared": [declared],
                }
            )
        )  # fmt: skip

    def test_same_digits(self):
        rulebook, cells = county(), self.roll()
        plan = BatchPlan(rulebook)
        summary = BatchSummary(plan)
        results = plan.run(self.columns_of(cells), detail="nodes", threads=2, summary=summary)
        sums, refused = [Fraction(0)] * len(plan.nodes), 0
        for i in range(RANDOM_UNITS):
            try:
                evaluation = rulebook.evaluate(self.dossier(cells, i))
            except perfeval.Error as error:
                self.assertEqual(results.status_name(i), error.code, i)
                refused += 1
                continue
            scores = [evaluation.score] + [evaluation[code].score for code in plan.nodes[1:]]
            self.assertEqual([results.score(i, node) for node in range(len(plan.nodes))], scores, i)
            sums = [a + Fraction(b) for a, b in zip(sums, scores)]
        self.assertTrue(0 < refused < RANDOM_UNITS // 2, refused)
        self.assertEqual([summary.sum(node) for node in range(len(plan.nodes))], sums)
        self.assertEqual((summary.n_units, summary.n_scored), (RANDOM_UNITS, RANDOM_UNITS - refused))
        self.assertEqual(summary.mean(), sums[0] / (RANDOM_UNITS - refused))


class Buffers(unittest.TestCase):
    def setUp(self):
        self.plan = one_line()

    def totals(self, actual, **rest):
        return list(self.plan.run({"1/actual": actual, "1/target": array("q", [100] * 3)}, **rest).totals)

    def test_widths(self):
        for code in "bhilq":
            self.assertEqual(self.totals(array(code, [1, 20, 99])), [10, 200, 990], code)

    def test_strides(self):
        cells = memoryview(array("q", [1, -7, 20, -7, 99, -7]))
        self.assertEqual(self.totals(cells[::2]), [10, 200, 990])
        self.assertEqual(self.totals(cells[4::-2]), [990, 200, 10])
        self.assertEqual(self.totals(Column(cells[::2].toreadonly(), scale=1)), [1, 20, 99])

    def test_first_cells(self):
        self.assertEqual(self.totals(array("q", [1, 20, 99]), n=2), [10, 200])
        self.assertEqual(self.totals(array("q", [1, 20, 99]), n=0), [])
        empty = self.plan.run(columns(array("q"), array("q")))
        self.assertEqual((len(empty), list(empty.totals)), (0, []))

    def test_missing(self):
        # A missing figure is 0 points in this rulebook. Bits 3, 4, 5 of 0b00101000 are 1, 0, 1.
        cells = array("q", [1, 20, 99])
        self.assertEqual(self.totals(Column(cells, validity=b"\x05")), [10, 0, 990])
        self.assertEqual(self.totals(Column(cells, validity=bytearray([0b00101000]), offset=3)), [10, 0, 990])
        self.assertEqual(self.totals(Column(cells, states=array("B", [State.VALUE, State.MISSING, State.VALUE]))), [10, 0, 990])
        self.assertEqual(self.totals(Column(cells, validity=(ctypes.c_bool * 3)(True, False, True))), [10, 0, 990])

    def test_not_applicable(self):
        cells = Column(array("q", [1, 20, 99]), states=bytes([State.VALUE, State.NOT_APPLICABLE, State.TEXT]), words=["x"] * 100)
        results = self.plan.run({"1/actual": cells, "1/target": array("q", [100] * 3)})
        self.assertEqual([results.statuses[i] == 0 for i in range(3)], [True, False, False])

    def test_results_are_buffers(self):
        results = self.plan.run(columns(array("q", [96])), detail="nodes")
        self.assertEqual((memoryview(results.totals).format, memoryview(results.points("1"))[0]), ("q", 960))
        self.assertEqual((results.totals.itemsize, results.grades.itemsize, results.states(1).itemsize), (8, 4, 1))

    def test_memory_is_given_back(self):
        cells = array("q", [1, 20, 99])
        self.totals(cells)
        gc.collect()
        cells.append(4)  # an array that is still looked at cannot grow

    @unittest.skipUnless(numpy, "there is no numpy here: its arrays are not tried")
    def test_numpy(self):
        table = numpy.array([[1, 100], [20, 100], [99, 100]], dtype=numpy.int32)
        results = self.plan.run({"1/actual": table[:, 0], "1/target": table[:, 1]})
        view = numpy.asarray(results.totals)
        self.assertEqual((view.tolist(), view.dtype), ([10, 200, 990], numpy.int64))
        self.assertEqual(view.__array_interface__["data"][0], results.totals.buffer_info()[0])
        self.assertEqual(self.totals(table[::-1, 0]), [990, 200, 10])
        self.assertEqual(self.totals(numpy.broadcast_to(numpy.int64(7), 3)), [70] * 3)
        mask = numpy.array([True, False, True])
        self.assertEqual(self.totals(Column(table[:, 0], validity=mask)), [10, 0, 990])
        self.assertEqual(self.totals(Column(table[:, 0], validity=numpy.packbits(mask, bitorder="little"))), [10, 0, 990])
        packed = numpy.zeros(3, dtype=[("flag", "i1"), ("actual", "i8")])
        packed["actual"] = [1, 20, 99]  # cells that are not aligned
        self.assertEqual(self.totals(packed["actual"]), [10, 200, 990])
        for other in ("f8", "f2", "u4", "O", ">i8" if sys.byteorder == "little" else "<i8", "M8[s]", "U3"):
            with self.assertRaises(TypeError, msg=other):
                self.totals(numpy.zeros(3, dtype=other))

    def test_like_a_series(self):
        class Series:
            def to_numpy(self):
                return array("q", [1, 20, 99])

        self.assertEqual(self.totals(Series()), [10, 200, 990])


class Refused(unittest.TestCase):
    def setUp(self):
        self.plan = one_line()

    def refuse(self, kind, text, given, **rest):
        with self.assertRaises(kind) as caught:
            self.plan.run(given, **rest)
        self.assertIn(text, str(caught.exception))

    def test_values(self):
        cells = array("q", [1])
        self.refuse(TypeError, "column 1/actual: floats ('d') are not the digits", columns(array("d", [0.5])))
        self.refuse(TypeError, "12.50 is 1250 at scale 2", columns(array("f", [0.5])))
        self.refuse(TypeError, "found cells of the format 'Q'", columns(array("Q", [1])))
        self.refuse(TypeError, "expected a buffer (array.array, memoryview, numpy), not list", {"1/actual": [1], "1/target": cells})
        self.refuse(ValueError, "expected one dimension, found 2", columns(memoryview(bytes(4)).cast("b", (2, 2)), cells))
        self.refuse(ValueError, "no input of the plan: 1/actua; it takes 1/actual, 1/target", {"1/actua": cells})
        self.refuse(ValueError, "columns of different lengths: 1/actual 1, 1/target 2", columns(cells, array("q", [1, 2])))
        self.refuse(ValueError, "column 1/actual: expected 2 cells, found 1", columns(cells), n=2)
        self.refuse(ValueError, "n: expected 0 to", columns(cells), n=-1)

    def test_columns(self):
        cells = array("q", [1, 2])
        for text, kind, column in (
            ("scale: expected 0 to 18, found 4294967296", ValueError, Column(cells, scale=2**32)),
            ("scale: expected an int, not float", TypeError, Column(cells, scale=2.0)),
            ("7 is not a valid Unit", ValueError, Column(cells, unit=7)),
            ("validity: expected 2 bytes, found 1", ValueError, Column(cells, validity=b"\1", offset=7)),
            ("offset: expected 0 to", ValueError, Column(cells, validity=b"\1", offset=-1)),
            ("states: expected 2 bytes, found 1", ValueError, Column(cells, states=b"\1")),
            ("states: expected single bytes, one behind the other", TypeError, Column(cells, states=cells)),
            ("states: expected single bytes, one behind the other", TypeError, Column(cells, states=memoryview(b"\1\1\1\1")[::2])),
            ("states or validity, not both", ValueError, Column(cells, states=b"\1\1", validity=b"\1")),
            ("a word with U+0000", ValueError, Column(cells, words=["a\0b"])),
        ):
            self.refuse(kind, text, dict(columns(cells), **{"1/actual": column}))

    def test_by_the_library(self):
        cells = array("q", [1])
        for code, given in (
            ("PE_ERROR_BATCH_COLUMN_MISSING", {"1/target": cells}),
            ("PE_ERROR_UNIT_MISMATCH", columns(Column(cells, unit=Unit.YUAN), Column(cells, unit=Unit.DAY))),
        ):
            with self.assertRaises(perfeval.Error) as caught:
                self.plan.run(given)
            self.assertEqual(caught.exception.code, code)

    def test_arguments(self):
        given = columns(array("q", [1]))
        self.refuse(ValueError, "threads: expected 1 to 1024, found 0", given, threads=0)
        self.refuse(ValueError, "detail: expected one of summary, totals, nodes, found 'all'", given, detail="all")
        with self.assertRaises(ValueError):
            BatchPlan(self.plan.rulebook, records="rows")
        results = self.plan.run(given)
        with self.assertRaisesRegex(ValueError, 'points of node 1 were not asked for; detail="nodes" does'):
            results.points("1")
        self.assertRaises(KeyError, results.points, "9")
        self.assertRaises(IndexError, results.points, 2)
        self.assertRaises(IndexError, results.points, -1)

    def test_progress(self):
        cells, heard = array("q", [96]) * 600000, []
        self.plan.run(columns(cells), progress=lambda done, total: heard.append((done, total)))
        self.assertTrue(heard and all(0 <= done <= total == 600000 for done, total in heard), heard)

        def stop(done, total):
            raise KeyboardInterrupt

        for threads in (1, 2):
            with self.assertRaises(KeyboardInterrupt):
                self.plan.run(columns(cells), progress=stop, threads=threads)


class Summaries(unittest.TestCase):
    def setUp(self):
        self.plan = one_line()

    def of(self, *actual):
        summary = BatchSummary(self.plan)
        results = self.plan.run(columns(array("q", actual)), detail="summary", summary=summary)
        self.assertEqual((len(results.grades), results.counts.units_scored), (0, len(actual)))
        return summary

    def test_merge(self):
        whole, first, second = self.of(96, 1, 50), self.of(96), self.of(1, 50)
        self.assertNotEqual(first, whole)
        second.merge(first)
        self.assertEqual(second, whole)
        # 9.60 + 0.10 + 5.00
        self.assertEqual((second.sum(), second.mean(), second.sum(1)), (Fraction(147, 10), Fraction(49, 10), Fraction(147, 10)))
        self.assertEqual([second.count_grade(grade) for grade in (-1, 0, 1)], [0, 1, 2])
        self.assertEqual((second.count_state(1, State.VALUE), second.count_state(1, State.MISSING)), (3, 0))
        self.assertEqual(second.rulebook_digest, self.plan.rulebook.digest)
        self.assertIsNone(BatchSummary(self.plan).mean())
        self.assertEqual(repr(second), "<BatchSummary: 3 units, 3 scored>")

    def test_bytes(self):
        summary = self.of(96, 1)
        for again in (BatchSummary.from_bytes(bytes(summary)), pickle.loads(pickle.dumps(summary))):
            self.assertEqual((again, again.sum()), (summary, Fraction(97, 10)))
        raw = bytearray(bytes(summary))
        raw[-1] ^= 1
        for damaged in (raw, bytes(summary)[:-1], b""):
            with self.assertRaises(perfeval.Error) as caught:
                BatchSummary.from_bytes(damaged)
            self.assertEqual(caught.exception.code, "PE_ERROR_SUMMARY_FORMAT")

    def test_refused(self):
        with self.assertRaises(perfeval.Error) as caught:
            self.of(96).merge(BatchSummary(BatchPlan(county())))
        self.assertEqual(caught.exception.code, "PE_ERROR_RULEBOOK_DIFFERS")
        with self.assertRaises(perfeval.Error) as caught:
            self.of(96).sum(2)
        self.assertEqual(caught.exception.code, "PE_ERROR_NOT_FOUND")


if __name__ == "__main__":
    unittest.main(verbosity=2)
