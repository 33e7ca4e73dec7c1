/* test-record-kind.c - what records there are, and what stands in them
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

/* Every column has a name in both languages, and every word is found by its id and by both names. */
static void
test_reflection (void **state)
{
  pe_record_column column;
  size_t           n_words = 0;

  (void) state;
  pe_record_column_init (&column, sizeof column);
  for (pe_record_kind kind = PE_RECORD_BUDGET_LINE; kind <= PE_RECORD_ASSET; kind++)
    {
      assert_non_null (pe_record_kind_get_id (kind));
      assert_string_not_equal (
          pe_record_kind_get_name (kind, PE_LANGUAGE_ZH), pe_record_kind_get_name (kind, PE_LANGUAGE_EN));
      assert_true (pe_record_kind_get_n_columns (kind) > 0);
      for (size_t i = 0; i < pe_record_kind_get_n_columns (kind); i++)
        {
          assert_int_equal (pe_record_kind_describe_column (&column, kind, i, NULL), PE_OK);
          assert_true (column.id[0] != '\0' && column.name_zh[0] != '\0' && column.name_en[0] != '\0');
          assert_int_equal (column.type == PE_COLUMN_WORD, column.n_words > 0);
          for (int32_t word = 1; word <= (int32_t) column.n_words; word++, n_words++)
            {
              const char *id = pe_record_kind_get_word (kind, i, word);

              assert_int_equal (pe_record_kind_find_word (kind, i, id), word);
              assert_int_equal (
                  pe_record_kind_find_word (kind, i, pe_record_kind_get_word_name (kind, i, word, PE_LANGUAGE_ZH)),
                  word);
              assert_non_null (pe_record_kind_get_word_name (kind, i, word, PE_LANGUAGE_EN));
            }
          assert_null (pe_record_kind_get_word (kind, i, 0));
          assert_null (pe_record_kind_get_word (kind, i, (int32_t) column.n_words + 1));
        }
    }
  assert_true (n_words > 30);
}

static void
test_columns (void **state)
{
  pe_record_column column;

  (void) state;
  pe_record_column_init (&column, sizeof column);
  assert_int_equal (pe_record_kind_describe_column (&column, PE_RECORD_PROCUREMENT, 7, NULL), PE_OK);
  assert_string_equal (column.id, "contract");
  assert_string_equal (column.name_zh, "合同金额");
  assert_int_equal (column.type, PE_COLUMN_MONEY);
  assert_int_equal (column.is_required, 0);
  assert_int_equal (pe_record_kind_find_word (PE_RECORD_PROCUREMENT, 2, "竞争性磋商"), PE_METHOD_CONSULTATION);
  assert_int_equal (pe_record_kind_find_word (PE_RECORD_BUDGET_LINE, 1, "basic.personnel"), PE_BUDGET_BASIC_PERSONNEL);
  assert_string_equal (pe_record_kind_get_word (PE_RECORD_ASSET, 3, PE_ASSET_LET), "let");
  assert_string_equal (pe_record_kind_get_id (PE_RECORD_PAYMENT), "procurement.payments");
}

static void
test_refused (void **state)
{
  pe_record_column column;
  pe_error        *error = NULL;

  (void) state;
  pe_record_column_init (NULL, sizeof column);
  pe_record_column_init (&column, sizeof column);
  assert_null (pe_record_kind_get_id (0));
  assert_null (pe_record_kind_get_id (PE_RECORD_ASSET + 1));
  assert_null (pe_record_kind_get_name (-1, PE_LANGUAGE_ZH));
  assert_int_equal (pe_record_kind_get_n_columns (99), 0);
  assert_int_equal (pe_record_kind_find_word (PE_RECORD_PROCUREMENT, 2, "招标"), 0);
  assert_int_equal (pe_record_kind_find_word (PE_RECORD_PROCUREMENT, 2, NULL), 0);
  assert_int_equal (pe_record_kind_find_word (PE_RECORD_PROCUREMENT, 0, "x"), 0);
  assert_int_equal (pe_record_kind_find_word (PE_RECORD_BUDGET_LINE, 2, "true"), 0);
  assert_null (pe_record_kind_get_word_name (PE_RECORD_PROCUREMENT, 99, 1, PE_LANGUAGE_ZH));
  assert_refused (pe_record_kind_describe_column (&column, 0, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_record_kind_describe_column (&column, PE_RECORD_ASSET, 10, &error), &error, PE_ERROR_NOT_FOUND,
                  NULL);
  assert_refused (pe_record_kind_describe_column (NULL, PE_RECORD_ASSET, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reflection),
    cmocka_unit_test (test_columns),
    cmocka_unit_test (test_refused),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
