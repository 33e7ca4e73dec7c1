/* test-shape-checklist.c - the points of the items that hold
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make (void)
{
  pe_rule_builder *builder = begin ("checklist");

  add_item (builder, "control", "2", NULL);
  add_item (builder, "procurement", "1.5", NULL);
  add_item (builder, "assets", "1.5", NULL);
  return build (builder);
}

static void
test_points (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_points (rule, "5", GIVEN ({ "control", "是" }, { "procurement", "是" }, { "assets", "是" }), "5/1");
  assert_points (rule, "5", GIVEN ({ "control", "是" }, { "procurement", "否" }, { "assets", "是" }), "7/2");
  assert_points (rule, "5", GIVEN ({ "control", "否" }, { "procurement", "否" }, { "assets", "否" }), "0/1");
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_fault (rule, "5", GIVEN ({ "control", "是" }, { "assets", "是" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "5", GIVEN ({ "control", "是" }, { "procurement", "-" }, { "assets", "是" }),
                PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "5", GIVEN ({ "control", "1" }, { "procurement", "是" }, { "assets", "是" }),
                PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "5", GIVEN ({ "control", ":ja" }, { "procurement", "是" }, { "assets", "是" }),
                PE_ERROR_FIGURE_TEXT);
  pe_rule_unref (rule);
}

static void
test_full_marks (void **state)
{
  pe_rule         *rule = make ();
  pe_rule_builder *builder = begin ("checklist");

  (void) state;
  assert_fault (rule, "6", GIVEN ({ "control", "是" }), PE_ERROR_MARKS_MISMATCH);
  assert_fault (rule, "4.99", GIVEN ({ "control", "是" }), PE_ERROR_MARKS_MISMATCH);
  pe_rule_unref (rule);
  add_item (builder, "a", "1", "1");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/items");
}

static void
test_formula (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_formula (rule, "5", GIVEN ({ "control", "是" }, { "procurement", "是" }, { "assets", "否" }), "2 + 1.5 + 0",
                  "2 + 1.5 + 0");
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_full_marks),
    cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
