/* workbooks.c - workbooks for tests, put together part by part
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>
#include <zip.h>

#include "workbooks.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

char *
archive_of (const part *parts, size_t n, size_t *size)
{
  zip_error_t   error;
  zip_source_t *memory;
  zip_t        *zip;
  zip_stat_t    about;
  char         *bytes;

  zip_error_init (&error);
  memory = zip_source_buffer_create (NULL, 0, 0, &error);
  zip = zip_open_from_source (memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
  assert_non_null (zip);
  zip_source_keep (memory);
  for (size_t i = 0; i < n; i++)
    {
      const size_t  length = parts[i].size > 0 ? parts[i].size : strlen (parts[i].text);
      zip_source_t *source = zip_source_buffer (zip, parts[i].text, length, 0);
      zip_int64_t   index = zip_file_add (zip, parts[i].name, source, ZIP_FL_ENC_UTF_8);

      assert_true (index >= 0);
      zip_file_set_mtime (zip, (zip_uint64_t) index, 946684800, 0);
    }
  assert_int_equal (zip_close (zip), 0);
  assert_int_equal (zip_source_stat (memory, &about), 0);
  *size = (size_t) about.size;
  bytes = g_malloc (*size);
  zip_source_open (memory);
  assert_int_equal (zip_source_read (memory, bytes, *size), about.size);
  zip_source_close (memory);
  zip_source_free (memory);
  return bytes;
}

char *
workbook_of (const char *rows, const char *styles, const char *strings, const part *more, size_t *size)
{
  char *sheet = g_strconcat (DECLARATION "<worksheet><sheetData>", rows,
                             strstr (rows, "</sheetData>") ? "" : "</sheetData>", "</worksheet>", NULL);
  char *style_part = g_strconcat (DECLARATION "<styleSheet>", styles != NULL ? styles : "", "</styleSheet>", NULL);
  char *string_part = g_strconcat (DECLARATION "<sst>", strings != NULL ? strings : "", "</sst>", NULL);
  part  parts[] = {
    { "_rels/.rels",
       DECLARATION "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATION
                   "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
       0 },
    { "xl/workbook.xml",
       DECLARATION
       "<workbook xmlns:r=\"" RELATION "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
       0 },
    { "xl/_rels/workbook.xml.rels",
       DECLARATION "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATION
                   "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" RELATION
                   "/styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"rId3\" Type=\"" RELATION
                   "/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/></Relationships>",
       0 },
    { "xl/worksheets/sheet1.xml", sheet, 0 },
    { "xl/styles.xml", style_part, 0 },
    { "xl/sharedStrings.xml", string_part, 0 },
    { NULL, NULL, 0 },
  };
  size_t n = G_N_ELEMENTS (parts) - 1;
  char  *bytes;

  if (more != NULL && more->name != NULL)
    parts[n++] = *more;
  bytes = archive_of (parts, n, size);
  g_free (sheet);
  g_free (style_part);
  g_free (string_part);
  return bytes;
}

static void
print_cell (GString *out, const pe_cell *cell, uint32_t number)
{
  g_string_append_printf (out, "%s%c%u%c=%s%s", out->len > 0 ? " " : "", 'A' + (int) cell->column - 1, number,
                          "?tndbe"[cell->kind], cell -> text, pe_unit_get_name (cell->unit));
  if (cell->flags != 0)
    g_string_append_printf (out, "/%u", cell->flags);
  if (cell->columns > 1)
    g_string_append_printf (out, "x%u", cell->columns);
}

char *
read_and_print (const char *bytes, size_t size)
{
  pe_tables *tables = NULL;
  pe_error  *error = NULL;
  GString   *out = g_string_new (NULL);

  if (pe_tables_from_xlsx (&tables, bytes, size, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s: %s", pe_status_name (pe_error_get_status (error)), pe_error_get_message (error, PE_LANGUAGE_EN));
  for (size_t i = 0; i < pe_tables_get_n_rows (tables, 0); i++)
    {
      pe_table_row row;

      pe_table_row_init (&row, sizeof row);
      assert_int_equal (pe_tables_get_row (&row, tables, 0, i, NULL), PE_OK);
      for (size_t k = 0; k < row.n_cells; k++)
        {
          pe_cell cell;

          pe_cell_init (&cell, sizeof cell);
          assert_int_equal (pe_tables_get_cell (&cell, tables, 0, i, k, NULL), PE_OK);
          print_cell (out, &cell, row.number);
        }
    }
  pe_tables_unref (tables);
  return g_string_free (out, FALSE);
}

pe_status
read_status (const char *bytes, size_t size, const pe_xlsx_options *options)
{
  pe_tables   *tables = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_tables_from_xlsx (&tables, bytes, size, options, &findings, &error);

  assert_int_equal (tables != NULL, status == PE_OK);
  assert_non_null (findings);
  if (status != PE_ERROR_INVALID_ARGUMENT && status != PE_ERROR_UNSUPPORTED)
    assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR) > 0, status != PE_OK);
  assert_int_equal (pe_error_get_status (error), status);
  pe_tables_unref (tables);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return status;
}
