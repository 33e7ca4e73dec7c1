/* digest.c - the fingerprint of an object's content
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "digest-private.h"

#include <string.h>

struct pe_digest_stream
{
  GChecksum *checksum;
};

static void
add_bytes (pe_digest_stream *self, const void *bytes, size_t size)
{
  const guchar *rest = bytes;

  /* The length of g_checksum_update() is signed, and -1 means a string. */
  while (size > 0)
    {
      size_t piece = MIN (size, (size_t) G_MAXSSIZE);

      g_checksum_update (self->checksum, rest, (gssize) piece);
      rest += piece;
      size -= piece;
    }
}

static void
add_tag (pe_digest_stream *self, char tag)
{
  add_bytes (self, &tag, 1);
}

/* The low bytes of a number, little-endian whatever the machine. */
static void
add_number (pe_digest_stream *self, uint64_t number, size_t size)
{
  guchar bytes[8];

  for (size_t i = 0; i < size; i++)
    bytes[i] = (guchar) (number >> (8 * i));
  add_bytes (self, bytes, size);
}

pe_digest_stream *
pe_digest_stream_new (const char *type)
{
  pe_digest_stream *self = g_try_new (pe_digest_stream, 1);

  if (self == NULL)
    return NULL;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  add_tag (self, 'O');
  pe_digest_stream_add_text (self, type);
  return self;
}

void
pe_digest_stream_add_text (pe_digest_stream *self, const char *text)
{
  size_t size;

  if (text == NULL)
    {
      add_tag (self, 'Z');
      return;
    }
  size = strlen (text);
  add_tag (self, 'T');
  add_number (self, size, 8);
  add_bytes (self, text, size);
}

void
pe_digest_stream_add_int (pe_digest_stream *self, int64_t number)
{
  add_tag (self, 'I');
  add_number (self, (uint64_t) number, 8);
}

void
pe_digest_stream_add_decimal (pe_digest_stream *self, const pe_decimal *number)
{
  add_tag (self, 'D');
  add_number (self, (uint64_t) number->coefficient, 8);
  add_number (self, (uint32_t) number->scale, 1);
}

void
pe_digest_stream_add_figure (pe_digest_stream *self, const pe_figure *figure)
{
  add_tag (self, 'F');
  add_number (self, (uint32_t) figure->state, 4);
  add_number (self, (uint32_t) figure->unit, 4);
  pe_digest_stream_add_decimal (self, &figure->value);
}

void
pe_digest_stream_begin_list (pe_digest_stream *self, size_t n)
{
  add_tag (self, 'L');
  add_number (self, n, 8);
}

void
pe_digest_stream_add_digest (pe_digest_stream *self, const uint8_t *digest)
{
  add_tag (self, 'H');
  add_bytes (self, digest, PE_DIGEST_SIZE);
}

void
pe_digest_stream_finish (pe_digest_stream *self, uint8_t *out)
{
  gsize size = PE_DIGEST_SIZE;

  g_checksum_get_digest (self->checksum, out, &size);
  pe_digest_stream_free (self);
}

void
pe_digest_stream_free (pe_digest_stream *self)
{
  if (self == NULL)
    return;
  g_checksum_free (self->checksum);
  g_free (self);
}

void
pe_digest_print (char *out, const uint8_t *digest)
{
  static const char hex[] = "0123456789abcdef";

  if (out == NULL || digest == NULL)
    return;
  for (size_t i = 0; i < PE_DIGEST_SIZE; i++)
    {
      out[2 * i] = hex[digest[i] >> 4];
      out[2 * i + 1] = hex[digest[i] & 15];
    }
  out[PE_DIGEST_HEX_SIZE - 1] = '\0';
}
