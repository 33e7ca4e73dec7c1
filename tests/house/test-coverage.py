"""test-coverage.py - every shape, hit policy, function, policy and state is in a case of a rulebook, in a cmocka test, in the manual

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The names are those that the library says of itself, so that a new one cannot be forgotten.
"""

import json
import os
import re
import subprocess
import sys

import house

if house.SANITIZE and "LD_PRELOAD" not in os.environ:
    if not os.environ.get("PERFEVAL_PRELOAD"):
        house.skip("no sanitizer runtime to load into Python")
    environment = dict(os.environ, LD_PRELOAD=os.environ["PERFEVAL_PRELOAD"], ASAN_OPTIONS="detect_leaks=0")  # the interpreter's own
    sys.exit(subprocess.run([sys.executable] + sys.argv, env=environment, check=False).returncode)

sys.path.insert(0, str(house.SOURCE / "python"))
from perfeval import Rulebook, Severity, _abi  # noqa: E402
from perfeval._core import read, string  # noqa: E402
from perfeval._library import library  # noqa: E402


def terms(vocabulary):
    size = library.pe_vocabulary_get_size(vocabulary)
    return [string(read(_abi.pe_term, "pe_vocabulary_get_term", vocabulary, index).name) for index in range(size)]


SHAPES = [f"{string(library.pe_shape_get_name(i))}/{library.pe_shape_get_revision(i)}" for i in range(library.pe_shape_get_count())]
FUNCTIONS = terms(_abi.PE_VOCABULARY_FUNCTIONS)
HITS = terms(_abi.PE_VOCABULARY_HIT_POLICIES)
POLICIES = terms(_abi.PE_VOCABULARY_POLICIES)
STATES = terms(_abi.PE_VOCABULARY_STATES)


def leaves(indicators):
    for indicator in indicators:
        if "rule" in indicator:
            yield indicator
        yield from leaves(indicator.get("indicators") or ())


def rules_in(value):
    """Every rule of a rule, itself among them."""
    if isinstance(value, dict):
        if "shape" in value:
            yield value
        for child in value.values():
            yield from rules_in(child)
    elif isinstance(value, list):
        for child in value:
            yield from rules_in(child)


def formulas_in(value):
    if isinstance(value, dict):
        for name, child in value.items():
            if name in ("formula", "if_formula"):
                yield child
            else:
                yield from formulas_in(child)
    elif isinstance(value, list):
        for child in value:
            yield from formulas_in(child)


def calls(function, text):
    return re.search(rf"(?<![\w.]){re.escape(function)} *\(", text) is not None


def expected_codes(book):
    """The indicators that some case expects points of."""
    return {code for case in book.get("cases") or () for code in case["expect"].get("scores") or {}}


def proven(books):
    """What the leaves use whose points a case expects: shapes, functions, hit policies, (state, policy)."""
    shapes, formulas, hits, policies = set(), [], set(), set()
    for book in books.values():
        wanted = expected_codes(book)
        policies |= set((book.get("policies") or {}).items())
        for leaf in leaves(book["indicators"]):
            if leaf["code"] not in wanted:
                continue
            formulas += list(formulas_in(leaf))
            for rule in rules_in(leaf["rule"]):
                shapes.add(rule["shape"])
                policies |= set((rule.get("policies") or {}).items())
                if rule["shape"].startswith("decision_table/"):
                    hits.add(rule.get("hit") or "U")
    return shapes, formulas, hits, policies


def check(kind, names, there, where):
    return [f"{kind} {name}: in no {where}" for name in names if not there(name)]


def faults_of_rulebooks(books):
    shapes, formulas, hits, policies = proven(books)
    faults = check("shape", SHAPES, lambda name: name in shapes, "case of a rulebook")
    faults += check("function", FUNCTIONS, lambda name: any(calls(name, text) for text in formulas), "case of a rulebook")
    faults += check("hit policy", HITS, lambda name: name in hits, "case of a rulebook")
    faults += check("policy", POLICIES, lambda name: any(policy == name for _, policy in policies), "case of a rulebook")
    return faults + check("state", STATES, lambda name: any(state == name for state, _ in policies), "case of a rulebook")


def faults_of_tests():
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((house.SOURCE / "tests").glob("*/*.c")))
    text = text.replace('\\"', '"')
    faults = check("shape", SHAPES, lambda name: f'"{name.split("/")[0]}"' in text or f'"{name}"' in text, "cmocka test")
    faults += check("function", FUNCTIONS, lambda name: calls(name, text), "cmocka test")
    faults += check("hit policy", HITS, lambda name: f'"{name}"' in text, "cmocka test")
    faults += check("policy", POLICIES, lambda name: f"PE_POLICY_{name.upper()}" in text, "cmocka test")
    return faults + check("state", STATES, lambda name: f"PE_STATE_{name.upper()}" in text, "cmocka test")


def faults_of_manual():
    formats, formula, generated = ((house.SOURCE / f"docs/{name}.md").read_text(encoding="utf-8") for name in ("formats", "formula", "shapes"))
    faults = check("shape", SHAPES, lambda name: f"`{name}`" in formats and f"`{name}`" in generated, "manual")
    faults += check("function", FUNCTIONS, lambda name: name in formula and calls(name, generated), "manual")
    faults += check("hit policy", HITS, lambda name: f"`{name}`" in formula and f"`{name}`" in generated, "manual")
    return faults + check("policy or state", POLICIES + STATES, lambda name: f"`{name}`" in generated, "manual")


def faults_of_lint(paths):
    """Every rulebook has cases; what lint says is that it is not official, or nothing."""
    faults = []
    for path in paths:
        rulebook = Rulebook.from_file(path)
        for finding in list(rulebook.lint()) + list(rulebook.run_cases()):
            calendar = finding.code == "PE_ERROR_CALENDAR_MISSING"
            if finding.severity != Severity.NOTE and finding.code != "PE_WARNING_RULEBOOK_STATUS" and not calendar:
                faults.append(f"{path.name}: {finding}")
    return faults


def main():
    paths = sorted((house.SOURCE / "rulebooks").glob("*.json"))
    books = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    faults = faults_of_rulebooks(books) + faults_of_tests() + faults_of_manual() + faults_of_lint(paths)
    faults += [f"{name}: no cases" for name, book in books.items() if not book.get("cases")]
    counted = len(SHAPES) + len(FUNCTIONS) + len(HITS) + len(POLICIES) + len(STATES)
    house.finish(faults, f"{counted} names were looked for in {len(books)} rulebooks, in the tests and in the manual")


if __name__ == "__main__":
    main()
