/* sheet.c - the cells of a sheet
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/date.h>
#include <string.h>

#include "workbook-private.h"

#define ROWS_MAX 1048576
#define COLUMNS_MAX 16384

/* What the text of an element is for. */
typedef enum
{
  TEXT_NONE,
  TEXT_VALUE,
  TEXT_INLINE,
  TEXT_FORMULA
} text_kind;

/* A sheet under way. */
typedef struct
{
  pe_workbook             *workbook;
  const pe_workbook_sheet *sheet;
  uint32_t                 number; /* of the row */
  uint32_t                 column;
  gboolean                 row_hidden;
  char      type; /* of the cell: n, s (shared), i (inline), t (result of a formula), b, e, d; x: passed over */
  uint32_t  style;
  gboolean  has_formula;
  text_kind taking;
  uint32_t  in_reading;
  pe_vector value;   /* of char */
  pe_vector formula; /* of char */
  pe_vector cells;   /* of pe_cell, of the row; pe_cell::text is NULL until the row ends */
  pe_vector bytes;   /* of char: the texts of the row, in order */
} reader;

static pe_status
no_memory (const reader *self, pe_error **error)
{
  return pe_office_fail (error, PE_ERROR_NO_MEMORY, self->workbook->archive.file, NULL);
}

/* "A12": the column and the row; FALSE for what is no name of a cell. */
static gboolean
parse_name (const char *name, uint32_t *column, uint32_t *number)
{
  *column = *number = 0;
  for (; *name >= 'A' && *name <= 'Z'; name++)
    {
      *column = *column * 26 + (uint32_t) (*name - 'A' + 1);
      if (*column > COLUMNS_MAX)
        return FALSE;
    }
  for (; *name >= '0' && *name <= '9'; name++)
    {
      *number = *number * 10 + (uint32_t) (*name - '0');
      if (*number > ROWS_MAX)
        return FALSE;
    }
  return *name == '\0' && *column > 0 && *number > 0;
}

/* "预算!C7"; owned. */
static char *
print_name (const reader *self)
{
  char     letters[8], digits[24];
  size_t   first = sizeof letters - 1;
  uint32_t column = self->column;

  letters[first] = '\0';
  for (; column > 0 && first > 0; column = (column - 1) / 26)
    letters[--first] = (char) ('A' + (column - 1) % 26);
  return g_strconcat (self->sheet->name, "!", letters + first, pe_office_print_number (digits, self->number), NULL);
}

/* A fault of one cell; the others are read all the same. */
static pe_status
report (reader *self, const char *found, size_t length, const char *expected, const char *expected_zh, pe_error **error)
{
  pe_provider_parameter parameters[3];
  pe_provider_place     place;
  char                 *cell = print_name (self);
  char                 *text = g_utf8_make_valid (found, (gssize) MIN (length, 256));
  pe_status             status;

  pe_provider_place_init (&place, sizeof place);
  place.cell = cell;
  for (size_t i = 0; i < 3; i++)
    pe_provider_parameter_init (&parameters[i], sizeof *parameters);
  parameters[0].name = "found";
  parameters[0].text = text;
  parameters[1].name = "expected";
  parameters[1].text = expected;
  parameters[2].name = "expected_zh";
  parameters[2].text = expected_zh;
  status = pe_provider_report (self->workbook->provider, PE_ERROR_XLSX_CELL, &place, 1, parameters, 3, error);
  g_free (cell);
  g_free (text);
  return status;
}

/* Cells */

static pe_status
refuse_texts (const reader *self, const char *text, size_t length, uint64_t most, pe_error **error)
{
  pe_provider_parameter parameters[2];
  pe_provider_place     place;
  char                  number[24];
  char                 *cell = print_name (self);
  char                 *found = g_utf8_make_valid (text, (gssize) MIN (length, 256));
  pe_status             status;

  pe_provider_place_init (&place, sizeof place);
  place.file = self->workbook->archive.file;
  place.cell = cell;
  for (size_t i = 0; i < 2; i++)
    pe_provider_parameter_init (&parameters[i], sizeof *parameters);
  parameters[0].name = "text";
  parameters[0].text = found;
  parameters[1].name = "limit";
  parameters[1].text = pe_office_print_number (number, most);
  status = pe_provider_make_error (error, PE_ERROR_LIMIT_BYTES, &place, parameters, 2);
  g_free (cell);
  g_free (found);
  return status;
}

/* A workbook has a text once that a million cells show; a table has it for each of them. */
static pe_status
count_text (reader *self, const char *text, size_t length, pe_error **error)
{
  const uint64_t bytes = self->workbook->limits.bytes;
  const uint64_t most = bytes > G_MAXUINT64 / PE_WORKBOOK_TEXTS ? G_MAXUINT64 : bytes * PE_WORKBOOK_TEXTS;

  if (length > most - self->workbook->text_bytes)
    return refuse_texts (self, text, length, most, error);
  self->workbook->text_bytes += length;
  return PE_OK;
}

static pe_status
add_cell (reader *self, pe_cell_kind kind, const char *text, size_t length, pe_unit unit, uint32_t flags,
          pe_error **error)
{
  pe_cell cell = { sizeof cell, kind, NULL, length, self->column, 1, flags, unit };

  if (self->has_formula)
    cell.flags |= PE_CELL_FORMULA;
  if (self->row_hidden || self->sheet->hidden)
    cell.flags |= PE_CELL_HIDDEN;
  if ((text != NULL && pe_bytes_add (&self->bytes, text, length) != PE_OK)
      || pe_vector_push (&self->cells, &cell) != PE_OK)
    return no_memory (self, error);
  return PE_OK;
}

static pe_status
add_shared (reader *self, const char *value, size_t length, pe_error **error)
{
  const char *text;
  size_t      size;
  uint32_t    index = 0;
  pe_status   status;

  for (size_t i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]) || length > 9)
        return report (self, value, length, "the number of a shared text", "共享文字的序号", error);
      index = index * 10 + (uint32_t) (value[i] - '0');
    }
  if (!pe_workbook_get_string (self->workbook, index, &text, &size))
    return report (self, value, length, "the number of a shared text", "共享文字的序号", error);
  if (size == 0)
    return PE_OK;
  status = count_text (self, text, size, error);
  return status == PE_OK ? add_cell (self, PE_CELL_TEXT, text, size, PE_UNIT_NONE, 0, error) : status;
}

static pe_status
add_number (reader *self, const char *value, size_t length, pe_error **error)
{
  const pe_number_format *format = pe_workbook_get_format (self->workbook, self->style);
  const size_t            first = self->bytes.size;
  const gboolean          is_date = format->kind == PE_FORMAT_DATE;
  gboolean                rounded = FALSE, done;
  pe_status               status = PE_OK;

  if (is_date)
    done = pe_stored_date_print (&self->bytes, value, length, self->workbook->since_1904, &status);
  else
    done = pe_stored_number_print (&self->bytes, value, length, format, &rounded, &status);
  if (status != PE_OK)
    return no_memory (self, error);
  if (!done && is_date)
    return report (self, value, length, "a day from 1900-01-01 to 9999-12-31", "1900-01-01 至 9999-12-31 之间的日期",
                   error);
  if (!done)
    return report (self, value, length, "a number", "数字", error);
  return add_cell (self, is_date ? PE_CELL_DATE : PE_CELL_NUMBER, NULL, self->bytes.size - first,
                   is_date ? PE_UNIT_NONE : format->unit, rounded ? PE_CELL_ROUNDED : 0, error);
}

static pe_status
add_truth (reader *self, const char *value, size_t length, pe_error **error)
{
  if (length == 1 && (value[0] == '0' || value[0] == '1'))
    return add_cell (self, PE_CELL_TRUTH, value[0] == '1' ? "true" : "false", value[0] == '1' ? 4 : 5, PE_UNIT_NONE, 0,
                     error);
  return report (self, value, length, "0 or 1", "0 或 1", error);
}

static gboolean
is_two_digits_below (const char *text, int limit)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && (text[0] - '0') * 10 + (text[1] - '0') < limit;
}

/* "2023-12-31", with or without "T00:00:00" and what stands behind a second. */
static gboolean
is_iso_date (const char *value, size_t length)
{
  pe_date date;

  if (length < 10 || pe_date_parse (&date, value, 10, NULL) != PE_OK)
    return FALSE;
  return length == 10
         || (length >= 19 && value[10] == 'T' && is_two_digits_below (value + 11, 24) && value[13] == ':'
             && is_two_digits_below (value + 14, 60) && value[16] == ':' && is_two_digits_below (value + 17, 60));
}

static pe_status
add_iso_date (reader *self, const char *value, size_t length, pe_error **error)
{
  const size_t first = self->bytes.size;

  if (!is_iso_date (value, length))
    return report (self, value, length, "a date", "日期", error);
  if (pe_bytes_add (&self->bytes, value, 10) != PE_OK)
    return no_memory (self, error);
  if (length > 10 && strncmp (value + 11, "00:00:00", 8) != 0
      && (pe_bytes_add (&self->bytes, " ", 1) != PE_OK || pe_bytes_add (&self->bytes, value + 11, 8) != PE_OK))
    return no_memory (self, error);
  return add_cell (self, PE_CELL_DATE, NULL, self->bytes.size - first, PE_UNIT_NONE, 0, error);
}

/* A formula that was never calculated says nothing yet. */
static pe_status
add_without_value (reader *self, pe_error **error)
{
  const size_t first = self->bytes.size;

  if (!self->has_formula)
    return PE_OK;
  if (pe_bytes_add (&self->bytes, "=", 1) != PE_OK
      || pe_bytes_add (&self->bytes, self->formula.data, self->formula.size) != PE_OK)
    return no_memory (self, error);
  return add_cell (self, PE_CELL_ERROR, NULL, self->bytes.size - first, PE_UNIT_NONE, 0, error);
}

static pe_status
finish_cell (reader *self, pe_error **error)
{
  const char  *value = self->value.data;
  const size_t length = self->value.size;

  if (self->type == 'x')
    return PE_OK;
  if (length == 0)
    return self->type == 'i' || self->type == 't' ? PE_OK : add_without_value (self, error);
  switch (self->type)
    {
    case 's':
      return add_shared (self, value, length, error);
    case 'i':
    case 't':
      return add_cell (self, PE_CELL_TEXT, value, length, PE_UNIT_NONE, 0, error);
    case 'b':
      return add_truth (self, value, length, error);
    case 'e':
      return add_cell (self, PE_CELL_ERROR, value, length, PE_UNIT_NONE, 0, error);
    case 'd':
      return add_iso_date (self, value, length, error);
    default:
      return add_number (self, value, length, error);
    }
}

static pe_status
begin_cell (reader *self, const char **attributes, pe_error **error)
{
  static const struct
  {
    const char *word;
    char        type;
  } types[]
      = { { "s", 's' }, { "n", 'n' }, { "str", 't' }, { "inlineStr", 'i' }, { "b", 'b' }, { "e", 'e' }, { "d", 'd' } };
  const char *name = NULL, *type = NULL, *style = NULL;
  uint32_t    column = self->column + 1, number = self->number, after = self->column;

  for (const char **attribute = attributes; attribute[0] != NULL; attribute += 2)
    if (attribute[0][1] == '\0')
      {
        if (attribute[0][0] == 'r')
          name = attribute[1];
        else if (attribute[0][0] == 't')
          type = attribute[1];
        else if (attribute[0][0] == 's')
          style = attribute[1];
      }
  self->type = 'n';
  for (size_t i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].word, type) == 0)
      self->type = types[i].type;
  self->style = style != NULL ? pe_xml_get_uint (attributes, "s", 0) : 0;
  self->has_formula = FALSE;
  self->value.size = 0;
  self->formula.size = 0;
  if (name != NULL && (!parse_name (name, &column, &number) || number != self->number || column <= after))
    {
      self->type = 'x'; /* what stands in it belongs nowhere */
      return report (self, name, strlen (name), "the name of a cell of this row, after the one before",
                     "本行中位于前一格之后的单元格名称", error);
    }
  self->column = column;
  return PE_OK;
}

/* Rows */

static pe_status
begin_row (reader *self, const char **attributes, pe_error **error)
{
  const uint32_t number = pe_xml_get_uint (attributes, "r", self->number + 1);
  const char    *found = pe_xml_get (attributes, "r");

  self->column = 0;
  self->cells.size = 0;
  self->bytes.size = 0;
  self->row_hidden = pe_xml_get_bool (attributes, "hidden");
  if (number <= self->number || number > ROWS_MAX)
    return pe_office_fail (
        error, PE_ERROR_XLSX_CELL, self->workbook->archive.file, "found", found != NULL ? found : "", "expected",
        "rows in ascending order, at most 1048576", "expected_zh", "行号递增，且不大于 1048576", NULL);
  self->number = number;
  return PE_OK;
}

static pe_status
finish_row (reader *self, pe_error **error)
{
  const pe_table_row row = { sizeof row, self->number, 0, self->row_hidden ? PE_CELL_HIDDEN : 0, 0 };
  const char        *text = self->bytes.data;
  pe_cell           *cells = self->cells.data;

  for (size_t i = 0; i < self->cells.size; i++)
    {
      cells[i].text = text;
      text += cells[i].length;
    }
  return pe_provider_add_row (self->workbook->provider, &row, cells, self->cells.size, error);
}

/* "C3:E3" */
static pe_status
merge (reader *self, const char *range, pe_error **error)
{
  char     first[16];
  size_t   n = range != NULL ? strcspn (range, ":") : 0;
  uint32_t from, to, from_row, to_row;

  if (n == 0 || n >= sizeof first || range[n] != ':')
    return PE_OK;
  memcpy (first, range, n);
  first[n] = '\0';
  if (!parse_name (first, &from, &from_row) || !parse_name (range + n + 1, &to, &to_row) || to < from)
    return PE_OK;
  return pe_provider_merge (self->workbook->provider, from_row, from, to - from + 1, error);
}

/* Elements */

static pe_status
begin (void *data, const char *name, const char **attributes, pe_error **error)
{
  reader *self = data;

  if (name[1] == '\0')
    {
      self->taking = TEXT_NONE;
      if (name[0] == 'c')
        return begin_cell (self, attributes, error);
      if (name[0] == 'v')
        self->taking = TEXT_VALUE;
      else if (name[0] == 't' && self->type == 'i' && self->in_reading == 0)
        self->taking = TEXT_INLINE;
      else if (name[0] == 'f')
        {
          self->has_formula = TRUE;
          self->taking = TEXT_FORMULA;
        }
      return PE_OK;
    }
  if (strcmp (name, "row") == 0)
    return begin_row (self, attributes, error);
  if (strcmp (name, "mergeCell") == 0)
    return merge (self, pe_xml_get (attributes, "ref"), error);
  self->in_reading += strcmp (name, "rPh") == 0;
  return PE_OK;
}

static pe_status
end (void *data, const char *name, pe_error **error)
{
  reader *self = data;

  self->taking = TEXT_NONE;
  if (name[1] == '\0')
    return name[0] == 'c' ? finish_cell (self, error) : PE_OK;
  if (strcmp (name, "row") == 0)
    return finish_row (self, error);
  self->in_reading -= strcmp (name, "rPh") == 0;
  return PE_OK;
}

static pe_status
text (void *data, const char *bytes, size_t length, pe_error **error)
{
  reader   *self = data;
  pe_status status = PE_OK;

  if (self->taking == TEXT_FORMULA)
    status = pe_bytes_add (&self->formula, bytes, length);
  else if (self->taking != TEXT_NONE)
    status = pe_bytes_add (&self->value, bytes, length);
  return status == PE_OK ? PE_OK : no_memory (self, error);
}

static const pe_xml_handlers handlers = { begin, end, text, NULL };

pe_status
pe_sheet_read (pe_workbook *workbook, const pe_workbook_sheet *sheet, pe_error **error)
{
  reader        self = { .workbook = workbook, .sheet = sheet };
  pe_table_head head = { sizeof head, sheet->hidden ? PE_CELL_HIDDEN : 0, sheet->name, NULL };
  pe_status     status = pe_provider_begin_table (workbook->provider, &head, error);

  self.value = (pe_vector) PE_VECTOR_INIT (char);
  self.formula = (pe_vector) PE_VECTOR_INIT (char);
  self.bytes = (pe_vector) PE_VECTOR_INIT (char);
  self.cells = (pe_vector) PE_VECTOR_INIT (pe_cell);
  if (status == PE_OK)
    status = pe_xml_read (&workbook->archive, sheet->part, &handlers, &self, error);
  pe_vector_clear (&self.value);
  pe_vector_clear (&self.formula);
  pe_vector_clear (&self.bytes);
  pe_vector_clear (&self.cells);
  return status;
}
