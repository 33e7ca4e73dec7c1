"""test-prose-zengcheng.py - the whole report of the Zengcheng bureau for 2023, read and audited

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

What is expected stands in the issue: found by hand in the report, not in what the library prints.
"""

import os
import pathlib
import sys

import prose_reader
from auditor import _abi

REPORT = pathlib.Path(os.environ["PERFEVAL_SHARED"]) / "reports/zengcheng-2023.txt"
SKIPPED = 77
CONTRADICTION, ROUNDING, REMARK = 3, 2, 1
DOWN, UP_OR_NEAREST = _abi.PE_MODE_DOWN, _abi.PE_MODE_HALF_UP | _abi.PE_MODE_HALF_EVEN | _abi.PE_MODE_UP


def relation(reading, kind, result, *operands):
    """The one relation with these figures, or None."""
    found = [r for r in reading.relations
             if r["kind"] == kind and r["result"] == result and sorted(r["operands"]) == sorted(operands)]
    return found[0] if found else None


def check(reading):
    fits = [
        ("sum", "2,155.61万元", "1,555.88万元", "599.73万元"), ("sum", "2,149.56万元", "1,549.83万元", "599.73万元"),
        ("rate", "100%", "599.73万元", "599.73万元"), ("rate", "100%", "248.55万元", "248.55万元"),
        ("rate", "100%", "99.80万元", "99.80万元"), ("score_sum", "99.69分", "49.97分", "49.72分"),
        ("deduction", "0.03分", "50分", "49.97分"), ("deduction", "0.28分", "50分", "49.72分"), ("grade", "优", "99.69分"),
        ("rate", "80%", "40个", "50个"), ("share", "42.5%", "17个", "40个"), ("share", "78%", "39个", "50个"),
    ]
    for kind, result, *operands in fits:
        found = relation(reading, kind, result, *operands)
        yield found is not None and found["modes"] == _abi.PE_MODES_ALL, f"{kind} {result} of {operands} fits"
    rate = relation(reading, "rate", "99.71%", "2,149.56万元", "2,155.61万元")
    yield rate is not None and rate["modes"] == DOWN, "99.71 % fits by truncation alone"
    growth = relation(reading, "growth", "4.17%", "50个")
    yield growth is not None and growth["modes"] == UP_OR_NEAREST, "4.17 % needs rounding"
    groups = relation(reading, "count", "39个", "22个", "8个", "14个", "6个")
    yield groups is not None and groups["flag"], "39 projects cannot include 22, 8, 14 and 6"


def check_findings(reading):
    messages = {c: [m for _, k, m in reading.findings if k == c] for c in (CONTRADICTION, ROUNDING, REMARK)}
    yield len(messages[CONTRADICTION]) == 1 and "39个" in messages[CONTRADICTION][0], "39 is the only contradiction"
    figures = [m for m in messages[ROUNDING] if "%" in m]
    yield len(figures) == 1 and "99.71%" in figures[0], "99.71 % is the only figure with a matter of rounding"
    over = [m for m in messages[REMARK] if "目标" in m]
    yield sorted(x for x in ("160个", "3个", "156个", "10个", "4个") for m in over if f"“{x}”" in m) == sorted(
        ["160个", "3个", "156个", "10个"]), "four of five targets are exceeded"
    yield any("251.38万元" in m for m in messages[REMARK]), "251.38 of project spending is not itemised"
    named = [m for m in messages[REMARK] if "258.83万元" in m and "187.61万元" in m]
    yield len(named) == 1, "258.83 stands under two names against the same 187.61"
    known = set(over) | set(named) | {m for m in messages[REMARK] if "251.38万元" in m}
    yield set(messages[REMARK]) == known, "nothing else is remarked upon"
    yield not any(x in m for c in (CONTRADICTION, ROUNDING) for m in messages[c] for x in ("599.73", "248.55", "99.80")), \
        "599.73, 248.55 and 99.80 stand twice by right"


def main():
    if not REPORT.is_file():
        print(f"SKIPPED: no {REPORT}")
        return SKIPPED
    data = REPORT.read_bytes()
    reading = prose_reader.Reading(data)
    faults = [what for right, what in [*check(reading), *check_findings(reading)] if not right]
    for text, offset, length in reading.claims:
        if prose_reader.flat(data[offset:offset + length].decode()) != text:
            faults.append(f"{text} does not stand at byte {offset}")
    summary = reading.summary
    print(f"figures {summary.n_figures}, in a relation {summary.n_related}, left {summary.n_left}, no quantities {summary.n_skipped}")
    print("\n".join(f"not so: {fault}" for fault in faults) or "all as the issue says")
    if faults:
        print("\n".join(message for _, _, message in reading.findings))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
