/* test-lanes.c - programs over columns: what becomes one, what it gives, and that it gives what the rule gives
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PERFEVAL_LANES_PAIRS is how many pairs of a rule and a unit are looked at.
 */
#include "pairs.h"

#include <stdlib.h>
#include <string.h>

#include "batch/plan-private.h"

#define PAIRS 150000
#define UNITS 700
#define MARKS 1000

/* A rulebook of one leaf, 1.1 of ten points, with a rule as JSON and with policies; what stands beside the rule comes behind a
 * BESIDE. */
#define BESIDE "|"

static pe_rulebook *
make_rulebook (const char *rule)
{
  const char  *beside = strchr (rule, BESIDE[0]);
  const size_t size = beside != NULL ? (size_t) (beside - rule) : strlen (rule);
  char        *leaf = g_strdup_printf (
      "\"declared\":\"never\",\"rule\":{%.*s,\"policies\":{\"missing\":\"full\",\"not_applicable\":"
             "\"zero\",\"zero_denominator\":\"zero\",\"text\":\"zero\",\"invalid\":\"zero\"}}%s",
      (int) size, rule, beside != NULL ? beside + 1 : "");
  pe_rulebook *out = read_leaf (leaf);

  g_free (leaf);
  return out;
}

static pe_batch_plan *
make_plan (const char *rule, pe_batch_level level)
{
  pe_rulebook          *rulebook = make_rulebook (rule);
  pe_batch_plan_options options;
  pe_batch_plan        *plan = NULL;

  pe_batch_plan_options_init (&options, sizeof options);
  options.level = level;
  options.fiscal_year = 2023;
  if (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL) == PE_ERROR_BATCH_LEVEL)
    {
      options.level = 0;
      assert_int_equal (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL), PE_OK);
    }
  pe_rulebook_unref (rulebook);
  return plan;
}

static pe_form_kind
get_form (const pe_batch_plan *plan)
{
  return pe_plan_leaf_at (plan, 0)->form.kind;
}

static pe_batch_plan *
make_plan_of_formula (const char *formula)
{
  char *rule
      = g_strdup_printf ("\"shape\":\"capped_ratio/1\"," RANDOM_TYPES ",\"actual\":{\"formula\":\"%s\"}", formula);
  pe_batch_plan *plan = make_plan (rule, 0);

  g_free (rule);
  return plan;
}

/* What becomes a program */

static void
test_compiled (void **state)
{
  static const char *const compiled[] = {
    "a + b * c - 3",
    "if a > b then a / b else 0.5",
    "if a = null then 0 else if b = null then 1 else a / c",
    "min(a, b, 3) / max([a, b])",
    "mean(a, b, c) / sum([a, b])",
    "round half up(a / b, 2)",
    "decimal(a, 0) + floor(b) + ceiling(c, 1)",
    "abs(a - b) ** 2 / 10000",
    "if a between 1 and 5 or b in ([1..2), > 7, 3) then 1 else 0",
    "if a in [1, 2, 3] and not(t) then 1 else 0",
    "if s = \\\"x\\\" then 1 else 0.5",
    "if s in (\\\"x\\\", \\\"y\\\") then a else b",
    "if d < date(\\\"2023-05-01\\\") then 1 else 0",
    "(d - date(\\\"2023-01-01\\\")) / 365",
    "budget.executed / budget.adjusted * 0.9 + a",
    "1 - budget.execution_rate",
    "count([a, b]) / 2",
    "-a / 3",
    "budget.adjustment_rate + a",
    "sqrt(a * a + b * b) / 10",
    "sqrt(a / b)",
    "a ** 0.5",
    "a ** (1/2)",
    "a ** 7",
    "(a / b) ** -2",
    "a ** 0 + b",
    "if s = u then 1 else 0",
    "if (if t then s else \\\"x\\\") in (u, \\\"y\\\") then 1 else 0",
    "if some x in [a, b] satisfies x > 1 then 1 else 0",
    "if every x in [a, b, c] satisfies some y in [1, x] satisfies y >= c then a else b",
    "sum([a, b][item > 1]) + count([a, b, 3][item != c])",
    "max([a, b, c][item > 1][item < 9]) / min([a, 2][item <= b])",
    "mean([a, b, c][item > 0 or t])",
    "if a in [b, c][item > 1] then 1 else 0",
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (compiled); i++)
    {
      pe_batch_plan *plan = make_plan_of_formula (compiled[i]);

      if (get_form (plan) != PE_FORM_PROGRAM)
        fail_msg ("%s is no program", compiled[i]);
      pe_batch_plan_unref (plan);
    }
}

/* Kernels go before programs, and what neither knows is the rule's. */
static void
test_others (void **state)
{
  static const struct
  {
    const char  *formula;
    pe_form_kind form;
  } others[]
      = { { "a / b", PE_FORM_RATIO },
          { "a ** b", PE_FORM_EXACT },
          { "a ** 1.5", PE_FORM_EXACT },
          { "a ** 21", PE_FORM_EXACT },
          { "decimal(a, b)", PE_FORM_EXACT },
          { "decimal(a, 19)", PE_FORM_EXACT },
          { "if count([a, b][item > c]) > 1 then 1 else count(if t then [1] else [2, 3])", PE_FORM_EXACT },
          { "a * 0.0000000000000000001", PE_FORM_EXACT } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (others); i++)
    {
      pe_batch_plan *plan = make_plan_of_formula (others[i].formula);

      if (get_form (plan) != others[i].form)
        fail_msg ("%s has form %d", others[i].formula, (int) get_form (plan));
      pe_batch_plan_unref (plan);
    }
}

/* Loops inside each other that go through their lists 5^12 times, though that comes to few operations, are more than the rule has
 * steps for; a text that is chosen from itself again and again is one operation each time. */
static void
test_large_formulas (void **state)
{
  GString       *loops = g_string_new ("if "), *texts = g_string_new ("if ");
  pe_batch_plan *plan;

  (void) state;
  for (int i = 0; i < 12; i++)
    g_string_append_printf (loops, "every v%d in [1, 2, 3, 4, 5] satisfies ", i);
  g_string_append (loops, "a != v0 then 1 else 0");
  plan = make_plan_of_formula (loops->str);
  assert_int_equal (get_form (plan), PE_FORM_EXACT);
  pe_batch_plan_unref (plan);
  g_string_append (texts, "some v0 in [if t then \\\"x\\\" else \\\"y\\\"] satisfies ");
  for (int i = 1; i < 50; i++)
    g_string_append_printf (texts, "some v%d in [if t then v%d else v%d] satisfies ", i, i - 1, i - 1);
  g_string_append (texts, "v49 = s then 1 else 0");
  plan = make_plan_of_formula (texts->str);
  assert_int_equal (get_form (plan), PE_FORM_PROGRAM);
  pe_batch_plan_unref (plan);
  g_string_free (loops, TRUE);
  g_string_free (texts, TRUE);
}

/* Rules, each with a formula where it takes one, or what costs points after it: each is a program, or has one beside it. */
#define CAPPED "\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"}"
#define OVER(action) CAPPED BESIDE ",\"over_achievement\":{\"from\":\"1.2\"," action "}"
#define CAP(rule, condition) rule BESIDE ",\"caps\":[{" condition ",\"points\":\"6.5\",\"reason\":{\"zh\":\"封顶\"}}]"
#define LINE \
  "\"points\":[{\"at\":\"1\",\"points\":\"2\"},{\"at\":\"4\",\"points\":\"0\"},{\"at\":\"100\",\"points\":\"10\"}]"
#define STEPS                                                                                                       \
  "\"steps\":[{\"ends\":\"()\",\"to\":\"0.1\",\"points\":\"10\"},{\"ends\":\"[)\",\"from\":\"0.1\",\"to\":\"0.5\"," \
  "\"points\":\"7\"},{\"ends\":\"[)\",\"from\":\"0.5\",\"points\":\"0\"}]"

static const char *const rules[] = {
  "\"shape\":\"inverse_linear/1\",\"actual\":{\"formula\":\"a - c\"},\"target\":{\"fact\":\"b\"}",
  "\"shape\":\"inverse_linear/1\",\"actual\":{\"fact\":\"a\"},\"target\":\"50\"",
  "\"shape\":\"equality/1\",\"actual\":{\"formula\":\"min(a, c)\"},\"target\":{\"fact\":\"b\"},\"mode\":\"cap\"",
  "\"shape\":\"equality/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"formula\":\"b\"},\"mode\":\"exact\"",
  "\"shape\":\"equality/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"},\"mode\":\"flag\"",
  "\"shape\":\"piecewise_linear/1\",\"value\":{\"formula\":\"a / c\"}," LINE,
  "\"shape\":\"piecewise_linear/1\",\"value\":{\"measure\":\"budget.adjustment_rate\"},\"unit\":\"%\"," LINE,
  "\"shape\":\"last_year/1\",\"value\":{\"formula\":\"abs(a)\"},\"last\":{\"fact\":\"b\"},\"none\":\"10\","
  "\"not_more\":\"4\",\"more\":\"1.005\"",
  "\"shape\":\"on_time_share/1\",\"on_time\":{\"fact\":\"a\"},\"applicable\":{\"fact\":\"b\"}",
  "\"shape\":\"per_unit_excess/1\",\"actual\":{\"formula\":\"a / 7\"},\"target\":\"2\",\"side\":\"above\",\"per\":"
  "\"0.3\",\"points\":\"0.25\",\"count\":\"continuous\"",
  "\"shape\":\"per_unit_excess/1\",\"actual\":{\"measure\":\"budget.execution_rate\"},\"target\":\"90%\",\"side\":"
  "\"below\",\"per\":\"1\",\"points\":\"0.5\",\"count\":\"ceiling\",\"unit\":\"百分点\"",
  "\"shape\":\"per_unit_excess/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"formula\":\"b + 1\"},\"side\":\"above\","
  "\"relative\":\"yes\",\"per\":\"7\",\"points\":\"0.5\",\"count\":\"floor\",\"unit\":\"%\"",
  "\"shape\":\"per_unit_deviation/1\",\"actual\":{\"formula\":\"a\"},\"target\":{\"fact\":\"b\"},\"per\":\"0.03\","
  "\"points\":\"0.25\",\"count\":\"floor\"",
  "\"shape\":\"deviation_steps/1\",\"actual\":{\"formula\":\"a\"},\"target\":{\"fact\":\"b\"},\"deviation\":"
  "\"absolute\"," STEPS,
  "\"shape\":\"deviation_steps/"
  "1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"},\"deviation\":\"signed\"," STEPS,
  "\"shape\":\"alternative/1\",\"choice\":\"best\",\"alternatives\":[{\"id\":\"x\",\"rule\":{" CAPPED
  "}},{\"id\":\"y\",\"rule\":{\"shape\":\"inverse_ratio/1\",\"actual\":{\"formula\":\"c * 2\"},\"target\":\"40\"}},"
  "{\"id\":\"z\",\"rule\":{\"shape\":\"binary/1\",\"value\":{\"fact\":\"t\"}}}]",
  "\"shape\":\"alternative/1\",\"choice\":\"declared\",\"alternatives\":[{\"id\":\"x\",\"rule\":{" CAPPED
  "}},{\"id\":\"y\",\"rule\":{\"shape\":\"inverse_linear/1\",\"actual\":{\"formula\":\"c / 2\"},\"target\":\"40\"}}]",
  "\"shape\":\"graded/1\",\"bands\":[{\"id\":\"x\",\"name\":{\"zh\":\"甲\"},\"from\":\"0.333\",\"to\":\"1\",\"ends\":"
  "\"[]\"},{\"id\":\"y\",\"name\":{\"zh\":\"乙\"},\"from\":\"0\",\"to\":\"0.333\",\"ends\":\"[)\"}]",
  "\"shape\":\"external_score/1\",\"score\":{\"fact\":\"a\"}",
  "\"shape\":\"external_score/1\",\"score\":{\"formula\":\"a / 3\"},\"out_of\":{\"fact\":\"b\"}",
  "\"shape\":\"milestones/"
  "1\",\"milestones\":[{\"id\":\"p\",\"name\":{\"zh\":\"一\"},\"share\":\"0.5\",\"points\":\"6\","
  "\"date\":\"06-30\"},{\"id\":\"q\",\"name\":{\"zh\":\"二\"},\"share\":\"1\",\"points\":\"4.5\",\"date\":\"12-31\"}]",
  OVER ("\"action\":\"reduce\",\"per\":\"0.5\",\"cap\":\"0.7\""),
  OVER ("\"action\":\"reason\",\"if_no_reason\":\"zero\""),
  OVER ("\"action\":\"reason\",\"if_no_reason\":\"error\""),
  "\"shape\":\"equality/1\",\"actual\":{\"formula\":\"a\"},\"target\":{\"fact\":\"b\"},\"mode\":\"cap\"" BESIDE
  ",\"over_achievement\":{\"from\":\"1.005\",\"action\":\"reduce\",\"per\":\"1\",\"cap\":\"1\"}",
  CAP ("\"shape\":\"inverse_linear/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"}",
       "\"if_formula\":\"budget.executed > a or c = 3\""),
  CAP ("\"shape\":\"inverse_linear/1\"," RANDOM_TYPES ",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"}",
       "\"if_formula\":\"t or s = u and d < date(\\\"2023-05-20\\\")\""),
  CAP ("\"shape\":\"equality/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"},\"mode\":\"cap\"",
       "\"if_fact\":\"t\""),
};

static void
test_compiled_rules (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      pe_batch_plan *plan = make_plan (rules[i], 0);

      if (get_form (plan) != PE_FORM_PROGRAM)
        fail_msg ("%s is no program", rules[i]);
      pe_batch_plan_unref (plan);
    }
}

/* What it gives */

/* The points of three cells of the fact a, in hundredths. */
static void
score_cells (const char *rule, const int64_t *cells, size_t n, int64_t *points)
{
  pe_batch_plan  *plan = make_plan (rule, 0);
  pe_batch_column column;
  all_results     results;
  pe_batch_counts counts;

  assert_int_equal (get_form (plan), PE_FORM_PROGRAM);
  assert_int_equal (pe_batch_plan_get_n_inputs (plan), 1);
  pe_batch_column_init (&column, sizeof column);
  column.type = PE_BATCH_INT64;
  column.values = cells;
  pe_batch_counts_init (&counts, sizeof counts);
  all_results_init (&results, plan, n);
  assert_int_equal (pe_batch_run (&counts, plan, &column, 1, &results.results, n, NULL, NULL), PE_OK);
  assert_int_equal (counts.cells_exact, 0);
  memcpy (points, results.outputs[2].points, n * sizeof *points);
  all_results_clear (&results);
  pe_batch_plan_unref (plan);
}

/* Three decisions, a < 50, a >= 10 and a >= 30, of 1, 4 and 2 points, and half a point where none holds: for a = 5, 20, 40 and
 * 60 the decisions are {1}, {1, 2}, {1, 2, 3} and {2, 3}. */
static void
test_hit_policies (void **state)
{
  static const int64_t cells[] = { 5, 20, 40, 60 };
  static const struct
  {
    const char *policy;
    int64_t     points[G_N_ELEMENTS (cells)];
  } policies[] = {
    { "\"F\"", { 100, 100, 100, 400 } },
    /* 2 goes before 1, and 1 before 4 */
    { "\"P\",\"priority\":[\"2\",\"1\",\"4\"]", { 100, 100, 200, 200 } },
    { "\"C<\"", { 100, 100, 100, 200 } },
    { "\"C>\"", { 100, 400, 400, 400 } },
    { "\"C+\"", { 100, 500, 700, 600 } },
    { "\"C\"", { 100, 500, 700, 600 } },
    { "\"R\"", { 100, 500, 700, 600 } },
    { "\"C#\"", { 100, 200, 300, 200 } },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      int64_t points[G_N_ELEMENTS (cells)];
      char   *rule = g_strdup_printf (
          "\"shape\":\"decision_table/1\",\"hit\":%s,\"inputs\":[{\"id\":\"n\",\"formula\":\"a\"}],"
            "\"rules\":[{\"when\":[\"< 50\"],\"points\":\"1\"},{\"when\":[\">= 10\"],\"points\":\"4\"},"
            "{\"when\":[\">= 30\"],\"points\":\"2\"}],\"default\":\"0.5\"",
          policies[i].policy);

      score_cells (rule, cells, G_N_ELEMENTS (cells), points);
      assert_memory_equal (points, policies[i].points, sizeof points);
      g_free (rule);
    }
}

/* One decision at a time, and the default between them; under A two may hold that say the same. */
static void
test_single_hits (void **state)
{
  static const char unique[]
      = "\"shape\":\"decision_table/1\",\"hit\":\"U\",\"inputs\":[{\"id\":\"n\",\"formula\":\"a / 4\"}],"
        "\"rules\":[{\"when\":[\"<= 1.5\"],\"points\":\"1.25\"},"
        "{\"when\":[\"(2..3], 7.25, > 9\"],\"points\":\"3\"}],\"default\":\"0.5\"";
  static const char any[]
      = "\"shape\":\"decision_table/1\",\"hit\":\"A\",\"inputs\":[{\"id\":\"n\",\"formula\":\"a / 4\"}],"
        "\"rules\":[{\"when\":[\"<= 1.5\"],\"points\":\"3\"},"
        "{\"when\":[\"not([2..7])\"],\"points\":\"3\"}],\"default\":\"0.5\"";
  static const int64_t cells[] = { 6, 7, 8, 9, 12, 13, 29, 36, 37 };
  static const int64_t of_unique[] = { 125, 50, 50, 300, 300, 50, 300, 50, 300 };
  static const int64_t of_any[] = { 300, 300, 50, 50, 50, 50, 300, 300, 300 };
  int64_t              points[G_N_ELEMENTS (cells)];

  (void) state;
  score_cells (unique, cells, G_N_ELEMENTS (cells), points);
  assert_memory_equal (points, of_unique, sizeof points);
  score_cells (any, cells, G_N_ELEMENTS (cells), points);
  assert_memory_equal (points, of_any, sizeof points);
}

/* Ten points × x, x being worked out by hand. */
static void
test_arithmetic (void **state)
{
  static const struct
  {
    const char *formula;
    int64_t     points[4];
  } formulas[] = {
    { "a / 3 + 1/8 - 1/8", { 0, 333, 667, 1000 } },
    { "if a >= 2 then 1 / a else a / 8", { 0, 125, 500, 333 } },
    { "min(a, 3 - a) / 2", { 0, 500, 500, 0 } },
    { "round half up(a / 4, 1)", { 0, 300, 500, 800 } },
    { "decimal(a / 4, 1)", { 0, 200, 500, 800 } },
    { "round up(a / 4, 1) - round down(a / 4, 1)", { 0, 100, 0, 100 } },
    { "(floor(a / 2) + ceiling(a / 2)) / 10", { 0, 100, 200, 300 } },
    { "abs(a - 2) ** 3 / 10", { 800, 100, 0, 100 } },
    { "mean(a, 1, 2) / 3", { 333, 444, 556, 667 } },
    { "if a in (0, [2..3)) then 0.7 else 0.2", { 700, 200, 700, 200 } },
    { "if a between 1 and 2 and not(a = 1) then 1 else 0", { 0, 0, 1000, 0 } },
    /* 1 / 2 and the root of 2 and of 3, halved; 2/3 exactly, of which a half is a third */
    { "sqrt(a) / 2", { 0, 500, 707, 866 } },
    { "sqrt(4 / 9) * a / 2", { 0, 333, 667, 1000 } },
    { "(a * a / 9) ** 0.5", { 0, 333, 667, 1000 } },
    { "(a + 1) ** -1", { 1000, 500, 333, 250 } },
    { "sum([a, 2][item > 1]) / 5", { 400, 400, 800, 1000 } },
    { "count([a, 1, 2][item != 1]) / 3", { 667, 333, 667, 667 } },
    { "max([a, 1][item < 3]) / 2", { 500, 500, 1000, 500 } },
    { "mean([a, 2][item != 0]) / 3", { 667, 500, 667, 833 } },
    { "if every x in [a, 2] satisfies x < 3 then 1 else 0", { 1000, 1000, 1000, 0 } },
    { "if some x in [1, 2] satisfies x = a then 0.3 else 0.1", { 100, 300, 300, 100 } },
    { "if a in [1, 2, 3][item > 1] then 1 else 0", { 0, 0, 1000, 1000 } },
  };
  static const int64_t cells[] = { 0, 1, 2, 3 };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      char *rule
          = g_strdup_printf ("\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"%s\"}", formulas[i].formula);
      int64_t points[G_N_ELEMENTS (cells)];

      score_cells (rule, cells, G_N_ELEMENTS (cells), points);
      for (size_t k = 0; k < G_N_ELEMENTS (cells); k++)
        if (points[k] != formulas[i].points[k])
          fail_msg ("%s at %d: %d", formulas[i].formula, (int) k, (int) points[k]);
      g_free (rule);
    }
}

/* 50 percentage points are a half to a formula, whatever scores it, and fifty to a rule. */
static void
test_percentage_points (void **state)
{
  static const struct
  {
    const char *rule;
    int64_t     points;
  } rules_of_points[] = {
    { "\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"a\"}", 500 },
    { "\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"a + 0.25\"}", 750 },
    { "\"shape\":\"inverse_ratio/1\",\"actual\":{\"formula\":\"a\"},\"target\":\"0.25\"", 500 },
    { "\"shape\":\"binary/1\",\"compare\":\"<\",\"limit\":\"1\",\"value\":{\"formula\":\"a\"}", 1000 },
    { "\"shape\":\"binary/1\",\"compare\":\"<\",\"limit\":\"40百分点\",\"value\":{\"fact\":\"a\"}", 0 },
    { "\"shape\":\"binary/1\",\"compare\":\"<\",\"limit\":\"60百分点\",\"value\":{\"fact\":\"a\"}", 1000 },
  };
  const int64_t cell = 50;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rules_of_points); i++)
    {
      pe_batch_plan  *plan = make_plan (rules_of_points[i].rule, 0);
      pe_batch_column column;
      all_results     results;

      pe_batch_column_init (&column, sizeof column);
      column.type = PE_BATCH_INT64;
      column.unit = PE_UNIT_PERCENTAGE_POINT;
      column.values = &cell;
      all_results_init (&results, plan, 1);
      assert_int_equal (pe_batch_run (NULL, plan, &column, 1, &results.results, 1, NULL, NULL), PE_OK);
      if (results.outputs[2].points[0] != rules_of_points[i].points)
        fail_msg ("%s: %d", rules_of_points[i].rule, (int) results.outputs[2].points[0]);
      all_results_clear (&results);
      pe_batch_plan_unref (plan);
    }
}

/* That it gives what the rule gives */

/* The edges of every range that a program can choose, and of 64 bits. */
static int64_t
roll_edge (dice *roll)
{
  static const int32_t bits[] = { 20, 25, 30, 35, 40, 44, 45, 46, 48, 50, 62 };
  const int64_t        power = INT64_C (1) << bits[dice_below (roll, G_N_ELEMENTS (bits))];

  switch (dice_below (roll, 4))
    {
    case 0:
      return (int64_t) dice_roll (roll);
    case 1:
      return dice_strikes (roll, 50) ? G_MAXINT64 : G_MININT64;
    default:
      return power - 1 + (int64_t) dice_below (roll, 3);
    }
}

/* Small numbers, among which ties and zeros are many, and amounts of any length. */
static int64_t
roll_cell (dice *roll)
{
  const int64_t sign = dice_strikes (roll, 15) ? -1 : 1;

  if (dice_strikes (roll, 5))
    return roll_edge (roll);
  if (dice_strikes (roll, 10))
    return 0;
  if (dice_strikes (roll, 50))
    return sign * (int64_t) dice_below (roll, 130);
  return sign * (int64_t) dice_roll_length (roll, 24, 35);
}

/* Texts, one of them blank, days and what is no day. */
static const char *const words[]
    = { "x", "y", "有", "z", " \t", "2023-05-01", "2023-06-01", "1999-12-31", "2023-02-30" };
#define FIRST_DAY 5
#define N_DAYS 3

static int64_t
roll_word (const char *fact, dice *roll)
{
  if (dice_strikes (roll, 3))
    return (int64_t) dice_below (roll, G_N_ELEMENTS (words) + 2) - 1;
  if (strcmp (fact, "d") == 0)
    return FIRST_DAY + (int64_t) dice_below (roll, N_DAYS);
  return (int64_t) dice_below (roll, FIRST_DAY);
}

typedef struct cells
{
  pe_batch_column columns[MOST_INPUTS];
  int64_t         numbers[MOST_INPUTS][UNITS];
  uint8_t         validity[MOST_INPUTS][UNITS / 8 + 1];
  uint8_t         states[MOST_INPUTS][UNITS];
} cells;

static void
roll_column (cells *self, const pe_batch_plan *plan, size_t index, dice *roll)
{
  static const pe_unit units[]
      = { PE_UNIT_NONE, PE_UNIT_NONE, PE_UNIT_NONE, PE_UNIT_WAN_YUAN, PE_UNIT_PERCENT, PE_UNIT_PERCENTAGE_POINT };
  const pe_plan_input *input = pe_plan_input_at (plan, index);
  pe_batch_column     *column = &self->columns[index];
  const gboolean       is_text = input->about.type == PE_BATCH_INPUT_TEXT;
  const gboolean       is_number = input->about.type == PE_BATCH_INPUT_NUMBER;

  pe_batch_column_init (column, sizeof *column);
  column->type = PE_BATCH_INT64;
  column->values = self->numbers[index];
  column->unit = input->about.unit;
  if (is_number && input->about.unit == PE_UNIT_NONE)
    column->unit = units[dice_below (roll, G_N_ELEMENTS (units))];
  column->scale = is_number ? (int32_t) dice_below (roll, dice_strikes (roll, 90) ? 4 : 19) : 0;
  column->words = is_text ? words : NULL;
  column->n_words = is_text ? G_N_ELEMENTS (words) : 0;
  for (size_t i = 0; i < UNITS; i++)
    {
      const gboolean has_value = dice_strikes (roll, 97);

      self->numbers[index][i] = is_text     ? roll_word (input->about.name, roll)
                                : is_number ? roll_cell (roll)
                                            : (int64_t) dice_below (roll, 2);
      self->validity[index][i / 8]
          = (uint8_t) ((self->validity[index][i / 8] & ~(1 << (i % 8))) | has_value << (i % 8));
      self->states[index][i] = (uint8_t) (has_value ? PE_STATE_VALUE : dice_below (roll, PE_STATE_TEXT + 1));
    }
  if (dice_strikes (roll, 50))
    column->validity = self->validity[index];
  else
    column->states = self->states[index];
}

/* One number for all units where the rule is to score them. */
static void
leave_to_rule (pe_batch_plan *plan)
{
  pe_vector_at (&plan->leaves, pe_plan_leaf, 0)->form.kind = PE_FORM_EXACT;
}

static void
put_random_formula (GString *text, dice *roll)
{
  static const char *const beginnings[] = {
    "\"shape\":\"capped_ratio/1\",\"actual",
    "\"shape\":\"capped_ratio/1\",\"target\":{\"formula\":\"b - 5\"},\"actual",
    "\"shape\":\"inverse_ratio/1\",\"target\":{\"fact\":\"b\"},\"actual",
    "\"shape\":\"inverse_linear/1\",\"target\":{\"fact\":\"b\"},\"actual",
    "\"shape\":\"equality/1\",\"mode\":\"cap\",\"target\":{\"fact\":\"b\"},\"actual",
    "\"shape\":\"per_unit_excess/1\",\"target\":\"3\",\"side\":\"below\",\"per\":\"0.7\",\"points\":\"0.3\",\"count\":"
    "\"ceiling\",\"actual",
    "\"shape\":\"binary/1\",\"compare\":\"<\",\"limit\":\"12.5\",\"value",
    "\"shape\":\"steps/1\"," STEPS ",\"value",
    "\"shape\":\"piecewise_linear/1\"," LINE ",\"value"
  };

  g_string_append_printf (
      text, RANDOM_TYPES ",%s\":{\"formula\":\"", beginnings[dice_below (roll, G_N_ELEMENTS (beginnings))]);
  put_random_number (text, roll, 1 + (int) dice_below (roll, 3));
  g_string_append (text, "\"}");
}

/* A condition of any kind for a cap, now and then. */
static void
put_random_cap (GString *text, dice *roll)
{
  g_string_append (text, BESIDE ",\"caps\":[{\"if_formula\":\"");
  put_random_truth (text, roll, 1 + (int) dice_below (roll, 2));
  g_string_append (text, "\",\"points\":\"3.5\",\"reason\":{\"zh\":\"封顶\"}}]");
}

static void
put_random_rule (GString *text, dice *roll)
{
  if (dice_strikes (roll, 20))
    put_random_table (text, roll, MARKS);
  else if (dice_strikes (roll, 40))
    g_string_append (text, rules[dice_below (roll, G_N_ELEMENTS (rules))]);
  else
    put_random_formula (text, roll);
  if (strstr (text->str, BESIDE) == NULL && strstr (text->str, "types") != NULL && dice_strikes (roll, 20))
    put_random_cap (text, roll);
}

static gboolean
run (const pe_batch_plan *plan, const cells *data, all_results *out, pe_batch_counts *counts)
{
  pe_batch_counts_init (counts, sizeof *counts);
  all_results_init (out, plan, UNITS);
  return pe_batch_run (counts, plan, data->columns, pe_batch_plan_get_n_inputs (plan), &out->results, UNITS, NULL, NULL)
         == PE_OK;
}

/* Counts over all rules. */
typedef struct tally
{
  size_t pairs;
  size_t rules;
  size_t programs;
  size_t by_rule; /* cells of programs that only the rule could score */
} tally;

static void
compare_rule (const char *rule, const cells *data, pe_batch_plan *exact, tally *seen)
{
  all_results     expected, found;
  pe_batch_counts counts;
  const gboolean  is_run = run (exact, data, &expected, &counts);

  for (pe_batch_level level = PE_BATCH_LEVEL_INTEGER; is_run && level <= PE_BATCH_LEVEL_V4; level++)
    {
      pe_batch_plan *plan = make_plan (rule, level);

      assert_true (run (plan, data, &found, &counts));
      if (!all_results_equal (&expected, &found))
        fail_msg ("level %d: %s", (int) level, rule);
      seen->rules += level == PE_BATCH_LEVEL_INTEGER;
      if (level == PE_BATCH_LEVEL_INTEGER && get_form (plan) == PE_FORM_PROGRAM)
        {
          seen->pairs += UNITS;
          seen->programs++;
          seen->by_rule += (size_t) counts.cells_exact;
        }
      all_results_clear (&found);
      pe_batch_plan_unref (plan);
    }
  all_results_clear (&expected);
}

/* Over columns made up. */
static void
look_at_rule (const char *rule, cells *data, dice *roll, tally *seen)
{
  pe_batch_plan *exact = make_plan (rule, 0);

  for (size_t i = 0; i < pe_batch_plan_get_n_inputs (exact); i++)
    roll_column (data, exact, i, roll);
  leave_to_rule (exact);
  compare_rule (rule, data, exact, seen);
  pe_batch_plan_unref (exact);
}

/* Powers of ten past what the rule lets a number have, and past 32 bits, which columns have no digits for: where nothing but their
 * sign is asked for, and where they come to nothing in the end. */
static void
test_large_powers (void **state)
{
#define TINY "0.000000000000000001"
  static const char *const formulas[] = {
    "if ((" TINY " ** 20) ** 20) ** 20 > 0 then a else 0",
    "if (((((((" TINY " ** 20) ** 20) ** 20) ** 20) ** 20) ** 20) ** 20) ** 20 > 0 then a else 0",
    "a * ((" TINY " ** 20) ** 20) ** 20 / ((" TINY " ** 20) ** 20) ** 20",
    "a * " TINY " ** 20 / " TINY " ** 20",
  };
  cells *data = g_new0 (cells, 1);
  tally  seen = { 0, 0, 0, 0 };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      dice  roll = { i + 1 };
      char *rule = g_strdup_printf ("\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"%s\"}", formulas[i]);

      look_at_rule (rule, data, &roll, &seen);
      g_free (rule);
    }
  assert_int_equal (seen.programs, G_N_ELEMENTS (formulas));
  g_free (data);
}

static void
test_as_the_rule (void **state)
{
  const char  *asked = getenv ("PERFEVAL_LANES_PAIRS");
  const char  *from = getenv ("PERFEVAL_BATCH_SEED");
  const size_t n = asked != NULL ? (size_t) strtoull (asked, NULL, 10) : PAIRS;
  cells       *data = g_new0 (cells, 1);
  tally        seen = { 0, 0, 0, 0 };

  (void) state;
  for (uint64_t seed = from != NULL ? strtoull (from, NULL, 10) : 1; seen.pairs < n; seed++)
    {
      dice     roll = { seed };
      GString *rule = g_string_new (NULL);

      put_random_rule (rule, &roll);
      look_at_rule (rule->str, data, &roll, &seen);
      g_string_free (rule, TRUE);
    }
  print_message ("%zu pairs of %zu programs, of %zu rules, and a unit, 0 differences; the rule scored %zu\n",
                 seen.pairs, seen.programs, seen.rules, seen.by_rule);
  /* What is no formula or table of figures, and powers by a figure, is rare. */
  assert_true (seen.programs * 10 >= seen.rules * 8);
  assert_true (seen.by_rule > 0 && seen.by_rule < seen.pairs);
  g_free (data);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_compiled),       cmocka_unit_test (test_large_formulas),
    cmocka_unit_test (test_compiled_rules), cmocka_unit_test (test_others),
    cmocka_unit_test (test_hit_policies),   cmocka_unit_test (test_single_hits),
    cmocka_unit_test (test_arithmetic),     cmocka_unit_test (test_percentage_points),
    cmocka_unit_test (test_large_powers),   cmocka_unit_test (test_as_the_rule),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
