"""public_headers.py - what the public headers declare, read for the scripts that print it elsewhere

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The headers keep to a few forms, which tests/house enforces; what is not understood here stops the script.
"""

import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# "PE_AVAILABLE_IN_1_0 <declaration> ;"
FUNCTION = re.compile(r"\bPE_(?:OFFICE_)?AVAILABLE_IN_(\w+)\s+([^;{}]*?)\b(pe_\w+)\s*\(([^;{}]*)\)\s*;", re.S)
STRUCT = re.compile(r"\btypedef\s+struct\s+(\w+)\s*\{(.*?)\}\s*(\w+)\s*;", re.S)
OPAQUE = re.compile(r"\btypedef\s+struct\s+(\w+)\s+(\w+)\s*;")
CALLBACK = re.compile(r"\btypedef\s+([\w ]+?[\s*]*)\(\s*\*\s*(\w+)\s*\)\s*\(([^;{}]*)\)\s*;", re.S)
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
        self.opaque = [name for _, name in OPAQUE.findall(code)]
        self.callbacks = [(squeeze(result), name, squeeze(arguments)) for result, name, arguments in CALLBACK.findall(code)]
        self.enums = [(tag, enumerators(body)) for tag, body in ENUM.findall(code)]
        self.scalars = SCALAR.findall(code)
        self.defines = [name for name, value in DEFINE.findall(text) if is_number(name, value)]
        unclaimed = re.findall(r"\bPE_(?:OFFICE_)?AVAILABLE_IN_\w+", code)
        if len(unclaimed) != len(self.functions):
            raise SystemExit(f"{path}: a declaration after PE_AVAILABLE_IN_… is not understood")


class Member:
    """One member of a structure: its name, its type without the name, and the length of the array that it is, or ""."""

    def __init__(self, name, kind, length):
        self.name, self.kind, self.length = name, kind, length


def strip_comments(text):
    return re.sub(r"//[^\n]*", "", re.sub(r"/\*.*?\*/", " ", text, flags=re.S))


def squeeze(text):
    return re.sub(r"\*\s+", "*", re.sub(r"\s+", " ", text)).strip()


def is_number(name, value):
    return not LOOSE.search(name) and re.match(r"[-(0-9]", value.strip()) and "(" not in name


def split_name(declaration):
    """("const char *", "file", "") of "const char *file"; the last is the length of an array."""
    match = re.fullmatch(r"(.*?)(\w+)\s*(?:\[([^\]]*)\])?", declaration.strip(), re.S)
    return match and (squeeze(match.group(1)), match.group(2), match.group(3) or "")


def members(struct, body):
    """The members of a structure: one a declaration, no unions, no bit fields."""
    found = []
    for declaration in filter(None, map(squeeze, body.split(";"))):
        function_pointer = re.search(r"\(\s*\*\s*(\w+)\s*\)\s*\(", declaration)
        plain = split_name(declaration)
        if re.search(r"[{}:]", declaration) or ("," in declaration and not function_pointer) or not (function_pointer or plain):
            raise SystemExit(f"struct {struct}: a member is not understood: {declaration}")
        found.append(Member(function_pointer.group(1), "(*)", "") if function_pointer else Member(plain[1], plain[0], plain[2]))
    return found


def enumerators(body):
    return [re.match(r"\s*(\w+)", item).group(1) for item in body.split(",") if item.strip()]


def arguments_of(text):
    """The types of a list of arguments, each with the mark [] where an array is written."""
    if text in ("void", ""):
        return []
    return [(kind, "[]" if length or "[" in argument else "") for argument in text.split(",") for kind, _, length in [split_name(argument)]]


def headers(root=ROOT, library="perfeval"):
    """Those of one library: perfeval or perfeval-office."""
    paths = sorted((root / "include" / library).glob("*.h"))
    return [Header(path) for path in paths if path.name != f"{library}.h"]


def exported_names(root=ROOT, library="perfeval"):
    """The functions of the public headers, sorted: what tests/house/test-exports.py compares with."""
    return sorted(name for header in headers(root, library) for _, _, name, _ in header.functions)


def version(root=ROOT):
    text = (root / "include/perfeval/version.h").read_text(encoding="utf-8")
    return tuple(re.search(rf"#define PE_VERSION_{part} (\d+)", text).group(1) for part in ("MAJOR", "MINOR"))


def version_node(root=ROOT, library="perfeval"):
    major, minor = version(root)
    name = library.upper().replace("-", "_")
    return f"{name}_0_{minor}" if major == "0" else f"{name}_1.0"


def measure(found, root=ROOT, library="perfeval"):
    """Compiles the headers and asks the compiler for every size, offset and constant."""
    questions = []
    for header in found:
        questions += [f"sizeof ({name})" for _, name in header.scalars]
        for name, fields in header.structs:
            questions += [f"sizeof ({name})"] + [f"offsetof ({name}, {field.name})" for field in fields]
        questions += [constant for _, constants in header.enums for constant in constants] + header.defines
    includes = "".join(f"#include <{library}/{header.name}>\n" for header in found)
    prints = "".join(f'  printf ("%lld\\n", (long long) ({question}));\n' for question in questions)
    program = f"#include <stdio.h>\n{includes}int main (void)\n{{\n{prints}  return 0;\n}}\n"
    with tempfile.TemporaryDirectory() as scratch:
        source, binary = os.path.join(scratch, "measure.c"), os.path.join(scratch, "measure")
        pathlib.Path(source).write_text(program, encoding="utf-8")
        compiler = os.environ.get("CC", "cc")
        subprocess.run([compiler, "-std=c11", "-I", str(root / "include"), "-o", binary, source], check=True)
        answers = subprocess.run([binary], check=True, capture_output=True, text=True).stdout.split()
    return dict(zip(questions, answers))
