#!/usr/bin/env python3
"""reliability.py - docs/reliability.md: what is promised, which tests hold it, and what the long runs showed last

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

Usage: python3 scripts/reliability.py [--check] [--build DIRECTORY]
  Takes the figures out of docs/results, where the release scripts write them; nothing is typed by hand. What no page there says reads
  "not measured". --check writes nothing and fails where the page is not what it would write. With a build, every test that
  is named has to be one that ctest knows.
"""

import argparse
import fnmatch
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parent.parent
PAGE = SOURCE / "docs/reliability.md"

# What is measured: the page of docs/results, what to look for, and how it reads. All groups are those of the first match.
FIGURES = {
    "oracle": ("oracle.md", r"evaluations \| ([\d,]+) of [\d,]+ asked for \|[^$]*?differences \| ([\d,]+) \|",
               "{} random evaluations against the oracle, {} differences"),
    "points": ("batch.md", r"scripts/release-batch`[^|]*\| ([\d,]+) \| (\d+) \|", "{} points of batches against an oracle, {} wrong"),
    "pairs": ("batch.md", r"a batch and `pe_evaluate\(\)`[^|]*\| ([\d,]+) pairs[^|]*\| (\d+) \|",
              "{} pairs of a batch and `pe_evaluate()`, {} different"),
    "books": ("scorebook.md", r"(\d+) random dossiers", "{} workbooks calculated by LibreOffice, none different"),
    "mutants": ("mutants.md", r"\*\*(\d+ of \d+) mutants killed \(([\d.]+ %)\)", "{} mutants killed ({})"),
    "judged": ("mutants.md", r"(\d+) survive, of which (\d+) are judged equivalent", "{} survive, {} of them judged to be no faults"),
    "lines": ("coverage.md", r"\| lib/ \|[^|]*\| ([\d.]+ %) \|[^|]*\| ([\d.]+ %) \|", "{} of lines and {} of branches covered"),
    "conditions": ("coverage.md", r"lib/base \|.*\| ([\d.]+ %) \|(?:.*\n)+?\| lib/rules \|.*\| ([\d.]+ %) \|\n\| lib/score \|.*\| ([\d.]+ %) \|",
                   "conditions (MC/DC) of lib/base {}, lib/rules {}, lib/score {}"),
    "excepted": ("coverage.md", r"(\d+) conditions of these three rooms were not shown, (\d+) are excepted; (\d+) faults",
                 "of these, {} were not shown, {} are excepted by name with the reason, {} are faults"),
    "damage": ("robustness.md", r"- ([^\n]*cuts and flips[^\n]*)", "{}"),
    "threads": ("robustness.md", r"- ([^\n]*evaluations on[^\n]*)\n- (reports of ThreadSanitizer: \d+)", "{}; {}"),
    "memcheck": ("robustness.md", r"- (\d+ of \d+) programs without an error", "{} test programs without an error under valgrind"),
    "fuzz": ("robustness.md", r"(\d+) targets, (\d+) s each", "{} fuzz targets, {} s each"),
    "static": ("static.md", r"-fanalyzer \|[^|]*\|[^|]*\| (\d+) \|.*\n\| clang-tidy \|[^|]*\|[^|]*\| (\d+) \|.*\n\| cppcheck \|[^|]*\|[^|]*\| (\d+) \|",
               "findings not yet judged: gcc -fanalyzer {}, clang-tidy {}, cppcheck {}"),
    "abi": ("abi.md", r"- (\d+) functions and (\d+) of[^$]*?- (\d+ of \d+) breaks",
            "{} functions, and {} of libperfeval-office, as the headers and the map say; {} deliberate breaks seen by every check that has to"),
    "python": ("python.md", r"\*\*([^*\n]*)\*\*", "{}"),
    "foreign": ("foreign.md", r"\*\*([^*\n]*)\*\*", "{}"),
}

# The promises of the design, the tests of ./check that hold each (names of ctest, with wildcards), and its figures.
PROMISES = [
    ("No input, whatever its bytes, makes the library crash, hang, read outside its buffers or exceed its stated limits.",
     ["fuzz.*", "office.test-damage", "io.test-hostile", "*.test-*no-memory", "python.test-every-function*"],
     ["damage", "fuzz", "memcheck", "static"]),
    ("A result is exact under the stated rule and rounding, or an error.",
     ["oracle.*", "base.test-dectest", "cases.*", "batch.test-*"], ["oracle", "points", "pairs", "books"]),
    ("Each deducted hundredth is traceable, and the ledger closes at every node.",
     ["score.test-ledger", "oracle.*", "fuzz.dossier"], ["oracle"]),
    ("A failing call leaves everything as it was; the command leaves its files as they were.",
     ["*.test-*no-memory", "cli.test-faults*"], ["damage"]),
    ("Results do not depend on locale, thread count, partition, compiler or optimisation level.",
     ["score.test-threads", "cli.test-locales*", "batch.test-*"], ["threads", "pairs", "foreign"]),
    ("From 1.0 on, an old binary keeps working with a newer 1.x.", ["abi.*", "house.test-exports*"], ["abi"]),
    ("The Python package reaches the whole library and needs nothing but Python 3.9 or later and the library.",
     ["python.*"], ["python"]),
    ("A wrong line is seen: the tests fail when the library is changed.", ["house.test-mutants*"],
     ["mutants", "judged", "lines", "conditions", "excepted"]),
]

# The date and the commit that stand last before a figure: a page may have one for each of its parts.
WHEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:[^\n]{0,30}\n?[^\n]{0,30}?commit[ `|]*([0-9a-f]{7}))?")


def read_figure(name):
    """The figure with its page, its date and the commit that it was measured at, or that it is not there."""
    page, pattern, text = FIGURES[name]
    path = SOURCE / "docs/results" / page
    page_text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.search(pattern, page_text)
    if not found:
        return f"{name}: not measured"
    when = WHEN.findall(page_text[: found.start()]) or WHEN.findall(page_text)
    return f"{text.format(*found.groups())} (`{page}`, {' at '.join(filter(None, when[-1])) if when else 'undated'})"


def make_page():
    lines = ["# Reliability {#reliability}", "",
             "What the library promises, the tests of `./check` that hold it on every change, and what the long runs before a release showed last. Written by",
             "`scripts/reliability.py` from the pages of `docs/results`, where each run leaves its date, commit and figures; `scripts/release` makes them all.", "",
             "| promise | tests | last figures |", "|---|---|---|"]
    for promise, tests, figures in PROMISES:
        named = ", ".join(f"`{test}`" for test in tests)
        lines.append(f"| {promise} | {named} | {'<br>'.join(read_figure(name) for name in figures)} |")
    return "\n".join(lines) + "\n"


def check_tests(build):
    """The patterns that no test of the build has."""
    listed = subprocess.run(["ctest", "-N"], cwd=build, capture_output=True, text=True, check=True).stdout
    known = re.findall(r"Test +#\d+: (\S+)", listed)
    return [test for _, tests, _ in PROMISES for test in tests if not fnmatch.filter(known, test)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--build", type=pathlib.Path)
    chosen = parser.parse_args()
    unknown = check_tests(chosen.build) if chosen.build else []
    for test in unknown:
        print(f"no test is called {test}", file=sys.stderr)
    page = make_page()
    if not chosen.check:
        PAGE.write_text(page, encoding="utf-8")
        print(page, end="")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        print("docs/reliability.md is not what docs/results says: python3 scripts/reliability.py", file=sys.stderr)
        return 1
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
