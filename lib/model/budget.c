/* budget.c - a budget: its lines and the amounts that are derived from them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "budget-tree-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "intake-private.h"

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
  return pe_intake_export (
      out, self != NULL ? self->lines : NULL, pe_budget_get_n_lines (self), index, sizeof *out, error);
}

void
pe_budget_sum_below (pe_money_sum *sum, const pe_budget *self, size_t index, pe_amount amount)
{
  uint32_t number;

  for (number = self->first_below[index]; number != 0; number = self->next[number - 1])
    pe_money_sum_add (sum, pe_budget_line_get (&self->lines[number - 1], amount));
}

/* 基本支出 = 人员经费 + 公用经费, whatever else stands below it. */
static gboolean
has_both_parts (const pe_budget *self, size_t index)
{
  return self->lines[index].category == PE_BUDGET_BASIC && self->of_category[PE_BUDGET_BASIC_PERSONNEL] != 0
         && self->of_category[PE_BUDGET_BASIC_PUBLIC] != 0;
}

gboolean
pe_budget_is_derived (const pe_budget *self, size_t index, pe_amount amount)
{
  const pe_budget_line *line = &self->lines[index];

  return pe_budget_line_get (line, amount)->state == PE_STATE_MISSING
         && ((line->complete == 1 && self->first_below[index] != 0) || has_both_parts (self, index));
}

const pe_figure *
pe_budget_peek_amount (const pe_budget *self, size_t index, pe_amount amount)
{
  const pe_figure *given = pe_budget_line_get (&self->lines[index], amount);

  if (self->derived == NULL || given->state != PE_STATE_MISSING)
    return given;
  return &self->derived[index * PE_BUDGET_N_AMOUNTS + (size_t) (amount - PE_AMOUNT_INITIAL)];
}

pe_status
pe_budget_derive (pe_budget *self, size_t index, pe_amount amount, pe_error **error)
{
  const uint32_t *const of_category = self->of_category;
  pe_money_sum          sum;
  pe_status             status;
  uint32_t              number;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  if (self->lines[index].complete == 1)
    for (number = self->first_below[index]; number != 0; number = self->next[number - 1])
      pe_money_sum_add (&sum, pe_budget_peek_amount (self, number - 1, amount));
  else
    {
      pe_money_sum_add (&sum, pe_budget_peek_amount (self, of_category[PE_BUDGET_BASIC_PERSONNEL] - 1, amount));
      pe_money_sum_add (&sum, pe_budget_peek_amount (self, of_category[PE_BUDGET_BASIC_PUBLIC] - 1, amount));
    }
  status = pe_money_sum_get (
      &sum, &self->derived[index * PE_BUDGET_N_AMOUNTS + (size_t) (amount - PE_AMOUNT_INITIAL)], error);
  pe_money_sum_clear (&sum);
  return status;
}

/* The total where no line gives it. */
static pe_status
sum_top (pe_figure *out, const pe_budget *self, pe_amount amount, pe_error **error)
{
  pe_money_sum sum;
  pe_status    status;
  uint32_t     number;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  for (number = self->first_top; number != 0; number = self->next[number - 1])
    pe_money_sum_add (&sum, pe_budget_peek_amount (self, number - 1, amount));
  status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  return status;
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
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 index;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (category < PE_BUDGET_TOTAL || category > PE_BUDGET_OTHER)
    return pe_error_set_argument (error, "category", "a pe_budget_category");
  if (!is_amount (amount))
    return pe_error_set_argument (error, "amount", "a pe_amount");
  if (pe_budget_find_category (self, category, &index) != NULL)
    *out = *pe_budget_peek_amount (self, index, amount);
  else if (category == PE_BUDGET_TOTAL)
    return sum_top (out, self, amount, error);
  else
    *out = missing;
  return PE_OK;
}

/* What is left of a line's amount, which has a value. */
static pe_status
compute_remainder (pe_figure *out, const pe_budget *self, size_t index, pe_amount amount, pe_error **error)
{
  const pe_figure *given = pe_budget_line_get (&self->lines[index], amount);
  pe_money_sum     sum;
  pe_status        status;
  uint32_t         number;

  pe_money_sum_init (&sum, given->unit);
  pe_money_sum_add (&sum, given);
  for (number = self->first_below[index]; number != 0; number = self->next[number - 1])
    pe_money_sum_subtract (&sum, pe_budget_line_get (&self->lines[number - 1], amount));
  status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  return status;
}

pe_status
pe_budget_compute_not_itemised (pe_figure *out, const pe_budget *self, size_t index, pe_amount amount, pe_error **error)
{
  pe_figure result = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };
  pe_state  state;
  pe_status status = PE_OK;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (!is_amount (amount))
    return pe_error_set_argument (error, "amount", "a pe_amount");
  if (index >= self->n_lines)
    return pe_intake_refuse_index (index, self->n_lines, error);
  state = pe_budget_line_get (&self->lines[index], amount)->state;
  if (self->first_below[index] != 0 && state == PE_STATE_VALUE)
    status = compute_remainder (&result, self, index, amount, error);
  else if (self->first_below[index] != 0)
    result.state = state;
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
  uint32_t way[PE_PATH_DEPTH];
  uint32_t number = (uint32_t) index + 1;
  size_t   depth = 0;

  for (; number != 0 && depth < PE_PATH_DEPTH; number = self->lines[number - 1].parent)
    way[depth++] = self->position[number - 1];
  pe_buffer_add_string (out, "/budget");
  if (number != 0)
    {
      pe_buffer_add_string (out, "/lines/.../");
      pe_buffer_add_uint (out, index);
      return;
    }
  while (depth > 0)
    {
      pe_buffer_add_string (out, "/lines/");
      pe_buffer_add_uint (out, way[--depth]);
    }
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
  g_free (self->derived);
  g_free (self);
}
