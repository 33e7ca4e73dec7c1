/* test-arena.c - the texts of a table
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

#include "base/arena-private.h"

static void
test_copies (void **state)
{
  pe_arena    arena = { NULL };
  char        text[] = "基本支出";
  const char *copy = pe_arena_copy (&arena, text, strlen (text)), *empty = pe_arena_copy (&arena, text, 0);
  gboolean    failed = FALSE;

  (void) state;
  text[0] = 'x';
  assert_string_equal (copy, "基本支出");
  assert_string_equal (empty, "");
  assert_null (pe_arena_keep (&arena, NULL, &failed));
  assert_string_equal (pe_arena_keep (&arena, "a", &failed), "a");
  assert_false (failed);
  pe_arena_clear (&arena);
  assert_null (arena.last);
  pe_arena_clear (&arena);
}

/* Texts around the sizes of chunks never move, whatever comes after them. */
static void
test_many (void **state)
{
  enum
  {
    N = 3000
  };
  static const char *copies[N];
  static char        text[70000];
  pe_arena           arena = { NULL };

  (void) state;
  memset (text, 'a', sizeof text);
  for (size_t i = 0; i < N; i++)
    {
      copies[i] = pe_arena_copy (&arena, text, (i * 37) % sizeof text);
      assert_non_null (copies[i]);
    }
  for (size_t i = 0; i < N; i++)
    {
      const size_t size = (i * 37) % sizeof text;

      assert_int_equal (strlen (copies[i]), size);
      assert_memory_equal (copies[i], text, size);
    }
  pe_arena_clear (&arena);
}

static void
test_rewind (void **state)
{
  pe_arena      arena = { NULL };
  pe_arena_mark empty = pe_arena_get_mark (&arena), full;
  const char   *kept = pe_arena_copy (&arena, "kept", 4), *again;
  char          large[1000] = "";

  (void) state;
  full = pe_arena_get_mark (&arena);
  memset (large, 'b', sizeof large);
  (void) pe_arena_copy (&arena, "gone", 4);
  (void) pe_arena_copy (&arena, large, sizeof large);
  pe_arena_rewind (&arena, full);
  assert_string_equal (kept, "kept");
  again = pe_arena_copy (&arena, "new", 3);
  assert_ptr_equal (again, kept + 5);
  pe_arena_rewind (&arena, empty);
  assert_null (arena.last);
}

/* Memory for anything is aligned behind texts of any length, and what was reserved comes from one chunk. */
static void
test_takes (void **state)
{
  pe_arena       arena = { NULL };
  const uint64_t mark = UINT64_MAX;
  void          *chunk;

  (void) state;
  assert_non_null (pe_arena_take (&arena, 0));
  for (size_t length = 0; length < 40; length++)
    {
      char *number;

      (void) pe_arena_copy (&arena, "0123456789012345678901234567890123456789", length);
      number = pe_arena_take (&arena, sizeof mark);
      assert_int_equal ((uintptr_t) number % _Alignof (max_align_t), 0);
      memcpy (number, &mark, sizeof mark);
    }
  assert_true (pe_arena_reserve (&arena, 100000));
  chunk = arena.last;
  for (size_t i = 0; i < 100; i++)
    assert_non_null (pe_arena_take (&arena, 992));
  assert_ptr_equal (arena.last, chunk);
  assert_true (pe_arena_reserve (&arena, 0));
  assert_ptr_equal (arena.last, chunk);
  pe_arena_clear (&arena);
}

/* The caller's room is used up before anything is allocated, and is not freed. */
static void
test_room (void **state)
{
  PE_ARENA_ROOM (room, 256);
  pe_arena arena;
  char    *inside, *outside;

  (void) state;
  pe_arena_start (&arena, room, sizeof room);
  inside = pe_arena_take (&arena, 128);
  outside = pe_arena_take (&arena, 128);
  assert_true (inside > room && inside + 128 <= room + sizeof room);
  assert_true (outside < room || outside >= room + sizeof room);
  memset (outside, 'x', 128);
  pe_arena_clear (&arena);
  assert_null (arena.last);
}

/* More than there can be is refused before it is asked for. */
static void
test_no_memory (void **state)
{
  pe_arena arena = { NULL };

  (void) state;
  assert_null (pe_arena_copy (&arena, "", G_MAXSIZE));
  assert_null (pe_arena_copy (&arena, "", (size_t) G_MAXSSIZE));
  assert_null (pe_arena_take (&arena, G_MAXSIZE));
  assert_null (pe_arena_take (&arena, (size_t) G_MAXSSIZE));
  assert_false (pe_arena_reserve (&arena, G_MAXSIZE));
  assert_null (arena.last);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_copies), cmocka_unit_test (test_many), cmocka_unit_test (test_rewind),
    cmocka_unit_test (test_takes),  cmocka_unit_test (test_room), cmocka_unit_test (test_no_memory),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
