#!/usr/bin/env python3
"""test-measures.py - measures as Python objects: the catalogue, values and parts, the records behind them, a rulebook's own

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import doctest
import json
import os
import unittest
from decimal import Decimal
from fractions import Fraction

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Figure, Measure, State, Unit, deriving, figures, measures  # noqa: E402

RECORDS = [
    {"name": "空调", "supplier_size": "small", "contract": "9.5", "award": "2023-03-01", "signing": "2023-03-31"},
    {"name": "物业服务", "supplier_size": "large", "contract": "20.0", "award": "2023-03-01", "signing": "2023-04-01"},
]


def dossier(**members):
    """One with amounts in 万元."""
    head = {"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023, "kind": "department", "money_unit": "万元"}
    return perfeval.Dossier.from_json(json.dumps({**head, **members}, ensure_ascii=False))


class Figures(unittest.TestCase):
    def test_documentation(self):
        self.assertEqual(doctest.testmod(figures)[0], 0)

    def test_as_an_office_writes_it(self):
        for text, value, unit in (("2,149.56万元", "2149.56", Unit.WAN_YUAN), ("99.71%", "99.71", Unit.PERCENT), ("50 个", "50", Unit.COUNT),
                                  ("否", "0", Unit.TRUTH), ("-0.50", "-0.50", Unit.NONE)):
            figure = Figure.parse(text)
            self.assertEqual((str(figure.value), figure.unit, figure.state), (value, unit, State.VALUE))
            self.assertEqual(Figure.parse(str(figure)), figure)
        for text, state in (("", State.MISSING), ("-", State.NOT_APPLICABLE), ("不适用", State.NOT_APPLICABLE)):
            self.assertEqual(Figure.parse(text), Figure(None, state=state))
        self.assertEqual([repr(Figure.parse(text)) for text in ("3元", "", "-")], ["<Figure 3元>", "<Figure missing>", "<Figure ->"])

    def test_units(self):
        # 1 亿元 = 10,000 万元 = 100,000,000 元
        self.assertEqual(Figure(Decimal("0.5"), Unit.YI_YUAN).to(Unit.YUAN), Figure(Decimal(50000000), Unit.YUAN))
        self.assertEqual(Figure(Decimal("1.5"), Unit.PERCENT).to(Unit.PERMILLE).value, 15)
        with self.assertRaises(perfeval.Error) as caught:
            Figure.parse("1元").to(Unit.PERCENT)
        self.assertEqual(caught.exception.code, "PE_ERROR_UNIT_MISMATCH")

    def test_refused(self):
        with self.assertRaises(perfeval.Error) as caught:
            Figure.parse("7,00.0,77")
        self.assertEqual(caught.exception.code, "PE_ERROR_THOUSANDS_SEPARATOR")
        for wrong, kind in (((1.5,), TypeError), ((None,), ValueError), ((Decimal(1), Unit.NONE, State.MISSING), ValueError)):
            with self.assertRaises(kind):
                Figure(*wrong)


class Catalogue(unittest.TestCase):
    def test_every_measure_is_described(self):
        every = Measure.all()
        self.assertEqual(len({measure.id for measure in every}), len(every))
        for measure in every:
            self.assertTrue(measure.name and measure.name_en and measure.definition and measure.definition_en, measure.id)
            rate = measure.kind is perfeval.MeasureKind.RATE
            self.assertEqual((rate, rate, rate), (measure.base is not None, measure.base_en is not None, measure.zero_state is not None), measure.id)
            self.assertEqual(Measure.find(measure.id), measure)

    def test_one_of_them(self):
        # As docs/measures.md has it.
        measure = Measure.find("procurement.sme_share")
        self.assertEqual((measure.name_en, measure.unit), ("Share of small and medium firms", Unit.PERCENT))
        self.assertEqual((measure.records, measure.is_streamed), (perfeval.RecordKind.PROCUREMENT, True))
        self.assertIn("财库〔2020〕46号", measure.source)
        self.assertTrue(Measure.find("procurement.publication_in_time").uses_calendar)
        with self.assertRaises(KeyError):
            Measure.find("budget.guess")


class Values(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.chdir(package.SOURCE)
        cls.zengcheng = perfeval.Dossier.from_file(package.FACTS)

    def test_documentation(self):
        self.assertEqual(doctest.testmod(measures)[0], 0)

    def test_the_report(self):
        # The amounts that the report prints, divided by hand.
        for id, above, below in (("budget.execution_rate", 214956, 215561), ("budget.basic_execution_rate", 154983, 155588),
                                 ("procurement.sme_reserve_achievement", 18761, 25883)):
            found = self.zengcheng.measure(id)
            self.assertEqual((found.state, found.value), (State.VALUE, 100 * Fraction(above, below)), id)
            self.assertEqual((found.numerator.value, found.denominator.value), (Decimal(above) / 100, Decimal(below) / 100), id)
            self.assertEqual(found.numerator.unit, Unit.WAN_YUAN)
        self.assertEqual(repr(found), "<MeasureValue procurement.sme_reserve_achievement: 72.4838697214…%>")

    def test_no_value(self):
        found = self.zengcheng.measure("budget.adjustment_rate")
        self.assertEqual((found.value, found.state, found.denominator), (None, State.MISSING, Figure(None, state=State.MISSING)))
        nothing = dossier(budget={"lines": [{"name": "全年预算", "category": "total", "adjusted": "0", "executed": "0"}]})
        found = nothing.measure("budget.execution_rate")
        self.assertEqual((found.value, found.state, str(found)), (None, State.ZERO_DENOMINATOR, "zero_denominator"))

    def test_records(self):
        share = dossier(procurement={"records": RECORDS}).measure("procurement.sme_share")
        self.assertEqual(share.value, 100 * Fraction(95, 295))
        self.assertEqual([(each.path, each.index, str(each.numerator), str(each.denominator)) for each in share],
                         [("/procurement/records/0", 0, "9.5万元", "9.5万元"), ("/procurement/records/1", 1, "-", "20.0万元")])
        self.assertEqual(sum(each.denominator.value for each in share), share.denominator.value)
        self.assertIn("<table>", share._repr_html_())

    def test_places(self):
        lines = package.FACTS.read_text(encoding="utf-8").split("\n")
        for each in self.zengcheng.measure("budget.execution_rate"):
            written = lines[each.place.line - 1][each.place.column - 1 :].strip(',"').replace(",", "")
            part = each.numerator if each.path.endswith("executed") else each.denominator
            self.assertEqual(Decimal(written), part.value)

    def test_limits(self):
        # Signed 30 and 31 days after the award.
        unit = dossier(procurement={"records": RECORDS})
        self.assertEqual(unit.measure("procurement.signing_in_time").value, 50)
        for days, share in ((29, 0), (31, 100)):
            limits = perfeval.MeasureLimits(signing_days=days)
            self.assertEqual(unit.measure("procurement.signing_in_time", limits=limits).value, share, days)
        self.assertEqual(unit.measure("procurement.signing_days").value, Fraction(61, 2))

    def test_calendar(self):
        # Signed on Monday, 2022-06-13; two working days later is the 15th.
        records = [{"name": name, "contract": "1", "signing": "2022-06-13", "publication": day}
                   for name, day in (("a", "2022-06-15"), ("b", "2022-06-16"))]  # fmt: skip
        unit = dossier(fiscal_year=2022, procurement={"records": records})
        with self.assertRaises(perfeval.Error) as caught:
            unit.measure("procurement.publication_in_time")
        self.assertEqual(caught.exception.code, "PE_ERROR_CALENDAR_MISSING")
        own = perfeval.RulebookMeasure.define("measure.late", "迟", "1 - procurement.publication_in_time", Unit.PERCENT,
                                              zero_state=State.NOT_APPLICABLE)
        with self.assertRaises(perfeval.Error) as same:
            own.derive(unit)
        self.assertEqual((same.exception.code, same.exception.message), (caught.exception.code, caught.exception.message))
        calendar = perfeval.Calendar.from_file(package.SOURCE / "examples/data/calendar-2022.json")
        self.assertEqual(own.derive(unit, calendar=calendar).value, 50)
        found = unit.measure("procurement.publication_in_time", calendar=calendar)
        self.assertEqual((found.value, len(found.contributions)), (50, 2))
        limits = perfeval.MeasureLimits(publication_days=3, publication_kind=perfeval.DayKind.CALENDAR)
        self.assertEqual(unit.measure("procurement.publication_in_time", limits=limits).value, 100)

    def test_refused(self):
        with self.assertRaises(perfeval.Error) as caught:
            self.zengcheng.measure("budget.guess")
        self.assertEqual(caught.exception.code, "PE_ERROR_MEASURE_UNKNOWN")
        with self.assertRaises(perfeval.Error) as caught:
            self.zengcheng.measure("procurement.signing_in_time", limits=perfeval.MeasureLimits(signing_days=-1))
        self.assertEqual(caught.exception.code, "PE_ERROR_INVALID_ARGUMENT")


class Own(unittest.TestCase):
    def test_documentation(self):
        self.assertEqual(doctest.testmod(deriving, extraglobs={"Dossier": perfeval.Dossier})[0], 0)

    def test_the_formula_of_a_measure_is_the_measure(self):
        """What the C library divides itself, by another road, for every measure that has a value."""
        assets = [{"name": "电脑", "category": "equipment", "book_count": 5, "found_count": 4, "book_value": "2", "found_value": "1.6"}]
        unit = dossier(budget={"lines": [{"name": "全年预算", "category": "total", "initial": "90", "adjusted": "120", "executed": "110.5"}]},
                       procurement={"records": [dict(each, budget="30", payments=[]) for each in RECORDS]}, assets={"records": assets})
        compared = 0
        for measure in Measure.all():
            try:
                value = unit.measure(measure.id)
            except perfeval.Error:
                continue  # no calendar
            own = perfeval.RulebookMeasure.define("measure.same", "同", measure.id, measure.unit, zero_state=State.ZERO_DENOMINATOR)
            self.assertEqual(own.derive(unit).value, value.value, measure.id)
            compared += value.value is not None
        self.assertGreater(compared, 8)

    def test_define(self):
        unit = dossier(procurement={"records": RECORDS})
        share = perfeval.RulebookMeasure.define("measure.large_share", "大额占比",
                                                "count(procurement.records[contract > 100000]) / count(procurement.records)", Unit.PERCENT,
                                                name_en="large", zero_state=State.NOT_APPLICABLE)  # fmt: skip
        self.assertEqual((share.id, share.name, share.name_en, share.unit, share.source), ("measure.large_share", "大额占比", "large", Unit.PERCENT, None))
        found = share.derive(unit)
        self.assertEqual((found.value, str(found), found.measure), (50, "50%", share))
        self.assertEqual(repr(found), "<Derivation measure.large_share: 50%>")
        self.assertIn("count(", repr(share))
        self.assertEqual([place.what for place in found], ["/procurement/records/1", "/procurement/records/0"])
        self.assertEqual(share.derive(dossier()).value, None)
        twice = perfeval.RulebookMeasure.define("measure.twice", "倍", "2 * measure.large_share", Unit.PERCENT, before=[share],
                                                zero_state=State.NOT_APPLICABLE)
        self.assertEqual(twice.derive(unit).value, 100)

    def test_columns(self):
        rows = [{"signed": 3}, {"signed": 4}]
        columns = [{"id": "signed", "name": "签约", "type": "number"}]
        unit = dossier(registers={"projects": {"title": "项目", "columns": columns, "rows": rows}})
        measure = perfeval.RulebookMeasure.define("measure.signed", "签约", "sum(register.projects.signed)",
                                                  columns={"register.projects.signed": perfeval.FactType.NUMBER})  # fmt: skip
        self.assertEqual(measure.derive(unit).value, 7)

    def test_refused(self):
        for formula, code in (("count(", "PE_ERROR_EXPRESSION_SYNTAX"), ("budget.guess", "PE_ERROR_EXPRESSION_NAME"),
                              ("1 / count(procurement.records)", "PE_ERROR_POLICY_MISSING")):
            with self.assertRaises(perfeval.Error) as caught:
                perfeval.RulebookMeasure.define("measure.x", "x", formula)
            self.assertEqual((caught.exception.code, "/formula" in caught.exception.path or code.endswith("MISSING")), (code, True))

    def test_nothing_is_cut(self):
        """A formula that the library would read up to its U+0000 is refused."""
        with self.assertRaises(ValueError):
            perfeval.RulebookMeasure.define("measure.x", "x", "1\0 + 1")
        with self.assertRaises(ValueError):
            dossier().measure("budget.execution_rate\0_initial")

    def test_of_a_rulebook(self):
        document = json.loads(package.RULES.read_bytes())
        self.assertEqual(perfeval.Rulebook.from_json(json.dumps(document)).measures, ())
        document["measures"] = [{"id": "measure.contracts", "name": {"zh": "合同数"}, "formula": "count(procurement.records)", "unit": "个"}]
        declared = perfeval.Rulebook.from_json(json.dumps(document)).measures
        self.assertEqual([(each.id, each.unit) for each in declared], [("measure.contracts", Unit.COUNT)])
        self.assertEqual(declared[0].derive(dossier(procurement={"records": RECORDS})).value, 2)


if __name__ == "__main__":
    unittest.main()
