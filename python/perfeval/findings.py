# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""What was noticed, and where: findings, their places, and the error that a refusal raises."""
from __future__ import annotations

import enum
import os
from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple, Union, overload

from . import _abi
from ._html import table
from ._library import library

__all__ = ["Error", "Finding", "Findings", "Place", "Severity"]

ZH, EN = _abi.PE_LANGUAGE_ZH, _abi.PE_LANGUAGE_EN


def language_number(language: str) -> int:
    """The number of a language, "zh" or "en". Raises ValueError for any other."""
    try:
        return {"zh": ZH, "en": EN}[language]
    except KeyError:
        raise ValueError(f"language is zh or en, not {language!r}") from None


class Severity(enum.IntEnum):
    """How grave a finding is."""

    NOTE = _abi.PE_SEVERITY_NOTE
    WARNING = _abi.PE_SEVERITY_WARNING
    ERROR = _abi.PE_SEVERITY_ERROR


def _string(value: Optional[bytes]) -> str:
    return (value or b"").decode("utf-8")


@dataclass(frozen=True)
class Place:
    """What a finding is about, as a path in the object's own terms, and where it came from, as far as it came from bytes."""

    what: str
    file: Optional[str] = None
    line: Optional[int] = None
    column: Optional[int] = None
    cell: Optional[str] = None

    def __str__(self) -> str:
        at = f":{self.line}" + (f":{self.column}" if self.column else "")
        where = f"{self.file or 'input'}{at}" if self.line else self.cell or self.file or ""
        return f"{where}: {self.what}" if where and self.what else where or self.what

    @classmethod
    def _read(cls, pointer: int) -> Place:
        file, cell = library.pe_place_get_file(pointer), library.pe_place_get_cell(pointer)
        return cls(
            _string(library.pe_place_get_what(pointer)),
            os.fsdecode(file) if file else None,
            library.pe_place_get_line(pointer) or None,
            library.pe_place_get_column(pointer) or None,
            _string(cell) if cell else None,
        )


@dataclass(frozen=True)
class Finding:
    """One finding. code is the stable name, e.g. "PE_ERROR_MARKS_MISMATCH"; parameters are what the message was made of."""

    code: str
    severity: Severity
    message: str
    message_zh: str
    places: Tuple[Place, ...]
    parameters: Dict[str, str]

    def __str__(self) -> str:
        place = str(self.places[0]) if self.places else ""
        return f"{place}: {self.message} [{self.code}]" if place else f"{self.message} [{self.code}]"

    @classmethod
    def _read(cls, pointer: int) -> Finding:
        places = (library.pe_finding_get_place(pointer, i) for i in range(library.pe_finding_get_n_places(pointer)))
        names = range(library.pe_finding_get_n_parameters(pointer))
        return cls(
            _string(library.pe_status_name(library.pe_finding_get_code(pointer))),
            Severity(library.pe_finding_get_severity(pointer)),
            _string(library.pe_finding_get_message(pointer, EN)),
            _string(library.pe_finding_get_message(pointer, ZH)),
            tuple(Place._read(place) for place in places),
            {
                _string(library.pe_finding_get_parameter_name(pointer, i)): _string(library.pe_finding_get_parameter_text(pointer, i))
                for i in names
            },
        )


class Findings(Sequence[Finding]):
    """A list of findings in the order in which they were met; total counts those past the limit too."""

    def __init__(self, found: Sequence[Finding] = (), counts: Optional[Dict[Severity, int]] = None):
        self._found = tuple(found)
        self._counts = counts

    @classmethod
    def _take(cls, pointer: Optional[int]) -> Findings:
        """Reads an owned list and gives it back."""
        try:
            return cls._read(pointer)
        finally:
            library.pe_findings_unref(pointer)

    @classmethod
    def _read(cls, pointer: Optional[int]) -> Findings:
        size = library.pe_findings_get_size(pointer) if pointer else 0
        counts = {severity: library.pe_findings_get_count(pointer, severity) for severity in Severity}
        return cls([Finding._read(library.pe_findings_get(pointer, i)) for i in range(size)], counts)

    def count_of(self, severity: Severity) -> int:
        """How many there were of a severity, those past the limit included."""
        if self._counts is None:
            return sum(finding.severity == severity for finding in self._found)
        return self._counts[severity]

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> Findings: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Finding, Findings]:
        return Findings(self._found[index]) if isinstance(index, slice) else self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count_of(severity)} {severity.name.lower()}" for severity in reversed(Severity))
        return f"<Findings: {counts}>"

    def __str__(self) -> str:
        return "\n".join(map(str, self._found))

    def _repr_html_(self) -> str:
        rows = [(f.severity.name.lower(), str(f.places[0]) if f.places else "", f.message_zh, f.message, f.code) for f in self._found]
        return table(("", "place", "发现", "finding", "code"), rows)


class Error(ValueError):
    """Why an input was refused.

    code: the stable name, e.g. "PE_ERROR_JSON_DUPLICATE_KEY"; path: a JSON pointer into the document; file, line, column: where it stands,
    or None; message and message_zh: what would be right; findings: everything that the call found.
    """

    def __init__(self, finding: Finding, findings: Optional[Findings] = None):
        super().__init__(str(finding))
        place = finding.places[0] if finding.places else Place("")
        self.finding = finding
        self.findings = findings if findings is not None else Findings([finding])
        self.code, self.message, self.message_zh = finding.code, finding.message, finding.message_zh
        self.path, self.file, self.line, self.column = place.what, place.file, place.line, place.column

    def __reduce__(self) -> Tuple[type, Tuple[Finding, Findings]]:
        return type(self), (self.finding, self.findings)

    @classmethod
    def _take(cls, pointer: Optional[int], findings: Optional[Findings]) -> Error:
        """Reads an owned error and gives it back."""
        try:
            return cls(Finding._read(library.pe_error_get_finding(pointer)), findings)
        finally:
            library.pe_error_unref(pointer)
