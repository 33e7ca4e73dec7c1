"""shrink.py - makes the documents of a difference as small as they can be

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

As a program: shrink.py <driver> <rulebook.json> <dossier.json> [scorer [calendar 0/1]]; prints what is left and what differs.
Members and elements are left out one by one as long as the two sides still differ; a leaf is first tried alone.
"""

import copy
import json
import sys

import block
import driver


class Shrinker:
    """Tries smaller documents."""

    def __init__(self, path, scorer="self", with_calendar=True):
        self.block, self.scorer, self.with_calendar = block.Block(path), scorer, with_calendar

    def lines(self, rulebook, dossier):
        """What differs; nothing where a document is refused by either side."""
        asked = self.block.driver
        asked.ask("R", json.dumps(rulebook, ensure_ascii=False))
        asked.ask(f"D {block.oracle.SCORERS[self.scorer]} {int(self.with_calendar)}", json.dumps(dossier, ensure_ascii=False))
        read, answer = [driver.split(line) for line in asked.answers()]
        if read[0] != "R" or answer[0] == "X":
            return []
        try:
            book = driver.compile_text(json.dumps(rulebook))
            ours = driver.compute(book, driver.read(json.dumps(dossier)), self.scorer,
                                  self.block.calendar if self.with_calendar else None)
        except Exception as fault:  # pylint: disable=broad-except
            return [f"the oracle itself: {fault!r}"]
        return driver.differences(ours, answer)

    def shrink(self, rulebook, dossier):
        for leaf in block.coverage.leaves(rulebook["indicators"]):
            alone = {**copy.deepcopy(rulebook), "full_marks": leaf["full_marks"], "indicators": [leaf]}
            alone.pop("grades", None)
            alone.pop("vetoes", None)
            alone.pop("bonus", None)
            if self.lines(alone, dossier):
                rulebook = alone
                break
        smaller = True
        while smaller:
            smaller = self.leave_out(rulebook, lambda: self.lines(rulebook, dossier)) | self.leave_out(
                dossier, lambda: self.lines(rulebook, dossier))
        return rulebook, dossier, self.lines(rulebook, dossier)

    def leave_out(self, node, differs):
        """Leaves out what can be, below a node; whether anything was."""
        smaller = False
        for key in list(node) if isinstance(node, dict) else range(len(node) - 1, -1, -1):
            kept = list(node.items()) if isinstance(node, dict) else list(node)
            value = node[key]
            del node[key]
            if differs():
                smaller = True
                continue
            node.clear()
            (node.update if isinstance(node, dict) else node.extend)(kept)
            if isinstance(value, (dict, list)):
                smaller |= self.leave_out(value, differs)
        return smaller


def plain(text):
    """A document whose whole numbers stay numbers, so that it can be written again."""
    return json.loads(text, parse_float=str)


def main():
    path, *files = sys.argv[1:4]
    documents = []
    for name in files:
        with open(name, encoding="utf-8") as file:
            documents.append(plain(file.read()))
    rest = sys.argv[4:]
    shrinker = Shrinker(path, *rest[:1], *(one == "1" for one in rest[1:2]))
    rulebook, dossier, lines = shrinker.shrink(*documents)
    for document in (rulebook, dossier):
        print(json.dumps(document, ensure_ascii=False, indent=1))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
