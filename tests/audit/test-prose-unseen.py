"""test-prose-unseen.py - the reader of prose against labelled texts that it was not built on

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

tests/prose/unseen was only scored at first; tests/prose/README.md says since when it was read as well. A reading is right when it has the group of kinds, the result and the set of figures of a label; the
sum of two figures and the difference that it comes from are one equation. An accusation is right when the labelled relation cannot be
right however its figures were rounded. The measure is this file's own. It asserts that little is misread, but for the further texts, which
are harder on purpose, and that nobody is accused of nothing; what lies below a target is printed.

tests/prose/known.txt lists each label that is missed, each reading that is no label, and each accusation that is false or lacking. There may be
no others: what was read is read again. One that is there no longer is printed, to be taken from the list; --write makes the list anew.
"""

import collections
import json
import os
import pathlib
import re
import sys
import unicodedata

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
sys.path.insert(0, str(SOURCE / "tests/python"))
import package  # noqa: E402

package.start()
import perfeval  # noqa: E402

GROUPS = {"rate": "ratio", "share": "ratio", "completion": "ratio", "bound": "ratio", "sum": "total", "count": "total",
          "score_sum": "total", "marks": "total", "deduction": "difference", "execution_score": "product", "rule_score": "product"}
KNOWN = SOURCE / "tests/prose/known.txt"
# The targets that were set for the reader.
LEAST_PRECISION, LEAST_RECALL, LEAST_RAISED, MOST_FALSE = 0.92, 0.75, 0.75, 0.20


def flat(figure):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", figure))


def key(kind, result, operands):
    group, result, operands = GROUPS.get(kind, kind), flat(result), [flat(each) for each in operands]
    if group == "difference" and len(operands) == 2:
        return "total", operands[0], tuple(sorted([operands[1], result]))
    return group, result, tuple(sorted(operands))


def read(text):
    """(key, accused) of each relation that the library reads; one that has no result has its last figure for it."""
    audit = perfeval.audit(text)
    for relation in audit:
        figures = [claim.text for claim in relation.operands]
        result = relation.result.text if relation.result is not None else figures.pop() if len(figures) > 1 else None
        if result is not None:
            yield key(relation.kind, result, figures), relation.audit_class == perfeval.AuditClass.CONTRADICTION


def line(path, what, name):
    """How a difference between labels and readings stands in the list."""
    kind, result, operands = name
    return f"{path.parent.name}/{path.name} {what}: {kind} {result} of {', '.join(operands)}"


def score(path, tally, differences):
    document = json.loads(path.read_text(encoding="utf-8"))
    labels = {key(each["kind"], each["result"], each["operands"]): each for each in document["relations"]}
    doubtful = {key(each["kind"], each["result"], each["operands"]) for each in document["doubtful"]}
    impossible = {name for name, each in labels.items()
                  if each["verdict"] == "contradiction" and not each["within_operand_rounding"]}
    readings = dict(each for each in read(document["text"]) if each[0] in labels or each[0] not in doubtful)
    accused = {name for name, wrong in readings.items() if wrong}
    tally.update(texts=1, labels=len(labels), read=len(readings), hits=len(labels.keys() & readings.keys()),
                 impossible=len(impossible), raised=len(accused & impossible), accused=len(accused),
                 false=len(accused - impossible), accused_of_nothing=len(accused) if not labels else 0)
    differences.update(line(path, "not a label", name) for name in readings.keys() - labels.keys())
    differences.update(line(path, "missed", name) for name in labels.keys() - readings.keys())
    differences.update(line(path, "false accusation", name) for name in accused - impossible)
    differences.update(line(path, "not accused", name) for name in impossible & (readings.keys() - accused))


def share(part, whole):
    return part / whole if whole else 1.0


def main(folder, write):
    tally, differences = collections.Counter(), set()
    for path in sorted((SOURCE / "tests/prose" / folder).glob("*.json")):
        score(path, tally, differences)
    precision, recall = share(tally["hits"], tally["read"]), share(tally["hits"], tally["labels"])
    raised, false = share(tally["raised"], tally["impossible"]), share(tally["false"], tally["accused"])
    print(f"{folder}: {tally['texts']} texts, {tally['labels']} labels, {tally['read']} read: precision {precision:.3f}, recall {recall:.3f}")
    print(f"contradictions labelled {tally['impossible']}, raised {tally['raised']} ({raised:.2f}); accusations {tally['accused']}, "
          f"false {tally['false']} ({false:.2f}); on texts without a relation {tally['accused_of_nothing']}")
    for name, figure, target in (("precision", precision, LEAST_PRECISION), ("recall", recall, LEAST_RECALL),
                                 ("contradictions raised", raised, LEAST_RAISED)):
        if figure < target:
            print(f"BELOW TARGET: {name} {figure:.3f}; the target is {target}")
    if false > MOST_FALSE:
        print(f"BELOW TARGET: false accusations {false:.3f}; the target is at most {MOST_FALSE}")
    faults = [name for name, wrong in (
        (f"precision below {LEAST_PRECISION}", precision < LEAST_PRECISION and folder != "further"),
        ("accusations on texts without a relation", tally["accused_of_nothing"] > 0),
    ) if wrong]
    listed = set(KNOWN.read_text(encoding="utf-8").splitlines()) if KNOWN.is_file() else set()
    if write:
        others = {each for each in listed if not each.startswith(folder + "/")}
        KNOWN.write_text("\n".join(sorted(others | differences)) + "\n", encoding="utf-8")
        listed |= differences
    faults += sorted(differences - listed)
    for gone in sorted(each for each in listed - differences if each.startswith(folder + "/")):
        print("no longer so:", gone)
    for fault in faults:
        print("FAULT:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    FOLDERS = [argument for argument in sys.argv[1:] if not argument.startswith("-")] or ["unseen", "further", "seen"]
    sys.exit(max([main(folder, "--write" in sys.argv) for folder in FOLDERS]))
