/* arrow-column.c - one field of a record batch as a column: in place, where its layout allows that
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "arrow-private.h"

#include <string.h>

#include "../base/decimal-private.h"
#include "../base/finding-private.h"

#define READABLE                                                                                                      \
  "int64 (l), int32 (i), int16 (s), int8 (c), boolean (b), decimals of 32, 64 or 128 bits with 0 to 18 places (d:), " \
  "or text (u, U, vu); or a dictionary of them"
#define WIDE_SIZE 16
/* The half of a decimal128 that holds a number of 64 bits, and the other one. */
#define LOW_HALF (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 0 : 8)
#define HIGH_HALF (8 - LOW_HALF)

typedef struct format
{
  const char   *text;
  pe_batch_type type;
  int64_t       size; /* of a cell in bytes; 0: a bit */
} format;

static const format formats[]
    = { { "l", PE_BATCH_INT64, 8 },
        { "i", PE_BATCH_INT32, 4 },
        { "s", PE_BATCH_INT16, 2 },
        { "c", PE_BATCH_INT8, 1 },
        { "b", PE_BATCH_BITS, 0 } };

/* What a column of no rows points at. */
static const int64_t nothing[2];

static pe_status
refuse_type (const pe_arrow_cells *cells, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT (cells->name);
  char           excerpt[PE_EXCERPT_SIZE];

  pe_excerpt (excerpt, cells->schema->format, strlen (cells->schema->format));
  return pe_error_set (error, PE_ERROR_BATCH_ARROW_TYPE, &place, "name", cells->name, "found", excerpt, "expected",
                       READABLE, NULL);
}

/* Values from the second buffer on, whose cells have so many bytes. */
static pe_status
point_at (pe_batch_column *out, const pe_arrow_cells *cells, pe_batch_type type, int64_t size, pe_error **error)
{
  const char *values = pe_arrow_cells_get_buffer (cells, 1);

  if (cells->array->n_buffers != 2)
    return pe_arrow_refuse (cells->name, "n_buffers", "2", error);
  if (values == NULL && cells->n > 0)
    return pe_arrow_refuse (cells->name, "buffers", "not NULL, where there are rows", error);
  out->type = type;
  out->values = cells->n > 0 ? values + cells->first * size : (const char *) nothing;
  out->stride = size;
  out->validity = cells->validity;
  out->offset = cells->first;
  return PE_OK;
}

/* Decimals */

/* "12,2" or "12,2,128": digits, places, bits. FALSE for anything else, and for places that a column cannot have. */
static gboolean
read_decimal_format (const char *text, int32_t *scale, int32_t *bits)
{
  int32_t numbers[3] = { 0, -1, 128 };

  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (!g_ascii_isdigit (*text))
        return FALSE;
      numbers[i] = 0;
      for (; g_ascii_isdigit (*text) && numbers[i] < 1000; text++)
        numbers[i] = numbers[i] * 10 + (*text - '0');
      if (*text == '\0')
        break;
      if (*text++ != ',' || i + 1 == G_N_ELEMENTS (numbers))
        return FALSE;
    }
  *scale = numbers[1];
  *bits = numbers[2];
  return *text == '\0' && *scale >= 0 && *scale <= PE_DECIMAL_MAX_SCALE && (*bits == 32 || *bits == 64 || *bits == 128);
}

static gboolean
is_narrow (const char *cell)
{
  int64_t low, high;

  memcpy (&low, cell + LOW_HALF, sizeof low);
  memcpy (&high, cell + HIGH_HALF, sizeof high);
  return high == (low < 0 ? -1 : 0);
}

/* A state for each cell, from the first one on that is too wide. */
static pe_status
mark_wide (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, const char *values)
{
  made->states = g_try_malloc (cells->n);
  if (made->states == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < cells->n; i++)
    made->states[i] = !pe_arrow_cells_has (cells, i)       ? PE_STATE_MISSING
                      : is_narrow (values + i * WIDE_SIZE) ? PE_STATE_VALUE
                                                           : PE_STATE_INVALID;
  out->states = made->states;
  return PE_OK;
}

static pe_status
read_wide (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, pe_error **error)
{
  pe_status   status = point_at (out, cells, PE_BATCH_INT64, WIDE_SIZE, error);
  const char *values = out->values;
  size_t      i = 0;

  if (status != PE_OK)
    return status;
  out->values = values + LOW_HALF;
  while (i < cells->n && (is_narrow (values + i * WIDE_SIZE) || !pe_arrow_cells_has (cells, i)))
    i++;
  return i == cells->n || mark_wide (out, made, cells, values) == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

static pe_status
read_decimals (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, pe_error **error)
{
  int32_t scale, bits;

  if (!read_decimal_format (cells->schema->format + 2, &scale, &bits))
    return refuse_type (cells, error);
  out->scale = scale;
  if (bits == 128)
    return read_wide (out, made, cells, error);
  return point_at (out, cells, bits == 64 ? PE_BATCH_INT64 : PE_BATCH_INT32, bits / 8, error);
}

/* Columns */

/* Every cell is missing, which is not the same as no column. */
static pe_status
make_missing (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, pe_error **error)
{
  made->states = g_try_malloc0 (MAX (cells->n, 1));
  if (made->states == NULL)
    return pe_error_set_no_memory (error);
  out->type = PE_BATCH_INT8;
  out->stride = 1;
  out->values = made->states;
  out->states = made->states;
  return PE_OK;
}

pe_status
pe_arrow_column_make (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, pe_error **error)
{
  const char *text = cells->schema->format;

  if (cells->schema->n_children != 0)
    return refuse_type (cells, error);
  if (cells->schema->dictionary != NULL)
    return cells->schema->dictionary->dictionary == NULL && pe_arrow_is_index (text)
               ? pe_arrow_dictionary_make (out, made, cells, error)
               : refuse_type (cells, error);
  if (strcmp (text, "n") == 0)
    return make_missing (out, made, cells, error);
  if (pe_arrow_is_text (text))
    return pe_arrow_texts_make (out, made, cells, error);
  if (cells->input->type == PE_BATCH_INPUT_TEXT)
    return refuse_type (cells, error);
  if (text[0] == 'd' && text[1] == ':')
    return read_decimals (out, made, cells, error);
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (text, formats[i].text) == 0)
      return point_at (out, cells, formats[i].type, formats[i].size, error);
  return refuse_type (cells, error);
}
