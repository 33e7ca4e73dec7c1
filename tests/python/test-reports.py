#!/usr/bin/env python3
"""test-reports.py - reports and charts from Python, and the text of reports that are office files

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import datetime
import doctest
import os
import pathlib
import tempfile
import unittest
import xml.dom.minidom

import package

package.start()
import perfeval  # noqa: E402
from perfeval import Chart, ChartOptions, Report, ReportTemplate, TextAudit, charts, report_texts, reports  # noqa: E402

if not package.has_office():
    package.skip("built without office files")
os.chdir(package.SOURCE)
DAY = datetime.date(2024, 3, 15)
XML = '<report format="perfeval-report/1" zh="R" en="r"><p zh="{score}分" en="{score} points"/><narrative name="duties" zh="职能。" en="duties."/></report>'
# Of the text of the Zengcheng report: the printed rate is a truncated 99.7193 %.
SENTENCE = "全年预算2,155.61万元，支出2,149.56万元，执行率99.71%。"


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rulebook = perfeval.Rulebook.from_file(package.RULES)
        cls.evaluation = cls.rulebook.evaluate(perfeval.Dossier.from_file(package.FACTS))
        cls.template = ReportTemplate.from_xml(XML)

    def test_documentation(self):
        extra = dict(vars(perfeval), datetime=datetime)
        for module in (reports, report_texts, charts):
            self.assertEqual(doctest.testmod(module, extraglobs=extra)[0], 0)

    def test_template(self):
        self.assertEqual((self.template.name, self.template.name_en, self.template.narratives), ("R", "r", ("duties",)))
        for document, code in ((XML.replace("{score}", "{points}"), "PE_ERROR_VALUE_UNKNOWN"), (XML[:-9], "PE_ERROR_XML_SYNTAX"),
                               (XML.replace("<p ", "<q "), "PE_ERROR_MEMBER_UNKNOWN")):  # fmt: skip
            with self.assertRaises(perfeval.Error) as caught:
                ReportTemplate.from_xml(document, "form.xml")
            self.assertEqual((caught.exception.code, caught.exception.file, caught.exception.line), (code, "form.xml", 1))
        with self.assertRaises(perfeval.Error) as caught:
            ReportTemplate.from_xml(XML, limits=perfeval.Limits(bytes=10))
        self.assertEqual(caught.exception.code, "PE_ERROR_LIMIT_BYTES")

    def test_what_it_says(self):
        report = Report.of(self.evaluation, self.template, DAY)
        for text in (report.to_markdown(), report.to_html().decode("utf-8")):
            self.assertIn("99.69分", text)
        self.assertIn("99.69 points", Report.of(self.evaluation, self.template, DAY, language="en").to_markdown())
        self.assertIn("职能", report.to_markdown())  # a gap that everybody sees
        self.assertEqual(repr(report), "<Report 增城经济技术开发区投资促进局 2023>")
        self.assertTrue(report._repr_html_().startswith("<iframe "))
        self.assertEqual(report._repr_html_().count("<"), 2)  # the page stands in it as text

    def test_every_installed_template(self):
        for path in sorted((package.SOURCE / "reports").glob("*.xml")):
            self.assertTrue(Report.of(self.evaluation, ReportTemplate.from_file(path), DAY, prior=self.evaluation).to_html(), path.name)

    def test_files(self):
        report = Report.of(self.evaluation, self.template, DAY)
        with tempfile.TemporaryDirectory() as folder:
            for name, begins in (("a.docx", b"PK"), ("a.PDF", b"%PDF"), ("a.html", b"<!"), ("a.md", b"")):
                path = pathlib.Path(folder, name)
                report.save(path)
                self.assertTrue(path.read_bytes().startswith(begins) and path.stat().st_size > 0, name)
            with self.assertRaisesRegex(ValueError, r"\.docx, \.pdf"):
                report.save(pathlib.Path(folder, "a.doc"))
            # The report read back as a reviewer gets it.
            self.assertIn("99.69分", TextAudit.from_file(pathlib.Path(folder, "a.docx")).text)
            self.assertIn("99.69分", TextAudit.from_file(str(pathlib.Path(folder, "a.html"))).text)
        self.assertEqual(report.to_docx(), Report.of(self.evaluation, self.template, DAY).to_docx())

    def test_the_day(self):
        with self.assertRaises(TypeError):
            Report.of(self.evaluation, self.template, "2024-03-15")
        with self.assertRaises(ValueError):
            Report.of(self.evaluation, self.template, DAY, language="fr")


class Texts(unittest.TestCase):
    def test_audit_of_files(self):
        page = f"<p>{SENTENCE}</p><script>执行率1%</script>"
        table = perfeval.Tables.from_csv(f'"{SENTENCE}"\n', "报告").to_xlsx()
        with tempfile.TemporaryDirectory() as folder:
            for name, document in (("a.txt", SENTENCE.encode("gb18030")), ("a.html", page.encode("gb18030")), ("a.xlsx", table)):
                path = pathlib.Path(folder, name)
                path.write_bytes(document)
                audit = TextAudit.from_file(path)
                self.assertEqual((len(audit), str(audit[0].nearest), audit.file), (1, "99.72", str(path)), name)
                self.assertEqual([mode.name for mode in audit[0].as_printed], ["DOWN"])
            self.assertEqual(TextAudit.from_file(pathlib.Path(folder, "a.txt")).encoding, "GB18030")
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.report_text(b"no archive", "a.docx")
        self.assertEqual(caught.exception.code, "PE_ERROR_ZIP_DAMAGED")
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.report_text(page.encode(), "a.htm", limits=perfeval.Limits(bytes=10))
        self.assertEqual(caught.exception.code, "PE_ERROR_LIMIT_BYTES")


class Charts(unittest.TestCase):
    def test_each(self):
        rulebook = perfeval.Rulebook.from_file(package.RULES)
        evaluation = rulebook.evaluate(perfeval.Dossier.from_file(package.FACTS))
        summary = perfeval.BatchSummary(perfeval.BatchPlan(rulebook, "points"))
        for chart in (Chart.dimensions(evaluation), Chart.losses(evaluation), Chart.targets(evaluation), Chart.execution(evaluation.dossier),
                      Chart.change(evaluation, evaluation), Chart.grades(summary, rulebook)):  # fmt: skip
            self.assertEqual(xml.dom.minidom.parseString(chart.to_svg()).documentElement.tagName, "svg")
            self.assertTrue(chart.title and chart.description)
            self.assertIn(chart.title, repr(chart))
            self.assertEqual(chart._repr_svg_(), chart.to_svg())

    def test_options(self):
        evaluation = perfeval.Rulebook.from_file(package.RULES).evaluate(perfeval.Dossier.from_file(package.FACTS))
        chart = Chart.dimensions(evaluation, ChartOptions(language="en", width=600, depth=2, title="T", note=""))
        self.assertEqual((chart.size[0], chart.title), (600, "T"))
        self.assertEqual(int.from_bytes(chart.to_png(300)[16:20], "big"), 300)  # the width in a PNG's head
        for options in (ChartOptions(width=199), ChartOptions(depth=65)):
            with self.assertRaises(perfeval.Error) as caught:
                Chart.dimensions(evaluation, options)
            self.assertEqual(caught.exception.code, "PE_ERROR_INVALID_ARGUMENT")
        for options in (ChartOptions(title="a\0b"), ChartOptions(width=-1), ChartOptions(language="fr")):
            with self.assertRaises(ValueError):
                Chart.dimensions(evaluation, options)


if __name__ == "__main__":
    unittest.main()
