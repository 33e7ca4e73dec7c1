"""test-oracle.py - the library and the oracle score the same documents to the same digits

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

PERFEVAL_LIBRARY names the library, PERFEVAL_ORACLE_N how many evaluations (3,000), PERFEVAL_ORACLE_SEED the seed of
the first rulebook (1). The library is driven by the short road. Documents on which the two differ are kept.
"""

import collections
import ctypes
import json
import os
import pathlib
import sys
import tempfile
from fractions import Fraction

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import generator  # noqa: E402
import oracle  # noqa: E402
import vectors  # noqa: E402

SOURCE = pathlib.Path(os.environ.get("PERFEVAL_SOURCE", pathlib.Path(__file__).resolve().parent.parent.parent))
SKIPPED, SEVERITY_ERROR = 77, 3
DOSSIERS_PER_RULEBOOK = 10
MOST_DIFFERENCES = 50
POINTS = ("full_marks", "score", "unrounded")
WORDS = ("kind", "code", "parent", "origin", "state")


def read(text):
    """JSON with every number as the text that stands there."""
    return json.loads(text, parse_float=str, parse_int=str)


class Handle:
    """An object of the library, released with it."""

    def __init__(self, library, kind):
        self.library, self.kind, self.pointer = library, kind, ctypes.c_void_p()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.library.unref(self.kind, self.pointer)

    @property
    def out(self):
        return ctypes.byref(self.pointer)


class Library:
    """The short road of the library."""

    def __init__(self, path):
        self.dll = dll = ctypes.CDLL(path)
        handle, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
        # include/perfeval/json.h, evaluation.h, text.h, finding.h, place.h, status.h
        signatures = {
            "pe_rulebook_from_json": (ctypes.c_int32, handle, text, size, handle, handle, handle),
            "pe_dossier_from_json": (ctypes.c_int32, handle, text, size, handle, handle, handle),
            "pe_evaluate": (ctypes.c_int32, handle, handle, handle, handle, handle, handle),
            "pe_evaluation_to_json": (ctypes.c_int32, handle, handle, handle),
            "pe_text_get_data": (handle, handle),
            "pe_text_get_size": (size, handle),
            "pe_findings_get_size": (size, handle),
            "pe_findings_get": (handle, handle, size),
            "pe_finding_get_code": (ctypes.c_int32, handle),
            "pe_finding_get_severity": (ctypes.c_int32, handle),
            "pe_finding_get_place": (handle, handle, size),
            "pe_place_get_what": (text, handle),
            "pe_status_name": (text, ctypes.c_int32),
            "pe_error_get_status": (ctypes.c_int32, handle),
        }
        for kind in ("rulebook", "dossier", "evaluation", "text", "findings", "error"):
            signatures[f"pe_{kind}_unref"] = (None, handle)
        for name, (result, *arguments) in signatures.items():
            function = getattr(dll, name)
            function.restype, function.argtypes = result, arguments

    def unref(self, kind, pointer):
        getattr(self.dll, f"pe_{kind}_unref")(pointer)

    def name(self, status):
        return self.dll.pe_status_name(status).decode()

    def errors(self, findings):
        """(code, pointer) of each finding of severity error."""
        found = []
        for index in range(self.dll.pe_findings_get_size(findings)):
            finding = self.dll.pe_findings_get(findings, index)
            if self.dll.pe_finding_get_severity(finding) == SEVERITY_ERROR:
                place = self.dll.pe_place_get_what(self.dll.pe_finding_get_place(finding, 0))
                found.append((self.name(self.dll.pe_finding_get_code(finding)), place.decode()))
        return found

    def load(self, kind, document, into):
        """Reads a document into a handle; answers the errors."""
        with Handle(self, "findings") as findings:
            status = getattr(self.dll, f"pe_{kind}_from_json")(
                into.out, document, len(document), None, findings.out, None)
            return [] if status == 0 else self.errors(findings.pointer) or [(self.name(status), "")]

    def evaluate(self, rulebook, dossier):
        """Scores: {"errors"} and, without errors, the evaluation as the library writes it."""
        with Handle(self, "evaluation") as made, Handle(self, "findings") as findings, Handle(self, "error") as error:
            status = self.dll.pe_evaluate(made.out, rulebook, dossier, None, findings.out, error.out)
            if status != 0:
                errors = self.errors(findings.pointer)
                first = self.name(self.dll.pe_error_get_status(error.pointer))
                if first != self.name(status) or not errors or errors[0][0] != first:
                    errors.append((f"returned {self.name(status)}, error {first}", ""))
                return {"errors": errors}
            with Handle(self, "text") as text:
                status = self.dll.pe_evaluation_to_json(text.out, made.pointer, None)
                if status != 0:
                    return {"errors": [("pe_evaluation_to_json: " + self.name(status), "")]}
                size = self.dll.pe_text_get_size(text.pointer)
                written = read(ctypes.string_at(self.dll.pe_text_get_data(text.pointer), size).decode())
        return dict(written, errors=[])


def points(written):
    """Points as the library writes them."""
    if isinstance(written, dict):
        return Fraction(int(written["num"]), int(written["den"]))
    return oracle.decimal(written)


def compare_nodes(ours, theirs):
    """What differs between two lists of nodes."""
    if [node["code"] for node in ours] != [node["code"] for node in theirs]:
        yield f"codes: oracle {[node['code'] for node in ours]}, library {[node['code'] for node in theirs]}"
        return
    for one, other in zip(ours, theirs):
        other = dict(other, parent=None if other["parent"] is None else int(other["parent"]))
        for name in POINTS:
            if one[name] != points(other[name]):
                yield f"node {one['code']!r} {name}: oracle {one[name]}, library {other[name]}"
        for name in WORDS:
            if one[name] != other[name]:
                yield f"node {one['code']!r} {name}: oracle {one[name]}, library {other[name]}"
        if points(other["lost"]) != points(other["full_marks"]) - points(other["score"]):
            yield f"node {one['code']!r} lost: {other['lost']} is not full marks less score"


def compare_ledgers(ours, theirs):
    """What differs between two ledgers; the library's stands in the order of the nodes."""
    ours = [(one["node"], one["code"], one["kind"], one["amount"]) for one in ours]
    theirs = [(int(one["node"]), one["code"], one["kind"], points(one["amount"])) for one in theirs]
    for entry, n in (collections.Counter(ours) - collections.Counter(theirs)).items():
        yield f"ledger, oracle only ({n}): {entry[0]} {entry[1]!r} {entry[2]} {entry[3]}"
    for entry, n in (collections.Counter(theirs) - collections.Counter(ours)).items():
        yield f"ledger, library only ({n}): {entry[0]} {entry[1]!r} {entry[2]} {entry[3]}"
    if [entry[0] for entry in theirs] != sorted(entry[0] for entry in theirs):
        yield "ledger: not in the order of the nodes"


def check_closure(nodes, ledger):
    """At every node of the library: full marks and the entries at and below it are its score."""
    own = [Fraction(0)] * len(nodes)
    for entry in ledger:
        own[int(entry["node"])] += points(entry["amount"])
    for number in range(len(nodes) - 1, 0, -1):
        own[int(nodes[number]["parent"])] += own[number]
    for number, node in enumerate(nodes):
        if points(node["full_marks"]) + own[number] != points(node["score"]):
            yield f"node {node['code']!r}: the ledger does not close"


def compare(ours, theirs):
    """What differs between the oracle and the library, a line each."""
    codes, other_codes = ({code for code, _ in result["errors"]} for result in (ours, theirs))
    if codes != other_codes:
        return [f"errors: oracle {sorted(ours['errors'])}, library {sorted(theirs['errors'])}"]
    if codes:
        return []
    grade = (theirs["grade"] or {}).get("id")
    found = [] if grade == ours["grade"] else [f"grade: oracle {ours['grade']}, library {grade}"]
    found += compare_nodes(ours["nodes"], theirs["nodes"])
    if len(ours["nodes"]) != len(theirs["nodes"]):
        return found
    found += compare_ledgers(ours["ledger"], theirs["ledger"])
    return found + list(check_closure(theirs["nodes"], theirs["ledger"]))


def as_library(result):
    """A result of the oracle in the manner of the library."""
    def ratio(value):
        return {"num": str(value.numerator), "den": str(value.denominator)}

    nodes = [{**node, **{name: ratio(node[name]) for name in POINTS}, "lost": ratio(node["full_marks"] - node["score"])}
             for node in result["nodes"]]
    ledger = [{**entry, "node": str(entry["node"]), "amount": ratio(entry["amount"])} for entry in result["ledger"]]
    return {"errors": [], "nodes": nodes, "ledger": ledger, "grade": {"id": result["grade"]}}


def prove():
    """The comparison itself: nothing is found between equals, and each change is found; answers the faults."""
    marks, rule, facts, _ = vectors.KNOWN[0]
    ours = oracle.evaluate(vectors.read(vectors.rulebook_of(marks, rule)), vectors.read(vectors.dossier_of(facts)))
    hundredth = {"num": "-1", "den": "100"}
    changes = {
        "none": lambda theirs: None,
        "score": lambda theirs: theirs["nodes"][1].update(score=hundredth),
        "unrounded": lambda theirs: theirs["nodes"][0].update(unrounded=hundredth),
        "origin": lambda theirs: theirs["nodes"][1].update(origin="declared"),
        "amount": lambda theirs: theirs["ledger"][0].update(amount=hundredth),
        "entry": lambda theirs: theirs["ledger"].append(theirs["ledger"][0]),
        "node": lambda theirs: theirs["nodes"].pop(),
        "grade": lambda theirs: theirs.update(grade={"id": "other"}),
        "error": lambda theirs: theirs.update(errors=[("PE_ERROR_LIMIT", "")]),
    }
    for name, change in changes.items():
        theirs = as_library(ours)
        change(theirs)
        if bool(compare(ours, theirs)) != (name != "none"):
            yield f"the comparison itself: change of {name}"


class Comparison:
    """Counts, and keeps the documents that differ."""

    def __init__(self, library):
        self.library = library
        self.evaluations = self.error_outcomes = self.differences = 0
        self.other_places = collections.Counter()
        self.directory = None

    def differ(self, name, rulebook, dossier, lines):
        self.differences += 1
        if self.differences > MOST_DIFFERENCES:
            return
        self.directory = self.directory or pathlib.Path(tempfile.mkdtemp(prefix="perfeval-oracle-"))
        for kind, document in (("rulebook", rulebook), ("dossier", dossier)):
            if document is not None:
                (self.directory / f"{name}.{kind}.json").write_text(document, encoding="utf-8")
        print(f"DIFFERENCE {name} (documents in {self.directory}):")
        for line in lines:
            print(f"  {line}")

    def run(self, name, rulebook, dossiers):
        """Scores dossiers, given as texts by name, by one rulebook."""
        with Handle(self.library, "rulebook") as handle:
            refused = self.library.load("rulebook", rulebook.encode(), handle)
            if refused:
                self.differ(name, rulebook, None, [f"the library refuses the rulebook: {refused}"])
                return
            read_rulebook = read(rulebook)
            for index, dossier in dossiers:
                with Handle(self.library, "dossier") as other:
                    refused = self.library.load("dossier", dossier.encode(), other)
                    if refused:
                        self.differ(f"{name}-{index}", rulebook, dossier,
                                    [f"the library refuses the dossier: {refused}"])
                        continue
                    self.score(f"{name}-{index}", (rulebook, dossier), read_rulebook, handle, other)

    def score(self, name, texts, rulebook, handle, other):
        ours = oracle.evaluate(rulebook, read(texts[1]))
        theirs = self.library.evaluate(handle.pointer, other.pointer)
        self.evaluations += 1
        self.error_outcomes += bool(ours["errors"])
        lines = compare(ours, theirs)
        if lines:
            self.differ(name, *texts, lines)
        elif sorted(ours["errors"]) != sorted(theirs["errors"]):
            self.other_places[(tuple(sorted(ours["errors"])), tuple(sorted(theirs["errors"])))] += 1


def run_files(comparison):
    """Every rulebook of the library with every dossier of the examples."""
    dossiers = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(SOURCE.glob("examples/data/*.json"))]
    for path in sorted(SOURCE.glob("rulebooks/*.json")):
        comparison.run(path.stem, path.read_text(encoding="utf-8"), dossiers)


def run_random(comparison, n, seed):
    """So many evaluations of documents made at random."""
    while n > 0:
        rulebook = generator.rulebook(seed)
        dossiers = [(index, generator.dump(generator.dossier(seed, index, rulebook)))
                    for index in range(min(n, DOSSIERS_PER_RULEBOOK))]
        comparison.run(f"seed-{seed}", generator.dump(rulebook), dossiers)
        n, seed = n - DOSSIERS_PER_RULEBOOK, seed + 1


def with_sanitizer():
    """Starts again with the sanitizer's runtime where the library is sanitized."""
    if not os.environ.get("PERFEVAL_SANITIZE") or os.environ.get("LD_PRELOAD"):
        return
    if not os.environ.get("PERFEVAL_PRELOAD"):
        print("SKIPPED: no sanitizer runtime to load into Python")
        sys.exit(SKIPPED)
    environment = dict(os.environ, LD_PRELOAD=os.environ["PERFEVAL_PRELOAD"])
    environment.setdefault("ASAN_OPTIONS", "detect_leaks=0")  # the interpreter's own
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)


def main():
    faults = vectors.check_oracle(SOURCE) + list(prove())
    for fault in faults:
        print(f"ORACLE: {fault}")
    if not os.environ.get("PERFEVAL_LIBRARY"):
        print("SKIPPED: PERFEVAL_LIBRARY does not name the library")
        return 1 if faults else SKIPPED
    with_sanitizer()
    n, seed = int(os.environ.get("PERFEVAL_ORACLE_N", "3000")), int(os.environ.get("PERFEVAL_ORACLE_SEED", "1"))
    print(f"seed {seed} (PERFEVAL_ORACLE_SEED)")
    comparison = Comparison(Library(os.environ["PERFEVAL_LIBRARY"]))
    run_files(comparison)
    for name, rulebook, dossier in vectors.documents():
        comparison.run(name, json.dumps(rulebook), [("x", json.dumps(dossier))])
    run_random(comparison, n, seed)
    if os.environ.get("PERFEVAL_ORACLE_PLACES"):
        for (ours, theirs), times in comparison.other_places.most_common(40):
            print(f"places ({times}): oracle {ours}, library {theirs}")
    print(f"{comparison.evaluations} evaluations, {comparison.error_outcomes} error outcomes, "
          f"{comparison.differences} differences")
    return 1 if faults or comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
