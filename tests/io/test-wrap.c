/* test-wrap.c - text for people in columns
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

#include "io/wrap-private.h"

static char *
wrap (const char *head, const char *text, int indent)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_wrap_add (&buffer, head, text, indent);
  return pe_buffer_steal (&buffer);
}

static void
check (const char *head, const char *text, int indent, const char *expected)
{
  char *found = wrap (head, text, indent);

  assert_string_equal (found, expected);
  g_free (found);
}

static void
test_short (void **state)
{
  (void) state;

  check ("", "", 0, "\n");
  check ("a ", "b", 4, "a   b\n");
  check ("too long", "b", 4, "too long\n    b\n");
}

/* 40 characters of two columns fill a line; what closes does not begin one. */
static void
test_chinese (void **state)
{
  (void) state;

  char full[41 * 3 + 1] = "", expected[64 * 3] = "";

  for (int i = 0; i < 40; i++)
    strcat (full, "预");
  strcat (expected, full);
  strcat (expected, "\n");
  check ("", full, 0, expected);
  strcat (full, "。");
  expected[39 * 3] = '\0';
  strcat (expected, "\n预。\n");
  check ("", full, 0, expected);
}

static void
test_words (void **state)
{
  (void) state;

  char *found = wrap (
      "", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen", 2);

  assert_string_equal (found, "  one two three four five six seven eight nine ten eleven twelve thirteen\n"
                              "  fourteen fifteen sixteen\n");
  g_free (found);
}

static void
test_unbreakable (void **state)
{
  (void) state;

  char  text[201];
  char *found;

  memset (text, 'x', 200);
  text[200] = '\0';
  found = wrap ("", text, 0);
  assert_int_equal (strlen (found), 203);
  assert_int_equal (found[80], '\n');
  g_free (found);
}

/* Nothing of a report commands a terminal or turns its text around. */
static void
test_unsafe (void **state)
{
  (void) state;

  check ("",
         "a\x1b[31mb\n\xe2\x80\xae"
         "c\xc2\x9b",
         0, "a\\u001B[31mb\\u000A\\u202Ec\\u009B\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_short),       cmocka_unit_test (test_chinese), cmocka_unit_test (test_words),
    cmocka_unit_test (test_unbreakable), cmocka_unit_test (test_unsafe),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
