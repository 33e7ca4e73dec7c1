"""ctypes_table.py - the public headers as a Python module for ctypes

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import re

import public_headers

HEAD = '''# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Every structure, constant and function of the C libraries, for ctypes. Written by scripts/refresh-abi.py from the public headers.

Names are those of the headers, where their documentation stands. A handle is a c_void_p, in an argument one of its own kind; a structure is a
class, a nullable pointer None.
"""
from __future__ import annotations

import ctypes as c
from typing import Any, Dict, Tuple

P = c.POINTER
Functions = Dict[str, Tuple[Any, Tuple[Any, ...]]]

VERSION_NODE = "%s"
OFFICE_VERSION_NODE = "%s"
# Nothing lies below: a smaller number is an index or a year that somebody mistook for a handle.
FIRST_ADDRESS = 4096


class Handle(c.c_void_p):
    """A handle in an argument. ctypes would take a str for one, or a handle of another kind, and the library would read what is not there."""

    @classmethod
    def from_param(cls, value: Any) -> Any:
        """Takes None, a c_void_p that says no kind, an address, and what is of this kind or has it as its _as_parameter_."""
        if value is None or type(value) is c.c_void_p:
            return value
        if isinstance(value, int) and value >= FIRST_ADDRESS:
            return c.c_void_p(value)
        given = getattr(value, "_as_parameter_", value)
        if not isinstance(given, cls):
            name = cls.__name__[3:].title().replace("_", "")
            raise TypeError(f"{'an' if name[0] in 'AEIO' else 'a'} {name} is needed, not {type(value).__name__}: {value!r}")
        return given

'''
TAIL = '''

def bind(library: c.CDLL, functions: Functions = FUNCTIONS) -> None:
    """Tells ctypes the result and the arguments of every function. One that the library lacks is an AttributeError that names it."""
    for name, (result, arguments) in functions.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
'''
SCALARS = {
    "char": "c.c_char", "int": "c.c_int", "size_t": "c.c_size_t", "int64_t": "c.c_int64", "uint64_t": "c.c_uint64",
    "int32_t": "c.c_int32", "uint32_t": "c.c_uint32", "int16_t": "c.c_int16", "uint16_t": "c.c_uint16", "int8_t": "c.c_int8",
    "uint8_t": "c.c_uint8",
}  # fmt: skip
# Bytes of a known length, in which a zero byte may stand: not what ctypes makes of a char *.
BYTES = {"pe_text_get_data"}


class Table:
    """The types that the headers name, and how ctypes writes them."""

    def __init__(self, found):
        self.structs = {name: fields for header in found for name, fields in header.structs}
        self.opaque = {name for header in found for name in header.opaque} - set(self.structs)
        self.scalars = dict(SCALARS)
        self.scalars.update((name, SCALARS[kind]) for header in found for kind, name in header.scalars)
        self.callbacks = {name: (result, arguments) for header in found for result, name, arguments in header.callbacks}

    def write(self, kind, mark=""):
        """The expression for a type; mark is [] for an array that a function takes."""
        words = re.sub(r"\bconst\b", "", kind).replace(" ", "")
        base, stars = words.rstrip("*"), words.count("*") + (mark == "[]")
        if base == "void":
            return "None" if stars == 0 else self.point("c.c_void_p", stars - 1)
        if base == "char" and stars and "const char" in kind:
            return self.point("c.c_char_p", stars - 1)
        if base in self.opaque and stars:
            return self.point("c.c_void_p", stars - 1)
        if base in self.scalars:
            return self.point(self.scalars[base], stars)
        if base in self.structs or base in self.callbacks:
            return self.point(base, stars)
        raise SystemExit(f"a type is not understood: {kind}")

    @staticmethod
    def point(name, stars):
        return "P(" * stars + name + ")" * stars

    def argument(self, kind, mark=""):
        """A handle in an argument of a function has its kind."""
        base = re.sub(r"\bconst\b|\s|\*", "", kind)
        if base in self.opaque and kind.count("*") == 1 and mark != "[]":
            return base
        return self.write(kind, mark)

    def member(self, member):
        written = "c.c_void_p" if member.kind == "(*)" else self.write(member.kind)
        if not member.length:
            return written
        if not member.length.isdigit():
            raise SystemExit(f"the length of an array is not a number: {member.name}[{member.length}]")
        return f"{written} * {member.length}"

    def in_order(self):
        """The structures, each after those that stand in it by value."""
        done, order = set(), []

        def settle(name):
            if name in done:
                return
            done.add(name)
            for member in self.structs[name]:
                if member.kind in self.structs:
                    settle(member.kind)
            order.append(name)

        for name in self.structs:
            settle(name)
        return order


def call(table, result, arguments):
    kinds = [table.write(kind, mark) for kind, mark in public_headers.arguments_of(arguments)]
    return table.write(result), kinds


def functions(table, name, found):
    lines = ["", f"{name}: Functions = {{"]
    for header in found:
        for _, result, function, arguments in header.functions:
            kinds = [table.argument(kind, mark) for kind, mark in public_headers.arguments_of(arguments)]
            written = "c.c_void_p" if function in BYTES else table.write(result)
            lines.append(f'    "{function}": ({written}, ({", ".join(kinds)}{"," if len(kinds) == 1 else ""})),')
    return lines + ["}"]


def text(core, office, answers, nodes):
    """core and office: the headers of the two libraries; nodes: their version nodes."""
    found = core + office
    table = Table(found)
    lines = [HEAD % nodes]
    for header in found:
        names = [name for _, names in header.enums for name in names] + header.defines
        if names:
            lines += [f"# {header.name}"] + [f"{name} = {answers[name]}" for name in names] + [""]
    for name in sorted(table.opaque):
        lines += ["", f"class {name}(Handle):", f'    """See {home(core, office, name)}."""', ""]
    for name in table.structs:
        lines += ["", f"class {name}(c.Structure):", f'    """See {home(core, office, name)}."""', ""]
    for name, (result, arguments) in table.callbacks.items():
        written, kinds = call(table, result, arguments)
        lines += ["", f"{name} = c.CFUNCTYPE({', '.join([written] + kinds)})"]
    for name in table.in_order():
        lines += ["", f"{name}._fields_ = ["]
        lines += [f'    ("{member.name}", {table.member(member)}),' for member in table.structs[name]] + ["]"]
    lines += functions(table, "FUNCTIONS", core) + functions(table, "OFFICE_FUNCTIONS", office)
    return "\n".join(lines) + "\n" + TAIL


def home(core, office, struct):
    rooms = [("perfeval", header) for header in core] + [("perfeval-office", header) for header in office]
    return next(f"{room}/{header.name}" for room, header in rooms if struct in dict(header.structs) or struct in header.opaque)
