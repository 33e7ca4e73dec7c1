/* test-rollup-merge.c - what units have, taken together figure by figure, with totals worked out by hand
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scarcely.h"
#include "scheme.h"

#include <perfeval/json.h>
#include <perfeval/rollup.h>
#include <string.h>

#include "base/rational-private.h"

#define ROUND(places) "{\"places\": " places ", \"mode\": \"half_up\"}"
#define TWO_PLACES ROUND ("2")
#define LEAF(code, marks, rule) \
  "{\"code\": \"" code "\", \"name\": {\"zh\": \"" code "\"}, \"full_marks\": \"" marks "\", " rule "}"
#define BARE_RATIO \
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": \"target\"}}"
#define RATIO_OF                                                                                             \
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": \"target\"}, " \
  "\"policies\": {\"zero_denominator\": \"zero\"}}"
#define RATIO "\"rule\": " RATIO_OF
#define ATTESTED "\"declared\": \"only\", \"rule\": {\"shape\": \"attested/1\"}"
#define SELF(indicator, score) \
  "{\"indicator\": \"" indicator "\", \"scorer\": \"self\", \"score\": \"" score "\", \"evidence\": \"e\"}"
#define FACTS(actual, target) "\"facts\": {\"A\": {\"actual\": \"" actual "\", \"target\": \"" target "\"}}"

static pe_rulebook *
make_rules (const char *rate, const char *leaves)
{
  pe_rulebook *out = NULL;
  char        *text = g_strconcat (
      "{\"format\": \"perfeval-rulebook/1\", \"id\": \"r\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, \"kind\": "
             "\"department\", \"fiscal_years\": {\"first\": 2022, \"last\": 2023}, \"status\": \"official\", \"full_marks\": "
             "\"100\", \"rounding\": {\"rate\": ",
      rate, ", \"leaf\": " TWO_PLACES ", \"subtotal\": null, \"total\": " TWO_PLACES ", \"rank_on\": \"rounded\"}, ",
      "\"indicators\": [", leaves, "]}", NULL);

  WELL (pe_rulebook_from_json (&out, text, strlen (text), NULL, NULL, &error));
  g_free (text);
  return out;
}

static pe_evaluation *
evaluate_unit (pe_rulebook *rules, const char *name, const char *members)
{
  pe_dossier    *dossier = NULL;
  pe_evaluation *out = NULL;
  char          *text = g_strconcat ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"", name,
                                     "\"}, \"fiscal_year\": 2023, \"kind\": \"department\", ", members, "}", NULL);

  WELL (pe_dossier_from_json (&dossier, text, strlen (text), NULL, NULL, &error));
  evaluate_scarcely (rules, dossier, NULL, PE_OK);
  WELL (pe_evaluate (&out, rules, dossier, NULL, NULL, &error));
  explain_scarcely (out);
  pe_dossier_unref (dossier);
  g_free (text);
  return out;
}

/* 甲 and 乙 by points 1 : weight. findings: nullable, where they do not go together. */
static pe_rollup *
roll (pe_rulebook *rules, pe_rollup_mode mode, const char *a, const char *b, const char *weight, pe_findings **findings)
{
  pe_rollup_unit    units[2];
  pe_rollup_options options;
  pe_rollup        *out = NULL;
  pe_error         *error = NULL;
  pe_status         status;

  pe_rollup_options_init (&options, sizeof options);
  options.mode = mode;
  options.weighting = PE_WEIGHTING_BY_POINTS;
  options.unit_name = "汇总";
  for (size_t i = 0; i < 2; i++)
    {
      pe_rollup_unit_init (&units[i], sizeof units[i]);
      units[i].evaluation = evaluate_unit (rules, i == 0 ? "甲" : "乙", i == 0 ? a : b);
      units[i].weight = figure (i == 0 ? "1" : weight);
    }
  status = pe_roll_up (&out, units, 2, &options, findings, &error);
  if (findings == NULL && status != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  roll_up_scarcely (units, 2, &options, status);
  if (out != NULL)
    explain_rollup_scarcely (out);
  pe_evaluation_unref (units[0].evaluation);
  pe_evaluation_unref (units[1].evaluation);
  return out;
}

/* expected: the score of a node, in the fewest places. */
static void
check_score (const pe_rollup *self, size_t node, const char *expected)
{
  pe_ratio   *ratio = NULL;
  pe_rational number;

  pe_rational_init (&number);
  WELL (pe_rollup_compute_points (&ratio, self, node, PE_POINTS_SCORE, &error));
  assert_int_equal (pe_rational_set_text (&number, expected, strlen (expected), 256), PE_OK);
  assert_int_equal (pe_rational_compare (pe_ratio_peek (ratio), &number), 0);
  pe_rational_clear (&number);
  pe_ratio_unref (ratio);
}

/* Rolls up by totals, and looks at the score of a node. */
static void
check_totals (const char *rate, const char *leaves, const char *a, const char *b, size_t node, const char *expected)
{
  pe_rulebook *rules = make_rules (rate, leaves);
  pe_rollup   *self = roll (rules, PE_ROLLUP_TOTALS_FIRST, a, b, "2", NULL);

  check_score (self, node, expected);
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

/* 3 万元 + 25,000 元 = 5.5 万元 of 4 万元 + 60,000 元: the sum has the places that it needs, in the unit of the first. */
static void
test_money_units (void **state)
{
  (void) state;
  check_totals (TWO_PLACES, LEAF ("A", "100", RATIO), FACTS ("3万元", "4万元"), FACTS ("25000元", "60000元"), 0, "55");
  check_totals (TWO_PLACES, LEAF ("A", "100", RATIO), FACTS ("25000元", "60000元"), FACTS ("3万元", "4万元"), 0, "55");
  check_totals (TWO_PLACES, LEAF ("A", "100", RATIO), FACTS ("0.00030亿元", "4万元"), FACTS ("25000.5元", "60001元"), 0,
                "55");
}

/* (3 + 1) / (4 + 6): the facts of an alternative are added as those of any rule. */
static void
test_alternatives (void **state)
{
  static const char leaf[]
      = LEAF ("A", "100",
              "\"rule\": {\"shape\": \"alternative/1\", \"choice\": \"declared\", \"policies\": {\"zero_denominator\": "
              "\"zero\"}, \"alternatives\": [{\"id\": \"a\", \"rule\": " BARE_RATIO
              "}, {\"id\": \"b\", \"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"other\"}}}]}");

  (void) state;
  check_totals (TWO_PLACES, leaf, "\"facts\": {\"A\": {\"choice\": \"a\", \"actual\": \"3\", \"target\": \"4\"}}",
                "\"facts\": {\"A\": {\"choice\": \"a\", \"actual\": \"1\", \"target\": \"6\"}}", 0, "40");
}

/* A fact that a cap alone reads: 3 and 3 are above 5, and the leaf has no more than 50 points. */
static void
test_facts_of_caps (void **state)
{
  static const char leaf[]
      = LEAF ("A", "100",
              RATIO ", \"caps\": [{\"if_formula\": \"late > 5\", \"points\": \"50\", \"reason\": "
                    "{\"zh\": \"迟\"}}]");
  static const char facts[] = "\"facts\": {\"A\": {\"actual\": \"1\", \"target\": \"1\", \"late\": \"3天\"}}";

  (void) state;
  check_totals (TWO_PLACES, leaf, facts, facts, 0, "50");
}

/* Deductions are points, and are averaged as leaves are rounded: (4 + 2 × 0) / 3 is 1.33, not 1.3 as rates are shown. */
static void
test_deductions (void **state)
{
  static const char declared[] = "\"declared\": [" SELF ("B", "100") "]";
  static const char deducted[]
      = "\"declared\": [" SELF ("B", "100") "], \"adjustments\": [{\"indicator\": \"B\", \"kind\": \"deduction\", "
                                            "\"points\": \"4\", \"reason\": \"迟\", \"scorer\": \"self\"}]";

  (void) state;
  check_totals (ROUND ("1"), LEAF ("B", "100", "\"manual_deduction\": true, " ATTESTED), deducted, declared, 0,
                "98.67");
}

/* The first month alone is there for both: 1 + 3. */
static void
test_one_month (void **state)
{
#define MONTHS(months)                                                                                \
  "\"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"合计\", \"category\": \"total\", " \
  "\"adjusted\": \"9\", \"executed\": \"9\", \"months\": [" months "]}]}, \"declared\": [" SELF ("B", "100") "]"
  pe_rulebook   *rules = make_rules (TWO_PLACES, LEAF ("B", "100", ATTESTED));
  pe_rollup     *self = roll (rules, PE_ROLLUP_TOTALS_FIRST, MONTHS ("\"1\", \"2\""), MONTHS ("\"3\""), "1", NULL);
  pe_budget     *budget = pe_dossier_get_budget (pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)));
  pe_budget_line line;

  (void) state;
  pe_budget_line_init (&line, sizeof line);
  WELL (pe_budget_get_line (&line, budget, 0, &error));
  assert_int_equal (line.n_months, 1);
  assert_int_equal (line.months[0].value.coefficient, 4);
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

/* A score that one unit alone has is none of the whole, which has its facts: (1 + 3) / (2 + 4). It is named. */
static void
test_declared_by_one (void **state)
{
  static const char *const declared = FACTS ("1", "2") ", \"declared\": [" SELF ("A", "50") "]";
  pe_rulebook             *rules = make_rules (TWO_PLACES, LEAF ("A", "100", RATIO));
  pe_rollup               *self;

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      self = roll (rules, PE_ROLLUP_TOTALS_FIRST, i == 0 ? declared : FACTS ("3", "4"),
                   i == 0 ? FACTS ("3", "4") : declared, "1", NULL);
      check_score (self, 0, "66.67");
      assert_string_equal (get_path (find_finding (pe_rollup_get_findings (self), PE_NOTE_NOT_MERGED)),
                           i == 0 ? "/units/0/declared/0" : "/units/1/declared/0");
      pe_rollup_unref (self);
    }
  pe_rulebook_unref (rules);
}

#define ROW(sign)                                                                           \
  "\"rows\": {\"A\": [{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \"" sign \
  "\", \"marks\": \"100\", \"target\": \"8\", \"actual\": \"8\"}]}"

static void
test_signs_differ (void **state)
{
  pe_rulebook *rules = make_rules (
      TWO_PLACES, LEAF ("A", "100",
                        "\"rule\": {\"shape\": \"slot/1\", \"depth\": \"1\", \"marks\": "
                        "\"by_unit\", \"score\": \"rows\", \"empty\": \"error\", "
                        "\"rules\": {\">=\": " RATIO_OF ", \"<\": " RATIO_OF "}}"));
  pe_findings *findings = NULL;

  (void) state;
  assert_null (roll (rules, PE_ROLLUP_TOTALS_FIRST, ROW (">="), ROW ("<"), "1", &findings));
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 1);
  assert_string_equal (get_path (pe_findings_get (findings, 0)), "/units/1/rows/A/0/sign");
  assert_string_equal (pe_finding_get_message (pe_findings_get (findings, 0), PE_LANGUAGE_EN),
                       "A: \"项目\" is < for one unit, which does not go with the others; expected ≥");
  pe_findings_unref (findings);
  pe_rulebook_unref (rules);
}

/* Of both ways: a node that there is not, and points that there are not. */
static void
test_bad_points (void **state)
{
  pe_rulebook *rules = make_rules (TWO_PLACES, LEAF ("A", "100", RATIO));

  (void) state;
  for (pe_rollup_mode mode = PE_ROLLUP_TOTALS_FIRST; mode <= PE_ROLLUP_SCORES_FIRST; mode++)
    {
      pe_rollup *self = roll (rules, mode, FACTS ("3", "4"), FACTS ("1", "4"), "1", NULL);
      pe_ratio  *points = NULL;

      assert_int_equal (pe_rollup_compute_points (&points, self, 2, PE_POINTS_SCORE, NULL), PE_ERROR_NOT_FOUND);
      assert_int_equal (pe_rollup_compute_points (&points, self, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
      assert_int_equal (pe_rollup_compute_points (&points, self, 0, PE_POINTS_UNADJUSTED + 1, NULL),
                        PE_ERROR_INVALID_ARGUMENT);
      assert_int_equal (pe_rollup_compute_points (NULL, self, 0, PE_POINTS_SCORE, NULL), PE_ERROR_INVALID_ARGUMENT);
      assert_null (points);
      pe_rollup_unref (self);
    }
  pe_rulebook_unref (rules);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_money_units),  cmocka_unit_test (test_alternatives), cmocka_unit_test (test_facts_of_caps),
    cmocka_unit_test (test_deductions),   cmocka_unit_test (test_one_month),    cmocka_unit_test (test_declared_by_one),
    cmocka_unit_test (test_signs_differ), cmocka_unit_test (test_bad_points),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
