/* test-rule-apply.c - measures, states and explanations of a rule that is applied
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/calendar.h>
#include <perfeval/json.h>

/* One record of procurement and nothing else. */
static pe_dossier *
make_procurement (void)
{
  pe_procurement_builder *records = NULL;
  pe_procurement         *procurement = NULL;
  pe_procurement_record   record;
  pe_dossier_builder     *builder = NULL;
  pe_dossier             *dossier = NULL;
  pe_dossier_head         head;

  pe_procurement_record_init (&record, sizeof record);
  record.name = "采购";
  assert_ok (pe_procurement_builder_new (&records, NULL, NULL));
  assert_ok (pe_procurement_builder_add_many (records, &record, 1, NULL));
  assert_ok (pe_procurement_builder_build (&procurement, records, NULL, NULL));
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_ok (pe_dossier_builder_new (&builder, NULL, NULL));
  assert_ok (pe_dossier_builder_set_head (builder, &head, NULL));
  assert_ok (pe_dossier_builder_set_procurement (builder, procurement, NULL));
  assert_ok (pe_dossier_builder_build (&dossier, builder, NULL, NULL));
  pe_dossier_builder_free (builder);
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (records);
  return dossier;
}

/* The budget of a published report: 2149.56 executed of 2155.61 adjusted, in two units where asked. */
static pe_dossier *
make_dossier (const char *adjusted, const char *executed)
{
  pe_budget_builder  *budget_builder = NULL;
  pe_budget          *budget = NULL;
  pe_dossier_builder *builder = NULL;
  pe_dossier         *dossier = NULL;
  pe_dossier_head     head;
  pe_budget_line      line;

  pe_budget_line_init (&line, sizeof line);
  line.name = "全年预算";
  line.category = PE_BUDGET_TOTAL;
  line.adjusted = figure (adjusted);
  line.executed = figure (executed);
  assert_ok (pe_budget_builder_new (&budget_builder, NULL, NULL));
  assert_ok (pe_budget_builder_add_many (budget_builder, &line, 1, NULL));
  assert_ok (pe_budget_builder_build (&budget, budget_builder, NULL, NULL));
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_ok (pe_dossier_builder_new (&builder, NULL, NULL));
  assert_ok (pe_dossier_builder_set_head (builder, &head, NULL));
  assert_ok (pe_dossier_builder_set_budget (builder, budget, NULL));
  assert_ok (pe_dossier_builder_build (&dossier, builder, NULL, NULL));
  pe_dossier_builder_free (builder);
  pe_budget_unref (budget);
  pe_budget_builder_free (budget_builder);
  return dossier;
}

static pe_rule *
make (const char *target)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  measure (builder, "actual", "budget.execution_rate");
  if (target != NULL)
    fix (builder, "target", target);
  return build (builder);
}

static void
test_measure (void **state)
{
  pe_dossier            *dossier = make_dossier ("2155.61万元", "2149.56万元");
  pe_rule               *rule = make (NULL);
  pe_outcome             outcome;
  const pe_scored_input *inputs;

  (void) state;
  apply (&outcome, rule, "10", NOTHING, dossier, NULL);
  assert_int_equal (outcome.state, PE_STATE_VALUE);
  assert_int_equal (outcome.fault, PE_OK);
  assert_rational (&outcome.points, "2149560/215561");
  assert_true (outcome.has_rate);
  assert_rational (&outcome.rate, "214956/215561");
  assert_int_equal (outcome.inputs.size, 2);
  inputs = outcome.inputs.data;
  assert_string_equal (inputs[0].name, "actual");
  assert_string_equal (inputs[0].measure, "budget.execution_rate");
  assert_string_equal (inputs[0].path, "/budget/lines/0/executed");
  assert_true (inputs[0].figure.value.coefficient == 214956 && inputs[0].figure.unit == PE_UNIT_WAN_YUAN);
  assert_string_equal (inputs[1].name, "actual");
  assert_string_equal (inputs[1].path, "/budget/lines/0/adjusted");
  assert_outcome_formula (rule, "10", &outcome, "10 × min(1, 2149.56 / 2155.61)", "10 × min(1, 2149.56 / 2155.61)");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

static void
test_measure_with_target (void **state)
{
  static const char *const targets[] = { "95%", "0.95" };
  static const char *const formulas[] = { "10 × min(1, (1800 / 2000) / 95%)", "10 × min(1, (1800 / 2000) / 0.95)" };
  pe_dossier              *dossier = make_dossier ("2000元", "1800元");

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_rule   *rule = make (targets[i]);
      pe_outcome outcome;

      apply (&outcome, rule, "10", NOTHING, dossier, NULL);
      /* 10 × 0.9 / 0.95 */
      assert_rational (&outcome.points, "180/19");
      assert_rational (&outcome.rate, "9/10");
      assert_outcome_formula (rule, "10", &outcome, formulas[i], formulas[i]);
      pe_outcome_clear (&outcome);
      pe_rule_unref (rule);
    }
  pe_dossier_unref (dossier);
}

static void
test_two_units (void **state)
{
  pe_dossier *dossier = make_dossier ("2000元", "0.18万元");
  pe_rule    *rule = make (NULL);
  pe_outcome  outcome;

  (void) state;
  apply (&outcome, rule, "10", NOTHING, dossier, NULL);
  assert_rational (&outcome.points, "9/1");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

static void
test_measure_states (void **state)
{
  pe_dossier *zero = make_dossier ("0元", "0元"), *missing = make_dossier ("", "5元");
  pe_rule    *rule = make (NULL);
  pe_outcome  outcome;

  (void) state;
  apply (&outcome, rule, "10", NOTHING, zero, NULL);
  assert_state (&outcome, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR, "/budget/lines/0/adjusted");
  assert_false (outcome.has_rate);
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "10", NOTHING, missing, NULL);
  assert_state (&outcome, PE_STATE_MISSING, PE_ERROR_FIGURE_MISSING, "/budget/lines/0/adjusted");
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "10", NOTHING, NULL, NULL);
  assert_int_equal (outcome.state, PE_STATE_MISSING);
  assert_int_equal (outcome.fault, PE_ERROR_FIGURE_MISSING);
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (missing);
  pe_dossier_unref (zero);
}

static void
test_measure_in_other_shapes (void **state)
{
  pe_dossier      *dossier = make_dossier ("2000元", "1800元");
  pe_rule_builder *builder = begin ("steps");
  pe_rule         *steps, *binary, *inverse;
  pe_outcome       outcome;

  (void) state;
  measure (builder, "value", "budget.execution_rate");
  add_step (builder, "(-, 90)", "0");
  add_step (builder, "[90, -)", "5");
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL));
  steps = build (builder);
  apply (&outcome, steps, "5", NOTHING, dossier, NULL);
  assert_rational (&outcome.points, "5/1");
  assert_outcome_formula (
      steps, "5", &outcome, "查表：1800 / 2000 ∈ [90%, +∞) → 5", "table: 1800 / 2000 ∈ [90%, +∞) → 5");
  pe_outcome_clear (&outcome);
  builder = begin ("binary");
  measure (builder, "value", "budget.execution_rate");
  word (builder, "compare", ">");
  fix (builder, "limit", "90%");
  binary = build (builder);
  apply (&outcome, binary, "5", NOTHING, dossier, NULL);
  assert_rational (&outcome.points, "0/1");
  assert_outcome_formula (binary, "5", &outcome, "(1800 / 2000) ≤ 90% → 0", "(1800 / 2000) ≤ 90% → 0");
  pe_outcome_clear (&outcome);
  builder = begin ("inverse_ratio");
  measure (builder, "actual", "budget.execution_rate");
  fix (builder, "target", "0.8");
  inverse = build (builder);
  apply (&outcome, inverse, "9", NOTHING, dossier, NULL);
  /* 9 × 0.8 / 0.9 */
  assert_rational (&outcome.points, "8/1");
  assert_outcome_formula (inverse, "9", &outcome, "9 × 0.8 / (1800 / 2000)", "9 × 0.8 / (1800 / 2000)");
  pe_outcome_clear (&outcome);
  pe_rule_unref (inverse);
  pe_rule_unref (binary);
  pe_rule_unref (steps);
  pe_dossier_unref (dossier);
}

static void
test_unit_mismatch (void **state)
{
  pe_dossier      *dossier = make_dossier ("2000元", "1800元");
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;
  pe_outcome       outcome;

  (void) state;
  measure (builder, "actual", "budget.execution_rate");
  bind (builder, "target", "goal");
  rule = build (builder);
  apply (&outcome, rule, "10", GIVEN ({ "goal", "3万元" }), dossier, NULL);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_UNIT_MISMATCH, "/facts/1/goal");
  assert_string_equal (outcome.expected, "%");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  /* What the scheme fixes is not to blame. */
  builder = begin ("capped_ratio");
  bind (builder, "actual", "found");
  fix (builder, "target", "90%");
  rule = build (builder);
  apply (&outcome, rule, "10", GIVEN ({ "found", "88" }), NULL, NULL);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_UNIT_MISMATCH, "/facts/1/found");
  assert_string_equal (outcome.expected, "%");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

static void
test_inputs (void **state)
{
  pe_rule_builder       *builder = begin ("capped_ratio");
  pe_rule               *rule;
  pe_outcome             outcome;
  const pe_scored_input *inputs;

  (void) state;
  bind (builder, "actual", "done");
  fix (builder, "target", "90%");
  rule = build (builder);
  apply (&outcome, rule, "10", GIVEN ({ "done", ":most" }), NULL, NULL);
  assert_state (&outcome, PE_STATE_TEXT, PE_ERROR_FIGURE_TEXT, "/facts/1/done");
  inputs = outcome.inputs.data;
  assert_int_equal (outcome.inputs.size, 2);
  assert_string_equal (inputs[0].name, "actual");
  assert_string_equal (inputs[0].text, "most");
  assert_null (inputs[0].measure);
  assert_string_equal (inputs[1].name, "target");
  assert_null (inputs[1].path);
  pe_outcome_clear (&outcome);
  assert_int_equal (outcome.inputs.size, 0);
  pe_rule_unref (rule);
}

static const pe_fact *
find_nothing (const pe_fact_source *self, const char *name)
{
  (void) self;
  (void) name;
  return NULL;
}

static const pe_fact *
find_something (const pe_fact_source *self, const char *name)
{
  return strcmp (name, "target") == 0 ? self->data : NULL;
}

static void
print_nothing (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  (void) name;
  pe_buffer_add_string (out, "");
}

/* Records of procurement are facts of a share of records on time, and of no other rule. */
static void
test_lacking_records (void **state)
{
  pe_rule_builder *builder = begin ("on_time_share");
  pe_rule         *by_records, *by_counts, *ratio;
  pe_dossier      *dossier = make_procurement (), *without = make_dossier ("1元", "1元");
  pe_fact_source   nothing = { find_nothing, print_nothing, NULL, NULL, NULL, NULL, NULL, 0 };

  (void) state;
  word (builder, "from", "award");
  word (builder, "to", "signing");
  number (builder, "limit", "30");
  word (builder, "days", "calendar");
  by_records = build (builder);
  builder = begin ("on_time_share");
  bind (builder, "on_time", "on_time");
  bind (builder, "applicable", "applicable");
  by_counts = build (builder);
  builder = begin ("capped_ratio");
  bind (builder, "actual", "actual");
  ratio = build (builder);
  assert_true (pe_rule_lacks_facts (by_records, &nothing));
  nothing.dossier = dossier;
  assert_false (pe_rule_lacks_facts (by_records, &nothing));
  nothing.dossier = without;
  assert_true (pe_rule_lacks_facts (by_records, &nothing));
  nothing.dossier = dossier;
  assert_true (pe_rule_lacks_facts (by_counts, &nothing));
  assert_true (pe_rule_lacks_facts (ratio, &nothing));
  pe_rule_unref (by_records);
  pe_rule_unref (by_counts);
  pe_rule_unref (ratio);
  pe_dossier_unref (without);
  pe_dossier_unref (dossier);
}

static void
test_lacking_facts (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *measured = make (NULL), *bound, *fixed;
  pe_dossier      *whole = make_dossier ("2000元", "1800元"), *half = make_dossier ("", "1元"),
             *none = make_dossier ("", "");
  pe_fact        fact;
  pe_fact_source nothing = { find_nothing, print_nothing, NULL, NULL, NULL, NULL, NULL, 0 };
  pe_fact_source something = { find_something, print_nothing, NULL, NULL, NULL, &fact, NULL, 0 };

  (void) state;
  assert_true (pe_rule_lacks_facts (measured, &nothing));
  nothing.dossier = whole;
  assert_false (pe_rule_lacks_facts (measured, &nothing));
  nothing.dossier = half;
  assert_false (pe_rule_lacks_facts (measured, &nothing));
  nothing.dossier = none;
  assert_true (pe_rule_lacks_facts (measured, &nothing));
  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  bound = build (builder);
  assert_true (pe_rule_lacks_facts (bound, &nothing));
  pe_fact_init (&fact, sizeof fact);
  assert_true (pe_rule_lacks_facts (bound, &something));
  fact.figure = figure ("-");
  assert_false (pe_rule_lacks_facts (bound, &something));
  /* A rule that asks for nothing lacks nothing. */
  builder = begin ("capped_ratio");
  fix (builder, "actual", "1");
  fixed = build (builder);
  assert_false (pe_rule_lacks_facts (fixed, &nothing));
  pe_rule_unref (fixed);
  pe_rule_unref (bound);
  pe_rule_unref (measured);
  pe_dossier_unref (none);
  pe_dossier_unref (half);
  pe_dossier_unref (whole);
}

static void
test_not_applied (void **state)
{
  pe_rule       *rule = build (begin ("attested"));
  pe_fact_source nothing = { find_nothing, print_nothing, NULL, NULL, NULL, NULL, NULL, 0 };
  pe_outcome     outcome;
  pe_rational    marks;
  pe_buffer      buffer = PE_BUFFER_INIT;

  (void) state;
  pe_rational_init (&marks);
  pe_outcome_init (&outcome);
  assert_error (pe_rule_apply (rule, &marks, &nothing, 65536, &outcome, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_print_formula (rule, &marks, &outcome, PE_LANGUAGE_EN, &buffer);
  assert_int_equal (buffer.size, 0);
  pe_outcome_clear (&outcome);
  pe_rational_clear (&marks);
  pe_rule_unref (rule);
}

/* Thirds have no decimal: a row's marks of 20/3. */
static void
test_rational_marks (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;
  pe_fact          fact;
  pe_fact_source   source = { find_something, print_nothing, NULL, NULL, NULL, &fact, NULL, 0 };
  pe_outcome       outcome;
  pe_rational      marks, three;
  pe_buffer        buffer = PE_BUFFER_INIT;
  char            *text;

  (void) state;
  bind (builder, "actual", "target");
  rule = build (builder);
  pe_fact_init (&fact, sizeof fact);
  fact.figure = figure ("50%");
  pe_rational_init (&marks);
  pe_rational_init (&three);
  pe_rational_set_int (&marks, 20);
  pe_rational_set_int (&three, 3);
  assert_ok (pe_rational_divide (&marks, &marks, &three, 256));
  pe_outcome_init (&outcome);
  assert_ok (pe_rule_apply (rule, &marks, &source, 65536, &outcome, NULL));
  assert_rational (&outcome.points, "10/3");
  pe_rule_print_formula (rule, &marks, &outcome, PE_LANGUAGE_ZH, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_string_equal (text, "(20 / 3) × min(1, 50%)");
  g_free (text);
  pe_outcome_clear (&outcome);
  pe_rational_clear (&three);
  pe_rational_clear (&marks);
  pe_rule_unref (rule);
}

/* Rates of two amounts stand in brackets in a difference: 90% is 5 units of 0.01 below 0.95 and above 0.85. */
static void
test_differences_of_rates (void **state)
{
  static const struct
  {
    const char *actual, *target, *side, *formula; /* NULL: the measure */
  } cases[] = {
    { NULL, "0.95", "below", "10 − 1 × (0.95 − (1800 / 2000)) / 0.01" },
    { NULL, "0.85", "above", "10 − 1 × ((1800 / 2000) − 0.85) / 0.01" },
    { "0.95", NULL, "above", "10 − 1 × (0.95 − (1800 / 2000)) / 0.01" },
  };
  pe_dossier *dossier = make_dossier ("2000元", "1800元");

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_rule_builder *builder = begin ("per_unit_excess");
      const char      *fixed = cases[i].actual != NULL ? cases[i].actual : cases[i].target;
      pe_rule         *rule;
      pe_outcome       outcome;

      measure (builder, cases[i].actual == NULL ? "actual" : "target", "budget.execution_rate");
      fix (builder, cases[i].actual == NULL ? "target" : "actual", fixed);
      word (builder, "side", cases[i].side);
      word (builder, "count", "continuous");
      number (builder, "per", "0.01");
      number (builder, "points", "1");
      rule = build (builder);
      apply (&outcome, rule, "10", NOTHING, dossier, NULL);
      assert_int_equal (outcome.state, PE_STATE_VALUE);
      assert_rational (&outcome.points, "5/1");
      assert_outcome_formula (rule, "10", &outcome, cases[i].formula, cases[i].formula);
      pe_outcome_clear (&outcome);
      pe_rule_unref (rule);
    }
  pe_dossier_unref (dossier);
}

/* A line of a rate: 0.9 is half of the way from 0.8 to 1. */
static void
test_line_of_rate (void **state)
{
  pe_dossier      *dossier = make_dossier ("2000元", "1800元");
  pe_rule_builder *builder = begin ("piecewise_linear");
  pe_point         points[2];
  pe_rule         *rule;
  pe_outcome       outcome;

  (void) state;
  for (size_t i = 0; i < 2; i++)
    pe_point_init (&points[i], sizeof points[i]);
  points[0].at = decimal ("0.8");
  points[1].at = decimal ("1");
  points[1].points = decimal ("10");
  measure (builder, "value", "budget.execution_rate");
  assert_ok (pe_rule_builder_add_points (builder, points, 2, NULL));
  rule = build (builder);
  apply (&outcome, rule, "10", NOTHING, dossier, NULL);
  assert_rational (&outcome.points, "5/1");
  assert_outcome_formula (rule, "10", &outcome, "0 + (10 − 0) × ((1800 / 2000) − 0.8) / (1 − 0.8)",
                          "0 + (10 − 0) × ((1800 / 2000) − 0.8) / (1 − 0.8)");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

/* A rate is no score. */
static void
test_rate_as_score (void **state)
{
  pe_dossier      *dossier = make_dossier ("2000元", "1800元");
  pe_rule_builder *builder = begin ("external_score");
  pe_rule         *rule;
  pe_outcome       outcome;

  (void) state;
  measure (builder, "score", "budget.execution_rate");
  rule = build (builder);
  apply (&outcome, rule, "10", GIVEN ({ "evidence", ":x" }), dossier, NULL);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_UNIT_MISMATCH, "/budget/lines/0/executed");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

/* A number that the rule fixes stands beside a share, whichever of the two it is; yes stands beside nothing. */
static void
test_fixed_actual (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;

  (void) state;
  fix (builder, "actual", "0.49");
  bind (builder, "target", "target");
  rule = build (builder);
  assert_points (rule, "10", GIVEN ({ "target", "98%" }), "5/1");
  assert_fault (rule, "10", GIVEN ({ "target", "98元" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "target", "是" }), PE_ERROR_UNIT_MISMATCH);
  pe_rule_unref (rule);
}

/* Texts that stay with the host, as in columns: a state without its bytes is no grade, no choice and no evidence. */
static const pe_fact *
find_without_text (const pe_fact_source *self, const char *name)
{
  static const pe_fact text = { sizeof text, 0, "1", "x", NULL, { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE } };
  static const pe_fact number = { sizeof number, 0, "1", "x", NULL, { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE } };

  (void) self;
  return strcmp (name, "score") == 0 ? &number : &text;
}

static void
assert_without_text (pe_rule *rule, pe_state state)
{
  const pe_fact_source source = { find_without_text, print_nothing, NULL, NULL, NULL, NULL, NULL, 0 };
  pe_outcome           outcome;
  pe_rational          marks;

  pe_outcome_init (&outcome);
  pe_rational_init (&marks);
  pe_rational_set_int (&marks, 10);
  assert_ok (pe_rule_apply (rule, &marks, &source, 65536, &outcome, NULL));
  assert_int_equal (outcome.state, state);
  pe_outcome_clear (&outcome);
  pe_rational_clear (&marks);
  pe_rule_unref (rule);
}

static void
test_texts_without_bytes (void **state)
{
  pe_rule_builder *graded = begin ("graded"), *alternative = begin ("alternative"),
                  *external = begin ("external_score");
  pe_rule *inner = make (NULL);

  (void) state;
  add_band (graded, "a", "[0, 1]");
  assert_without_text (build (graded), PE_STATE_INVALID);
  word (alternative, "choice", "declared");
  assert_ok (pe_rule_builder_add_alternative (alternative, "a", inner, NULL));
  assert_ok (pe_rule_builder_add_alternative (alternative, "b", inner, NULL));
  pe_rule_unref (inner);
  assert_without_text (build (alternative), PE_STATE_INVALID);
  bind (external, "score", "score");
  assert_without_text (build (external), PE_STATE_MISSING);
}

/* Whatever number of bits is the most that a number may have, it is said, or the points are those that there are. */
static void
assert_each_limit (pe_rule *rule, const pe_dossier *dossier, const char *points)
{
  pe_fact_source source = { find_nothing, print_nothing, NULL, dossier, NULL, NULL, NULL, 0 };
  pe_outcome     outcome;
  pe_rational    marks;
  int            n_limits = 0;

  pe_outcome_init (&outcome);
  pe_rational_init (&marks);
  pe_rational_set_int (&marks, 10);
  for (uint32_t bits = 1; bits <= 1024; bits++)
    {
      pe_error       *error = NULL;
      const pe_status status = pe_rule_apply (rule, &marks, &source, bits, &outcome, &error);

      assert_int_equal (pe_error_get_status (error), status);
      pe_error_unref (error);
      if (status == PE_OK)
        assert_rational (&outcome.points, points);
      else
        assert_int_equal (status, PE_ERROR_LIMIT);
      n_limits += status != PE_OK;
    }
  /* Both answers were given, and the last one was the points. */
  assert_true (n_limits > 0 && n_limits < 1024);
  assert_int_equal (outcome.state, PE_STATE_VALUE);
  pe_outcome_clear (&outcome);
  pe_rational_clear (&marks);
  pe_rule_unref (rule);
}

/* 10 less one point for each whole unit: the difference of two numbers of 18 places, by a unit of 18 places. */
static void
test_limits_of_units (void **state)
{
  pe_rule_builder *builder = begin ("per_unit_excess");

  (void) state;
  assert_ok (
      pe_rule_builder_bind_formula (builder, "actual", "2 / 3 / 7777777777777777777 / 7777777777777777773", NULL));
  fix (builder, "target", "0");
  word (builder, "side", "above");
  word (builder, "count", "ceiling");
  number (builder, "per", "1.234567890123456789");
  number (builder, "points", "1");
  assert_each_limit (build (builder), NULL, "9/1");
}

/* A rate whose parts are in units that lie far apart, both with 18 digits behind the point. */
static void
test_limits_of_rates (void **state)
{
  pe_dossier *dossier = make_dossier ("91234567890123456.77亿元", "9.123456789012345671元");

  (void) state;
  {
    pe_rule_builder *builder = begin ("steps");

    measure (builder, "value", "budget.execution_rate");
    add_step (builder, "(-, 0.5)", "3");
    add_step (builder, "[0.5, -)", "10");
    assert_each_limit (build (builder), dossier, "3/1");
  }
  pe_dossier_unref (dossier);
}

/* The first of two inputs cannot be held. */
static void
test_limits_of_tables (void **state)
{
  static const char *const when[] = { "-", "-" };
  pe_rule_builder         *builder = begin ("decision_table");
  pe_table_input           inputs[2];
  pe_decision              decision;

  (void) state;
  word (builder, "hit", "F");
  for (size_t i = 0; i < 2; i++)
    {
      pe_table_input_init (&inputs[i], sizeof inputs[i]);
      inputs[i].id = i == 0 ? "a" : "b";
      inputs[i].formula = i == 0 ? "2 ** 700" : "1";
    }
  assert_ok (pe_rule_builder_add_inputs (builder, inputs, 2, NULL));
  pe_decision_init (&decision, sizeof decision);
  decision.when = when;
  decision.n_when = 2;
  decision.points = decimal ("4");
  assert_ok (pe_rule_builder_add_decisions (builder, &decision, 1, NULL));
  assert_each_limit (build (builder), NULL, "4/1");
}

/* Working days that a calendar does not say, or that none says: a fault of the leaf, at the record where there is one. */
static void
test_calendars (void **state)
{
  static const char document[]
      = "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\","
        "\"money_unit\":\"元\",\"procurement\":{\"records\":[{\"name\":\"a\",\"contract\":\"1\","
        "\"signing\":\"2023-03-01\",\"publication\":\"2023-03-02\"}]}}";
  pe_rule_builder *builder = begin ("capped_ratio"), *by_formula = begin ("capped_ratio");
  pe_rule         *rule, *formula;
  pe_dossier      *dossier = NULL;
  pe_calendar     *calendar = NULL;
  pe_calendar_spec spec;
  pe_outcome       outcome;

  (void) state;
  assert_ok (pe_dossier_from_json (&dossier, document, strlen (document), NULL, NULL, NULL));
  measure (builder, "actual", "procurement.publication_in_time");
  rule = build (builder);
  assert_ok (pe_rule_builder_bind_formula (by_formula, "actual", "procurement.publication_in_time", NULL));
  formula = build (by_formula);
  apply (&outcome, formula, "10", NOTHING, dossier, NULL);
  assert_int_equal (outcome.state, PE_STATE_INVALID);
  assert_int_equal (outcome.fault, PE_ERROR_CALENDAR_MISSING);
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "10", NOTHING, dossier, NULL);
  assert_int_equal (outcome.state, PE_STATE_INVALID);
  assert_int_equal (outcome.fault, PE_ERROR_CALENDAR_MISSING);
  assert_null (pe_vector_at (&outcome.inputs, pe_scored_input, outcome.culprit)->path);
  pe_outcome_clear (&outcome);
  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2022;
  assert_ok (pe_calendar_new (&calendar, &spec, NULL));
  apply (&outcome, rule, "10", NOTHING, dossier, calendar);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_CALENDAR_RANGE, "/procurement/records/0");
  pe_outcome_clear (&outcome);
  apply (&outcome, formula, "10", NOTHING, dossier, calendar);
  assert_int_equal (outcome.state, PE_STATE_INVALID);
  assert_int_equal (outcome.fault, PE_ERROR_CALENDAR_RANGE);
  pe_outcome_clear (&outcome);
  pe_rule_unref (formula);
  pe_calendar_unref (calendar);
  pe_dossier_unref (dossier);
  pe_rule_unref (rule);
}

/* What an outcome does not hold is neither computed nor nothing; a rate of nothing is no number. */
static void
test_formulas_of_nothing (void **state)
{
  pe_dossier *dossier = make_dossier ("2000元", "1800元");
  pe_rule    *rule = make (NULL);
  pe_outcome  outcome;
  pe_rational marks, value;
  pe_buffer   buffer = PE_BUFFER_INIT;
  pe_formula  formula = { rule, &marks, &outcome, PE_LANGUAGE_EN, &buffer };

  (void) state;
  pe_rational_init (&marks);
  pe_rational_init (&value);
  apply (&outcome, rule, "10", NOTHING, dossier, NULL);
  assert_true (pe_formula_compute (&formula, "actual", &value));
  assert_rational (&value, "9/10");
  assert_false (pe_formula_is_zero (&formula, "actual"));
  /* There is no target. */
  assert_false (pe_formula_compute (&formula, "target", &value));
  assert_false (pe_formula_is_zero (&formula, "target"));
  pe_vector_at (&outcome.inputs, pe_scored_input, 0)->figure.value.coefficient = 0;
  assert_true (pe_formula_is_zero (&formula, "actual"));
  pe_vector_at (&outcome.inputs, pe_scored_input, 1)->figure.value.coefficient = 0;
  assert_false (pe_formula_compute (&formula, "actual", &value));
  pe_outcome_clear (&outcome);
  pe_rational_clear (&value);
  pe_rational_clear (&marks);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

/* A rate in a formula stands in brackets, whatever was read behind it. */
static void
test_formula_of_rates (void **state)
{
  static const char *const formulas[][2] = {
    { "budget.execution_rate + x", "10 × min(1, ((1800 元 / 2000 元) + 3) / 6)" },
    { "x + budget.execution_rate", "10 × min(1, (3 + (1800 元 / 2000 元)) / 6)" },
  };
  pe_dossier *dossier = make_dossier ("2000元", "1800元");

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      pe_rule_builder *builder = begin ("capped_ratio");
      pe_rule         *rule;
      pe_outcome       outcome;

      assert_ok (pe_rule_builder_bind_formula (builder, "actual", formulas[i][0], NULL));
      fix (builder, "target", "6");
      rule = build (builder);
      apply (&outcome, rule, "10", GIVEN ({ "x", "3" }), dossier, NULL);
      assert_rational (&outcome.points, "13/2");
      assert_outcome_formula (rule, "10", &outcome, formulas[i][1], formulas[i][1]);
      pe_outcome_clear (&outcome);
      pe_rule_unref (rule);
    }
  pe_dossier_unref (dossier);
}

/* A count of records is no rate: it does not divide, and without records it is missing itself. */
static void
test_measure_of_one_amount (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_dossier      *dossier = make_dossier ("2000元", "1800元");
  pe_rule         *rule;
  pe_outcome       outcome;

  (void) state;
  measure (builder, "actual", "procurement.contract_count");
  fix (builder, "target", "2个");
  rule = build (builder);
  assert_false (pe_rule_can_divide_by_zero (rule));
  apply (&outcome, rule, "10", NOTHING, dossier, NULL);
  assert_int_equal (outcome.state, PE_STATE_MISSING);
  assert_int_equal (outcome.culprit, 0);
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

/* A score that a person states has no formula. */
static void
test_no_formula (void **state)
{
  pe_rule   *rule = build (begin ("attested"));
  pe_outcome outcome;

  (void) state;
  pe_outcome_init (&outcome);
  outcome.state = PE_STATE_VALUE;
  assert_outcome_formula (rule, "10", &outcome, "", "");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
}

/* Where memory ran out for an input there is none to look at. */
static void
test_units_without_input (void **state)
{
  pe_outcome     outcome;
  pe_application application = { NULL, NULL, NULL, 65536, &outcome, PE_ERROR_NO_MEMORY, NULL, NULL };
  pe_argument    a, b;

  (void) state;
  pe_outcome_init (&outcome);
  pe_argument_init (&a);
  pe_argument_init (&b);
  b.is_given = TRUE;
  assert_true (b.input == G_MAXSIZE);
  assert_true (pe_application_check_units (&application, &a, &b));
}

/* By no power of ten a number is copied, or left where it is. */
static void
test_shift (void **state)
{
  pe_outcome     outcome;
  pe_application application = { NULL, NULL, NULL, 65536, &outcome, PE_OK, NULL, NULL };
  pe_rational    from, to;

  (void) state;
  pe_rational_init (&from);
  pe_rational_init (&to);
  pe_rational_set_int (&from, 7);
  pe_application_shift (&application, &to, &from, 0);
  assert_rational (&to, "7/1");
  pe_application_shift (&application, &to, &to, 0);
  assert_rational (&to, "7/1");
  pe_application_shift (&application, &to, &from, -2);
  assert_rational (&to, "7/100");
  pe_rational_clear (&to);
  pe_rational_clear (&from);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_measure),
    cmocka_unit_test (test_measure_with_target),
    cmocka_unit_test (test_two_units),
    cmocka_unit_test (test_measure_states),
    cmocka_unit_test (test_measure_in_other_shapes),
    cmocka_unit_test (test_unit_mismatch),
    cmocka_unit_test (test_inputs),
    cmocka_unit_test (test_lacking_facts),
    cmocka_unit_test (test_lacking_records),
    cmocka_unit_test (test_not_applied),
    cmocka_unit_test (test_rational_marks),
    cmocka_unit_test (test_differences_of_rates),
    cmocka_unit_test (test_line_of_rate),
    cmocka_unit_test (test_rate_as_score),
    cmocka_unit_test (test_fixed_actual),
    cmocka_unit_test (test_texts_without_bytes),
    cmocka_unit_test (test_limits_of_units),
    cmocka_unit_test (test_limits_of_rates),
    cmocka_unit_test (test_limits_of_tables),
    cmocka_unit_test (test_calendars),
    cmocka_unit_test (test_formulas_of_nothing),
    cmocka_unit_test (test_no_formula),
    cmocka_unit_test (test_shift),
    cmocka_unit_test (test_units_without_input),
    cmocka_unit_test (test_formula_of_rates),
    cmocka_unit_test (test_measure_of_one_amount),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
