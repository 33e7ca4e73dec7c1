/* wrap.c - text for people in columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "wrap-private.h"

#include <string.h>

#include "../base/utf8-private.h"

/* What closes something, and so does not begin a line. */
static const gunichar closing[]
    = { 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF09, 0x300D, 0x300F, 0x300B, 0x3009, 0x201D, 0x2019,
        0xFF01, 0xFF1F, '%',    ')',    ',',    '.',    ';',    ':',    0x2026, 0xFF05, 0x3011 };
/* What opens something, and so does not end one. */
static const gunichar opening[] = { 0xFF08, 0x300C, 0x300E, 0x300A, 0x3008, 0x201C, 0x2018, '(', 0x3010 };

static gboolean
is_among (const gunichar *set, size_t n, gunichar c)
{
  for (size_t i = 0; i < n; i++)
    if (set[i] == c)
      return TRUE;
  return FALSE;
}

gboolean
pe_wrap_is_unsafe (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void
pe_wrap_add_safe (pe_buffer *out, const char *text)
{
  static const char digits[] = "0123456789ABCDEF";
  const size_t      size = text != NULL ? strlen (text) : 0;

  for (size_t i = 0, step; i < size; i += step)
    {
      gunichar c = 0xFFFD;

      step = pe_utf8_decode (text + i, size - i, &c);
      if (step == 0 || pe_wrap_is_unsafe (c))
        {
          step = MAX (step, 1);
          pe_buffer_add_string (out, "\\u");
          for (int shift = 12; shift >= 0; shift -= 4)
            pe_buffer_add_char (out, digits[c >> shift & 15]);
        }
      else
        pe_buffer_add (out, text + i, step);
    }
}

int
pe_wrap_width (const char *text)
{
  const size_t size = strlen (text);
  int          width = 0;

  for (size_t i = 0, step; i < size; i += step)
    {
      gunichar c = 0;

      step = MAX (pe_utf8_decode (text + i, size - i, &c), 1);
      width += pe_utf8_char_width (c);
    }
  return width;
}

/* Whether a line may end between two characters. */
static gboolean
may_break (gunichar before, gunichar after)
{
  if (is_among (closing, G_N_ELEMENTS (closing), after) || is_among (opening, G_N_ELEMENTS (opening), before))
    return FALSE;
  return before == ' ' || pe_utf8_char_width (before) == 2 || pe_utf8_char_width (after) == 2;
}

/* How many bytes of a text go on a line of so many columns; at least one character. */
static size_t
measure_line (const char *text, size_t size, int columns)
{
  size_t   last = 0;
  gunichar before = 0;
  int      width = 0;

  for (size_t i = 0, step; i < size; i += step)
    {
      gunichar c = 0;

      step = MAX (pe_utf8_decode (text + i, size - i, &c), 1);
      if (i > 0 && may_break (before, c))
        last = i;
      width += pe_utf8_char_width (c);
      /* A blank at the end of a line takes no room. */
      if (width > columns && i > 0 && c != ' ')
        return last > 0 ? last : i;
      before = c;
    }
  return size;
}

static void
add_lines (pe_buffer *out, const char *text, int indent)
{
  size_t   size = strlen (text);
  gboolean first = TRUE;

  do
    {
      const size_t length = measure_line (text, size, PE_WRAP_COLUMNS - indent);
      size_t       shown = length;

      while (shown > 0 && text[shown - 1] == ' ')
        shown--;
      if (!first)
        pe_buffer_add_repeated (out, ' ', (size_t) indent);
      pe_buffer_add (out, text, shown);
      pe_buffer_add_char (out, '\n');
      first = FALSE;
      text += length;
      size -= length;
    }
  while (size > 0);
}

void
pe_wrap_add (pe_buffer *out, const char *head, const char *text, int indent)
{
  pe_buffer safe = PE_BUFFER_INIT;
  const int width = pe_wrap_width (head);
  char     *line;

  pe_wrap_add_safe (&safe, text);
  line = pe_buffer_steal (&safe);
  if (line == NULL)
    {
      out->status = PE_ERROR_NO_MEMORY;
      return;
    }
  pe_buffer_add_string (out, head);
  if (width > indent)
    {
      pe_buffer_add_char (out, '\n');
      pe_buffer_add_repeated (out, ' ', (size_t) indent);
    }
  else
    pe_buffer_add_repeated (out, ' ', (size_t) (indent - width));
  add_lines (out, line, indent);
  g_free (line);
}
