"""test-names.py - a type, a constant or a macro has one header: no two of ours give one name to two things

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

A file that includes both would not compile, and whoever reads one takes it for the other. A struct and its typedef are one thing.
"""

import collections
import pathlib
import re
import tempfile

import house

TYPE = re.compile(r"^\}\s*(pe_\w+)\s*;|^typedef\s[^;{(]*?\b(pe_\w+)\s*;|^typedef\s[^;{]*?\(\*\s*(pe_\w+)\s*\)", re.M)
ENUM = re.compile(r"^(?:typedef\s+)?enum(?:\s+\w+)?\s*\{(.*?)\}", re.M | re.S)
CONSTANT = re.compile(r"^\s*(PE_\w+)\b", re.M)
MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(PE_\w+)", re.M)


def names(text):
    code = house.code_of(text)
    found = {name for match in TYPE.finditer(code) for name in match.groups() if name}
    for match in ENUM.finditer(code):
        found.update(re.match(r"\s*(PE_\w+)", part).group(1) for part in match.group(1).split(",") if re.match(r"\s*PE_\w+", part))
    return found | set(MACRO.findall(code))


def headers(root):
    yield from sorted((root / "include").glob("*/*.h"))
    yield from sorted((root / "lib").glob("*/*.h"))


def check(root):
    places = collections.defaultdict(list)
    for path in headers(root):
        for name in names(path.read_text(encoding="utf-8")):
            places[name].append(str(path.relative_to(root)))
    return [f"{name}: {' and '.join(where)}" for name, where in sorted(places.items()) if len(where) > 1], len(places)


# (file, its text), and what is declared twice in all of them.
MADE_UP = [
    ("include/perfeval/a.h", "typedef struct pe_one\n{\n  int pe_five;\n} pe_one;\nenum pe_two_value\n{\n  PE_A = 1, /**< PE_C */\n  PE_B\n};\n"),
    ("lib/base/b-private.h", "struct pe_one;\ntypedef int32_t pe_two;\n#define PE_D (PE_A + PE_B)\n"),
    ("lib/base/c-private.h", "typedef enum\n{\n  PE_B,\n  PE_C = PE_A\n} pe_three;\ntypedef int (*pe_four) (pe_one *self);\n"),
    ("lib/rules/d-private.h", "typedef struct pe_two pe_two;\n#define PE_D 4\ntypedef void (*pe_four) (void);\n"),
]
TWICE = ["PE_B", "PE_D", "pe_four", "pe_two"]


def find_blindness():
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory)
        for name, text in MADE_UP:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        found = [fault.split(":")[0] for fault in check(root)[0]]
    return [] if found == TWICE else [f"the check itself finds {found}; expected {TWICE}"]


def main():
    faults, n = check(house.SOURCE)
    house.finish(find_blindness() + faults, f"{n} names of types, constants and macros, each in one header")


if __name__ == "__main__":
    main()
