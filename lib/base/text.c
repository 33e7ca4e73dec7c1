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
  char  *data; /* a NUL at [size] */
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

pe_status
pe_text_new (pe_text **out, const char *bytes, size_t size, pe_error **error)
{
  char *copy = size < (size_t) G_MAXSSIZE ? g_try_malloc (size + 1) : NULL;

  if (copy == NULL)
    return pe_error_set_no_memory (error);
  if (size > 0)
    memcpy (copy, bytes, size);
  copy[size] = '\0';
  return pe_text_new_take (out, copy, size, error);
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
  self->references = 1;
  self->size = size;
  self->data = bytes;
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
  g_free (self->data);
  g_free (self);
}
