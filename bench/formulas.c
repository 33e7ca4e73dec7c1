/* formulas.c - a rulebook of formulas and decision tables: as programs over columns, and by the rule, one unit after the other
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"

#include "batch/plan-private.h"

#define ROUNDS 7
/* By the rule a unit takes so long that a few show it. */
#define FEW_UNITS 20000
#define LEAVES 8
#define MOST_COLUMNS 32

/* Rules of ten points each, with what stands beside them. */
typedef struct leaf_of_bench
{
  const char *rule;
  const char *beside;
} leaf_of_bench;

static const leaf_of_bench formula_rules[LEAVES] = {
  { "\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"(budget.executed - budget.carried_in) / budget.adjusted\"}",
    "" },
  { "\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"0.6 * a / b + 0.4 * c / b\"}", "" },
  { "\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"if b = null then 0.5 else min(a, b) / max(b, 1)\"}", "" },
  { "\"shape\":\"steps/1\",\"value\":{\"formula\":\"round half up(budget.executed / budget.adjusted, 3)\"},\"steps\":["
    "{\"ends\":\"()\",\"to\":\"0.8\",\"points\":\"0\"},{\"ends\":\"[)\",\"from\":\"0.8\",\"to\":\"0.95\",\"points\":"
    "\"5\"},"
    "{\"ends\":\"[)\",\"from\":\"0.95\",\"points\":\"10\"}]",
    "" },
  { "\"shape\":\"binary/1\",\"compare\":\"<=\",\"limit\":\"0.05\",\"value\":{\"formula\":\"abs(a - b) / b\"}", "" },
  { "\"shape\":\"inverse_ratio/1\",\"target\":\"100\",\"actual\":{\"formula\":\"mean(a, b, c)\"}", "" },
  { "\"shape\":\"decision_table/1\",\"types\":{\"t\":\"boolean\"},\"hit\":\"F\",\"inputs\":["
    "{\"id\":\"r\",\"formula\":\"a / b\"},{\"id\":\"t\",\"formula\":\"t\"}],\"rules\":["
    "{\"when\":[\">= 0.95\",\"true\"],\"points\":\"10\"},{\"when\":[\">= 0.9\",\"-\"],\"points\":\"8\"},"
    "{\"when\":[\"[0.6..0.9)\",\"-\"],\"points\":\"5\"}],\"default\":\"0\"",
    "" },
  { "\"shape\":\"decision_table/"
    "1\",\"hit\":\"C+\",\"inputs\":[{\"id\":\"a\",\"formula\":\"a\"},{\"id\":\"c\",\"formula\":\"c - b\"}],"
    "\"rules\":[{\"when\":[\">= 50\",\"-\"],\"points\":\"4\"},{\"when\":[\"-\",\"> 0\"],\"points\":\"3.5\"},"
    "{\"when\":[\"not(0)\",\"[-10..10]\"],\"points\":\"2.5\"}],\"default\":\"0\"",
    "" },
};

/* Other shapes, lists, a root, texts of columns, and what costs points after the rule. */
static const leaf_of_bench other_rules[LEAVES] = {
  { "\"shape\":\"inverse_linear/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"}", "" },
  { "\"shape\":\"per_unit_excess/1\",\"actual\":{\"measure\":\"budget.adjustment_rate\"},\"target\":\"10%\",\"side\":"
    "\"above\",\"per\":\"1\",\"points\":\"0.1\",\"count\":\"floor\",\"unit\":\"百分点\"",
    "" },
  { "\"shape\":\"piecewise_linear/1\",\"value\":{\"formula\":\"a / c\"},\"points\":[{\"at\":\"0.5\",\"points\":\"0\"},"
    "{\"at\":\"0.8\",\"points\":\"6\"},{\"at\":\"1\",\"points\":\"10\"}]",
    "" },
  { "\"shape\":\"alternative/1\",\"choice\":\"best\",\"alternatives\":["
    "{\"id\":\"x\",\"rule\":{\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"}}},"
    "{\"id\":\"y\",\"rule\":{\"shape\":\"inverse_ratio/1\",\"actual\":{\"fact\":\"c\"},\"target\":\"500\"}}]",
    "" },
  { "\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"sqrt(a * b) / c\"}", "" },
  { "\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"if every x in [a, b] satisfies x > 100 then "
    "count([a, b, c][item > 500]) / 3 else 0.2\"}",
    "" },
  { "\"shape\":\"capped_ratio/1\",\"types\":{\"s\":\"string\",\"u\":\"string\"},\"actual\":{\"formula\":\"if s = u "
    "then 1 "
    "else 0.5\"}",
    "" },
  { "\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"}",
    ",\"over_achievement\":{\"from\":\"1.2\",\"action\":\"reduce\",\"per\":\"0.5\",\"cap\":\"0.5\"},\"caps\":[{"
    "\"if_formula\":\"budget.executed < budget.adjusted * 0.8\",\"points\":\"6\",\"reason\":{\"zh\":\"封顶\"}}]" },
};

static const char *const words[] = { "x", "y", "z" };
#define N_WORDS G_N_ELEMENTS (words)

typedef struct formulas
{
  size_t          n;
  size_t          n_columns;
  pe_batch_column columns[MOST_COLUMNS];
  int64_t        *numbers[MOST_COLUMNS];
  uint8_t        *validity[MOST_COLUMNS];
  int64_t        *points[LEAVES + 2];
  int64_t        *expected[LEAVES + 2];
} formulas;

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e9 + (double) now.tv_nsec;
}

static pe_rulebook *
build_rulebook (const leaf_of_bench *rules)
{
  GString *text = g_string_new (
      "{\"format\":\"perfeval-rulebook/1\",\"id\":\"formulas\",\"edition\":\"1\",\"title\":{\"zh\":"
      "\"公式\"},\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},"
      "\"status\":\"sample\",\"full_marks\":\"80\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":"
      "\"half_up\"},\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":null,"
      "\"rank_on\":\"rounded\"},\"policies\":{\"missing\":\"zero\",\"zero_denominator\":\"zero\"},"
      "\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"组\"},\"full_marks\":\"80\",\"indicators\":[");
  pe_rulebook *out = NULL;
  pe_error    *error = NULL;

  for (size_t i = 0; i < LEAVES; i++)
    g_string_append_printf (
        text,
        "%s{\"code\":\"1.%zu\",\"name\":{\"zh\":\"项\"},\"full_marks\":\"10\",\"declared\":\"never\","
        "\"rule\":{%s}%s}",
        i > 0 ? "," : "", i + 1, rules[i].rule, rules[i].beside);
  g_string_append (text, "]}]}");
  if (pe_rulebook_from_json (&out, text->str, text->len, NULL, NULL, &error) != PE_OK)
    fprintf (stderr, "%s\n", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  g_string_free (text, TRUE);
  return out;
}

/* One cell in two hundred is missing; amounts to 10^11 fen, facts to a thousand with two places. */
static int64_t
find_most (const pe_batch_input *input)
{
  if (input->type == PE_BATCH_INPUT_TRUTH)
    return 2;
  if (input->type == PE_BATCH_INPUT_TEXT)
    return N_WORDS;
  return input->kind == PE_BATCH_INPUT_AMOUNT ? 100000000000 : 100000;
}

static void
fill (formulas *self, const pe_batch_plan *plan)
{
  uint64_t state = 1;

  self->n_columns = pe_batch_plan_get_n_inputs (plan);
  for (size_t i = 0; i < self->n_columns; i++)
    {
      const pe_batch_input *input = &pe_plan_input_at (plan, i)->about;
      const int64_t         most = find_most (input);

      self->numbers[i] = g_new (int64_t, self->n);
      self->validity[i] = g_malloc0 (self->n / 8 + 1);
      for (size_t k = 0; k < self->n; k++)
        {
          state = state * UINT64_C (6364136223846793005) + UINT64_C (1442695040888963407);
          self->numbers[i][k] = (int64_t) ((state >> 16) % (uint64_t) most);
          if ((state >> 8) % 200 != 0)
            self->validity[i][k / 8] |= (uint8_t) (1u << (k % 8));
        }
      pe_batch_column_init (&self->columns[i], sizeof self->columns[i]);
      self->columns[i].type = PE_BATCH_INT64;
      self->columns[i].values = self->numbers[i];
      self->columns[i].validity = self->validity[i];
      self->columns[i].unit = input->unit;
      self->columns[i].scale = input->type == PE_BATCH_INPUT_NUMBER ? 2 : 0;
      self->columns[i].words = words;
      self->columns[i].n_words = N_WORDS;
    }
}

static gboolean
run (const formulas *self, const pe_batch_plan *plan, size_t n, int64_t *const *points)
{
  pe_batch_output  nodes[LEAVES + 2];
  pe_batch_results results;

  for (size_t i = 0; i < LEAVES + 2; i++)
    {
      pe_batch_output_init (&nodes[i], sizeof nodes[i]);
      nodes[i].points = points[i];
    }
  pe_batch_results_init (&results, sizeof results);
  results.nodes = nodes;
  results.n_nodes = LEAVES + 2;
  return pe_batch_run (NULL, plan, self->columns, self->n_columns, &results, n, NULL, NULL) == PE_OK;
}

static int
compare_times (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static int
time_plan (const formulas *self, const char *name, const pe_batch_plan *plan, size_t n, int64_t *const *points)
{
  double times[ROUNDS], median;

  for (size_t round = 0; round <= ROUNDS; round++)
    {
      const double start = get_time ();

      if (!run (self, plan, n, points))
        return 1;
      if (round > 0)
        times[round - 1] = (get_time () - start) / (double) n;
    }
  qsort (times, ROUNDS, sizeof *times, compare_times);
  median = times[ROUNDS / 2];
  printf ("| %-34s | %9.1f | %9.1f | %12.0f |\n", name, times[0], median, 1e9 / median);
  return 0;
}

static int
compare (const formulas *self, size_t n)
{
  int wrong = 0;

  for (size_t i = 0; i < LEAVES + 2; i++)
    for (size_t k = 0; k < n; k++)
      wrong += self->points[i][k] != self->expected[i][k];
  return wrong;
}

static int
bench_levels (formulas *self, pe_rulebook *rulebook, size_t few)
{
  static const char *const names[] = { "", "integer", "baseline", "x86-64-v3", "x86-64-v4" };
  int                      failed = 0;

  for (pe_batch_level level = PE_BATCH_LEVEL_INTEGER; level <= PE_BATCH_LEVEL_V4; level++)
    {
      pe_batch_plan_options options;
      pe_batch_plan        *plan = NULL;
      char                  name[64];

      pe_batch_plan_options_init (&options, sizeof options);
      options.level = level;
      if (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL) != PE_OK)
        continue;
      g_snprintf (name, sizeof name, "programs, %s", names[level]);
      failed += time_plan (self, name, plan, self->n, self->points) + compare (self, few);
      pe_batch_plan_unref (plan);
    }
  return failed;
}

/* As it was before there were programs. */
static void
leave_to_rules (pe_batch_plan *plan)
{
  for (size_t i = 0; i < plan->leaves.size; i++)
    pe_vector_at (&plan->leaves, pe_plan_leaf, i)->form.kind = PE_FORM_EXACT;
}

static int
bench_rules (size_t n, const char *title, const leaf_of_bench *rules)
{
  formulas       self = { .n = n };
  pe_rulebook   *rulebook = build_rulebook (rules);
  pe_batch_plan *plan = NULL;
  const size_t   few = MIN (n, FEW_UNITS);
  int            failed;

  if (rulebook == NULL || pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL) != PE_OK
      || pe_batch_plan_get_n_inputs (plan) > MOST_COLUMNS)
    return 1;
  fill (&self, plan);
  for (size_t i = 0; i < LEAVES + 2; i++)
    {
      self.points[i] = g_new0 (int64_t, n);
      self.expected[i] = g_new0 (int64_t, n);
    }
  leave_to_rules (plan);
  printf ("\n| %-34s |   min, ns | median ns | units/second |\n", title);
  printf ("|------------------------------------|----------:|----------:|-------------:|\n");
  failed = time_plan (&self, "the rule, one unit after the other", plan, few, self.expected)
           + bench_levels (&self, rulebook, few);
  printf ("\n%d of the points of %zu units are not the rule's\n", failed, few);
  for (size_t i = 0; i < LEAVES + 2; i++)
    {
      g_free (self.points[i]);
      g_free (self.expected[i]);
    }
  for (size_t i = 0; i < self.n_columns; i++)
    {
      g_free (self.numbers[i]);
      g_free (self.validity[i]);
    }
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
  return failed;
}

int
bench_formulas (size_t n)
{
  return bench_rules (n, "6 formulas, 2 decision tables", formula_rules)
         + bench_rules (n, "other shapes, lists, a root, caps", other_rules);
}
