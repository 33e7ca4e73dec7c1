/* expression-symbols.c - what the names of a formula stand for in a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"

#include <string.h>

#include "../base/date-private.h"
#include "../base/figure-private.h"
#include "../base/utf8-private.h"
#include "../model/asset-private.h"
#include "../model/budget-tree-private.h"
#include "../model/measure-private.h"
#include "../model/procurement-table-private.h"
#include "../model/register-private.h"
#include "expression-tables-private.h"
#include "rulebook-measure-private.h"

static const char *const total_names[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };

/* Figures */

static pe_status
set_figure (pe_value *out, const pe_figure *figure, uint32_t bits)
{
  /* A difference of two shares is a share, whichever way it is written: 5 个百分点 are 0.05, as 5% is. */
  const int32_t exponent = figure->unit == PE_UNIT_PERCENTAGE_POINT ? -2 : pe_unit_get_exponent (figure->unit);

  out->state = figure->state;
  if (figure->state != PE_STATE_VALUE)
    return PE_OK;
  return pe_rational_set_scaled (&out->number, &figure->value, exponent, bits);
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

/* Of a record: a blank reason is none, as it is for measures. */
static void
set_written (pe_value *out, const char *text)
{
  set_text (out, pe_utf8_is_blank (text) ? NULL : text);
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

/* path: pe_inputs_take_path()'s, which is taken over. */
static pe_status
add_input_at (const pe_symbol *self, const pe_expression_context *context, const pe_figure *figure, const char *text,
              const char *path, pe_value *out)
{
  pe_scored_input input = { .name = self->name, .figure = *figure, .text = text, .path = path, .is_of_formula = TRUE };

  input.is_table = self->kind == PE_SYMBOL_TABLE;
  if (self->kind != PE_SYMBOL_FACT)
    input.measure = self->kind == PE_SYMBOL_MEASURE ? pe_measure_get_id (self->measure) : self->name;
  if (pe_vector_push (context->inputs, &input) != PE_OK)
    {
      pe_inputs_free_path (context->inputs, path);
      return PE_ERROR_NO_MEMORY;
    }
  out->blame.input = context->inputs->size - 1;
  return PE_OK;
}

/* Takes the path over. */
static pe_status
add_input (const pe_symbol *self, const pe_expression_context *context, const pe_figure *figure, const char *text,
           pe_buffer *path, pe_value *out)
{
  const char *taken;

  if (context->source->columns != NULL)
    {
      pe_buffer_clear (path);
      return add_input_at (self, context, figure, text, NULL, out);
    }
  taken = pe_inputs_take_path (context->inputs, path);
  return taken != NULL ? add_input_at (self, context, figure, text, taken, out) : PE_ERROR_NO_MEMORY;
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

/* An amount or a total, from a column. */
static void
find_in_columns (const pe_symbol *self, const pe_column_source *columns, pe_figure *out)
{
  const pe_amount_name amount = { self->is_prior, self->category, self->amount };
  const pe_amount_name total = { self->is_prior, 0, self->category };

  columns->find_amount (columns, self->kind == PE_SYMBOL_TOTAL ? &total : &amount, out);
}

static pe_status
load_from_columns (const pe_symbol *self, const pe_expression_context *context, pe_value *out)
{
  pe_figure figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_buffer path = PE_BUFFER_INIT;
  pe_status status;

  find_in_columns (self, context->source->columns, &figure);
  status = set_figure (out, &figure, context->bits);
  return status == PE_OK ? add_input (self, context, &figure, NULL, &path, out) : status;
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
  const char            *path;
  pe_status              status = set_fact (out, figure, text, context->bits);

  if (status == PE_OK)
    status = pe_fact_source_take_path (context->source, self->name, context->inputs, &path);
  return status == PE_OK ? add_input_at (self, context, figure, text, path, out) : status;
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
      pe_buffer_add_string (&path, pe_budget_name_amount (self->amount));
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
      from_records = pe_procurement_is_known (&sum);
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
  /* The part that is to blame is the one in the measure's own state, else the denominator. */
  if (value->numerator.state != PE_STATE_VALUE && value->numerator.state == value->state)
    out->blame.input = first;
  pe_buffer_clear (&paths[1]);
  return status;
}

static pe_status
load_measure (const pe_symbol *self, const pe_expression_context *context, pe_value *out, pe_error **error)
{
  const pe_dossier       *dossier = get_dossier (self, context->source);
  const pe_column_source *columns = context->source->columns;
  pe_buffer               paths[2] = { PE_BUFFER_INIT, PE_BUFFER_INIT };
  pe_measure_options      options;
  pe_measure_value        value;
  pe_error               *cause = NULL;
  pe_status               status = PE_OK;

  if (columns == NULL)
    for (size_t i = 0; i < G_N_ELEMENTS (paths); i++)
      paths[i] = begin_path (self);
  pe_measure_options_set (&options, context->source->calendar);
  pe_measure_value_init (&value, sizeof value);
  if (columns != NULL)
    status = pe_column_source_derive (columns, self->is_prior, self->measure, &value, &cause);
  else if (dossier != NULL)
    status = pe_measure_derive_parts (&value, self->measure, dossier, &options, &paths[0], &paths[1], &cause);
  out->state = value.state;
  if (status == PE_ERROR_CALENDAR_MISSING || status == PE_ERROR_CALENDAR_RANGE || status == PE_ERROR_OVERFLOW)
    {
      /* Working days that cannot be counted, and an amount that does not fit, are a fault of the formula, not of the
       * evaluation. */
      out->state = PE_STATE_INVALID;
      out->fault = status;
      g_clear_pointer (&cause, pe_error_unref);
      status = PE_OK;
    }
  else if (cause != NULL)
    *error = cause;
  /* Of a failure it says nothing: it has no value then. */
  if (value.state == PE_STATE_VALUE)
    status = pe_measure_is_rate (self->measure) ? divide_parts (out, &value, context->bits)
                                                : set_figure (out, &value.numerator, context->bits);
  if (status == PE_OK)
    return add_parts (self, context, &value, paths, out);
  pe_buffer_clear (&paths[0]);
  pe_buffer_clear (&paths[1]);
  return status;
}

static const pe_assets *
get_assets (const pe_symbol *self, const pe_fact_source *source)
{
  return pe_dossier_get_assets (get_dossier (self, source));
}

static const pe_register *
get_register (const pe_symbol *self, const pe_fact_source *source)
{
  return pe_dossier_find_register (get_dossier (self, source), pe_symbol_get_register (self));
}

static size_t
count_records (const pe_symbol *self, const pe_fact_source *source)
{
  switch (self->category)
    {
    case PE_RECORD_BUDGET_LINE:
      return pe_budget_get_n_lines (get_budget (self, source));
    case PE_RECORD_THREE_PUBLIC:
      return pe_budget_get_n_three_public (get_budget (self, source));
    case PE_RECORD_PROCUREMENT:
      return pe_procurement_get_n_records (get_procurement (self, source));
    case PE_RECORD_PAYMENT:
      return pe_procurement_get_n_payments (get_procurement (self, source));
    case PE_RECORD_ASSET:
      return pe_assets_get_n_records (get_assets (self, source));
    default:
      return pe_register_get_n_rows (get_register (self, source));
    }
}

uint64_t
pe_symbol_count_records (const pe_symbol *self, const pe_fact_source *source)
{
  const pe_dossier *dossier = get_dossier (self, source);

  if (dossier == NULL)
    return 0;
  if (self->kind == PE_SYMBOL_MEASURE)
    return pe_measure_count_records (self->measure, dossier);
  return self->kind == PE_SYMBOL_TOTAL ? pe_procurement_get_n_records (pe_dossier_get_procurement (dossier)) : 0;
}

/* A dossier does not say "none": what has no record was not filled in, and missing is never zero. A register without rows
 * does say so. */
static gboolean
has_table (const pe_symbol *self, const pe_fact_source *source)
{
  if (self->category == (int32_t) PE_TABLE_REGISTER)
    return get_register (self, source) != NULL;
  return count_records (self, source) > 0;
}

static void
print_table_path (const pe_symbol *self, pe_buffer *out)
{
  if (self->category == (int32_t) PE_TABLE_REGISTER)
    pe_register_print_path (pe_symbol_get_register (self), out);
  else
    pe_buffer_add_string (out, pe_record_layout_get (self->category)->path);
}

static pe_status
load_stocktake (const pe_symbol *self, const pe_expression_context *context, pe_value *out)
{
  const pe_date   date = pe_assets_get_stocktake (get_assets (self, context->source));
  const pe_figure figure = { { date, 0, 0 }, date != 0 ? PE_STATE_VALUE : PE_STATE_MISSING, PE_UNIT_NONE };
  pe_buffer       path = begin_path (self);

  set_date (out, date);
  pe_buffer_add_string (&path, "/assets/stocktake");
  return add_input (self, context, &figure, NULL, &path, out);
}

static pe_status
load_table (const pe_symbol *self, const pe_expression_context *context, pe_value *out)
{
  const size_t    n = count_records (self, context->source);
  const gboolean  is_there = has_table (self, context->source);
  const pe_figure figure = {
    { (int64_t) n, 0, 0 }, is_there ? PE_STATE_VALUE : PE_STATE_MISSING, is_there ? PE_UNIT_COUNT : PE_UNIT_NONE
  };
  pe_buffer path = begin_path (self);
  pe_value *items;
  pe_status status;

  print_table_path (self, &path);
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
      if (context->source->columns != NULL)
        return load_from_columns (self, context, out);
      return load_amount (self, context, out, error);
    case PE_SYMBOL_TOTAL:
      if (context->source->columns != NULL)
        return load_from_columns (self, context, out);
      return load_total (self, context, out, error);
    case PE_SYMBOL_MEASURE:
      return load_measure (self, context, out, error);
    case PE_SYMBOL_STOCKTAKE:
      return load_stocktake (self, context, out);
    case PE_SYMBOL_TABLE:
    default:
      return load_table (self, context, out);
    }
}

/* Records */

static const void *
get_record (const pe_symbol *self, const pe_fact_source *source, size_t record)
{
  switch (self->category)
    {
    case PE_RECORD_BUDGET_LINE:
      return pe_budget_peek_line (get_budget (self, source), record);
    case PE_RECORD_THREE_PUBLIC:
      return pe_budget_peek_three_public (get_budget (self, source), record);
    case PE_RECORD_PAYMENT:
      /* static: analyzer-null-dereference: count_records() found this record there */
      return &get_procurement (self, source)->payments[record];
    case PE_RECORD_ASSET:
      return pe_assets_peek_record (get_assets (self, source), record);
    default:
      return pe_procurement_peek_record (get_procurement (self, source), record);
    }
}

static void
set_column (pe_value *out, const pe_layout_column *column, const void *record)
{
  int32_t number;

  switch (column->type)
    {
    case PE_COLUMN_TEXT:
      set_written (out, pe_record_get_text (column, record));
      break;
    case PE_COLUMN_MONEY:
    case PE_COLUMN_COUNT:
      /* An amount of 64 bits in the largest unit has less bits than any limit. */
      (void) set_figure (out, pe_record_get_figure (column, record), PE_EXPRESSION_CONSTANT_BITS);
      break;
    case PE_COLUMN_DATE:
      set_date (out, pe_record_get_int (column, record));
      break;
    case PE_COLUMN_TRUTH:
      pe_value_set_truth (out, pe_record_get_int (column, record) != 0);
      break;
    default:
      number = pe_record_get_int (column, record);
      set_text (out, number > 0 ? column->words[number - 1].word : NULL);
    }
}

static const char *const type_names[] = {
  [PE_TYPE_NUMBER] = "a number",
  [PE_TYPE_STRING] = "a text",
  [PE_TYPE_BOOLEAN] = "是 / 否",
  [PE_TYPE_DATE] = "a date YYYY-MM-DD",
};

static void
set_cell (pe_value *out, const pe_register_column *column, const pe_register_cell *cell)
{
  static const pe_type_kind kinds[] = {
    [PE_COLUMN_TEXT] = PE_TYPE_STRING,
    [PE_COLUMN_DATE] = PE_TYPE_DATE,
    [PE_COLUMN_TRUTH] = PE_TYPE_BOOLEAN,
    [PE_COLUMN_NUMBER] = PE_TYPE_NUMBER,
  };

  if (kinds[column->type] != out->type.kind)
    refuse (out, type_names[out->type.kind]);
  else if (cell->figure.state == PE_STATE_NOT_APPLICABLE)
    out->state = PE_STATE_NOT_APPLICABLE;
  else if (column->type == PE_COLUMN_TEXT)
    set_written (out, cell->text);
  else if (column->type == PE_COLUMN_DATE)
    set_date (out, cell->date);
  else if (column->type == PE_COLUMN_NUMBER)
    (void) set_figure (out, &cell->figure, PE_EXPRESSION_CONSTANT_BITS);
  else if (cell->figure.state == PE_STATE_VALUE)
    pe_value_set_truth (out, cell->figure.value.coefficient != 0);
  else
    out->state = PE_STATE_MISSING;
}

/* The type is the one that the rule declares: a register that has another one, or no such column, is refused. */
static void
load_register_column (const pe_symbol *self, const pe_fact_source *source, size_t row, uint32_t mention, pe_value *out)
{
  const pe_register         *table = get_register (self, source);
  const pe_register_mention *read = pe_vector_at (&self->columns, const pe_register_mention, mention);
  size_t                     column;

  out->type = (pe_type) { read->kind, FALSE, 0 };
  if (pe_register_find_column (table, read->id, &column))
    set_cell (out, &table->columns[column], pe_register_peek_cell (table, row, column));
  else
    refuse (out, type_names[read->kind]);
}

void
pe_symbol_load_column (const pe_symbol *self, const pe_fact_source *source, size_t record, uint32_t column,
                       pe_value *out)
{
  const pe_value_blame blame = { out->blame.input, record, column };
  uint32_t             found;
  pe_type              type;

  pe_value_clear (out);
  out->blame = blame;
  if (self->category == (int32_t) PE_TABLE_REGISTER)
    load_register_column (self, source, record, column, out);
  else
    {
      const pe_layout_column *described = &pe_record_layout_get (self->category)->columns[column];

      if (pe_table_find_column (self->type.table, described->id, strlen (described->id), &found, &type))
        out->type = type;
      set_column (out, described, get_record (self, source, record));
    }
  out->blame = blame;
}

/* "/procurement/records/3", "/registers/projects/rows/3": the record itself. */
void
pe_symbol_print_record_path (const pe_symbol *self, const pe_fact_source *source, size_t record, pe_buffer *out)
{
  if (self->is_prior)
    pe_buffer_add_string (out, "/prior");
  if (self->category == PE_RECORD_BUDGET_LINE)
    pe_budget_print_path (get_budget (self, source), record, out);
  else if (self->category == PE_RECORD_THREE_PUBLIC)
    pe_budget_print_three_public_path (get_budget (self, source), record, out);
  else if (self->category == PE_RECORD_PAYMENT)
    pe_procurement_print_payment_path (get_procurement (self, source), record, out);
  else if (self->category == (int32_t) PE_TABLE_REGISTER)
    pe_register_print_row_path (pe_symbol_get_register (self), record, NULL, out);
  else
    {
      pe_buffer_add_string (out, pe_record_layout_get (self->category)->path);
      pe_buffer_add_char (out, '/');
      pe_buffer_add_uint (out, record);
    }
}

void
pe_symbol_print_column_path (const pe_symbol *self, const pe_fact_source *source, size_t record, uint32_t column,
                             pe_buffer *out)
{
  pe_symbol_print_record_path (self, source, record, out);
  pe_buffer_add_char (out, '/');
  if (self->category == (int32_t) PE_TABLE_REGISTER)
    pe_buffer_add_string (out, pe_vector_at (&self->columns, const pe_register_mention, column)->id);
  else
    pe_buffer_add_string (out, pe_record_layout_get (self->category)->columns[column].id);
}

/* Presence */

static gboolean
has_state (const pe_figure *figure, pe_status status)
{
  /* A sum that does not fit is there all the same. */
  return status != PE_OK || figure->state != PE_STATE_MISSING;
}

/* As pe_measure_has_any() and pe_symbol_is_there() answer of a dossier. */
static gboolean
is_in_columns (const pe_symbol *self, const pe_column_source *columns)
{
  pe_amount_name names[PE_MEASURE_AMOUNTS];
  pe_figure      figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  if (self->kind == PE_SYMBOL_TABLE)
    return FALSE;
  if (self->kind != PE_SYMBOL_MEASURE)
    {
      find_in_columns (self, columns, &figure);
      return figure.state != PE_STATE_MISSING;
    }
  pe_measure_get_amounts (self->measure, names);
  for (size_t i = 0; i < PE_MEASURE_AMOUNTS && figure.state == PE_STATE_MISSING; i++)
    {
      names[i].is_prior = self->is_prior;
      if (names[i].amount != 0)
        columns->find_amount (columns, &names[i], &figure);
    }
  return figure.state != PE_STATE_MISSING;
}

gboolean
pe_symbol_is_there (const pe_symbol *self, const pe_fact_source *source)
{
  const pe_fact *fact = self->kind == PE_SYMBOL_FACT ? source->find (source, self->name) : NULL;
  pe_figure      figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_status      status;

  if (self->kind == PE_SYMBOL_FACT)
    return fact != NULL && fact->figure.state != PE_STATE_MISSING;
  if (self->kind == PE_SYMBOL_OWN)
    return pe_own_is_there (self->own, source);
  if (source->columns != NULL)
    return is_in_columns (self, source->columns);
  if (get_dossier (self, source) == NULL)
    return FALSE;
  if (self->kind == PE_SYMBOL_TABLE)
    return has_table (self, source);
  if (self->kind == PE_SYMBOL_STOCKTAKE)
    return pe_assets_get_stocktake (get_assets (self, source)) != 0;
  if (self->kind == PE_SYMBOL_MEASURE)
    return pe_measure_has_any (self->measure, get_dossier (self, source));
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
