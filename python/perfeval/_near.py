# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""Names that are not there: what is near them is said."""
from __future__ import annotations

import difflib
from typing import Mapping, TypeVar

T = TypeVar("T")


def found_in(things: Mapping[str, T], name: str) -> T:
    """The thing of a name. Raises KeyError that names those that are near."""
    try:
        return things[name]
    except KeyError:
        near = difflib.get_close_matches(name, things, 3) if isinstance(name, str) else []
        raise KeyError(f"{name!r}; near it: {', '.join(near)}" if near else name) from None
