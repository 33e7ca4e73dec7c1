/* expression-own.c - reading a measure of the rulebook in a formula
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Measures stand in each other at most PE_OWN_MAX_DEPTH deep, each naming those before it only: that is how deep these
 * calls go. The steps of all of them are counted together.
 */
#include "rulebook-measure-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/text-private.h"

pe_status
pe_own_shift (pe_rational *out, const pe_rational *number, pe_unit unit, uint32_t bits)
{
  pe_rational power;
  pe_status   status;

  pe_rational_init (&power);
  /* As set_figure() of expression-symbols.c reads them: 0.05 is 5 个百分点. */
  status = pe_rational_set_power_of_ten (
      &power, unit == PE_UNIT_PERCENTAGE_POINT ? 2 : -pe_unit_get_exponent (unit), bits);
  if (status == PE_OK)
    status = pe_rational_multiply (out, number, &power, bits);
  pe_rational_clear (&power);
  return status;
}

/* PE_OK; PE_ERROR_NO_MEMORY; another code for what no decimal holds. */
static pe_status
take_integer (pe_decimal *out, pe_buffer *printed)
{
  pe_status status = printed->status;

  if (status == PE_OK)
    status = pe_decimal_parse (out, printed->data, printed->size, NULL);
  pe_buffer_clear (printed);
  return status;
}

/* The value as figures: one where a decimal holds it, else its numerator and denominator; where not even these fit, one
 * that is missing. n: how many. */
static pe_status
print_figures (const pe_rulebook_measure *own, const pe_rational *value, pe_figure out[2], size_t *n)
{
  pe_buffer printed = PE_BUFFER_INIT;
  pe_status status;

  out[0] = (pe_figure) { { 0, 0, 0 }, PE_STATE_VALUE, own->unit };
  out[1] = (pe_figure) { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  *n = 1;
  if (pe_rational_is_decimal (&out[0].value, value))
    return PE_OK;
  pe_rational_print_numerator (value, &printed);
  status = take_integer (&out[0].value, &printed);
  if (status == PE_OK)
    {
      pe_rational_print_denominator (value, &printed);
      status = take_integer (&out[1].value, &printed);
    }
  if (status == PE_ERROR_NO_MEMORY)
    return status;
  if (status == PE_OK)
    *n = 2;
  else
    out[0] = (pe_figure) { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  return PE_OK;
}

/* path: copied, nullable. */
static pe_status
add_input (const pe_symbol *self, const pe_expression_context *context, const pe_figure *figure, const char *path)
{
  pe_scored_input input
      = { .name = self->name, .measure = self->own->id, .figure = *figure, .is_of_formula = TRUE, .own = self->own };

  if (path != NULL)
    {
      pe_buffer copy = PE_BUFFER_INIT;

      pe_buffer_add_string (&copy, path);
      input.path = pe_inputs_take_path (context->inputs, &copy);
      if (input.path == NULL)
        return PE_ERROR_NO_MEMORY;
    }
  if (pe_vector_push (context->inputs, &input) == PE_OK)
    return PE_OK;
  pe_inputs_free_path (context->inputs, input.path);
  return PE_ERROR_NO_MEMORY;
}

/* read: the first figure that it was derived from, whose place it has; what stands in columns has none. */
static pe_status
add_inputs (const pe_symbol *self, const pe_expression_context *context, const pe_value *value, size_t read)
{
  const char *path = NULL;
  pe_figure   figures[2];
  pe_rational shifted;
  size_t      n = 1;
  pe_status   status = PE_OK;

  figures[0] = (pe_figure) { { 0, 0, 0 }, value->state, PE_UNIT_NONE };
  if (value->state == PE_STATE_VALUE)
    {
      pe_rational_init (&shifted);
      status = pe_own_shift (&shifted, &value->number, self->own->unit, context->bits);
      if (status == PE_OK)
        status = print_figures (self->own, &shifted, figures, &n);
      pe_rational_clear (&shifted);
    }
  if (read != G_MAXSIZE)
    path = pe_vector_at (context->inputs, const pe_scored_input, read)->path;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    status = add_input (self, context, &figures[i], path);
  return status;
}

pe_status
pe_symbol_load_own (const pe_symbol *self, pe_expression_context *context, pe_value *out, pe_error **error)
{
  const size_t before = context->inputs->size;
  size_t       own, read;
  pe_status    status;

  pe_value_clear (out);
  status = pe_expression_evaluate (self->own->expression, context, out, error);
  if (status != PE_OK)
    return status;
  if (out->state == PE_STATE_ZERO_DENOMINATOR && self->own->zero_state == PE_STATE_NOT_APPLICABLE)
    out->state = PE_STATE_NOT_APPLICABLE;
  out->type = self->type;
  own = context->inputs->size;
  read = pe_inputs_find_read (context->inputs, before);
  status = add_inputs (self, context, out, read);
  /* What has no value is blamed on the figure that has none; a measure of constants stands nowhere. */
  if (out->state == PE_STATE_VALUE || out->blame.input == G_MAXSIZE)
    out->blame = (pe_value_blame) { read != G_MAXSIZE ? own : G_MAXSIZE, 0, G_MAXUINT32 };
  return status;
}
