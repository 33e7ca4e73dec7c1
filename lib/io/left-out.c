/* left-out.c - what a format has no place for, counted by name
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "left-out-private.h"

#include <string.h>

void
pe_left_out_add (pe_left_out *self, const char *name, pe_buffer *path)
{
  pe_left_out_name *found = NULL;

  for (size_t i = 0; i < self->n && found == NULL; i++)
    if (strcmp (self->names[i].name, name) == 0)
      found = &self->names[i];
  if (found == NULL && self->n < PE_LEFT_OUT_MAX)
    {
      found = &self->names[self->n++];
      *found = (pe_left_out_name) { name, pe_buffer_steal (path), 0 };
      if (found->path == NULL)
        self->status = PE_ERROR_NO_MEMORY;
    }
  if (found != NULL)
    found->count++;
  pe_buffer_clear (path);
}

static void
report (const pe_left_out_name *self, pe_collector *collector)
{
  const pe_place place = PE_PLACE_WHAT (self->path);
  pe_buffer      buffer = PE_BUFFER_INIT;
  char          *count;

  pe_buffer_add_uint (&buffer, self->count);
  count = pe_buffer_steal (&buffer);
  if (count == NULL || self->path == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (collector, PE_WARNING_NOT_WRITTEN, &place, "name", self->name, "count", count, NULL);
  g_free (count);
}

void
pe_left_out_report (pe_left_out *self, pe_collector *collector)
{
  for (size_t i = 0; i < self->n; i++)
    {
      report (&self->names[i], collector);
      g_free (self->names[i].path);
    }
  self->n = 0;
}
