"""test-words.py - what the text of every file has to keep to: licence, length, calls, paths

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import re

import house

MOST_LINES_OF_A_FILE = 1000
MOST_LINES_OF_A_FUNCTION = 60
CODE = {".c", ".h", ".py", ".cmake", ".sh"}
# Written by a script, not by hand.
GENERATED = {"tests/abi/layout.c", "python/perfeval/_abi.py"}
# Directories of one machine; put together here so that this file does not name one.
MACHINE = re.compile(r"(?<![\w.$}/@-])/(?:" + "|".join(["work", "root", "home", "tmp"]) + r")/\w")
FORBIDDEN = re.compile(
    r"\b((?:g_(?:ascii_)?)?strtod|strto(?:f|ld)|ato[fil]l?|\w*printf|f?puts|f?putc|putchar|fwrite|setlocale|newlocale|uselocale"
    r"|(?:g_|secure_)?getenv|g_setenv|abort|exit|_exit|assert|g_assert\w*|g_error|g_warning|g_critical|g_message|g_debug|g_log|g_print\w*"
    r"|g_return_(?:val_)?if_fail|is(?:alnum|alpha|digit|lower|upper|space|punct|xdigit)|to(?:lower|upper)|strcoll|alloca|g_alloca|g_newa"
    r"|signal|sigaction)\s*\(|\b(stdout|stderr|stdin|double|float|environ)\b"
)


# A workbook holds binary numbers: one file makes them, and says why nothing is lost. cairo takes places on paper in binary.
BINARY = {"lib/office/xlsx-number.c", "lib/office/chart-cairo.c", "lib/office/report-pdf.c",
          "lib/office/report-pdf-private.h"}
# The writer of workbooks prints as the locale does: one file gives its thread another while it writes.
LOCALE = {"lib/office/workbook-file.c": {"newlocale", "uselocale"}}
# The kernels calculate with doubles, and prove what comes out (docs/decisions/, "The kernels of a batch").
KERNELS = re.compile(r"lib/batch/kernel-body-private\.h$")


def relative(path):
    return path.relative_to(house.SOURCE).as_posix()


def functions(code):
    """(name, first line, lines of the body) of C in the style of this house: braces of functions in the first column."""
    start, name = None, ""
    for number, line in enumerate(code.splitlines(), 1):
        match = re.match(r"(\w+) \(", line)
        if start is None and match:
            name = match.group(1)
        if line == "{":
            start = number
        elif line.startswith("}") and start is not None:
            yield name, start, number - start - 1
            start = None


def faults_of_c(name, text):
    code = house.code_of(text)
    if name.startswith("lib/"):
        for number, line in enumerate(code.splitlines(), 1):
            match = FORBIDDEN.search(line)
            if match and match.group(1) in LOCALE.get(name, ()):
                continue
            if match and not ((name in BINARY or KERNELS.search(name)) and match.group(2) == "double"):
                yield f"{name}:{number}: {match.group(1) or match.group(2)}"
    if name.startswith(("lib/", "cli/")):
        for function, line, length in functions(code):
            if length > MOST_LINES_OF_A_FUNCTION:
                yield f"{name}:{line}: {function} has {length} lines, more than {MOST_LINES_OF_A_FUNCTION}"
    if name.startswith("include/") and "@file " + name.rsplit("/", 1)[1] not in text:
        yield f"{name}: no @file"


def faults_of(name, text):
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        match = MACHINE.search(line)
        if match:
            yield f"{name}:{number}: a path of one machine: {match.group(0)}"
    suffix = "." + name.rsplit(".", 1)[-1]
    if suffix not in CODE and not name.endswith("CMakeLists.txt"):
        return
    head = "\n".join(lines[:8])
    if "SPDX-FileCopyrightText: 2026 The libperfeval authors" not in head or "SPDX-License-Identifier: Apache-2.0" not in head:
        yield f"{name}: no SPDX lines at its top"
    if len(lines) > MOST_LINES_OF_A_FILE and name not in GENERATED:
        yield f"{name}: {len(lines)} lines, more than {MOST_LINES_OF_A_FILE}"
    if suffix in (".c", ".h"):
        yield from faults_of_c(name, text)


SPDX = "/* x\n * SPDX-FileCopyrightText: 2026 The libperfeval authors\n * SPDX-License-Identifier: Apache-2.0\n */\n"
LONG = "int\nf (void)\n{\n" + "  x ();\n" * 61 + "}\n"
# (file, its text, a word of the fault or None): the check has to find what is wrong and nothing else.
MADE_UP = [
    ("lib/base/a.c", SPDX + '/* strtod () */ static const char *s = "printf (";\n', None),
    ("lib/base/a.c", "int x;\n", "SPDX"),
    ("lib/base/a.c", SPDX + "int x = strtod (s, NULL);\n", "strtod"),
    ("lib/base/a.c", SPDX + "  g_snprintf (s, 3, f);\n", "g_snprintf"),
    ("lib/base/a.c", SPDX + "  double rate;\n", "double"),
    ("lib/base/a.c", SPDX + LONG, "61 lines"),
    ("lib/base/a.c", SPDX + LONG.replace("  x ();\n", "", 1), None),
    ("lib/base/a.c", SPDX + "\n" * 1000, "1004 lines"),
    ("include/perfeval/a.h", SPDX, "@file"),
    ("include/perfeval/a.h", SPDX + "/** @file a.h */\n", None),
    ("docs/a.md", "see /wo" + "rk/x\n", "machine"),
    ("docs/a.md", "see /budget/home/x and https://example.org/tm" + "p/x\n", None),
]


def prove():
    for name, text, why in MADE_UP:
        found = list(faults_of(name, text))
        if (why is None and found) or (why is not None and not any(why in fault for fault in found)):
            yield f"the check itself: {name}: expected {why}, found {found}"


def main():
    faults, count = list(prove()), 0
    for path in house.files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # an image, a spreadsheet
        count += 1
        faults += faults_of(relative(path), text)
    house.finish(faults, f"{len(MADE_UP)} made-up files and {count} of the tree were looked at")


if __name__ == "__main__":
    main()
