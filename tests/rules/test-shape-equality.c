/* test-shape-equality.c - a result that should be just its target
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make (const char *mode)
{
  pe_rule_builder *builder = begin ("equality");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  word (builder, "mode", mode);
  return build (builder);
}

/* As R1: w 10, 95, 130 and 0 of 100 give 9.50, 10.00 and 0.00. */
static void
test_cap (void **state)
{
  static const char *const modes[] = { "cap", "flag" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      pe_rule *rule = make (modes[i]);

      assert_rounded (rule, "10", GIVEN ({ "actual", "95" }, { "target", "100" }), "9.50");
      assert_rounded (rule, "10", GIVEN ({ "actual", "130" }, { "target", "100" }), "10.00");
      assert_rounded (rule, "10", GIVEN ({ "actual", "0" }, { "target", "100" }), "0.00");
      assert_points (rule, "10", GIVEN ({ "actual", "-3" }, { "target", "100" }), "0/1");
      assert_points (rule, "10", GIVEN ({ "actual", "2" }, { "target", "3" }), "20/3");
      /* R5: a target of 0. */
      assert_points (rule, "10", GIVEN ({ "actual", "0" }, { "target", "0" }), "10/1");
      assert_points (rule, "10", GIVEN ({ "actual", "-1" }, { "target", "0" }), "10/1");
      assert_points (rule, "10", GIVEN ({ "actual", "1" }, { "target", "0" }), "0/1");
      assert_fault (rule, "10", GIVEN ({ "actual", "1" }, { "target", "-1" }), PE_ERROR_NEGATIVE_AMOUNT);
      assert_false (pe_rule_can_divide_by_zero (rule));
      pe_rule_unref (rule);
    }
}

static void
test_exact (void **state)
{
  pe_rule *rule = make ("exact");

  (void) state;
  assert_points (rule, "10", GIVEN ({ "actual", "5.00" }, { "target", "5" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "actual", "5.01" }, { "target", "5" }), "0/1");
  assert_points (rule, "10", GIVEN ({ "actual", "4.99" }, { "target", "5" }), "0/1");
  assert_points (rule, "10", GIVEN ({ "actual", "10000元" }, { "target", "1万元" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "actual", "-2" }, { "target", "-2" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "actual", "-1" }, { "target", "0" }), "0/1");
  pe_rule_unref (rule);
}

static pe_status
notice_of (const char *mode, const char *actual)
{
  pe_rule   *rule = make (mode);
  pe_outcome outcome;
  pe_status  notice;

  apply (&outcome, rule, "10", GIVEN ({ "actual", actual }, { "target", "100" }), NULL, NULL);
  assert_int_equal (outcome.state, PE_STATE_VALUE);
  notice = outcome.notice;
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  return notice;
}

static void
test_notice (void **state)
{
  (void) state;
  assert_int_equal (notice_of ("flag", "100"), PE_OK);
  assert_int_equal (notice_of ("flag", "130"), PE_WARNING_NOT_EQUAL);
  assert_int_equal (notice_of ("flag", "99.99"), PE_WARNING_NOT_EQUAL);
  assert_int_equal (notice_of ("cap", "130"), PE_OK);
  assert_int_equal (notice_of ("exact", "130"), PE_OK);
}

static void
test_states (void **state)
{
  pe_rule         *rule = make ("cap");
  pe_rule_builder *builder;
  pe_rule         *signed_target;

  (void) state;
  assert_fault (rule, "10", GIVEN ({ "actual", "5" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "actual", "5元" }, { "target", "5" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "actual", "是" }, { "target", "是" }), PE_ERROR_UNIT_MISMATCH);
  pe_rule_unref (rule);
  builder = begin ("equality");
  bind (builder, "actual", "a");
  fix (builder, "target", "5");
  assert_error (pe_rule_builder_set_word (builder, "mode", "near", &error), PE_ERROR_VALUE_UNKNOWN);
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("equality");
  bind (builder, "actual", "a");
  fix (builder, "target", "-5");
  word (builder, "mode", "flag");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/target");
  builder = begin ("equality");
  bind (builder, "actual", "a");
  fix (builder, "target", "-5");
  word (builder, "mode", "exact");
  signed_target = build (builder);
  assert_points (signed_target, "3", GIVEN ({ "a", "-5" }), "3/1");
  pe_rule_unref (signed_target);
}

static void
test_formula (void **state)
{
  pe_rule *cap = make ("cap"), *exact = make ("exact");

  (void) state;
  assert_formula (cap, "10", GIVEN ({ "actual", "95" }, { "target", "100" }), "10 × min(1, 95 / 100)",
                  "10 × min(1, 95 / 100)");
  assert_formula (cap, "10", GIVEN ({ "actual", "-1" }, { "target", "100" }), "10 × max(0, min(1, -1 / 100))",
                  "10 × max(0, min(1, -1 / 100))");
  assert_formula (cap, "10", GIVEN ({ "actual", "0" }, { "target", "0" }), "0 ≤ 0 → 10", "0 ≤ 0 → 10");
  assert_formula (cap, "10", GIVEN ({ "actual", "3" }, { "target", "0" }), "3 > 0 → 0", "3 > 0 → 0");
  assert_formula (exact, "10", GIVEN ({ "actual", "5" }, { "target", "5" }), "5 = 5 → 10", "5 = 5 → 10");
  assert_formula (exact, "10", GIVEN ({ "actual", "6" }, { "target", "5" }), "6 ≠ 5 → 0", "6 ≠ 5 → 0");
  assert_rate (cap, "10", GIVEN ({ "actual", "95" }, { "target", "100" }), "19/20");
  assert_rate (cap, "10", GIVEN ({ "actual", "3" }, { "target", "0" }), NULL);
  pe_rule_unref (exact);
  pe_rule_unref (cap);
}

/* A target by a formula has no figure of its own: 4 of 2 + 3, and of 2 - 2. */
static void
test_target_by_formula (void **state)
{
  static const struct
  {
    const char *formula, *expected;
  } targets[] = { { "a + 3", "10 × min(1, 4 / (2 + 3))" }, { "a - 2", "4 > (2 - 2) → 0" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      pe_rule_builder *builder = begin ("equality");
      pe_rule         *rule;

      bind (builder, "actual", "actual");
      assert_ok (pe_rule_builder_bind_formula (builder, "target", targets[i].formula, NULL));
      word (builder, "mode", "cap");
      rule = build (builder);
      assert_formula (rule, "10", GIVEN ({ "actual", "4" }, { "a", "2" }), targets[i].expected, targets[i].expected);
      pe_rule_unref (rule);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_cap),    cmocka_unit_test (test_exact),   cmocka_unit_test (test_notice),
    cmocka_unit_test (test_states), cmocka_unit_test (test_formula), cmocka_unit_test (test_target_by_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
