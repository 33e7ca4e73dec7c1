#!/usr/bin/env python3
"""xlsx.py - reads one workbook with libperfeval-office and with openpyxl, in turns, and compares every cell

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Usage: PERFEVAL_LIBRARY=… PERFEVAL_OFFICE_LIBRARY=… xlsx.py [--rows N] [--columns N] [--rounds N]
  300,000 x 8 cells in 7 rounds after one to warm up, unless said otherwise. openpyxl reads them in both of its ways, read-only being the faster one.
  Fails on a cell that differs, never on a time.
"""

import argparse
import ctypes
import decimal
import io
import os
import pathlib
import platform
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "python"))
CORE = ctypes.CDLL(os.environ.get("PERFEVAL_LIBRARY", "libperfeval.so.1"), mode=ctypes.RTLD_GLOBAL)
OFFICE = ctypes.CDLL(os.environ.get("PERFEVAL_OFFICE_LIBRARY", "libperfeval-office.so.1"))
from perfeval import _abi  # noqa: E402

try:
    import openpyxl
except ImportError:
    print("openpyxl is missing (Debian: python3-openpyxl): there is nobody to compare with")
    sys.exit(77)

_abi.bind(CORE)
OFFICE.pe_tables_from_xlsx.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_char_p, ctypes.c_size_t] + [ctypes.c_void_p] * 3


def workbook(rows, columns):
    """Half texts, half amounts with two places, as a ledger has them."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    for row in range(rows):
        sheet.append([f"采购项目{row % 5000}" if k % 2 == 0 else (row * 37 + k * 1001) % 10_000_000 / 100 for k in range(columns)])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ours(data):
    tables = ctypes.c_void_p()
    assert OFFICE.pe_tables_from_xlsx(ctypes.byref(tables), data, len(data), None, None, None) == 0
    return tables


def theirs(data, read_only):
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=read_only)
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def mismatches(tables, values):
    """Cells whose text is another one, or whose number is another decimal."""
    row, cell, wrong = _abi.pe_table_row(struct_size=ctypes.sizeof(_abi.pe_table_row)), _abi.pe_cell(struct_size=ctypes.sizeof(_abi.pe_cell)), 0
    for i in range(CORE.pe_tables_get_n_rows(tables, 0)):
        CORE.pe_tables_get_row(ctypes.byref(row), tables, 0, i, None)
        for k in range(row.n_cells):
            CORE.pe_tables_get_cell(ctypes.byref(cell), tables, 0, i, k, None)
            text = ctypes.cast(cell.text, ctypes.c_char_p).value.decode()
            value = values[row.number - 1][cell.column - 1]
            wrong += text != value if isinstance(value, str) else decimal.Decimal(text) != decimal.Decimal(format(value, ".15g"))
    return wrong


def timed(work, *arguments):
    start = time.perf_counter()
    result = work(*arguments)
    return time.perf_counter() - start, result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=300_000)
    parser.add_argument("--columns", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    data = workbook(options.rows, options.columns)
    print(f"{options.rows} x {options.columns} cells, {len(data)} bytes; {platform.processor() or platform.machine()}, openpyxl {openpyxl.__version__}")
    times = {"libperfeval-office": [], "openpyxl read-only": [], "openpyxl": []}
    wrong = None
    for turn in range(options.rounds + 1):
        taken, tables = timed(ours, data)
        read_only, values = timed(theirs, data, True)
        whole, _ = timed(theirs, data, False)
        if wrong is None:
            wrong = mismatches(tables, values)
        CORE.pe_tables_unref(tables)
        if turn > 0:
            for name, seconds in zip(times, (taken, read_only, whole)):
                times[name].append(seconds)
    base = statistics.median(times["libperfeval-office"])
    for name, seconds in times.items():
        print(f"{name:20} min {min(seconds):7.3f} s  median {statistics.median(seconds):7.3f} s  {statistics.median(seconds) / base:6.1f} times ours")
    print(f"{wrong} cells differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
