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

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_ratio),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
