/* vector-private.h - a growing array whose allocation can fail
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/status.h>

/* GArray and GPtrArray abort when memory runs out; what is sized by input may not. */
typedef struct pe_vector
{
  void            *data;
  size_t           size;         /* elements in use */
  size_t           capacity;     /* elements allocated */
  size_t           element_size; /* bytes of one element */
  struct pe_arena *arena;        /* nullable: where the elements are, and stay until all of it goes */
} pe_vector;

#define PE_VECTOR_INIT(type) { NULL, 0, 0, sizeof (type), NULL }
#define PE_VECTOR_INIT_IN(type, arena) { NULL, 0, 0, sizeof (type), arena }
#define pe_vector_at(vector, type, index) (((type *) (vector)->data) + (index))

/* Its first elements will be where `room` is, which lives as long as the vector's arena; it is empty and has an arena. */
static inline void
pe_vector_start (pe_vector *self, void *room, size_t capacity)
{
  self->data = room;
  self->capacity = capacity;
}

/* Makes room for n more elements; PE_OK or PE_ERROR_NO_MEMORY, the vector then as before. */
pe_status pe_vector_reserve (pe_vector *self, size_t n);
/* Appends one element, of which nothing is set; NULL when memory ran out. */
static inline void *
pe_vector_add (pe_vector *self)
{
  if (self->size == self->capacity && pe_vector_reserve (self, 1) != PE_OK)
    return NULL;
  return (char *) self->data + self->size++ * self->element_size;
}

/* Appends n zeroed elements; *first points at them. PE_OK or PE_ERROR_NO_MEMORY, the vector then as before. */
pe_status pe_vector_grow (pe_vector *self, size_t n, void **first);
/* Appends a copy of one element. */
pe_status pe_vector_push (pe_vector *self, const void *element);
/* Gives unused memory back and hands over the array (g_free); the vector, which is in no arena, is empty afterwards. */
void *pe_vector_steal (pe_vector *self, size_t *size);
void  pe_vector_clear (pe_vector *self);
