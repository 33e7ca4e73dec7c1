/* writing.c - a text that is written piece by piece
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "writing-private.h"

#include <perfeval/provider.h>
#include <stdarg.h>
#include <string.h>

#include "archive-private.h"

void
pe_writing_add_bytes (pe_writing *self, const void *bytes, size_t size)
{
  void *place = NULL;

  if (self->failed || size == 0)
    return;
  if (pe_vector_grow (&self->bytes, size, &place) != PE_OK)
    self->failed = TRUE;
  else
    memcpy (place, bytes, size);
}

void
pe_writing_add (pe_writing *self, const char *text)
{
  if (text != NULL)
    pe_writing_add_bytes (self, text, strlen (text));
}

void
pe_writing_add_all (pe_writing *self, ...)
{
  va_list     texts;
  const char *text;

  va_start (texts, self);
  while ((text = va_arg (texts, const char *)) != NULL)
    pe_writing_add (self, text);
  va_end (texts);
}

void
pe_writing_add_number (pe_writing *self, uint64_t number)
{
  char text[24];

  pe_writing_add (self, pe_office_print_number (text, number));
}

/* How a character is written in XML; NULL: as it is. */
static const char *
escape (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

void
pe_writing_add_xml (pe_writing *self, const char *text)
{
  while (text != NULL && *text != '\0')
    {
      const size_t plain = strcspn (text, "&<>\"'");

      pe_writing_add_bytes (self, text, plain);
      text += plain;
      if (*text != '\0')
        pe_writing_add (self, escape (*text++));
    }
}

pe_status
pe_writing_finish (pe_writing *self, pe_text **out, pe_error **error)
{
  pe_status status;

  if (self->failed)
    status = pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    status = pe_provider_make_text (out, self->bytes.data != NULL ? self->bytes.data : "", self->bytes.size, error);
  pe_writing_clear (self);
  return status;
}

void
pe_writing_clear (pe_writing *self)
{
  pe_vector_clear (&self->bytes);
  self->failed = FALSE;
}
