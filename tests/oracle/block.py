"""block.py - a block of random rulebooks, scored by the library and by the oracle

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

As a program: block.py <driver> <first seed> <rulebooks>; prints one line of JSON: evaluations, differences, counts, and
the documents that differ. The same seeds give the same documents on every machine.
"""

import collections
import datetime
import json
import random
import sys
import time
import traceback

import coverage
import derived
import driver
import gen_units
import generator
import oracle
import rollup
import variation
import whole

DOSSIERS, BASES = 40, 10
MOST_KEPT = 20
SCORERS = ("self",) * 17 + ("department", "finance", "external")


def calendar():
    """The calendar of the generator, for the oracle."""
    day, spec = datetime.date.fromisoformat, generator.CALENDAR
    return oracle.Calendar(spec["first"], spec["last"], map(day, spec["holidays"]), map(day, spec["workdays"]),
                           [((name, int(date[:4])), date) for name, date in spec["named"]])


def means_of(seed):
    """How the averages of a roll-up are rounded: (places, mode), or None as the contract says."""
    rng = random.Random(f"means {seed}")
    return None if rng.random() < 0.4 else (rng.choice((0, 1, 2, 2, 3, 6, 9, 18)), rng.choice(generator.MODES))


class Asked:
    """How units are taken together; others are those that another rulebook has scored."""

    def __init__(self, mode, weighting, weights, means=None, with_calendar=True, others=()):
        self.mode, self.weighting, self.weights, self.means = mode, weighting, weights, means
        self.with_calendar, self.others = with_calendar, others

    def head(self):
        """The request as driver.c takes it."""
        places, mode = (self.means[0], generator.MODES.index(self.means[1]) + 1) if self.means else (0, 0)
        return f"U {self.mode} {self.weighting} {mode} {places} {int(self.with_calendar)}"

    def __str__(self):
        return f"mode {self.mode}, weighting {self.weighting}, units {self.weights}, means {self.means}"


class Block:
    """Counts, and keeps the first documents that differ."""

    def __init__(self, path):
        self.driver, self.calendar = driver.Driver(path), calendar()
        self.driver.ask("C", generator.calendar_text())
        self.evaluations = self.errors = self.differences = self.rollups = 0
        self.counts, self.kept = collections.Counter(), []

    def differ(self, name, rulebook, dossier, lines):
        self.differences += 1
        if len(self.kept) < MOST_KEPT:
            self.kept.append({"name": name, "rulebook": rulebook, "dossier": dossier, "lines": lines})

    def run(self, name, rulebook, dossiers):
        """Scores dossiers [(text, scorer, with calendar)] by one rulebook, all given as texts."""
        self.driver.ask("R", rulebook)
        for text, scorer, with_calendar in dossiers:
            self.driver.ask(f"D {oracle.SCORERS[scorer]} {int(with_calendar)}", text)
        answers = [driver.split(line) for line in self.driver.answers()]
        if answers[0][0] != "R":
            self.differ(name, rulebook, None, ["the library refuses the rulebook: " + ", ".join(answers[0][1])])
            return
        book = driver.compile_text(rulebook)
        used = coverage.of_rulebook(book.written)
        for index, (dossier, answer) in enumerate(zip(dossiers, answers[1:])):
            if answer[0] == "X":
                self.differ(f"{name}-{index}", rulebook, dossier[0], ["the library refuses the dossier: " + ", ".join(answer[1])])
                continue
            self.compare(f"{name}-{index}", book, rulebook, dossier, answer)
            self.counts[f"scorer {dossier[1]}"] += 1
            for one in used:
                self.counts[one] += 1

    def compare(self, name, book, rulebook, dossier, answer):
        text, scorer, with_calendar = dossier
        self.evaluations += 1
        self.errors += answer[0] == "E"
        coverage.of_answer(answer, self.counts)
        try:
            ours = driver.compute(book, driver.read(text), scorer, self.calendar if with_calendar else None)
        except Exception:  # pylint: disable=broad-except
            self.differ(name, rulebook, text, ["the oracle itself: " + traceback.format_exc()[-900:]])
            return
        lines = driver.differences(ours, answer)
        if answer[0][0] == "V" and (lines or self.evaluations % 16 == 0):
            lines += [f"node {code!r}: the ledger does not close" for code in driver.closure(answer[0])]
        if lines:
            self.differ(name, rulebook, text, lines)

    def run_measures(self, seed):
        """Every measure of a dossier with records of every kind."""
        rng = random.Random(f"measures {seed}")
        text, numbers, with_calendar = generator.records(rng), derived.random_limits(rng), rng.random() < 0.9
        self.driver.ask(f"M {int(with_calendar)} {' '.join(map(str, numbers))}", text)
        answer = driver.split(self.driver.answers()[0])
        try:
            ours = "\t".join(derived.answer(driver.read(text), self.calendar if with_calendar else None, numbers)), []
        except Exception:  # pylint: disable=broad-except
            ours = "oracle", [traceback.format_exc()[-900:]]
        coverage.of_measures(answer[0], self.counts)
        lines = driver.differences(ours, answer)
        if lines:
            self.differ(f"measures-{seed}", None, text, [f"limits {numbers}, calendar {with_calendar}", *lines])

    def run_rollup(self, seed, mode, rulebook, dossiers):
        """Rolls some of the units up that could be scored."""
        rng, book = random.Random(f"rollup {seed}"), driver.compile_text(rulebook)
        weighting = rng.choice((rollup.BY_FUNDS, rollup.BY_POINTS))
        units = self.units(rng, book, dossiers)
        if units:
            trouble = mode == rollup.SCORES_FIRST or rng.random() < 0.2
            weights = generator.weights(rng, weighting == rollup.BY_FUNDS, trouble, len(units))
            others = {len(units) - 1} if len(units) > 1 and rng.random() < 0.02 else set()
            self.roll_up(f"rollup-{seed}", (rulebook, book), units,
                         Asked(mode, weighting, weights, means_of(seed), rng.random() < 0.9, others))

    def run_halves(self, seed):
        """Units whose averages and totals lie half way between two roundings, by both ways."""
        rng, means = random.Random(f"halves {seed}"), means_of(seed)
        made, dossiers, weights = gen_units.make(rng, means[0] if means else rng.choice((0, 1, 2, 6, 18)))
        rulebook = generator.dump(made)
        book, units = driver.compile_text(rulebook), []
        for text in map(generator.dump, dossiers):
            units.append((text, "self", False, book.evaluate(driver.read(text), "self", None)))
        for mode in (rollup.TOTALS_FIRST, rollup.SCORES_FIRST):
            self.roll_up(f"rollup-halves-{seed}", (rulebook, book), units, Asked(mode, rollup.BY_POINTS, weights, means))

    def roll_up(self, name, compiled, units, asked):
        """Takes units together, the library and the oracle each."""
        rulebook, book = compiled
        for index, (text, scorer, with_calendar, _) in enumerate(units):
            if index == 0 or index in asked.others:
                self.driver.ask("R", rulebook if index == 0 else rulebook.replace('"edition": "1"', '"edition": "2"', 1))
            self.driver.ask(f"K {oracle.SCORERS[scorer]} {int(with_calendar)}", text)
        self.driver.ask(asked.head(), "".join(weight + "\n" for weight in asked.weights))
        *each, answer = [driver.split(line) for line in self.driver.answers()]
        if any(one[0] == "X" for one in each):  # a variant with faults of its own
            return
        self.rollups += 1
        self.count_rollup(asked, answer)
        try:
            answer = whole.of_answer(answer[0]), answer[1]
            ours = rollup.Rollup(book, [found for *_, found in units], asked, self.calendar if asked.with_calendar else None).lines()
        except Exception:  # pylint: disable=broad-except
            ours = "oracle", [traceback.format_exc()[-900:]]
        lines = driver.differences(ours, answer)
        if lines:
            self.differ(name, rulebook, json.dumps([text for text, *_ in units]), [str(asked), *lines])

    def count_rollup(self, asked, answer):
        totals_first = asked.mode == rollup.TOTALS_FIRST
        self.counts["roll-up by " + ("funds" if asked.weighting == rollup.BY_FUNDS else "points")] += 1
        self.counts["roll-up, " + ("totals" if totals_first else "scores") + " first"] += 1
        self.counts[f"averages rounded {asked.means[1] if asked.means else 'by the contract'}"] += totals_first
        self.counts["totals first, scored"] += totals_first and answer[0][0] == "W"
        coverage.of_answer(answer, self.counts)
        coverage.of_rollup(answer, self.counts)

    def units(self, rng, book, dossiers):
        """Up to five dossiers that can be scored, with their evaluations; most are of one year and one scorer."""
        units = []
        for text, scorer, with_calendar in rng.sample(dossiers, min(len(dossiers), 12)):
            found = book.evaluate(driver.read(text), scorer, self.calendar if with_calendar else None)
            alike = not units or (found.scorer, found.year) == (units[0][1], units[0][3].year) or rng.random() < 0.02
            if not found.errors and len(units) < 5 and alike:
                units.append((text, scorer, with_calendar, found))
        return units

    def variants(self, seed, rulebook, dossiers):
        """Dossiers that differ from one of those in their numbers, as those of units that are rolled up do."""
        rng, book = random.Random(f"variants {seed}"), driver.compile_text(rulebook)
        for text, scorer, with_calendar in rng.sample(dossiers, min(len(dossiers), 12)):
            if not book.evaluate(driver.read(text), scorer, self.calendar if with_calendar else None).errors:
                variants = variation.Variants(rng, book, text, [other for other, *_ in dossiers], means_of(seed))
                return [(variants.make(), scorer, with_calendar) for _ in range(12)]
        return []

    def run_seed(self, seed):
        """One random rulebook and its dossiers."""
        rulebook = generator.rulebook(seed)
        mixer, dossiers = generator.Mixer(seed, rulebook, BASES), []
        for index in range(DOSSIERS):
            dossiers.append((mixer.text(index), SCORERS[(seed + index) % len(SCORERS)], (seed + index) % 12 != 0))
        text = generator.dump(rulebook)
        self.run(f"seed-{seed}", text, dossiers)
        self.run_measures(seed)
        if seed % 2:
            self.run_halves(seed)
        if seed % 4 == 0:
            self.run_rollup(seed, rollup.SCORES_FIRST, text, dossiers)
        elif seed % 4 == 2:
            self.run_rollup(seed, rollup.TOTALS_FIRST, text, self.variants(seed, text, dossiers))

    def result(self):
        return {"evaluations": self.evaluations, "rollups": self.rollups, "errors": self.errors, "differences": self.differences,
                "counts": dict(self.counts), "kept": self.kept, "driver": self.driver.close()}


def main():
    path, first, n = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    start, block = time.process_time(), Block(path)
    for seed in range(first, first + n):
        block.run_seed(seed)
    result = block.result()
    result["seconds"] = round(time.process_time() - start, 1)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
