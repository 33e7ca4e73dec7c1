# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Cells (单元格): a table as its file has it, before anybody says what it means.

    >>> table = Tables.from_csv("名称,全年执行数\\n项目支出,\\"2,149.56\\"\\n", "预算")["预算"]
    >>> list(table)
    [('名称', '全年执行数'), ('项目支出', '2,149.56')]
    >>> table.cells[3]
    Cell(row=2, column=2, text='2,149.56', kind=<CellKind.TEXT: 1>, unit=<Unit.NONE: 0>, columns=1, is_formula=False, is_rounded=False)
"""
from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Dict, Iterator, Optional, Sequence, Tuple, Union, overload

from . import _abi
from ._core import optional, read, string
from ._html import table
from ._library import library
from .figures import Unit

if TYPE_CHECKING:
    from .tables import Tables

__all__ = ["Cell", "CellKind", "Table"]


class CellKind(enum.IntEnum):
    """What a cell holds: in a CSV file a text always, an ERROR where a formula of a workbook came to nothing."""

    TEXT = _abi.PE_CELL_TEXT
    NUMBER = _abi.PE_CELL_NUMBER
    DATE = _abi.PE_CELL_DATE
    TRUTH = _abi.PE_CELL_TRUTH
    ERROR = _abi.PE_CELL_ERROR


@dataclass(frozen=True)
class Cell:
    """One cell that is not empty. row, column: as a spreadsheet counts them, from 1; columns: how many it covers. unit: what its format
    shows. is_rounded: a binary number of more than 15 digits, as a spreadsheet shows it."""

    row: int
    column: int
    text: str
    kind: CellKind
    unit: Unit
    columns: int
    is_formula: bool
    is_rounded: bool

    def __str__(self) -> str:
        return f"{self.text}{self.unit.sign}"


class Table(Sequence[Tuple[str, ...]]):
    """One table, a sheet or a file: iterating gives its rows as texts, "" where there is nothing; rows that are not there are passed over."""

    def __init__(self, name: str, file: Optional[str], is_hidden: bool, cells: Sequence[Cell]):
        self.name, self.file, self.is_hidden, self.cells = name, file, is_hidden, tuple(cells)
        width = max((cell.column for cell in cells), default=0)
        rows: Dict[int, Dict[int, str]] = {}
        for cell in cells:
            rows.setdefault(cell.row, {})[cell.column] = str(cell)
        self._rows = tuple(tuple(row.get(column, "") for column in range(1, width + 1)) for row in rows.values())

    @overload
    def __getitem__(self, index: int) -> Tuple[str, ...]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Tuple[str, ...]]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Tuple[str, ...], Sequence[Tuple[str, ...]]]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Tuple[str, ...]]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows>"

    def _repr_html_(self) -> str:
        return table(self[0], self[1:], self.name) if len(self) else table((), (), self.name)


def read_table(tables: Tables, index: int) -> Table:
    """One of the tables, with its cells."""
    head = read(_abi.pe_table_head, "pe_tables_get_head", tables, index)
    rows = (read(_abi.pe_table_row, "pe_tables_get_row", tables, index, row) for row in range(library.pe_tables_get_n_rows(tables, index)))
    cells = [_cell(tables, index, at, row.number, cell) for at, row in enumerate(rows) for cell in range(row.n_cells)]
    return Table(string(head.name), optional(head.file), bool(head.flags & _abi.PE_CELL_HIDDEN), cells)


def _cell(tables: Tables, index: int, at: int, number: int, position: int) -> Cell:
    found = read(_abi.pe_cell, "pe_tables_get_cell", tables, index, at, position)
    return Cell(
        number,
        found.column,
        string(found.text),
        CellKind(found.kind),
        Unit(found.unit),
        found.columns or 1,
        bool(found.flags & _abi.PE_CELL_FORMULA),
        bool(found.flags & _abi.PE_CELL_ROUNDED),
    )
