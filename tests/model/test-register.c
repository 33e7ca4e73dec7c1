/* test-register.c - a typed table of the office's own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "records.h"

#define N_COLUMNS 4

static pe_register_column
make_column (const char *id, pe_column_type type, pe_unit unit)
{
  pe_register_column column;

  pe_register_column_init (&column, sizeof column);
  column.id = id;
  column.type = type;
  column.unit = unit;
  return column;
}

/* name, investment, signed, key */
static void
make_row_of (pe_register_cell cells[N_COLUMNS], const char *name, const char *investment, pe_date day,
             const char *is_key)
{
  for (size_t i = 0; i < N_COLUMNS; i++)
    pe_register_cell_init (&cells[i], sizeof cells[i]);
  cells[0].text = name;
  cells[1].figure = figure (investment);
  cells[2].date = day;
  if (is_key != NULL)
    cells[3].figure = (pe_figure) { { is_key[0] == 'y', 0, 0 }, PE_STATE_VALUE, PE_UNIT_TRUTH };
}

static pe_register_builder *
make_builder (pe_unit unit)
{
  const pe_register_column columns[N_COLUMNS]
      = { make_column ("name", PE_COLUMN_TEXT, 0), make_column ("investment", PE_COLUMN_NUMBER, unit),
          make_column ("signed", PE_COLUMN_DATE, 0), make_column ("key", PE_COLUMN_TRUTH, 0) };
  pe_register_builder *builder = NULL;

  assert_int_equal (pe_register_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_register_builder_set_head (builder, "projects", "招商项目", NULL), PE_OK);
  assert_int_equal (pe_register_builder_add_columns (builder, columns, N_COLUMNS, NULL), PE_OK);
  return builder;
}

static void
test_read_back (void **state)
{
  pe_register_builder *builder = make_builder (0);
  pe_register_cell     rows[2 * N_COLUMNS], cell;
  pe_register_column   column;
  pe_register         *table = NULL, *again = NULL;

  (void) state;
  make_row_of (&rows[0], "一号", "", 0, NULL);
  make_row_of (&rows[N_COLUMNS], "二号", "1.20亿元", 20230601, "y");
  assert_int_equal (pe_register_builder_add_rows (builder, rows, 2, NULL), PE_OK);
  assert_int_equal (pe_register_builder_build (&table, builder, NULL, NULL), PE_OK);
  pe_register_builder_free (builder);
  assert_string_equal (pe_register_get_id (table), "projects");
  assert_string_equal (pe_register_get_title (table), "招商项目");
  assert_int_equal (pe_register_get_n_columns (table), N_COLUMNS);
  assert_int_equal (pe_register_get_n_rows (table), 2);
  pe_register_column_init (&column, sizeof column);
  assert_int_equal (pe_register_get_column (&column, table, 1, NULL), PE_OK);
  assert_int_equal (column.unit, PE_UNIT_YI_YUAN); /* of the first cell that has a value */
  pe_register_cell_init (&cell, sizeof cell);
  assert_int_equal (pe_register_get_cell (&cell, table, 1, 1, NULL), PE_OK);
  assert_figure (&cell.figure, "1.20亿元");
  assert_int_equal (pe_register_get_cell (&cell, table, 1, 2, NULL), PE_OK);
  assert_int_equal (cell.date, 20230601);
  assert_int_equal (pe_register_get_cell (&cell, table, 0, 0, NULL), PE_OK);
  assert_string_equal (cell.text, "一号");
  assert_int_equal (pe_register_builder_new (&builder, table, NULL), PE_OK);
  assert_int_equal (pe_register_builder_build (&again, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_register_is_equal (table, again), 1);
  pe_register_unref (again);
  assert_int_equal (pe_register_builder_add_rows (builder, rows, 1, NULL), PE_OK);
  assert_int_equal (pe_register_builder_build (&again, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_register_is_equal (table, again), 0);
  pe_register_builder_free (builder);
  pe_register_unref (again);
  pe_register_unref (table);
}

/* A column that mixes 元 and 万元 names both cells; one that says its unit is the second place itself. */
static void
test_units (void **state)
{
  pe_register_builder *builder = make_builder (0);
  pe_register_cell     rows[3 * N_COLUMNS];
  pe_register         *table = NULL;
  pe_findings         *findings = NULL;
  pe_error            *error = NULL;

  (void) state;
  make_row_of (&rows[0], "一号", "", 0, NULL);
  make_row_of (&rows[N_COLUMNS], "二号", "12万元", 0, NULL);
  make_row_of (&rows[2 * N_COLUMNS], "三号", "120000元", 0, NULL);
  assert_int_equal (pe_register_builder_add_rows (builder, rows, 3, NULL), PE_OK);
  assert_refused (pe_register_builder_build (&table, builder, &findings, &error), &error, PE_ERROR_UNIT_MIXED,
                  "/rows/2/investment");
  assert_int_equal (pe_findings_get_size (findings), 1);
  assert_finding (findings, 0, PE_ERROR_UNIT_MIXED, "/rows/2/investment", "/rows/1/investment");
  assert_non_null (strstr (pe_finding_get_message (pe_findings_get (findings, 0), PE_LANGUAGE_ZH), "120000 元"));
  pe_findings_unref (findings);
  pe_register_builder_free (builder);
  assert_null (table);

  findings = NULL;
  builder = make_builder (PE_UNIT_YUAN);
  assert_int_equal (pe_register_builder_add_rows (builder, rows, 3, NULL), PE_OK);
  assert_refused (pe_register_builder_build (&table, builder, &findings, &error), &error, PE_ERROR_UNIT_MIXED, NULL);
  assert_finding (findings, 0, PE_ERROR_UNIT_MIXED, "/rows/1/investment", "/columns/1/id");
  pe_findings_unref (findings);
  pe_register_builder_free (builder);
}

static void
test_refused_cells (void **state)
{
  pe_register_builder *builder = make_builder (0);
  pe_register_cell     cells[N_COLUMNS];
  pe_error            *error = NULL;

  (void) state;
  make_row_of (cells, "一号", "1万元", 0, NULL);
  cells[2].text = "六月";
  assert_refused (pe_register_builder_add_rows (builder, cells, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/rows/0/signed");
  make_row_of (cells, "一号", "1万元", 20230229, NULL);
  assert_refused (pe_register_builder_add_rows (builder, cells, 1, &error), &error, PE_ERROR_DATE_RANGE,
                  "/rows/0/signed");
  make_row_of (cells, "一号", "1万元", 0, NULL);
  cells[3].figure = figure ("1");
  assert_refused (pe_register_builder_add_rows (builder, cells, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/rows/0/key");
  make_row_of (cells, "一号", "1万元", 0, "y");
  cells[1] = cells[3];
  assert_refused (pe_register_builder_add_rows (builder, cells, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/rows/0/investment");
  make_row_of (cells, "\xff", "1万元", 0, NULL);
  assert_refused (pe_register_builder_add_rows (builder, cells, 1, &error), &error, PE_ERROR_INVALID_UTF8,
                  "/rows/0/name");
  make_row_of (cells, NULL, "-", 0, NULL);
  cells[0].figure.state = PE_STATE_NOT_APPLICABLE;
  assert_int_equal (pe_register_builder_add_rows (builder, cells, 1, NULL), PE_OK);
  pe_register_builder_free (builder);
}

static void
test_refused_columns (void **state)
{
  static const struct
  {
    const char *id;
    int32_t     type;
    pe_unit     unit;
    pe_status   expected;
    const char *place;
  } cases[] = { { "1st", PE_COLUMN_TEXT, 0, PE_ERROR_CODE_SYNTAX, "/columns/0/id" },
                { "a.b", PE_COLUMN_TEXT, 0, PE_ERROR_CODE_SYNTAX, "/columns/0/id" },
                { "", PE_COLUMN_TEXT, 0, PE_ERROR_TEXT_EMPTY, "/columns/0/id" },
                { NULL, PE_COLUMN_TEXT, 0, PE_ERROR_INVALID_ARGUMENT, "/columns/0/id" },
                { "a", PE_COLUMN_MONEY, 0, PE_ERROR_INVALID_ARGUMENT, "/columns/0/type" },
                { "a", PE_COLUMN_TEXT, PE_UNIT_YUAN, PE_ERROR_UNIT_MISMATCH, "/columns/0/unit" },
                { "a", PE_COLUMN_NUMBER, 9999, PE_ERROR_INVALID_ARGUMENT, "/columns/0/unit" } };
  pe_register_column   two[2] = { make_column ("a", PE_COLUMN_TEXT, 0), make_column ("a", PE_COLUMN_DATE, 0) };
  pe_register_builder *builder = NULL;
  pe_register         *table = NULL;
  pe_error            *error = NULL;

  (void) state;
  assert_int_equal (pe_register_builder_new (&builder, NULL, NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const pe_register_column column = make_column (cases[i].id, cases[i].type, cases[i].unit);

      assert_refused (pe_register_builder_add_columns (builder, &column, 1, &error), &error, cases[i].expected,
                      cases[i].place);
    }
  assert_refused (pe_register_builder_build (&table, builder, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_register_builder_set_head (builder, "a-b", NULL, &error), &error, PE_ERROR_CODE_SYNTAX, "/id");
  assert_int_equal (pe_register_builder_set_head (builder, "t", NULL, NULL), PE_OK);
  assert_int_equal (pe_register_builder_add_columns (builder, two, 2, NULL), PE_OK);
  assert_refused (pe_register_builder_build (&table, builder, NULL, &error), &error, PE_ERROR_CODE_DUPLICATE,
                  "/columns/1/id");
  pe_register_builder_free (builder);
}

static void
test_many_columns (void **state)
{
  pe_register_builder *builder = NULL;
  pe_error            *error = NULL;
  char                 id[8];

  (void) state;
  assert_int_equal (pe_register_builder_new (&builder, NULL, NULL), PE_OK);
  for (int i = 0; i < 256; i++)
    {
      pe_register_column column;

      g_snprintf (id, sizeof id, "c%d", i);
      column = make_column (id, PE_COLUMN_TEXT, 0);
      assert_int_equal (pe_register_builder_add_columns (builder, &column, 1, NULL), PE_OK);
    }
  {
    const pe_register_column column = make_column ("more", PE_COLUMN_TEXT, 0);

    assert_refused (pe_register_builder_add_columns (builder, &column, 1, &error), &error, PE_ERROR_LIMIT_ITEMS, NULL);
  }
  pe_register_builder_free (builder);
}

static void
test_arguments (void **state)
{
  pe_register_builder *builder = make_builder (0), *empty = NULL;
  pe_register_cell     cells[N_COLUMNS];
  pe_register_column   column = make_column ("x", PE_COLUMN_TEXT, 0);
  pe_register         *table = NULL;
  pe_error            *error = NULL;
  uint8_t              digest[PE_DIGEST_SIZE] = { 1 };

  (void) state;
  make_row_of (cells, "一号", "1万元", 0, NULL);
  pe_register_column_init (NULL, 8);
  pe_register_cell_init (NULL, 8);
  assert_int_equal (pe_register_builder_new (&empty, NULL, NULL), PE_OK);
  assert_refused (pe_register_builder_new (NULL, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_register_builder_set_head (builder, NULL, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_register_builder_add_rows (empty, cells, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_register_builder_add_rows (builder, NULL, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_register_builder_add_rows (builder, cells, G_MAXUINT32, &error), &error, PE_ERROR_LIMIT_ITEMS,
                  NULL);
  assert_int_equal (pe_register_builder_add_rows (builder, cells, 1, NULL), PE_OK);
  assert_refused (pe_register_builder_add_columns (builder, &column, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  assert_refused (pe_register_builder_build (NULL, builder, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_register_builder_build (&table, builder, NULL, NULL), PE_OK);
  assert_refused (pe_register_get_cell (cells, table, 1, 0, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_register_get_cell (cells, table, 0, N_COLUMNS, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_register_get_cell (cells, NULL, 0, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_register_get_column (&column, table, N_COLUMNS, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_int_equal (pe_register_get_n_rows (NULL), 0);
  assert_int_equal (pe_register_get_n_columns (NULL), 0);
  assert_null (pe_register_get_id (NULL));
  assert_null (pe_register_get_title (NULL));
  assert_int_equal (pe_register_is_equal (NULL, NULL), 1);
  assert_int_equal (pe_register_is_equal (table, NULL), 0);
  pe_register_get_digest (NULL, digest);
  assert_int_equal (digest[0], 1);
  assert_null (pe_register_ref (NULL));
  pe_register_unref (NULL);
  pe_register_builder_free (NULL);
  pe_register_builder_free (empty);
  pe_register_builder_free (builder);
  pe_register_unref (table);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_read_back),     cmocka_unit_test (test_units),
    cmocka_unit_test (test_refused_cells), cmocka_unit_test (test_refused_columns),
    cmocka_unit_test (test_many_columns),  cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
