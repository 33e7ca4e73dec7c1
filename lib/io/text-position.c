/* text-position.c - lines and columns of the bytes of a text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "text-position-private.h"

#define STEP 256

/* Goes from one byte to another. A CR LF is one end of a line: its CR ends nothing. */
static void
walk (const pe_text_index *self, pe_text_position *position, size_t from, size_t to)
{
  for (size_t i = from; i < to; i++)
    {
      const guchar c = (guchar) self->text[i];

      if (c == '\n' || (c == '\r' && !(i + 1 < self->size && self->text[i + 1] == '\n')))
        {
          position->line++;
          position->column = 1;
          position->character++;
        }
      else if ((c & 0xC0) != 0x80)
        {
          position->column++;
          position->character++;
        }
    }
}

pe_status
pe_text_index_init (pe_text_index *self, const char *text, size_t size)
{
  pe_text_position  position = { 1, 1, 0 };
  pe_text_position *checkpoints;

  *self = (pe_text_index) { text, size, PE_VECTOR_INIT (pe_text_position) };
  if (pe_vector_grow (&self->checkpoints, size / STEP + 1, (void **) &checkpoints) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i <= size / STEP; i++)
    {
      checkpoints[i] = position;
      walk (self, &position, i * STEP, MIN (size, (i + 1) * STEP));
    }
  return PE_OK;
}

void
pe_text_index_clear (pe_text_index *self)
{
  pe_vector_clear (&self->checkpoints);
}

pe_text_position
pe_text_index_find (const pe_text_index *self, uint64_t offset)
{
  const size_t     to = (size_t) MIN (offset, (uint64_t) self->size);
  pe_text_position position = *pe_vector_at (&self->checkpoints, const pe_text_position, to / STEP);

  walk (self, &position, to / STEP * STEP, to);
  return position;
}
