/* rule-formula.c - a calculation with its figures put in
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include "../base/figure-private.h"
#include "../base/text-private.h"
#include "expression-private.h"

void
pe_formula_add_number (pe_formula *self, const pe_rational *number)
{
  if (pe_rational_print_decimal (number, self->out))
    return;
  pe_formula_add (self, "(");
  pe_rational_print_numerator (number, self->out);
  pe_formula_add (self, " / ");
  pe_rational_print_denominator (number, self->out);
  pe_formula_add (self, ")");
}

void
pe_formula_add_marks (pe_formula *self)
{
  pe_formula_add_number (self, self->full_marks);
}

/* What is put in for an argument: the formula that it is bound to, or else its figures. */
typedef struct operand
{
  const pe_expression   *expression;
  const pe_scored_input *inputs; /* NULL when there are none */
  size_t                 n;      /* two of a rate */
} operand;

/* What a formula read is no figure of the argument. */
static operand
find_figures (const pe_formula *self, const char *name)
{
  const pe_scored_input *inputs = self->outcome->inputs.data;
  const size_t           size = self->outcome->inputs.size;
  size_t                 first = 0, end;

  while (first < size && (inputs[first].is_of_formula || !pe_name_equals (inputs[first].name, name)))
    first++;
  for (end = first; end < size && pe_name_equals (inputs[end].name, name);)
    end++;
  return (operand) { NULL, end > first ? &inputs[first] : NULL, end - first };
}

static operand
find_operand (const pe_formula *self, const char *name)
{
  size_t index;

  if (pe_shape_find_parameter (pe_rule_peek_shape (self->rule), name, &index)
      && self->rule->settings[index].expression != NULL)
    return (operand) { self->rule->settings[index].expression, NULL, 0 };
  return find_figures (self, name);
}

gboolean
pe_formula_has_argument (const pe_formula *self, const char *name)
{
  return pe_rule_get_setting (self->rule, name)->binding != PE_BINDING_NONE;
}

const pe_scored_input *
pe_formula_find_input (const pe_formula *self, const char *name, size_t *n)
{
  const operand found = find_operand (self, name);

  *n = found.n;
  return found.inputs;
}

void
pe_scored_input_print (const pe_scored_input *self, pe_buffer *out)
{
  if (self->figure.state != PE_STATE_VALUE || self->unit == NULL)
    {
      pe_figure_print (&self->figure, out);
      return;
    }
  pe_buffer_add_decimal (out, &self->figure.value);
  pe_buffer_add_char (out, ' ');
  pe_buffer_add_string (out, self->unit);
}

/* A share without its sign would be another number; so it always has it. */
static void
add_figure (pe_formula *self, const pe_scored_input *input, gboolean bare)
{
  const pe_figure *figure = &input->figure;

  if (figure->unit == PE_UNIT_TRUTH)
    {
      if (figure->value.coefficient != 0)
        pe_formula_add_words (self, "是", "yes");
      else
        pe_formula_add_words (self, "否", "no");
    }
  else if (bare && pe_unit_get_dimension (figure->unit) != PE_DIMENSION_SHARE)
    pe_buffer_add_decimal (self->out, &figure->value);
  else
    pe_scored_input_print (input, self->out);
}

void
pe_formula_add_figure (pe_formula *self, const pe_figure *figure, gboolean bare)
{
  const pe_scored_input input = { .figure = *figure };

  add_figure (self, &input, bare);
}

/* In one unit: both are bare. In two of one dimension: the second in the unit of the first, both with it. */
static void
add_figures (pe_formula *self, const pe_scored_input *a, const char *between, const pe_scored_input *b)
{
  const gboolean  bare = a->figure.unit == b->figure.unit;
  pe_scored_input converted = *b;

  if (!bare && pe_figure_convert (&converted.figure, &b->figure, a->figure.unit, NULL) == PE_OK)
    converted.unit = a->unit;
  add_figure (self, a, bare);
  pe_formula_add (self, between);
  add_figure (self, &converted, bare);
}

static void
add_operand (pe_formula *self, const operand *what, gboolean bare)
{
  if (what->expression != NULL)
    pe_expression_print (what->expression, self->outcome, self->language, self->out);
  else if (what->n == 1)
    add_figure (self, what->inputs, bare);
  else if (what->n > 1)
    add_figures (self, &what->inputs[0], " / ", &what->inputs[1]);
}

/* "(a / b)" for a rate, and for a formula. */
static void
add_factor (pe_formula *self, const operand *what)
{
  const gboolean is_long = what->expression != NULL || what->n > 1;

  pe_formula_add (self, is_long ? "(" : "");
  add_operand (self, what, FALSE);
  pe_formula_add (self, is_long ? ")" : "");
}

void
pe_formula_add_argument (pe_formula *self, const char *name, gboolean bare)
{
  const operand found = find_operand (self, name);

  add_operand (self, &found, bare);
}

void
pe_formula_add_operand (pe_formula *self, const char *name)
{
  const operand found = find_operand (self, name);

  add_factor (self, &found);
}

/* A number that was computed within the limit on bits, by the power of ten of a unit. */
static void
shift_to_unit (const pe_formula *self, pe_rational *number)
{
  const int32_t exponent = pe_unit_get_exponent (self->rule->unit);
  pe_rational   power;

  if (exponent == 0)
    return;
  pe_rational_init (&power);
  (void) pe_rational_set_power_of_ten (&power, -exponent, PE_RULE_CHECK_BITS);
  (void) pe_rational_multiply (number, number, &power, PE_RULE_CHECK_BITS);
  pe_rational_clear (&power);
}

/* What the formula of an argument gave, which is a bare number, or the value of a measure of the rulebook. */
static gboolean
find_computed (const pe_formula *self, const char *name, pe_rational *out)
{
  const pe_vector *computed = &self->outcome->computed;

  for (size_t i = 0; i < computed->size; i++)
    if (pe_name_equals (pe_vector_at (computed, const pe_computed, i)->argument, name))
      {
        pe_rational_copy (out, &pe_vector_at (computed, const pe_computed, i)->value);
        shift_to_unit (self, out);
        return TRUE;
      }
  return FALSE;
}

gboolean
pe_formula_compute (const pe_formula *self, const char *name, pe_rational *out)
{
  pe_outcome     scratch;
  pe_application application = { self->rule, self->full_marks, NULL, PE_RULE_CHECK_BITS, &scratch, PE_OK, NULL, NULL };
  const operand  found = find_operand (self, name);
  pe_rational    denominator;

  if (found.expression != NULL)
    return find_computed (self, name, out);
  pe_outcome_init (&scratch);
  pe_rational_init (&denominator);
  if (found.n > 0)
    {
      pe_rational_set_decimal (out, &found.inputs[0].figure.value);
      pe_application_shift (
          &application, out, out,
          pe_unit_get_exponent (found.inputs[0].figure.unit) - pe_unit_get_exponent (self->rule->unit));
    }
  if (found.n == 2)
    {
      pe_rational_set_decimal (&denominator, &found.inputs[1].figure.value);
      pe_application_shift (&application, &denominator, &denominator,
                            pe_unit_get_exponent (found.inputs[1].figure.unit));
      pe_application_divide (&application, out, out, &denominator);
    }
  pe_rational_clear (&denominator);
  pe_outcome_clear (&scratch);
  return found.n > 0 && application.status == PE_OK;
}

gboolean
pe_formula_is_zero (const pe_formula *self, const char *name)
{
  pe_rational value;
  gboolean    is_zero;

  pe_rational_init (&value);
  is_zero = pe_formula_compute (self, name, &value) && pe_rational_sign (&value) == 0;
  pe_rational_clear (&value);
  return is_zero;
}

gboolean
pe_formula_is_of_one_unit (const pe_formula *self, const char *a, const char *b)
{
  size_t                 n_a, n_b;
  const pe_scored_input *x = pe_formula_find_input (self, a, &n_a);
  const pe_scored_input *y = pe_formula_find_input (self, b, &n_b);

  return n_a == 1 && n_b == 1 && x->figure.unit == y->figure.unit;
}

void
pe_formula_add_difference (pe_formula *self, const char *a, const char *b, gboolean bare)
{
  size_t                 n_a, n_b;
  const pe_scored_input *x = pe_formula_find_input (self, a, &n_a);
  const pe_scored_input *y = pe_formula_find_input (self, b, &n_b);
  pe_figure              converted;

  if (n_a != 1 || n_b != 1)
    {
      pe_formula_add_pair (self, a, " − ", b);
      return;
    }
  converted = y->figure;
  if (x->figure.unit != y->figure.unit)
    pe_figure_convert (&converted, &y->figure, x->figure.unit, NULL);
  pe_formula_add_figure (self, &x->figure, bare);
  pe_formula_add (self, " − ");
  pe_formula_add_figure (self, &converted, bare);
}

void
pe_formula_add_pair (pe_formula *self, const char *a, const char *between, const char *b)
{
  const operand x = find_operand (self, a), y = find_operand (self, b);

  if (x.n == 1 && y.n == 1)
    {
      add_figures (self, x.inputs, between, y.inputs);
      return;
    }
  add_factor (self, &x);
  pe_formula_add (self, between);
  add_factor (self, &y);
}

void
pe_formula_add_interval (pe_formula *self, pe_end lower_end, const pe_rational *lower, pe_end upper_end,
                         const pe_rational *upper, const char *unit)
{
  pe_formula_add (self, lower_end == PE_END_CLOSED ? "[" : "(");
  if (lower_end == PE_END_UNBOUNDED)
    pe_formula_add (self, "−∞");
  else
    {
      pe_formula_add_number (self, lower);
      pe_formula_add (self, unit);
    }
  pe_formula_add (self, ", ");
  if (upper_end == PE_END_UNBOUNDED)
    pe_formula_add (self, "+∞");
  else
    {
      pe_formula_add_number (self, upper);
      pe_formula_add (self, unit);
    }
  pe_formula_add (self, upper_end == PE_END_CLOSED ? "]" : ")");
}
