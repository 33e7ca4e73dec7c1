/* test-formula-steps.c - what formulas may take, of a batch, of an evaluator and of pe_evaluate(), is one number
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

#include "steps.h"

#define LEAVES 25
#define UNITS 24
#define ITEMS 40
#define RULEBOOKS 2000

/* A formula that looks through a list until it has found the figure: so many steps as that says. */
static void
put_list (GString *text)
{
  g_string_append (text, "if a > 0 and (some x in [1");
  for (int i = 2; i <= ITEMS; i++)
    g_string_append_printf (text, ", %d", i);
  g_string_append (text, "] satisfies x = a) then 50 else 70");
}

/* A rulebook of leaves of four points; every third one has a cap by such a formula. */
static pe_rulebook *
make_rulebook (void)
{
  GString *text = g_string_new (
      "{\"format\":\"perfeval-rulebook/1\",\"id\":\"steps\",\"edition\":\"1\",\"title\":{\"zh\":\"步\"},"
      "\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\","
      "\"full_marks\":\"100.00\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},"
      "\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":null,\"rank_on\":\"rounded\"},"
      "\"policies\":{\"zero_denominator\":\"error\"},\"indicators\":[");
  pe_rulebook *out = NULL;
  pe_error    *error = NULL;

  for (int i = 0; i < LEAVES; i++)
    {
      g_string_append_printf (
          text, "%s{\"code\":\"%d\",\"name\":{\"zh\":\"项\"},\"full_marks\":\"4.00\",", i > 0 ? "," : "", i + 1);
      if (i % 3 == 0)
        {
          g_string_append (text, "\"caps\":[{\"points\":\"3.00\",\"reason\":{\"zh\":\"封\"},\"if_formula\":\"(");
          put_list (text);
          g_string_append (text, ") = 50\"}],");
        }
      g_string_append (text,
                       "\"rule\":{\"shape\":\"capped_ratio/1\",\"target\":{\"fact\":\"b\"},\"actual\":{\"formula\":\"");
      put_list (text);
      g_string_append (text, "\"}}}");
    }
  g_string_append (text, "]}");
  if (pe_rulebook_from_json (&out, text->str, text->len, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s\n%s", pe_error_get_message (error, PE_LANGUAGE_EN), text->str);
  g_string_free (text, TRUE);
  return out;
}

/* a from 0 to what the unit's number allows, and b 100. */
static void
fill (random_columns *self, const pe_batch_plan *plan)
{
  dice roll = { 7 };

  memset (self, 0, sizeof *self);
  self->n_inputs = pe_batch_plan_get_n_inputs (plan);
  self->n_units = UNITS;
  assert_true (self->n_inputs <= MOST_INPUTS);
  for (size_t i = 0; i < self->n_inputs; i++)
    {
      pe_batch_input_init (&self->inputs[i], sizeof self->inputs[i]);
      assert_int_equal (pe_batch_plan_get_input (&self->inputs[i], plan, i, NULL), PE_OK);
      self->numbers[i] = g_new0 (int64_t, UNITS);
      self->states[i] = g_new0 (uint8_t, UNITS);
      pe_batch_column_init (&self->columns[i], sizeof self->columns[i]);
      self->columns[i].type = PE_BATCH_INT64;
      self->columns[i].values = self->numbers[i];
      self->columns[i].states = self->states[i];
      for (size_t unit = 0; unit < UNITS; unit++)
        {
          self->states[i][unit] = PE_STATE_VALUE;
          self->numbers[i][unit] = self->inputs[i].name[0] == 'b' ? 100 : (int64_t) dice_below (&roll, 2 + unit * 2);
        }
    }
}

static pe_batch_plan *
make_plan (pe_rulebook *rulebook, const pe_limits *limits, pe_batch_level level)
{
  pe_batch_plan        *plan = NULL;
  pe_batch_plan_options options;

  pe_batch_plan_options_init (&options, sizeof options);
  options.limits = limits;
  options.level = level;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL), PE_OK);
  return plan;
}

static void
compare_evaluator (pe_batch_plan *plan, const random_columns *columns, const all_results *results)
{
  pe_evaluator *evaluator = NULL;

  assert_int_equal (pe_evaluator_new (&evaluator, plan, NULL), PE_OK);
  for (size_t unit = 0; unit < UNITS; unit++)
    {
      for (size_t i = 0; i < columns->n_inputs; i++)
        {
          const pe_figure figure = { { columns->numbers[i][unit], 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };

          assert_int_equal (pe_evaluator_set_figures (evaluator, i, &figure, 1, NULL), PE_OK);
        }
      assert_int_equal (pe_evaluator_run (evaluator, NULL), PE_OK);
      assert_int_equal (pe_evaluator_get_status (evaluator), results->statuses[unit]);
    }
  pe_evaluator_free (evaluator);
}

static void
compare_limit (pe_rulebook *rulebook, uint64_t steps, pe_batch_level level, size_t *n_scored)
{
  random_columns columns;
  all_results    results;
  pe_batch_plan *plan;
  pe_limits      limits;

  pe_limits_init (&limits, sizeof limits);
  limits.formula_steps = steps;
  plan = make_plan (rulebook, &limits, level);
  fill (&columns, plan);
  all_results_init (&results, plan, UNITS);
  assert_int_equal (pe_batch_run (NULL, plan, columns.columns, columns.n_inputs, &results.results, UNITS, NULL, NULL),
                    PE_OK);
  for (size_t unit = 0; unit < UNITS; unit++)
    pair_compare (&(pair) { steps, plan, &columns, &results, unit, &limits }, n_scored);
  compare_evaluator (plan, &columns, &results);
  all_results_clear (&results);
  random_columns_clear (&columns);
  pe_batch_plan_unref (plan);
}

/* From limits that no unit keeps to those that all do. Where a formula of a few rounds is let through, the 42 of a unit (a
 * condition is asked for twice) are too many together: they share twenty times the steps of one. */
static void
test_limits (void **state)
{
  pe_rulebook *rulebook = make_rulebook ();
  size_t       n_scored = 0, n = 0;

  (void) state;
  for (uint64_t steps = 1; steps < 1000; steps = steps * 11 / 10 + 1)
    {
      compare_limit (rulebook, steps, steps % 2 == 0 ? PE_BATCH_LEVEL_INTEGER : 0, &n_scored);
      n += UNITS;
    }
  assert_in_range (n_scored, UNITS, n - UNITS);
  n_scored = 0;
  compare_limit (rulebook, 10000000, 0, &n_scored);
  assert_int_equal (n_scored, UNITS);
  pe_rulebook_unref (rulebook);
}

static int32_t
stop_at_once (void *data, uint64_t done, uint64_t total)
{
  *(uint64_t *) data = done;
  return done < total;
}

/* A formula that may take all its steps in each unit: blocks are small, so that who cancels is heard after a few. */
static void
test_small_blocks (void **state)
{
  static const int64_t ones[1000] = { 1 };
  pe_rulebook         *rulebook
      = read_leaf ("\"rule\":{\"shape\":\"capped_ratio/1\",\"target\":\"9\",\"actual\":{\"formula\":\"2 ** a\"}}");
  pe_batch_plan   *plan = make_plan (rulebook, NULL, 0);
  pe_batch_column  column;
  pe_batch_results results;
  pe_batch_options options;
  pe_batch_counts  counts;
  uint64_t         heard = 0;

  (void) state;
  pe_batch_column_init (&column, sizeof column);
  column.type = PE_BATCH_INT64;
  column.values = ones;
  pe_batch_results_init (&results, sizeof results);
  pe_batch_options_init (&options, sizeof options);
  options.progress = stop_at_once;
  options.progress_data = &heard;
  pe_batch_counts_init (&counts, sizeof counts);
  assert_int_equal (pe_batch_run (&counts, plan, &column, 1, &results, 1000, &options, NULL), PE_ERROR_CANCELLED);
  assert_in_range (heard, 1, 20);
  assert_int_equal (counts.units_done, heard);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
}

/* Adds how many steps of those that were foreseen units took. */
static void
check_rulebook (uint64_t seed, uint64_t *sum, uint64_t *foreseen)
{
  dice           roll = { seed };
  random_scheme  scheme;
  random_columns columns;
  pe_batch_plan *plan = NULL;
  uint64_t       taken[UNITS], most;

  random_scheme_init (&scheme, &roll);
  assert_int_equal (pe_batch_plan_new (&plan, scheme.rulebook, NULL, NULL, NULL), PE_OK);
  random_columns_init (&columns, &scheme, plan, UNITS, &roll);
  most = steps_find_most (plan);
  steps_take (plan, columns.columns, columns.n_inputs, taken, UNITS);
  for (size_t i = 0; i < UNITS; i++)
    {
      if (taken[i] > most)
        fail_msg ("seed %" G_GUINT64_FORMAT ", unit %zu: %" G_GUINT64_FORMAT " steps, and %" G_GUINT64_FORMAT
                  " at most",
                  seed, i, taken[i], most);
      *sum += taken[i];
      *foreseen += most;
    }
  random_columns_clear (&columns);
  pe_batch_plan_unref (plan);
  random_scheme_clear (&scheme);
}

/* No unit of a random rulebook takes more steps than its plan foresees. */
static void
test_bounds (void **state)
{
  uint64_t taken = 0, foreseen = 0;

  (void) state;
  for (uint64_t seed = 1; seed <= RULEBOOKS; seed++)
    check_rulebook (seed, &taken, &foreseen);
  print_message ("%" G_GUINT64_FORMAT " steps taken of %" G_GUINT64_FORMAT " foreseen\n", taken, foreseen);
  assert_true (taken > 0);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_limits), cmocka_unit_test (test_bounds), cmocka_unit_test (test_small_blocks) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
