/* utf8.c - UTF-8 as Unicode 15 table 3-7 defines it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "utf8-private.h"

#include <string.h>

#include "buffer-private.h"
#include "finding-private.h"
#include "text-private.h"

/* A row of table 3-7: what the second byte may be. The bytes after it are 80 to BF. */
typedef struct sequence
{
  guchar first_low, first_high;
  guchar second_low, second_high;
  guchar size;
} sequence;

static const sequence sequences[] = {
  { 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 }, { 0xE1, 0xEC, 0x80, 0xBF, 3 },
  { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 }, { 0xF0, 0xF0, 0x90, 0xBF, 4 },
  { 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
};

static const sequence *
find_sequence (guchar first)
{
  for (size_t i = 0; i < G_N_ELEMENTS (sequences); i++)
    if (first >= sequences[i].first_low && first <= sequences[i].first_high)
      return &sequences[i];
  return NULL;
}

size_t
pe_utf8_decode (const char *bytes, size_t size, gunichar *out)
{
  const guchar   *b = (const guchar *) bytes;
  const sequence *row;
  gunichar        c;

  if (size == 0)
    return 0;
  if (b[0] < 0x80)
    {
      *out = b[0];
      return 1;
    }
  row = find_sequence (b[0]);
  if (row == NULL || size < row->size || b[1] < row->second_low || b[1] > row->second_high)
    return 0;

  /* A first byte of n has n ones and a zero in front of its bits. */
  c = b[0] & (0x7Fu >> row->size);
  for (size_t i = 1; i < row->size; i++)
    {
      if ((b[i] & 0xC0) != 0x80)
        return 0;
      c = c << 6 | (b[i] & 0x3Fu);
    }
  *out = c;
  return row->size;
}

/* How many bytes from here on are sure to be ASCII, or a character of three bytes as nearly all Chinese is; 0: look closer. */
static size_t
skip_plain (const char *bytes, size_t size)
{
  const guchar *b = (const guchar *) bytes;
  uint64_t      eight;

  if (size < sizeof eight)
    return b[0] < 0x80 ? 1 : 0;
  memcpy (&eight, bytes, sizeof eight);
  if ((eight & UINT64_C (0x8080808080808080)) == 0)
    return sizeof eight;
  if (b[0] < 0x80)
    return 1;
  return b[0] >= 0xE1 && b[0] <= 0xEC && (b[1] & 0xC0) == 0x80 && (b[2] & 0xC0) == 0x80 ? 3 : 0;
}

gboolean
pe_utf8_validate (const char *bytes, size_t size, size_t *offset)
{
  size_t i = 0;

  while (i < size)
    {
      gunichar c;
      size_t   n = skip_plain (bytes + i, size - i);

      if (n == 0)
        n = pe_utf8_decode (bytes + i, size - i, &c);
      if (n == 0)
        {
          if (offset != NULL)
            *offset = i;
          return FALSE;
        }
      i += n;
    }
  return TRUE;
}

static pe_status
set_error (pe_error **error, pe_status code, const char *what, const char *name, uint64_t number)
{
  pe_place  place = PE_PLACE_WHAT (what);
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;
  pe_status status;

  pe_buffer_add_uint (&buffer, number);
  text = pe_buffer_steal (&buffer);
  status = pe_error_set (error, code, &place, name, text, NULL);
  g_free (text);
  return status;
}

gboolean
pe_utf8_is_blank (const char *text)
{
  size_t   left = text != NULL ? strlen (text) : 0, n;
  gunichar c;

  for (; left > 0; text += n, left -= n)
    {
      n = pe_utf8_decode (text, left, &c);
      if (n == 0 || !g_unichar_isspace (c))
        return FALSE;
    }
  return TRUE;
}

char *
pe_utf8_show (const char *bytes)
{
  pe_buffer out = PE_BUFFER_INIT;
  size_t    size = strlen (bytes), bad = 0;

  while (!pe_utf8_validate (bytes, size, &bad))
    {
      pe_buffer_add (&out, bytes, bad);
      pe_buffer_add_string (&out, "\xEF\xBF\xBD");
      bytes += bad + 1;
      size -= bad + 1;
    }
  pe_buffer_add (&out, bytes, size);
  return pe_buffer_steal (&out);
}

pe_status
pe_utf8_copy (char **out, const char *string, size_t max, const char *what, pe_error **error)
{
  size_t size, offset;
  char  *copy;

  if (string == NULL)
    {
      *out = NULL;
      return PE_OK;
    }
  size = strlen (string);
  if (size > max)
    return set_error (error, PE_ERROR_LIMIT_TEXT, what, "limit", max);
  if (!pe_utf8_validate (string, size, &offset))
    return set_error (error, PE_ERROR_INVALID_UTF8, what, "offset", offset);
  copy = pe_string_copy (string);
  if (copy == NULL)
    return pe_error_set_no_memory (error);
  *out = copy;
  return PE_OK;
}

int
pe_utf8_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}
