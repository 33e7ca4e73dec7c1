"""test-tree.py - one type, one header, one source, one test, of one name

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import pathlib
import tempfile

import house


def check(root):
    """A public header that declares functions has its source in one room, and its test in the room of that name."""
    faults = []
    for header in sorted((root / "include").glob("perfeval*/*.h")):
        if header.name == "types.h" or "AVAILABLE_IN_" not in header.read_text(encoding="utf-8"):
            continue
        stem = header.stem.replace("_", "-")
        sources = sorted((root / "lib").glob(f"*/{stem}.c"))
        if len(sources) != 1:
            faults.append(f"{header.name}: {len(sources)} files lib/*/{stem}.c")
            continue
        room = sources[0].parent.name
        if not (root / f"tests/{room}/test-{stem}.c").is_file():
            faults.append(f"{header.name}: no tests/{room}/test-{stem}.c")
    return faults


def prove():
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        for name in ("include/perfeval/a.h", "include/perfeval/b.h", "include/perfeval/c.h", "lib/io/a.c", "lib/io/b.c",
                     "tests/io/test-a.c", "tests/base/test-b.c"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("PE_AVAILABLE_IN_1_0\n", encoding="utf-8")
        found = check(root)
    expected = ["b.h: no tests/io/test-b.c", "c.h: 0 files lib/*/c.c"]
    return [] if found == expected else [f"the check itself: expected {expected}, found {found}"]


if __name__ == "__main__":
    headers = list((house.SOURCE / "include/perfeval").glob("*.h"))
    house.finish(prove() + check(house.SOURCE), f"a made-up tree and {len(headers)} headers were looked at")
