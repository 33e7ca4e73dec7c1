"""test-prose-labels.py - the reader of prose on labelled texts: precision, recall, contradictions, false accusations

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The texts of ../shared/prose are read in place; tests/prose/seen are this project's own, made up, by someone who did not see
the reader. Both were looked at while it was built; tests/prose/unseen was not (test-prose-unseen.py).
"""

import json
import os
import pathlib
import sys

import prose_reader

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
SHARED = pathlib.Path(os.environ["PERFEVAL_SHARED"]) / "prose"
SKIPPED = 77


def score(title, folder):
    result = prose_reader.Score()
    for path in sorted(folder.glob("[0-9]*.json")):
        result.add(json.loads(path.read_text(encoding="utf-8")))
    result.print(title)
    if "--verbose" in sys.argv:
        print("\n".join(result.lines))
    return list(result.faults(title))


def main():
    faults = score("made-up texts", SOURCE / "tests/prose/seen")
    if SHARED.is_dir():
        faults += score("published texts", SHARED)
    print("\n".join(faults))
    if not faults and not SHARED.is_dir():
        print(f"SKIPPED: the published texts are not in {SHARED}")
        return SKIPPED
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
