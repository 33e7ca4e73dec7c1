"""test-includes.py - the rooms of lib/ include one way only, and everything else includes public headers alone

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

base <- model <- rules <- score <- audit, batch <- io. A public header belongs to the room that has its source.
"""

import pathlib
import re
import tempfile

import house

# Rooms of the same height do not know each other.
HEIGHT = {"base": 0, "model": 1, "rules": 2, "score": 3, "audit": 4, "batch": 4, "io": 5}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
PUBLIC_SYSTEM = {"stddef.h", "stdint.h"}
# No ctype.h, locale.h, stdio.h, math.h: what obeys the locale, prints, or is not exact.
LIB_SYSTEM = PUBLIC_SYSTEM | {"string.h", "limits.h", "stdarg.h", "stdbool.h", "stdlib.h", "errno.h", "iconv.h", "glib.h", "gmp.h"}
CLI_OTHER = re.compile(r"glib\.h|glib/\w+\.h|gio/\w+\.h|glib-unix\.h|[a-z]+\.h|sys/\w+\.h")
EXAMPLE_OTHER = re.compile(r"[a-z]+\.h")


def includes(path):
    # Comments are blanked, strings are not: an include's own name may stand in quotes.
    text = re.sub(r"/\*.*?\*/", house.blank, path.read_text(encoding="utf-8"), flags=re.S)
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1) == "<", match.group(2)


def owner(root, name):
    """The room that has <name>.c, or else <name>-private.h; None when none has."""
    name = name.replace("_", "-")
    for pattern in (f"*/{name}.c", f"*/{name}-private.h"):
        for path in sorted((root / "lib").glob(pattern)):
            if path.parent.name in HEIGHT:
                return path.parent.name
    return None


def rooms_of_headers(root):
    """Public header -> room. One of types alone, without a source, stands in the highest room that it includes."""
    rooms, above = {}, {}
    for path in (root / "include/perfeval").glob("*.h"):
        rooms[path.name] = owner(root, path.stem)
        above[path.name] = [name.removeprefix("perfeval/") for _, _, name in includes(path) if name.startswith("perfeval/")]

    def settle(name, seen):
        if rooms.get(name) is None and name in rooms:
            found = [settle(other, seen | {name}) for other in above[name] if other not in seen and other in rooms]
            return max(found, key=HEIGHT.get, default="base")
        return rooms.get(name)

    return {name: settle(name, {name}) for name in rooms}


def may_use(room, other):
    return room == other or HEIGHT[other] < HEIGHT[room]


def fault_in_lib(root, rooms, path, room, system, name):
    if system and name == "perfeval/perfeval.h":
        return "the umbrella header is for users"
    if system and name.startswith("perfeval/"):
        other = rooms.get(name.removeprefix("perfeval/"))
        if other is None:
            return "no such public header"
        return None if may_use(room, other) else f"{room} may not know {other}"
    if system:
        return None if name in LIB_SYSTEM else "not one of the headers that the library may use"
    target = (path.parent / name).resolve()
    if not name.endswith("-private.h") or not target.is_file() or target.parent.parent != (root / "lib").resolve():
        return "in quotes only a private header of a room of lib/"
    return None if may_use(room, target.parent.name) else f"{room} may not know {target.parent.name}"


def fault_in_public(rooms, room, system, name):
    if not system:
        return "a public header is included with <>"
    if name in PUBLIC_SYSTEM:
        return None
    other = rooms.get(name.removeprefix("perfeval/")) if name.startswith("perfeval/") else None
    if other is None:
        return "public headers include stddef.h, stdint.h and each other"
    return None if room is None or may_use(room, other) else f"{room} may not know {other}"


def fault_outside(path, system, name, others):
    if system:
        return None if name.startswith(("perfeval/", "perfeval-office/")) or others.fullmatch(name) else "not a public header"
    target = (path.parent / name).resolve()
    return None if target.parent == path.parent.resolve() and target.is_file() else "not a header of its own directory"


# Helpers without a state that both libraries want: compiled into each (cmake/office.cmake); and the type of 128 bits.
SHARED_HELPERS = {"../base/vector-private.h", "../base/int128-private.h"}


def fault_in_office(path, system, name):
    if not system and name in SHARED_HELPERS:
        return None
    return fault_outside(path, system, name, re.compile(".*"))


def check(root):
    """All faults of a tree, as lines "file:line: include: why"."""
    rooms, faults = rooms_of_headers(root), []

    def look(paths, fault_of):
        for path in sorted(paths):
            for line, system, name in includes(path):
                why = fault_of(path, system, name)
                if why:
                    faults.append(f"{path.relative_to(root)}:{line}: {name}: {why}")

    for directory in sorted((root / "lib").glob("*/")):
        room = directory.name
        if room == "office":
            look(directory.glob("*.[ch]"), fault_in_office)
        elif room in HEIGHT:
            look(directory.glob("*.[ch]"), lambda path, system, name: fault_in_lib(root, rooms, path, room, system, name))
        else:
            faults.append(f"lib/{room}: not a room")
    for path in (root / "include/perfeval").glob("*.h"):
        room = None if path.name == "perfeval.h" else rooms[path.name]
        look([path], lambda _, system, name: fault_in_public(rooms, room, system, name))
    look((root / "cli").glob("*.[ch]"), lambda path, system, name: fault_outside(path, system, name, CLI_OTHER))
    look((root / "examples").glob("*.[ch]"), lambda path, system, name: fault_outside(path, system, name, EXAMPLE_OTHER))
    return faults


# (file, its text, a word of the fault or None): the check has to find what is wrong and nothing else.
MADE_UP = [
    ("lib/base/a.c", '#include "a-private.h"\n#include <glib.h>\n', None),
    ("lib/base/a-private.h", "#include <perfeval/a.h>\n", None),
    ("include/perfeval/a.h", "#include <stdint.h>\n", None),
    ("lib/io/b.c", '#include "../base/a-private.h"\n#include <perfeval/b.h>\n', None),
    ("include/perfeval/b.h", "#include <perfeval/a.h>\n", None),
    ("cli/main.c", '#include <perfeval/perfeval.h>\n#include <glib.h>\n/* #include "../lib/base/a-private.h" */\n', None),
    ("include/perfeval/perfeval.h", "#include <perfeval/a.h>\n#include <perfeval/b.h>\n", None),
    ("lib/io/b-private.h", "", None),
    ("lib/batch/q-private.h", "", None),
    ("lib/base/up.c", '#include "../io/b-private.h"\n', "base may not know io"),
    ("lib/base/up2.c", "#include <perfeval/b.h>\n", "base may not know io"),
    ("lib/audit/peer.c", '#include "../batch/q-private.h"\n', "audit may not know batch"),
    ("lib/model/umbrella.c", "#include <perfeval/perfeval.h>\n", "umbrella"),
    ("lib/model/locale.c", "#include <locale.h>\n", "may use"),
    ("lib/model/gio.c", "#include <gio/gio.h>\n", "may use"),
    ("lib/model/gone.c", "#include <perfeval/gone.h>\n", "no such"),
    ("lib/model/source.c", '#include "../base/a.c"\n', "private header"),
    ("lib/cellar/x.c", "", "not a room"),
    ("include/perfeval/c.h", "#include <glib.h>\n", "public headers include"),
    ("include/perfeval/d.h", '#include "a.h"\n', "<>"),
    ("cli/inside.c", '#include "../lib/base/a-private.h"\n', "own directory"),
    ("examples/glib.c", "#include <glib/gi18n.h>\n", "public header"),
]


def prove():
    """Runs the check on a made-up tree whose faults are known."""
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        for name, text, _ in MADE_UP:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        found = check(root)
    faults = []
    for name, _, why in MADE_UP:
        mine = [line for line in found if line.split(":")[0] in (name, str(pathlib.PurePath(name).parent))]
        if (why is None and mine) or (why is not None and not any(why in line for line in mine)):
            faults.append(f"the check itself: {name}: expected {why}, found {mine}")
    return faults


if __name__ == "__main__":
    house.finish(prove() + check(house.SOURCE), f"{len(MADE_UP)} made-up files and the tree were looked at")
