"""figures.py - figures with units and states, and what a dossier's records add up to

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import datetime

import exact
from exact import decimal, div

MISSING, VALUE, NOT_APPLICABLE, TEXT, ZERO, INVALID = range(6)
STATE_NAMES = ("missing", "value", "not_applicable", "text", "zero_denominator", "invalid")
STATE_ERRORS = ("PE_ERROR_FIGURE_MISSING", "", "PE_ERROR_NOT_APPLICABLE", "PE_ERROR_FIGURE_TEXT",
                "PE_ERROR_ZERO_DENOMINATOR", "PE_ERROR_COUNT_INVALID")
NOT_APPLICABLE_WORDS = {"-", "—", "--", "/", "不适用", "n/a"}
# word of a unit: its dimension and what one of it is in the dimension's base
UNITS = {
    "": ("number", 1), "元": ("money", 1), "万元": ("money", 10_000), "亿元": ("money", 100_000_000),
    "%": ("share", div(1, 100)), "％": ("share", div(1, 100)), "‰": ("share", div(1, 1000)),
    "百分点": ("percentage point", div(1, 100)), "个百分点": ("percentage point", div(1, 100)),
    "天": ("day", 1), "日": ("day", 1), "分": ("point", 1),
}
UNITS.update({word: ("count", 1) for word in "个家次人项件户份名宗条"})
BLANKS = " \t\u3000"


class NoValue(Exception):
    """There is no number: a policy for the state decides."""

    def __init__(self, state, path, code=None):
        super().__init__(state)
        self.others = []  # what is wrong with other figures
        self.state, self.path, self.code = state, path or "", code or STATE_ERRORS[state]


class Refused(Exception):
    """An error that no policy decides."""

    def __init__(self, code, path):
        super().__init__(code)
        self.others = []
        self.code, self.path = code, path or ""


def with_others(faults):
    """The one that decides of several faults, which "not applicable" gives way to, with those of other places."""
    decides = next((one for one in faults if getattr(one, "state", None) != NOT_APPLICABLE), faults[0])
    told, others = [decides], []
    for one in (one for fault in faults for one in (fault, *fault.others) if one is not decides):
        told_before = any(one.path == other.path or one.code == other.code == "PE_ERROR_CALENDAR_MISSING" for other in told)
        if one.path and not told_before:
            told.append(one)
            others.append(one)
    decides.others = others
    return decides


class Figure:
    """A figure as handed in; its value is in the base of its dimension."""

    __slots__ = ("state", "value", "dimension", "text", "path", "own")

    def __init__(self, state, path, value=None, dimension="number", text=None):
        self.state, self.value, self.dimension, self.text, self.path = state, value, dimension, text, path
        self.own = path  # of an amount that is a sum of others: where it would stand itself


def unit_of(word):
    """Dimension and factor of a unit's word."""
    return UNITS.get(word.strip(BLANKS), ("other", 1))


def figure(written, path, unit=""):
    """Reads a figure; a bare number takes the unit of its surroundings."""
    if written is None or written == "":
        return Figure(MISSING, path)
    if written is True or written is False:
        return Figure(VALUE, path, int(written), "truth")
    if isinstance(written, dict):
        if "text" in written:
            return Figure(TEXT, path, text=written["text"])
        if "state" in written:
            return Figure(MISSING if written["state"] == "missing" else NOT_APPLICABLE, path)
        dimension, factor = unit_of(written.get("unit", ""))
        return Figure(VALUE, path, decimal(written["value"]) * factor, dimension)
    if written.__class__ is Figure:  # of a dossier that was made of others
        return Figure(written.state, path, written.value, written.dimension, written.text)
    known = READ.get((written, unit))
    if known is None:
        if len(READ) > 20000:
            READ.clear()
        known = READ[written, unit] = read_text(written, unit)
    state, value, dimension, text = known
    return Figure(state, path, value, dimension, text)


READ = {}  # what texts were read as


def read_text(written, unit):
    """State, value, dimension and text of a figure that is a text."""
    text = written.strip(BLANKS)
    if not text:
        return MISSING, None, "number", None
    if text.lower() in NOT_APPLICABLE_WORDS:
        return NOT_APPLICABLE, None, "number", None
    if text in ("是", "否"):
        return VALUE, int(text == "是"), "truth", None
    match = exact.NUMBER.match(text)
    if not match:
        return TEXT, None, "number", written
    dimension, factor = unit_of(text[match.end():].strip(BLANKS) or unit)
    value = decimal(match.group()) * factor
    if not isinstance(value, int) and value.denominator == 1:
        value = value.numerator
    return VALUE, value, dimension, None


def date(text):
    year, month, day = text.split("-")
    return datetime.date(int(year), int(month), int(day))


# --- records ------------------------------------------------------------------------------------------------------

LINE_AMOUNTS = ("initial", "adjusted", "executed", "carried_in", "added", "carry_over", "surplus")
THREE_PUBLIC = {"total": ("abroad", "vehicles", "reception"), "vehicles": ("purchase", "running")}


class Limits:
    """By what measures judge days, and which of the days are working days: the defaults of perfeval/measure.h."""

    def __init__(self, intent=30, signing=(30, False), publication=(2, True), filing=(7, True), payment=30):
        self.intent, self.signing, self.publication, self.filing, self.payment = intent, signing, publication, filing, payment


DEFAULT = Limits()


class Row:
    """A record of a table; one of payments has the procurement above it."""

    def __init__(self, written, path, unit, records, above=None):
        self.written, self.path, self.unit, self.records, self.above = written, path, unit, records, above

    @property
    def limits(self):
        return self.records.limits

    def figure(self, name):
        return figure(self.written.get(name), f"{self.path}/{name}", "" if name.endswith("_count") else self.unit)

    def day(self, name):
        return date(self.written[name]) if self.written.get(name) else None

    def text(self, name):
        return self.written.get(name) or ""

    def reason(self, name):
        """A text that says something: a blank reason is none."""
        return self.text(name).strip(BLANKS)

    def working_days(self, first, last):
        return self.records.calendar.workdays(self.day(first), self.day(last), self.path, self.path)


class Amounts(dict):
    """The amounts of a line, each read when it is asked for."""

    def __init__(self, written, path, unit):
        super().__init__()
        self.written, self.path, self.unit = written, path, unit

    def __missing__(self, name):
        self[name] = found = figure(self.written.get(name), f"{self.path}/{name}", self.unit)
        return found


class Line:
    """A line of the budget, with those below it."""

    def __init__(self, written, path, unit):
        self.written, self.path = written, path
        self.category = written.get("category") or ""
        self.own = Amounts(written, path, unit)
        self.below = [Line(one, f"{path}/lines/{index}", unit) for index, one in enumerate(written.get("lines") or ())]

    def all(self):
        yield self
        for line in self.below:
            yield from line.all()

    def amount(self, name):
        """What it states, or else the sum of those below where they are all of it."""
        own = self.own[name]
        if own.state != MISSING or not self.below:
            return own
        two = self.two_parts()
        if two:
            return sum_of([line.amount(name) for line in two], own.path, self.path + "/lines")
        if self.written.get("complete") is True:
            return sum_of([line.amount(name) for line in self.below], own.path, self.path + "/lines")
        return own

    def two_parts(self):
        """Personnel and public expenses, which are basic spending."""
        two = [line for line in self.below if line.category in ("basic.personnel", "basic.public")]
        return two if self.category == "basic" and len(two) == 2 else None


def sum_of(amounts, own, below):
    """A sum of amounts: missing as soon as one is; "not applicable" counts as nothing beside others."""
    if not amounts or any(one.state == MISSING for one in amounts):
        return Figure(MISSING, own)
    values = [one.value for one in amounts if one.state == VALUE]
    found = Figure(VALUE, below, sum(values), "money") if values else Figure(NOT_APPLICABLE, below)
    found.own = own
    return found


class Records:
    """Budget, procurement and assets of a dossier."""

    def __init__(self, dossier, path="", calendar=None, limits=None):
        self.path, self.dossier, self.calendar, self.limits = path, dossier, calendar, limits or DEFAULT
        money = dossier.get("money_unit") or ""
        budget, procurement = dossier.get("budget") or {}, dossier.get("procurement") or {}
        unit = budget.get("unit") or money
        self.top = [Line(one, f"{path}/budget/lines/{index}", unit)
                    for index, one in enumerate(budget.get("lines") or ())]
        self.lines = [line for top in self.top for line in top.all()]
        self.procurement = procurement
        self.records = procurement.get("records") or []
        self.unit = procurement.get("unit") or money
        self.three_public, self.budget_unit = budget.get("three_public") or {}, unit
        self.assets = dossier.get("assets") or {}
        self.kept, self.tables, self.inner = {}, {}, None

    @property
    def prior(self):
        """The records of the year before."""
        if self.inner is None:
            self.inner = Records(self.dossier.get("prior") or {}, self.path + "/prior", self.calendar, self.limits)
        return self.inner

    def amount(self, name):
        """An amount by "category.amount" or "procurement.total"."""
        if name not in self.kept:
            of, _, which = name.rpartition(".")
            self.kept[name] = (self.total(which) if of == "procurement" else self.of_three_public("total", which)
                               if of == "three_public" else self.of_category(of, which))
        return self.kept[name]

    def of_category(self, category, which):
        for line in self.lines:
            if line.category == category:
                return line.amount(which)
        path = self.path + "/budget/lines"
        if category != "total":
            return Figure(MISSING, path)
        return sum_of([line.amount(which) for line in self.top], path, path)

    def of_three_public(self, item, which):
        """A part of three public funds: as stated, else the sum of its own parts."""
        path = f"{self.path}/budget/three_public"
        own = figure((self.three_public.get(item) or {}).get(which), path, self.budget_unit)
        if own.state != MISSING or item not in THREE_PUBLIC:
            return own
        return sum_of([self.of_three_public(part, which) for part in THREE_PUBLIC[item]], path, path)

    def field(self, index, name):
        """An amount of a record."""
        return figure(self.records[index].get(name), f"{self.path}/procurement/records/{index}/{name}", self.unit)

    def counted(self, total):
        """The amounts of the records that count for a total; None where one cannot be known."""
        amounts = []
        for index, record in enumerate(self.records):
            amount = self.field(index, total if total in ("reserved_for_sme", "budget") else "contract")
            if total not in ("reserved_for_sme", "budget"):
                if amount.state == MISSING and not record.get("signing"):
                    continue
                part = self.field(index, "contract_sme") if total == "sme_contracts" else None
                if part is not None and part.state == VALUE:
                    amount = part
                elif part is not None and amount.state == VALUE:
                    if not record.get("supplier_size"):
                        return None
                    if record["supplier_size"] == "large":
                        continue
            if amount.state == MISSING:
                return None
            amounts.append(amount)
        return amounts

    def total(self, which):
        """A total over procurement: from the records where they give it, else from the summary."""
        amounts = self.counted(which) if self.records else None
        if amounts is not None:
            return Figure(VALUE, self.path + "/procurement/records",
                          sum(one.value for one in amounts if one.state == VALUE), "money")
        summary = self.procurement.get("summary") or {}
        return figure(summary.get(which), f"{self.path}/procurement/summary/{which}", self.unit)

    def says_none(self):
        """Whether the summary says that nothing was bought: a budget or contracts of 0, and neither above."""
        summary = self.procurement.get("summary") or {}
        stated = [figure(summary.get(name), "", self.unit).value for name in ("budget", "contracts")]
        return 0 in stated and not any(stated)

    def table(self, name):
        """The records of a table."""
        if name not in self.tables:
            self.tables[name] = list(self.rows(name))
        return self.tables[name]

    def rows(self, name):
        if name == "assets.records":
            unit = self.assets.get("unit") or self.dossier.get("money_unit") or ""
            for index, one in enumerate(self.assets.get("records") or ()):
                yield Row(one, f"{self.path}/assets/records/{index}", unit, self)
        elif name == "procurement.payments":
            for row in self.table("procurement.records"):
                for index, one in enumerate(row.written.get("payments") or ()):
                    yield Row(one, f"{row.path}/payments/{index}", row.unit, self, row)
        else:
            for index, one in enumerate(self.records):
                yield Row(one, f"{self.path}/procurement/records/{index}", self.unit, self)


def worse_of_two(first, second):
    """State and path of the figure that decides: "not applicable" gives way to the other."""
    decisive = first
    if first.state == VALUE or (first.state == NOT_APPLICABLE and second.state != VALUE):
        decisive = second if second.state != NOT_APPLICABLE or first.state == VALUE else first
    return decisive.state, decisive.path
