/* test-templates.c - what the names in a reason's template stand for, by the figures that a rule was scored by
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#include <string.h>

#define POLICIES_OF_ZERO "\"policies\": {\"zero_denominator\": \"zero\", \"missing\": \"zero\"}"
#define EXECUTED                                                                                      \
  "\"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"全年\", \"category\": \"total\", " \
  "\"adjusted\": \"10\", \"executed\": \"9\"}]}"
#define RATE "{\"measure\": \"budget.execution_rate\"}"

/* The English reason of the first loss of a leaf of 100 points. */
static void
check (const char *template, const char *rule, const char *members, const char *expected)
{
  char *text = g_strdup_printf (
      RULES (TWO_PLACES, LEAF ("A", "100", "\"reason\": {\"zh\": \"%s\", \"en\": \"%s\"}, \"rule\": %s")), template,
      template, rule);
  pe_rulebook   *rules = rules_of (text);
  pe_evaluation *self = unit_of (rules, "某局", members);
  pe_text       *reason = NULL;

  WELL (pe_ledger_print_reason (&reason, pe_evaluation_get_ledger (self), 0, PE_LANGUAGE_EN, &error));
  check_text (reason, expected);
  pe_evaluation_unref (self);
  pe_rulebook_unref (rules);
  g_free (text);
}

#define OF_A_BOUND "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"paid\"}, \"target\": \"4\"}"
#define OF_A_RATE "{\"shape\": \"capped_ratio/1\", \"actual\": " RATE ", " POLICIES_OF_ZERO "}"
#define OF_A_LIMIT                                                                                                     \
  "{\"shape\": \"per_unit_excess/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": " RATE ", \"side\": \"above\", " \
  "\"per\": \"1\", \"points\": \"1\", \"count\": \"continuous\", \"unit\": \"%\", " POLICIES_OF_ZERO "}"
#define RATIO_OF_RATE "{\"shape\": \"capped_ratio/1\", \"actual\": " RATE "}"
#define OF_A_CHOICE                                                                                 \
  "{\"shape\": \"alternative/1\", \"choice\": \"declared\", \"alternatives\": [{\"id\": \"rate\", " \
  "\"rule\": " RATIO_OF_RATE "}, {\"id\": \"bound\", \"rule\": " OF_A_BOUND "}], " POLICIES_OF_ZERO "}"

#define OF_LAST_YEAR                                                                                        \
  "{\"shape\": \"last_year/1\", \"value\": " RATE ", \"last\": {\"fact\": \"before\"}, \"none\": \"100\", " \
  "\"not_more\": \"50\", \"more\": \"0\", " POLICIES_OF_ZERO "}"

static void
test_figures (void **state)
{
  const char *const paid = "\"facts\": {\"A\": {\"paid\": \"1\"}}";

  (void) state;
  check ("{paid} of {target}", OF_A_BOUND, paid, "1 of 4");
  /* What the scheme fixes stands in no dossier, and is called by the rule's name alone. */
  check ("{bound}, {budget}", OF_A_BOUND, paid, "—, —");
  check ("{actual} of {target}", OF_A_RATE, EXECUTED, "9 万元 of 10 万元");
  check ("{budget}", OF_A_RATE, EXECUTED, "—");
  /* The rate was chosen: what it is held against is the second of its two amounts, not of all figures. */
  check ("{actual} of {target}, {choice}", OF_A_CHOICE, EXECUTED ", \"facts\": {\"A\": {\"choice\": \"rate\"}}",
         "9 万元 of 10 万元, rate");
  /* Neither the parts of a rate that is called otherwise nor a figure of its own is a target. */
  check ("{value}, {before}, {target}", OF_LAST_YEAR, EXECUTED ", \"facts\": {\"A\": {\"before\": \"95%\"}}",
         "9 万元, 95%, —");
  /* Here the rate is the target, and 0.95 is 5 points of percentage above it: both of its amounts bear that name. */
  check ("{actual} of {target}", OF_A_LIMIT, EXECUTED ", \"facts\": {\"A\": {\"actual\": \"95%\"}}", "95% of 9 万元");
}

/* 99 of 100: 1 point, unless what follows is another word. */
static void
test_singular (void **state)
{
  const char *const paid = "\"facts\": {\"A\": {\"paid\": \"3.96\"}}";

  (void) state;
  check ("{deduction} points lost", OF_A_BOUND, paid, "1 point lost");
  check ("{deduction} points", OF_A_BOUND, paid, "1 point");
  check ("{deduction} pointsman", OF_A_BOUND, paid, "1 pointsman");
  check ("{score} points", OF_A_BOUND, paid, "99 points");
}

/* A template that names too much is filled in as far as a sentence may go, and kept as it is from there. */
static void
test_many_names (void **state)
{
  const char *const paid = "\"facts\": {\"A\": {\"paid\": \"3.96\"}}";
  GString *template = g_string_new (NULL), *expected = g_string_new (NULL);

  (void) state;
  for (int i = 0; i < 1002; i++)
    {
      g_string_append (template, "{score}");
      g_string_append (expected, i < 1000 ? "99" : "{score}");
    }
  check (template->str, OF_A_BOUND, paid, expected->str);
  g_string_free (template, TRUE);
  g_string_free (expected, TRUE);
}

#define ROWS                                                                                                        \
  "{\"shape\": \"slot/1\", \"marks\": \"by_unit\", \"score\": \"rows\", \"empty\": \"error\", \"rules\": {\">=\": " \
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": "                     \
  "\"target\"}, " POLICIES_OF_ZERO "}}}"

#define MEAN_OF_LIMITS                                                                                            \
  "{\"shape\": \"slot/1\", \"marks\": \"equal\", \"score\": \"mean\", \"empty\": \"error\", \"rules\": {\"<=\": " \
  "{\"shape\": \"inverse_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": \"2\"}}}"

/* What the scheme fixes for every row of a slot stands in no row. */
static void
test_fixed_targets (void **state)
{
  pe_rulebook   *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", "\"rule\": " MEAN_OF_LIMITS)));
  pe_evaluation *self = unit_of (rules, "某局",
                                 "\"rows\": {\"A\": [{\"name\": \"成本\", \"nature\": \"quantitative\", \"sign\": "
                                 "\"<=\", \"actual\": \"4\"}]}");
  pe_text       *text = NULL;

  (void) state;
  check_points (self, "A", PE_POINTS_SCORE, "50");
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_part (pe_text_ref (text), "Figure: 成本, actual = 4 (/rows/A/0/actual, ");
  check_part (text, " = 2 (fixed by the rulebook)\n");
  pe_evaluation_unref (self);
  pe_rulebook_unref (rules);
}

/* The sentence of a slot is not that of its rows. */
static void
test_rows (void **state)
{
  (void) state;
  check ("{name}!", ROWS,
         "\"rows\": {\"A\": [{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \">=\", \"marks\": \"100\", "
         "\"target\": \"4\", \"actual\": \"3\"}]}",
         "项目: 75 of 100 points, 25 lost.");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_figures),       cmocka_unit_test (test_singular), cmocka_unit_test (test_many_names),
    cmocka_unit_test (test_fixed_targets), cmocka_unit_test (test_rows),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
