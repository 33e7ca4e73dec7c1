/* test-provider.c - a reading under way: a sink for tables, findings with places, the limits
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

static pe_provider *
new_provider (void)
{
  pe_provider  *provider = NULL;
  pe_table_head head;

  pe_table_head_init (&head, sizeof head);
  head.name = "预算";
  assert_int_equal (pe_provider_new (&provider, NULL, NULL), PE_OK);
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_OK);
  return provider;
}

static pe_cell
cell_of (uint32_t column, const char *text)
{
  pe_cell cell;

  pe_cell_init (&cell, sizeof cell);
  cell.kind = PE_CELL_TEXT;
  cell.text = text;
  cell.length = strlen (text);
  cell.column = column;
  return cell;
}

static pe_status
add (pe_provider *provider, uint32_t number, const pe_cell *cells, size_t n)
{
  pe_table_row row;

  pe_table_row_init (&row, sizeof row);
  row.number = number;
  return pe_provider_add_row (provider, &row, cells, n, NULL);
}

static void
assert_finishes (pe_provider *provider, const char *expected)
{
  pe_tables *tables = NULL;
  char      *found;

  assert_int_equal (pe_provider_finish (&tables, provider, NULL, NULL), PE_OK);
  found = grid_print (tables, 0);
  assert_string_equal (found, expected);
  g_free (found);
  pe_tables_unref (tables);
  pe_provider_free (provider);
}

/* A row that is refused leaves nothing behind. */
static void
test_rows (void **state)
{
  (void) state;

  pe_provider *provider = new_provider ();
  pe_cell      cells[3] = { cell_of (1, "a"), cell_of (2, ""), cell_of (3, "c") };
  pe_cell      wrong[2] = { cell_of (1, "x"), cell_of (1, "y") };
  pe_cell      bad[2] = { cell_of (1, "x"), cell_of (2, "\xFF") };

  assert_int_equal (add (provider, 2, cells, 3), PE_OK);
  assert_int_equal (add (provider, 2, cells, 3), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (add (provider, 0, cells, 3), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (add (provider, 3, wrong, 2), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (add (provider, 3, bad, 2), PE_ERROR_INVALID_UTF8);
  assert_int_equal (add (provider, 3, NULL, 2), PE_ERROR_INVALID_ARGUMENT);
  bad[1].text = "a\0b";
  bad[1].length = 3;
  assert_int_equal (add (provider, 3, bad, 2), PE_ERROR_INVALID_UTF8);
  bad[1].text = NULL;
  assert_int_equal (add (provider, 3, bad, 2), PE_ERROR_INVALID_ARGUMENT);
  for (int i = 0; i < 5; i++)
    {
      bad[1] = cell_of (2, "b");
      bad[1].kind = i == 0 ? 6 : PE_CELL_TEXT;
      bad[1].unit = i == 1 ? 98 : PE_UNIT_NONE;
      bad[1].flags = i == 2 ? 16 : 0;
      bad[1].column = i == 3 ? 16777217 : 2;
      bad[1].columns = i == 4 ? 16777217 : 1;
      assert_int_equal (add (provider, 3, bad, 2), PE_ERROR_INVALID_ARGUMENT);
    }
  assert_int_equal (add (provider, 3, cells + 1, 1), PE_OK);
  assert_int_equal (add (provider, 4, cells + 2, 1), PE_OK);
  assert_finishes (provider, ";a||c;;||c");
}

static void
test_tables (void **state)
{
  (void) state;

  pe_provider  *provider = NULL;
  pe_cell       cell = cell_of (1, "a");
  pe_table_head head;

  assert_int_equal (pe_provider_new (&provider, NULL, NULL), PE_OK);
  assert_int_equal (add (provider, 1, &cell, 1), PE_ERROR_INVALID_ARGUMENT);
  pe_table_head_init (&head, sizeof head);
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_ERROR_INVALID_ARGUMENT);
  head.name = "";
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_ERROR_TEXT_EMPTY);
  head.name = "\xFF";
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_ERROR_INVALID_UTF8);
  head.name = "a";
  head.flags = 1;
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_begin_table (provider, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_begin_table (NULL, &head, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_provider_free (provider);
  pe_provider_free (NULL);
}

static void
test_merge (void **state)
{
  (void) state;

  pe_provider *provider = new_provider ();
  pe_tables   *tables = NULL;
  pe_cell      cells[2] = { cell_of (1, "a"), cell_of (4, "b") }, found;

  assert_int_equal (add (provider, 2, cells, 2), PE_OK);
  assert_int_equal (add (provider, 5, cells, 2), PE_OK);
  assert_int_equal (pe_provider_merge (provider, 5, 4, 3, NULL), PE_OK);
  assert_int_equal (pe_provider_merge (provider, 5, 3, 3, NULL), PE_OK);
  assert_int_equal (pe_provider_merge (provider, 3, 1, 3, NULL), PE_OK);
  assert_int_equal (pe_provider_merge (provider, 2, 1, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_merge (NULL, 2, 1, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_finish (&tables, provider, NULL, NULL), PE_OK);
  pe_cell_init (&found, sizeof found);
  assert_int_equal (pe_tables_get_cell (&found, tables, 0, 1, 1, NULL), PE_OK);
  assert_int_equal (found.columns, 3);
  assert_int_equal (found.flags, PE_CELL_MERGED);
  assert_int_equal (pe_tables_get_cell (&found, tables, 0, 0, 1, NULL), PE_OK);
  assert_int_equal (found.columns, 1);
  pe_tables_unref (tables);
  pe_provider_free (provider);
}

static void
test_findings (void **state)
{
  (void) state;

  pe_provider          *provider = new_provider ();
  pe_provider_place     places[2];
  pe_provider_parameter parameter;
  pe_tables            *tables = NULL;
  pe_findings          *findings = NULL;
  pe_error             *error = NULL;

  pe_provider_place_init (&places[0], sizeof *places);
  pe_provider_place_init (&places[1], sizeof *places);
  places[0].cell = "预算!C7";
  places[1].cell = "预算!C3";
  pe_provider_parameter_init (&parameter, sizeof parameter);
  parameter.name = "found";
  parameter.text = "万元";
  assert_int_equal (pe_provider_report (provider, PE_NOTE_ENCODING, NULL, 0, NULL, 0, NULL), PE_OK);
  assert_int_equal (pe_provider_report (provider, PE_ERROR_UNIT_MIXED, places, 2, &parameter, 1, NULL), PE_OK);
  assert_int_equal (pe_provider_report (provider, PE_OK, places, 2, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_report (provider, 5, places, 2, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_report (provider, PE_ERROR_FILE, NULL, 2, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_report (provider, PE_ERROR_FILE, places, 9, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_report (provider, PE_ERROR_FILE, places, 1, NULL, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  parameter.name = "colour";
  assert_int_equal (pe_provider_report (provider, PE_ERROR_FILE, places, 1, &parameter, 1, NULL),
                    PE_ERROR_INVALID_ARGUMENT);
  places[0].what = "\xFF";
  assert_int_equal (pe_provider_report (provider, PE_ERROR_FILE, places, 1, NULL, 0, NULL), PE_ERROR_INVALID_UTF8);
  assert_int_equal (pe_provider_make_error (&error, PE_ERROR_FILE, NULL, NULL, 0), PE_ERROR_FILE);
  assert_int_equal (pe_provider_report_error (provider, error, NULL), PE_OK);
  assert_int_equal (pe_provider_report_error (provider, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_error_unref (error);
  error = NULL;
  assert_int_equal (pe_provider_finish (&tables, provider, &findings, &error), PE_ERROR_UNIT_MIXED);
  assert_null (tables);
  assert_int_equal (pe_findings_get_size (findings), 3);
  assert_int_equal (pe_error_get_count (error), 2);
  assert_string_equal (pe_place_get_cell (pe_finding_get_place (pe_findings_get (findings, 1), 1)), "预算!C3");
  pe_findings_unref (findings);
  pe_error_unref (error);
  error = NULL;
  assert_int_equal (pe_provider_finish (&tables, provider, &findings, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_get_size (findings), 0);
  pe_error_unref (error);
  pe_provider_free (provider);
}

static void
test_limits (void **state)
{
  (void) state;

  pe_provider    *provider = NULL;
  pe_read_options options;
  pe_limits       limits, found;

  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.items = 12345;
  options.limits = &limits;
  assert_int_equal (pe_provider_new (NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_new (&provider, &options, NULL), PE_OK);
  pe_limits_init (&found, sizeof found);
  pe_provider_get_limits (&found, provider);
  assert_int_equal (found.items, 12345);
  pe_provider_free (provider);
  limits.findings = 0;
  provider = NULL;
  assert_int_equal (pe_provider_new (&provider, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (provider);
}

static void
test_for_writers (void **state)
{
  (void) state;

  pe_error             *error = NULL;
  pe_text              *text = NULL;
  pe_provider_parameter parameter;

  pe_provider_parameter_init (&parameter, sizeof parameter);
  parameter.name = "name";
  parameter.text = "T.xlsx";
  assert_int_equal (pe_provider_make_error (&error, PE_ERROR_FILE, NULL, &parameter, 1), PE_ERROR_FILE);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "T.xlsx"));
  pe_error_unref (error);
  assert_int_equal (pe_provider_make_error (NULL, PE_ERROR_FILE, NULL, NULL, 0), PE_ERROR_FILE);
  assert_int_equal (pe_provider_make_error (NULL, PE_NOTE_ENCODING, NULL, NULL, 0), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_make_text (&text, "a\0b", 3, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (text), 3);
  pe_text_unref (text);
  assert_int_equal (pe_provider_make_text (&text, NULL, 0, NULL), PE_OK);
  pe_text_unref (text);
  assert_int_equal (pe_provider_make_text (&text, NULL, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_provider_make_text (NULL, "", 0, NULL), PE_ERROR_INVALID_ARGUMENT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rows),  cmocka_unit_test (test_tables), cmocka_unit_test (test_findings),
    cmocka_unit_test (test_merge), cmocka_unit_test (test_limits), cmocka_unit_test (test_for_writers),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
