"""test-convert.py - a dossier as JSON, as a folder of GBK files and as a workbook is the same dossier

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import csv
import json
import os
import pathlib
import tempfile

import command

DOSSIER = command.SOURCE / "examples/data/zengcheng-2023.json"
RULES = command.SOURCE / "rulebooks/guangdong-2023.json"
HAS_OFFICE = "PERFEVAL_OFFICE_LIBRARY" in os.environ


class Convert(command.Case):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.room.name)

    def tearDown(self):
        self.room.cleanup()

    def result(self, dossier):
        return self.good("evaluate", "-q", "--lang", "zh", "-r", str(RULES), str(dossier))

    def convert(self, *arguments):
        return self.good("convert", "--lang", "zh", *map(str, arguments))

    def test_folder(self):
        self.convert("-e", "gbk", DOSSIER, "-o", self.path / "folder")
        files = sorted(path.name for path in (self.path / "folder").iterdir())
        self.assertEqual(files, sorted(["口径说明.csv", "基本情况.csv", "填报得分.csv", "自定指标.csv", "采购汇总.csv", "预算.csv"]))
        text = (self.path / "folder/预算.csv").read_bytes().decode("gbk")
        self.assertIn("项目支出", text)
        self.assertEqual(self.result(self.path / "folder"), self.result(DOSSIER))
        self.assertEqual(self.convert(self.path / "folder"), self.convert(DOSSIER))

    def test_workbook(self):
        if not HAS_OFFICE:
            print("SKIPPED: libperfeval-office was not built")
            self.skipTest("libperfeval-office was not built")
        self.convert(DOSSIER, "-o", self.path / "dossier.xlsx")
        self.assertEqual(self.result(self.path / "dossier.xlsx"), self.result(DOSSIER))
        self.assertEqual(self.convert(self.path / "dossier.xlsx"), self.convert(DOSSIER))
        first = (self.path / "dossier.xlsx").read_bytes()
        self.convert(DOSSIER, "-o", self.path / "dossier.xlsx")
        self.assertEqual(first, (self.path / "dossier.xlsx").read_bytes())

    def test_open_data(self):
        """Procurement as a release package and the budget as a Fiscal Data Package; what they cannot hold is named."""
        self.convert(command.SOURCE / "examples/data/sample-department.json", "-o", self.path / "open/datapackage.json")
        descriptor = json.loads((self.path / "open/datapackage.json").read_text(encoding="utf-8"))
        fields = [field["name"] for field in descriptor["resources"][0]["schema"]["fields"]]
        with open(self.path / "open/budget.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(list(rows[0]), fields)
        self.assertEqual(sum(int(row["executed"]) for row in rows), 5120000 + 1035000 + 4012500)
        (self.path / "d.json").write_text(json.dumps({
            "format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023, "kind": "department", "money_unit": "元",
            "procurement": {"records": [{"name": "a", "number": "1", "contract": "9.5", "intent": "2023-01-01"}]}}), encoding="utf-8")
        code, _, err = command.run("convert", "--lang", "en", str(self.path / "d.json"), "-o", str(self.path / "d.ocds.json"))
        self.assertEqual(code, 0)
        self.assertIn("PE_WARNING_NOT_WRITTEN /procurement/records/0/intent", err)
        package = json.loads((self.path / "d.ocds.json").read_text(encoding="utf-8"))
        self.assertEqual(package["releases"][0]["contracts"][0]["value"], {"amount": 9.5, "currency": "CNY"})

    def test_template(self):
        if not HAS_OFFICE:
            print("SKIPPED: libperfeval-office was not built")
            self.skipTest("libperfeval-office was not built")
        target = self.path / "T.xlsx"
        self.good("template", "--lang", "zh", "-r", str(RULES), "-o", str(target))
        code, out, err = command.run("evaluate", "--lang", "zh", "-r", str(RULES), str(target))
        self.assertEqual((code, out), (1, ""))
        self.assertIn("基本情况", err)

    def test_facts_of_template(self):
        """What the cases of a rulebook say as facts stands in its template, with the code, to be filled in."""
        if not HAS_OFFICE:
            self.skipTest("libperfeval-office was not built")
        try:
            import openpyxl
        except ImportError:
            print("SKIPPED: openpyxl is not installed (Debian: python3-openpyxl)")
            self.skipTest("openpyxl is not installed")
        checked = 0
        for path in sorted((command.SOURCE / "rulebooks").glob("*.json")):
            rulebook, target = json.loads(path.read_text(encoding="utf-8")), self.path / "T.xlsx"
            self.good("template", "--lang", "zh", "-r", str(path), "-o", str(target))
            rows = list(openpyxl.load_workbook(target)["指标数据"].iter_rows(min_row=4, max_col=3, values_only=True))
            given = [(code, name) for code, name, _ in rows if code]
            said = {(code, name) for case in rulebook["cases"] for code, facts in case["dossier"].get("facts", {}).items() for name in facts}
            self.assertEqual(len(given), len(set(given)), path)
            self.assertEqual(said - set(given), set(), path)
            self.assertTrue(all(value is None for _, _, value in rows), path)
            checked += len(said)
        self.assertGreater(checked, 50)

    def test_cut_file(self):
        """A GBK file that was cut in the middle of a character is named with the byte."""
        folder = self.path / "cut"
        self.convert("-e", "gbk", DOSSIER, "-o", folder)
        data = (folder / "预算.csv").read_bytes()
        end = len(data[: data.index("项目支出".encode("gbk"))]) + 1
        (folder / "预算.csv").write_bytes(data[:end])
        code, _, err = command.run("convert", "--lang", "zh", str(folder))
        self.assertEqual(code, 1)
        self.assertIn("PE_ERROR_ENCODING_TRUNCATED", err)
        self.assertIn(str(end - 1), err)

    def test_cell(self):
        """Every fault with its file, line and cell, in one go."""
        folder = self.path / "wrong"
        self.convert(DOSSIER, "-o", folder)
        path = folder / "预算.csv"
        text = path.read_text(encoding="utf-8-sig").replace("1549.83", "一千").replace("248.55", "2.4.8", 1)
        path.write_text(text, encoding="utf-8")
        code, _, err = command.run("convert", "--lang", "zh", str(folder))
        self.assertEqual(code, 1)
        self.assertEqual(err.count("PE_ERROR_NUMBER_SYNTAX"), 2)
        self.assertRegex(err, r"预算\.csv:3: 预算!F3: ")

    def test_ocds(self):
        """A folder of CSV files with an Open Contracting package beside them."""
        folder = self.path / "open"
        folder.mkdir()
        (folder / "基本情况.csv").write_text("单位名称,某局\n年度,2023\n评价对象,部门整体支出\n", encoding="utf-8")
        (folder / "采购.ocds.json").write_text(
            '{"version": "1.1", "releases": [{"ocid": "a", "date": "2023-05-01T00:00:00Z", "contracts": ['
            '{"id": "1", "title": "会务", "value": {"amount": 9.5, "currency": "CNY"}}]}]}', encoding="utf-8")
        self.assertIn('"contract": "9.5"', self.convert(folder).replace('"9.5元"', '"9.5"'))

    def test_usage(self):
        for arguments in (("convert",), ("convert", "a", "b"), ("convert", str(DOSSIER), "-o", "x.csv"), ("template",),
                          ("template", "-r", str(RULES)), ("convert", "-e", "big5", str(DOSSIER))):
            code, out, err = command.run(*arguments)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertNotEqual(err, "")


if __name__ == "__main__":
    command.main()
