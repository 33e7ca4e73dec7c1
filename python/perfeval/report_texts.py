# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""The text of a report that is a file of an office program: DOCX, HTML, a workbook. What is not read by a person is left out.

    >>> report_text(b"<p>\\xe9\\xa2\\x84\\xe7\\xae\\x97&nbsp;5 &lt; 6</p><script>7</script>", "a.html")
    '预算 5 < 6\\n'

TextAudit.from_file() audits such a file. They need libperfeval-office (docs/python.md).
"""
from __future__ import annotations

import ctypes
import os
from typing import Optional, Tuple

from ._core import Path, data, read_options
from .auditing import decode
from .limits import Limits
from .tables import Tables
from .workbooks import ArchiveLimits, xlsx_options

__all__ = ["report_text"]


def report_text(
    document: bytes,
    file: Path,
    *,
    encoding: Optional[str] = None,
    limits: Optional[Limits] = None,
    archive: Optional[ArchiveLimits] = None,
) -> str:
    """The plain text of a report: a paragraph, a heading and a row of a table are a line each, "|" stands between two cells.

    file: its name, by whose ending it is a DOCX file, a workbook (.xlsx) or a page (.html, .htm); any other is plain text. encoding: of a
    page or a text: found out, UTF-8 or GB18030, unless it is given.
    """
    return read_report(document, file, encoding, limits, archive)[0].decode("utf-8")


def read_report(
    document: bytes, file: Path, encoding: Optional[str], limits: Optional[Limits], archive: Optional[ArchiveLimits]
) -> Tuple[bytes, str]:
    """The text as UTF-8, and the encoding that the file had."""
    ending = os.path.splitext(os.fspath(file))[1].lower()
    if ending == ".docx":
        options = ctypes.byref(xlsx_options(file, limits, archive))
        return data("pe_report_text_from_docx", document, len(document), options), "UTF-8"
    if ending == ".xlsx":
        return data("pe_report_text_from_tables", Tables.from_xlsx(document, file=file, limits=limits, archive=archive)), "UTF-8"
    source, found = decode(document, encoding, file, limits)
    if ending in (".html", ".htm"):
        source = data("pe_report_text_from_html", source, len(source), ctypes.byref(read_options(file, limits)))
    return source, found
