#!/usr/bin/env python3
"""test-batch-peers.py - tables of pyarrow, pandas, polars, DuckDB and numpy into a run, and results back into them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Needs the versions in requirements-peers.txt, which pip fetches once into the build directory; SKIPPED, with the reason, without.
"""

import gc
import json
import os
import unittest
from decimal import Decimal

import package

package.start()
import peers  # noqa: E402

MISSING = peers.find(os.environ["PERFEVAL_BUILD"])
if MISSING is not None:
    package.skip(MISSING)
import duckdb  # noqa: E402
import numpy  # noqa: E402
import pandas  # noqa: E402
import perfeval  # noqa: E402
import polars  # noqa: E402
import pyarrow  # noqa: E402
from perfeval import BatchPlan, BatchSummary, Column, State, Unit  # noqa: E402

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
# 96 of 100; a third; nothing filled in; two and a half times the target.
ACTUAL = [Decimal("96.00"), Decimal("1.00"), None, Decimal("250.00")]
TARGET = [100, 3, 100, 100]
TOTALS = [960, 333, 0, 1000]


def one_line():
    return BatchPlan(perfeval.Rulebook.from_json(json.dumps(ONE_LINE)))


def arrow(kind=None):
    actual = pyarrow.array(ACTUAL, pyarrow.decimal128(20, 2))
    return pyarrow.table({"1/actual": actual.cast(kind) if kind else actual, "1/target": pyarrow.array(TARGET, pyarrow.int64())})


class Tables(unittest.TestCase):
    def check(self, table, **options):
        results = one_line().run(table, **options)
        self.assertEqual((list(results.totals), list(results.statuses)), (TOTALS, [0] * 4))
        return results

    def test_pyarrow(self):
        for kind in (None, pyarrow.string(), pyarrow.large_string(), pyarrow.string_view()):
            self.check(arrow(kind))
        self.check(arrow().combine_chunks().to_batches()[0])
        self.check(pyarrow.RecordBatchReader.from_batches(arrow().schema, arrow().to_batches()))

    def test_dictionaries(self):
        numbers = arrow()["1/actual"].combine_chunks()
        for values in (numbers, numbers.cast(pyarrow.string()), numbers.cast(pyarrow.large_string()), pyarrow.array([96, 1, None, 250])):
            for kind in (pyarrow.int8(), pyarrow.uint16(), pyarrow.int32(), pyarrow.int64()):
                indexes = values.dictionary_encode()
                column = pyarrow.DictionaryArray.from_arrays(indexes.indices.cast(kind), indexes.dictionary)
                self.check(pyarrow.table({"1/actual": column, "1/target": TARGET}))
        texts = [str(each) if each else None for each in ACTUAL]
        self.check(polars.DataFrame({"1/actual": texts, "1/target": TARGET}).with_columns(polars.col("1/actual").cast(polars.Categorical)))
        self.check(pandas.DataFrame({"1/actual": pandas.Categorical(texts), "1/target": TARGET}))

    def test_whole_numbers(self):
        fen = pyarrow.array([9600, 100, None, 25000], pyarrow.int64())
        self.check(pyarrow.table({"1/actual": fen, "1/target": pyarrow.array(TARGET, pyarrow.int8())}), scales={"1/actual": 2})

    def test_chunks_and_slices(self):
        three = pyarrow.concat_tables([arrow(), arrow(pyarrow.decimal128(30, 2)).cast(arrow().schema), arrow()])
        heard = []
        results = one_line().run(three, progress=lambda done, total: heard.append((done, total)), detail="nodes")
        self.assertEqual(list(results.totals), TOTALS * 3)
        self.assertEqual(results.counts.units_done, 12)
        self.assertEqual({total for _, total in heard} | {12}, {12})
        self.assertEqual(list(one_line().run(three.slice(3, 6)).totals), (TOTALS * 3)[3:9])
        summary = BatchSummary(one_line())
        one_line().run(three, summary=summary)
        self.assertEqual(summary.n_units, 12)

    def test_polars(self):
        table = polars.DataFrame({"1/actual": ACTUAL, "1/target": TARGET})
        self.check(table)
        self.check(table.with_columns(polars.col("1/actual").cast(polars.String)))

    def test_pandas(self):
        self.check(pandas.DataFrame({"1/actual": pandas.array([str(each) if each else None for each in ACTUAL], "string"), "1/target": TARGET}))

    def test_duckdb(self):
        rows = "(values (96.00, 100), (1.00, 3), (null, 100), (250.00, 100)) as t(a, b)"
        self.check(duckdb.sql(f'select a::decimal(20, 2) as "1/actual", b as "1/target" from {rows}'))
        self.check(duckdb.sql(f'select a::varchar as "1/actual", b as "1/target" from {rows}'))

    def test_numpy(self):
        results = one_line().run(
            {"1/actual": Column(numpy.array([9600, 100, 0, 25000]), 2, validity=numpy.array([True, True, False, True])),
             "1/target": numpy.array(TARGET)}
        )  # fmt: skip
        self.assertEqual(list(results.totals), TOTALS)

    def test_words(self):
        plan = BatchPlan(perfeval.Rulebook.from_file(package.SOURCE / "rulebooks/county-60-2019.json"))
        table = pyarrow.table({
            "budget.executed": ["965万元"], "budget.initial": ["10000000"], "2/choice": ["rate"], "2/rate": ["12.0"],
            "2/reduction": pyarrow.nulls(1), "3/choice": ["change"], "3/rate": pyarrow.nulls(1), "3/reduction": [10],
            "4/points": [10],
        })  # fmt: skip
        results = plan.run(table, units={path: Unit.PERCENT for path in ("2/rate", "2/reduction", "3/rate", "3/reduction")}, detail="nodes")
        self.assertEqual([results.score(0, code) for code in plan.nodes], list(map(Decimal, ("47.63", "19.30", "15", "3.33", "10"))))


class Faults(unittest.TestCase):
    def test_cells(self):
        wide = pyarrow.table({"1/actual": pyarrow.array([Decimal(2**63), Decimal(96)], pyarrow.decimal128(38, 0)), "1/target": [100, 100]})
        results = one_line().run(wide)
        self.assertEqual((results.score(0), results.score(1)), (None, Decimal("9.60")))
        self.assertEqual(results.states()[0], State.INVALID)
        words = one_line().run(pyarrow.table({"1/actual": ["many", "96"], "1/target": [100, 100]}))
        self.assertEqual((words.score(0), words.score(1)), (None, Decimal("9.60")))

    def test_refusals(self):
        for column in ([1.5], pyarrow.array([1.5]).dictionary_encode(), pyarrow.array([[1]])):
            with self.assertRaises(perfeval.Error) as caught:
                one_line().run(pyarrow.table({"1/actual": column, "1/target": [1]}))
            self.assertEqual(caught.exception.code, "PE_ERROR_BATCH_ARROW_TYPE")
        with self.assertRaises(perfeval.Error) as caught:
            one_line().run(pyarrow.table({"1/actual": [1]}))
        self.assertEqual(caught.exception.code, "PE_ERROR_BATCH_COLUMN_MISSING")
        with self.assertRaises(ValueError):
            one_line().run(arrow(), 4)
        with self.assertRaises(ValueError):
            one_line().run(arrow(), scales={"none": 2})

    def test_unused(self):
        results = one_line().run(arrow().append_column("unit", pyarrow.array(list("abcd"))))
        self.assertEqual([each.code for each in results.findings], ["PE_NOTE_BATCH_UNUSED"])


class Results(unittest.TestCase):
    def test_back(self):
        results = one_line().run(arrow(), detail="nodes")
        batch = pyarrow.record_batch(results)
        batch.validate(full=True)
        self.assertEqual(batch.schema.names, ["total", "total/state", "1", "1/state", "grade", "status"])
        self.assertEqual(batch.column("total").to_pylist(), [Decimal(each).scaleb(-2) for each in TOTALS])
        self.assertEqual(batch.column("grade").to_pylist(), ["a", "b", "b", "a"])
        self.assertEqual(polars.DataFrame(results)["total"].to_list(), batch.column("total").to_pylist())
        scores = pyarrow.table(batch)  # noqa: F841
        self.assertEqual(duckdb.sql("select sum(total) from scores").fetchall(), [(Decimal("22.93"),)])

    @unittest.skipUnless(hasattr(pandas.DataFrame, "from_arrow"), "this pandas takes no Arrow streams")
    def test_back_into_pandas(self):
        results = one_line().run(arrow())
        self.assertEqual(pandas.DataFrame.from_arrow(results)["total"].tolist(), [Decimal(each).scaleb(-2) for each in TOTALS])

    def test_nulls_and_release(self):
        results = one_line().run(pyarrow.table({"1/actual": [1, 96], "1/target": [0, 100]}))
        batch = pyarrow.record_batch(results)
        self.assertEqual(batch.column("total").to_pylist(), [None, Decimal("9.60")])
        self.assertEqual(batch.column("grade").to_pylist(), [None, "a"])
        results.__arrow_c_array__()  # nobody takes it
        del batch, results
        gc.collect()
        self.assertEqual(len(perfeval._arrow._held), 0)


if __name__ == "__main__":
    unittest.main()
