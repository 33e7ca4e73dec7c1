# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Evaluations: the scored tree, and the ledger that says where every hundredth of a point went."""
from __future__ import annotations

import ctypes
import enum
import json
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Dict, Iterator, Optional, Sequence, Tuple, Union, overload

from . import _abi
from ._core import Address, Handle, call, call_with_findings, data, make, pointer_of, read, string, structure, text
from ._html import table
from ._library import library
from ._near import found_in
from ._numbers import decimal_of, fraction_of, plain
from .calendar import Calendar
from .dossier import Dossier
from .findings import EN, ZH, language_number
from .limits import Limits, pointer_to
from .rulebook import Grade, Rulebook, Scorer

__all__ = ["Cause", "Entry", "EntryKind", "Evaluation", "Ledger", "Node", "NodeKind", "Origin"]


class NodeKind(enum.IntEnum):
    """What a node is."""

    TOTAL = _abi.PE_NODE_TOTAL
    GROUP = _abi.PE_NODE_GROUP
    LEAF = _abi.PE_NODE_LEAF
    ROW = _abi.PE_NODE_ROW


class Origin(enum.IntEnum):
    """Where a node's score comes from."""

    SUM = _abi.PE_ORIGIN_SUM
    COMPUTED = _abi.PE_ORIGIN_COMPUTED
    DECLARED = _abi.PE_ORIGIN_DECLARED
    POLICY = _abi.PE_ORIGIN_POLICY
    DROPPED = _abi.PE_ORIGIN_DROPPED
    WEIGHTED = _abi.PE_ORIGIN_WEIGHTED


class EntryKind(enum.IntEnum):
    """Why points came or went."""

    LEAF = _abi.PE_ENTRY_LEAF
    ADJUST = _abi.PE_ENTRY_ADJUST
    RESCALE = _abi.PE_ENTRY_RESCALE
    ROUNDING = _abi.PE_ENTRY_ROUNDING


class Cause(enum.IntEnum):
    """What adjusted a score."""

    OVER_ACHIEVEMENT = _abi.PE_CAUSE_OVER_ACHIEVEMENT
    CAP = _abi.PE_CAUSE_CAP
    DEDUCTION = _abi.PE_CAUSE_DEDUCTION
    BONUS = _abi.PE_CAUSE_BONUS
    VETO = _abi.PE_CAUSE_VETO


def evaluate_options(scorer: Scorer, calendar: Optional[Calendar], limits: Optional[Limits]) -> Any:
    """The options of an evaluation, as C takes them."""
    options = structure(_abi.pe_evaluate_options)
    options.scorer = Scorer(scorer)
    options.calendar = pointer_of(Calendar, calendar)
    options.limits = pointer_to(limits)
    return options


def _exact(name: str, *arguments: Any) -> Fraction:
    ratio = make(name, *arguments)
    try:
        return fraction_of(ctypes.c_void_p(ratio))
    finally:
        library.pe_ratio_unref(ratio)


@dataclass(frozen=True)
class Node:
    """One node: the total, a group, a leaf or a row. Points are exact."""

    index: int
    code: str
    name: str
    name_en: str
    kind: NodeKind
    origin: Origin
    parent: Optional[int]
    depth: int
    full_marks: Fraction
    score: Fraction
    unrounded: Fraction

    @property
    def lost(self) -> Fraction:
        """Full marks less score; below 0 where bonuses pass the full marks."""
        return self.full_marks - self.score


@dataclass(frozen=True)
class Entry:
    """One entry of the ledger. amount is in points, negative where points are lost; code is that of the node it stands on."""

    kind: EntryKind
    cause: Optional[Cause]
    code: str
    amount: Fraction
    reason: str
    reason_en: str


class Ledger(Sequence[Entry]):
    """Ordered, signed entries; at every node full marks and the entries at and below it make its score."""

    def __init__(self, entries: Sequence[Entry]):
        self._entries = tuple(entries)

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> Ledger: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Entry, Ledger]:
        return Ledger(self._entries[index]) if isinstance(index, slice) else self._entries[index]

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"<Ledger: {len(self)} entries, {plain(sum((e.amount for e in self), Fraction(0)))} points>"

    def _repr_html_(self) -> str:
        return table(("编号", "分", "原因", "reason"), [(e.code, plain(e.amount), e.reason, e.reason_en) for e in self])


class Evaluation(Handle):
    """A scored tree. Index it by a code or go through its nodes: evaluation["2.5.6"].score, evaluation.total.lost."""

    _kind = "evaluation"
    __slots__ = ("__dict__",)

    @classmethod
    def of(
        cls,
        rulebook: Rulebook,
        dossier: Dossier,
        *,
        scorer: Scorer = Scorer.SELF,
        calendar: Optional[Calendar] = None,
        limits: Optional[Limits] = None,
    ) -> Evaluation:
        """Scores a dossier by a rulebook. Raises Error when it cannot be."""
        options, out = evaluate_options(scorer, calendar, limits), ctypes.c_void_p()
        findings = call_with_findings("pe_evaluate", ctypes.byref(out), rulebook, dossier, ctypes.byref(options))
        return cls(Address(out.value or 0), findings)

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rulebook that it was scored by."""
        return Rulebook._borrow(library.pe_evaluation_get_rulebook(self))

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier that was scored."""
        return Dossier._borrow(library.pe_evaluation_get_dossier(self))

    @cached_property
    def nodes(self) -> Tuple[Node, ...]:
        """In the order of the printed table; the total is the first."""
        return tuple(self._node(index) for index in range(library.pe_evaluation_get_n_nodes(self)))

    def _node(self, index: int) -> Node:
        node = read(_abi.pe_node, "pe_evaluation_get_node", self, index)
        return Node(
            index,
            string(node.code),
            string(node.name_zh),
            string(node.name_en),
            NodeKind(node.kind),
            Origin(node.origin),
            node.parent if index else None,
            node.depth,
            self._points(index, _abi.PE_POINTS_FULL_MARKS),
            self._points(index, _abi.PE_POINTS_SCORE),
            self._points(index, _abi.PE_POINTS_UNROUNDED),
        )

    def _points(self, index: int, which: int) -> Fraction:
        return _exact("pe_evaluation_compute_points", self, index, which)

    @property
    def total(self) -> Node:
        """The node of the whole; its points are exact."""
        return self.nodes[0]

    @property
    def score(self) -> Decimal:
        """The total, as the rounding contract has it. Raises Error where no decimal holds it: see total.score."""
        out = _abi.pe_decimal()
        call("pe_evaluation_get_points", ctypes.byref(out), self, 0, _abi.PE_POINTS_SCORE)
        return decimal_of(out)

    @property
    def grade(self) -> Optional[Grade]:
        """None when the rulebook has no grades."""
        index = library.pe_evaluation_get_grade(self)
        return self.rulebook.grades[index] if index >= 0 else None

    @cached_property
    def ledger(self) -> Ledger:
        """Every deduction, bonus and adjustment, in points: full marks and all entries make the score."""
        pointer = Address(library.pe_evaluation_get_ledger(self))
        return Ledger([self._entry(pointer, index) for index in range(library.pe_ledger_get_size(pointer))])

    def _entry(self, ledger: int, index: int) -> Entry:
        entry = read(_abi.pe_ledger_entry, "pe_ledger_get_entry", ledger, index)
        return Entry(
            EntryKind(entry.kind),
            Cause(entry.cause) if entry.cause else None,
            self.nodes[entry.node].code,
            _exact("pe_ledger_compute_amount", ledger, index),
            text("pe_ledger_print_reason", ledger, index, ZH),
            text("pe_ledger_print_reason", ledger, index, EN),
        )

    @cached_property
    def _by_code(self) -> Dict[str, Node]:
        return {node.code: node for node in self.nodes}

    def __getitem__(self, code: str) -> Node:
        """The node of a code; the total's is "". Raises KeyError that names those that are near."""
        return found_in(self._by_code, code)

    def __contains__(self, node: object) -> bool:
        """Whether a code is one of its nodes', or a node one of them."""
        return node in self._by_code if isinstance(node, str) else node in self.nodes

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    def explain(self, code: str = "", language: str = "zh") -> str:
        """How the score of a node came about: rule, figures and their places, formula, rounding. language: "zh" or "en"."""
        return text("pe_evaluation_explain", self, self[code].index, language_number(language))

    def to_json(self) -> bytes:
        """perfeval-evaluation/1, with its receipt."""
        return data("pe_evaluation_to_json", self)

    def to_dict(self) -> Dict[str, Any]:
        """The same as a dictionary, its numbers as texts: inputs, formulas and explanations of every node among it."""
        result: Dict[str, Any] = json.loads(self.to_json())
        return result

    def to_csv(self, language: str = "zh") -> bytes:
        """The score table, for a spreadsheet."""
        return data("pe_evaluation_to_csv", self, language_number(language))

    def to_xlsx(self, language: str = "zh") -> bytes:
        """A scorebook (评分工作簿): the score table with formulas over the figures, charts, and what was assumed. language: "zh" or "en".

        Raises ImportError where libperfeval-office is not there.
        """
        from .workbooks import write_scorebook

        return write_scorebook(self, language)

    def __repr__(self) -> str:
        grade = f" {self.grade.name}" if self.grade else ""
        return f"<Evaluation {self.dossier.unit_name} {self.dossier.fiscal_year}: {plain(self.total.score)}/{plain(self.total.full_marks)}{grade}>"

    def _repr_html_(self) -> str:
        rows = [
            (n.code, "\u3000" * max(n.depth - 1, 0) + n.name, plain(n.full_marks), plain(n.score), plain(n.lost), n.origin.name.lower())
            for n in self.nodes
        ]
        return table(("编号", "指标", "满分", "得分", "扣分", "来源"), rows[1:] + [("", "总分", *rows[0][2:5], self.grade.name if self.grade else "")])
