/* test-rule-argument.c - what a rule was told, read back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/rule_argument.h>

#include "given.h"

static void
test_arguments (void **state)
{
  pe_rule_builder *builder = begin ("per_unit_excess");
  pe_rule_argument argument;
  pe_rule         *rule;
  pe_decimal       number = { 5, 1, 0 };

  (void) state;
  bind (builder, "actual", "spent");
  fix (builder, "target", "2.50万元");
  word (builder, "side", "above");
  word (builder, "count", "floor");
  assert_ok (pe_rule_builder_set_number (builder, "per", &number, NULL));
  assert_ok (pe_rule_builder_set_number (builder, "points", &number, NULL));
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_WAN_YUAN, NULL));
  rule = build (builder);
  pe_rule_argument_init (&argument, sizeof argument);
  assert_ok (pe_rule_read_argument (&argument, rule, "actual", NULL));
  assert_int_equal (argument.source, PE_ARGUMENT_FACT);
  assert_string_equal (argument.name, "spent");
  assert_ok (pe_rule_read_argument (&argument, rule, "target", NULL));
  assert_int_equal (argument.source, PE_ARGUMENT_FIGURE);
  assert_null (argument.name);
  assert_true (argument.figure.value.coefficient == 250 && argument.figure.unit == PE_UNIT_WAN_YUAN);
  assert_int_equal (pe_rule_read_argument (&argument, rule, "side", NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rule_read_argument (NULL, rule, "actual", NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rule_read_argument (&argument, NULL, "actual", NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rule_read_argument (&argument, rule, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  argument.struct_size = 0;
  assert_int_equal (pe_rule_read_argument (&argument, rule, "actual", NULL), PE_ERROR_INVALID_ARGUMENT);
  number.coefficient = 0;
  assert_ok (pe_rule_read_number (&number, rule, "per", NULL));
  assert_int_equal (number.coefficient, 5);
  assert_int_equal (pe_rule_read_number (&number, rule, "actual", NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rule_read_number (&number, rule, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (pe_rule_find_word (rule, "count"), "floor");
  assert_null (pe_rule_find_word (rule, "per"));
  assert_null (pe_rule_find_word (rule, NULL));
  assert_null (pe_rule_find_word (NULL, "count"));
  assert_int_equal (pe_rule_get_bound_unit (rule), PE_UNIT_WAN_YUAN);
  assert_int_equal (pe_rule_get_bound_unit (NULL), PE_UNIT_NONE);
  assert_null (pe_rule_find_sign_rule (rule, PE_SIGN_AT_LEAST));
  assert_null (pe_rule_find_sign_rule (NULL, PE_SIGN_AT_LEAST));
  pe_rule_unref (rule);
}

static void
test_lists (void **state)
{
  pe_rule_builder *builder = begin ("checklist");
  pe_rule         *rule;
  pe_item          items[2], item;
  pe_step          step;

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_item_init (&items[i], sizeof items[i]);
      items[i].id = i == 0 ? "plan" : "report";
      items[i].name_zh = "要求";
      items[i].points.coefficient = (int64_t) i + 1;
    }
  assert_ok (pe_rule_builder_add_items (builder, items, 2, NULL));
  rule = build (builder);
  pe_item_init (&item, sizeof item);
  pe_step_init (&step, sizeof step);
  assert_int_equal (pe_rule_get_n_items (rule), 2);
  assert_ok (pe_rule_get_item (&item, rule, 1, NULL));
  assert_string_equal (item.id, "report");
  assert_int_equal (item.points.coefficient, 2);
  assert_int_equal (pe_rule_get_item (&item, rule, 2, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rule_get_item (NULL, rule, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rule_get_n_steps (rule), 0);
  assert_int_equal (pe_rule_get_step (&step, rule, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rule_get_step (&step, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rule_get_n_items (NULL) + pe_rule_get_n_steps (NULL), 0);
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_arguments), cmocka_unit_test (test_lists) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
