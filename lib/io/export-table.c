/* export-table.c - values of a document as the cells of a table
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../base/figure-private.h"
#include "../model/register-private.h"
#include "export-private.h"
#include "import-private.h"
#include "json-writer-private.h"

/* A register may have more columns than any table that we know. */
#define COLUMNS_MAX PE_REGISTER_MAX_COLUMNS

/* What a column of the table is. */
typedef struct
{
  gboolean        used;
  pe_sheet_column about;
  pe_unit         unit; /* of its amounts, when all have the same */
  gboolean        mixed;
  uint32_t        number; /* in the sheet */
} column;

typedef struct
{
  pe_export_table *table;
  pe_provider     *provider;
  pe_language      language;
  column           columns[COLUMNS_MAX];
  size_t           n_columns;
  pe_buffer        text;
  pe_vector        cells; /* of pe_cell, of the row; pe_cell::text is NULL until the row ends */
  pe_error       **error;
  pe_status        status;
} writer;

static pe_json_index
get_member (const pe_json *json, pe_json_index value, const char *name)
{
  pe_json_index member = pe_json_get_first (json, value);

  while (member != PE_JSON_NONE && strcmp (pe_json_get_name (json, member, NULL), name) != 0)
    member = pe_json_get_next (json, member);
  return member;
}

static const char *
get_text (const pe_json *json, pe_json_index value, const char *name)
{
  const pe_json_index member = get_member (json, value, name);

  return member != PE_JSON_NONE ? pe_json_get_text (json, member, NULL) : NULL;
}

/* A register's column as its definition has it. */
static pe_sheet_column
register_column (const pe_json *json, pe_json_index definition)
{
  const char     *id = get_text (json, definition, "id"), *name = get_text (json, definition, "name");
  const char     *type = get_text (json, definition, "type");
  pe_sheet_column about = { id, name != NULL ? name : id, id, PE_COLUMN_TEXT, FALSE, NULL, 0, NULL, NULL, NULL };

  if (type != NULL && strcmp (type, "number") == 0)
    about.type = PE_COLUMN_NUMBER;
  else if (type != NULL && strcmp (type, "date") == 0)
    about.type = PE_COLUMN_DATE;
  else if (type != NULL && strcmp (type, "boolean") == 0)
    about.type = PE_COLUMN_TRUTH;
  return about;
}

/* Whether a reader who has this header finds this column by it, and not another. */
static gboolean
leads_to (const writer *self, const char *header, size_t index)
{
  for (size_t i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].about.id, header) == 0)
      return i == index;
  for (size_t i = 0; i < self->n_columns; i++)
    if (pe_import_is_named (header, self->columns[i].about.id)
        || pe_import_is_named (header, self->columns[i].about.name_zh))
      return i == index;
  return FALSE;
}

/* A column of a register whose name would not lead back to it goes by its id. */
static void
settle_headers (writer *self)
{
  gboolean by_id[COLUMNS_MAX];

  for (size_t i = 0; i < self->n_columns; i++)
    by_id[i] = !leads_to (self, self->columns[i].about.name_zh, i);
  for (size_t i = 0; i < self->n_columns; i++)
    if (by_id[i])
      self->columns[i].about.name_zh = self->columns[i].about.id;
}

static void
describe_columns (writer *self)
{
  const pe_export_table *table = self->table;

  if (table->kind != PE_SHEET_REGISTER)
    {
      self->n_columns = MIN (pe_sheet_get_n_columns (table->kind), COLUMNS_MAX);
      for (size_t i = 0; i < self->n_columns; i++)
        {
          self->columns[i].about = pe_sheet_get_column (table->kind, i);
          self->columns[i].used = table->n_rows == 0 && self->columns[i].about.is_required;
        }
      return;
    }
  for (pe_json_index definition = pe_json_get_first (table->json, table->register_columns);
       definition != PE_JSON_NONE && self->n_columns < COLUMNS_MAX;
       definition = pe_json_get_next (table->json, definition))
    {
      self->columns[self->n_columns].used = TRUE;
      self->columns[self->n_columns++].about = register_column (table->json, definition);
    }
  settle_headers (self);
}

/* The amount of a string, in its own unit or that of its table. */
static gboolean
get_amount (const pe_export_table *table, pe_json_index value, pe_figure *out)
{
  size_t      size;
  const char *text = pe_json_get_text (table->json, value, &size);

  if (text == NULL || pe_figure_parse (out, text, size, NULL) != PE_OK || out->state != PE_STATE_VALUE)
    return FALSE;
  if (out->unit == PE_UNIT_NONE)
    out->unit = table->unit;
  return TRUE;
}

static void
survey (writer *self)
{
  const pe_export_table *table = self->table;

  for (size_t i = 0; i < table->cells.size; i++)
    {
      const pe_export_cell *cell = pe_vector_at (&table->cells, const pe_export_cell, i);
      column               *its = &self->columns[cell->column];
      pe_figure             amount;

      its->used = TRUE;
      if (its->about.type != PE_COLUMN_MONEY || cell->source != PE_EXPORT_VALUE
          || !get_amount (table, cell->value, &amount))
        continue;
      if (its->unit == PE_UNIT_NONE)
        its->unit = amount.unit;
      its->mixed = its->mixed || its->unit != amount.unit;
    }
}

/* Cells */

static void
add_cell (writer *self, uint32_t number, pe_cell_kind kind, size_t first)
{
  const pe_cell cell = { sizeof cell, kind, NULL, self->text.size - first, number, 1, 0, PE_UNIT_NONE };

  if (self->text.status != PE_OK || (cell.length > 0 && pe_vector_push (&self->cells, &cell) != PE_OK))
    self->status = pe_error_set_no_memory (self->error);
}

static void
add_text (writer *self, uint32_t number, const char *text)
{
  const size_t first = self->text.size;

  pe_buffer_add_string (&self->text, text);
  add_cell (self, number, PE_CELL_TEXT, first);
}

/* {"value": "5", "unit": "天"} as it is: reading takes it back. */
static void
add_object (writer *self, const column *its, pe_json_index value)
{
  const pe_json *json = self->table->json;
  const size_t   first = self->text.size;
  const char    *state = get_text (json, value, "state");
  pe_json_writer object;

  if (state != NULL && strcmp (state, "not_applicable") == 0 && get_text (json, value, "unit") == NULL)
    {
      add_text (self, its->number, "-");
      return;
    }
  pe_json_writer_init (&object, &self->text);
  pe_json_writer_begin_object (&object);
  for (pe_json_index member = pe_json_get_first (json, value); member != PE_JSON_NONE;
       member = pe_json_get_next (json, member))
    pe_json_writer_member_string (
        &object, pe_json_get_name (json, member, NULL), pe_json_get_text (json, member, NULL));
  pe_json_writer_end_object (&object);
  add_cell (self, its->number, PE_CELL_TEXT, first);
}

/* Amounts of one unit are numbers below a header with the unit. Others stand as the document has them: a column of cells has
 * one unit. */
static void
add_amount (writer *self, const column *its, pe_json_index value)
{
  const size_t   first = self->text.size;
  pe_json_writer object;
  pe_figure      amount;

  if (!get_amount (self->table, value, &amount))
    {
      add_text (self, its->number, pe_json_get_text (self->table->json, value, NULL));
      return;
    }
  if (!its->mixed)
    {
      pe_buffer_add_decimal (&self->text, &amount.value);
      add_cell (self, its->number, PE_CELL_NUMBER, first);
      return;
    }
  pe_json_writer_init (&object, &self->text);
  pe_json_writer_begin_object (&object);
  pe_json_writer_member_decimal (&object, "value", &amount.value);
  pe_json_writer_member_string (&object, "unit", pe_unit_get_name (amount.unit));
  pe_json_writer_end_object (&object);
  add_cell (self, its->number, PE_CELL_TEXT, first);
}

static gboolean
is_plain_number (const char *text)
{
  pe_decimal number;

  return pe_decimal_parse (&number, text, strlen (text), NULL) == PE_OK && strpbrk (text, ", +") == NULL;
}

static void
add_string (writer *self, const column *its, pe_json_index value)
{
  const char  *text = pe_json_get_text (self->table->json, value, NULL);
  const size_t first = self->text.size;

  switch (its->about.type)
    {
    case PE_COLUMN_MONEY:
      add_amount (self, its, value);
      return;
    case PE_COLUMN_DATE:
      pe_buffer_add_string (&self->text, text);
      add_cell (self, its->number, PE_CELL_DATE, first);
      return;
    case PE_COLUMN_WORD:
      add_text (self, its->number, pe_sheet_column_print_word (&its->about, text, self->language));
      return;
    case PE_COLUMN_COUNT:
    case PE_COLUMN_NUMBER:
    case PE_TABLE_FIGURE:
    case PE_TABLE_POINTS:
      pe_buffer_add_string (&self->text, text);
      add_cell (self, its->number, is_plain_number (text) ? PE_CELL_NUMBER : PE_CELL_TEXT, first);
      return;
    default:
      add_text (self, its->number, text);
    }
}

static void
add_value (writer *self, const column *its, pe_json_index value)
{
  const pe_json *json = self->table->json;
  /* Among figures 是 and 否 alone are known: "no" may be a text. */
  const gboolean zh = self->language == PE_LANGUAGE_ZH || its->about.type != PE_COLUMN_TRUTH;
  const size_t   first = self->text.size;

  switch (pe_json_get_kind (json, value))
    {
    case PE_JSON_TRUE:
      add_text (self, its->number, zh ? "是" : "yes");
      return;
    case PE_JSON_FALSE:
      add_text (self, its->number, zh ? "否" : "no");
      return;
    case PE_JSON_NUMBER:
      pe_buffer_add_string (&self->text, pe_json_get_text (json, value, NULL));
      add_cell (self, its->number, PE_CELL_NUMBER, first);
      return;
    case PE_JSON_STRING:
      add_string (self, its, value);
      return;
    case PE_JSON_OBJECT:
      add_object (self, its, value);
      return;
    default:
      /* A fact that is there and has no value is another document than one without it; an empty cell would be none. */
      if (self->table->kind == PE_SHEET_FACTS)
        add_text (self, its->number, "{\"state\":\"missing\"}");
      return;
    }
}

static void
add_exported (writer *self, const pe_export_cell *cell, const column *its)
{
  const size_t first = self->text.size;

  if (cell->source == PE_EXPORT_VALUE)
    add_value (self, its, cell->value);
  else if (cell->source == PE_EXPORT_NAME)
    add_text (self, its->number,
              pe_sheet_column_print_word (
                  &its->about, pe_json_get_name (self->table->json, cell->value, NULL), self->language));
  else
    {
      pe_buffer_add_uint (&self->text, cell->level);
      add_cell (self, its->number, PE_CELL_NUMBER, first);
    }
}

static void
add_header (writer *self, const column *its, uint32_t number)
{
  const size_t first = self->text.size;

  pe_buffer_add_string (&self->text, self->language == PE_LANGUAGE_ZH ? its->about.name_zh : its->about.name_en);
  if (its->unit != PE_UNIT_NONE && !its->mixed)
    {
      pe_buffer_add_string (&self->text, self->language == PE_LANGUAGE_ZH ? "（" : " (");
      pe_buffer_add_string (&self->text, pe_unit_get_name (its->unit));
      pe_buffer_add_string (&self->text, self->language == PE_LANGUAGE_ZH ? "）" : ")");
    }
  add_cell (self, number, PE_CELL_TEXT, first);
}

/* Rows */

static void
finish_row (writer *self, uint32_t number)
{
  const pe_table_row row = { sizeof row, number, 0, 0, 0 };
  pe_cell           *cells = self->cells.data;
  const char        *text = self->text.data;

  for (size_t i = 0; i < self->cells.size && self->status == PE_OK; i++)
    {
      cells[i].text = text;
      text += cells[i].length;
    }
  if (self->status == PE_OK)
    self->status = pe_provider_add_row (self->provider, &row, cells, self->cells.size, self->error);
  self->cells.size = 0;
  self->text.size = 0;
}

static void
write_rows (writer *self)
{
  const pe_export_table *table = self->table;
  uint32_t               number = 0;

  for (size_t i = 0; i < self->n_columns; i++)
    if (self->columns[i].used)
      {
        self->columns[i].number = ++number;
        add_header (self, &self->columns[i], number);
      }
  finish_row (self, 1);
  for (size_t i = 0; i < table->cells.size && self->status == PE_OK;)
    {
      const size_t row = pe_vector_at (&table->cells, const pe_export_cell, i)->row;

      for (; i < table->cells.size && pe_vector_at (&table->cells, const pe_export_cell, i)->row == row; i++)
        add_exported (self, pe_vector_at (&table->cells, const pe_export_cell, i),
                      &self->columns[pe_vector_at (&table->cells, const pe_export_cell, i)->column]);
      finish_row (self, (uint32_t) row + 2);
    }
}

/* Each column is a row: its header, then its content. */
static void
write_pairs (writer *self)
{
  uint32_t number = 0;

  for (size_t i = 0; i < self->table->cells.size && self->status == PE_OK; i++)
    {
      const pe_export_cell *cell = pe_vector_at (&self->table->cells, const pe_export_cell, i);
      column               *its = &self->columns[cell->column];

      its->number = 2;
      add_header (self, its, 1);
      add_exported (self, cell, its);
      finish_row (self, ++number);
    }
}

pe_status
pe_export_write (pe_export_table *self, pe_provider *provider, const char *name, pe_language language, pe_error **error)
{
  writer       *data;
  pe_table_head head = { sizeof head, 0, name, NULL };
  pe_status     status;

  if (self->status != PE_OK)
    return pe_error_set_no_memory (error);
  if (self->cells.size == 0 && self->kind != PE_SHEET_REGISTER && !self->is_said)
    return PE_OK;
  data = g_try_new0 (writer, 1);
  if (data == NULL)
    return pe_error_set_no_memory (error);
  data->table = self;
  data->provider = provider;
  data->language = language;
  data->error = error;
  data->cells = (pe_vector) PE_VECTOR_INIT (pe_cell);
  data->status = pe_provider_begin_table (provider, &head, error);
  describe_columns (data);
  survey (data);
  if (data->status == PE_OK && self->kind != PE_SHEET_REGISTER && pe_sheet_get_shape (self->kind) == PE_TABLE_PAIRS)
    write_pairs (data);
  else if (data->status == PE_OK)
    write_rows (data);
  status = data->status;
  pe_vector_clear (&data->cells);
  pe_buffer_clear (&data->text);
  g_free (data);
  return status;
}
