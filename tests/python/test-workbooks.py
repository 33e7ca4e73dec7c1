#!/usr/bin/env python3
"""test-workbooks.py - workbooks from Python: dossiers from them, templates, scorebooks, and what is refused

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import doctest
import io
import os
import pathlib
import re
import tempfile
import unittest
import zipfile
from decimal import Decimal

import package

package.start()
import perfeval  # noqa: E402
from perfeval import ArchiveLimits, CellKind, Dossier, Tables, Unit, cells, workbooks  # noqa: E402

if not package.has_office():
    package.skip("built without office files")
os.chdir(package.SOURCE)


def changed(workbook, part, change):
    """A workbook with another part of that name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name.endswith(part) else old.read(name))
    return made.getvalue()


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.dossier = Dossier.from_file(package.FACTS)
        cls.workbook = Tables.of(cls.dossier).to_xlsx()

    def test_documentation(self):
        self.assertEqual(doctest.testmod(workbooks, extraglobs=vars(perfeval))[0], 0)
        self.assertEqual(doctest.testmod(cells, extraglobs=vars(perfeval))[0], 0)

    def test_whatever_the_file_is(self):
        """JSON, a workbook and a folder of CSV files give equal dossiers; a name says nothing."""
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "folder")
            folder.mkdir()
            for name, document in Tables.of(self.dossier).to_csv().items():
                (folder / f"{name}.csv").write_bytes(document)
            book = pathlib.Path(scratch, "book.json")
            book.write_bytes(self.workbook)
            for path in (folder, str(folder), book):
                self.assertEqual(Dossier.from_file(path), self.dossier)
            self.assertEqual(Tables.from_file(book).names, Tables.of(self.dossier).names)
            self.assertEqual(Tables.from_file(folder / "预算.csv").names, ("预算",))

    def test_the_place_is_a_cell(self):
        wrong = Tables.from_csv("单位名称,某局\n年度,2023\n评价对象,部门整体支出\n", "基本情况")
        wrong += Tables.from_csv('名称,全年执行数（万元）\n人员经费,"7,00.0,77"\n', "预算")
        with self.assertRaises(perfeval.Error) as caught:
            Dossier.from_tables(Tables.from_xlsx(wrong.to_xlsx(), file="a.xlsx"))
        place = caught.exception.finding.places[0]
        self.assertEqual((caught.exception.code, place.file, place.cell), ("PE_ERROR_THOUSANDS_SEPARATOR", "a.xlsx", "预算!B2"))

    def test_cells(self):
        table = Tables.from_xlsx(self.workbook)["预算"]
        self.assertEqual((table.name, table.is_hidden, len(table)), ("预算", False, len(list(table))))
        amounts = [cell for cell in table.cells if cell.kind is CellKind.NUMBER and cell.text == "2155.61"]
        self.assertTrue(amounts)
        self.assertTrue(all(len(row) == len(table[0]) for row in table))
        self.assertIn("<table>", table._repr_html_())
        self.assertEqual(repr(Tables.from_csv("a,b\n", "x")[0]), "<Table x: 1 rows>")
        with self.assertRaises(KeyError):
            Tables.from_xlsx(self.workbook)["没有"]
        with self.assertRaises(IndexError):
            Tables.from_csv("a\n", "x")[1]

    def test_a_percent_format_is_seen(self):
        """As xlsx.h has it: what a person sees in a cell is what is read. 2155.61 under 0.00% (format 10) is 215561.00 %."""
        percent = changed(self.workbook, "styles.xml", lambda part: re.sub(rb'(<xf numFmtId=)"\d+"', rb'\1"10"', part))
        shown = [cell for cell in Tables.from_xlsx(percent)["预算"].cells if cell.text == "215561.00"]
        self.assertEqual({(str(cell), cell.unit, cell.kind) for cell in shown}, {("215561.00%", Unit.PERCENT, CellKind.NUMBER)})

    def test_template(self):
        """A clerk fills in the template of a rulebook: its sheets are the tables, and it is refused while it is empty."""
        rulebook = perfeval.Rulebook.from_file(package.RULES)
        tables = Tables.from_xlsx(rulebook.to_template())
        self.assertIn("预算", tables.names)
        self.assertIn("budget", Tables.from_xlsx(rulebook.to_template("en")).names)
        with self.assertRaises(perfeval.Error):
            Dossier.from_tables(tables)
        with self.assertRaises(ValueError):
            rulebook.to_template("fr")

    def test_scorebook(self):
        """The figures that the report prints, as formulas and as what they come to."""
        evaluation = perfeval.Rulebook.from_file(package.RULES).evaluate(self.dossier)
        sheet = Tables.from_xlsx(evaluation.to_xlsx())["评分表"]
        formulas = {Decimal(cell.text) for cell in sheet.cells if cell.is_formula and cell.kind is CellKind.NUMBER}
        self.assertTrue({Decimal("99.69"), Decimal("9.97"), Decimal("0.72")} <= formulas)
        self.assertEqual(evaluation.to_xlsx(), evaluation.to_xlsx())


class Refused(unittest.TestCase):
    def refused(self, code, document, **keywords):
        with self.assertRaises(perfeval.Error) as caught:
            Tables.from_xlsx(document, **keywords)
        self.assertEqual(caught.exception.code, code)

    def test_each_by_its_name(self):
        self.refused("PE_ERROR_ZIP_DAMAGED", b"no workbook")
        self.refused("PE_ERROR_XLSX_ENCRYPTED", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        workbook = Tables.from_csv("a\n", "x").to_xlsx()
        self.refused("PE_ERROR_LIMIT_BYTES", workbook, limits=perfeval.Limits(bytes=len(workbook) - 1))
        self.refused("PE_ERROR_LIMIT_ITEMS", workbook, archive=ArchiveLimits(members=2))
        self.refused("PE_ERROR_LIMIT_BYTES", workbook, archive=ArchiveLimits(expanded=100))
        with self.assertRaisesRegex(ValueError, "ratio"):
            Tables.from_xlsx(workbook, archive=ArchiveLimits(ratio=0))
        with self.assertRaisesRegex(ValueError, "U\\+0000"):
            Tables.from_xlsx(workbook, file="a\0b")

    def test_a_bomb(self):
        """A part that is 2 MiB of one letter expands to about a thousand times its size."""
        bomb = changed(Tables.from_csv("a\n", "x").to_xlsx(), "sheet1.xml", lambda part: part + b" " * 2**21)
        self.refused("PE_ERROR_ZIP_RATIO", bomb)
        self.assertEqual(Tables.from_xlsx(bomb, archive=ArchiveLimits(ratio=10**5)).names, ("x",))

    def test_two_sheets_of_one_name(self):
        one = Tables.from_csv("a\n", "x")
        with self.assertRaises(perfeval.Error) as caught:
            (one + one).to_xlsx()
        self.assertEqual(caught.exception.code, "PE_ERROR_TABLE_DUPLICATE")


if __name__ == "__main__":
    unittest.main()
