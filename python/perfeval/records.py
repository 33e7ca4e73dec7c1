# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Records (记录): what columns each kind has, and records as dictionaries, named as in a dossier (docs/formats.md).

    >>> method = RecordColumn.all(RecordKind.PROCUREMENT)[2]
    >>> method.id, method.name, method.type.name, list(method.words)[:2], method.words["single_source"]
    ('method', '采购方式', 'WORD', ['open_tender', 'invited_tender'], '单一来源')
"""
from __future__ import annotations

import ctypes
import datetime
import enum
import functools
from dataclasses import dataclass, replace
from typing import Any, Dict, Mapping, Tuple, Union

from . import _abi
from ._core import call, read, string, structure, utf8
from ._library import library
from ._numbers import Number
from .calendar import _date
from .figures import Figure, figure_from
from .findings import ZH, Error, Place
from .measures import RecordKind

__all__ = ["ColumnType", "Record", "RecordColumn"]

Record = Mapping[str, Union[Figure, Number, datetime.date, None]]

_STRUCTURES = {
    RecordKind.PROCUREMENT: _abi.pe_procurement_record,
    RecordKind.PAYMENT: _abi.pe_payment,
    RecordKind.ASSET: _abi.pe_asset_record,
}


class ColumnType(enum.IntEnum):
    """What a column holds; NUMBER is of registers alone."""

    TEXT = _abi.PE_COLUMN_TEXT
    MONEY = _abi.PE_COLUMN_MONEY
    COUNT = _abi.PE_COLUMN_COUNT
    DATE = _abi.PE_COLUMN_DATE
    WORD = _abi.PE_COLUMN_WORD
    TRUTH = _abi.PE_COLUMN_TRUTH
    NUMBER = _abi.PE_COLUMN_NUMBER


@dataclass(frozen=True)
class RecordColumn:
    """A column of a kind of records. words: of a WORD, as JSON and formulas write them, each with what people call it."""

    id: str
    name: str
    name_en: str
    type: ColumnType
    is_required: bool
    words: Dict[str, str]

    @classmethod
    def all(cls, kind: RecordKind) -> Tuple[RecordColumn, ...]:
        """Those of a kind, in their order."""
        return tuple(cls._read(kind, index) for index in range(library.pe_record_kind_get_n_columns(kind)))

    @classmethod
    def _read(cls, kind: RecordKind, index: int) -> RecordColumn:
        found = read(_abi.pe_record_column, "pe_record_kind_describe_column", kind, index)
        numbers = range(1, found.n_words + 1)
        words = {
            string(library.pe_record_kind_get_word(kind, index, number)): string(library.pe_record_kind_get_word_name(kind, index, number, ZH))
            for number in numbers
        }
        kinds = string(found.id), string(found.name_zh), string(found.name_en), ColumnType(found.type), bool(found.is_required)
        return cls(*kinds, words)


@functools.lru_cache(maxsize=None)
def _columns(kind: RecordKind) -> Dict[str, Tuple[int, RecordColumn]]:
    return {column.id: (index, column) for index, column in enumerate(RecordColumn.all(kind))}


def write_records(kind: RecordKind, records: Tuple[Record, ...]) -> Any:
    """An array of the structures of a kind that is streamed, which keeps the texts alive."""
    shape = _STRUCTURES[kind]
    array = (shape * len(records))()
    for index, record in enumerate(records):
        array[index] = structure(shape)
        _write(kind, array[index], record, index)
    return array


def _write(kind: RecordKind, target: Any, record: Record, index: int) -> None:
    columns = _columns(kind)
    if isinstance(target, _abi.pe_payment):
        target.record = 1  # which one is not asked where records are not at hand
    for id, value in record.items():
        if id not in columns:
            raise ValueError(f"record {index}: no column {id!r}; there are: {', '.join(columns)}")
        if value is None:
            continue
        setattr(target, id, _member(kind, *columns[id], f"record {index}: {id}", value))


def _member(kind: RecordKind, position: int, column: RecordColumn, where: str, value: Any) -> Any:
    try:
        if column.type in (ColumnType.MONEY, ColumnType.COUNT):
            return figure_from(value)
        if column.type is ColumnType.DATE:
            return _day_of(value)
    except Error as error:
        raise Error(replace(error.finding, places=(Place(where),))) from None
    except (TypeError, ValueError, OverflowError) as error:
        cause = next(each for each in (TypeError, OverflowError, ValueError) if isinstance(error, each))
        raise cause(f"{where}: {error}") from None
    if not isinstance(value, str):
        raise TypeError(f"{where}: a str is needed, not {type(value).__name__}: {value!r}")
    return utf8(value) if column.type is ColumnType.TEXT else _word(kind, position, column, where, value)


def _word(kind: RecordKind, position: int, column: RecordColumn, where: str, value: str) -> int:
    number: int = library.pe_record_kind_find_word(kind, position, utf8(value))
    if not number:
        raise ValueError(f"{where}: {value!r}; expected one of: {', '.join(column.words)}, or what people call it")
    return number


def _day_of(value: Any) -> int:
    """A day, or its text: "2023-03-01"."""
    if not isinstance(value, str):
        return _date(value)
    out, raw = ctypes.c_int32(), utf8(value)
    call("pe_date_parse", ctypes.byref(out), raw, len(raw))
    return out.value
