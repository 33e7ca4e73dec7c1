/* xml-names.c - the different names in a part, so many and no more
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "xml-names-private.h"

#include <glib.h>
#include <string.h>

/* More than twice as many as there may be names, so that a search ends soon. */
#define PLACES 32768

static const char *
name_at (const pe_xml_names *self, guint32 place)
{
  return pe_vector_at (&self->bytes, const char, self->places[place] - 1);
}

/* The place of a name, or the empty one where it belongs. */
static guint32
find (const pe_xml_names *self, const char *name)
{
  guint32 place = g_str_hash (name) % PLACES;

  while (self->places[place] != 0 && strcmp (name_at (self, place), name) != 0)
    place = (place + 1) % PLACES;
  return place;
}

pe_status
pe_xml_names_add (pe_xml_names *self, const char *name)
{
  const size_t size = strlen (name) + 1;
  void        *copy = NULL;
  guint32      place;

  if (self->places == NULL)
    self->places = g_try_new0 (guint32, PLACES);
  if (self->places == NULL)
    return PE_ERROR_NO_MEMORY;
  place = find (self, name);
  if (self->places[place] != 0)
    return PE_OK;
  if (self->n == PE_XML_NAMES || size > PE_XML_NAMES_BYTES - self->bytes.size)
    return PE_ERROR_LIMIT_ITEMS;
  if (pe_vector_grow (&self->bytes, size, &copy) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  memcpy (copy, name, size);
  self->places[place] = (guint32) (self->bytes.size - size + 1);
  self->n++;
  return PE_OK;
}

void
pe_xml_names_clear (pe_xml_names *self)
{
  g_clear_pointer (&self->places, g_free);
  pe_vector_clear (&self->bytes);
  self->n = 0;
}
