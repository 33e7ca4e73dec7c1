"""measures.py - the measures of the catalogue, derived from a dossier's records as docs/measures.md defines them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

A measure has two parts, each a figure: a rate is the one divided by the other, an amount is the first alone. What a record
contributes to a part is a number, None where it leaves the part open (the measure is then missing), or OUT where it is no
case of it.
"""

from exact import div
from figures import MISSING, NOT_APPLICABLE, VALUE, ZERO, Figure, NoValue, Refused, date, worse_of_two

OUT = "no case of it"
SMALL_MICRO, SMES = ("micro", "small"), ("micro", "small", "medium")


class Measure:
    """A measure; dimension is that of its value."""

    def __init__(self, dimension="rate", zero=ZERO):
        self.dimension, self.zero = dimension, zero

    def parts(self, records):
        raise NotImplementedError

    def is_there(self, records):
        """Whether anything that it is made of is there."""
        raise NotImplementedError

    def above_budget(self, _records):
        """The amount that is above the budget that it is held against, or None."""
        return None

    def value(self, records):
        """Its value, or NoValue."""
        first, second = self.parts(records)
        if first.state != VALUE or second.state != VALUE:
            raise NoValue(*worse_of_two(first, second))
        if second.value == 0:
            raise NoValue(self.zero, second.path)
        return div(first.value, second.value)

    def place(self, records):
        """The place of the first figure that it reads."""
        return self.parts(records)[0].path

    def told(self, records):
        """State and the two parts as the door tells them; the parts are None where one of them has no value."""
        first, second = self.parts(records)
        if first.state != VALUE or second.state != VALUE:
            return worse_of_two(first, second)[0], None
        return (self.zero if second.value == 0 else VALUE), self.of_two(first.value, second.value)

    @staticmethod
    def of_two(first, second):
        return first, second


# --- of a budget --------------------------------------------------------------------------------------------------


class OfAmounts(Measure):
    """Two amounts, one divided by the other; those of "prior." are of the year before."""

    def __init__(self, first, second):
        super().__init__()
        self.names = first, second

    def parts(self, records):
        return tuple(amount(records, name) for name in self.names)

    def is_there(self, records):
        return any(one.state != MISSING for one in self.parts(records))


class ExecutionRate(OfAmounts):
    """What was spent, by a budget."""

    def above_budget(self, records):
        first, second = self.parts(records)
        return first if first.state == second.state == VALUE and first.value > second.value else None


class Change(OfAmounts):
    """How much more the first amount is, by the second."""

    def value(self, records):
        first, second = self.parts(records)
        if first.state == second.state == VALUE:
            held(first.value - second.value)
        return super().value(records) - 1

    def place(self, records):
        """docs/formula.md, "States": a difference is one figure, at this year's amount or at the one that has no value."""
        first, second = self.parts(records)
        return first.path if first.state == second.state == VALUE else worse_of_two(first, second)[1]

    @staticmethod
    def of_two(first, second):
        held(first - second)
        return first - second, second


class Completion(Measure):
    """What could be spent and was, by what could be; nothing need have been carried or added, but all has to be stated."""

    def parts(self, records):
        initial, *others, left = (amount(records, "total." + name) for name in ("initial", "carried_in", "added", "carry_over"))
        return total(initial, [(1, one) for one in others] + [(-1, left)]), total(initial, [(1, one) for one in others])

    def is_there(self, records):
        return any(amount(records, "total." + name).state != MISSING for name in ("initial", "carried_in", "added", "carry_over"))


def held(value):
    """A part is a decimal of the door, whose digits are an int64: what has more of them is refused (perfeval/measure.h)."""
    digits = value
    while digits != int(digits):
        digits *= 10
    while digits and digits % 10 == 0:
        digits //= 10
    if abs(digits) > 2**63 - 1:
        raise Refused("PE_ERROR_OVERFLOW", "")


def amount(records, name):
    """An amount of the year or of the year before."""
    if not name.startswith("prior."):
        return records.amount(name)
    return records.prior.amount(name[6:])


def total(first, signed):
    """An amount with others: missing as soon as one is; of the others what is "not applicable" adds nothing."""
    for one in (first, *(one for _, one in signed)):
        if one.state == MISSING:
            return one
    if first.state != VALUE:
        return first
    value = first.value + sum(sign * one.value for sign, one in signed if one.state == VALUE)
    held(value)
    return Figure(VALUE, first.path, value, "money")


# --- of records ---------------------------------------------------------------------------------------------------


class OfRecords(Measure):
    """What each record of a table contributes to the two parts."""

    def __init__(self, table, contribution, dimension="rate", zero=ZERO, days=None):
        super().__init__(dimension, zero)
        self.table, self.contribution, self.days = table, contribution, days

    def rows(self, records):
        return records.table(self.table)

    def parts(self, records):
        path = records.path + ("/assets/records" if self.table == ASSETS else "/procurement/records")
        rows = self.rows(records)
        if self.days and getattr(records.limits, self.days)[1] and records.calendar is None:
            raise Refused("PE_ERROR_CALENDAR_MISSING", "")
        if not rows:
            return Figure(MISSING, path), Figure(MISSING, path)
        given = [self.contribution(row) for row in rows]
        return tuple(sum_of_part([one[part] for one in given], path, self.dimension) for part in (0, 1))

    def is_there(self, records):
        return bool(self.rows(records))


class Amount(OfRecords):
    """The first part alone."""

    def value(self, records):
        first = self.parts(records)[0]
        if first.state != VALUE:
            raise NoValue(first.state, first.path)
        return first.value

    def told(self, records):
        first = self.parts(records)[0]
        return first.state, (first.value, 1) if first.state == VALUE else None


class OfTotals(OfAmounts):
    """Of totals over procurement."""


def sum_of_part(given, path, dimension):
    if any(one is None for one in given):
        return Figure(MISSING, path)
    return Figure(VALUE, path, sum(one for one in given if one is not OUT), dimension)


def money(row, name):
    """An amount of a record: a number, None where it is not filled in, OUT where it does not apply."""
    found = row.figure(name)
    return found.value if found.state == VALUE else OUT if found.state == NOT_APPLICABLE else None


def contract(row):
    """The contract amount of a record; one without amount and without signing is no contract yet."""
    found = money(row, "contract")
    return OUT if found is None and not row.day("signing") else found


def is_signed(row):
    return bool(row.day("signing")) or row.figure("contract").state == VALUE


def by_size(sizes, base):
    """Contracts with suppliers of some sizes, among those with suppliers of others (None: all)."""
    def contribution(row):
        signed, size = contract(row), row.text("supplier_size")
        if signed is OUT or signed is None:
            return signed, signed
        if not size:
            return None, (signed if base is None else None)
        return (signed if size in sizes else OUT), (signed if base is None or size in base else OUT)
    return contribution


def single_source(row):
    signed, method = contract(row), row.text("method")
    if signed is OUT or signed is None:
        return signed, signed
    return (None if not method else signed if method == "single_source" else OUT), signed


def single_source_count(row):
    if not is_signed(row):
        return OUT, OUT
    method = row.text("method")
    return (None if not method else int(method == "single_source")), 1


def savings(row):
    signed, budget = contract(row), money(row, "budget")
    if signed is None or signed is OUT:
        return signed, signed
    if budget is None or budget is OUT:
        return budget, budget
    return budget - signed, budget


def count_of_contracts(row):
    return int(is_signed(row)), 1


def intent(judge):
    """Procurements begun and not exempt, judged by the days from intent to start."""
    def contribution(row):
        if not row.day("start") or row.reason("intent_exemption"):
            return OUT, OUT
        if not row.day("intent"):
            return None, 1
        return judge((row.day("start") - row.day("intent")).days, row.limits), 1
    return contribution


def between(first, last, limit=None, exemption=None):
    """Procurements with a first day: whether the last one is within a limit, or else the days to it."""
    def contribution(row):
        if not row.day(first) or (exemption and row.reason(exemption)):
            return OUT, OUT
        if not row.day(last):
            return None, 1
        if limit is None:
            return (row.day(last) - row.day(first)).days, 1
        most, working = getattr(row.limits, limit)
        return int((row.working_days(first, last) if working else (row.day(last) - row.day(first)).days) <= most), 1
    return contribution


def payment(judge):
    """Payments, judged by the days past the one agreed, or else past the last of so many after acceptance."""
    def contribution(row):
        if row.day("due"):
            late = (row.day("paid") - row.day("due")).days if row.day("paid") else None
        elif row.above and row.above.day("acceptance"):
            late = (row.day("paid") - row.above.day("acceptance")).days - row.limits.payment if row.day("paid") else None
        else:
            late = None
        return None if late is None else judge(late), 1
    return contribution


def of_two(first, second, judge):
    """Cards by two of their figures; one of which a figure does not apply is no case of it."""
    def contribution(row):
        one, other = money(row, first), money(row, second)
        if one is None or other is None:
            return None, (OUT if OUT in (one, other) else 1)
        return (OUT, OUT) if OUT in (one, other) else (judge(one, other, row), 1)
    return contribution


agreement = of_two("book_count", "found_count", lambda book, found, _: int(book == found))
value_difference = of_two("book_value", "found_value", lambda book, found, _: found - book)
unexplained = of_two("book_count", "found_count", lambda book, found, row: int(book != found and not row.reason("difference_reason")))


def utilisation(row):
    book, use = money(row, "book_value"), row.text("use")
    if book is None or book is OUT:
        return book, book
    return (None if not use else book if use == "in_use" else OUT), book


RECORDS, PAYMENTS, ASSETS = "procurement.records", "procurement.payments", "assets.records"
MEASURES = {
    "budget.execution_rate": ExecutionRate("total.executed", "total.adjusted"),
    "budget.execution_rate_initial": ExecutionRate("total.executed", "total.initial"),
    "budget.basic_execution_rate": ExecutionRate("basic.executed", "basic.adjusted"),
    "budget.project_execution_rate": ExecutionRate("project.executed", "project.adjusted"),
    "budget.adjustment_rate": Change("total.adjusted", "total.initial"),
    "procurement.sme_reserve_achievement": OfTotals("procurement.sme_contracts", "procurement.reserved_for_sme"),
    "procurement.sme_share": OfTotals("procurement.sme_contracts", "procurement.contracts"),
    "budget.completion_rate": Completion(),
    "budget.control_rate": OfAmounts("total.added", "total.initial"),
    "budget.carry_over_rate_executed": OfAmounts("total.carry_over", "total.executed"),
    "budget.carry_over_rate_adjusted": OfAmounts("total.surplus", "total.adjusted"),
    "budget.carry_over_change": Change("total.carry_over", "prior.total.carry_over"),
    "budget.executed_change": Change("total.executed", "prior.total.executed"),
    "budget.initial_change": Change("total.initial", "prior.total.initial"),
    "budget.three_public_control_rate": OfAmounts("three_public.executed", "three_public.initial"),
    "budget.three_public_control_rate_adjusted": OfAmounts("three_public.executed", "three_public.adjusted"),
    "budget.three_public_change_budget": Change("three_public.initial", "prior.three_public.initial"),
    "budget.three_public_change_executed": Change("three_public.executed", "prior.three_public.executed"),
    "procurement.reserve_share": OfTotals("procurement.reserved_for_sme", "procurement.budget"),
    "procurement.small_micro_share": OfRecords(RECORDS, by_size(SMALL_MICRO, SMES)),
    "procurement.small_micro_share_of_all": OfRecords(RECORDS, by_size(SMALL_MICRO, None)),
    "procurement.single_source_share": OfRecords(RECORDS, single_source),
    "procurement.single_source_share_count": OfRecords(RECORDS, single_source_count, zero=NOT_APPLICABLE),
    "procurement.savings_rate": OfRecords(RECORDS, savings),
    "procurement.savings": Amount(RECORDS, savings, "money"),
    "procurement.contract_count": Amount(RECORDS, count_of_contracts, "count"),
    "procurement.intent_in_time": OfRecords(RECORDS, intent(lambda days, limits: int(days >= limits.intent)), zero=NOT_APPLICABLE),
    "procurement.intent_lead_days": OfRecords(RECORDS, intent(lambda days, _: days), "day", NOT_APPLICABLE),
    "procurement.signing_in_time": OfRecords(RECORDS, between("award", "signing", "signing"), zero=NOT_APPLICABLE, days="signing"),
    "procurement.signing_days": OfRecords(RECORDS, between("award", "signing"), "day", NOT_APPLICABLE),
    "procurement.publication_in_time": OfRecords(
        RECORDS, between("signing", "publication", "publication", "publication_exemption"), zero=NOT_APPLICABLE,
        days="publication"),
    "procurement.filing_in_time": OfRecords(RECORDS, between("signing", "filing", "filing"), zero=NOT_APPLICABLE, days="filing"),
    "procurement.payment_in_time": OfRecords(PAYMENTS, payment(lambda days: int(days <= 0)), zero=NOT_APPLICABLE),
    "procurement.payment_delay_days": OfRecords(PAYMENTS, payment(lambda days: max(0, days)), "day", NOT_APPLICABLE),
    "assets.agreement_rate": OfRecords(ASSETS, agreement, zero=NOT_APPLICABLE),
    "assets.value_difference": Amount(ASSETS, value_difference, "money"),
    "assets.unexplained_count": Amount(ASSETS, unexplained, "count"),
    "assets.utilisation_rate": OfRecords(ASSETS, utilisation),
}
