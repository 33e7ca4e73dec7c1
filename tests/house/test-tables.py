"""test-tables.py - docs/tables.md lists the tables and columns that the library has

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import sys

import house


def main():
    if house.SANITIZE:
        house.skip(f"{house.SANITIZE}: Python does not load a sanitized library")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(house.SOURCE / "scripts"))
    stale = __import__("tables-reference").main(["--check"])
    house.finish(["docs/tables.md is not what the library says: run scripts/tables-reference.py"] if stale else [], "docs/tables.md")


if __name__ == "__main__":
    main()
