/* single.c - one unit at a time: by an evaluator, from a dossier, and explained
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"

#define ROUNDS 9
#define UNITS 1000
/* As many as stay in the processor's cache, with their evaluations. */
#define FEW 50

/* The processor's time: these take so little that others on the machine would be all that is measured. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e9 + (double) now.tv_nsec;
}

static int
compare_times (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

typedef struct single
{
  const workload *data;
  pe_batch_plan  *plan;
  pe_evaluator   *evaluator;
  pe_figure       figures[UNITS][WORKLOAD_COLUMNS];
  pe_dossier     *dossiers[UNITS];
  pe_evaluation  *evaluations[UNITS];
  pe_rulebook    *rulebook;
  int             wrong;
} single;

static gboolean
is_there (const workload *data, size_t column, size_t unit)
{
  return (data->bitmaps[column][unit / 8] >> (unit % 8) & 1) != 0;
}

static void
set_figures (single *self)
{
  pe_batch_column columns[WORKLOAD_COLUMNS];

  workload_describe (self->data, self->plan, columns);
  for (size_t unit = 0; unit < UNITS; unit++)
    for (size_t i = 0; i < WORKLOAD_COLUMNS; i++)
      if (is_there (self->data, i, unit))
        self->figures[unit][i]
            = (pe_figure) { { self->data->columns[i][unit], columns[i].scale, 0 }, PE_STATE_VALUE, columns[i].unit };
}

static pe_dossier *
build_dossier (single *self, size_t unit)
{
  pe_dossier_builder *builder = NULL;
  pe_dossier_head     head;
  pe_dossier         *out = NULL;

  pe_dossier_builder_new (&builder, NULL, NULL);
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "项目";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_PROJECT;
  pe_dossier_builder_set_head (builder, &head, NULL);
  for (size_t i = 0; i < WORKLOAD_COLUMNS; i++)
    {
      pe_batch_input input;
      pe_fact        fact;
      char         **parts;

      pe_batch_input_init (&input, sizeof input);
      pe_batch_plan_get_input (&input, self->plan, i, NULL);
      parts = g_strsplit (input.path, "/", 2);
      pe_fact_init (&fact, sizeof fact);
      fact.indicator = parts[0];
      fact.name = input.name;
      fact.figure = self->figures[unit][i];
      pe_dossier_builder_add_facts (builder, &fact, 1, NULL);
      g_strfreev (parts);
    }
  pe_dossier_builder_build (&out, builder, NULL, NULL);
  pe_dossier_builder_free (builder);
  return out;
}

/* What is timed */

typedef void task (single *self, size_t unit);

static void
evaluate_again (single *self, size_t unit)
{
  pe_decimal total;

  pe_evaluator_set_figures (self->evaluator, 0, self->figures[unit], WORKLOAD_COLUMNS, NULL);
  pe_evaluator_run (self->evaluator, NULL);
  pe_evaluator_get_points (&total, self->evaluator, 0, NULL);
}

static void
evaluate_one_change (single *self, size_t unit)
{
  pe_evaluator_set_figures (self->evaluator, 0, self->figures[unit], 1, NULL);
  pe_evaluator_run (self->evaluator, NULL);
}

static void
evaluate_dossier (single *self, size_t unit)
{
  pe_evaluation_unref (self->evaluations[unit]);
  self->evaluations[unit] = NULL;
  pe_evaluate (&self->evaluations[unit], self->rulebook, self->dossiers[unit], NULL, NULL, NULL);
}

static void
explain (single *self, size_t unit)
{
  for (size_t i = 0; i < WORKLOAD_NODES; i++)
    {
      pe_text *text = NULL;

      pe_evaluation_explain (&text, self->evaluations[unit], i, PE_LANGUAGE_ZH, NULL);
      pe_text_unref (text);
    }
}

/* One unit after the other, of the first n, again and again. */
static void
measure (single *self, task *run, size_t n, double times[ROUNDS])
{
  for (size_t round = 0; round < ROUNDS + 1; round++)
    {
      const double start = get_time ();

      for (size_t i = 0; i < UNITS; i++)
        run (self, i % n);
      if (round > 0)
        times[round - 1] = (get_time () - start) / UNITS;
    }
  qsort (times, ROUNDS, sizeof *times, compare_times);
}

static void
time_task (single *self, const char *name, task *run)
{
  double few[ROUNDS], all[ROUNDS];

  measure (self, run, UNITS, all);
  measure (self, run, FEW, few);
  printf ("| %-46s | %5.2f | %6.2f | %5.2f | %6.2f |\n", name, few[0] / 1000, few[ROUNDS / 2] / 1000, all[0] / 1000,
          all[ROUNDS / 2] / 1000);
}

/* All of them say what the oracle says. */
static void
check (single *self)
{
  int64_t points[WORKLOAD_NODES];
  uint8_t states[WORKLOAD_NODES];
  int32_t grade;

  for (size_t unit = 0; unit < UNITS; unit++)
    {
      pe_decimal total = { 0, 0, 0 }, again = { 0, 0, 0 }, expected;
      int32_t    order = 1, order_again = 1;

      workload_score (self->data, unit, points, states, &grade);
      expected = (pe_decimal) { points[0], 2, 0 };
      evaluate_again (self, unit);
      pe_evaluator_get_points (&again, self->evaluator, 0, NULL);
      pe_evaluation_get_points (&total, self->evaluations[unit], 0, PE_POINTS_SCORE, NULL);
      pe_decimal_compare (&order, &total, &expected, NULL);
      pe_decimal_compare (&order_again, &again, &expected, NULL);
      self->wrong += order != 0 || order_again != 0;
    }
}

int
bench_single (pe_rulebook *rulebook, const workload *data)
{
  static single self;

  if (data->n < UNITS)
    return 0;
  self.data = data;
  self.rulebook = rulebook;
  if (pe_batch_plan_new (&self.plan, rulebook, NULL, NULL, NULL) != PE_OK
      || pe_evaluator_new (&self.evaluator, self.plan, NULL) != PE_OK)
    return 1;
  set_figures (&self);
  for (size_t unit = 0; unit < UNITS; unit++)
    self.dossiers[unit] = build_dossier (&self, unit);
  printf ("\nThe least of %d rounds, and the median, over so many units in turn:\n\n", ROUNDS);
  printf ("| one unit of 24 indicators, microseconds        | %5d | median | %5d | median |\n", FEW, UNITS);
  printf ("|------------------------------------------------|------:|-------:|------:|-------:|\n");
  time_task (&self, "evaluator, all 41 figures new, with its ledger", evaluate_again);
  time_task (&self, "evaluator, one figure new, with its ledger", evaluate_one_change);
  time_task (&self, "pe_evaluate() of a built dossier", evaluate_dossier);
  time_task (&self, "explanation of all 27 nodes, in Chinese", explain);
  check (&self);
  printf ("\n%d of %d totals of these are wrong\n", self.wrong, UNITS);
  for (size_t unit = 0; unit < UNITS; unit++)
    {
      pe_dossier_unref (self.dossiers[unit]);
      pe_evaluation_unref (self.evaluations[unit]);
    }
  pe_evaluator_free (self.evaluator);
  pe_batch_plan_unref (self.plan);
  return self.wrong;
}
