# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Progress lamps (监控亮灯): in the middle of a year, does what was reached keep up with the plan?

    >>> lamp("45", "100", 6)  # 45 of the 50 that are due by June
    <Lamp.GREEN: 3>
    >>> lamp("449万元", "1000万元", 9, LampKind.BUDGET).label
    '红灯'
    >>> worst_lamp([Lamp.GREEN, None, Lamp.YELLOW]).name
    'YELLOW'
"""
from __future__ import annotations

import ctypes
import enum
from dataclasses import dataclass
from typing import Any, Iterable, Optional, Union

from . import _abi
from ._core import call, string, structure
from ._library import library
from ._numbers import Number, decimal_from
from .figures import Figure, figure_from
from .findings import EN, ZH

__all__ = ["Lamp", "LampBands", "LampKind", "lamp", "worst_lamp"]


class Lamp(enum.IntEnum):
    """A lamp; of two, the smaller is worse."""

    RED = _abi.PE_LAMP_RED
    YELLOW = _abi.PE_LAMP_YELLOW
    GREEN = _abi.PE_LAMP_GREEN
    BLUE = _abi.PE_LAMP_BLUE

    @property
    def label(self) -> str:
        """What people call it, e.g. "红灯"."""
        return string(library.pe_lamp_get_name(self, ZH))

    @property
    def label_en(self) -> str:
        """The same in English."""
        return string(library.pe_lamp_get_name(self, EN))


class LampKind(enum.IntEnum):
    """What a lamp is for: a target that is to be reached (正向), a budget that is spent, a target that is not to be passed (反向)."""

    TARGET = _abi.PE_LAMP_FOR_TARGET
    BUDGET = _abi.PE_LAMP_FOR_BUDGET
    INVERSE = _abi.PE_LAMP_FOR_INVERSE


@dataclass(frozen=True)
class LampBands:
    """Where yellow, green and (for targets alone) blue begin, as shares of the plan; None is the library's own: 0.6, 0.8 and 1.2."""

    yellow: Optional[Number] = None
    green: Optional[Number] = None
    blue: Optional[Number] = None

    def _write(self) -> Any:
        bands = structure(_abi.pe_lamp_bands)
        for name, value in vars(self).items():
            if value is not None:
                setattr(bands, name, decimal_from(value))
        return bands


def lamp(
    actual: Union[Figure, Number],
    target: Union[Figure, Number],
    month: int,
    kind: LampKind = LampKind.TARGET,
    *,
    bands: Optional[LampBands] = None,
) -> Lamp:
    """Which lamp a figure shows, by actual / (target × month / 12), compared exactly.

    actual: what was reached from January to the end of the month. target: what is due in the whole year. A text is read as an office writes
    it, "449万元". Raises Error where a figure is missing, the units do not go together, the target is 0, or the bands do not ascend.
    """
    out, reached, due = ctypes.c_int32(), figure_from(actual), figure_from(target)
    chosen = (bands or LampBands())._write()
    call("pe_lamp_compute", ctypes.byref(out), kind, ctypes.byref(reached), ctypes.byref(due), month, ctypes.byref(chosen))
    return Lamp(out.value)


def worst_lamp(lamps: Iterable[Optional[Lamp]]) -> Optional[Lamp]:
    """What several lamps show together: red before yellow, green and blue. None is one that is not lit; None when none is."""
    given = [each or 0 for each in lamps]
    out = ctypes.c_int32()
    call("pe_lamp_worst", ctypes.byref(out), (ctypes.c_int32 * len(given))(*given), len(given))
    return Lamp(out.value) if out.value else None
