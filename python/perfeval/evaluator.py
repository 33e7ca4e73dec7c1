# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Evaluators (即时计分): one unit after the other by a plan, without a dossier, for a form that shows the score while figures are typed.

    >>> rulebook = Rulebook.from_file("rulebooks/guangdong-2023.json")
    >>> plan = BatchPlan(rulebook, records="points")
    >>> marks = {each.code: each.full_marks for each in rulebook.indicators}
    >>> evaluator = Evaluator(plan)
    >>> evaluator.set({each.path: marks[each.code] for each in plan.inputs if each.path.endswith("/points")})
    >>> evaluator.set({"budget.executed": "2,149.56万元", "budget.adjusted": "2,155.61万元"})
    >>> evaluator.set({"procurement.sme_contracts": "187.61万元", "procurement.reserved_for_sme": "258.83万元"})
    >>> evaluator.score, evaluator.grade.name
    (Decimal('99.69'), '优')
    >>> [(entry.code, str(entry.amount)) for entry in evaluator.ledger]
    [('1.1.3', '-0.03'), ('2.5.6', '-0.28')]
    >>> evaluator.set({"procurement.sme_contracts": "258.83万元"})  # what if?
    >>> evaluator.score
    Decimal('99.97')
"""
from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Dict, Mapping, Optional, Tuple

from . import _abi
from ._core import Single, call, make, read, string, utf8
from ._library import library
from ._numbers import decimal_of
from .batch import BatchPlan, InputType, NodeName
from .evaluation import EntryKind
from .figures import FigureLike, State, figure_from
from .findings import Error, Place
from .rulebook import Grade, Rulebook

__all__ = ["Evaluator", "EvaluatorEntry"]


@dataclass(frozen=True)
class EvaluatorEntry:
    """An entry of its ledger: one for each node that lost or gained points itself. A leaf's has caps and deductions in it."""

    kind: EntryKind
    code: str
    amount: Decimal


class Evaluator(Single):
    """A plan bound to one set of figures that can be changed and scored again. It belongs to one thread at a time.

    The digits are those of Rulebook.evaluate() and BatchPlan.run(). Figures are all missing until they are set; what is read is scored anew
    when something was set before.
    """

    _kind = "evaluator"

    def __init__(self, plan: BatchPlan):
        self._hold(make("pe_evaluator_new", plan))
        self._plan, self._is_scored = plan, False
        self._given: Dict[str, FigureLike] = {}

    @property
    def plan(self) -> BatchPlan:
        """The plan whose inputs it takes."""
        return self._plan

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that it scores by."""
        return self._plan.rulebook

    @property
    def given(self) -> Dict[str, FigureLike]:
        """What was set, by path; a copy."""
        return dict(self._given)

    def set(self, figures: Mapping[str, FigureLike]) -> None:
        """Sets figures by the paths of their inputs, all of them or none. Raises Error where one is refused, with its path as the place.

        A text is itself where the input takes texts, as a choice; elsewhere it is read as an office writes it: "2,149.56万元", "-" where it is not
        applicable. None and "" are missing, True and False are 是 and 否. A number without a unit is a bare one; an amount needs its unit.
        """
        unknown = [path for path in figures if path not in self._plan._places]
        if unknown:
            raise ValueError(f"no input of the plan: {', '.join(unknown)}; it takes {', '.join(self._plan._places)}")
        before = {path: self._given.get(path) for path in figures}
        try:
            for path, value in figures.items():
                self._set(path, value)
        except BaseException:
            for path, value in before.items():
                self._set(path, value)
            raise
        self._given.update(figures)

    def _set(self, path: str, value: FigureLike) -> None:
        index = self._plan._places[path]
        self._is_scored = False
        try:
            if isinstance(value, str) and value and self._plan.inputs[index].type is InputType.TEXT:
                call("pe_evaluator_set_text", self, index, utf8(value))
            else:
                call("pe_evaluator_set_figures", self, index, ctypes.byref(figure_from(value)), 1)
        except Error as error:
            raise Error(replace(error.finding, places=(Place(path),))) from None

    def _run(self) -> None:
        if not self._is_scored:
            call("pe_evaluator_run", self)
            self._is_scored = True

    @property
    def error(self) -> Optional[str]:
        """None where the unit has a total; else the stable name of the first error that Rulebook.evaluate() would have raised."""
        self._run()
        status = library.pe_evaluator_get_status(self)
        return None if status == _abi.PE_OK else string(library.pe_status_name(status))

    @property
    def score(self) -> Optional[Decimal]:
        """The total; None where there is none: see error."""
        return self.points()

    @property
    def grade(self) -> Optional[Grade]:
        """None where there is none."""
        self._run()
        index = library.pe_evaluator_get_grade(self)
        return self.rulebook.grades[index] if index >= 0 else None

    def points(self, node: NodeName = 0) -> Optional[Decimal]:
        """The score of a node by its code or index, the total's being "total" and 0.

        In a unit without a total, None but for the leaves that are not to blame for it: a form that is half filled in shows those.
        """
        index = self._plan._node(node)
        self._run()
        out = _abi.pe_decimal()
        try:
            call("pe_evaluator_get_points", ctypes.byref(out), self, index)
        except Error as error:
            if error.code == "PE_ERROR_NOT_FOUND":
                return None
            raise
        return decimal_of(out)

    def state(self, node: NodeName = 0) -> State:
        """What the decisive figure of a node was where a policy gave the points, INVALID where there are none."""
        self._run()
        return State(library.pe_evaluator_get_state(self, self._plan._node(node)))

    @property
    def ledger(self) -> Tuple[EvaluatorEntry, ...]:
        """At every node, exactly: full marks and the entries at and below it make its score. None for a unit without a total."""
        self._run()
        return tuple(self._entry(index) for index in range(library.pe_evaluator_get_n_entries(self)))

    def _entry(self, index: int) -> EvaluatorEntry:
        entry = read(_abi.pe_ledger_entry, "pe_evaluator_get_entry", self, index)
        return EvaluatorEntry(EntryKind(entry.kind), self._plan.nodes[entry.node], decimal_of(entry.amount))

    def __repr__(self) -> str:
        return f"<Evaluator {self.rulebook.id} {self.rulebook.edition}: {len(self._given)} of {len(self._plan.inputs)} inputs set>"
