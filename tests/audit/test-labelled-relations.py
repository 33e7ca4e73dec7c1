"""test-labelled-relations.py - every labelled relation of the report texts, as a relation through the door

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

The labels carry a recomputation of their own (exact value, modes, whether rounded operands would explain the figure). The exact value
and the modes have to be the same. A contradiction that the labels call impossible has to be one here unless truncated operands, which
the labels do not consider, explain it; what the labels call possible may never be accused. The texts are read in place.
"""

import json
import os
import pathlib
import sys
from collections import Counter
from fractions import Fraction

import auditor

MODES = {"half_up": 1, "half_even": 2, "down": 4, "up": 8}
FORMS = {"new_diff": "new_change", "down_new_diff": "down_new_change", "num_diff": "over_difference", "div": "divided"}
WORD = 9


def add(audit, label):
    form = FORMS.get(label.get("form", ""), label.get("form", "") or "plain")
    units = label.get("units", {})
    first = form == "first_plus_items"
    words = [form == "list" or (first and i > 0) for i in range(len(label["operands"]))]
    # One printed figure that is named twice is one claim.
    claims, operands = {}, []
    for text, is_word in zip(label["operands"], words):
        key = (text, len(operands) if is_word else 0)
        if key not in claims:
            claims[key] = audit.claim(text, WORD if is_word else 0, units.get(text))
        operands.append(claims[key])
    result = audit.claim(label["result"], 0, units.get(label["result"]))
    constant = (int(label["const"]), 0, 0) if form == "divided" else None
    return audit.relate(label["kind"], operands, result, form=form, signs=label.get("signs"), constant=constant)


def fault_of(audit, label, relation):
    verdict = audit.verdict(relation)
    if verdict.state != 1:
        return f"state {verdict.state}"
    expected = sum(MODES[mode] for mode in label["modes"])
    if verdict.as_printed != expected:
        return f"as printed {verdict.as_printed}, the label {expected}"
    exact = audit.exact(relation)
    if label["kind"] not in ("grade", "same_quantity") and exact is not None and label["exact_fraction"]:
        if exact != Fraction(label["exact_fraction"]):
            return f"exactly {exact}, the label {label['exact_fraction']}"
    if verdict.audit_class == 3 and (expected or label["within_operand_rounding"]):
        return "accused, although rounding explains it"
    return None


def main():
    folder = pathlib.Path(os.environ["PERFEVAL_SHARED"], "prose")
    if not folder.is_dir():
        print(f"SKIPPED: the labelled texts are not at {folder}")
        sys.exit(auditor.SKIPPED)
    faults, tally, kept = 0, Counter(), []
    for path in sorted(folder.glob("[0-9]*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        audit = auditor.Audit()
        labels = [(label, add(audit, label)) for label in document["relations"]]
        audit.build()
        for label, relation in labels:
            impossible = label["verdict"] == "contradiction" and not label["within_operand_rounding"]
            accused = audit.verdict(relation).audit_class == 3
            tally[("impossible" if impossible else "possible", "accused" if accused else "not accused")] += 1
            if impossible and not accused:
                kept.append(f"{document['id']} {label['kind']} {label['operands']} = {label['result']}")
            fault = fault_of(audit, label, relation)
            if fault:
                faults += 1
                print(f"FAULT: {document['id']} {label['kind']} {label.get('form', '')} {label['operands']} = {label['result']}: {fault}")
        audit.free()
    for line in kept:
        print(f"explained by truncated or rounded-up operands, or by a mode for the result: {line}")
    print(f"{sum(tally.values())} labels: {dict(tally)}; {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
