# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Lint for the author of a rulebook: everything that can be said against a document in one run, and the cases that it carries.

    >>> [(finding.code, finding.places[0].line) for finding in lint(b"{")]
    [('PE_ERROR_JSON_TRUNCATED', 1)]
    >>> case = Rulebook.from_file("rulebooks/guangdong-2023.json").cases[0]
    >>> case.name, case.scores["1.1.3"], case.scores["2.5.6"]
    ('增城2023年自评报告', Decimal('9.97'), Decimal('0.72'))
"""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Dict, Optional, Sequence, Tuple

from . import _abi
from ._core import Bytes, as_bytes, make, optional, pointer_of, pointers_of, read, read_all, read_options, string, structure
from ._library import library
from ._numbers import decimal_of
from .calendar import Calendar
from .dossier import Dossier
from .evaluation import evaluate_options
from .figures import Figure
from .findings import Findings
from .limits import Limits, pointer_to
from .rulebook import Rulebook, Scorer

__all__ = ["RulebookCase", "lint"]


@dataclass(frozen=True)
class RulebookCase:
    """A case (用例): a dossier and what has to come of it: scores by indicator, the total, the grade's id, or the error by its code.

    at: with an error, the indicator that alone is scored and has to answer it.
    """

    name: str
    name_en: Optional[str]
    dossier: Dossier
    scores: Dict[str, Decimal]
    total: Optional[Decimal]
    grade: Optional[str]
    error: Optional[str]
    at: Optional[str]


def lint(
    document: Bytes,
    file: Optional[str] = None,
    *,
    others: Sequence[Rulebook] = (),
    calendar: Optional[Calendar] = None,
    limits: Optional[Limits] = None,
) -> Findings:
    """Reads the JSON of a rulebook, looks it over and, when it can be read, runs its cases: one list, each with line and column.

    others: rulebooks whose fiscal years are compared. calendar: for cases that count working days. Nothing that is found raises.
    """
    raw, options = as_bytes(document), lint_options(others, calendar, limits)
    return _taken("pe_rulebook_lint_json", None, raw, len(raw), ctypes.byref(read_options(file, limits)), ctypes.byref(options))


def lint_options(others: Sequence[Rulebook], calendar: Optional[Calendar], limits: Optional[Limits]) -> Any:
    """The options of a lint, as C takes them."""
    options = structure(_abi.pe_lint_options)
    options.limits, options.calendar = pointer_to(limits), pointer_of(Calendar, calendar)
    options.others, options.n_others = pointers_of(Rulebook, others), len(others)
    return options


def lint_rulebook(rulebook: Rulebook, others: Sequence[Rulebook], calendar: Optional[Calendar], limits: Optional[Limits]) -> Findings:
    """What there is to mend in a rulebook."""
    return _taken("pe_rulebook_lint", rulebook, ctypes.byref(lint_options(others, calendar, limits)))


def run_cases(rulebook: Rulebook, scorer: Scorer, calendar: Optional[Calendar], limits: Optional[Limits]) -> Findings:
    """The cases of a rulebook that do not come out as they say."""
    return _taken("pe_rulebook_run_cases", rulebook, ctypes.byref(evaluate_options(scorer, calendar, limits)))


def _taken(name: str, *arguments: Any) -> Findings:
    """A function that makes a list of findings."""
    return Findings._take(make(name, *arguments))


def read_cases(rulebook: Rulebook) -> Tuple[RulebookCase, ...]:
    """The worked cases that a rulebook carries, each with the scores that it expects."""
    scores = read_all(_abi.pe_case_score, rulebook, "pe_rulebook_get_n_case_scores", "pe_rulebook_get_case_score")
    return tuple(
        _case(read(_abi.pe_rulebook_case, "pe_rulebook_get_case", rulebook, index), [each for each in scores if each.of_case == index + 1])
        for index in range(library.pe_rulebook_get_n_cases(rulebook))
    )


def _case(case: _abi.pe_rulebook_case, scores: Sequence[_abi.pe_case_score]) -> RulebookCase:
    return RulebookCase(
        string(case.name_zh),
        optional(case.name_en),
        Dossier._borrow(case.dossier),
        {string(each.indicator): decimal_of(each.score) for each in scores},
        Figure._read(case.total).value,
        optional(case.grade),
        string(library.pe_status_name(case.error)) if case.error else None,
        optional(case.at),
    )
