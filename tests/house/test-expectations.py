"""test-expectations.py - what a message expects is said in Chinese as well

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

"expected" with English words needs "expected_zh" in the same call, or a row of lib/base/expectations.c. A number, a code, a
path and a list of words of a format are the same in both languages.
"""

import re

import house

LITERALS = r'((?:"(?:\\.|[^"\\])*"\s*)+)'
# A blank between two words of letters; not a list of codes.
WORDS = re.compile(r"[A-Za-z]{2,} [a-z]|^(?:not|above|below|only|at) ")
ARGUMENT = re.compile(r"pe_(?:error_set_argument|record_set_error) \(([^;]*?)\);", re.S)
PAIR = re.compile(r'"expected",\s*' + LITERALS, re.S)


def unquote(literals):
    return "".join(re.findall(r'"((?:\\.|[^"\\])*)"', literals)).replace('\\"', '"')


def expected_of(text):
    """(line, words, whether Chinese stands beside them) of each text that is expected."""
    for match in ARGUMENT.finditer(text):
        last = re.search(LITERALS + r"$", match.group(1))
        if last:
            yield text.count("\n", 0, match.start()) + 1, unquote(last.group(1)), False
    for match in PAIR.finditer(text):
        words = unquote(match.group(1))
        if WORDS.search(words):
            rest = text[match.end() : text.index(";", match.end())]
            yield text.count("\n", 0, match.start()) + 1, words, '"expected_zh"' in rest


def faults_of(name, text, known):
    for line, words, has_chinese in expected_of(text):
        if not has_chinese and words not in known and re.search("[a-z]", words):
            yield f"{name}:{line}: no Chinese for: {words}"


def prove():
    text = """
      return pe_error_set_argument (error, "a", "not NULL");
      return pe_record_set_error (error, "a", i, "b",
                                  "a blue moon");
      pe_error_set (e, X, NULL, "expected", "the id of a source", "expected_zh", "id", NULL);
      pe_error_set (e, X, NULL, "expected", "the id of "
                    "a source", NULL);
      pe_error_set (e, X, NULL, "expected", "0 1", NULL);
    """
    found = list(faults_of("x.c", text, {"not NULL"}))
    expected = ["x.c:3: no Chinese for: a blue moon", "x.c:6: no Chinese for: the id of a source"]
    return [] if found == expected else [f"the check itself: expected {expected}, found {found}"]


if __name__ == "__main__":
    table = (house.SOURCE / "lib/base/expectations.c").read_text(encoding="utf-8")
    known = dict(re.findall(r'\{\s*"([^"]+)",\s*"([^"]+)"\s*\}', table))
    faults, n = prove(), 0
    for path in sorted((house.SOURCE / "lib").glob("*/*.c")):
        text = path.read_text(encoding="utf-8")
        n += sum(1 for _ in expected_of(text))
        faults += faults_of(path.relative_to(house.SOURCE).as_posix(), text, known)
    house.finish(faults, f"{n} expectations were looked at, and {len(known)} rows")
