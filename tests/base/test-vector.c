/* test-vector.c - the growing array
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena-private.h"
#include "base/vector-private.h"

static void
test_push_keeps_order (void **state)
{
  (void) state;

  pe_vector vector = PE_VECTOR_INIT (int);
  size_t    size;
  int      *numbers;

  for (int i = 0; i < 1000; i++)
    assert_int_equal (pe_vector_push (&vector, &i), PE_OK);
  assert_int_equal (vector.size, 1000);
  for (int i = 0; i < 1000; i++)
    assert_int_equal (*pe_vector_at (&vector, int, i), i);

  numbers = pe_vector_steal (&vector, &size);
  assert_int_equal (size, 1000);
  assert_int_equal (numbers[999], 999);
  assert_null (vector.data);
  assert_int_equal (vector.size, 0);
  g_free (numbers);
}

static void
test_grow_gives_zeros (void **state)
{
  (void) state;

  pe_vector      vector = PE_VECTOR_INIT (uint64_t);
  void          *first = NULL;
  const uint64_t mark = UINT64_MAX;

  assert_int_equal (pe_vector_push (&vector, &mark), PE_OK);
  vector.size = 0;
  assert_int_equal (pe_vector_grow (&vector, 20, &first), PE_OK);
  assert_ptr_equal (first, vector.data);
  for (size_t i = 0; i < 20; i++)
    assert_int_equal (*pe_vector_at (&vector, uint64_t, i), 0);
  assert_int_equal (pe_vector_grow (&vector, 1, &first), PE_OK);
  assert_ptr_equal (first, pe_vector_at (&vector, uint64_t, 20));
  pe_vector_clear (&vector);
  assert_int_equal (vector.capacity, 0);
}

static void
test_impossible_size (void **state)
{
  (void) state;

  pe_vector      vector = PE_VECTOR_INIT (uint64_t);
  const uint64_t number = 7;
  const size_t   sizes[] = { SIZE_MAX, SIZE_MAX / 2, SIZE_MAX / 8, SIZE_MAX / 8 + 1, SIZE_MAX / 16 + 1 };

  assert_int_equal (pe_vector_push (&vector, &number), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      void *data = vector.data, *first = &vector;

      assert_int_equal (pe_vector_grow (&vector, sizes[i], &first), PE_ERROR_NO_MEMORY);
      assert_ptr_equal (first, &vector);
      assert_ptr_equal (vector.data, data);
      assert_int_equal (vector.size, 1);
      assert_int_equal (*pe_vector_at (&vector, uint64_t, 0), 7);
    }
  pe_vector_clear (&vector);
}

static void
test_empty (void **state)
{
  (void) state;

  pe_vector vector = PE_VECTOR_INIT (char);
  size_t    size = 9;

  assert_int_equal (pe_vector_grow (&vector, 0, NULL), PE_OK);
  assert_null (pe_vector_steal (&vector, &size));
  assert_int_equal (size, 0);
  assert_null (pe_vector_steal (&vector, NULL));
  assert_int_equal (pe_vector_grow (&vector, 1, NULL), PE_OK);
  vector.size = 0;
  assert_null (pe_vector_steal (&vector, NULL));
  pe_vector_clear (&vector);
}

/* In an arena it grows like any other, keeps its order, and leaves its memory to the arena. */
static void
test_in_arena (void **state)
{
  (void) state;

  pe_arena  arena = { NULL };
  pe_vector numbers = PE_VECTOR_INIT_IN (int, &arena), others = PE_VECTOR_INIT_IN (char, &arena);
  int      *kept;

  assert_int_equal (pe_vector_reserve (&numbers, 3), PE_OK);
  kept = numbers.data;
  for (int i = 0; i < 1000; i++)
    {
      assert_int_equal (pe_vector_push (&numbers, &i), PE_OK);
      assert_int_equal (pe_vector_push (&others, "x"), PE_OK);
      if (i < 3)
        assert_ptr_equal (numbers.data, kept);
    }
  for (int i = 0; i < 1000; i++)
    assert_int_equal (*pe_vector_at (&numbers, int, i), i);
  pe_vector_clear (&numbers);
  assert_null (numbers.data);
  pe_arena_clear (&arena);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_push_keeps_order), cmocka_unit_test (test_grow_gives_zeros),
    cmocka_unit_test (test_impossible_size),  cmocka_unit_test (test_empty),
    cmocka_unit_test (test_in_arena),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
