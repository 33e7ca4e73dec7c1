"""driver.py - the library behind driver.c, and what differs between its answers and the oracle's

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import collections
import json
import subprocess
from exact import Fraction

import oracle


def read(text):
    """JSON with every number as the text that stands there."""
    return json.loads(text, parse_float=str, parse_int=str)


class Driver:
    """The program at the other end of two pipes. Requests are gathered and answered together."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.pending, self.asked = [], 0

    def ask(self, head, document):
        data = document.encode()
        self.pending += [b"%s %d\n" % (head.encode(), len(data)), data]
        self.asked += head[0] != "C"

    def answers(self):
        """The answers to all that was asked; the driver writes none before the last request."""
        self.process.stdin.write(b"".join(self.pending) + b"F 0\n")
        self.process.stdin.flush()
        lines = []
        while len(lines) < self.asked:
            line = self.process.stdout.readline()
            if not line.endswith(b"\n"):
                raise EOFError(f"the driver ended with {self.process.wait()}")
            lines.append(line[:-1].decode())
        self.pending, self.asked = [], 0
        return lines

    def close(self):
        self.process.stdin.close()
        return self.process.wait()


def split(line):
    """An answer as (what has to be equal, errors or findings in order)."""
    parts = line.split("\t")
    told = sorted(part for part in parts if part[:2] in ("e ", "f "))
    kept = [part for part in parts if part[:2] not in ("e ", "f ")]
    return "\t".join(kept), told


def closure(line):
    """The nodes of an answer at which the ledger does not close: full marks and the entries at and below are the score."""
    nodes, own = [], []
    for part in line.split("\t"):
        if part[0] == "N":
            fields = part[2:].split(" ")
            nodes.append((fields[0], int(fields[4]), Fraction(fields[6]), Fraction(fields[7])))
            own.append(Fraction(0))
        elif part[0] == "L":
            fields = part[2:].split(" ")
            own[int(fields[0])] += Fraction(fields[4])
    for number in range(len(nodes) - 1, 0, -1):
        own[nodes[number][1]] += own[number]
    return [code for (code, _, full, score), entries in zip(nodes, own) if full + entries != score]


def differences(ours, theirs):
    """What differs between two answers as split() gives them, a line each."""
    if ours == theirs:
        return []
    found = []
    one, other = ours[0].split("\t"), theirs[0].split("\t")
    for kind, name in (("V", "grades"), ("W", "grade"), ("E", "outcome"), ("X", "outcome"), ("N", "nodes"), ("L", "ledger"),
                       ("m", "measures"), ("s", "streams"), ("p", "months"), ("u", "units"), ("w", "the whole")):
        a, b = ([part for part in parts if part[:1] == kind] for parts in (one, other))
        found += pairs(name, a, b)
    found += pairs("findings", ours[1], theirs[1])
    return found or [f"order: oracle {one}, library {other}"]


def pairs(name, ours, theirs):
    a, b = collections.Counter(ours), collections.Counter(theirs)
    return ([f"{name}, oracle only: {one} ({n})" for one, n in (a - b).items()]
            + [f"{name}, library only: {one} ({n})" for one, n in (b - a).items()])


def compute(book, dossier, scorer="self", calendar=None):
    """The oracle's answer to a dossier, as split() gives the library's."""
    found = book.evaluate(dossier, scorer, calendar)
    line, told = found.lines()
    open_nodes = () if found.errors else found.open_nodes()
    return line, told + [f"the ledger does not close at {code!r}" for code in open_nodes]


def compile_text(text):
    return oracle.Rulebook(read(text))
