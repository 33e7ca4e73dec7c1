/* test-order.c - sorting without allocating
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "model/order-private.h"

static int
compare (const void *data, size_t a, size_t b)
{
  const unsigned *keys = data;

  return (keys[a] > keys[b]) - (keys[a] < keys[b]);
}

static void
assert_sorted (const size_t *order, const unsigned *keys, size_t n)
{
  for (size_t i = 1; i < n; i++)
    {
      assert_true (keys[order[i - 1]] <= keys[order[i]]);
      /* Equal things keep their order: this also shows that no index stands twice. */
      if (keys[order[i - 1]] == keys[order[i]])
        assert_true (order[i - 1] < order[i]);
    }
}

/* Every length up to 300, keys from few values and from many, from a fixed sequence. */
static void
test_sorts (void **state)
{
  unsigned keys[300], seed = 1;

  (void) state;
  for (size_t n = 0; n <= 300; n++)
    for (unsigned kinds = 1; kinds < 2000; kinds *= 11)
      {
        size_t *order = pe_order_new (n);

        assert_non_null (order);
        for (size_t i = 0; i < n; i++)
          {
            seed = seed * 1664525u + 1013904223u;
            keys[i] = (seed >> 16) % kinds;
            assert_int_equal (order[i], i);
          }
        pe_order_sort (order, n, compare, keys);
        assert_sorted (order, keys, n);
        g_free (order);
      }
}

static void
test_given_order (void **state)
{
  const unsigned keys[] = { 3, 1, 2, 1 };
  size_t         order[] = { 3, 2, 1, 0 };

  (void) state;
  pe_order_sort (order, 4, compare, keys);
  assert_int_equal (order[0], 1);
  assert_int_equal (order[1], 3);
  assert_int_equal (order[2], 2);
  assert_int_equal (order[3], 0);
}

static void
test_no_memory (void **state)
{
  (void) state;
  assert_null (pe_order_new (G_MAXSIZE - 1));
  assert_null (pe_order_new (G_MAXSIZE / 4));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_sorts),
    cmocka_unit_test (test_given_order),
    cmocka_unit_test (test_no_memory),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
