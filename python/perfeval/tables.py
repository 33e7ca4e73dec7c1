# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Tables (表): a dossier as the CSV files that an office hands in (docs/tables.md), and back.

    >>> tables = Tables.from_csv("单位名称,某局\\n年度,2023\\n评价对象,部门整体支出\\n", "基本情况")
    >>> tables += Tables.from_csv("名称,全年预算数（万元）,全年执行数（万元）\\n项目支出,100,90\\n", "预算")
    >>> tables
    <Tables: 基本情况, 预算>
    >>> Dossier.from_tables(tables)
    <Dossier 某局 2023>
    >>> Tables.of(Dossier.from_tables(tables)).names[:2]
    ('基本情况', '预算')
"""
from __future__ import annotations

import ctypes
import os
import pathlib
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Tuple, Union

from . import _abi
from ._core import (
    Address,
    Bytes,
    Handle,
    Path,
    as_bytes,
    call,
    call_with_findings,
    data,
    file_name,
    make,
    pointers_of,
    read,
    read_options,
    string,
    structure,
    utf8,
)
from ._library import library
from .cells import Table, read_table
from .dossier import Dossier
from .findings import Error, Finding, Findings, language_number
from .limits import Limits

if TYPE_CHECKING:
    from .workbooks import ArchiveLimits

__all__ = ["Tables"]


def _csv_options(encoding: Optional[str]) -> Any:
    options = structure(_abi.pe_csv_options)
    if encoding is not None:
        number = ctypes.c_int32()
        call("pe_encoding_find", ctypes.byref(number), utf8(encoding))
        options.encoding = number.value
    return options


class Tables(Handle):
    """The tables of one input, as the files have them: cells with their places, before anybody says what they mean."""

    _kind = "tables"
    __slots__ = ("__dict__",)

    @classmethod
    def from_csv(
        cls, document: Bytes, name: str, *, encoding: Optional[str] = None, file: Optional[str] = None, limits: Optional[Limits] = None
    ) -> Tables:
        """Reads a CSV file as one table of this name. encoding: found out, UTF-8 or GB18030, unless it is given. file: for the places."""
        raw, out, options = as_bytes(document), ctypes.c_void_p(), _csv_options(encoding)
        reading = read_options(file, limits)
        options.name, options.read = utf8(name), ctypes.pointer(reading)
        findings = call_with_findings("pe_tables_from_csv", ctypes.byref(out), raw, len(raw), ctypes.byref(options))
        return cls(Address(out.value or 0), findings)

    @classmethod
    def from_folder(cls, path: Path, *, encoding: Optional[str] = None, limits: Optional[Limits] = None) -> Tables:
        """Reads the CSV files of a folder, each a table of its name. Raises OSError, or Error with what every file was refused for."""
        files = sorted(each for each in pathlib.Path(path).iterdir() if each.suffix.lower() == ".csv")
        if not files:
            raise FileNotFoundError(f"no CSV file in {os.fspath(path)}")
        sets: List[Tables] = []
        refused: List[Error] = []
        for each in files:
            try:
                sets.append(cls.from_csv(each.read_bytes(), each.stem, encoding=encoding, file=os.fspath(each), limits=limits))
            except Error as error:
                refused.append(error)
        if refused:
            every = [finding for error in refused for finding in error.findings]
            raise Error(refused[0].finding, Findings(every))
        return cls._join(sets)

    @classmethod
    def from_xlsx(
        cls,
        document: bytes,
        *,
        file: Optional[Path] = None,
        limits: Optional[Limits] = None,
        archive: Optional[ArchiveLimits] = None,
    ) -> Tables:
        """Reads a workbook, a table a sheet: what a person sees in a cell, exactly. file: for the places.

        Raises Error with a code of its own for each way in which a file can harm, ImportError where libperfeval-office is not there.
        """
        from .workbooks import read_workbook

        return cls(*read_workbook(document, file, limits, archive))

    @classmethod
    def from_ocds(
        cls, document: Bytes, *, currency: Optional[str] = None, file: Optional[Path] = None, limits: Optional[Limits] = None
    ) -> Tables:
        """Reads a release package or a record package of OCDS 1.1 as the tables 采购 and 合同付款; a note counts what else it says.

        currency: the one that the dossier counts in, CNY unless it is given; another is refused. The head of a dossier has to be added.
        """
        from .open_data import read_ocds

        return cls(*read_ocds(document, currency, file, limits))

    @classmethod
    def from_file(cls, path: Path, *, encoding: Optional[str] = None, limits: Optional[Limits] = None) -> Tables:
        """Reads a workbook, a CSV file as one table of its name, or a folder of CSV files; what it is, its bytes say. encoding: of CSV."""
        from .workbooks import is_workbook

        if os.path.isdir(path):
            return cls.from_folder(path, encoding=encoding, limits=limits)
        document = pathlib.Path(path).read_bytes()
        if is_workbook(document):
            return cls.from_xlsx(document, file=path, limits=limits)
        return cls.from_csv(document, pathlib.Path(path).stem, encoding=encoding, file=os.fspath(path), limits=limits)

    @classmethod
    def of(cls, dossier: Dossier, language: str = "zh") -> Tables:
        """A dossier as tables; reading them back gives an equal one. language: "zh" or "en", of names and headers."""
        options = structure(_abi.pe_dossier_tables_options)
        options.language = language_number(language)
        return cls(make("pe_tables_from_dossier", dossier, ctypes.byref(options)))

    @classmethod
    def _join(cls, sets: List[Tables]) -> Tables:
        pointers = pointers_of(Tables, sets)
        found: List[Finding] = [finding for each in sets for finding in each.findings]
        return cls(make("pe_tables_join", pointers, len(sets)), Findings(found))

    def __add__(self, other: Tables) -> Tables:
        """Both, one behind the other."""
        return self._join([self, other]) if isinstance(other, Tables) else NotImplemented

    @cached_property
    def names(self) -> Tuple[str, ...]:
        """The names of the tables, in their order."""
        count = library.pe_tables_get_n(self)
        return tuple(string(read(_abi.pe_table_head, "pe_tables_get_head", self, index).name) for index in range(count))

    def to_csv(self, *, encoding: Optional[str] = None) -> Dict[str, bytes]:
        """A CSV file each, by name, as a Chinese Excel opens it right: UTF-8 with a byte order mark unless an encoding is given.

        Raises Error where the encoding does not have a character of it, ValueError where two have one name: nothing is lost in silence.
        """
        if len(set(self.names)) < len(self.names):
            raise ValueError(f"two tables of one name: {', '.join(self.names)}")
        options = _csv_options(encoding)
        return {name: data("pe_tables_to_csv", self, index, ctypes.byref(options)) for index, name in enumerate(self.names)}

    def to_xlsx(self) -> bytes:
        """A workbook, a sheet each; reading it back gives the same cells. Raises Error where a sheet cannot hold a table."""
        return data("pe_tables_to_xlsx", self)

    def __getitem__(self, name: Union[str, int]) -> Table:
        """A table by its name, the first where several have it, or by its index. Raises KeyError, or IndexError."""
        if isinstance(name, str) and name not in self.names:
            raise KeyError(f"{name!r}; there are: {', '.join(self.names)}")
        return read_table(self, self.names.index(name) if isinstance(name, str) else range(len(self))[name])

    def __iter__(self) -> Iterator[Table]:
        return (read_table(self, index) for index in range(len(self)))

    def __len__(self) -> int:
        return len(self.names)

    def __repr__(self) -> str:
        return f"<Tables: {', '.join(self.names)}>"


def dossier_from(
    tables: Tables, mapping: Optional[Bytes], mapping_file: Optional[str], limits: Optional[Limits]
) -> Tuple[Address, Findings]:
    """The owned handle of a dossier that tables make, and what was noticed."""
    options, out = structure(_abi.pe_dossier_tables_options), ctypes.c_void_p()
    options.read = ctypes.pointer(read_options(None, limits))
    if mapping is not None:
        options.mapping = as_bytes(mapping)
        options.mapping_size = len(as_bytes(mapping))
        options.mapping_file = file_name(mapping_file)
    findings = call_with_findings("pe_dossier_from_tables", ctypes.byref(out), tables, ctypes.byref(options))
    return Address(out.value or 0), findings
