/* test-table-kind.c - which tables a dossier is made of, and their columns
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

#include <glib.h>
#include <perfeval/table_kind.h>

/* Every kind and column has an id of its own and a name in both languages; every word is one. */
static void
test_all (void **state)
{
  (void) state;

  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  assert_int_equal (pe_table_kind_get_n (), 15);
  for (size_t i = 0; i < pe_table_kind_get_n (); i++)
    {
      pe_table_kind kind;

      pe_table_kind_init (&kind, sizeof kind);
      assert_int_equal (pe_table_kind_get (&kind, i, NULL), PE_OK);
      assert_true (g_hash_table_add (ids, g_strdup (kind.id)));
      assert_true (strlen (kind.name_zh) > 0 && strlen (kind.name_en) > 0 && kind.n_columns > 0);
      assert_true (kind.shape >= PE_TABLE_PAIRS && kind.shape <= PE_TABLE_GROUPS);
      for (size_t k = 0; k < kind.n_columns; k++)
        {
          pe_table_column column;

          pe_table_column_init (&column, sizeof column);
          assert_int_equal (pe_table_kind_get_column (&column, i, k, NULL), PE_OK);
          assert_true (g_hash_table_add (ids, g_strdup_printf ("%s.%s", kind.id, column.id)));
          assert_true (strlen (column.name_zh) > 0 && strlen (column.name_en) > 0);
          assert_non_null (column.note_zh);
          assert_int_equal (column.n_words > 0, column.type == PE_COLUMN_WORD);
          for (uint32_t w = 0; w < column.n_words; w++)
            {
              assert_non_null (pe_table_kind_get_word (i, k, w, PE_LANGUAGE_ZH));
              assert_non_null (pe_table_kind_get_word (i, k, w, PE_LANGUAGE_EN));
            }
          assert_null (pe_table_kind_get_word (i, k, column.n_words, PE_LANGUAGE_ZH));
        }
    }
  g_hash_table_unref (ids);
}

static void
test_bounds (void **state)
{
  (void) state;

  pe_table_kind   kind;
  pe_table_column column;

  pe_table_kind_init (&kind, sizeof kind);
  pe_table_column_init (&column, sizeof column);
  assert_int_equal (pe_table_kind_get (&kind, 15, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_table_kind_get (NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_table_kind_get_column (&column, 15, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_table_kind_get_column (&column, 0, 99, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_table_kind_get_column (NULL, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (pe_table_kind_get_word (15, 0, 0, PE_LANGUAGE_ZH));
  assert_null (pe_table_kind_get_word (0, 99, 0, PE_LANGUAGE_ZH));
  assert_string_equal (pe_table_kind_get_word (0, 3, 0, PE_LANGUAGE_ZH), "部门整体支出");
  assert_string_equal (pe_table_kind_get_word (0, 3, 0, PE_LANGUAGE_EN), "department");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_all),
    cmocka_unit_test (test_bounds),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
