/* procurement.c - procurement: its records and the totals over them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "dossier-private.h"
#include "intake-private.h"
#include "procurement-table-private.h"
#include "record-layout-private.h"

static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
static const pe_figure not_applicable = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };

void
pe_procurement_record_init (pe_procurement_record *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_payment_init (pe_payment *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_procurement_summary_init (pe_procurement_summary *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_procurement_get_n_records (const pe_procurement *self)
{
  return self != NULL ? self->n_records : 0;
}

pe_status
pe_procurement_get_record (pe_procurement_record *out, const pe_procurement *self, size_t index, pe_error **error)
{
  return pe_intake_export_grown (out, self != NULL ? self->records : NULL, pe_procurement_get_n_records (self), index,
                                 sizeof *out, pe_record_layout_get (PE_RECORD_PROCUREMENT)->minimum, error);
}

size_t
pe_procurement_get_n_payments (const pe_procurement *self)
{
  return self != NULL ? self->n_payments : 0;
}

pe_status
pe_procurement_get_payment (pe_payment *out, const pe_procurement *self, size_t index, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (index >= self->n_payments)
    return pe_intake_refuse_index (index, self->n_payments, error);
  return pe_struct_export (out, &self->payments[index], sizeof *out, sizeof *out, "out", error);
}

size_t
pe_procurement_find_payments (const pe_procurement *self, size_t record, size_t *first)
{
  size_t low = 0, high = self->n_payments, end;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (self->payments[middle].record <= record)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  for (end = low; end < self->n_payments && self->payments[end].record == record + 1; end++)
    ;
  return end - low;
}

void
pe_procurement_print_payment_path (const pe_procurement *self, size_t payment, pe_buffer *out)
{
  const size_t record = self->payments[payment].record - 1;
  size_t       first;

  (void) pe_procurement_find_payments (self, record, &first);
  pe_buffer_add_string (out, "/procurement/records/");
  pe_buffer_add_uint (out, record);
  pe_buffer_add_string (out, "/payments/");
  pe_buffer_add_uint (out, payment - first);
}

const pe_procurement_record *
pe_procurement_peek_record (const pe_procurement *self, size_t index)
{
  return &self->records[index];
}

const pe_procurement_summary *
pe_procurement_peek_summary (const pe_procurement *self)
{
  return &self->summary;
}

pe_status
pe_procurement_get_summary (pe_procurement_summary *out, const pe_procurement *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_struct_export (out, &self->summary, sizeof *out, sizeof *out, "out", error);
}

const pe_figure *
pe_procurement_summary_get (const pe_procurement_summary *self, pe_procurement_total total)
{
  switch (total)
    {
    case PE_PROCUREMENT_BUDGET:
      return &self->budget;
    case PE_PROCUREMENT_RESERVED_FOR_SME:
      return &self->reserved_for_sme;
    case PE_PROCUREMENT_CONTRACTS:
      return &self->contracts;
    default:
      return &self->sme_contracts;
    }
}

/* A contract that is not signed yet adds nothing; a signed one without an amount leaves the total open. */
static const pe_figure *
contract_of (const pe_procurement_record *record)
{
  if (record->contract.state == PE_STATE_MISSING && record->signing == 0)
    return &not_applicable;
  return &record->contract;
}

const pe_figure *
pe_procurement_get_part (const pe_procurement_record *record, pe_procurement_total total)
{
  const pe_figure *contract = contract_of (record);

  if (total == PE_PROCUREMENT_BUDGET)
    return &record->budget;
  if (total == PE_PROCUREMENT_RESERVED_FOR_SME)
    return &record->reserved_for_sme;
  if (total == PE_PROCUREMENT_CONTRACTS || contract->state != PE_STATE_VALUE)
    return contract;
  if (record->contract_sme.state == PE_STATE_VALUE)
    return &record->contract_sme;
  if (record->supplier_size == 0)
    return &missing;
  return record->supplier_size == PE_SUPPLIER_LARGE ? &not_applicable : contract;
}

void
pe_procurement_sum_records (pe_money_sum *sum, const pe_procurement *self, pe_procurement_total total)
{
  size_t i;

  for (i = 0; i < self->n_records; i++)
    pe_money_sum_add (sum, pe_procurement_get_part (&self->records[i], total));
}

/* Records that all have nothing in a total, such as no contract yet, have zero in it. */
static gboolean
is_zero (const pe_money_sum *sum)
{
  return pe_money_sum_get_state (sum) == PE_STATE_NOT_APPLICABLE;
}

gboolean
pe_procurement_is_known (const pe_money_sum *sum)
{
  return pe_money_sum_get_state (sum) == PE_STATE_VALUE || is_zero (sum);
}

pe_status
pe_procurement_total_records (pe_figure *out, const pe_procurement *self, pe_procurement_total total, pe_error **error)
{
  static const pe_figure zero = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  pe_money_sum           sum;
  pe_status              status = PE_OK;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  pe_procurement_sum_records (&sum, self, total);
  if (is_zero (&sum))
    *out = zero;
  else
    status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  return status;
}

pe_status
pe_procurement_compute_total (pe_figure *out, const pe_procurement *self, pe_procurement_total total, pe_error **error)
{
  const pe_figure *given;
  pe_figure        sum;
  pe_status        status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (total < PE_PROCUREMENT_BUDGET || total > PE_PROCUREMENT_SME_CONTRACTS)
    return pe_error_set_argument (error, "total", "a pe_procurement_total");
  status = pe_procurement_total_records (&sum, self, total, error);
  if (status != PE_OK)
    return status;
  given = pe_procurement_summary_get (&self->summary, total);
  *out = sum.state == PE_STATE_VALUE ? sum : *given;
  return PE_OK;
}

void
pe_procurement_get_digest (const pe_procurement *self, uint8_t *out)
{
  if (self != NULL && out != NULL)
    memcpy (out, self->digest, PE_DIGEST_SIZE);
}

int32_t
pe_procurement_is_equal (const pe_procurement *a, const pe_procurement *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return memcmp (a->digest, b->digest, PE_DIGEST_SIZE) == 0;
}

pe_procurement *
pe_procurement_ref (pe_procurement *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_procurement_unref (pe_procurement *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_arena_clear (&self->texts);
  g_free (self->records);
  g_free (self->payments);
  g_free (self);
}
