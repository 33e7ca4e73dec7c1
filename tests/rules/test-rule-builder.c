/* test-rule-builder.c - a rule under construction
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static void
test_new (void **state)
{
  pe_rule_builder *builder = NULL;

  (void) state;
  assert_error (pe_rule_builder_new (NULL, "steps", 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_new (&builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_new (&builder, "steps", 0, &error), PE_ERROR_SHAPE_UNKNOWN);
  assert_error (pe_rule_builder_new (&builder, "step", 1, &error), PE_ERROR_SHAPE_UNKNOWN);
  assert_null (builder);
  pe_rule_builder_free (NULL);
}

static void
test_numbers (void **state)
{
  pe_rule_builder *builder = begin ("slot");
  pe_decimal       value = decimal ("2");

  (void) state;
  assert_error (pe_rule_builder_set_number (NULL, "depth", &value, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_number (builder, NULL, &value, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_number (builder, "depth", NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_number (builder, "width", &value, &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_set_number (builder, "marks", &value, &error), PE_ERROR_PARAMETER_UNKNOWN);
  value = decimal ("4");
  assert_error (pe_rule_builder_set_number (builder, "depth", &value, &error), PE_ERROR_PARAMETER_RANGE);
  value = decimal ("0");
  assert_error (pe_rule_builder_set_number (builder, "depth", &value, &error), PE_ERROR_PARAMETER_RANGE);
  value = decimal ("1.5");
  assert_error (pe_rule_builder_set_number (builder, "depth", &value, &error), PE_ERROR_PARAMETER_RANGE);
  value.scale = 19;
  assert_error (pe_rule_builder_set_number (builder, "depth", &value, &error), PE_ERROR_INVALID_ARGUMENT);
  number (builder, "depth", "3");
  pe_rule_builder_free (builder);
}

static void
assert_range (const char *shape, const char *name, const char *number, const char *expected, const char *expected_zh)
{
  pe_rule_builder *builder = begin (shape);
  const pe_decimal value = decimal (number);
  pe_error        *error = NULL;

  assert_int_equal (pe_rule_builder_set_number (builder, name, &value, &error), PE_ERROR_PARAMETER_RANGE);
  assert_string_equal (get_error_text (error, "found"), number);
  assert_string_equal (get_error_text (error, "expected"), expected);
  assert_string_equal (get_error_text (error, "expected_zh"), expected_zh);
  pe_error_unref (error);
  pe_rule_builder_free (builder);
}

/* What would be right is what the shapes say of their numbers. */
static void
test_ranges (void **state)
{
  (void) state;
  assert_range ("slot", "depth", "4", "a whole number from 1 to 3", "1 至 3 的整数");
  assert_range ("per_unit_deviation", "per", "0", "a number above 0", "大于 0 的数");
  assert_range ("last_year", "none", "-1", "a number of 0 or more", "不小于 0 的数");
}

static void
test_words (void **state)
{
  pe_rule_builder *builder = begin ("binary");

  (void) state;
  assert_error (pe_rule_builder_set_word (NULL, "compare", "<", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_word (builder, "compare", NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_word (builder, "limit", "<", &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_set_word (builder, "compare", "", &error), PE_ERROR_VALUE_UNKNOWN);
  assert_error (pe_rule_builder_set_word (builder, "compare", "==", &error), PE_ERROR_VALUE_UNKNOWN);
  assert_error (pe_rule_builder_set_word (builder, "compare", "<= <", &error), PE_ERROR_VALUE_UNKNOWN);
  word (builder, "compare", "<");
  word (builder, "compare", "=");
  pe_rule_builder_free (builder);
}

static void
test_policies (void **state)
{
  pe_rule_builder *builder = begin ("attested");

  (void) state;
  assert_error (pe_rule_builder_set_policy (NULL, PE_STATE_TEXT, PE_POLICY_ZERO, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_policy (builder, PE_STATE_VALUE, PE_POLICY_ZERO, &error),
                PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_policy (builder, -1, PE_POLICY_ZERO, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_policy (builder, 6, PE_POLICY_ZERO, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_policy (builder, PE_STATE_TEXT, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_policy (builder, PE_STATE_TEXT, 5, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_MISSING, PE_POLICY_DROP, NULL));
  pe_rule_builder_free (builder);
}

static void
assert_unknown_measure (pe_rule_builder *builder, const char *id, const char *expected)
{
  pe_error *error = NULL;

  assert_int_equal (pe_rule_builder_bind_measure (builder, "actual", id, &error), PE_ERROR_MEASURE_UNKNOWN);
  assert_string_equal (get_error_text (error, "name"), id);
  /* A list of them all is long and is cut: it begins so. */
  assert_memory_equal (get_error_text (error, "expected"), expected, strlen (expected));
  pe_error_unref (error);
}

static void
test_bindings (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_figure        value = figure ("-");

  (void) state;
  assert_error (pe_rule_builder_bind_measure (NULL, "actual", "x", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_measure (builder, NULL, "x", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_measure (builder, "actual", NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_measure (builder, "actual", "budget.colour", &error), PE_ERROR_MEASURE_UNKNOWN);
  assert_unknown_measure (builder, "budget.execution_rat", "budget.execution_rate");
  assert_unknown_measure (builder, "procurement.sme_shar", "procurement.sme_share");
  /* Like none of them: all of them. */
  assert_unknown_measure (builder, "x",
                          "budget.execution_rate, budget.execution_rate_initial, budget.basic_execution_rate, "
                          "budget.project_execution_rate, budget.adjustment_rate, procurement.sme_reserve_achievement, "
                          "procurement.sme_share");
  assert_error (pe_rule_builder_bind_measure (builder, "limit", "budget.execution_rate", &error),
                PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_bind_fact (NULL, "actual", "x", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_fact (builder, "actual", NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_fact (builder, "actual", "a b", &error), PE_ERROR_CODE_SYNTAX);
  assert_error (pe_rule_builder_bind_fact (builder, "actual", "", &error), PE_ERROR_CODE_SYNTAX);
  assert_error (pe_rule_builder_bind_fact (builder, "shape", "x", &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_bind_figure (NULL, "actual", &value, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_figure (builder, "actual", NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_figure (builder, "actual", &value, &error), PE_ERROR_STATE_CONFLICT);
  value.state = 77;
  assert_error (pe_rule_builder_bind_figure (builder, "actual", &value, &error), PE_ERROR_INVALID_ARGUMENT);
  /* The last word counts. */
  fix (builder, "actual", "5");
  bind (builder, "actual", "x");
  measure (builder, "actual", "budget.execution_rate");
  pe_rule_builder_free (builder);
}

static void
test_unit (void **state)
{
  pe_rule_builder *builder = begin ("steps"), *other = begin ("binary");

  (void) state;
  assert_error (pe_rule_builder_set_unit (NULL, PE_UNIT_PERCENT, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_unit (builder, 5, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_unit (builder, PE_UNIT_OTHER, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_unit (builder, PE_UNIT_TRUTH, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_unit (other, PE_UNIT_PERCENT, &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_WAN_YUAN, NULL));
  pe_rule_builder_free (other);
  pe_rule_builder_free (builder);
}

static void
test_steps (void **state)
{
  pe_rule_builder *builder = begin ("steps"), *other = begin ("binary");
  pe_step          steps[2];

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_step_init (&steps[i], sizeof steps[i]);
      steps[i].lower_end = steps[i].upper_end = PE_END_CLOSED;
      steps[i].upper = decimal ("1");
      steps[i].points = decimal ("1");
    }
  assert_error (pe_rule_builder_add_steps (NULL, steps, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_steps (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_steps (other, steps, 1, &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_ok (pe_rule_builder_add_steps (builder, NULL, 0, NULL));
  steps[1].lower_end = 0;
  assert_error (pe_rule_builder_add_steps (builder, steps, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  steps[1].lower_end = PE_END_OPEN;
  steps[1].lower = decimal ("1");
  assert_error (pe_rule_builder_add_steps (builder, steps, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  steps[1].lower_end = PE_END_CLOSED;
  steps[1].points = decimal ("-1");
  assert_error (pe_rule_builder_add_steps (builder, steps, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  steps[0].struct_size = 0;
  assert_error (pe_rule_builder_add_steps (builder, steps, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  /* All or none: nothing was added. */
  bind (builder, "value", "x");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  pe_rule_builder_free (other);
}

static void
test_newer_structures (void **state)
{
  struct
  {
    pe_step step;
    int64_t more;
  } steps[2];
  pe_rule_builder *builder = begin ("steps");

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_step_init (&steps[i].step, sizeof steps[i]);
      steps[i].step.lower_end = i == 0 ? PE_END_UNBOUNDED : PE_END_OPEN;
      steps[i].step.upper_end = i == 0 ? PE_END_CLOSED : PE_END_UNBOUNDED;
    }
  steps[1].more = 1;
  assert_error (pe_rule_builder_add_steps (builder, &steps[0].step, 2, &error), PE_ERROR_UNSUPPORTED);
  steps[1].more = 0;
  assert_ok (pe_rule_builder_add_steps (builder, &steps[0].step, 2, NULL));
  bind (builder, "value", "x");
  pe_rule_unref (build (builder));
}

static void
test_items (void **state)
{
  pe_rule_builder *builder = begin ("checklist"), *other = begin ("steps");
  pe_item          items[2];

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_item_init (&items[i], sizeof items[i]);
      items[i].id = "a";
      items[i].name_zh = "甲";
      items[i].points = decimal ("1");
    }
  assert_error (pe_rule_builder_add_items (NULL, items, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_items (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_items (other, items, 1, &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_add_items (builder, items, 2, &error), PE_ERROR_CODE_DUPLICATE);
  assert_ok (pe_rule_builder_add_items (builder, items, 1, NULL));
  assert_error (pe_rule_builder_add_items (builder, items, 1, &error), PE_ERROR_CODE_DUPLICATE);
  items[0].id = "a/b";
  assert_error (pe_rule_builder_add_items (builder, items, 1, &error), PE_ERROR_CODE_SYNTAX);
  items[0].id = NULL;
  assert_error (pe_rule_builder_add_items (builder, items, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  items[0].id = "b";
  items[0].name_zh = "";
  assert_error (pe_rule_builder_add_items (builder, items, 1, &error), PE_ERROR_TEXT_EMPTY);
  items[0].name_zh = "\xff";
  assert_error (pe_rule_builder_add_items (builder, items, 1, &error), PE_ERROR_INVALID_UTF8);
  items[0].name_zh = "乙";
  items[0].reserved = 1;
  assert_error (pe_rule_builder_add_items (builder, items, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_builder_free (other);
  pe_rule_builder_free (builder);
}

/* The second of two equal ids is named, by its id and by its place among the items that were handed over. */
static void
test_double_item (void **state)
{
  static const char *const ids[] = { "a", "b", "c", "b" };
  pe_rule_builder         *builder = begin ("checklist");
  pe_item                  items[4];
  pe_error                *error = NULL;
  const pe_finding        *finding;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (items); i++)
    {
      pe_item_init (&items[i], sizeof items[i]);
      items[i].id = ids[i];
      items[i].name_zh = "甲";
      items[i].points = decimal ("1");
    }
  assert_ok (pe_rule_builder_add_items (builder, items, 1, NULL));
  assert_int_equal (pe_rule_builder_add_items (builder, &items[1], 3, &error), PE_ERROR_CODE_DUPLICATE);
  finding = pe_error_get_finding (error);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), "/items/2/id");
  assert_string_equal (pe_finding_get_parameter_text (finding, 0), "b");
  pe_error_unref (error);
  pe_rule_builder_free (builder);
}

static void
test_bands (void **state)
{
  pe_rule_builder *builder = begin ("graded"), *other = begin ("steps");
  pe_band          bands[2];

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_band_init (&bands[i], sizeof bands[i]);
      bands[i].id = "a";
      bands[i].name_zh = "甲";
      bands[i].low_end = bands[i].high_end = PE_END_CLOSED;
      bands[i].high = decimal ("1");
    }
  assert_error (pe_rule_builder_add_bands (NULL, bands, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_bands (other, bands, 1, &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_add_bands (builder, bands, 2, &error), PE_ERROR_CODE_DUPLICATE);
  bands[0].id = "";
  assert_error (pe_rule_builder_add_bands (builder, bands, 1, &error), PE_ERROR_CODE_SYNTAX);
  pe_rule_builder_free (other);
  pe_rule_builder_free (builder);
}

static void
test_build (void **state)
{
  pe_rule_builder *builder = begin ("attested");
  pe_findings     *findings = NULL;
  pe_rule         *first = NULL, *second = NULL;

  (void) state;
  assert_error (pe_rule_builder_build (NULL, builder, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_build (&first, NULL, &findings, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  assert_null (first);
  /* A builder builds as often as it is asked, and what it built stays. */
  assert_ok (pe_rule_builder_build (&first, builder, NULL, NULL));
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_MISSING, PE_POLICY_ZERO, NULL));
  assert_ok (pe_rule_builder_build (&second, builder, &findings, NULL));
  assert_int_equal (pe_findings_get_size (findings), 0);
  pe_findings_unref (findings);
  pe_rule_builder_free (builder);
  assert_int_equal (pe_rule_get_policy (first, PE_STATE_MISSING), 0);
  assert_int_equal (pe_rule_get_policy (second, PE_STATE_MISSING), PE_POLICY_ZERO);
  pe_rule_unref (first);
  pe_rule_unref (second);
}

/* A decimal that no caller can have meant: no number has 19 places (decimal.h). */
static const pe_decimal malformed = { 1, 19, 0 };

static void
test_step_members (void **state)
{
  pe_rule_builder *builder = begin ("steps");
  pe_step          good, step;

  (void) state;
  pe_step_init (&good, sizeof good);
  good.lower_end = good.upper_end = PE_END_CLOSED;
  good.upper = good.points = decimal ("1");
  step = good;
  step.upper = malformed;
  assert_argument (pe_rule_builder_add_steps (builder, &step, 1, &error), "upper");
  step.upper = decimal ("-1");
  assert_argument (pe_rule_builder_add_steps (builder, &step, 1, &error), "upper");
  step = good;
  step.points = malformed;
  assert_argument (pe_rule_builder_add_steps (builder, &step, 1, &error), "points");
  step.points = decimal ("-0.01");
  assert_argument (pe_rule_builder_add_steps (builder, &step, 1, &error), "points");
  assert_ok (pe_rule_builder_add_steps (builder, &good, 1, NULL));
  pe_rule_builder_free (builder);
}

static void
test_item_members (void **state)
{
  static const char *const refused[] = { "-", "0", "-1", "1万元" };
  pe_rule_builder         *builder = begin ("per_violation");
  pe_item                  good, item;

  (void) state;
  pe_item_init (&good, sizeof good);
  good.id = "a";
  good.name_zh = "甲";
  good.points = decimal ("1");
  item = good;
  item.points = malformed;
  assert_argument (pe_rule_builder_add_items (builder, &item, 1, &error), "points");
  item.points = decimal ("0");
  assert_argument (pe_rule_builder_add_items (builder, &item, 1, &error), "points");
  /* A cap is missing, or so many points. */
  item = good;
  for (size_t i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      item.cap = figure (refused[i]);
      assert_argument (pe_rule_builder_add_items (builder, &item, 1, &error), "cap");
    }
  item.cap = (pe_figure) { malformed, PE_STATE_VALUE, PE_UNIT_NONE };
  assert_argument (pe_rule_builder_add_items (builder, &item, 1, &error), "cap");
  item.cap = (pe_figure) { { 2, 0, 0 }, PE_STATE_VALUE, PE_UNIT_POINT };
  assert_ok (pe_rule_builder_add_items (builder, &item, 1, NULL));
  item.id = "b";
  item.cap.unit = PE_UNIT_NONE;
  assert_ok (pe_rule_builder_add_items (builder, &item, 1, NULL));
  pe_rule_builder_free (builder);
}

static void
test_band_members (void **state)
{
  pe_rule_builder *builder = begin ("graded");
  pe_band          good, band;
  pe_error        *empty = NULL;

  (void) state;
  pe_band_init (&good, sizeof good);
  good.id = "a";
  good.name_zh = "甲";
  good.low_end = good.high_end = PE_END_CLOSED;
  good.low = decimal ("0.6");
  good.high = decimal ("1");
  band = good;
  band.low = malformed;
  assert_argument (pe_rule_builder_add_bands (builder, &band, 1, &error), "low");
  band.low = decimal ("-0.1");
  assert_argument (pe_rule_builder_add_bands (builder, &band, 1, &error), "low");
  band = good;
  band.high = malformed;
  assert_argument (pe_rule_builder_add_bands (builder, &band, 1, &error), "high");
  band.high = decimal ("1.01");
  assert_argument (pe_rule_builder_add_bands (builder, &band, 1, &error), "high");
  band.high = decimal ("0.59");
  assert_argument (pe_rule_builder_add_bands (builder, &band, 1, &error), "high");
  /* [0.6, 0.6) holds nothing, [0.6, 0.6] one share. */
  band.high = band.low;
  band.high_end = PE_END_OPEN;
  assert_int_equal (pe_rule_builder_add_bands (builder, &band, 1, &empty), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (get_error_text (empty, "expected"),
                       "a share up to 1, above the low one, or equal to it with both ends closed");
  pe_error_unref (empty);
  band.high_end = PE_END_CLOSED;
  band.id = "b";
  assert_ok (pe_rule_builder_add_bands (builder, &band, 1, NULL));
  assert_ok (pe_rule_builder_add_bands (builder, &good, 1, NULL));
  pe_rule_builder_free (builder);
}

static void
test_point_members (void **state)
{
  pe_rule_builder *builder = begin ("piecewise_linear");
  pe_point         point;

  (void) state;
  pe_point_init (&point, sizeof point);
  point.points = malformed;
  assert_argument (pe_rule_builder_add_points (builder, &point, 1, &error), "points");
  point.points = decimal ("-1");
  assert_argument (pe_rule_builder_add_points (builder, &point, 1, &error), "points");
  point.points = decimal ("0");
  assert_ok (pe_rule_builder_add_points (builder, &point, 1, NULL));
  pe_rule_builder_free (builder);
}

static void
test_milestone_members (void **state)
{
  pe_rule_builder *builder = begin ("milestones");
  pe_milestone     good, milestone;

  (void) state;
  pe_milestone_init (&good, sizeof good);
  good.id = "half";
  good.name_zh = "半年";
  good.date = 630;
  good.share = decimal ("0.5");
  good.points = decimal ("0.5");
  milestone = good;
  milestone.share = malformed;
  assert_argument (pe_rule_builder_add_milestones (builder, &milestone, 1, &error), "share");
  milestone.share = decimal ("0");
  assert_argument (pe_rule_builder_add_milestones (builder, &milestone, 1, &error), "share");
  milestone.share = decimal ("1.01");
  assert_argument (pe_rule_builder_add_milestones (builder, &milestone, 1, &error), "share");
  milestone = good;
  milestone.points = malformed;
  assert_argument (pe_rule_builder_add_milestones (builder, &milestone, 1, &error), "points");
  milestone.points = decimal ("0");
  assert_argument (pe_rule_builder_add_milestones (builder, &milestone, 1, &error), "points");
  assert_ok (pe_rule_builder_add_milestones (builder, &good, 1, NULL));
  pe_rule_builder_free (builder);
}

static void
test_signs (void **state)
{
  pe_rule_builder *builder = begin ("slot");
  pe_rule         *rule = build (begin ("attested"));

  (void) state;
  assert_argument (pe_rule_builder_set_sign_rule (builder, PE_SIGN_AT_LEAST - 1, rule, &error), "sign");
  assert_argument (pe_rule_builder_set_sign_rule (builder, PE_SIGN_QUALITATIVE + 1, rule, &error), "sign");
  assert_ok (pe_rule_builder_set_sign_rule (builder, PE_SIGN_AT_LEAST, rule, NULL));
  assert_ok (pe_rule_builder_set_sign_rule (builder, PE_SIGN_QUALITATIVE, rule, NULL));
  pe_rule_builder_free (builder);
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_new),
    cmocka_unit_test (test_numbers),
    cmocka_unit_test (test_ranges),
    cmocka_unit_test (test_words),
    cmocka_unit_test (test_policies),
    cmocka_unit_test (test_bindings),
    cmocka_unit_test (test_unit),
    cmocka_unit_test (test_steps),
    cmocka_unit_test (test_newer_structures),
    cmocka_unit_test (test_items),
    cmocka_unit_test (test_double_item),
    cmocka_unit_test (test_bands),
    cmocka_unit_test (test_build),
    cmocka_unit_test (test_step_members),
    cmocka_unit_test (test_item_members),
    cmocka_unit_test (test_band_members),
    cmocka_unit_test (test_point_members),
    cmocka_unit_test (test_milestone_members),
    cmocka_unit_test (test_signs),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
