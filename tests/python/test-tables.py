#!/usr/bin/env python3
"""test-tables.py - dossiers from the CSV files of an office and back

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import doctest
import json
import pathlib
import tempfile
import unittest

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Dossier, Tables, tables  # noqa: E402

HEAD = "单位名称,某局\n年度,2023\n评价对象,部门整体支出\n"
BUDGET = "名称,全年预算数（万元）,全年执行数（万元）\n项目支出,100,90\n"


def both(head=HEAD, budget=BUDGET, **keywords):
    return Tables.from_csv(head, "基本情况", **keywords) + Tables.from_csv(budget, "预算", **keywords)


class Read(unittest.TestCase):
    def test_documentation(self):
        self.assertEqual(doctest.testmod(tables, extraglobs={"Dossier": Dossier})[0], 0)

    def test_equals_the_document(self):
        """Digest for digest, as docs/tables.md has it."""
        document = {"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023, "kind": "department",
                    "budget": {"lines": [{"name": "项目支出", "adjusted": "100万元", "executed": "90万元"}]}}  # fmt: skip
        dossier = Dossier.from_tables(both())
        self.assertEqual(dossier, Dossier.from_json(json.dumps(document)))
        self.assertEqual((dossier.unit_name, dossier.fiscal_year, dossier.kind), ("某局", 2023, perfeval.Kind.DEPARTMENT))

    def test_encodings(self):
        one = Dossier.from_tables(both())
        self.assertEqual(Dossier.from_tables(both(HEAD.encode("gb18030"), BUDGET.encode("utf-8-sig"))), one)
        self.assertEqual(Dossier.from_tables(both(HEAD.encode("gbk"), BUDGET.encode("gbk"), encoding="GBK")), one)
        self.assertEqual([finding.code for finding in both(HEAD.encode("gb18030")).findings], ["PE_NOTE_ENCODING"])
        with self.assertRaises(perfeval.Error):
            both(HEAD.encode("gbk"), encoding="UTF-8")

    def test_mapping(self):
        foreign = Tables.from_csv(HEAD, "基本情况") + Tables.from_csv("ACC_NAME,ADJ（万元）,YTD（万元）\n项目支出,100,90\n", "GL_BAL")
        columns = {"name": ["ACC_NAME"], "adjusted": ["ADJ"], "executed": ["YTD"]}
        mapping = {"format": "perfeval-mapping/1", "tables": [{"table": "budget", "names": ["GL_BAL"], "columns": columns}]}
        self.assertEqual(Dossier.from_tables(foreign, mapping=json.dumps(mapping)), Dossier.from_tables(both()))
        with self.assertRaises(perfeval.Error) as caught:
            Dossier.from_tables(foreign, mapping="{", mapping_file="names.json")
        self.assertEqual(caught.exception.file, "names.json")

    def test_every_fault_with_its_cell(self):
        wrong = BUDGET + '人员经费,"7,00.0,77",x\n'
        with self.assertRaises(perfeval.Error) as caught:
            Dossier.from_tables(Tables.from_csv(HEAD, "基本情况") + Tables.from_csv(wrong, "预算", file="预算.csv"))
        found = [finding for finding in caught.exception.findings if finding.severity is perfeval.Severity.ERROR]
        self.assertEqual([finding.code for finding in found], ["PE_ERROR_THOUSANDS_SEPARATOR", "PE_ERROR_NUMBER_SYNTAX"])
        self.assertEqual([(finding.places[0].file, finding.places[0].cell[-2:]) for finding in found], [("预算.csv", "B3"), ("预算.csv", "C3")])
        with self.assertRaises(perfeval.Error) as caught:
            Dossier.from_tables(Tables.from_csv(BUDGET, "预算"))
        self.assertEqual(caught.exception.code, "PE_ERROR_TABLE_MISSING")


class Folders(unittest.TestCase):
    def test_there_and_back(self):
        dossier = Dossier.from_file(package.FACTS)
        for language, encoding in (("zh", None), ("en", None), ("zh", "GB18030")):
            with tempfile.TemporaryDirectory() as folder:
                for name, document in Tables.of(dossier, language).to_csv(encoding=encoding).items():
                    pathlib.Path(folder, f"{name}.csv").write_bytes(document)
                pathlib.Path(folder, "readme.txt").write_text("no table", encoding="utf-8")
                again = Dossier.from_tables(Tables.from_folder(folder))
            self.assertEqual(again, dossier)
        with self.assertRaises(ValueError):
            Tables.of(dossier, "fr")

    def test_every_file_that_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(FileNotFoundError):
                Tables.from_folder(folder)
            pathlib.Path(folder, "a.csv").write_text('1,"2\n', encoding="utf-8")
            pathlib.Path(folder, "b.csv").write_bytes(b"1\0,2\n")
            with self.assertRaises(perfeval.Error) as caught:
                Tables.from_folder(folder)
        found = {pathlib.Path(finding.places[0].file).name: finding.code for finding in caught.exception.findings}
        self.assertEqual(found, {"a.csv": "PE_ERROR_CSV_QUOTE", "b.csv": "PE_ERROR_CSV_NUL"})

    def test_two_of_one_name(self):
        one = Tables.from_csv("a,b\n", "x")
        self.assertEqual(((one + one).names, len(one + one)), (("x", "x"), 2))
        with self.assertRaises(ValueError):
            (one + one).to_csv()
        with self.assertRaises(TypeError):
            one + "a,b"

    def test_what_an_encoding_lacks(self):
        with self.assertRaises(perfeval.Error) as caught:
            Tables.from_csv("𠮷,1\n", "x").to_csv(encoding="GBK")
        self.assertEqual(caught.exception.code, "PE_ERROR_ENCODING_UNREPRESENTABLE")


if __name__ == "__main__":
    unittest.main()
