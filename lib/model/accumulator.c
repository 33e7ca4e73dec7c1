/* accumulator.c - what records contribute to a measure, one by one and together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/struct-private.h"
#include "asset-private.h"
#include "measure-catalogue-private.h"
#include "procurement-table-private.h"

/* Records that all have nothing in a part have zero in it: no contract yet, no case. */
static const pe_figure no_money = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
static const pe_figure no_case = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_COUNT };
static const pe_figure no_days = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_DAY };
static const pe_figure one = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
static const pe_figure none = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };

pe_status
pe_measure_examine (const pe_measure_definition *self, const pe_examined *examined, pe_figure *numerator,
                    pe_figure *denominator, pe_error **error)
{
  if (self->contribute != NULL)
    {
      const pe_status status = self->contribute (examined, numerator, denominator, error);

      if (self->kind == PE_MEASURE_AMOUNT)
        *denominator = none;
      return status;
    }
  *numerator = *pe_procurement_get_part (examined->record, self->numerator.item);
  *denominator = *pe_procurement_get_part (examined->record, self->denominator.item);
  return PE_OK;
}

void
pe_accumulator_init (pe_accumulator *self)
{
  pe_money_sum_init (&self->numerator, PE_UNIT_NONE);
  pe_money_sum_init (&self->denominator, PE_UNIT_NONE);
  self->n = 0;
}

pe_status
pe_accumulator_add (pe_accumulator *self, const pe_measure_definition *measure, const pe_examined *examined,
                    pe_error **error)
{
  pe_figure       numerator, denominator;
  const pe_status status = pe_measure_examine (measure, examined, &numerator, &denominator, error);

  if (status != PE_OK)
    return status;
  pe_money_sum_add (&self->numerator, &numerator);
  pe_money_sum_add (&self->denominator, &denominator);
  self->n++;
  return PE_OK;
}

static pe_status
get_part (pe_figure *out, const pe_money_sum *sum, const pe_figure *zero, pe_error **error)
{
  if (pe_money_sum_get_state (sum) != PE_STATE_NOT_APPLICABLE)
    return pe_money_sum_get (sum, out, error);
  *out = *zero;
  return PE_OK;
}

/* Zero in the unit that the numerator has. */
static const pe_figure *
zero_of (const pe_measure_definition *measure)
{
  if (measure->unit == PE_UNIT_DAY)
    return &no_days;
  return measure->unit == PE_UNIT_COUNT || measure->zero_state == PE_STATE_NOT_APPLICABLE ? &no_case : &no_money;
}

pe_status
pe_accumulator_get (const pe_accumulator *self, const pe_measure_definition *measure, pe_figure *numerator,
                    pe_figure *denominator, pe_error **error)
{
  const gboolean of_cases = measure->zero_state == PE_STATE_NOT_APPLICABLE;
  pe_status      status = get_part (numerator, &self->numerator, zero_of (measure), error);

  if (status != PE_OK)
    return status;
  if (measure->kind == PE_MEASURE_RATE)
    return get_part (denominator, &self->denominator, of_cases ? &no_case : &no_money, error);
  *denominator = one;
  return PE_OK;
}

/* The record of a payment, by its number. */
static const pe_procurement_record *
find_owner (const pe_procurement *procurement, const pe_payment *payment)
{
  return &procurement->records[payment->record - 1];
}

gboolean
pe_record_walk_next (pe_record_walk *self, pe_examined *out)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (self->dossier);
  const pe_assets      *assets = pe_dossier_get_assets (self->dossier);

  self->index = self->next;
  *out = (pe_examined) { NULL, NULL, self->options };
  if (self->kind == PE_RECORD_PROCUREMENT && self->next < pe_procurement_get_n_records (procurement))
    out->record = &procurement->records[self->next++];
  else if (self->kind == PE_RECORD_ASSET && self->next < pe_assets_get_n_records (assets))
    out->record = &assets->records[self->next++];
  else if (self->kind == PE_RECORD_PAYMENT && self->next < pe_procurement_get_n_payments (procurement))
    {
      out->record = &procurement->payments[self->next++];
      out->owner = find_owner (procurement, out->record);
    }
  return out->record != NULL;
}
