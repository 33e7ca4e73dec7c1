/* test-scorebook.c - an evaluation as a workbook, read back by the library
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

#include "scored.h"

/* The text of a cell; NULL where there is none. */
static const char *
text_at (const pe_tables *tables, size_t table, uint32_t number, uint32_t column)
{
  for (size_t i = 0; i < pe_tables_get_n_rows (tables, table); i++)
    {
      pe_table_row row;
      pe_cell      cell;

      pe_table_row_init (&row, sizeof row);
      pe_cell_init (&cell, sizeof cell);
      if (pe_tables_get_row (&row, tables, table, i, NULL) != PE_OK || row.number != number)
        continue;
      for (uint32_t k = 0; k < row.n_cells; k++)
        if (pe_tables_get_cell (&cell, tables, table, i, k, NULL) == PE_OK && cell.column == column)
          return cell.text;
    }
  return NULL;
}

static pe_tables *
write_and_read (const pe_evaluation *evaluation, pe_language language)
{
  pe_text   *bytes = NULL, *again = NULL;
  pe_tables *tables = NULL;

  assert_int_equal (pe_evaluation_to_xlsx (&bytes, evaluation, language, NULL), PE_OK);
  assert_int_equal (pe_evaluation_to_xlsx (&again, evaluation, language, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (bytes), pe_text_get_size (again));
  assert_memory_equal (pe_text_get_data (bytes), pe_text_get_data (again), pe_text_get_size (bytes));
  assert_int_equal (pe_tables_from_xlsx (&tables, pe_text_get_data (bytes), pe_text_get_size (bytes), NULL, NULL, NULL),
                    PE_OK);
  pe_text_unref (bytes);
  pe_text_unref (again);
  return tables;
}

/* What the workbook remembers is what the library calculated: 34 nodes below the headers in row 4, then the total. */
static void
test_zengcheng (void **state)
{
  pe_evaluation *evaluation = score_zengcheng ();
  pe_tables     *tables = write_and_read (evaluation, PE_LANGUAGE_ZH);

  (void) state;
  assert_string_equal (text_at (tables, 0, 1, 1), "增城经济技术开发区投资促进局 2023 年度绩效评分表");
  assert_non_null (strstr (text_at (tables, 0, 2, 1), "不是官方文本"));
  assert_string_equal (text_at (tables, 0, 9, 1), "1.1.3");
  assert_string_equal (text_at (tables, 0, 9, 8), "9.97");
  assert_string_equal (text_at (tables, 0, 9, 6), "9.971933698"); /* 2149560 / 215561 */
  assert_string_equal (text_at (tables, 0, 39, 2), "总分");
  assert_string_equal (text_at (tables, 0, 39, 8), "99.69");
  assert_string_equal (text_at (tables, 0, 39, 9), "0.31");
  assert_string_equal (text_at (tables, 0, 39, 12), "0");
  assert_non_null (strstr (text_at (tables, 0, 28, 10), "扣 0.28 分"));
  pe_tables_unref (tables);
  tables = write_and_read (evaluation, PE_LANGUAGE_EN);
  assert_string_equal (text_at (tables, 0, 39, 2), "Total");
  assert_string_equal (text_at (tables, 0, 39, 13), "formula");
  pe_tables_unref (tables);
  pe_evaluation_unref (evaluation);
}

/* What an office writes is text: no formula, no markup, nothing that commands; and it may be long. */
static void
test_hostile_names (void **state)
{
  static const char *const names[]
      = { "=1+1", "<b>&amp;", "\\u0001\\u202ex", "@SUM(A1)", "+cmd|' /C calc'!A0", "\\uffff\\ufeff" };
  GString *longest = g_string_new (NULL);

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      pe_evaluation *evaluation;
      pe_tables     *tables;

      evaluation = score_many (2, names[i], "1.5");
      tables = write_and_read (evaluation, PE_LANGUAGE_ZH);
      assert_string_equal (text_at (tables, 0, 8, 8), "3");
      if (names[i][0] == '=' || names[i][0] == '@')
        assert_string_equal (strstr (text_at (tables, 0, 6, 2), names[i]), names[i]);
      pe_tables_unref (tables);
      pe_evaluation_unref (evaluation);
    }
  while (longest->len < 900000)
    g_string_append (longest, "很长的名称");
  {
    pe_evaluation *evaluation = score_many (1, longest->str, "1");
    pe_tables     *tables = write_and_read (evaluation, PE_LANGUAGE_ZH);

    assert_true (g_utf8_strlen (text_at (tables, 0, 6, 2), -1) <= 32767);
    pe_tables_unref (tables);
    pe_evaluation_unref (evaluation);
  }
  g_string_free (longest, TRUE);
}

static void
test_many (void **state)
{
  pe_evaluation *evaluation = score_many (3000, "项", "1.25");
  pe_tables     *tables = write_and_read (evaluation, PE_LANGUAGE_ZH);

  (void) state;
  assert_string_equal (text_at (tables, 0, 3006, 8), "3750");
  pe_tables_unref (tables);
  pe_evaluation_unref (evaluation);
}

static void
test_arguments (void **state)
{
  pe_evaluation *evaluation = score_many (1, "项", "1");
  pe_text       *text = NULL;

  (void) state;
  assert_int_equal (pe_evaluation_to_xlsx (NULL, evaluation, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_to_xlsx (&text, NULL, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  pe_evaluation_unref (evaluation);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_zengcheng),
    cmocka_unit_test (test_hostile_names),
    cmocka_unit_test (test_many),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
