/* test-buffer.c - text under construction
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

static void
assert_steals (pe_buffer *buffer, const char *expected)
{
  char *text = pe_buffer_steal (buffer);

  assert_non_null (text);
  assert_string_equal (text, expected);
  g_free (text);
}

static void
test_appends (void **state)
{
  (void) state;

  pe_buffer        buffer = PE_BUFFER_INIT;
  const pe_decimal number = { 250, 2, 0 };

  pe_buffer_add (&buffer, "abc", 2);
  pe_buffer_add_string (&buffer, "分");
  pe_buffer_add_string (&buffer, NULL);
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_repeated (&buffer, '-', 3);
  pe_buffer_add_repeated (&buffer, '-', 0);
  pe_buffer_add_decimal (&buffer, &number);
  assert_steals (&buffer, "ab分 ---2.50");
  assert_null (buffer.data);
  assert_steals (&buffer, "");
}

/* A decimal has 0 to 18 places and a reserved member that is 0: whatever else there is adds nothing. */
/* As many as there may be. */
static void
test_strings (void **state)
{
  static const char *const parts[] = { "一", "", "2", "三", "four", "5", "六", "seven" };
  pe_buffer                buffer = PE_BUFFER_INIT;

  (void) state;
  pe_buffer_add_strings (&buffer, parts, G_N_ELEMENTS (parts));
  assert_steals (&buffer, "一2三four5六seven");
}

static void
test_decimals_refused (void **state)
{
  static const pe_decimal malformed[] = { { 1, -1, 0 }, { 1, 19, 0 }, { 1, 0, 1 } };
  pe_buffer               buffer = PE_BUFFER_INIT;

  (void) state;
  pe_buffer_add_decimal (&buffer, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (malformed); i++)
    pe_buffer_add_decimal (&buffer, &malformed[i]);
  assert_int_equal (buffer.status, PE_OK);
  pe_buffer_add_decimal (&buffer, &(pe_decimal) { 1, 18, 0 });
  assert_steals (&buffer, "0.000000000000000001");
}

/* Where a buffer failed, a decimal is not added, as nothing is. */
static void
test_decimal_without_room (void **state)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  (void) state;
  pe_buffer_add_repeated (&buffer, 'x', SIZE_MAX / 2);
  pe_buffer_add_decimal (&buffer, &(pe_decimal) { 1, 0, 0 });
  assert_int_equal (buffer.size, 0);
  assert_null (pe_buffer_steal (&buffer));
}

static void
test_integers (void **state)
{
  (void) state;

  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_int (&buffer, 0);
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_int (&buffer, -1);
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_int (&buffer, INT64_MAX);
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_int (&buffer, INT64_MIN);
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_uint (&buffer, UINT64_MAX);
  assert_steals (&buffer, "0 -1 9223372036854775807 -9223372036854775808 18446744073709551615");
}

static void
test_finish_makes_text (void **state)
{
  (void) state;

  pe_buffer buffer = PE_BUFFER_INIT;
  pe_text  *text = NULL;

  pe_buffer_add (&buffer, "a\0b", 3);
  assert_int_equal (pe_buffer_finish (&buffer, &text, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (text), 3);
  assert_memory_equal (pe_text_get_data (text), "a\0b", 4);
  assert_int_equal (buffer.size, 0);
  pe_text_unref (text);

  assert_int_equal (pe_buffer_finish (&buffer, &text, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (text), 0);
  pe_text_unref (text);
}

/* 10,000 appends of one byte each: the growth must not lose any. */
static void
test_growth (void **state)
{
  (void) state;

  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  for (int i = 0; i < 10000; i++)
    pe_buffer_add_char (&buffer, (char) ('a' + i % 26));
  text = pe_buffer_steal (&buffer);
  assert_int_equal (strlen (text), 10000);
  for (int i = 0; i < 10000; i++)
    assert_int_equal (text[i], 'a' + i % 26);
  g_free (text);
}

static void
test_failure_is_remembered (void **state)
{
  (void) state;

  pe_buffer buffer = PE_BUFFER_INIT;
  pe_text  *text = NULL;
  pe_error *error = NULL;

  pe_buffer_add_string (&buffer, "begun");
  pe_buffer_add_repeated (&buffer, 'x', SIZE_MAX / 2);
  assert_int_equal (buffer.status, PE_ERROR_NO_MEMORY);
  pe_buffer_add_string (&buffer, "more");
  assert_int_equal (buffer.size, 5);
  assert_int_equal (pe_buffer_finish (&buffer, &text, &error), PE_ERROR_NO_MEMORY);
  assert_null (text);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_NO_MEMORY);
  pe_error_unref (error);

  pe_buffer_add_repeated (&buffer, 'x', SIZE_MAX);
  assert_null (pe_buffer_steal (&buffer));
  assert_int_equal (buffer.status, PE_OK);
  pe_buffer_clear (&buffer);
}

/* The caller's room is used while it suffices; the string that is handed over is never in it. */
static void
test_room (void **state)
{
  (void) state;

  for (size_t length = 0; length < 20; length++)
    {
      char        room[8];
      const char *parts[] = { "a", "", "bc" };
      pe_buffer   buffer = PE_BUFFER_INIT_IN (room);
      pe_arena    arena = { NULL };
      char       *heap;

      pe_buffer_add_strings (&buffer, parts, G_N_ELEMENTS (parts));
      assert_ptr_equal (buffer.data, room);
      pe_buffer_add_repeated (&buffer, 'x', length);
      assert_int_equal (buffer.data == room, length + 3 < sizeof room);
      heap = pe_buffer_steal (&buffer);
      assert_int_equal (strlen (heap), length + 3);
      assert_memory_equal (heap, "abc", 3);
      g_free (heap);

      buffer = (pe_buffer) PE_BUFFER_INIT_IN (room);
      pe_buffer_add_repeated (&buffer, 'y', length);
      heap = pe_buffer_steal_in (&buffer, &arena);
      assert_int_equal (strlen (heap), length);
      assert_true (heap < room || heap >= room + sizeof room);
      pe_arena_clear (&arena);
    }
}

/* A text that is made in the caller's room is one that outlives it. */
static void
test_finish_leaves_room (void **state)
{
  char      room[8];
  pe_buffer buffer = PE_BUFFER_INIT_IN (room);
  pe_text  *text = NULL;

  (void) state;
  pe_buffer_add_string (&buffer, "预算");
  assert_int_equal (pe_buffer_finish (&buffer, &text, NULL), PE_OK);
  memset (room, 'x', sizeof room);
  assert_string_equal (pe_text_get_data (text), "预算");
  pe_text_unref (text);

  /* Who could not make what was to be appended says so. */
  text = NULL;
  buffer = (pe_buffer) PE_BUFFER_INIT_IN (room);
  pe_buffer_add_char (&buffer, 'y');
  buffer.status = PE_ERROR_NO_MEMORY;
  pe_buffer_add_char (&buffer, 'y');
  assert_int_equal (pe_buffer_finish (&buffer, &text, NULL), PE_ERROR_NO_MEMORY);
  pe_buffer_add_char (&buffer, 'y');
  buffer.status = PE_ERROR_NO_MEMORY;
  assert_int_equal (pe_buffer_finish (&buffer, &text, NULL), PE_ERROR_NO_MEMORY);
  assert_null (text);
}

static void
test_steal_in (void **state)
{
  pe_arena  arena = { NULL };
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  (void) state;
  pe_buffer_add_string (&buffer, "heap");
  text = pe_buffer_steal_in (&buffer, NULL);
  assert_string_equal (text, "heap");
  g_free (text);
  assert_string_equal (pe_buffer_steal_in (&buffer, &arena), "");
  pe_arena_clear (&arena);
  pe_buffer_add_repeated (&buffer, 'x', SIZE_MAX);
  assert_null (pe_buffer_steal_in (&buffer, &arena));
  assert_null (arena.last);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_appends),
    cmocka_unit_test (test_strings),
    cmocka_unit_test (test_decimals_refused),
    cmocka_unit_test (test_decimal_without_room),
    cmocka_unit_test (test_integers),
    cmocka_unit_test (test_finish_makes_text),
    cmocka_unit_test (test_growth),
    cmocka_unit_test (test_failure_is_remembered),
    cmocka_unit_test (test_room),
    cmocka_unit_test (test_finish_leaves_room),
    cmocka_unit_test (test_steal_in),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
