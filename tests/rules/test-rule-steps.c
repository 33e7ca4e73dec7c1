/* test-rule-steps.c - the most steps that formulas can take, beside those that they take
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "formulas.h"
#include "rules/expression-code-private.h"

#include <perfeval/rulebook_measure.h>

#define UNKNOWN G_MAXUINT64

static uint64_t
find_most (const char *formula)
{
  const setting_of_formulas setting = { NULL, NULL, 0, NULL };
  pe_expression            *expression = compile (&setting, formula);
  pe_rule_steps             most = { 0, 0 };

  pe_rule_steps_add (&most, expression, UNKNOWN);
  assert_true (most.longest == most.all);
  pe_expression_unref (expression);
  return most.longest;
}

/* The fewest that let it come to its end, by halving. */
static uint64_t
find_taken (const char *formula)
{
  const setting_of_formulas setting
      = { GIVEN ({ "a", "0.000000000000000001" }, { "b", "9223372036854775807" }, { "c", "3" }), NULL, 0, NULL };
  uint64_t too_few = 0, enough = PE_EXPRESSION_MAX_STEPS;

  assert_int_equal (evaluate_status (&setting, formula, 65536, enough), PE_OK);
  while (enough - too_few > 1)
    {
      const uint64_t half = (enough + too_few) / 2;

      if (evaluate_status (&setting, formula, 65536, half) == PE_OK)
        enough = half;
      else
        too_few = half;
    }
  return enough;
}

/* What has no loop, power or root is bounded by its text, and takes no more than that. */
static void
test_formulas (void **state)
{
  static const char *const formulas[] = {
    "1",
    "a + b",
    "a * b * a * b * a * b * a * b / c / c / c / (a + b)",
    "if a > b then a * a * a else b * b * b * b / c",
    "c in (1, 2, 3, 4) or c in [1..3]",
    "sum(a, b, c, a * b, b / c, a / b)",
    "mean(max(a, b), min(a, b, c), abs(a - b))",
    "round half up(a * b / c, 1000) * round half up(b / c, 900) + decimal(a / c, 700)",
    "0.123456789012345678901234567890123456789 * b * b * b / 0.000000000000000000000000000000000000000007",
    "\"一段文字\" = \"另一段文字\"",
    "count([a, b, c]) + sum([a, b, c])",
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      const uint64_t most = find_most (formulas[i]), taken = find_taken (formulas[i]);

      if (taken > most)
        fail_msg ("%s: %" G_GUINT64_FORMAT " steps, and %" G_GUINT64_FORMAT " at most", formulas[i], taken, most);
      assert_true (most < PE_EXPRESSION_MAX_STEPS);
    }
}

/* Each comparison of texts could be of the longest: only a dossier knows. */
static void
test_texts (void **state)
{
  const pe_fact_declaration types[] = { { (char *) "t", PE_FACT_STRING } };
  const setting_of_formulas setting = { NULL, types, G_N_ELEMENTS (types), NULL };
  const uint64_t            longest = pe_length_weigh (PE_TEXT_MAX);
  GString                  *formula = g_string_new ("t = \"x\"");

  (void) state;
  for (size_t n = 1; n <= 3; n++)
    {
      pe_expression *expression = compile (&setting, formula->str);
      pe_rule_steps  most = { 0, 0 };

      pe_rule_steps_add (&most, expression, UNKNOWN);
      assert_in_range (most.longest, n * longest, n * (longest + 2000));
      pe_expression_unref (expression);
      g_string_append (formula, " or t = \"x\"");
    }
  g_string_free (formula, TRUE);
}

static void
test_unknown (void **state)
{
  static const char *const formulas[] = {
    "some x in [1, 2] satisfies x = 1", "2 ** c", "sqrt(c)", "sqrt(c) + max(1, c)", "count([1, 2, 3][item > 1])",
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    assert_true (find_most (formulas[i]) == UNKNOWN);
}

/* Rules */

static pe_rule_steps
find_of_rule (pe_rule *rule, uint64_t each)
{
  pe_rule_steps most = { 0, 0 };

  pe_rule_steps_add_rule (&most, rule, each);
  return most;
}

static pe_rule *
make_ratio (const char *actual, const char *target)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  assert_ok (pe_rule_builder_bind_formula (builder, "actual", actual, NULL));
  if (target != NULL)
    assert_ok (pe_rule_builder_bind_formula (builder, "target", target, NULL));
  else
    bind (builder, "target", "t");
  return build (builder);
}

/* Each formula ends where it has taken all that one may. */
static void
test_arguments (void **state)
{
  pe_rule *rule = make_ratio ("a + 1", NULL);

  (void) state;
  assert_true (find_of_rule (rule, UNKNOWN).all == find_most ("a + 1"));
  assert_true (find_of_rule (rule, 1).all == 1);
  assert_true (find_of_rule (rule, 1).longest == find_most ("a + 1"));
  pe_rule_unref (rule);
  rule = make_ratio ("2 ** a", "b * b * b");
  assert_true (find_of_rule (rule, 1000000).all == 1000000 + find_most ("b * b * b"));
  assert_true (find_of_rule (rule, 1000000).longest == UNKNOWN);
  assert_true (find_of_rule (rule, UNKNOWN).all == UNKNOWN);
  pe_rule_unref (rule);
}

static void
test_alternatives (void **state)
{
  pe_rule_builder *builder = begin ("alternative");
  pe_rule         *one = make_ratio ("a + 1", NULL), *other = make_ratio ("b * 2", NULL), *rule;

  (void) state;
  word (builder, "choice", "best");
  assert_ok (pe_rule_builder_add_alternative (builder, "one", one, NULL));
  assert_ok (pe_rule_builder_add_alternative (builder, "other", other, NULL));
  rule = build (builder);
  assert_true (find_of_rule (rule, UNKNOWN).all == find_most ("a + 1") + find_most ("b * 2"));
  pe_rule_unref (rule);
  pe_rule_unref (one);
  pe_rule_unref (other);
}

static void
test_tables (void **state)
{
  static const char *const tests[] = { "<1", "-" }, *const others[] = { ">=1", "-" };
  static const char *const ids[] = { "x", "y" }, *const formulas[] = { "a + 1", "b * 2" };
  pe_rule_builder *builder = begin ("decision_table");
  pe_rule         *rule;
  pe_decision      decision;

  (void) state;
  word (builder, "hit", "U");
  for (size_t i = 0; i < 2; i++)
    {
      pe_table_input input;

      pe_table_input_init (&input, sizeof input);
      input.id = ids[i];
      input.formula = formulas[i];
      assert_ok (pe_rule_builder_add_inputs (builder, &input, 1, NULL));
    }
  pe_decision_init (&decision, sizeof decision);
  decision.n_when = 2;
  decision.when = tests;
  decision.points = decimal ("1");
  assert_ok (pe_rule_builder_add_decisions (builder, &decision, 1, NULL));
  decision.when = others;
  decision.points = decimal ("2");
  assert_ok (pe_rule_builder_add_decisions (builder, &decision, 1, NULL));
  rule = build (builder);
  assert_true (find_of_rule (rule, UNKNOWN).all == find_most ("a + 1") + find_most ("b * 2"));
  pe_rule_unref (rule);
}

/* Measures */

static pe_rulebook_measure *
make_measure (const char *id, const char *formula, pe_rulebook_measure *const *before, size_t n)
{
  pe_rulebook_measure_spec spec;
  pe_rulebook_measure     *measure = NULL;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = id;
  spec.name_zh = "度量";
  spec.formula = formula;
  spec.zero_state = PE_STATE_ZERO_DENOMINATOR;
  spec.before = before;
  spec.n_before = n;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_OK);
  return measure;
}

static uint64_t
find_most_with (pe_rulebook_measure *const *measures, size_t n, const char *formula)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;
  uint64_t         most;

  assert_ok (pe_rule_builder_add_measures (builder, measures, n, NULL));
  assert_ok (pe_rule_builder_bind_formula (builder, "actual", formula, NULL));
  bind (builder, "target", "t");
  rule = build (builder);
  most = find_of_rule (rule, UNKNOWN).all;
  pe_rule_unref (rule);
  return most;
}

/* A measure is evaluated within the formula that names it; of one that names another nothing is told. */
static void
test_measures (void **state)
{
  pe_rulebook_measure *measures[2];

  (void) state;
  measures[0] = make_measure ("measure.one", "budget.executed / budget.adjusted", NULL, 0);
  measures[1] = make_measure ("measure.two", "measure.one * 2", measures, 1);
  assert_in_range (find_most_with (measures, 2, "measure.one + a"), find_most ("budget.executed / budget.adjusted") + 3,
                   PE_EXPRESSION_MAX_STEPS);
  assert_true (find_most_with (measures, 2, "measure.two + a") == UNKNOWN);
  assert_true (find_most_with (measures, 2, "sqrt(measure.two) + measure.one") == UNKNOWN);
  pe_rulebook_measure_unref (measures[1]);
  pe_rulebook_measure_unref (measures[0]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_formulas),  cmocka_unit_test (test_texts),        cmocka_unit_test (test_unknown),
    cmocka_unit_test (test_arguments), cmocka_unit_test (test_alternatives), cmocka_unit_test (test_tables),
    cmocka_unit_test (test_measures),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
