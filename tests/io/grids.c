/* grids.c - tables for tests, written as text
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

#include "grids.h"

static void
add_row (pe_provider *provider, uint32_t number, const char *text)
{
  pe_table_row row;
  pe_cell      cells[64];
  char       **parts = g_strsplit (text, "|", -1);
  size_t       n = 0;

  pe_table_row_init (&row, sizeof row);
  row.number = number;
  row.line = number;
  for (uint32_t i = 0; parts[i] != NULL && n < G_N_ELEMENTS (cells); i++)
    if (parts[i][0] != '\0')
      {
        pe_cell_init (&cells[n], sizeof *cells);
        cells[n].kind = PE_CELL_TEXT;
        cells[n].text = parts[i];
        cells[n].length = strlen (parts[i]);
        cells[n++].column = i + 1;
      }
  assert_int_equal (pe_provider_add_row (provider, &row, cells, n, NULL), PE_OK);
  g_strfreev (parts);
}

pe_tables *
grid_from (const char *name, const char *rows)
{
  pe_provider  *provider = NULL;
  pe_tables    *tables = NULL;
  pe_table_head head;
  char        **lines = g_strsplit_set (rows, ";\n", -1);

  pe_table_head_init (&head, sizeof head);
  head.name = name;
  assert_int_equal (pe_provider_new (&provider, NULL, NULL), PE_OK);
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_OK);
  for (uint32_t i = 0; lines[i] != NULL; i++)
    add_row (provider, i + 1, lines[i]);
  assert_int_equal (pe_provider_finish (&tables, provider, NULL, NULL), PE_OK);
  pe_provider_free (provider);
  g_strfreev (lines);
  return tables;
}

pe_tables *
grid_with (pe_tables *tables, const char *name, const char *rows)
{
  pe_tables *more = grid_from (name, rows), *joined = NULL;
  pe_tables *both[] = { tables, more };

  assert_int_equal (pe_tables_join (&joined, both, 2, NULL), PE_OK);
  pe_tables_unref (tables);
  pe_tables_unref (more);
  return joined;
}

char *
grid_print (const pe_tables *tables, size_t table)
{
  GString *out = g_string_new (NULL);
  uint32_t number = 1;

  for (size_t i = 0; i < pe_tables_get_n_rows (tables, table); i++)
    {
      pe_table_row row;
      uint32_t     column = 1;

      pe_table_row_init (&row, sizeof row);
      assert_int_equal (pe_tables_get_row (&row, tables, table, i, NULL), PE_OK);
      for (; number < row.number; number++)
        g_string_append_c (out, ';');
      for (size_t k = 0; k < row.n_cells; k++)
        {
          pe_cell cell;

          pe_cell_init (&cell, sizeof cell);
          assert_int_equal (pe_tables_get_cell (&cell, tables, table, i, k, NULL), PE_OK);
          for (; column < cell.column; column++)
            g_string_append_c (out, '|');
          g_string_append (out, cell.text);
        }
    }
  return g_string_free (out, FALSE);
}

pe_tables *
grid_from_csv (const char *bytes, size_t size, const pe_csv_options *options)
{
  pe_tables *tables = NULL;
  pe_error  *error = NULL;

  if (pe_tables_from_csv (&tables, bytes, size, options, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  return tables;
}

static gboolean
rows_are_equal (const pe_tables *a, const pe_tables *b, size_t table, size_t index)
{
  pe_table_row row, other;

  pe_table_row_init (&row, sizeof row);
  pe_table_row_init (&other, sizeof other);
  pe_tables_get_row (&row, a, table, index, NULL);
  pe_tables_get_row (&other, b, table, index, NULL);
  if (row.number != other.number || row.n_cells != other.n_cells)
    return FALSE;
  for (size_t k = 0; k < row.n_cells; k++)
    {
      pe_cell cell, there;

      pe_cell_init (&cell, sizeof cell);
      pe_cell_init (&there, sizeof there);
      pe_tables_get_cell (&cell, a, table, index, k, NULL);
      pe_tables_get_cell (&there, b, table, index, k, NULL);
      if (cell.column != there.column || cell.length != there.length
          || memcmp (cell.text, there.text, cell.length) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
grid_is_equal (const pe_tables *a, const pe_tables *b)
{
  if (pe_tables_get_n (a) != pe_tables_get_n (b))
    return FALSE;
  for (size_t i = 0; i < pe_tables_get_n (a); i++)
    {
      if (pe_tables_get_n_rows (a, i) != pe_tables_get_n_rows (b, i))
        return FALSE;
      for (size_t k = 0; k < pe_tables_get_n_rows (a, i); k++)
        if (!rows_are_equal (a, b, i, k))
          return FALSE;
    }
  return TRUE;
}
