"""auditor.py - feeding claims and relations to the library, for the tests of this room

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import ctypes
import os
import sys
from fractions import Fraction

SKIPPED = 77
if os.environ.get("PERFEVAL_SANITIZE") and not os.environ.get("PERFEVAL_PRELOAD"):
    print("SKIPPED: a sanitized library is loaded only with its sanitizer's runtime before it")
    sys.exit(SKIPPED)
if os.environ.get("PERFEVAL_PRELOAD") and "LD_PRELOAD" not in os.environ:
    environment = dict(os.environ, LD_PRELOAD=os.environ["PERFEVAL_PRELOAD"], ASAN_OPTIONS="detect_leaks=0")
    os.execve(sys.executable, [sys.executable] + sys.argv, environment)

from perfeval import _abi  # noqa: E402
from perfeval._library import library  # noqa: E402

NO_CLAIM = 2**32 - 1
KINDS = {
    library.pe_relation_kind_get_name(kind).decode(): kind
    for kind in range(1, 100)
    if library.pe_relation_kind_get_name(kind) is not None
}
FORMS = {
    library.pe_relation_form_get_name(form).decode(): form
    for form in range(100)
    if library.pe_relation_form_get_name(form) is not None
}
COMPARISONS = {">=": 1, "<=": 2, "=": 3, "<": 4, ">": 5}


def filled(kind, initialise):
    structure = kind()
    initialise(ctypes.byref(structure), ctypes.sizeof(structure))
    return structure


def check(status, error):
    if status != 0:
        message = library.pe_error_get_message(error, 2)
        raise ValueError(f"{library.pe_status_name(status).decode()}: {message.decode()}")


def call(function, *arguments):
    error = ctypes.c_void_p()
    check(function(*arguments, ctypes.byref(error)), error)


def text_of(handle):
    data = ctypes.string_at(library.pe_text_get_data(handle), library.pe_text_get_size(handle)).decode()
    library.pe_text_unref(handle)
    return data


class Audit:
    """Claims and relations, added one by one; then what the library says."""

    def __init__(self):
        self.claims, self.relations, self.kept = [], [], []
        self.handle = None

    def claim(self, text, nature=0, unit=None, name=None):
        claim = filled(_abi.pe_claim, library.pe_claim_init)
        claim.text, claim.nature = str(text).encode(), nature
        claim.unit = unit.encode() if unit else None
        claim.name = name.encode() if name else None
        self.claims.append(claim)
        return len(self.claims) - 1

    def relate(self, kind, operands, result=NO_CLAIM, form="plain", comparison=None, signs=None, constant=None, bands=None, doubtful=False):
        relation = filled(_abi.pe_relation, library.pe_relation_init)
        relation.kind, relation.form, relation.result = KINDS[kind], FORMS[form], result
        relation.comparison = COMPARISONS.get(comparison, 0)
        relation.is_doubtful = int(doubtful)
        array = (ctypes.c_uint32 * len(operands))(*operands)
        relation.operands, relation.n_operands = array, len(operands)
        self.kept.append(array)
        if signs:
            array = (ctypes.c_int32 * len(signs))(*signs)
            relation.signs = array
            self.kept.append(array)
        if constant:
            relation.constant = _abi.pe_decimal(*constant)
        if bands:
            array = (_abi.pe_audit_band * len(bands))()
            for band, (lowest, name) in zip(array, bands):
                library.pe_audit_band_init(ctypes.byref(band), ctypes.sizeof(band))
                band.at_least, band.name = _abi.pe_decimal(int(lowest), 0, 0), name.encode()
            relation.bands, relation.n_bands = array, len(bands)
            self.kept.append(array)
        self.relations.append(relation)
        return len(self.relations) - 1

    def build(self, **options):
        builder, self.handle = ctypes.c_void_p(), ctypes.c_void_p()
        chosen = filled(_abi.pe_audit_options, library.pe_audit_options_init)
        limits = filled(_abi.pe_limits, library.pe_limits_init)
        limits.findings = 1000000
        for name, value in options.items():
            setattr(chosen, name, value)
        chosen.limits = ctypes.pointer(limits)
        call(library.pe_audit_builder_new, ctypes.byref(builder), None, ctypes.byref(chosen))
        claims = (_abi.pe_claim * len(self.claims))(*self.claims)
        call(library.pe_audit_builder_add_claims, builder, claims, len(claims), None)
        relations = (_abi.pe_relation * len(self.relations))(*self.relations)
        call(library.pe_audit_builder_add_relations, builder, relations, len(relations))
        call(library.pe_audit_builder_build, ctypes.byref(self.handle), builder)
        library.pe_audit_builder_free(builder)
        return self

    def get(self, kind, initialise, getter, *index):
        structure = filled(kind, initialise)
        call(getter, ctypes.byref(structure), self.handle, *index)
        return structure

    def verdict(self, index):
        return self.get(_abi.pe_verdict, library.pe_verdict_init, library.pe_audit_get_verdict, index)

    def summary(self):
        return self.get(_abi.pe_audit_summary, library.pe_audit_summary_init, library.pe_audit_get_summary)

    def blames(self):
        return [
            self.get(_abi.pe_blame, library.pe_blame_init, library.pe_audit_get_blame, index)
            for index in range(library.pe_audit_get_n_blames(self.handle))
        ]

    def repairs(self, relation):
        return [
            self.get(_abi.pe_repair, library.pe_repair_init, library.pe_audit_get_repair, relation, index)
            for index in range(library.pe_audit_get_n_repairs(self.handle, relation))
        ]

    def exact(self, index):
        """The exact value as a Fraction, or None."""
        ratio, parts = ctypes.c_void_p(), []
        call(library.pe_audit_compute_exact, ctypes.byref(ratio), self.handle, index)
        if not ratio:
            return None
        for print_part in (library.pe_ratio_print_numerator, library.pe_ratio_print_denominator):
            part = ctypes.c_void_p()
            call(print_part, ctypes.byref(part), ratio)
            parts.append(int(text_of(part)))
        library.pe_ratio_unref(ratio)
        return Fraction(*parts)

    def sentence(self, index, language=1):
        out = ctypes.c_void_p()
        call(library.pe_audit_print_verdict, ctypes.byref(out), self.handle, index, language)
        return text_of(out)

    def findings(self, language=1):
        """(name of the code, class, message) of each."""
        found = library.pe_audit_get_findings(self.handle)
        for index in range(library.pe_findings_get_size(found)):
            finding = library.pe_findings_get(found, index)
            code = library.pe_finding_get_code(finding)
            message = library.pe_finding_get_message(finding, language).decode()
            yield library.pe_status_name(code).decode(), library.pe_audit_classify(code), message

    def free(self):
        library.pe_audit_unref(self.handle)
        self.handle = None
