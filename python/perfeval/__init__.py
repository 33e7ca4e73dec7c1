# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Exact scoring of public spending: libperfeval from Python, with nothing but the standard library.

The short road, bytes in and a dictionary out:

    >>> import perfeval
    >>> rules = open("rulebooks/guangdong-2023.json", "rb").read()
    >>> facts = open("examples/data/zengcheng-2023.json", "rb").read()
    >>> perfeval.evaluate(rules, facts)["total"]["score"]
    '99.69'

Objects, where more than one question is asked:

    >>> rulebook = perfeval.Rulebook.from_file("rulebooks/guangdong-2023.json")
    >>> dossier = perfeval.Dossier.from_file("examples/data/zengcheng-2023.json")
    >>> evaluation = rulebook.evaluate(dossier)
    >>> evaluation.score, evaluation.grade.name
    (Decimal('99.69'), '优')
    >>> evaluation["2.5.6"].lost
    Fraction(7, 25)
    >>> for entry in evaluation.ledger:
    ...     print(entry.code, float(entry.amount))
    1.1.3 -0.03
    2.5.6 -0.28

What a report prints, recomputed, and a dossier as a reviewer sees it:

    >>> perfeval.audit("预算100万元，支出90万元，执行率95%。")
    <TextAudit: 1 relations, 1 contradiction, 0 rounding, 0 remark>
    >>> perfeval.review(rulebook, dossier)
    <Review: 0 error, 4 warning, 1 note>

Why a rate is what it is, down to the line of the file; what another edition of a rulebook changed; whether the year is on its way:

    >>> rate = dossier.measure("budget.execution_rate")
    >>> print(rate, rate.numerator, rate.denominator)
    99.7193369858…% 2149.56万元 2155.61万元
    >>> [each.place.line for each in rate]
    [18, 17]
    >>> rulebook.compare(rulebook)
    <Comparison: 0 added, 0 removed, 0 changed>
    >>> perfeval.lamp("449万元", "1000万元", 9, perfeval.LampKind.BUDGET).label
    '红灯'

An Evaluator scores one unit while its figures are typed, a BatchPlan millions of them from columns; Threshold.find() says what the rules of
procurement ask for, lint() what there is to mend in a rulebook. Dossier.from_file() reads workbooks and folders of CSV files, Tables has their
cells, Report and Chart make what an office files, TextAudit.from_file() reads what another has filed, and MeasureStream goes through ledgers of
any length; Limits bound what a file from strangers may cost. docs/python.md has the whole of it.

Points are fractions.Fraction or decimal.Decimal and exact; a float is refused where a number goes in. Objects are immutable and may be
shared by threads.
"""
from __future__ import annotations

import json
from typing import Any, Dict, Optional, Union

from . import _library
from ._core import Bytes, string
from ._numbers import Number
from .auditing import Audit, AuditClass, Claim, Mode, Relation, TextAudit
from .batch import BatchCounts, BatchInput, BatchPlan, BatchResults, BatchSummary, Column, InputKind, InputType
from .calendar import Calendar
from .cells import Cell, CellKind, Table
from .charts import Chart, ChartOptions
from .comparing import Aspect, Change, Comparison, Difference
from .deriving import Derivation, FactType, RulebookMeasure
from .dossier import Dossier
from .evaluation import Cause, Entry, EntryKind, Evaluation, Ledger, Node, NodeKind, Origin
from .evaluator import Evaluator, EvaluatorEntry
from .figures import Figure, State, Unit
from .findings import Error, Finding, Findings, Place, Severity
from .lamps import Lamp, LampBands, LampKind, lamp, worst_lamp
from .limits import Limits
from .linting import RulebookCase, lint
from .measures import Contribution, DayKind, Measure, MeasureKind, MeasureLimits, MeasureValue, RecordKind
from .open_data import OpenData
from .prose_patterns import ProsePatterns
from .records import ColumnType, Record, RecordColumn
from .report_texts import report_text
from .reports import Report, ReportTemplate
from .reviewing import Check, CheckState, Review, ReviewItem
from .rollup import Rollup, RollupMode
from .rulebook import Assumption, Grade, Indicator, Kind, Rulebook, RulebookStatus, Scorer, Source
from .rulebook_sets import RulebookSet
from .streaming import LedgerReader, MeasureStream, StreamValue
from .tables import Tables
from .thresholds import Evidence, Threshold
from .workbooks import ArchiveLimits

__all__ = [
    "ArchiveLimits", "Aspect", "Assumption", "Audit", "AuditClass", "BatchCounts", "BatchInput", "BatchPlan", "BatchResults",
    "BatchSummary", "Calendar", "Cause", "Cell", "CellKind", "Change", "Chart", "ChartOptions", "Check", "CheckState", "Claim", "Column",
    "ColumnType", "Comparison", "Contribution", "DayKind", "Derivation", "Difference", "Dossier", "Entry", "EntryKind", "Error",
    "Evaluation", "Evaluator", "EvaluatorEntry", "Evidence", "FactType", "Figure", "Finding", "Findings", "Grade", "Indicator", "InputKind",
    "InputType", "Kind", "Lamp", "LampBands", "LampKind", "Ledger", "LedgerReader", "Limits", "Measure", "MeasureKind", "MeasureLimits",
    "MeasureStream", "MeasureValue", "Mode", "Node", "NodeKind", "OpenData", "Origin", "Place", "ProsePatterns", "Record", "RecordColumn",
    "RecordKind", "Relation", "Report", "ReportTemplate", "Review", "ReviewItem", "Rollup", "RollupMode", "Rulebook", "RulebookCase",
    "RulebookMeasure", "RulebookSet", "RulebookStatus", "Scorer", "Severity", "Source", "State", "StreamValue", "Table", "Tables",
    "TextAudit", "Threshold", "Unit", "_library", "audit", "evaluate", "lamp", "lint", "report_text", "review", "version", "worst_lamp",
]  # fmt: skip


def version() -> str:
    """The version of the library in use, e.g. "0.1.0"."""
    return string(_library.library.pe_version_get_string())


def evaluate(
    rulebook: bytes,
    dossier: bytes,
    *,
    calendar: Optional[bytes] = None,
    rulebook_file: Optional[str] = None,
    dossier_file: Optional[str] = None,
    calendar_file: Optional[str] = None,
    limits: Optional[Limits] = None,
) -> Dict[str, Any]:
    """Scores a dossier by a rulebook, both JSON documents as bytes.

    calendar: a document perfeval-calendar/1, for rules that count working days or ask for a day by its name. Answers the evaluation as
    docs/formats.md describes it (perfeval-evaluation/1), with its numbers as strings, so that no digit is lost on the way. The file names are
    for the places in errors. Raises Error when an input is refused or cannot be evaluated.
    """
    rules = Rulebook.from_json(rulebook, rulebook_file, limits=limits)
    facts = Dossier.from_json(dossier, dossier_file, limits=limits)
    days = Calendar.from_json(calendar, calendar_file, limits=limits) if calendar is not None else None
    result: Dict[str, Any] = json.loads(rules.evaluate(facts, calendar=days, limits=limits).to_json())
    return result


def audit(
    report: Bytes,
    *,
    encoding: Optional[str] = None,
    file: Optional[str] = None,
    patterns: Optional[ProsePatterns] = None,
    limits: Optional[Limits] = None,
) -> TextAudit:
    """Reads the text of a Chinese report, a str or the bytes of a file, and recomputes every figure that its sentences relate to others.

    >>> found = audit("全年预算2,155.61万元，支出2,149.56万元，执行率99.71%。")
    >>> found[0].nearest
    Decimal('99.72')
    """
    return TextAudit.of_text(report, encoding=encoding, file=file, patterns=patterns, limits=limits)


def review(
    rulebook: Union[bytes, Rulebook],
    dossier: Union[bytes, Dossier],
    *,
    total: Optional[Number] = None,
    grade: Optional[str] = None,
    scorer: Scorer = Scorer.SELF,
    calendar: Optional[Calendar] = None,
    report: Optional[Audit] = None,
    limits: Optional[Limits] = None,
) -> Review:
    """Looks a dossier over as a reviewer does; both are JSON documents as bytes, or objects. total, grade: what the report declares; report:
    the audit of its text, for the checks that hold text and dossier against each other.

    A dossier that cannot be evaluated is reviewed without an evaluation.
    """
    rules = rulebook if isinstance(rulebook, Rulebook) else Rulebook.from_json(rulebook, limits=limits)
    facts = dossier if isinstance(dossier, Dossier) else Dossier.from_json(dossier, limits=limits)
    try:
        evaluation: Optional[Evaluation] = rules.evaluate(facts, scorer=scorer, calendar=calendar, limits=limits)
    except Error:
        evaluation = None
    return Review.of(rules, facts, evaluation, total=total, grade=grade, scorer=scorer, report=report, limits=limits)
