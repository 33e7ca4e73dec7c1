/* budget.c - a budget: its lines and the amounts that are derived from them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "budget-tree-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "money-private.h"

void
pe_budget_line_init (pe_budget_line *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

const pe_figure *
pe_budget_line_get (const pe_budget_line *line, pe_amount amount)
{
  if (amount == PE_AMOUNT_INITIAL)
    return &line->initial;
  return amount == PE_AMOUNT_ADJUSTED ? &line->adjusted : &line->executed;
}

size_t
pe_budget_get_n_lines (const pe_budget *self)
{
  return self != NULL ? self->n_lines : 0;
}

pe_status
pe_budget_get_line (pe_budget_line *out, const pe_budget *self, size_t index, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (index >= self->n_lines)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "index", NULL);
  return pe_struct_export (out, &self->lines[index], sizeof *out, sizeof *out, "out", error);
}

pe_status
pe_budget_sum_chain (pe_figure *out, const pe_budget *self, uint32_t first, pe_amount amount, pe_error **error)
{
  pe_money_sum sum    = { { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE }, FALSE };
  pe_status    status = PE_OK;
  uint32_t     number;

  for (number = first; number != 0 && status == PE_OK; number = self->next[number - 1])
    status = pe_money_sum_add (&sum, pe_budget_line_get (&self->lines[number - 1], amount), error);
  if (status == PE_OK)
    pe_money_sum_finish (&sum, out);
  return status;
}

/* A category whose line is not there: the total is the top lines, basic its two parts where both stand alone. */
static pe_status
derive (pe_figure *out, const pe_budget *self, pe_budget_category category, pe_amount amount, pe_error **error)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  if (category == PE_BUDGET_TOTAL && self->first_top != 0)
    return pe_budget_sum_chain (out, self, self->first_top, amount, error);
  *out = missing;
  return PE_OK;
}

static gboolean
is_amount (pe_amount amount)
{
  return amount >= PE_AMOUNT_INITIAL && amount <= PE_AMOUNT_EXECUTED;
}

pe_status
pe_budget_compute_amount (pe_figure *out, const pe_budget *self, pe_budget_category category, pe_amount amount,
                          pe_error **error)
{
  const pe_budget_line *line;
  const pe_figure      *given;
  size_t                index;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (category < PE_BUDGET_TOTAL || category > PE_BUDGET_OTHER)
    return pe_error_set_argument (error, "category", "a pe_budget_category");
  if (!is_amount (amount))
    return pe_error_set_argument (error, "amount", "a pe_amount");
  line = pe_budget_find_category (self, category, &index);
  if (line == NULL)
    return derive (out, self, category, amount, error);
  given = pe_budget_line_get (line, amount);
  /* A line that leaves an amount open, but says that the lines below are all of it, has their sum. */
  if (given->state == PE_STATE_MISSING && line->complete == 1 && self->first_below[index] != 0)
    return pe_budget_sum_chain (out, self, self->first_below[index], amount, error);
  *out = *given;
  return PE_OK;
}

pe_status
pe_budget_compute_not_itemised (pe_figure *out, const pe_budget *self, size_t index, pe_amount amount, pe_error **error)
{
  pe_figure        below, result = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };
  const pe_figure *given;
  pe_status        status = PE_OK;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (!is_amount (amount))
    return pe_error_set_argument (error, "amount", "a pe_amount");
  if (index >= self->n_lines)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "index", NULL);
  given = pe_budget_line_get (&self->lines[index], amount);
  if (self->first_below[index] != 0)
    {
      status       = pe_budget_sum_chain (&below, self, self->first_below[index], amount, error);
      result.state = PE_STATE_MISSING;
      if (status == PE_OK && given->state == PE_STATE_VALUE && below.state == PE_STATE_VALUE)
        status = pe_money_subtract (&result, given, &below, error);
      else if (status == PE_OK && given->state == PE_STATE_VALUE && below.state == PE_STATE_NOT_APPLICABLE)
        result = *given;
    }
  if (status == PE_OK)
    *out = result;
  return status;
}

const pe_budget_line *
pe_budget_find_category (const pe_budget *self, pe_budget_category category, size_t *index)
{
  uint32_t number = self->of_category[category];

  if (number == 0)
    return NULL;
  *index = number - 1;
  return &self->lines[*index];
}

const pe_budget_line *
pe_budget_peek_line (const pe_budget *self, size_t index)
{
  return &self->lines[index];
}

/* From the line up to the top; written from the top down. */
void
pe_budget_print_path (const pe_budget *self, size_t index, pe_buffer *out)
{
  pe_vector way = PE_VECTOR_INIT (uint32_t);
  uint32_t  number;
  size_t    i;

  for (number = (uint32_t) index + 1; number != 0; number = self->lines[number - 1].parent)
    if (pe_vector_push (&way, &self->position[number - 1]) != PE_OK)
      out->status = PE_ERROR_NO_MEMORY;
  pe_buffer_add_string (out, "/budget");
  for (i = way.size; i > 0; i--)
    {
      pe_buffer_add_string (out, "/lines/");
      pe_buffer_add_uint (out, *pe_vector_at (&way, uint32_t, i - 1));
    }
  pe_vector_clear (&way);
}

void
pe_budget_get_digest (const pe_budget *self, uint8_t *out)
{
  if (self != NULL && out != NULL)
    memcpy (out, self->digest, PE_DIGEST_SIZE);
}

int32_t
pe_budget_is_equal (const pe_budget *a, const pe_budget *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return memcmp (a->digest, b->digest, PE_DIGEST_SIZE) == 0;
}

pe_budget *
pe_budget_ref (pe_budget *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_budget_unref (pe_budget *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_arena_clear (&self->texts);
  g_free (self->lines);
  g_free (self->position);
  g_free (self->first_below);
  g_free (self->next);
  g_free (self);
}
