#!/usr/bin/env python3
"""refresh-abi.py - writes every committed print of the ABI from the public headers and the library, and shows what changed

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The headers are the contract; these files are its committed prints. The tests compare them with the headers and with the
library, and a person reads the difference that this script shows before committing it.

  --map      lib/perfeval.map           what the library exports; lib/office/perfeval-office.map, the second one; and
                                        debian/*.symbols, the same for the Debian packages
  --layout   tests/abi/layout.c         sizes, offsets, constants, and a typed pointer to every function
  --ctypes   python/perfeval/_abi.py    the same for Python
  --dump     tests/abi/perfeval.abi     what libabigail sees in a library that gcc built for debugging (builds it in build/abi)
  --client   tests/abi/client/include   the headers that the frozen client is compiled with

Usage: refresh-abi.py [--map] [--layout] [--ctypes] [--dump] [--client] [--all] [--check]
  without one of these, the first three: the others need a build, or somebody who means it
  --all    all five, as for a release that adds to the ABI, or for a new minor version of 0.x
  --check  write nothing, build nothing (so without the dump); exit 1 when a file would change
"""

import difflib
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import abi_dump  # noqa: E402
import ctypes_table  # noqa: E402
from public_headers import ROOT, exported_names, headers, measure, version_node  # noqa: E402

SPDX = [" * SPDX-FileCopyrightText: 2026 The libperfeval authors", " * SPDX-License-Identifier: Apache-2.0"]


def release(root=ROOT):
    """The version, from version.h, where alone it stands."""
    text = (root / "include/perfeval/version.h").read_text(encoding="utf-8")
    return ".".join(re.search(rf"#define PE_VERSION_{part} (\d+)", text).group(1) for part in ("MAJOR", "MINOR", "MICRO"))


def map_text(library="perfeval"):
    lines = [f"/* {library}.map - every symbol that lib{library}.so exports; written by scripts/refresh-abi.py", " *"]
    lines += SPDX + [" */", version_node(library=library) + " {", "global:"]
    lines += [f"  {name};" for name in exported_names(library=library)]
    return "\n".join(lines + ["local:", "  *;", "};", ""])


def pointer(result, name, arguments):
    space = "" if result.endswith("*") else " "
    return f"{result}{space}(*const layout_{name}) ({arguments}) = {name};"


def layout_text(library="perfeval", title="layout.c"):
    found = headers(library=library)
    answers = measure(found, library=library)
    check = lambda question: f'_Static_assert ({question} == {answers[question]}, "{question}");'
    lines = [f"/* {title} - the size, offset and value of everything public, and a typed pointer to every function", " *"]
    lines += SPDX
    lines += [" *", " * Written by scripts/refresh-abi.py from the headers, committed, and compiled against them ever after: it", " * stops compiling when a header breaks a program that was compiled before. LP64.", " */", "/* clang-format off */"]
    lines += [f"#include <{library}/{header.name}>" for header in found] + ["#include <stdio.h>"]
    for header in found:
        block = [check(f"sizeof ({name})") for _, name in header.scalars]
        for name, fields in header.structs:
            block += [check(f"sizeof ({name})")] + [check(f"offsetof ({name}, {field.name})") for field in fields]
        block += [check(constant) for _, constants in header.enums for constant in constants]
        block += [check(define) for define in header.defines]
        block += [pointer(result, name, arguments) for _, result, name, arguments in header.functions]
        if block:
            lines += ["", f"/* {header.name} */"] + block
    names = exported_names(library=library)
    lines += ["", "/* Reaching this line means that the loader found every function. */", "int", "main (void)", "{"]
    lines += [f'  puts ("{len(names)} functions");', "  return 0;", "}", ""]
    return "\n".join(lines)


def ctypes_text():
    core, office = headers(), headers(library="perfeval-office")
    answers = {**measure(core), **measure(office, library="perfeval-office")}
    return ctypes_table.text(core, office, answers, (version_node(), version_node(library="perfeval-office")))


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


def client_headers(check):
    """The frozen client's own copy of the headers becomes a copy of today's."""
    target, changed = ROOT / "tests/abi/client/include/perfeval", False
    current = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "include/perfeval").glob("*.h"))}
    for path in sorted(target.glob("*.h")):
        if path.name not in current:
            print(f"{path.relative_to(ROOT)}: {'is' if check else 'was'} of no header")
            changed = True
            if not check:
                path.unlink()
    for name, text in current.items():
        changed |= refresh(target / name, text, check)
    return changed


def symbols_text(library="perfeval", root=ROOT):
    """The symbols file of the Debian package: every symbol with the version since which it is there, which a later one leaves."""
    path, node = root / f"debian/lib{library}1.symbols", version_node(root, library)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    since = dict(line.split()[:2] for line in lines if line.startswith(" "))
    symbols = [f"{name}@{node}" for name in [node, *exported_names(root, library)]]
    symbols = [f" {symbol} {since.get(symbol, release(root))}" for symbol in symbols]
    return "\n".join([f"lib{library}.so.1 lib{library}1 #MINVER#", *symbols, ""])


def maps(check):
    changed = refresh(ROOT / "lib/perfeval.map", map_text(), check)
    changed |= refresh(ROOT / "lib/office/perfeval-office.map", map_text("perfeval-office"), check)
    for library in ("perfeval", "perfeval-office"):
        changed |= refresh(ROOT / f"debian/lib{library}1.symbols", symbols_text(library), check)
    return changed


def layouts(check):
    changed = refresh(ROOT / "tests/abi/layout.c", layout_text(), check)
    return refresh(ROOT / "tests/abi/layout-office.c", layout_text("perfeval-office", "layout-office.c"), check) or changed


PRINTS = {
    "--map": maps,
    "--layout": layouts,
    "--ctypes": lambda check: refresh(ROOT / "python/perfeval/_abi.py", ctypes_text(), check),
    "--dump": lambda check: not check and refresh(ROOT / "tests/abi/perfeval.abi", abi_dump.dump_of_tree(ROOT), False),
    "--client": client_headers,
}


def main(arguments):
    if set(arguments) - set(PRINTS) - {"--all", "--check"}:
        raise SystemExit(__doc__)
    check = "--check" in arguments
    wanted = [name for name in PRINTS if name in arguments or "--all" in arguments] or ["--map", "--layout", "--ctypes"]
    changed = [PRINTS[name](check) for name in wanted]
    return 1 if check and any(changed) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
