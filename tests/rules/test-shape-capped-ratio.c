/* test-shape-capped-ratio.c - the share of the target that was reached
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make (void)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  return build (builder);
}

static pe_rule *
make_share (void)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  bind (builder, "actual", "rate");
  return build (builder);
}

static void
test_published_scores (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  /* The execution rate and the procurement from small firms of a published report: 9.97 and 0.72. */
  assert_rounded (rule, "10", GIVEN ({ "actual", "2149.56万元" }, { "target", "2155.61万元" }), "9.97");
  assert_rounded (rule, "1", GIVEN ({ "actual", "187.61万元" }, { "target", "258.83万元" }), "0.72");
  /* 10 × 214956 / 215561 and 18761 / 25883, in lowest terms. */
  assert_points (rule, "10", GIVEN ({ "actual", "2149.56万元" }, { "target", "2155.61万元" }), "2149560/215561");
  assert_points (rule, "1", GIVEN ({ "actual", "187.61万元" }, { "target", "258.83万元" }), "18761/25883");
  assert_rounded (rule, "10", GIVEN ({ "actual", "95" }, { "target", "100" }), "9.50");
  assert_rounded (rule, "10", GIVEN ({ "actual", "130" }, { "target", "100" }), "10.00");
  assert_rounded (rule, "10", GIVEN ({ "actual", "0" }, { "target", "100" }), "0.00");
  pe_rule_unref (rule);
}

static void
test_units (void **state)
{
  pe_rule *rule = make (), *share = make_share ();

  (void) state;
  assert_points (rule, "10", GIVEN ({ "actual", "5000元" }, { "target", "1万元" }), "5/1");
  assert_points (rule, "10", GIVEN ({ "actual", "45%" }, { "target", "900‰" }), "5/1");
  assert_points (rule, "10", GIVEN ({ "actual", "3个" }, { "target", "4家" }), "15/2");
  assert_points (share, "10", GIVEN ({ "rate", "95%" }), "19/2");
  assert_points (share, "10", GIVEN ({ "rate", "0.95" }), "19/2");
  assert_fault (rule, "10", GIVEN ({ "actual", "5000元" }, { "target", "1" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "actual", "95%" }, { "target", "1" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "actual", "3个" }, { "target", "4" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "actual", "3个" }, { "target", "4公里" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "actual", "是" }, { "target", "是" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (share, "10", GIVEN ({ "rate", "95元" }), PE_ERROR_UNIT_MISMATCH);
  pe_rule_unref (share);
  pe_rule_unref (rule);
}

static void
test_signs (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_points (rule, "10", GIVEN ({ "actual", "-5" }, { "target", "100" }), "0/1");
  assert_fault (rule, "10", GIVEN ({ "actual", "5" }, { "target", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "10", GIVEN ({ "actual", "0" }, { "target", "0.00" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "10", GIVEN ({ "actual", "5" }, { "target", "-1" }), PE_ERROR_NEGATIVE_AMOUNT);
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_fault (rule, "10", GIVEN ({ "actual", "5" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "actual", "" }, { "target", "5" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "actual", ":done" }, { "target", "5" }), PE_ERROR_FIGURE_TEXT);
  assert_fault (rule, "10", GIVEN ({ "actual", "-" }, { "target", "5" }), PE_ERROR_NOT_APPLICABLE);
  /* What is missing does not hide behind what is not applicable. */
  assert_fault (rule, "10", GIVEN ({ "actual", "-" }, { "target", "" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "actual", "" }, { "target", "-" }), PE_ERROR_FIGURE_MISSING);
  pe_rule_unref (rule);
}

static void
test_fixed_target (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;

  (void) state;
  bind (builder, "actual", "satisfaction");
  fix (builder, "target", "90%");
  rule = build (builder);
  /* 5 × 85.5 / 90 = 4.75 */
  assert_points (rule, "5", GIVEN ({ "satisfaction", "85.5%" }), "19/4");
  assert_rate (rule, "5", GIVEN ({ "satisfaction", "85.5%" }), "19/20");
  assert_formula (rule, "5", GIVEN ({ "satisfaction", "85.5%" }), "5 × min(1, 85.5% / 90%)", "5 × min(1, 85.5% / 90%)");
  assert_false (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);

  builder = begin ("capped_ratio");
  bind (builder, "actual", "a");
  fix (builder, "target", "0%");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/target");
}

static void
test_formula (void **state)
{
  pe_rule *rule = make (), *share = make_share ();

  (void) state;
  assert_formula (rule, "10", GIVEN ({ "actual", "2149.56万元" }, { "target", "2155.61万元" }),
                  "10 × min(1, 2149.56 / 2155.61)", "10 × min(1, 2149.56 / 2155.61)");
  /* Two units: the second in the unit of the first. */
  assert_formula (rule, "1.5", GIVEN ({ "actual", "5000元" }, { "target", "1.2万元" }),
                  "1.5 × min(1, 5000 元 / 12000 元)", "1.5 × min(1, 5000 元 / 12000 元)");
  assert_formula (rule, "10", GIVEN ({ "actual", "-5" }, { "target", "100" }), "10 × max(0, min(1, -5 / 100))",
                  "10 × max(0, min(1, -5 / 100))");
  assert_formula (share, "10", GIVEN ({ "rate", "0.98" }), "10 × min(1, 0.98)", "10 × min(1, 0.98)");
  assert_rate (rule, "10", GIVEN ({ "actual", "130" }, { "target", "100" }), "13/10");
  assert_true (pe_rule_can_divide_by_zero (rule));
  assert_false (pe_rule_can_divide_by_zero (share));
  pe_rule_unref (share);
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_published_scores), cmocka_unit_test (test_units),        cmocka_unit_test (test_signs),
    cmocka_unit_test (test_states),           cmocka_unit_test (test_fixed_target), cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
