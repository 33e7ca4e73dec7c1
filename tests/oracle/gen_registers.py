"""gen_registers.py - random registers, typed tables of the office's own

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

from exact import Fraction

from decimals import text_of

DAYS = ("2022-12-31", "2023-01-01", "2023-03-20", "2023-06-30", "2023-12-31", "2024-02-29")
# the columns of each register: type, units that one column can be in
COLUMNS = {
    "projects": {"name": ("string", ()), "stage": ("string", ()), "investment": ("number", ("元", "万元", "亿元")),
                 "jobs": ("number", ("", "个", "人")), "share": ("number", ("%", "‰")), "signed": ("date", ()), "approved": ("date", ()),
                 "key": ("boolean", ())},
    "visits": {"n": ("number", ("", "次")), "place": ("string", ()), "at": ("date", ())},
}


class Registers:
    """Makes the registers of one dossier; trouble is how often one is not as formulas want it."""

    def __init__(self, rng, strikes):
        self.rng, self.strikes = rng, strikes

    def make(self):
        return {name: self.register(columns) for name, columns in COLUMNS.items() if not self.strikes(0.5)}

    def register(self, known):
        rng, columns, units = self.rng, [], {}
        for name, (kind, choice) in known.items():
            if self.strikes(0.2):
                continue
            kind = "string" if self.strikes(0.1) else kind
            units[name] = rng.choice(choice) if choice and kind == "number" else ""
            columns.append({"id": name, "type": kind})
            if units[name] and rng.random() < 0.6:
                columns[-1]["unit"] = units[name]
        types = {one["id"]: (one["type"], units[one["id"]], "unit" in one) for one in columns}
        rows = [self.row(types) for _ in range(rng.choice((0, 1, 2, 3, 5, 8)))]
        return {"title": "台账", "columns": columns, "rows": rows} if rows or rng.random() < 0.7 else {"columns": columns}

    def row(self, types):
        row = {}
        for name, (kind, unit, is_stated) in types.items():
            if self.rng.random() < 0.9:
                row[name] = self.cell(kind, unit, is_stated)
        return row

    def cell(self, kind, unit, is_stated):
        rng = self.rng
        if self.strikes(0.5):
            return rng.choice((None, "-"))
        if kind == "string":
            return rng.choice(("A", "B", "C", "signed", "small", "open_tender", ""))
        if kind == "date":
            return rng.choice(DAYS)
        if kind == "boolean":
            return rng.choice((True, False, "是", "否"))
        value = text_of(Fraction(rng.choice((0, 1, 2, 3, 5, 10, 95, 100, 12345, rng.randint(0, 10**6))), rng.choice((1, 1, 10, 100))))
        return value + unit if unit and (not is_stated or rng.random() < 0.3) else rng.choice(("", "@")) + value
