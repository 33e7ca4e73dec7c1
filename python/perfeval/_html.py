# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Tables for notebooks: text is escaped, whatever it holds."""
from __future__ import annotations

import html
from typing import Iterable, Sequence

_ROW = "<tr>{}</tr>"


def _cells(tag: str, values: Iterable[object]) -> str:
    return _ROW.format("".join(f"<{tag}>{html.escape(str(value))}</{tag}>" for value in values))


def table(head: Sequence[object], rows: Iterable[Sequence[object]], caption: str = "") -> str:
    title = f"<caption>{html.escape(caption)}</caption>" if caption else ""
    return f"<table>{title}<thead>{_cells('th', head)}</thead><tbody>{''.join(_cells('td', row) for row in rows)}</tbody></table>"
