# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Reports (自评报告): the document that an office files, from an evaluation and a template that the office can change (docs/reports.md).

    >>> template = ReportTemplate.from_file("reports/department.xml")
    >>> template
    <ReportTemplate 部门整体支出绩效自评报告: 8 narratives>
    >>> rulebook = Rulebook.from_file("rulebooks/guangdong-2023.json")
    >>> evaluation = rulebook.evaluate(Dossier.from_file("examples/data/zengcheng-2023.json"))
    >>> report = Report.of(evaluation, template, datetime.date(2024, 3, 15))
    >>> "99.69" in report.to_markdown()
    True
    >>> report.to_docx()[:2], report.to_pdf()[:4]
    (b'PK', b'%PDF')

They need libperfeval-office (docs/python.md).
"""
from __future__ import annotations

import ctypes
import datetime
import html
import os
import pathlib
from functools import cached_property
from typing import Callable, Dict, Optional, Tuple

from . import _abi
from ._core import Bytes, Handle, Path, as_bytes, data, make, pointer_of, read_options, string, structure, text, utf8
from ._library import function
from .evaluation import Evaluation
from .findings import EN, ZH, language_number
from .limits import Limits

__all__ = ["Report", "ReportTemplate"]


class ReportTemplate(Handle):
    """A template (报告模板), an XML file: chapters, sentences with figures, tables, charts, and where the office's own words belong."""

    _kind = "report_template"
    __slots__ = ("__dict__",)

    @classmethod
    def from_xml(cls, document: Bytes, file: Optional[Path] = None, *, limits: Optional[Limits] = None) -> ReportTemplate:
        """Reads a template; everything in it is checked. file: for the place. Raises Error with line and column."""
        raw = as_bytes(document)
        return cls(make("pe_report_template_from_xml", raw, len(raw), ctypes.byref(read_options(file, limits))))

    @classmethod
    def from_file(cls, path: Path, *, limits: Optional[Limits] = None) -> ReportTemplate:
        """Reads a template. Raises OSError where the file cannot be read, Error where it is refused."""
        return cls.from_xml(pathlib.Path(path).read_bytes(), path, limits=limits)

    @property
    def name(self) -> str:
        """What it is called."""
        return string(function("pe_report_template_get_name")(self, ZH))

    @property
    def name_en(self) -> str:
        """The same in English."""
        return string(function("pe_report_template_get_name")(self, EN))

    @cached_property
    def narratives(self) -> Tuple[str, ...]:
        """The sections that it asks the office's own words for: the names under "narrative" in a dossier."""
        count = function("pe_report_template_get_n_narratives")(self)
        return tuple(string(function("pe_report_template_get_narrative")(self, index)) for index in range(count))

    def __repr__(self) -> str:
        return f"<ReportTemplate {self.name}: {len(self.narratives)} narratives>"


class Report(Handle):
    """A report: the same evaluation, template and date give the same bytes. In a notebook it shows itself as the page that it is."""

    _kind = "report"
    __slots__ = ("_title",)
    _title: str

    @classmethod
    def of(
        cls,
        evaluation: Evaluation,
        template: ReportTemplate,
        date: datetime.date,
        *,
        language: str = "zh",
        prior: Optional[Evaluation] = None,
    ) -> Report:
        """Makes a report. date: of the report; the clock is not asked. language: "zh" or "en". prior: the evaluation of the year before, for
        what changed. What the office has not written is a gap that everybody sees; nothing is made up for it."""
        if not isinstance(date, datetime.date):
            raise TypeError(f"a datetime.date is needed, not {type(date).__name__}: {date!r}")
        options = structure(_abi.pe_report_options)
        options.language = language_number(language)
        options.date = utf8(f"{date.year:04}-{date.month:02}-{date.day:02}")
        options.prior = pointer_of(Evaluation, prior)
        report = cls(make("pe_report_make", template, evaluation, ctypes.byref(options)))
        report._title = f"{evaluation.dossier.unit_name} {evaluation.dossier.fiscal_year}"
        return report

    def to_docx(self) -> bytes:
        """DOCX, in the layout of official documents."""
        return data("pe_report_to_docx", self)

    def to_pdf(self) -> bytes:
        """PDF in the same layout, drawn in the fonts of the machine."""
        return data("pe_report_to_pdf", self)

    def to_html(self) -> bytes:
        """One page that needs no other file and has no script."""
        return data("pe_report_to_html", self)

    def to_markdown(self) -> str:
        """Markdown."""
        return text("pe_report_to_markdown", self)

    def save(self, path: Path) -> None:
        """Writes a file, in the format that its ending says: .docx, .pdf, .html, .htm or .md."""
        formats: Dict[str, Callable[[], bytes]] = {
            ".docx": self.to_docx,
            ".pdf": self.to_pdf,
            ".html": self.to_html,
            ".htm": self.to_html,
            ".md": lambda: self.to_markdown().encode("utf-8"),
        }
        ending = os.path.splitext(os.fspath(path))[1].lower()
        if ending not in formats:
            raise ValueError(f"{os.fspath(path)}: the ending of a report is one of {', '.join(formats)}")
        pathlib.Path(path).write_bytes(formats[ending]())

    def __repr__(self) -> str:
        return f"<Report {self._title}>"

    def _repr_html_(self) -> str:
        page = html.escape(self.to_html().decode("utf-8"))
        return f'<iframe style="width: 100%; height: 40em" sandbox srcdoc="{page}"></iframe>'
