#!/usr/bin/env python3
"""tables-reference.py - writes the list of tables and columns in docs/tables.md from the library

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Usage: tables-reference.py [--check]
  PERFEVAL_LIBRARY names the library; --check writes nothing, and exits 1 when the page would change
"""

import ctypes
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "python"))
from perfeval import _abi  # noqa: E402

MARK = "<!-- what follows is written by scripts/tables-reference.py -->\n"
SHAPES = {1: "an item a row", 2: "a record a row", 3: "a record a row, in levels", 4: "grouped by the first column"}
TYPES = {1: "text", 2: "money", 3: "count", 4: "date", 5: "word", 6: "是/否", 7: "number", 21: "figure", 22: "points", 23: "level",
         24: "year", 25: "code"}


def text(value):
    return (value or b"").decode()


def sized(kind):
    return kind(struct_size=ctypes.sizeof(kind))


def words(library, kind, column, n):
    return ", ".join(text(library.pe_table_kind_get_word(kind, column, i, 1)) for i in range(n))


def page(library):
    lines = []
    for i in range(library.pe_table_kind_get_n()):
        kind = sized(_abi.pe_table_kind)
        library.pe_table_kind_get(ctypes.byref(kind), i, None)
        lines += ["", f"## {text(kind.name_zh)} ({text(kind.name_en)}): `{text(kind.id)}`", "", f"{SHAPES[kind.shape].capitalize()}.", ""]
        lines += ["| header | in English | id | holds |", "|---|---|---|---|"]
        for k in range(kind.n_columns):
            column = sized(_abi.pe_table_column)
            library.pe_table_kind_get_column(ctypes.byref(column), i, k, None)
            holds = TYPES[column.type] + (": " + words(library, i, k, column.n_words) if column.n_words else "")
            holds += ", required" if column.is_required else ""
            holds += f" ({text(column.note_zh)})" if column.note_zh else ""
            lines.append(f"| {text(column.name_zh)} | {text(column.name_en)} | `{text(column.id)}` | {holds} |")
    return "\n".join(lines) + "\n"


def main(arguments):
    library = ctypes.CDLL(os.environ.get("PERFEVAL_LIBRARY", "libperfeval.so.1"))
    _abi.bind(library)
    path = ROOT / "docs/tables.md"
    old = path.read_text(encoding="utf-8")
    new = old[: old.index(MARK)] + MARK + page(library)
    if "--check" in arguments:
        return 0 if old == new else 1
    path.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
