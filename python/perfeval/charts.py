# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Charts (图) of an evaluation, a dossier or a batch: SVG and PNG, readable without colour. A notebook shows them.

    >>> rulebook = Rulebook.from_file("rulebooks/guangdong-2023.json")
    >>> evaluation = rulebook.evaluate(Dossier.from_file("examples/data/zengcheng-2023.json"))
    >>> chart = Chart.losses(evaluation)
    >>> chart.size[0], chart.to_svg()[:4], chart.to_png()[1:4]
    (442, '<svg', b'PNG')
    >>> "99.69" in chart.description
    True

They need libperfeval-office (docs/python.md).
"""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Optional, Tuple

from . import _abi
from ._core import Handle, data, make, string, structure, text, utf8_or_none
from ._library import function
from .batch import BatchSummary
from .dossier import Dossier
from .evaluation import Evaluation
from .findings import language_number
from .limits import int32, write_checked
from .rulebook import Rulebook

__all__ = ["Chart", "ChartOptions"]


@dataclass(frozen=True)
class ChartOptions:
    """How to lay a chart out. language: "zh" or "en". width: in points (1/72 inch), 442 unless it is given, the width of the text on a page of
    an official document. depth: how far down the tree, 1 unless it is given. title: instead of the chart's own. note: where the figures come
    from; "" for none."""

    language: str = "zh"
    width: Optional[int] = None
    depth: Optional[int] = None
    title: Optional[str] = None
    note: Optional[str] = None


class Chart(Handle):
    """A picture, laid out once. Every figure in it is printed as the evaluation prints it."""

    _kind = "chart"
    __slots__ = ()

    @classmethod
    def dimensions(cls, evaluation: Evaluation, options: Optional[ChartOptions] = None) -> Chart:
        """Score by dimension against full marks (各维度得分与满分)."""
        return cls(make("pe_chart_new_dimensions", evaluation, _write(options)))

    @classmethod
    def losses(cls, evaluation: Evaluation, options: Optional[ChartOptions] = None) -> Chart:
        """The waterfall from the full marks to the total (扣分瀑布图)."""
        return cls(make("pe_chart_new_losses", evaluation, _write(options)))

    @classmethod
    def targets(cls, evaluation: Evaluation, options: Optional[ChartOptions] = None) -> Chart:
        """Target against actual (目标值与实际值)."""
        return cls(make("pe_chart_new_targets", evaluation, _write(options)))

    @classmethod
    def execution(cls, dossier: Dossier, options: Optional[ChartOptions] = None) -> Chart:
        """Execution by month against time (分月执行进度)."""
        return cls(make("pe_chart_new_execution", dossier, _write(options)))

    @classmethod
    def change(cls, before: Evaluation, after: Evaluation, options: Optional[ChartOptions] = None) -> Chart:
        """The change between two years (年度对比)."""
        return cls(make("pe_chart_new_change", before, after, _write(options)))

    @classmethod
    def grades(cls, summary: BatchSummary, rulebook: Rulebook, options: Optional[ChartOptions] = None) -> Chart:
        """How many units of a batch have each grade (等级分布)."""
        return cls(make("pe_chart_new_grades", summary, rulebook, _write(options)))

    @property
    def size(self) -> Tuple[int, int]:
        """Width and height in points (1/72 inch)."""
        width, height = ctypes.c_int32(), ctypes.c_int32()
        function("pe_chart_get_size")(self, ctypes.byref(width), ctypes.byref(height))
        return width.value, height.value

    @property
    def title(self) -> str:
        """The title that stands above it."""
        return string(function("pe_chart_get_title")(self))

    @property
    def description(self) -> str:
        """The chart in words, for who cannot see it: what is shown, and every figure."""
        return string(function("pe_chart_get_description")(self))

    def to_svg(self) -> str:
        """One element that needs nothing beside it."""
        return text("pe_chart_to_svg", self)

    def to_png(self, width: int = 0) -> bytes:
        """width: in pixels, 16 to 16,384; 0 is 300 for each inch."""
        return data("pe_chart_to_png", self, int32("width", width))

    def __repr__(self) -> str:
        return f"<Chart {self.title}>"

    def _repr_svg_(self) -> str:
        return self.to_svg()


def _write(given: Optional[ChartOptions]) -> Any:
    chosen, options = given or ChartOptions(), structure(_abi.pe_chart_options)
    options.language = language_number(chosen.language)
    write_checked(options, {"width": chosen.width, "depth": chosen.depth})
    options.title, options.note = utf8_or_none(chosen.title), utf8_or_none(chosen.note)
    return ctypes.byref(options)
