"""command.py - what the tests of the perfeval command share

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import locale as locales
import os
import pathlib
import subprocess
import sys
import unicodedata
import unittest

SOURCE = pathlib.Path(os.environ.get("PERFEVAL_SOURCE", pathlib.Path(__file__).resolve().parent.parent.parent))
SKIPPED = 77
COLUMNS = 80

GUANGDONG = SOURCE / "rulebooks/guangdong-2023.json"
ZENGCHENG = SOURCE / "examples/data/zengcheng-2023.json"
SAMPLE_RULES = SOURCE / "rulebooks/sample-department.json"
SAMPLE = SOURCE / "examples/data/sample-department.json"

# Exit codes, as docs/man/perfeval.1 has them.
OK, INPUT, USAGE, FILE, RESOURCE = range(5)


def skip(reason):
    """Ends the test as one that could not run, saying why."""
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


def program():
    path = os.environ.get("PERFEVAL_COMMAND")
    if not path:
        skip("PERFEVAL_COMMAND is not set: there is no program to test")
    if not os.access(path, os.X_OK):
        skip("the program that PERFEVAL_COMMAND names was not built")
    return path


def environment(**changes):
    """The environment of a run: without what decides about colours, and with changes; None takes a variable away."""
    result = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "LANGUAGE")}
    for name, value in changes.items():
        result.pop(name, None)
        if value is not None:
            result[name] = value
    return result


def locale(name, **changes):
    """The environment in one locale, whatever the one of the tests is."""
    return environment(LC_ALL=name, LC_MESSAGES=None, LANG=None, **changes)


def text(word):
    """A text for a command line, in the encoding of the locale of the tests; in the locale C that is UTF-8."""
    locales.setlocale(locales.LC_CTYPE, "")
    encoding = locales.nl_langinfo(locales.CODESET)
    return word.encode("UTF-8" if encoding.startswith("ANSI") else encoding)


def run(*arguments, stdin=b"", env=None, cwd=SOURCE):
    """(exit code, standard output, standard error); the texts have to be UTF-8."""
    words = [word if isinstance(word, bytes) else str(word) for word in arguments]
    done = subprocess.run([program(), *words], input=stdin, capture_output=True, check=False, cwd=cwd,
                          env=environment() if env is None else env, timeout=300)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def width(line):
    """Columns of a line on a terminal, by Unicode's East Asian Width: an independent count."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def points(value):
    """Points of perfeval-evaluation/1 as an exact fraction."""
    from fractions import Fraction

    return Fraction(int(value["num"]), int(value["den"])) if isinstance(value, dict) else Fraction(value)


class Case(unittest.TestCase):
    maxDiff = None

    def good(self, *arguments, **keywords):
        """The standard output of a run that has to succeed."""
        code, out, err = run(*arguments, **keywords)
        self.assertEqual(code, OK, err)
        return out

    def assert_narrow(self, text):
        wide = [f"{width(line)}: {line}" for line in text.splitlines() if width(line) > COLUMNS]
        self.assertEqual(wide, [], "lines wider than 80 columns")

    def assert_plain(self, text):
        """No byte that a terminal would obey."""
        bad = sorted({f"U+{ord(c):04X}" for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")})
        self.assertEqual(bad, [])


def main():
    program()
    unittest.main(argv=sys.argv, verbosity=1)
