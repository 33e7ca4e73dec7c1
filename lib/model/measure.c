/* measure.c - named numbers derived from the records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "measure-catalogue-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "budget-private.h"
#include "budget-tree-private.h"
#include "intake-private.h"
#include "procurement-table-private.h"
#include "record-layout-private.h"

static const char *const total_names[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };

static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

/* Publication: 政府采购法实施条例 art. 50. Signing: 30 days from the award notice. Filing and payment: from memory, see the
 * catalogue. */
static const pe_measure_options defaults
    = { 0, 30, 30, PE_DAYS_CALENDAR, 2, PE_DAYS_WORKING, 7, PE_DAYS_WORKING, 30, 0, NULL };

/* Description */

void
pe_measure_value_init (pe_measure_value *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_measure_info_init (pe_measure_info *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_measure_options_init (pe_measure_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

size_t
pe_measure_get_count (void)
{
  return pe_measure_n_definitions;
}

const char *
pe_measure_get_id (size_t index)
{
  return index < pe_measure_n_definitions ? pe_measure_definitions[index].id : NULL;
}

const char *
pe_measure_get_name (size_t index, pe_language language)
{
  if (index >= pe_measure_n_definitions)
    return NULL;
  return language == PE_LANGUAGE_ZH ? pe_measure_definitions[index].name_zh : pe_measure_definitions[index].name_en;
}

const char *
pe_measure_get_definition (size_t index, pe_language language)
{
  if (index >= pe_measure_n_definitions)
    return NULL;
  return language == PE_LANGUAGE_ZH ? pe_measure_definitions[index].definition_zh
                                    : pe_measure_definitions[index].definition_en;
}

pe_status
pe_measure_describe (pe_measure_info *out, size_t index, pe_error **error)
{
  const pe_measure_definition *self = &pe_measure_definitions[index];
  pe_measure_info              info;

  if (index >= pe_measure_n_definitions)
    return pe_intake_refuse_index (index, pe_measure_n_definitions, error);
  info = (pe_measure_info) {
    .struct_size = sizeof info,
    .kind = self->kind,
    .unit = self->unit,
    .zero_state = self->zero_state,
    .records = self->records,
    .uses_prior = pe_measure_uses_prior (self),
    .uses_calendar = pe_measure_needs_calendar (self, &defaults),
    .is_streamed = pe_measure_is_streamed (self),
    .id = self->id,
    .name_zh = self->name_zh,
    .name_en = self->name_en,
    .definition_zh = self->definition_zh,
    .definition_en = self->definition_en,
    .base_zh = self->base_zh,
    .base_en = self->base_en,
    .source = self->source
  };
  return pe_struct_export (out, &info, sizeof info, sizeof info, "out", error);
}

gboolean
pe_measure_find (const char *id, size_t *index)
{
  for (size_t i = 0; i < pe_measure_n_definitions; i++)
    if (strcmp (pe_measure_definitions[i].id, id) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
pe_measure_is_rate (size_t index)
{
  return index < pe_measure_n_definitions && pe_measure_definitions[index].kind == PE_MEASURE_RATE;
}

gboolean
pe_measure_is_share (size_t index)
{
  return pe_measure_is_rate (index) && pe_measure_definitions[index].unit == PE_UNIT_PERCENT;
}

pe_unit
pe_measure_get_unit (size_t index)
{
  return pe_measure_definitions[index].unit;
}

/* Options */

void
pe_measure_options_set (pe_measure_options *self, const pe_calendar *calendar)
{
  pe_measure_options_init (self, sizeof *self);
  self->calendar = calendar;
}

static gboolean
is_day_kind (pe_day_kind kind)
{
  return kind == PE_DAYS_CALENDAR || kind == PE_DAYS_WORKING;
}

pe_status
pe_measure_options_import (pe_measure_options *out, const pe_measure_options *options, pe_error **error)
{
  pe_status status;

  pe_measure_options_init (out, sizeof *out);
  if (options == NULL)
    return PE_OK;
  status = pe_struct_import (out, sizeof *out, options, sizeof *out, "options", error);
  if (status != PE_OK)
    return status;
  if (out->intent_days < 0 || out->signing_days < 0 || out->publication_days < 0 || out->filing_days < 0
      || out->payment_days < 0 || out->reserved != 0 || !is_day_kind (out->signing_kind)
      || !is_day_kind (out->publication_kind) || !is_day_kind (out->filing_kind))
    return pe_error_set_argument (error, "options", "days of 0 or more, each with its pe_day_kind, reserved 0");
  return PE_OK;
}

/* Parts of amounts */

static const pe_dossier *
dossier_of (const pe_dossier *dossier, gboolean prior)
{
  return prior ? pe_dossier_get_prior (dossier) : dossier;
}

static pe_status
derive_term (pe_figure *out, const pe_measure_part *part, const pe_part_term *term, const pe_dossier *dossier,
             pe_error **error)
{
  const pe_budget *budget = pe_dossier_get_budget (dossier_of (dossier, term->prior));

  *out = missing;
  if (budget == NULL)
    return PE_OK;
  if (part->source == PE_PART_BUDGET)
    return pe_budget_compute_amount (out, budget, part->item, term->amount, error);
  return pe_budget_compute_three_public (out, budget, part->item, term->amount, error);
}

/* The first of its amounts in the part's own state, be it of this year or of the year before. */
static const pe_part_term *
find_decisive (const pe_dossier *dossier, const pe_measure_part *part, pe_state state)
{
  pe_figure figure;

  for (size_t i = 0; i < PE_PART_MAX_TERMS && part->terms[i].amount != 0; i++)
    if (derive_term (&figure, part, &part->terms[i], dossier, NULL) != PE_OK
        || (figure.state == state && !(part->terms[i].may_be_none && state == PE_STATE_NOT_APPLICABLE)))
      return &part->terms[i];
  return &part->terms[0];
}

/* The line's own amount, or the lines that the amount was derived from. */
static void
print_budget_path (const pe_dossier *dossier, const pe_measure_part *part, pe_state state, pe_buffer *out)
{
  const gboolean      has_value = state == PE_STATE_VALUE;
  const pe_part_term *term = has_value ? &part->terms[0] : find_decisive (dossier, part, state);
  const pe_budget    *budget = pe_dossier_get_budget (dossier_of (dossier, term->prior));
  size_t              index;

  if (term->prior)
    pe_buffer_add_string (out, "/prior");
  if (budget == NULL || pe_budget_find_category (budget, part->item, &index) == NULL)
    {
      pe_buffer_add_string (out, "/budget/lines");
      return;
    }
  pe_budget_print_path (budget, index, out);
  pe_buffer_add_char (out, '/');
  if (has_value && pe_budget_is_derived (budget, index, term->amount))
    pe_buffer_add_string (out, "lines");
  else
    pe_buffer_add_string (out, pe_budget_name_amount (term->amount));
}

static void
print_three_public_path (const pe_dossier *dossier, const pe_measure_part *part, pe_state state, pe_buffer *out)
{
  const pe_part_term *term = state == PE_STATE_VALUE ? &part->terms[0] : find_decisive (dossier, part, state);

  pe_buffer_add_string (out, term->prior ? "/prior" : "");
  pe_buffer_add_string (out, "/budget/three_public");
}

/* The records come first where they have the total: see pe_procurement_compute_total(). */
static void
print_total_path (const pe_procurement *procurement, const pe_measure_part *part, pe_buffer *out)
{
  pe_figure total;

  if (procurement != NULL && pe_procurement_total_records (&total, procurement, part->item, NULL) == PE_OK
      && total.state == PE_STATE_VALUE)
    {
      pe_buffer_add_string (out, "/procurement/records");
      return;
    }
  pe_buffer_add_string (out, "/procurement/summary/");
  pe_buffer_add_string (out, total_names[part->item]);
}

/* *out, which has a value, and another amount. */
static pe_status
take_in (pe_figure *out, const pe_figure *amount, gboolean less, pe_error **error)
{
  pe_money_sum sum;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  pe_money_sum_add (&sum, out);
  if (less)
    pe_money_sum_subtract (&sum, amount);
  else
    pe_money_sum_add (&sum, amount);
  return pe_money_sum_get (&sum, out, error);
}

/* The first of its amounts that is missing decides the state, else the first that does not apply, unless it may be none. */
static pe_status
derive_amounts (pe_figure *out, const pe_measure_part *part, const pe_dossier *dossier, pe_error **error)
{
  pe_status status = derive_term (out, part, &part->terms[0], dossier, error);

  for (size_t i = 1; i < PE_PART_MAX_TERMS && part->terms[i].amount != 0; i++)
    {
      pe_figure amount;

      if (status != PE_OK || out->state == PE_STATE_MISSING)
        return status;
      status = derive_term (&amount, part, &part->terms[i], dossier, error);
      if (status == PE_OK && amount.state == PE_STATE_MISSING)
        *out = amount;
      else if (status == PE_OK && out->state == PE_STATE_VALUE && amount.state == PE_STATE_VALUE)
        status = take_in (out, &amount, part->terms[i].less, error);
      else if (status == PE_OK && out->state == PE_STATE_VALUE && !part->terms[i].may_be_none)
        *out = amount;
    }
  return status;
}

static pe_status
derive_total (pe_figure *out, const pe_measure_part *part, const pe_dossier *dossier, pe_error **error)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (dossier);

  *out = missing;
  return procurement != NULL ? pe_procurement_compute_total (out, procurement, part->item, error) : PE_OK;
}

/* Of a part that is not of records. */
static pe_status
derive_part (pe_figure *out, const pe_measure_part *part, const pe_dossier *dossier, pe_error **error)
{
  static const pe_figure one = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };

  if (part->source == PE_PART_TOTAL)
    return derive_total (out, part, dossier, error);
  if (part->source != PE_PART_NONE)
    return derive_amounts (out, part, dossier, error);
  *out = one;
  return PE_OK;
}

static void
print_part_path (const pe_measure_definition *self, const pe_measure_part *part, const pe_dossier *dossier,
                 const pe_figure *value, pe_buffer *out)
{
  if (out == NULL)
    return;
  switch (part->source)
    {
    case PE_PART_BUDGET:
      print_budget_path (dossier, part, value->state, out);
      break;
    case PE_PART_THREE_PUBLIC:
      print_three_public_path (dossier, part, value->state, out);
      break;
    case PE_PART_TOTAL:
      print_total_path (pe_dossier_get_procurement (dossier), part, out);
      break;
    case PE_PART_RECORDS:
      /* Payments stand in their records. */
      pe_buffer_add_string (out, self->records == PE_RECORD_PAYMENT ? "/procurement/records"
                                                                    : pe_record_layout_get (self->records)->path);
      break;
    default:
      break;
    }
}

/* Parts of records */

/* A record whose days the calendar does not cover is named in fault_path. */
static pe_status
derive_records (pe_measure_value *value, const pe_measure_definition *self, const pe_dossier *dossier,
                const pe_measure_options *options, pe_buffer *fault_path, pe_error **error)
{
  pe_record_walk walk = { dossier, options, self->records, 0, 0 };
  pe_accumulator accumulator;
  pe_examined    examined;
  pe_status      status = PE_OK;

  if (options->calendar == NULL && pe_measure_needs_calendar (self, options))
    return pe_error_set (error, PE_ERROR_CALENDAR_MISSING, NULL, NULL);
  pe_accumulator_init (&accumulator);
  while (status == PE_OK && pe_record_walk_next (&walk, &examined))
    status = pe_accumulator_add (&accumulator, self, &examined, error);
  if (status == PE_ERROR_CALENDAR_RANGE && fault_path != NULL)
    {
      pe_buffer_add_string (fault_path, "/procurement/records/");
      pe_buffer_add_int (fault_path, (int64_t) walk.index);
    }
  if (status == PE_OK)
    status = pe_accumulator_get (&accumulator, self, &value->numerator, &value->denominator, error);
  return status;
}

/* The value */

/* Neither a number nor away: not filled in, or a cell of a batch or an evaluator that is no amount, which no dossier takes. */
static gboolean
is_missing (const pe_figure *part)
{
  return part->state != PE_STATE_VALUE && part->state != PE_STATE_NOT_APPLICABLE;
}

/* What does not apply hides nothing that is missing. */
void
pe_measure_settle (const pe_measure_definition *self, pe_measure_value *value)
{
  const pe_figure *numerator = &value->numerator, *denominator = &value->denominator;

  if (is_missing (numerator) || is_missing (denominator))
    value->state = PE_STATE_MISSING;
  else if (numerator->state != PE_STATE_VALUE || denominator->state != PE_STATE_VALUE)
    value->state = PE_STATE_NOT_APPLICABLE;
  else
    value->state = denominator->value.coefficient == 0 ? self->zero_state : PE_STATE_VALUE;
}

pe_status
pe_measure_derive_parts (pe_measure_value *out, size_t index, const pe_dossier *dossier,
                         const pe_measure_options *options, pe_buffer *numerator_path, pe_buffer *denominator_path,
                         pe_error **error)
{
  const pe_measure_definition *self = &pe_measure_definitions[index];
  pe_measure_value             value = { sizeof value, 0, { { 0, 0, 0 }, 0, 0 }, { { 0, 0, 0 }, 0, 0 } };
  pe_status                    status;

  if (self->contribute != NULL)
    status = derive_records (&value, self, dossier, options, numerator_path, error);
  else
    {
      status = derive_part (&value.numerator, &self->numerator, dossier, error);
      if (status == PE_OK)
        status = derive_part (&value.denominator, &self->denominator, dossier, error);
    }
  if (status != PE_OK)
    return status;
  print_part_path (self, &self->numerator, dossier, &value.numerator, numerator_path);
  print_part_path (self, &self->denominator, dossier, &value.denominator, denominator_path);
  pe_measure_settle (self, &value);
  *out = value;
  return PE_OK;
}

/* Amounts by themselves */

static gboolean
is_amount (const pe_measure_part *part, const pe_part_term *term)
{
  return (part->source == PE_PART_BUDGET && !term->prior && !term->may_be_none) || part->source == PE_PART_TOTAL;
}

gboolean
pe_measure_is_of_amounts (size_t index)
{
  const pe_measure_definition *self = &pe_measure_definitions[index];

  return is_amount (&self->numerator, &self->numerator.terms[0])
         && (self->numerator.terms[1].amount == 0
             || (self->numerator.terms[1].less && is_amount (&self->numerator, &self->numerator.terms[1])))
         && self->numerator.terms[2].amount == 0 && is_amount (&self->denominator, &self->denominator.terms[0])
         && self->denominator.terms[1].amount == 0;
}

static pe_amount_name
name_amount (const pe_measure_part *part, size_t term)
{
  if (part->source == PE_PART_TOTAL)
    return (pe_amount_name) { FALSE, 0, term == 0 ? part->item : 0 };
  return (pe_amount_name) { FALSE, part->item, part->terms[term].amount };
}

void
pe_measure_get_amounts (size_t index, pe_amount_name out[PE_MEASURE_AMOUNTS])
{
  const pe_measure_definition *self = &pe_measure_definitions[index];

  memset (out, 0, PE_MEASURE_AMOUNTS * sizeof *out);
  if (!pe_measure_is_of_amounts (index))
    return;
  out[0] = name_amount (&self->numerator, 0);
  out[1] = name_amount (&self->numerator, 1);
  out[2] = name_amount (&self->denominator, 0);
}

pe_status
pe_measure_derive_amounts (pe_measure_value *out, size_t index, const pe_figure amounts[PE_MEASURE_AMOUNTS],
                           pe_error **error)
{
  const pe_measure_definition *self = &pe_measure_definitions[index];
  pe_measure_value             value = { sizeof value, 0, amounts[0], amounts[2] };
  pe_status                    status = PE_OK;

  if (self->numerator.terms[1].amount != 0 && amounts[0].state == PE_STATE_VALUE)
    {
      if (amounts[1].state == PE_STATE_VALUE)
        status = take_in (&value.numerator, &amounts[1], TRUE, error);
      else
        value.numerator = amounts[1];
    }
  if (status != PE_OK)
    return status;
  pe_measure_settle (self, &value);
  *out = value;
  return PE_OK;
}

/* A sum that does not fit is there all the same. */
static gboolean
has_part (const pe_measure_part *part, const pe_dossier *dossier)
{
  pe_figure figure;

  if (part->source == PE_PART_TOTAL)
    return derive_total (&figure, part, dossier, NULL) != PE_OK || figure.state != PE_STATE_MISSING;
  for (size_t i = 0; i < PE_PART_MAX_TERMS && part->terms[i].amount != 0; i++)
    if (derive_term (&figure, part, &part->terms[i], dossier, NULL) != PE_OK || figure.state != PE_STATE_MISSING)
      return TRUE;
  return FALSE;
}

gboolean
pe_measure_has_any (size_t index, const pe_dossier *dossier)
{
  const pe_measure_definition *self = &pe_measure_definitions[index];
  pe_record_walk               walk = { dossier, &defaults, self->records, 0, 0 };
  pe_examined                  examined;

  if (self->contribute != NULL)
    return pe_record_walk_next (&walk, &examined);
  return has_part (&self->numerator, dossier) || has_part (&self->denominator, dossier);
}

size_t
pe_measure_count_records (size_t index, const pe_dossier *dossier)
{
  const pe_measure_definition *self = &pe_measure_definitions[index];
  const pe_procurement        *procurement = pe_dossier_get_procurement (dossier);
  const size_t                 n = pe_procurement_get_n_records (procurement);

  if (self->contribute != NULL && self->records == PE_RECORD_ASSET)
    return pe_assets_get_n_records (pe_dossier_get_assets (dossier));
  if (self->contribute != NULL)
    return self->records == PE_RECORD_PAYMENT ? pe_procurement_get_n_payments (procurement) : n;
  return (self->numerator.source == PE_PART_TOTAL ? n : 0) + (self->denominator.source == PE_PART_TOTAL ? n : 0);
}

pe_status
pe_measure_derive_with (pe_measure_value *out, const char *id, const pe_dossier *dossier,
                        const pe_measure_options *options, pe_error **error)
{
  pe_measure_options ours;
  pe_measure_value   value;
  pe_status          status;
  size_t             index;

  if (out == NULL || id == NULL || dossier == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : id == NULL ? "id" : "dossier", "not NULL");
  status = pe_measure_options_import (&ours, options, error);
  if (status != PE_OK)
    return status;
  if (!pe_measure_find (id, &index))
    return pe_error_set (error, PE_ERROR_MEASURE_UNKNOWN, NULL, "name", id, NULL);
  status = pe_measure_derive_parts (&value, index, dossier, &ours, NULL, NULL, error);
  if (status != PE_OK)
    return status;
  return pe_struct_export (out, &value, sizeof value, sizeof value, "out", error);
}

pe_status
pe_measure_derive (pe_measure_value *out, const char *id, const pe_dossier *dossier, pe_error **error)
{
  return pe_measure_derive_with (out, id, dossier, NULL, error);
}
