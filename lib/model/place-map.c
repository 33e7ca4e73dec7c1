/* place-map.c - which part of an object came from which bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "place-map-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../base/vector-private.h"
#include "../base/arena-private.h"
#include "order-private.h"

struct pe_place_map
{
  char     *file;
  pe_arena  paths;
  pe_vector places; /* of pe_place */
  uint32_t *slots; /* nullable: numbers of places from 1 by the hash of their paths, 0 for none; else they are sorted */
  size_t    mask;  /* how many slots there are, less one: a power of two less one */
};

/* FNV-1a: places are many, paths are short, and what a document makes of it is bounded below. */
#define HASH_START G_GUINT64_CONSTANT (14695981039346656037)
#define HASH_FACTOR G_GUINT64_CONSTANT (1099511628211)
/* Slots looked at for each place, on average, before the map gives the hash up: a document can be made so that its paths
 * collide. */
#define STEPS_EACH 16

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
  g_free (self->slots);
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

static pe_status
sort (pe_place_map *self)
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

static size_t
hash (const char *what)
{
  uint64_t result = HASH_START;

  for (; *what != '\0'; what++)
    result = (result ^ (uint8_t) *what) * HASH_FACTOR;
  return (size_t) (result ^ result >> 32);
}

/* The slot of a path, or the free one where it would be. *steps is counted down; 0: not found in so many. */
static uint32_t *
find_slot (const pe_place_map *self, const char *what, uint64_t *steps)
{
  size_t slot = hash (what) & self->mask;

  for (; *steps > 0; (*steps)--, slot = (slot + 1) & self->mask)
    {
      const uint32_t number = self->slots[slot];

      if (number == 0 || strcmp (pe_vector_at (&self->places, const pe_place, number - 1)->what, what) == 0)
        return &self->slots[slot];
    }
  return NULL;
}

/* FALSE when there is no memory for the slots, or the paths collide too often: then the places are to be sorted. */
static gboolean
make_slots (pe_place_map *self)
{
  const size_t n = self->places.size;
  uint64_t     steps = (uint64_t) n * STEPS_EACH;
  size_t       size = 16;

  if (n >= G_MAXUINT32 / 4)
    return FALSE;
  while (size < n * 2)
    size *= 2;
  self->slots = g_try_new0 (uint32_t, size);
  self->mask = size - 1;
  for (size_t i = 0; self->slots != NULL && i < n; i++)
    {
      uint32_t *slot = find_slot (self, pe_vector_at (&self->places, const pe_place, i)->what, &steps);

      if (slot == NULL)
        g_clear_pointer (&self->slots, g_free);
      else if (*slot == 0)
        *slot = (uint32_t) i + 1;
    }
  return self->slots != NULL;
}

pe_status
pe_place_map_seal (pe_place_map *self)
{
  g_clear_pointer (&self->slots, g_free);
  return is_sorted (self->places.data, self->places.size) || make_slots (self) ? PE_OK : sort (self);
}

static const pe_place *
find_by_hash (const pe_place_map *self, const char *what)
{
  uint64_t        steps = G_MAXUINT64;
  const uint32_t *slot = find_slot (self, what, &steps);

  /* static: analyzer-null-dereference: with steps without end a free slot is come to */
  return *slot != 0 ? pe_vector_at (&self->places, const pe_place, *slot - 1) : NULL;
}

const pe_place *
pe_place_map_find (const pe_place_map *self, const char *what)
{
  size_t low = 0, high;

  if (self == NULL || what == NULL)
    return NULL;
  if (self->slots != NULL)
    return find_by_hash (self, what);
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
