/* test-shape-slot.c - the parameters of a slot
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make_row_rule (void)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  return build (builder);
}

static pe_rule_builder *
begin_slot (const char *score)
{
  pe_rule_builder *builder = begin ("slot");

  word (builder, "marks", "equal");
  word (builder, "score", score);
  word (builder, "empty", "error");
  return builder;
}

static void
set_rule (pe_rule_builder *builder, pe_sign sign, pe_rule *rule)
{
  assert_ok (pe_rule_builder_set_sign_rule (builder, sign, rule, NULL));
  pe_rule_unref (rule);
}

static void
test_defaults (void **state)
{
  pe_rule_builder *builder = begin_slot ("mean");
  pe_rule         *rule;
  pe_slot          slot;

  (void) state;
  set_rule (builder, PE_SIGN_AT_LEAST, make_row_rule ());
  rule = build (builder);
  assert_true (pe_rule_is_slot (rule));
  assert_false (pe_rule_is_attested (rule));
  pe_rule_get_slot (rule, &slot);
  assert_int_equal (slot.depth, 1);
  assert_int_equal (slot.marks, PE_SLOT_MARKS_EQUAL);
  assert_false (slot.by_rows);
  assert_true (slot.min_rows == 1 && slot.max_rows == G_MAXUINT64);
  assert_int_equal (slot.empty, PE_POLICY_ERROR);
  assert_non_null (pe_rule_get_sign_rule (rule, PE_SIGN_AT_LEAST));
  assert_null (pe_rule_get_sign_rule (rule, PE_SIGN_AT_MOST));
  assert_null (pe_rule_get_sign_rule (rule, 0));
  assert_null (pe_rule_get_sign_rule (rule, 7));
  /* Each row could have a target of 0. */
  assert_true (pe_rule_can_divide_by_zero (rule));
  assert_fault (rule, "10", NOTHING, PE_ERROR_INVALID_ARGUMENT);
  pe_rule_unref (rule);
}

static void
test_all_set (void **state)
{
  pe_rule_builder *builder = begin ("slot");
  pe_rule         *rule;
  pe_slot          slot;

  (void) state;
  word (builder, "marks", "by_unit");
  word (builder, "score", "rows");
  word (builder, "empty", "drop");
  number (builder, "depth", "3");
  number (builder, "min_rows", "0");
  number (builder, "max_rows", "20.0");
  set_rule (builder, PE_SIGN_EQUAL, make_row_rule ());
  rule = build (builder);
  pe_rule_get_slot (rule, &slot);
  assert_int_equal (slot.depth, 3);
  assert_int_equal (slot.marks, PE_SLOT_MARKS_BY_UNIT);
  assert_true (slot.by_rows);
  assert_true (slot.min_rows == 0 && slot.max_rows == 20);
  assert_int_equal (slot.empty, PE_POLICY_DROP);
  pe_rule_unref (rule);
}

static void
test_refusals (void **state)
{
  pe_rule_builder *builder = begin_slot ("mean"), *row;
  pe_rule         *attested;

  (void) state;
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("slot");
  word (builder, "marks", "equal");
  word (builder, "score", "mean");
  set_rule (builder, PE_SIGN_EQUAL, make_row_rule ());
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin_slot ("mean");
  number (builder, "min_rows", "3");
  number (builder, "max_rows", "2");
  set_rule (builder, PE_SIGN_EQUAL, make_row_rule ());
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/max_rows");
  /* A row has no fact "contracts", and nobody attests it. */
  row = begin ("capped_ratio");
  bind (row, "actual", "contracts");
  builder = begin_slot ("mean");
  set_rule (builder, PE_SIGN_AT_LEAST, build (row));
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/rules/>=");
  attested = build (begin ("attested"));
  builder = begin_slot ("mean");
  set_rule (builder, PE_SIGN_QUALITATIVE, attested);
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/rules/qualitative");
}

static void
test_slot_in_slot (void **state)
{
  pe_rule_builder *builder = begin_slot ("mean"), *outer = begin_slot ("mean");
  pe_rule         *inner;

  (void) state;
  set_rule (builder, PE_SIGN_AT_LEAST, make_row_rule ());
  inner = build (builder);
  assert_error (pe_rule_builder_set_sign_rule (outer, PE_SIGN_AT_LEAST, inner, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_sign_rule (outer, 9, inner, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_sign_rule (outer, PE_SIGN_EQUAL, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_builder_free (outer);
  pe_rule_unref (inner);
}

/* A binary rule of a row that has fixed points; 1 is the full mark of a share. */
static void
test_fixed_points (void **state)
{
  static const char *const scores[] = { "mean", "rows" };

  (void) state;
  for (size_t i = 0; i < 2; i++)
    for (size_t k = 0; k < 2; k++)
      {
        pe_rule_builder *row = begin ("steps"), *builder = begin_slot (scores[i]);
        pe_rule         *rule;
        pe_decimal       marks = decimal ("20");
        pe_collector     collector;
        pe_findings     *findings = NULL;

        bind (row, "value", "actual");
        add_step (row, "(-, 10)", "0");
        add_step (row, "[10, -)", k == 0 ? "1" : "20");
        set_rule (builder, PE_SIGN_AT_LEAST, build (row));
        rule = build (builder);
        pe_collector_init (&collector, NULL);
        pe_rule_check_full_marks (rule, &marks, "/rule", &collector);
        if (i == 0 && k == 0)
          assert_ok (pe_collector_finish (&collector, &findings, NULL));
        else
          {
            assert_int_equal (pe_collector_finish (&collector, &findings, NULL), PE_ERROR_PARAMETER_RANGE);
            assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_findings_get (findings, 0), 0)),
                                 i == 0 ? "/rule/rules/>=/steps/1/points" : "/rule/rules/>=");
          }
        pe_findings_unref (findings);
        pe_rule_unref (rule);
      }
}

static void
test_zero_denominators (void **state)
{
  pe_rule_builder *row = begin ("capped_ratio"), *builder = begin_slot ("mean");
  pe_rule         *rule;

  (void) state;
  bind (row, "actual", "actual");
  bind (row, "target", "target");
  assert_ok (pe_rule_builder_set_policy (row, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_FULL, NULL));
  set_rule (builder, PE_SIGN_AT_LEAST, build (row));
  rule = build (builder);
  /* The row's rule says what then. */
  assert_false (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_defaults),     cmocka_unit_test (test_all_set),
    cmocka_unit_test (test_refusals),     cmocka_unit_test (test_slot_in_slot),
    cmocka_unit_test (test_fixed_points), cmocka_unit_test (test_zero_denominators),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
