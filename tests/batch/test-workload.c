/* test-workload.c - 24 mixed indicators against an oracle that shares no code, at every level, in every partition
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PERFEVAL_BATCH_POINTS asks for so many points of leaves, in rounds of other data, from the round PERFEVAL_BATCH_ROUND on
 * (scripts/release-batch).
 */
#include "pairs.h"
#include "share.h"
#include "workload.h"

#include <stdlib.h>
#include <string.h>

#define UNITS 100000
#define SEED 20231231

/* Shared by the tests. */
static pe_rulebook *rulebook;
static workload     data;

static pe_batch_plan *
new_plan (pe_batch_level level)
{
  pe_batch_plan        *plan = NULL;
  pe_batch_plan_options options;

  pe_batch_plan_options_init (&options, sizeof options);
  options.level = level;
  if (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL) == PE_ERROR_BATCH_LEVEL)
    print_message ("SKIPPED: level %d, which this processor does not have\n", level);
  return plan;
}

/* What the oracle says, in the arrays that a batch fills. */
static void
score_by_oracle (const pe_batch_plan *plan, all_results *out)
{
  int64_t points[WORKLOAD_NODES];
  uint8_t states[WORKLOAD_NODES];

  all_results_init (out, plan, data.n);
  for (size_t i = 0; i < data.n; i++)
    {
      workload_score (&data, i, points, states, &out->grades[i]);
      for (size_t k = 0; k < WORKLOAD_NODES; k++)
        {
          out->outputs[k].points[i] = points[k];
          out->outputs[k].states[i] = states[k];
        }
    }
}

/* Units from first on, of the whole columns. */
static void
run_part (const pe_batch_plan *plan, all_results *out, size_t first, size_t n, const pe_batch_options *options)
{
  pe_batch_column  columns[WORKLOAD_COLUMNS];
  pe_batch_output  outputs[WORKLOAD_NODES];
  pe_batch_results results = out->results;

  workload_describe (&data, plan, columns);
  for (size_t i = 0; i < WORKLOAD_COLUMNS; i++)
    {
      columns[i].values = data.columns[i] + first;
      columns[i].offset = (int64_t) first;
    }
  for (size_t i = 0; i < WORKLOAD_NODES; i++)
    {
      outputs[i] = out->outputs[i];
      outputs[i].points += first;
      outputs[i].states += first;
    }
  results.nodes = outputs;
  results.grades += first;
  results.statuses += first;
  assert_int_equal (pe_batch_run (NULL, plan, columns, WORKLOAD_COLUMNS, &results, n, options, NULL), PE_OK);
}

static void
name_difference (const all_results *expected, const all_results *found, pe_batch_level level)
{
  for (size_t k = 0; k < WORKLOAD_NODES; k++)
    for (size_t i = 0; i < data.n; i++)
      if (expected->outputs[k].points[i] != found->outputs[k].points[i])
        fail_msg ("level %d, node %zu, unit %zu: %" G_GINT64_FORMAT " expected, %" G_GINT64_FORMAT " found", level, k,
                  i, expected->outputs[k].points[i], found->outputs[k].points[i]);
  fail_msg ("level %d: another state, grade or status", level);
}

/* The oracle speaks once for all levels; *expected is filled by the first one. */
static void
check_level (pe_batch_level level, all_results *expected, gboolean *is_filled)
{
  pe_batch_plan *plan = new_plan (level);
  all_results    found;

  if (plan == NULL)
    return;
  if (!*is_filled)
    score_by_oracle (plan, expected);
  *is_filled = TRUE;
  all_results_init (&found, plan, data.n);
  run_part (plan, &found, 0, data.n, NULL);
  if (!all_results_equal (expected, &found))
    name_difference (expected, &found, level);
  all_results_clear (&found);
  pe_batch_plan_unref (plan);
}

static void
check_kind (workload_kind kind, uint64_t seed)
{
  all_results expected;
  gboolean    is_filled = FALSE;

  workload_init (&data, kind, test_share (UNITS), seed);
  for (pe_batch_level level = PE_BATCH_LEVEL_INTEGER; level <= PE_BATCH_LEVEL_V4; level++)
    check_level (level, &expected, &is_filled);
  all_results_clear (&expected);
  workload_clear (&data);
}

static void
test_real (void **state)
{
  (void) state;
  check_kind (WORKLOAD_REAL, SEED);
}

static void
test_adversarial (void **state)
{
  (void) state;
  check_kind (WORKLOAD_ADVERSARIAL, SEED + 1);
}

/* Threads and partitions */

/* A host that runs the jobs itself, the last one first. */
static void
run_backwards (void *counter, pe_batch_job job, void *data_of_job, uint32_t n)
{
  while (n-- > 0)
    {
      job (data_of_job, n);
      ++*(int *) counter;
    }
}

static void
test_threads (void **state)
{
  static const uint32_t threads[] = { 1, 2, 8 };
  pe_batch_plan        *plan;
  all_results           expected, found;
  pe_batch_options      options;
  int                   jobs = 0;

  (void) state;
  workload_init (&data, WORKLOAD_ADVERSARIAL, UNITS, SEED + 2);
  plan = new_plan (0);
  score_by_oracle (plan, &expected);
  for (size_t i = 0; i < G_N_ELEMENTS (threads) + 1; i++)
    {
      all_results_init (&found, plan, data.n);
      pe_batch_options_init (&options, sizeof options);
      options.threads = i < G_N_ELEMENTS (threads) ? threads[i] : 5;
      options.executor = i < G_N_ELEMENTS (threads) ? NULL : run_backwards;
      options.executor_data = &jobs;
      run_part (plan, &found, 0, data.n, &options);
      assert_true (all_results_equal (&expected, &found));
      all_results_clear (&found);
    }
  assert_int_equal (jobs, 5);
  all_results_clear (&expected);
  pe_batch_plan_unref (plan);
  workload_clear (&data);
}

/* 1 to 8 parts, the last one first, cut anywhere: bits of the validity begin inside bytes. */
static void
test_partitions (void **state)
{
  pe_batch_plan *plan;
  all_results    expected, found;

  (void) state;
  workload_init (&data, WORKLOAD_REAL, 30011, SEED + 3);
  plan = new_plan (0);
  score_by_oracle (plan, &expected);
  for (size_t n_parts = 1; n_parts <= 8; n_parts++)
    {
      size_t end = data.n;

      all_results_init (&found, plan, data.n);
      for (size_t part = n_parts; part-- > 0;)
        {
          const size_t first = data.n * part / n_parts;

          run_part (plan, &found, first, end - first, NULL);
          end = first;
        }
      assert_true (all_results_equal (&expected, &found));
      all_results_clear (&found);
    }
  all_results_clear (&expected);
  pe_batch_plan_unref (plan);
  workload_clear (&data);
}

static uint64_t
get_number (const char *variable)
{
  const char *text = getenv (variable);

  return text != NULL ? strtoull (text, NULL, 10) : 0;
}

/* As many points as were asked for: another seed each round. */
static void
test_more (void **state)
{
  const uint64_t n = get_number ("PERFEVAL_BATCH_POINTS");
  uint64_t       done = 0;

  (void) state;
  for (uint64_t seed = SEED + 100 + get_number ("PERFEVAL_BATCH_ROUND"); done < n; seed++)
    {
      check_kind (seed % 2 == 0 ? WORKLOAD_REAL : WORKLOAD_ADVERSARIAL, seed);
      done += (uint64_t) UNITS * WORKLOAD_LEAVES;
    }
  if (n > 0)
    print_message ("%" G_GUINT64_FORMAT " points at every level, 0 wrong\n", done);
}

/* No kernel is left out: the plan has nothing to say about any leaf. */
static void
test_all_kernels (void **state)
{
  pe_batch_plan  *plan = NULL;
  pe_findings    *findings = NULL;
  pe_batch_counts counts;
  pe_batch_column columns[WORKLOAD_COLUMNS];
  all_results     found;

  (void) state;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, &findings, NULL), PE_OK);
  assert_int_equal (pe_findings_get_size (findings), 0);
  workload_init (&data, WORKLOAD_REAL, UNITS, SEED + 4);
  workload_describe (&data, plan, columns);
  all_results_init (&found, plan, data.n);
  pe_batch_counts_init (&counts, sizeof counts);
  assert_int_equal (pe_batch_run (&counts, plan, columns, WORKLOAD_COLUMNS, &found.results, data.n, NULL, NULL), PE_OK);
  assert_int_equal (counts.units_done, data.n);
  assert_int_equal (counts.units_scored, data.n);
  assert_int_equal (counts.cells_exact, 0);
  assert_int_equal (counts.units_big, 0);
  all_results_clear (&found);
  workload_clear (&data);
  pe_batch_plan_unref (plan);
  pe_findings_unref (findings);
}

static int
build (void **state)
{
  (void) state;
  rulebook = workload_build_rulebook ();
  return rulebook != NULL ? 0 : 1;
}

static int
release (void **state)
{
  (void) state;
  pe_rulebook_unref (rulebook);
  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_real),       cmocka_unit_test (test_adversarial), cmocka_unit_test (test_threads),
    cmocka_unit_test (test_partitions), cmocka_unit_test (test_all_kernels), cmocka_unit_test (test_more),
  };

  return cmocka_run_group_tests (tests, build, release);
}
