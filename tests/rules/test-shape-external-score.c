/* test-shape-external-score.c - a score that others gave, on their scale
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make (const char *out_of)
{
  pe_rule_builder *builder = begin ("external_score");

  bind (builder, "score", "score");
  if (out_of != NULL)
    bind (builder, "out_of", out_of);
  return build (builder);
}

/* w × e / E */
static void
test_points (void **state)
{
  pe_rule *hundred = make (NULL), *scale = make ("scale");

  (void) state;
  assert_points (hundred, "10", GIVEN ({ "score", "88.5" }, { "evidence", ":考核通报〔2023〕5号" }), "177/20");
  assert_points (hundred, "10", GIVEN ({ "score", "88.5分" }, { "evidence", ":x" }), "177/20");
  assert_points (hundred, "10", GIVEN ({ "score", "0" }, { "evidence", ":x" }), "0/1");
  assert_points (hundred, "10", GIVEN ({ "score", "100.0" }, { "evidence", ":x" }), "10/1");
  assert_points (scale, "10", GIVEN ({ "score", "2" }, { "scale", "3分" }, { "evidence", ":x" }), "20/3");
  assert_rate (scale, "10", GIVEN ({ "score", "2" }, { "scale", "3" }, { "evidence", ":x" }), "2/3");
  pe_rule_unref (scale);
  pe_rule_unref (hundred);
}

static void
test_states (void **state)
{
  pe_rule *rule = make ("scale");

  (void) state;
  assert_fault (rule, "10", GIVEN ({ "score", "4" }, { "scale", "3" }, { "evidence", ":x" }),
                PE_ERROR_SCORE_ABOVE_MARKS);
  assert_fault (rule, "10", GIVEN ({ "score", "-1" }, { "scale", "3" }, { "evidence", ":x" }), PE_ERROR_SCORE_NEGATIVE);
  assert_fault (rule, "10", GIVEN ({ "score", "1" }, { "scale", "-3" }, { "evidence", ":x" }), PE_ERROR_SCORE_NEGATIVE);
  assert_fault (rule, "10", GIVEN ({ "score", "0" }, { "scale", "0" }, { "evidence", ":x" }),
                PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "10", GIVEN ({ "score", "85%" }, { "scale", "3" }, { "evidence", ":x" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "10", GIVEN ({ "scale", "3" }, { "evidence", ":x" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "score", "2" }, { "evidence", ":x" }), PE_ERROR_FIGURE_MISSING);
  /* A score without evidence is missing. */
  assert_fault (rule, "10", GIVEN ({ "score", "2" }, { "scale", "3" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "score", "2" }, { "scale", "3" }, { "evidence", ": 　" }),
                PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "score", "2" }, { "scale", "3" }, { "evidence", "-" }), PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "10", GIVEN ({ "score", "2" }, { "scale", "3" }, { "evidence", "12" }), PE_ERROR_STATE_CONFLICT);
  assert_true (pe_rule_can_divide_by_zero (rule));
  assert_true (pe_rule_uses_fact (rule, "evidence"));
  pe_rule_unref (rule);
}

static void
test_missing_evidence (void **state)
{
  pe_rule   *rule = make (NULL);
  pe_outcome outcome;

  (void) state;
  apply (&outcome, rule, "10", GIVEN ({ "score", "88" }), NULL, NULL);
  assert_state (&outcome, PE_STATE_MISSING, PE_ERROR_FIGURE_MISSING, "/facts/1/evidence");
  pe_outcome_clear (&outcome);
  assert_false (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
}

static void
test_build (void **state)
{
  pe_rule_builder *builder = begin ("external_score");

  (void) state;
  bind (builder, "score", "score");
  fix (builder, "out_of", "0");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/out_of");
  refuse (begin ("external_score"), PE_ERROR_PARAMETER_MISSING, "");
}

static void
test_formula (void **state)
{
  pe_rule *hundred = make (NULL), *scale = make ("scale");

  (void) state;
  assert_formula (hundred, "10", GIVEN ({ "score", "88分" }, { "evidence", ":x" }), "10 × 88 / 100", "10 × 88 / 100");
  assert_formula (scale, "10", GIVEN ({ "score", "2" }, { "scale", "3分" }, { "evidence", ":x" }), "10 × 2 / 3",
                  "10 × 2 / 3");
  pe_rule_unref (scale);
  pe_rule_unref (hundred);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points), cmocka_unit_test (test_states),  cmocka_unit_test (test_missing_evidence),
    cmocka_unit_test (test_build),  cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
