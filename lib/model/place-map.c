/* place-map.c - which part of an object came from which bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "place-map-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../base/vector-private.h"
#include "arena-private.h"
#include "order-private.h"

struct pe_place_map
{
  char     *file;
  pe_arena  paths;
  pe_vector places; /* of pe_place */
};

pe_place_map *
pe_place_map_new (const char *file)
{
  pe_place_map *self = g_try_new0 (pe_place_map, 1);

  if (self == NULL)
    return NULL;
  self->places.element_size = sizeof (pe_place);
  self->file = file != NULL ? pe_string_copy (file) : NULL;
  if (file == NULL || self->file != NULL)
    return self;
  g_free (self);
  return NULL;
}

void
pe_place_map_free (pe_place_map *self)
{
  if (self == NULL)
    return;
  pe_arena_clear (&self->paths);
  pe_vector_clear (&self->places);
  g_free (self->file);
  g_free (self);
}

/* A place in a table has a cell, and the file of its table: one after the other of the same file share its name. */
static gboolean
copy_cell (pe_place_map *self, pe_place *copy, const pe_place *place)
{
  const pe_place *last = self->places.size > 0 ? pe_vector_at (&self->places, pe_place, self->places.size - 1) : NULL;

  if (place->cell == NULL)
    return TRUE;
  copy->cell = pe_arena_copy (&self->paths, place->cell, strlen (place->cell));
  if (place->file == NULL)
    return copy->cell != NULL;
  if (last != NULL && last->file != NULL && strcmp (last->file, place->file) == 0)
    copy->file = last->file;
  else
    copy->file = pe_arena_copy (&self->paths, place->file, strlen (place->file));
  return copy->cell != NULL && copy->file != NULL;
}

pe_status
pe_place_map_add (pe_place_map *self, const pe_place *place)
{
  const char *what = pe_place_get_what (place);
  pe_place    copy = *place;

  copy.what = pe_arena_copy (&self->paths, what, strlen (what));
  copy.file = self->file;
  copy.cell = NULL;
  if (copy.what == NULL || !copy_cell (self, &copy, place))
    return PE_ERROR_NO_MEMORY;
  return pe_vector_push (&self->places, &copy);
}

static int
compare (const void *data, size_t a, size_t b)
{
  const pe_place *places = data;

  return strcmp (places[a].what, places[b].what);
}

static gboolean
is_sorted (const pe_place *places, size_t n)
{
  size_t i;

  for (i = 1; i < n; i++)
    if (compare (places, i - 1, i) > 0)
      return FALSE;
  return TRUE;
}

pe_status
pe_place_map_seal (pe_place_map *self)
{
  size_t    n = self->places.size, i;
  size_t   *order;
  pe_place *sorted;

  if (is_sorted (self->places.data, n))
    return PE_OK;
  order = pe_order_new (n);
  sorted = g_try_new (pe_place, n);
  if (order == NULL || sorted == NULL)
    {
      g_free (order);
      g_free (sorted);
      return PE_ERROR_NO_MEMORY;
    }
  pe_order_sort (order, n, compare, self->places.data);
  for (i = 0; i < n; i++)
    sorted[i] = *pe_vector_at (&self->places, pe_place, order[i]);
  g_free (order);
  g_free (self->places.data);
  self->places.data = sorted;
  self->places.capacity = n;
  return PE_OK;
}

const pe_place *
pe_place_map_find (const pe_place_map *self, const char *what)
{
  size_t low = 0, high;

  if (self == NULL || what == NULL)
    return NULL;
  for (high = self->places.size; low < high;)
    {
      size_t          middle = low + (high - low) / 2;
      const pe_place *place = pe_vector_at (&self->places, pe_place, middle);
      int             order = strcmp (what, place->what);

      if (order == 0)
        return place;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}
