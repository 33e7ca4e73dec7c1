"""whole.py - what the dossier of several units says, the library's and the oracle's alike

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json

import derived
from figures import MISSING, TEXT, VALUE, Records, figure


def told(dossier):
    """Its facts, rows, declared scores and adjustments, and what was spent by the end of each month, a line each."""
    lines = []
    for code, facts in (dossier.get("facts") or {}).items():
        lines += [said(f"facts {code} {name}", written) for name, written in facts.items()]
    for code, rows in (dossier.get("rows") or {}).items():
        lines += of_rows(f"rows {code}", rows)
    for one in dossier.get("declared") or ():
        lines.append(said(f"declared {one['indicator']} {one['scorer']}", one["score"]))
    for one in dossier.get("adjustments") or ():
        lines.append(said(f"{one['kind']} {one.get('indicator') or ''} {one['scorer']}", one["points"]))
    if dossier.get("budget") is not None:
        lines += [derived.progress(Records(dossier), month) for month in range(1, 13)]
    return sorted(line for line in lines if line)


def said(name, written, unit=""):
    """A figure; one that is missing is not said."""
    found = figure(written, "", unit)
    if found.state == MISSING:
        return ""
    told_as = f" {found.value} {found.dimension}" if found.state == VALUE else f" {found.text}" if found.state == TEXT else ""
    return f"w {name} {found.state}{told_as}"


def of_rows(name, rows):
    lines = []
    for index, row in enumerate(rows):
        here, unit = f"{name} {index}", row.get("unit") or ""
        lines.append(f"w {here} {row['name']} {row.get('withdrawn') is True}")
        if not row.get("withdrawn"):
            lines += [said(f"{here} {which}", row.get(which), unit) for which in ("target", "actual", "adjusted_target")]
            lines += [said(f"{here} {which}", row.get(which)) for which in ("score", "grade")]
        lines += of_rows(here, row.get("rows") or ())
    return lines


def of_answer(line):
    """The library's answer with its dossier of the whole told as the oracle's is."""
    parts = line.split("\t")
    kept = [part for part in parts if part[:2] not in ("j ", "p ")]
    for part in parts:
        if part[:2] == "j ":
            kept += sorted([*told(json.loads(part[2:], parse_float=str, parse_int=str))])
    return "\t".join(kept)
