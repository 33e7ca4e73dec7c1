/* test-rollup-records.c - "totals first": budgets, procurement, the year before, deductions and facts of several units
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#define HALF "\"declared\": [" SELF ("B", "50") "]"
#define LARGEST "9223372036854775807"

/* Two units of 50 points each of 100 by 1 : 1. */
static void
set_up (batch *self, pe_rulebook *rules, const char *first, const char *second)
{
  batch_init (self, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (self, unit_of (rules, "甲", first), "1");
  batch_add (self, unit_of (rules, "乙", second), "1");
}

static void
check_refused (const char *first, const char *second, pe_status status)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", ATTESTED)));
  batch        units;

  set_up (&units, rules, first, second);
  pe_findings_unref (refuse_batch (&units, status));
  pe_rulebook_unref (rules);
}

/* Lines */

#define PROJECT(more) \
  "\"budget\": {\"lines\": [{\"name\": \"招商\", \"adjusted\": \"5元\", \"executed\": \"4元\"" more "}]}, " HALF
#define NAMED(funding, class, project) \
  ", \"funding\": \"" funding "\", \"economic_class\": \"" class "\", \"project\": \"" project "\""

/* What lines of one name say of where the money comes from, what it is for and whose project it is, is kept where all say
 * the same. */
static void
test_what_lines_say (void **state)
{
  static const struct
  {
    const char *members;
    pe_funding  funding;
    const char *class, *project;
  } rows[] = {
    { PROJECT (NAMED ("appropriation", "302", "甲")), PE_FUNDING_APPROPRIATION, "302", "甲" },
    { PROJECT (NAMED ("other", "302", "甲")), 0, "302", "甲" },
    { PROJECT (NAMED ("appropriation", "301", "甲")), PE_FUNDING_APPROPRIATION, NULL, "甲" },
    { PROJECT (NAMED ("appropriation", "302", "乙")), PE_FUNDING_APPROPRIATION, "302", NULL },
    { PROJECT (""), 0, NULL, NULL },
  };
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", ATTESTED)));

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      batch          units;
      pe_rollup     *self;
      pe_budget     *budget;
      pe_budget_line line;

      set_up (&units, rules, PROJECT (NAMED ("appropriation", "302", "甲")), rows[i].members);
      self = roll (&units);
      budget = pe_dossier_get_budget (pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)));
      pe_budget_line_init (&line, sizeof line);
      WELL (pe_budget_get_line (&line, budget, pe_budget_get_n_lines (budget) - 1, &error));
      assert_string_equal (line.name, "招商");
      assert_int_equal (line.adjusted.value.coefficient, 10);
      assert_int_equal (line.funding, rows[i].funding);
      assert_int_equal (g_strcmp0 (line.economic_class, rows[i].class), 0);
      assert_int_equal (g_strcmp0 (line.project, rows[i].project), 0);
      pe_rollup_unref (self);
    }
  pe_rulebook_unref (rules);
}

#define MONTHS(first)                                                                                          \
  "\"budget\": {\"lines\": [{\"name\": \"合计\", \"category\": \"total\", \"adjusted\": \"9元\", \"months\": " \
  "[\"" first "元\", \"1元\"]}]}, " HALF
#define THREE_PUBLIC(initial, executed)                                                                                \
  "\"budget\": {\"lines\": [{\"name\": \"合计\", \"category\": \"total\", \"adjusted\": \"9元\"}], \"three_public\": " \
  "{\"abroad\": {\"initial\": \"" initial "元\", \"executed\": \"" executed "元\"}}}, " HALF
#define CONTRACTS(amount)                                                     \
  "\"procurement\": {\"records\": [{\"name\": \"a\", \"contract\": \"" amount \
  "元\"}, {\"name\": \"b\", \"contract\": "                                   \
  "\"" amount "元\"}]}, " HALF

/* A sum of the whole that fits no number is an error, also where each unit's own does. */
static void
test_sums_that_do_not_fit (void **state)
{
  (void) state;
  check_refused (MONTHS (LARGEST), MONTHS (LARGEST), PE_ERROR_OVERFLOW);
  check_refused (THREE_PUBLIC (LARGEST, "1"), THREE_PUBLIC (LARGEST, "1"), PE_ERROR_OVERFLOW);
  check_refused (THREE_PUBLIC ("1", LARGEST), THREE_PUBLIC ("1", LARGEST), PE_ERROR_OVERFLOW);
  check_refused ("\"budget\": {\"lines\": [{\"name\": \"合计\", \"category\": \"total\", \"adjusted\": \"9元\"}], "
                 "\"three_public\": "
                 "{\"abroad\": {\"initial\": \"" LARGEST
                 "元\"}, \"vehicles\": {\"initial\": \"1元\"}, \"reception\": {\"initial\": "
                 "\"1元\"}}}, " HALF,
                 THREE_PUBLIC ("1", "1"), PE_ERROR_OVERFLOW);
  check_refused (CONTRACTS (LARGEST), CONTRACTS ("1"), PE_ERROR_OVERFLOW);
  check_refused (CONTRACTS ("1"), CONTRACTS (LARGEST), PE_ERROR_OVERFLOW);
}

/* The year before */

#define PRIOR(executed)                                                                                          \
  "\"prior\": {\"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2022, \"kind\": \"department\", \"budget\": "    \
  "{\"lines\": "                                                                                                 \
  "[{\"name\": \"合计\", \"category\": \"total\", \"adjusted\": \"10元\", \"executed\": \"" executed "元\"}]}, " \
  "\"procurement\": {\"summary\": {\"contracts\": \"" executed "元\"}}}, " HALF

/* 3 and 4 spent the year before are 7 of the whole's, and so are the contracts. */
static void
test_year_before (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", ATTESTED)));
  batch        units;
  pe_rollup   *self;
  pe_dossier  *prior;
  pe_figure    amount;

  (void) state;
  set_up (&units, rules, PRIOR ("3"), PRIOR ("4"));
  self = roll (&units);
  prior = pe_dossier_get_prior (pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)));
  WELL (pe_budget_compute_amount (&amount, pe_dossier_get_budget (prior), PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, &error));
  assert_int_equal (amount.value.coefficient, 7);
  WELL (pe_procurement_compute_total (&amount, pe_dossier_get_procurement (prior), PE_PROCUREMENT_CONTRACTS, &error));
  assert_int_equal (amount.value.coefficient, 7);
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
  check_refused (PRIOR (LARGEST), PRIOR ("1"), PE_ERROR_OVERFLOW);
}

#define DERIVED                                                                                                  \
  "\"unit\": {\"name\": \"某局\"}, \"kind\": \"department\", \"budget\": {\"lines\": [{\"name\": \"基本支出\", " \
  "\"category\": \"basic\", \"adjusted\": \"9元\", \"months\": [\"5元\"], \"complete\": true, "                  \
  "\"lines\": [{\"name\": \"工资\", \"executed\": \"4元\"}]}]}"

/* More is said of January than what was executed comes to, which only the whole states: it is told where the year is. */
static void
test_place_of_year_before (void **state)
{
  const char  *members = "\"prior\": {\"fiscal_year\": 2022, " DERIVED "}, " HALF;
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", ATTESTED)));
  pe_findings *findings;
  batch        units;

  (void) state;
  set_up (&units, rules, members, members);
  findings = refuse_batch (&units, PE_ERROR_SUM_MISMATCH);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_findings_get (findings, 0), 0)),
                       "/prior/budget/lines/0/lines/0/executed");
  pe_findings_unref (findings);
  pe_rulebook_unref (rules);
}

/* The place is that of all units, or of none. */
static void
test_places (void **state)
{
  static const struct
  {
    const char *first, *second, *place;
  } rows[] = { { "\"place\": \"广东省\", " HALF, "\"place\": \"广东省\", " HALF, "广东省" },
               { "\"place\": \"广东省\", " HALF, "\"place\": \"湖南省\", " HALF, NULL },
               { "\"place\": \"广东省\", " HALF, HALF, NULL },
               { HALF, "\"place\": \"广东省\", " HALF, NULL } };
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", ATTESTED)));

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      batch           units;
      pe_rollup      *self;
      pe_dossier_head head;

      set_up (&units, rules, rows[i].first, rows[i].second);
      self = roll (&units);
      pe_dossier_head_init (&head, sizeof head);
      WELL (pe_dossier_get_head (&head, pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)), &error));
      assert_int_equal (g_strcmp0 (head.place, rows[i].place), 0);
      pe_rollup_unref (self);
    }
  pe_rulebook_unref (rules);
}

/* Persons */

#define DEDUCTION(points)                                                 \
  "{\"indicator\": \"B\", \"kind\": \"deduction\", \"points\": \"" points \
  "\", \"reason\": \"迟\", \"scorer\": \"self\"}"

/* Two deductions of one unit that add up to no number, and two units whose mean nothing says how to round. */
static void
test_deductions (void **state)
{
  pe_rulebook *rules = rules_of (RULES (NO_ROUNDING, LEAF ("B", "100", "\"manual_deduction\": true, " ATTESTED)));
  batch        units;
  pe_findings *findings;

  (void) state;
  set_up (&units, rules, HALF ", \"adjustments\": [" DEDUCTION (LARGEST) ", " DEDUCTION (LARGEST) "]", HALF);
  pe_findings_unref (refuse_batch (&units, PE_ERROR_OVERFLOW));
  set_up (&units, rules, HALF ", \"adjustments\": [" DEDUCTION ("1") ", " DEDUCTION ("2") "]", HALF);
  check_outcome (&units, "97/2", NULL);
  set_up (&units, rules, HALF ", \"adjustments\": [" DEDUCTION ("1") "]", HALF);
  units.units[1].weight = figure ("2");
  findings = refuse_batch (&units, PE_ERROR_MEAN_UNROUNDED);
  assert_string_equal (get_path (pe_findings_get (findings, 0)), "/units/0/adjustments");
  pe_findings_unref (findings);
  pe_rulebook_unref (rules);
}

/* Declared scores of 50 and 49 by 1 : 2 are 148/3: nothing says how to round that first. Weighted afterwards it is exact. */
static void
test_means_that_are_not_rounded (void **state)
{
  pe_rulebook *rules = rules_of (RULES (NO_ROUNDING, LEAF ("B", "100", ATTESTED)));
  batch        units;
  pe_rollup   *self;
  pe_text     *text = NULL;

  (void) state;
  set_up (&units, rules, HALF, "\"declared\": [" SELF ("B", "49") "]");
  units.units[1].weight = figure ("2");
  pe_findings_unref (refuse_batch (&units, PE_ERROR_MEAN_UNROUNDED));
  set_up (&units, rules, HALF, "\"declared\": [" SELF ("B", "49") "]");
  units.options.mode = PE_ROLLUP_SCORES_FIRST;
  units.units[1].weight = figure ("2");
  self = roll (&units);
  check_score (self, 0, "148/3");
  WELL (pe_rollup_print_formula (&text, self, 0, PE_LANGUAGE_EN, &error));
  check_text (text, "(1 × 50 + 2 × 49) / 3 = 49.3333333…");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

/* Facts */

#define EXTERNAL                                                                                                      \
  "\"rule\": {\"shape\": \"external_score/1\", \"score\": {\"fact\": \"score\"}, \"out_of\": \"100\", \"policies\": " \
  "{\"missing\": \"zero\"}}"
#define SCORED(score, evidence) "\"facts\": {\"B\": {\"score\": \"" score "\", \"evidence\": \"" evidence "\"}}"

/* 90 and 80 of 100 are 85; what proves them stands one behind the other. */
static void
test_evidence (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", EXTERNAL)));
  batch        units;
  pe_rollup   *self;
  pe_fact      fact;

  (void) state;
  set_up (&units, rules, SCORED ("90", "问卷"), SCORED ("80", "访谈"));
  self = roll (&units);
  check_score (self, 0, "85/1");
  pe_fact_init (&fact, sizeof fact);
  WELL (pe_dossier_get_fact (&fact, pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)), 0, &error));
  assert_string_equal (fact.name, "evidence");
  assert_string_equal (fact.text, "问卷；访谈");
  pe_rollup_unref (self);
  set_up (&units, rules, SCORED ("90", "问卷"), SCORED ("80", "问卷"));
  check_outcome (&units, "85/1", NULL);
  /* What is no text is no evidence. */
  set_up (&units, rules, "\"facts\": {\"B\": {\"score\": \"90\", \"evidence\": null}}",
          "\"facts\": {\"B\": {\"score\": \"90\"}}");
  check_outcome (&units, "0/1", NULL);
  pe_rulebook_unref (rules);
}

#define BANDS                                                                                                          \
  "{\"shape\": \"graded/1\", \"bands\": [{\"id\": \"done\", \"name\": {\"zh\": \"达成\"}, \"from\": \"0.8\", \"to\": " \
  "\"1\", \"ends\": \"[]\"}, {\"id\": \"part\", \"name\": {\"zh\": \"部分\"}, \"from\": \"0\", \"to\": \"0.8\", "      \
  "\"ends\": \"[)\"}], \"policies\": {\"missing\": \"zero\"}}"
#define JUDGED(a, b) "\"facts\": {\"A\": {" a "}, \"B\": {" b "}}"
#define TWO LEAF ("A", "50", "\"rule\": " BANDS) ", " LEAF ("B", "50", "\"rule\": " BANDS)

/* Grades that differ wait for the score of their own leaf, and for no other's: A has none and scores nothing, B the mean of
 * 50 and 40. Of three units that have not all been graded the whole has no grade. */
static void
test_grades_that_wait (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, TWO));
  batch        units;

  (void) state;
  set_up (&units, rules, JUDGED ("\"grade\": \"done\"", "\"grade\": \"done\", \"score\": \"50\""),
          JUDGED ("\"grade\": \"part\"", "\"grade\": \"done\", \"score\": \"40\""));
  check_outcome (&units, "45/1", NULL);
  set_up (&units, rules, JUDGED ("\"grade\": \"done\", \"score\": \"50\"", "\"grade\": \"done\", \"score\": \"50\""),
          JUDGED ("\"grade\": \"part\", \"score\": \"20\"", "\"grade\": \"done\", \"score\": \"40\""));
  batch_add (&units, unit_of (rules, "丙", JUDGED ("\"score\": \"20\"", "\"grade\": \"done\", \"score\": \"45\"")),
             "1");
  pe_findings_unref (refuse_batch (&units, PE_ERROR_MERGE_CONFLICT));
  pe_rulebook_unref (rules);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_what_lines_say),
    cmocka_unit_test (test_sums_that_do_not_fit),
    cmocka_unit_test (test_year_before),
    cmocka_unit_test (test_place_of_year_before),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_deductions),
    cmocka_unit_test (test_means_that_are_not_rounded),
    cmocka_unit_test (test_evidence),
    cmocka_unit_test (test_grades_that_wait),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
