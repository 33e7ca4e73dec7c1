/* batch-block.c - some rows of a CSV file, scored, as they are written
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../batch/culprit-private.h"
#include "batch-block-private.h"
#include "csv-private.h"

/* The object */

static pe_status
allocate_numbers (pe_batch_block *self)
{
  const pe_batch_csv *form = self->form;

  self->numbers = g_try_new0 (pe_batch_numbers, MAX (form->n_inputs, 1));
  if (self->numbers == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < form->n_inputs; i++)
    self->numbers[i].words = (pe_vector) PE_VECTOR_INIT (char *);
  for (size_t i = 0; i < form->n_columns; i++)
    if (form->columns[i].input >= 0)
      {
        pe_batch_numbers *numbers = &self->numbers[form->columns[i].input];

        numbers->is_used = TRUE;
        numbers->unit = pe_batch_csv_column_get_unit (&form->columns[i]);
        numbers->values = g_try_new (int64_t, self->capacity);
        numbers->states = g_try_new (uint8_t, self->capacity);
        if (numbers->values == NULL || numbers->states == NULL)
          return PE_ERROR_NO_MEMORY;
      }
  return PE_OK;
}

static pe_status
allocate_results (pe_batch_block *self)
{
  self->n_nodes = self->form->detail == PE_BATCH_NODES ? pe_batch_plan_get_n_nodes (self->form->plan) : 1;
  self->points = g_try_new0 (int64_t *, self->n_nodes);
  self->grades = g_try_new (int32_t, self->capacity);
  self->statuses = g_try_new (int32_t, self->capacity);
  self->culprits = g_try_new (uint32_t, self->capacity);
  if (self->points == NULL || self->grades == NULL || self->statuses == NULL || self->culprits == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < self->n_nodes; i++)
    if (pe_batch_plan_get_scale (self->form->plan, i) >= 0)
      {
        self->points[i] = g_try_new (int64_t, self->capacity);
        if (self->points[i] == NULL)
          return PE_ERROR_NO_MEMORY;
      }
  return PE_OK;
}

/* No more records than line ends and one. */
static size_t
count_records (const char *bytes, size_t size)
{
  const char *at = bytes, *end = bytes + size;
  size_t      n = 1;

  for (; at < end && (at = memchr (at, '\n', (size_t) (end - at))) != NULL; at++)
    n++;
  return n;
}

static pe_status
make_block (pe_batch_block *self, pe_batch_csv *form, const char *bytes, size_t size)
{
  self->form = pe_batch_csv_ref (form);
  self->records = (pe_vector) PE_VECTOR_INIT (pe_batch_record);
  self->scored = (pe_vector) PE_VECTOR_INIT (uint32_t);
  self->bytes = g_try_malloc (MAX (size, 1));
  self->size = size;
  self->capacity = count_records (bytes, size);
  if (self->bytes == NULL)
    return PE_ERROR_NO_MEMORY;
  if (size > 0)
    memcpy (self->bytes, bytes, size);
  return allocate_numbers (self) == PE_OK ? allocate_results (self) : PE_ERROR_NO_MEMORY;
}

/* The column of an input; -1 where the file has none. */
static int32_t
find_column (const pe_batch_csv *form, uint32_t input)
{
  for (size_t i = 0; i < form->n_columns && input != PE_NO_CULPRIT; i++)
    if (form->columns[i].input == (int32_t) input)
      return (int32_t) i;
  return -1;
}

/* Which records have a total, and what is to blame where there is none. */
static pe_status
sort_out (pe_batch_block *self)
{
  for (size_t i = 0; i < self->records.size; i++)
    {
      pe_batch_record *record = pe_vector_at (&self->records, pe_batch_record, i);
      const uint32_t   index = (uint32_t) i;

      if (record->fault == PE_OK)
        {
          record->fault = self->statuses[record->unit];
          record->column = find_column (self->form, self->culprits[record->unit]);
        }
      if (record->fault == PE_OK && pe_vector_push (&self->scored, &index) != PE_OK)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

static pe_status
check_arguments (pe_batch_block **out, const pe_batch_csv *self, const char *bytes, size_t size, uint64_t first_line,
                 pe_error **error)
{
  if (out == NULL || self == NULL || (bytes == NULL && size > 0))
    return pe_error_set_argument (error, out == NULL ? "out" : self == NULL ? "self" : "bytes", "not NULL");
  if (first_line == 0)
    return pe_error_set_argument (error, "first_line", "1 or more");
  if (size > G_MAXINT32)
    return pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, NULL);
  if (pe_batch_plan_get_scale (self->plan, 0) < 0)
    return pe_error_set (error, PE_ERROR_BATCH_NO_SCALE, NULL, "name", "total", NULL);
  return PE_OK;
}

pe_status
pe_batch_block_read (pe_batch_block **out, pe_batch_csv *self, const char *bytes, size_t size, uint64_t first_line,
                     pe_batch_summary *summary, pe_error **error)
{
  pe_status       status = check_arguments (out, self, bytes, size, first_line, error);
  pe_batch_block *block;

  if (status != PE_OK)
    return status;
  block = g_try_new0 (pe_batch_block, 1);
  if (block == NULL)
    return pe_error_set_no_memory (error);
  block->first_line = first_line;
  if (make_block (block, self, bytes, size) != PE_OK)
    status = pe_error_set_no_memory (error);
  else
    status = pe_batch_block_read_records (block, summary, error);
  if (status == PE_OK && sort_out (block) != PE_OK)
    status = pe_error_set_no_memory (error);
  if (status == PE_OK)
    *out = block;
  else
    pe_batch_block_free (block);
  return status;
}

void
pe_batch_block_free (pe_batch_block *self)
{
  if (self == NULL)
    return;
  for (size_t i = 0; self->numbers != NULL && i < self->form->n_inputs; i++)
    {
      pe_batch_numbers_drop_words (&self->numbers[i]);
      pe_vector_clear (&self->numbers[i].words);
      g_free (self->numbers[i].values);
      g_free (self->numbers[i].states);
    }
  for (size_t i = 0; self->points != NULL && i < self->n_nodes; i++)
    g_free (self->points[i]);
  g_free (self->numbers);
  g_free (self->points);
  g_free (self->grades);
  g_free (self->statuses);
  g_free (self->culprits);
  g_free (self->bytes);
  pe_vector_clear (&self->records);
  pe_vector_clear (&self->scored);
  pe_batch_csv_unref (self->form);
  g_free (self);
}

/* What it holds */

size_t
pe_batch_block_get_n_units (const pe_batch_block *self)
{
  return self != NULL ? self->scored.size : 0;
}

size_t
pe_batch_block_get_n_rejected (const pe_batch_block *self)
{
  return self != NULL ? self->records.size - self->scored.size : 0;
}

uint64_t
pe_batch_block_get_n_lines (const pe_batch_block *self)
{
  return self != NULL ? self->n_lines : 0;
}

static const pe_batch_record *
get_record (const pe_batch_block *self, size_t unit)
{
  return pe_vector_at (&self->records, pe_batch_record, *pe_vector_at (&self->scored, uint32_t, unit));
}

pe_status
pe_batch_block_get_total (pe_decimal *out, const pe_batch_block *self, size_t unit, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (unit >= self->scored.size)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "unit", NULL);
  *out = (pe_decimal) { self->points[0][get_record (self, unit)->unit], pe_batch_plan_get_scale (self->form->plan, 0),
                        0 };
  return PE_OK;
}

const char *
pe_batch_block_get_key (size_t *length, const pe_batch_block *self, size_t unit)
{
  pe_batch_cell cell;

  if (length == NULL || self == NULL || unit >= self->scored.size)
    return NULL;
  *length = 0;
  for (size_t i = 0; i < self->form->n_columns; i++)
    if (self->form->columns[i].input < 0)
      {
        pe_batch_block_find_cell (&cell, self, get_record (self, unit), i);
        *length = cell.length;
        return cell.text;
      }
  return "";
}

/* Scores */

static void
add_points (pe_buffer *out, const pe_batch_block *self, size_t node, uint32_t unit)
{
  const pe_decimal points = { self->points[node][unit], pe_batch_plan_get_scale (self->form->plan, node), 0 };

  pe_buffer_add_decimal (out, &points);
}

static void
add_carried (pe_buffer *out, pe_buffer *scratch, const pe_batch_block *self, const pe_batch_record *record)
{
  const pe_batch_csv *form = self->form;
  const char         *text = self->bytes + record->offset, *end = text + record->length;
  size_t              left = form->n_carried;
  pe_batch_cell       cell;

  for (size_t i = 0; left > 0; i++)
    {
      pe_batch_scan_cell (&cell, &text, text, end, form->separator);
      if (form->columns[i].input < 0)
        {
          pe_batch_cell_carry (&cell, scratch, out);
          pe_buffer_add_char (out, ',');
          left--;
        }
      text++;
    }
}

static void
add_score (pe_buffer *out, pe_buffer *scratch, const pe_batch_block *self, const pe_batch_record *record)
{
  const int32_t grade = self->grades[record->unit];

  add_carried (out, scratch, self, record);
  add_points (out, self, 0, record->unit);
  pe_buffer_add_char (out, ',');
  if (grade >= 0 && (size_t) grade < self->form->n_grades)
    pe_buffer_add_string (out, self->form->grades[grade]);
  for (size_t i = 1; i < self->n_nodes; i++)
    if (self->points[i] != NULL)
      {
        pe_buffer_add_char (out, ',');
        add_points (out, self, i, record->unit);
      }
  pe_buffer_add_char (out, '\n');
}

pe_status
pe_batch_block_print_scores (pe_text **out, const pe_batch_block *self, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT, scratch = PE_BUFFER_INIT;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  for (size_t i = 0; i < self->scored.size && buffer.status == PE_OK; i++)
    add_score (&buffer, &scratch, self, get_record (self, i));
  pe_buffer_clear (&scratch);
  return pe_buffer_finish (&buffer, out, error);
}
