/* expression.c - the life of formulas and of their values
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"
#include "expression-tables-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "rulebook-measure-private.h"
#include "shape-private.h"

/* Values */

/* Items are single values: this goes one level deep. */
void
pe_value_free_parts (pe_value *self)
{
  for (size_t i = 0; i < self->items.size; i++)
    pe_rational_clear (&pe_vector_at (&self->items, pe_value, i)->number);
  pe_vector_clear (&self->items);
  pe_rational_clear (&self->number);
}

void
pe_value_move (pe_value *out, pe_value *self)
{
  const pe_value moved = *self;

  pe_value_init (self);
  pe_value_release (out);
  *out = moved;
}

/* What is not owned. */
static void
copy_plain (pe_value *out, const pe_value *self)
{
  out->type = self->type;
  out->state = self->state;
  out->fault = self->fault;
  out->expected = self->expected;
  out->blame = self->blame;
  out->integer = self->integer;
  out->text = self->text;
  pe_rational_copy (&out->number, &self->number);
}

pe_status
pe_value_copy (pe_value *out, const pe_value *self)
{
  pe_value *items;

  if (out->items.data != NULL)
    pe_value_clear (out);
  copy_plain (out, self);
  if (self->items.size == 0)
    return PE_OK;
  if (pe_vector_grow (&out->items, self->items.size, (void **) &items) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < self->items.size; i++)
    {
      pe_value_init (&items[i]);
      copy_plain (&items[i], pe_vector_at (&self->items, const pe_value, i));
    }
  return PE_OK;
}

int
pe_value_compare (const pe_value *a, const pe_value *b)
{
  if (a->type.kind == PE_TYPE_NUMBER)
    return pe_rational_compare (&a->number, &b->number);
  if (a->type.kind == PE_TYPE_STRING)
    return strcmp (a->text, b->text) != 0;
  return (a->integer > b->integer) - (a->integer < b->integer);
}

void
pe_value_set_state (pe_value *out, pe_state state, const pe_value_blame *blame)
{
  const pe_type        type = out->type;
  const pe_value_blame kept = *blame;

  pe_value_clear (out);
  out->type = type;
  out->state = state;
  out->blame = kept;
}

void
pe_value_take_state (pe_value *out, const pe_value *a, const pe_value *b)
{
  const pe_value *from = a;
  pe_status       fault;
  const char     *expected;

  /* Of two that do not apply the left one counts, as of any two alike. */
  if (a->state == PE_STATE_VALUE
      || (a->state == PE_STATE_NOT_APPLICABLE && b->state != PE_STATE_VALUE && b->state != a->state))
    from = b;
  fault = from->fault;
  expected = from->expected;
  pe_value_set_state (out, from->state, &from->blame);
  out->fault = fault;
  out->expected = expected;
}

void
pe_value_set_truth (pe_value *out, gboolean truth)
{
  pe_value_clear (out);
  out->type = (pe_type) { PE_TYPE_BOOLEAN, FALSE, 0 };
  out->state = PE_STATE_VALUE;
  out->integer = truth != FALSE;
}

/* Formulas */

static void
clear_symbol (pe_symbol *self)
{
  for (size_t i = 0; i < self->columns.size; i++)
    g_free (pe_vector_at (&self->columns, pe_register_mention, i)->id);
  pe_vector_clear (&self->columns);
  pe_rulebook_measure_unref (self->own);
  g_free (self->name);
}

static void
free_parts (pe_expression *self)
{
  for (size_t i = 0; i < self->constants.size; i++)
    pe_value_clear (pe_vector_at (&self->constants, pe_value, i));
  for (size_t i = 0; i < self->strings.size; i++)
    g_free (*pe_vector_at (&self->strings, char *, i));
  for (size_t i = 0; i < self->symbols.size; i++)
    clear_symbol (pe_vector_at (&self->symbols, pe_symbol, i));
  pe_vector_clear (&self->code);
  pe_vector_clear (&self->constants);
  pe_vector_clear (&self->strings);
  pe_vector_clear (&self->symbols);
  pe_vector_clear (&self->mentions);
  g_free (self->text);
}

pe_expression *
pe_expression_ref (pe_expression *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_expression_unref (pe_expression *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  free_parts (self);
  g_free (self);
}

pe_status
pe_expression_new (pe_expression **out, const char *text, const pe_expression_scope *scope, pe_error **error)
{
  pe_expression *self = g_try_new0 (pe_expression, 1);
  pe_status      status;

  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->references = 1;
  self->code = (pe_vector) PE_VECTOR_INIT (pe_instruction);
  self->constants = (pe_vector) PE_VECTOR_INIT (pe_value);
  self->strings = (pe_vector) PE_VECTOR_INIT (char *);
  self->symbols = (pe_vector) PE_VECTOR_INIT (pe_symbol);
  self->mentions = (pe_vector) PE_VECTOR_INIT (pe_mention);
  status = pe_utf8_copy (&self->text, text, PE_EXPRESSION_MAX_BYTES, "", error);
  if (status == PE_OK)
    status = pe_expression_compile (self, scope, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_expression_unref (self);
  return status;
}

const char *
pe_expression_get_text (const pe_expression *self)
{
  return self->text;
}

pe_type
pe_expression_get_type (const pe_expression *self)
{
  return self->type;
}

const pe_symbol *
pe_expression_get_symbols (const pe_expression *self, size_t *n)
{
  *n = self->symbols.size;
  return self->symbols.data;
}

gboolean
pe_expression_can_divide_by_zero (const pe_expression *self)
{
  return self->can_divide_by_zero;
}

/* Printing */

static const pe_scored_input *
find_input (const pe_outcome *outcome, const char *name, size_t *n)
{
  const pe_scored_input *inputs = outcome->inputs.data;

  for (size_t i = 0; i < outcome->inputs.size; i++)
    if (inputs[i].is_of_formula && strcmp (inputs[i].name, name) == 0)
      {
        *n = i + 1 < outcome->inputs.size && inputs[i + 1].is_of_formula && strcmp (inputs[i + 1].name, name) == 0
                 ? 2
                 : 1;
        return &inputs[i];
      }
  *n = 0;
  return NULL;
}

static void
print_symbol (const pe_symbol *symbol, const pe_outcome *outcome, pe_formula *formula)
{
  size_t                 n;
  const pe_scored_input *inputs = symbol->type.is_list ? NULL : find_input (outcome, symbol->name, &n);

  if (inputs == NULL || inputs[0].figure.state != PE_STATE_VALUE)
    {
      pe_formula_add (formula, inputs != NULL && inputs[0].text != NULL ? inputs[0].text : symbol->name);
      return;
    }
  pe_formula_add (formula, n > 1 ? "(" : "");
  pe_formula_add_figure (formula, &inputs[0].figure, FALSE);
  if (n > 1)
    {
      pe_formula_add (formula, " / ");
      pe_formula_add_figure (formula, &inputs[1].figure, FALSE);
      pe_formula_add (formula, ")");
    }
}

void
pe_expression_print (const pe_expression *self, const pe_outcome *outcome, pe_language language, pe_buffer *out)
{
  pe_formula formula = { NULL, NULL, outcome, language, out };
  size_t     at = 0;

  for (size_t i = 0; i < self->mentions.size; i++)
    {
      const pe_mention *mention = pe_vector_at (&self->mentions, const pe_mention, i);

      pe_buffer_add (out, self->text + at, mention->start - at);
      print_symbol (pe_vector_at (&self->symbols, const pe_symbol, mention->symbol), outcome, &formula);
      at = mention->start + mention->length;
    }
  pe_buffer_add_string (out, self->text + at);
}
