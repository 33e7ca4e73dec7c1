/* report-text.c - the text of a DOCX file and of tables
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval-office/report_text.h>

#include <string.h>

#include "report-text-private.h"
#include "xlsx-private.h"

/* Lines */

static void
add_bytes (pe_lines *self, const char *bytes, size_t n)
{
  if (self->status == PE_OK && self->most > 0 && n > self->most - MIN (self->most, self->bytes.size))
    self->status = PE_ERROR_LIMIT_BYTES;
  if (self->status == PE_OK && n > 0)
    self->status = pe_bytes_add (&self->bytes, bytes, n);
}

static char
get_last (const pe_lines *self)
{
  return self->bytes.size > 0 ? *pe_vector_at (&self->bytes, const char, self->bytes.size - 1) : '\n';
}

void
pe_lines_add_blank (pe_lines *self)
{
  self->blank = TRUE;
}

void
pe_lines_add (pe_lines *self, const char *text, size_t length)
{
  size_t from = 0;

  for (size_t i = 0; i <= length; i++)
    {
      const gboolean space = i < length && strchr (" \t\n\r\f", text[i]) != NULL && text[i] != '\0';

      if (i < length && !space)
        continue;
      if (i > from)
        {
          if (self->blank && get_last (self) != '\n')
            add_bytes (self, " ", 1);
          self->blank = FALSE;
          add_bytes (self, text + from, i - from);
        }
      if (space)
        self->blank = TRUE;
      from = i + 1;
    }
}

void
pe_lines_end (pe_lines *self)
{
  if (get_last (self) != '\n')
    add_bytes (self, "\n", 1);
  self->blank = FALSE;
}

void
pe_lines_add_bar (pe_lines *self)
{
  add_bytes (self, "|", 1);
  self->blank = FALSE;
}

pe_status
pe_lines_finish (pe_lines *self, pe_text **out, pe_error **error)
{
  pe_status status = self->status;

  if (status == PE_OK)
    pe_lines_end (self);
  status = self->status;
  if (status == PE_OK)
    status = pe_provider_make_text (out, self->bytes.data, self->bytes.size, error);
  else
    status = pe_office_fail (error, status, NULL, NULL);
  pe_vector_clear (&self->bytes);
  return status;
}

/* DOCX */

typedef struct docx
{
  pe_lines    lines;
  const char *file;
  uint64_t    most;      /* bytes */
  uint32_t    in_text;   /* w:t in w:t would be no document; counted all the same */
  uint32_t    in_cell;   /* a table may stand in a cell */
  uint32_t    in_second; /* mc:Fallback: what stands in mc:Choice again, for old programs */
} docx;

static gboolean
is_break (const char *name)
{
  return strcmp (name, "br") == 0 || strcmp (name, "cr") == 0;
}

static pe_status
begin (void *data, const char *name, const char **attributes, pe_error **error)
{
  docx *self = data;

  (void) attributes;
  (void) error;
  if (strcmp (name, "Fallback") == 0)
    self->in_second++;
  else if (self->in_second > 0)
    return PE_OK;
  else if (strcmp (name, "t") == 0)
    self->in_text++;
  else if (strcmp (name, "tc") == 0)
    self->in_cell++;
  else if (strcmp (name, "tab") == 0)
    pe_lines_add_blank (&self->lines);
  else if (is_break (name) && self->in_cell == 0)
    pe_lines_end (&self->lines);
  else if (is_break (name))
    pe_lines_add_blank (&self->lines);
  return PE_OK;
}

/* In a cell paragraphs follow each other in one line. */
static pe_status
end (void *data, const char *name, pe_error **error)
{
  docx *self = data;

  if (strcmp (name, "Fallback") == 0)
    self->in_second--;
  else if (self->in_second > 0)
    return PE_OK;
  else if (strcmp (name, "t") == 0)
    self->in_text--;
  else if (strcmp (name, "tc") == 0)
    {
      self->in_cell--;
      pe_lines_add_bar (&self->lines);
    }
  else if (strcmp (name, "tr") == 0 || (strcmp (name, "p") == 0 && self->in_cell == 0))
    pe_lines_end (&self->lines);
  else if (strcmp (name, "p") == 0)
    pe_lines_add_blank (&self->lines);
  if (self->lines.status != PE_OK)
    return pe_office_fail (error, self->lines.status, self->file, NULL);
  return PE_OK;
}

static pe_status
text (void *data, const char *bytes, size_t length, pe_error **error)
{
  docx *self = data;
  char  number[24];

  if (self->in_text == 0 || self->in_second > 0)
    return PE_OK;
  if (length > self->most - MIN (self->most, self->lines.bytes.size))
    return pe_office_fail (
        error, PE_ERROR_LIMIT_BYTES, self->file, "limit", pe_office_print_number (number, self->most), NULL);
  pe_lines_add (&self->lines, bytes, length);
  return PE_OK;
}

static const pe_xml_handlers handlers = { begin, end, text, NULL };

#define DOCUMENT "word/document.xml"

static pe_status
read_document (docx *self, const char *bytes, size_t size, const pe_xlsx_options *options, pe_error **error)
{
  pe_archive archive;
  pe_status  status = pe_archive_open (&archive, bytes, size, options, self->file, error);

  if (status != PE_OK)
    return status;
  if (pe_archive_find (&archive, DOCUMENT) < 0)
    status = pe_office_fail (error, PE_ERROR_XLSX_PART, self->file, "name", DOCUMENT, NULL);
  else
    status = pe_xml_read (&archive, DOCUMENT, &handlers, self, error);
  pe_archive_close (&archive);
  return status;
}

pe_status
pe_office_get_limits (pe_limits *out, const pe_read_options *options, pe_error **error)
{
  pe_provider *provider = NULL;
  pe_status    status = pe_provider_new (&provider, options, error);

  pe_limits_init (out, sizeof *out);
  if (status == PE_OK)
    pe_provider_get_limits (out, provider);
  pe_provider_free (provider);
  return status;
}

static pe_status
check_size (size_t size, const pe_limits *limits, const char *file, pe_error **error)
{
  char number[24];

  if (size <= limits->bytes)
    return PE_OK;
  return pe_office_fail (
      error, PE_ERROR_LIMIT_BYTES, file, "limit", pe_office_print_number (number, limits->bytes), NULL);
}

pe_status
pe_report_text_from_docx (pe_text **out, const char *bytes, size_t size, const pe_xlsx_options *options,
                          pe_error **error)
{
  docx            self = { .lines = PE_LINES_INIT };
  pe_xlsx_options ours;
  pe_limits       limits;
  pe_status       status;

  if (out == NULL || bytes == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "bytes", "not NULL", "非空指针");
  status = pe_office_import_options (&ours, options, error);
  if (status == PE_OK)
    status = pe_office_get_limits (&limits, ours.read, error);
  if (status != PE_OK)
    return status;
  self.file = ours.read != NULL ? ours.read->file : NULL;
  self.most = limits.bytes;
  status = check_size (size, &limits, self.file, error);
  if (status == PE_OK)
    status = read_document (&self, bytes, size, &ours, error);
  if (status == PE_OK)
    return pe_lines_finish (&self.lines, out, error);
  pe_vector_clear (&self.lines.bytes);
  return status;
}

/* Tables */

static void
add_row (pe_lines *lines, const pe_tables *tables, size_t table, size_t index)
{
  pe_table_row row;

  pe_table_row_init (&row, sizeof row);
  if (pe_tables_get_row (&row, tables, table, index, NULL) != PE_OK)
    return;
  for (uint32_t i = 0; i < row.n_cells; i++)
    {
      pe_cell cell;

      pe_cell_init (&cell, sizeof cell);
      if (pe_tables_get_cell (&cell, tables, table, index, i, NULL) != PE_OK)
        continue;
      if (i > 0)
        pe_lines_add_bar (lines);
      pe_lines_add (lines, cell.text, cell.length);
    }
  pe_lines_end (lines);
}

pe_status
pe_report_text_from_tables (pe_text **out, const pe_tables *tables, pe_error **error)
{
  pe_lines lines = PE_LINES_INIT;

  if (out == NULL || tables == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "tables", "not NULL", "非空指针");
  for (size_t i = 0; i < pe_tables_get_n (tables); i++)
    {
      if (i > 0)
        add_bytes (&lines, "\n", 1);
      for (size_t j = 0; j < pe_tables_get_n_rows (tables, i); j++)
        add_row (&lines, tables, i, j);
    }
  return pe_lines_finish (&lines, out, error);
}

/* HTML: html-page.c does the reading */

pe_status
pe_report_text_from_html (pe_text **out, const char *page, size_t size, const pe_read_options *options,
                          pe_error **error)
{
  pe_lines  lines = PE_LINES_INIT;
  pe_limits limits;
  pe_status status;

  if (out == NULL || page == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "page", "not NULL", "非空指针");
  status = pe_office_get_limits (&limits, options, error);
  if (status == PE_OK)
    status = check_size (size, &limits, options != NULL ? options->file : NULL, error);
  if (status != PE_OK)
    return status;
  lines.most = limits.bytes + 1; /* the end of the last line is ours */
  pe_html_read (&lines, page, size);
  return pe_lines_finish (&lines, out, error);
}
