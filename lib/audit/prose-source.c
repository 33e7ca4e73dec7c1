/* prose-source.c - the bytes of a report as one line without white space
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <string.h>

#include "../base/utf8-private.h"

/* A character of double width and the one that it is read as. */
typedef struct pe_twin
{
  gunichar wide;
  char     narrow;
} pe_twin;

/* The comma of double width stays: it parts figures, where the ASCII one may stand inside of one. */
static const pe_twin twins[] = {
  { 0x2236, ':' }, { 0x3014, '[' }, { 0x3015, ']' }, { 0x3010, '[' }, { 0x3011, ']' },
  { 0x3016, '[' }, { 0x3017, ']' }, { 0x00B7, '`' }, { 0x2010, '-' }, { 0x2011, '-' },
  { 0x2012, '-' }, { 0x2013, '-' }, { 0x2212, '-' }, { 0x301C, '~' }, { 0x223C, '~' },
};

static gboolean
is_space (gunichar c)
{
  return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x3000 || c == 0xFEFF || c == 0xAD
         || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060;
}

/* The ASCII character that this one is read as, or 0. */
static char
narrow (gunichar c)
{
  if (c == 0xFF0C)
    return 0;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return (char) (c - 0xFEE0);
  if (c < 0x80)
    return (char) c;
  for (size_t i = 0; i < G_N_ELEMENTS (twins); i++)
    if (twins[i].wide == c)
      return twins[i].narrow;
  return 0;
}

/* A mark at least for so many flat bytes, and for so many of the caller's: white space is walked over too. */
#define FLAT_STEP 64
#define BYTE_STEP 256

static gboolean
needs_mark (const pe_prose_source *self, const pe_prose_mark *mark)
{
  const pe_prose_mark *last;

  if (self->marks.size == 0)
    return TRUE;
  last = pe_vector_at (&self->marks, pe_prose_mark, self->marks.size - 1);
  return mark->flat - last->flat >= FLAT_STEP || mark->byte - last->byte >= BYTE_STEP;
}

static pe_status
push (pe_prose_source *self, const char *bytes, size_t n, guint32 where, guint8 flags)
{
  const pe_prose_mark mark = { (guint32) self->text.size, where };
  pe_status           status = needs_mark (self, &mark) ? pe_vector_push (&self->marks, &mark) : PE_OK;

  if (status != PE_OK)
    return status;
  /* Both have room for the whole text. */
  memcpy ((char *) self->text.data + self->text.size, bytes, n);
  memset ((guint8 *) self->flags.data + self->flags.size, 0, n);
  ((guint8 *) self->flags.data)[self->flags.size] = flags;
  self->text.size += n;
  self->flags.size += n;
  return PE_OK;
}

/* What a line break adds to the flags before the next character. */
static guint8
line_flags (guint8 flags)
{
  return (flags & PE_GAP_LINE) != 0 ? flags | PE_GAP_BLANK : flags | PE_GAP_LINE;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029 || c == '\f';
}

pe_status
pe_prose_source_read (pe_prose_source *self, const char *bytes, size_t size)
{
  static const pe_prose_source empty
      = { NULL, 0, PE_VECTOR_INIT (char), PE_VECTOR_INIT (guint8), PE_VECTOR_INIT (pe_prose_mark) };
  guint8    flags = PE_GAP_LINE;
  pe_status status;

  *self = empty;
  self->bytes = bytes;
  self->n_bytes = size;
  status = pe_vector_reserve (&self->text, size);
  if (status == PE_OK)
    status = pe_vector_reserve (&self->flags, size);
  for (size_t at = 0; at < size && status == PE_OK;)
    {
      gunichar c = 0;
      size_t   n = pe_utf8_decode (bytes + at, size - at, &c);
      char     twin = narrow (c);

      if (n == 0)
        return PE_ERROR_INVALID_UTF8;
      if (is_line_end (c))
        flags = line_flags (flags);
      else if (is_space (c))
        flags |= PE_GAP_SPACE;
      else
        {
          status = twin != 0 ? push (self, &twin, 1, (guint32) at, flags)
                             : push (self, bytes + at, n, (guint32) at, flags);
          flags = 0;
        }
      at += n;
    }
  return status;
}

void
pe_prose_source_clear (pe_prose_source *self)
{
  pe_vector_clear (&self->text);
  pe_vector_clear (&self->flags);
  pe_vector_clear (&self->marks);
}

/* The last mark that does not stand behind a flat position. */
static const pe_prose_mark *
find_mark (const pe_prose_source *self, guint32 flat)
{
  const pe_prose_mark *marks = self->marks.data;
  size_t               low = 0, high = self->marks.size;

  while (high - low > 1)
    {
      size_t middle = low + (high - low) / 2;

      if (marks[middle].flat <= flat)
        low = middle;
      else
        high = middle;
    }
  return &marks[low];
}

/* The bytes of the character of the caller's that holds a flat position. */
static void
locate (const pe_prose_source *self, guint32 flat, guint32 *from, guint32 *end)
{
  const pe_prose_mark *mark = find_mark (self, flat);
  guint32              at = mark->flat, byte = mark->byte;

  for (;;)
    {
      gunichar c = 0;
      guint32  n = (guint32) pe_utf8_decode (self->bytes + byte, self->n_bytes - byte, &c);

      *from = byte;
      *end = byte = byte + n;
      if (is_line_end (c) || is_space (c))
        continue;
      at += pe_prose_char_length (self, at);
      if (at > flat)
        return;
    }
}

void
pe_prose_source_range (const pe_prose_source *self, guint32 from, guint32 end, guint32 *offset, guint32 *length)
{
  guint32 last = 0, behind = 0;

  *offset = *length = 0;
  if (from >= end || end > self->text.size)
    return;
  locate (self, from, offset, &last);
  locate (self, end - 1, &last, &behind);
  *length = behind - *offset;
}

void
pe_prose_spot_move (pe_prose_spot *self, const char *bytes, guint32 offset)
{
  for (; self->counted < offset; self->counted++)
    {
      if (bytes[self->counted] == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else if (((guchar) bytes[self->counted] & 0xC0) != 0x80)
        self->column++;
    }
}

guint32
pe_prose_char_length (const pe_prose_source *self, guint32 at)
{
  const unsigned char *text = self->text.data;

  return text[at] < 0x80 ? 1 : text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4;
}

gboolean
pe_prose_has (const pe_prose_source *self, guint32 at, const char *word)
{
  const char *text = self->text.data;
  size_t      left = self->text.size - MIN (at, self->text.size);

  for (size_t i = 0; word[i] != '\0'; i++)
    if (i >= left || text[at + i] != word[i])
      return FALSE;
  return TRUE;
}
