/* test-tables.c - sheets of cells, read by index and joined
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

#include "base/buffer-private.h"
#include "grids.h"
#include "io/tables-private.h"

static void
test_join (void **state)
{
  (void) state;

  pe_tables    *tables = grid_with (grid_with (grid_from ("a", "1|2;3"), "b", ""), "c", "4||5");
  pe_tables    *none = NULL;
  pe_table_head head;
  char         *first = grid_print (tables, 0), *last = grid_print (tables, 2);

  pe_table_head_init (&head, sizeof head);
  assert_int_equal (pe_tables_get_n (tables), 3);
  assert_int_equal (pe_tables_get_head (&head, tables, 2, NULL), PE_OK);
  assert_string_equal (head.name, "c");
  assert_null (head.file);
  assert_string_equal (first, "1|2;3");
  assert_string_equal (last, "4||5");
  assert_int_equal (pe_tables_get_n_rows (tables, 1), 0);
  pe_tables_unref (pe_tables_ref (tables));
  pe_tables_unref (tables);
  g_free (first);
  g_free (last);
  assert_int_equal (pe_tables_join (&none, NULL, 0, NULL), PE_OK);
  assert_int_equal (pe_tables_get_n (none), 0);
  pe_tables_unref (none);
  assert_int_equal (pe_tables_join (NULL, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_join (&none, NULL, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
}

static void
test_bounds (void **state)
{
  (void) state;

  pe_tables    *tables = grid_from ("a", "1");
  pe_table_head head;
  pe_table_row  row;
  pe_cell       cell;

  pe_table_head_init (&head, sizeof head);
  pe_table_row_init (&row, sizeof row);
  pe_cell_init (&cell, sizeof cell);
  assert_int_equal (pe_tables_get_head (&head, tables, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_tables_get_row (&row, tables, 1, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_tables_get_row (&row, tables, 0, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_tables_get_cell (&cell, tables, 1, 0, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_tables_get_cell (&cell, tables, 0, 1, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_tables_get_cell (&cell, tables, 0, 0, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_tables_get_cell (NULL, tables, 0, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_get_cell (&cell, NULL, 0, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_get_row (&row, NULL, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_get_head (&head, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_get_n (NULL), 0);
  assert_int_equal (pe_tables_get_n_rows (tables, 7), 0);
  assert_int_equal (pe_tables_get_n_rows (NULL, 0), 0);
  pe_tables_unref (tables);
  pe_tables_unref (NULL);
  assert_null (pe_tables_ref (NULL));
}

static void
assert_name (uint32_t column, const char *expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *found;

  pe_cell_print_name (&buffer, column, 7);
  found = pe_buffer_steal (&buffer);
  assert_string_equal (found, expected);
  g_free (found);
}

static void
test_names (void **state)
{
  (void) state;

  assert_name (1, "A7");
  assert_name (26, "Z7");
  assert_name (27, "AA7");
  assert_name (702, "ZZ7");
  assert_name (703, "AAA7");
  assert_name (16384, "XFD7");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_join),
    cmocka_unit_test (test_bounds),
    cmocka_unit_test (test_names),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
