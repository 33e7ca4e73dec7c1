# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Calls into the library: a failure raises, a handle is released when nobody holds it, a structure is read by index."""
from __future__ import annotations

import ctypes
import json
import os
import pathlib
import re
import weakref
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Callable, ClassVar, Dict, List, Mapping, Optional, Sequence, Type, TypeVar, Union

from . import _abi
from ._library import function, library
from .findings import Error, Findings

if TYPE_CHECKING:
    from .limits import Limits

Bytes = Union[bytes, bytearray, memoryview, str]
Path = Union[str, "os.PathLike[str]"]
H = TypeVar("H", bound="Handle")
S = TypeVar("S", bound=ctypes.Structure)


def check(status: int, error: ctypes.c_void_p, findings: Optional[ctypes.c_void_p] = None) -> Optional[Findings]:
    """Raises what a call left behind, or answers its findings; both are given back to the library."""
    noticed = Findings._take(findings.value) if findings is not None else None
    if status != _abi.PE_OK:
        raised = Error._take(error.value, noticed)
        raise TypeError(f"{absent(raised)} must not be None") if absent(raised) else raised
    return noticed


def absent(error: Error) -> str:
    """The argument that is None and must not be, where an error says so: no object of another kind reaches the library."""
    expected = error.finding.parameters.get("expected", "")
    kind = getattr(_abi, expected.partition(" ")[2], None) if expected.startswith("a pe_") else None
    is_handle = isinstance(kind, type) and issubclass(kind, _abi.Handle)
    if error.code != "PE_ERROR_INVALID_ARGUMENT" or error.path or not (is_handle or expected == "not NULL"):
        return ""
    return error.finding.parameters["name"]


def invoke(name: str, *arguments: Any) -> Any:
    """A function of either library. What is no argument of it is a TypeError, and never reaches it."""
    called = function(name)
    for kind, value in zip(called.argtypes or (), arguments):
        # The table itself takes addresses; here they come from the library alone.
        if type(value) is int and isinstance(kind, type) and issubclass(kind, _abi.Handle):
            needed = kind.__name__[3:].title().replace("_", "")
            raise TypeError(f"{'an' if needed[0] in 'AEIO' else 'a'} {needed} is needed, not int: {value}")
    try:
        return called(*arguments)
    except ctypes.ArgumentError as cause:
        # Python 3.9 writes the class as it represents itself.
        raise TypeError(re.sub(r"^argument \d+: (<class 'TypeError'>|TypeError): ", "", str(cause))) from None


def call(name: str, *arguments: Any) -> None:
    """A function that takes its error last."""
    error = ctypes.c_void_p()
    check(invoke(name, *arguments, ctypes.byref(error)), error)


def call_with_findings(name: str, *arguments: Any) -> Findings:
    """A function that takes its findings and its error last."""
    error, findings = ctypes.c_void_p(), ctypes.c_void_p()
    status = invoke(name, *arguments, ctypes.byref(findings), ctypes.byref(error))
    return check(status, error, findings) or Findings()


class Address(int):
    """The address of a handle, as the library gave it: no other number is taken for one."""


def make(name: str, *arguments: Any) -> Address:
    """A function whose first argument receives an owned handle."""
    out = ctypes.c_void_p()
    call(name, ctypes.byref(out), *arguments)
    return Address(out.value or 0)


def data(name: str, *arguments: Any) -> bytes:
    """A function whose first argument receives a pe_text: its bytes."""
    return take_text(ctypes.c_void_p(make(name, *arguments)))


def take_text(owned: ctypes.c_void_p) -> bytes:
    """The bytes of an owned pe_text, which is given back."""
    try:
        return ctypes.string_at(library.pe_text_get_data(owned), library.pe_text_get_size(owned))
    finally:
        library.pe_text_unref(owned)


def text(name: str, *arguments: Any) -> str:
    return data(name, *arguments).decode("utf-8")


def structure(kind: Type[S]) -> S:
    """A sized structure with its defaults."""
    value = kind()
    function(f"{kind.__name__}_init")(ctypes.byref(value), ctypes.sizeof(value))
    return value


def read(kind: Type[S], name: str, *arguments: Any) -> S:
    """A function whose first argument is a sized structure that it fills."""
    value = structure(kind)
    call(name, ctypes.byref(value), *arguments)
    return value


def read_all(kind: Type[S], owner: Handle, size: str, get: str) -> List[S]:
    return [read(kind, get, owner, index) for index in range(function(size)(owner))]


def string(value: Optional[bytes]) -> str:
    return (value or b"").decode("utf-8")


def optional(value: Optional[bytes]) -> Optional[str]:
    return value.decode("utf-8") if value is not None else None


def utf8(value: str) -> bytes:
    """A text as the library takes it, which ends at U+0000: one that has it inside is refused, not cut."""
    if not isinstance(value, str):
        raise TypeError(f"a str is needed, not {type(value).__name__}: {value!r}")
    return _whole(value.encode("utf-8"), value)


def _whole(raw: bytes, value: object) -> bytes:
    if b"\0" in raw:
        raise ValueError(f"a text with U+0000: {value!r}")
    return raw


def utf8_or_none(value: Optional[str]) -> Optional[bytes]:
    return utf8(value) if value is not None else None


def file_name(file: Optional[Path]) -> Optional[bytes]:
    """The name of a file for places, with the bytes that it has on the disk."""
    return _whole(os.fsencode(file), file) if file is not None else None


def as_bytes(document: Bytes) -> bytes:
    """A document in any of its forms. A path, a number or a dictionary is none: bytes() would make something of each."""
    if isinstance(document, str):
        return document.encode("utf-8")
    if not isinstance(document, (bytes, bytearray, memoryview)):
        raise TypeError(f"a document as bytes or str is needed, not {type(document).__name__}: {document!r}")
    return bytes(document)


def read_options(file: Optional[Path], limits: Optional[Limits] = None) -> _abi.pe_read_options:
    from .limits import pointer_to

    options = structure(_abi.pe_read_options)
    options.limits = pointer_to(limits)
    options.file = file_name(file)
    return options


def pointer_of(kind: Type[Handle], value: Optional[Handle]) -> Optional[int]:
    """What a member of a structure takes; None is none. Anything but this kind is refused: the library would read what is not there."""
    if value is None:
        return None
    if not isinstance(value, kind):
        article = "an" if kind.__name__[0] in "AEIO" else "a"
        raise TypeError(f"{article} {kind.__name__} is needed, not {type(value).__name__}: {value!r}")
    return value._pointer


def pointers_of(kind: Type[Handle], values: Sequence[Handle]) -> Any:
    return (ctypes.c_void_p * len(values))(*(pointer_of(kind, value) for value in values))


def makers(kind: type) -> List[str]:
    """The names of the class methods that make one."""
    names = [name for each in kind.__mro__ for name, value in vars(each).items() if isinstance(value, classmethod)]
    return [f"{name}()" for name in dict.fromkeys(names) if not name.startswith("_")]


class Handle:
    """An owned handle of the library. It is immutable, may be shared by threads, and is released when nobody holds it."""

    _kind: ClassVar[str] = ""
    __slots__ = ("_as_parameter_", "_pointer", "_findings", "__weakref__")

    def __init__(self, made: Address, findings: Optional[Findings] = None):
        """Of the package itself: objects are made by the class methods."""
        if not isinstance(made, Address):
            raise TypeError(f"{type(self).__name__} is made by {', '.join(makers(type(self))) or 'other objects'}")
        self._pointer = made
        self._as_parameter_ = getattr(_abi, f"pe_{self._kind}")(made)  # so that ctypes takes the object itself
        self._findings = findings if findings is not None else Findings()
        unref: Callable[[int], None] = function(f"pe_{self._kind}_unref")
        weakref.finalize(self, unref, made).atexit = False

    def __copy__(self: H) -> H:
        return self

    def __deepcopy__(self: H, memo: Any) -> H:
        return self

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} cannot be pickled: pickle the rulebook and the dossier that it was made from")

    @classmethod
    def _borrow(cls: Type[H], pointer: int) -> H:
        """One more reference to a handle that something else owns."""
        return cls(Address(function(f"pe_{cls._kind}_ref")(pointer)))

    @property
    def findings(self) -> Findings:
        """What was noticed when it was made."""
        return self._findings

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Single:
    """An owned handle that is changed in place and belongs to one thread. It is released when nobody holds it, and has no copy."""

    _kind: ClassVar[str] = ""

    def _hold(self, pointer: int) -> None:
        self._pointer = pointer
        self._as_parameter_ = getattr(_abi, f"pe_{self._kind}")(pointer)
        weakref.finalize(self, function(f"pe_{self._kind}_free"), pointer).atexit = False

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} can be neither copied nor pickled")


class Document(Handle):
    """A handle that is read from JSON."""

    __slots__ = ()

    @classmethod
    def from_json(cls: Type[H], document: Bytes, file: Optional[str] = None, *, limits: Optional[Limits] = None) -> H:
        """Reads a document; file is the name for the places in errors. Raises Error with every fault in its findings."""
        raw, out = as_bytes(document), ctypes.c_void_p()
        options = ctypes.byref(read_options(file, limits))
        findings = call_with_findings(f"pe_{cls._kind}_from_json", ctypes.byref(out), raw, len(raw), options)
        return cls(Address(out.value or 0), findings)

    @classmethod
    def from_dict(cls: Type[H], document: Dict[str, Any], *, limits: Optional[Limits] = None) -> H:
        """Reads a document as json.loads() gives it, with numbers as int, str or Decimal. A float is a TypeError that says where."""
        make_it: Any = cls
        result: H = make_it.from_json(json.dumps(_plain(document, ""), ensure_ascii=False), limits=limits)
        return result

    @classmethod
    def from_file(cls: Type[H], path: Path, *, limits: Optional[Limits] = None) -> H:
        """Reads a file of JSON. Raises OSError where it cannot be read, Error where it is refused."""
        make_it: Any = cls
        result: H = make_it.from_json(pathlib.Path(path).read_bytes(), file=os.fspath(path), limits=limits)
        return result


def _plain(value: Any, path: str) -> Any:
    """What JSON has; a Decimal as the text of its digits."""
    if isinstance(value, Mapping):
        return {utf8(key).decode("utf-8"): _plain(each, f"{path}/{key}") for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each, f"{path}/{index}") for index, each in enumerate(value)]
    if isinstance(value, Decimal):
        if value.is_finite() and not -1000 <= value.adjusted() <= 1000:
            raise ValueError(f"{path}: more digits than a document takes: {value}")
        return f"{value:f}"
    if value is None or isinstance(value, (str, bool, int)):
        return value
    raise TypeError(f"{path}: an int, a str or a Decimal is needed, not {type(value).__name__}: {value!r}")


class Digested(Document):
    """A document with an identity: its digest, defined without any file format (docs/digest.md)."""

    __slots__ = ()

    @property
    def digest(self) -> str:
        """SHA-256 over the content, in hexadecimal."""
        out = (ctypes.c_uint8 * 32)()
        function(f"pe_{self._kind}_get_digest")(self, out)
        return bytes(out).hex()

    def to_json(self) -> bytes:
        """The document again. Reading it back gives an equal object."""
        return data(f"pe_{self._kind}_to_json", self)

    def to_dict(self) -> Dict[str, Any]:
        """The document as a dictionary, its numbers as texts, to be changed and read again: see from_dict()."""
        result: Dict[str, Any] = json.loads(self.to_json())
        return result

    def __reduce__(self) -> Any:
        """It can be pickled; places in its file are not kept, as in to_json()."""
        return type(self).from_json, (self.to_json(),)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Digested) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash((self._kind, self.digest))
