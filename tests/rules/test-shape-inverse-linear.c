/* test-shape-inverse-linear.c - the less, the better, down to nothing at twice the target
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make (void)
{
  pe_rule_builder *builder = begin ("inverse_linear");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  return build (builder);
}

/* R3 beside R2: w 10, target 5: 6 gives 8.00, 7.5 gives 5.00, 10 and 11 give 0.00. */
static void
test_points (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_rounded (rule, "10", GIVEN ({ "actual", "6" }, { "target", "5" }), "8.00");
  assert_rounded (rule, "10", GIVEN ({ "actual", "7.5" }, { "target", "5" }), "5.00");
  assert_rounded (rule, "10", GIVEN ({ "actual", "10" }, { "target", "5" }), "0.00");
  assert_rounded (rule, "10", GIVEN ({ "actual", "11" }, { "target", "5" }), "0.00");
  assert_points (rule, "10", GIVEN ({ "actual", "4" }, { "target", "5" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "actual", "5.0" }, { "target", "5" }), "10/1");
  /* 10 × (1 − 1/3): multiplied before it is divided, and exact. */
  assert_points (rule, "10", GIVEN ({ "actual", "4" }, { "target", "3" }), "20/3");
  assert_points (rule, "10", GIVEN ({ "actual", "12000元" }, { "target", "1万元" }), "8/1");
  assert_rate (rule, "10", GIVEN ({ "actual", "6" }, { "target", "5" }), "6/5");
  pe_rule_unref (rule);
}

static void
test_zero_target (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_points (rule, "10", GIVEN ({ "actual", "0" }, { "target", "0" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "actual", "-1" }, { "target", "0" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "actual", "0.01" }, { "target", "0" }), "0/1");
  assert_rate (rule, "10", GIVEN ({ "actual", "3" }, { "target", "0" }), NULL);
  assert_fault (rule, "10", GIVEN ({ "actual", "-5" }, { "target", "-1" }), PE_ERROR_NEGATIVE_AMOUNT);
  assert_false (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule         *rule = make ();
  pe_rule_builder *builder;

  (void) state;
  assert_fault (rule, "10", GIVEN ({ "actual", "5" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "target", "5" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "actual", "5元" }, { "target", "5" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "actual", "-" }, { "target", "5" }), PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "10", GIVEN ({ "actual", ":完成" }, { "target", "5" }), PE_ERROR_FIGURE_TEXT);
  pe_rule_unref (rule);
  builder = begin ("inverse_linear");
  bind (builder, "actual", "a");
  fix (builder, "target", "-1");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/target");
  builder = begin ("inverse_linear");
  bind (builder, "actual", "a");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

static void
test_formula (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_formula (rule, "10", GIVEN ({ "actual", "3" }, { "target", "5" }), "3 ≤ 5 → 10", "3 ≤ 5 → 10");
  assert_formula (rule, "10", GIVEN ({ "actual", "6" }, { "target", "5" }), "10 × (1 − (6 − 5) / 5)",
                  "10 × (1 − (6 − 5) / 5)");
  assert_formula (rule, "10", GIVEN ({ "actual", "11" }, { "target", "5" }), "10 × max(0, 1 − (11 − 5) / 5)",
                  "10 × max(0, 1 − (11 − 5) / 5)");
  assert_formula (rule, "10", GIVEN ({ "actual", "3" }, { "target", "0" }), "3 > 0 → 0", "3 > 0 → 0");
  assert_formula (rule, "10", GIVEN ({ "actual", "6%" }, { "target", "5%" }), "10 × (1 − (6% − 5%) / 5%)",
                  "10 × (1 − (6% − 5%) / 5%)");
  assert_formula (rule, "5", GIVEN ({ "actual", "12000元" }, { "target", "1万元" }),
                  "5 × (1 − (12000 元 − 10000 元) / 1 万元)", "5 × (1 − (12000 元 − 10000 元) / 1 万元)");
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),
    cmocka_unit_test (test_zero_target),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
