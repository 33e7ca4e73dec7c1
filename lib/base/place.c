/* place.c - where something stands
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "place-private.h"

#include <string.h>

#include "text-private.h"

const char *
pe_place_get_what (const pe_place *self)
{
  return self != NULL && self->what != NULL ? self->what : "";
}

const char *
pe_place_get_file (const pe_place *self)
{
  return self != NULL ? self->file : NULL;
}

uint64_t
pe_place_get_line (const pe_place *self)
{
  return self != NULL ? self->line : 0;
}

uint64_t
pe_place_get_column (const pe_place *self)
{
  return self != NULL ? self->column : 0;
}

const char *
pe_place_get_cell (const pe_place *self)
{
  return self != NULL ? self->cell : NULL;
}

void
pe_place_get_bytes (const pe_place *self, uint64_t *offset, uint64_t *length)
{
  if (offset != NULL)
    *offset = self != NULL ? self->offset : 0;
  if (length != NULL)
    *length = self != NULL ? self->length : 0;
}

/* Copies a string that may be NULL. */
static gboolean
copy_nullable (const char **out, const char *string)
{
  *out = string != NULL ? pe_string_copy (string) : NULL;
  return string == NULL || *out != NULL;
}

gboolean
pe_place_copy (pe_place *out, const pe_place *self)
{
  gboolean done;

  memset (out, 0, sizeof *out);
  done = copy_nullable (&out->what, pe_place_get_what (self)) && copy_nullable (&out->file, pe_place_get_file (self))
         && copy_nullable (&out->cell, pe_place_get_cell (self));
  if (!done)
    {
      pe_place_clear (out);
      return FALSE;
    }
  out->line = pe_place_get_line (self);
  out->column = pe_place_get_column (self);
  pe_place_get_bytes (self, &out->offset, &out->length);
  return TRUE;
}

void
pe_place_clear (pe_place *self)
{
  g_free ((char *) self->what);
  g_free ((char *) self->file);
  g_free ((char *) self->cell);
  memset (self, 0, sizeof *self);
}
