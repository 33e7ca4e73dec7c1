"""coverage.py - what the rulebooks and outcomes of a run have been through, and what they must have been

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import re

import derived
import formulas
from measures import MEASURES, Amount
import oracle
import rules

MODES = ("half_up", "half_even", "half_down", "down", "up", "floor", "ceiling")
STATES = ("missing", "not_applicable", "text", "zero_denominator", "invalid")
ORIGINS = {"1": "sum", "2": "computed", "3": "declared", "4": "policy", "5": "dropped", "6": "weighted"}
CAUSES = {"1": "over-achievement", "2": "cap", "3": "deduction", "4": "bonus", "5": "veto"}
KINDS = {"1": "leaf", "2": "adjust", "3": "rescale", "4": "rounding"}
HITS = ("U", "A", "P", "F", "R", "C", "C+", "C<", "C>", "C#")
ERRORS = ("FIGURE_MISSING", "FIGURE_TEXT", "NOT_APPLICABLE", "ZERO_DENOMINATOR", "SCORE_MISSING", "SCORE_ABOVE_MARKS",
          "SCORE_NEGATIVE", "SCORE_OUTSIDE_BAND", "GRADE_UNKNOWN", "CALENDAR_MISSING", "FISCAL_YEAR", "SLOT_EMPTY",
          "SLOT_ROWS", "COUNT_INVALID", "NOTHING_APPLICABLE", "ADJUSTMENT_REFUSED", "REASON_MISSING", "VALUE_UNKNOWN",
          "UNIT_MISMATCH", "NEGATIVE_AMOUNT", "STATE_CONFLICT", "NOT_FOUND", "CALENDAR_RANGE", "REFERENCE_UNKNOWN",
          "EXPRESSION_TYPE", "EXPRESSION_FUNCTION", "MERGE_CONFLICT", "MEAN_UNROUNDED")
ROLLUP_ERRORS = ("RULEBOOK_DIFFERS", "MERGE_CONFLICT", "UNIT_MISMATCH", "NEGATIVE_AMOUNT", "FIGURE_MISSING", "WEIGHTS_ZERO",
                 "MEAN_UNROUNDED", "OVERFLOW")
FINDINGS = ("WARNING_ABOVE_BUDGET", "WARNING_DECLARED_DIFFERS", "WARNING_DECLARED_UNUSED", "WARNING_FACT_UNUSED",
            "WARNING_STATE_POLICY", "WARNING_OVER_ACHIEVED", "WARNING_REASON_MISSING", "WARNING_RULEBOOK_STATUS",
            "WARNING_NOT_EQUAL", "WARNING_VETO", "NOTE_DECLARED", "NOTE_NOT_ITEMISED", "NOTE_EMPTY_SLOT", "NOTE_WITHDRAWN",
            "NOTE_ADJUSTMENT_UNUSED", "NOTE_NOT_MERGED", "NOTE_MEAN_ROUNDED")

READ = (*formulas.COLUMNS, "assets.stocktake", "register", "prior.register", "prior.procurement.records", "prior.assets.records")
WORDS = ("missing", "value", "not_applicable", "text", "zero_denominator", "invalid")
CASES = [f"derived {name}: {state}" for name, one in MEASURES.items() for state in ("value", "missing", WORDS[one.zero])
         if state in ("value", "missing") or not (isinstance(one, Amount) or "payment" in name)]
CASES += [f"streamed {name}: value" for name in MEASURES if derived.is_streamed(name)]
CASES += [f"by the end of a month: {state}" for state in ("value", "missing")]
CASES += [f"derived procurement.{name}_in_time: PE_ERROR_CALENDAR_{fault}" for name in ("signing", "publication", "filing")
          for fault in ("MISSING", "RANGE")]

KNOWN = (
    [f"shape {name}" for name in (*rules.SHAPES, "slot/1")]
    + [f"in a slot {sign}" for sign in (">=", "<=", "=", "<", ">", "qualitative")]
    + [f"function {name}" for name in formulas.FUNCTIONS]
    + [f"formula has {word}" for word in (" and ", " or ", " in ", " between ", "if ", "some ", "every ", "**", "[", "null")]
    + [f"formula reads {name}" for name in READ]
    + [f"hit {name}" for name in HITS] + ["default of a table", "priority of a table"]
    + [f"measure {name}" for name in formulas.MEASURES]
    + ["argument own measure", "formula has own measure", "own measure, zero policy", "own measure, zero not_applicable"]
    + [f"own measure in {unit}" for unit in ("%", "‰", "百分点", "元", "万元", "亿元", "个", "天", "no unit")]
    + [f"round {level} {mode}" for level in ("rate", "leaf", "subtotal", "total") for mode in (*MODES, "not")]
    + ["rank_on rounded", "rank_on exact", "grades", "no grades"]
    + [f"declared {when}" for when in ("never", "if_facts_missing", "only")]
    + [f"depth {depth}" for depth in (1, 2, 3)] + [f"marks {name}" for name in ("equal", "by_weight", "by_unit")]
    + ["score mean", "score rows", "min_rows", "max_rows"] + [f"empty {name}" for name in ("error", "full", "zero", "drop")]
    + [f"equality {name}" for name in ("cap", "exact", "flag")] + [f"count {name}" for name in ("continuous", "floor", "ceiling")]
    + ["side above", "side below", "relative yes", "relative no", "deviation absolute", "deviation signed"]
    + [f"compare {name}" for name in ("<=", "<", ">=", ">", "=")] + ["choice declared", "choice best"]
    + ["days calendar", "days working", "bound at_most", "bound at_least", "milestone by date", "milestone by day"]
    + ["argument fact", "argument measure", "argument formula", "argument fixed"]
    + [f"over-achievement {name}" for name in ("flag", "reason flag", "reason zero", "reason error", "reduce")]
    + ["cap", "cap by a formula", "manual deduction", "bonus", "veto zero", "veto ceiling"]
    + [f"{state}: {policy}" for state in STATES for policy in ("policy", "dropped")]
    + [f"origin {name}" for name in list(ORIGINS.values())[:5]] + [f"entry {name}" for name in KINDS.values()]
    + [f"cause {name}" for name in CAUSES.values()] + ["grade kept down by an event"]
    + ["roll-up by funds", "roll-up by points", "roll-up, scores first", "roll-up, totals first", "totals first, scored"]
    + [f"averages rounded {mode}" for mode in ("by the contract", *MODES)]
    + [f"roll-up refused: PE_ERROR_{name}" for name in ROLLUP_ERRORS]
    + ["origin weighted"] + [f"scorer {name}" for name in oracle.SCORERS]
    + [f"error PE_ERROR_{name}" for name in ERRORS] + [f"finding PE_{name}" for name in FINDINGS] + CASES
)


def of_rollup(answer, counts):
    """Counts what came of one roll-up."""
    for one in {part.split(" ")[1] for part in answer[1] if part[:2] == "e "}:
        counts[f"roll-up refused: {one}"] += 1


def of_measures(line, counts):
    """Counts what came of every measure of a dossier."""
    seen = set()
    for part in line.split("\t")[1:]:
        kind, name, state = part.split(" ")[:3]
        state = WORDS[int(state)] if state.isdigit() else state
        seen.add(f"by the end of a month: {state}" if kind == "p" else f"{'derived' if kind == 'm' else 'streamed'} {name}: {state}")
    for one in seen:
        counts[one] += 1


class Any(dict):
    """Stands for the measures of whatever rulebook: they are not evaluated here."""

    def __missing__(self, name):
        return None


ANY = Any({"": None})


def of_rulebook(rulebook):
    """What the rules of a rulebook use."""
    used = {f"rank_on {rulebook['rounding']['rank_on']}", "grades" if rulebook.get("grades") else "no grades"}
    for level in ("rate", "leaf", "subtotal", "total"):
        contract = rulebook["rounding"][level]
        used.add(f"round {level} {contract['mode'] if contract else 'not'}")
    if rulebook.get("bonus"):
        used.add("bonus")
    used |= {f"veto {one['effect']}" for one in rulebook.get("vetoes") or ()}
    for one in rulebook.get("measures") or ():
        used |= {f"own measure, zero {one.get('zero_denominator')}", f"own measure in {one.get('unit') or 'no unit'}"}
        of_formula(one["formula"], one, used)
    for leaf in leaves(rulebook["indicators"]):
        of_leaf(leaf, used)
    return used


def leaves(indicators):
    for one in indicators:
        if one.get("indicators"):
            yield from leaves(one["indicators"])
        else:
            yield one


def of_leaf(leaf, used):
    used.add(f"declared {leaf.get('declared') or 'never'}")
    if leaf.get("manual_deduction"):
        used.add("manual deduction")
    for one in leaf.get("caps") or ():
        used.add("cap by a formula" if one.get("if_formula") else "cap")
        if one.get("if_formula"):
            of_formula(one["if_formula"], {}, used)
    over = leaf.get("over_achievement") or {}
    for one in [over] if "action" in over else over.values():
        used.add(" ".join(["over-achievement", one["action"], one.get("if_no_reason") or ""]).strip())
    of_rule(leaf["rule"], used)


def of_rule(rule, used):
    shape = rule["shape"]
    used.add(f"shape {shape}")
    for name, spec in rule.items():
        if isinstance(spec, dict) and name in ("actual", "target", "value", "limit", "last", "score", "out_of", "on_time"):
            used |= {f"argument {kind}" for kind in spec}
            if "formula" in spec:
                of_formula(spec["formula"], rule, used)
            if "measure" in spec:
                name = spec["measure"]
                used.add("argument own measure" if name.startswith("measure.") else f"measure {name}")
        elif isinstance(spec, str) and name in ("target", "limit", "last", "out_of"):
            used.add("argument fixed")
        elif isinstance(spec, str) and name in ("side", "deviation", "count", "compare", "choice", "days", "bound", "score",
                                                "marks", "empty", "relative"):
            used.add(f"{name} {spec}")
    of_parts(rule, used, shape.partition("/")[0])


def of_parts(rule, used, name):
    if name == "equality":
        used.add(f"equality {rule['mode']}")
    if name == "slot":
        used.add(f"depth {int(rule.get('depth') or 1)}")
        used |= {member for member in ("min_rows", "max_rows") if rule.get(member)}
        for sign, one in rule["rules"].items():
            used.add(f"in a slot {sign}")
            of_rule(one, used)
    for one in rule.get("alternatives") or ():
        of_rule(one["rule"], used)
    for one in rule.get("milestones") or ():
        used.add("milestone by day" if one.get("day") else "milestone by date")
    if name == "decision_table":
        used.add(f"hit {rule.get('hit') or 'U'}")
        used |= {f"{member} of a table" for member in ("default", "priority") if rule.get(member) is not None}
        for one in rule["inputs"]:
            of_formula(one["formula"], rule, used)


def of_formula(text, rule, used):
    functions = set()
    formulas.compile_formula(text, rule.get("types"), None, functions, ANY)
    if "measure." in text:
        used.add("formula has own measure")
    used |= {f"function {name}" for name in functions}
    used |= {f"formula has {word}" for word in (" and ", " or ", " in ", " between ", "if ", "some ", "every ", "**", "[", "null")
             if word in text}
    used |= {f"formula reads {name}" for name in READ if re.search(rf"(?<![\w.]){name}\b", text)}


def of_answer(answer, counts):
    """Counts what came of one evaluation, given as driver.split() gives it."""
    seen = set()
    for part in answer[1]:
        seen.add(("error " if part[0] == "e" else "finding ") + part[2:].partition(" ")[0])
    if answer[0][0] == "W" and "\tN  1 6 " in answer[0]:
        seen.add("origin weighted")
    if answer[0][0] == "V":
        grade, of_points, _ = answer[0].partition("\t")[0][2:].split(" ")
        if grade != of_points:
            seen.add("grade kept down by an event")
        for part in answer[0].split("\t"):
            fields = part.split(" ")
            if part[0] == "N":
                of_node(fields, seen)
            elif part[0] == "L":
                seen.add(f"entry {KINDS[fields[2]]}")
                if fields[3] != "0":
                    seen.add(f"cause {CAUSES[fields[3]]}")
    for one in seen:
        counts[one] += 1


def of_node(fields, seen):
    origin, state = ORIGINS[fields[3]], int(fields[4])
    seen.add(f"origin {origin}")
    if origin in ("policy", "dropped") and state != 1:
        seen.add(f"{WORDS[state]}: {origin}")


def never(counts):
    """What of all that is known no evaluation has been through."""
    return [name for name in KNOWN if not counts.get(name)]
