/* test-batch.c - scoring columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

/* One leaf of 10 points for a rate of two facts; what is missing gives nothing. */
static const char ratio[]
    = "{\"format\":\"perfeval-rulebook/"
      "1\",\"id\":\"ratio\",\"edition\":\"1\",\"title\":{\"zh\":\"一项\"},\"kind\":\"department\","
      "\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":\"10\",\"rounding\":{"
      "\"rate\":"
      "{\"places\":2,\"mode\":\"half_up\"},\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":"
      "{\"places\":2,\"mode\":\"half_up\"},\"rank_on\":\"rounded\"},\"policies\":{\"missing\":\"zero\",\"not_"
      "applicable\":"
      "\"error\",\"zero_denominator\":\"error\",\"text\":\"error\",\"invalid\":\"error\"},\"grades\":[{\"id\":\"a\","
      "\"name\":"
      "{\"zh\":\"优\"},\"from\":\"9\"},{\"id\":\"b\",\"name\":{\"zh\":\"差\"},\"from\":\"0\"}],\"indicators\":[{"
      "\"code\":\"1\","
      "\"name\":{\"zh\":\"率\"},\"full_marks\":\"10\",\"rule\":{\"shape\":\"capped_ratio/"
      "1\",\"actual\":{\"fact\":\"actual\"},"
      "\"target\":{\"fact\":\"target\"}}}]}";

static pe_batch_plan *
new_plan (pe_batch_level level)
{
  pe_rulebook          *rulebook = NULL;
  pe_batch_plan        *plan = NULL;
  pe_batch_plan_options options;

  pe_batch_plan_options_init (&options, sizeof options);
  options.level = level;
  assert_int_equal (pe_rulebook_from_json (&rulebook, ratio, strlen (ratio), NULL, NULL, NULL), PE_OK);
  if (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL) != PE_OK)
    assert_null (plan);
  pe_rulebook_unref (rulebook);
  return plan;
}

static void
set_column (pe_batch_column *column, const int64_t *values)
{
  pe_batch_column_init (column, sizeof *column);
  column->type = PE_BATCH_INT64;
  column->values = values;
}

/* The vectors of the field: 96 of 100 is 9.60; half a hundredth goes up; what lies above counts as the target. */
static void
test_ratio (void **state)
{
  static const int64_t actual[] = { 96, 100, 0, 120, 1, 1999, 12345, 7 };
  static const int64_t target[] = { 100, 100, 100, 100, 3, 4000, 100000, 0 };
  static const int64_t expected[] = { 960, 1000, 0, 1000, 333, 500, 123, 0 };
  static const uint8_t validity[] = { 0xff };

  (void) state;
  for (pe_batch_level level = 0; level <= PE_BATCH_LEVEL_V4; level++)
    {
      pe_batch_plan   *plan = new_plan (level);
      pe_batch_column  columns[2];
      int64_t          totals[8], points[8];
      uint8_t          states[8];
      int32_t          grades[8], statuses[8];
      pe_batch_output  outputs[2];
      pe_batch_results results;
      pe_batch_counts  counts;

      if (plan == NULL)
        continue;
      set_column (&columns[0], actual);
      set_column (&columns[1], target);
      columns[0].validity = validity;
      for (size_t i = 0; i < 2; i++)
        pe_batch_output_init (&outputs[i], sizeof outputs[i]);
      outputs[0].points = totals;
      outputs[1].points = points;
      outputs[1].states = states;
      pe_batch_results_init (&results, sizeof results);
      results.nodes = outputs;
      results.n_nodes = 2;
      results.grades = grades;
      results.statuses = statuses;
      pe_batch_counts_init (&counts, sizeof counts);
      assert_int_equal (pe_batch_run (&counts, plan, columns, 2, &results, 8, NULL, NULL), PE_OK);
      assert_int_equal (counts.units_done, 8);
      assert_int_equal (counts.units_scored, 7);
      assert_memory_equal (totals, expected, sizeof totals);
      assert_memory_equal (points, expected, sizeof points);
      assert_int_equal (grades[0], 0);
      assert_int_equal (grades[4], 1);
      assert_int_equal (grades[7], -1);
      assert_int_equal (statuses[6], PE_OK);
      assert_int_equal (statuses[7], PE_ERROR_ZERO_DENOMINATOR);
      assert_int_equal (states[0], PE_STATE_VALUE);
      assert_int_equal (states[7], PE_STATE_ZERO_DENOMINATOR);
      pe_batch_plan_unref (plan);
    }
}

/* What a run of the ratio needs, for n units that all have 96 of 100. */
typedef struct setting
{
  pe_batch_plan   *plan;
  pe_batch_column  columns[2];
  int64_t         *numbers[2];
  int64_t         *totals;
  pe_batch_output  output;
  pe_batch_results results;
  pe_batch_options options;
  pe_batch_counts  counts;
  size_t           n;
} setting;

static void
setting_init (setting *self, size_t n)
{
  self->n = n;
  self->plan = new_plan (0);
  for (size_t i = 0; i < 2; i++)
    {
      self->numbers[i] = g_new (int64_t, n);
      for (size_t k = 0; k < n; k++)
        self->numbers[i][k] = i == 0 ? 96 : 100;
      set_column (&self->columns[i], self->numbers[i]);
    }
  self->totals = g_new0 (int64_t, n * 2);
  pe_batch_output_init (&self->output, sizeof self->output);
  self->output.points = self->totals;
  pe_batch_results_init (&self->results, sizeof self->results);
  self->results.nodes = &self->output;
  self->results.n_nodes = 1;
  pe_batch_options_init (&self->options, sizeof self->options);
  pe_batch_counts_init (&self->counts, sizeof self->counts);
}

static void
setting_clear (setting *self)
{
  pe_batch_plan_unref (self->plan);
  for (size_t i = 0; i < 2; i++)
    g_free (self->numbers[i]);
  g_free (self->totals);
}

static pe_status
setting_run (setting *self, pe_error **error)
{
  return pe_batch_run (&self->counts, self->plan, self->columns, 2, &self->results, self->n, &self->options, error);
}

static void
expect_refusal (setting *self, pe_status status)
{
  pe_error *error = NULL;

  assert_int_equal (setting_run (self, &error), status);
  assert_int_equal (pe_error_get_status (error), status);
  assert_string_not_equal (pe_error_get_message (error, PE_LANGUAGE_ZH), pe_status_describe (status, PE_LANGUAGE_ZH));
  pe_error_unref (error);
  /* Nothing was written. */
  for (size_t i = 0; i < self->n; i++)
    assert_int_equal (self->totals[i], 0);
}

static void
test_refusals (void **state)
{
  setting ours;

  (void) state;
  setting_init (&ours, 10);
  ours.columns[0].type = 0;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_MISSING);
  ours.columns[0].type = -1;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  ours.columns[0].type = 99;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  set_column (&ours.columns[0], NULL);
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  set_column (&ours.columns[0], ours.numbers[0]);
  ours.columns[0].scale = 19;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  ours.columns[0].scale = -1;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  ours.columns[0].scale = 0;
  ours.columns[0].unit = 77;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  ours.columns[0].unit = PE_UNIT_DAY;
  ours.columns[1].unit = PE_UNIT_YUAN;
  expect_refusal (&ours, PE_ERROR_UNIT_MISMATCH);
  ours.columns[0].unit = ours.columns[1].unit = PE_UNIT_NONE;
  ours.columns[1].offset = -1;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  ours.columns[1].offset = 0;
  ours.columns[1].n_words = 1;
  expect_refusal (&ours, PE_ERROR_BATCH_COLUMN_INVALID);
  ours.columns[1].n_words = 0;
  ours.options.threads = 0;
  expect_refusal (&ours, PE_ERROR_INVALID_ARGUMENT);
  ours.options.threads = 1;
  ours.results.n_nodes = 3;
  expect_refusal (&ours, PE_ERROR_INVALID_ARGUMENT);
  ours.results.n_nodes = 1;
  ours.output.points_stride = 7;
  expect_refusal (&ours, PE_ERROR_INVALID_ARGUMENT);
  ours.output.points_stride = 0;
  assert_int_equal (pe_batch_run (NULL, NULL, ours.columns, 2, &ours.results, 1, NULL, NULL),
                    PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_run (NULL, ours.plan, ours.columns, 1, &ours.results, 1, NULL, NULL),
                    PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_run (NULL, ours.plan, NULL, 2, &ours.results, 1, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_run (NULL, ours.plan, ours.columns, 2, NULL, 1, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_run (NULL, ours.plan, ours.columns, 2, &ours.results, UINT64_MAX, NULL, NULL),
                    PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (setting_run (&ours, NULL), PE_OK);
  assert_int_equal (ours.totals[9], 960);
  setting_clear (&ours);
}

/* Nothing to do is done. */
static void
test_no_units (void **state)
{
  setting ours;

  (void) state;
  setting_init (&ours, 1);
  ours.n = 0;
  assert_int_equal (setting_run (&ours, NULL), PE_OK);
  assert_int_equal (ours.counts.units_done, 0);
  setting_clear (&ours);
}

/* Narrow numbers, strides forwards and backwards, a result in every other cell. */
static void
test_layouts (void **state)
{
  static const int8_t  bytes[] = { 96, 1, 50, 2, 100, 3, 0, 4 };
  static const int16_t halves[] = { 100, 100, 100, 200 };
  static const int64_t expected[] = { 480, 0, 1000, 0, 500, 0, 960, 0 };
  setting              ours;

  (void) state;
  setting_init (&ours, 4);
  ours.columns[0].type = PE_BATCH_INT8;
  ours.columns[0].values = &bytes[6];
  ours.columns[0].stride = -2;
  ours.columns[1].type = PE_BATCH_INT16;
  ours.columns[1].values = &halves[3];
  ours.columns[1].stride = -2;
  ours.output.points_stride = 16;
  assert_int_equal (setting_run (&ours, NULL), PE_OK);
  /* Backwards: 0 of 200, 100 of 100, 50 of 100, 96 of 100. */
  for (size_t i = 1; i < 4; i++)
    assert_int_equal (ours.totals[2 * i], expected[2 * i]);
  assert_int_equal (ours.totals[0], 0);
  for (size_t i = 0; i < 4; i++)
    assert_int_equal (ours.totals[2 * i + 1], 0);
  setting_clear (&ours);
}

/* Progress and cancelling */

typedef struct listener
{
  uint64_t last;
  uint64_t stop_at; /* 0: never */
  size_t   calls;
} listener;

static int32_t
hear (void *data, uint64_t done, uint64_t total)
{
  listener *self = data;

  assert_true (done >= self->last && done <= total);
  self->last = done;
  self->calls++;
  return self->stop_at != 0 && done >= self->stop_at;
}

static void
test_progress (void **state)
{
  listener heard = { 0, 0, 0 };
  setting  ours;

  (void) state;
  setting_init (&ours, 1000000);
  ours.options.progress = hear;
  ours.options.progress_data = &heard;
  assert_int_equal (setting_run (&ours, NULL), PE_OK);
  assert_int_equal (heard.last, ours.n);
  assert_true (heard.calls >= 3);
  setting_clear (&ours);
}

/* What is done has no holes, and what is not was not touched. */
static void
test_cancel (void **state)
{
  for (uint32_t threads = 1; threads <= 3; threads++)
    {
      listener          heard = { 0, 300000, 0 };
      setting           ours;
      pe_batch_summary *summary = NULL;

      (void) state;
      setting_init (&ours, 3000000);
      assert_int_equal (pe_batch_summary_new (&summary, ours.plan, NULL), PE_OK);
      ours.options.progress = hear;
      ours.options.progress_data = &heard;
      ours.options.threads = threads;
      ours.options.summary = summary;
      assert_int_equal (setting_run (&ours, NULL), PE_ERROR_CANCELLED);
      assert_true (ours.counts.units_done >= 300000 && ours.counts.units_done < ours.n);
      assert_int_equal (ours.counts.units_scored, ours.counts.units_done);
      assert_int_equal (pe_batch_summary_get_n_units (summary), ours.counts.units_done);
      for (size_t i = 0; i < ours.n; i++)
        assert_int_equal (ours.totals[i], i < ours.counts.units_done ? 960 : 0);
      pe_batch_summary_free (summary);
      setting_clear (&ours);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_ratio),   cmocka_unit_test (test_refusals), cmocka_unit_test (test_no_units),
    cmocka_unit_test (test_layouts), cmocka_unit_test (test_progress), cmocka_unit_test (test_cancel),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
