/* bench.c - the workload by the library and by its rivals, interleaved in one process
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * perfeval-bench [--units N] [--rounds N] [--threads N] [--adversarial] [--cpu-time] [--formulas]
 *
 * One warm-up, then rounds in which each contestant runs once. Minimum and median in ns a unit, the median of the ratios to
 * the double loop of the same round, and the totals that are wrong. --cpu-time counts the processor's time in place of the
 * clock's, for a machine that others use as well (threads then add up). --formulas measures formulas and decision tables alone.
 * It fails on a wrong digit of the library, never on a time.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "rival.h"

#define MOST_ROUNDS 99
/* Slow contestants score fewer units: their time is that of a unit all the same. */
#define FEW_UNITS 20000

typedef struct contestant
{
  const char    *name;
  rival         *run; /* NULL: the library */
  pe_batch_plan *plan;
  uint32_t       threads;
  gboolean       is_slow;
  gboolean       is_double; /* writes points in doubles */
  int            base;      /* the contestant that ratios are to; -1: none */
  double         times[MOST_ROUNDS];
  size_t         wrong; /* totals; G_MAXSIZE: not looked at */
} contestant;

typedef struct bench
{
  workload      data;
  rival_results results;
  int64_t      *expected; /* totals, in hundredths */
  size_t        rounds;
  contestant    contestants[16];
  size_t        n;
  gboolean      by_processor; /* its time, not the clock's */
} bench;

/* Results */

static void
results_init (rival_results *self, size_t n)
{
  for (size_t i = 0; i < WORKLOAD_NODES; i++)
    {
      self->points[i] = g_malloc (n * 8);
      self->states[i] = g_malloc (n);
      memset (self->points[i], 0, n * 8);
      memset (self->states[i], 0, n);
    }
  self->grades = g_malloc0 (n * sizeof *self->grades);
  self->statuses = g_malloc0 (n * sizeof *self->statuses);
}

static void
run_batch (const bench *self, const contestant *who)
{
  pe_batch_column  columns[WORKLOAD_COLUMNS];
  pe_batch_output  outputs[WORKLOAD_NODES];
  pe_batch_results results;
  pe_batch_options options;
  pe_error        *error = NULL;

  workload_describe (&self->data, who->plan, columns);
  for (size_t i = 0; i < WORKLOAD_NODES; i++)
    {
      pe_batch_output_init (&outputs[i], sizeof outputs[i]);
      outputs[i].points = self->results.points[i];
      outputs[i].states = self->results.states[i];
    }
  pe_batch_results_init (&results, sizeof results);
  results.nodes = outputs;
  results.n_nodes = WORKLOAD_NODES;
  results.grades = self->results.grades;
  results.statuses = self->results.statuses;
  pe_batch_options_init (&options, sizeof options);
  options.threads = who->threads;
  if (pe_batch_run (NULL, who->plan, columns, WORKLOAD_COLUMNS, &results, self->data.n, &options, &error) != PE_OK)
    {
      fprintf (stderr, "%s\n", pe_error_get_message (error, PE_LANGUAGE_EN));
      exit (1);
    }
}

/* Rounds */

static size_t
count_wrong (const bench *self, const contestant *who)
{
  const size_t n = who->is_slow ? MIN (self->data.n, (size_t) FEW_UNITS) : self->data.n;
  size_t       wrong = 0;

  for (size_t i = 0; i < n; i++)
    {
      const int64_t total = who->is_double ? (int64_t) (((const double *) self->results.points[0])[i] * 100 + 0.5)
                                           : ((const int64_t *) self->results.points[0])[i];

      wrong += total != self->expected[i];
    }
  return wrong;
}

static double
get_time (const bench *self)
{
  struct timespec now;

  clock_gettime (self->by_processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e9 + (double) now.tv_nsec;
}

static double
run_once (bench *self, contestant *who)
{
  const size_t n = self->data.n;
  double       start, time;

  if (who->is_slow)
    self->data.n = MIN (n, (size_t) FEW_UNITS);
  start = get_time (self);
  if (who->run != NULL)
    who->run (&self->data, &self->results);
  else
    run_batch (self, who);
  time = (get_time (self) - start) / (double) self->data.n;
  self->data.n = n;
  return time;
}

static int
compare_times (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_median (const double *times, size_t n)
{
  double sorted[MOST_ROUNDS];

  memcpy (sorted, times, n * sizeof *sorted);
  qsort (sorted, n, sizeof *sorted, compare_times);
  return sorted[n / 2];
}

static double
get_minimum (const double *times, size_t n)
{
  double least = times[0];

  for (size_t i = 1; i < n; i++)
    least = MIN (least, times[i]);
  return least;
}

static void
print_line (const bench *self, const contestant *who)
{
  double ratios[MOST_ROUNDS];

  printf ("| %-34s | %9.2f | %9.2f |", who->name, get_minimum (who->times, self->rounds),
          get_median (who->times, self->rounds));
  for (size_t i = 0; who->base >= 0 && i < self->rounds; i++)
    ratios[i] = who->times[i] / self->contestants[who->base].times[i];
  if (who->base >= 0)
    printf (" %6.2f |", get_median (ratios, self->rounds));
  else
    printf ("        |");
  if (who->wrong == G_MAXSIZE)
    printf ("         |\n");
  else
    printf (" %7zu |\n", who->wrong);
}

static void
run_rounds (bench *self)
{
  for (size_t i = 0; i < self->n; i++)
    {
      contestant *who = &self->contestants[i];

      run_once (self, who);
      who->wrong = who->run == rival_copy ? G_MAXSIZE : count_wrong (self, who);
    }
  for (size_t round = 0; round < self->rounds; round++)
    for (size_t i = 0; i < self->n; i++)
      self->contestants[i].times[round] = run_once (self, &self->contestants[i]);
}

/* Contestants */

static void
add_rival (bench *self, const char *name, rival *run, gboolean is_double, gboolean is_slow, int base)
{
  contestant *who = &self->contestants[self->n++];

  *who = (contestant) { .name = name, .run = run, .is_double = is_double, .is_slow = is_slow, .base = base };
}

static void
add_library (bench *self, const char *name, pe_rulebook *rulebook, pe_batch_level level, uint32_t threads, int base)
{
  contestant           *who = &self->contestants[self->n];
  pe_batch_plan_options options;

  pe_batch_plan_options_init (&options, sizeof options);
  options.level = level;
  *who = (contestant) { .name = name, .threads = threads, .base = base };
  who->is_slow = FALSE;
  if (pe_batch_plan_new (&who->plan, rulebook, &options, NULL, NULL) == PE_OK)
    self->n++;
  else
    printf ("%s: this processor does not have it\n", name);
}

#ifdef PE_HAVE_X86_64_LEVELS
#define HAS(feature) __builtin_cpu_supports (feature)
#else
#define HAS(feature) FALSE
#endif

static void
add_all (bench *self, pe_rulebook *rulebook, uint32_t threads)
{
  const gboolean has_v4 = HAS ("avx512f"), has_v3 = HAS ("avx2");
  int            base = 0;

  add_rival (self, "double loop, x86-64-v2", rival_double_v2, TRUE, FALSE, 0);
  add_library (self, "batch, baseline (x86-64)", rulebook, PE_BATCH_LEVEL_BASELINE, 1, 0);
  if (has_v3)
    {
      base = (int) self->n;
      add_rival (self, "double loop, x86-64-v3", rival_double_v3, TRUE, FALSE, base);
      add_library (self, "batch, x86-64-v3", rulebook, PE_BATCH_LEVEL_V3, 1, base);
    }
  if (has_v4)
    {
      base = (int) self->n;
      add_rival (self, "double loop, x86-64-v4", rival_double_v4, TRUE, FALSE, base);
      add_library (self, "batch, x86-64-v4", rulebook, PE_BATCH_LEVEL_V4, 1, base);
    }
  add_library (self, "batch, best level, more threads", rulebook, 0, threads, base);
  add_library (self, "batch, integers alone", rulebook, PE_BATCH_LEVEL_INTEGER, 1, base);
  add_rival (self, "copy of the same bytes", rival_copy, FALSE, FALSE, base);
  add_rival (self, "GMP (mpq), one unit after the other", rival_gmp, FALSE, TRUE, base);
}

static void
print_machine (void)
{
  char  *text = NULL;
  char **lines;

  if (g_file_get_contents ("/proc/cpuinfo", &text, NULL, NULL))
    {
      lines = g_strsplit (text, "\n", -1);
      for (size_t i = 0; lines[i] != NULL; i++)
        if (g_str_has_prefix (lines[i], "model name"))
          {
            printf ("processor: %s, %u threads\n", strchr (lines[i], ':') + 2, g_get_num_processors ());
            break;
          }
      g_strfreev (lines);
      g_free (text);
    }
  printf ("compiler: %s; best level: %s\n", __VERSION__,
          __builtin_cpu_supports ("avx512f") ? "x86-64-v4"
          : __builtin_cpu_supports ("avx2")  ? "x86-64-v3"
                                             : "baseline");
  if (g_file_get_contents ("/proc/loadavg", &text, NULL, NULL))
    {
      printf ("load: %s", text);
      g_free (text);
    }
}

static void
expect (bench *self)
{
  int64_t points[WORKLOAD_NODES];
  uint8_t states[WORKLOAD_NODES];
  int32_t grade;

  self->expected = g_new (int64_t, self->data.n);
  for (size_t i = 0; i < self->data.n; i++)
    {
      workload_score (&self->data, i, points, states, &grade);
      self->expected[i] = points[0];
    }
}

static int
finish (const bench *self)
{
  int failed = 0;

  printf ("\n| contestant                         |       min |    median |  ratio |   wrong |\n");
  printf ("|------------------------------------|----------:|----------:|-------:|--------:|\n");
  for (size_t i = 0; i < self->n; i++)
    {
      print_line (self, &self->contestants[i]);
      failed += self->contestants[i].plan != NULL && self->contestants[i].wrong != 0;
    }
  printf ("\nns a unit of 24 indicators (41 columns of int64, 27 nodes out with states); ratio: median over the "
          "rounds, to the "
          "double loop of the same instructions\n");
  return failed;
}

int
main (int argc, char **argv)
{
  bench         self = { .rounds = 9 };
  size_t        n = 1000000;
  uint32_t      threads = 2;
  workload_kind kind = WORKLOAD_REAL;
  pe_rulebook  *rulebook = workload_build_rulebook ();

  for (int i = 1; i < argc; i++)
    {
      const char *value = i + 1 < argc ? argv[i + 1] : "0";

      if (strcmp (argv[i], "--units") == 0)
        n = (size_t) strtoull (value, NULL, 10);
      else if (strcmp (argv[i], "--rounds") == 0)
        self.rounds = MIN ((size_t) strtoull (value, NULL, 10), (size_t) MOST_ROUNDS);
      else if (strcmp (argv[i], "--threads") == 0)
        threads = (uint32_t) strtoul (value, NULL, 10);
      else if (strcmp (argv[i], "--adversarial") == 0)
        kind = WORKLOAD_ADVERSARIAL;
      else if (strcmp (argv[i], "--cpu-time") == 0)
        self.by_processor = TRUE;
      else if (strcmp (argv[i], "--formulas") == 0)
        return bench_formulas (n) != 0;
    }
  if (rulebook == NULL || n == 0 || self.rounds == 0)
    return 1;
  print_machine ();
  printf ("%zu units (%s), %zu rounds, %u threads where there are more, %s\n", n,
          kind == WORKLOAD_REAL ? "real" : "adversarial", self.rounds, threads,
          self.by_processor ? "processor time" : "clock time");
  workload_init (&self.data, kind, n, 1);
  results_init (&self.results, n);
  expect (&self);
  add_all (&self, rulebook, threads);
  run_rounds (&self);
  return finish (&self) + bench_single (rulebook, &self.data) + bench_formulas (n);
}
