# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Dossiers: what one unit hands in for one fiscal year."""
from __future__ import annotations

import os
import pathlib
from functools import cached_property
from typing import TYPE_CHECKING, Optional

from . import _abi
from ._core import Bytes, Digested, Path, optional, read, string
from .rulebook import Kind

if TYPE_CHECKING:
    from .calendar import Calendar
    from .limits import Limits
    from .measures import MeasureLimits, MeasureValue
    from .open_data import OpenData
    from .tables import Tables

__all__ = ["Dossier"]


class Dossier(Digested):
    """Budget, procurement, facts, rows and declared scores (perfeval-dossier/1).

    What if one more was spent?

    >>> facts = Dossier.from_file("examples/data/zengcheng-2023.json").to_dict()
    >>> facts["procurement"]["summary"]["sme_contracts"] = Decimal("258.83")
    >>> Rulebook.from_file("rulebooks/guangdong-2023.json").evaluate(Dossier.from_dict(facts)).score
    Decimal('99.97')
    """

    _kind = "dossier"
    __slots__ = ("__dict__",)

    @classmethod
    def from_tables(
        cls, tables: Tables, *, mapping: Optional[Bytes] = None, mapping_file: Optional[str] = None, limits: Optional[Limits] = None
    ) -> Dossier:
        """Reads the tables of an office (docs/tables.md): Dossier.from_tables(Tables.from_folder("2023")).

        mapping: a document perfeval-mapping/1 with the names that another system gives to tables and columns; mapping_file: for its places.
        Raises Error with every fault of every table in its findings, each with its cell.
        """
        from .tables import dossier_from

        return cls(*dossier_from(tables, mapping, mapping_file, limits))

    @classmethod
    def from_file(cls, path: Path, *, limits: Optional[Limits] = None) -> Dossier:
        """Reads a file of JSON, a workbook, or a folder of CSV files; what a file is, its bytes say.

        Raises OSError where it cannot be read, Error where it is refused, and ImportError for a workbook where libperfeval-office is not there.
        """
        from .tables import Tables
        from .workbooks import is_workbook

        if os.path.isdir(path):
            return cls.from_tables(Tables.from_folder(path, limits=limits), limits=limits)
        document = pathlib.Path(path).read_bytes()
        if is_workbook(document):
            return cls.from_tables(Tables.from_xlsx(document, file=path, limits=limits), limits=limits)
        return cls.from_json(document, os.fspath(path), limits=limits)

    @cached_property
    def _head(self) -> _abi.pe_dossier_head:
        return read(_abi.pe_dossier_head, "pe_dossier_get_head", self)

    @property
    def unit_name(self) -> str:
        """The department or the project."""
        return string(self._head.unit_name)

    @property
    def fiscal_year(self) -> int:
        """The year that its figures are of, 1900 to 9999."""
        return int(self._head.fiscal_year)

    @property
    def kind(self) -> Kind:
        """What is evaluated: a department, a project or a policy."""
        return Kind(self._head.kind)

    @property
    def place(self) -> Optional[str]:
        """Where the unit is, e.g. "广东省广州市增城区"; None where it is not said."""
        return optional(self._head.place)

    def measure(self, id: str, *, calendar: Optional[Calendar] = None, limits: Optional[MeasureLimits] = None) -> MeasureValue:
        """A measure of it by its id, e.g. "budget.execution_rate": value, state, parts, and the records behind it.

        calendar: for a measure that counts working days. Raises Error for an id that no measure has; Measure.all() has every one. Those that a
        rulebook declares are derived by Rulebook.measures.
        """
        from .measures import MeasureValue

        return MeasureValue(self, id, calendar, limits)

    def to_ocds(self, *, prefix: Optional[str] = None, published: Optional[str] = None, uri: Optional[str] = None) -> OpenData:
        """Its procurement as a release package of OCDS 1.1 with the extension partyScale, amounts in yuan.

        prefix: what each ocid begins with, as the publisher registered it. published: a day or a moment, "2024-01-31T00:00:00Z"; the last day
        of the fiscal year unless it is given. uri: where the package is published. Raises Error where there are no records.
        """
        from .open_data import write_ocds

        return write_ocds(self, prefix, published, uri)

    def to_fiscal_package(self) -> OpenData:
        """Its budget as a Fiscal Data Package: datapackage.json and budget.csv, amounts in yuan. Raises Error where there are no lines."""
        from .open_data import write_fiscal_package

        return write_fiscal_package(self)

    def __repr__(self) -> str:
        return f"<Dossier {self.unit_name} {self.fiscal_year}>"
