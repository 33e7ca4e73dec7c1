#!/usr/bin/env python3
"""batch_peers.py - numpy, pandas, DuckDB, SQLite and Python's decimal beside a batch: the same data, interleaved, one thread each

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

  PERFEVAL_LIBRARY=build/release/libperfeval.so PYTHONPATH=python python3 bench/batch_peers.py --build build/release

24 indicators over 41 columns as in bench.c, one cell in two hundred not filled in, which gives no points. Each peer has its obvious form
(round (weight × actual ÷ target)) and its best exact one (whole fen, half up in integers), and what it has itself for a missing cell: NaN in floats,
masks beside whole numbers, NULL in SQL, None in Python; the batch has bitmaps. Everybody gives the total and the grade of each unit, in memory,
from tables of its own, whose loading is not counted; the batch gives states and statuses with them, and in a second line every node. Results are
made anew each time. Each contestant runs twice in a round: once after all the others, when its data lie in memory, and again at once, when what the
processor's caches hold of them is its own. Nobody is faster than who reads the 41 columns and adds each of them up, which is the last line. Processor
time, since the clock of a busy machine measures the others. `wrong` counts totals that differ from whole numbers of any length (Python's own), computed
apart for a sample.
"""

import argparse
import importlib.metadata
import json
import pathlib
import sqlite3
import statistics
import sys
import time
from decimal import ROUND_HALF_UP, Decimal

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests/python"), str(ROOT / "python")]
import peers  # noqa: E402

LEAVES = [("ratio", 5)] * 5 + [("inverse", 5)] + [("steps", 5)] * 2 + [("count", 4)] * 2 + [("condition", 2)]
LEAVES += [("ratio", 5)] * 5 + [("inverse", 4)] * 2 + [("steps", 3)] * 2 + [("count", 3)] * 2 + [("condition", 2), ("condition", 3)]
FIRST_GROUP = 11
BOUNDS, TENTHS = (60, 70, 80, 90), (0, 4, 6, 8, 10)
SAMPLE = 20000
FLOOR = "numpy, 41 sums of columns: no points"
PAIRS = ("ratio", "inverse", "steps")
EMPTY = 200  # one cell of so many
GOOD = 9000  # hundredths


def spread():
    """Each leaf with the number of its first column."""
    at = 0
    for shape, marks in LEAVES:
        yield shape, marks, at
        at += 2 if shape in PAIRS else 1


def rule(shape, marks):
    if shape in ("ratio", "inverse"):
        return {"shape": "capped_ratio/1" if shape == "ratio" else "inverse_ratio/1", "actual": {"fact": "actual"}, "target": {"fact": "target"}}
    if shape == "steps":
        ends = [None] + [f"0.{bound}" for bound in BOUNDS] + [None]
        steps = [
            {"ends": "[)" if low else "()", "points": str(Decimal(marks * gain) / 10), **({"from": low} if low else {}), **({"to": high} if high else {})}
            for low, high, gain in zip(ends, ends[1:], TENTHS)
        ]
        return {"shape": "steps/1", "value": {"formula": "actual / target"}, "steps": steps}
    if shape == "count":
        return {"shape": "per_violation/1", "items": [{"id": "count", "name": {"zh": "违规"}, "points": "0.5"}]}
    return {"shape": "binary/1", "value": {"fact": "done"}}


def make_rulebook():
    half_up = {"places": 2, "mode": "half_up"}
    groups = [
        {"code": str(group), "name": {"zh": "组"}, "full_marks": "50",
         "indicators": [{"code": f"{group}.{i + 1}", "name": {"zh": "指标"}, "full_marks": str(marks), "rule": rule(shape, marks)}
                        for i, (shape, marks) in enumerate(LEAVES) if (i >= FIRST_GROUP) == (group == 2)]}
        for group in (1, 2)
    ]  # fmt: skip
    return json.dumps({
        "format": "perfeval-rulebook/1", "id": "workload", "edition": "1", "title": {"zh": "批量"}, "kind": "project", "status": "sample",
        "fiscal_years": {"first": 2023, "last": 2023}, "full_marks": "100",
        "rounding": {"rate": half_up, "leaf": half_up, "subtotal": None, "total": half_up, "rank_on": "rounded"},
        "policies": {"missing": "zero", "not_applicable": "error", "zero_denominator": "zero", "text": "error", "invalid": "error"},
        "grades": [{"id": "a", "name": {"zh": "优"}, "from": "90"}, {"id": "b", "name": {"zh": "差"}, "from": "0"}],
        "indicators": groups,
    })  # fmt: skip


def make_data(numpy, n, seed=20231231):
    dice = numpy.random.default_rng(seed)
    columns = []
    for shape, _, _ in spread():
        if shape == "count":
            columns.append(numpy.where(dice.integers(0, 3, n) == 0, dice.integers(0, 12, n), 0))
        elif shape == "condition":
            columns.append((dice.integers(0, 5, n) != 0).astype(numpy.int64))
        else:
            which = dice.integers(0, 4, n)
            target = numpy.where(which == 0, dice.integers(1, 101, n) * 10**8, dice.integers(1, 10**6 + 1, n) * 10**4)
            target = numpy.where(which == 3, dice.integers(1000, 10**10, n), target)
            share = numpy.where(dice.integers(0, 2, n) == 0, dice.integers(600, 1100, n) * 1000, dice.integers(500000, 1100000, n))
            columns += [target // 1000 * share // 1000, target]
    return [numpy.ascontiguousarray(column, dtype=numpy.int64) for column in columns]


def make_masks(numpy, n, n_columns, seed=20231231):
    """Which cells are filled in."""
    dice = numpy.random.default_rng(seed + 1)
    return [dice.integers(0, EMPTY, n) != 0 for _ in range(n_columns)]


def by_integers(row):
    """The total in hundredths, from the rules, in numbers of any length."""
    total = 0
    for shape, marks, at in spread():
        full, a, t = marks * 100, row[at], row[at + 1] if shape in PAIRS else 0
        if a is None or t is None:
            continue
        if shape == "ratio":
            total += (2 * full * min(a, t) + t) // (2 * t)
        elif shape == "inverse":
            total += (2 * full * t + max(a, t)) // (2 * max(a, t))
        elif shape == "steps":
            total += marks * 10 * TENTHS[sum(a * 100 >= bound * t for bound in BOUNDS)]
        else:
            total += max(full - 50 * a, 0) if shape == "count" else full * (a != 0)
    return total


def by_decimal(row):
    cent, total = Decimal("0.01"), Decimal(0)
    for shape, marks, at in spread():
        a, t = row[at], row[at + 1] if shape in PAIRS else 0
        if a is None or t is None:
            continue
        if shape == "ratio":
            total += (marks * min(a, t) / t).quantize(cent, ROUND_HALF_UP)
        elif shape == "inverse":
            total += (marks * t / max(a, t)).quantize(cent, ROUND_HALF_UP)
        elif shape == "steps":
            total += Decimal(marks * TENTHS[sum(a * 100 >= bound * t for bound in BOUNDS)]) / 10
        else:
            total += max(marks - a / 2, Decimal(0)) if shape == "count" else marks * (a != 0)
    return int(total * 100), total >= 90


def by_floats(numpy, columns):
    """Also what pandas computes, with its Series for columns. fmax (NaN, 0) is 0, and NaN is never above anything."""
    total = numpy.zeros(len(columns[0]))
    for shape, marks, at in spread():
        full, a = marks * 100, columns[at]
        t = columns[at + 1] if shape in PAIRS else None
        if shape == "steps":
            total += marks * 10 * sum((gain - before) * (a * 100 >= bound * t) for bound, before, gain in zip(BOUNDS, TENTHS, TENTHS[1:]))
        elif shape == "count":
            total += numpy.fmax(full - 50 * a, 0)
        elif shape == "condition":
            total += full * (a > 0)
        else:
            part, whole = (numpy.minimum(a, t), t) if shape == "ratio" else (t, numpy.maximum(a, t))
            total += numpy.fmax(numpy.round(marks * (part / whole), 2) * 100, 0)
    total = numpy.rint(total)
    return total, total >= GOOD


def by_whole_numbers(numpy, columns, masks):
    """The same, exactly, and in place where that spares an array. A cell that is not filled in holds something that can be divided by."""
    total = numpy.zeros(len(columns[0]), dtype=numpy.int64)
    for shape, marks, at in spread():
        full, a, valid = marks * 100, columns[at], masks[at]
        if shape in PAIRS:
            t, valid = columns[at + 1], valid & masks[at + 1]
        if shape == "steps":
            points = marks * 10 * sum((gain - before) * (a * 100 >= bound * t) for bound, before, gain in zip(BOUNDS, TENTHS, TENTHS[1:]))
        elif shape == "count":
            points = numpy.maximum(full - 50 * a, 0)
        elif shape == "condition":
            points = full * (a != 0)
        else:
            part, whole = (numpy.minimum(a, t), t) if shape == "ratio" else (t, numpy.maximum(a, t))
            points = (2 * full * part + whole) // (2 * whole)
        points *= valid
        total += points
    return total, total >= GOOD


def sql(exact, divide, real, table="data", key=""):
    """What is NULL gives nothing, which coalesce and the last branch of a case say. Databases differ in least (NULL, 1); these forms do without."""
    terms = []
    for shape, marks, at in spread():
        full, a, t = marks * 100, f"c{at}", f"c{at + 1}"
        if shape == "steps":
            rest = " ".join(f"when {a} * 100 >= {bound} * {t} then {marks * 10 * gain}" for bound, gain in reversed(list(zip(BOUNDS, TENTHS[1:]))))
            terms.append(f"case {rest} else 0 end")
        elif shape == "count":
            terms.append(f"case when {a} <= {full // 50} then {full} - 50 * {a} else 0 end")
        elif shape == "condition":
            terms.append(f"case when {a} <> 0 then {full} else 0 end")
        else:
            part, whole, reached = (a, t, f"{a} >= {t}") if shape == "ratio" else (t, a, f"{a} <= {t}")
            points = f"({2 * full} * {part} + {whole}) {divide} (2 * {whole})"
            if not exact:
                points = f"round({marks} * (cast({part} as {real}) / {whole}), 2) * 100"
            terms.append(f"coalesce(case when {reached} then {full} else {points} end, 0)")
    total = " + ".join(terms)
    total = total if exact else f"cast(round({total}) as bigint)"
    return f"select {key}total, total >= {GOOD} as good from (select {key}{total} as total from {table})"


def fill_duck(duckdb, pandas, columns, masks):
    duck = duckdb.connect()
    duck.execute("set threads = 1")
    frame = pandas.DataFrame({f"c{i}": pandas.arrays.IntegerArray(column, ~mask) for i, (column, mask) in enumerate(zip(columns, masks))})
    duck.execute("create table data as select * from frame")
    return duck


def fill_lite(rows):
    lite = sqlite3.connect(":memory:")
    lite.execute(f"create table data ({', '.join(f'c{i} integer' for i in range(len(rows[0])))})")
    lite.executemany(f"insert into data values ({', '.join('?' * len(rows[0]))})", rows)
    return lite


def list_rows(columns, masks, n):
    lists = ([cell if there else None for cell, there in zip(column[:n].tolist(), mask[:n].tolist())] for column, mask in zip(columns, masks))
    return list(zip(*lists))


def make_taken(perfeval, numpy, plan, columns, masks):
    none = perfeval.Unit.NONE
    return {
        each.path: perfeval.Column(column, 2 if each.unit == none else 0, perfeval.Unit.YUAN if each.unit == none else each.unit,
                                   validity=numpy.packbits(mask, bitorder="little"))
        for each, column, mask in zip(plan.inputs, columns, masks)
    }  # fmt: skip


def make_contestants(numpy, pandas, duckdb, columns, masks):
    """Name, units that it scores, and a function that gives their totals in hundredths."""
    import perfeval

    n = len(columns[0])
    plan = perfeval.BatchPlan(perfeval.Rulebook.from_json(make_rulebook()))
    taken = make_taken(perfeval, numpy, plan, columns, masks)
    whole = [numpy.where(mask, column, 1) for column, mask in zip(columns, masks)]
    floats = [numpy.where(mask, column, numpy.nan) for column, mask in zip(columns, masks)]
    whole_series, mask_series, float_series = ([pandas.Series(each) for each in many] for many in (whole, masks, floats))
    duck = fill_duck(duckdb, pandas, columns, masks)
    rows = list_rows(columns, masks, n // 5)
    lite = fill_lite(rows)
    apart = [column.copy() for column in columns]
    decimals = [tuple(None if cell is None else Decimal(cell) for cell in row) for row in rows[:SAMPLE]]

    def in_duck(exact):
        query = sql(exact, "//", "double")
        return lambda: duck.sql(query).fetchnumpy()["total"]

    def in_lite(exact):
        query = sql(exact, "/", "real")
        return lambda: [total for (total, _) in lite.execute(query)]

    return [
        ("batch, total and grade", n, lambda: plan.run(taken).totals),
        ("batch, every node", n, lambda: plan.run(taken, detail="nodes").totals),
        ("numpy float64, obvious", n, lambda: by_floats(numpy, floats)[0]),
        ("numpy int64, exact", n, lambda: by_whole_numbers(numpy, whole, masks)[0]),
        ("pandas float64, obvious", n, lambda: by_floats(numpy, float_series)[0].to_numpy()),
        ("pandas int64, exact", n, lambda: by_whole_numbers(numpy, whole_series, mask_series)[0].to_numpy()),
        ("DuckDB DOUBLE, obvious", n, in_duck(False)),
        ("DuckDB BIGINT, exact", n, in_duck(True)),
        ("SQLite real, obvious", n // 5, in_lite(False)),
        ("SQLite integer, exact", n // 5, in_lite(True)),
        ("Python decimal, half up", len(decimals), lambda: [by_decimal(row)[0] for row in decimals]),
        (FLOOR, n, lambda: [int(numpy.sum(column)) for column in apart][:0]),
    ]


def time_run(run, n):
    begun = time.process_time()
    totals = run()
    return (time.process_time() - begun) / n * 1e6, totals


def measure(contestants, rounds, expected):
    """Rounds over all of them in turn, the first one not counted; each runs twice, the second time at once."""
    seconds, wrong = {name: [] for name, _, _ in contestants}, {}
    for turn in range(rounds + 1):
        for name, n, run in contestants:
            first, _ = time_run(run, n)
            again, totals = time_run(run, n)
            seconds[name].append((first, again))
            wrong[name] = sum(int(total) != right for total, right in zip(totals, expected))
    return {name: each[1:] for name, each in seconds.items()}, wrong


def report(contestants, seconds, wrong, checked):
    own = seconds[contestants[0][0]]
    print(f"| contestant | threads | units | us a unit, median | times the batch | again | times the batch | wrong of {checked:,} |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, n, _ in contestants:
        cells = []
        for k in (0, 1):
            ratio = statistics.median(there[k] / here[k] for there, here in zip(seconds[name], own))
            cells += [f"{statistics.median(each[k] for each in seconds[name]):.4f}", f"{ratio:.1f}"]
        print(f"| {name} | 1 | {n:,} | {' | '.join(cells)} | {'' if name == FLOOR else format(wrong[name], ',')} |")


def main():
    arguments = argparse.ArgumentParser(description="Python peers beside a batch")
    arguments.add_argument("--build", default="build/release", help="where the peers are kept")
    arguments.add_argument("--units", type=int, default=1000000)
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    missing = peers.find(asked.build)
    if missing is not None:
        sys.exit(f"SKIPPED: {missing}")
    import duckdb
    import numpy
    import pandas

    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("numpy", "pandas", "duckdb"))
    print(f"{versions}, SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}; {asked.rounds} rounds")
    columns = make_data(numpy, asked.units)
    masks = make_masks(numpy, asked.units, len(columns))
    expected = [by_integers(row) for row in list_rows(columns, masks, SAMPLE)]
    contestants = make_contestants(numpy, pandas, duckdb, columns, masks)
    seconds, wrong = measure(contestants, asked.rounds, expected)
    report(contestants, seconds, wrong, len(expected))
    if any(wrong[name] for name in wrong if name.startswith("batch")):
        sys.exit("the batch has a wrong digit")


if __name__ == "__main__":
    main()
