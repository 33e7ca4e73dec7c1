/* import-value.c - a cell as a value of the document
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "import-private.h"

void
pe_import_origin (pe_import *self, const pe_import_table *table, const pe_stored_row *row, uint32_t column)
{
  const pe_cell_origin origin
      = { self->text.size, table->table, row != NULL ? row->line : 0, row != NULL ? row->number : 0, column };

  if (self->status == PE_OK && pe_cell_map_add (&self->map, &origin) != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
}

/* Dates */

/* A run of digits; FALSE where there is none. */
static gboolean
take_number (const char **text, size_t most, uint32_t *out)
{
  size_t n = 0;

  for (*out = 0; n < most && g_ascii_isdigit (**text); n++, ++*text)
    *out = *out * 10 + (uint32_t) (**text - '0');
  return n > 0;
}

/* One of the marks that part the numbers of a date; "" takes nothing. */
static gboolean
take_mark (const char **text, const char *const *marks)
{
  for (size_t i = 0; marks[i] != NULL; i++)
    if (strncmp (*text, marks[i], strlen (marks[i])) == 0)
      {
        *text += strlen (marks[i]);
        return TRUE;
      }
  return FALSE;
}

static void
add_padded (pe_buffer *out, uint32_t number, uint32_t width)
{
  char digits[8];

  for (uint32_t i = width; i-- > 0; number /= 10)
    digits[i] = (char) ('0' + number % 10);
  pe_buffer_add (out, digits, width);
}

/* Behind a date: nothing, or a time of the day. */
static gboolean
is_time (const char *text)
{
  const char *colon = strchr (text, ':');

  if (text[0] == '\0')
    return TRUE;
  return (text[0] == ' ' || text[0] == 'T') && colon != NULL && strspn (text + 1, "0123456789:. ") == strlen (text + 1);
}

void
pe_import_print_date (const char *text, pe_buffer *out)
{
  static const char *const first[] = { "-", "/", ".", "年", NULL }, *const second[] = { "-", "/", ".", "月", NULL };
  const char *at = text;
  uint32_t    year, month, day;

  if (take_number (&at, 4, &year) && year >= 1000
      && ((take_mark (&at, first) && take_number (&at, 2, &month) && take_mark (&at, second)
           && take_number (&at, 2, &day))
          || (at == text + 4 && take_number (&at, 2, &month) && take_number (&at, 2, &day) && at == text + 8)))
    {
      if (strncmp (at, "日", strlen ("日")) == 0)
        at += strlen ("日");
      if (is_time (at))
        {
          add_padded (out, year, 4);
          pe_buffer_add_char (out, '-');
          add_padded (out, month, 2);
          pe_buffer_add_char (out, '-');
          add_padded (out, day, 2);
          return;
        }
    }
  pe_buffer_add_string (out, text);
}

/* Figures */

/* {"value": "5", "unit": "天"}: the document's own form for what no cell can say. */
static gboolean
write_document_form (pe_import *self, const char *text)
{
  pe_json  *json = NULL;
  pe_error *error = NULL;

  if (text[0] != '{' || pe_json_parse (&json, text, strlen (text), NULL, NULL, &error) != PE_OK)
    {
      pe_error_unref (error);
      return FALSE;
    }
  pe_json_writer_begin_object (&self->json);
  for (pe_json_index member = pe_json_get_first (json, 0); member != PE_JSON_NONE;
       member = pe_json_get_next (json, member))
    {
      const char *value = pe_json_get_text (json, member, NULL);

      pe_json_writer_member_string (&self->json, pe_json_get_name (json, member, NULL), value != NULL ? value : "");
    }
  pe_json_writer_end_object (&self->json);
  pe_json_free (json);
  return TRUE;
}

/* The unit that a cell says for itself. */
static pe_unit
own_unit (const pe_import *self, const pe_stored_cell *cell)
{
  pe_figure figure;

  if (cell->kind == PE_CELL_NUMBER)
    return cell->unit;
  if (pe_figure_parse (&figure, pe_tables_text (self->tables, cell), cell->length, NULL) != PE_OK
      || figure.state != PE_STATE_VALUE)
    return PE_UNIT_NONE;
  return figure.unit;
}

static gboolean
is_number (const pe_import *self, const pe_stored_cell *cell)
{
  pe_figure figure;

  return pe_figure_parse (&figure, pe_tables_text (self->tables, cell), cell->length, NULL) == PE_OK
         && figure.state == PE_STATE_VALUE && figure.unit != PE_UNIT_TRUTH;
}

gboolean
pe_import_get_amount (const pe_import *self, const pe_import_table *table, const pe_import_column *column,
                      const pe_stored_cell *cell, pe_figure *out)
{
  if ((cell->kind != PE_CELL_NUMBER && cell->kind != PE_CELL_TEXT)
      || pe_figure_parse (out, pe_tables_text (self->tables, cell), cell->length, NULL) != PE_OK
      || out->state != PE_STATE_VALUE)
    return FALSE;
  if (cell->kind == PE_CELL_NUMBER)
    out->unit = cell->unit;
  if (out->unit == PE_UNIT_NONE)
    out->unit = column->unit != PE_UNIT_NONE ? column->unit : table->money_unit;
  if (out->unit == PE_UNIT_NONE)
    out->unit = PE_UNIT_YUAN;
  return out->unit == PE_UNIT_YUAN || out->unit == PE_UNIT_WAN_YUAN || out->unit == PE_UNIT_YI_YUAN;
}

/* A column of amounts has one unit: the header's, or that of the first cell which has one. */
static void
settle_unit (pe_import *self, const pe_import_table *table, const pe_stored_row *row, pe_import_column *column,
             pe_unit unit)
{
  if (unit == PE_UNIT_NONE && column->unit == PE_UNIT_NONE)
    unit = table->money_unit;
  if (unit == PE_UNIT_NONE)
    return;
  if (column->unit == PE_UNIT_NONE)
    {
      column->unit = unit;
      column->unit_number = row->number;
      column->unit_line = row->line;
    }
  else if (column->unit != unit)
    pe_import_report_two (self, PE_ERROR_UNIT_MIXED, table, row, column, pe_unit_get_name (unit),
                          pe_unit_get_name (column->unit));
}

/* A value that was put together; without memory for it the whole import fails, lest it were missing. */
static void
write_buffer (pe_import *self, pe_buffer *value)
{
  pe_buffer_add_char (value, '\0');
  if (value->status != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_json_writer_string (&self->json, value->data);
  pe_buffer_clear (value);
}

static void
write_figure (pe_import *self, const pe_import_table *table, const pe_stored_row *row, pe_import_column *column,
              int32_t type, const pe_stored_cell *cell, const char *text)
{
  const pe_unit own = own_unit (self, cell);
  pe_buffer     figure = PE_BUFFER_INIT;

  if (write_document_form (self, text))
    return;
  if (type == PE_COLUMN_MONEY && is_number (self, cell))
    settle_unit (self, table, row, column, own);
  pe_buffer_add_string (&figure, text);
  if (cell->kind == PE_CELL_NUMBER && own != PE_UNIT_NONE)
    pe_buffer_add_string (&figure, pe_unit_get_name (own));
  else if (own == PE_UNIT_NONE && column->unit != PE_UNIT_NONE && type != PE_COLUMN_COUNT && is_number (self, cell))
    pe_buffer_add_string (&figure, pe_unit_get_name (column->unit));
  write_buffer (self, &figure);
}

/* Others */

static void
write_truth (pe_import *self, const char *text)
{
  if (pe_import_is_named (text, "是|true|yes|1|√|y"))
    pe_json_writer_bool (&self->json, TRUE);
  else if (pe_import_is_named (text, "否|false|no|0|×|n"))
    pe_json_writer_bool (&self->json, FALSE);
  else
    pe_json_writer_string (&self->json, text);
}

static void
write_int (pe_import *self, const char *text)
{
  size_t  length = strlen (text);
  int64_t number = 0;

  /* "2023年" */
  if (length > strlen ("年") && strcmp (text + length - strlen ("年"), "年") == 0)
    length -= strlen ("年");
  for (size_t i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]) || length > 9)
        {
          pe_json_writer_string (&self->json, text);
          return;
        }
      number = number * 10 + (text[i] - '0');
    }
  pe_json_writer_int (&self->json, number);
}

static void
write_typed (pe_import *self, const pe_import_table *table, const pe_stored_row *row, pe_import_column *column,
             const pe_sheet_column *about, const pe_stored_cell *cell, const char *text)
{
  pe_buffer   date = PE_BUFFER_INIT;
  const char *word;

  switch (about->type)
    {
    case PE_COLUMN_MONEY:
    case PE_COLUMN_COUNT:
    case PE_COLUMN_NUMBER:
    case PE_TABLE_FIGURE:
    case PE_TABLE_POINTS:
      if (cell->kind == PE_CELL_TRUTH)
        pe_json_writer_bool (&self->json, text[0] == 't');
      else
        write_figure (self, table, row, column, about->type, cell, text);
      return;
    case PE_COLUMN_DATE:
      pe_import_print_date (text, &date);
      write_buffer (self, &date);
      return;
    case PE_COLUMN_WORD:
      word = pe_sheet_column_find_word (about, text);
      pe_json_writer_string (&self->json, word != NULL ? word : text);
      return;
    case PE_COLUMN_TRUTH:
      write_truth (self, text);
      return;
    case PE_TABLE_LEVEL:
    case PE_TABLE_YEAR:
      write_int (self, text);
      return;
    default:
      pe_json_writer_string (&self->json, text);
    }
}

static void
note_formula (pe_import_table *table, const pe_stored_row *row, const pe_stored_cell *cell)
{
  if ((cell->flags & PE_CELL_FORMULA) == 0)
    return;
  if (table->n_formulas++ > 0)
    return;
  table->first_formula = row->number;
  table->first_formula_column = cell->column;
}

void
pe_import_value (pe_import *self, pe_import_table *table, const pe_stored_row *row, pe_import_column *column,
                 const pe_sheet_column *about, const pe_stored_cell *cell)
{
  const char *text = pe_tables_text (self->tables, cell);
  pe_buffer   stripped = PE_BUFFER_INIT;
  const char *end = text + cell->length;

  pe_import_origin (self, table, row, cell->column);
  if (cell->kind == PE_CELL_ERROR)
    {
      pe_import_report (self, PE_ERROR_CELL_VALUE, table, row->line, row->number, cell->column, "found", text, NULL);
      pe_json_writer_null (&self->json);
      return;
    }
  note_formula (table, row, cell);
  /* A text is kept as it is, but for an indent that means something; everything else without the blanks around it. */
  if (about->type != PE_COLUMN_TEXT || (table->by_indent && strcmp (about->id, "name") == 0))
    {
      while (text < end && g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);
    }
  pe_buffer_add (&stripped, text, (size_t) (end - text));
  pe_buffer_add_char (&stripped, '\0');
  if (stripped.status != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
  else
    write_typed (self, table, row, column, about, cell, stripped.data);
  pe_buffer_clear (&stripped);
}
