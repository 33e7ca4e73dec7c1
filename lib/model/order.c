/* order.c - sorting without allocating
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "order-private.h"

/* Heap sort over a total order: the index decides between equal things, which makes it stable. */
static gboolean
is_before (size_t a, size_t b, pe_order_compare compare, const void *data)
{
  int order = compare (data, a, b);

  return order < 0 || (order == 0 && a < b);
}

static void
sift_down (size_t *indexes, size_t root, size_t n, pe_order_compare compare, const void *data)
{
  for (;;)
    {
      size_t child = 2 * root + 1, swap;

      if (child >= n)
        return;
      if (child + 1 < n && is_before (indexes[child], indexes[child + 1], compare, data))
        child++;
      if (!is_before (indexes[root], indexes[child], compare, data))
        return;
      swap = indexes[root];
      indexes[root] = indexes[child];
      indexes[child] = swap;
      root = child;
    }
}

void
pe_order_sort (size_t *indexes, size_t n, pe_order_compare compare, const void *data)
{
  size_t i;

  for (i = n / 2; i > 0; i--)
    sift_down (indexes, i - 1, n, compare, data);
  for (i = n; i > 1; i--)
    {
      size_t swap = indexes[0];

      indexes[0] = indexes[i - 1];
      indexes[i - 1] = swap;
      sift_down (indexes, 0, i - 1, compare, data);
    }
}

size_t *
pe_order_new (size_t n)
{
  size_t *indexes = g_try_new (size_t, n + 1);
  size_t  i;

  for (i = 0; indexes != NULL && i < n; i++)
    indexes[i] = i;
  return indexes;
}
