/* test-text-position.c - lines and columns against counting them one by one
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

#include "io/text-position-private.h"

static void
check (const char *text, size_t size, uint64_t offset, uint64_t line, uint64_t column, uint64_t character)
{
  pe_text_index    index;
  pe_text_position position;

  assert_int_equal (pe_text_index_init (&index, text, size), PE_OK);
  position = pe_text_index_find (&index, offset);
  assert_int_equal (position.line, line);
  assert_int_equal (position.column, column);
  assert_int_equal (position.character, character);
  pe_text_index_clear (&index);
}

static void
test_positions (void **state)
{
  (void) state;

  static const char text[] = "预a\n算\r\nb\rc";

  check (text, strlen (text), 0, 1, 1, 0);
  check (text, strlen (text), 3, 1, 2, 1);  /* a */
  check (text, strlen (text), 5, 2, 1, 3);  /* 算 */
  check (text, strlen (text), 8, 2, 2, 4);  /* CR of CR LF */
  check (text, strlen (text), 10, 3, 1, 6); /* b */
  check (text, strlen (text), 12, 4, 1, 8); /* c */
  check (text, strlen (text), 13, 4, 2, 9);
  check (text, strlen (text), 1000, 4, 2, 9);
  check (NULL, 0, 0, 1, 1, 0);
}

/* Across the checkpoints, whatever stands on them. */
static void
test_checkpoints (void **state)
{
  (void) state;

  static const char *const pieces[] = { "x", "预", "\n", "\r\n", "\r", "𠀀" };
  char                     text[4096];
  size_t                   size = 0;
  uint64_t                 line = 1, column = 1, character = 0;
  pe_text_index            index;
  unsigned                 random = 1;
  size_t                   starts[4096], n = 0;

  while (size < sizeof text - 8)
    {
      random = random * 1103515245 + 12345;
      starts[n++] = size;
      memcpy (text + size, pieces[random / 65536 % 6], strlen (pieces[random / 65536 % 6]));
      size += strlen (pieces[random / 65536 % 6]);
    }
  assert_int_equal (pe_text_index_init (&index, text, size), PE_OK);
  for (size_t i = 0; i < n; i++)
    {
      const pe_text_position position = pe_text_index_find (&index, starts[i]);
      const char             c = text[starts[i]];
      const gboolean         pair = c == '\r' && starts[i] + 1 < size && text[starts[i] + 1] == '\n';

      assert_int_equal (position.line, line);
      assert_int_equal (position.column, column);
      assert_int_equal (position.character, character);
      if (pair && i + 1 < n && starts[i + 1] == starts[i] + 1) /* CR and LF that met by chance */
        {
          column++;
          character++;
        }
      else if (c == '\n' || c == '\r')
        {
          line++;
          column = 1;
          character += pair ? 2 : 1;
        }
      else
        {
          column++;
          character++;
        }
    }
  pe_text_index_clear (&index);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_positions), cmocka_unit_test (test_checkpoints) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
