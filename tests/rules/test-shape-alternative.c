/* test-shape-alternative.c - one of several rules, the chosen one or the best
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

/* Takes the rule over. */
static void
add (pe_rule_builder *builder, const char *id, pe_rule *rule)
{
  assert_ok (pe_rule_builder_add_alternative (builder, id, rule, NULL));
  pe_rule_unref (rule);
}

static pe_rule *
make_ratio (const char *actual, const char *target)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  bind (builder, "actual", actual);
  bind (builder, "target", target);
  return build (builder);
}

/* 变动率, at most -30% is full, each point above costs 0.5 [P7]. */
static pe_rule *
make_change (void)
{
  pe_rule_builder *builder = begin ("per_unit_excess");

  bind (builder, "actual", "change");
  fix (builder, "target", "-30%");
  word (builder, "side", "above");
  word (builder, "count", "continuous");
  number (builder, "per", "1");
  number (builder, "points", "0.5");
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL));
  return build (builder);
}

static pe_rule_builder *
begin_rule (const char *choice)
{
  pe_rule_builder *builder = begin ("alternative");

  word (builder, "choice", choice);
  add (builder, "rate", make_ratio ("a", "t"));
  add (builder, "change", make_change ());
  return builder;
}

/* a of t is 3/4: 15 of 20; a change of -28% is 2 points above: 19 of 20. */
static void
test_declared (void **state)
{
  pe_rule *rule = build (begin_rule ("declared"));

  (void) state;
  assert_points (rule, "20", GIVEN ({ "choice", ":rate" }, { "a", "3" }, { "t", "4" }), "15/1");
  assert_points (rule, "20", GIVEN ({ "choice", ":change" }, { "change", "-28%" }), "19/1");
  assert_fault (rule, "20", GIVEN ({ "a", "3" }, { "t", "4" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "20", GIVEN ({ "choice", "-" }, { "a", "3" }, { "t", "4" }), PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "20", GIVEN ({ "choice", ":rates" }, { "a", "3" }, { "t", "4" }), PE_ERROR_VALUE_UNKNOWN);
  assert_fault (rule, "20", GIVEN ({ "choice", "1" }, { "a", "3" }, { "t", "4" }), PE_ERROR_VALUE_UNKNOWN);
  /* What the chosen one lacks is missing, whatever the other one has. */
  assert_fault (rule, "20", GIVEN ({ "choice", ":change" }, { "a", "3" }, { "t", "4" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "20", GIVEN ({ "choice", ":rate" }, { "a", "3" }, { "t", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "20", GIVEN ({ "choice", ":rate" }, { "a", "3" }, { "t", "4元" }), PE_ERROR_UNIT_MISMATCH);
  assert_rate (rule, "20", GIVEN ({ "choice", ":rate" }, { "a", "3" }, { "t", "4" }), "3/4");
  pe_rule_unref (rule);
}

static void
test_best (void **state)
{
  pe_rule *rule = build (begin_rule ("best"));

  (void) state;
  assert_points (rule, "20", GIVEN ({ "a", "3" }, { "t", "4" }, { "change", "-28%" }), "19/1");
  assert_points (rule, "20", GIVEN ({ "a", "4" }, { "t", "4" }, { "change", "-28%" }), "20/1");
  /* One without a value is passed over. */
  assert_points (rule, "20", GIVEN ({ "a", "3" }, { "t", "4" }), "15/1");
  assert_points (rule, "20", GIVEN ({ "a", "3" }, { "t", "0" }, { "change", "-28%" }), "19/1");
  assert_points (rule, "20", GIVEN ({ "a", "3" }, { "t", "4" }, { "change", "-" }), "15/1");
  /* Unless all are. What is missing does not hide behind what does not apply. */
  assert_fault (rule, "20", NOTHING, PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "20", GIVEN ({ "a", "-" }, { "t", "4" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "20", GIVEN ({ "a", "3" }, { "t", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  /* A mistake in one must not cost points unseen. */
  assert_fault (rule, "20", GIVEN ({ "a", "3" }, { "t", "4" }, { "change", "-28" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "20", GIVEN ({ "a", "3元" }, { "t", "4" }, { "change", "-28%" }), PE_ERROR_UNIT_MISMATCH);
  pe_rule_unref (rule);
}

/* Of equals the first, and its figures. */
static void
test_tie (void **state)
{
  pe_rule   *rule = build (begin_rule ("best"));
  pe_outcome outcome;

  (void) state;
  apply (&outcome, rule, "20", GIVEN ({ "a", "19" }, { "t", "20" }, { "change", "-28%" }), NULL, NULL);
  assert_true (outcome.chosen == 0);
  assert_rational (&outcome.points, "19/1");
  assert_int_equal (outcome.inputs.size, 4);
  assert_outcome_formula (
      rule, "20", &outcome, "最优“rate”: 20 × min(1, 19 / 20)", "best \"rate\": 20 × min(1, 19 / 20)");
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "20", GIVEN ({ "a", "18" }, { "t", "20" }, { "change", "-28%" }), NULL, NULL);
  assert_true (outcome.chosen == 1);
  assert_outcome_formula (rule, "20", &outcome, "最优“change”: 20 − 0.5 × (-28% − -30%) / 1%",
                          "best \"change\": 20 − 0.5 × (-28% − -30%) / 1%");
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "20", GIVEN ({ "a", "18元" }, { "t", "20" }, { "change", "-28" }), NULL, NULL);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_UNIT_MISMATCH, "/facts/1/t");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
}

static void
test_formula (void **state)
{
  pe_rule *rule = build (begin_rule ("declared"));

  (void) state;
  assert_formula (rule, "20", GIVEN ({ "choice", ":rate" }, { "a", "3" }, { "t", "4" }),
                  "所选“rate”: 20 × min(1, 3 / 4)", "chosen \"rate\": 20 × min(1, 3 / 4)");
  pe_rule_unref (rule);
}

/* A person's score outside its band, of an alternative behind another one. */
static void
test_graded (void **state)
{
  pe_rule_builder *builder = begin ("alternative"), *graded = begin ("graded");
  pe_rule         *rule;

  (void) state;
  word (builder, "choice", "best");
  add (builder, "rate", make_ratio ("a", "t"));
  add_band (graded, "good", "[0.8, 1]");
  add (builder, "view", build (graded));
  rule = build (builder);
  assert_points (rule, "10", GIVEN ({ "a", "1" }, { "t", "2" }, { "grade", ":good" }, { "score", "8" }), "8/1");
  assert_fault (rule, "10", GIVEN ({ "a", "1" }, { "t", "2" }, { "grade", ":good" }, { "score", "7" }),
                PE_ERROR_SCORE_OUTSIDE_BAND);
  pe_rule_unref (rule);
}

static void
test_facts (void **state)
{
  static const char *const names[] = { "choice", "a", "t", "change" };
  pe_rule                 *rule = build (begin_rule ("declared"));

  (void) state;
  assert_int_equal (pe_rule_get_n_facts (rule), G_N_ELEMENTS (names));
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_string_equal (pe_rule_get_fact_name (rule, i), names[i]);
      assert_true (pe_rule_uses_fact (rule, names[i]));
    }
  assert_false (pe_rule_uses_fact (rule, "b"));
  assert_true (pe_rule_can_divide_by_zero (rule));
  assert_true (pe_rule_is_self_contained (rule));
  pe_rule_unref (rule);
}

static pe_rule *
make_of (const char *shape)
{
  return build (begin (shape));
}

static void
test_build (void **state)
{
  pe_rule_builder *builder = begin_rule ("best"), *steps = begin ("steps"), *row = begin ("slot");
  pe_rule         *whole = build (begin_rule ("best")), *attested = make_of ("attested"), *rule;

  (void) state;
  assert_error (pe_rule_builder_add_alternative (builder, "x", whole, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_alternative (builder, "x", attested, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_alternative (builder, "x", NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_set_sign_rule (row, PE_SIGN_AT_LEAST, whole, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_builder_free (row);
  pe_rule_unref (attested);
  pe_rule_unref (whole);
  rule = make_ratio ("a", "t");
  assert_error (pe_rule_builder_add_alternative (builder, "", rule, &error), PE_ERROR_CODE_SYNTAX);
  assert_error (pe_rule_builder_add_alternative (builder, NULL, rule, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_alternative (NULL, "x", rule, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_alternative (steps, "x", rule, &error), PE_ERROR_PARAMETER_UNKNOWN);
  pe_rule_builder_free (steps);
  add (builder, "rate", rule);
  refuse (builder, PE_ERROR_CODE_DUPLICATE, "/alternatives/2/id");

  builder = begin ("alternative");
  word (builder, "choice", "best");
  add (builder, "rate", make_ratio ("a", "t"));
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/alternatives");

  /* Policies are said once, of the whole. */
  builder = begin_rule ("best");
  steps = begin ("steps");
  bind (steps, "value", "v");
  add_step (steps, "(-, -)", "20");
  assert_ok (pe_rule_builder_set_policy (steps, PE_STATE_MISSING, PE_POLICY_ZERO, NULL));
  add (builder, "steps", build (steps));
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/alternatives/2/rule/policies");
}

/* The points of an alternative have to fit the full marks of the whole. */
static void
test_full_marks (void **state)
{
  pe_rule_builder *builder = begin_rule ("best"), *steps = begin ("steps");
  pe_rule         *rule;

  (void) state;
  bind (steps, "value", "v");
  add_step (steps, "(-, 0)", "0");
  add_step (steps, "[0, -)", "10");
  add (builder, "steps", build (steps));
  rule = build (builder);
  assert_points (rule, "10", GIVEN ({ "v", "1" }), "10/1");
  assert_fault (rule, "20", GIVEN ({ "v", "1" }), PE_ERROR_PARAMETER_RANGE);
  pe_rule_unref (rule);
}

/* The stream of docs/digest.md, packed and hashed by Python's struct and hashlib. */
static void
test_digest (void **state)
{
  pe_rule *a = build (begin_rule ("best")), *b = build (begin_rule ("best")), *c = build (begin_rule ("declared"));
  pe_rule_builder *builder = begin ("alternative");
  pe_rule         *of_two;

  (void) state;
  assert_true (pe_rule_is_equal (a, b));
  assert_false (pe_rule_is_equal (a, c));
  word (builder, "choice", "best");
  for (size_t i = 0; i < 2; i++)
    {
      pe_rule_builder *ratio = begin ("capped_ratio");

      bind (ratio, "actual", i == 0 ? "x" : "y");
      add (builder, i == 0 ? "a" : "b", build (ratio));
    }
  of_two = build (builder);
  assert_digest (of_two, "783f465a99ce61a7f8a00c6bc52328edb13867c826051c7381f2ed9fd486b367");
  pe_rule_unref (of_two);
  pe_rule_unref (c);
  pe_rule_unref (b);
  pe_rule_unref (a);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_declared), cmocka_unit_test (test_best),       cmocka_unit_test (test_tie),
    cmocka_unit_test (test_formula),  cmocka_unit_test (test_graded),     cmocka_unit_test (test_facts),
    cmocka_unit_test (test_build),    cmocka_unit_test (test_full_marks), cmocka_unit_test (test_digest),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
