/* csv-writer.c - cells as CSV
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "csv-private.h"

/* "-0.31": what a spreadsheet reads as a number cannot be a formula. */
static gboolean
is_number (const char *text, size_t length)
{
  size_t   i = text[0] == '-' ? 1 : 0;
  gboolean has_point = FALSE;

  if (i == length || !g_ascii_isdigit (text[i]))
    return FALSE;
  for (; i < length; i++)
    if (text[i] == '.' && !has_point && i + 1 < length && g_ascii_isdigit (text[i + 1]))
      has_point = TRUE;
    else if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* CWE-1236. The four wide ones are taken for the others by spreadsheets of East Asia. */
static gboolean
begins_formula (const char *text, size_t length)
{
  static const char wide[4][3] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0" };

  for (size_t i = 0; i < G_N_ELEMENTS (wide); i++)
    if (length >= sizeof wide[i] && memcmp (text, wide[i], sizeof wide[i]) == 0)
      return TRUE;
  return length > 0 && memchr ("=+-@\t\r\n", text[0], 7) != NULL;
}

gboolean
pe_csv_is_formula (const char *text, size_t length)
{
  return begins_formula (text, length) && !is_number (text, length);
}

gboolean
pe_csv_needs_guard (const char *text, size_t length)
{
  size_t guards = 0;

  while (guards < length && text[guards] == '\'')
    guards++;
  if (guards == 0)
    return pe_csv_is_formula (text, length);
  return begins_formula (text + guards, length - guards);
}

/* The reader looks for separators outside quotes, whatever they are: none but the table's own may stand there. A blank
 * at an end is lost in some programs unless it is quoted. */
static gboolean
needs_quotes (const char *text, size_t length)
{
  if (length == 0)
    return FALSE;
  for (size_t i = 0; i < length; i++)
    if (memchr (PE_CSV_SEPARATORS "\"\r\n", text[i], strlen (PE_CSV_SEPARATORS) + 3) != NULL)
      return TRUE;
  return text[0] == ' ' || text[length - 1] == ' ' || text[0] == '=' || (length >= 4 && strncmp (text, "sep=", 4) == 0);
}

void
pe_csv_add_cell (pe_buffer *out, const char *text, size_t length, gboolean guard)
{
  guard = guard && pe_csv_needs_guard (text, length);
  if (!guard && !needs_quotes (text, length))
    {
      pe_buffer_add (out, text, length);
      return;
    }
  pe_buffer_add_char (out, '"');
  if (guard)
    pe_buffer_add_char (out, '\'');
  for (size_t i = 0; i < length; i++)
    {
      if (text[i] == '"')
        pe_buffer_add_char (out, '"');
      pe_buffer_add_char (out, text[i]);
    }
  pe_buffer_add_char (out, '"');
}
