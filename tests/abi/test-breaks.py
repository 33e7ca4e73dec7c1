"""test-breaks.py - seven breaks of the ABI, each made in a copy of the tree, and which checks see them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Five checks keep the ABI, since each has blind spots: the exports are the headers' and the map's; libabigail's dump; layout.c; the
frozen client; the ctypes table. Here each break has to be seen by those that are named with it, and a change that breaks
nothing by none. Every check is the committed print of the tree held against the changed copy, as it would be in a review.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
sys.path.insert(0, str(SOURCE / "scripts"))
import abi_dump  # noqa: E402
import public_headers  # noqa: E402

sys.path.insert(0, str(SOURCE / "python/perfeval"))
import _abi  # noqa: E402

LAMP, MAP = "include/perfeval/lamp.h", "lib/perfeval.map"
LAMP_C = "lib/rules/lamp.c"
CC = [abi_dump.COMPILER, "-std=c11", "-Wall", "-Wextra", "-Werror"]

# name, [(file, pattern, replacement)], the checks that have to see it. All of them are in one header, to be quick.
BREAKS = [
    ("a member inserted in a structure", [(LAMP, r"(  pe_decimal green;)", r"  pe_decimal orange; /**< New. */\n\1")],
     {"dump", "layout", "client"}),
    ("a member appended to a structure", [(LAMP, r"(  pe_decimal blue;[^\n]*\n)", r"\1  pe_decimal violet; /**< New. */\n")],
     {"dump", "layout"}),
    ("a constant renumbered", [(LAMP, r"PE_LAMP_YELLOW = 2", "PE_LAMP_YELLOW = 3"), (LAMP, r"PE_LAMP_GREEN  = 3", "PE_LAMP_GREEN  = 2")],
     {"layout", "client"}),
    ("an argument of 32 bits made 64 wide", [(LAMP, r"int32_t month", "int64_t month"), (LAMP_C, r"(\npe_lamp_compute \([^)]*)int32_t month", r"\1int64_t month")],
     {"dump", "layout"}),
    ("a function no longer exported", [(MAP, r"  pe_lamp_worst;\n", "")], {"exports", "dump", "layout", "client", "ctypes"}),
    ("a function exported that no header has", [(MAP, r"(  pe_lamp_worst;\n)", r"\1  pe_lamp_new;\n"),
                                                (LAMP_C, r"\Z", "\nextern int pe_lamp_new (void);\nPE_AVAILABLE_IN_1_0 int\npe_lamp_new (void)\n{\n  return 0;\n}\n")],
     {"exports", "dump", "ctypes"}),
    ("the version node renamed", [(MAP, r"PERFEVAL_(\w+) \{", r"PERFEVAL_X\1 {")], {"exports", "dump", "client"}),
]  # fmt: skip
HARMLESS = ("a member added to an opaque type", [("lib/rules/rulebook-set.c", r"(\nstruct pe_rulebook_set\n\{)", r"\1\n  int32_t spare;")], set())


def copy_tree(target):
    for name in ("lib", "include", "cmake", "pkgconfig", "rulebooks", "CMakeLists.txt", "LICENSE", "docs/man"):
        origin = SOURCE / name
        if origin.is_dir():
            shutil.copytree(origin, target / name)
        elif origin.exists():
            shutil.copy2(origin, target / name)


def is_good(command, **keywords):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **keywords).returncode == 0


class Copy:
    """A copy of the tree, built, and what the five checks say of it."""

    def __init__(self, root, scratch):
        self.root, self.scratch = root, scratch
        self.library = None
        self.old_headers = scratch / "frozen"
        shutil.copytree(SOURCE / "include", self.old_headers)
        self.client = scratch / "client"

    def build(self):
        self.library = abi_dump.build(self.root, self.root / "build")

    def link_client(self):
        """Once, with the headers and the library as they were: what users have on their machines."""
        command = [*CC, "-I", self.old_headers, SOURCE / "tests/abi/client/client.c", self.library, "-o", self.client]
        subprocess.run([str(word) for word in command], check=True)

    def exports(self):
        lines = subprocess.run(["nm", "-D", "--defined-only", "--with-symbol-versions", self.library], check=True, capture_output=True, text=True).stdout
        return {name for _, kind, name in map(str.split, lines.splitlines()) if kind != "A"}

    def sees(self, golden):
        names = self.exports()
        plain = {name.partition("@")[0] for name in names}
        wanted = {f"{name}@@{public_headers.version_node(self.root)}" for name in public_headers.exported_names(self.root)}
        environment = dict(os.environ, LD_LIBRARY_PATH=str(self.library.parent))
        good = {
            "exports": names == wanted,
            "dump": abi_dump.dump(self.library, self.root / "include") == golden,
            "layout": is_good([*CC, "-I", self.root / "include", SOURCE / "tests/abi/layout.c", self.library, "-o", self.scratch / "layout"]),
            "client": is_good([self.client, SOURCE / "rulebooks/guangdong-2023.json", SOURCE / "examples/data/zengcheng-2023.json"], env=environment),
            "ctypes": plain == set(_abi.FUNCTIONS),
        }
        return {name for name, is_well in good.items() if not is_well}


def change(root, edits):
    """Makes the edits; answers what the files said before. An edit that finds nothing to change is a fault of this test."""
    before = {}
    for name, pattern, replacement in edits:
        path = root / name
        text = path.read_text(encoding="utf-8")
        before.setdefault(path, text)
        changed, count = re.subn(pattern, replacement, text, count=1)
        if count != 1:
            raise SystemExit(f"FAULT: {name} has no {pattern!r}: this test has to follow the tree")
        path.write_text(changed, encoding="utf-8")
    return before


def judge(name, seen, wanted):
    print(f"  {name:46} seen by {', '.join(sorted(seen)) or 'nobody'}")
    if not wanted and seen:
        yield f"{name}: harmless, and {', '.join(sorted(seen))} object"
    if wanted - seen:
        yield f"{name}: not seen by {', '.join(sorted(wanted - seen))}"


def main():
    if os.environ.get("PERFEVAL_SANITIZE"):
        print("SKIPPED: the copy is built without sanitizers, and once is enough")
        sys.exit(77)
    if abi_dump.missing():
        print(f"SKIPPED: {abi_dump.missing()}")
        sys.exit(77)
    faults = []
    with tempfile.TemporaryDirectory() as directory:
        scratch = pathlib.Path(directory)
        root = scratch / "tree"
        root.mkdir()
        copy_tree(root)
        copy = Copy(root, scratch)
        copy.build()
        copy.link_client()
        golden = abi_dump.dump(copy.library, root / "include")
        faults += [f"the unchanged copy: {name} objects" for name in sorted(copy.sees(golden))]
        for name, edits, wanted in [*BREAKS, HARMLESS]:
            before = change(root, edits)
            copy.build()
            faults += judge(name, copy.sees(golden), wanted)
            for path, text in before.items():
                path.write_text(text, encoding="utf-8")
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{len(faults)} faults; {len(BREAKS)} breaks and one harmless change were made")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
