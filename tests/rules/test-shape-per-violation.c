/* test-shape-per-violation.c - each violation costs points
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

/* w 5; late: 0.5 each, at most 2; misuse: 1 each. */
static pe_rule *
make (void)
{
  pe_rule_builder *builder = begin ("per_violation");

  add_item (builder, "late", "0.5", "2");
  add_item (builder, "misuse", "1", NULL);
  return build (builder);
}

static void
test_points (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_points (rule, "5", GIVEN ({ "late", "0" }, { "misuse", "0" }), "5/1");
  /* 5 − 2 × 0.5 − 1 × 1 = 3 */
  assert_points (rule, "5", GIVEN ({ "late", "2" }, { "misuse", "1" }), "3/1");
  /* 5 − min (2, 9 × 0.5) − 0 = 3 */
  assert_points (rule, "5", GIVEN ({ "late", "9次" }, { "misuse", "0" }), "3/1");
  /* 5 − 2 − 4 is below 0. */
  assert_points (rule, "5", GIVEN ({ "late", "4" }, { "misuse", "4" }), "0/1");
  assert_points (rule, "5", GIVEN ({ "late", "1.0" }, { "misuse", "2笔" }), "5/2");
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  /* Missing is never zero. */
  assert_fault (rule, "5", GIVEN ({ "late", "1" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "5", GIVEN ({ "late", "1" }, { "misuse", "" }), PE_ERROR_FIGURE_MISSING);
  /* An exempt kind costs nothing and hides nothing; where all are exempt, so is the whole. */
  assert_points (rule, "5", GIVEN ({ "late", "-" }, { "misuse", "1" }), "4/1");
  assert_points (rule, "5", GIVEN ({ "late", "4" }, { "misuse", "-" }), "3/1");
  assert_fault (rule, "5", GIVEN ({ "late", "-" }, { "misuse", "-" }), PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "5", GIVEN ({ "late", "-" }, { "misuse", "" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "5", GIVEN ({ "late", "-" }, { "misuse", ":none" }), PE_ERROR_FIGURE_TEXT);
  assert_fault (rule, "5", GIVEN ({ "late", "-1" }, { "misuse", "1" }), PE_ERROR_COUNT_INVALID);
  assert_fault (rule, "5", GIVEN ({ "late", "1.5" }, { "misuse", "1" }), PE_ERROR_COUNT_INVALID);
  assert_fault (rule, "5", GIVEN ({ "late", "是" }, { "misuse", "1" }), PE_ERROR_COUNT_INVALID);
  assert_fault (rule, "5", GIVEN ({ "late", "1%" }, { "misuse", "1" }), PE_ERROR_UNIT_MISMATCH);
  pe_rule_unref (rule);
}

static void
test_formula (void **state)
{
  pe_rule *rule = make ();

  (void) state;
  assert_formula (rule, "5", GIVEN ({ "late", "2" }, { "misuse", "1" }), "5 − min(2, 2 × 0.5) − 1 × 1",
                  "5 − min(2, 2 × 0.5) − 1 × 1");
  assert_formula (rule, "5", GIVEN ({ "late", "0" }, { "misuse", "2" }), "5 − 2 × 1", "5 − 2 × 1");
  assert_formula (rule, "5", GIVEN ({ "late", "0" }, { "misuse", "0" }), "5 − 0", "5 − 0");
  assert_formula (rule, "5", GIVEN ({ "late", "-" }, { "misuse", "2" }), "5 − 2 × 1", "5 − 2 × 1");
  assert_formula (rule, "5", GIVEN ({ "late", "4" }, { "misuse", "4" }), "max(0, 5 − min(2, 4 × 0.5) − 4 × 1)",
                  "max(0, 5 − min(2, 4 × 0.5) − 4 × 1)");
  assert_rate (rule, "5", GIVEN ({ "late", "0" }, { "misuse", "0" }), NULL);
  pe_rule_unref (rule);
}

static void
test_items (void **state)
{
  pe_rule_builder *builder = begin ("per_violation");
  pe_item          item;

  (void) state;
  pe_item_init (&item, sizeof item);
  item.id = "x";
  item.name_zh = "项";
  assert_error (pe_rule_builder_add_items (builder, &item, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  item.points = decimal ("-0.5");
  assert_error (pe_rule_builder_add_items (builder, &item, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  item.points = decimal ("0.5");
  item.cap = figure ("-1");
  assert_error (pe_rule_builder_add_items (builder, &item, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  item.cap = figure ("1万元");
  assert_error (pe_rule_builder_add_items (builder, &item, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_formula),
    cmocka_unit_test (test_items),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
