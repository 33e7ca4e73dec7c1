# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Exact scoring of public spending: libperfeval from Python, by ctypes alone.

    >>> import perfeval
    >>> rules = open("rulebooks/guangdong-2023.json", "rb").read()
    >>> facts = open("examples/data/zengcheng-2023.json", "rb").read()
    >>> perfeval.evaluate(rules, facts)["total"]["score"]
    '99.69'

This is the short road: bytes in, a dictionary out. Numbers in it are strings, so that no digit is lost on the way; put them into
decimal.Decimal, not into float.
"""
from __future__ import annotations

import contextlib
import ctypes
import json
import os
from typing import Any, Optional

__all__ = ["Error", "evaluate", "version"]

_OK = 0
_ZH, _EN = 1, 2


class Error(ValueError):
    """Why an input was refused.

    code: the stable name, e.g. "PE_ERROR_JSON_DUPLICATE_KEY"; path: a JSON pointer into the document; file, line, column: where it
    stands, or None; message_zh: the message in Chinese.
    """

    def __init__(self, code: str, message: str, message_zh: str, path: str, file: Optional[str], line: int, column: int):
        where = f"{file or 'input'}:{line}:{column}: " if line else ""
        super().__init__(f"{where}{message} [{code}]")
        self.code = code
        self.message = message
        self.message_zh = message_zh
        self.path = path
        self.file = file
        self.line = line or None
        self.column = column or None


class _EvaluateOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", ctypes.c_uint32),
        ("scorer", ctypes.c_int32),
        ("calendar", ctypes.c_void_p),
        ("limits", ctypes.c_void_p),
    ]


class _ReadOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32),
        ("file", ctypes.c_char_p),
        ("limits", ctypes.c_void_p),
    ]


def _load() -> ctypes.CDLL:
    name = os.environ.get("PERFEVAL_LIBRARY", "libperfeval.so.1")
    try:
        library = ctypes.CDLL(name)
    except OSError as cause:
        raise ImportError(f"{name} cannot be loaded ({cause}); install libperfeval or set PERFEVAL_LIBRARY") from cause
    pointer, status = ctypes.c_void_p, ctypes.c_int32
    out, size = ctypes.POINTER(ctypes.c_void_p), ctypes.c_size_t
    reader = (status, [out, ctypes.c_char_p, size, pointer, pointer, out])
    signatures: dict[str, tuple[Any, list[Any]]] = {
        "pe_version_get_string": (ctypes.c_char_p, []),
        "pe_status_name": (ctypes.c_char_p, [status]),
        "pe_error_get_status": (status, [pointer]),
        "pe_error_get_message": (ctypes.c_char_p, [pointer, status]),
        "pe_error_get_finding": (pointer, [pointer]),
        "pe_finding_get_place": (pointer, [pointer, size]),
        "pe_place_get_what": (ctypes.c_char_p, [pointer]),
        "pe_place_get_file": (ctypes.c_char_p, [pointer]),
        "pe_place_get_line": (ctypes.c_uint64, [pointer]),
        "pe_place_get_column": (ctypes.c_uint64, [pointer]),
        "pe_read_options_init": (None, [pointer, ctypes.c_uint32]),
        "pe_rulebook_from_json": reader,
        "pe_dossier_from_json": reader,
        "pe_calendar_from_json": reader,
        "pe_evaluate_options_init": (None, [pointer, ctypes.c_uint32]),
        "pe_evaluate": (status, [out, pointer, pointer, pointer, pointer, out]),
        "pe_evaluation_to_json": (status, [out, pointer, out]),
        "pe_text_get_data": (pointer, [pointer]),
        "pe_text_get_size": (size, [pointer]),
    }
    for kind in ("rulebook", "dossier", "calendar", "evaluation", "text", "error"):
        signatures[f"pe_{kind}_unref"] = (None, [pointer])
    for function, (result, arguments) in signatures.items():
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


_library = _load()


def _text(value: Optional[bytes]) -> str:
    return (value or b"").decode("utf-8")


def _raise(error: ctypes.c_void_p) -> None:
    place = _library.pe_finding_get_place(_library.pe_error_get_finding(error), 0)
    file = _library.pe_place_get_file(place)
    try:
        raise Error(
            _text(_library.pe_status_name(_library.pe_error_get_status(error))),
            _text(_library.pe_error_get_message(error, _EN)),
            _text(_library.pe_error_get_message(error, _ZH)),
            _text(_library.pe_place_get_what(place)),
            os.fsdecode(file) if file else None,
            _library.pe_place_get_line(place),
            _library.pe_place_get_column(place),
        )
    finally:
        _library.pe_error_unref(error)


class _Object:
    """An owned handle: made by one call, released at the end of a with block."""

    def __init__(self, kind: str, function: str, *arguments: Any):
        self._kind = kind
        self.handle = ctypes.c_void_p()
        error = ctypes.c_void_p()
        if getattr(_library, function)(ctypes.byref(self.handle), *arguments, ctypes.byref(error)) != _OK:
            _raise(error)

    def __enter__(self) -> ctypes.c_void_p:
        return self.handle

    def __exit__(self, *_: Any) -> None:
        getattr(_library, f"pe_{self._kind}_unref")(self.handle)


def _read(kind: str, document: bytes, file: Optional[str]) -> _Object:
    options = _ReadOptions()
    _library.pe_read_options_init(ctypes.byref(options), ctypes.sizeof(options))
    options.file = os.fsencode(file) if file is not None else None
    return _Object(kind, f"pe_{kind}_from_json", document, len(document), ctypes.byref(options), None)


def version() -> str:
    """The version of the library in use, e.g. "0.1.0"."""
    return _text(_library.pe_version_get_string())


def evaluate(
    rulebook: bytes,
    dossier: bytes,
    *,
    calendar: Optional[bytes] = None,
    rulebook_file: Optional[str] = None,
    dossier_file: Optional[str] = None,
    calendar_file: Optional[str] = None,
) -> dict[str, Any]:
    """Scores a dossier by a rulebook, both JSON documents as bytes.

    calendar: a document perfeval-calendar/1, for rules that count working days or ask for a day by its name. Answers the evaluation as
    docs/formats.md describes it (perfeval-evaluation/1). The file names are for the places in errors. Raises Error when an input is
    refused or cannot be evaluated.
    """
    with contextlib.ExitStack() as stack:
        rules = stack.enter_context(_read("rulebook", rulebook, rulebook_file))
        facts = stack.enter_context(_read("dossier", dossier, dossier_file))
        options = _EvaluateOptions()
        _library.pe_evaluate_options_init(ctypes.byref(options), ctypes.sizeof(options))
        if calendar is not None:
            options.calendar = stack.enter_context(_read("calendar", calendar, calendar_file)).value
        evaluation = stack.enter_context(_Object("evaluation", "pe_evaluate", rules, facts, ctypes.byref(options), None))
        text = stack.enter_context(_Object("text", "pe_evaluation_to_json", evaluation))
        result: dict[str, Any] = json.loads(
            ctypes.string_at(_library.pe_text_get_data(text), _library.pe_text_get_size(text))
        )
    return result
