# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Record batches by the PyCapsule interface of Arrow, with nothing but the standard library."""
from __future__ import annotations

import ctypes
from typing import Any, Dict, Iterator, List, Tuple

ARRAY, STREAM = "__arrow_c_array__", "__arrow_c_stream__"


class ArrowSchema(ctypes.Structure):
    """struct ArrowSchema of the C Data Interface."""


class ArrowArray(ctypes.Structure):
    """struct ArrowArray of the C Data Interface."""


class ArrowArrayStream(ctypes.Structure):
    """struct ArrowArrayStream of the C Stream Interface."""


_RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_GET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_TEXT = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_void_p)

ArrowSchema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.c_void_p),
    ("release", _RELEASE),
    ("private_data", ctypes.c_void_p),
]
ArrowArray._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.c_void_p),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.c_void_p),
    ("release", _RELEASE),
    ("private_data", ctypes.c_void_p),
]
ArrowArrayStream._fields_ = [
    ("get_schema", _GET),
    ("get_next", _GET),
    ("get_last_error", _TEXT),
    ("release", _RELEASE),
    ("private_data", ctypes.c_void_p),
]

# The same function twice: of a capsule that lives, and of one that is being destroyed, which must not be counted again.
_open = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
_open_dying = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
_DESTRUCTOR = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)
_new = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, _DESTRUCTOR)(("PyCapsule_New", ctypes.pythonapi))

# The structures that capsules point at, by address.
_held: Dict[int, Any] = {}


def release(structure: Any) -> None:
    """Releases what a structure holds, unless it was moved away."""
    if structure.release:
        structure.release(ctypes.addressof(structure))


def _destroyer(name: bytes, held: Dict[int, Any] = _held) -> Any:
    def destroy(capsule: int) -> None:
        structure = held.pop(_open_dying(capsule, name), None)
        if structure is not None:
            release(structure)

    return _DESTRUCTOR(destroy)


_SCHEMA, _ARRAY, _STREAM = b"arrow_schema", b"arrow_array", b"arrow_array_stream"
_destroyers = {name: _destroyer(name) for name in (_SCHEMA, _ARRAY)}


def _capsule(structure: Any, name: bytes) -> object:
    address = ctypes.addressof(structure)
    _held[address] = structure
    return _new(address, name, _destroyers[name])


def capsules(schema: ArrowSchema, array: ArrowArray) -> Tuple[object, object]:
    """What __arrow_c_array__ answers. A capsule that nobody takes over releases what it holds."""
    return _capsule(schema, _SCHEMA), _capsule(array, _ARRAY)


def is_arrow(columns: object) -> bool:
    return hasattr(columns, STREAM) or hasattr(columns, ARRAY)


def _moved(source: ArrowArray) -> ArrowArray:
    """The structure in memory of our own; the source is left released, as the interface has it."""
    copy = ArrowArray.from_buffer_copy(source)
    source.release = _RELEASE(0)
    return copy


class Batches:
    """The record batches of an object, all of them at hand, with one schema. close() gives back what was not taken over."""

    def __init__(self, columns: Any):
        self.arrays: List[ArrowArray] = []
        self.schema = ArrowSchema()
        if hasattr(columns, ARRAY):
            self._capsules = columns.__arrow_c_array__()
            self.schema = ArrowSchema.from_address(_open(self._capsules[0], _SCHEMA))  # the capsule's own, and released by it
            self.arrays.append(_moved(ArrowArray.from_address(_open(self._capsules[1], _ARRAY))))
            self._owns_schema = False
            return
        self._capsules = columns.__arrow_c_stream__()
        self._owns_schema = True
        stream = ArrowArrayStream.from_address(_open(self._capsules, _STREAM))
        try:
            self._check(stream, stream.get_schema(ctypes.addressof(stream), ctypes.addressof(self.schema)))
            self.arrays.extend(self._read(stream))
        except BaseException:
            self.close()
            raise

    @staticmethod
    def _check(stream: ArrowArrayStream, code: int) -> None:
        if code != 0:
            said = stream.get_last_error(ctypes.addressof(stream)) or b""
            raise OSError(code, f"the stream of record batches broke off: {said.decode('utf-8', 'replace')}")

    def _read(self, stream: ArrowArrayStream) -> Iterator[ArrowArray]:
        while True:
            array = ArrowArray()
            self._check(stream, stream.get_next(ctypes.addressof(stream), ctypes.addressof(array)))
            if not array.release:
                return
            yield array

    @property
    def n(self) -> int:
        return sum(array.length for array in self.arrays)

    def close(self) -> None:
        for array in self.arrays:
            release(array)
        if self._owns_schema:
            release(self.schema)
