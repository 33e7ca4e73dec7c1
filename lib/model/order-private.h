/* order-private.h - sorting without allocating
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>

/* Compares the things that two indexes stand for; equal things keep their order. */
typedef int (*pe_order_compare) (const void *data, size_t a, size_t b);

/* Sorts n indexes, which are 0 to n - 1 in any order: n log n at worst, in place. */
void pe_order_sort (size_t *indexes, size_t n, pe_order_compare compare, const void *data);
/* An array of 0 to n - 1 (g_free), or NULL when memory ran out. */
size_t *pe_order_new (size_t n);
