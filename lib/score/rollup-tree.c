/* rollup-tree.c - lines and rows of several units as one tree: what has one name below one parent is one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include <string.h>

#include "../model/order-private.h"

static const pe_merge_member *
peek (const void *data, size_t index)
{
  return (const pe_merge_member *) data + index;
}

static int
compare_sizes (size_t a, size_t b)
{
  return (a > b) - (a < b);
}

static int
compare_depth (const void *data, size_t a, size_t b)
{
  return compare_sizes (peek (data, a)->depth, peek (data, b)->depth);
}

static uint32_t
get_parent (const void *data, size_t index)
{
  const size_t above = peek (data, index)->above;

  return above == G_MAXSIZE ? 0 : peek (data, above)->merged;
}

/* Those of one parent together, and among them those of one category or name. The parents are numbered. */
static int
compare_identity (const void *data, size_t a, size_t b)
{
  const pe_merge_member *x = peek (data, a), *y = peek (data, b);
  int                    order = compare_sizes (get_parent (data, a), get_parent (data, b));

  if (order == 0)
    order = (x->category > y->category) - (x->category < y->category);
  return order != 0 || x->category != 0 ? order : strcmp (x->name, y->name);
}

static int
compare_first (const void *data, size_t a, size_t b)
{
  return compare_sizes (peek (data, a)->first, peek (data, b)->first);
}

static int
compare_merged (const void *data, size_t a, size_t b)
{
  return compare_sizes (peek (data, a)->merged, peek (data, b)->merged);
}

/* Numbers the members of one depth in the order in which they first stand in a unit. */
static uint32_t
number_level (pe_merge_member *members, size_t *level, size_t n, uint32_t number)
{
  pe_order_sort (level, n, compare_identity, members);
  for (size_t i = 0; i < n; i++)
    members[level[i]].first
        = i > 0 && compare_identity (members, level[i - 1], level[i]) == 0 ? members[level[i - 1]].first : level[i];
  pe_order_sort (level, n, compare_first, members);
  for (size_t i = 0; i < n; i++)
    {
      if (i == 0 || members[level[i]].first != members[level[i - 1]].first)
        number++;
      members[level[i]].merged = number;
    }
  return number;
}

pe_status
pe_merge_tree (pe_vector *members, size_t **order)
{
  pe_merge_member *const list = members->data;
  size_t *const          sorted = pe_order_new (members->size);
  uint32_t               number = 0;

  if (sorted == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < members->size; i++)
    list[i].depth = list[i].above == G_MAXSIZE ? 0 : list[list[i].above].depth + 1;
  pe_order_sort (sorted, members->size, compare_depth, list);
  for (size_t i = 0, end; i < members->size; i = end)
    {
      for (end = i + 1; end < members->size && list[sorted[end]].depth == list[sorted[i]].depth; end++)
        ;
      number = number_level (list, sorted + i, end - i, number);
    }
  pe_order_sort (sorted, members->size, compare_merged, list);
  *order = sorted;
  return PE_OK;
}
