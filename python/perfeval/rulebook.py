# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Rulebooks: a scoring scheme as data, with its sources and what was assumed."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Optional, Sequence, Tuple

from . import _abi
from ._core import Digested, optional, read, read_all, string
from ._html import table
from ._library import library
from ._numbers import decimal_of
from .findings import Findings

if TYPE_CHECKING:
    from .calendar import Calendar
    from .comparing import Comparison
    from .deriving import RulebookMeasure
    from .dossier import Dossier
    from .evaluation import Evaluation
    from .limits import Limits
    from .linting import RulebookCase

__all__ = ["Assumption", "Grade", "Indicator", "Kind", "Rulebook", "RulebookStatus", "Scorer", "Source"]


class Kind(enum.IntEnum):
    """What is evaluated."""

    DEPARTMENT = _abi.PE_KIND_DEPARTMENT
    PROJECT = _abi.PE_KIND_PROJECT
    POLICY = _abi.PE_KIND_POLICY


class RulebookStatus(enum.IntEnum):
    """How far a rulebook, or one leaf of it, can be relied on."""

    OFFICIAL = _abi.PE_RULEBOOK_OFFICIAL
    RECONSTRUCTED = _abi.PE_RULEBOOK_RECONSTRUCTED
    SAMPLE = _abi.PE_RULEBOOK_SAMPLE


class Scorer(enum.IntEnum):
    """Whose declared scores count."""

    SELF = _abi.PE_SCORER_SELF
    DEPARTMENT = _abi.PE_SCORER_DEPARTMENT
    FINANCE = _abi.PE_SCORER_FINANCE
    EXTERNAL = _abi.PE_SCORER_EXTERNAL


@dataclass(frozen=True)
class Indicator:
    """A node of the tree: a leaf has a rule, a group has none. parent is the code of the group above, or None."""

    code: str
    name: str
    name_en: Optional[str]
    full_marks: Decimal
    is_leaf: bool
    parent: Optional[str]
    standard: Optional[str]
    source: Optional[str]


@dataclass(frozen=True)
class Grade:
    """A grade and the least total that has it."""

    id: str
    name: str
    name_en: Optional[str]
    at_least: Decimal


@dataclass(frozen=True)
class Source:
    """The document, page or report that a rulebook is taken from."""

    id: str
    title: str
    document: Optional[str]
    address: Optional[str]
    note: Optional[str]


@dataclass(frozen=True)
class Assumption:
    """Something that was assumed, since no source settles it."""

    id: str
    text: str
    text_en: Optional[str]


class Rulebook(Digested):
    """A scoring scheme (perfeval-rulebook/1): Rulebook.from_file("rulebooks/guangdong-2023.json")."""

    _kind = "rulebook"
    __slots__ = ("__dict__",)

    @cached_property
    def _head(self) -> _abi.pe_rulebook_head:
        return read(_abi.pe_rulebook_head, "pe_rulebook_get_head", self)

    @property
    def id(self) -> str:
        """Its name for programs, e.g. "guangdong-department"."""
        return string(self._head.id)

    @property
    def edition(self) -> str:
        """Which edition of it this is, e.g. "2023"."""
        return string(self._head.edition)

    @property
    def title(self) -> str:
        """The Chinese title."""
        return string(self._head.title_zh)

    @property
    def title_en(self) -> Optional[str]:
        """The English title; None where there is none."""
        return optional(self._head.title_en)

    @property
    def place(self) -> Optional[str]:
        """Where it is in force, e.g. "广东省"; None where it is not said."""
        return optional(self._head.place)

    @property
    def kind(self) -> Kind:
        """What it evaluates."""
        return Kind(self._head.kind)

    @property
    def status(self) -> RulebookStatus:
        """How far it can be relied on."""
        return RulebookStatus(self._head.status)

    @property
    def years(self) -> Tuple[int, int]:
        """The first and the last fiscal year that it is for."""
        return self._head.first_year, self._head.last_year

    @property
    def full_marks(self) -> Decimal:
        """What the whole is worth, in points."""
        return decimal_of(self._head.full_marks)

    @cached_property
    def indicators(self) -> Tuple[Indicator, ...]:
        """In the order of the printed table."""
        found = read_all(_abi.pe_indicator, self, "pe_rulebook_get_n_indicators", "pe_rulebook_get_indicator")
        return tuple(
            Indicator(
                string(each.code),
                string(each.name_zh),
                optional(each.name_en),
                decimal_of(each.full_marks),
                bool(each.rule),
                string(found[each.parent - 1].code) if each.parent else None,
                optional(each.standard_zh),
                optional(each.source),
            )
            for each in found
        )

    @cached_property
    def grades(self) -> Tuple[Grade, ...]:
        """From the highest to the lowest."""
        found = read_all(_abi.pe_grade, self, "pe_rulebook_get_n_grades", "pe_rulebook_get_grade")
        return tuple(Grade(string(g.id), string(g.name_zh), optional(g.name_en), decimal_of(getattr(g, "from"))) for g in found)

    @cached_property
    def sources(self) -> Tuple[Source, ...]:
        """The documents that it is taken from."""
        found = read_all(_abi.pe_source, self, "pe_rulebook_get_n_sources", "pe_rulebook_get_source")
        return tuple(Source(string(s.id), string(s.title), optional(s.document), optional(s.address), optional(s.note)) for s in found)

    @cached_property
    def assumptions(self) -> Tuple[Assumption, ...]:
        """What no source settles, and was assumed."""
        found = read_all(_abi.pe_assumption, self, "pe_rulebook_get_n_assumptions", "pe_rulebook_get_assumption")
        return tuple(Assumption(string(a.id), string(a.text_zh), optional(a.text_en)) for a in found)

    @cached_property
    def measures(self) -> Tuple[RulebookMeasure, ...]:
        """Those that it declares itself, in the order of declaring."""
        from .deriving import RulebookMeasure

        found = (library.pe_rulebook_get_measure(self, index) for index in range(library.pe_rulebook_get_n_measures(self)))
        return tuple(RulebookMeasure._borrow(measure) for measure in found)

    @cached_property
    def cases(self) -> Tuple[RulebookCase, ...]:
        """Those that it carries: dossiers, and what has to come of each."""
        from .linting import read_cases

        return read_cases(self)

    def lint(
        self, others: Sequence[Rulebook] = (), *, calendar: Optional[Calendar] = None, limits: Optional[Limits] = None
    ) -> Findings:
        """What a careful author would mend, and the cases that fail; nothing else is refused, since a rulebook that is there could be built.

        others: rulebooks whose fiscal years are compared; two editions of one scheme for the same year are an error. calendar: for cases that
        count working days. See perfeval.lint() for a document.
        """
        from .linting import lint_rulebook

        return lint_rulebook(self, others, calendar, limits)

    def run_cases(
        self, *, scorer: Scorer = Scorer.SELF, calendar: Optional[Calendar] = None, limits: Optional[Limits] = None
    ) -> Findings:
        """Runs the cases that the rulebook carries: none, when each computes what it expects. calendar: for those that count working days."""
        from .linting import run_cases

        return run_cases(self, scorer, calendar, limits)

    def compare(self, newer: Rulebook) -> Comparison:
        """What another rulebook added, removed and changed: iterating gives the differences, none where the digests are equal."""
        from .comparing import Comparison

        return Comparison.of(self, newer)

    def evaluate(
        self,
        dossier: Dossier,
        *,
        scorer: Scorer = Scorer.SELF,
        calendar: Optional[Calendar] = None,
        limits: Optional[Limits] = None,
    ) -> Evaluation:
        """Scores a dossier. Raises Error when it cannot be evaluated; the findings of the error say everything that is wrong."""
        from .evaluation import Evaluation

        return Evaluation.of(self, dossier, scorer=scorer, calendar=calendar, limits=limits)

    def to_template(self, language: str = "zh") -> bytes:
        """A workbook (填报模板) that a clerk fills in, with a sheet for each table of a dossier: Dossier.from_file() reads it back.

        language: "zh" or "en", of names, headers and remarks. Raises ImportError where libperfeval-office is not there.
        """
        from .workbooks import write_template

        return write_template(self, language)

    def __repr__(self) -> str:
        return f"<Rulebook {self.id} {self.edition}, {self.status.name.lower()}, {len(self.indicators)} indicators>"

    def _repr_html_(self) -> str:
        rows = [(each.code, each.name, each.full_marks, each.standard or "") for each in self.indicators]
        return table(("编号", "指标", "满分", "评分标准"), rows, f"{self.title} ({self.id} {self.edition}, {self.status.name.lower()})")
