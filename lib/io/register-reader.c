/* register-reader.c - the registers of a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../model/register-private.h"
#include "dossier-reader-private.h"
#include "figure-reader-private.h"

enum
{
  REGISTER_TITLE,
  REGISTER_COLUMNS,
  REGISTER_ROWS,
  N_REGISTER
};

static const pe_member_rule register_members[N_REGISTER] = {
  { "title", PE_MEMBER_OPTIONAL },
  { "columns", PE_MEMBER_REQUIRED },
  { "rows", PE_MEMBER_OPTIONAL },
};

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_TYPE,
  COLUMN_UNIT,
  N_COLUMN
};

static const pe_member_rule column_members[N_COLUMN] = {
  { "id", PE_MEMBER_REQUIRED },
  { "name", PE_MEMBER_OPTIONAL },
  { "type", PE_MEMBER_REQUIRED },
  { "unit", PE_MEMBER_OPTIONAL },
};

/* The word of a column's unit is kept as well, since 人 and 个 are both counts. */
/* Cells of all registers of one document: a hundred bytes for each. */
#define MOST_CELLS 4000000

typedef struct
{
  pe_document_table columns; /* of pe_register_column */
  pe_vector         words;   /* of const char *, in step: the unit as written; nullable */
  pe_vector         cells;   /* of pe_register_cell */
  pe_vector         rows;    /* of pe_json_index, in step with each row of cells */
  pe_vector         members; /* of pe_member_rule: one a column */
  pe_vector         values;  /* of pe_json_index: one a column */
} reading;

static void
read_column (pe_document *document, pe_json_index value, pe_register_column *column, const char **word)
{
  pe_json_index members[N_COLUMN];

  pe_document_read_object (document, value, column_members, N_COLUMN, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_register_column_init (column, sizeof *column);
  column->id = pe_document_read_text (document, members[COLUMN_ID]);
  column->name = pe_document_read_text (document, members[COLUMN_NAME]);
  column->type = pe_document_read_word (document, members[COLUMN_TYPE], pe_words_column_type);
  *word = pe_document_read_text (document, members[COLUMN_UNIT]);
  column->unit = pe_figure_find_unit (*word);
}

static void
read_columns (pe_document *document, pe_json_index array, reading *self)
{
  if (array == PE_JSON_NONE || !pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_register_column *column = pe_document_table_append (document, &self->columns, value);
      pe_member_rule      rule = { NULL, PE_MEMBER_OPTIONAL };
      const pe_json_index none = PE_JSON_NONE;
      const char         *word = NULL;

      if (column == NULL)
        return;
      read_column (document, value, column, &word);
      rule.name = column->id != NULL ? column->id : "";
      if (pe_vector_push (&self->words, &word) != PE_OK || pe_vector_push (&self->members, &rule) != PE_OK
          || pe_vector_push (&self->values, &none) != PE_OK)
        {
          pe_document_report_no_memory (document);
          return;
        }
    }
}

static gboolean
is_not_applicable (pe_document *document, pe_json_index value)
{
  pe_figure   figure;
  size_t      size;
  const char *text;

  if (pe_json_get_kind (document->json, value) == PE_JSON_OBJECT)
    return TRUE;
  if (pe_json_get_kind (document->json, value) != PE_JSON_STRING)
    return FALSE;
  text = pe_json_get_text (document->json, value, &size);
  return pe_figure_parse (&figure, text, size, NULL) == PE_OK && figure.state == PE_STATE_NOT_APPLICABLE;
}

/* A number has the unit of its column; in a column that says none, its own. */
static void
read_cell (pe_document *document, pe_json_index value, const reading *self, size_t index, pe_register_cell *cell)
{
  const pe_register_column    *column = pe_vector_at (&self->columns.items, pe_register_column, index);
  const pe_figure_surroundings surroundings
      = { PE_FIGURE_FACT, column->unit, *pe_vector_at (&self->words, const char *, index) };
  const pe_figure_surroundings plain = { PE_FIGURE_FACT, PE_UNIT_NONE, NULL };

  pe_register_cell_init (cell, sizeof *cell);
  if (value == PE_JSON_NONE)
    return;
  if (column->type == PE_COLUMN_NUMBER)
    pe_figure_read (document, value, &surroundings, &cell->figure, NULL);
  else if (column->type == PE_COLUMN_TRUTH)
    pe_figure_read (document, value, &plain, &cell->figure, NULL);
  else if (is_not_applicable (document, value))
    pe_figure_read (document, value, &plain, &cell->figure, NULL);
  else if (column->type == PE_COLUMN_DATE)
    cell->date = pe_document_read_date (document, value);
  else
    {
      const char *text = pe_document_read_text (document, value);
      cell->text = text != NULL && *text != '\0' ? text : NULL; /* "" is not filled in, as anywhere in a document */
    }
}

static void
read_row (pe_document *document, pe_json_index value, reading *self)
{
  const size_t n = self->columns.items.size;
  void        *cells;

  pe_document_read_object (document, value, self->members.data, n, PE_ERROR_MEMBER_UNKNOWN, self->values.data);
  if (pe_vector_push (&self->rows, &value) != PE_OK || pe_vector_grow (&self->cells, n, &cells) != PE_OK)
    {
      pe_document_report_no_memory (document);
      return;
    }
  for (size_t i = 0; i < n; i++)
    read_cell (document, *pe_vector_at (&self->values, pe_json_index, i), self, i, (pe_register_cell *) cells + i);
}

/* A row has a cell for each column, whether the document has or not: two bytes may stand for 256 of them. Tables have been
 * counted before they are a document, but for those. */
static gboolean
has_room (pe_document *document, pe_json_index row, size_t n)
{
  const gboolean raised = document->limits.items > MOST_CELLS;
  pe_buffer      limit = PE_BUFFER_INIT;

  document->n_cells += n;
  if (document->n_cells <= MIN (document->limits.items, MOST_CELLS))
    return TRUE;
  pe_buffer_add_uint (&limit, MIN (document->limits.items, MOST_CELLS));
  pe_buffer_add_char (&limit, '\0');
  pe_document_report (document, row, PE_ERROR_LIMIT_ITEMS, raised ? "total" : "limit", limit.data, NULL);
  pe_buffer_clear (&limit);
  return FALSE;
}

static void
read_rows (pe_document *document, pe_json_index array, reading *self)
{
  if (array == PE_JSON_NONE || !pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array);
       value != PE_JSON_NONE && has_room (document, value, self->columns.items.size);
       value = pe_json_get_next (document->json, value))
    read_row (document, value, self);
}

static pe_status
add_columns (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_register_builder_add_columns (builder, items, n, error);
}

/* Empties the cell of a row that an error is at; FALSE where it is at none. */
static gboolean
empty_cell (const pe_error *error, const reading *self, pe_register_cell *cells)
{
  const char *what = pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0));
  const char *name = strrchr (what, '/');

  for (size_t i = 0; name != NULL && i < self->columns.items.size; i++)
    if (strcmp (pe_vector_at (&self->columns.items, pe_register_column, i)->id, name + 1) == 0)
      {
        pe_register_cell_init (&cells[i], sizeof cells[i]);
        return TRUE;
      }
  return FALSE;
}

/* Adds one row, without the cells that the builder refuses: each of them is reported. */
static void
add_row (pe_document *document, const reading *self, size_t index, pe_register_builder *builder)
{
  pe_register_cell   *cells = pe_vector_at (&self->cells, pe_register_cell, index * self->columns.items.size);
  const pe_json_index row = *pe_vector_at (&self->rows, pe_json_index, index);
  gboolean            is_emptied = TRUE;

  for (size_t i = 0; i <= self->columns.items.size && is_emptied; i++)
    {
      pe_error *error = NULL;

      if (pe_register_builder_add_rows (builder, cells, 1, &error) == PE_OK)
        return;
      is_emptied = empty_cell (error, self, cells);
      pe_document_take_member_error (document, error, row);
    }
}

static void
add_rows (pe_document *document, const reading *self, pe_register_builder *builder)
{
  if (self->columns.items.size == 0
      || pe_register_builder_add_rows (builder, self->cells.data, self->rows.size, NULL) == PE_OK)
    return;
  for (size_t i = 0; i < self->rows.size; i++)
    add_row (document, self, i, builder);
}

static void
build (pe_document *document, pe_json_index value, const char *title, const reading *self, pe_vector *out)
{
  const uint64_t       n_errors = pe_document_get_n_errors (document);
  pe_register_builder *builder = NULL;
  pe_register         *made = NULL;
  pe_findings         *findings = NULL;
  pe_error            *error = NULL;
  size_t               size;

  if (pe_register_builder_new (&builder, NULL, &error) != PE_OK
      || pe_register_builder_set_head (builder, pe_json_get_name (document->json, value, &size), title, &error)
             != PE_OK)
    pe_document_take_error (document, error, value);
  else
    pe_document_table_add_to (document, &self->columns, add_columns, builder);
  if (pe_document_get_n_errors (document) == n_errors)
    {
      add_rows (document, self, builder);
      pe_register_builder_build (&made, builder, &findings, &error);
      pe_document_take_findings (document, findings, error, value);
    }
  pe_register_builder_free (builder);
  if (made != NULL && pe_vector_push (out, &made) != PE_OK)
    {
      pe_document_report_no_memory (document);
      pe_register_unref (made);
    }
}

static void
read_register (pe_document *document, pe_json_index value, pe_vector *out)
{
  reading self
      = { PE_DOCUMENT_TABLE_INIT (pe_register_column, G_MAXSIZE),
          PE_VECTOR_INIT (const char *),
          PE_VECTOR_INIT (pe_register_cell),
          PE_VECTOR_INIT (pe_json_index),
          PE_VECTOR_INIT (pe_member_rule),
          PE_VECTOR_INIT (pe_json_index) };
  const uint64_t n_errors = pe_document_get_n_errors (document);
  pe_json_index  members[N_REGISTER];

  pe_document_read_object (document, value, register_members, N_REGISTER, PE_ERROR_MEMBER_UNKNOWN, members);
  read_columns (document, members[REGISTER_COLUMNS], &self);
  if (pe_document_get_n_errors (document) == n_errors)
    {
      read_rows (document, members[REGISTER_ROWS], &self);
      build (document, value, pe_document_read_text (document, members[REGISTER_TITLE]), &self, out);
    }
  pe_document_table_clear (&self.columns);
  pe_vector_clear (&self.words);
  pe_vector_clear (&self.cells);
  pe_vector_clear (&self.rows);
  pe_vector_clear (&self.members);
  pe_vector_clear (&self.values);
}

void
pe_registers_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_vector made = PE_VECTOR_INIT (pe_register *);
  pe_error *error = NULL;

  if (value == PE_JSON_NONE || !pe_document_read_names (document, value))
    return;
  for (pe_json_index member = pe_json_get_first (document->json, value); member != PE_JSON_NONE;
       member = pe_json_get_next (document->json, member))
    read_register (document, member, &made);
  if (pe_dossier_builder_add_registers (builder, made.data, made.size, &error) != PE_OK)
    pe_document_take_error (document, error, value);
  for (size_t i = 0; i < made.size; i++)
    pe_register_unref (*pe_vector_at (&made, pe_register *, i));
  pe_vector_clear (&made);
}
