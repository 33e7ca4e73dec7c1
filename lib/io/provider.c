/* provider.c - a reading under way: a sink for tables, findings with places, the limits
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/provider.h>

#include <string.h>

#include "../base/finding-private.h"
#include "../base/figure-private.h"
#include "../base/messages-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "read-options-private.h"
#include "tables-private.h"

#define PLACES_MAX 8

struct pe_provider
{
  char        *file; /* nullable */
  pe_limits    limits;
  pe_collector collector;
  pe_tables   *tables; /* NULL once it is finished */
};

/* The names of parameters that the messages know: a finding keeps the pointer. */
static const char *const parameter_names[] = {
  "found", "expected", "expected_zh", "name",   "code",     "unit", "sum",   "total", "limit",
  "from",  "to",       "count",       "offset", "encoding", "cell", "table", "text",
};

void
pe_provider_place_init (pe_provider_place *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_provider_parameter_init (pe_provider_parameter *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

pe_status
pe_provider_new (pe_provider **out, const pe_read_options *options, pe_error **error)
{
  pe_read_intake intake;
  pe_provider   *self;
  pe_status      status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  status = pe_read_intake_init (&intake, options, error);
  if (status != PE_OK)
    return status;
  self = g_try_new0 (pe_provider, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->limits = intake.limits;
  self->file = intake.file != NULL ? pe_string_copy (intake.file) : NULL;
  self->tables = pe_tables_new ();
  pe_collector_init (&self->collector, &self->limits);
  if (self->tables == NULL || (self->file == NULL && intake.file != NULL))
    {
      pe_provider_free (self);
      return pe_error_set_no_memory (error);
    }
  *out = self;
  return PE_OK;
}

void
pe_provider_free (pe_provider *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  pe_collector_clear (&self->collector);
  pe_tables_unref (self->tables);
  g_free (self);
}

void
pe_provider_get_limits (pe_limits *out, const pe_provider *self)
{
  if (out != NULL && self != NULL)
    pe_struct_export (out, &self->limits, sizeof self->limits, sizeof self->limits, "out", NULL);
}

static pe_status
check_open (const pe_provider *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (self->tables == NULL)
    return pe_error_set_argument (error, "self", "a provider that is not finished");
  return PE_OK;
}

static pe_status
refuse_limit (pe_error **error, pe_status code, const pe_place *place, const char *name, uint64_t limit)
{
  pe_buffer number = PE_BUFFER_INIT;
  pe_status status;

  pe_buffer_add_uint (&number, limit);
  pe_buffer_add_char (&number, '\0');
  status = pe_error_set (error, code, place, "name", name, "limit", number.data, NULL);
  pe_buffer_clear (&number);
  return status;
}

/* Tables */

static pe_status
begin_table (pe_provider *self, const pe_table_head *head, pe_error **error)
{
  const size_t    max = (size_t) MIN (self->limits.text_bytes, G_MAXSSIZE);
  const char     *file = head->file != NULL ? head->file : self->file;
  pe_stored_table table = { NULL, NULL, head->flags, self->tables->rows.size, 0 };
  pe_status       status = pe_utf8_copy (&table.name, head->name, max, "/name", error);

  if (status == PE_OK)
    status = pe_utf8_copy (&table.file, file, max, "/file", error);
  if (status == PE_OK && pe_vector_push (&self->tables->tables, &table) != PE_OK)
    status = pe_error_set_no_memory (error);
  if (status != PE_OK)
    {
      g_free (table.name);
      g_free (table.file);
    }
  return status;
}

pe_status
pe_provider_begin_table (pe_provider *self, const pe_table_head *head, pe_error **error)
{
  pe_table_head ours;
  pe_status     status = check_open (self, error);

  if (status == PE_OK)
    status = pe_struct_import (&ours, sizeof ours, head, sizeof ours, "head", error);
  if (status != PE_OK)
    return status;
  if (ours.name == NULL)
    return pe_error_set_argument (error, "head.name", "not NULL");
  if (ours.name[0] == '\0')
    return pe_error_set (error, PE_ERROR_TEXT_EMPTY, NULL, "name", "head.name", NULL);
  if ((ours.flags & ~(uint32_t) PE_CELL_HIDDEN) != 0)
    return pe_error_set_argument (error, "head.flags", "PE_CELL_HIDDEN or 0");
  if (self->tables->tables.size >= self->limits.items)
    return refuse_limit (error, PE_ERROR_LIMIT_ITEMS, NULL, "tables", self->limits.items);
  return begin_table (self, &ours, error);
}

/* Rows */

static pe_status
refuse_cell (const pe_provider *self, const pe_table_row *row, const pe_cell *cell, pe_error **error, pe_status code,
             const char *name, const char *expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_place  place;
  pe_status status;

  pe_tables_get_place (self->tables, self->tables->tables.size - 1, row->line, row->number, cell->column, &place,
                       &buffer);
  if (code == PE_ERROR_LIMIT_ITEMS || code == PE_ERROR_LIMIT_TEXT)
    status = refuse_limit (
        error, code, &place, name, code == PE_ERROR_LIMIT_ITEMS ? self->limits.items : self->limits.text_bytes);
  else
    status = pe_error_set (error, code, &place, "name", name, expected != NULL ? "expected" : NULL, expected, NULL);
  pe_buffer_clear (&buffer);
  return status;
}

static pe_status
check_cell (const pe_provider *self, const pe_table_row *row, const pe_cell *cell, uint32_t after, pe_error **error)
{
  const pe_status argument = PE_ERROR_INVALID_ARGUMENT;

  if (cell->kind < PE_CELL_TEXT || cell->kind > PE_CELL_ERROR)
    return refuse_cell (self, row, cell, error, argument, "cell.kind", "a pe_cell_kind");
  if (cell->column <= after || cell->column > PE_TABLE_COLUMNS_MAX)
    return refuse_cell (self, row, cell, error, argument, "cell.column", "ascending, from 1 to 16777216");
  if (cell->columns > PE_TABLE_COLUMNS_MAX)
    return refuse_cell (self, row, cell, error, argument, "cell.columns", "0 to 16777216");
  if (cell->flags > (PE_CELL_FORMULA | PE_CELL_MERGED | PE_CELL_ROUNDED | PE_CELL_HIDDEN))
    return refuse_cell (self, row, cell, error, argument, "cell.flags", "values of pe_cell_flag_value, added");
  if (pe_unit_get_name (cell->unit) == NULL)
    return refuse_cell (self, row, cell, error, argument, "cell.unit", "a pe_unit");
  if (cell->length > self->limits.text_bytes || cell->length > G_MAXUINT32)
    return refuse_cell (self, row, cell, error, PE_ERROR_LIMIT_TEXT, "cell", NULL);
  if (!pe_utf8_validate (cell->text, cell->length, NULL) || memchr (cell->text, '\0', cell->length) != NULL)
    return refuse_cell (self, row, cell, error, PE_ERROR_INVALID_UTF8, "cell", NULL);
  if (self->tables->cells.size >= self->limits.items)
    return refuse_cell (self, row, cell, error, PE_ERROR_LIMIT_ITEMS, "cells", NULL);
  return PE_OK;
}

static pe_status
store_cell (pe_tables *tables, const pe_cell *cell, pe_error **error)
{
  const pe_stored_cell stored
      = { tables->text.size,     (uint32_t) cell->length, cell->column,         MAX (cell->columns, 1),
          (uint16_t) cell->unit, (uint8_t) cell->kind,    (uint8_t) cell->flags };

  pe_buffer_add (&tables->text, cell->text, cell->length);
  pe_buffer_add_char (&tables->text, '\0');
  if (tables->text.status != PE_OK || pe_vector_push (&tables->cells, &stored) != PE_OK)
    return pe_error_set_no_memory (error);
  return PE_OK;
}

static pe_status
add_cells (pe_provider *self, const pe_table_row *row, const pe_cell *cells, size_t n, pe_error **error)
{
  uint32_t after = 0;

  for (size_t i = 0; i < n; i++)
    {
      pe_cell   cell;
      pe_status status = pe_struct_import_at (&cell, sizeof cell, cells, i, sizeof cell, "cells", error);

      if (status != PE_OK)
        return status;
      if (cell.length == 0)
        continue;
      if (cell.text == NULL)
        return pe_error_set_argument (error, "cell.text", "not NULL");
      status = check_cell (self, row, &cell, after, error);
      if (status == PE_OK)
        status = store_cell (self->tables, &cell, error);
      if (status != PE_OK)
        return status;
      after = cell.column;
    }
  return PE_OK;
}

static pe_status
check_row (const pe_provider *self, const pe_table_row *row, pe_error **error)
{
  const pe_tables       *tables = self->tables;
  const pe_stored_table *table;

  if (tables->tables.size == 0)
    return pe_error_set_argument (error, "self", "a provider with a table");
  table = pe_tables_table (tables, tables->tables.size - 1);
  if (row->number == 0
      || (table->n_rows > 0
          && pe_tables_row (tables, tables->tables.size - 1, table->n_rows - 1)->number >= row->number))
    return pe_error_set_argument (error, "row.number", "ascending, from 1");
  if ((row->flags & ~(uint32_t) PE_CELL_HIDDEN) != 0)
    return pe_error_set_argument (error, "row.flags", "PE_CELL_HIDDEN or 0");
  return PE_OK;
}

/* Gives up what was stored of a row. */
static void
forget (pe_tables *self, size_t n_cells, size_t n_bytes)
{
  self->cells.size = n_cells;
  if (self->text.status != PE_OK)
    return;
  self->text.size = n_bytes;
}

pe_status
pe_provider_add_row (pe_provider *self, const pe_table_row *row, const pe_cell *cells, size_t n, pe_error **error)
{
  pe_table_row  ours;
  pe_stored_row stored;
  size_t        n_bytes;
  pe_status     status = check_open (self, error);

  if (status == PE_OK)
    status = pe_struct_import (&ours, sizeof ours, row, sizeof ours, "row", error);
  if (status == PE_OK)
    status = check_row (self, &ours, error);
  if (status != PE_OK)
    return status;
  if (cells == NULL && n > 0)
    return pe_error_set_argument (error, "cells", "not NULL");
  stored = (pe_stored_row) { self->tables->cells.size, ours.line, 0, ours.number, ours.flags };
  n_bytes = self->tables->text.size;
  status = add_cells (self, &ours, cells, n, error);
  stored.n_cells = (uint32_t) (self->tables->cells.size - stored.first_cell);
  if (status == PE_OK && stored.n_cells > 0 && pe_vector_push (&self->tables->rows, &stored) != PE_OK)
    status = pe_error_set_no_memory (error);
  if (status != PE_OK)
    forget (self->tables, stored.first_cell, n_bytes);
  else if (stored.n_cells > 0)
    pe_vector_at (&self->tables->tables, pe_stored_table, self->tables->tables.size - 1)->n_rows++;
  return status;
}

static const pe_stored_row *
find_row (const pe_tables *tables, uint32_t number)
{
  const pe_stored_table *table = pe_tables_table (tables, tables->tables.size - 1);
  size_t                 low = 0, high = table->n_rows;

  while (low < high)
    {
      const size_t         middle = low + (high - low) / 2;
      const pe_stored_row *row = pe_tables_row (tables, tables->tables.size - 1, middle);

      if (row->number == number)
        return row;
      if (row->number < number)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

pe_status
pe_provider_merge (pe_provider *self, uint32_t number, uint32_t column, uint32_t columns, pe_error **error)
{
  const pe_stored_row *row;
  pe_stored_cell      *cell = NULL;
  pe_status            status = check_open (self, error);

  if (status != PE_OK)
    return status;
  if (self->tables->tables.size == 0)
    return pe_error_set_argument (error, "self", "a provider with a table");
  if (columns == 0 || columns > PE_TABLE_COLUMNS_MAX)
    return pe_error_set_argument (error, "columns", "1 to 16777216");
  row = find_row (self->tables, number);
  if (row != NULL)
    cell = (pe_stored_cell *) pe_tables_find_cell (self->tables, row, column);
  if (cell != NULL)
    {
      cell->columns = columns;
      cell->flags |= PE_CELL_MERGED;
    }
  return PE_OK;
}

/* Findings */

static pe_status
import_place (pe_place *out, const pe_provider_place *places, size_t index, const char *file, pe_error **error)
{
  pe_provider_place place;
  pe_status         status = pe_struct_import_at (&place, sizeof place, places, index, sizeof place, "places", error);

  if (status != PE_OK)
    return status;
  *out = (pe_place) { place.what != NULL ? place.what : "",
                      place.file != NULL ? place.file : file,
                      place.cell,
                      place.line,
                      place.column,
                      place.offset,
                      place.length };
  if (!pe_utf8_validate (out->what, strlen (out->what), NULL)
      || (out->file != NULL && !pe_utf8_validate (out->file, strlen (out->file), NULL))
      || (out->cell != NULL && !pe_utf8_validate (out->cell, strlen (out->cell), NULL)))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, "name", "places", NULL);
  return PE_OK;
}

static const char *
find_parameter_name (const char *name)
{
  for (size_t i = 0; name != NULL && i < G_N_ELEMENTS (parameter_names); i++)
    if (strcmp (parameter_names[i], name) == 0)
      return parameter_names[i];
  return NULL;
}

static pe_status
import_parameters (pe_parameter_init out[PE_PARAMETERS_MAX], const pe_provider_parameter *parameters, size_t n,
                   pe_error **error)
{
  if (n > PE_PARAMETERS_MAX || (parameters == NULL && n > 0))
    return pe_error_set_argument (error, "parameters", "at most 16, and not NULL");
  for (size_t i = 0; i < n; i++)
    {
      pe_provider_parameter ours;
      pe_status status = pe_struct_import_at (&ours, sizeof ours, parameters, i, sizeof ours, "parameters", error);

      if (status != PE_OK)
        return status;
      out[i].name = find_parameter_name (ours.name);
      out[i].text = ours.text;
      if (out[i].name == NULL || out[i].text == NULL)
        return pe_error_set_argument (error, "parameters", "names that the messages know, and texts");
    }
  return PE_OK;
}

pe_status
pe_provider_report (pe_provider *self, pe_status code, const pe_provider_place *places, size_t n_places,
                    const pe_provider_parameter *parameters, size_t n_parameters, pe_error **error)
{
  pe_parameter_init given[PE_PARAMETERS_MAX];
  pe_place          where[PLACES_MAX] = { PE_PLACE_WHAT ("") };
  pe_finding_init   init = { code, where, MAX (n_places, 1), given, n_parameters };
  pe_status         status = check_open (self, error);

  if (status != PE_OK)
    return status;
  if (code == PE_OK || pe_message_find (code) == NULL)
    return pe_error_set_argument (error, "code", "a code of status.h other than PE_OK");
  if (n_places > PLACES_MAX || (places == NULL && n_places > 0))
    return pe_error_set_argument (error, "places", "at most 8, and not NULL");
  where[0].file = self->file;
  for (size_t i = 0; i < n_places && status == PE_OK; i++)
    status = import_place (&where[i], places, i, self->file, error);
  if (status == PE_OK)
    status = import_parameters (given, parameters, n_parameters, error);
  if (status == PE_OK)
    pe_collector_add_init (&self->collector, &init);
  return status;
}

pe_status
pe_provider_report_error (pe_provider *self, pe_error *broken, pe_error **error)
{
  pe_status status = check_open (self, error);

  if (status != PE_OK)
    return status;
  if (broken == NULL)
    return pe_error_set_argument (error, "broken", "not NULL");
  pe_collector_take_error (&self->collector, pe_error_ref (broken), NULL);
  return PE_OK;
}

pe_status
pe_provider_finish (pe_tables **out, pe_provider *self, pe_findings **findings, pe_error **error)
{
  pe_status status = check_open (self, error);

  if (status == PE_OK && out == NULL)
    status = pe_error_set_argument (error, "out", "not NULL");
  if (status != PE_OK)
    {
      if (findings != NULL)
        *findings = pe_findings_get_empty ();
      return status;
    }
  status = pe_collector_finish (&self->collector, findings, error);
  if (status == PE_OK)
    *out = g_steal_pointer (&self->tables);
  else
    g_clear_pointer (&self->tables, pe_tables_unref);
  return status;
}

/* For writers */

pe_status
pe_provider_make_error (pe_error **error, pe_status code, const pe_provider_place *place,
                        const pe_provider_parameter *parameters, size_t n_parameters)
{
  pe_parameter_init given[PE_PARAMETERS_MAX];
  pe_place          where = PE_PLACE_WHAT ("");
  pe_finding_init   init = { code, &where, 1, given, n_parameters };
  pe_finding       *finding;
  pe_status         status;

  if (code == PE_OK || pe_message_find (code) == NULL || pe_status_get_severity (code) != PE_SEVERITY_ERROR)
    return pe_error_set_argument (error, "code", "an error of status.h");
  status = place != NULL ? import_place (&where, place, 0, NULL, error) : PE_OK;
  if (status == PE_OK)
    status = import_parameters (given, parameters, n_parameters, error);
  if (status != PE_OK)
    return status;
  if (pe_finding_new (&finding, &init) != PE_OK)
    return pe_error_set_no_memory (error);
  status = pe_error_set_finding (error, finding, 1);
  pe_finding_unref (finding);
  return status;
}

pe_status
pe_provider_make_text (pe_text **out, const void *bytes, size_t size, pe_error **error)
{
  if (out == NULL || (bytes == NULL && size > 0))
    return pe_error_set_argument (error, out == NULL ? "out" : "bytes", "not NULL");
  return pe_text_new (out, bytes, size, error);
}
