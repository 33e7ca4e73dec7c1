"""test-mutants.py - the mutants of a made-up file are those that were listed by hand, and the judgements can be read

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import importlib.machinery
import importlib.util
import sys

import house

SCRIPT = house.SOURCE / "scripts/release-mutants"

CODE = """\
/* a < b */
static const int table[] = { 1, 2 };

static int
f (const char *s, int n)
{
  int sum = n > 0 ? 1 : n;

  /* i < 9 */
  for (int i = 0; i < n; i++)
    if (s[i] == '<' && ok (&s[i], "a + b"))
      sum += i * 2;
  if (sum
      <= 7)
    return -1;
  call (s);
  return sum;
}

gboolean
g (void)
{
  switch (k)
    {
    case 5:
      k = FALSE;
      break;
    }
  return TRUE;
}
"""
# (line, operator, the changed lines afterwards)
LISTED = [
    (7, "boundary", "int sum = n >= 0 ? 1 : n;"),
    (7, "comparison", "int sum = n < 0 ? 1 : n;"),
    (7, "condition", "int sum = !(n > 0) ? 1 : n;"),
    (7, "constant", "int sum = n > (-1) ? 1 : n;"),
    (7, "constant", "int sum = n > 0 ? 0 : n;"),
    (7, "constant", "int sum = n > 0 ? 2 : n;"),
    (7, "constant", "int sum = n > 1 ? 1 : n;"),
    (10, "boundary", "for (int i = 0; i <= n; i++)"),
    (10, "comparison", "for (int i = 0; i > n; i++)"),
    (10, "constant", "for (int i = (-1); i < n; i++)"),
    (10, "constant", "for (int i = 1; i < n; i++)"),
    (11, "comparison", "if (s[i] != '<' && ok (&s[i], \"a + b\"))"),
    (11, "condition", "if (!(s[i] == '<' && ok (&s[i], \"a + b\")))"),
    (11, "logic", "if (s[i] == '<' || ok (&s[i], \"a + b\"))"),
    (12, "arithmetic", "sum += i / 2;"),
    (12, "arithmetic", "sum -= i * 2;"),
    (12, "constant", "sum += i * 1;"),
    (12, "constant", "sum += i * 3;"),
    (12, "statement", ";"),
    (13, "condition", "if (!(sum <= 7))"),
    (14, "boundary", "< 7)"),
    (14, "comparison", ">= 7)"),
    (14, "constant", "<= 6)"),
    (14, "constant", "<= 8)"),
    (15, "constant", "return -0;"),
    (15, "constant", "return -2;"),
    (15, "return", "return 0;"),
    (16, "statement", ";"),
    (17, "return", "return 0;"),
    (25, "constant", "case 4:"),
    (25, "constant", "case 6:"),
    (26, "statement", ";"),
    (26, "word", "k = TRUE;"),
    (27, "statement", ";"),
    (29, "return", "return FALSE;"),
]


def load():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("release_mutants", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("release_mutants", loader))
    loader.exec_module(module)
    return module


def faults_of_making(script):
    mutants = script.mutants_of("lib/base/made-up.c", CODE)
    found = sorted((mutant.line, mutant.operator, mutant.after) for mutant in mutants)
    yield from (f"made-up.c: not made: {one}" for one in LISTED if one not in found)
    yield from (f"made-up.c: not listed: {one}" for one in found if one not in LISTED)
    for mutant in mutants:
        if mutant.text(CODE).count("\n") != CODE.count("\n") or mutant.text(CODE) == CODE:
            yield f"made-up.c: {mutant.line}: {mutant.after}: other lines than before, or none changed"
    turns = [[mutant.key for mutant in script.in_turn(mutants, seed)] for seed in (1, 1, 2)]
    if turns[0] != turns[1] or turns[0] == turns[2] or len(set(turns[0])) != len(LISTED):
        yield "made-up.c: the order does not follow from the seed, or a change comes twice"


def without_mutant(script, judged):
    """Judgements whose line of code has changed: scripts/release-mutants wants them taken out, when it runs."""
    made = {}
    for key in judged:
        path = house.SOURCE / key[0]
        if key[0] not in made:
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            made[key[0]] = {mutant.key for mutant in script.mutants_of(key[0], text)}
        if key not in made[key[0]]:
            yield key


def main():
    script = load()
    judged = script.read_judged(script.JUDGED.read_text(encoding="utf-8"))
    stale = len(list(without_mutant(script, judged)))
    house.finish(list(faults_of_making(script)),
                 f"{len(LISTED)} mutants of a made-up file, {len(judged)} judgements, {stale} of lines that are there no longer")


if __name__ == "__main__":
    main()
