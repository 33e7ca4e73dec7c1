/* numbers.c - written cells of one column as integers of one scale
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "numbers-private.h"

#include <string.h>

#include "../base/figure-private.h"

static gboolean
multiply_by_ten (int64_t *number, int32_t times)
{
  for (; times > 0; times--)
    if (__builtin_mul_overflow (*number, 10, number))
      return FALSE;
  return TRUE;
}

/* The segment's numbers so far, at a larger scale. Nothing is changed where one of them would not fit. */
static gboolean
raise_scale (pe_batch_numbers *self, size_t first, size_t unit, int32_t scale)
{
  for (size_t i = first; i < unit; i++)
    {
      int64_t number = self->values[i];

      if (!multiply_by_ten (&number, scale - self->scale))
        return FALSE;
    }
  for (size_t i = first; i < unit; i++)
    multiply_by_ten (&self->values[i], scale - self->scale);
  self->scale = scale;
  return TRUE;
}

pe_status
pe_batch_numbers_put_number (pe_batch_numbers *self, size_t first, size_t unit, int64_t coefficient, int32_t places)
{
  int64_t number;

  while (places > self->scale && coefficient % 10 == 0)
    {
      coefficient /= 10;
      places--;
    }
  if (places > self->scale && !raise_scale (self, first, unit, places))
    return PE_ERROR_OVERFLOW;
  number = coefficient;
  if (!multiply_by_ten (&number, self->scale - places))
    {
      if (unit > first)
        return PE_ERROR_OVERFLOW;
      self->scale = places; /* alone, it is taken as it is written */
      number = coefficient;
    }
  self->values[unit] = number;
  self->states[unit] = PE_STATE_VALUE;
  return PE_OK;
}

/* Texts: the cell is the index of a word of the segment. A column of texts has few different ones (grades, choices). */
static pe_status
put_word (pe_batch_numbers *self, size_t unit, const char *text, size_t length)
{
  char     *word;
  pe_status status;

  for (size_t i = 0; i < self->words.size; i++)
    {
      const char *known = *pe_vector_at (&self->words, char *, i);

      if (strlen (known) == length && memcmp (known, text, length) == 0)
        {
          self->values[unit] = (int64_t) i;
          self->states[unit] = PE_STATE_VALUE;
          return PE_OK;
        }
    }
  word = g_try_malloc (length + 1);
  if (word == NULL)
    return PE_ERROR_NO_MEMORY;
  memcpy (word, text, length);
  word[length] = '\0';
  status = pe_vector_push (&self->words, &word);
  if (status != PE_OK)
    {
      g_free (word);
      return status;
    }
  self->values[unit] = (int64_t) self->words.size - 1;
  self->states[unit] = PE_STATE_VALUE;
  return PE_OK;
}

/* A figure of the column's unit, or of one that can be converted to it. */
static pe_status
take_unit (pe_figure *figure, pe_batch_input_type type, pe_unit unit)
{
  if (type == PE_BATCH_INPUT_TRUTH)
    {
      if (figure->unit != PE_UNIT_TRUTH && figure->unit != PE_UNIT_NONE)
        return PE_ERROR_UNIT_MISMATCH;
      return figure->value.coefficient == 0 || (figure->value.coefficient == 1 && figure->value.scale == 0)
                 ? PE_OK
                 : PE_ERROR_NUMBER_SYNTAX;
    }
  if (figure->unit == PE_UNIT_NONE || figure->unit == unit)
    return PE_OK;
  if (unit == PE_UNIT_NONE)
    return PE_ERROR_UNIT_MISMATCH;
  return pe_figure_convert (figure, figure, unit, NULL);
}

pe_status
pe_batch_numbers_put (pe_batch_numbers *self, pe_batch_input_type type, size_t first, size_t unit, const char *text,
                      size_t length)
{
  pe_figure figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_status status;

  self->values[unit] = 0;
  self->states[unit] = PE_STATE_MISSING;
  if (length == 0)
    return PE_OK;
  if (type == PE_BATCH_INPUT_TEXT)
    return put_word (self, unit, text, length);
  status = pe_figure_parse (&figure, text, length, NULL);
  if (status != PE_OK)
    return status;
  self->states[unit] = (uint8_t) figure.state;
  if (figure.state != PE_STATE_VALUE)
    return PE_OK;
  status = take_unit (&figure, type, self->unit);
  if (status != PE_OK)
    return status;
  return pe_batch_numbers_put_number (self, first, unit, figure.value.coefficient, figure.value.scale);
}

void
pe_batch_numbers_drop_words (pe_batch_numbers *self)
{
  for (size_t i = 0; i < self->words.size; i++)
    g_free (*pe_vector_at (&self->words, char *, i));
  self->words.size = 0;
}
