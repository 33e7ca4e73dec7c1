#!/usr/bin/env python3
"""test-monitoring.py - lamps and thresholds as Python objects

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import datetime
import doctest
import json
import unittest
from decimal import Decimal

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Evidence, Figure, Lamp, LampBands, LampKind, Threshold, lamp, lamps, thresholds, worst_lamp  # noqa: E402


class Lamps(unittest.TestCase):
    def test_documentation(self):
        self.assertEqual(doctest.testmod(lamps)[0], 0)

    def test_target(self):
        # Below 60% of what is due red, from 60% yellow, from 80% green, from 120% blue. By June half of 100 is due.
        for actual, shown in (("29.99", Lamp.RED), ("30", Lamp.YELLOW), ("39.99", Lamp.YELLOW), ("40", Lamp.GREEN), ("59.99", Lamp.GREEN),
                              ("60", Lamp.BLUE)):
            self.assertIs(lamp(actual, 100, 6), shown, actual)
        # 80% of 100 × 7 / 12 is 46.666…: compared exactly.
        self.assertIs(lamp(Decimal("46.666666666666666"), 100, 7), Lamp.YELLOW)
        self.assertIs(lamp(Decimal("46.666666666666667"), 100, 7), Lamp.GREEN)
        self.assertIs(lamp("120000元", Figure.parse("10万元"), 12), Lamp.BLUE)

    def test_budget_and_inverse(self):
        for actual, shown in (("449万元", Lamp.RED), ("450万元", Lamp.YELLOW), ("600万元", Lamp.GREEN), ("1000万元", Lamp.GREEN)):
            self.assertIs(lamp(actual, "1000万元", 9, LampKind.BUDGET), shown, actual)
        self.assertEqual([lamp(actual, 30, 1, LampKind.INVERSE) for actual in (30, "30.01")], [Lamp.GREEN, Lamp.RED])

    def test_bands(self):
        # 45 of the 50 that are due is 90%.
        self.assertIs(lamp(45, 100, 6, bands=LampBands(green="0.91")), Lamp.YELLOW)
        self.assertIs(lamp(45, 100, 6, bands=LampBands(green="0.9", blue=Decimal("0.9"))), Lamp.BLUE)

    def test_worst(self):
        self.assertIs(worst_lamp([Lamp.BLUE, None, Lamp.GREEN]), Lamp.GREEN)
        self.assertIs(worst_lamp(iter([Lamp.YELLOW, Lamp.RED, Lamp.BLUE])), Lamp.RED)
        self.assertIsNone(worst_lamp([None]))
        self.assertIsNone(worst_lamp([]))

    def test_names(self):
        self.assertEqual([each.label for each in Lamp], ["红灯", "黄灯", "绿灯", "蓝灯"])
        self.assertEqual(Lamp.BLUE.label_en, "blue")

    def test_refused(self):
        for arguments, code in ((("", 2, 1), "PE_ERROR_FIGURE_MISSING"), ((1, "-", 1), "PE_ERROR_NOT_APPLICABLE"),
                                ((1, "2元", 1), "PE_ERROR_UNIT_MISMATCH"), ((1, 0, 1), "PE_ERROR_ZERO_DENOMINATOR"),
                                ((1, -2, 1), "PE_ERROR_NEGATIVE_AMOUNT"), ((1, 2, 13), "PE_ERROR_INVALID_ARGUMENT")):
            with self.assertRaises(perfeval.Error) as caught:
                lamp(*arguments)
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(perfeval.Error):
            lamp(45, 100, 6, bands=LampBands(yellow="0.95"))
        with self.assertRaises(TypeError):
            lamp(0.45, 1, 6)
        with self.assertRaises(TypeError):
            lamp(45, 100, 6, bands=LampBands(green=0.9))


class Thresholds(unittest.TestCase):
    def test_documentation(self):
        self.assertEqual(doctest.testmod(thresholds)[0], 0)

    def test_by_place_and_day(self):
        after = datetime.date(2023, 6, 1)
        for place, day, share in ((None, after, "30%"), ("广东省广州市增城区", after, "30%"), ("山东省枣庄市山亭区", after, "40%"),
                                  ("山东省枣庄市山亭区城头镇", after, "40%"), ("山东省枣庄市", after, "30%"),
                                  ("山东省枣庄市山亭区", datetime.date(2022, 6, 1), "30%")):
            self.assertEqual(Threshold.find("sme.reserve_share", day, place).value, Figure.parse(share), place)
        # The notice of 2022: 6-10% for goods and services became 10-20%.
        before, after = (Threshold.find("sme.discount_goods_services", datetime.date(2022, *day)) for day in ((6, 30), (7, 1)))
        self.assertEqual((str(before), str(after)), ("6% – 10%", "10% – 20%"))
        self.assertEqual((before.last_day, after.first_day, after.last_day), (datetime.date(2022, 6, 30), datetime.date(2022, 7, 1), None))

    def test_checked(self):
        publication = Threshold.find("contract.publication_days", datetime.date(2023, 7, 1))
        self.assertEqual((publication.value, publication.days, publication.evidence), (Figure.parse("2天"), perfeval.DayKind.WORKING, Evidence.PUBLISHED))
        self.assertIn("第五十条", publication.source)
        self.assertTrue(publication.address)
        filing = Threshold.find("contract.filing_days", datetime.date(2023, 7, 1))
        self.assertEqual((filing.evidence, filing.address, filing.source), (Evidence.MEMORY, None, "未见原文，待核"))

    def test_all_are_those_that_are_installed(self):
        document = json.loads((package.SOURCE / "thresholds/procurement.json").read_text(encoding="utf-8"))
        words = {"published": Evidence.PUBLISHED, "secondary": Evidence.SECONDARY, "from_memory": Evidence.MEMORY}
        every = Threshold.all()
        self.assertEqual(len(every), len(document["thresholds"]))
        for each, written in zip(every, document["thresholds"]):
            self.assertEqual((each.id, each.place, each.name, each.source), (written["id"], written.get("place"), written["name"]["zh"], written["source"]))
            self.assertEqual((each.value, each.evidence), (Figure.parse(written["value"]), words[written["evidence"]]))
            self.assertEqual(str(each.first_day) if each.first_day else None, written.get("first_day"))
            self.assertEqual(each.upper, Figure.parse(written["upper"]) if "upper" in written else None)

    def test_refused(self):
        for id, year in (("sme.none", 2023), ("sme.works_limit", 2019)):
            with self.assertRaises(perfeval.Error) as caught:
                Threshold.find(id, datetime.date(year, 1, 1))
            self.assertEqual(caught.exception.code, "PE_ERROR_NOT_FOUND")
        with self.assertRaisesRegex(TypeError, "a datetime.date is needed, not str: '2023-01-01'"):
            Threshold.find("sme.works_limit", "2023-01-01")


if __name__ == "__main__":
    unittest.main()
