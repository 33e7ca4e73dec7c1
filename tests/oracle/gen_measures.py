"""gen_measures.py - random measures that a rulebook declares

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

AMOUNTS = ("budget.executed", "budget.adjusted", "budget.initial", "budget.basic.executed", "budget.project.adjusted",
           "budget.added", "procurement.contracts", "procurement.budget", "procurement.reserved_for_sme")
RATES = ("budget.execution_rate", "budget.control_rate", "procurement.sme_share", "prior.budget.execution_rate",
         "budget.completion_rate", "procurement.signing_in_time", "procurement.filing_in_time")
FILTERS = ('method = "single_source"', "contract > 1000", 'supplier_size = "small" or supplier_size = "micro"',
           "contract != null", "signing - award <= 30", "budget >= 5000", 'category in ("goods", "works")', "item.award = null")
UNITS = {"money": ("元", "万元", "亿元"), "share": ("%", "%", "‰", "百分点", None), "count": ("个", "个", None), "day": ("天",)}
DIMENSIONS = {"%": "rate", "‰": "rate", "百分点": "percentage point", None: "number", "个": "count", "天": "day"}


REGISTERS = {  # formulas over registers of each kind, with the types of the columns that they read
    "money": (("sum(register.projects.investment)", {"investment": "number"}),
              ("sum(register.projects[key].investment) / 2", {"investment": "number", "key": "boolean"})),
    "share": (("count(register.projects[signed != null]) / count(register.projects)", {"signed": "date"}),
              ("count(register.projects[key]) / count(prior.register.projects[key])", {"key": "boolean"}),
              ("mean(register.projects.share)", {"share": "number"})),
    "count": (('count(register.projects[stage = "signed"])', {"stage": "string"}), ("sum(register.projects.jobs)", {"jobs": "number"})),
    "day": (('max(register.projects.signed) - date("2023-01-01")', {"signed": "date"}),
            ("min(register.projects[signed != null and approved != null and signed > approved].signed) - "
             "min(register.projects.approved)", {"signed": "date", "approved": "date"})),
}


def money(rng, before):
    if before["money"] and rng.random() < 0.4:
        one = rng.choice(before["money"])
        return rng.choice((f"{one} * 2", f"{one} - {rng.choice(AMOUNTS)}", f"if {one} > 100 then {one} else null", f"max({one}, 0 * {one})"))
    return rng.choice((f"{rng.choice(AMOUNTS)} - {rng.choice(AMOUNTS)}", "sum(procurement.records.contract)",
                       f"sum(procurement.records[{rng.choice(FILTERS)}].budget)", f"max({rng.choice(AMOUNTS)}, {rng.choice(AMOUNTS)})",
                       f"mean(procurement.records[{rng.choice(FILTERS)}].contract)", f"{rng.choice(AMOUNTS)} / 3"))


def share(rng, before):
    if before["share"] and rng.random() < 0.4:
        one = rng.choice(before["share"])
        return rng.choice((f"1 - {one}", f"{one} / 2", f"min({one}, {rng.choice(RATES)})", f"1 / {one}"))
    if len(before["money"]) > 1 and rng.random() < 0.5:
        return f"{before['money'][0]} / {before['money'][1]}"
    return rng.choice((f"{rng.choice(AMOUNTS)} / {rng.choice(AMOUNTS)}", rng.choice(RATES), f"{rng.choice(RATES)} - {rng.choice(RATES)}",
                       f"count(procurement.records[{rng.choice(FILTERS)}]) / count(procurement.records)",
                       f"({rng.choice(AMOUNTS)} - {rng.choice(AMOUNTS)}) / {rng.choice(AMOUNTS)}"))


def count(rng, before):
    if before["count"] and rng.random() < 0.4:
        return f"{rng.choice(before['count'])} + 1"
    return rng.choice((f"count(procurement.records[{rng.choice(FILTERS)}])", "count(budget.lines)"))


def day(rng, _before):
    return rng.choice(("procurement.signing_days", 'date("2023-06-30") - date("2023-06-01")', "procurement.payment_delay_days * 2"))


def make(rng):
    """Measures, and the dimension of each by its id."""
    measures, dimensions = [], {}
    before = {"money": [], "share": [], "count": [], "day": []}
    for index in range(rng.choice((1, 2, 2, 3, 4))):
        kind = rng.choice(("money", "money", "share", "share", "share", "count", "day"))
        formula, unit, name = globals()[kind](rng, before), rng.choice(UNITS[kind]), f"measure.m{index}"
        types = {}
        if rng.random() < 0.15:
            formula, types = rng.choice(REGISTERS[kind])
        one = {"id": name, "name": {"zh": f"度量{index}"}, "formula": formula, "zero_denominator": rng.choice(("policy", "not_applicable"))}
        if unit or rng.random() < 0.5:
            one["unit"] = unit
        if types:
            one["types"] = {f"register.projects.{column}": kind_of for column, kind_of in types.items()}
        measures.append(one)
        before[kind].append(name)
        dimensions[name] = "money" if kind == "money" else DIMENSIONS[unit]
    return measures, dimensions
