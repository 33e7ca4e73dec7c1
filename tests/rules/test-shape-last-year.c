/* test-shape-last-year.c - nothing, not more than last year, or more
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

/* 资金结余 [P1] w 3: none: 3; at most last year's: 2; more: 0. */
static pe_rule_builder *
begin_rule (void)
{
  pe_rule_builder *builder = begin ("last_year");

  bind (builder, "value", "value");
  bind (builder, "last", "last");
  number (builder, "none", "3");
  number (builder, "not_more", "2");
  number (builder, "more", "0");
  return builder;
}

static void
test_points (void **state)
{
  pe_rule *rule = build (begin_rule ());

  (void) state;
  assert_points (rule, "3", GIVEN ({ "value", "0" }, { "last", "5" }), "3/1");
  assert_points (rule, "3", GIVEN ({ "value", "0.00万元" }, { "last", "0元" }), "3/1");
  assert_points (rule, "3", GIVEN ({ "value", "5" }, { "last", "5" }), "2/1");
  assert_points (rule, "3", GIVEN ({ "value", "4.99" }, { "last", "5" }), "2/1");
  assert_points (rule, "3", GIVEN ({ "value", "5.01" }, { "last", "5" }), "0/1");
  assert_points (rule, "3", GIVEN ({ "value", "50001元" }, { "last", "5万元" }), "0/1");
  assert_points (rule, "3", GIVEN ({ "value", "1" }, { "last", "0" }), "0/1");
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = build (begin_rule ());

  (void) state;
  /* Where nothing is left over, last year does not matter. */
  assert_points (rule, "3", GIVEN ({ "value", "0" }), "3/1");
  assert_points (rule, "3", GIVEN ({ "value", "0" }, { "last", "-" }), "3/1");
  assert_fault (rule, "3", GIVEN ({ "value", "1" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "3", GIVEN ({ "last", "1" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "3", GIVEN ({ "value", "-1" }, { "last", "1" }), PE_ERROR_NEGATIVE_AMOUNT);
  assert_fault (rule, "3", GIVEN ({ "value", "1" }, { "last", "-1" }), PE_ERROR_NEGATIVE_AMOUNT);
  assert_fault (rule, "3", GIVEN ({ "value", "1元" }, { "last", "1" }), PE_ERROR_UNIT_MISMATCH);
  assert_false (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
}

static void
test_marks (void **state)
{
  pe_rule         *rule = build (begin_rule ());
  pe_rule_builder *builder = begin_rule ();
  const pe_decimal minus = { -1, 0, 0 };

  (void) state;
  assert_fault (rule, "2", GIVEN ({ "value", "0" }), PE_ERROR_PARAMETER_RANGE);
  assert_fault (rule, "4", GIVEN ({ "value", "0" }), PE_ERROR_PARAMETER_RANGE);
  pe_rule_unref (rule);
  assert_error (pe_rule_builder_set_number (builder, "more", &minus, &error), PE_ERROR_PARAMETER_RANGE);
  pe_rule_builder_free (builder);
  builder = begin ("last_year");
  bind (builder, "value", "value");
  bind (builder, "last", "last");
  number (builder, "none", "3");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

static void
test_formula (void **state)
{
  pe_rule *rule = build (begin_rule ());

  (void) state;
  assert_formula (rule, "3", GIVEN ({ "value", "0万元" }), "0 万元 → 3", "0 万元 → 3");
  assert_formula (rule, "3", GIVEN ({ "value", "5" }, { "last", "6" }), "5 ≤ 6 → 2", "5 ≤ 6 → 2");
  assert_formula (rule, "3", GIVEN ({ "value", "7" }, { "last", "6" }), "7 > 6 → 0", "7 > 6 → 0");
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_marks),
    cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
