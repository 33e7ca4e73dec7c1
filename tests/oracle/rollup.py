"""rollup.py - several units taken together, as include/perfeval/rollup.h says

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

from exact import div, rounded
from figures import MISSING, NOT_APPLICABLE, VALUE, figure
import oracle
import totals
import whole

TOTALS_FIRST, SCORES_FIRST, BY_FUNDS, BY_POINTS = 1, 2, 1, 2
WEIGHTED = 6


class Rollup:
    """Evaluations of one rulebook, taken together as asked; a weight is a text, and "" leaves it to the dossier."""

    def __init__(self, book, evaluations, asked, calendar=None):
        self.book, self.evaluations, self.errors, self.findings = book, evaluations, [], []
        self.nodes, self.ledger, self.grade, self.whole, self.means = [], [], -1, None, asked.means
        self.errors += [("PE_ERROR_RULEBOOK_DIFFERS", f"/units/{index}") for index in asked.others]
        self.agree(asked.mode)
        self.weights = [self.weight(index, text, asked.weighting) for index, text in enumerate(asked.weights)]
        if not self.errors and sum(self.weights) == 0:
            self.errors.append(("PE_ERROR_WEIGHTS_ZERO", ""))
        if not self.errors and asked.mode == TOTALS_FIRST:
            self.score_whole(calendar)
        elif not self.errors:
            self.score()

    def score_whole(self, calendar):
        """Scores the dossier of the whole."""
        merged = totals.Totals(self.book, self.evaluations, self.weights, self.means)
        self.errors, self.findings = merged.errors, self.findings + merged.findings
        if self.errors:
            return
        self.whole = merged.whole
        scored = self.book.evaluate(merged.whole, merged.scorer, calendar)
        self.errors, self.findings = scored.errors, self.findings + scored.findings
        self.nodes, self.grade = scored.nodes, scored.grade
        self.ledger = [(number, kind, cause, -1, index, amount)
                       for index, (number, kind, cause, _, amount) in enumerate(scored.ledger)]

    def agree(self, mode):
        """All units are of one year and scored by one scorer; what keeps the grade of one down does not that of the whole."""
        first = self.evaluations[0]
        for index, one in enumerate(self.evaluations):
            if one.scorer != first.scorer:
                self.errors.append(("PE_ERROR_MERGE_CONFLICT", f"/units/{index}"))
            if one.year != first.year:
                self.errors.append(("PE_ERROR_MERGE_CONFLICT", f"/units/{index}/fiscal_year"))
            if one.grade_event >= 0 and mode == SCORES_FIRST:
                self.findings.append(("PE_NOTE_NOT_MERGED", f"/units/{index}/events/{one.grade_event}"))

    def weight(self, index, text, weighting):
        """What a unit weighs."""
        found, path = figure(text, ""), f"/units/{index}"
        kinds = ("money",) if weighting == BY_FUNDS else ("number", "point")
        if weighting == BY_FUNDS:
            path += "/budget/lines"
            if found.state == MISSING:
                found = self.evaluations[index].records.amount("total.adjusted")
        if found.state in (MISSING, NOT_APPLICABLE):
            self.errors.append(("PE_ERROR_FIGURE_MISSING", path))
        elif found.dimension not in kinds:
            self.errors.append(("PE_ERROR_UNIT_MISMATCH", path))
        elif found.value < 0:
            self.errors.append(("PE_ERROR_NEGATIVE_AMOUNT", path))
        return found.value or 0

    def score(self):
        shares = [div(weight, sum(self.weights)) for weight in self.weights]
        places = {}  # code of an indicator: its node
        for node in self.evaluations[0].nodes:
            if node.code in self.book.codes or not node.code:
                parent = self.evaluations[0].nodes[node.parent]
                self.nodes.append(oracle.Node(len(self.nodes), places.get(parent.code, 0), node.depth, node.kind, node.code,
                                              node.full_marks))
                places[node.code] = len(self.nodes) - 1
        by_node = [[] for _ in self.nodes]
        for unit, (share, evaluation) in enumerate(zip(shares, self.evaluations)):
            for node in evaluation.nodes:
                if node.code in places:
                    self.nodes[places[node.code]].unrounded += share * node.score
            for index, (number, kind, cause, _, amount) in enumerate(evaluation.ledger):
                node = evaluation.nodes[number]
                while node.code not in places:
                    node = evaluation.nodes[node.parent]
                if share:
                    by_node[places[node.code]].append((kind, cause, unit, index, amount * share))
        for node in self.nodes:
            node.unadjusted = node.score = node.unrounded
            node.origin, node.state = WEIGHTED, VALUE
        total = self.nodes[0]
        total.score = rounded(total.unrounded, self.book.rounding["total"])
        if total.score != total.unrounded:
            by_node[0].append((oracle.ENTRY_ROUNDING, 0, -1, 0, total.score - total.unrounded))
        self.ledger = [(number, *entry) for number, entries in enumerate(by_node) for entry in entries]
        ranked = total.score if self.book.written["rounding"]["rank_on"] == "rounded" else total.unrounded
        self.grade = next((index for index, (_, start) in enumerate(self.book.grades) if ranked >= start), -1)

    def lines(self):
        """As driver.split() gives the library's answer."""
        if self.errors:
            return "E", sorted(f"e {code} {path}" for code, path in self.errors)
        parts = [f"W {self.grade}"] + [node.text() for node in self.nodes]
        parts += [f"L {' '.join(map(str, entry))} {int(totals.fits(entry[-1]))}" for entry in self.ledger]
        parts += [f"u {VALUE} {weight} {div(weight, sum(self.weights))}" for weight in self.weights]
        if self.whole is not None:
            parts += whole.told(self.whole)
        return "\t".join(parts), sorted(f"f {code} {path}" for code, path in self.findings)
