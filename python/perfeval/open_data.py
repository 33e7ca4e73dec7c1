# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Open data (开放数据): procurement as OCDS and back, the budget as a Fiscal Data Package. What a format cannot hold is a finding, by name.

    >>> dossier = Dossier.from_json('''{"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023,
    ...     "kind": "department", "money_unit": "万元", "procurement": {"records": [
    ...     {"name": "空调", "number": "C-1", "supplier_size": "medium", "contract": "9.5", "filing": "2023-05-01"}]}}''')
    >>> package = dossier.to_ocds(prefix="ocds-213czf-")
    >>> package
    <OpenData: release-package.json, 1 not written>
    >>> release = package.to_dict()["releases"][0]
    >>> release["ocid"], release["contracts"][0]["value"]
    ('ocds-213czf-C-1', {'amount': 95000, 'currency': 'CNY'})
    >>> package.findings[0].parameters["name"]
    'filing'
    >>> Tables.from_ocds(package.document)["采购"][1][:2]
    ('空调', 'C-1')
"""
from __future__ import annotations

import ctypes
import json
import os
import pathlib
from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional, Tuple

from . import _abi
from ._core import Address, Bytes, Path, as_bytes, call_with_findings, read_options, structure, take_text, utf8_or_none
from .dossier import Dossier
from .findings import Findings, Severity
from .limits import Limits

__all__ = ["OpenData"]


@dataclass(frozen=True, repr=False)
class OpenData:
    """What was written: files by their names, the first of them a JSON document; findings has what the format has no place for."""

    files: Mapping[str, bytes]
    findings: Findings

    @property
    def document(self) -> bytes:
        """The JSON document: the release package, or the descriptor of the data package."""
        return next(iter(self.files.values()))

    def to_dict(self) -> Dict[str, Any]:
        """The JSON document as a dictionary."""
        result: Dict[str, Any] = json.loads(self.document)
        return result

    def save(self, folder: Path) -> None:
        """Writes every file into a folder, which is made where there is none."""
        os.makedirs(folder, exist_ok=True)
        for name, document in self.files.items():
            pathlib.Path(folder, name).write_bytes(document)

    def __repr__(self) -> str:
        return f"<OpenData: {', '.join(self.files)}, {self.findings.count_of(Severity.WARNING)} not written>"


def read_ocds(
    document: Bytes, currency: Optional[str], file: Optional[Path], limits: Optional[Limits]
) -> Tuple[Address, Findings]:
    """The owned handle of the tables of a package, and what was noticed."""
    raw, out, options = as_bytes(document), ctypes.c_void_p(), structure(_abi.pe_ocds_options)
    options.currency = utf8_or_none(currency)
    options.read = ctypes.pointer(read_options(file, limits))
    findings = call_with_findings("pe_tables_from_ocds", ctypes.byref(out), raw, len(raw), ctypes.byref(options))
    return Address(out.value or 0), findings


def write_ocds(dossier: Dossier, prefix: Optional[str], published: Optional[str], uri: Optional[str]) -> OpenData:
    """The procurements of a dossier as a release package of OCDS."""
    options, out = structure(_abi.pe_ocds_write_options), ctypes.c_void_p()
    options.prefix, options.published, options.uri = utf8_or_none(prefix), utf8_or_none(published), utf8_or_none(uri)
    findings = call_with_findings("pe_dossier_to_ocds", ctypes.byref(out), dossier, ctypes.byref(options))
    return OpenData({"release-package.json": take_text(out)}, findings)


def write_fiscal_package(dossier: Dossier) -> OpenData:
    """The budget of a dossier as a fiscal data package: its descriptor and its rows."""
    descriptor, rows = ctypes.c_void_p(), ctypes.c_void_p()
    findings = call_with_findings("pe_dossier_to_fiscal_package", ctypes.byref(descriptor), ctypes.byref(rows), dossier)
    return OpenData({"datapackage.json": take_text(descriptor), "budget.csv": take_text(rows)}, findings)
