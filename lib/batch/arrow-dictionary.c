/* arrow-dictionary.c - a field of indexes into a dictionary: each word is read once, and each row takes what its word is
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "arrow-private.h"

#include <string.h>

#include "column-private.h"

typedef struct index_format
{
  char          name;
  pe_batch_type type; /* that has its size */
  int64_t       size;
  int64_t       mask; /* what is left of a cell's number: all of it where it is signed */
} index_format;

static const index_format formats[]
    = { { 'c', PE_BATCH_INT8, 1, -1 },  { 'C', PE_BATCH_INT8, 1, G_MAXUINT8 },
        { 's', PE_BATCH_INT16, 2, -1 }, { 'S', PE_BATCH_INT16, 2, G_MAXUINT16 },
        { 'i', PE_BATCH_INT32, 4, -1 }, { 'I', PE_BATCH_INT32, 4, G_MAXUINT32 },
        { 'l', PE_BATCH_INT64, 8, -1 }, { 'L', PE_BATCH_INT64, 8, -1 } };

static const index_format *
find_format (const char *format)
{
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    if (format[0] == formats[i].name && format[1] == '\0')
      return &formats[i];
  return NULL;
}

/* The words as cells of their own, all of them. */
static pe_status
find_words (pe_arrow_cells *out, const pe_arrow_cells *cells, pe_error **error)
{
  const struct ArrowArray *words = cells->array->dictionary;
  const struct ArrowArray  whole = { .length = words->length };

  *out = (pe_arrow_cells) { .name = cells->name, .input = cells->input, .schema = cells->schema->dictionary };
  if (out->schema->release == NULL || out->schema->format == NULL)
    return pe_arrow_refuse (cells->name, "dictionary", "a schema that was not released, with its format", error);
  return pe_arrow_cells_init (out, &whole, words, error);
}

/* Each row's word, as its number and its state. */
static pe_status
take_words (pe_batch_numbers *rows, const pe_arrow_cells *cells, const pe_column *words, uint64_t n_words,
            pe_error **error)
{
  const index_format *format = find_format (cells->schema->format);
  const char         *buffer = pe_arrow_cells_get_buffer (cells, 1);
  /* static: analyzer-null-dereference: pe_arrow_is_index() let nothing through that has no format */
  pe_column indexes = { .given = { .type = format->type, .stride = format->size } };

  if (cells->n > 0)
    indexes.given.values = buffer + cells->first * format->size;
  for (size_t i = 0; i < cells->n; i++)
    {
      int64_t index;

      if (!pe_arrow_cells_has (cells, i))
        continue;
      index = pe_column_get_number (&indexes, i) & format->mask;
      if (index < 0 || (uint64_t) index >= n_words)
        return pe_arrow_refuse (cells->name, "buffers", "indexes of words of the dictionary", error);
      rows->states[i] = (uint8_t) pe_column_get_state (words, (uint64_t) index);
      rows->values[i] = pe_column_get_number (words, (uint64_t) index);
    }
  return PE_OK;
}

/* out, made: what the words are; their numbers are replaced by those of the rows. */
static pe_status
spread (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, uint64_t n_words, pe_error **error)
{
  const pe_column  words = { *out, cells->input->type };
  pe_batch_numbers rows
      = { .values = g_try_new0 (int64_t, MAX (cells->n, 1)), .states = g_try_malloc0 (MAX (cells->n, 1)) };
  const pe_status status = rows.values != NULL && rows.states != NULL
                               ? take_words (&rows, cells, &words, n_words, error)
                               : pe_error_set_no_memory (error);

  g_free (made->values);
  g_free (made->states);
  made->values = rows.values;
  made->states = rows.states;
  out->type = PE_BATCH_INT64;
  out->values = rows.values;
  out->stride = sizeof *rows.values;
  out->states = rows.states;
  out->validity = NULL;
  out->offset = 0;
  return status;
}

gboolean
pe_arrow_is_index (const char *format)
{
  return find_format (format) != NULL;
}

pe_status
pe_arrow_dictionary_make (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells, pe_error **error)
{
  pe_arrow_cells words;
  pe_status      status;

  if (cells->array->n_buffers != 2)
    return pe_arrow_refuse (cells->name, "n_buffers", "2", error);
  if (cells->n > 0 && cells->array->buffers[1] == NULL)
    return pe_arrow_refuse (cells->name, "buffers", "not NULL, where there are rows", error);
  status = find_words (&words, cells, error);
  if (status == PE_OK)
    status = pe_arrow_column_make (out, made, &words, error);
  return status == PE_OK ? spread (out, made, cells, words.n, error) : status;
}
