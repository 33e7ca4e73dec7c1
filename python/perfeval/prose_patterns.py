# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Words and patterns of a house's own (docs/prose.md), by which the sentences of its reports are read.

    >>> absence = {"name": "absence", "kind": "rate", "result": "缺勤度", "operands": ["缺席", "应到会"], "strict": True}
    >>> patterns = ProsePatterns.from_dict({"format": "perfeval-prose/1", "patterns": [absence]})
    >>> audit("应到会1500人，缺席60人，缺勤度5%。", patterns=patterns)[0].nearest  # 60 of 1,500
    Decimal('4')
"""
from __future__ import annotations

from ._core import Document

__all__ = ["ProsePatterns"]


class ProsePatterns(Document):
    """A document perfeval-prose/1; immutable, for any number of audits."""

    _kind = "prose_patterns"
    __slots__ = ()
