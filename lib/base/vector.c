/* vector.c - a growing array whose allocation can fail
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "vector-private.h"

#include <string.h>

#include "arena-private.h"

#define FIRST_CAPACITY 8
/* What an arena gave is not given back, and its vectors are short. */
#define FIRST_CAPACITY_IN_ARENA 2

/* The capacity to allocate for `needed` elements: doubled, so that n appends cost O(n), unless that cannot be. */
static size_t
choose_capacity (const pe_vector *self, size_t needed, size_t max)
{
  const size_t first = self->arena != NULL ? FIRST_CAPACITY_IN_ARENA : FIRST_CAPACITY;

  if (self->capacity > max / 2)
    return needed;
  return MAX (needed, MAX (self->capacity * 2, MIN (first, max)));
}

static void *
resize (pe_vector *self, size_t capacity)
{
  void *data;

  if (self->arena == NULL)
    return g_try_realloc_n (self->data, capacity, self->element_size);
  data = pe_arena_take (self->arena, capacity * self->element_size);
  if (data != NULL && self->size > 0)
    memcpy (data, self->data, self->size * self->element_size);
  return data;
}

pe_status
pe_vector_reserve (pe_vector *self, size_t n)
{
  /* No object is larger than G_MAXSSIZE: pointer differences within it would not be defined. */
  size_t max = G_MAXSSIZE / self->element_size;
  size_t capacity;
  void  *data;

  if (n <= self->capacity - self->size)
    return PE_OK;
  if (n > max - self->size)
    return PE_ERROR_NO_MEMORY;

  capacity = choose_capacity (self, self->size + n, max);
  data = resize (self, capacity);
  if (data == NULL)
    return PE_ERROR_NO_MEMORY;

  self->data = data;
  self->capacity = capacity;
  return PE_OK;
}

pe_status
pe_vector_grow (pe_vector *self, size_t n, void **first)
{
  pe_status status = pe_vector_reserve (self, n);
  char     *place;

  if (status != PE_OK)
    return status;

  place = self->data;
  if (place != NULL)
    {
      place += self->size * self->element_size;
      memset (place, 0, n * self->element_size);
    }
  self->size += n;
  if (first != NULL)
    *first = place;
  return PE_OK;
}

pe_status
pe_vector_push (pe_vector *self, const void *element)
{
  void *place = pe_vector_add (self);

  if (place == NULL)
    return PE_ERROR_NO_MEMORY;
  memcpy (place, element, self->element_size);
  return PE_OK;
}

void *
pe_vector_steal (pe_vector *self, size_t *size)
{
  void *data = self->data;

  if (size != NULL)
    *size = self->size;
  if (self->size == 0)
    {
      g_free (data);
      data = NULL;
    }
  else if (self->size < self->capacity)
    {
      void *smaller = g_try_realloc_n (data, self->size, self->element_size);

      if (smaller != NULL)
        data = smaller;
    }
  self->data = NULL;
  self->size = self->capacity = 0;
  return data;
}

void
pe_vector_clear (pe_vector *self)
{
  if (self->arena == NULL)
    g_free (self->data);
  self->data = NULL;
  self->size = self->capacity = 0;
}
