/* test-shape-deviation-steps.c - points by the interval that holds the deviation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

/* 成本控制率 [P9] w 5: within ±10%: 5; to ±15%: 3; to ±20%: 1; outside: 0. */
static pe_rule_builder *
begin_absolute (void)
{
  pe_rule_builder *builder = begin ("deviation_steps");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  word (builder, "deviation", "absolute");
  add_step (builder, "[0, 10]", "5");
  add_step (builder, "(10, 15]", "3");
  add_step (builder, "(15, 20]", "1");
  add_step (builder, "(20, -)", "0");
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL));
  return builder;
}

static pe_rule_builder *
begin_signed (const char *first)
{
  pe_rule_builder *builder = begin ("deviation_steps");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  word (builder, "deviation", "signed");
  add_step (builder, first, "2");
  add_step (builder, "[-0.1, 0]", "5");
  add_step (builder, "(0, -)", "0");
  return builder;
}

static void
test_absolute (void **state)
{
  static const struct
  {
    const char *actual;
    const char *points;
  } vectors[] = { { "100", "5/1" }, { "90", "5/1" },    { "110", "5/1" }, { "110.01", "3/1" }, { "85", "3/1" },
                  { "115", "3/1" }, { "84.99", "1/1" }, { "120", "1/1" }, { "79", "0/1" },     { "300", "0/1" } };
  pe_rule *rule = build (begin_absolute ());

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (vectors); i++)
    assert_points (rule, "5", GIVEN ({ "actual", vectors[i].actual }, { "target", "100" }), vectors[i].points);
  assert_points (rule, "5", GIVEN ({ "actual", "880000元" }, { "target", "100万元" }), "3/1");
  pe_rule_unref (rule);
}

static void
test_signed (void **state)
{
  pe_rule *rule = build (begin_signed ("(-, -0.1)"));

  (void) state;
  assert_points (rule, "5", GIVEN ({ "actual", "80" }, { "target", "100" }), "2/1");
  assert_points (rule, "5", GIVEN ({ "actual", "90" }, { "target", "100" }), "5/1");
  assert_points (rule, "5", GIVEN ({ "actual", "100" }, { "target", "100" }), "5/1");
  assert_points (rule, "5", GIVEN ({ "actual", "101" }, { "target", "100" }), "0/1");
  assert_rate (rule, "5", GIVEN ({ "actual", "90" }, { "target", "100" }), "-1/10");
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = build (begin_absolute ());

  (void) state;
  assert_fault (rule, "5", GIVEN ({ "actual", "5" }, { "target", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "5", GIVEN ({ "actual", "5" }, { "target", "-1" }), PE_ERROR_NEGATIVE_AMOUNT);
  assert_fault (rule, "5", GIVEN ({ "target", "5" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "5", GIVEN ({ "actual", "5%" }, { "target", "5" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "6", GIVEN ({ "actual", "5" }, { "target", "5" }), PE_ERROR_PARAMETER_RANGE);
  assert_fault (rule, "4", GIVEN ({ "actual", "5" }, { "target", "5" }), PE_ERROR_PARAMETER_RANGE);
  assert_true (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
}

static void
test_cover (void **state)
{
  pe_rule_builder *builder = begin_absolute ();

  (void) state;
  add_step (builder, "[10, 10]", "3");
  refuse (builder, PE_ERROR_STEPS_OVERLAP, "/steps/4");
  builder = begin ("deviation_steps");
  bind (builder, "actual", "a");
  fix (builder, "target", "100");
  word (builder, "deviation", "absolute");
  add_step (builder, "(0, -)", "5");
  refuse (builder, PE_ERROR_STEPS_GAP, "/steps/0");
  /* Above 0 there would be a gap; below it there is nothing, which a step may hold all the same. */
  builder = begin ("deviation_steps");
  bind (builder, "actual", "a");
  fix (builder, "target", "100");
  word (builder, "deviation", "absolute");
  add_step (builder, "[5, -)", "5");
  refuse (builder, PE_ERROR_STEPS_GAP, "/steps/0");
  builder = begin ("deviation_steps");
  bind (builder, "actual", "a");
  fix (builder, "target", "100");
  word (builder, "deviation", "absolute");
  add_step (builder, "[-5, -)", "5");
  pe_rule_unref (build (builder));
  /* Signed ones go on below 0. */
  refuse (begin_signed ("[-0.2, -0.1)"), PE_ERROR_STEPS_GAP, "/steps/0");
  builder = begin_absolute ();
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_DAY, NULL));
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/unit");
  builder = begin_absolute ();
  fix (builder, "target", "0");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/target");
}

static void
test_formula (void **state)
{
  pe_rule *absolute = build (begin_absolute ()), *with_sign = build (begin_signed ("(-, -0.1)"));

  (void) state;
  assert_formula (absolute, "5", GIVEN ({ "actual", "88" }, { "target", "100" }),
                  "查表：|88 − 100| / 100 ∈ (10%, 15%] → 3", "table: |88 − 100| / 100 ∈ (10%, 15%] → 3");
  assert_formula (with_sign, "5", GIVEN ({ "actual", "105%" }, { "target", "100%" }),
                  "查表：(105% − 100%) / 100% ∈ (0, +∞) → 0", "table: (105% − 100%) / 100% ∈ (0, +∞) → 0");
  pe_rule_unref (with_sign);
  pe_rule_unref (absolute);
}

/* In ‰ and in percentage points: 1 of 100 off is 10 ‰ and 1 point. */
static void
test_formula_units (void **state)
{
  static const struct
  {
    pe_unit     unit;
    const char *zh;
  } units[] = { { PE_UNIT_PERMILLE, "查表：|101 − 100| / 100 ∈ (5‰, 15‰] → 3" },
                { PE_UNIT_PERCENTAGE_POINT, "查表：|101 − 100| / 100 ∈ [0百分点, 5百分点] → 5" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    {
      pe_rule_builder *builder = begin ("deviation_steps");
      pe_rule         *rule;
      char            *en;

      bind (builder, "actual", "actual");
      bind (builder, "target", "target");
      word (builder, "deviation", "absolute");
      assert_ok (pe_rule_builder_set_unit (builder, units[i].unit, NULL));
      add_step (builder, "[0, 5]", "5");
      add_step (builder, "(5, 15]", "3");
      add_step (builder, "(15, -)", "0");
      rule = build (builder);
      en = g_strconcat ("table: ", units[i].zh + strlen ("查表："), NULL);
      assert_points (rule, "5", GIVEN ({ "actual", "101" }, { "target", "100" }), i == 0 ? "3/1" : "5/1");
      assert_formula (rule, "5", GIVEN ({ "actual", "101" }, { "target", "100" }), units[i].zh, en);
      g_free (en);
      pe_rule_unref (rule);
    }
}

/* An outcome that lacks one of the figures, or both, has no step to show. */
static void
test_formula_of_nothing (void **state)
{
  pe_rule_builder *builder = begin_absolute ();
  pe_rule         *rule;
  pe_outcome       outcome;

  (void) state;
  fix (builder, "target", "100");
  rule = build (builder);
  apply (&outcome, rule, "5", GIVEN ({ "actual", "88" }), NULL, NULL);
  assert_int_equal (outcome.inputs.size, 2);
  outcome.inputs.size = 1;
  assert_outcome_formula (rule, "5", &outcome, "", "");
  pe_outcome_clear (&outcome);
  outcome.state = PE_STATE_VALUE;
  assert_outcome_formula (rule, "5", &outcome, "", "");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_absolute),
    cmocka_unit_test (test_signed),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_cover),
    cmocka_unit_test (test_formula),
    cmocka_unit_test (test_formula_units),
    cmocka_unit_test (test_formula_of_nothing),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
