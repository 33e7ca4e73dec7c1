/* fiscal-package.c - a budget as a Fiscal Data Package
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/fiscal_package.h>

#include <string.h>

#include "../base/figure-private.h"
#include "../base/rational-private.h"
#include "../model/budget-tree-private.h"
#include "../model/dossier-private.h"
#include "../model/record-layout-private.h"
#include "csv-private.h"
#include "left-out-private.h"
#include "writer-private.h"

enum
{
  COLUMN_LINE,
  COLUMN_NAME,
  COLUMN_GROUP,
  COLUMN_CATEGORY,
  COLUMN_FUNDING,
  COLUMN_CLASS,
  COLUMN_PROJECT,
  COLUMN_APPROVED,
  COLUMN_ADJUSTED,
  COLUMN_EXECUTED,
  N_COLUMNS
};

/* column types: those of the budget taxonomy; NULL: none. */
static const struct
{
  const char *name;
  const char *type; /* of the taxonomy */
  const char *phase;
} columns[N_COLUMNS] = {
  { "line", "budget-line-id", NULL },
  { "name", "budget-line-label", NULL },
  { "group", NULL, NULL },
  { "category", "expenditure-type:code", NULL },
  { "funding", "fin-source:generic:code", NULL },
  { "economic_class", "economic-classification:generic:code", NULL },
  { "project", "activity:generic:project:code", NULL },
  { "approved", NULL, "approved" },
  { "adjusted", NULL, "adjusted" },
  { "executed", NULL, "executed" },
};

#define TAXONOMY "https://frictionlessdata.io/taxonomies/fiscal/budgets.json"
#define BITS 4096

typedef struct
{
  const pe_budget *budget;
  pe_buffer        text; /* of the row under way */
  size_t           starts[N_COLUMNS];
  size_t           lengths[N_COLUMNS];
  pe_buffer        rows;
  pe_left_out      left;
  pe_status        status;
  pe_error       **error;
} writer;

/* Rows */

static void
begin_cell (writer *self, uint32_t column)
{
  self->starts[column] = self->text.size;
}

static void
end_cell (writer *self, uint32_t column)
{
  self->lengths[column] = self->text.size - self->starts[column];
}

static void
add_text (writer *self, uint32_t column, const char *text)
{
  begin_cell (self, column);
  pe_buffer_add_string (&self->text, text);
  end_cell (self, column);
}

/* Every row has as many cells as the header; what was not added is empty. */
static void
finish_row (writer *self)
{
  for (uint32_t i = 0; i < N_COLUMNS; i++)
    {
      pe_buffer_add_string (&self->rows, i > 0 ? "," : "");
      if (self->lengths[i] > 0 && self->text.status == PE_OK)
        pe_csv_add_cell (&self->rows, self->text.data + self->starts[i], self->lengths[i], TRUE);
    }
  pe_buffer_add_char (&self->rows, '\n');
  if (self->status == PE_OK && (self->text.status != PE_OK || self->rows.status != PE_OK))
    self->status = pe_error_set_no_memory (self->error);
  self->text.size = 0;
  memset (self->lengths, 0, sizeof self->lengths);
}

static const pe_budget_line *
line_above (const writer *self, const pe_budget_line *line)
{
  return line->parent != 0 ? pe_budget_peek_line (self->budget, line->parent - 1) : NULL;
}

/* "1.2": each line's place among those beside it. */
static void
print_number (const writer *self, size_t index, pe_buffer *out)
{
  size_t    depth = 0;
  uint32_t *places;

  for (size_t i = index + 1; i != 0; i = pe_budget_peek_line (self->budget, i - 1)->parent)
    depth++;
  places = g_try_new (uint32_t, depth);
  if (places == NULL)
    {
      out->status = PE_ERROR_NO_MEMORY;
      return;
    }
  for (size_t i = index + 1, k = depth; k > 0; i = pe_budget_peek_line (self->budget, i - 1)->parent)
    places[--k] = self->budget->position[i - 1] + 1;
  for (size_t k = 0; k < depth; k++)
    {
      pe_buffer_add_string (out, k > 0 ? "." : "");
      pe_buffer_add_uint (out, places[k]);
    }
  g_free (places);
}

/* "项目支出 / 招商" */
static void
print_group (const writer *self, const pe_budget_line *line, pe_buffer *out)
{
  const char *names[64];
  size_t      n = 0;

  for (line = line_above (self, line); line != NULL && n < G_N_ELEMENTS (names); line = line_above (self, line))
    names[n++] = line->name;
  while (n > 0)
    {
      pe_buffer_add_string (out, names[--n]);
      pe_buffer_add_string (out, n > 0 ? " / " : "");
    }
}

/* A line without one is of that above it; the whole is none. */
static int32_t
find_category (const writer *self, const pe_budget_line *line)
{
  while (line != NULL && line->category == 0)
    line = line_above (self, line);
  return line != NULL && line->category != PE_BUDGET_TOTAL ? line->category : 0;
}

static const char *
get_word (const char *column, int32_t value)
{
  uint32_t index = 0;

  if (value == 0
      || !pe_record_layout_find (pe_record_layout_get (PE_RECORD_BUDGET_LINE), column, strlen (column), &index))
    return NULL;
  return pe_record_kind_get_word (PE_RECORD_BUDGET_LINE, index, value);
}

static void
add_head (writer *self, size_t index, gboolean is_rest)
{
  const pe_budget_line *line = pe_budget_peek_line (self->budget, index);

  begin_cell (self, COLUMN_LINE);
  print_number (self, index, &self->text);
  pe_buffer_add_string (&self->text, is_rest ? ".0" : "");
  end_cell (self, COLUMN_LINE);
  add_text (self, COLUMN_NAME, line->name);
  begin_cell (self, COLUMN_GROUP);
  print_group (self, line, &self->text);
  end_cell (self, COLUMN_GROUP);
  add_text (self, COLUMN_CATEGORY, get_word ("category", find_category (self, line)));
  add_text (self, COLUMN_FUNDING, get_word ("funding", line->funding));
  add_text (self, COLUMN_CLASS, line->economic_class);
  add_text (self, COLUMN_PROJECT, line->project);
}

/* Amounts */

static const pe_amount phases[] = { PE_AMOUNT_INITIAL, PE_AMOUNT_ADJUSTED, PE_AMOUNT_EXECUTED };

/* out = a figure in yuan; FALSE where it has no value. */
static gboolean
get_yuan (writer *self, size_t index, pe_amount amount, pe_rational *out)
{
  const pe_figure *figure = pe_budget_peek_amount (self->budget, index, amount);
  pe_rational      power;

  if (figure->state != PE_STATE_VALUE)
    return FALSE;
  pe_rational_init (&power);
  pe_rational_set_decimal (out, &figure->value);
  if (pe_rational_set_power_of_ten (&power, pe_unit_get_exponent (figure->unit), BITS) != PE_OK
      || pe_rational_multiply (out, out, &power, BITS) != PE_OK)
    self->status = pe_error_set (self->error, PE_ERROR_OVERFLOW, NULL, NULL);
  pe_rational_clear (&power);
  return TRUE;
}

static void
add_amount (writer *self, uint32_t column, const pe_rational *yuan)
{
  pe_decimal decimal;

  if (!pe_rational_is_decimal (&decimal, yuan))
    {
      if (self->status == PE_OK)
        self->status = pe_error_set (self->error, PE_ERROR_OVERFLOW, NULL, NULL);
      return;
    }
  begin_cell (self, column);
  pe_buffer_add_decimal (&self->text, &decimal);
  end_cell (self, column);
}

/* What a line has beyond the lines below it; FALSE where there is nothing, or nothing to say. */
static gboolean
get_rest (writer *self, size_t index, pe_amount amount, pe_rational *out)
{
  const pe_budget *budget = self->budget;
  pe_rational      below;

  if (!get_yuan (self, index, amount, out))
    return FALSE;
  pe_rational_init (&below);
  for (uint32_t i = budget->first_below[index]; i != 0; i = budget->next[i - 1])
    if (get_yuan (self, i - 1, amount, &below) && pe_rational_subtract (out, out, &below, BITS) != PE_OK)
      self->status = pe_error_set (self->error, PE_ERROR_OVERFLOW, NULL, NULL);
  pe_rational_clear (&below);
  return pe_rational_sign (out) != 0;
}

static void
write_line (writer *self, size_t index)
{
  const gboolean is_rest = self->budget->first_below[index] != 0;
  gboolean       any = !is_rest;
  pe_rational    yuan;

  pe_rational_init (&yuan);
  for (size_t i = 0; i < G_N_ELEMENTS (phases) && !any; i++)
    any = get_rest (self, index, phases[i], &yuan);
  if (any)
    {
      add_head (self, index, is_rest);
      for (size_t i = 0; i < G_N_ELEMENTS (phases); i++)
        if (is_rest ? get_rest (self, index, phases[i], &yuan) : get_yuan (self, index, phases[i], &yuan))
          add_amount (self, COLUMN_APPROVED + (uint32_t) i, &yuan);
      finish_row (self);
    }
  pe_rational_clear (&yuan);
}

/* Left out */

static void
leave_out (writer *self, size_t index, const char *name)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_budget_print_path (self->budget, index, &path);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, name);
  pe_left_out_add (&self->left, name, &path);
}

static void
count_line (writer *self, size_t index)
{
  static const pe_amount others[] = { PE_AMOUNT_CARRIED_IN, PE_AMOUNT_ADDED, PE_AMOUNT_CARRY_OVER, PE_AMOUNT_SURPLUS };
  const pe_budget_line  *line = pe_budget_peek_line (self->budget, index);

  for (size_t i = 0; i < G_N_ELEMENTS (others); i++)
    if (pe_budget_line_get (line, others[i])->state != PE_STATE_MISSING)
      leave_out (self, index, pe_budget_name_amount (others[i]));
  for (size_t i = 0; i < G_N_ELEMENTS (phases); i++)
    if (pe_budget_line_get (line, phases[i])->state == PE_STATE_NOT_APPLICABLE)
      leave_out (self, index, pe_budget_name_amount (phases[i]));
  if (line->n_months > 0)
    leave_out (self, index, "months");
}

static void
count_whole (writer *self, const pe_dossier *dossier)
{
  pe_buffer path = PE_BUFFER_INIT;

  for (size_t i = 0; i < pe_budget_get_n_three_public (self->budget); i++)
    {
      pe_budget_print_three_public_path (self->budget, i, &path);
      pe_left_out_add (&self->left, "three_public", &path);
    }
  if (pe_dossier_get_prior (dossier) == NULL)
    return;
  pe_buffer_add_string (&path, "/prior");
  pe_left_out_add (&self->left, "prior", &path);
}

/* The table */

static pe_status
write_table (writer *self, pe_text **out)
{
  for (uint32_t i = 0; i < N_COLUMNS; i++)
    add_text (self, i, columns[i].name);
  finish_row (self);
  for (size_t i = 0; i < pe_budget_get_n_lines (self->budget) && self->status == PE_OK; i++)
    {
      write_line (self, i);
      count_line (self, i);
    }
  if (self->status == PE_OK)
    return pe_buffer_finish (&self->rows, out, self->error);
  pe_buffer_clear (&self->rows);
  return self->status;
}

/* The descriptor */

static void
write_field (pe_json_writer *json, uint32_t column)
{
  pe_json_writer_begin_object (json);
  pe_json_writer_member_string (json, "name", columns[column].name);
  pe_json_writer_member_string (json, "type", columns[column].phase != NULL ? "number" : "string");
  pe_json_writer_member_string (json, "columnType", columns[column].type);
  if (columns[column].phase != NULL)
    {
      pe_json_writer_name (json, "normalize");
      pe_json_writer_begin_object (json);
      pe_json_writer_member_string (json, "phase", columns[column].phase);
      pe_json_writer_end_object (json);
    }
  pe_json_writer_end_object (json);
}

static void
begin_extra (pe_json_writer *json, const char *name, const char *type, const char *column_type)
{
  pe_json_writer_begin_object (json);
  pe_json_writer_member_string (json, "name", name);
  pe_json_writer_member_string (json, "type", type);
  pe_json_writer_member_string (json, "columnType", column_type);
}

static void
write_constant (pe_json_writer *json, const char *name, const char *column_type, const char *value)
{
  if (value == NULL)
    return;
  begin_extra (json, name, "string", column_type);
  pe_json_writer_member_string (json, "constant", value);
  pe_json_writer_end_object (json);
}

static void
write_extra_fields (pe_json_writer *json, const pe_dossier_head *head)
{
  pe_json_writer_name (json, "extraFields");
  pe_json_writer_begin_array (json);
  begin_extra (json, "amount", "number", "value");
  pe_json_writer_name (json, "normalizationTarget");
  pe_json_writer_bool (json, TRUE);
  pe_json_writer_end_object (json);
  begin_extra (json, "phase", "string", "phase:id");
  pe_json_writer_end_object (json);
  begin_extra (json, "fiscal_year", "integer", "date:fiscal-year");
  pe_json_writer_member_int (json, "constant", head->fiscal_year);
  pe_json_writer_end_object (json);
  write_constant (json, "currency", "value-currency:code", "CNY");
  write_constant (json, "direction", "direction", "expenditure");
  write_constant (json, "unit_code", "administrative-classification:generic:code",
                  head->unit_code != NULL ? head->unit_code : head->unit_name);
  write_constant (json, "unit", "administrative-classification:generic:label", head->unit_name);
  pe_json_writer_end_array (json);
}

static void
write_resource (pe_json_writer *json, const pe_dossier_head *head)
{
  pe_json_writer_begin_object (json);
  pe_json_writer_member_string (json, "name", "budget");
  pe_json_writer_member_string (json, "profile", "tabular-data-resource");
  pe_json_writer_member_string (json, "path", "budget.csv");
  pe_json_writer_member_string (json, "format", "csv");
  pe_json_writer_member_string (json, "mediatype", "text/csv");
  pe_json_writer_member_string (json, "encoding", "utf-8");
  pe_json_writer_name (json, "schema");
  pe_json_writer_begin_object (json);
  pe_json_writer_name (json, "fields");
  pe_json_writer_begin_array (json);
  for (uint32_t i = 0; i < N_COLUMNS; i++)
    write_field (json, i);
  pe_json_writer_end_array (json);
  pe_json_writer_member_string (json, "primaryKey", "line");
  write_extra_fields (json, head);
  pe_json_writer_end_object (json);
  pe_json_writer_end_object (json);
}

/* The one column type that the taxonomy has not. */
static void
write_column_types (pe_json_writer *json)
{
  pe_json_writer_name (json, "columnTypes");
  pe_json_writer_begin_array (json);
  pe_json_writer_string (json, TAXONOMY);
  pe_json_writer_begin_object (json);
  pe_json_writer_member_string (json, "name", "budget-line-label");
  pe_json_writer_member_string (json, "dataType", "string");
  pe_json_writer_member_string (json, "labelOf", "budget-line-id");
  pe_json_writer_end_object (json);
  pe_json_writer_end_array (json);
}

static pe_status
write_descriptor (pe_text **out, const pe_dossier *dossier, pe_error **error)
{
  pe_writer       document;
  pe_dossier_head head;
  pe_buffer       name = PE_BUFFER_INIT, title = PE_BUFFER_INIT;

  pe_dossier_head_init (&head, sizeof head);
  (void) pe_dossier_get_head (&head, dossier, NULL);
  pe_buffer_add_string (&name, "budget-");
  pe_buffer_add_int (&name, head.fiscal_year);
  pe_buffer_add_char (&name, '\0');
  pe_buffer_add_string (&title, head.unit_name);
  pe_buffer_add_char (&title, ' ');
  pe_buffer_add_int (&title, head.fiscal_year);
  pe_buffer_add_char (&title, '\0');
  pe_writer_init (&document);
  if (name.status != PE_OK || title.status != PE_OK)
    document.status = PE_ERROR_NO_MEMORY;
  else
    {
      pe_json_writer_begin_object (&document.json);
      pe_json_writer_member_string (&document.json, "name", name.data);
      pe_json_writer_member_string (&document.json, "title", title.data);
      pe_json_writer_member_string (&document.json, "profile", "tabular-data-package");
      write_column_types (&document.json);
      pe_json_writer_name (&document.json, "resources");
      pe_json_writer_begin_array (&document.json);
      write_resource (&document.json, &head);
      pe_json_writer_end_array (&document.json);
      pe_json_writer_end_object (&document.json);
    }
  pe_buffer_clear (&name);
  pe_buffer_clear (&title);
  return pe_writer_finish (&document, out, error);
}

pe_status
pe_dossier_to_fiscal_package (pe_text **descriptor, pe_text **table, const pe_dossier *dossier, pe_findings **findings,
                              pe_error **error)
{
  writer       self = { .text = PE_BUFFER_INIT, .rows = PE_BUFFER_INIT, .error = error };
  pe_collector collector;
  pe_text     *rows = NULL;
  pe_status    status;

  if (findings != NULL)
    *findings = pe_findings_get_empty ();
  if (descriptor == NULL || table == NULL || dossier == NULL)
    return pe_error_set_argument (
        error,
        descriptor == NULL ? "descriptor"
        : table == NULL    ? "table"
                           : "dossier",
        "not NULL");
  self.budget = pe_dossier_get_budget (dossier);
  if (pe_budget_get_n_lines (self.budget) == 0)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "budget.lines", NULL);
  status = write_table (&self, &rows);
  if (status == PE_OK)
    status = write_descriptor (descriptor, dossier, error);
  count_whole (&self, dossier);
  pe_collector_init (&collector, NULL);
  pe_left_out_report (&self.left, &collector);
  (void) pe_collector_finish (&collector, findings, NULL);
  if (status == PE_OK)
    *table = rows;
  else
    pe_text_unref (rows);
  pe_buffer_clear (&self.text);
  return status;
}
