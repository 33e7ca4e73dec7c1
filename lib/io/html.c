/* html.c - text inside of HTML
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "html-private.h"

#include <string.h>

#include "../base/utf8-private.h"
#include "wrap-private.h"

static const char *
get_entity (gunichar c)
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

static void
add_code_point (pe_buffer *out, gunichar c)
{
  static const char digits[] = "0123456789ABCDEF";

  pe_buffer_add_string (out, "[U+");
  for (int shift = 12; shift >= 0; shift -= 4)
    pe_buffer_add_char (out, digits[c >> shift & 15]);
  pe_buffer_add_char (out, ']');
}

void
pe_html_add (pe_buffer *out, const char *text, size_t size)
{
  for (size_t i = 0, step; i < size; i += step)
    {
      gunichar    c = 0xFFFD;
      const char *entity;

      step = pe_utf8_decode (text + i, size - i, &c);
      entity = get_entity (c);
      if (entity != NULL)
        pe_buffer_add_string (out, entity);
      else if (c == '\r' && i + 1 < size && text[i + 1] == '\n')
        ; /* the line feed that follows is enough */
      else if (c == '\r')
        pe_buffer_add_char (out, '\n');
      else if (step == 0 || (pe_wrap_is_unsafe (c) && c != '\n' && c != '\t'))
        add_code_point (out, c);
      else
        pe_buffer_add (out, text + i, step);
      step = MAX (step, 1);
    }
}

void
pe_html_add_string (pe_buffer *out, const char *text)
{
  if (text != NULL)
    pe_html_add (out, text, strlen (text));
}
