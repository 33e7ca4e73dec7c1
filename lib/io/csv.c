/* csv.c - tables from CSV files and to them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/csv.h>
#include <perfeval/provider.h>

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "csv-private.h"
#include "tables-private.h"

void
pe_csv_options_init (pe_csv_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static pe_status
import_options (pe_csv_options *out, const pe_csv_options *theirs, pe_error **error)
{
  pe_status status;

  memset (out, 0, sizeof *out);
  if (theirs == NULL)
    return PE_OK;
  status = pe_struct_import (out, sizeof *out, theirs, sizeof *out, "options", error);
  if (status != PE_OK)
    return status;
  if (out->separator != 0
      && (out->separator < 0 || out->separator > 127 || strchr (PE_CSV_SEPARATORS, out->separator) == NULL))
    return pe_error_set_argument (error, "options.separator", "0 or one of , ; | and tab");
  if (out->line_end < 0 || out->line_end > PE_LINE_END_CR)
    return pe_error_set_argument (error, "options.line_end", "0 or a pe_line_end");
  if ((out->no_mark != 0 && out->no_mark != 1) || (out->no_guard != 0 && out->no_guard != 1))
    return pe_error_set_argument (
        error, out->no_mark > 1 || out->no_mark < 0 ? "options.no_mark" : "options.no_guard", "0 or 1");
  return PE_OK;
}

/* Reading */

char
pe_csv_find_separator (const char *text, size_t size)
{
  static const char separators[] = PE_CSV_SEPARATORS;
  size_t            least[sizeof separators] = { 0 }, here[sizeof separators] = { 0 };
  size_t            lines = 0, best = 0;
  gboolean          quoted = FALSE;

  /* The separator that every one of the first lines has, and has most of. */
  for (size_t i = 0; i <= size && lines < 20; i++)
    {
      const char  c = i < size ? text[i] : '\n';
      const char *found = c != '\0' ? strchr (separators, c) : NULL;

      if (c == '"')
        quoted = !quoted;
      else if (found != NULL && !quoted)
        here[found - separators]++;
      else if ((c == '\n' || c == '\r') && (!quoted || i == size))
        {
          size_t sum = 0;

          for (size_t k = 0; k + 1 < sizeof separators; k++)
            sum += here[k];
          if (sum == 0)
            continue; /* a title above the table, or nothing at all */
          for (size_t k = 0; k + 1 < sizeof separators; k++)
            least[k] = lines == 0 ? here[k] : MIN (least[k], here[k]);
          memset (here, 0, sizeof here);
          lines++;
        }
    }
  for (size_t k = 1; k + 1 < sizeof separators; k++)
    if (least[k] > least[best])
      best = k;
  return separators[best];
}

/* A text under way to a table. */
typedef struct
{
  const char  *text;
  size_t       size;
  size_t       i;
  char         separator;
  gboolean     guard;
  uint64_t     line;   /* of i */
  uint32_t     number; /* of the row under way */
  uint32_t     column;
  const char  *name;
  pe_provider *provider;
  pe_vector    cells; /* of pe_cell, whose text is an offset into the buffer until the row is whole */
  pe_buffer    buffer;
  pe_status    status;
  pe_error   **error;
} reader;

static void
report (reader *self, pe_status code, size_t offset, uint64_t line)
{
  pe_provider_place place;
  pe_buffer         cell = PE_BUFFER_INIT;

  pe_provider_place_init (&place, sizeof place);
  pe_buffer_add_string (&cell, self->name);
  pe_buffer_add_char (&cell, '!');
  pe_cell_print_name (&cell, self->column, self->number);
  pe_buffer_add_char (&cell, '\0');
  place.cell = cell.data;
  place.line = line;
  place.offset = offset;
  place.length = 1;
  self->status = cell.status == PE_OK ? pe_provider_report (self->provider, code, &place, 1, NULL, 0, self->error)
                                      : pe_error_set_no_memory (self->error);
  pe_buffer_clear (&cell);
}

static void
add_byte (reader *self, char c)
{
  if (c == '\0')
    report (self, PE_ERROR_CSV_NUL, self->i, self->line);
  else
    pe_buffer_add_char (&self->buffer, c);
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Goes past a line end, CR LF being one. */
static void
pass_line_end (reader *self)
{
  if (self->text[self->i] == '\r' && self->i + 1 < self->size && self->text[self->i + 1] == '\n')
    self->i++;
  self->i++;
  self->line++;
}

static gboolean
at_cell_end (const reader *self)
{
  return self->i >= self->size || self->text[self->i] == self->separator || is_line_end (self->text[self->i]);
}

/* Behind an opening quote. */
static void
read_quoted (reader *self, size_t start)
{
  const uint64_t line = self->line;

  for (; self->i < self->size && self->status == PE_OK; self->i++)
    {
      const char c = self->text[self->i];

      if (c == '"' && self->i + 1 < self->size && self->text[self->i + 1] == '"')
        self->i++;
      else if (c == '"')
        {
          self->i++;
          return;
        }
      else if (c == '\n' || (c == '\r' && (self->i + 1 == self->size || self->text[self->i + 1] != '\n')))
        self->line++;
      add_byte (self, c);
    }
  if (self->status == PE_OK)
    report (self, PE_ERROR_CSV_QUOTE, start, line);
}

/* ="0012": FALSE, and nothing read, when it is another formula. */
static gboolean
read_forced_text (reader *self)
{
  const char *begin = self->text + self->i + 2, *end;

  if (!self->guard || self->size - self->i < 3 || self->text[self->i] != '=' || self->text[self->i + 1] != '"')
    return FALSE;
  end = memchr (begin, '"', self->size - self->i - 2);
  if (end == NULL || memchr (begin, '\n', (size_t) (end - begin)) != NULL)
    return FALSE;
  if (end + 1 < self->text + self->size && end[1] != self->separator && !is_line_end (end[1]))
    return FALSE;
  pe_buffer_add (&self->buffer, begin, (size_t) (end - begin));
  self->i = (size_t) (end - self->text) + 1;
  return TRUE;
}

static void
read_cell (reader *self)
{
  const size_t first = self->buffer.size, start = self->i;
  pe_cell      cell = { sizeof cell, PE_CELL_TEXT, NULL, 0, ++self->column, 1, 0, PE_UNIT_NONE };
  gboolean     forced = read_forced_text (self);

  if (!forced && self->i < self->size && self->text[self->i] == '"')
    {
      self->i++;
      read_quoted (self, start);
      if (self->status == PE_OK && !at_cell_end (self))
        report (self, PE_ERROR_CSV_QUOTE, self->i, self->line);
    }
  for (; !at_cell_end (self) && self->status == PE_OK; self->i++)
    add_byte (self, self->text[self->i]);
  cell.length = self->buffer.size - first;
  if (self->guard && !forced && cell.length > 1 && self->buffer.data[first] == '\''
      && pe_csv_needs_guard (self->buffer.data + first, cell.length))
    {
      memmove (self->buffer.data + first, self->buffer.data + first + 1, cell.length - 1);
      cell.length--;
      self->buffer.size--;
    }
  if (cell.length > 0 && pe_vector_push (&self->cells, &cell) != PE_OK)
    self->status = pe_error_set_no_memory (self->error);
}

static void
finish_row (reader *self, uint64_t line)
{
  pe_table_row row = { sizeof row, self->number, line, 0, 0 };
  pe_cell     *cells = self->cells.data;
  const char  *text = self->buffer.data;

  if (self->status == PE_OK && self->buffer.status != PE_OK)
    self->status = pe_error_set_no_memory (self->error);
  if (self->status != PE_OK || self->cells.size == 0)
    return;
  for (size_t i = 0; i < self->cells.size; i++)
    {
      cells[i].text = text;
      text += cells[i].length;
    }
  self->status = pe_provider_add_row (self->provider, &row, cells, self->cells.size, self->error);
}

static void
read_row (reader *self)
{
  const uint64_t line = self->line;

  self->number++;
  self->column = 0;
  self->cells.size = 0;
  self->buffer.size = 0;
  for (;;)
    {
      read_cell (self);
      if (self->status != PE_OK || self->i >= self->size || self->text[self->i] != self->separator)
        break;
      self->i++;
      if (self->i == self->size) /* a separator at the very end: an empty cell behind it */
        break;
    }
  finish_row (self, line);
  if (self->status == PE_OK && self->i < self->size && is_line_end (self->text[self->i]))
    pass_line_end (self);
}

/* "sep=;" in the first line is for the program that opens the file. */
static void
pass_directive (reader *self)
{
  if (self->size < 5 || strncmp (self->text, "sep=", 4) != 0 || strchr (PE_CSV_SEPARATORS, self->text[4]) == NULL
      || self->text[4] == '\0' || (self->size > 5 && !is_line_end (self->text[5])))
    return;
  self->separator = self->text[4];
  self->i = 5;
  if (self->i < self->size)
    pass_line_end (self);
}

static pe_status
read_text (const pe_text *text, const pe_csv_options *options, const char *name, pe_provider *provider,
           pe_error **error)
{
  reader self = {
    pe_text_get_data (text),  pe_text_get_size (text), 0,     0,    options->no_guard == 0, 1, 0, 1, name, provider,
    PE_VECTOR_INIT (pe_cell), PE_BUFFER_INIT,          PE_OK, error
  };

  if (options->separator == 0)
    pass_directive (&self);
  if (options->separator != 0)
    self.separator = (char) options->separator;
  else if (self.separator == 0)
    self.separator = pe_csv_find_separator (self.text, self.size);
  while (self.i < self.size && self.status == PE_OK)
    read_row (&self);
  pe_vector_clear (&self.cells);
  pe_buffer_clear (&self.buffer);
  return self.status;
}

/* "预算" for "dossier/预算.csv"; owned. */
static char *
name_of_file (const char *file)
{
  const char *base = file != NULL ? file : "";
  const char *slash = strrchr (base, '/');
  pe_buffer   name = PE_BUFFER_INIT;
  size_t      size;

  if (slash != NULL)
    base = slash + 1;
  size = strlen (base);
  if (size > 4 && g_ascii_strcasecmp (base + size - 4, ".csv") == 0)
    size -= 4;
  if (size > 0)
    pe_buffer_add (&name, base, size);
  else
    pe_buffer_add_string (&name, "csv");
  return pe_buffer_steal (&name);
}

static pe_status
report_encoding (pe_provider *provider, pe_encoding encoding, pe_error **error)
{
  pe_provider_parameter parameter;

  if (encoding == PE_ENCODING_UTF8)
    return PE_OK;
  pe_provider_parameter_init (&parameter, sizeof parameter);
  parameter.name = "encoding";
  parameter.text = pe_encoding_get_name (encoding);
  return pe_provider_report (provider, PE_NOTE_ENCODING, NULL, 0, &parameter, 1, error);
}

static pe_status
read_bytes (pe_provider *provider, const char *bytes, size_t size, const pe_csv_options *options, pe_error **error)
{
  pe_text      *text = NULL;
  pe_encoding   encoding = 0;
  pe_table_head head = { sizeof head, 0, NULL, NULL };
  char         *name = NULL;
  pe_status     status = pe_encoding_decode (&text, &encoding, bytes, size, options->encoding, options->read, error);

  if (status == PE_OK && options->name == NULL)
    {
      name = name_of_file (options->read != NULL ? options->read->file : NULL);
      status = name != NULL ? PE_OK : pe_error_set_no_memory (error);
    }
  head.name = options->name != NULL ? options->name : name;
  if (status == PE_OK)
    status = pe_provider_begin_table (provider, &head, error);
  if (status == PE_OK && options->encoding == 0)
    status = report_encoding (provider, encoding, error);
  if (status == PE_OK)
    status = read_text (text, options, head.name, provider, error);
  g_free (name);
  pe_text_unref (text);
  return status;
}

pe_status
pe_tables_from_csv (pe_tables **out, const char *bytes, size_t size, const pe_csv_options *options,
                    pe_findings **findings, pe_error **error)
{
  pe_csv_options ours;
  pe_provider   *provider = NULL;
  pe_error      *broken = NULL;
  pe_status      status;

  if (findings != NULL)
    *findings = pe_findings_get_empty ();
  if (out == NULL || bytes == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "bytes", "not NULL");
  status = import_options (&ours, options, error);
  if (status == PE_OK)
    status = pe_provider_new (&provider, ours.read, error);
  if (status != PE_OK)
    return status;
  status = read_bytes (provider, bytes, size, &ours, &broken);
  if (status != PE_OK)
    pe_provider_report_error (provider, broken, NULL);
  status = pe_provider_finish (out, provider, findings, error);
  pe_error_unref (broken);
  pe_provider_free (provider);
  return status;
}

/* Writing */

static const char *
line_end_of (const pe_csv_options *options)
{
  if (options->line_end == PE_LINE_END_LF)
    return "\n";
  return options->line_end == PE_LINE_END_CR ? "\r" : "\r\n";
}

/* A unit that the cell's format shows stands behind the number. */
static void
add_cell (pe_buffer *out, const pe_tables *self, const pe_stored_cell *cell, gboolean guard)
{
  pe_buffer whole = PE_BUFFER_INIT;

  if (cell->unit == PE_UNIT_NONE)
    {
      pe_csv_add_cell (out, pe_tables_text (self, cell), cell->length, guard);
      return;
    }
  pe_buffer_add (&whole, pe_tables_text (self, cell), cell->length);
  /* "-0.31%" is a number as well: what is guarded is what stands before the unit. */
  guard = guard && pe_csv_needs_guard (pe_tables_text (self, cell), cell->length);
  pe_buffer_add_string (&whole, pe_unit_get_name (cell->unit));
  if (whole.status == PE_OK)
    pe_csv_add_cell (out, whole.data, whole.size, guard);
  else
    out->status = PE_ERROR_NO_MEMORY;
  pe_buffer_clear (&whole);
}

static void
add_row (pe_buffer *out, const pe_tables *self, const pe_stored_row *row, char separator, gboolean guard)
{
  uint32_t column = 1;

  for (size_t i = 0; i < row->n_cells; i++)
    {
      const pe_stored_cell *cell = pe_tables_cell (self, row, i);

      pe_buffer_add_repeated (out, separator, cell->column - column);
      add_cell (out, self, cell, guard);
      column = cell->column;
    }
}

static void
add_rows (pe_buffer *out, const pe_tables *self, size_t table, const pe_csv_options *options)
{
  const char *line_end = line_end_of (options);
  const char  separator = options->separator != 0 ? (char) options->separator : ',';
  uint32_t    number = 1;

  for (size_t i = 0; i < pe_tables_get_n_rows (self, table) && out->status == PE_OK; i++)
    {
      const pe_stored_row *row = pe_tables_row (self, table, i);

      for (; number < row->number && out->status == PE_OK; number++)
        pe_buffer_add_string (out, line_end);
      add_row (out, self, row, separator, options->no_guard == 0);
      pe_buffer_add_string (out, line_end);
      number = row->number + 1;
    }
}

pe_status
pe_tables_to_csv (pe_text **out, const pe_tables *self, size_t table, const pe_csv_options *options, pe_error **error)
{
  pe_csv_options ours;
  pe_table_head  head;
  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_status      status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  pe_table_head_init (&head, sizeof head);
  status = import_options (&ours, options, error);
  if (status == PE_OK)
    status = pe_tables_get_head (&head, self, table, error);
  if (status != PE_OK)
    return status;
  add_rows (&buffer, self, table, &ours);
  if (buffer.status != PE_OK)
    status = pe_error_set_no_memory (error);
  else
    status = pe_encoding_encode (out, buffer.data != NULL ? buffer.data : "", buffer.size,
                                 ours.encoding != 0 ? ours.encoding : PE_ENCODING_UTF8, ours.no_mark == 0, error);
  pe_buffer_clear (&buffer);
  return status;
}
