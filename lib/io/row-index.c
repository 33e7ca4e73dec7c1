/* row-index.c - the rows of a table by what stands in a column
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "row-index-private.h"

#include <string.h>

#include "../model/order-private.h"

typedef struct entry
{
  size_t text;
  size_t row;
} entry;

static const char *
get_text (const pe_row_index *self, size_t index)
{
  return self->text.data + pe_vector_at (&self->entries, const entry, index)->text;
}

/* Entries are taken in row by row, and equal ones keep their order. */
static int
compare (const void *data, size_t a, size_t b)
{
  return strcmp (get_text (data, a), get_text (data, b));
}

static pe_status
add_row (pe_row_index *self, pe_import *import, const pe_import_table *table, size_t row, size_t column,
         pe_buffer *room)
{
  const entry new = { self->text.size, row };
  const char *text
      = pe_import_get_text (import, table, pe_tables_row (import->tables, table->table, row), column, room);

  if (import->status != PE_OK)
    return import->status;
  pe_buffer_add (&self->text, text, strlen (text) + 1);
  return self->text.status == PE_OK ? pe_vector_push (&self->entries, &new) : self->text.status;
}

static pe_status
add_rows (pe_row_index *self, pe_import *import, const pe_import_table *table, const size_t *columns, size_t n_columns,
          pe_row_index_is_wanted is_wanted)
{
  const size_t n = table != NULL ? pe_tables_table (import->tables, table->table)->n_rows : 0;
  pe_buffer    room = PE_BUFFER_INIT;
  pe_status    status = PE_OK;

  for (size_t i = table != NULL ? table->first_row : 0; i < n && status == PE_OK; i++)
    if (is_wanted == NULL || is_wanted (import, table, pe_tables_row (import->tables, table->table, i)))
      for (size_t k = 0; k < n_columns && status == PE_OK; k++)
        status = add_row (self, import, table, i, columns[k], &room);
  pe_buffer_clear (&room);
  return status;
}

static pe_status
sort (pe_row_index *self)
{
  pe_status status = PE_OK;

  self->order = pe_order_new (self->entries.size);
  if (self->order == NULL)
    return PE_ERROR_NO_MEMORY;
  pe_order_sort (self->order, self->entries.size, compare, self);
  for (size_t i = 0; i < self->entries.size && status == PE_OK; i++)
    status = pe_vector_push (&self->rows, &pe_vector_at (&self->entries, const entry, self->order[i])->row);
  return status;
}

pe_status
pe_row_index_init (pe_row_index *self, pe_import *import, const pe_import_table *table, const size_t *columns,
                   size_t n_columns, pe_row_index_is_wanted is_wanted)
{
  static const pe_row_index empty
      = { .text = PE_BUFFER_INIT, .entries = PE_VECTOR_INIT (entry), .rows = PE_VECTOR_INIT (size_t) };
  pe_status status;

  *self = empty;
  status = add_rows (self, import, table, columns, n_columns, is_wanted);
  if (status == PE_OK)
    status = sort (self);
  if (status != PE_OK)
    {
      self->rows.size = 0;
      import->status = status;
    }
  return status;
}

void
pe_row_index_clear (pe_row_index *self)
{
  pe_buffer_clear (&self->text);
  pe_vector_clear (&self->entries);
  pe_vector_clear (&self->rows);
  g_clear_pointer (&self->order, g_free);
}

/* How many entries stand before a text, or not behind it. */
static size_t
count_before (const pe_row_index *self, const char *text, gboolean and_equal)
{
  size_t low = 0, high = self->rows.size;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;
      const int    order = strcmp (get_text (self, self->order[middle]), text);

      if (order < 0 || (and_equal && order == 0))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const size_t *
pe_row_index_find (const pe_row_index *self, const char *text, size_t *n)
{
  const size_t first = count_before (self, text, FALSE);

  *n = count_before (self, text, TRUE) - first;
  return *n > 0 ? pe_vector_at (&self->rows, const size_t, first) : NULL;
}
