/* cell-map.c - which cell of which table a value of a document was made from
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "cell-map-private.h"

#include <string.h>

pe_status
pe_cell_map_add (pe_cell_map *self, const pe_cell_origin *origin)
{
  return pe_vector_push (&self->origins, origin);
}

const pe_cell_origin *
pe_cell_map_find (const pe_cell_map *self, size_t start)
{
  size_t low = 0, high = self->origins.size;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (pe_vector_at (&self->origins, const pe_cell_origin, middle)->start <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? pe_vector_at (&self->origins, const pe_cell_origin, low - 1) : NULL;
}

pe_status
pe_cell_map_add_blank (pe_cell_map *self, const pe_cell_blank *blank)
{
  return pe_vector_push (&self->blanks, blank);
}

static size_t
find_first_blank (const pe_cell_map *self, size_t record)
{
  size_t low = 0, high = self->blanks.size;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (pe_vector_at (&self->blanks, const pe_cell_blank, middle)->record < record)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const pe_cell_blank *
pe_cell_map_find_blank (const pe_cell_map *self, size_t start, const char *member)
{
  const pe_cell_origin *record = pe_cell_map_find (self, start);

  for (size_t i = record != NULL ? find_first_blank (self, record->start) : self->blanks.size; i < self->blanks.size;
       i++)
    {
      const pe_cell_blank *blank = pe_vector_at (&self->blanks, const pe_cell_blank, i);

      if (blank->record != record->start)
        break;
      if (strcmp (blank->member, member) == 0)
        return blank;
    }
  return NULL;
}

void
pe_cell_map_move (const pe_cell_map *self, pe_place *place, pe_buffer *buffer)
{
  const pe_cell_origin *origin = pe_cell_map_find (self, (size_t) place->offset);

  if (origin == NULL)
    *place = (pe_place) { place->what, NULL, NULL, 0, 0, 0, 0 };
  else
    pe_cell_map_move_to (self, origin, place, buffer);
}

/* What and the cell share the buffer, which may move when it grows. */
void
pe_cell_map_move_to (const pe_cell_map *self, const pe_cell_origin *origin, pe_place *place, pe_buffer *buffer)
{
  const gboolean what_inside = place->what != NULL && place->what == buffer->data;
  const size_t   offset = buffer->size;
  pe_place       moved;

  pe_tables_get_place (self->tables, origin->table, origin->line, origin->number,
                       origin->number > 0 ? MAX (origin->column, 1) : 0, &moved, buffer);
  moved.what = what_inside && buffer->status == PE_OK ? buffer->data : place->what;
  moved.cell = buffer->status == PE_OK ? buffer->data + offset : NULL;
  *place = moved;
}

void
pe_cell_map_clear (pe_cell_map *self)
{
  pe_vector_clear (&self->origins);
  pe_vector_clear (&self->blanks);
}
