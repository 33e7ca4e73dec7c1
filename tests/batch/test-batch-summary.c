/* test-batch-summary.c - summaries that merge
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

static void
test_empty (void **state)
{
  dice              roll = { 1 };
  random_scheme     scheme;
  pe_batch_plan    *plan = NULL;
  pe_batch_summary *summary = NULL, *copy = NULL;
  pe_text          *bytes = NULL, *again = NULL;

  (void) state;
  random_scheme_init (&scheme, &roll);
  assert_int_equal (pe_batch_plan_new (&plan, scheme.rulebook, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_summary_new (&summary, plan, NULL), PE_OK);
  assert_int_equal (pe_batch_summary_get_n_units (summary), 0);
  assert_int_equal (pe_batch_summary_to_bytes (&bytes, summary, NULL), PE_OK);
  assert_int_equal (
      pe_batch_summary_from_bytes (&copy, (const uint8_t *) pe_text_get_data (bytes), pe_text_get_size (bytes), NULL),
      PE_OK);
  assert_int_equal (pe_batch_summary_merge (copy, summary, NULL), PE_OK);
  assert_int_equal (pe_batch_summary_to_bytes (&again, copy, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (again), pe_text_get_size (bytes));
  assert_memory_equal (pe_text_get_data (again), pe_text_get_data (bytes), pe_text_get_size (bytes));
  pe_text_unref (bytes);
  pe_text_unref (again);
  pe_batch_summary_free (copy);
  pe_batch_summary_free (summary);
  pe_batch_plan_unref (plan);
  random_scheme_clear (&scheme);
}

/* Parts */

#define UNITS 5000
#define PARTS 5

typedef struct setting
{
  random_scheme  scheme;
  random_columns columns;
  pe_batch_plan *plan;
} setting;

/* A rulebook and columns that go together. */
static void
setting_init (setting *self, uint64_t seed)
{
  dice roll = { seed };

  random_scheme_init (&self->scheme, &roll);
  self->plan = NULL;
  assert_int_equal (pe_batch_plan_new (&self->plan, self->scheme.rulebook, NULL, NULL, NULL), PE_OK);
  random_columns_init (&self->columns, &self->scheme, self->plan, UNITS, &roll);
}

static void
setting_clear (setting *self)
{
  random_columns_clear (&self->columns);
  pe_batch_plan_unref (self->plan);
  random_scheme_clear (&self->scheme);
}

static gboolean
can_run (const setting *self)
{
  pe_batch_results nothing;

  pe_batch_results_init (&nothing, sizeof nothing);
  return pe_batch_run (NULL, self->plan, self->columns.columns, self->columns.n_inputs, &nothing, 1, NULL, NULL)
         == PE_OK;
}

/* A summary of the units from first on. */
static pe_batch_summary *
summarise (const setting *self, size_t first, size_t n, uint32_t threads)
{
  pe_batch_column   columns[MOST_INPUTS];
  pe_batch_results  nothing;
  pe_batch_options  options;
  pe_batch_summary *out = NULL;

  for (size_t i = 0; i < self->columns.n_inputs; i++)
    {
      columns[i] = self->columns.columns[i];
      columns[i].values = self->columns.numbers[i] + first;
      columns[i].offset = (int64_t) first;
      if (columns[i].states != NULL)
        columns[i].states += first;
    }
  assert_int_equal (pe_batch_summary_new (&out, self->plan, NULL), PE_OK);
  pe_batch_results_init (&nothing, sizeof nothing);
  pe_batch_options_init (&options, sizeof options);
  options.summary = out;
  options.threads = threads;
  assert_int_equal (pe_batch_run (NULL, self->plan, columns, self->columns.n_inputs, &nothing, n, &options, NULL),
                    PE_OK);
  return out;
}

static pe_text *
print (const pe_batch_summary *summary)
{
  pe_text *out = NULL;

  assert_int_equal (pe_batch_summary_to_bytes (&out, summary, NULL), PE_OK);
  return out;
}

static void
assert_same (const pe_batch_summary *a, const pe_batch_summary *b)
{
  pe_text *x = print (a), *y = print (b);

  assert_int_equal (pe_text_get_size (x), pe_text_get_size (y));
  assert_memory_equal (pe_text_get_data (x), pe_text_get_data (y), pe_text_get_size (x));
  pe_text_unref (x);
  pe_text_unref (y);
}

/* What it says is what the columns of results say. */
static void
check_content (const setting *self, const pe_batch_summary *summary)
{
  all_results results;
  uint64_t    scored = 0, first_grade = 0;
  int64_t     sum = 0;

  all_results_init (&results, self->plan, UNITS);
  assert_int_equal (pe_batch_run (NULL, self->plan, self->columns.columns, self->columns.n_inputs, &results.results,
                                  UNITS, NULL, NULL),
                    PE_OK);
  for (size_t i = 0; i < UNITS; i++)
    {
      scored += results.statuses[i] == PE_OK;
      first_grade += results.statuses[i] == PE_OK && results.grades[i] == 0;
      sum += results.outputs[0].points != NULL && results.statuses[i] == PE_OK ? results.outputs[0].points[i] : 0;
    }
  assert_int_equal (pe_batch_summary_get_n_units (summary), UNITS);
  assert_int_equal (pe_batch_summary_get_n_scored (summary), scored);
  assert_int_equal (pe_batch_summary_count_grade (summary, 0), first_grade);
  assert_int_equal (pe_batch_summary_count_state (summary, 0, PE_STATE_VALUE), scored);
  assert_int_equal (pe_batch_summary_count_state (summary, 0, PE_STATE_INVALID), UNITS - scored);
  if (results.outputs[0].points != NULL)
    {
      pe_ratio  *ratio = NULL;
      pe_decimal found;

      assert_int_equal (pe_batch_summary_get_sum (&ratio, summary, 0, NULL), PE_OK);
      assert_int_equal (pe_ratio_round (&found, ratio, pe_batch_plan_get_scale (self->plan, 0), PE_ROUND_DOWN, NULL),
                        PE_OK);
      assert_true (found.coefficient == sum);
      pe_ratio_unref (ratio);
    }
  all_results_clear (&results);
}

/* Merged in another order, by way of bytes, they are the whole. */
static void
test_parts (void **state)
{
  static const size_t order[PARTS] = { 3, 0, 4, 2, 1 };
  size_t              n_done = 0;

  (void) state;
  for (uint64_t seed = 1; seed <= 12; seed++)
    {
      setting           ours;
      pe_batch_summary *whole, *merged = NULL;

      setting_init (&ours, seed);
      /* Some of them have columns whose units do not go together, which no run takes. */
      if (!can_run (&ours))
        {
          setting_clear (&ours);
          continue;
        }
      n_done++;
      whole = summarise (&ours, 0, UNITS, 3);
      check_content (&ours, whole);
      assert_int_equal (pe_batch_summary_new (&merged, ours.plan, NULL), PE_OK);
      for (size_t i = 0; i < PARTS; i++)
        {
          const size_t      first = UNITS * order[i] / PARTS, end = UNITS * (order[i] + 1) / PARTS;
          pe_batch_summary *part = summarise (&ours, first, end - first, 1), *read = NULL;
          pe_text          *bytes = print (part);

          assert_int_equal (pe_batch_summary_from_bytes (
                                &read, (const uint8_t *) pe_text_get_data (bytes), pe_text_get_size (bytes), NULL),
                            PE_OK);
          assert_int_equal (pe_batch_summary_merge (merged, read, NULL), PE_OK);
          pe_text_unref (bytes);
          pe_batch_summary_free (part);
          pe_batch_summary_free (read);
        }
      assert_same (whole, merged);
      pe_batch_summary_free (whole);
      pe_batch_summary_free (merged);
      setting_clear (&ours);
    }
  assert_true (n_done >= 4);
}

static void
test_other_rulebook (void **state)
{
  setting           a, b;
  pe_batch_summary *x, *y;
  pe_error         *error = NULL;

  (void) state;
  setting_init (&a, 5);
  setting_init (&b, 6);
  x = summarise (&a, 0, 100, 1);
  y = summarise (&b, 0, 100, 1);
  assert_int_equal (pe_batch_summary_merge (x, y, &error), PE_ERROR_RULEBOOK_DIFFERS);
  assert_int_equal (pe_batch_summary_get_n_units (x), 100);
  assert_memory_not_equal (
      pe_batch_summary_get_rulebook_digest (x), pe_batch_summary_get_rulebook_digest (y), PE_DIGEST_SIZE);
  pe_error_unref (error);
  pe_batch_summary_free (x);
  pe_batch_summary_free (y);
  setting_clear (&a);
  setting_clear (&b);
}

/* Every byte of it matters, and every length. */
static void
test_damage (void **state)
{
  setting           ours;
  pe_batch_summary *summary, *read = NULL;
  pe_text          *bytes;
  uint8_t          *copy;
  size_t            size;

  (void) state;
  setting_init (&ours, 5);
  summary = summarise (&ours, 0, 500, 1);
  bytes = print (summary);
  size = pe_text_get_size (bytes);
  copy = g_malloc (size);
  memcpy (copy, pe_text_get_data (bytes), size);
  for (size_t i = 0; i < size; i++)
    {
      copy[i] ^= 1;
      assert_int_equal (pe_batch_summary_from_bytes (&read, copy, size, NULL), PE_ERROR_SUMMARY_FORMAT);
      copy[i] ^= 1;
      assert_int_equal (pe_batch_summary_from_bytes (&read, copy, i, NULL), PE_ERROR_SUMMARY_FORMAT);
    }
  assert_int_equal (pe_batch_summary_from_bytes (&read, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (read);
  g_free (copy);
  pe_text_unref (bytes);
  pe_batch_summary_free (summary);
  setting_clear (&ours);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_empty),
    cmocka_unit_test (test_parts),
    cmocka_unit_test (test_other_rulebook),
    cmocka_unit_test (test_damage),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
