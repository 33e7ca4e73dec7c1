# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Audits: the figures that a report prints, recomputed."""
from __future__ import annotations

import ctypes
import enum
import json
import os
import pathlib
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Dict, FrozenSet, Iterator, Optional, Sequence, Tuple, Union, overload

from . import _abi
from ._core import (
    Bytes,
    Handle,
    Path,
    as_bytes,
    call,
    data,
    file_name,
    make,
    optional,
    read,
    read_options,
    string,
    structure,
    take_text,
    text,
    utf8,
    utf8_or_none,
)
from ._html import table
from ._library import library
from ._numbers import decimal_of, fraction_of
from .findings import EN, ZH, Finding, Findings, language_number
from .limits import Limits, pointer_to

if TYPE_CHECKING:
    from .prose_patterns import ProsePatterns
    from .workbooks import ArchiveLimits

__all__ = ["Audit", "AuditClass", "Claim", "Mode", "Relation", "TextAudit"]


class AuditClass(enum.IntEnum):
    """How grave it is."""

    REMARK = _abi.PE_CLASS_REMARK
    ROUNDING = _abi.PE_CLASS_ROUNDING
    CONTRADICTION = _abi.PE_CLASS_CONTRADICTION


class Mode(enum.IntEnum):
    """Ways of rounding."""

    HALF_UP = _abi.PE_MODE_HALF_UP
    HALF_EVEN = _abi.PE_MODE_HALF_EVEN
    DOWN = _abi.PE_MODE_DOWN
    UP = _abi.PE_MODE_UP


def _modes(bits: int) -> FrozenSet[Mode]:
    return frozenset(mode for mode in Mode if bits & mode)


@dataclass(frozen=True)
class Claim:
    """A figure as it is printed. value is None for a word and for what is no number; offset and length are bytes of the text as UTF-8."""

    text: str
    unit: Optional[str] = None
    name: Optional[str] = None
    value: Optional[Decimal] = None
    offset: int = 0
    length: int = 0


@dataclass(frozen=True)
class Relation:
    """How printed figures hang together, and the verdict. audit_class is None where they fit."""

    kind: str
    form: str
    operands: Tuple[Claim, ...]
    result: Optional[Claim]
    reading: Optional[str]
    reading_zh: Optional[str]
    computed: bool
    audit_class: Optional[AuditClass]
    as_printed: FrozenSet[Mode]
    as_rounded: FrozenSet[Mode]
    exact: Optional[Fraction]
    nearest: Optional[Decimal]
    verdict: str
    verdict_zh: str
    offset: int
    length: int

    def __str__(self) -> str:
        return self.verdict_zh


_KINDS: Dict[str, int] = {}
_FORMS: Dict[str, int] = {}
_NUMBERS_OF_KINDS, _NUMBERS_OF_FORMS = range(1, 64), range(64)


def _number(name: str, numbers: range, function: str, known: Dict[str, int]) -> int:
    """The number of a kind or form by its name."""
    if not known:
        get = getattr(library, function)
        known.update((get(number).decode("ascii"), number) for number in numbers if get(number))
    if name not in known:
        raise ValueError(f"{name!r}; expected one of: {', '.join(sorted(known))}")
    return known[name]


def _audit_options(limits: Optional[Limits]) -> Any:
    options = structure(_abi.pe_audit_options)
    options.limits = pointer_to(limits)
    return options


class Audit(Handle):
    """An audit (核查): iterating gives the relations with their verdicts; findings has what there is to say."""

    _kind = "audit"
    __slots__ = ()

    @classmethod
    def of(
        cls, figures: Sequence[Union[str, Tuple[str, str]]], relations: Sequence[Dict[str, Any]], *, limits: Optional[Limits] = None
    ) -> Audit:
        """Audits a table of figures.

        figures: as printed, "2,155.61万元", or with the unit of one that is printed bare, ("2155.61", "万元"). relations: dictionaries with
        kind ("sum", "rate", "growth", ...), operands (indices of figures in the order of their roles), and, where they are due, result
        (an index), form ("new_change", ...), signs and name.

        >>> audit = Audit.of(["2149.56万元", "2155.61万元", "99.71%"], [{"kind": "rate", "operands": [0, 1], "result": 2}])
        >>> [mode.name for mode in audit[0].as_printed]
        ['DOWN']
        """
        builder = make("pe_audit_builder_new", None, ctypes.byref(_audit_options(limits)))
        try:
            cls._add(builder, figures, relations)
            return cls(make("pe_audit_builder_build", builder))
        finally:
            library.pe_audit_builder_free(builder)

    @staticmethod
    def _add(builder: int, figures: Sequence[Union[str, Tuple[str, str]]], relations: Sequence[Dict[str, Any]]) -> None:
        claims = (_abi.pe_claim * len(figures))()
        for index, figure in enumerate(figures):
            printed, unit = (figure, None) if isinstance(figure, str) else figure
            claims[index] = structure(_abi.pe_claim)
            claims[index].text = utf8(printed)
            claims[index].unit = utf8_or_none(unit)
        call("pe_audit_builder_add_claims", builder, claims, len(claims), None)
        for given in relations:
            relation = structure(_abi.pe_relation)
            relation.kind = _number(given["kind"], _NUMBERS_OF_KINDS, "pe_relation_kind_get_name", _KINDS)
            relation.form = _number(given.get("form", "plain"), _NUMBERS_OF_FORMS, "pe_relation_form_get_name", _FORMS)
            operands = (ctypes.c_uint32 * len(given["operands"]))(*given["operands"])
            relation.operands = ctypes.cast(operands, type(relation.operands))
            relation.n_operands = len(operands)
            signs = given.get("signs")
            held = (ctypes.c_int32 * len(signs))(*signs) if signs is not None else None
            relation.signs = ctypes.cast(held, type(relation.signs)) if held is not None else None
            if given.get("result") is not None:
                relation.result = given["result"]
            relation.name = utf8_or_none(given.get("name"))
            call("pe_audit_builder_add_relations", builder, ctypes.byref(relation), 1)

    @property
    def findings(self) -> Findings:
        """What there is to say, each with its place."""
        return Findings._read(library.pe_audit_get_findings(self))

    @property
    def claims(self) -> Tuple[Claim, ...]:
        """Every figure, in its order."""
        return tuple(self._claim(index) for index in range(library.pe_audit_get_n_claims(self)))

    def _claim(self, index: int) -> Claim:
        claim = read(_abi.pe_claim, "pe_audit_get_claim", self, index)
        value = decimal_of(claim.value) if claim.state == _abi.PE_STATE_VALUE else None
        return Claim(string(claim.text), optional(claim.unit), optional(claim.name), value, claim.offset, claim.length)

    def __len__(self) -> int:
        size: int = library.pe_audit_get_n_relations(self)
        return size

    def _exact(self, index: int) -> Optional[Fraction]:
        out = ctypes.c_void_p(make("pe_audit_compute_exact", self, index) or None)
        if not out:
            return None
        try:
            return fraction_of(out)
        finally:
            library.pe_ratio_unref(out)

    @overload
    def __getitem__(self, index: int) -> Relation: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Relation, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Relation, Tuple[Relation, ...]]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        relation = read(_abi.pe_relation, "pe_audit_get_relation", self, index)
        verdict = read(_abi.pe_verdict, "pe_audit_get_verdict", self, index)
        return Relation(
            string(library.pe_relation_kind_get_name(relation.kind)),
            string(library.pe_relation_form_get_name(relation.form)),
            tuple(self._claim(relation.operands[i]) for i in range(relation.n_operands)),
            self._claim(relation.result) if relation.result != _abi.PE_NO_CLAIM else None,
            optional(relation.reading_en),
            optional(relation.reading_zh),
            verdict.state == _abi.PE_VERDICT_COMPUTED,
            AuditClass(verdict.audit_class) if verdict.audit_class else None,
            _modes(verdict.as_printed),
            _modes(verdict.as_rounded),
            self._exact(index),
            decimal_of(verdict.nearest) if verdict.has_nearest else None,
            text("pe_audit_print_verdict", self, index, EN),
            text("pe_audit_print_verdict", self, index, ZH),
            relation.offset,
            relation.length,
        )

    def __iter__(self) -> Iterator[Relation]:
        return (self[index] for index in range(len(self)))

    def of_class(self, audit_class: AuditClass) -> Tuple[Finding, ...]:
        """The findings of a class."""
        codes = {finding.code for finding in self.findings}
        wanted = {code for code in codes if library.pe_audit_classify(getattr(_abi, code)) == audit_class}
        return tuple(finding for finding in self.findings if finding.code in wanted)

    @property
    def contradictions(self) -> Tuple[Finding, ...]:
        """What is impossible, however the figures were rounded."""
        return self.of_class(AuditClass.CONTRADICTION)

    def _options(self, language: str) -> Any:
        options = structure(_abi.pe_audit_report_options)
        options.language = language_number(language)
        return options

    def to_text(self, language: str = "zh") -> str:
        """For people, 80 columns wide. language: "zh" or "en"."""
        return data("pe_audit_to_text", self, ctypes.byref(self._options(language))).decode("utf-8")

    def to_json(self) -> bytes:
        """perfeval-audit/1, as its installed schema describes it."""
        return data("pe_audit_to_json", self, ctypes.byref(self._options("zh")))

    def to_sarif(self, language: str = "zh") -> bytes:
        """SARIF 2.1.0, for editors and review tools."""
        return data("pe_audit_to_sarif", self, ctypes.byref(self._options(language)))

    def to_dict(self) -> Dict[str, Any]:
        """perfeval-audit/1 as a dictionary."""
        result: Dict[str, Any] = json.loads(self.to_json())
        return result

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self.of_class(each))} {each.name.lower()}" for each in reversed(AuditClass))
        return f"<{type(self).__name__}: {len(self)} relations, {counts}>"

    def __str__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        rows = [
            (each.audit_class.name.lower() if each.audit_class else "", each.kind, each.result.text if each.result else "", each.verdict_zh)
            for each in self
        ]
        return table(("", "kind", "figure", "核算"), rows)


def decode(raw: bytes, encoding: Optional[str], file: Optional[Path], limits: Optional[Limits]) -> Tuple[bytes, str]:
    """Bytes as UTF-8, and the encoding that they had."""
    wanted, chosen = ctypes.c_int32(0), ctypes.c_int32(0)
    if encoding is not None:
        call("pe_encoding_find", ctypes.byref(wanted), utf8(encoding))
    options = read_options(file, limits)
    owned = ctypes.c_void_p()
    call("pe_encoding_decode", ctypes.byref(owned), ctypes.byref(chosen), raw, len(raw), wanted, ctypes.byref(options))
    return take_text(owned), string(library.pe_encoding_get_name(chosen))


class TextAudit(Audit):
    """The audit of a report's text. related and not_understood count its figures: what was not understood is never guessed at."""

    __slots__ = ("_source", "encoding", "file", "figures", "not_understood", "related")
    _source: bytes
    encoding: str
    file: Optional[str]
    figures: int
    not_understood: int
    related: int

    @classmethod
    def of_text(
        cls,
        report: Bytes,
        *,
        encoding: Optional[str] = None,
        file: Optional[Path] = None,
        patterns: Optional[ProsePatterns] = None,
        limits: Optional[Limits] = None,
    ) -> TextAudit:
        """Reads a report and audits what its sentences state.

        report: a str, or the bytes of a file, whose encoding is found out (a byte order mark, UTF-8, else GB18030) unless it is given.
        patterns: words and patterns of a house's own.
        """
        source, found = (as_bytes(report), "UTF-8") if isinstance(report, str) else decode(as_bytes(report), encoding, file, limits)
        return cls._read(source, found, file, patterns, limits)

    @classmethod
    def from_file(
        cls,
        path: Path,
        *,
        encoding: Optional[str] = None,
        patterns: Optional[ProsePatterns] = None,
        limits: Optional[Limits] = None,
        archive: Optional[ArchiveLimits] = None,
    ) -> TextAudit:
        """Reads the file of a report and audits what its sentences state: a text, DOCX, HTML, a workbook, by the ending of its name.

        Raises OSError, Error, and ImportError for a file of an office program where libperfeval-office is not there.
        """
        from .report_texts import read_report

        source, found = read_report(pathlib.Path(path).read_bytes(), path, encoding, limits, archive)
        return cls._read(source, found, path, patterns, limits)

    @classmethod
    def _read(
        cls, source: bytes, encoding: str, file: Optional[Path], patterns: Optional[ProsePatterns], limits: Optional[Limits]
    ) -> TextAudit:
        options = structure(_abi.pe_prose_options)
        options.file = file_name(file)
        options.audit = ctypes.pointer(_audit_options(limits))
        if patterns is not None:
            call("pe_prose_patterns_lend", patterns, ctypes.byref(options))
        prose = make("pe_prose_read", source, len(source), ctypes.byref(options))
        try:
            audit = cls._borrow(library.pe_prose_get_audit(prose))
            summary = read(_abi.pe_prose_summary, "pe_prose_get_summary", prose)
        finally:
            library.pe_prose_unref(prose)
        audit._source, audit.encoding, audit.file = source, encoding, os.fspath(file) if file is not None else None
        audit.figures, audit.related, audit.not_understood = summary.n_figures, summary.n_related, summary.n_left
        return audit

    @property
    def text(self) -> str:
        """The text that was read."""
        return self._source.decode("utf-8")

    def passage(self, relation: Relation) -> str:
        """The words that a relation was read from."""
        return self._source[relation.offset : relation.offset + relation.length].decode("utf-8", "replace")

    def _options(self, language: str) -> Any:
        options = super()._options(language)
        options.text, options.size = self._source, len(self._source)
        options.file = file_name(self.file)
        options.encoding = utf8(self.encoding)
        options.has_counts, options.n_figures = 1, self.figures
        options.n_related, options.n_left = self.related, self.not_understood
        return options

    def to_html(self, language: str = "zh") -> bytes:
        """The report as one page, each figure marked by a sign and a colour, with its recomputation."""
        return data("pe_audit_to_html", self, ctypes.byref(self._options(language)))
