#!/usr/bin/env python3
"""batch_csv.py - a CSV file of units to a CSV file of scores: perfeval batch, and DuckDB doing the same from the same file

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

  python3 bench/batch_csv.py --build build/release [--units N,N…] [--rounds N] [--threads N]

24 indicators over 41 columns as in batch_peers.py, with a key for each unit: amounts with two decimals, one cell in two hundred not filled in, which
gives no points. Both write the key, the total and the grade in the order of the file. DuckDB reads DECIMALs and divides BIGINTs, half up, which is exact.
Each run is a process of its own, whose memory is the most that it held; the first round is not counted. Totals and grades are compared line
by line, and held against whole numbers of any length (Python's own) for the first 20,000 units. A wrong digit fails the bench; a time never does.
"""

import argparse
import importlib.metadata
import itertools
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import batch_peers
from batch_peers import GOOD, PAIRS, SAMPLE, by_integers, spread

PIECE = 1000000
GRADES = ("优", "差")


def paths():
    """The heading of each column, and whether it holds an amount."""
    names = []
    for index, (shape, _, _) in enumerate(spread()):
        code = f"{1 if index < batch_peers.FIRST_GROUP else 2}.{index + 1}"
        if shape in PAIRS:
            names += [(f"{code}/actual", True), (f"{code}/target", True)]
        else:
            names.append((f"{code}/{shape if shape == 'count' else 'done'}", False))
    return names


# The file

def write(path, units):
    """Written by DuckDB, whose decimals are exact."""
    import duckdb
    import numpy
    import pandas

    names = paths()
    path.write_text("unit," + ",".join(name for name, _ in names) + "\n", encoding="utf-8")
    for begin in range(0, units, PIECE):
        n = min(PIECE, units - begin)
        columns = batch_peers.make_data(numpy, n, begin)
        masks = batch_peers.make_masks(numpy, n, len(columns), begin)
        frame = pandas.DataFrame({f"c{i}": pandas.arrays.IntegerArray(column, ~mask) for i, (column, mask) in enumerate(zip(columns, masks))})
        frame.insert(0, "unit", numpy.arange(begin, begin + n))
        cells = ["'u' || lpad(unit::varchar, 8, '0')"]
        cells += [f"c{i}::decimal(15, 0) * 0.01" if is_amount else f"c{i}" for i, (_, is_amount) in enumerate(names)]
        piece = path.with_suffix(".piece")
        duckdb.sql(f"copy (select {', '.join(cells)} from frame) to '{piece}' (header false)")
        with open(path, "ab") as whole, open(piece, "rb") as part:
            while block := part.read(1 << 24):
                whole.write(block)
        piece.unlink()


# Each in a process of its own

def in_duck(source, target, threads):
    """Amounts are hundredths in BIGINT; what is NULL gives nothing."""
    import duckdb

    types = {"unit": "varchar"} | {f"c{i}": "decimal(13, 2)" if is_amount else "bigint" for i, (_, is_amount) in enumerate(paths())}
    whole = ", ".join(f"(c{i} * 100)::bigint as c{i}" if is_amount else f"c{i}" for i, (_, is_amount) in enumerate(paths()))
    read = f"read_csv('{source}', header = true, delim = ',', quote = '\"', escape = '\"', columns = {types}, auto_detect = false)"
    start = time.perf_counter()
    duck = duckdb.connect()
    duck.execute(f"set threads = {threads}")
    duck.execute(
        f"copy (select unit, (total::decimal(7, 0) * 0.01) as total, case when good then '{GRADES[0]}' else '{GRADES[1]}' end as grade"
        f" from ({batch_peers.sql(True, '//', 'double', f'(select unit, {whole} from {read})', 'unit, ')})) to '{target}' (header)"
    )
    return time.perf_counter() - start


def run(command):
    """Seconds by the clock, of the processors, and the most memory in MB; the answer of the process."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"exit {process.returncode}: {' '.join(map(str, command))}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def count_differences(source, ours, theirs):
    """Of all units between the two, and of the first ones of each against the rules."""
    apart, wrong = 0, [0, 0]
    with open(source, encoding="utf-8") as units, open(ours, encoding="utf-8") as first, open(theirs, encoding="utf-8") as second:
        for file in (units, first, second):
            next(file)
        for n, lines in enumerate(itertools.zip_longest(first, second)):
            if None in lines:
                sys.exit("the one has more lines than the other")
            apart += lines[0] != lines[1]
            if n < SAMPLE:
                key, *cells = next(units).rstrip("\n").split(",")
                total = by_integers([int(cell.replace(".", "")) if cell else None for cell in cells])
                right = f"{key},{total // 100}.{total % 100:02},{GRADES[total < GOOD]}\n"
                wrong = [so_far + (line != right) for so_far, line in zip(wrong, lines)]
    return n + 1, apart, wrong


def compare(room, units, asked):
    source, rulebook, ours, theirs = (room / name for name in ("units.csv", "rulebook.json", "ours.csv", "theirs.csv"))
    # In a process of its own as well: a process begins with the memory of the one that starts it.
    subprocess.run([sys.executable, __file__, "--build", asked.build, "--units", str(units), "--write", source], check=True)
    rulebook.write_text(batch_peers.make_rulebook(), encoding="utf-8")
    commands = {
        "perfeval batch": [pathlib.Path(asked.build) / "perfeval", "batch", "--quiet", "--restart", "--rulebook", rulebook, source, "--output", ours,
                           "--threads", str(asked.threads)],
        "DuckDB": [sys.executable, __file__, "--build", asked.build, "--threads", str(asked.threads), "--duck", source, theirs],
    }  # fmt: skip
    runs = {name: [] for name in commands}
    for turn in range(asked.rounds + 1):
        for name, command in commands.items():
            clock, processor, memory, said = run(command)
            # Loading Python is not DuckDB's work: its time is from the connection on.
            runs[name].append((json.loads(said) if name == "DuckDB" else clock, processor, memory))
    n, apart, wrong = count_differences(source, ours, theirs)
    print(f"\n{n:,} units, {source.stat().st_size:,} bytes, {asked.threads} threads; lines that differ between the two: {apart}\n")
    print(f"| who | seconds, least | seconds, median | processor | memory, MB | times ours | wrong of {min(n, SAMPLE):,} |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    first = next(iter(runs.values()))
    for (name, each), bad in zip(runs.items(), wrong):
        counted = each[1:] or each
        ratio = statistics.median(there[0] / here[0] for there, here in zip(counted, first[1:] or first))
        seconds, processor, memory = zip(*counted)
        print(f"| {name} | {min(seconds):.2f} | {statistics.median(seconds):.2f} | {statistics.median(processor):.2f} | {max(memory):.0f} |"
              f" {ratio:.2f} | {bad} |", flush=True)  # fmt: skip
    return apart + sum(wrong)


def main():
    arguments = argparse.ArgumentParser(description="CSV to CSV, beside DuckDB")
    arguments.add_argument("--build", default="build/release", help="where the command is, and the peers are kept")
    arguments.add_argument("--units", default="1000000")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--room", help="where the files are written (default: a temporary folder)")
    arguments.add_argument("--write", help=argparse.SUPPRESS)
    arguments.add_argument("--duck", nargs=2, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    missing = batch_peers.peers.find(asked.build)
    if missing is not None:
        sys.exit(f"SKIPPED: {missing}")
    if asked.write:
        write(pathlib.Path(asked.write), int(asked.units))
        return
    if asked.duck:
        print(in_duck(*asked.duck, asked.threads))
        return
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, DuckDB {importlib.metadata.version('duckdb')}, {asked.rounds} rounds")
    with tempfile.TemporaryDirectory(dir=asked.room) as room:
        if sum(compare(pathlib.Path(room), int(units), asked) for units in asked.units.split(",")) > 0:
            sys.exit("there is a wrong digit")


if __name__ == "__main__":
    main()
