# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Reviews: the checks that a reviewer makes, run over a dossier and its declared scores."""
from __future__ import annotations

import ctypes
import enum
import json
from dataclasses import dataclass
from typing import Any, Dict, Iterator, Optional, Tuple, Union, overload

from . import _abi
from ._core import Handle, data, file_name, make, optional, pointer_of, read, string, structure, utf8_or_none
from ._html import table
from ._library import library
from ._numbers import Number, decimal_from
from .auditing import Audit
from .dossier import Dossier
from .evaluation import Evaluation
from .findings import Finding, Severity, language_number
from .limits import Limits, pointer_to
from .rulebook import Rulebook, Scorer

__all__ = ["Check", "CheckState", "Review", "ReviewItem"]


class CheckState(enum.IntEnum):
    """How a check ended."""

    CLEAR = _abi.PE_REVIEW_CLEAR
    FOUND = _abi.PE_REVIEW_FOUND
    NOT_APPLICABLE = _abi.PE_REVIEW_NOT_APPLICABLE
    OFF = _abi.PE_REVIEW_OFF
    NOT_COMPUTED = _abi.PE_REVIEW_NOT_COMPUTED


@dataclass(frozen=True)
class Check:
    """A check of the catalogue, and how it ended. reason says why one is not computed."""

    id: str
    name: str
    name_zh: str
    definition: str
    definition_zh: str
    source: str
    severity: Severity
    state: CheckState
    examined: int
    found: int
    reason: Optional[str]
    reason_zh: Optional[str]


@dataclass(frozen=True)
class ReviewItem:
    """One thing found. Its severity is what the rulebook makes of it."""

    check: str
    severity: Severity
    finding: Finding

    def __str__(self) -> str:
        return f"{self.check} {self.severity.name.lower()}: {self.finding}"


class Review(Handle):
    """A review (复核): iterating gives what was found; checks has every check, those that are not computed with the reason."""

    _kind = "review"
    __slots__ = ()

    @classmethod
    def of(
        cls,
        rulebook: Rulebook,
        dossier: Dossier,
        evaluation: Optional[Evaluation] = None,
        *,
        total: Optional[Number] = None,
        grade: Optional[str] = None,
        scorer: Scorer = Scorer.SELF,
        report: Optional[Audit] = None,
        limits: Optional[Limits] = None,
    ) -> Review:
        """Runs every check. evaluation: of these two, where it could be had. total, grade: what the report declares. report: its text, audited."""
        options = structure(_abi.pe_review_options)
        options.scorer = Scorer(scorer)
        declared = decimal_from(total) if total is not None else None
        options.declared_total = ctypes.cast(ctypes.pointer(declared), type(options.declared_total)) if declared is not None else None
        options.declared_grade = utf8_or_none(grade)
        options.report = pointer_of(Audit, report)
        options.limits = pointer_to(limits)
        return cls(make("pe_review_new", rulebook, dossier, evaluation, ctypes.byref(options)))

    @property
    def checks(self) -> Tuple[Check, ...]:
        """Every check of the catalogue, in its order."""
        return tuple(self._check(index) for index in range(library.pe_review_check_get_count()))

    def _check(self, index: int) -> Check:
        check = read(_abi.pe_review_check, "pe_review_check_get", index)
        result = read(_abi.pe_review_result, "pe_review_get_result", self, index)
        return Check(
            string(check.id),
            string(check.name_en),
            string(check.name_zh),
            string(check.definition_en),
            string(check.definition_zh),
            string(check.source),
            Severity(result.severity),
            CheckState(result.state),
            result.examined,
            result.found,
            optional(check.reason_en),
            optional(check.reason_zh),
        )

    def __len__(self) -> int:
        size: int = library.pe_review_get_n_items(self)
        return size

    @overload
    def __getitem__(self, index: int) -> ReviewItem: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[ReviewItem, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[ReviewItem, Tuple[ReviewItem, ...]]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        item = read(_abi.pe_review_item, "pe_review_get_item", self, index)
        check = read(_abi.pe_review_check, "pe_review_check_get", item.check)
        return ReviewItem(string(check.id), Severity(item.severity), Finding._read(item.finding))

    def __iter__(self) -> Iterator[ReviewItem]:
        return (self[index] for index in range(len(self)))

    def count_of(self, severity: Severity) -> int:
        """How many items of a severity there are, those past the limit included."""
        count: int = library.pe_review_get_count(self, severity)
        return count

    def _shown(self, name: str, language: str, file: Optional[str]) -> bytes:
        options = structure(_abi.pe_review_report_options)
        options.language = language_number(language)
        options.file = file_name(file)
        return data(name, self, ctypes.byref(options))

    def to_text(self, language: str = "zh") -> str:
        """For people, 80 columns wide. language: "zh" or "en"."""
        return self._shown("pe_review_to_text", language, None).decode("utf-8")

    def to_json(self, file: Optional[str] = None) -> bytes:
        """perfeval-audit/1, as its installed schema describes it."""
        return self._shown("pe_review_to_json", "zh", file)

    def to_sarif(self, language: str = "zh", file: Optional[str] = None) -> bytes:
        """SARIF 2.1.0, for editors and review tools."""
        return self._shown("pe_review_to_sarif", language, file)

    def to_dict(self) -> Dict[str, Any]:
        """perfeval-audit/1 as a dictionary."""
        result: Dict[str, Any] = json.loads(self.to_json())
        return result

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count_of(severity)} {severity.name.lower()}" for severity in reversed(Severity))
        return f"<Review: {counts}>"

    def __str__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        rows = [(item.check, item.severity.name.lower(), str(item.finding.places[0]), item.finding.message_zh) for item in self]
        return table(("check", "", "place", "发现"), rows)
