/* test-evaluator.c - one unit after the other, with a ledger that closes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

#define RULEBOOKS 200
#define UNITS 40
#define STEPS 8

/* A cell of columns into an evaluator, text or not. */
static void
set_input (pe_evaluator *evaluator, const random_columns *columns, size_t input, size_t unit)
{
  const pe_batch_column *column = &columns->columns[input];
  pe_figure              figure = { { 0, 0, 0 }, columns->states[input][unit], PE_UNIT_NONE };
  const gboolean         is_text = figure.state == PE_STATE_TEXT
                           || (figure.state == PE_STATE_VALUE && columns->inputs[input].type == PE_BATCH_INPUT_TEXT);

  if (is_text)
    {
      assert_int_equal (pe_evaluator_set_text (evaluator, input, column->words[columns->numbers[input][unit]], NULL),
                        PE_OK);
      return;
    }
  if (figure.state == PE_STATE_VALUE)
    {
      figure.value = (pe_decimal) { columns->numbers[input][unit], column->scale, 0 };
      figure.unit = column->unit;
    }
  assert_int_equal (pe_evaluator_set_figures (evaluator, input, &figure, 1, NULL), PE_OK);
}

static void
set_unit (pe_evaluator *evaluator, const random_columns *columns, size_t unit)
{
  for (size_t i = 0; i < columns->n_inputs; i++)
    set_input (evaluator, columns, i, unit);
}

/* At every node: full marks + entries at and below = score. */
static void
check_ledger (const pe_evaluator *evaluator, const pe_batch_plan *plan)
{
  const pe_rulebook *rulebook = pe_batch_plan_get_rulebook (plan);

  for (size_t node = 0; node < pe_batch_plan_get_n_nodes (plan); node++)
    {
      pe_decimal       sum, score, marks;
      int32_t          order = 1;
      pe_rulebook_head head;

      pe_rulebook_head_init (&head, sizeof head);
      pe_rulebook_get_head (&head, rulebook, NULL);
      marks = head.full_marks;
      for (size_t i = 0; node > 0 && i < 1; i++)
        {
          pe_indicator indicator;

          pe_indicator_init (&indicator, sizeof indicator);
          assert_int_equal (pe_rulebook_get_indicator (&indicator, rulebook, node - 1, NULL), PE_OK);
          marks = indicator.full_marks;
        }
      sum = marks;
      for (size_t i = 0; i < pe_evaluator_get_n_entries (evaluator); i++)
        {
          pe_ledger_entry entry;
          size_t          at;

          pe_ledger_entry_init (&entry, sizeof entry);
          assert_int_equal (pe_evaluator_get_entry (&entry, evaluator, i, NULL), PE_OK);
          assert_int_equal (entry.is_exact, 1);
          for (at = entry.node; at > node && at > 0;)
            {
              pe_indicator indicator;

              pe_indicator_init (&indicator, sizeof indicator);
              assert_int_equal (pe_rulebook_get_indicator (&indicator, rulebook, at - 1, NULL), PE_OK);
              at = indicator.parent;
            }
          if (at == node)
            assert_int_equal (pe_decimal_add (&sum, &sum, &entry.amount, NULL), PE_OK);
        }
      assert_int_equal (pe_evaluator_get_points (&score, evaluator, node, NULL), PE_OK);
      assert_int_equal (pe_decimal_compare (&order, &sum, &score, NULL), PE_OK);
      assert_int_equal (order, 0);
    }
}

static void
compare_unit (pe_evaluator *evaluator, const pe_batch_plan *plan, const all_results *results, size_t unit)
{
  assert_int_equal (pe_evaluator_run (evaluator, NULL), PE_OK);
  assert_int_equal (pe_evaluator_get_status (evaluator), results->statuses[unit]);
  assert_int_equal (pe_evaluator_get_grade (evaluator), results->grades[unit]);
  for (size_t i = 0; i < results->n_nodes; i++)
    {
      pe_decimal      points = { 0, pe_batch_plan_get_scale (plan, i), 0 };
      const pe_status status = pe_evaluator_get_points (&points, evaluator, i, NULL);

      if (results->statuses[unit] == PE_OK)
        assert_int_equal (status, PE_OK);
      else
        assert_true (status == PE_OK || status == PE_ERROR_NOT_FOUND);
      assert_true (points.coefficient == results->outputs[i].points[unit]);
      assert_int_equal (points.scale, pe_batch_plan_get_scale (plan, i));
      assert_int_equal (pe_evaluator_get_state (evaluator, i), results->outputs[i].states[unit]);
    }
  if (results->statuses[unit] == PE_OK)
    check_ledger (evaluator, plan);
  else
    assert_int_equal (pe_evaluator_get_n_entries (evaluator), 0);
}

/* FALSE for a rulebook or columns that no evaluator takes. */
static gboolean
compare_rulebook (uint64_t seed)
{
  dice           roll = { seed };
  random_scheme  scheme;
  random_columns columns;
  pe_batch_plan *plan = NULL;
  pe_evaluator  *evaluator = NULL;
  all_results    results;
  gboolean       is_taken;

  random_scheme_init (&scheme, &roll);
  assert_int_equal (pe_batch_plan_new (&plan, scheme.rulebook, NULL, NULL, NULL), PE_OK);
  random_columns_init (&columns, &scheme, plan, UNITS, &roll);
  all_results_init (&results, plan, UNITS);
  is_taken = pe_batch_run (NULL, plan, columns.columns, columns.n_inputs, &results.results, UNITS, NULL, NULL) == PE_OK
             && pe_evaluator_new (&evaluator, plan, NULL) == PE_OK;
  for (size_t i = 0; is_taken && i < UNITS; i++)
    {
      set_unit (evaluator, &columns, i);
      compare_unit (evaluator, plan, &results, i);
    }
  pe_evaluator_free (evaluator);
  all_results_clear (&results);
  random_columns_clear (&columns);
  pe_batch_plan_unref (plan);
  random_scheme_clear (&scheme);
  return is_taken;
}

static void
compare_evaluators (const pe_evaluator *a, const pe_evaluator *b, size_t n_nodes)
{
  assert_int_equal (pe_evaluator_get_status (a), pe_evaluator_get_status (b));
  assert_int_equal (pe_evaluator_get_grade (a), pe_evaluator_get_grade (b));
  assert_int_equal (pe_evaluator_get_n_entries (a), pe_evaluator_get_n_entries (b));
  for (size_t i = 0; i < n_nodes; i++)
    {
      pe_decimal one = { 0, 0, 0 }, other = { 0, 0, 0 };

      assert_int_equal (pe_evaluator_get_points (&one, a, i, NULL), pe_evaluator_get_points (&other, b, i, NULL));
      assert_memory_equal (&one, &other, sizeof one);
      assert_int_equal (pe_evaluator_get_state (a, i), pe_evaluator_get_state (b, i));
    }
}

/* From one unit to the next, a cell at a time: after each, as one that has seen nothing else. */
static size_t
compare_steps (uint64_t seed)
{
  dice           roll = { seed };
  random_scheme  scheme;
  random_columns columns;
  pe_batch_plan *plan = NULL;
  pe_evaluator  *stepped = NULL, *fresh = NULL;
  size_t         n = 0;

  random_scheme_init (&scheme, &roll);
  assert_int_equal (pe_batch_plan_new (&plan, scheme.rulebook, NULL, NULL, NULL), PE_OK);
  random_columns_init (&columns, &scheme, plan, UNITS, &roll);
  if (pe_evaluator_new (&stepped, plan, NULL) == PE_OK)
    set_unit (stepped, &columns, 0);
  for (size_t step = 0; stepped != NULL && step < STEPS * columns.n_inputs; step++, n++)
    {
      const size_t unit = step / columns.n_inputs, input = step % columns.n_inputs;

      set_input (stepped, &columns, input, unit + 1);
      assert_int_equal (pe_evaluator_new (&fresh, plan, NULL), PE_OK);
      for (size_t i = 0; i < columns.n_inputs; i++)
        set_input (fresh, &columns, i, i <= input ? unit + 1 : unit);
      assert_int_equal (pe_evaluator_run (stepped, NULL), PE_OK);
      assert_int_equal (pe_evaluator_run (fresh, NULL), PE_OK);
      compare_evaluators (stepped, fresh, pe_batch_plan_get_n_nodes (plan));
      pe_evaluator_free (fresh);
    }
  pe_evaluator_free (stepped);
  random_columns_clear (&columns);
  pe_batch_plan_unref (plan);
  random_scheme_clear (&scheme);
  return n;
}

static void
test_one_by_one (void **state)
{
  size_t steps = 0;

  (void) state;
  for (uint64_t seed = 1; seed <= RULEBOOKS; seed++)
    steps += compare_steps (seed);
  assert_true (steps > RULEBOOKS * STEPS);
}

static void
test_as_a_batch (void **state)
{
  size_t taken = 0;

  (void) state;
  for (uint64_t seed = 1; seed <= RULEBOOKS; seed++)
    taken += (size_t) compare_rulebook (seed);
  assert_true (taken > RULEBOOKS / 3);
}

/* The figures of a unit of three leaves of ten points: a of at, b of bt where nothing is zero points, and a person's. NULL: not
 * filled in. */
typedef struct partial
{
  const char *a;
  const char *b;
  const char *person;
  pe_status   status;
  const char *points[4]; /* of the total and the leaves; NULL: there are none */
} partial;

static void
add_leaf (GString *out, const char *code, const char *rest)
{
  g_string_append_printf (out, "{\"code\":\"%s\",\"name\":{\"zh\":\"项\"},\"full_marks\":\"10.00\",%s}", code, rest);
}

static pe_rulebook *
read_partial (void)
{
  pe_rulebook *out = NULL;
  GString     *text = g_string_new (
      "{\"format\":\"perfeval-rulebook/1\",\"id\":\"partial\",\"edition\":\"1\",\"title\":{\"zh\":\"表\"},"
          "\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\","
          "\"full_marks\":\"30.00\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},"
          "\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":null,"
          "\"rank_on\":\"rounded\"},\"indicators\":[");

  add_leaf (text, "1", "\"declared\":\"never\",\"rule\":{\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"a\"}}");
  g_string_append_c (text, ',');
  add_leaf (text, "2",
            "\"declared\":\"never\",\"rule\":{\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"b\"},"
            "\"policies\":{\"missing\":\"zero\"}}");
  g_string_append_c (text, ',');
  add_leaf (text, "3", "\"declared\":\"only\",\"rule\":{\"shape\":\"attested/1\"}");
  g_string_append (text, "]}");
  assert_int_equal (pe_rulebook_from_json (&out, text->str, text->len, NULL, NULL, NULL), PE_OK);
  g_string_free (text, TRUE);
  return out;
}

static void
check_partial (pe_evaluator *evaluator, const partial *unit)
{
  const char *const given[] = { unit->a, unit->b, unit->person };

  for (size_t i = 0; i < G_N_ELEMENTS (given); i++)
    {
      pe_figure figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

      if (given[i] != NULL)
        {
          figure.state = PE_STATE_VALUE;
          assert_int_equal (pe_decimal_parse (&figure.value, given[i], strlen (given[i]), NULL), PE_OK);
          figure.unit = i == 2 ? PE_UNIT_POINT : PE_UNIT_NONE;
        }
      assert_int_equal (pe_evaluator_set_figures (evaluator, i, &figure, 1, NULL), PE_OK);
    }
  assert_int_equal (pe_evaluator_run (evaluator, NULL), PE_OK);
  assert_int_equal (pe_evaluator_get_status (evaluator), unit->status);
  for (size_t node = 0; node < G_N_ELEMENTS (unit->points); node++)
    {
      pe_decimal points, expected;
      int32_t    order = 1;

      if (unit->points[node] == NULL)
        {
          assert_int_equal (pe_evaluator_get_points (&points, evaluator, node, NULL), PE_ERROR_NOT_FOUND);
          continue;
        }
      assert_int_equal (pe_decimal_parse (&expected, unit->points[node], strlen (unit->points[node]), NULL), PE_OK);
      assert_int_equal (pe_evaluator_get_points (&points, evaluator, node, NULL), PE_OK);
      assert_int_equal (pe_decimal_compare (&order, &points, &expected, NULL), PE_OK);
      assert_int_equal (order, 0);
    }
}

/* 0.00 would say that a rule or a person gave no points: a leaf that is to blame has none, nor has a sum. */
static void
test_without_points (void **state)
{
  static const partial units[] = {
    { "0.5", "1", "7", PE_OK, { "22.00", "5.00", "10.00", "7.00" } },
    { NULL, "1", "7", PE_ERROR_FIGURE_MISSING, { NULL, NULL, "10.00", "7.00" } },
    { "0", NULL, "7", PE_OK, { "7.00", "0.00", "0.00", "7.00" } },
    { "0", NULL, NULL, PE_ERROR_SCORE_MISSING, { NULL, "0.00", "0.00", NULL } },
    { "0.25", "1", "11", PE_ERROR_SCORE_ABOVE_MARKS, { NULL, "2.50", "10.00", NULL } },
    { "0.25", "1", "-1", PE_ERROR_SCORE_NEGATIVE, { NULL, "2.50", "10.00", NULL } },
    { "0.25", "1", "1", PE_OK, { "13.50", "2.50", "10.00", "1.00" } },
  };
  pe_rulebook   *rulebook = read_partial ();
  pe_batch_plan *plan = NULL;
  pe_evaluator  *evaluator = NULL;

  (void) state;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_plan_get_n_inputs (plan), 3);
  assert_int_equal (pe_evaluator_new (&evaluator, plan, NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    check_partial (evaluator, &units[i]);
  pe_evaluator_free (evaluator);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
}

/* One leaf of 10 points by the execution rate, full where that does not apply. */
static pe_batch_plan *
new_rate_plan (void)
{
  static const char json[]
      = "{\"format\":\"perfeval-rulebook/"
        "1\",\"id\":\"rate\",\"edition\":\"1\",\"title\":{\"zh\":\"率\"},\"kind\":\"project\","
        "\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":\"10\",\"rounding\":{"
        "\"rate\":{\"places\":2,\"mode\":\"half_up\"},\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,"
        "\"total\":{\"places\":2,\"mode\":\"half_up\"},\"rank_on\":\"rounded\"},\"policies\":{\"missing\":\"error\","
        "\"not_applicable\":\"full\",\"zero_denominator\":\"error\",\"text\":\"error\",\"invalid\":\"error\"},"
        "\"indicators\":[{"
        "\"code\":\"1\",\"name\":{\"zh\":\"执行\"},\"full_marks\":\"10\",\"rule\":{\"shape\":\"capped_ratio/1\","
        "\"actual\":{\"measure\":\"budget.execution_rate\"}}}]}";
  pe_rulebook   *rulebook = NULL;
  pe_batch_plan *plan = NULL;

  assert_int_equal (pe_rulebook_from_json (&rulebook, json, sizeof json - 1, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_plan_get_n_inputs (plan), 2);
  pe_rulebook_unref (rulebook);
  return plan;
}

/* As a batch: the cell of one input has this state, the other is 1 yuan. */
static pe_status
score_rate (const pe_batch_plan *plan, size_t which, uint8_t state)
{
  const int64_t    number = 1;
  pe_batch_column  columns[2];
  pe_batch_results results;
  int32_t          status = -1;

  for (size_t i = 0; i < 2; i++)
    {
      pe_batch_column_init (&columns[i], sizeof columns[i]);
      columns[i].type = PE_BATCH_INT64;
      columns[i].unit = PE_UNIT_YUAN;
      columns[i].values = &number;
    }
  columns[which].states = &state;
  pe_batch_results_init (&results, sizeof results);
  results.statuses = &status;
  assert_int_equal (pe_batch_run (NULL, plan, columns, 2, &results, 1, NULL, NULL), PE_OK);
  return status;
}

/* A text where an amount was due is no amount that does not apply, which would be full marks. */
static void
test_text_for_an_amount (void **state)
{
  const pe_figure yuan = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  pe_batch_plan  *plan = new_rate_plan ();
  pe_evaluator   *evaluator = NULL;

  (void) state;
  assert_int_equal (pe_evaluator_new (&evaluator, plan, NULL), PE_OK);
  for (size_t i = 0; i < 2; i++)
    {
      assert_int_equal (pe_evaluator_set_figures (evaluator, 1 - i, &yuan, 1, NULL), PE_OK);
      assert_int_equal (pe_evaluator_set_text (evaluator, i, "无", NULL), PE_OK);
      assert_int_equal (pe_evaluator_run (evaluator, NULL), PE_OK);
      assert_int_equal (pe_evaluator_get_status (evaluator), PE_ERROR_FIGURE_MISSING);
      assert_int_equal (score_rate (plan, i, PE_STATE_VALUE), PE_OK);
      assert_int_equal (score_rate (plan, i, PE_STATE_NOT_APPLICABLE), PE_OK);
      assert_int_equal (score_rate (plan, i, PE_STATE_TEXT), PE_ERROR_FIGURE_MISSING);
      assert_int_equal (score_rate (plan, i, 200), PE_ERROR_FIGURE_MISSING);
    }
  pe_evaluator_free (evaluator);
  pe_batch_plan_unref (plan);
}

static void
test_arguments (void **state)
{
  const pe_figure count = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  const pe_figure text = { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE };
  dice            roll = { 5 };
  random_scheme   scheme;
  pe_batch_plan  *plan = NULL;
  pe_evaluator   *evaluator = NULL;
  pe_error       *error = NULL;
  pe_batch_input  input;
  pe_decimal      points;
  pe_ledger_entry entry;

  (void) state;
  /* One whose contract rounds every level. */
  for (random_scheme_init (&scheme, &roll);; random_scheme_init (&scheme, &roll))
    {
      assert_int_equal (pe_batch_plan_new (&plan, scheme.rulebook, NULL, NULL, NULL), PE_OK);
      if (pe_batch_plan_get_scale (plan, 0) >= 0 && pe_batch_plan_get_scale (plan, 2) >= 0)
        break;
      assert_int_equal (pe_evaluator_new (&evaluator, plan, NULL), PE_ERROR_BATCH_NO_SCALE);
      pe_batch_plan_unref (plan);
      random_scheme_clear (&scheme);
    }
  assert_int_equal (pe_evaluator_new (NULL, plan, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluator_new (&evaluator, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluator_new (&evaluator, plan, NULL), PE_OK);
  assert_int_equal (pe_evaluator_set_figures (NULL, 0, &count, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluator_set_figures (evaluator, 0, &text, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_batch_input_init (&input, sizeof input);
  assert_int_equal (pe_batch_plan_get_input (&input, plan, 0, NULL), PE_OK);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), input.path));
  pe_error_unref (error);
  assert_int_equal (pe_evaluator_set_figures (evaluator, 1000, &count, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluator_set_text (evaluator, 0, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluator_set_text (evaluator, 1000, "x", NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluator_set_text (evaluator, 0, "\xff", NULL), PE_ERROR_INVALID_UTF8);
  assert_int_equal (pe_evaluator_run (NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluator_get_points (&points, evaluator, 1000, NULL), PE_ERROR_NOT_FOUND);
  pe_ledger_entry_init (&entry, sizeof entry);
  assert_int_equal (pe_evaluator_get_entry (&entry, evaluator, 1000, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluator_get_grade (NULL), -1);
  assert_int_equal (pe_evaluator_get_n_entries (NULL), 0);
  pe_evaluator_free (evaluator);
  pe_evaluator_free (NULL);
  pe_batch_plan_unref (plan);
  random_scheme_clear (&scheme);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_as_a_batch),     cmocka_unit_test (test_one_by_one),
    cmocka_unit_test (test_without_points), cmocka_unit_test (test_text_for_an_amount),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
