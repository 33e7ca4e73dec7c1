/* text.c - bytes that the library made
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "text-private.h"

#include <glib.h>
#include <string.h>

#include "finding-private.h"

struct pe_text
{
  gint   references;
  size_t size;
  char  *data; /* a NUL at [size]; behind the text itself, or what was taken over */
};

char *
pe_string_copy (const char *string)
{
  size_t size = strlen (string) + 1;
  char  *copy = g_try_malloc (size);

  if (copy != NULL)
    memcpy (copy, string, size);
  return copy;
}

static void
init (pe_text *self, char *bytes, size_t size)
{
  self->references = 1;
  self->size = size;
  self->data = bytes;
}

pe_status
pe_text_new (pe_text **out, const char *bytes, size_t size, pe_error **error)
{
  pe_text *self = size < (size_t) G_MAXSSIZE - sizeof *self ? g_try_malloc (sizeof *self + size + 1) : NULL;

  if (self == NULL)
    return pe_error_set_no_memory (error);
  init (self, (char *) (self + 1), size);
  if (size > 0)
    memcpy (self->data, bytes, size);
  self->data[size] = '\0';
  *out = self;
  return PE_OK;
}

pe_status
pe_text_new_take (pe_text **out, char *bytes, size_t size, pe_error **error)
{
  pe_text *self = g_try_new (pe_text, 1);

  if (self == NULL)
    {
      g_free (bytes);
      return pe_error_set_no_memory (error);
    }
  init (self, bytes, size);
  *out = self;
  return PE_OK;
}

const char *
pe_text_get_data (const pe_text *self)
{
  return self != NULL ? self->data : "";
}

size_t
pe_text_get_size (const pe_text *self)
{
  return self != NULL ? self->size : 0;
}

pe_text *
pe_text_ref (pe_text *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_text_unref (pe_text *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  if (self->data != (char *) (self + 1))
    g_free (self->data);
  g_free (self);
}
