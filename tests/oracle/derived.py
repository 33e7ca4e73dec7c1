"""derived.py - every measure of a dossier by limits of the caller's, over its records one after the other as well, and what
was spent by the end of each month, as include/perfeval/measure.h, measure_stream.h and budget.h say

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

from figures import MISSING, NOT_APPLICABLE, VALUE, Figure, Limits, Records, Refused, Row, figure
from measures import ASSETS, MEASURES, PAYMENTS, OfRecords, OfTotals

DEFAULT = (30, 30, 1, 2, 2, 7, 2, 30)  # of pe_measure_options, in its order
CALENDAR, WORKING = 1, 2


def random_limits(rng):
    """The defaults, or limits at which the days of random records lie."""
    if rng.random() < 0.3:
        return DEFAULT
    pick, kinds = rng.choice, (CALENDAR, WORKING)
    return (pick((0, 1, 29, 30, 31)), pick((0, 6, 29, 30, 31)), pick(kinds), pick((0, 1, 2, 5, 7)), pick(kinds),
            pick((0, 5, 6, 7, 8)), pick(kinds), pick((0, 10, 29, 30, 60)))


def limits_of(numbers):
    """Limits as driver.c takes them."""
    intent, signing, of_signing, publication, of_publication, filing, of_filing, payment = numbers
    return Limits(intent, (signing, of_signing == WORKING), (publication, of_publication == WORKING),
                  (filing, of_filing == WORKING), payment)


class Streamed(Records):
    """The records of a year as a stream sees them: no summary, and payments without the procurement above them."""

    def total(self, which):
        amounts = self.counted(which) if self.records else None
        if amounts is None:
            return Figure(MISSING, "")
        return Figure(VALUE, "", sum(one.value for one in amounts if one.state == VALUE), "money")

    def rows(self, name):
        rows = super().rows(name)
        return (Row(row.written, row.path, row.unit, self) for row in rows) if name == PAYMENTS else rows


def told(kind, name, records):
    """One measure as driver.c prints it."""
    try:
        state, parts = MEASURES[name].told(records)
    except Refused as refused:
        return f"{kind} {name} {refused.code}"
    return f"{kind} {name} {state}" + (" {} {}".format(*parts) if parts else "")


def progress(records, month):
    """What was spent from January to the end of a month: of the total where it has months, else of those below it that are all
    of it; without a total, of the top lines."""
    top = records.top[0] if records.top and records.top[0].category == "total" else None
    below = top and not top.written.get("months") and top.written.get("complete") is True
    spent = []
    for line in top.below if below else records.top:
        months = line.written.get("months") or []
        spent += [figure(one, "", records.budget_unit) for one in months[:month]]
        spent += [Figure(MISSING, "")] * (month - len(months))
    if not spent or any(one.state == MISSING for one in spent):
        return f"p {month} {MISSING}"
    values = [one.value for one in spent if one.state == VALUE]
    return f"p {month} {VALUE} {sum(values)}" if values else f"p {month} {NOT_APPLICABLE}"


def is_streamed(name):
    return isinstance(MEASURES[name], (OfRecords, OfTotals))


def answer(dossier, calendar, numbers):
    """As driver.split() gives the library's answer."""
    limits = limits_of(numbers)
    records, streamed = Records(dossier, "", calendar, limits), Streamed(dossier, "", calendar, limits)
    parts = ["M"] + [told("m", name, records) for name in MEASURES]
    parts += [told("s", name, streamed) for name in MEASURES if is_streamed(name)]
    if dossier.get("budget") is not None:
        parts += [progress(records, month) for month in range(1, 13)]
    return parts
