/* expression-symbols.c - what the names of a formula stand for in a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"

#include <string.h>

#include "../base/date-private.h"
#include "../base/figure-private.h"
#include "../model/budget-private.h"
#include "../model/measure-private.h"
#include "../model/procurement-table-private.h"
#include "expression-tables-private.h"

static const char *const amount_names[] = { "", "initial", "adjusted", "executed" };
static const char *const total_names[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };

/* Figures */

static pe_status
set_figure (pe_value *out, const pe_figure *figure, uint32_t bits)
{
  pe_rational power;
  pe_status   status;

  out->state = figure->state;
  if (figure->state != PE_STATE_VALUE)
    return PE_OK;
  pe_rational_set_decimal (&out->number, &figure->value);
  pe_rational_init (&power);
  status = pe_rational_set_power_of_ten (&power, pe_unit_get_exponent (figure->unit), bits);
  if (status == PE_OK)
    status = pe_rational_multiply (&out->number, &out->number, &power, bits);
  pe_rational_clear (&power);
  return status;
}

static void
refuse (pe_value *out, const char *expected)
{
  out->state = PE_STATE_INVALID;
  out->fault = PE_ERROR_EXPRESSION_TYPE;
  out->expected = expected;
}

static void
set_text (pe_value *out, const char *text)
{
  out->state = text != NULL ? PE_STATE_VALUE : PE_STATE_MISSING;
  out->text = text;
}

static void
set_date (pe_value *out, pe_date date)
{
  out->state = date != 0 ? PE_STATE_VALUE : PE_STATE_MISSING;
  out->integer = date != 0 ? pe_date_to_number (date) : 0;
}

/* What is not there, or does not apply, is that whatever type it was to have. */
static gboolean
is_absent (const pe_figure *figure)
{
  return figure->state != PE_STATE_VALUE && figure->state != PE_STATE_TEXT;
}

static pe_status
set_fact (pe_value *out, const pe_figure *figure, const char *text, uint32_t bits)
{
  pe_date date;

  if (is_absent (figure))
    out->state = figure->state;
  else if (out->type.kind == PE_TYPE_STRING && text != NULL)
    set_text (out, text);
  else if (out->type.kind == PE_TYPE_STRING)
    refuse (out, "a text");
  else if (out->type.kind == PE_TYPE_DATE && text != NULL && pe_date_parse (&date, text, strlen (text), NULL) == PE_OK)
    set_date (out, date);
  else if (out->type.kind == PE_TYPE_DATE)
    refuse (out, "a date YYYY-MM-DD");
  else if ((out->type.kind == PE_TYPE_BOOLEAN) != (figure->unit == PE_UNIT_TRUTH))
    refuse (out, out->type.kind == PE_TYPE_BOOLEAN ? "是 / 否" : "a number");
  else if (out->type.kind == PE_TYPE_BOOLEAN)
    pe_value_set_truth (out, figure->value.coefficient != 0);
  else
    return set_figure (out, figure, bits);
  return PE_OK;
}

/* Inputs */

/* Takes the path over. */
static pe_status
add_input (const pe_symbol *self, const pe_expression_context *context, const pe_figure *figure, const char *text,
           pe_buffer *path, pe_value *out)
{
  pe_scored_input input = { .name = self->name, .figure = *figure, .text = text, .is_of_formula = TRUE };

  if (self->kind != PE_SYMBOL_FACT)
    input.measure = self->kind == PE_SYMBOL_MEASURE ? pe_measure_get_id (self->measure) : self->name;
  input.path = pe_buffer_steal (path);
  if (input.path == NULL || pe_vector_push (context->inputs, &input) != PE_OK)
    {
      g_free (input.path);
      return PE_ERROR_NO_MEMORY;
    }
  out->blame.input = context->inputs->size - 1;
  return PE_OK;
}

/* The dossier that a symbol speaks of: nullable. */
static const pe_dossier *
get_dossier (const pe_symbol *self, const pe_fact_source *source)
{
  if (source->dossier == NULL || !self->is_prior)
    return source->dossier;
  return pe_dossier_get_prior (source->dossier);
}

static const pe_budget *
get_budget (const pe_symbol *self, const pe_fact_source *source)
{
  const pe_dossier *dossier = get_dossier (self, source);

  return dossier != NULL ? pe_dossier_get_budget (dossier) : NULL;
}

static const pe_procurement *
get_procurement (const pe_symbol *self, const pe_fact_source *source)
{
  const pe_dossier *dossier = get_dossier (self, source);

  return dossier != NULL ? pe_dossier_get_procurement (dossier) : NULL;
}

static pe_buffer
begin_path (const pe_symbol *self)
{
  pe_buffer path = PE_BUFFER_INIT;

  if (self->is_prior)
    pe_buffer_add_string (&path, "/prior");
  return path;
}

/* Loading */

static pe_status
load_fact (const pe_symbol *self, const pe_expression_context *context, pe_value *out)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_fact         *fact = context->source->find (context->source, self->name);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;
  const char            *text = fact != NULL ? fact->text : NULL;
  pe_buffer              path = PE_BUFFER_INIT;
  pe_status              status;

  status = set_fact (out, figure, text, context->bits);
  context->source->print_path (context->source, self->name, &path);
  if (status == PE_OK)
    return add_input (self, context, figure, text, &path, out);
  pe_buffer_clear (&path);
  return status;
}

static pe_status
load_amount (const pe_symbol *self, const pe_expression_context *context, pe_value *out, pe_error **error)
{
  const pe_budget *budget = get_budget (self, context->source);
  pe_figure        figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_buffer        path = begin_path (self);
  pe_status        status = PE_OK;
  size_t           index;

  if (budget != NULL && pe_budget_find_category (budget, self->category, &index) != NULL)
    {
      pe_budget_print_path (budget, index, &path);
      pe_buffer_add_char (&path, '/');
      pe_buffer_add_string (&path, amount_names[self->amount]);
    }
  else
    pe_buffer_add_string (&path, "/budget/lines");
  if (budget != NULL)
    status = pe_budget_compute_amount (&figure, budget, self->category, self->amount, error);
  if (status == PE_OK)
    status = set_figure (out, &figure, context->bits);
  if (status == PE_OK)
    return add_input (self, context, &figure, NULL, &path, out);
  pe_buffer_clear (&path);
  return status;
}

static pe_status
load_total (const pe_symbol *self, const pe_expression_context *context, pe_value *out, pe_error **error)
{
  const pe_procurement *procurement = get_procurement (self, context->source);
  pe_figure             figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  gboolean              from_records = FALSE;
  pe_buffer             path = begin_path (self);
  pe_status             status = PE_OK;

  if (procurement != NULL)
    status = pe_procurement_compute_total (&figure, procurement, self->category, error);
  if (procurement != NULL)
    {
      pe_money_sum sum;

      pe_money_sum_init (&sum, PE_UNIT_NONE);
      pe_procurement_sum_records (&sum, procurement, self->category);
      from_records = pe_money_sum_get_state (&sum) == PE_STATE_VALUE;
      pe_money_sum_clear (&sum);
    }
  if (from_records)
    pe_buffer_add_string (&path, "/procurement/records");
  else
    {
      pe_buffer_add_string (&path, "/procurement/summary/");
      pe_buffer_add_string (&path, total_names[self->category]);
    }
  if (status == PE_OK)
    status = set_figure (out, &figure, context->bits);
  if (status == PE_OK)
    return add_input (self, context, &figure, NULL, &path, out);
  pe_buffer_clear (&path);
  return status;
}

/* The value of a rate whose parts both have one. */
static pe_status
divide_parts (pe_value *out, const pe_measure_value *value, uint32_t bits)
{
  pe_value  denominator;
  pe_status status;

  pe_value_init (&denominator);
  status = set_figure (out, &value->numerator, bits);
  if (status == PE_OK)
    status = set_figure (&denominator, &value->denominator, bits);
  if (status == PE_OK)
    status = pe_rational_divide (&out->number, &out->number, &denominator.number, bits);
  pe_value_clear (&denominator);
  return status;
}

static pe_status
add_parts (const pe_symbol *self, const pe_expression_context *context, const pe_measure_value *value,
           pe_buffer paths[2], pe_value *out)
{
  const gboolean is_rate = pe_measure_is_rate (self->measure);
  size_t         first;
  pe_status      status = add_input (self, context, &value->numerator, NULL, &paths[0], out);

  first = out->blame.input;
  if (status == PE_OK && is_rate)
    status = add_input (self, context, &value->denominator, NULL, &paths[1], out);
  /* The part that is to blame is the one without a value, else the denominator. */
  if (value->numerator.state != PE_STATE_VALUE)
    out->blame.input = first;
  pe_buffer_clear (&paths[1]);
  return status;
}

static pe_status
load_measure (const pe_symbol *self, const pe_expression_context *context, pe_value *out, pe_error **error)
{
  const pe_dossier *dossier = get_dossier (self, context->source);
  pe_buffer         paths[2] = { begin_path (self), begin_path (self) };
  pe_measure_value  value;
  pe_status         status = PE_OK;

  pe_measure_value_init (&value, sizeof value);
  if (dossier != NULL)
    status = pe_measure_derive_parts (&value, self->measure, dossier, &paths[0], &paths[1], error);
  out->state = value.state;
  if (status == PE_OK && value.state == PE_STATE_VALUE)
    status = pe_measure_is_rate (self->measure) ? divide_parts (out, &value, context->bits)
                                                : set_figure (out, &value.numerator, context->bits);
  if (status == PE_OK)
    return add_parts (self, context, &value, paths, out);
  pe_buffer_clear (&paths[0]);
  pe_buffer_clear (&paths[1]);
  return status;
}

static size_t
count_records (const pe_symbol *self, const pe_fact_source *source)
{
  const pe_budget      *budget = get_budget (self, source);
  const pe_procurement *procurement = get_procurement (self, source);

  if (self->category == PE_TABLE_BUDGET_LINES)
    return budget != NULL ? pe_budget_get_n_lines (budget) : 0;
  return procurement != NULL ? pe_procurement_get_n_records (procurement) : 0;
}

static pe_status
load_table (const pe_symbol *self, const pe_expression_context *context, pe_value *out)
{
  const size_t n = count_records (self, context->source);
  /* A dossier does not say "none": what has no record was not filled in, and missing is never zero. */
  const gboolean  is_there = n > 0;
  const pe_figure figure = {
    { (int64_t) n, 0, 0 }, is_there ? PE_STATE_VALUE : PE_STATE_MISSING, is_there ? PE_UNIT_COUNT : PE_UNIT_NONE
  };
  pe_buffer path = begin_path (self);
  pe_value *items;
  pe_status status;

  pe_buffer_add_string (&path, self->category == PE_TABLE_BUDGET_LINES ? "/budget/lines" : "/procurement/records");
  out->state = figure.state;
  status = add_input (self, context, &figure, NULL, &path, out);
  if (status == PE_OK)
    status = pe_vector_grow (&out->items, n, (void **) &items);
  for (size_t i = 0; status == PE_OK && i < n; i++)
    {
      pe_value_init (&items[i]);
      items[i].type = (pe_type) { PE_TYPE_RECORD, FALSE, self->type.table };
      items[i].state = PE_STATE_VALUE;
      items[i].integer = (int64_t) i;
      items[i].blame.input = out->blame.input;
    }
  return status;
}

pe_status
pe_symbol_load (const pe_symbol *self, const pe_expression_context *context, pe_value *out, pe_error **error)
{
  pe_value_clear (out);
  out->type = self->type;
  switch (self->kind)
    {
    case PE_SYMBOL_FACT:
      return load_fact (self, context, out);
    case PE_SYMBOL_AMOUNT:
      return load_amount (self, context, out, error);
    case PE_SYMBOL_TOTAL:
      return load_total (self, context, out, error);
    case PE_SYMBOL_MEASURE:
      return load_measure (self, context, out, error);
    case PE_SYMBOL_TABLE:
    default:
      return load_table (self, context, out);
    }
}

/* Records */

static const void *
get_record (const pe_symbol *self, const pe_fact_source *source, size_t record)
{
  if (self->category == PE_TABLE_BUDGET_LINES)
    return pe_budget_peek_line (get_budget (self, source), record);
  return pe_procurement_peek_record (get_procurement (self, source), record);
}

static void
set_word (pe_value *out, const pe_record_column *column, const char *member)
{
  int32_t number;

  memcpy (&number, member, sizeof number);
  set_text (out, number > 0 && (size_t) number < column->n_words ? column->words[number] : NULL);
}

void
pe_symbol_load_column (const pe_symbol *self, const pe_fact_source *source, size_t record, uint32_t column,
                       pe_value *out)
{
  const pe_record_column *described = &pe_record_tables[self->type.table].columns[column];
  const char             *member = (const char *) get_record (self, source, record) + described->offset;
  const pe_blame          blame = { out->blame.input, record, column };

  pe_value_clear (out);
  out->type = (pe_type) { described->kind, FALSE, 0 };
  out->blame = blame;
  if (described->kind == PE_TYPE_NUMBER)
    /* An amount of 64 bits in the largest unit has less bits than any limit. */
    (void) set_figure (out, (const pe_figure *) (const void *) member, PE_EXPRESSION_CONSTANT_BITS);
  else if (described->kind == PE_TYPE_DATE)
    {
      pe_date date;

      memcpy (&date, member, sizeof date);
      set_date (out, date);
    }
  else if (described->words != NULL)
    set_word (out, described, member);
  else
    {
      const char *text;

      memcpy (&text, member, sizeof text);
      set_text (out, text);
    }
}

void
pe_symbol_print_column_path (const pe_symbol *self, const pe_fact_source *source, size_t record, uint32_t column,
                             pe_buffer *out)
{
  if (self->is_prior)
    pe_buffer_add_string (out, "/prior");
  if (self->category == PE_TABLE_BUDGET_LINES)
    pe_budget_print_path (get_budget (self, source), record, out);
  else
    {
      pe_buffer_add_string (out, "/procurement/records/");
      pe_buffer_add_uint (out, record);
    }
  pe_buffer_add_char (out, '/');
  pe_buffer_add_string (out, pe_record_tables[self->type.table].columns[column].name);
}

/* Presence */

static gboolean
has_state (const pe_figure *figure, pe_status status)
{
  /* A sum that does not fit is there all the same. */
  return status != PE_OK || figure->state != PE_STATE_MISSING;
}

static gboolean
has_measure (const pe_dossier *dossier, size_t measure)
{
  pe_measure_value value;

  pe_measure_value_init (&value, sizeof value);
  if (pe_measure_derive_parts (&value, measure, dossier, NULL, NULL, NULL) != PE_OK)
    return TRUE;
  return value.state != PE_STATE_MISSING || value.numerator.state != PE_STATE_MISSING
         || (pe_measure_is_rate (measure) && value.denominator.state != PE_STATE_MISSING);
}

gboolean
pe_symbol_is_there (const pe_symbol *self, const pe_fact_source *source)
{
  const pe_fact *fact = self->kind == PE_SYMBOL_FACT ? source->find (source, self->name) : NULL;
  pe_figure      figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_status      status;

  if (self->kind == PE_SYMBOL_FACT)
    return fact != NULL && fact->figure.state != PE_STATE_MISSING;
  if (get_dossier (self, source) == NULL)
    return FALSE;
  if (self->kind == PE_SYMBOL_TABLE)
    return count_records (self, source) > 0;
  if (self->kind == PE_SYMBOL_MEASURE)
    return has_measure (get_dossier (self, source), self->measure);
  if (self->kind == PE_SYMBOL_AMOUNT && get_budget (self, source) != NULL)
    {
      status = pe_budget_compute_amount (&figure, get_budget (self, source), self->category, self->amount, NULL);
      return has_state (&figure, status);
    }
  if (self->kind != PE_SYMBOL_TOTAL || get_procurement (self, source) == NULL)
    return FALSE;
  status = pe_procurement_compute_total (&figure, get_procurement (self, source), self->category, NULL);
  return has_state (&figure, status);
}
