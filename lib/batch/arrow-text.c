/* arrow-text.c - a field of texts as numbers of one scale, or as words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../base/utf8-private.h"
#include "arrow-private.h"

/* Words of a choice are few; a column of a million different ones is a mistake, and comparing them would take days. */
#define MOST_WORDS 4096
/* A view holds so many bytes itself. */
#define VIEW_INLINE 12
#define VIEW_SIZE 16

/* A text of a field; FALSE where the offsets or the view contradict each other. */
typedef gboolean (*text_reader) (const pe_arrow_cells *cells, uint64_t row, const char **text, size_t *length);

static gboolean
read_by_offsets (const pe_arrow_cells *cells, int64_t begin, int64_t end, const char **text, size_t *length)
{
  const char *data = pe_arrow_cells_get_buffer (cells, 2);

  if (begin < 0 || end < begin || (data == NULL && end > begin))
    return FALSE;
  *text = end > begin ? data + begin : "";
  *length = (size_t) (end - begin);
  return TRUE;
}

static gboolean
read_short (const pe_arrow_cells *cells, uint64_t row, const char **text, size_t *length)
{
  int32_t offsets[2];

  memcpy (offsets, (const char *) cells->array->buffers[1] + ((uint64_t) cells->first + row) * sizeof offsets[0],
          sizeof offsets);
  return read_by_offsets (cells, offsets[0], offsets[1], text, length);
}

static gboolean
read_large (const pe_arrow_cells *cells, uint64_t row, const char **text, size_t *length)
{
  int64_t offsets[2];

  memcpy (offsets, (const char *) cells->array->buffers[1] + ((uint64_t) cells->first + row) * sizeof offsets[0],
          sizeof offsets);
  return read_by_offsets (cells, offsets[0], offsets[1], text, length);
}

/* Length, then the text itself, or its first four bytes, the index of a buffer and an offset. The last buffer of the array has the
 * sizes of those between. */
static gboolean
read_view (const pe_arrow_cells *cells, uint64_t row, const char **text, size_t *length)
{
  const char *view = (const char *) cells->array->buffers[1] + ((uint64_t) cells->first + row) * VIEW_SIZE;
  const void *sizes = cells->array->buffers[cells->array->n_buffers - 1];
  int32_t     parts[4];
  int64_t     size;

  memcpy (parts, view, sizeof parts);
  if (parts[0] < 0)
    return FALSE;
  *length = (size_t) parts[0];
  *text = view + sizeof parts[0];
  if (parts[0] <= VIEW_INLINE)
    return TRUE;
  if (parts[2] < 0 || parts[2] >= cells->array->n_buffers - 3 || parts[3] < 0 || sizes == NULL)
    return FALSE;
  memcpy (&size, (const char *) sizes + (size_t) parts[2] * sizeof size, sizeof size);
  *text = cells->array->buffers[2 + parts[2]];
  if (*text == NULL || size < (int64_t) parts[3] + parts[0])
    return FALSE;
  *text += parts[3];
  return TRUE;
}

static text_reader
find_reader (const char *format)
{
  if (strcmp (format, "u") == 0)
    return read_short;
  if (strcmp (format, "U") == 0)
    return read_large;
  return strcmp (format, "vu") == 0 ? read_view : NULL;
}

gboolean
pe_arrow_is_text (const char *format)
{
  return find_reader (format) != NULL;
}

/* A number has its own state where there is none; a word that is no text is a fault of its cell as well. */
static pe_state
get_state_of_fault (pe_status fault)
{
  switch (fault)
    {
    case PE_ERROR_NUMBER_SYNTAX:
    case PE_ERROR_NUMBER_EXPONENT:
    case PE_ERROR_THOUSANDS_SEPARATOR:
      return PE_STATE_TEXT;
    default:
      return PE_STATE_INVALID;
    }
}

static pe_status
check_word (const char *text, size_t length)
{
  size_t offset;

  return pe_utf8_validate (text, length, &offset) && memchr (text, '\0', length) == NULL
             ? PE_OK
             : PE_ERROR_INVALID_UTF8;
}

static pe_status
put_text (pe_batch_numbers *made, const pe_arrow_cells *cells, size_t row, const char *text, size_t length)
{
  const pe_batch_input_type type = cells->input->type;
  pe_status                 fault = type == PE_BATCH_INPUT_TEXT ? check_word (text, length) : PE_OK;

  if (fault == PE_OK)
    fault = pe_batch_numbers_put (made, type, 0, row, text, length);
  if (fault == PE_ERROR_NO_MEMORY || made->words.size > MOST_WORDS)
    return fault == PE_OK ? PE_ERROR_LIMIT_ITEMS : fault;
  if (fault != PE_OK)
    made->states[row] = (uint8_t) get_state_of_fault (fault);
  return PE_OK;
}

static pe_status
put_texts (pe_batch_numbers *made, const pe_arrow_cells *cells, pe_error **error)
{
  const text_reader read = find_reader (cells->schema->format);
  const pe_place    place = PE_PLACE_WHAT (cells->name);
  pe_status         status = PE_OK;

  for (size_t i = 0; i < cells->n && status == PE_OK; i++)
    {
      const char *text = "";
      size_t      length = 0;

      if (!pe_arrow_cells_has (cells, i))
        continue;
      if (!read (cells, i, &text, &length))
        return pe_arrow_refuse (cells->name, "buffers", "offsets and sizes that lie within the text", error);
      status = put_text (made, cells, i, text, length);
    }
  if (status == PE_ERROR_NO_MEMORY)
    return pe_error_set_no_memory (error);
  return status == PE_OK ? PE_OK : pe_error_set (error, status, &place, NULL);
}

static pe_status
check_buffers (const pe_arrow_cells *cells, pe_error **error)
{
  const gboolean is_view = cells->schema->format[0] == 'v';

  if (is_view ? cells->array->n_buffers < 3 : cells->array->n_buffers != 3)
    return pe_arrow_refuse (cells->name, "n_buffers", "3, and one more for each text of a view", error);
  if (cells->n > 0 && cells->array->buffers[1] == NULL)
    return pe_arrow_refuse (cells->name, "buffers", "not NULL, where there are rows", error);
  return PE_OK;
}

/* An input of texts takes words, also where there is no text. */
static pe_status
add_a_word (pe_batch_numbers *made)
{
  const uint8_t   state = made->states[0];
  const pe_status status = pe_batch_numbers_put (made, PE_BATCH_INPUT_TEXT, 0, 0, "?", 1);

  made->states[0] = state;
  return status;
}

pe_status
pe_arrow_texts_make (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, pe_error **error)
{
  pe_status status = check_buffers (cells, error);

  if (status != PE_OK)
    return status;
  made->scale = cells->input->type == PE_BATCH_INPUT_NUMBER ? cells->input->scale : 0;
  made->unit = out->unit;
  made->values = g_try_new0 (int64_t, MAX (cells->n, 1));
  made->states = g_try_malloc0 (MAX (cells->n, 1));
  if (made->values == NULL || made->states == NULL)
    return pe_error_set_no_memory (error);
  status = put_texts (made, cells, error);
  if (status != PE_OK)
    return status;
  if (cells->input->type == PE_BATCH_INPUT_TEXT && made->words.size == 0 && add_a_word (made) != PE_OK)
    return pe_error_set_no_memory (error);
  out->type = PE_BATCH_INT64;
  out->stride = sizeof *made->values;
  out->values = made->values;
  out->states = made->states;
  out->scale = made->scale;
  out->words = made->words.data;
  out->n_words = made->words.size;
  return PE_OK;
}
