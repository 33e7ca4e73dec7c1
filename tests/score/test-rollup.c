/* test-rollup.c - several units taken together, both ways, with figures worked out by hand
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#include <string.h>

#include "base/rational-private.h"

/* A: 60 × 9/10 = 54 and 60 × 5/10 = 30, weighted 3 : 1: (162 + 30) / 4 = 48. B: (120 + 30) / 4 = 37.5. In all 85.5. */
static void
test_scores_first (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, PLAIN));
  batch        units;
  pe_rollup   *self;
  pe_node      node;
  pe_text     *text = NULL;
  pe_ratio    *share = NULL;

  (void) state;
  batch_init (&units, PE_ROLLUP_SCORES_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, plain_unit (rules, "甲", "300", "9", "10", "40"), "3");
  batch_add (&units, plain_unit (rules, "乙", "100", "5", "10", "30"), "1分");
  self = roll (&units);
  assert_int_equal (pe_rollup_get_mode (self), PE_ROLLUP_SCORES_FIRST);
  assert_int_equal (pe_rollup_get_weighting (self), PE_WEIGHTING_BY_POINTS);
  assert_string_equal (pe_rollup_get_unit_name (self), "汇总");
  assert_null (pe_rollup_get_unit_code (self));
  assert_null (pe_rollup_get_evaluation (self));
  assert_ptr_equal (pe_rollup_get_rulebook (self), rules);
  assert_int_equal (pe_rollup_get_n_nodes (self), 3);
  check_score (self, 0, "171/2");
  check_score (self, 1, "48/1");
  check_score (self, 2, "75/2");
  assert_int_equal (pe_rollup_get_n_entries (self), 3);
  check_rolled (self, 0, 1, 0, PE_ENTRY_LEAF, "-9/2");  /* −6 × 3/4 */
  check_rolled (self, 1, 1, 1, PE_ENTRY_LEAF, "-15/2"); /* −30 × 1/4 */
  check_rolled (self, 2, 2, 1, PE_ENTRY_LEAF, "-5/2");  /* −10 × 1/4 */
  WELL (pe_rollup_compute_share (&share, self, 0, &error));
  check_ratio (share, "3/4");
  pe_node_init (&node, sizeof node);
  WELL (pe_rollup_get_node (&node, self, 1, &error));
  assert_int_equal (node.origin, PE_ORIGIN_WEIGHTED);
  assert_int_equal (node.kind, PE_NODE_LEAF);
  assert_string_equal (node.code, "A");
  assert_int_equal (pe_rollup_get_grade (self), 0);
  WELL (pe_rollup_print_formula (&text, self, 0, PE_LANGUAGE_ZH, &error));
  check_text (text, "(3 × 94 + 1 分 × 60) / 4 = 85.5，四舍五入保留 2 位小数 → 85.5");
  WELL (pe_rollup_print_reason (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_text (text, "乙 (weight 25.00%, here -7.5 points): A: 30 of 60 points, 30 lost.");
  WELL (pe_rollup_explain (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_text (text, "A A（满分 60 分）\n汇总方式：先评分后加权，按分值加权\n单位：甲，权重 3（75.00%），得 54 分\n"
                    "单位：乙，权重 1 分（25.00%），得 30 分\n计算：(3 × 54 + 1 分 × 30) / 4 = 48\n取舍：不取舍 → 48\n"
                    "得分：48 分，扣 12 分\n原因：甲（权重 75.00%，计 -4.5 分）：A：满分 60 分，得 54 分，扣 6 分。\n"
                    "原因：乙（权重 25.00%，计 -7.5 分）：A：满分 60 分，得 30 分，扣 30 分。\n");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

/* 94 and 60 weighted 1 : 2: 214/3 = 71.33…; what the rounding took is 71.33 − 214/3 = −1/300. By funds: 50 万元 and
 * 1,000,000 元. */
static void
test_rounded_once (void **state)
{
  pe_rulebook   *rules = rules_of (RULES (TWO_PLACES, PLAIN));
  batch          units;
  pe_rollup     *self;
  pe_rollup_unit unit;
  pe_text       *text = NULL;

  (void) state;
  batch_init (&units, PE_ROLLUP_SCORES_FIRST, PE_WEIGHTING_BY_FUNDS);
  batch_add (&units, plain_unit (rules, "甲", "50", "9", "10", "40"), "");
  batch_add (&units, plain_unit (rules, "乙", "7", "5", "10", "30"), "1000000元");
  self = roll (&units);
  check_score (self, 0, "7133/100");
  check_score (self, 1, "38/1");
  check_rolled (self, 0, 0, -1, PE_ENTRY_ROUNDING, "-1/300");
  check_rolled (self, 1, 1, 0, PE_ENTRY_LEAF, "-2/1");
  assert_int_equal (pe_rollup_get_grade (self), 1);
  pe_rollup_unit_init (&unit, sizeof unit);
  WELL (pe_rollup_get_unit (&unit, self, 0, &error));
  assert_int_equal (unit.weight.unit, PE_UNIT_WAN_YUAN);
  assert_int_equal (unit.weight.value.coefficient, 50);
  WELL (pe_rollup_print_formula (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_text (text, "(50 万元 × 54 + 1000000 元 × 30) / 1500000 元 = 38");
  WELL (pe_rollup_print_reason (&text, self, 0, PE_LANGUAGE_EN, &error));
  check_text (text, "Total: 71.3333333… points, rounded half up to 2 places → 71.33.");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

/* A: (9 + 5) / (10 + 10) of 60 is 42. B by funds 300 : 100: (3 × 40 + 30) / 4 = 37.5. In all 79.5, where "score first" has
 * 85.5: the two ways differ. */
static void
test_totals_first (void **state)
{
  pe_rulebook    *rules = rules_of (RULES (TWO_PLACES, PLAIN));
  batch           units;
  pe_rollup      *self;
  pe_dossier     *whole;
  pe_figure       adjusted;
  pe_dossier_head head;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_FUNDS);
  units.options.unit_code = "001";
  batch_add (&units, plain_unit (rules, "甲", "300", "9", "10", "40"), "");
  batch_add (&units, plain_unit (rules, "乙", "100.5", "5", "10", "30"), "100万元");
  self = roll (&units);
  check_score (self, 0, "159/2");
  check_score (self, 1, "42/1");
  check_score (self, 2, "75/2");
  check_rolled (self, 0, 1, -1, PE_ENTRY_LEAF, "-18/1");
  whole = pe_evaluation_get_dossier (pe_rollup_get_evaluation (self));
  pe_dossier_head_init (&head, sizeof head);
  WELL (pe_dossier_get_head (&head, whole, &error));
  assert_string_equal (head.unit_name, "汇总");
  assert_string_equal (head.unit_code, "001");
  WELL (
      pe_budget_compute_amount (&adjusted, pe_dossier_get_budget (whole), PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, &error));
  assert_int_equal (adjusted.value.coefficient, 4005);
  assert_int_equal (adjusted.value.scale, 1);
  assert_int_equal (adjusted.unit, PE_UNIT_WAN_YUAN);
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

#define STEPS(unit)                                                                                                 \
  "\"rule\": {\"shape\": \"steps/1\", \"value\": {\"fact\": \"rate\"}, \"unit\": " unit ", \"steps\": "             \
  "[{\"to\": \"83.33\", \"ends\": \"()\", \"points\": \"0\"}, {\"from\": \"83.33\", \"ends\": \"[)\", \"points\": " \
  "\"100\"}]}"

/* 90 % and 80 % by 1 : 2 are 250/3 = 83.333… %, as the contract shows rates 83.33 %. With one place it is 83.3 %, and where
 * nothing says how to round there is no answer. */
static void
test_rates_are_averaged (void **state)
{
  pe_rulebook      *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", STEPS ("\"%\""))));
  pe_rulebook      *exact = rules_of (RULES (NO_ROUNDING, LEAF ("A", "100", STEPS ("\"%\""))));
  const char *const facts[] = { "\"facts\": {\"A\": {\"rate\": \"90%\"}}", "\"facts\": {\"A\": {\"rate\": \"80%\"}}" };
  batch             units;
  pe_rollup        *self;
  pe_findings      *findings;
  const pe_finding *finding;

  (void) state;
  for (int places = 2; places >= 1; places--)
    {
      batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
      batch_add (&units, unit_of (rules, "甲", facts[0]), "1");
      batch_add (&units, unit_of (rules, "乙", facts[1]), "2");
      if (places == 1)
        {
          units.options.mean_rounding = PE_ROUND_DOWN;
          units.options.mean_places = 1;
        }
      self = roll (&units);
      check_score (self, 0, places == 2 ? "100/1" : "0/1");
      finding = find_finding (pe_rollup_get_findings (self), PE_NOTE_MEAN_ROUNDED);
      assert_string_equal (get_path (finding), "/units/0/facts/A/rate");
      assert_string_equal (get_parameter (finding, "found"), places == 2 ? "83.33" : "83.3");
      pe_rollup_unref (self);
    }
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (exact, "甲", facts[0]), "1");
  batch_add (&units, unit_of (exact, "乙", facts[1]), "2");
  findings = refuse_batch (&units, PE_ERROR_MEAN_UNROUNDED);
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_MEAN_UNROUNDED), "expected"), "83.3333333…");
  pe_findings_unref (findings);
  pe_rulebook_unref (rules);
  pe_rulebook_unref (exact);
}

/* A bare number held against a bound of the scheme may be a rate or an amount. */
static void
test_bare_numbers (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", STEPS ("null"))));
  batch        units;
  pe_findings *findings;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", "\"facts\": {\"A\": {\"rate\": \"90\"}}"), "1");
  batch_add (&units, unit_of (rules, "乙", "\"facts\": {\"A\": {\"rate\": \"80\"}}"), "2");
  findings = refuse_batch (&units, PE_ERROR_MERGE_CONFLICT);
  assert_string_equal (get_path (pe_findings_get (findings, 0)), "/units/0/facts/A/rate");
  pe_findings_unref (findings);
  pe_rulebook_unref (rules);
}

/* What one unit did not fill in is missing for the whole; what does not apply to one is left out. */
static void
test_states (void **state)
{
  static const struct
  {
    const char *a, *b, *score;
  } rows[] = {
    { "\"actual\": \"3\", \"target\": \"4\"", "\"actual\": null, \"target\": \"4\"", "0/1" },
    { "\"actual\": \"3\", \"target\": \"4\"", "\"target\": \"4\"", "0/1" },
    { "\"actual\": \"3\", \"target\": \"4\"", "\"actual\": \"-\", \"target\": \"-\"", "75/1" },
    { "\"actual\": \"-\", \"target\": \"4\"", "\"actual\": \"-\", \"target\": \"4\"", "100/1" },
    { "\"actual\": \"3万元\", \"target\": \"4万元\"", "\"actual\": \"20000元\", \"target\": \"6万元\"", "50/1" },
  };
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", LENIENT)));

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char      *a = g_strdup_printf ("\"facts\": {\"A\": {%s}}", rows[i].a);
      char      *b = g_strdup_printf ("\"facts\": {\"A\": {%s}}", rows[i].b);
      batch      units;
      pe_rollup *self;

      batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
      batch_add (&units, unit_of (rules, "甲", a), "1");
      batch_add (&units, unit_of (rules, "乙", b), "1");
      self = roll (&units);
      check_score (self, 0, rows[i].score);
      pe_rollup_unref (self);
      g_free (a);
      g_free (b);
    }
  pe_rulebook_unref (rules);
}

#define CHECKLIST                                                                                               \
  "\"rule\": {\"shape\": \"checklist/1\", \"items\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"points\": " \
  "\"100\"}]}"

static void
test_yes_and_no (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", CHECKLIST)));
  batch        units;
  pe_rollup   *self;
  pe_findings *findings;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", "\"facts\": {\"A\": {\"a\": true}}"), "1");
  batch_add (&units, unit_of (rules, "乙", "\"facts\": {\"A\": {\"a\": true}}"), "1");
  self = roll (&units);
  check_score (self, 0, "100/1");
  pe_rollup_unref (self);
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", "\"facts\": {\"A\": {\"a\": true}}"), "1");
  batch_add (&units, unit_of (rules, "乙", "\"facts\": {\"A\": {\"a\": false}}"), "1");
  findings = refuse_batch (&units, PE_ERROR_MERGE_CONFLICT);
  assert_string_equal (get_path (pe_findings_get (findings, 0)), "/units/1/facts/A/a");
  pe_findings_unref (findings);
  pe_rulebook_unref (rules);
}

#define BANDS                                                                                                          \
  "\"bands\": [{\"id\": \"done\", \"name\": {\"zh\": \"达成\"}, \"from\": \"0.8\", \"to\": \"1\", \"ends\": \"[]\"}, " \
  "{\"id\": \"part\", \"name\": {\"zh\": \"部分\"}, \"from\": \"0.6\", \"to\": \"0.8\", \"ends\": \"[)\"}, "           \
  "{\"id\": \"not\", \"name\": {\"zh\": \"未\"}, \"from\": \"0\", \"to\": \"0.6\", \"ends\": \"[)\"}]"

/* 90 (done) and 60 (part), 3 : 1: 82.5 is done, also where the one is written
 * with 分 and the other without. 80 and 60, 1 : 1: 70 is part. */
static void
test_grades_of_persons (void **state)
{
  pe_rulebook *rules
      = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", "\"rule\": {\"shape\": \"graded/1\", " BANDS "}")));
  batch      units;
  pe_rollup *self;
  pe_input   input;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", "\"facts\": {\"A\": {\"grade\": \"done\", \"score\": \"90\"}}"), "3");
  batch_add (&units, unit_of (rules, "乙", "\"facts\": {\"A\": {\"grade\": \"part\", \"score\": \"60分\"}}"), "1");
  self = roll (&units);
  check_score (self, 0, "165/2");
  pe_rollup_unref (self);
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", "\"facts\": {\"A\": {\"grade\": \"done\", \"score\": \"80\"}}"), "1");
  batch_add (&units, unit_of (rules, "乙", "\"facts\": {\"A\": {\"grade\": \"part\", \"score\": \"60\"}}"), "1");
  self = roll (&units);
  check_score (self, 0, "70/1");
  pe_input_init (&input, sizeof input);
  WELL (pe_evaluation_get_input (&input, pe_rollup_get_evaluation (self), 1, 0, &error));
  assert_string_equal (input.text, "part");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

#define SLOT                                                                                                        \
  "\"rule\": {\"shape\": \"slot/1\", \"depth\": \"2\", \"marks\": \"by_unit\", \"score\": \"rows\", \"empty\": "    \
  "\"error\", "                                                                                                     \
  "\"rules\": {\">=\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": " \
  "\"target\"}, \"policies\": {\"zero_denominator\": \"zero\"}}, \"qualitative\": {\"shape\": \"graded/1\", " BANDS \
  "}}}"

#define ROW(name, marks, more) \
  "{\"name\": \"" name "\", \"nature\": \"quantitative\", \"sign\": \">=\", \"marks\": \"" marks "\", " more "}"
#define JUDGED(grade, score)                                                                                           \
  "{\"name\": \"影响\", \"nature\": \"qualitative\", \"marks\": \"20\", \"grade\": \"" grade "\", \"score\": \"" score \
  "\"}"
#define GROUP(rows) "{\"name\": \"数量\", \"rows\": [" rows "]}"

/* 项目 (50): (4 + 8) of (10 + 10) is 30. 满意度 (30), 90 % in mean of 96 and 84 by 1 : 1 of 90 %: 30. 影响 (20): 14 and 18
 * are 16, at 80 % done. In all 76. */
static void
test_rows (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", SLOT)));
  batch        units;
  pe_rollup   *self;
  pe_dossier  *whole;
  pe_row       row;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units,
             unit_of (rules, "甲",
                      "\"rows\": {\"A\": [" GROUP (
                          ROW ("项目", "50",
                               "\"unit\": \"个\", \"target\": \"10\", \"actual\": \"4\", "
                               "\"reason\": \"一\"")) ", " ROW ("满意度", "30",
                                                                "\"target\": \"90%\", \"actual\": "
                                                                "\"96%\"") ", " JUDGED ("part", "14") "]}"),
             "1");
  batch_add (
      &units,
      unit_of (rules, "乙",
               "\"rows\": {\"A\": [" JUDGED ("done", "18") ", " ROW (
                   "满意度", "30",
                   "\"target\": \"90%\", \"actual\": \"84%\"") ", " GROUP (ROW ("项目", "50",
                                                                                "\"unit\": \"个\", \"target\": \"8\", "
                                                                                "\"adjusted_target\": \"10\", "
                                                                                "\"actual\": \"8\", \"reason\": "
                                                                                "\"二\"")) "]}"),
      "1");
  self = roll (&units);
  check_score (self, 0, "76/1");
  whole = pe_evaluation_get_dossier (pe_rollup_get_evaluation (self));
  assert_int_equal (pe_dossier_get_n_rows (whole), 4);
  pe_row_init (&row, sizeof row);
  WELL (pe_dossier_get_row (&row, whole, 1, &error));
  assert_string_equal (row.name, "项目");
  assert_int_equal (row.parent, 1);
  assert_string_equal (row.reason, "一；二");
  assert_int_equal (row.target.value.coefficient, 18);
  assert_int_equal (row.adjusted_target.value.coefficient, 20);
  WELL (pe_dossier_get_row (&row, whole, 2, &error));
  assert_string_equal (row.name, "满意度");
  assert_int_equal (row.target.unit, PE_UNIT_PERCENT);
  assert_int_equal (row.target.value.coefficient, 90);
  assert_int_equal (row.actual.value.coefficient, 90);
  WELL (pe_dossier_get_row (&row, whole, 3, &error));
  assert_string_equal (row.grade, "done");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

static void
test_rows_that_differ (void **state)
{
  static const struct
  {
    const char *more, *path;
  } rows[] = {
    { "\"unit\": \"人\", \"target\": \"8\", \"actual\": \"8\"", "/units/1/rows/A/0/unit" },
    { "\"unit\": \"个\", \"target\": \"8%\", \"actual\": \"8%\"", NULL },
  };
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", SLOT)));
  batch        units;
  pe_findings *findings;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units,
             unit_of (rules, "甲",
                      "\"rows\": {\"A\": [" ROW (
                          "项目", "100", "\"unit\": \"个\", \"target\": \"10\", \"actual\": \"4\"") "]}"),
             "1");
  batch_add (&units,
             unit_of (rules, "乙",
                      "\"rows\": {\"A\": [" ROW (
                          "项目", "100", "\"unit\": \"人\", \"target\": \"8\", \"actual\": \"8\"") "]}"),
             "1");
  findings = refuse_batch (&units, PE_ERROR_MERGE_CONFLICT);
  assert_string_equal (get_path (pe_findings_get (findings, 0)), rows[0].path);
  assert_string_equal (get_parameter (pe_findings_get (findings, 0), "found"), "人");
  assert_string_equal (get_parameter (pe_findings_get (findings, 0), "expected"), "个");
  pe_findings_unref (findings);
  pe_rulebook_unref (rules);
}

/* A row that one unit withdrew counts for the others: 4 of 10. */
static void
test_withdrawn_rows (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", SLOT)));
  batch        units;
  pe_rollup   *self;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units,
             unit_of (rules, "甲",
                      "\"rows\": {\"A\": [" ROW ("项目", "60", "\"target\": \"10\", \"actual\": \"4\"") ", " ROW (
                          "其他", "40", "\"target\": \"1\", \"actual\": \"1\"") "]}"),
             "1");
  batch_add (&units,
             unit_of (rules, "乙",
                      "\"rows\": {\"A\": [" ROW ("项目", "60", "\"withdrawn\": true") ", " ROW (
                          "其他", "40", "\"target\": \"1\", \"actual\": \"0\"") "]}"),
             "1");
  self = roll (&units);
  /* 60 × 4/10 + 40 × 1/2 */
  check_score (self, 0, "44/1");
  assert_string_equal (get_path (find_finding (pe_rollup_get_findings (self), PE_NOTE_NOT_MERGED)),
                       "/units/1/rows/A/0");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

#define MEASURED                                                                                             \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"measure\": \"budget.project_execution_rate\"}, " \
  "\"policies\": {\"zero_denominator\": \"zero\", \"missing\": \"zero\"}}"
#define BUDGET(lines) "\"money_unit\": \"万元\", \"budget\": {\"lines\": [" lines "]}"
#define TOTAL(below)                                                                                                \
  "{\"name\": \"合计\", \"category\": \"total\", \"complete\": true, \"adjusted\": \"100\", \"executed\": \"90\", " \
  "\"lines\": [" below "]}"
#define LINE(name, category, adjusted, executed)                                                                       \
  "{\"name\": \"" name "\", \"category\": \"" category "\", \"adjusted\": \"" adjusted "\", \"executed\": \"" executed \
  "\"}"

/* Projects: 30 of 40 under a total, and 5 of 10 beside basic spending: 35 of 50 is 70. A unit that states its total alone
 * leaves the projects of the whole unknown. */
static void
test_budgets (void **state)
{
  pe_rulebook      *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", MEASURED)));
  const char *const below
      = BUDGET (TOTAL (LINE ("基本", "basic", "60", "60") ", " LINE ("项目", "project", "40", "30")));
  const char *const beside = BUDGET (LINE ("项目支出", "project", "10", "5") ", " LINE ("基本", "basic", "2", "1"));
  const char *const alone = BUDGET (LINE ("合计", "total", "10", "5"));
  batch             units;
  pe_rollup        *self;
  pe_budget        *budget;
  pe_figure         total;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_FUNDS);
  batch_add (&units, unit_of (rules, "甲", below), "");
  batch_add (&units, unit_of (rules, "乙", beside), "");
  self = roll (&units);
  check_score (self, 0, "70/1");
  budget = pe_dossier_get_budget (pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)));
  assert_int_equal (pe_budget_get_n_lines (budget), 3);
  WELL (pe_budget_compute_amount (&total, budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, &error));
  assert_int_equal (total.value.coefficient, 96);
  pe_rollup_unref (self);

  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_FUNDS);
  batch_add (&units, unit_of (rules, "甲", below), "");
  batch_add (&units, unit_of (rules, "丙", alone), "");
  self = roll (&units);
  check_score (self, 0, "0/1");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

/* Months and three public expenses: 1 + 3 in January, 2 + 4 in February, which alone all have; abroad 5 + 6, vehicles of one. */
static void
test_months_and_three_public (void **state)
{
  static const char *const budgets[] = {
    "\"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"合计\", \"category\": \"total\", \"adjusted\": "
    "\"9\", "
    "\"executed\": \"9\", \"months\": [\"1\", \"2\", \"3\"]}], \"three_public\": {\"abroad\": {\"executed\": \"5\"}, "
    "\"vehicles\": {\"executed\": \"1\"}}}, \"declared\": [" SELF ("B", "100") "]",
    "\"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"合计\", \"category\": \"total\", \"adjusted\": "
    "\"9\", "
    "\"executed\": \"9\", \"months\": [\"3\", \"4\"]}], \"three_public\": {\"abroad\": {\"executed\": \"6\"}}}, "
    "\"declared\": [" SELF ("B", "100") "]",
  };
  pe_rulebook   *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", ATTESTED)));
  batch          units;
  pe_rollup     *self;
  pe_budget     *budget;
  pe_budget_line line;
  pe_figure      amount;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_FUNDS);
  batch_add (&units, unit_of (rules, "甲", budgets[0]), "");
  batch_add (&units, unit_of (rules, "乙", budgets[1]), "");
  self = roll (&units);
  budget = pe_dossier_get_budget (pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)));
  pe_budget_line_init (&line, sizeof line);
  WELL (pe_budget_get_line (&line, budget, 0, &error));
  assert_int_equal (line.n_months, 2);
  assert_int_equal (line.months[0].value.coefficient, 4);
  assert_int_equal (line.months[1].value.coefficient, 6);
  WELL (pe_budget_compute_three_public (&amount, budget, PE_THREE_PUBLIC_ABROAD, PE_AMOUNT_EXECUTED, &error));
  assert_int_equal (amount.value.coefficient, 11);
  WELL (pe_budget_compute_three_public (&amount, budget, PE_THREE_PUBLIC_VEHICLES, PE_AMOUNT_EXECUTED, &error));
  assert_int_equal (amount.state, PE_STATE_MISSING);
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

#define SME                                                                                          \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"measure\": \"procurement.sme_share\"}, " \
  "\"policies\": {\"zero_denominator\": \"zero\", \"missing\": \"zero\"}}"
#define RECORDS(size, contract)                                                                             \
  "\"money_unit\": \"万元\", \"procurement\": {\"records\": [{\"name\": \"甲\", \"supplier_size\": \"" size \
  "\", \"contract\": \"" contract "\"}]}"
#define SUMMARY(contracts, sme)                                                           \
  "\"money_unit\": \"万元\", \"procurement\": {\"summary\": {\"contracts\": \"" contracts \
  "\", \"sme_contracts\": \"" sme "\"}}"

/* 30 of 30 and 0 of 10 by records: 75. With a unit that has sums alone, 30 of 30 and 10 of 70: 40. Of units of which one has
 * no procurement the whole has none. */
static void
test_procurement (void **state)
{
  static const struct
  {
    const char *b, *score;
    size_t      n_records, n_notes;
  } rows[] = { { RECORDS ("large", "10"), "75/1", 2, 0 }, { SUMMARY ("70", "10"), "40/1", 0, 1 }, { "", "0/1", 0, 1 } };
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", SME)));

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      batch           units;
      pe_rollup      *self;
      pe_procurement *procurement;

      batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
      batch_add (&units, unit_of (rules, "甲", RECORDS ("small", "30")), "1");
      batch_add (&units, unit_of (rules, "乙", rows[i].b), "1");
      self = roll (&units);
      check_score (self, 0, rows[i].score);
      procurement = pe_dossier_get_procurement (pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)));
      assert_int_equal (pe_procurement_get_n_records (procurement), rows[i].n_records);
      assert_int_equal (count_findings (pe_rollup_get_findings (self), PE_NOTE_NOT_MERGED), rows[i].n_notes);
      pe_rollup_unref (self);
    }
  pe_rulebook_unref (rules);
}

/* By 1 : 1. B: 40 and 30 are 35, less (4 + 0) / 2: 33. A 60. A bonus of 3 in one: 1.5. In all 94.5. The event of one unit is
 * named and does nothing here, though that unit has 0. */
static void
test_adjustments (void **state)
{
  pe_rulebook      *rules = rules_of (RULES (TWO_PLACES, PLAIN));
  const char *const facts = "\"facts\": {\"A\": {\"actual\": \"1\", \"target\": \"1\"}}, ";
  char             *a = g_strconcat (
      facts,
      "\"declared\": [" SELF (
          "B",
          "40") "], \"adjustments\": [{\"indicator\": \"B\", "
                            "\"kind\": \"deduction\", \"points\": \"4\", \"reason\": \"迟\", \"scorer\": \"self\"}, {\"kind\": "
                            "\"bonus\", \"points\": \"3\", \"reason\": \"表彰\", \"evidence\": \"文件\", \"scorer\": \"self\"}]",
      NULL);
  char *b = g_strconcat (
      facts, "\"declared\": [" SELF ("B", "30") "], \"events\": [{\"veto\": \"fraud\", \"evidence\": \"通报\"}]", NULL);
  batch      units;
  pe_rollup *self;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", a), "1");
  batch_add (&units, unit_of (rules, "乙", b), "1");
  self = roll (&units);
  check_score (self, 0, "189/2");
  check_score (self, 2, "33/1");
  assert_string_equal (get_path (find_finding (pe_rollup_get_findings (self), PE_NOTE_NOT_MERGED)),
                       "/units/1/events/0");
  pe_rollup_unref (self);

  /* Score first: 99 and 0. */
  batch_init (&units, PE_ROLLUP_SCORES_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", a), "1");
  batch_add (&units, unit_of (rules, "乙", b), "1");
  self = roll (&units);
  check_score (self, 0, "99/2");
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
  g_free (a);
  g_free (b);
}

/* Full marks + the entries at and below each node = its score, for whatever the units did. */
static void
test_ledger_closes (void **state)
{
  pe_rulebook *rules = rules_of (RULES (
      TWO_PLACES, "{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"60\", \"indicators\": [" LEAF (
                      "A", "60", LENIENT) "]}, " LEAF ("B", "40", ATTESTED)));
  batch        units;
  pe_rollup   *self;
  pe_rational  sums[4];

  (void) state;
  batch_init (&units, PE_ROLLUP_SCORES_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (
      &units,
      unit_of (rules, "甲",
               "\"facts\": {\"A\": {\"actual\": \"1\", \"target\": \"3\"}}, \"declared\": [" SELF ("B", "39.99") "]"),
      "1");
  batch_add (
      &units,
      unit_of (rules, "乙",
               "\"facts\": {\"A\": {\"actual\": \"-\", \"target\": \"3\"}}, \"declared\": [" SELF ("B", "7") "]"),
      "3");
  batch_add (&units, unit_of (rules, "丙", "\"declared\": [" SELF ("B", "0") "]"), "0");
  self = roll (&units);
  assert_int_equal (pe_rollup_get_n_nodes (self), 4);
  for (size_t i = 4; i-- > 0;)
    {
      pe_node   node;
      pe_ratio *points = NULL;

      pe_rational_init (&sums[i]);
      for (size_t j = 0; j < pe_rollup_get_n_entries (self); j++)
        {
          pe_rollup_entry entry;
          pe_ratio       *amount = NULL;

          pe_rollup_entry_init (&entry, sizeof entry);
          WELL (pe_rollup_get_entry (&entry, self, j, &error));
          WELL (pe_rollup_compute_amount (&amount, self, j, &error));
          if (entry.node == i)
            (void) pe_rational_add (&sums[i], &sums[i], pe_ratio_peek (amount), 4096);
          pe_ratio_unref (amount);
        }
      for (size_t j = i + 1; j < 4; j++)
        {
          pe_node_init (&node, sizeof node);
          WELL (pe_rollup_get_node (&node, self, j, &error));
          if (node.parent == i)
            (void) pe_rational_add (&sums[i], &sums[i], &sums[j], 4096);
        }
      WELL (pe_rollup_compute_points (&points, self, i, PE_POINTS_LOST, &error));
      pe_rational_negate (&sums[i], &sums[i]);
      assert_int_equal (pe_rational_compare (&sums[i], pe_ratio_peek (points)), 0);
      pe_rational_negate (&sums[i], &sums[i]);
      pe_ratio_unref (points);
    }
  for (size_t i = 0; i < 4; i++)
    pe_rational_clear (&sums[i]);
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

static void
test_rulebooks_differ (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, PLAIN));
  pe_rulebook *other = rules_of (RULES (NO_ROUNDING, PLAIN));
  batch        units;
  pe_findings *findings;

  (void) state;
  for (pe_rollup_mode mode = PE_ROLLUP_TOTALS_FIRST; mode <= PE_ROLLUP_SCORES_FIRST; mode++)
    {
      batch_init (&units, mode, PE_WEIGHTING_BY_POINTS);
      batch_add (&units, plain_unit (rules, "甲", "1", "1", "1", "1"), "1");
      batch_add (&units, plain_unit (other, "乙", "1", "1", "1", "1"), "1");
      findings = refuse_batch (&units, PE_ERROR_RULEBOOK_DIFFERS);
      assert_string_equal (get_path (pe_findings_get (findings, 0)), "/units/1");
      assert_string_equal (get_parameter (pe_findings_get (findings, 0), "name"), "乙");
      pe_findings_unref (findings);
    }
  pe_rulebook_unref (rules);
  pe_rulebook_unref (other);
}

static void
test_weights (void **state)
{
  static const struct
  {
    pe_weighting weighting;
    const char  *a, *b;
    pe_status    status;
  } rows[] = {
    { PE_WEIGHTING_BY_POINTS, "", "1", PE_ERROR_FIGURE_MISSING },
    { PE_WEIGHTING_BY_POINTS, "-1", "1", PE_ERROR_NEGATIVE_AMOUNT },
    { PE_WEIGHTING_BY_POINTS, "1万元", "1", PE_ERROR_UNIT_MISMATCH },
    { PE_WEIGHTING_BY_POINTS, "0", "0", PE_ERROR_WEIGHTS_ZERO },
    { PE_WEIGHTING_BY_FUNDS, "1", "1万元", PE_ERROR_UNIT_MISMATCH },
    { PE_WEIGHTING_BY_FUNDS, "1万元", "-1万元", PE_ERROR_NEGATIVE_AMOUNT },
    { PE_WEIGHTING_BY_FUNDS, "", "1万元", PE_ERROR_FIGURE_MISSING },
  };
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("B", "100", ATTESTED)));

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      batch units;

      batch_init (&units, PE_ROLLUP_SCORES_FIRST, rows[i].weighting);
      batch_add (&units, unit_of (rules, "甲", "\"declared\": [" SELF ("B", "1") "]"), rows[i].a);
      batch_add (&units, unit_of (rules, "乙", "\"declared\": [" SELF ("B", "2") "]"), rows[i].b);
      pe_findings_unref (refuse_batch (&units, rows[i].status));
    }
  pe_rulebook_unref (rules);
}

#define FUNDED(first, second)                                                                                        \
  "\"budget\": {\"lines\": [{\"name\": \"基本\", \"category\": \"basic\", \"adjusted\": \"" first "\"}, {\"name\": " \
  "\"项目\", \"category\": \"project\", \"adjusted\": \"" second "\"}]}, \"declared\": [" SELF ("B", "50") "]"

/* By funds a unit without a weight of its own weighs as much as its budget, 3 + 1 and 4 of 8; a unit without a budget, or
 * with one whose sum fits no number, weighs nothing that is known. */
static void
test_weights_by_funds (void **state)
{
  static const struct
  {
    const char *members, *weight;
    pe_status   status;
  } rows[] = { { FUNDED ("3元", "1元"), "", PE_OK },
               { "\"declared\": [" SELF ("B", "50") "]", "4元", PE_OK },
               { "\"declared\": [" SELF ("B", "50") "]", "", PE_ERROR_FIGURE_MISSING },
               { FUNDED ("9223372036854775807元", "1元"), "", PE_ERROR_FIGURE_MISSING } };
  pe_rulebook *rules = rules_of (RULES (NO_ROUNDING, LEAF ("B", "100", ATTESTED)));

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      batch units;

      batch_init (&units, PE_ROLLUP_SCORES_FIRST, PE_WEIGHTING_BY_FUNDS);
      batch_add (&units, unit_of (rules, "甲", "\"declared\": [" SELF ("B", "100") "]"), "4元");
      batch_add (&units, unit_of (rules, "乙", rows[i].members), rows[i].weight);
      if (rows[i].status == PE_OK)
        check_outcome (&units, "75/1", NULL);
      else
        {
          pe_findings *findings = refuse_batch (&units, rows[i].status);

          assert_string_equal (get_path (pe_findings_get (findings, 0)), "/units/1/budget/lines");
          pe_findings_unref (findings);
        }
    }
  pe_rulebook_unref (rules);
}

static void
test_arguments (void **state)
{
  pe_rulebook    *rules = rules_of (RULES (TWO_PLACES, PLAIN));
  batch           units;
  pe_rollup      *self = NULL;
  pe_rollup_unit  unit;
  pe_rollup_entry entry;
  pe_node         node;
  pe_ratio       *ratio = NULL;
  pe_text        *text = NULL;

  (void) state;
  batch_init (&units, PE_ROLLUP_SCORES_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, plain_unit (rules, "甲", "1", "1", "1", "1"), "1");
  assert_int_equal (pe_roll_up (NULL, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_roll_up (&self, NULL, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_roll_up (&self, units.units, 0, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_roll_up (&self, units.units, 1000001, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_roll_up (&self, units.units, 1, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.mode = 3;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.mode = PE_ROLLUP_SCORES_FIRST;
  units.options.weighting = 0;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.weighting = PE_WEIGHTING_BY_POINTS;
  units.options.mean_places = 2;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.mean_rounding = PE_ROUND_HALF_UP;
  units.options.mean_places = 19;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.mean_places = -1;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.mean_places = 0;
  units.options.mean_rounding = -1;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.mean_rounding = PE_ROUND_CEILING + 1;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.mean_rounding = PE_ROUND_HALF_UP;
  units.options.mean_places = 18;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_OK);
  g_clear_pointer (&self, pe_rollup_unref);
  units.options.mean_rounding = 0;
  units.options.mean_places = 0;
  units.options.unit_name = NULL;
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.unit_name = "";
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.options.unit_name = "\xff";
  assert_int_equal (pe_roll_up (&self, units.units, 1, &units.options, NULL, NULL), PE_ERROR_INVALID_UTF8);
  units.options.unit_name = "一";
  units.units[1] = units.units[0];
  units.units[1].evaluation = NULL;
  assert_int_equal (pe_roll_up (&self, units.units, 2, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.units[1] = units.units[0];
  units.units[1].reserved = 1;
  assert_int_equal (pe_roll_up (&self, units.units, 2, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  units.units[1] = units.units[0];
  units.units[1].weight.value.scale = 19;
  assert_int_equal (pe_roll_up (&self, units.units, 2, &units.options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (self);

  self = roll (&units);
  pe_rollup_unit_init (&unit, sizeof unit);
  pe_rollup_entry_init (&entry, sizeof entry);
  pe_node_init (&node, sizeof node);
  assert_int_equal (pe_rollup_get_unit (&unit, self, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_get_unit (NULL, self, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rollup_get_unit (&unit, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rollup_get_entry (&entry, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rollup_explain (&text, NULL, 0, PE_LANGUAGE_EN, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rollup_print_formula (NULL, self, 0, PE_LANGUAGE_EN, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rollup_compute_share (&ratio, self, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_get_node (&node, self, 3, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_compute_points (&ratio, self, 3, PE_POINTS_SCORE, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_compute_points (&ratio, self, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rollup_get_entry (&entry, self, 99, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_compute_amount (&ratio, self, 99, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_print_reason (&text, self, 99, PE_LANGUAGE_EN, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_print_formula (&text, self, 3, PE_LANGUAGE_EN, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rollup_explain (&text, self, 3, PE_LANGUAGE_EN, NULL), PE_ERROR_NOT_FOUND);
  assert_ptr_equal (pe_rollup_ref (self), self);
  pe_rollup_unref (self);
  pe_rollup_unref (self);
  pe_rollup_unref (NULL);
  assert_int_equal (pe_rollup_get_n_units (NULL) + pe_rollup_get_n_nodes (NULL) + pe_rollup_get_n_entries (NULL), 0);
  pe_rulebook_unref (rules);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_scores_first),
    cmocka_unit_test (test_rounded_once),
    cmocka_unit_test (test_totals_first),
    cmocka_unit_test (test_rates_are_averaged),
    cmocka_unit_test (test_bare_numbers),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_yes_and_no),
    cmocka_unit_test (test_grades_of_persons),
    cmocka_unit_test (test_rows),
    cmocka_unit_test (test_rows_that_differ),
    cmocka_unit_test (test_withdrawn_rows),
    cmocka_unit_test (test_budgets),
    cmocka_unit_test (test_months_and_three_public),
    cmocka_unit_test (test_procurement),
    cmocka_unit_test (test_adjustments),
    cmocka_unit_test (test_ledger_closes),
    cmocka_unit_test (test_rulebooks_differ),
    cmocka_unit_test (test_weights),
    cmocka_unit_test (test_weights_by_funds),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
