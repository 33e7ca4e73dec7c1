/* test-shape-piecewise-linear.c - points along a line through given points
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static void
add_point (pe_rule_builder *builder, const char *at, const char *points)
{
  pe_point point;

  pe_point_init (&point, sizeof point);
  point.at = decimal (at);
  point.points = decimal (points);
  assert_ok (pe_rule_builder_add_points (builder, &point, 1, NULL));
}

/* 60% gives 0, 100% gives 10. */
static pe_rule_builder *
begin_two (pe_unit unit)
{
  pe_rule_builder *builder = begin ("piecewise_linear");

  bind (builder, "value", "rate");
  add_point (builder, "60", "0");
  add_point (builder, "100", "10");
  if (unit != PE_UNIT_NONE)
    assert_ok (pe_rule_builder_set_unit (builder, unit, NULL));
  return builder;
}

/* R15: x ≥ hi gives w, x ≤ lo gives 0, else w × (x − lo) / (hi − lo). */
static void
test_two_points (void **state)
{
  pe_rule *rule = build (begin_two (PE_UNIT_PERCENT));

  (void) state;
  assert_points (rule, "10", GIVEN ({ "rate", "80%" }), "5/1");
  assert_points (rule, "10", GIVEN ({ "rate", "60%" }), "0/1");
  assert_points (rule, "10", GIVEN ({ "rate", "10%" }), "0/1");
  assert_points (rule, "10", GIVEN ({ "rate", "100%" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "rate", "130%" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "rate", "700‰" }), "5/2");
  assert_rate (rule, "10", GIVEN ({ "rate", "80%" }), "4/5");
  pe_rule_unref (rule);
}

/* Up from 0 to 3, down from 3 to 1: 0, 3, 2 and 1 points at 0, 9, 9 + 5 and 19; a third of the way is exact. */
static void
test_several_points (void **state)
{
  pe_rule_builder *builder = begin ("piecewise_linear");
  pe_rule         *rule;

  (void) state;
  bind (builder, "value", "rate");
  add_point (builder, "0", "0");
  add_point (builder, "9", "3");
  add_point (builder, "19", "1");
  rule = build (builder);
  assert_points (rule, "3", GIVEN ({ "rate", "1" }), "1/3");
  assert_points (rule, "3", GIVEN ({ "rate", "9" }), "3/1");
  assert_points (rule, "3", GIVEN ({ "rate", "14" }), "2/1");
  assert_points (rule, "3", GIVEN ({ "rate", "19" }), "1/1");
  assert_points (rule, "3", GIVEN ({ "rate", "100" }), "1/1");
  assert_points (rule, "3", GIVEN ({ "rate", "-100" }), "0/1");
  /* 0.5 points at 100%, that is 1, of the way from 0 to 9. */
  assert_points (rule, "3", GIVEN ({ "rate", "150%" }), "1/2");
  assert_rate (rule, "3", GIVEN ({ "rate", "1" }), NULL);
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = build (begin_two (PE_UNIT_PERCENT));

  (void) state;
  assert_fault (rule, "10", GIVEN ({ "rate", "80" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "rate", "是" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", NOTHING, PE_ERROR_FIGURE_MISSING);
  /* 10 is the highest point. */
  assert_fault (rule, "9", GIVEN ({ "rate", "80%" }), PE_ERROR_PARAMETER_RANGE);
  assert_fault (rule, "11", GIVEN ({ "rate", "80%" }), PE_ERROR_PARAMETER_RANGE);
  pe_rule_unref (rule);
}

static void
test_build (void **state)
{
  pe_rule_builder *builder = begin_two (PE_UNIT_NONE);
  pe_point         points[2];

  (void) state;
  add_point (builder, "100.0", "5");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/points/2/at");
  builder = begin ("piecewise_linear");
  bind (builder, "value", "rate");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("piecewise_linear");
  bind (builder, "value", "rate");
  add_point (builder, "1", "5");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/points");

  builder = begin ("piecewise_linear");
  memset (points, 0, sizeof points);
  assert_error (pe_rule_builder_add_points (builder, points, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_point_init (&points[0], sizeof points[0]);
  pe_point_init (&points[1], sizeof points[1]);
  points[1].points = decimal ("-1");
  assert_error (pe_rule_builder_add_points (builder, points, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  points[1].points = decimal ("1");
  points[1].reserved = 1;
  assert_error (pe_rule_builder_add_points (builder, points, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  points[0].at.scale = 19;
  assert_error (pe_rule_builder_add_points (builder, points, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_points (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_points (NULL, points, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_ok (pe_rule_builder_add_points (builder, NULL, 0, NULL));
  pe_rule_builder_free (builder);
  builder = begin ("steps");
  assert_error (pe_rule_builder_add_points (builder, points, 1, &error), PE_ERROR_PARAMETER_UNKNOWN);
  pe_rule_builder_free (builder);
}

/* The stream of docs/digest.md, packed and hashed by Python's struct and hashlib. */
static void
test_digest (void **state)
{
  pe_rule         *a = build (begin_two (PE_UNIT_NONE)), *b = build (begin_two (PE_UNIT_NONE)), *c;
  pe_rule_builder *builder = begin_two (PE_UNIT_NONE);

  (void) state;
  add_point (builder, "101", "10");
  c = build (builder);
  assert_digest (a, "064d4738a723a5cc42874a313dcc2415e7c55a734666e928602a084d2ed8a8d7");
  assert_true (pe_rule_is_equal (a, b));
  assert_false (pe_rule_is_equal (a, c));
  pe_rule_unref (c);
  pe_rule_unref (b);
  pe_rule_unref (a);
}

static void
test_formula (void **state)
{
  pe_rule *rule = build (begin_two (PE_UNIT_PERCENT)), *bare = build (begin_two (PE_UNIT_NONE)),
          *money = build (begin_two (PE_UNIT_WAN_YUAN));

  (void) state;
  assert_formula (money, "10", GIVEN ({ "rate", "59万元" }), "59 万元 < 60 万元 → 0", "59 万元 < 60 万元 → 0");
  pe_rule_unref (money);
  assert_formula (rule, "10", GIVEN ({ "rate", "80%" }), "0 + (10 − 0) × (80% − 60%) / (100% − 60%)",
                  "0 + (10 − 0) × (80% − 60%) / (100% − 60%)");
  assert_formula (rule, "10", GIVEN ({ "rate", "700‰" }), "0 + (10 − 0) × (700‰ − 60%) / (100% − 60%)",
                  "0 + (10 − 0) × (700‰ − 60%) / (100% − 60%)");
  assert_formula (rule, "10", GIVEN ({ "rate", "105%" }), "105% ≥ 100% → 10", "105% ≥ 100% → 10");
  assert_formula (rule, "10", GIVEN ({ "rate", "59%" }), "59% < 60% → 0", "59% < 60% → 0");
  assert_formula (bare, "10", GIVEN ({ "rate", "70" }), "0 + (10 − 0) × (70 − 60) / (100 − 60)",
                  "0 + (10 − 0) × (70 − 60) / (100 − 60)");
  pe_rule_unref (bare);
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_two_points), cmocka_unit_test (test_several_points), cmocka_unit_test (test_states),
    cmocka_unit_test (test_build),      cmocka_unit_test (test_digest),         cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
