#!/usr/bin/env python3
"""test-doors.py - every function of the libraries is behind a Python object, or docs/python.md says why not

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import re
import sys
import unittest

import package

sys.path.insert(0, str(package.SOURCE / "scripts"))
import public_headers  # noqa: E402

# What _core.py puts together from the name of a kind or a structure; equality is that of digests.
TOGETHER = re.compile(r"_(init|ref|unref|free|from_json|to_json|get_digest|is_equal)$")
ROW = re.compile(r"^\| ((?:`\w+\.h`(?:, )?)+) \| [^|]*\w[^|]* \|$", re.M)


def left_out():
    """By header, the functions that no module names."""
    modules = (path for path in (package.SOURCE / "python/perfeval").glob("*.py") if path.name != "_abi.py")
    named = set(re.findall(r"\bpe_\w+", "".join(path.read_text(encoding="utf-8") for path in modules)))
    found = {}
    for library in ("perfeval", "perfeval-office"):
        for header in public_headers.headers(package.SOURCE, library):
            for _, _, name, _ in header.functions:
                if name not in named and not TOGETHER.search(name):
                    found.setdefault(header.name, []).append(name)
    return found


class Doors(unittest.TestCase):
    def test_what_is_left_out_is_said(self):
        page = (package.SOURCE / "docs/python.md").read_text(encoding="utf-8").partition("## Not there")[2]
        said = {name for row in ROW.findall(page) for name in re.findall(r"`(\w+\.h)`", row)}
        left = left_out()
        self.assertEqual({name: left[name] for name in set(left) - said}, {})
        self.assertEqual(said - set(left), set(), "there is a door now")


if __name__ == "__main__":
    unittest.main()
