#!/usr/bin/env python3
"""test-schema.py - the schemas take what the readers take, and refuse what they refuse

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""
import copy
import ctypes
import json
import os
import pathlib
import re
import sys

SOURCE = pathlib.Path(os.environ.get("PERFEVAL_SOURCE", pathlib.Path(__file__).resolve().parent.parent.parent))
FORMATS = ("rulebook", "dossier", "evaluation", "calendar")
OK = 0
SKIPPED = 77


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


def start_again_with_runtime():
    """A sanitized library needs the sanitizer's runtime before Python's own code."""
    if not os.environ.get("PERFEVAL_SANITIZE") or os.environ.get("LD_PRELOAD"):
        return
    if not os.environ.get("PERFEVAL_PRELOAD"):
        skip("no sanitizer runtime to load into Python")
    environment = dict(os.environ, LD_PRELOAD=os.environ["PERFEVAL_PRELOAD"])
    environment.setdefault("ASAN_OPTIONS", "detect_leaks=0")  # the interpreter's own
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)


class Library:
    """The functions that are needed, by ctypes."""

    def __init__(self, path):
        self.so = ctypes.CDLL(path)
        self.so.pe_status_name.restype = ctypes.c_char_p
        self.so.pe_text_get_data.restype = ctypes.c_void_p
        self.so.pe_text_get_data.argtypes = [ctypes.c_void_p]
        self.so.pe_text_get_size.restype = ctypes.c_size_t
        self.so.pe_text_get_size.argtypes = [ctypes.c_void_p]

    def read(self, kind, document):
        """(status, object or None) of a JSON text."""
        out, size = ctypes.c_void_p(), ctypes.c_size_t(len(document))
        function = getattr(self.so, f"pe_{kind}_from_json")
        status = function(ctypes.byref(out), document, size, None, None, None)
        return status, out if status == OK else None

    def name(self, status):
        return self.so.pe_status_name(ctypes.c_int32(status)).decode()

    def write(self, kind, made):
        out = ctypes.c_void_p()
        status = getattr(self.so, f"pe_{kind}_to_json")(ctypes.byref(out), made, None)
        if status != OK:
            raise ValueError(self.name(status))
        text = ctypes.string_at(self.so.pe_text_get_data(out), self.so.pe_text_get_size(out))
        self.so.pe_text_unref(out)
        return text

    def evaluate(self, rulebook, dossier):
        out = ctypes.c_void_p()
        status = self.so.pe_evaluate(ctypes.byref(out), rulebook, dossier, None, None, None)
        if status != OK:
            raise ValueError(self.name(status))
        return out

    def free(self, kind, made):
        getattr(self.so, f"pe_{kind}_unref")(made)


def complaints(validator, document):
    return [f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
            for error in validator.iter_errors(json.loads(document))]


def take(validators, library, kind, name, document, faults):
    """The schema and the reader take a document, and the schema takes what the writer makes of it."""
    faults += [f"{name}: the schema refuses {fault}" for fault in complaints(validators[kind], document)]
    status, made = library.read(kind, document)
    if made is None:
        faults.append(f"{name}: the reader refuses it: {library.name(status)}")
        return None
    written = library.write(kind, made)
    faults += [f"{name}, written: the schema refuses {fault}" for fault in complaints(validators[kind], written)]
    return made


# (rulebook, dossier) that go together; every rulebook and every example has to be in one of them.
PAIRS = [("guangdong-2023", "zengcheng-2023"), ("sample-department", "sample-department")]


def check_documents(validators, library, faults):
    rulebooks = {path.stem: path for path in sorted((SOURCE / "rulebooks").glob("*.json"))}
    rulebooks["own-measures"] = SOURCE / "tests/io/data/own-measures.json"
    dossiers = {path.stem: path for path in sorted((SOURCE / "examples/data").glob("*.json"))
                if not path.stem.startswith("calendar-")}
    made = {}
    for kind, paths in (("rulebook", rulebooks), ("dossier", dossiers)):
        for stem, path in paths.items():
            made[kind, stem] = take(validators, library, kind, path.name, path.read_bytes(), faults)
    for path in sorted((SOURCE / "examples/data").glob("calendar-*.json")):
        faults += [f"{path.name}: the schema refuses {fault}" for fault in complaints(validators["calendar"], path.read_bytes())]
    for rulebook, dossier in PAIRS:
        evaluation = library.evaluate(made["rulebook", rulebook], made["dossier", dossier])
        written = library.write("evaluation", evaluation)
        faults += [f"evaluation of {dossier}: the schema refuses {fault}"
                   for fault in complaints(validators["evaluation"], written)]
        library.free("evaluation", evaluation)
    for (kind, _), each in made.items():
        library.free(kind, each)
    return len(made) + len(PAIRS)


# What each format allows beyond the files: the figures of docs/formats.md, and null for what may be left out.
FIGURES = ["null", '""', '"2149.56"', "2149.56", '"2,149.56"', '"2149.56万元"', '"99.71%"', "true", '"-"', '"—"', '"--"',
           '"/"', '"不适用"', '"n/a"', '{"state": "not_applicable"}', '"已完成"', '{"text": "已完成"}',
           '{"value": "1.0", "unit": "是/否"}', '{"state": "missing", "unit": "万元"}']
AMOUNTS = ["null", '""', '"5"', "5", '"1,155.5"', '" 5 万元 "', '"5亿元"', '"-"', '"N/A"', '{"value": "5", "unit": "元"}',
           '{"state": "not_applicable"}']
DOSSIER = '"format": "perfeval-dossier/1", "unit": {"name": "某局"}, "fiscal_year": 2023, "kind": "department"'


def check_figures(validators, library, faults):
    texts = [f'{{{DOSSIER}, "facts": {{"1": {{"a": {figure}}}}}}}' for figure in FIGURES]
    texts += [f'{{{DOSSIER}, "budget": {{"lines": [{{"name": "一", "executed": {amount}}}]}}{unit}}}'
              for amount in AMOUNTS
              for unit in ([""] if re.search("元|null|state|-|/|^\"\"$", amount, re.I) else [', "money_unit": "元"'])]
    texts += [f'{{{DOSSIER}, "rows": {{"1": [{{"name": "一", "score": {points}}}]}}}}' for points in ("2", '"2.5分"', "null")]
    texts += [f'{{{DOSSIER}, "{name}": null}}' for name in ("place", "source", "money_unit", "budget", "procurement", "facts",
                                                            "rows", "declared", "readings", "prior")]
    for text in texts:
        made = take(validators, library, "dossier", text, text.encode(), faults)
        if made is not None:
            library.free("dossier", made)
    return len(texts)


# Codes of faults that lie in the form of a document, and so have to be refused by its schema as well.
OF_FORM = {"PE_ERROR_FORMAT_UNKNOWN", "PE_ERROR_MEMBER_UNKNOWN", "PE_ERROR_MEMBER_MISSING", "PE_ERROR_MEMBER_TYPE",
           "PE_ERROR_VALUE_UNKNOWN", "PE_ERROR_CODE_SYNTAX", "PE_ERROR_TEXT_EMPTY", "PE_ERROR_UNIT_UNKNOWN",
           "PE_ERROR_SHAPE_UNKNOWN", "PE_ERROR_PARAMETER_UNKNOWN", "PE_ERROR_PARAMETER_MISSING"}
# Cases that no schema can tell: they compare two numbers, or a number's spelling that JSON tools do not see.
NOT_OF_FORM = {"years in the wrong order", "a year that is not whole", "bounds and points that cannot be"}


def cases(path):
    """(what is wrong, the code of its first fault, the document) of a file of tests/io/data."""
    blocks = path.read_text(encoding="utf-8").split("=== ")
    head = blocks[0][blocks[0].index("@@ ") + 3:].strip()
    for block in blocks[1:]:
        expected, document = block.split("\n---\n", 1)
        name, first = expected.split("\n")[:2]
        yield name, first.split()[0], re.sub("[①-⑨]", "", document.replace("@@", head))


def check_cases(validators, faults):
    n = 0
    for kind in ("dossier", "rulebook", "calendar"):
        for name, code, document in cases(SOURCE / f"tests/io/data/{kind}-faults.txt"):
            if code in OF_FORM and name not in NOT_OF_FORM:
                n += 1
                if not complaints(validators[kind], document):
                    faults.append(f"{kind}: the schema takes the case \"{name}\"")
    return n


def objects_of(value, path=()):
    """Every object of a document with its path."""
    if isinstance(value, dict):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from objects_of(child, (*path, key))


def at(document, path):
    for key in path:
        document = document[key]
    return document




def is_free(path):
    """Whether an object has names of its own."""
    if path[:1] == ("cases",):
        if path[2:] == ("expect", "scores"):
            return True
        path = path[3:] if path[2:3] == ("dossier",) else ()
    while path[:1] == ("prior",):
        path = path[1:]
    if path[:1] == ("registers",):  # the columns of a row are those that the register declares
        return path[2:3] == ("rows",)
    return path[:1] == ("facts",) or path == ("rows",)


def leaves_of(indicators):
    for indicator in indicators:
        if "rule" in indicator:
            yield indicator
        yield from leaves_of(indicator.get("indicators") or ())


def check_leaves(validators, library, path, faults):
    """The same for one leaf of each kind, in a rulebook of its own: the whole would take minutes."""
    book = json.loads(path.read_bytes())
    kinds = {(leaf["rule"]["shape"], *leaf, *leaf["rule"], leaf["rule"].get("hit") == "P"): leaf for leaf in leaves_of(book["indicators"])}
    head = {name: value for name, value in book.items() if name not in ("cases", "bonus")}
    n = 0
    for leaf in kinds.values():
        document = dict(head, full_marks=leaf["full_marks"], indicators=[leaf])
        n += mutate(validators, library, "rulebook", document, f"{path.name}, {leaf['code']}", faults, ("indicators",))
    return n


def check_mutations(validators, library, kind, path, faults):
    """An unknown member in each object, and the loss of each member that a reader cannot do without."""
    return mutate(validators, library, kind, json.loads(path.read_bytes()), path.name, faults, ())


def mutate(validators, library, kind, document, title, faults, below):
    n = 0
    for where, found in objects_of(document):
        if where[:len(below)] != below:
            continue
        changed = copy.deepcopy(document)
        if not is_free(where):
            at(changed, where)["xyzzy"] = "1"
            n += 1
            faults += disagreement(validators, library, kind, changed, f"{title}: xyzzy in /{'/'.join(map(str, where))}", True)
        for name in found:
            changed = copy.deepcopy(document)
            del at(changed, where)[name]
            n += 1
            faults += disagreement(validators, library, kind, changed,
                                   f"{title}: without /{'/'.join(map(str, (*where, name)))}", None)
    return n


# Faults that only the whole of a rulebook or dossier shows.
OF_WHOLE = {"PE_ERROR_MARKS_MISMATCH", "PE_ERROR_REFERENCE_UNKNOWN", "PE_ERROR_GRADE_ORDER", "PE_ERROR_STEPS_GAP",
            "PE_ERROR_STEPS_OVERLAP", "PE_ERROR_POLICY_MISSING", "PE_ERROR_UNIT_MISMATCH", "PE_ERROR_SUM_MISMATCH",
            "PE_ERROR_PARAMETER_RANGE", "PE_ERROR_CATEGORY_CONFLICT", "PE_ERROR_CASE_EXPECTATION",
            "PE_ERROR_GRADE_UNKNOWN", "PE_ERROR_EXPRESSION_TYPE", "PE_ERROR_EXPRESSION_NAME", "PE_ERROR_MEASURE_UNKNOWN", "PE_ERROR_TABLE_GAP", "PE_ERROR_TABLE_OVERLAP"}


def disagreement(validators, library, kind, document, name, must_refuse):
    """Where the schema and the reader do not agree. must_refuse: both have to refuse it."""
    text = json.dumps(document, ensure_ascii=False)
    status, made = library.read(kind, text.encode())
    if made is not None:
        library.free(kind, made)
    refused = bool(complaints(validators[kind], text))
    if must_refuse and (status == OK or not refused):
        return [f"{name}: the reader says {library.name(status)}, the schema {'refuses' if refused else 'takes'} it"]
    if refused != (status != OK) and not (not refused and library.name(status) in OF_WHOLE):
        return [f"{name}: the reader says {library.name(status)}, the schema {'refuses' if refused else 'takes'} it"]
    return []


def main():
    start_again_with_runtime()
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is not installed")
    schemas = {kind: json.loads((SOURCE / f"rulebooks/schema/perfeval-{kind}-1.schema.json").read_text(encoding="utf-8"))
               for kind in FORMATS}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    validators = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in schemas.items()}
    library = Library(os.environ.get("PERFEVAL_LIBRARY", "libperfeval.so.1"))
    faults = []
    n_documents = check_documents(validators, library, faults)
    n_figures = check_figures(validators, library, faults)
    n_cases = check_cases(validators, faults)
    n_mutations = check_mutations(validators, library, "rulebook", SOURCE / "rulebooks/sample-department.json", faults)
    n_mutations += check_mutations(validators, library, "rulebook", SOURCE / "tests/io/data/own-measures.json", faults)
    n_mutations += check_leaves(validators, library, SOURCE / "rulebooks/sample-shapes.json", faults)
    n_mutations += check_mutations(validators, library, "dossier", SOURCE / "examples/data/sample-department.json", faults)
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{n_documents} documents, {n_figures} figures, {n_cases} cases and {n_mutations} changes: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
