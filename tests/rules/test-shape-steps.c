/* test-shape-steps.c - points by the interval that holds the figure
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

/* 预算控制率 w5: 0: 5; (0, 10]: 4; (10, 20]: 3; (20, 30]: 2; above 30: 0. Below 0 is not in the source: 0 here. */
static pe_rule_builder *
begin_control_rate (void)
{
  pe_rule_builder *builder = begin ("steps");

  bind (builder, "value", "rate");
  add_step (builder, "(20, 30]", "2");
  add_step (builder, "[0, 0]", "5");
  add_step (builder, "(30, -)", "0");
  add_step (builder, "(0, 10]", "4");
  add_step (builder, "(-, 0)", "0");
  add_step (builder, "(10, 20]", "3");
  return builder;
}

static void
test_control_rate (void **state)
{
  static const struct
  {
    const char *rate;
    const char *points;
  } vectors[] = { { "0", "5/1" },  { "5", "4/1" },  { "10", "4/1" }, { "10.01", "3/1" }, { "20", "3/1" },
                  { "25", "2/1" }, { "30", "2/1" }, { "31", "0/1" }, { "-0.01", "0/1" }, { "0.00", "5/1" } };
  pe_rule         *bare = build (begin_control_rate ()), *percent;
  pe_rule_builder *builder = begin_control_rate ();

  (void) state;
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL));
  percent = build (builder);
  for (size_t i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      char *text = g_strconcat (vectors[i].rate, "%", NULL);

      assert_points (bare, "5", GIVEN ({ "rate", vectors[i].rate }), vectors[i].points);
      assert_points (percent, "5", GIVEN ({ "rate", text }), vectors[i].points);
      g_free (text);
    }
  /* 5‰ is 0.5%. */
  assert_points (percent, "5", GIVEN ({ "rate", "5‰" }), "4/1");
  pe_rule_unref (percent);
  pe_rule_unref (bare);
}

/* Bare bounds, 0.95 being 95%: 重点支出安排率 [P1], as shares. */
static pe_rule *
make_shares (void)
{
  pe_rule_builder *builder = begin ("steps");

  bind (builder, "value", "rate");
  add_step (builder, "(-, 0.8)", "0");
  add_step (builder, "[0.8, 0.9)", "4");
  add_step (builder, "[0.9, -)", "5");
  return build (builder);
}

static void
test_units (void **state)
{
  pe_rule         *shares = make_shares (), *percent;
  pe_rule_builder *builder = begin_control_rate ();

  (void) state;
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL));
  percent = build (builder);
  assert_points (shares, "5", GIVEN ({ "rate", "0.9" }), "5/1");
  assert_points (shares, "5", GIVEN ({ "rate", "89.99%" }), "4/1");
  assert_fault (shares, "5", GIVEN ({ "rate", "3个" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (shares, "5", GIVEN ({ "rate", "是" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (percent, "5", GIVEN ({ "rate", "5" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (percent, "5", GIVEN ({ "rate", "5个百分点" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (percent, "5", NOTHING, PE_ERROR_FIGURE_MISSING);
  assert_rate (percent, "5", GIVEN ({ "rate", "5%" }), "1/20");
  assert_rate (shares, "5", GIVEN ({ "rate", "0.9" }), NULL);
  pe_rule_unref (percent);
  pe_rule_unref (shares);
}

static void
test_formula (void **state)
{
  pe_rule_builder *builder = begin ("steps");
  pe_rule         *shares = make_shares (), *percent;

  (void) state;
  bind (builder, "value", "rate");
  add_step (builder, "(-, 80)", "0");
  add_step (builder, "[80, 90)", "4");
  add_step (builder, "[90, -)", "5");
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL));
  percent = build (builder);
  assert_formula (percent, "5", GIVEN ({ "rate", "85.2%" }), "查表：85.2% ∈ [80, 90) → 4",
                  "table: 85.2% ∈ [80, 90) → 4");
  assert_formula (percent, "5", GIVEN ({ "rate", "852‰" }), "查表：852‰ ∈ [80%, 90%) → 4",
                  "table: 852‰ ∈ [80%, 90%) → 4");
  assert_formula (percent, "5", GIVEN ({ "rate", "7%" }), "查表：7% ∈ (−∞, 80) → 0", "table: 7% ∈ (−∞, 80) → 0");
  assert_formula (shares, "5", GIVEN ({ "rate", "0.95" }), "查表：0.95 ∈ [0.9, +∞) → 5", "table: 0.95 ∈ [0.9, +∞) → 5");
  pe_rule_unref (percent);
  pe_rule_unref (shares);
}

typedef struct cover
{
  const char *intervals[5];
  pe_status   code;
  const char *what;
  const char *from;
  const char *to;
} cover;

static void
assert_cover (const cover *expected)
{
  pe_rule_builder  *builder = begin ("steps");
  pe_rule          *rule = NULL;
  pe_findings      *findings = NULL;
  const pe_finding *finding;

  bind (builder, "value", "rate");
  for (size_t i = 0; expected->intervals[i] != NULL; i++)
    add_step (builder, expected->intervals[i], "1");
  assert_int_equal (pe_rule_builder_build (&rule, builder, &findings, NULL), expected->code);
  if (expected->code != PE_OK)
    {
      finding = pe_findings_get (findings, 0);
      assert_int_equal (pe_finding_get_code (finding), expected->code);
      assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), expected->what);
      assert_string_equal (pe_finding_get_parameter_text (finding, 0), expected->from);
      assert_string_equal (pe_finding_get_parameter_text (finding, 1), expected->to);
      assert_int_equal (pe_findings_get_size (findings), 1);
    }
  pe_findings_unref (findings);
  pe_rule_unref (rule);
  pe_rule_builder_free (builder);
}

static void
test_cover (void **state)
{
  static const cover covers[] = {
    { { "(-, -)" }, PE_OK, NULL, NULL, NULL },
    { { "(-, 0)", "[0, 0]", "(0, -)" }, PE_OK, NULL, NULL, NULL },
    { { "[0, -)", "(-, 0)" }, PE_OK, NULL, NULL, NULL },
    { { "(-, 10]", "(20, -)" }, PE_ERROR_STEPS_GAP, "/steps/1", "10", "20" },
    /* 0 alone is left out. */
    { { "(-, 0)", "(0, -)" }, PE_ERROR_STEPS_GAP, "/steps/1", "0", "0" },
    { { "[0, 10)", "[10, -)" }, PE_ERROR_STEPS_GAP, "/steps/0", "−∞", "0" },
    { { "(-, 10)", "[10, 20)" }, PE_ERROR_STEPS_GAP, "/steps", "20", "+∞" },
    { { "(-, 10]", "[10, -)" }, PE_ERROR_STEPS_OVERLAP, "/steps/1", "10", "10" },
    { { "(-, 20)", "[10, -)" }, PE_ERROR_STEPS_OVERLAP, "/steps/1", "10", "20" },
    { { "(-, -)", "[10, 20]" }, PE_ERROR_STEPS_OVERLAP, "/steps/1", "10", "20" },
    { { "(-, -)", "(-, -)" }, PE_ERROR_STEPS_OVERLAP, "/steps/1", "−∞", "+∞" },
    { { "(-, 0)", "[0, 10]", "[0, 0]", "(10, -)" }, PE_ERROR_STEPS_OVERLAP, "/steps/1", "0", "0" },
    /* The wider step still counts behind the narrower one. */
    { { "(-, 30)", "[10, 20]", "[30, -)" }, PE_ERROR_STEPS_OVERLAP, "/steps/1", "10", "20" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (covers); i++)
    assert_cover (&covers[i]);
}

static void
test_full_marks (void **state)
{
  pe_rule *rule = build (begin_control_rate ());

  (void) state;
  /* 5 is the best step: below it a step is above the full marks, above it the full marks cannot be reached. */
  assert_fault (rule, "4", GIVEN ({ "rate", "5" }), PE_ERROR_PARAMETER_RANGE);
  assert_fault (rule, "6", GIVEN ({ "rate", "5" }), PE_ERROR_PARAMETER_RANGE);
  assert_points (rule, "5.00", GIVEN ({ "rate", "5" }), "4/1");
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_control_rate), cmocka_unit_test (test_units),      cmocka_unit_test (test_formula),
    cmocka_unit_test (test_cover),        cmocka_unit_test (test_full_marks),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
