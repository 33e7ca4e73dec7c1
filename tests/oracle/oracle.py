"""oracle.py - whole evaluations, computed a second time from the documents

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Made from DOMAIN's catalogue, docs/, the JSON Schemas and the public headers alone, in whole numbers and fractions, without
a look at the C code, so that a fault has to be made twice to go unseen. A rulebook is compiled once (Rulebook) and scores
many dossiers (Rulebook.evaluate). Documents come from json.loads with parse_float=str and parse_int=str: a number is the
text that stands there.

Where the texts leave something open, this is what holds here, and docs/formats.md says it:

 Q1  Figures are judged in the order of the shape's members (items in theirs, grade before score, on_time before
     applicable), each with its unit and kind, and the first fault is the leaf's only one; but "not applicable" gives way
     to any fault of a later figure, so that it cannot hide a missing one. The two figures of a ratio or comparison are
     both looked at for a value before their units are compared, and before a target's sign.
 Q2  A figure that its rule cannot take is "invalid" and follows that policy: a count below zero or not whole, on_time above
     applicable, yes/no where a count is due (COUNT_INVALID), a negative target (NEGATIVE_AMOUNT), a choice that there is not
     (VALUE_UNKNOWN), what a formula cannot take. GRADE_UNKNOWN, SCORE_OUTSIDE_BAND, UNIT_MISMATCH, CALENDAR_MISSING and the
     faults of declared scores follow no policy.
 Q3  Dimensions: money; bare numbers; % and ‰; percentage points; counts; days; points; yes/no; other. A bare number and a
     percentage are not divided or compared, save that a measure that is a rate goes with both, that steps without a unit
     take both, and that a bare number which the scheme itself fixes goes with both.
 Q4  Points given by a policy or by "empty" are rounded as a leaf's, as computed and declared ones are.
 Q5  Slots, in this order: no rows at all is "empty"; then depth (at most), count and marks: any fault there is SLOT_ROWS and
     no row is scored; then withdrawn ones only is "empty"; then each row by itself, each error collected. Marks of bottom
     rows have to be above zero where they are asked for, of withdrawn rows as well; those of a row with rows below, where it
     has some, are the sum of the bottom rows'. A withdrawn row withdraws those below it. Withdrawn rows keep their share.
     Every row left out by a policy: as if withdrawn.
 Q6  Facts are "there" for if_facts_missing when their state is not missing; a measure when any of the amounts that it is
     made of is; the records of an on-time share when there is a record; the rows of a slot when there is a row. With
     neither facts nor a declared score the rule and its policies hold.
 Q7  With a fiscal year or a kind that is not the rulebook's nothing is scored and no other error told.
 Q8  Every declared score of a leaf is checked against its marks, whoever gave it and whether it counts or not.
"""

import exact
from exact import decimal, div, rounded
from figures import MISSING, STATE_NAMES, TEXT, VALUE, NoValue, Records, Refused, figure
import formulas
from measures import MEASURES
import own
import rules
import slots

TOTAL, GROUP, LEAF, ROW = 1, 2, 3, 4
SUM, COMPUTED, DECLARED, POLICY, DROPPED = 1, 2, 3, 4, 5
ENTRY_LEAF, ENTRY_ADJUST, ENTRY_RESCALE, ENTRY_ROUNDING = 1, 2, 3, 4
OVER, CAP, DEDUCTION, BONUS, VETO = 1, 2, 3, 4, 5
SCORERS = {"self": 1, "department": 2, "finance": 3, "external": 4}


class Node:
    """A node of an evaluation."""

    __slots__ = ("number", "parent", "depth", "kind", "code", "full_marks", "score", "unrounded", "unadjusted", "origin",
                 "state", "rate")

    def __init__(self, number, parent, depth, kind, code, full_marks):
        self.number, self.parent, self.depth, self.kind, self.code = number, parent, depth, kind, code
        self.full_marks, self.score, self.unrounded, self.unadjusted = full_marks, 0, 0, 0
        self.origin, self.state, self.rate = COMPUTED, VALUE, None

    def text(self, shown=""):
        return (f"N {self.code} {self.kind} {self.origin} {self.state} {self.parent} {self.depth} {self.full_marks} "
                f"{self.score} {self.full_marks - self.score} {self.unrounded} {self.unadjusted}{shown}")


class Over:
    """What an over-achieved target leads to."""

    def __init__(self, written, number):
        self.number, self.action, self.start = number, written["action"], decimal(written["from"])
        self.if_no_reason = written.get("if_no_reason")
        if self.action == "reduce":
            self.per, self.cap = decimal(written["per"]), decimal(written["cap"])


class Indicator:
    """An indicator with its rule compiled."""

    def __init__(self, written, book):
        self.code, self.full_marks = written["code"], decimal(written["full_marks"])
        self.below = [Indicator(one, book) for one in written.get("indicators") or ()]
        self.rule = self.slot = None
        self.when = written.get("declared") or "never"
        self.manual = written.get("manual_deduction") is True
        self.over, self.caps, self.cap_names = {}, [], set()
        if self.below:
            return
        self.take_adjustments(written, book)
        if written["rule"]["shape"].startswith("slot/"):
            self.slot = slots.Slot(written["rule"], book.own)
        else:
            self.rule = rules.compile_rule(written["rule"], book.own)
        self.policies = written["rule"].get("policies") or {}
        book.leaves[self.code] = self

    def take_adjustments(self, written, book):
        over = written.get("over_achievement")
        if over:
            for sign, one in ({None: over} if "action" in over else over).items():
                self.over[sign] = Over(one, book.overs)
                book.overs += 1
        for cap in written.get("caps") or ():
            if cap.get("if_formula"):
                names = set()
                condition, _ = formulas.compile_formula(cap["if_formula"], None, names, None, book.own)
                self.cap_names |= names
            else:
                condition = None
                self.cap_names.add(cap["if_fact"])
            self.caps.append((condition or cap["if_fact"], decimal(cap["points"]), book.caps))
            book.caps += 1

    def names(self):
        """The facts that are used."""
        names = set(self.rule.facts) if self.rule else set()
        names |= self.cap_names
        if any(one.action == "reason" for one in self.over.values()) and self.rule:
            names.add("over_achievement_reason")
        return names


def level_of(written):
    return None if written is None else (int(written["places"]), written["mode"])


class Rulebook:
    """A rulebook, ready to score."""

    def __init__(self, written):
        self.written, self.leaves, self.overs, self.caps = written, {}, 0, 0
        self.own = own.compile_all(written)
        self.full_marks, self.policies = decimal(written["full_marks"]), written.get("policies") or {}
        self.rounding = {level: level_of(written["rounding"][level]) for level in ("rate", "leaf", "subtotal", "total")}
        self.indicators = [Indicator(one, self) for one in written["indicators"]]
        self.grades = [(one["id"], decimal(one["from"])) for one in written.get("grades") or ()]
        bonus = written.get("bonus")
        self.bonus = bonus and (decimal(bonus["limit"]), decimal(bonus["ceiling"]))
        self.vetoes = {one["id"]: one for one in written.get("vetoes") or ()}
        self.years = [int(written["fiscal_years"][end]) for end in ("first", "last")]
        self.names = {code: leaf.names() for code, leaf in self.leaves.items()}
        self.codes = self.all_codes(written["indicators"])

    def all_codes(self, indicators):
        codes = set()
        for one in indicators:
            codes.add(one["code"])
            codes |= self.all_codes(one.get("indicators") or ())
        return codes

    def evaluate(self, dossier, scorer="self", calendar=None):
        """An Evaluation of a dossier."""
        return Evaluation(self, dossier, scorer, calendar)


class Evaluation:
    """One dossier scored by one rulebook."""

    def __init__(self, book, dossier, scorer, calendar):
        self.book, self.dossier, self.scorer, self.calendar = book, dossier, scorer, calendar
        self.nodes, self.ledger, self.errors, self.findings = [], [], [], []
        self.dropped, self.is_above_named = 0, False
        self.year = int(dossier["fiscal_year"])
        self.grade = self.grade_of_points = self.grade_event = -1
        if dossier["kind"] != book.written["kind"]:
            self.errors.append(("PE_ERROR_VALUE_UNKNOWN", "/kind"))
        if not book.years[0] <= self.year <= book.years[1]:
            self.errors.append(("PE_ERROR_FISCAL_YEAR", "/fiscal_year"))
        if self.errors:
            return
        self.records = Records(dossier, "", calendar)
        self.facts = dossier.get("facts") or {}
        if book.written["status"] != "official":
            self.note("PE_WARNING_RULEBOOK_STATUS", "")
        self.sort_statements()
        self.score_all()
        self.ledger.sort(key=lambda entry: entry[0])  # stable: within a node the order of entering stays
        if not self.errors:
            self.note_unused()
            self.note_budget()

    # --- what people state

    def sort_statements(self):
        """Declared scores, deductions and bonuses by indicator; what the rulebook does not provide for is refused."""
        self.declared, self.deductions, self.bonuses = {}, {}, []
        for index, one in enumerate(self.dossier.get("declared") or ()):
            self.declared.setdefault(one["indicator"], []).append((index, one))
        for index, one in enumerate(self.dossier.get("adjustments") or ()):
            leaf = self.book.leaves.get(one.get("indicator"))
            if not (self.book.bonus if one["kind"] == "bonus" else leaf is not None and leaf.manual):
                self.errors.append(("PE_ERROR_ADJUSTMENT_REFUSED", f"/adjustments/{index}"))
            elif one["scorer"] != self.scorer:
                self.note("PE_NOTE_ADJUSTMENT_UNUSED", f"/adjustments/{index}")
            elif one["kind"] == "bonus":
                self.bonuses.append((index, decimal(one["points"])))
            else:
                self.deductions.setdefault(leaf.code, []).append((index, decimal(one["points"])))
        for index, one in enumerate(self.dossier.get("events") or ()):
            if one["veto"] not in self.book.vetoes:
                self.errors.append(("PE_ERROR_REFERENCE_UNKNOWN", f"/events/{index}/veto"))

    def note(self, code, path):
        self.findings.append((code, path or ""))

    # --- the tree

    def add_node(self, parent, kind, code, full_marks):
        node = Node(len(self.nodes), parent.number if parent else 0, parent.depth + 1 if parent else 0, kind, code,
                    full_marks)
        self.nodes.append(node)
        return node

    def enter(self, node, kind, amount, cause=0, source=0):
        if amount != 0:
            self.ledger.append((node.number, kind, cause, source, amount))

    def score_all(self):
        book = self.book
        total = self.add_node(None, TOTAL, "", book.full_marks)
        total.origin = SUM
        points = sum([self.indicator(one, total) for one in book.indicators])
        if not self.errors and self.dropped == book.full_marks:
            self.errors.append(("PE_ERROR_NOTHING_APPLICABLE", ""))
        if self.errors:
            return
        total.unadjusted = div(points * book.full_marks, book.full_marks - self.dropped)
        self.enter(total, ENTRY_RESCALE, total.unadjusted - points)
        total.unrounded = self.add_bonuses(total, total.unadjusted)
        ceiling = self.apply_vetoes(total)
        total.score = rounded(total.unrounded, book.rounding["total"])
        self.enter(total, ENTRY_ROUNDING, total.score - total.unrounded)
        self.give_grade(total, ceiling)

    def add_bonuses(self, total, points):
        left = self.book.bonus[0] if self.book.bonus else 0
        for index, amount in self.bonuses:
            given = max(0, min(amount, left, self.book.bonus[1] - points))
            if given == 0:
                self.note("PE_NOTE_ADJUSTMENT_UNUSED", f"/adjustments/{index}")
            self.enter(total, ENTRY_ADJUST, given, BONUS, index)
            points, left = points + given, left - given
        return points

    def apply_vetoes(self, total):
        """Zeroes the total; answers the lowest grade that an event allows, and which event it is."""
        ceiling = None
        for index, one in enumerate(self.dossier.get("events") or ()):
            veto = self.book.vetoes[one["veto"]]
            self.note("PE_WARNING_VETO", f"/events/{index}")
            if veto["effect"] == "zero":
                self.enter(total, ENTRY_ADJUST, -total.unrounded, VETO, index)
                total.unrounded = 0
            else:
                grade = [one for one, _ in self.book.grades].index(veto["grade"])
                if ceiling is None or grade > ceiling[0]:
                    ceiling = grade, index
        return ceiling

    def give_grade(self, total, ceiling):
        ranked = total.score if self.book.written["rounding"]["rank_on"] == "rounded" else total.unrounded
        for index, (_, start) in enumerate(self.book.grades):
            if ranked >= start:
                self.grade = self.grade_of_points = index
                break
        if ceiling is not None and 0 <= self.grade < ceiling[0]:
            self.grade, self.grade_event = ceiling

    def indicator(self, one, parent):
        """Scores an indicator and answers its points."""
        if not one.below:
            return self.leaf(one, parent)
        node = self.add_node(parent, GROUP, one.code, one.full_marks)
        node.origin = SUM
        node.unadjusted = node.unrounded = sum([self.indicator(below, node) for below in one.below])
        node.score = rounded(node.unrounded, self.book.rounding["subtotal"])
        self.enter(node, ENTRY_ROUNDING, node.score - node.unrounded)
        return node.score

    def context(self, leaf):
        path = f"/facts/{leaf.code}"
        return rules.Context({name: figure(one, f"{path}/{name}") for name, one in (self.facts.get(leaf.code) or {}).items()},
                             self.records, path, self.year, self.calendar)

    def leaf(self, leaf, parent):
        node = self.add_node(parent, LEAF, leaf.code, leaf.full_marks)
        mine = self.check_declared(leaf)
        context = self.context(leaf)
        known = len(self.errors)
        try:
            self.score_leaf(leaf, node, context, mine)
        except NoValue as without:
            self.decide(leaf, node, context, without)
            if len(self.errors) > known:
                self.add_others(without, leaf.policies)
        except Refused as refused:
            self.errors.append((refused.code, refused.path))
            self.add_others(refused, leaf.policies)
        if len(self.errors) == known:
            self.compare_declared(leaf, node)
        return node.score

    def score_leaf(self, leaf, node, context, mine):
        self.check_caps(leaf, context)
        if self.is_declared(leaf, context, mine):
            self.take_declared(leaf, node, context, mine)
        elif leaf.slot:
            leaf.slot.score(self, leaf, node, context)
        else:
            points = leaf.rule.points(context, leaf.full_marks)
            self.note_above_budget(leaf.rule.measured_by(context))
            self.flush(context)
            changes = self.over_achievement(leaf, context, points)
            node.rate = leaf.rule.rate(context)
            self.settle(leaf, node, points, COMPUTED, VALUE, context, changes)

    def note_above_budget(self, measure):
        """More was executed than the budget that a leaf is measured by."""
        first = MEASURES[measure].above_budget(self.records) if measure in MEASURES else None
        if first:
            self.note("PE_WARNING_ABOVE_BUDGET", first.path)
            self.is_above_named |= measure == "budget.execution_rate"

    def flush(self, context):
        """Warnings of a rule that has given points."""
        self.findings += [(code, path or "") for code, path in context.warnings]
        context.warnings = []

    # --- adjustments of a leaf

    def over_achievement(self, leaf, context, points):
        """[(amount, source)] that over-achievement changes."""
        one = leaf.over.get(None)
        if one is None:
            return []
        pair = leaf.rule.ratio(context) if leaf.rule.written.get("mode") != "exact" else leaf.rule.pair(
            leaf.rule.actual, leaf.rule.target, context)
        reason = context.facts.get("over_achievement_reason")
        path = leaf.rule.actual(context)[2] or leaf.rule.target(context)[2]
        return self.beyond(one, pair[0], pair[1], points, path, reason is not None and reason.state == TEXT,
                           f"{context.path}/over_achievement_reason")

    def beyond(self, one, actual, target, points, path, has_reason, path_reason):
        """The change where a result reaches r times its target."""
        if target <= 0 or actual < target * one.start:
            return []
        if one.action == "reason":
            if has_reason:
                return []
            if one.if_no_reason == "error":
                raise Refused("PE_ERROR_REASON_MISSING", path_reason)
        self.note("PE_WARNING_OVER_ACHIEVED", path)
        if one.action == "reduce":
            lost = min(one.cap, one.per * (div(actual, target) - one.start))
            return [(-points * lost, one.number)]
        return [(-points, one.number)] if one.if_no_reason == "zero" else []

    def check_caps(self, leaf, context):
        """The conditions of caps have to be true or false: each in turn, before the rule."""
        for condition, _, _ in leaf.caps:
            self.cap_holds(condition, context)

    @staticmethod
    def cap_holds(condition, context):
        if isinstance(condition, str):
            return rules.truth_of(*rules.fact_of(context, condition))
        value = condition(formulas.Environment(context.facts, context.records, context.path))
        if value.__class__ is formulas.Nothing:
            raise rules.without_value(value)
        return value

    def adjust(self, leaf, points, context, changes):
        """Over-achievement, caps, deductions: the points that are left, and the entries."""
        entries = []
        for amount, source in changes:
            entries.append((OVER, source, amount))
            points += amount
        for condition, most, number in leaf.caps:
            try:
                held = self.cap_holds(condition, context)
            except (NoValue, Refused):  # a policy has decided about the leaf
                continue
            if held and points > most:
                entries.append((CAP, number, most - points))
                points = most
        for index, amount in self.deductions.get(leaf.code, ()):
            taken = min(amount, points)
            if taken <= 0:
                self.note("PE_NOTE_ADJUSTMENT_UNUSED", f"/adjustments/{index}")
            else:
                entries.append((DEDUCTION, index, -taken))
                points -= taken
        return points, entries

    def settle(self, leaf, node, points, origin, state, context, changes=()):
        """A leaf has its points: adjust and round them, and enter what is lost."""
        node.unadjusted, node.origin, node.state = points, origin, state
        node.unrounded, entries = self.adjust(leaf, points, context, changes)
        node.score = rounded(node.unrounded, self.book.rounding["leaf"])
        self.enter(node, ENTRY_LEAF, node.score - node.full_marks - sum([amount for _, _, amount in entries]))
        for cause, source, amount in entries:
            self.enter(node, ENTRY_ADJUST, amount, cause, source)

    # --- policies

    def policy(self, state, *levels):
        """The nearest policy for a state, else an error."""
        name = STATE_NAMES[state]
        for level in (*levels, self.book.policies):
            if level.get(name):
                return level[name]
        return "error"

    def add_others(self, fault, *levels):
        """Beside an error, what is one as well."""
        for other in fault.others:
            if isinstance(other, Refused) or self.policy(other.state, *levels) == "error":
                self.errors.append((other.code, other.path))

    def decide(self, leaf, node, context, without, policy=None, noted="PE_WARNING_STATE_POLICY"):
        """A policy decides about a leaf."""
        policy = policy or self.policy(without.state, leaf.policies)
        if policy == "error":
            self.errors.append((without.code, without.path))
            return
        self.note(noted, without.path)
        if policy == "drop":
            self.drop(node, without.state)
            self.dropped += node.full_marks
            for index, _ in self.deductions.get(leaf.code, ()):
                self.note("PE_NOTE_ADJUSTMENT_UNUSED", f"/adjustments/{index}")
        else:
            self.settle(leaf, node, node.full_marks if policy == "full" else 0, POLICY, without.state, context)

    def drop(self, node, state):
        node.origin, node.state = DROPPED, state
        self.enter(node, ENTRY_RESCALE, -node.full_marks)

    # --- declared scores

    def check_declared(self, leaf):
        """Every declared score of a leaf lies within its marks; answers the scorer's own."""
        mine = None
        for index, one in self.declared.get(leaf.code, ()):
            score = decimal(one["score"])
            if score > leaf.full_marks:
                self.errors.append(("PE_ERROR_SCORE_ABOVE_MARKS", f"/declared/{index}/score"))
            if score < 0:
                self.errors.append(("PE_ERROR_SCORE_NEGATIVE", f"/declared/{index}/score"))
            if one["scorer"] == self.scorer:
                mine = index, score, one
        return mine

    def is_declared(self, leaf, context, mine):
        """Whether the declared score counts."""
        if leaf.when != "if_facts_missing":
            return leaf.when == "only"
        if mine is None:
            return False
        return not (self.dossier.get("rows") or {}).get(leaf.code) if leaf.slot else not leaf.rule.is_there(context)

    def take_declared(self, leaf, node, context, mine):
        if mine is None:
            raise Refused("PE_ERROR_SCORE_MISSING", "/declared")
        index, score, one = mine
        self.note("PE_NOTE_DECLARED", f"/declared/{index}")
        if score < leaf.full_marks and not (one.get("reason") or "").strip():
            self.note("PE_WARNING_REASON_MISSING", f"/declared/{index}")
        self.settle(leaf, node, score, DECLARED, VALUE, context)

    def compare_declared(self, leaf, node):
        """Declared scores beside a computed one."""
        if node.origin == DECLARED:
            return
        for index, one in self.declared.get(leaf.code, ()):
            if decimal(one["score"]) != node.score:
                self.note("PE_WARNING_DECLARED_DIFFERS", f"/declared/{index}/score")

    # --- what nobody asked for

    def note_budget(self):
        """More was executed in all than the adjusted budget; part of an amount is not itemised."""
        executed, adjusted = self.records.amount("total.executed"), self.records.amount("total.adjusted")
        if not self.is_above_named and executed.state == VALUE and adjusted.state == VALUE and executed.value > adjusted.value > 0:
            self.note("PE_WARNING_ABOVE_BUDGET", executed.own)
        for line in self.records.lines:
            if line.below and line.written.get("complete") is not True:
                for which in ("adjusted", "executed", "initial"):
                    if self.is_above_parts(line, which):
                        self.note("PE_NOTE_NOT_ITEMISED", line.own[which].path)
                        break

    @staticmethod
    def is_above_parts(line, which):
        """Whether an amount is more than those below it, none of which is missing."""
        own, below = line.own[which], [one.own[which] for one in line.below]
        return (own.state == VALUE and all(one.state != MISSING for one in below)
                and sum(one.value for one in below if one.state == VALUE) < own.value)

    def note_unused(self):
        for code, entries in self.declared.items():
            if code not in self.book.leaves:
                for index, _ in entries:
                    self.note("PE_WARNING_DECLARED_UNUSED", f"/declared/{index}")
        for code, facts in self.facts.items():
            for name in facts:
                if name not in self.book.names.get(code, ()):
                    self.note("PE_WARNING_FACT_UNUSED", f"/facts/{code}/{name}")
        for code, rows in (self.dossier.get("rows") or {}).items():
            leaf = self.book.leaves.get(code)
            if rows and (leaf is None or leaf.slot is None):
                self.note("PE_WARNING_FACT_UNUSED", f"/rows/{code}")

    def open_nodes(self):
        """The nodes at which the ledger does not close: full marks and the entries at and below it are not the score."""
        own = [0] * len(self.nodes)
        for number, _, _, _, amount in self.ledger:
            own[number] += amount
        for node in reversed(self.nodes[1:]):
            own[node.parent] += own[node.number]
        return [node.code for node in self.nodes if node.full_marks + own[node.number] != node.score]

    # --- as the driver prints it

    def lines(self):
        """(what has to be equal, findings or errors in order)."""
        if self.errors:
            return "E", sorted(f"e {code} {path}" for code, path in self.errors)
        parts = [f"V {self.grade} {self.grade_of_points} {self.grade_event}"]
        contract = self.book.rounding["rate"]
        parts += [node.text(f" | {exact.show_rate(node.rate, contract)}") for node in self.nodes]
        parts += [f"L {node} {kind} {cause} {source} {amount}" for node, kind, cause, source, amount in self.ledger]
        return "\t".join(parts), sorted(f"f {code} {path}" for code, path in self.findings)


class Calendar:
    """A calendar as the caller gives it; dates are datetime.date."""

    def __init__(self, first, last, holidays, workdays, named):
        self.first, self.last = first, last
        self.holidays, self.make_up, self.days = set(holidays), set(workdays), dict(named)

    def is_workday(self, day):
        if day in self.holidays and day not in self.make_up:
            return False
        return day in self.make_up or day.weekday() < 5

    def workdays(self, first, last, path_first, path_last):
        """Working days after the first day up to the last one."""
        if not self.first <= first.year <= self.last and first.year != last.year:
            raise Refused("PE_ERROR_CALENDAR_RANGE", path_first)
        if not self.first <= last.year <= self.last:
            raise Refused("PE_ERROR_CALENDAR_RANGE", path_last)
        step = 1 if last >= first else -1
        low, high = min(first, last).toordinal() + 1, max(first, last).toordinal() + 1
        return step * sum(self.is_workday(first.fromordinal(day)) for day in range(low, high))

    def named(self, name, year):
        """A day with a name has to be there in a year."""
        if (name, year) not in self.days:
            raise Refused("PE_ERROR_NOT_FOUND", "/fiscal_year")


