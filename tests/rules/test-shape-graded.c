/* test-shape-graded.c - a person's score inside the band of the person's grade
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

/* Achieved [0.8w, w], partial [0.6w, 0.8w), missed [0, 0.6w). */
static pe_rule *
make (const char *bound_places)
{
  pe_rule_builder *builder = begin ("graded");

  add_band (builder, "achieved", "[0.8, 1]");
  add_band (builder, "partial", "[0.6, 0.8)");
  add_band (builder, "missed", "[0, 0.6)");
  if (bound_places != NULL)
    number (builder, "bound_places", bound_places);
  return build (builder);
}

static void
test_points (void **state)
{
  pe_rule *rule = make (NULL);

  (void) state;
  assert_points (rule, "10", GIVEN ({ "grade", ":achieved" }, { "score", "8.5" }), "17/2");
  assert_points (rule, "10", GIVEN ({ "grade", ":achieved" }, { "score", "8" }), "8/1");
  assert_points (rule, "10", GIVEN ({ "grade", ":achieved" }, { "score", "10分" }), "10/1");
  assert_points (rule, "10", GIVEN ({ "grade", ":partial" }, { "score", "7.99" }), "799/100");
  assert_points (rule, "10", GIVEN ({ "grade", ":missed" }, { "score", "0" }), "0/1");
  assert_fault (rule, "10", GIVEN ({ "grade", ":achieved" }, { "score", "7.99" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_fault (rule, "10", GIVEN ({ "grade", ":achieved" }, { "score", "10.01" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_fault (rule, "10", GIVEN ({ "grade", ":partial" }, { "score", "8" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_fault (rule, "10", GIVEN ({ "grade", ":missed" }, { "score", "-1" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  pe_rule_unref (rule);
}

static void
test_bound_places (void **state)
{
  pe_rule *exact = make (NULL), *rounded = make ("1");

  (void) state;
  /* 0.8 × 3.33 = 2.664: rounded to one place the band begins at 2.7. */
  assert_points (exact, "3.33", GIVEN ({ "grade", ":achieved" }, { "score", "2.67" }), "267/100");
  assert_fault (rounded, "3.33", GIVEN ({ "grade", ":achieved" }, { "score", "2.67" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_points (rounded, "3.33", GIVEN ({ "grade", ":partial" }, { "score", "2.67" }), "267/100");
  /* 0.8 × 0.3125 = 0.25 is rounded half up, to 0.3. */
  assert_fault (rounded, "0.3125", GIVEN ({ "grade", ":achieved" }, { "score", "0.29" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  /* The upper bound of 0.36 is rounded up to 0.4: still no more than the full marks. */
  assert_fault (rounded, "0.36", GIVEN ({ "grade", ":achieved" }, { "score", "0.4" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_points (rounded, "0.36", GIVEN ({ "grade", ":achieved" }, { "score", "0.36" }), "9/25");
  pe_rule_unref (rounded);
  pe_rule_unref (exact);
}

/* An end that is open does not belong to its band. */
static void
test_open_ends (void **state)
{
  pe_rule_builder *builder = begin ("graded");
  pe_rule         *rule;

  (void) state;
  add_band (builder, "middle", "(0.6, 0.8)");
  rule = build (builder);
  assert_points (rule, "10", GIVEN ({ "grade", ":middle" }, { "score", "6.01" }), "601/100");
  assert_fault (rule, "10", GIVEN ({ "grade", ":middle" }, { "score", "6" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_fault (rule, "10", GIVEN ({ "grade", ":middle" }, { "score", "8" }), PE_ERROR_SCORE_OUTSIDE_BAND);
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = make (NULL);

  (void) state;
  assert_fault (rule, "10", GIVEN ({ "score", "8" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "grade", ":achieved" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "grade", "-" }, { "score", "8" }), PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "10", GIVEN ({ "grade", ":splendid" }, { "score", "8" }), PE_ERROR_GRADE_UNKNOWN);
  assert_fault (rule, "10", GIVEN ({ "grade", "1" }, { "score", "8" }), PE_ERROR_GRADE_UNKNOWN);
  assert_fault (rule, "10", GIVEN ({ "grade", ":achieved" }, { "score", ":8" }), PE_ERROR_FIGURE_TEXT);
  assert_fault (rule, "10", GIVEN ({ "grade", ":achieved" }, { "score", "80%" }), PE_ERROR_UNIT_MISMATCH);
  pe_rule_unref (rule);
}

static void
test_expected (void **state)
{
  pe_rule   *rule = make (NULL);
  pe_outcome outcome;

  (void) state;
  apply (&outcome, rule, "10", GIVEN ({ "grade", ":splendid" }, { "score", "8" }), NULL, NULL);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_GRADE_UNKNOWN, "/facts/1/grade");
  assert_string_equal (outcome.expected, "achieved, partial, missed");
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "10", GIVEN ({ "grade", ":partial" }, { "score", "9" }), NULL, NULL);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_SCORE_OUTSIDE_BAND, "/facts/1/score");
  assert_string_equal (outcome.expected, "[6, 8)");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
}

static void
test_formula (void **state)
{
  pe_rule *rule = make (NULL);

  (void) state;
  assert_formula (rule, "10", GIVEN ({ "grade", ":partial" }, { "score", "7.5" }), "评价人打分 7.5，等级“档” [6, 8)",
                  "score given 7.5, grade \"band\" [6, 8)");
  pe_rule_unref (rule);
}

static void
test_bands (void **state)
{
  pe_rule_builder *builder = begin ("graded");
  pe_band          band;

  (void) state;
  pe_band_init (&band, sizeof band);
  band.id = "x";
  band.name_zh = "档";
  band.low_end = band.high_end = PE_END_CLOSED;
  band.high = decimal ("1.1");
  assert_error (pe_rule_builder_add_bands (builder, &band, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  band.high = decimal ("0.5");
  band.low = decimal ("0.6");
  assert_error (pe_rule_builder_add_bands (builder, &band, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  band.low = decimal ("-0.1");
  assert_error (pe_rule_builder_add_bands (builder, &band, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  band.low = decimal ("0.5");
  band.high_end = PE_END_OPEN;
  assert_error (pe_rule_builder_add_bands (builder, &band, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  band.high_end = PE_END_UNBOUNDED;
  assert_error (pe_rule_builder_add_bands (builder, &band, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

/* The grade of an outcome, whose text the fact lends it. */
static pe_scored_input *
find_grade (const pe_outcome *outcome)
{
  for (size_t i = 0; i < outcome->inputs.size; i++)
    if (strcmp (pe_vector_at (&outcome->inputs, pe_scored_input, i)->name, "grade") == 0)
      return pe_vector_at (&outcome->inputs, pe_scored_input, i);
  fail ();
  return NULL;
}

/* The band that a score lies outside of is that of the grade; where the outcome does not say the grade there is none. */
static void
test_band_of_outcome (void **state)
{
  pe_rule         *rule = make (NULL);
  const pe_rule   *owner = NULL;
  const pe_band   *band;
  pe_outcome       outcome;
  pe_scored_input *grade;
  size_t           culprit;

  (void) state;
  apply (&outcome, rule, "10", GIVEN ({ "grade", ":partial" }, { "score", "9" }), NULL, NULL);
  assert_int_equal (outcome.fault, PE_ERROR_SCORE_OUTSIDE_BAND);
  grade = find_grade (&outcome);
  grade->text = "partial"; /* the fact of the first one is gone */
  band = pe_outcome_find_band (&outcome, rule, &owner);
  assert_ptr_equal (owner, rule);
  assert_string_equal (band->id, "partial");
  grade->text = "unknown";
  assert_null (pe_outcome_find_band (&outcome, rule, &owner));
  grade->text = NULL;
  assert_null (pe_outcome_find_band (&outcome, rule, &owner));
  grade->text = "partial";
  grade->name = "evidence";
  assert_null (pe_outcome_find_band (&outcome, rule, &owner));
  grade->name = "grade";
  culprit = outcome.culprit;
  outcome.culprit = G_MAXSIZE;
  assert_null (pe_outcome_find_band (&outcome, rule, &owner));
  outcome.culprit = culprit;
  outcome.fault = PE_OK;
  assert_null (pe_outcome_find_band (&outcome, rule, &owner));
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
}

/* Nor is there a formula then. */
static void
test_formula_of_nothing (void **state)
{
  pe_rule         *rule = make (NULL);
  pe_outcome       outcome;
  pe_scored_input *grade;

  (void) state;
  apply (&outcome, rule, "10", GIVEN ({ "grade", ":partial" }, { "score", "7" }), NULL, NULL);
  assert_int_equal (outcome.state, PE_STATE_VALUE);
  grade = find_grade (&outcome);
  grade->text = "unknown";
  assert_outcome_formula (rule, "10", &outcome, "", "");
  grade->text = NULL;
  assert_outcome_formula (rule, "10", &outcome, "", "");
  pe_outcome_clear (&outcome);
  outcome.state = PE_STATE_VALUE;
  assert_outcome_formula (rule, "10", &outcome, "", "");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
}

/* The marks of a row can be longer than a number may become. */
static void
test_bound_limit (void **state)
{
  const pe_decimal share = { 8, 1, 0 };
  pe_rule         *rule = make ("2");
  pe_rational      marks, bound;
  pe_decimal       part = { INT64_MAX, 0, 0 };

  (void) state;
  pe_rational_init (&marks);
  pe_rational_init (&bound);
  pe_rational_set_decimal (&bound, &part);
  pe_rational_set_decimal (&marks, &part);
  for (int i = 0; i < 3; i++)
    assert_ok (pe_rational_multiply (&marks, &marks, &bound, 1024));
  assert_int_equal (pe_graded_compute_bound (rule, &marks, &share, 200, &bound), PE_ERROR_LIMIT);
  assert_ok (pe_graded_compute_bound (rule, &marks, &share, 1024, &bound));
  pe_rational_clear (&bound);
  pe_rational_clear (&marks);
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),          cmocka_unit_test (test_bound_places),
    cmocka_unit_test (test_states),          cmocka_unit_test (test_expected),
    cmocka_unit_test (test_formula),         cmocka_unit_test (test_bands),
    cmocka_unit_test (test_band_of_outcome), cmocka_unit_test (test_formula_of_nothing),
    cmocka_unit_test (test_bound_limit),     cmocka_unit_test (test_open_ends),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
