# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Workbooks (工作簿): XLSX files as tables and back, the workbook that a clerk fills in, and the one that recomputes a score.

    >>> dossier = Dossier.from_file("examples/data/zengcheng-2023.json")
    >>> workbook = Tables.of(dossier).to_xlsx()
    >>> Dossier.from_tables(Tables.from_xlsx(workbook)) == dossier
    True
    >>> rulebook = Rulebook.from_file("rulebooks/guangdong-2023.json")
    >>> Tables.from_xlsx(rulebook.to_template()).names[:3]
    ('基本情况', '预算', '三公经费')
    >>> Tables.from_xlsx(rulebook.evaluate(dossier).to_xlsx()).names
    ('评分表', '数据', '图', '说明')

They need libperfeval-office (docs/python.md). Dossier.from_file() reads a workbook and a folder of CSV files as well.
"""
from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Optional, Tuple

from . import _abi
from ._core import Address, Bytes, Path, as_bytes, call_with_findings, data, read_options, structure
from ._library import function
from .evaluation import Evaluation
from .findings import Findings, language_number
from .limits import Limits, write_checked
from .rulebook import Rulebook

__all__ = ["ArchiveLimits"]

# How a workbook begins, and one with a password or of the old binary form, which is refused by name.
BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


@dataclass(frozen=True)
class ArchiveLimits:
    """What a file that is an archive (XLSX, DOCX) may expand to. None is the library's own: 100 times its size for a part of more than a
    mebibyte, 1,000 parts, 1 GiB for all of them."""

    ratio: Optional[int] = None
    members: Optional[int] = None
    expanded: Optional[int] = None


def xlsx_options(file: Optional[Path], limits: Optional[Limits], archive: Optional[ArchiveLimits]) -> Any:
    """The options of reading a workbook, as C takes them."""
    options = structure(_abi.pe_xlsx_options)
    write_checked(options, vars(archive or ArchiveLimits()))
    options.read = ctypes.pointer(read_options(file, limits))
    return options


def is_workbook(document: bytes) -> bool:
    """Whether bytes begin as a workbook does, or as one with a password. The second library is asked only where that may be."""
    return document.startswith(BEGINNINGS) and bool(function("pe_xlsx_is_workbook")(document, len(document)))


def read_workbook(
    document: Bytes, file: Optional[Path], limits: Optional[Limits], archive: Optional[ArchiveLimits]
) -> Tuple[Address, Findings]:
    """The owned handle of the tables of a workbook, and what was noticed."""
    raw, out, options = as_bytes(document), ctypes.c_void_p(), xlsx_options(file, limits, archive)
    findings = call_with_findings("pe_tables_from_xlsx", ctypes.byref(out), raw, len(raw), ctypes.byref(options))
    return Address(out.value or 0), findings


def write_template(rulebook: Rulebook, language: str) -> bytes:
    """A workbook to be filled in for a rulebook, as bytes of XLSX."""
    return data("pe_template_to_xlsx", rulebook, language_number(language))


def write_scorebook(evaluation: Evaluation, language: str) -> bytes:
    """A scored evaluation as a workbook, as bytes of XLSX."""
    return data("pe_evaluation_to_xlsx", evaluation, language_number(language))
