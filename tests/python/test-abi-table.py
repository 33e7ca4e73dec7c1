#!/usr/bin/env python3
"""test-abi-table.py - the ctypes table is the exports of the libraries, with the sizes that C sees

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import ctypes
import os
import pathlib
import re
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
sys.path.insert(0, str(SOURCE / "python/perfeval"))  # the table alone: nothing is loaded
import _abi  # noqa: E402

LAYOUT = "".join((SOURCE / "tests/abi" / name).read_text(encoding="utf-8") for name in ("layout.c", "layout-office.c"))


def exported(library):
    lines = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    return {name.partition("@")[0] for _, kind, name in map(str.split, lines.splitlines()) if kind != "A"}


class Table(unittest.TestCase):
    def test_functions_are_the_exports(self):
        self.assertEqual(set(_abi.FUNCTIONS), exported(os.environ["PERFEVAL_LIBRARY"]))

    def test_functions_of_the_second_library(self):
        if "PERFEVAL_OFFICE_LIBRARY" not in os.environ:
            self.skipTest("built without office files")
        self.assertEqual(set(_abi.OFFICE_FUNCTIONS), exported(os.environ["PERFEVAL_OFFICE_LIBRARY"]))
        self.assertFalse(set(_abi.OFFICE_FUNCTIONS) & set(_abi.FUNCTIONS))

    def test_sizes_and_offsets(self):
        """The compiler's own numbers stand in layout.c; ctypes computes its own from the members."""
        sizes = re.findall(r"sizeof \((pe_\w+)\) == (\d+),", LAYOUT)
        structs = {name: int(size) for name, size in sizes if hasattr(_abi, name)}
        offsets = re.findall(r"offsetof \((pe_\w+), (\w+)\) == (\d+),", LAYOUT)
        self.assertGreater(len(structs), 20)
        for name, size in structs.items():
            self.assertEqual(ctypes.sizeof(getattr(_abi, name)), size, name)
        for name, member, offset in offsets:
            self.assertEqual(getattr(getattr(_abi, name), member).offset, int(offset), f"{name}.{member}")

    def test_constants(self):
        for name, value in re.findall(r"_Static_assert \((PE_\w+) == (-?\d+),", LAYOUT):
            self.assertEqual(getattr(_abi, name), int(value), name)

    def test_a_lost_function_is_named(self):
        class Library:
            pe_version_get_string = lambda self: None  # noqa: E731

        with self.assertRaises(AttributeError) as caught:
            _abi.bind(Library())
        self.assertIn("pe_", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
