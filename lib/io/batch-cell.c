/* batch-cell.c - the cells of a batch file, where they stand
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "batch-csv-private.h"
#include "csv-private.h"

/* The most digits whose number and whose tenfold fit an int64_t. */
#define DIGITS_MAX 18

gboolean
pe_batch_scan_line_end (const char **text, const char *end)
{
  if (*text == end)
    return TRUE;
  if (**text == '\n')
    *text += 1;
  else if (**text == '\r' && (*text + 1 == end || (*text)[1] == '\n'))
    *text = *text + 1 == end ? end : *text + 2;
  else
    return FALSE;
  return TRUE;
}

/* A CR is the end of a line with an LF behind it alone. */
static gboolean
is_line_end (const char *text, const char *end)
{
  return *text == '\n' || (*text == '\r' && (text + 1 == end || text[1] == '\n'));
}

static gboolean
is_cell_end (const char *text, const char *end, char separator)
{
  return text == end || *text == separator || is_line_end (text, end);
}

static const char *
find_line_end (const char *text, const char *end)
{
  const char *found = memchr (text, '\n', (size_t) (end - text));

  if (found == NULL)
    return end;
  return found > text && found[-1] == '\r' ? found - 1 : found;
}

static gboolean
scan_quoted (pe_batch_cell *out, const char **next, const char *text, const char *end, char separator)
{
  const char *from = text + 1, *quote = from;

  out->has_doubled = FALSE;
  for (;;)
    {
      quote = memchr (quote, '"', (size_t) (end - quote));
      if (quote == NULL || quote + 1 == end || quote[1] != '"')
        break;
      out->has_doubled = TRUE;
      quote += 2;
    }
  out->text = from;
  out->is_quoted = TRUE;
  out->length = (size_t) ((quote == NULL ? end : quote) - from);
  if (quote != NULL && is_cell_end (quote + 1, end, separator))
    {
      *next = quote + 1;
      return TRUE;
    }
  *next = quote == NULL ? end : find_line_end (quote, end);
  return FALSE;
}

gboolean
pe_batch_scan_cell (pe_batch_cell *out, const char **next, const char *text, const char *end, char separator)
{
  const char *at = text;

  if (at < end && *at == '"')
    return scan_quoted (out, next, text, end, separator);
  while (!is_cell_end (at, end, separator))
    at++;
  out->text = text;
  out->length = (size_t) (at - text);
  out->is_quoted = FALSE;
  out->has_doubled = FALSE;
  *next = at;
  return TRUE;
}

const char *
pe_batch_cell_get_content (const pe_batch_cell *self, pe_buffer *scratch, size_t *length)
{
  if (!self->has_doubled)
    {
      *length = self->length;
      return self->text;
    }
  scratch->size = 0;
  for (size_t i = 0; i < self->length; i++)
    {
      pe_buffer_add_char (scratch, self->text[i]);
      if (self->text[i] == '"')
        i++;
    }
  *length = scratch->size;
  return scratch->status == PE_OK ? scratch->data : NULL;
}

gboolean
pe_batch_scan_number (int64_t *coefficient, int32_t *places, const char **next, const char *text, const char *end,
                      char separator)
{
  const gboolean is_negative = text < end && *text == '-';
  const char    *at = text + is_negative, *first = at, *point = NULL;
  uint64_t       number = 0;

  for (; at < end; at++)
    if ((unsigned char) (*at - '0') <= 9)
      number = number * 10 + (unsigned char) (*at - '0');
    else if (*at == '.' && point == NULL && at > first)
      point = at;
    else
      break;
  /* With too many digits the number has run over, and is not used. */
  if (at - first - (point != NULL) > DIGITS_MAX || at == first || point == at - 1 || !is_cell_end (at, end, separator))
    return FALSE;
  *coefficient = is_negative ? -(int64_t) number : (int64_t) number;
  *places = point == NULL ? 0 : (int32_t) (at - point - 1);
  *next = at;
  return TRUE;
}

/* Letters, digits and what is not ASCII; nothing that CSV or a spreadsheet gives a meaning to. */
static gboolean
is_plain (const pe_batch_cell *cell)
{
  for (size_t i = 0; i < cell->length; i++)
    if (!g_ascii_isalnum (cell->text[i]) && (signed char) cell->text[i] >= 0)
      return FALSE;
  return TRUE;
}

void
pe_batch_cell_carry (const pe_batch_cell *self, pe_buffer *scratch, pe_buffer *out)
{
  const char *content;
  size_t      length;

  if (is_plain (self))
    {
      pe_buffer_add (out, self->text, self->length);
      return;
    }
  content = pe_batch_cell_get_content (self, scratch, &length);
  if (content == NULL)
    out->status = PE_ERROR_NO_MEMORY;
  else
    pe_csv_add_cell (out, content, length, TRUE);
}
