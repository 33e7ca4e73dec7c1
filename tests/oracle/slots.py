"""slots.py - the rows that a unit brings, scored by the rules of their signs

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

from exact import decimal, div, rounded
from figures import MISSING, TEXT, VALUE, Figure, NoValue, Refused, figure
import rules

GROUP, ROW = 2, 4
SUM, COMPUTED, POLICY = 1, 2, 4
ENTRY_LEAF, ENTRY_ADJUST, ENTRY_RESCALE, ENTRY_ROUNDING = 1, 2, 3, 4
OVER = 1


class Row:
    """A row of a slot with the rows below it, its number and its marks."""

    def __init__(self, written, path, numbers, withdrawn):
        self.written, self.path, self.number = written, path, next(numbers)
        self.withdrawn = withdrawn or written.get("withdrawn") is True
        self.told = self.withdrawn  # by the unit, not by a policy
        self.below = [Row(one, f"{path}/rows/{index}", numbers, self.withdrawn)
                      for index, one in enumerate(written.get("rows") or ())]
        self.marks = self.points = self.policy = self.rate = None
        self.state, self.changes = VALUE, []

    def bottom(self):
        """The bottom rows at and below it."""
        return [one for row in self.below for one in row.bottom()] if self.below else [self]

    def all(self):
        return [self] + [one for row in self.below for one in row.all()]

    def own_marks(self):
        return figure(self.written.get("marks"), self.path + "/marks")

    def facts(self):
        """The facts that its rule finds."""
        written, unit = self.written, self.written.get("unit") or ""
        facts = {name: figure(written.get(name), f"{self.path}/{name}", unit) for name in ("actual", "target")}
        adjusted = figure(written.get("adjusted_target"), self.path + "/adjusted_target", unit)
        if adjusted.state != MISSING:
            facts["target"] = adjusted
        grade = written.get("grade")
        facts["grade"] = Figure(TEXT, self.path + "/grade", text=grade) if grade else Figure(MISSING, self.path + "/grade")
        facts["score"] = figure(written.get("score"), self.path + "/score")
        return facts

    def sign(self):
        """Which rule of the slot is its own, or the member that is missing."""
        if not self.written.get("nature"):
            return None
        if self.written["nature"] == "qualitative":
            return "qualitative"
        sign = self.written.get("sign")
        return {"≥": ">=", "≤": "<="}.get(sign, sign)


def counting():
    number = 0
    while True:
        number += 1
        yield number


class Slot:
    """A slot with its rules compiled."""

    def __init__(self, written, own):
        self.written = written
        self.rules = {sign: rules.compile_rule(one, own) for sign, one in written["rules"].items() if one}
        self.policies = written.get("policies") or {}
        self.depth = int(decimal(written.get("depth") or "1"))
        self.least = int(decimal(written.get("min_rows") or "1"))
        self.most = None if written.get("max_rows") is None else int(decimal(written["max_rows"]))
        self.facts = self.measures = ()

    def score(self, run, leaf, node, context):
        """Scores the rows of a leaf."""
        path, numbers = "/rows/" + leaf.code, counting()
        rows = [Row(one, f"{path}/{index}", numbers, False)
                for index, one in enumerate((run.dossier.get("rows") or {}).get(leaf.code) or ())]
        bottom = [one for row in rows for one in row.bottom()]
        if bottom and not self.share_marks(run, leaf, rows, bottom, path):
            return
        self.note_withdrawn(run, rows)
        if not all(row.withdrawn for row in bottom):
            known = len(run.errors)
            for row in bottom:
                if not row.withdrawn:
                    self.score_row(run, leaf, row)
            if len(run.errors) > known:
                return
        if all(row.withdrawn for row in bottom):
            self.empty(run, leaf, node, context, path)
            return
        if self.written["score"] == "mean":
            self.mean(run, leaf, node, bottom, context)
        else:
            self.sum_rows(run, leaf, node, rows, bottom, context)

    @staticmethod
    def note_withdrawn(run, rows):
        for row in [one for top in rows for one in top.bottom()]:
            if row.withdrawn:
                run.note("PE_NOTE_WITHDRAWN", row.path)

    def empty(self, run, leaf, node, context, path):
        run.decide(leaf, node, context, NoValue(MISSING, path, "PE_ERROR_SLOT_EMPTY"), self.written["empty"],
                   "PE_NOTE_EMPTY_SLOT")

    # --- marks

    def share_marks(self, run, leaf, rows, bottom, path):
        """Gives every bottom row its marks; errors where depth, count or marks do not fit."""
        faults = list(self.too_deep(rows, 1))
        if len(bottom) < self.least or (self.most is not None and len(bottom) > self.most):
            faults.append(path)
        faults += self.marks_faults(leaf, rows, bottom, path)
        run.errors += [("PE_ERROR_SLOT_ROWS", fault) for fault in faults]
        if faults:
            return False
        whole = sum([row.marks for row in bottom])
        for row in bottom:
            row.marks = div(row.marks * leaf.full_marks, whole)
        return True

    def too_deep(self, rows, depth):
        for row in rows:
            if depth > self.depth:
                yield row.path
            yield from self.too_deep(row.below, depth + 1)

    def marks_faults(self, leaf, rows, bottom, path):
        if self.written["marks"] == "equal":
            for row in bottom:
                row.marks = 1
            return
        faulty = False
        for row in bottom:
            own = row.own_marks()
            if own.state != VALUE or own.value <= 0:
                yield own.path
                faulty = True
            row.marks = own.value
        if faulty:
            return
        for row in [one for top in rows for one in top.all()]:
            own = row.own_marks()
            if row.below and own.state == VALUE and own.value != sum([one.marks for one in row.bottom()]):
                yield own.path
        if self.written["marks"] == "by_unit" and sum([row.marks for row in bottom]) != leaf.full_marks:
            yield path

    # --- rows

    def score_row(self, run, leaf, row):
        """The points of a bottom row by its sign's rule, not rounded; left out where a policy drops it."""
        sign = row.sign()
        rule = self.rules.get(sign)
        if rule is None:
            run.errors.append(("PE_ERROR_SLOT_ROWS", row.path + ("/sign" if row.written.get("nature") == "quantitative" else "/nature")))
            return
        marks = 1 if self.written["score"] == "mean" else row.marks
        context = rules.Context(row.facts(), run.records, row.path, run.year, run.calendar)
        try:
            row.points = rule.points(context, marks)
            run.flush(context)
            row.rate = rule.rate(context)
            row.changes = self.over_achievement(run, leaf, row, rule, context, sign)
        except Refused as refused:
            nowhere = refused.code == "PE_ERROR_CALENDAR_MISSING"  # it is the caller's, no figure's
            run.errors.append((refused.code, refused.path or ("" if nowhere else row.path)))
            run.add_others(refused, rule.policies, self.policies)
        except NoValue as without:
            self.decide(run, row, rule, marks, without)

    def decide(self, run, row, rule, marks, without):
        row.state, row.policy = without.state, run.policy(without.state, rule.policies, self.policies)
        row.points = marks if row.policy == "full" else 0
        row.withdrawn = row.policy == "drop"
        if row.policy == "error":
            run.errors.append((without.code, without.path or row.path))
            run.add_others(without, rule.policies, self.policies)
        else:
            run.note("PE_WARNING_STATE_POLICY", without.path or row.path)

    @staticmethod
    def over_achievement(run, leaf, row, rule, context, sign):
        one = leaf.over.get(sign)
        if one is None or not isinstance(rule, rules.CappedRatio) or isinstance(rule, rules.InverseRatio):
            return []
        actual, target, *_ = rule.pair(rule.actual, rule.target, context)
        path = rules.first_path(rule.actual(context), rule.target(context))
        return run.beyond(one, actual, target, row.points, path, bool((row.written.get("reason") or "").strip()),
                          row.path + "/reason")

    # --- the whole

    def mean(self, run, leaf, node, bottom, context):
        """The weighted mean of the rows' shares, times the marks."""
        kept = [row for row in bottom if not row.withdrawn]
        weights = sum([row.marks for row in kept])
        points = div(leaf.full_marks * sum([row.marks * row.points for row in kept]), weights)
        changes = [(div(leaf.full_marks * row.marks * amount, weights), source)
                   for row in kept for amount, source in row.changes]
        run.settle(leaf, node, points, COMPUTED, VALUE, context, changes)

    def sum_rows(self, run, leaf, node, rows, bottom, context):
        """Rows scored one by one: rounded, summed, rescaled for those left out, adjusted, rounded."""
        node.origin = SUM
        points = sum([self.row_node(run, leaf, node, row) for row in rows])
        left_out = sum([row.marks for row in bottom if row.withdrawn])
        node.unadjusted = div(points * leaf.full_marks, leaf.full_marks - left_out)
        run.enter(node, ENTRY_RESCALE, node.unadjusted - points)
        node.unrounded, entries = run.adjust(leaf, node.unadjusted, context, ())
        for cause, source, amount in entries:
            run.enter(node, ENTRY_ADJUST, amount, cause, source)
        node.score = rounded(node.unrounded, run.book.rounding["leaf"])
        run.enter(node, ENTRY_ROUNDING, node.score - node.unrounded)

    def row_node(self, run, leaf, parent, row):
        """Makes the node of a row and of those below it; answers the points."""
        marks = sum([one.marks for one in row.bottom()])
        node = run.add_node(parent, GROUP if row.below else ROW, f"{leaf.code}#{row.number}", marks)
        if row.below:
            node.origin = SUM
            node.score = node.unrounded = node.unadjusted = sum([self.row_node(run, leaf, node, one) for one in row.below])
        elif row.withdrawn:
            run.drop(node, row.state)
        else:
            self.settle(run, node, row)
        return node.score

    @staticmethod
    def settle(run, node, row):
        node.rate = row.rate
        node.origin, node.state, node.unadjusted = POLICY if row.policy else COMPUTED, row.state, row.points
        changed = sum([amount for amount, _ in row.changes])
        node.unrounded = row.points + changed
        node.score = rounded(node.unrounded, run.book.rounding["leaf"])
        run.enter(node, ENTRY_LEAF, node.score - node.full_marks - changed)
        for amount, source in row.changes:
            run.enter(node, ENTRY_ADJUST, amount, OVER, source)
