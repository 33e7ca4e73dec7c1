# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Batches: millions of units scored from columns, without a line of Python for each."""
from __future__ import annotations

import ctypes
import enum
import sys
import weakref
from array import array
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Callable, Dict, List, Literal, Mapping, Optional, Sequence, Tuple, Type, TypeVar, Union

from . import _abi, _arrow
from ._core import Address, Handle, Single, call, call_with_findings, data, make, pointer_of, read_all, string, structure
from ._html import table
from ._library import library
from ._numbers import PLACES_MOST, fraction_of, scaled
from .calendar import Calendar
from .figures import State, Unit
from .findings import Findings
from .limits import Limits, pointer_to
from .rulebook import Rulebook

__all__ = ["BatchCounts", "BatchInput", "BatchPlan", "BatchResults", "BatchSummary", "Column", "InputKind", "InputType"]

Records = Literal["refuse", "points"]
Detail = Literal["summary", "totals", "nodes"]
Progress = Callable[[int, int], object]
NodeName = Union[int, str]

RECORDS: Dict[str, int] = {"refuse": _abi.PE_BATCH_RECORDS_REFUSE, "points": _abi.PE_BATCH_RECORDS_POINTS}
DETAILS = ("summary", "totals", "nodes")
TYPES = {8: _abi.PE_BATCH_INT64, 4: _abi.PE_BATCH_INT32, 2: _abi.PE_BATCH_INT16, 1: _abi.PE_BATCH_INT8}
THREADS_MOST = 1024
SHOWN = 20  # units of the table in a notebook
FOREIGN = ">!" if sys.byteorder == "little" else "<"
FULL_READ_ONLY = 0x11C  # PyBUF_FULL_RO


class InputKind(enum.IntEnum):
    """What an input is in a dossier."""

    FACT = _abi.PE_BATCH_INPUT_FACT
    AMOUNT = _abi.PE_BATCH_INPUT_AMOUNT
    POINTS = _abi.PE_BATCH_INPUT_POINTS
    DEDUCTION = _abi.PE_BATCH_INPUT_DEDUCTION
    BONUS = _abi.PE_BATCH_INPUT_BONUS
    VETO = _abi.PE_BATCH_INPUT_VETO
    REASON = _abi.PE_BATCH_INPUT_REASON


class InputType(enum.IntEnum):
    """What the cells of an input are: numbers, 1 and 0, or indexes of words."""

    NUMBER = _abi.PE_BATCH_INPUT_NUMBER
    TRUTH = _abi.PE_BATCH_INPUT_TRUTH
    TEXT = _abi.PE_BATCH_INPUT_TEXT


@dataclass(frozen=True)
class BatchInput:
    """One input of a plan: path names its column; unit and scale suit it, others are taken too; a required one cannot be left out."""

    path: str
    kind: InputKind
    type: InputType
    unit: Unit
    scale: int
    required: bool
    code: Optional[str]
    name: str


@dataclass(frozen=True)
class Column:
    """A column: whole numbers at a scale, in a unit. The number of a cell is value / 10**scale.

    values: one dimension of int64, int32, int16, int8 or bool, with any stride: array.array, memoryview, a numpy array, or what has a
    to_numpy(), as a pandas Series. It is read in place. unit: None is the one that suits the input. validity: a bitmap, the lowest bit of a
    byte first, whose bit offset + i says that cell i is not missing (as Arrow has it), or bools of one byte. states: a State of one byte for
    each cell instead. words: the texts that cells are indexes of.
    """

    values: Any
    scale: int = 0
    unit: Optional[Unit] = None
    validity: Any = None
    states: Any = None
    words: Optional[Sequence[str]] = None
    offset: int = 0


@dataclass(frozen=True)
class BatchCounts:
    """What a run did: units that are done and that have a total, leaves that no kernel scored, units with a number beyond 128 bits."""

    units_done: int
    units_scored: int
    cells_exact: int
    units_big: int


class _PyBuffer(ctypes.Structure):
    """Py_buffer of Python's C API. The object is kept alive by the memoryview that it is asked of."""

    _fields_ = [
        ("buf", ctypes.c_void_p),
        ("obj", ctypes.c_void_p),
        ("len", ctypes.c_ssize_t),
        ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int),
        ("ndim", ctypes.c_int),
        ("format", ctypes.c_char_p),
        ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p),
        ("suboffsets", ctypes.c_void_p),
        ("internal", ctypes.c_void_p),
    ]


_get_buffer = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object, ctypes.c_void_p, ctypes.c_int)(("PyObject_GetBuffer", ctypes.pythonapi))
_release_buffer = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(("PyBuffer_Release", ctypes.pythonapi))


def _address(view: memoryview) -> int:
    """Where the first cell lies, for as long as the view is held; also of memory that is only to be read."""
    raw = _PyBuffer()
    _get_buffer(view, ctypes.addressof(raw), FULL_READ_ONLY)
    address = int(raw.buf or 0)
    _release_buffer(ctypes.addressof(raw))
    return address


def _view(where: str, values: Any) -> memoryview:
    """One dimension of a buffer, without a copy; what has no buffer itself is asked for its numpy array."""
    try:
        convert = None if isinstance(values, (bytes, bytearray, memoryview, array)) else getattr(values, "to_numpy", None)
        view = memoryview(values if convert is None else convert())
    except (TypeError, ValueError, BufferError) as cause:
        raise TypeError(f"{where}: expected a buffer (array.array, memoryview, numpy), not {type(values).__name__}: {cause}") from None
    if view.ndim != 1 or view.suboffsets:
        raise ValueError(f"{where}: expected one dimension, found {view.ndim}")
    return view


def _type(where: str, view: memoryview) -> int:
    letter = view.format.lstrip("@=<>!")
    if letter and letter in "efdg":
        raise TypeError(
            f"{where}: floats ({view.format!r}) are not the digits that somebody wrote; expected whole numbers with a scale: "
            "12.50 is 1250 at scale 2"
        )
    if len(letter) != 1 or letter not in "bhilqn?":
        raise TypeError(f"{where}: expected int64, int32, int16, int8 or bool, found cells of the format {view.format!r}")
    if view.format[0] in FOREIGN and view.itemsize > 1:
        raise TypeError(f"{where}: the bytes of {view.format!r} are in another order than this machine's")
    return TYPES[view.itemsize]


def _bytes(where: str, values: Any, size: int) -> memoryview:
    view = _view(where, values)
    if view.itemsize != 1 or not view.contiguous:
        raise TypeError(f"{where}: expected single bytes, one behind the other, found the format {view.format!r}")
    if len(view) < size:
        raise ValueError(f"{where}: expected {size} bytes, found {len(view)}")
    return view


def _within(where: str, value: int, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{where}: expected an int, not {type(value).__name__}")
    if not least <= value <= most:
        raise ValueError(f"{where}: expected {least} to {most}, found {value}")
    return value


def _one_of(what: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise ValueError(f"{what}: expected one of {', '.join(known)}, found {value!r}")
    return value


class _Columns:
    """The columns of a run as the library takes them, and what they are kept alive by."""

    def __init__(self, plan: BatchPlan, columns: Mapping[str, Any], n: Optional[int]):
        self._kept: List[object] = []
        unknown = [path for path in columns if path not in plan._places]
        if unknown:
            raise ValueError(f"no input of the plan: {', '.join(unknown)}; it takes {', '.join(plan._places)}")
        given = {path: each if isinstance(each, Column) else Column(each) for path, each in columns.items()}
        views = {path: _view(f"column {path}", each.values) for path, each in given.items()}
        self.n = self._count(views, n)
        self.structures = (_abi.pe_batch_column * len(plan.inputs))()
        for index, about in enumerate(plan.inputs):
            self.structures[index] = structure(_abi.pe_batch_column)
            if about.path in given:
                self._fill(self.structures[index], about, given[about.path], views[about.path])

    @staticmethod
    def _count(views: Mapping[str, memoryview], n: Optional[int]) -> int:
        lengths = {path: len(view) for path, view in views.items()}
        if n is None:
            if len(set(lengths.values())) > 1:
                raise ValueError(f"columns of different lengths: {', '.join(f'{path} {size}' for path, size in lengths.items())}")
            return next(iter(lengths.values()), 0)
        for path, size in lengths.items():
            if size < _within("n", n, 0, 2**63 - 1):
                raise ValueError(f"column {path}: expected {n} cells, found {size}")
        return n

    def _fill(self, out: Any, about: BatchInput, column: Column, view: memoryview) -> None:
        where = f"column {about.path}"
        out.type = _type(where, view)
        out.scale = _within(f"{where}: scale", column.scale, 0, PLACES_MOST)
        out.unit = about.unit if column.unit is None else Unit(column.unit)
        stride = (view.strides or (view.itemsize,))[0]
        if stride == 0:  # one cell for all: the library takes 0 for cells one behind the other
            view, stride = memoryview(view.tobytes()), view.itemsize
        out.values, out.stride = self._keep(view), stride
        self._fill_states(out, where, column)
        if column.words is not None:
            self._fill_words(out, where, column.words)

    def _fill_states(self, out: Any, where: str, column: Column) -> None:
        if column.states is not None and column.validity is not None:
            raise ValueError(f"{where}: states or validity, not both")
        pointer = ctypes.POINTER(ctypes.c_uint8)
        if column.states is not None:
            out.states = ctypes.cast(self._keep(_bytes(f"{where}: states", column.states, self.n)), pointer)
        elif column.validity is not None:
            mask = _view(f"{where}: validity", column.validity)
            if mask.format.lstrip("@=<>!") == "?":
                out.states = ctypes.cast(self._keep(_bytes(f"{where}: validity", mask, self.n)), pointer)
            else:
                out.offset = _within(f"{where}: offset", column.offset, 0, 2**62)
                bitmap = _bytes(f"{where}: validity", mask, (out.offset + self.n + 7) // 8)
                out.validity = ctypes.cast(self._keep(bitmap), pointer)

    def _fill_words(self, out: Any, where: str, words: Sequence[str]) -> None:
        raw = [word.encode("utf-8") for word in words]
        if any(b"\0" in word for word in raw):
            raise ValueError(f"{where}: a word with U+0000")
        texts = (ctypes.c_char_p * max(len(raw), 1))(*raw)
        self._kept.append(texts)
        out.words, out.n_words = ctypes.cast(texts, ctypes.POINTER(ctypes.c_char_p)), len(raw)

    def _keep(self, view: memoryview) -> int:
        self._kept.append(view)
        return _address(view)


def _address_of(structure: ctypes.Structure) -> ctypes.c_void_p:
    return ctypes.c_void_p(ctypes.addressof(structure))


class _ArrowBatch:
    """One record batch, taken over as the columns of a run."""

    def __init__(self, plan: BatchPlan, batches: _arrow.Batches, index: int, options: _abi.pe_batch_arrow_options):
        array = batches.arrays[index]
        out = ctypes.c_void_p()
        self.findings = call_with_findings(
            "pe_batch_arrow_import", ctypes.byref(out), plan, _address_of(batches.schema), _address_of(array), ctypes.byref(options)
        )
        self._pointer = out.value or 0
        weakref.finalize(self, library.pe_batch_arrow_free, self._pointer).atexit = False
        self.n = int(library.pe_batch_arrow_get_n_units(self._pointer))
        self.structures = library.pe_batch_arrow_get_columns(self._pointer, None)


class _Listener:
    """Carries progress out of a run, and what the host raises there around it: the run is cancelled, and the exception goes on."""

    def __init__(self, progress: Progress, total: int):
        self._progress, self._total, self.before = progress, total, 0
        self.raised: Optional[BaseException] = None
        self.callback = _abi.pe_batch_progress(self._hear)

    def _hear(self, _data: Any, done: int, _part: int) -> int:
        try:
            self._progress(self.before + done, self._total)
        except BaseException as cause:  # also the interrupt of a terminal
            self.raised = cause
        return int(self.raised is not None)


class BatchPlan(Handle):
    """A rulebook compiled for columns; immutable, for any number of threads at once.

    records: "refuse" a rulebook with leaves that are scored from rows or records, or take their "points" as a column. fiscal_year,
    calendar: for milestones on days with a name. findings names the leaves that no kernel scores. Raises Error, with every leaf that is
    refused in its findings.
    """

    _kind = "batch_plan"
    __slots__ = ("__dict__",)

    def __init__(
        self,
        rulebook: Rulebook,
        records: Records = "refuse",
        *,
        fiscal_year: int = 0,
        calendar: Optional[Calendar] = None,
        limits: Optional[Limits] = None,
    ):
        options = structure(_abi.pe_batch_plan_options)
        options.limits = pointer_to(limits)
        options.records = RECORDS[_one_of("records", records, tuple(RECORDS))]
        options.fiscal_year = _within("fiscal_year", fiscal_year, 0, 9999)
        options.calendar = pointer_of(Calendar, calendar)
        out = ctypes.c_void_p()
        findings = call_with_findings("pe_batch_plan_new", ctypes.byref(out), rulebook, ctypes.byref(options))
        super().__init__(Address(out.value or 0), findings)
        self._rulebook = rulebook

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that it was made from."""
        return self._rulebook

    @cached_property
    def inputs(self) -> Tuple[BatchInput, ...]:
        """The columns that it takes, in the order of the printed table."""
        codes = [each.code for each in self._rulebook.indicators]
        found = read_all(_abi.pe_batch_input, self, "pe_batch_plan_get_n_inputs", "pe_batch_plan_get_input")
        return tuple(
            BatchInput(
                string(each.path),
                InputKind(each.kind),
                InputType(each.type),
                Unit(each.unit),
                each.scale,
                bool(each.required),
                codes[each.indicator] if each.indicator >= 0 else None,
                string(each.name),
            )
            for each in found
        )

    @cached_property
    def _places(self) -> Dict[str, int]:
        return {each.path: index for index, each in enumerate(self.inputs)}

    @cached_property
    def nodes(self) -> Tuple[str, ...]:
        """The codes of its nodes; node 0 is the total, "total"."""
        return ("total",) + tuple(each.code for each in self._rulebook.indicators)

    @cached_property
    def scale(self) -> int:
        """Points are whole multiples of 10**-scale, in every node that has a scale; -1: none has."""
        return max(self.scale_of(node) for node in range(len(self.nodes)))

    def scale_of(self, node: NodeName = 0) -> int:
        """The scale of a node; -1 where its points are no decimals, so that it has none."""
        return int(library.pe_batch_plan_get_scale(self, self._node(node)))

    def _node(self, node: NodeName) -> int:
        if isinstance(node, str):
            if node not in self.nodes:
                raise KeyError(f"no node {node!r}; there are {', '.join(self.nodes)}")
            return self.nodes.index(node)
        if not 0 <= node < len(self.nodes):
            raise IndexError(f"no node {node}; there are {len(self.nodes)}")
        return node

    def run(
        self,
        columns: Any,
        n: Optional[int] = None,
        *,
        scales: Optional[Mapping[str, int]] = None,
        units: Optional[Mapping[str, Unit]] = None,
        threads: int = 1,
        detail: Detail = "totals",
        summary: Optional[BatchSummary] = None,
        progress: Optional[Progress] = None,
    ) -> BatchResults:
        """Scores n units, by default as many as the columns have cells.

        columns: a Column, or its values alone, by the path of its input; an input without one is missing in every unit. Or anything that
        is a table of Arrow, by __arrow_c_stream__ or __arrow_c_array__ (pyarrow, pandas, polars, DuckDB): its fields are named by path, others
        are named in findings and not read; scales and units, by path, say what an integer does not, and n is left out. detail: what the
        results hold: "summary" nothing but counts, "totals" the total, "nodes" points and state of every node. summary: receives the units
        as well. progress: hears (done, total), on a thread of the run; what it raises cancels the run and goes on from here. Other threads
        of Python run meanwhile, and must leave the columns alone.

        A unit that cannot be scored has its reason in statuses. Raises Error, TypeError or ValueError where a column is refused.
        """
        options = structure(_abi.pe_batch_options)
        options.threads = _within("threads", threads, 1, THREADS_MOST)
        if summary is not None:
            options.summary = _summary_of(summary)
        _one_of("detail", detail, DETAILS)
        if _arrow.is_arrow(columns):
            if n is not None:
                raise ValueError("n: a table has as many units as it has rows; expected none")
            return self._run_arrow(columns, scales or {}, units or {}, detail, options, progress)
        if scales is not None or units is not None:
            raise ValueError("scales and units belong to a table of Arrow; expected them in each Column")
        taken = _Columns(self, columns, n)
        results = BatchResults(self, taken.n, detail)
        self._run_parts(results, [taken], options, progress)
        return results

    def _run_arrow(
        self, columns: Any, scales: Mapping[str, int], units: Mapping[str, Unit], detail: str, options: Any, progress: Optional[Progress]
    ) -> BatchResults:
        about = structure(_abi.pe_batch_arrow_options)
        unknown = [path for path in (*scales, *units) if path not in self._places]
        if unknown:
            raise ValueError(f"no input of the plan: {', '.join(unknown)}; it takes {', '.join(self._places)}")
        n = about.n_inputs = len(self.inputs)
        places = [_within(f"scale of {each.path}", scales.get(each.path, 0), 0, PLACES_MOST) for each in self.inputs]
        about.scales = (ctypes.c_int32 * max(n, 1))(*places)
        about.units = (ctypes.c_int32 * max(n, 1))(*(int(units.get(each.path, each.unit)) for each in self.inputs))
        batches = _arrow.Batches(columns)
        try:
            results = BatchResults(self, batches.n, detail)
            parts = [_ArrowBatch(self, batches, index, about) for index in range(len(batches.arrays))]
            if parts:
                results.findings = parts[0].findings
            self._run_parts(results, parts, options, progress)
        finally:
            batches.close()
        return results

    def _run_parts(self, results: BatchResults, parts: Sequence[Any], options: Any, progress: Optional[Progress]) -> None:
        """Columns that follow each other, into one result."""
        listener = _Listener(progress, results.n) if progress is not None else None
        if listener is not None:
            options.progress = listener.callback
        first = 0
        try:
            for part in parts:
                if listener is not None:
                    listener.before = first
                results._run(part, first, options)
                first += part.n
        except Exception:
            if listener is not None and listener.raised is not None:
                raise listener.raised from None
            raise

    def __repr__(self) -> str:
        return f"<BatchPlan {self._rulebook.id} {self._rulebook.edition}, {len(self.inputs)} inputs, {len(self.nodes)} nodes>"

    def _repr_html_(self) -> str:
        rows = [(each.path, each.type.name.lower(), each.unit.sign, each.scale) for each in self.inputs]
        return table(("path", "", "单位", "scale"), rows, f"{self._rulebook.title} ({self._rulebook.id} {self._rulebook.edition})")


def _zeros(code: str, n: int) -> array[int]:
    return array(code, [0]) * n


class BatchResults:
    """What a run gave, one cell for each unit, as array.array: numpy.asarray() takes them without a copy.

    grades: indexes of plan.rulebook.grades, -1 for none. statuses: 0, or the code of the first error that evaluate() would have named.
    """

    def __init__(self, plan: BatchPlan, n: int, detail: str):
        self.plan, self.n, self.counts, self.findings = plan, n, BatchCounts(0, 0, 0, 0), Findings()
        self._points: Dict[int, array[int]] = {}
        self._states: Dict[int, array[int]] = {}
        size = n if detail != "summary" else 0
        self.grades, self.statuses = _zeros("i", size), _zeros("i", size)
        for node in range({"summary": 0, "totals": 1, "nodes": len(plan.nodes)}[detail]):
            self._states[node] = _zeros("B", n)
            if plan.scale_of(node) >= 0:
                self._points[node] = _zeros("q", n)

    def _describe(self, first: int) -> Tuple[Any, Any]:
        """The arrays as the library takes them, from a unit on; and what they are kept alive by."""
        results = structure(_abi.pe_batch_results)
        outputs = (_abi.pe_batch_output * max(len(self._states), 1))()

        def point(cells: array[int], kind: Any) -> Any:
            return ctypes.cast(cells.buffer_info()[0] + first * cells.itemsize, ctypes.POINTER(kind))

        for node in self._states:
            outputs[node] = structure(_abi.pe_batch_output)
            outputs[node].states = point(self._states[node], ctypes.c_uint8)
            if node in self._points:
                outputs[node].points = point(self._points[node], ctypes.c_int64)
        if self._states:
            results.nodes, results.n_nodes = outputs, len(self._states)
            results.grades, results.statuses = point(self.grades, ctypes.c_int32), point(self.statuses, ctypes.c_int32)
        return results, outputs

    def _run(self, columns: Any, first: int, options: _abi.pe_batch_options) -> None:
        counts, (results, _outputs) = structure(_abi.pe_batch_counts), self._describe(first)
        n_inputs = len(self.plan.inputs)
        call(
            "pe_batch_run", ctypes.byref(counts), self.plan, columns.structures if n_inputs else None, n_inputs, ctypes.byref(results), columns.n,
            ctypes.byref(options),
        )  # fmt: skip
        before = self.counts
        self.counts = BatchCounts(
            before.units_done + counts.units_done,
            before.units_scored + counts.units_scored,
            before.cells_exact + counts.cells_exact,
            before.units_big + counts.units_big,
        )

    def __arrow_c_array__(self, requested_schema: object = None) -> Tuple[object, object]:
        """A record batch of its own: points as decimals under the codes of the nodes, their states, grade and status.

        pyarrow.record_batch(), polars.DataFrame() and pandas.DataFrame.from_arrow() take the results as they are. Another schema than this
        cannot be asked for, and the wish is passed over, as the interface allows.
        """
        schema, batch = _arrow.ArrowSchema(), _arrow.ArrowArray()
        results, _outputs = self._describe(0)
        call(
            "pe_batch_arrow_export", _address_of(schema), _address_of(batch), self.plan, ctypes.byref(results),
            self.n if self._states else 0,
        )  # fmt: skip
        return _arrow.capsules(schema, batch)

    @property
    def scale(self) -> int:
        """That of the plan: points are whole multiples of 10**-scale."""
        return self.plan.scale

    @property
    def totals(self) -> array[int]:
        """The totals, × 10**scale; 0 for a unit without one."""
        return self.points(0)

    def points(self, node: NodeName = 0) -> array[int]:
        """The points of a node, × 10**scale, by its code or index. ValueError where it has no scale or was not asked for."""
        return self._column(self._points, node, "points")

    def states(self, node: NodeName = 0) -> array[int]:
        """A State for each unit: what the decisive figure was where a policy gave the points, INVALID where there are none."""
        return self._column(self._states, node, "states")

    def _column(self, columns: Mapping[int, array[int]], node: NodeName, what: str) -> array[int]:
        index = self.plan._node(node)
        if index not in self._states:
            raise ValueError(f'the {what} of node {self.plan.nodes[index]} were not asked for; detail="nodes" does')
        if index not in columns:
            raise ValueError(f"node {self.plan.nodes[index]} has no scale: the rulebook leaves its points unrounded")
        return columns[index]

    def score(self, unit: int, node: NodeName = 0) -> Optional[Decimal]:
        """The points of one unit; None where it has no total."""
        if self.statuses[unit] != _abi.PE_OK:
            return None
        return scaled(self.points(node)[unit], self.scale)

    def status_name(self, unit: int) -> str:
        """The stable name of a unit's status, e.g. "PE_ERROR_ZERO_DENOMINATOR"."""
        return string(library.pe_status_name(self.statuses[unit]))

    def __len__(self) -> int:
        return self.n

    def __repr__(self) -> str:
        return f"<BatchResults: {self.n} units, {self.counts.units_scored} scored>"

    def _repr_html_(self) -> str:
        """The first units."""
        grades, shown = self.plan.rulebook.grades, range(min(len(self.statuses), SHOWN))
        rows = [
            (
                unit,
                self.score(unit) if 0 in self._points and self.statuses[unit] == _abi.PE_OK else "",
                grades[self.grades[unit]].name if self.grades[unit] >= 0 else "",
                self.status_name(unit),
            )
            for unit in shown
        ]
        more = f", the first {len(shown)}" if len(shown) < len(self.statuses) else ""
        return table(("", "得分", "等级", "status"), rows, f"{self.n} units, {self.counts.units_scored} scored{more}")


B = TypeVar("B", bound="BatchSummary")


def _summary_of(summary: BatchSummary) -> int:
    if not isinstance(summary, BatchSummary):
        raise TypeError(f"a BatchSummary is needed, not {type(summary).__name__}: {summary!r}")
    return summary._pointer


class BatchSummary(Single):
    """Units by grade and by state, and exact sums of points. Summaries of parts merge in any order; equal ones have equal bytes.

    It belongs to one thread at a time, and can be pickled: part of the units in each process, and the summaries sent home.
    """

    _kind = "batch_summary"

    def __init__(self, plan: BatchPlan):
        self._hold(make("pe_batch_summary_new", plan))

    @classmethod
    def from_bytes(cls: Type[B], raw: Union[bytes, bytearray, memoryview]) -> B:
        """Reads what bytes() wrote, on this or another machine. Raises Error where it is none, or damaged."""
        copy = bytes(raw)
        self = cls.__new__(cls)
        self._hold(make("pe_batch_summary_from_bytes", (ctypes.c_uint8 * len(copy)).from_buffer_copy(copy), len(copy)))
        return self

    def __bytes__(self) -> bytes:
        return data("pe_batch_summary_to_bytes", self)

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self).from_bytes, (bytes(self),)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BatchSummary) and bytes(self) == bytes(other)

    __hash__ = None  # type: ignore[assignment]

    def merge(self, other: BatchSummary) -> None:
        """Adds the units of another one. Raises Error where it is of another rulebook."""
        call("pe_batch_summary_merge", self, other)

    @property
    def rulebook_digest(self) -> str:
        """That of Rulebook.digest."""
        return ctypes.string_at(library.pe_batch_summary_get_rulebook_digest(self), 32).hex()

    @property
    def n_units(self) -> int:
        """How many units it has taken in."""
        return int(library.pe_batch_summary_get_n_units(self))

    @property
    def n_scored(self) -> int:
        """How many of them have a total."""
        return int(library.pe_batch_summary_get_n_scored(self))

    def count_grade(self, grade: int) -> int:
        """How many units have a grade, by its index; -1: those that were scored and have none."""
        return int(library.pe_batch_summary_count_grade(self, grade))

    def count_state(self, node: int, state: State) -> int:
        """In how many units a node, by its index, has a state."""
        return int(library.pe_batch_summary_count_state(self, node, state))

    def sum(self, node: int = 0) -> Fraction:
        """The exact sum of a node's points over the units that have a total; node 0 is the total."""
        ratio = make("pe_batch_summary_get_sum", self, node)
        try:
            return fraction_of(ctypes.c_void_p(ratio))
        finally:
            library.pe_ratio_unref(ratio)

    def mean(self, node: int = 0) -> Optional[Fraction]:
        """The exact mean of a node's points; None where no unit has a total."""
        return self.sum(node) / self.n_scored if self.n_scored else None

    def __repr__(self) -> str:
        return f"<BatchSummary: {self.n_units} units, {self.n_scored} scored>"
