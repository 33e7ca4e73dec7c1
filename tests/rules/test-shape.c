/* test-shape.c - the rule shapes describe themselves
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static void
test_catalogue (void **state)
{
  static const char *const names[] = {
    "capped_ratio",
    "inverse_ratio",
    "steps",
    "per_violation",
    "checklist",
    "binary",
    "on_time_share",
    "graded",
    "slot",
    "attested",
    "inverse_linear",
    "equality",
    "per_unit_excess",
    "per_unit_deviation",
    "deviation_steps",
    "piecewise_linear",
    "last_year",
    "milestones",
    "alternative",
    "external_score",
    "decision_table",
  };
  size_t shape;

  (void) state;
  assert_int_equal (pe_shape_get_count (), G_N_ELEMENTS (names));
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_ok (pe_shape_find (&shape, names[i], 1, NULL));
      assert_string_equal (pe_shape_get_name (shape), names[i]);
      assert_int_equal (pe_shape_get_revision (shape), 1);
      for (pe_language language = PE_LANGUAGE_ZH; language <= PE_LANGUAGE_EN; language++)
        {
          assert_true (strlen (pe_shape_get_title (shape, language)) > 0);
          assert_true (strlen (pe_shape_get_definition (shape, language)) > 0);
        }
      assert_true (strlen (pe_shape_get_source (shape)) > 0);
    }
}

static void
test_parameters (void **state)
{
  (void) state;
  for (size_t shape = 0; shape < pe_shape_get_count (); shape++)
    {
      assert_true (pe_shape_get_n_parameters (shape) <= PE_SHAPE_MAX_PARAMETERS);
      for (size_t i = 0; i < pe_shape_get_n_parameters (shape); i++)
        {
          pe_shape_parameter parameter;

          pe_shape_parameter_init (&parameter, sizeof parameter);
          assert_ok (pe_shape_get_parameter (&parameter, shape, i, NULL));
          assert_in_range (parameter.kind, PE_PARAMETER_ARGUMENT, PE_PARAMETER_PRIORITY);
          assert_true (strlen (parameter.name) > 0 && strlen (parameter.description_zh) > 0);
          assert_true (strlen (parameter.description_en) > 0);
          assert_true (parameter.whole == 0 || (parameter.whole == 1 && parameter.kind == PE_PARAMETER_NUMBER));
          assert_int_equal (parameter.kind == PE_PARAMETER_WORD, parameter.words != NULL);
          if (parameter.kind == PE_PARAMETER_NUMBER)
            assert_non_null (parameter.minimum);
          assert_true (!parameter.minimum_excluded || parameter.kind == PE_PARAMETER_NUMBER);
          assert_int_equal (parameter.reserved, 0);
        }
    }
}

/* A slot takes a rule for one of its signs. */
static void
add_sign_rule (pe_rule_builder *builder)
{
  pe_rule_builder *row = begin ("capped_ratio");
  pe_rule         *rule;

  bind (row, "actual", "actual");
  bind (row, "target", "target");
  rule = build (row);
  assert_ok (pe_rule_builder_set_sign_rule (builder, PE_SIGN_EQUAL, rule, NULL));
  pe_rule_unref (rule);
}

/* One rule over one input, which holds wherever no default has to. */
static void
add_decisions (pe_rule_builder *builder)
{
  static const char *const when = "-";
  pe_table_input           input;
  pe_decision              decision;

  pe_table_input_init (&input, sizeof input);
  input.id = input.formula = "a";
  assert_ok (pe_rule_builder_add_inputs (builder, &input, 1, NULL));
  pe_decision_init (&decision, sizeof decision);
  decision.when = &when;
  decision.n_when = 1;
  assert_ok (pe_rule_builder_add_decisions (builder, &decision, 1, NULL));
}

/* What the shapes that have numbers cannot do without besides what is required of each parameter. */
static void
add_rest (pe_rule_builder *builder, const char *shape)
{
  if (strcmp (shape, "graded") == 0)
    add_band (builder, "all", "[0, 1]");
  else if (strcmp (shape, "slot") == 0)
    add_sign_rule (builder);
  else if (strcmp (shape, "decision_table") == 0)
    add_decisions (builder);
  else if (strcmp (shape, "on_time_share") == 0)
    {
      word (builder, "from", "award");
      word (builder, "to", "signing");
      word (builder, "days", "calendar");
    }
}

/* The first of the words, 1 for a number, a fact for an argument. */
static void
add_required (pe_rule_builder *builder, const pe_shape_parameter *parameter)
{
  char **words;

  if (parameter->kind == PE_PARAMETER_ARGUMENT)
    bind (builder, parameter->name, parameter->name);
  else if (parameter->kind == PE_PARAMETER_NUMBER)
    number (builder, parameter->name, "1");
  else if (parameter->kind == PE_PARAMETER_WORD)
    {
      words = g_strsplit (parameter->words, " ", 2);
      word (builder, parameter->name, words[0]);
      g_strfreev (words);
    }
}

/* TRUE when a rule that is otherwise as it should be takes the number, which is text + more. */
static gboolean
takes (size_t shape, const pe_shape_parameter *tested, const char *text, const char *more)
{
  pe_rule_builder   *builder = begin (pe_shape_get_name (shape));
  pe_decimal         value = decimal (text), addend = decimal (more);
  pe_rule           *rule = NULL;
  pe_shape_parameter parameter;
  pe_status          status;

  assert_ok (pe_decimal_add (&value, &value, &addend, NULL));
  for (size_t i = 0; i < pe_shape_get_n_parameters (shape); i++)
    {
      pe_shape_parameter_init (&parameter, sizeof parameter);
      assert_ok (pe_shape_get_parameter (&parameter, shape, i, NULL));
      if (parameter.required && strcmp (parameter.name, tested->name) != 0)
        add_required (builder, &parameter);
    }
  add_rest (builder, pe_shape_get_name (shape));
  status = pe_rule_builder_set_number (builder, tested->name, &value, NULL);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rule, builder, NULL, NULL);
  if (status != PE_OK)
    assert_int_equal (status, PE_ERROR_PARAMETER_RANGE);
  pe_rule_builder_free (builder);
  pe_rule_unref (rule);
  return status == PE_OK;
}

/* What a shape says of a number is what it takes: the ends, what lies beyond them, and parts of a whole. */
static void
test_ends_of_numbers (void **state)
{
  size_t n = 0;

  (void) state;
  for (size_t shape = 0; shape < pe_shape_get_count (); shape++)
    for (size_t i = 0; i < pe_shape_get_n_parameters (shape); i++)
      {
        pe_shape_parameter parameter;

        pe_shape_parameter_init (&parameter, sizeof parameter);
        assert_ok (pe_shape_get_parameter (&parameter, shape, i, NULL));
        if (parameter.kind != PE_PARAMETER_NUMBER)
          continue;
        n++;
        assert_int_equal (takes (shape, &parameter, parameter.minimum, "0"), !parameter.minimum_excluded);
        assert_false (takes (shape, &parameter, parameter.minimum, "-1"));
        assert_true (takes (shape, &parameter, parameter.minimum, "1"));
        assert_int_equal (takes (shape, &parameter, parameter.minimum, "0.5"), !parameter.whole);
        if (parameter.maximum == NULL)
          continue;
        assert_true (takes (shape, &parameter, parameter.maximum, "0"));
        assert_false (takes (shape, &parameter, parameter.maximum, "1"));
      }
  assert_int_equal (n, 13);
}

static void
test_example (void **state)
{
  pe_shape_parameter parameter;
  size_t             shape;

  (void) state;
  assert_ok (pe_shape_find (&shape, "capped_ratio", 1, NULL));
  pe_shape_parameter_init (&parameter, sizeof parameter);
  assert_ok (pe_shape_get_parameter (&parameter, shape, 0, NULL));
  assert_string_equal (parameter.name, "actual");
  assert_int_equal (parameter.required, 1);
  assert_ok (pe_shape_get_parameter (&parameter, shape, 1, NULL));
  assert_string_equal (parameter.default_text, "1");
}

static void
test_faults (void **state)
{
  const size_t       end = pe_shape_get_count ();
  pe_shape_parameter parameter;
  size_t             shape = 77;

  (void) state;
  assert_error (pe_shape_find (&shape, "capped_ratio", 2, &error), PE_ERROR_SHAPE_UNKNOWN);
  assert_error (pe_shape_find (&shape, "round_ratio", 1, &error), PE_ERROR_SHAPE_UNKNOWN);
  assert_error (pe_shape_find (&shape, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_shape_find (NULL, "capped_ratio", 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (shape, 77);
  assert_null (pe_shape_get_name (end));
  assert_null (pe_shape_get_title (end, PE_LANGUAGE_ZH));
  assert_null (pe_shape_get_definition (end, PE_LANGUAGE_EN));
  assert_null (pe_shape_get_source (end));
  assert_int_equal (pe_shape_get_revision (end), 0);
  assert_int_equal (pe_shape_get_n_parameters (end), 0);
  pe_shape_parameter_init (&parameter, sizeof parameter);
  assert_error (pe_shape_get_parameter (&parameter, end, 0, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_shape_get_parameter (&parameter, 0, 2, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_shape_get_parameter (NULL, 0, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  parameter.struct_size = 0;
  assert_error (pe_shape_get_parameter (&parameter, 0, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_shape_parameter_init (NULL, sizeof parameter);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_catalogue), cmocka_unit_test (test_parameters), cmocka_unit_test (test_ends_of_numbers),
    cmocka_unit_test (test_example),   cmocka_unit_test (test_faults),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
