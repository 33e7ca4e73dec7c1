/* test-record.c - texts of callers' records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

typedef struct thing
{
  const char *code;
  const char *name;
  const char *note;
} thing;

static const pe_text_member members[] = {
  { offsetof (thing, code), "code", PE_MEMBER_CODE },
  { offsetof (thing, name), "name", PE_MEMBER_TEXT },
  { offsetof (thing, note), "note", PE_MEMBER_NULLABLE },
};

static void
assert_refused (thing record, pe_status code, const char *what)
{
  pe_error *error = NULL;

  assert_int_equal (pe_record_copy_texts (&record, members, 3, "things", 7, &error), code);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), what);
  pe_error_unref (error);
}

static void
test_copy (void **state)
{
  thing record = { "a.B-1_", "名称", NULL }, copy;

  (void) state;
  assert_ok (pe_record_copy_texts (&record, members, 3, NULL, 0, NULL));
  copy = record;
  assert_ok (pe_record_duplicate_texts (&copy, members, 3));
  assert_true (copy.code != record.code && copy.name != record.name && copy.note == NULL);
  assert_string_equal (copy.name, "名称");
  pe_record_free_texts (&copy, members, 3);
  assert_null (copy.name);
  pe_record_free_texts (&record, members, 3);
}

static void
test_faults (void **state)
{
  char *too_long = g_strnfill (PE_TEXT_MAX + 1, 'x');

  (void) state;
  assert_refused ((thing) { NULL, "x", NULL }, PE_ERROR_INVALID_ARGUMENT, "/things/7/code");
  assert_refused ((thing) { "", "x", NULL }, PE_ERROR_CODE_SYNTAX, "/things/7/code");
  assert_refused ((thing) { "a b", "x", NULL }, PE_ERROR_CODE_SYNTAX, "/things/7/code");
  assert_refused ((thing) { "a", NULL, NULL }, PE_ERROR_INVALID_ARGUMENT, "/things/7/name");
  assert_refused ((thing) { "a", "", NULL }, PE_ERROR_TEXT_EMPTY, "/things/7/name");
  /* A blank and U+3000. */
  assert_refused ((thing) { "a", " \xe3\x80\x80", NULL }, PE_ERROR_TEXT_EMPTY, "/things/7/name");
  assert_refused ((thing) { "a", "x", "\xff" }, PE_ERROR_INVALID_UTF8, "/things/7/note");
  assert_refused ((thing) { "a", "x", too_long }, PE_ERROR_LIMIT_TEXT, "/things/7/note");
  g_free (too_long);
}

static void
test_codes (void **state)
{
  char *longest = g_strnfill (64, 'x'), *longer = g_strnfill (65, 'x');

  (void) state;
  assert_true (pe_code_is_valid ("2.5.1"));
  assert_true (pe_code_is_valid (longest));
  assert_false (pe_code_is_valid (longer));
  assert_false (pe_code_is_valid (""));
  assert_false (pe_code_is_valid ("一"));
  assert_false (pe_code_is_valid ("a/b"));
  g_free (longest);
  g_free (longer);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_copy),
    cmocka_unit_test (test_faults),
    cmocka_unit_test (test_codes),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
