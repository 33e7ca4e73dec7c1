/* test-rule-expression.c - arguments that a formula gives
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/json.h>

static void
formula (pe_rule_builder *builder, const char *argument, const char *text)
{
  pe_error *error = NULL;

  if (pe_rule_builder_bind_formula (builder, argument, text, &error) != PE_OK)
    fail_msg ("%s: %s", text, pe_error_get_message (error, PE_LANGUAGE_EN));
}

static pe_rule *
make_ratio (const char *actual, const char *target)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  formula (builder, "actual", actual);
  if (target != NULL)
    formula (builder, "target", target);
  return build (builder);
}

static void
test_points (void **state)
{
  pe_rule *rule = make_ratio ("(a + b) / c", NULL);

  (void) state;
  /* 10 × (1 + 2) / 4 */
  assert_points (rule, "10", GIVEN ({ "a", "1" }, { "b", "2" }, { "c", "4" }), "15/2");
  assert_points (rule, "10", GIVEN ({ "a", "1万元" }, { "b", "20000元" }, { "c", "4万元" }), "15/2");
  assert_points (rule, "10", GIVEN ({ "a", "9" }, { "b", "2" }, { "c", "4" }), "10/1");
  assert_fault (rule, "10", GIVEN ({ "a", "1" }, { "b", "2" }, { "c", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "10", GIVEN ({ "a", "1" }, { "b", "2" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "10", GIVEN ({ "a", "1" }, { "b", "-" }, { "c", "4" }), PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "10", GIVEN ({ "a", ":x" }, { "b", "1" }, { "c", "4" }), PE_ERROR_FIGURE_TEXT);
  assert_fault (rule, "10", GIVEN ({ "a", "是" }, { "b", "1" }, { "c", "4" }), PE_ERROR_EXPRESSION_TYPE);
  assert_formula (rule, "10", GIVEN ({ "a", "1" }, { "b", "2" }, { "c", "4" }), "10 × min(1, (1 + 2) / 4)",
                  "10 × min(1, (1 + 2) / 4)");
  assert_true (pe_rule_can_divide_by_zero (rule));
  assert_true (pe_rule_uses_fact (rule, "b"));
  assert_false (pe_rule_uses_fact (rule, "d"));
  pe_rule_unref (rule);
  rule = make_ratio ("a", "b + 1");
  assert_points (rule, "10", GIVEN ({ "a", "1" }, { "b", "3" }), "5/2");
  assert_formula (rule, "10", GIVEN ({ "a", "1" }, { "b", "3" }), "10 × min(1, (1) / (3 + 1))",
                  "10 × min(1, (1) / (3 + 1))");
  assert_fault (rule, "10", GIVEN ({ "a", "1" }, { "b", "-1" }), PE_ERROR_ZERO_DENOMINATOR);
  pe_rule_unref (rule);
}

/* A formula gives a bare number, which stands beside a bare number but not beside 95 %. */
static void
test_units (void **state)
{
  pe_rule_builder *builder = begin ("steps");
  pe_rule         *rule;

  (void) state;
  formula (builder, "value", "a / b");
  add_step (builder, "[0.95, -)", "4");
  add_step (builder, "(-, 0.95)", "0");
  rule = build (builder);
  assert_points (rule, "4", GIVEN ({ "a", "95" }, { "b", "100" }), "4/1");
  assert_points (rule, "4", GIVEN ({ "a", "94" }, { "b", "100" }), "0/1");
  assert_formula (rule, "4", GIVEN ({ "a", "95" }, { "b", "100" }), "查表：95 / 100 ∈ [0.95, +∞) → 4",
                  "table: 95 / 100 ∈ [0.95, +∞) → 4");
  pe_rule_unref (rule);
  builder = begin ("binary");
  formula (builder, "value", "a / b");
  word (builder, "compare", ">=");
  fix (builder, "limit", "95%");
  rule = build (builder);
  assert_fault (rule, "4", GIVEN ({ "a", "95" }, { "b", "100" }), PE_ERROR_UNIT_MISMATCH);
  pe_rule_unref (rule);
  /* A formula answers no yes or no: the comparison has to be there. */
  builder = begin ("binary");
  formula (builder, "value", "a");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

/* What reads nothing is a number that the rule fixes. */
static void
test_constants (void **state)
{
  pe_rule *rule = make_ratio ("a", "1/3");

  (void) state;
  assert_points (rule, "10", GIVEN ({ "a", "0.1" }), "3/1");
  pe_rule_unref (rule);
  rule = make_ratio ("a", NULL); /* a difference of two shares is a share, however it is written */
  assert_points (rule, "10", GIVEN ({ "a", "5%" }), "1/2");
  assert_points (rule, "10", GIVEN ({ "a", "5个百分点" }), "1/2");
  pe_rule_unref (rule);
  rule = make_ratio ("a / 2", NULL);
  assert_false (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
}

static pe_dossier *
read_dossier (void)
{
  static const char document[]
      = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, "
        "\"kind\": \"department\", \"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"全年\", "
        "\"category\": \"total\", \"initial\": \"2000\", \"executed\": \"2149.56\"}]}}";
  pe_dossier *dossier = NULL;

  assert_ok (pe_dossier_from_json (&dossier, document, strlen (document), NULL, NULL, NULL));
  return dossier;
}

static void
test_dossier (void **state)
{
  pe_dossier      *dossier = read_dossier ();
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;
  pe_outcome       outcome;

  (void) state;
  formula (builder, "actual", "(budget.executed - budget.initial) / budget.initial");
  rule = build (builder);
  apply (&outcome, rule, "10", NOTHING, dossier, NULL);
  /* 10 × 149.56 / 2000 */
  assert_rational (&outcome.points, "3739/5000");
  assert_int_equal (outcome.inputs.size, 2);
  assert_outcome_formula (rule, "10", &outcome, "10 × min(1, (2149.56 万元 - 2000 万元) / 2000 万元)",
                          "10 × min(1, (2149.56 万元 - 2000 万元) / 2000 万元)");
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "10", NOTHING, NULL, NULL);
  assert_state (&outcome, PE_STATE_MISSING, PE_ERROR_FIGURE_MISSING, "/budget/lines");
  pe_outcome_clear (&outcome);
  assert_fault (rule, "10", NOTHING, PE_ERROR_INVALID_ARGUMENT); /* it needs a dossier */
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

static void
test_faults (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  (void) state;
  assert_error (pe_rule_builder_bind_formula (NULL, "actual", "1", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_formula (builder, NULL, "1", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_formula (builder, "actual", NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_bind_formula (builder, "none", "1", &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_bind_formula (builder, "actual", "1 < 2", &error), PE_ERROR_EXPRESSION_TYPE);
  assert_error (pe_rule_builder_bind_formula (builder, "actual", "exp(1)", &error), PE_ERROR_EXPRESSION_FUNCTION);
  assert_error (pe_rule_builder_bind_formula (builder, "actual", "budget.x", &error), PE_ERROR_EXPRESSION_NAME);
  assert_error (pe_rule_builder_declare_fact (NULL, "a", PE_FACT_STRING, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_declare_fact (builder, NULL, PE_FACT_STRING, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_declare_fact (builder, "a", 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_declare_fact (builder, "a", 5, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_declare_fact (builder, "a b", PE_FACT_STRING, &error), PE_ERROR_CODE_SYNTAX);
  assert_ok (pe_rule_builder_declare_fact (builder, "a", PE_FACT_STRING, NULL));
  assert_error (pe_rule_builder_declare_fact (builder, "a", PE_FACT_NUMBER, &error), PE_ERROR_CODE_DUPLICATE);
  assert_error (pe_rule_builder_bind_formula (builder, "actual", "a + 1", &error), PE_ERROR_EXPRESSION_TYPE);
  formula (builder, "actual", "if a = \"x\" then 1 else 0");
  formula (builder, "actual", "if a = \"y\" then 1 else 0"); /* the second replaces the first */
  assert_error (pe_rule_builder_declare_fact (builder, "b", PE_FACT_STRING, &error), PE_ERROR_INVALID_ARGUMENT);
  bind (builder, "actual", "c"); /* and a fact replaces it */
  pe_rule_builder_free (builder);
}

/* The text counts, as it is written. */
static void
test_digest (void **state)
{
  pe_rule         *a = make_ratio ("a + b", NULL), *b = make_ratio ("a + b", NULL), *c = make_ratio ("a +  b", NULL);
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *d;

  (void) state;
  assert_ok (pe_rule_builder_declare_fact (builder, "a", PE_FACT_NUMBER, NULL));
  formula (builder, "actual", "a + b");
  d = build (builder);
  assert_true (pe_rule_is_equal (a, b));
  assert_false (pe_rule_is_equal (a, c));
  assert_false (pe_rule_is_equal (a, d));
  pe_rule_unref (a);
  pe_rule_unref (b);
  pe_rule_unref (c);
  pe_rule_unref (d);
}

/* Numbers too large for 128 bits: a target that is just reached, whatever the shape. Nothing of them is left behind. */
static void
test_large_numbers (void **state)
{
  static const char *const shapes[] = { "capped_ratio", "inverse_ratio", "inverse_linear", "equality", "last_year" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      pe_rule_builder *builder = begin (shapes[i]);
      const gboolean   is_last_year = strcmp (shapes[i], "last_year") == 0;
      pe_rule         *rule;

      formula (builder, is_last_year ? "value" : "actual", "x ** 40 + 1 / 7");
      formula (builder, is_last_year ? "last" : "target", "1 / 7 + x ** 40");
      if (strcmp (shapes[i], "equality") == 0)
        word (builder, "mode", "cap");
      if (is_last_year)
        {
          number (builder, "none", "10");
          number (builder, "not_more", "7");
          number (builder, "more", "0");
        }
      rule = build (builder);
      assert_points (rule, "10", GIVEN ({ "x", "1234567" }), is_last_year ? "7/1" : "10/1");
      pe_rule_unref (rule);
    }
}

/* Texts are shown as they were given; what is missing, and what no branch read, by its name. */
static void
test_printed_symbols (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");
  pe_rule         *rule;

  (void) state;
  assert_ok (pe_rule_builder_declare_fact (builder, "grade", PE_FACT_STRING, NULL));
  assert_ok (pe_rule_builder_bind_formula (builder, "actual", "if grade = \"good\" and c = null then a else b", NULL));
  fix (builder, "target", "4");
  rule = build (builder);
  assert_formula (rule, "10", GIVEN ({ "grade", ":good" }, { "a", "1" }),
                  "10 × min(1, (if good = \"good\" and c = null then 1 else b) / 4)",
                  "10 × min(1, (if good = \"good\" and c = null then 1 else b) / 4)");
  pe_rule_unref (rule);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),        cmocka_unit_test (test_units),           cmocka_unit_test (test_constants),
    cmocka_unit_test (test_dossier),       cmocka_unit_test (test_faults),          cmocka_unit_test (test_digest),
    cmocka_unit_test (test_large_numbers), cmocka_unit_test (test_printed_symbols),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
