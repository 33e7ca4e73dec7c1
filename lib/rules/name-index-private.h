/* name-index-private.h - names in their order, to find one and to find what stands twice
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/status.h>

typedef struct pe_name
{
  const char *name;  /* borrowed */
  size_t      index; /* of the element that has it */
} pe_name;

/* Chosen over a hash table: GLib's aborts when memory runs out, and names are looked up far more often than added. */
typedef struct pe_name_index
{
  pe_name *names; /* ascending by name, then by index */
  size_t   n;
} pe_name_index;

/* The names stand at `offset` in each of n elements of `stride` bytes; they are borrowed. PE_OK or
 * PE_ERROR_NO_MEMORY. */
pe_status pe_name_index_init (pe_name_index *self, const void *elements, size_t n, size_t stride, size_t offset);
void      pe_name_index_clear (pe_name_index *self);
/* The first element of a name; FALSE when there is none. */
gboolean pe_name_index_find (const pe_name_index *self, const char *name, size_t *index);
/* As find, with the place of the name in their order. */
gboolean pe_name_index_locate (const pe_name_index *self, const char *name, size_t *place);
/* Walks the elements whose name stands before: *at begins as 0; FALSE at the end. */
gboolean pe_name_index_next_double (const pe_name_index *self, size_t *at, size_t *index);

/* Compares two pe_name by name, then by index; for qsort(). */
int pe_name_compare (const void *a, const void *b);
