# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Roll-ups: several units that were evaluated by one rulebook, taken together."""
from __future__ import annotations

import ctypes
import enum
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any, Dict, Optional, Sequence, Union

from . import _abi
from ._core import Address, Handle, call_with_findings, check, data, pointer_of, string, structure, text, utf8
from ._library import library
from .calendar import Calendar
from .evaluation import Evaluation, _exact
from .findings import language_number
from .limits import Limits, pointer_to

__all__ = ["Rollup", "RollupMode"]

Weight = Union[str, int, Decimal]


class RollupMode(enum.IntEnum):
    """What is done first; the two give different scores."""

    TOTALS_FIRST = _abi.PE_ROLLUP_TOTALS_FIRST
    SCORES_FIRST = _abi.PE_ROLLUP_SCORES_FIRST


class Rollup(Handle):
    """One score for several units (汇总评价)."""

    _kind = "rollup"
    __slots__ = ()

    @classmethod
    def of(
        cls,
        evaluations: Sequence[Evaluation],
        name: str,
        mode: RollupMode,
        *,
        points: Optional[Sequence[Weight]] = None,
        funds: Optional[Sequence[Weight]] = None,
        calendar: Optional[Calendar] = None,
        limits: Optional[Limits] = None,
    ) -> Rollup:
        """Takes evaluations together.

        points: what each weighs. funds: amounts with their unit, "300万元". With neither, each weighs the adjusted budget of its dossier.
        Raises Error when they cannot be taken together; its findings name every unit and place.
        """
        if points is not None and funds is not None:
            raise TypeError("points or funds, not both")
        weights = points if points is not None else funds
        if weights is not None and len(weights) != len(evaluations):
            raise ValueError(f"{len(weights)} weights for {len(evaluations)} evaluations")
        units = (_abi.pe_rollup_unit * len(evaluations))()
        for index, evaluation in enumerate(evaluations):
            units[index] = cls._unit(evaluation, weights[index] if weights is not None else None)
        options = structure(_abi.pe_rollup_options)
        options.mode = RollupMode(mode)
        options.weighting = _abi.PE_WEIGHTING_BY_POINTS if points is not None else _abi.PE_WEIGHTING_BY_FUNDS
        options.unit_name = utf8(name)
        options.calendar = pointer_of(Calendar, calendar)
        options.limits = pointer_to(limits)
        out = ctypes.c_void_p()
        findings = call_with_findings("pe_roll_up", ctypes.byref(out), units, len(units), ctypes.byref(options))
        return cls(Address(out.value or 0), findings)

    @staticmethod
    def _unit(evaluation: Evaluation, weight: Optional[Weight]) -> Any:
        unit = structure(_abi.pe_rollup_unit)
        unit.evaluation = pointer_of(Evaluation, evaluation)
        if weight is not None:
            if isinstance(weight, float):
                raise TypeError("a float is not exact; expected a str, an int or a Decimal")
            raw, error = utf8(str(weight)), ctypes.c_void_p()
            check(library.pe_figure_parse(ctypes.byref(unit.weight), raw, len(raw), ctypes.byref(error)), error)
        return unit

    @property
    def mode(self) -> RollupMode:
        """What was done first: TOTALS_FIRST or SCORES_FIRST."""
        return RollupMode(library.pe_rollup_get_mode(self))

    @property
    def name(self) -> str:
        """The name of the whole."""
        return string(library.pe_rollup_get_unit_name(self))

    @property
    def score(self) -> Fraction:
        """The score of the whole."""
        return _exact("pe_rollup_compute_points", self, 0, _abi.PE_POINTS_SCORE)

    @property
    def evaluation(self) -> Optional[Evaluation]:
        """Under TOTALS_FIRST the evaluation of the whole."""
        pointer = library.pe_rollup_get_evaluation(self)
        return Evaluation._borrow(pointer) if pointer else None

    def share(self, unit: int) -> Fraction:
        """The share that a unit has of all weights."""
        return _exact("pe_rollup_compute_share", self, unit)

    def explain(self, node: int = 0, language: str = "zh") -> str:
        """How a node came to its score; node 0 is the total. language: "zh" or "en"."""
        return text("pe_rollup_explain", self, node, language_number(language))

    def to_json(self) -> bytes:
        """perfeval-rollup/1, as docs/formats.md describes it."""
        return data("pe_rollup_to_json", self)

    def to_dict(self) -> Dict[str, Any]:
        """perfeval-rollup/1 as a dictionary."""
        result: Dict[str, Any] = json.loads(self.to_json())
        return result

    def __repr__(self) -> str:
        count = library.pe_rollup_get_n_units(self)
        return f"<Rollup {self.name}, {count} units, {self.mode.name.lower()}, {float(self.score):g}>"

    def __str__(self) -> str:
        return self.explain(0, "en")
