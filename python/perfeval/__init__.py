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

Points are fractions.Fraction or decimal.Decimal and exact; a float is refused where a number goes in. Objects are immutable and may be
shared by threads.
"""
from __future__ import annotations

import json
from typing import Any, Dict, Optional

from ._core import string
from ._library import library as _library
from .calendar import Calendar
from .dossier import Dossier
from .evaluation import Cause, Entry, EntryKind, Evaluation, Ledger, Node, NodeKind, Origin
from .findings import Error, Finding, Findings, Place, Severity
from .rollup import Rollup, RollupMode
from .rulebook import Assumption, Grade, Indicator, Kind, Rulebook, RulebookStatus, Scorer, Source

__all__ = [
    "Assumption", "Calendar", "Cause", "Dossier", "Entry", "EntryKind", "Error", "Evaluation", "Finding", "Findings", "Grade", "Indicator",
    "Kind", "Ledger", "Node", "NodeKind", "Origin", "Place", "Rollup", "RollupMode", "Rulebook", "RulebookStatus", "Scorer", "Severity", "Source", "evaluate",
    "version",
]  # fmt: skip


def version() -> str:
    """The version of the library in use, e.g. "0.1.0"."""
    return string(_library.pe_version_get_string())


def evaluate(
    rulebook: bytes,
    dossier: bytes,
    *,
    calendar: Optional[bytes] = None,
    rulebook_file: Optional[str] = None,
    dossier_file: Optional[str] = None,
    calendar_file: Optional[str] = None,
) -> Dict[str, Any]:
    """Scores a dossier by a rulebook, both JSON documents as bytes.

    calendar: a document perfeval-calendar/1, for rules that count working days or ask for a day by its name. Answers the evaluation as
    docs/formats.md describes it (perfeval-evaluation/1), with its numbers as strings, so that no digit is lost on the way. The file names are
    for the places in errors. Raises Error when an input is refused or cannot be evaluated.
    """
    rules = Rulebook.from_json(rulebook, rulebook_file)
    facts = Dossier.from_json(dossier, dossier_file)
    days = Calendar.from_json(calendar, calendar_file) if calendar is not None else None
    result: Dict[str, Any] = json.loads(rules.evaluate(facts, calendar=days).to_json())
    return result
