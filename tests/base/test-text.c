/* test-text.c - bytes that the library made
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

#include "base/text-private.h"

static void
test_copies (void **state)
{
  (void) state;

  char     bytes[] = { 'a', '\0', 'b' };
  pe_text *text = NULL;

  assert_int_equal (pe_text_new (&text, bytes, sizeof bytes, NULL), PE_OK);
  bytes[0] = 'x';
  assert_int_equal (pe_text_get_size (text), 3);
  assert_memory_equal (pe_text_get_data (text), "a\0b", 4);

  assert_ptr_equal (pe_text_ref (text), text);
  pe_text_unref (text);
  assert_int_equal (pe_text_get_size (text), 3);
  pe_text_unref (text);
}

static void
test_empty (void **state)
{
  (void) state;

  pe_text *text = NULL;

  assert_int_equal (pe_text_new (&text, NULL, 0, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), "");
  pe_text_unref (text);
}

static void
test_takes_over (void **state)
{
  (void) state;

  char    *bytes = g_strdup ("taken");
  pe_text *text = NULL;

  assert_int_equal (pe_text_new_take (&text, bytes, 5, NULL), PE_OK);
  assert_ptr_equal (pe_text_get_data (text), bytes);
  pe_text_unref (text);
}

static void
test_null (void **state)
{
  (void) state;

  assert_string_equal (pe_text_get_data (NULL), "");
  assert_int_equal (pe_text_get_size (NULL), 0);
  assert_null (pe_text_ref (NULL));
  pe_text_unref (NULL);
}

static void
test_impossible_size (void **state)
{
  (void) state;

  pe_text  *text = NULL;
  pe_error *error = NULL;

  assert_int_equal (pe_text_new (&text, "", SIZE_MAX, &error), PE_ERROR_NO_MEMORY);
  assert_null (text);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_NO_MEMORY);
  assert_int_equal (pe_text_new (&text, "", SIZE_MAX / 2, NULL), PE_ERROR_NO_MEMORY);
}

static void
test_string_copy (void **state)
{
  (void) state;

  char *copy = pe_string_copy ("预算");

  assert_string_equal (copy, "预算");
  g_free (copy);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_copies), cmocka_unit_test (test_empty),           cmocka_unit_test (test_takes_over),
    cmocka_unit_test (test_null),   cmocka_unit_test (test_impossible_size), cmocka_unit_test (test_string_copy),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
