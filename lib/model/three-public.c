/* three-public.c - 三公经费: its parts, and what is derived from them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "budget-tree-private.h"
#include "record-layout-private.h"

/* Of which parts an item is the sum; 0 ends them. */
static const pe_three_public parts_of[][4] = {
  [PE_THREE_PUBLIC_TOTAL] = { PE_THREE_PUBLIC_ABROAD, PE_THREE_PUBLIC_VEHICLES, PE_THREE_PUBLIC_RECEPTION, 0 },
  [PE_THREE_PUBLIC_VEHICLES] = { PE_THREE_PUBLIC_PURCHASE, PE_THREE_PUBLIC_RUNNING, 0, 0 },
  [PE_THREE_PUBLIC_RECEPTION] = { 0, 0, 0, 0 },
};

void
pe_three_public_line_init (pe_three_public_line *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

const pe_figure *
pe_three_public_line_get (const pe_three_public_line *line, pe_amount amount)
{
  if (amount == PE_AMOUNT_INITIAL)
    return &line->initial;
  return amount == PE_AMOUNT_ADJUSTED ? &line->adjusted : &line->executed;
}

const pe_three_public_line *
pe_budget_find_three_public (const pe_budget *self, pe_three_public item, size_t *index)
{
  for (size_t i = 0; i < self->n_three_public; i++)
    if (self->three_public[i].item == item)
      {
        *index = i;
        return &self->three_public[i];
      }
  return NULL;
}

const pe_three_public_line *
pe_budget_peek_three_public (const pe_budget *self, size_t index)
{
  return &self->three_public[index];
}

void
pe_budget_print_three_public_path (const pe_budget *self, size_t index, pe_buffer *out)
{
  pe_buffer_add_string (out, "/budget/three_public/");
  pe_buffer_add_string (out, pe_record_kind_get_word (PE_RECORD_THREE_PUBLIC, 0, self->three_public[index].item));
}

size_t
pe_budget_get_n_three_public (const pe_budget *self)
{
  return self != NULL ? self->n_three_public : 0;
}

pe_status
pe_budget_get_three_public (pe_three_public_line *out, const pe_budget *self, size_t index, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (index >= self->n_three_public)
    return pe_intake_refuse_index (index, self->n_three_public, error);
  return pe_struct_export (out, &self->three_public[index], sizeof *out, sizeof *out, "out", error);
}

static pe_status
get_item (pe_figure *out, const pe_budget *self, pe_three_public item, pe_amount amount, pe_error **error)
{
  static const pe_figure      missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                      index;
  const pe_three_public_line *line = pe_budget_find_three_public (self, item, &index);
  pe_money_sum                sum;
  pe_status                   status;

  *out = line != NULL ? *pe_three_public_line_get (line, amount) : missing;
  if (out->state != PE_STATE_MISSING || parts_of[item][0] == 0)
    return PE_OK;
  pe_money_sum_init (&sum, PE_UNIT_NONE);
  status = pe_budget_sum_three_public (&sum, self, item, amount, error);
  if (status == PE_OK)
    status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  return status;
}

/* Two levels: a part that is a sum itself has parts that are none. */
pe_status
pe_budget_sum_three_public (pe_money_sum *sum, const pe_budget *self, pe_three_public item, pe_amount amount,
                            pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; parts_of[item][i] != 0 && status == PE_OK; i++)
    {
      pe_figure part;

      status = get_item (&part, self, parts_of[item][i], amount, error);
      if (status == PE_OK)
        pe_money_sum_add (sum, &part);
    }
  return status;
}

pe_status
pe_budget_compute_three_public (pe_figure *out, const pe_budget *self, pe_three_public item, pe_amount amount,
                                pe_error **error)
{
  pe_figure figure;
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (item < PE_THREE_PUBLIC_TOTAL || item > PE_THREE_PUBLIC_RECEPTION)
    return pe_error_set_argument (error, "item", "a pe_three_public");
  if (amount < PE_AMOUNT_INITIAL || amount > PE_AMOUNT_EXECUTED)
    return pe_error_set_argument (error, "amount", "initial, adjusted or executed");
  status = get_item (&figure, self, item, amount, error);
  if (status == PE_OK)
    *out = figure;
  return status;
}
