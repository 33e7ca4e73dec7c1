/* formulas.c - formulas as a test writes them, and what they come to
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "formulas.h"

typedef struct fact_array
{
  pe_fact facts[MAX_GIVEN];
  size_t  n;
} fact_array;

static const pe_fact *
find (const pe_fact_source *self, const char *name)
{
  const fact_array *array = self->data;

  for (size_t i = 0; i < array->n; i++)
    if (strcmp (array->facts[i].name, name) == 0)
      return &array->facts[i];
  return NULL;
}

static void
print_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  pe_buffer_add_string (out, "/facts/1/");
  pe_buffer_add_string (out, name);
}

pe_expression *
compile (const setting_of_formulas *setting, const char *formula)
{
  const pe_expression_scope scope = { .facts = setting->types, .n_facts = setting->n_types, .wanted = PE_TYPE_NULL };
  pe_expression            *expression = NULL;
  pe_error                 *error = NULL;

  if (pe_expression_new (&expression, formula, &scope, &error) != PE_OK)
    fail_msg ("%.200s: %s", formula, pe_error_get_message (error, PE_LANGUAGE_EN));
  return expression;
}

static pe_status
run (const setting_of_formulas *setting, const char *formula, uint32_t bits, uint64_t steps, pe_vector *inputs,
     pe_value *value, pe_error **error)
{
  fact_array            array;
  pe_fact_source        source = { find, print_path, NULL, setting->dossier, NULL, &array, NULL, 0 };
  pe_expression        *expression = compile (setting, formula);
  pe_expression_context context = { &source, inputs, bits, steps, 0, NULL };
  pe_status             status;

  array.n = setting->facts != NULL ? given_to_facts (array.facts, setting->facts) : 0;
  status = pe_expression_evaluate (expression, &context, value, error);
  /* Inputs and texts borrow from the formula: what a test looks at is copied out before. */
  if (status == PE_OK && value->state == PE_STATE_VALUE && value->type.kind == PE_TYPE_STRING)
    value->text = g_intern_string (value->text);
  for (size_t i = 0; i < inputs->size; i++)
    {
      pe_scored_input *input = pe_vector_at (inputs, pe_scored_input, i);

      input->name = g_intern_string (input->name);
      input->measure = input->measure != NULL ? g_intern_string (input->measure) : NULL;
    }
  pe_expression_unref (expression);
  return status;
}

static char *
print_value (const pe_value *value)
{
  static const char *const states[] = { "missing", "value", "not applicable", "text", "zero", "invalid" };
  pe_buffer                buffer = PE_BUFFER_INIT;

  if (value->state != PE_STATE_VALUE)
    pe_buffer_add_string (&buffer, states[value->state]);
  else if (value->type.kind == PE_TYPE_NUMBER)
    {
      pe_rational_print_numerator (&value->number, &buffer);
      if (!pe_rational_is_integer (&value->number))
        {
          pe_buffer_add_char (&buffer, '/');
          pe_rational_print_denominator (&value->number, &buffer);
        }
    }
  else if (value->type.kind == PE_TYPE_STRING)
    {
      pe_buffer_add_char (&buffer, '"');
      pe_buffer_add_string (&buffer, value->text);
      pe_buffer_add_char (&buffer, '"');
    }
  else if (value->type.kind == PE_TYPE_BOOLEAN)
    pe_buffer_add_string (&buffer, value->integer != 0 ? "true" : "false");
  else
    pe_buffer_add_int (&buffer, value->integer);
  return pe_buffer_steal (&buffer);
}

void
clear_inputs (pe_vector *inputs)
{
  for (size_t i = 0; i < inputs->size; i++)
    pe_inputs_free_path (inputs, pe_vector_at (inputs, pe_scored_input, i)->path);
  pe_vector_clear (inputs);
}

char *
evaluate (const setting_of_formulas *setting, const char *formula, pe_vector *inputs)
{
  pe_vector own = PE_VECTOR_INIT (pe_scored_input);
  pe_error *error = NULL;
  pe_value  value;
  char     *text;

  pe_value_init (&value);
  if (run (setting, formula, 65536, PE_EXPRESSION_MAX_STEPS, inputs != NULL ? inputs : &own, &value, &error) != PE_OK)
    fail_msg ("%.200s: %s", formula, pe_error_get_message (error, PE_LANGUAGE_EN));
  text = print_value (&value);
  pe_value_clear (&value);
  clear_inputs (&own);
  return text;
}

pe_status
evaluate_error (const setting_of_formulas *setting, const char *formula, uint32_t bits, uint64_t steps,
                pe_error **error)
{
  pe_vector inputs = PE_VECTOR_INIT (pe_scored_input);
  pe_status status;
  pe_value  value;

  pe_value_init (&value);
  status = run (setting, formula, bits, steps, &inputs, &value, error);
  assert_int_equal (pe_error_get_status (*error), status);
  pe_value_clear (&value);
  clear_inputs (&inputs);
  return status;
}

pe_status
evaluate_status (const setting_of_formulas *setting, const char *formula, uint32_t bits, uint64_t steps)
{
  pe_error       *error = NULL;
  const pe_status status = evaluate_error (setting, formula, bits, steps, &error);

  pe_error_unref (error);
  return status;
}

void
assert_values (const setting_of_formulas *setting, const expected_value *values, size_t n)
{
  for (size_t i = 0; i < n; i++)
    {
      char *text = evaluate (setting, values[i].formula, NULL);

      if (strcmp (text, values[i].value) != 0)
        fail_msg ("%s: expected %s, found %s", values[i].formula, values[i].value, text);
      g_free (text);
    }
}

static const char *
get_parameter (const pe_finding *finding, const char *name)
{
  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), name) == 0)
      return pe_finding_get_parameter_text (finding, i);
  return NULL;
}

/* "1:7", or "" where the message names no place. */
static char *
print_place (const pe_error *error)
{
  const pe_finding *finding = pe_error_get_finding (error);
  const char       *line = get_parameter (finding, "line");
  const char       *column = get_parameter (finding, "column");

  return line != NULL ? g_strconcat (line, ":", column, NULL) : g_strdup ("");
}

void
assert_faults (const setting_of_formulas *setting, const expected_fault *faults, size_t n)
{
  const pe_expression_scope scope = { .facts = setting->types, .n_facts = setting->n_types, .wanted = PE_TYPE_NULL };

  for (size_t i = 0; i < n; i++)
    {
      pe_expression  *expression = NULL;
      pe_error       *error = NULL;
      const pe_status status = pe_expression_new (&expression, faults[i].formula, &scope, &error);
      char           *place;

      if (status != faults[i].status)
        fail_msg ("%s: expected %s, found %s", faults[i].formula, pe_status_name (faults[i].status),
                  pe_status_name (status));
      assert_null (expression);
      place = print_place (error);
      if (faults[i].place != NULL && strcmp (place, faults[i].place) != 0)
        fail_msg ("%s: expected at %s, found at %s", faults[i].formula, faults[i].place, place);
      g_free (place);
      pe_error_unref (error);
    }
}
