/* column.c - a column of a run, checked, and its cells
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "column-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/struct-private.h"

/* Checks */

static const size_t sizes[]
    = { [PE_BATCH_INT64] = 8, [PE_BATCH_INT32] = 4, [PE_BATCH_INT16] = 2, [PE_BATCH_INT8] = 1, [PE_BATCH_BITS] = 0 };

static pe_status
refuse (const pe_plan_input *input, const char *member, const char *expected, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT (input->about.path);

  return pe_error_set (error, PE_ERROR_BATCH_COLUMN_INVALID, &place, "name", input->about.path, "found", member,
                       "expected", expected, NULL);
}

static pe_status
check_column (const pe_batch_column *column, const pe_plan_input *input, pe_error **error)
{
  const gboolean is_truth = input->about.type == PE_BATCH_INPUT_TRUTH;
  const gboolean is_points = input->about.kind == PE_BATCH_INPUT_POINTS || input->about.kind == PE_BATCH_INPUT_DEDUCTION
                             || input->about.kind == PE_BATCH_INPUT_BONUS;

  if (column->type < PE_BATCH_INT64 || column->type > PE_BATCH_BITS)
    return refuse (input, "type", "a value of pe_batch_type", error);
  if (column->values == NULL)
    return refuse (input, "values", "not NULL", error);
  if (column->scale < 0 || column->scale > PE_DECIMAL_MAX_SCALE)
    return refuse (input, "scale", "0 to 18", error);
  if (pe_unit_get_name (column->unit) == NULL)
    return refuse (input, "unit", "a value of pe_unit", error);
  if (is_truth && (column->unit != PE_UNIT_TRUTH || column->scale != 0))
    return refuse (input, "unit", "PE_UNIT_TRUTH, with scale 0", error);
  if (is_points && column->unit != PE_UNIT_NONE && column->unit != PE_UNIT_POINT)
    return refuse (input, "unit", "PE_UNIT_POINT or PE_UNIT_NONE", error);
  if (input->about.kind == PE_BATCH_INPUT_AMOUNT && pe_unit_get_dimension (column->unit) != PE_DIMENSION_MONEY)
    return refuse (input, "unit", "a unit of money", error);
  if (column->offset < 0)
    return refuse (input, "offset", "0 or more", error);
  if (column->n_words > 0 && column->words == NULL)
    return refuse (input, "words", "not NULL", error);
  if (input->about.type == PE_BATCH_INPUT_TEXT && column->n_words == 0)
    return refuse (input, "n_words", "1 or more", error);
  return PE_OK;
}

static pe_status
import_column (pe_column *out, const pe_plan_input *input, const pe_batch_column *columns, size_t index,
               pe_error **error)
{
  pe_batch_column *column = &out->given;
  pe_status status = pe_struct_import_at (column, sizeof *column, columns, index, sizeof *column, "columns", error);

  out->type = input->about.type;
  if (status != PE_OK)
    return status;
  if (column->type == 0 && input->about.required != 0)
    return pe_error_set (error, PE_ERROR_BATCH_COLUMN_MISSING, &PE_PLACE_WHAT (input->about.path), "name",
                         input->about.path, NULL);
  if (column->type == 0)
    return PE_OK;
  status = check_column (column, input, error);
  if (status == PE_OK && column->stride == 0)
    column->stride = (int64_t) sizes[column->type];
  return status;
}

pe_status
pe_columns_import (pe_column *out, const pe_batch_plan *plan, const pe_batch_column *columns, size_t n,
                   pe_error **error)
{
  pe_status status = PE_OK;

  if (n != plan->inputs.size)
    return pe_error_set_argument (error, "n_columns", "the number of inputs of the plan");
  if (n > 0 && columns == NULL)
    return pe_error_set_argument (error, "columns", "not NULL");
  for (size_t i = 0; i < n && status == PE_OK; i++)
    status = import_column (&out[i], pe_plan_input_at (plan, i), columns, i, error);
  return status;
}

/* Cells */

/* A difference of two shares is a share for a formula (expression-symbols.c, set_figure()). */
int32_t
pe_column_get_exponent (const pe_column *self, gboolean is_of_formula)
{
  const gboolean is_difference = is_of_formula && self->given.unit == PE_UNIT_PERCENTAGE_POINT;

  return (is_difference ? -2 : pe_unit_get_exponent (self->given.unit)) - self->given.scale;
}

static gboolean
get_bit (const uint8_t *bits, uint64_t index)
{
  return (bits[index >> 3] >> (index & 7) & 1) != 0;
}

int64_t
pe_column_get_number (const pe_column *self, uint64_t unit)
{
  const pe_batch_column *column = &self->given;
  const char            *cell;
  int64_t                wide;
  int32_t                word;
  int16_t                half;

  if (column->type == PE_BATCH_BITS)
    return get_bit (column->values, (uint64_t) column->offset + unit);
  cell = (const char *) column->values + (int64_t) unit * column->stride;
  switch (column->type)
    {
    case PE_BATCH_INT64:
      memcpy (&wide, cell, sizeof wide);
      return wide;
    case PE_BATCH_INT32:
      memcpy (&word, cell, sizeof word);
      return word;
    case PE_BATCH_INT16:
      memcpy (&half, cell, sizeof half);
      return half;
    default:
      return *(const int8_t *) cell;
    }
}

pe_state
pe_column_get_state (const pe_column *self, uint64_t unit)
{
  const pe_batch_column *column = &self->given;
  pe_state               state = PE_STATE_VALUE;

  if (column->type == 0)
    return PE_STATE_MISSING;
  if (column->states != NULL)
    return column->states[unit] <= PE_STATE_TEXT ? column->states[unit] : PE_STATE_INVALID;
  if (column->validity != NULL && !get_bit (column->validity, (uint64_t) column->offset + unit))
    state = PE_STATE_MISSING;
  return state;
}

static const char *
get_word (const pe_batch_column *column, int64_t index)
{
  return index >= 0 && (uint64_t) index < column->n_words ? column->words[index] : NULL;
}

void
pe_column_get_fact (const pe_column *self, uint64_t unit, pe_fact *out)
{
  const pe_batch_column *column = &self->given;

  out->figure.state = pe_column_get_state (self, unit);
  out->figure.unit = column->unit;
  out->figure.value = (pe_decimal) { 0, column->scale, 0 };
  out->text = NULL;
  if (out->figure.state == PE_STATE_VALUE && self->type == PE_BATCH_INPUT_TEXT)
    out->figure.state = PE_STATE_TEXT;
  if (out->figure.state == PE_STATE_VALUE)
    out->figure.value.coefficient = pe_column_get_number (self, unit);
  else if (out->figure.state == PE_STATE_TEXT)
    {
      out->figure.value.scale = 0;
      out->figure.unit = PE_UNIT_NONE;
      out->text = get_word (column, pe_column_get_number (self, unit));
      /* A text without words is some text; an index past them is nothing at all. */
      if (out->text == NULL && column->n_words == 0)
        out->text = "?";
      else if (out->text == NULL)
        out->figure.state = PE_STATE_INVALID;
    }
}

/* Blocks */

void
pe_column_copy_numbers (const pe_column *self, uint64_t unit, size_t n, int64_t *out)
{
  const pe_batch_column *column = &self->given;

  if (column->type == PE_BATCH_INT8 && column->stride == 1)
    for (size_t i = 0; i < n; i++)
      /* static: bugprone-signed-char-misuse: a number of 8 bits with its sign, not a character */
      out[i] = ((const int8_t *) column->values)[unit + i];
  else
    for (size_t i = 0; i < n; i++)
      out[i] = pe_column_get_number (self, unit + i);
}

static void
mask_by_states (const uint8_t *states, size_t n, uint64_t *valid)
{
  for (size_t i = 0; i < n; i++)
    if (states[i] != PE_STATE_VALUE)
      valid[i / 64] &= ~(UINT64_C (1) << (i % 64));
}

/* The 64 bits from one on, of which n belong to the bitmap. */
static uint64_t
read_bits (const uint8_t *bits, uint64_t first, size_t n)
{
  const uint8_t *byte = bits + (first >> 3);
  const uint32_t shift = first & 7;
  const size_t   n_bytes = (shift + MIN (n, (size_t) 64) + 7) / 8;
  uint64_t       word = 0;

  if (n_bytes >= 8)
    {
      memcpy (&word, byte, sizeof word);
      word = GUINT64_FROM_LE (word);
    }
  else
    for (size_t i = 0; i < n_bytes; i++)
      word |= (uint64_t) byte[i] << (8 * i);
  if (shift == 0)
    return word;
  word >>= shift;
  return n_bytes > 8 ? word | (uint64_t) byte[8] << (64 - shift) : word;
}

void
pe_column_mask (const pe_column *self, uint64_t unit, size_t n, uint64_t *valid)
{
  const pe_batch_column *column = &self->given;

  if (column->type == 0)
    memset (valid, 0, (n + 63) / 64 * sizeof *valid);
  else if (column->states != NULL)
    mask_by_states (column->states + unit, n, valid);
  else if (column->validity != NULL)
    for (size_t i = 0; i < n; i += 64)
      valid[i / 64] &= read_bits (column->validity, (uint64_t) column->offset + unit + i, n - i);
}
