/* register-builder.c - columns and rows in, a checked register out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/date-private.h"
#include "../base/digest-private.h"
#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "intake-private.h"
#include "register-private.h"

struct pe_register_builder
{
  pe_arena    texts;
  const char *id;      /* NULL until it is set */
  const char *title;   /* nullable */
  pe_vector   columns; /* of pe_register_column */
  pe_vector   cells;   /* of pe_register_cell */
};

static pe_status
add_from (pe_register_builder *self, const pe_register *from, pe_error **error)
{
  pe_status status = pe_register_builder_set_head (self, from->id, from->title, error);

  if (status == PE_OK)
    status = pe_register_builder_add_columns (self, from->columns, from->n_columns, error);
  if (status == PE_OK)
    status = pe_register_builder_add_rows (self, from->cells, from->n_rows, error);
  return status;
}

pe_status
pe_register_builder_new (pe_register_builder **out, const pe_register *from, pe_error **error)
{
  pe_register_builder *self;
  pe_status            status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new0 (pe_register_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->columns.element_size = sizeof (pe_register_column);
  self->cells.element_size = sizeof (pe_register_cell);
  status = from != NULL ? add_from (self, from, error) : PE_OK;
  if (status != PE_OK)
    pe_register_builder_free (self);
  else
    *out = self;
  return status;
}

void
pe_register_builder_free (pe_register_builder *self)
{
  if (self == NULL)
    return;
  pe_arena_clear (&self->texts);
  pe_vector_clear (&self->columns);
  pe_vector_clear (&self->cells);
  g_free (self);
}

static pe_status
take_id (const pe_intake *intake, const char **id, pe_error **error)
{
  pe_status status = pe_intake_take_text (intake, "id", id, PE_INTAKE_CODE, error);

  if (status != PE_OK || pe_register_is_id (*id))
    return status;
  return pe_intake_refuse (intake, "id", PE_ERROR_CODE_SYNTAX, error, "name", "id", "code", *id, "expected",
                           "a letter, then letters, digits and '_', 1 to 64", "expected_zh",
                           "以字母开头，只含字母、数字或 _，1 至 64 个", NULL);
}

pe_status
pe_register_builder_set_head (pe_register_builder *self, const char *id, const char *title, pe_error **error)
{
  pe_intake     intake = { "", PE_INTAKE_ALONE, 0, NULL, 0 };
  pe_arena_mark mark;
  pe_status     status;

  if (self == NULL || id == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "id", "not NULL");
  intake.texts = &self->texts;
  mark = pe_arena_get_mark (&self->texts);
  status = take_id (&intake, &id, error);
  if (status == PE_OK)
    status = pe_intake_take_text (&intake, "title", &title, PE_INTAKE_NULLABLE, error);
  if (status != PE_OK)
    {
      pe_arena_rewind (&self->texts, mark);
      return status;
    }
  self->id = id;
  self->title = title;
  return PE_OK;
}

/* Columns */

static pe_status
check_type (const pe_register_column *column, const pe_intake *intake, pe_error **error)
{
  switch (column->type)
    {
    case PE_COLUMN_TEXT:
    case PE_COLUMN_NUMBER:
    case PE_COLUMN_DATE:
    case PE_COLUMN_TRUTH:
      return PE_OK;
    default:
      return pe_intake_refuse (intake, "type", PE_ERROR_INVALID_ARGUMENT, error, "name", "type", "expected",
                               "text, number, date or truth", "expected_zh", "文字、数字、日期或是/否", NULL);
    }
}

static pe_status
check_unit (const pe_register_column *column, const pe_intake *intake, pe_error **error)
{
  if (pe_unit_get_name (column->unit) == NULL)
    return pe_intake_refuse (intake, "unit", PE_ERROR_INVALID_ARGUMENT, error, "name", "unit", "expected", "a pe_unit",
                             "expected_zh", "计量单位（pe_unit）", NULL);
  if (column->unit == PE_UNIT_NONE || column->type == PE_COLUMN_NUMBER)
    return PE_OK;
  return pe_intake_refuse (intake, "unit", PE_ERROR_UNIT_MISMATCH, error, "name", column->id, "found",
                           pe_unit_get_name (column->unit), NULL);
}

static pe_status
take_column (void *record, const pe_intake *intake, pe_error **error)
{
  pe_register_column *column = record;
  pe_status           status = take_id (intake, &column->id, error);

  if (status == PE_OK)
    status = pe_intake_take_text (intake, "name", &column->name, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = check_type (column, intake, error);
  if (status == PE_OK)
    status = check_unit (column, intake, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "reserved", column->reserved, 0, 0, error);
  return status;
}

pe_status
pe_register_builder_add_columns (pe_register_builder *self, const pe_register_column *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (n > 0 && self->cells.size > 0)
    return pe_error_set_argument (error, "self", "a register without rows yet");
  if (n > PE_REGISTER_MAX_COLUMNS - self->columns.size)
    return pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, "name", "/columns", "limit", "256", NULL);
  return pe_intake_add_many (&self->columns, &self->texts, "/columns", take_column, items, n, error);
}

/* Rows */

static gboolean
fits (const pe_register_cell *cell, pe_column_type type)
{
  const gboolean has_value = cell->figure.state == PE_STATE_VALUE;

  if (type != PE_COLUMN_TEXT && cell->text != NULL)
    return FALSE;
  if (type != PE_COLUMN_DATE && cell->date != 0)
    return FALSE;
  if (type == PE_COLUMN_TEXT || type == PE_COLUMN_DATE)
    return !has_value && (cell->figure.state == PE_STATE_MISSING || (cell->text == NULL && cell->date == 0));
  return !has_value || (cell->figure.unit == PE_UNIT_TRUTH) == (type == PE_COLUMN_TRUTH);
}

static const char *const types[][2] = {
  [PE_COLUMN_TEXT] = { "a text", "文字" },
  [PE_COLUMN_DATE] = { "a date", "日期" },
  [PE_COLUMN_TRUTH] = { "yes or no", "是或否" },
  [PE_COLUMN_NUMBER] = { "a number", "数字" },
};

/* A figure that is no text. */
static pe_status
take_figure (const pe_intake *intake, const char *member, pe_figure *figure, pe_error **error)
{
  pe_status status = pe_intake_take_figure (intake, member, figure, NULL, error);

  if (status == PE_OK && figure->unit == PE_UNIT_TRUTH && figure->value.coefficient != 0)
    figure->value = (pe_decimal) { 1, 0, 0 };
  return status;
}

static pe_status
take_cell (pe_register_cell *cell, const pe_register_column *column, const pe_intake *intake, pe_error **error)
{
  pe_status status = take_figure (intake, column->id, &cell->figure, error);

  if (status == PE_OK && !fits (cell, column->type))
    status = pe_intake_refuse (intake, column->id, PE_ERROR_INVALID_ARGUMENT, error, "name", column->id, "expected",
                               types[column->type][0], "expected_zh", types[column->type][1], NULL);
  if (status == PE_OK)
    status = pe_intake_check_date (intake, column->id, cell->date, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, column->id, &cell->text, PE_INTAKE_NULLABLE, error);
  return status;
}

static pe_status
import_cell (pe_register_builder *self, pe_register_cell *cell, const pe_register_cell *cells, size_t index,
             pe_error **error)
{
  const size_t n_columns = self->columns.size;
  pe_intake    intake = { "/rows", index / n_columns, 0, &self->texts, 0 };
  pe_status    status = pe_struct_import_at (cell, sizeof *cell, cells, index, sizeof *cell, "cells", error);

  if (status != PE_OK)
    return status;
  return take_cell (cell, pe_vector_at (&self->columns, pe_register_column, index % n_columns), &intake, error);
}

pe_status
pe_register_builder_add_rows (pe_register_builder *self, const pe_register_cell *cells, size_t n_rows, pe_error **error)
{
  size_t        before, n_cells;
  pe_arena_mark mark;
  void         *first;
  pe_status     status = PE_OK;

  if (self == NULL || (cells == NULL && n_rows > 0))
    return pe_error_set_argument (error, self == NULL ? "self" : "cells", "not NULL");
  if (n_rows == 0)
    return PE_OK;
  if (self->columns.size == 0)
    return pe_error_set_argument (error, "self", "a register with columns");
  before = self->cells.size;
  if (n_rows > (G_MAXUINT32 - before) / self->columns.size)
    return pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, "name", "/rows", "limit", "4294967294", NULL);
  n_cells = n_rows * self->columns.size;
  mark = pe_arena_get_mark (&self->texts);
  if (pe_vector_grow (&self->cells, n_cells, &first) != PE_OK)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < n_cells && status == PE_OK; i++)
    status = import_cell (self, (pe_register_cell *) first + i, cells, i, error);
  if (status != PE_OK)
    {
      self->cells.size = before;
      pe_arena_rewind (&self->texts, mark);
    }
  return status;
}

/* Building */

static gboolean
copy_register (pe_register *self, const pe_register_builder *builder)
{
  gboolean failed = FALSE;

  self->id = pe_arena_keep (&self->texts, builder->id, &failed);
  self->title = pe_arena_keep (&self->texts, builder->title, &failed);
  self->columns = g_try_new0 (pe_register_column, builder->columns.size + 1);
  self->cells = g_try_new0 (pe_register_cell, builder->cells.size + 1);
  if (self->columns == NULL || self->cells == NULL)
    return FALSE;
  self->n_columns = builder->columns.size;
  self->n_rows = self->n_columns > 0 ? builder->cells.size / self->n_columns : 0;
  for (size_t i = 0; i < self->n_columns; i++)
    {
      self->columns[i] = *pe_vector_at (&builder->columns, pe_register_column, i);
      self->columns[i].id = pe_arena_keep (&self->texts, self->columns[i].id, &failed);
      self->columns[i].name = pe_arena_keep (&self->texts, self->columns[i].name, &failed);
    }
  for (size_t i = 0; i < builder->cells.size && !failed; i++)
    {
      self->cells[i] = *pe_vector_at (&builder->cells, pe_register_cell, i);
      self->cells[i].text = pe_arena_keep (&self->texts, self->cells[i].text, &failed);
    }
  return !failed;
}

static char *
column_path (size_t index)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/columns/");
  pe_buffer_add_uint (&path, index);
  pe_buffer_add_string (&path, "/id");
  return pe_buffer_steal (&path);
}

static void
check_ids (const pe_register *self, pe_collector *collector)
{
  for (size_t i = 1; i < self->n_columns; i++)
    {
      size_t   before;
      char    *path;
      pe_place place;

      if (!pe_register_find_column (self, self->columns[i].id, &before) || before == i)
        continue;
      path = column_path (i);
      place = PE_PLACE_WHAT (path);
      pe_collector_add (collector, path != NULL ? PE_ERROR_CODE_DUPLICATE : PE_ERROR_NO_MEMORY, &place, "code",
                        self->columns[i].id, "name", self->id, NULL);
      g_free (path);
    }
}

static char *
cell_path (size_t row, const char *column)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/rows/");
  pe_buffer_add_uint (&path, row);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, column);
  return pe_buffer_steal (&path);
}

/* first: the row whose unit is the column's, or the column itself says it (G_MAXSIZE). */
static void
report_units (const pe_register *self, size_t column, size_t first, size_t row, pe_collector *collector)
{
  const pe_register_column *described = &self->columns[column];
  char                     *paths[2] = { cell_path (row, described->id),
                     first == G_MAXSIZE ? column_path (column) : cell_path (first, described->id) };
  const pe_place            places[2] = { PE_PLACE_WHAT (paths[0]), PE_PLACE_WHAT (paths[1]) };
  const pe_figure          *found = &pe_register_peek_cell (self, row, column)->figure;
  pe_buffer                 buffer = PE_BUFFER_INIT;
  char                     *found_text;
  pe_parameter_init         parameters[2] = { { "found", NULL }, { "expected", pe_unit_get_name (described->unit) } };
  const pe_finding_init     init = { PE_ERROR_UNIT_MIXED, places, 2, parameters, 2 };

  pe_figure_print (found, &buffer);
  found_text = pe_buffer_steal (&buffer);
  parameters[0].text = found_text;
  if (paths[0] != NULL && paths[1] != NULL && found_text != NULL)
    pe_collector_add_init (collector, &init);
  else
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  g_free (paths[0]);
  g_free (paths[1]);
  g_free (found_text);
}

/* A column has one unit: its own, or that of the first cell which has a value. */
static void
settle_unit (pe_register *self, size_t column, pe_collector *collector)
{
  pe_unit *unit = &self->columns[column].unit;
  size_t   first = *unit != PE_UNIT_NONE ? G_MAXSIZE : self->n_rows;

  if (self->columns[column].type != PE_COLUMN_NUMBER)
    return;
  for (size_t row = 0; row < self->n_rows; row++)
    {
      const pe_figure *figure = &pe_register_peek_cell (self, row, column)->figure;

      if (figure->state != PE_STATE_VALUE)
        continue;
      if (first == self->n_rows)
        {
          first = row;
          *unit = figure->unit;
        }
      if (figure->unit != *unit)
        report_units (self, column, first, row, collector);
    }
}

/* docs/digest.md, perfeval-register/1. */
static gboolean
take_digest (pe_register *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-register/1");

  if (stream == NULL)
    return FALSE;
  pe_digest_stream_add_text (stream, self->id);
  pe_digest_stream_add_text (stream, self->title);
  pe_digest_stream_begin_list (stream, self->n_columns);
  for (size_t i = 0; i < self->n_columns; i++)
    {
      pe_digest_stream_add_text (stream, self->columns[i].id);
      pe_digest_stream_add_text (stream, self->columns[i].name);
      pe_digest_stream_add_int (stream, self->columns[i].type);
      pe_digest_stream_add_int (stream, self->columns[i].unit);
    }
  pe_digest_stream_begin_list (stream, self->n_rows);
  for (size_t i = 0; i < self->n_rows * self->n_columns; i++)
    {
      pe_digest_stream_add_figure (stream, &self->cells[i].figure);
      pe_digest_stream_add_int (stream, self->cells[i].date);
      pe_digest_stream_add_text (stream, self->cells[i].text);
    }
  pe_digest_stream_finish (stream, self->digest);
  return TRUE;
}

static void
fill (pe_register *self, const pe_register_builder *builder, pe_collector *collector)
{
  if (!copy_register (self, builder))
    {
      pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  check_ids (self, collector);
  for (size_t i = 0; i < self->n_columns; i++)
    settle_unit (self, i, collector);
  if (!take_digest (self))
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
}

pe_status
pe_register_builder_build (pe_register **out, const pe_register_builder *self, pe_findings **findings, pe_error **error)
{
  pe_collector collector;
  pe_register *made;
  pe_status    status;

  pe_collector_init (&collector, NULL);
  if (out == NULL || self == NULL || self->id == NULL)
    {
      pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name",
                        out == NULL    ? "out"
                        : self == NULL ? "self"
                                       : "id",
                        "expected", "not NULL, and set", "expected_zh", "非空且已设置", NULL);
      return pe_collector_finish (&collector, findings, error);
    }
  made = g_try_new0 (pe_register, 1);
  if (made != NULL)
    {
      made->references = 1;
      fill (made, self, &collector);
    }
  else
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = made;
  else
    pe_register_unref (made);
  return status;
}
