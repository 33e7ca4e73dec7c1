#!/usr/bin/env python3
"""refresh-abi.py - writes lib/perfeval.map and tests/abi/layout.c from the public headers, and shows what changed

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The headers are the contract; these two files are its committed print. The tests compare them with the headers and with
the library, and a person reads the difference that this script shows before committing it.

Usage: refresh-abi.py [--map] [--layout] [--check]
  --map, --layout  only this file; both when neither is given
  --check          write nothing; exit 1 when a file would change
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPDX = [" * SPDX-FileCopyrightText: 2026 The libperfeval authors", " * SPDX-License-Identifier: Apache-2.0"]

# "PE_AVAILABLE_IN_1_0 <declaration> ;"
FUNCTION = re.compile(r"\bPE_AVAILABLE_IN_(\w+)\s+([^;{}]*?)\b(pe_\w+)\s*\(([^;{}]*)\)\s*;", re.S)
STRUCT = re.compile(r"\btypedef\s+struct\s+(\w+)\s*\{(.*?)\}\s*(\w+)\s*;", re.S)
ENUM = re.compile(r"\benum\s+(\w+)\s*\{(.*?)\}\s*;", re.S)
SCALAR = re.compile(r"\btypedef\s+(u?int\d+_t|size_t)\s+(\w+)\s*;")
DEFINE = re.compile(r"^#\s*define\s+(PE_\w+)[ \t]+(\S.*)$", re.M)
# What changes with every release, and what is no number.
LOOSE = re.compile(r"^PE_(VERSION_|BEGIN_DECLS|END_DECLS|AVAILABLE_IN_)|_H$")


class Header:
    """What one public header declares, in its order."""

    def __init__(self, path):
        self.name = path.name
        text = strip_comments(path.read_text(encoding="utf-8")).replace("\\\n", " ")
        code = re.sub(r"^[ \t]*#.*$", "", text, flags=re.M)
        self.functions = [
            (since, squeeze(result), name, squeeze(arguments)) for since, result, name, arguments in FUNCTION.findall(code)
        ]
        self.structs = [(name, members(name, body)) for _, body, name in STRUCT.findall(code)]
        self.enums = [(tag, enumerators(body)) for tag, body in ENUM.findall(code)]
        self.scalars = SCALAR.findall(code)
        self.defines = [name for name, value in DEFINE.findall(text) if is_number(name, value)]
        unclaimed = re.findall(r"\bPE_AVAILABLE_IN_\w+", code)
        if len(unclaimed) != len(self.functions):
            raise SystemExit(f"{path}: a declaration after PE_AVAILABLE_IN_… is not understood")


def strip_comments(text):
    return re.sub(r"//[^\n]*", "", re.sub(r"/\*.*?\*/", " ", text, flags=re.S))


def squeeze(text):
    return re.sub(r"\*\s+", "*", re.sub(r"\s+", " ", text)).strip()


def is_number(name, value):
    return not LOOSE.search(name) and re.match(r"[-(0-9]", value.strip()) and "(" not in name


def members(struct, body):
    """The names of the members of a structure: one a declaration, no unions, no bit fields."""
    names = []
    for declaration in filter(None, map(squeeze, body.split(";"))):
        function_pointer = re.search(r"\(\s*\*\s*(\w+)\s*\)\s*\(", declaration)
        plain = re.search(r"(\w+)\s*(\[[^\]]*\])?$", declaration)
        found = function_pointer or plain
        if not found or re.search(r"[{}:]", declaration) or ("," in declaration and not function_pointer):
            raise SystemExit(f"struct {struct}: a member is not understood: {declaration}")
        names.append(found.group(1))
    return names


def enumerators(body):
    return [re.match(r"\s*(\w+)", item).group(1) for item in body.split(",") if item.strip()]


def headers(root=ROOT):
    paths = sorted((root / "include/perfeval").glob("*.h"))
    return [Header(path) for path in paths if path.name != "perfeval.h"]


def exported_names(root=ROOT):
    """The functions of the public headers, sorted: what tests/house/test-exports.py compares with."""
    return sorted(name for header in headers(root) for _, _, name, _ in header.functions)


def version_node(root=ROOT):
    text = (root / "include/perfeval/version.h").read_text(encoding="utf-8")
    major, minor = (re.search(rf"#define PE_VERSION_{part} (\d+)", text).group(1) for part in ("MAJOR", "MINOR"))
    return f"PERFEVAL_0_{minor}" if major == "0" else "PERFEVAL_1.0"


def map_text():
    lines = ["/* perfeval.map - every symbol that libperfeval.so exports; written by scripts/refresh-abi.py", " *"]
    lines += SPDX + [" */", version_node() + " {", "global:"]
    lines += [f"  {name};" for name in exported_names()]
    return "\n".join(lines + ["local:", "  *;", "};", ""])


def measure(found):
    """Compiles the headers and asks the compiler for every size, offset and constant."""
    questions = []
    for header in found:
        questions += [f"sizeof ({name})" for _, name in header.scalars]
        for name, fields in header.structs:
            questions += [f"sizeof ({name})"] + [f"offsetof ({name}, {field})" for field in fields]
        questions += [constant for _, constants in header.enums for constant in constants] + header.defines
    includes = "".join(f"#include <perfeval/{header.name}>\n" for header in found)
    prints = "".join(f'  printf ("%lld\\n", (long long) ({question}));\n' for question in questions)
    program = f"#include <stdio.h>\n{includes}int main (void)\n{{\n{prints}  return 0;\n}}\n"
    with tempfile.TemporaryDirectory() as scratch:
        source, binary = os.path.join(scratch, "measure.c"), os.path.join(scratch, "measure")
        pathlib.Path(source).write_text(program, encoding="utf-8")
        compiler = os.environ.get("CC", "cc")
        subprocess.run([compiler, "-std=c11", "-I", str(ROOT / "include"), "-o", binary, source], check=True)
        answers = subprocess.run([binary], check=True, capture_output=True, text=True).stdout.split()
    return dict(zip(questions, answers))


def pointer(result, name, arguments):
    space = "" if result.endswith("*") else " "
    return f"{result}{space}(*const layout_{name}) ({arguments}) = {name};"


def layout_text():
    found = headers()
    answers = measure(found)
    check = lambda question: f'_Static_assert ({question} == {answers[question]}, "{question}");'
    lines = ["/* layout.c - the size, offset and value of everything public, and a typed pointer to every function", " *"]
    lines += SPDX
    lines += [" *", " * Written by scripts/refresh-abi.py from the headers, committed, and compiled against them ever after: it", " * stops compiling when a header breaks a program that was compiled before. LP64.", " */", "/* clang-format off */"]
    lines += [f"#include <perfeval/{header.name}>" for header in found] + ["#include <stdio.h>"]
    for header in found:
        block = [check(f"sizeof ({name})") for _, name in header.scalars]
        for name, fields in header.structs:
            block += [check(f"sizeof ({name})")] + [check(f"offsetof ({name}, {field})") for field in fields]
        block += [check(constant) for _, constants in header.enums for constant in constants]
        block += [check(define) for define in header.defines]
        block += [pointer(result, name, arguments) for _, result, name, arguments in header.functions]
        if block:
            lines += ["", f"/* {header.name} */"] + block
    names = exported_names()
    lines += ["", "/* Reaching this line means that the loader found every function. */", "int", "main (void)", "{"]
    lines += [f'  puts ("{len(names)} functions");', "  return 0;", "}", ""]
    return "\n".join(lines)


def refresh(path, text, check):
    """Shows the difference; writes it unless only checking. Answers whether there was one."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    name = str(path.relative_to(ROOT))
    if old == text:
        print(f"{name}: unchanged")
        return False
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), text.splitlines(True), name, name))
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return True


def main(arguments):
    unknown = set(arguments) - {"--map", "--layout", "--check"}
    if unknown:
        raise SystemExit(__doc__)
    both = not {"--map", "--layout"} & set(arguments)
    check = "--check" in arguments
    changed = False
    if both or "--map" in arguments:
        changed |= refresh(ROOT / "lib/perfeval.map", map_text(), check)
    if both or "--layout" in arguments:
        changed |= refresh(ROOT / "tests/abi/layout.c", layout_text(), check)
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
