"""own.py - the measures that a rulebook declares, as docs/formats.md has them

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import formulas
from figures import NOT_APPLICABLE, ZERO, unit_of


class OwnMeasure:
    """A named formula over records, and over the measures before it; its unit says what its value stands with."""

    def __init__(self, written, before, functions=None):
        dimension, _ = unit_of(written.get("unit") or "")
        self.dimension = "rate" if dimension == "share" else dimension
        self.zero = NOT_APPLICABLE if written.get("zero_denominator") == "not_applicable" else ZERO
        self.names = set()
        self.run = formulas.compile_inner(written["formula"], written.get("types"), self.names, functions, before)

    def derive(self, env):
        """Its value or Nothing, and the place of the first figure that was read."""
        first, scopes = env.first, env.scopes
        env.first, env.scopes = None, []
        value, mine = self.run(env), env.first
        env.first, env.scopes = mine if first is None else first, scopes
        if value.__class__ is formulas.Nothing:
            state = self.zero if value.state == ZERO else value.state
            value = formulas.Nothing(state, mine if value.path is None else value.path, value.code)
        return value, mine


def compile_all(rulebook, functions=None):
    """The measures of a rulebook by their ids."""
    own = {}
    for one in rulebook.get("measures") or ():
        own[one["id"]] = OwnMeasure(one, dict(own), functions)
    return own
