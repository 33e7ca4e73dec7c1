/* xlsx-writer.c - tables as an XLSX workbook
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval-office/xlsx.h>

#include <string.h>

#include "../base/vector-private.h"
#include "xlsx-private.h"

#define ROWS_MAX 1048576
#define COLUMNS_MAX 16384
#define SHEET_NAME_MAX 31 /* characters */
#define TEXT_MAX 32767    /* characters */
#define PLACES_MAX 15

/* A format of the workbook under way, by what it shows. */
typedef struct
{
  pe_unit     unit;
  int32_t     places; /* -1: a date, -2: a date with a time */
  lxw_format *format;
} known_format;

typedef struct
{
  pe_office_file   file;
  const pe_tables *tables;
  pe_vector        formats; /* of known_format */
  GPtrArray       *names;   /* of the sheets so far, case aside */
} writer;

static int32_t
count_places (const char *text)
{
  const char *point = strchr (text, '.');

  return point != NULL ? (int32_t) strlen (point + 1) : 0;
}

/* "0.00", "0.00%", "0.00\"万元\"" */
static void
print_format (char out[64], pe_unit unit, int32_t places)
{
  const char *name = pe_unit_get_name (unit);

  if (places < 0)
    {
      strcpy (out, places == -1 ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss");
      return;
    }
  strcpy (out, places > 0 ? "0." : "0");
  for (int32_t i = 0; i < places; i++)
    strcat (out, "0");
  if (unit == PE_UNIT_PERCENT)
    strcat (out, "%");
  else if (name != NULL && name[0] != '\0')
    {
      strcat (out, "\"");
      strcat (out, name);
      strcat (out, "\"");
    }
}

static lxw_format *
find_format (writer *self, pe_unit unit, int32_t places)
{
  known_format known = { unit, places, NULL };
  char         code[64];

  for (size_t i = 0; i < self->formats.size; i++)
    {
      const known_format *other = pe_vector_at (&self->formats, const known_format, i);

      if (other->unit == unit && other->places == places)
        return other->format;
    }
  known.format = workbook_add_format (self->file.workbook);
  if (known.format == NULL || pe_vector_push (&self->formats, &known) != PE_OK)
    return NULL;
  print_format (code, unit, places);
  format_set_num_format (known.format, code);
  return known.format;
}

static pe_status
refuse_cell (pe_error **error, pe_status code, const char *name, uint64_t limit)
{
  char number[24];

  return pe_office_fail (error, code, NULL, "name", name, "limit", pe_office_print_number (number, limit), NULL);
}

static gboolean
is_plain_unit (pe_unit unit)
{
  return unit == PE_UNIT_NONE || unit == PE_UNIT_YUAN || unit == PE_UNIT_WAN_YUAN || unit == PE_UNIT_YI_YUAN
         || unit == PE_UNIT_PERCENT || unit == PE_UNIT_PERMILLE;
}

/* As what it is; FALSE when it has to be a text. */
static gboolean
write_typed (writer *self, lxw_worksheet *sheet, lxw_row_t row, const pe_cell *cell)
{
  const lxw_col_t column = (lxw_col_t) (cell->column - 1);
  const int32_t   places = count_places (cell->text);
  lxw_format     *format;

  switch (cell->kind)
    {
    case PE_CELL_NUMBER:
      format = places <= PLACES_MAX && is_plain_unit (cell->unit) ? find_format (self, cell->unit, places) : NULL;
      return format != NULL
             && pe_office_write_number (sheet, row, column, cell->text, cell->unit == PE_UNIT_PERCENT ? 2 : 0, format);
    case PE_CELL_DATE:
      format = find_format (self, PE_UNIT_NONE, cell->length > 10 ? -2 : -1);
      return format != NULL && pe_office_write_date (sheet, row, column, cell->text, format);
    case PE_CELL_TRUTH:
      return worksheet_write_boolean (sheet, row, column, cell->text[0] == 't', NULL) == LXW_NO_ERROR;
    default:
      return FALSE;
    }
}

static pe_status
write_cell (writer *self, lxw_worksheet *sheet, lxw_row_t row, const pe_cell *cell, pe_error **error)
{
  if (cell->column > COLUMNS_MAX)
    return refuse_cell (error, PE_ERROR_LIMIT_ITEMS, "columns", COLUMNS_MAX);
  if (write_typed (self, sheet, row, cell))
    return PE_OK;
  if (g_utf8_strlen (cell->text, (gssize) cell->length) > TEXT_MAX)
    return refuse_cell (error, PE_ERROR_LIMIT_TEXT, "cell", TEXT_MAX);
  if (worksheet_write_string (sheet, row, (lxw_col_t) (cell->column - 1), cell->text, NULL) != LXW_NO_ERROR)
    return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  return PE_OK;
}

static pe_status
write_rows (writer *self, lxw_worksheet *sheet, size_t table, pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < pe_tables_get_n_rows (self->tables, table) && status == PE_OK; i++)
    {
      pe_table_row row;

      pe_table_row_init (&row, sizeof row);
      status = pe_tables_get_row (&row, self->tables, table, i, error);
      if (status == PE_OK && row.number > ROWS_MAX)
        status = refuse_cell (error, PE_ERROR_LIMIT_ITEMS, "rows", ROWS_MAX);
      for (size_t k = 0; k < row.n_cells && status == PE_OK; k++)
        {
          pe_cell cell;

          pe_cell_init (&cell, sizeof cell);
          status = pe_tables_get_cell (&cell, self->tables, table, i, k, error);
          if (status == PE_OK)
            status = write_cell (self, sheet, row.number - 1, &cell, error);
        }
    }
  return status;
}

/* A sheet's name has at most 31 characters and none of []:*?/\; owned. */
static char *
sheet_name (const char *name)
{
  char  *copy = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), SHEET_NAME_MAX));
  size_t size = strlen (copy);

  for (size_t i = 0; i < size; i++)
    if (strchr ("[]:*?/\\", copy[i]) != NULL)
      copy[i] = '_';
  if (copy[0] == '\'')
    copy[0] = '_';
  if (size > 0 && copy[size - 1] == '\'')
    copy[size - 1] = '_';
  return copy;
}

/* libxlsxwriter would complain of it on the standard error of the host. */
static gboolean
is_taken (writer *self, const char *name)
{
  char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->names->len; i++)
    if (strcmp (g_ptr_array_index (self->names, i), folded) == 0)
      {
        g_free (folded);
        return TRUE;
      }
  g_ptr_array_add (self->names, folded);
  return FALSE;
}

static pe_status
write_table (writer *self, size_t table, pe_error **error)
{
  pe_table_head  head;
  lxw_worksheet *sheet = NULL;
  char          *name;
  pe_status      status;

  pe_table_head_init (&head, sizeof head);
  status = pe_tables_get_head (&head, self->tables, table, error);
  if (status != PE_OK)
    return status;
  name = sheet_name (head.name);
  if (is_taken (self, name))
    status = pe_office_fail (error, PE_ERROR_TABLE_DUPLICATE, NULL, "name", name, NULL);
  else
    {
      sheet = workbook_add_worksheet (self->file.workbook, name);
      if (sheet == NULL)
        status = pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
    }
  g_free (name);
  if (status == PE_OK && (head.flags & PE_CELL_HIDDEN) != 0)
    worksheet_hide (sheet);
  return status == PE_OK ? write_rows (self, sheet, table, error) : status;
}

pe_status
pe_tables_to_xlsx (pe_text **out, const pe_tables *self, pe_error **error)
{
  writer    data = { { -1, NULL }, self, PE_VECTOR_INIT (known_format), NULL };
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  data.names = g_ptr_array_new_with_free_func (g_free);
  status = pe_office_file_open (&data.file, error);
  for (size_t i = 0; i < pe_tables_get_n (self) && status == PE_OK; i++)
    status = write_table (&data, i, error);
  if (status == PE_OK)
    status = pe_office_file_finish (&data.file, out, error);
  else
    pe_office_file_clear (&data.file);
  pe_vector_clear (&data.formats);
  g_ptr_array_unref (data.names);
  return status;
}
