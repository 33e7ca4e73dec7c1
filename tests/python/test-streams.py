#!/usr/bin/env python3
"""test-streams.py - measures over streams of records and over a ledger in pieces give what a dossier gives

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import datetime
import doctest
import io
import json
import pathlib
import tempfile
import unittest
from fractions import Fraction

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Error, LedgerReader, Measure, MeasureStream, RecordColumn, RecordKind, State, records, streaming  # noqa: E402

RECORDS = [
    {"name": "空调", "method": "open_tender", "supplier_size": "small", "budget": "10万元", "contract": "9.5万元", "reserved_for_sme": "10万元",
     "intent": "2023-01-05", "start": datetime.date(2023, 2, 10), "award": "2023-03-01", "signing": "2023-03-31", "awarded": "9.5万元"},
    {"name": "物业服务", "method": "单一来源", "supplier_size": "大型企业", "contract": "200000元", "award": "2023-03-01", "signing": "2023-04-01"},
    {"name": "会务", "contract": None},
]  # fmt: skip
LEDGER = "采购项目名称,备注,供应商规模,合同金额（万元）\n空调,x,小型企业,9.5\n物业服务,,大型企业,20\n"


def dossier_of(**members):
    head = {"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023, "kind": "department", "money_unit": "万元"}
    return perfeval.Dossier.from_json(json.dumps({**head, **members}, ensure_ascii=False, default=str))


def streamed(kind):
    return [measure.id for measure in Measure.all() if measure.is_streamed and measure.records is kind]


class Streams(unittest.TestCase):
    def assert_as_the_dossier(self, stream, dossier, calendar=None):
        for id, value in stream.items():
            found = dossier.measure(id, calendar=calendar)
            self.assertEqual((value.value, value.state, str(value)), (found.value, found.state, str(found)), id)

    def test_documentation(self):
        for module in (streaming, records):
            self.assertEqual(doctest.testmod(module, extraglobs=vars(perfeval))[0], 0)

    def test_procurement(self):
        """Every streamed measure, by another road; a word by its name is the word."""
        calendar = perfeval.Calendar.from_file(package.SOURCE / "examples/data/calendar-2022.json")
        plain = [dict(record) for record in RECORDS]
        plain[1].update(method="single_source", supplier_size="large", contract="20")
        stream = MeasureStream(streamed(RecordKind.PROCUREMENT), calendar=calendar)
        stream.add(RECORDS[:1])
        stream.add(iter(RECORDS[1:]))
        self.assertEqual((stream.count, stream.records, len(stream)), (3, RecordKind.PROCUREMENT, len(list(stream))))
        self.assert_as_the_dossier(stream, dossier_of(procurement={"records": plain}), calendar)
        self.assertIn("<table>", stream._repr_html_())

    def test_payments_and_assets(self):
        payments = [{"due": "2023-07-01", "paid": "2023-07-03", "amount": "9.5万元"}, {"due": "2023-07-01", "paid": "2023-06-28", "amount": "1万元"}]
        stream = MeasureStream(streamed(RecordKind.PAYMENT))
        stream.add(payments)
        self.assert_as_the_dossier(stream, dossier_of(procurement={"records": [{"name": "a", "contract": "10.5", "payments": payments}]}))
        assets = [{"name": "电脑", "category": "equipment", "use": "in_use", "book_count": "5", "found_count": "4", "book_value": "2万元",
                   "found_value": "1.6万元"}]  # fmt: skip
        stream = MeasureStream(streamed(RecordKind.ASSET))
        stream.add(assets)
        self.assertEqual(stream["assets.agreement_rate"].state, State.VALUE)
        self.assert_as_the_dossier(stream, dossier_of(assets={"records": assets}))

    def test_limits(self):
        """Signed 30 and 31 days after the award; 30 are allowed (政府采购法 46)."""
        for days, share in ((None, 50), (29, 0), (31, 100)):
            stream = MeasureStream(["procurement.signing_in_time"], limits=perfeval.MeasureLimits(signing_days=days))
            stream.add(RECORDS)
            self.assertEqual(stream["procurement.signing_in_time"].value, share)

    def test_examine(self):
        stream = MeasureStream(["procurement.sme_share"])
        found = [stream.examine("procurement.sme_share", record) for record in RECORDS]
        self.assertEqual([(str(each.numerator), str(each.denominator)) for each in found], [("9.5万元", "9.5万元"), ("-", "200000元"), ("-", "-")])
        self.assertEqual((found[0].records, stream.count), (RecordKind.PROCUREMENT, 0))

    def test_all_or_none(self):
        stream = MeasureStream(["procurement.sme_share"])
        for wrong, kind, words in (
            ({"name": "x", "contrat": "1元"}, ValueError, "record 1: no column 'contrat'; there are: name, number"),
            ({"name": "x", "method": "guess"}, ValueError, "record 1: method: 'guess'; expected one of: open_tender"),
            ({"name": 3}, TypeError, "record 1: name"),
            ({"name": "x", "contract": 1.5}, TypeError, "record 1: contract: .*float"),
            ({"name": "x", "signing": 20230301}, TypeError, "record 1: signing: a datetime.date is needed"),
            ({"name": "x\0y"}, ValueError, "U\\+0000"),
            ({"name": "x", "contract": "7,00.0,77元"}, Error, "record 1: contract: .*THOUSANDS"),
            ({"name": "x", "signing": "2023-02-30"}, Error, "record 1: signing: .*DATE"),
            ({"name": "x", "contract": "3"}, Error, "UNIT_MISMATCH"),
            ({}, Error, ""),
        ):
            with self.assertRaisesRegex(kind, words):
                stream.add([RECORDS[0], wrong])
            self.assertEqual(stream.count, 0, wrong)

    def test_refused(self):
        for ids, code in ((["budget.guess"], "PE_ERROR_MEASURE_UNKNOWN"), (["budget.execution_rate"], "PE_ERROR_MEASURE_NOT_STREAMED"),
                          (["procurement.sme_share", "assets.agreement_rate"], "PE_ERROR_MEASURE_NOT_STREAMED"),
                          (["procurement.publication_in_time"], "PE_ERROR_CALENDAR_MISSING"), ([], "PE_ERROR_INVALID_ARGUMENT")):  # fmt: skip
            with self.assertRaises(Error) as caught:
                MeasureStream(ids)
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(TypeError):
            MeasureStream("procurement.sme_share")
        with self.assertRaises(KeyError):
            MeasureStream(["procurement.sme_share"])["procurement.savings"]
        with self.assertRaises(ValueError):
            MeasureStream(["procurement.sme_share\0"])

    def test_columns(self):
        """The ids are those of a dossier: docs/formats.md."""
        for kind in RecordKind:
            columns = RecordColumn.all(kind)
            self.assertTrue(columns and all(column.name and column.name_en for column in columns), kind)
            self.assertTrue(all(bool(column.words) is (column.type is perfeval.ColumnType.WORD) for column in columns), kind)
        self.assertEqual([column.id for column in RecordColumn.all(RecordKind.PAYMENT)], ["due", "paid", "amount"])


class Ledgers(unittest.TestCase):
    def setUp(self):
        self.stream = MeasureStream(["procurement.sme_share"])

    def test_wherever_it_is_cut(self):
        raw = LEDGER.encode("utf-8")
        for size in (1, 7, len(raw)):
            stream = MeasureStream(["procurement.sme_share"])
            passed_over = stream.add_csv(raw[at : at + size] for at in range(0, len(raw), size))
            self.assertEqual((stream["procurement.sme_share"].value, stream.count, passed_over), (100 * Fraction(95, 295), 2, 1))

    def test_wherever_it_comes_from(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "采购.csv")
            path.write_text(LEDGER, encoding="utf-8-sig")
            with open(path, "rb") as file:
                for source in (path, str(path), file, io.BytesIO(LEDGER.encode()), LEDGER.encode(), bytearray(LEDGER.encode())):
                    stream = MeasureStream(["procurement.sme_share"])
                    self.assertEqual(stream.add_csv(source), 1)
                    self.assertEqual(stream.count, 2)
        with self.assertRaises(FileNotFoundError):
            self.stream.add_csv("no such file")
        for wrong in ([LEDGER], io.StringIO(LEDGER), [3]):
            with self.assertRaises(TypeError):
                self.stream.add_csv(wrong)

    def test_the_place_of_a_fault(self):
        """What went before it stands in the stream; the error has the line, the column's name and the file."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "ledger.csv")
            path.write_text(LEDGER + "x,,小型企业,1.5.2\n", encoding="utf-8")
            with self.assertRaises(Error) as caught:
                self.stream.add_csv(path)
        error = caught.exception
        self.assertEqual((error.code, error.line, error.file, self.stream.count), ("PE_ERROR_NUMBER_SYNTAX", 4, str(path), 2))
        self.assertRegex(str(error), "ledger.csv:4: .*合同金额")
        self.assertNotIn("None", str(error))

    def test_a_reader(self):
        with LedgerReader(self.stream, "a.csv") as reader:
            reader.feed(LEDGER.encode())
            self.assertEqual(repr(reader), f"<LedgerReader a.csv: {self.stream.count} records>")
        reader.close()
        self.assertEqual(self.stream.count, 2)
        with self.assertRaises(Error) as caught:
            reader.feed(b"x")
        self.assertEqual(caught.exception.code, "PE_ERROR_INVALID_ARGUMENT")
        with self.assertRaises(Error) as caught:
            with LedgerReader(self.stream) as reader:
                reader.feed("名称\n".encode())
        self.assertEqual(caught.exception.code, "PE_ERROR_COLUMN_MISSING")

    def test_the_last_record_without_an_end(self):
        self.stream.add_csv(LEDGER.rstrip("\n").encode())
        self.assertEqual(self.stream.count, 2)


if __name__ == "__main__":
    unittest.main()
