# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Streams of measures: ledgers of any length, record by record or as the pieces of a CSV file, without a dossier.

    >>> stream = MeasureStream(["procurement.sme_share", "procurement.contract_count"])
    >>> stream.add([{"name": "空调", "supplier_size": "small", "contract": "9.5万元"}])
    >>> stream.add_csv(["采购项目名称,供应商规模,合同金额（万元）\\n物业服务,大型企业,20".encode(), b".0\\n"])
    0
    >>> stream
    <MeasureStream 2 records, procurement.sme_share 32.2033898305…%, procurement.contract_count 2个>
    >>> share = stream["procurement.sme_share"]
    >>> share.value, share.numerator, share.denominator
    (Fraction(1900, 59), <Figure 9.5万元>, <Figure 29.5万元>)
"""
from __future__ import annotations

import ctypes
import functools
import os
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import BinaryIO, Callable, Iterable, Iterator, Mapping, Optional, Sequence, Union

from . import _abi
from ._core import Path, Single, call, make, read, utf8
from ._html import table
from ._library import library
from ._numbers import plain
from .calendar import Calendar
from .figures import Figure, State
from .findings import Error
from .measures import Contribution, Measure, MeasureLimits, RecordKind, quotient, read_contribution
from .records import Record, write_records

__all__ = ["LedgerReader", "MeasureStream", "StreamValue"]

_ADD = {
    RecordKind.PROCUREMENT: "pe_measure_stream_add_procurement",
    RecordKind.PAYMENT: "pe_measure_stream_add_payments",
    RecordKind.ASSET: "pe_measure_stream_add_assets",
}
_PIECE = 2**20


@dataclass(frozen=True)
class StreamValue:
    """What a measure has come to so far."""

    measure: Measure
    state: State
    numerator: Figure
    denominator: Figure

    @property
    def value(self) -> Optional[Fraction]:
        """The exact number in the measure's unit. None unless state is VALUE."""
        return quotient(self.measure, self.numerator, self.denominator) if self.state is State.VALUE else None

    def __str__(self) -> str:
        value = self.value
        return f"{plain(value)}{self.measure.unit.sign}" if value is not None else self.state.name.lower()


class MeasureStream(Single, Mapping[str, StreamValue]):
    """Measures over records that never stand in memory together; it belongs to one thread. A mapping of ids to what they have come to.

    ids: measures that are streamed (Measure.is_streamed), all of one kind of records, 64 at most. calendar: for those that count working days.
    """

    _kind = "measure_stream"

    def __init__(self, ids: Sequence[str], *, calendar: Optional[Calendar] = None, limits: Optional[MeasureLimits] = None):
        if isinstance(ids, str):
            raise TypeError(f"a sequence of ids is needed, not a str: {ids!r}")
        options, raw = (limits or MeasureLimits())._options(calendar), [utf8(id) for id in ids]
        self._hold(make("pe_measure_stream_new", (ctypes.c_char_p * len(raw))(*raw), len(raw), ctypes.byref(options)))
        self._measures = {id: Measure.find(id) for id in ids}
        self._places = {id: index for index, id in enumerate(ids)}

    @property
    def records(self) -> RecordKind:
        """The kind of records that it takes."""
        return next(iter(self._measures.values())).records

    @property
    def count(self) -> int:
        """How many records were added."""
        found: int = library.pe_measure_stream_get_count(self)
        return found

    def add(self, records: Iterable[Record]) -> None:
        """Adds records, all of them or none, as dictionaries with the columns of their kind: RecordColumn.all(stream.records).

        An amount needs its unit, "9.5万元"; a day is a datetime.date or "2023-03-01". Raises Error, TypeError or ValueError with the record, counted
        from 0 in this call.
        """
        array = write_records(self.records, tuple(records))
        call(_ADD[self.records], self, array, len(array))

    def add_csv(self, ledger: Union[Path, BinaryIO, Iterable[bytes]]) -> int:
        """Adds a procurement ledger, the table 采购 as a CSV file in UTF-8: by its path, as a binary file, or in pieces.

        Answers how many columns were passed over. Raises Error with the line and the column; what went before it is in the stream.
        """
        with LedgerReader(self, ledger if isinstance(ledger, (str, os.PathLike)) else getattr(ledger, "name", None)) as reader:
            for piece in _pieces(ledger):
                reader.feed(piece)
        return reader.passed_over

    def examine(self, id: str, record: Record) -> Contribution:
        """What a procurement record contributes to a measure, without adding it: both parts NOT_APPLICABLE where it does not count."""
        array = write_records(self.records, (record,))
        return read_contribution(read(_abi.pe_contribution, "pe_measure_stream_examine_procurement", self, self._places[id], array))

    def __getitem__(self, id: str) -> StreamValue:
        """What a measure has come to. Raises KeyError for one that the stream does not have, Error where a sum does not fit."""
        value = read(_abi.pe_measure_value, "pe_measure_stream_get_value", self, self._places[id])
        return StreamValue(self._measures[id], State(value.state), Figure._read(value.numerator), Figure._read(value.denominator))

    def __iter__(self) -> Iterator[str]:
        return iter(self._measures)

    def __len__(self) -> int:
        return len(self._measures)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"<MeasureStream {self.count} records, {', '.join(f'{id} {value}' for id, value in self.items())}>"

    def _repr_html_(self) -> str:
        rows = [(value.measure.name, value, value.numerator, value.denominator) for value in self.values()]
        return table(("度量", "", "分子", "分母"), rows, f"{self.count} records")


def _pieces(ledger: Union[Path, BinaryIO, Iterable[bytes]]) -> Iterator[bytes]:
    if isinstance(ledger, (str, os.PathLike)):
        with open(ledger, "rb") as file:
            yield from _pieces(file)
    elif isinstance(ledger, (bytes, bytearray, memoryview)):
        yield bytes(ledger)
    else:
        read: Optional[Callable[[int], bytes]] = getattr(ledger, "read", None)
        yield from ledger if read is None else iter(functools.partial(read, _PIECE), b"")


class LedgerReader(Single):
    """A CSV file of procurement under way, for a host that gets it piece by piece: feed() the pieces, then close().

    As a context manager it is closed where nothing was refused. file: the name for places. It belongs to one thread.
    """

    _kind = "ledger_csv"

    def __init__(self, stream: MeasureStream, file: Optional[Path] = None):
        self._stream, self._file, self._is_closed = stream, file, False
        self._hold(make("pe_ledger_csv_new", stream))

    def feed(self, piece: bytes) -> None:
        """Reads the next piece; it may end anywhere. Raises Error with the line and the column; after that it only repeats it."""
        self._feed(piece, 0)

    def close(self) -> None:
        """Says that nothing follows: the last record need not end with a line break. Closing again does nothing."""
        if not self._is_closed:
            self._feed(b"", 1)
            self._is_closed = True

    def _feed(self, piece: bytes, is_last: int) -> None:
        raw = bytes(memoryview(piece))
        try:
            call("pe_ledger_csv_feed", self, raw, len(raw), is_last)
        except Error as error:
            raise self._named(error) from None

    def _named(self, error: Error) -> Error:
        """The error with the name of the file in its places."""
        if self._file is None:
            return error
        places = tuple(replace(place, file=str(self._file)) for place in error.finding.places)
        return Error(replace(error.finding, places=places))

    @property
    def passed_over(self) -> int:
        """How many columns mean nothing to a procurement record, once the first record was read."""
        count: int = library.pe_ledger_csv_get_n_passed_over(self)
        return count

    def __enter__(self) -> LedgerReader:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.close()

    def __repr__(self) -> str:
        return f"<LedgerReader {self._file or 'input'}: {self._stream.count} records>"
