/* test-shape-per-unit-deviation.c - points off for each unit of difference, either way
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make (const char *count)
{
  pe_rule_builder *builder = begin ("per_unit_deviation");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  number (builder, "per", "3");
  number (builder, "points", "1");
  word (builder, "count", count);
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL));
  return build (builder);
}

/* R10 [P13]: w 15, each 3% difference costs 1. 92 and 108 of 100 are 8% off: 8/3 units, floor 2, ceiling 3. */
static void
test_points (void **state)
{
  pe_rule *part = make ("continuous"), *floor = make ("floor"), *ceiling = make ("ceiling");

  (void) state;
  assert_points (part, "15", GIVEN ({ "actual", "92" }, { "target", "100" }), "37/3");
  assert_points (part, "15", GIVEN ({ "actual", "108" }, { "target", "100" }), "37/3");
  assert_points (floor, "15", GIVEN ({ "actual", "92" }, { "target", "100" }), "13/1");
  assert_points (ceiling, "15", GIVEN ({ "actual", "108" }, { "target", "100" }), "12/1");
  assert_points (floor, "15", GIVEN ({ "actual", "97" }, { "target", "100" }), "14/1");
  assert_points (floor, "15", GIVEN ({ "actual", "100" }, { "target", "100" }), "15/1");
  assert_points (floor, "15", GIVEN ({ "actual", "40" }, { "target", "100" }), "0/1");
  assert_points (floor, "15", GIVEN ({ "actual", "95%" }, { "target", "100%" }), "14/1");
  assert_rate (floor, "15", GIVEN ({ "actual", "92" }, { "target", "100" }), "-2/25");
  pe_rule_unref (ceiling);
  pe_rule_unref (floor);
  pe_rule_unref (part);
}

static void
test_states (void **state)
{
  pe_rule         *rule = make ("floor");
  pe_rule_builder *builder = begin ("per_unit_deviation");

  (void) state;
  assert_fault (rule, "15", GIVEN ({ "actual", "5" }, { "target", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "15", GIVEN ({ "actual", "5" }, { "target", "-1" }), PE_ERROR_NEGATIVE_AMOUNT);
  assert_fault (rule, "15", GIVEN ({ "actual", "5" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "15", GIVEN ({ "actual", "5天" }, { "target", "5元" }), PE_ERROR_UNIT_MISMATCH);
  assert_true (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
  bind (builder, "actual", "a");
  fix (builder, "target", "0");
  number (builder, "per", "3");
  number (builder, "points", "1");
  word (builder, "count", "floor");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/target");
  builder = begin ("per_unit_deviation");
  bind (builder, "actual", "a");
  fix (builder, "target", "100");
  number (builder, "per", "0.03");
  number (builder, "points", "1");
  word (builder, "count", "floor");
  rule = build (builder);
  assert_false (pe_rule_can_divide_by_zero (rule));
  assert_points (rule, "15", GIVEN ({ "a", "93" }), "13/1");
  pe_rule_unref (rule);
  builder = begin ("per_unit_deviation");
  bind (builder, "actual", "a");
  fix (builder, "target", "100");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

static void
test_formula (void **state)
{
  pe_rule *rule = make ("floor");

  (void) state;
  assert_formula (rule, "15", GIVEN ({ "actual", "92" }, { "target", "100" }), "15 − 1 × ⌊|92 − 100| / 100 / 3%⌋",
                  "15 − 1 × ⌊|92 − 100| / 100 / 3%⌋");
  assert_formula (rule, "15", GIVEN ({ "actual", "100.0" }, { "target", "100" }), "100.0 = 100 → 15",
                  "100.0 = 100 → 15");
  assert_formula (rule, "15", GIVEN ({ "actual", "1" }, { "target", "100" }), "max(0, 15 − 1 × ⌊|1 − 100| / 100 / 3%⌋)",
                  "max(0, 15 − 1 × ⌊|1 − 100| / 100 / 3%⌋)");
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
