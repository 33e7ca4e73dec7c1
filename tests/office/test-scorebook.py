"""test-scorebook.py - LibreOffice calculates the formulas of scorebooks to the library's scores

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Random rulebooks and dossiers of tests/oracle, under half-up rounding; what a workbook remembered is taken out of it, so that
every number that is compared was calculated by the spreadsheet. PERFEVAL_SCOREBOOK_N says how many (40), PERFEVAL_SCOREBOOK_SEED
from which rulebook on (1).
"""

import collections
import ctypes
import decimal
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

SOURCE = pathlib.Path(os.environ.get("PERFEVAL_SOURCE", "."))
sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / "tests/oracle"))


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(77)


if os.environ.get("PERFEVAL_SANITIZE"):
    skip("Python does not load a sanitized library")
try:
    import openpyxl
except ImportError:
    skip("openpyxl is not installed (Debian: python3-openpyxl)")
if "PERFEVAL_OFFICE_LIBRARY" not in os.environ:
    skip("libperfeval-office was not built")
if shutil.which("soffice") is None:
    skip("LibreOffice is not installed (Debian: libreoffice-calc-nogui)")

CORE = ctypes.CDLL(os.environ["PERFEVAL_LIBRARY"], mode=ctypes.RTLD_GLOBAL)
OFFICE = ctypes.CDLL(os.environ["PERFEVAL_OFFICE_LIBRARY"])
import generator  # noqa: E402
from perfeval import _abi  # noqa: E402

_abi.bind(CORE)
POINTER = ctypes.POINTER(ctypes.c_void_p)
OFFICE.pe_evaluation_to_xlsx.argtypes = [POINTER, ctypes.c_void_p, ctypes.c_int32, POINTER]

# Columns of the sheet of scores, from 1, and its first row of a node.
NAME, POINTS, SCORE, LIBRARY, DIFFERENCE, HOW, FIRST = 2, 6, 8, 11, 12, 13, 5
FILES_OF_A_CALL = 100
HALF_UP = {"rate": (2,), "leaf": (1, 2, 2, 2, 3), "subtotal": (None, None, 2), "total": (1, 2, 2)}


def made_of(name, text, *more):
    """An owned object that a reader made, or None."""
    out = ctypes.c_void_p()
    status = getattr(CORE, name)(ctypes.byref(out), text, len(text), None, None, None)
    return out if status == 0 else None


def workbook(rulebook, dossier, language=1):
    """The bytes of the workbook and the library's total; None where the dossier cannot be scored."""
    evaluation, text, data = ctypes.c_void_p(), ctypes.c_void_p(), None
    rules, facts = made_of("pe_rulebook_from_json", rulebook), made_of("pe_dossier_from_json", dossier)
    if rules and facts and CORE.pe_evaluate(ctypes.byref(evaluation), rules, facts, None, None, None) == 0:
        status = OFFICE.pe_evaluation_to_xlsx(ctypes.byref(text), evaluation, language, None)
        assert status == 0, status
        data = ctypes.string_at(CORE.pe_text_get_data(text), CORE.pe_text_get_size(text))
        CORE.pe_text_unref(text)
    CORE.pe_evaluation_unref(evaluation)
    CORE.pe_dossier_unref(facts)
    CORE.pe_rulebook_unref(rules)
    return data


def forgetful(data):
    """The workbook without the results that it remembers."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            text = old.read(member.filename)
            if member.filename.startswith("xl/worksheets/sheet"):
                text = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", text)
            new.writestr(member, text)
    return out.getvalue()


def calculate(books):
    """Each workbook of {name: bytes} as LibreOffice saves it."""
    names, results = sorted(books), {}
    with tempfile.TemporaryDirectory() as scratch:
        room = pathlib.Path(scratch)
        (room / "in").mkdir()
        for name in names:
            (room / "in" / f"{name}.xlsx").write_bytes(forgetful(books[name]))
        for first in range(0, len(names), FILES_OF_A_CALL):
            files = [str(room / "in" / f"{name}.xlsx") for name in names[first:first + FILES_OF_A_CALL]]
            subprocess.run(["soffice", f"-env:UserInstallation={(room / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx",
                            "--outdir", str(room / "out"), *files], check=True, capture_output=True, timeout=1800)
        for name in names:
            results[name] = (room / "out" / f"{name}.xlsx").read_bytes()
    return results


def opened(data, values):
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def random_rulebook(seed):
    """One of the oracle's, with every rounding half-up or none."""
    book = generator.rulebook(seed)
    for level, places in HALF_UP.items():
        chosen = places[seed % len(places)]
        book["rounding"][level] = None if chosen is None else {"places": f"@{chosen}", "mode": "half_up"}
    return book


def random_books(n, seed):
    books = {}
    while len(books) < n:
        rulebook = random_rulebook(seed)
        for index in range(12):
            if len(books) < n:
                dossier = generator.dump(generator.dossier(seed, index, rulebook))
                data = workbook(generator.dump(rulebook).encode(), dossier.encode())
                if data is not None:
                    books[f"random-{seed}-{index}"] = data
        seed += 1
    return books


def exact(value):
    """A number of a cell as the decimal that a spreadsheet shows for it."""
    return decimal.Decimal(format(value, ".15g")) if isinstance(value, (int, float)) else value


def compare(name, before, after, counts):
    """Every score that LibreOffice calculated against the library's beside it."""
    formulas, values = opened(before, False).worksheets[0], opened(after, True).worksheets[0]
    row = FIRST
    while values.cell(row, LIBRARY).value is not None:
        score, library = values.cell(row, SCORE).value, values.cell(row, LIBRARY).value
        is_formula = str(formulas.cell(row, SCORE).value).startswith("=")
        counts["formulas" if is_formula else "held"] += 1
        if str(formulas.cell(row, POINTS).value).startswith("="):
            counts["points by formula"] += 1
        elif formulas.cell(row, POINTS).value is not None:
            counts["points held"] += 1
        if exact(score) != exact(library):
            yield f"{name}: row {row} ({values.cell(row, NAME).value}): {score!r}, the library has {library!r}: {formulas.cell(row, SCORE).value}"
        if isinstance(library, (int, float)) and values.cell(row, DIFFERENCE).value != 0:
            yield f"{name}: row {row}: the difference is {values.cell(row, DIFFERENCE).value!r}"
        row += 1
    counts["totals by formula" if is_formula else "totals held"] += 1
    if row == FIRST:
        yield f"{name}: no rows"


def zengcheng():
    rules, facts = (SOURCE / "rulebooks/guangdong-2023.json").read_bytes(), (SOURCE / "examples/data/zengcheng-2023.json").read_bytes()
    return workbook(rules, facts), workbook(rules, facts, 2)


def row_of(sheet, code):
    return next(row for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, 1).value == code)


def edited(data):
    """The figure executed, 2,149.56, becomes 2,100.00."""
    book = opened(data, False)
    cell = next(cell for row in book["数据"].iter_rows() for cell in row if cell.value == 2149.56)
    cell.value = 2100
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def check_zengcheng(book, english, after, after_edit):
    """The published total; and that the formulas live: 10 x 2100 / 2155.61 = 9.742… gives 9.74, and 99.46 in all."""
    sheet, values, changed = opened(book, False).worksheets[0], opened(after, True).worksheets[0], opened(after_edit, True).worksheets[0]
    last = row_of(sheet, "2.7.2") + 1
    faults = []
    for what, found, expected in (
            ("total", values.cell(last, SCORE).value, 99.69),
            ("2.5.6", values.cell(row_of(sheet, "2.5.6"), SCORE).value, 0.72),
            ("after the change", changed.cell(last, SCORE).value, 99.46),
            ("1.1.3 after it", changed.cell(row_of(sheet, "1.1.3"), SCORE).value, 9.74),
            ("its difference", changed.cell(row_of(sheet, "1.1.3"), DIFFERENCE).value, 0.23),
            ("sheets", opened(book, False).sheetnames, ["评分表", "数据", "图", "说明"]),
            ("English sheets", opened(english, False).sheetnames, ["Scores", "Figures", "Charts", "Notes"]),
            ("charts", len(opened(book, False)["图"]._charts), 2),
            ("title", sheet["A1"].value, "增城经济技术开发区投资促进局 2023 年度绩效评分表")):
        if found != expected:
            faults.append(f"Zengcheng: {what}: {found!r}, expected {expected!r}")
    if "不是官方文本" not in sheet["A2"].value or "不一致" not in changed["A3"].value or "不一致" in values["A3"].value:
        faults.append(f"Zengcheng: {sheet['A2'].value} {values['A3'].value} {changed['A3'].value}")
    comment = sheet.cell(row_of(sheet, "2.5.6"), SCORE).comment
    if comment is None or "187.61 / 258.83" not in comment.text or "扣 0.28 分" not in comment.text:
        faults.append(f"Zengcheng: the comment of 2.5.6 is {comment}")
    for line in opened(book, False)["数据"].iter_rows(min_row=2):
        link, code = line[0].hyperlink, line[0].value
        if link is None or link.location != f"'评分表'!{sheet.cell(row_of(sheet, code), SCORE).coordinate}":
            faults.append(f"Zengcheng: the figure of {code} leads to {link and link.location}")
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    if not any("增城" in text or "支出率按" in text or "全年预算数" in text for text in texts):
        faults.append("Zengcheng: the assumptions are not on the first sheet")
    return faults


def cases():
    """The dossiers that the rulebooks carry as cases."""
    import vectors

    books = {}
    for path in sorted(SOURCE.glob("rulebooks/*.json")):
        rulebook = json.loads(path.read_text(encoding="utf-8"))
        for index, case in enumerate(rulebook.get("cases", ())):
            data = workbook(path.read_bytes(), json.dumps(vectors.dossier_of_case(rulebook, case)).encode())
            if data is not None:
                books[f"case-{path.stem}-{index}"] = data
    return books


def main():
    n, seed = int(os.environ.get("PERFEVAL_SCOREBOOK_N") or 40), int(os.environ.get("PERFEVAL_SCOREBOOK_SEED") or 1)
    book, english = zengcheng()
    faults = [] if book == zengcheng()[0] else ["the same evaluation gave other bytes"]
    books = {**random_books(n, seed), **cases(), "zengcheng": book, "edited": edited(book), "english": english}
    after, counts = calculate(books), collections.Counter()
    for name in sorted(books):
        if name != "edited":
            faults += compare(name, books[name], after[name], counts)
    faults += check_zengcheng(book, english, after["zengcheng"], after["edited"])
    print(f"{n} random dossiers, {len(books) - n} others; cells:", ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    print(*(f"FAULT: {fault}" for fault in faults[:40]), sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
