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
#include "record-layout-private.h"

void
pe_budget_line_init (pe_budget_line *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_budget_filter_init (pe_budget_filter *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static const struct
{
  const char *name;
  size_t      offset;
} amounts[] = {
  [PE_AMOUNT_INITIAL] = { "initial", offsetof (pe_budget_line, initial) },
  [PE_AMOUNT_ADJUSTED] = { "adjusted", offsetof (pe_budget_line, adjusted) },
  [PE_AMOUNT_EXECUTED] = { "executed", offsetof (pe_budget_line, executed) },
  [PE_AMOUNT_CARRIED_IN] = { "carried_in", offsetof (pe_budget_line, carried_in) },
  [PE_AMOUNT_ADDED] = { "added", offsetof (pe_budget_line, added) },
  [PE_AMOUNT_CARRY_OVER] = { "carry_over", offsetof (pe_budget_line, carry_over) },
  [PE_AMOUNT_SURPLUS] = { "surplus", offsetof (pe_budget_line, surplus) },
};

const pe_figure *
pe_budget_line_get (const pe_budget_line *line, pe_amount amount)
{
  return (const pe_figure *) (const void *) ((const char *) line + amounts[amount].offset);
}

const char *
pe_budget_name_amount (pe_amount amount)
{
  return amounts[amount].name;
}

size_t
pe_budget_get_n_lines (const pe_budget *self)
{
  return self != NULL ? self->n_lines : 0;
}

pe_status
pe_budget_get_line (pe_budget_line *out, const pe_budget *self, size_t index, pe_error **error)
{
  return pe_intake_export_grown (out, self != NULL ? self->lines : NULL, pe_budget_get_n_lines (self), index,
                                 sizeof *out, pe_record_layout_get (PE_RECORD_BUDGET_LINE)->minimum, error);
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
  return amount >= PE_AMOUNT_INITIAL && amount <= PE_AMOUNT_SURPLUS;
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

/* Sums over lines */

static gboolean
is_text (const char *wanted, const char *found)
{
  return wanted == NULL || (found != NULL && strcmp (wanted, found) == 0);
}

static gboolean
takes (const pe_budget_filter *filter, const pe_budget_line *line)
{
  return (filter->category == 0 || filter->category == line->category)
         && (filter->funding == 0 || filter->funding == line->funding)
         && is_text (filter->economic_class, line->economic_class) && is_text (filter->project, line->project);
}

static pe_status
check_filter (const pe_budget_filter *filter, pe_error **error)
{
  if (filter->reserved != 0 || filter->category < 0 || filter->category > PE_BUDGET_OTHER || filter->funding < 0
      || filter->funding > PE_FUNDING_OTHER)
    return pe_error_set_argument (error, "filter", "a category, a funding source or 0 each, reserved 0");
  return PE_OK;
}

/* Lines stand before those below them: a line below one that is counted is marked as counted too. */
static void
sum_taken (pe_money_sum *sum, const pe_budget *self, const pe_budget_filter *filter, pe_amount amount, uint8_t *counted)
{
  for (size_t i = 0; i < self->n_lines; i++)
    {
      const pe_budget_line *line = &self->lines[i];

      if (line->parent != 0 && counted[line->parent - 1])
        counted[i] = 1;
      else if (takes (filter, line))
        {
          counted[i] = 1;
          pe_money_sum_add (sum, pe_budget_peek_amount (self, i, amount));
        }
    }
}

pe_status
pe_budget_sum_lines (pe_figure *out, const pe_budget *self, const pe_budget_filter *filter, pe_amount amount,
                     pe_error **error)
{
  pe_budget_filter ours;
  pe_money_sum     sum;
  pe_status        status;
  uint8_t         *counted;

  if (out == NULL || self == NULL || filter == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : self == NULL ? "self" : "filter", "not NULL");
  status = pe_struct_import (&ours, sizeof ours, filter, sizeof ours, "filter", error);
  if (status == PE_OK)
    status = check_filter (&ours, error);
  if (status != PE_OK)
    return status;
  if (!is_amount (amount))
    return pe_error_set_argument (error, "amount", "a pe_amount");
  counted = g_try_new0 (uint8_t, self->n_lines + 1);
  if (counted == NULL)
    return pe_error_set_no_memory (error);
  pe_money_sum_init (&sum, PE_UNIT_NONE);
  sum_taken (&sum, self, &ours, amount, counted);
  status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  g_free (counted);
  return status;
}

/* Months: a line that has not so many leaves the sum open. */
static void
sum_months (pe_money_sum *sum, const pe_budget_line *line, uint32_t n)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  for (uint32_t i = 0; i < n; i++)
    pe_money_sum_add (sum, i < line->n_months ? &line->months[i] : &missing);
}

pe_status
pe_budget_compute_progress (pe_figure *out, const pe_budget *self, int32_t month, pe_error **error)
{
  pe_money_sum sum;
  pe_status    status;
  size_t       total;
  uint32_t     number;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (month < 1 || month > PE_BUDGET_N_MONTHS)
    return pe_error_set_argument (error, "month", "1 to 12");
  pe_money_sum_init (&sum, PE_UNIT_NONE);
  number = self->first_top;
  if (pe_budget_find_category (self, PE_BUDGET_TOTAL, &total) != NULL && self->lines[total].n_months == 0
      && self->lines[total].complete)
    number = self->first_below[total];
  for (; number != 0; number = self->next[number - 1])
    sum_months (&sum, &self->lines[number - 1], (uint32_t) month);
  status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
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
  g_free (self->months);
  g_free (self->three_public);
  g_free (self);
}
