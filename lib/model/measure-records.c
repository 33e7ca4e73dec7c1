/* measure-records.c - what one record contributes to a measure
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/date-private.h"
#include "../base/finding-private.h"
#include "../base/utf8-private.h"
#include "intake-private.h"
#include "measure-catalogue-private.h"
#include "procurement-table-private.h"

static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
static const pe_figure not_applicable = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };

static pe_figure
make_count (int64_t number)
{
  return (pe_figure) { { number, 0, 0 }, PE_STATE_VALUE, PE_UNIT_COUNT };
}

static pe_figure
make_days (int64_t number)
{
  return (pe_figure) { { number, 0, 0 }, PE_STATE_VALUE, PE_UNIT_DAY };
}

/* Amounts */

static const pe_figure *
contract_of (const pe_procurement_record *record)
{
  return pe_procurement_get_part (record, PE_PROCUREMENT_CONTRACTS);
}

/* The contract where the supplier is of a size up to this one; missing where the size is not known. */
static pe_figure
contract_up_to (const pe_procurement_record *record, pe_supplier_size size)
{
  const pe_figure *contract = contract_of (record);

  if (contract->state != PE_STATE_VALUE)
    return *contract;
  if (record->supplier_size == 0)
    return missing;
  return record->supplier_size <= size ? *contract : not_applicable;
}

pe_status
pe_contribute_small_micro (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator, pe_error **error)
{
  (void) error;
  *numerator = contract_up_to (examined->record, PE_SUPPLIER_SMALL);
  *denominator = contract_up_to (examined->record, PE_SUPPLIER_MEDIUM);
  return PE_OK;
}

pe_status
pe_contribute_small_micro_of_all (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                                  pe_error **error)
{
  (void) error;
  *numerator = contract_up_to (examined->record, PE_SUPPLIER_SMALL);
  *denominator = *contract_of (examined->record);
  return PE_OK;
}

pe_status
pe_contribute_single_source (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                             pe_error **error)
{
  const pe_procurement_record *record = examined->record;

  (void) error;
  *denominator = *contract_of (record);
  *numerator = *denominator;
  if (denominator->state == PE_STATE_VALUE && record->method != PE_METHOD_SINGLE_SOURCE)
    *numerator = record->method == 0 ? missing : not_applicable;
  return PE_OK;
}

static gboolean
has_contract (const pe_procurement_record *record)
{
  return record->signing != 0 || record->contract.state == PE_STATE_VALUE;
}

pe_status
pe_contribute_single_source_count (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                                   pe_error **error)
{
  const pe_procurement_record *record = examined->record;

  (void) error;
  *numerator = *denominator = not_applicable;
  if (!has_contract (record))
    return PE_OK;
  *denominator = make_count (1);
  *numerator = record->method == 0 ? missing : make_count (record->method == PE_METHOD_SINGLE_SOURCE);
  return PE_OK;
}

pe_status
pe_contribute_contract_count (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                              pe_error **error)
{
  (void) error;
  *numerator = has_contract (examined->record) ? make_count (1) : not_applicable;
  *denominator = not_applicable;
  return PE_OK;
}

/* The whole of one less the other; both have values. */
static pe_status
subtract (pe_figure *out, const pe_figure *a, const pe_figure *b, pe_error **error)
{
  pe_money_sum sum;
  int64_t      difference;

  /* In a ledger nearly all of them are alike. */
  if (a->unit == b->unit && a->value.scale == b->value.scale
      && !__builtin_sub_overflow (a->value.coefficient, b->value.coefficient, &difference))
    {
      *out = *a;
      out->value.coefficient = difference;
      return PE_OK;
    }
  pe_money_sum_init (&sum, a->unit);
  pe_money_sum_add (&sum, a);
  pe_money_sum_subtract (&sum, b);
  return pe_money_sum_get (&sum, out, error);
}

/* A contract without a budget beside it leaves the sum open. */
pe_status
pe_contribute_savings (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator, pe_error **error)
{
  const pe_procurement_record *record = examined->record;
  const pe_figure             *contract = contract_of (record);

  *numerator = *denominator = not_applicable;
  if (contract->state == PE_STATE_NOT_APPLICABLE)
    return PE_OK;
  *numerator = missing;
  *denominator = record->budget;
  if (contract->state != PE_STATE_VALUE || record->budget.state != PE_STATE_VALUE)
    return PE_OK;
  return subtract (numerator, &record->budget, contract, error);
}

/* Days */

/* Days from one day to another: the first does not count, the last does. */
static pe_status
count_days (const pe_examined *examined, pe_day_kind kind, pe_date from, pe_date to, int32_t *days, pe_error **error)
{
  if (kind == PE_DAYS_WORKING)
    return pe_calendar_count_workdays (days, examined->options->calendar, from, to, error);
  return pe_date_count_days (days, from, to, error);
}

/* One case, which is in time, late, or not filled in. */
static pe_status
judge (const pe_examined *examined, pe_day_kind kind, pe_date from, pe_date to, int32_t limit, pe_figure *numerator,
       pe_figure *denominator, pe_error **error)
{
  int32_t   days;
  pe_status status;

  *numerator = missing;
  *denominator = make_count (1);
  if (from == 0 || to == 0)
    return PE_OK;
  status = count_days (examined, kind, from, to, &days, error);
  if (status == PE_OK)
    *numerator = make_count (days <= limit);
  return status;
}

static gboolean
has_intent_due (const pe_procurement_record *record)
{
  return record->start != 0 && pe_utf8_is_blank (record->intent_exemption);
}

pe_status
pe_contribute_intent_in_time (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                              pe_error **error)
{
  const pe_procurement_record *record = examined->record;
  int32_t                      days;
  pe_status                    status;

  *numerator = *denominator = not_applicable;
  if (!has_intent_due (record))
    return PE_OK;
  *numerator = missing;
  *denominator = make_count (1);
  if (record->intent == 0)
    return PE_OK;
  status = pe_date_count_days (&days, record->intent, record->start, error);
  if (status == PE_OK)
    *numerator = make_count (days >= examined->options->intent_days);
  return status;
}

/* The days between two dates, over the cases. */
static pe_status
sum_days (pe_date from, pe_date to, pe_figure *numerator, pe_figure *denominator, pe_error **error)
{
  int32_t   days;
  pe_status status;

  *numerator = missing;
  *denominator = make_count (1);
  if (from == 0 || to == 0)
    return PE_OK;
  status = pe_date_count_days (&days, from, to, error);
  if (status == PE_OK)
    *numerator = make_days (days);
  return status;
}

pe_status
pe_contribute_intent_days (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator, pe_error **error)
{
  const pe_procurement_record *record = examined->record;

  *numerator = *denominator = not_applicable;
  return has_intent_due (record) ? sum_days (record->intent, record->start, numerator, denominator, error) : PE_OK;
}

pe_status
pe_contribute_signing_in_time (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                               pe_error **error)
{
  const pe_procurement_record *record = examined->record;

  *numerator = *denominator = not_applicable;
  if (record->award == 0)
    return PE_OK;
  return judge (examined, examined->options->signing_kind, record->award, record->signing,
                examined->options->signing_days, numerator, denominator, error);
}

pe_status
pe_contribute_signing_days (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator, pe_error **error)
{
  const pe_procurement_record *record = examined->record;

  *numerator = *denominator = not_applicable;
  return record->award != 0 ? sum_days (record->award, record->signing, numerator, denominator, error) : PE_OK;
}

pe_status
pe_contribute_publication_in_time (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                                   pe_error **error)
{
  const pe_procurement_record *record = examined->record;

  *numerator = *denominator = not_applicable;
  if (record->signing == 0 || !pe_utf8_is_blank (record->publication_exemption))
    return PE_OK;
  return judge (examined, examined->options->publication_kind, record->signing, record->publication,
                examined->options->publication_days, numerator, denominator, error);
}

pe_status
pe_contribute_filing_in_time (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                              pe_error **error)
{
  const pe_procurement_record *record = examined->record;

  *numerator = *denominator = not_applicable;
  if (record->signing == 0)
    return PE_OK;
  return judge (examined, examined->options->filing_kind, record->signing, record->filing,
                examined->options->filing_days, numerator, denominator, error);
}

/* How many days after the day due it was paid: at most 0 in time. FALSE where that is not known. */
static gboolean
get_delay (const pe_examined *examined, int32_t *delay)
{
  const pe_payment *payment = examined->record;
  pe_date           from = payment->due;
  int32_t           days;

  if (from == 0 && examined->owner != NULL)
    from = examined->owner->acceptance;
  if (from == 0 || payment->paid == 0 || pe_date_count_days (&days, from, payment->paid, NULL) != PE_OK)
    return FALSE;
  *delay = payment->due != 0 ? days : days - examined->options->payment_days;
  return TRUE;
}

pe_status
pe_contribute_payment_in_time (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                               pe_error **error)
{
  int32_t delay;

  (void) error;
  *denominator = make_count (1);
  *numerator = get_delay (examined, &delay) ? make_count (delay <= 0) : missing;
  return PE_OK;
}

pe_status
pe_contribute_payment_delay (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                             pe_error **error)
{
  int32_t delay;

  (void) error;
  *denominator = make_count (1);
  *numerator = get_delay (examined, &delay) ? make_days (MAX (delay, 0)) : missing;
  return PE_OK;
}

/* Assets */

/* The state of two figures together: a value where both have one. "Not applicable" gives way to the other, so that it
 * does not hide what is missing. */
static const pe_figure *
both (const pe_figure *a, const pe_figure *b)
{
  if (a->state == PE_STATE_VALUE || (a->state == PE_STATE_NOT_APPLICABLE && b->state != PE_STATE_VALUE))
    return b;
  return a;
}

pe_status
pe_contribute_asset_agreement (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                               pe_error **error)
{
  const pe_asset_record *record = examined->record;
  const pe_figure       *state = both (&record->book_count, &record->found_count);

  (void) error;
  *denominator = state->state == PE_STATE_NOT_APPLICABLE ? not_applicable : make_count (1);
  *numerator = *state;
  if (state->state == PE_STATE_VALUE)
    *numerator = make_count (pe_money_compare (&record->book_count, &record->found_count) == 0);
  return PE_OK;
}

pe_status
pe_contribute_asset_unexplained (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                                 pe_error **error)
{
  const pe_asset_record *record = examined->record;
  const pe_figure       *state = both (&record->book_count, &record->found_count);

  (void) error;
  *denominator = not_applicable;
  *numerator = *state;
  if (state->state == PE_STATE_VALUE)
    *numerator = make_count (pe_utf8_is_blank (record->difference_reason)
                             && pe_money_compare (&record->book_count, &record->found_count) != 0);
  return PE_OK;
}

pe_status
pe_contribute_asset_difference (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                                pe_error **error)
{
  const pe_asset_record *record = examined->record;
  const pe_figure       *state = both (&record->book_value, &record->found_value);

  *denominator = not_applicable;
  *numerator = *state;
  if (state->state == PE_STATE_VALUE)
    return subtract (numerator, &record->found_value, &record->book_value, error);
  return PE_OK;
}

pe_status
pe_contribute_asset_use (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator, pe_error **error)
{
  const pe_asset_record *record = examined->record;

  (void) error;
  *denominator = record->book_value;
  *numerator = record->book_value;
  if (record->book_value.state == PE_STATE_VALUE && record->use != PE_ASSET_IN_USE)
    *numerator = record->use == 0 ? missing : not_applicable;
  return PE_OK;
}
