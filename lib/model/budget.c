/* budget.c - what a unit may spend and has spent in a year
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "budget-private.h"
#include "budget-tree-private.h"

#include <string.h>

#include "../base/struct-private.h"

void
pe_budget_line_init (pe_budget_line *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static pe_status
take_line (void *record, size_t position, const pe_entry *entry, pe_error **error)
{
  pe_budget_line *line = record;
  pe_status       status;

  if (line->parent > position)
    return pe_entry_refuse_value (entry, "parent", line->parent, "the number of a line before this one, or 0",
                                  "此前某一行的序号，或 0", error);
  status = pe_entry_check_range (entry, "category", line->category, 0, PE_BUDGET_N_CATEGORIES, error);
  if (status == PE_OK)
    status = pe_entry_check_range (entry, "complete", line->complete, 0, 1, error);
  if (status == PE_OK)
    status = pe_entry_take_money (entry, "initial", &line->initial, error);
  if (status == PE_OK)
    status = pe_entry_take_money (entry, "adjusted", &line->adjusted, error);
  if (status == PE_OK)
    status = pe_entry_take_money (entry, "executed", &line->executed, error);
  return status;
}

static const pe_table_text line_texts[] = { { offsetof (pe_budget_line, name), "name", PE_ENTRY_TEXT } };

const pe_table_type pe_budget_line_type = {
  "/budget/lines", sizeof (pe_budget_line),         line_texts, G_N_ELEMENTS (line_texts), offsetof (pe_budget_line, name),
  take_line,
};

/* Lines */

size_t
pe_budget_get_n_lines (const pe_budget *self)
{
  return self != NULL ? self->lines.records.size : 0;
}

const pe_budget_line *
pe_budget_peek_line (const pe_budget *self, size_t index)
{
  return pe_table_peek (&self->lines, index);
}

const pe_budget_line *
pe_budget_get_numbered (const pe_budget *self, size_t number)
{
  return pe_table_peek (&self->lines, number - 1);
}

pe_status
pe_budget_get_line (pe_budget_line *out, const pe_budget *self, size_t index, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_table_get (out, &self->lines, index, error);
}

const pe_budget_line *
pe_budget_find_category (const pe_budget *self, pe_budget_category category, size_t *index)
{
  size_t number;

  if (category < PE_BUDGET_TOTAL || category > PE_BUDGET_N_CATEGORIES)
    return NULL;
  number = self->categories[category];
  if (number == 0)
    return NULL;
  *index = number - 1;
  return pe_budget_get_numbered (self, number);
}

void
pe_budget_print_path (const pe_budget *self, size_t index, pe_buffer *out)
{
  pe_buffer_add_string (out, pe_budget_line_type.path);
  pe_forest_print_path (self->nodes, index + 1, "lines", out);
}

/* Amounts */

const pe_figure *
pe_budget_line_get_amount (const pe_budget_line *self, pe_amount amount)
{
  if (amount == PE_AMOUNT_INITIAL)
    return &self->initial;
  return amount == PE_AMOUNT_ADJUSTED ? &self->adjusted : &self->executed;
}

const char *
pe_amount_get_member (pe_amount amount)
{
  if (amount == PE_AMOUNT_INITIAL)
    return "initial";
  return amount == PE_AMOUNT_ADJUSTED ? "adjusted" : "executed";
}

static gboolean
is_amount (pe_amount amount)
{
  return amount >= PE_AMOUNT_INITIAL && amount <= PE_BUDGET_N_AMOUNTS;
}

pe_status
pe_budget_sum_below (const pe_budget *self, size_t number, pe_amount amount, pe_money_sum *out)
{
  pe_status status = PE_OK;
  size_t    child = self->nodes[number].first_child;

  for (; child != 0 && status == PE_OK; child = self->nodes[child].next)
    status = pe_money_sum_add (out, pe_budget_line_get_amount (pe_budget_get_numbered (self, child), amount));
  return status;
}

pe_status
pe_budget_compute_amount (pe_figure *out, const pe_budget *self, pe_budget_category category, pe_amount amount,
                          pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (category < PE_BUDGET_TOTAL || category > PE_BUDGET_N_CATEGORIES)
    return pe_error_set_argument (error, "category", "a pe_budget_category");
  if (!is_amount (amount))
    return pe_error_set_argument (error, "amount", "a pe_amount");
  *out = self->amounts[category - 1][amount - 1].figure;
  return PE_OK;
}

void
pe_budget_print_amount_path (const pe_budget *self, pe_budget_category category, pe_amount amount, pe_buffer *out)
{
  const pe_budget_amount *found = &self->amounts[category - 1][amount - 1];

  if (found->line == 0)
    {
      pe_buffer_add_string (out, pe_budget_line_type.path);
      return;
    }
  pe_budget_print_path (self, found->line - 1, out);
  pe_buffer_add_char (out, '/');
  pe_buffer_add_string (out, found->is_sum ? "lines" : pe_amount_get_member (amount));
}

/* The line has lines below it, and a value. */
static pe_status
compute_remainder (pe_figure *out, const pe_budget *self, size_t number, pe_amount amount, const pe_figure *whole,
                   pe_error **error)
{
  pe_money_sum sum, rest;
  pe_status    status;
  pe_figure    remainder;

  pe_money_sum_init (&sum, whole->unit);
  pe_money_sum_init (&rest, whole->unit);
  status = pe_budget_sum_below (self, number, amount, &sum);
  if (status == PE_OK)
    status = pe_money_sum_add (&rest, whole);
  if (status == PE_OK)
    status = pe_rational_subtract (&rest.total, &rest.total, &sum.total, G_MAXUINT16);
  rest.places = MAX (rest.places, sum.places);
  rest.n_missing = sum.n_missing;
  if (status == PE_OK)
    status = pe_money_sum_get (&rest, &remainder, error);
  else
    status = pe_error_set (error, PE_ERROR_OVERFLOW, NULL, NULL);
  if (status == PE_OK)
    *out = remainder;
  pe_money_sum_clear (&sum);
  pe_money_sum_clear (&rest);
  return status;
}

pe_status
pe_budget_compute_not_itemised (pe_figure *out, const pe_budget *self, size_t index, pe_amount amount, pe_error **error)
{
  pe_figure        answer = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };
  const pe_figure *whole;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (!is_amount (amount))
    return pe_error_set_argument (error, "amount", "a pe_amount");
  if (index >= pe_budget_get_n_lines (self))
    return pe_table_refuse_index (index, pe_budget_get_n_lines (self), error);

  whole = pe_budget_line_get_amount (pe_budget_peek_line (self, index), amount);
  if (self->nodes[index + 1].first_child != 0 && whole->state == PE_STATE_VALUE)
    return compute_remainder (out, self, index + 1, amount, whole, error);
  if (self->nodes[index + 1].first_child != 0)
    answer = *whole;
  *out = answer;
  return PE_OK;
}

/* The object */

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
  pe_table_clear (&self->lines);
  g_free (self->nodes);
  g_free (self);
}
