#!/usr/bin/env python3
"""test-open-data.py - procurement as OCDS and back, the budget as a Fiscal Data Package, and what they cannot hold

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import csv
import doctest
import io
import json
import pathlib
import tempfile
import unittest

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Dossier, Tables, open_data  # noqa: E402

HEAD = {"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023, "kind": "department", "money_unit": "万元"}
RECORDS = [{"name": "空调", "number": "C-1", "supplier_size": "medium", "supplier": "甲", "contract": "9.5", "signing": "2023-03-20"},
           {"name": "会务", "number": "C-2", "supplier_size": "large", "contract": "0.5"}]  # fmt: skip


def dossier(**members):
    return Dossier.from_json(json.dumps({**HEAD, **members}, ensure_ascii=False))


class Ocds(unittest.TestCase):
    def test_documentation(self):
        self.assertEqual(doctest.testmod(open_data, extraglobs=vars(perfeval))[0], 0)

    def test_there_and_back(self):
        """What OCDS has a place for comes back, and so do the measures over it."""
        unit = dossier(procurement={"records": RECORDS})
        package_ = unit.to_ocds()
        self.assertEqual((len(package_.findings), repr(package_)), (0, "<OpenData: release-package.json, 0 not written>"))
        head = Tables.from_csv("单位名称,某局\n年度,2023\n评价对象,部门整体支出\n", "基本情况")
        again = Dossier.from_tables(head + Tables.from_ocds(package_.document))
        for id in ("procurement.sme_share", "procurement.contract_count"):
            self.assertEqual(again.measure(id).value, unit.measure(id).value, id)
        self.assertEqual(again.measure("procurement.sme_share").value, 95)

    def test_what_is_said_of_the_package(self):
        unit = dossier(procurement={"records": RECORDS})
        # The last day of the fiscal year, as ocds.h has it.
        self.assertEqual(unit.to_ocds().to_dict()["publishedDate"][:10], "2023-12-31")
        self.assertEqual(unit.to_ocds().to_dict()["uri"], f"urn:sha256:{unit.digest}")
        said = unit.to_ocds(prefix="ocds-x-", published="2024-01-31", uri="https://example.org/a.json").to_dict()
        self.assertEqual((said["publishedDate"][:10], said["uri"]), ("2024-01-31", "https://example.org/a.json"))
        self.assertEqual([release["ocid"] for release in said["releases"]], ["ocds-x-C-1", "ocds-x-C-2"])

    def test_what_it_cannot_hold(self):
        unit = dossier(procurement={"records": [dict(RECORDS[0], supplier_size="small", reserved_for_sme="1", budget="9.5")]})
        found = unit.to_ocds().findings
        self.assertEqual({finding.code for finding in found}, {"PE_WARNING_NOT_WRITTEN"})
        self.assertEqual({finding.parameters["name"] for finding in found}, {"supplier_size", "reserved_for_sme"})

    def test_refused(self):
        amount = {"amount": 9.5, "currency": "USD"}
        releases = [{"ocid": "a", "date": "2023-05-01T00:00:00Z", "contracts": [{"id": "1", "title": "t", "value": amount}]}]
        document = json.dumps({"version": "1.1", "releases": releases})
        for attempt in (lambda: Tables.from_ocds("{}"), lambda: Tables.from_ocds(document, file="a.json")):
            with self.assertRaises(perfeval.Error) as caught:
                attempt()
            self.assertEqual(caught.exception.code, "PE_ERROR_OCDS")
        self.assertEqual(caught.exception.file, "a.json")
        self.assertEqual(Tables.from_ocds(document, currency="USD").names, ("采购",))
        with self.assertRaises(perfeval.Error) as caught:
            Tables.from_ocds(document, limits=perfeval.Limits(bytes=10))
        self.assertEqual(caught.exception.code, "PE_ERROR_LIMIT_BYTES")
        with self.assertRaises(perfeval.Error) as caught:
            dossier().to_ocds()
        self.assertEqual(caught.exception.code, "PE_ERROR_NOT_FOUND")
        for keywords in ({"prefix": "a\0"}, {"uri": "a\0"}, {"published": "2024-01-31\0"}):
            with self.assertRaisesRegex(ValueError, "U\\+0000"):
                dossier(procurement={"records": RECORDS}).to_ocds(**keywords)
        with self.assertRaisesRegex(ValueError, "U\\+0000"):
            Tables.from_ocds(document, currency="CNY\0")


class FiscalPackage(unittest.TestCase):
    def test_the_rows_add_up(self):
        """Each phase to the top of the budget, in yuan: the amounts that the Zengcheng report prints."""
        package_ = Dossier.from_file(package.FACTS).to_fiscal_package()
        self.assertEqual(list(package_.files), ["datapackage.json", "budget.csv"])
        rows = list(csv.DictReader(io.StringIO(package_.files["budget.csv"].decode("utf-8-sig"))))
        for phase, total in (("adjusted", 21556100), ("executed", 21495600)):
            self.assertEqual(sum(int(row[phase] or 0) for row in rows), total, phase)
        self.assertEqual(package_.to_dict()["resources"][0]["path"], "budget.csv")

    def test_files(self):
        package_ = Dossier.from_file(package.FACTS).to_fiscal_package()
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "open", "2023")
            package_.save(folder)
            self.assertEqual({path.name: path.read_bytes() for path in folder.iterdir()}, dict(package_.files))
        with self.assertRaises(perfeval.Error) as caught:
            dossier().to_fiscal_package()
        self.assertEqual(caught.exception.code, "PE_ERROR_NOT_FOUND")


if __name__ == "__main__":
    unittest.main()
