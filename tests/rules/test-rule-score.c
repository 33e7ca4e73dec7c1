/* test-rule-score.c - scoring one line by itself
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

/* The example of rule.h. */
static void
test_example (void **state)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_fact          facts[2];
  pe_decimal       full_marks = { 1, 0, 0 }, points;
  pe_ratio        *exact = NULL;

  (void) state;
  pe_fact_init (&facts[0], sizeof facts[0]);
  pe_fact_init (&facts[1], sizeof facts[1]);
  facts[0].name = "contracts";
  facts[0].figure = figure ("187.61万元");
  facts[1].name = "reserve";
  facts[1].figure = figure ("258.83万元");
  assert_ok (pe_rule_builder_new (&builder, "capped_ratio", 1, NULL));
  assert_ok (pe_rule_builder_bind_fact (builder, "actual", "contracts", NULL));
  assert_ok (pe_rule_builder_bind_fact (builder, "target", "reserve", NULL));
  assert_ok (pe_rule_builder_build (&rule, builder, NULL, NULL));
  assert_ok (pe_rule_score (&exact, rule, &full_marks, facts, 2, NULL, NULL));
  assert_ok (pe_ratio_round (&points, exact, 2, PE_ROUND_HALF_UP, NULL));
  assert_true (points.coefficient == 72 && points.scale == 2);
  pe_ratio_unref (exact);
  pe_rule_unref (rule);
  pe_rule_builder_free (builder);
}

static pe_rule *
make (pe_state state, pe_policy policy)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  if (policy != 0)
    assert_ok (pe_rule_builder_set_policy (builder, state, policy, NULL));
  return build (builder);
}

typedef struct state_case
{
  pe_state     state;
  pe_status    code;
  const given *givens;
} state_case;

static void
test_policies (void **state)
{
  const state_case cases[] = {
    { PE_STATE_MISSING, PE_ERROR_FIGURE_MISSING, GIVEN ({ "actual", "1" }) },
    { PE_STATE_TEXT, PE_ERROR_FIGURE_TEXT, GIVEN ({ "actual", "1" }, { "target", ":x" }) },
    { PE_STATE_NOT_APPLICABLE, PE_ERROR_NOT_APPLICABLE, GIVEN ({ "actual", "1" }, { "target", "-" }) },
    { PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR, GIVEN ({ "actual", "1" }, { "target", "0" }) },
    { PE_STATE_INVALID, PE_ERROR_UNIT_MISMATCH, GIVEN ({ "actual", "1" }, { "target", "1元" }) },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (pe_policy policy = 0; policy <= PE_POLICY_DROP; policy++)
      {
        pe_rule *rule = make (cases[i].state, policy);

        if (policy == PE_POLICY_FULL)
          assert_points (rule, "10", cases[i].givens, "10/1");
        else if (policy == PE_POLICY_ZERO)
          assert_points (rule, "10", cases[i].givens, "0/1");
        else if (policy == PE_POLICY_DROP)
          assert_fault (rule, "10", cases[i].givens, PE_ERROR_NOTHING_APPLICABLE);
        else
          assert_fault (rule, "10", cases[i].givens, cases[i].code);
        pe_rule_unref (rule);
      }
}

static void
assert_found (const given *givens, pe_status code, const char *found)
{
  pe_rule   *rule = make (0, 0);
  pe_fact    facts[MAX_GIVEN];
  size_t     n = given_to_facts (facts, givens);
  pe_decimal marks = decimal ("10");
  pe_ratio  *points = NULL;
  pe_error  *error = NULL;

  assert_int_equal (pe_rule_score (&points, rule, &marks, facts, n, NULL, &error), code);
  assert_string_equal (get_error_text (error, "name"), "target");
  assert_string_equal (get_error_text (error, "found"), found);
  pe_error_unref (error);
  pe_rule_unref (rule);
}

/* A text as it was written, a number with its unit. */
static void
test_found (void **state)
{
  (void) state;
  assert_found (GIVEN ({ "actual", "1" }, { "target", ":约三成" }), PE_ERROR_FIGURE_TEXT, "约三成");
  assert_found (GIVEN ({ "actual", "1" }, { "target", "1.50元" }), PE_ERROR_UNIT_MISMATCH, "1.50 元");
}

static void
test_arguments (void **state)
{
  pe_rule         *rule = make (0, 0), *attested = build (begin ("attested")), *bound;
  pe_fact          facts[MAX_GIVEN];
  size_t           n = given_to_facts (facts, GIVEN ({ "actual", "1" }, { "target", "2" }));
  pe_ratio        *points = NULL;
  pe_decimal       marks = decimal ("10"), zero = decimal ("0");
  pe_rule_builder *builder = begin ("capped_ratio");

  (void) state;
  assert_error (pe_rule_score (NULL, rule, &marks, facts, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_score (&points, NULL, &marks, facts, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_score (&points, rule, NULL, facts, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_score (&points, rule, &zero, facts, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_score (&points, rule, &marks, NULL, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_score (&points, rule, &marks, NULL, 0, NULL, &error), PE_ERROR_FIGURE_MISSING);
  /* Rules that need more than facts. */
  assert_error (pe_rule_score (&points, attested, &marks, facts, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  measure (builder, "actual", "budget.execution_rate");
  bound = build (builder);
  assert_error (pe_rule_score (&points, bound, &marks, facts, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_unref (bound);
  builder = begin ("on_time_share");
  word (builder, "from", "award");
  word (builder, "to", "signing");
  number (builder, "limit", "30");
  word (builder, "days", "calendar");
  bound = build (builder);
  assert_error (pe_rule_score (&points, bound, &marks, facts, n, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_unref (bound);
  assert_null (points);
  pe_rule_unref (attested);
  pe_rule_unref (rule);
}

static void
test_facts (void **state)
{
  pe_rule   *rule = make (0, 0);
  pe_fact    facts[MAX_GIVEN];
  pe_ratio  *points = NULL;
  pe_decimal marks = decimal ("10");

  (void) state;
  given_to_facts (facts, GIVEN ({ "actual", "1" }, { "target", "2" }, { "target", "4" }));
  assert_error (pe_rule_score (&points, rule, &marks, facts, 3, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  facts[1].name = NULL;
  assert_error (pe_rule_score (&points, rule, &marks, facts, 2, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  facts[1].name = "target";
  facts[1].text = "two";
  assert_error (pe_rule_score (&points, rule, &marks, facts, 2, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  facts[1].text = NULL;
  facts[1].figure.state = 77;
  assert_error (pe_rule_score (&points, rule, &marks, facts, 2, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  facts[0].struct_size = 1;
  assert_error (pe_rule_score (&points, rule, &marks, facts, 2, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_null (points);
  pe_rule_unref (rule);
}

static void
test_limits (void **state)
{
  pe_rule   *rule = make (0, 0);
  pe_fact    facts[MAX_GIVEN];
  size_t     n;
  pe_ratio  *points = NULL;
  pe_decimal marks = decimal ("9223372036854775807");
  pe_limits  limits;

  (void) state;
  pe_limits_init (&limits, sizeof limits);
  n = given_to_facts (facts, GIVEN ({ "actual", "0.922337203685477579亿元" }, { "target", "9223372036854775803元" }));
  limits.number_bits = 255;
  assert_error (pe_rule_score (&points, rule, &marks, facts, n, &limits, &error), PE_ERROR_INVALID_ARGUMENT);
  limits.number_bits = 256;
  assert_ok (pe_rule_score (&points, rule, &marks, facts, n, &limits, NULL));
  pe_ratio_unref (points);
  pe_rule_unref (rule);
}

static void
assert_parameter (const pe_error *error, const char *name, const char *text)
{
  const pe_finding *finding = pe_error_get_finding (error);

  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), name) == 0)
      {
        assert_string_equal (pe_finding_get_parameter_text (finding, i), text);
        return;
      }
  fail_msg ("there is no parameter %s", name);
}

/* A yes or no is asked for by the name of its fact. */
static void
check_truth_message (void)
{
  pe_rule_builder *builder = begin ("binary");
  pe_rule         *rule;
  pe_decimal       marks = decimal ("10");
  pe_ratio        *points = NULL;
  pe_error        *error = NULL;

  bind (builder, "value", "exempt");
  rule = build (builder);
  assert_int_equal (pe_rule_score (&points, rule, &marks, NULL, 0, NULL, &error), PE_ERROR_FIGURE_MISSING);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_ZH), "数据“exempt”未填报；应填写是或否");
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the figure exempt was not filled in; expected yes or no");
  pe_error_unref (error);
  pe_rule_unref (rule);
}

static void
test_message (void **state)
{
  pe_rule_builder *builder = begin ("graded");
  pe_rule         *rule, *ratio = make (0, 0);
  pe_fact          facts[MAX_GIVEN];
  size_t           n = given_to_facts (facts, GIVEN ({ "grade", ":good" }, { "score", "9" }));
  pe_decimal       marks = decimal ("10");
  pe_ratio        *points = NULL;
  pe_error        *error = NULL;

  (void) state;
  add_band (builder, "good", "[0.5, 0.8)");
  rule = build (builder);
  assert_int_equal (pe_rule_score (&points, rule, &marks, facts, n, NULL, &error), PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/facts/score");
  assert_parameter (error, "name", "good");
  assert_parameter (error, "found", "9");
  assert_parameter (error, "from", "5");
  assert_parameter (error, "to", "8");
  pe_error_unref (error);
  error = NULL;
  n = given_to_facts (facts, GIVEN ({ "actual", "1" }));
  assert_int_equal (pe_rule_score (&points, ratio, &marks, facts, n, NULL, &error), PE_ERROR_FIGURE_MISSING);
  assert_parameter (error, "name", "target");
  assert_parameter (error, "expected", "a number");
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/facts/target");
  pe_error_unref (error);
  error = NULL;
  n = given_to_facts (facts, GIVEN ({ "score", "9" }));
  assert_int_equal (pe_rule_score (&points, rule, &marks, facts, n, NULL, &error), PE_ERROR_FIGURE_MISSING);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_ZH), "数据“grade”未填报；应填写评定等级");
  pe_error_unref (error);
  check_truth_message ();
  pe_rule_unref (ratio);
  pe_rule_unref (rule);
}

/* A fact is what an office fills in: nothing that was computed, and nothing malformed. */
static void
test_states_of_facts (void **state)
{
  static const pe_state states[] = { PE_STATE_ZERO_DENOMINATOR, PE_STATE_INVALID };
  const pe_decimal      marks = { 10, 0, 0 }, malformed = { 10, 19, 0 };
  pe_rule              *rule = make (PE_STATE_MISSING, 0);
  pe_ratio             *points = NULL;
  pe_fact               fact;

  (void) state;
  pe_fact_init (&fact, sizeof fact);
  fact.name = "actual";
  for (size_t i = 0; i < G_N_ELEMENTS (states); i++)
    {
      fact.figure.state = states[i];
      assert_argument (pe_rule_score (&points, rule, &marks, &fact, 1, NULL, &error), "figure");
    }
  fact.figure.state = PE_STATE_VALUE;
  assert_argument (pe_rule_score (&points, rule, &malformed, &fact, 1, NULL, &error), "full_marks");
  assert_null (points);
  pe_rule_unref (rule);
}

/* What a formula is refused with, of x = 1 and z = 0. */
static void
check_formula (const char *formula, pe_status status, const char *path, const char *message)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;
  pe_fact          facts[MAX_GIVEN];
  size_t           n = given_to_facts (facts, GIVEN ({ "x", "1" }, { "z", "0" }));
  pe_decimal       marks = decimal ("10");
  pe_ratio        *points = NULL;
  pe_error        *error = NULL;

  assert_ok (pe_rule_builder_bind_formula (builder, "actual", formula, NULL));
  rule = build (builder);
  assert_int_equal (pe_rule_score (&points, rule, &marks, facts, n, NULL, &error), status);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), path);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN), message);
  assert_null (points);
  pe_error_unref (error);
  pe_rule_unref (rule);
}

#define BELOW(which)                                                                           \
  "the denominator " which                                                                     \
  " is zero and the rulebook has no policy for that; expected a number other than zero, or a " \
  "rulebook with a policy"
#define ROOT(found) "the function cannot be called as in \"" found "\"; expected 0 or more under a root"

/* What goes wrong among constants stands nowhere, and among figures at the first that was read; what is to be mended is the
 * formula, which is named, unless one figure alone is to blame. */
static void
test_formulas (void **state)
{
  (void) state;
  check_formula ("1 / 0", PE_ERROR_ZERO_DENOMINATOR, "", BELOW ("in the formula \"1 / 0\""));
  check_formula ("1 / (x - x)", PE_ERROR_ZERO_DENOMINATOR, "/facts/x", BELOW ("in the formula \"1 / (x - x)\""));
  check_formula ("1 / z", PE_ERROR_ZERO_DENOMINATOR, "/facts/z", BELOW ("z"));
  check_formula ("sqrt(0 - 1)", PE_ERROR_EXPRESSION_FUNCTION, "", ROOT ("sqrt(0 - 1)"));
  check_formula ("sqrt(x - 5)", PE_ERROR_EXPRESSION_FUNCTION, "/facts/x", "x: " ROOT ("sqrt(x - 5)"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_example),   cmocka_unit_test (test_policies),        cmocka_unit_test (test_found),
    cmocka_unit_test (test_arguments), cmocka_unit_test (test_facts),           cmocka_unit_test (test_limits),
    cmocka_unit_test (test_message),   cmocka_unit_test (test_states_of_facts), cmocka_unit_test (test_formulas),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
