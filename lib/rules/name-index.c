/* name-index.c - names in their order, to find one and to find what stands twice
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "name-index-private.h"

#include <stdlib.h>
#include <string.h>

int
pe_name_compare (const void *a, const void *b)
{
  const pe_name *x = a, *y = b;
  const int      order = strcmp (x->name, y->name);

  if (order != 0)
    return order;
  return (x->index > y->index) - (x->index < y->index);
}

pe_status
pe_name_index_init (pe_name_index *self, const void *elements, size_t n, size_t stride, size_t offset)
{
  self->n = 0;
  self->names = NULL;
  if (n == 0)
    return PE_OK;
  self->names = g_try_new (pe_name, n);
  if (self->names == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    {
      memcpy (&self->names[i].name, (const char *) elements + i * stride + offset, sizeof self->names[i].name);
      self->names[i].index = i;
    }
  self->n = n;
  qsort (self->names, n, sizeof *self->names, pe_name_compare);
  return PE_OK;
}

void
pe_name_index_clear (pe_name_index *self)
{
  g_free (self->names);
  self->names = NULL;
  self->n = 0;
}

gboolean
pe_name_index_locate (const pe_name_index *self, const char *name, size_t *place)
{
  size_t low = 0, high = self->n;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (strcmp (self->names[middle].name, name) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n || strcmp (self->names[low].name, name) != 0)
    return FALSE;
  *place = low;
  return TRUE;
}

gboolean
pe_name_index_find (const pe_name_index *self, const char *name, size_t *index)
{
  size_t place;

  if (!pe_name_index_locate (self, name, &place))
    return FALSE;
  *index = self->names[place].index;
  return TRUE;
}

gboolean
pe_name_index_next_double (const pe_name_index *self, size_t *at, size_t *index)
{
  for (size_t i = MAX (*at, 1); i < self->n; i++)
    if (strcmp (self->names[i - 1].name, self->names[i].name) == 0)
      {
        *at = i + 1;
        *index = self->names[i].index;
        return TRUE;
      }
  *at = self->n;
  return FALSE;
}
