"""test-openpyxl.py - workbooks that openpyxl wrote, cell by cell, and ours as openpyxl reads them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import ctypes
import datetime
import decimal
import io
import os
import sys

if os.environ.get("PERFEVAL_SANITIZE"):
    print("SKIPPED: Python does not load a sanitized library")
    sys.exit(77)
try:
    import openpyxl
except ImportError:
    print("SKIPPED: openpyxl is not installed (Debian: python3-openpyxl)")
    sys.exit(77)
if "PERFEVAL_OFFICE_LIBRARY" not in os.environ:
    print("SKIPPED: libperfeval-office was not built")
    sys.exit(77)

CORE = ctypes.CDLL(os.environ["PERFEVAL_LIBRARY"], mode=ctypes.RTLD_GLOBAL)
OFFICE = ctypes.CDLL(os.environ["PERFEVAL_OFFICE_LIBRARY"])
from perfeval import _abi  # noqa: E402

_abi.bind(CORE)
OFFICE.pe_tables_from_xlsx.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_char_p, ctypes.c_size_t] + [ctypes.c_void_p] * 3
OFFICE.pe_tables_to_xlsx.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p, ctypes.c_void_p]


def read(data):
    """{(row, column): (kind, text, unit, flags)} of the first sheet."""
    tables, cells = ctypes.c_void_p(), {}
    assert OFFICE.pe_tables_from_xlsx(ctypes.byref(tables), data, len(data), None, None, None) == 0
    row, cell = _abi.pe_table_row(struct_size=ctypes.sizeof(_abi.pe_table_row)), _abi.pe_cell(struct_size=ctypes.sizeof(_abi.pe_cell))
    for i in range(CORE.pe_tables_get_n_rows(tables, 0)):
        CORE.pe_tables_get_row(ctypes.byref(row), tables, 0, i, None)
        for k in range(row.n_cells):
            CORE.pe_tables_get_cell(ctypes.byref(cell), tables, 0, i, k, None)
            text = ctypes.cast(cell.text, ctypes.c_char_p).value.decode()
            cells[row.number, cell.column] = (cell.kind, text, cell.unit, cell.flags)
    return cells, tables


def save(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sample():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["名称", "年初预算数（万元）", "执行率", "日期", "是否"])
    sheet.append(["基本支出", 1555.88, 0.9961, datetime.date(2023, 12, 31), True])
    sheet.append(["项目支出", 0.1 + 0.2, 1, datetime.datetime(2023, 5, 1, 8, 30), False])
    sheet["C2"].number_format = sheet["C3"].number_format = "0.00%"
    sheet["B4"] = "=SUM(B2:B3)"
    sheet["A4"] = "合计"
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("A6:C6")
    sheet["A6"] = "说明"
    return book


EXPECTED = {
    (1, 1): (1, "名称", 0, 0), (1, 2): (1, "年初预算数（万元）", 0, 0), (1, 3): (1, "执行率", 0, 0), (1, 4): (1, "日期", 0, 0),
    (1, 5): (1, "是否", 0, 0),
    (2, 1): (1, "基本支出", 0, 0), (2, 2): (2, "1555.88", 0, 0), (2, 3): (2, "99.61", 10, 0), (2, 4): (3, "2023-12-31", 0, 0),
    (2, 5): (4, "true", 0, 0),
    (3, 1): (1, "项目支出", 0, 8), (3, 2): (2, "0.3", 0, 8), (3, 3): (2, "100.00", 10, 8), (3, 4): (3, "2023-05-01 08:30:00", 0, 8),
    (3, 5): (4, "false", 0, 8),
    (4, 1): (1, "合计", 0, 0), (4, 2): (5, "=SUM(B2:B3)", 0, 1),
    (6, 1): (1, "说明", 0, 2),
}


def random_numbers():
    """Numbers of a thousand cells: what we read is what openpyxl's float prints, to 15 digits."""
    book, state, expected = openpyxl.Workbook(), 7, {}
    for i in range(1, 1001):
        state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        value = (state >> 20) % 10 ** (1 + state % 14) / 10 ** (state // 97 % 6)
        book.active.cell(i, 1, value)
        expected[i, 1] = value
    found, tables = read(save(book))
    faults = []
    for place, value in expected.items():
        text = decimal.Decimal(format(value, ".15g"))
        if place not in found or decimal.Decimal(found[place][1]) != text:
            faults.append(f"{place}: {found.get(place)}, expected {text}")
    CORE.pe_tables_unref(tables)
    return faults


def main():
    found, tables = read(save(sample()))
    faults = [f"{place}: {found.get(place)}, expected {EXPECTED.get(place)}" for place in sorted(set(found) | set(EXPECTED))
              if found.get(place) != EXPECTED.get(place)]
    text = ctypes.c_void_p()
    assert OFFICE.pe_tables_to_xlsx(ctypes.byref(text), tables, None) == 0
    data = ctypes.string_at(CORE.pe_text_get_data(text), CORE.pe_text_get_size(text))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    for place, value in {"B2": 1555.88, "C2": 0.9961, "A2": "基本支出", "E2": True, "D2": datetime.datetime(2023, 12, 31)}.items():
        if sheet[place].value != value:
            faults.append(f"{place}: openpyxl reads {sheet[place].value!r} of our workbook, expected {value!r}")
    if sheet["C2"].number_format != "0.00%":
        faults.append(f"C2: the format is {sheet['C2'].number_format}")
    CORE.pe_text_unref(text)
    CORE.pe_tables_unref(tables)
    faults += random_numbers()
    print("\n".join(faults))
    print(f"{len(faults)} faults; openpyxl {openpyxl.__version__}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
