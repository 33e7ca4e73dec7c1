/* batch-block-reader.c - records into columns, and the run over them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../base/utf8-private.h"
#include "../batch/culprit-private.h"
#include "batch-block-private.h"

/* Scoring a segment */

static void
fill_columns (const pe_batch_block *self, pe_batch_column *columns)
{
  for (size_t i = 0; i < self->form->n_inputs; i++)
    {
      const pe_batch_numbers *numbers = &self->numbers[i];

      pe_batch_column_init (&columns[i], sizeof columns[i]);
      if (!numbers->is_used)
        continue;
      columns[i].type = PE_BATCH_INT64;
      columns[i].scale = numbers->scale;
      columns[i].unit = numbers->unit;
      columns[i].values = numbers->values + self->first;
      columns[i].states = numbers->states + self->first;
      columns[i].words = numbers->words.data;
      columns[i].n_words = numbers->words.size;
    }
}

static void
fill_outputs (const pe_batch_block *self, pe_batch_output *outputs)
{
  for (size_t i = 0; i < self->n_nodes; i++)
    {
      pe_batch_output_init (&outputs[i], sizeof outputs[i]);
      outputs[i].points = self->points[i] == NULL ? NULL : self->points[i] + self->first;
    }
}

static void
begin_segment (pe_batch_block *self)
{
  self->first = self->n_units;
  for (size_t i = 0; i < self->form->n_inputs; i++)
    {
      self->numbers[i].scale = self->form->scales[i];
      pe_batch_numbers_drop_words (&self->numbers[i]);
    }
}

static pe_status
run (pe_batch_block *self, pe_batch_column *columns, pe_batch_output *outputs, pe_batch_summary *summary,
     pe_error **error)
{
  const size_t     n = self->n_units - self->first;
  pe_batch_options options;
  pe_batch_results results;
  pe_status        status;

  fill_columns (self, columns);
  fill_outputs (self, outputs);
  pe_batch_options_init (&options, sizeof options);
  options.summary = summary;
  pe_batch_results_init (&results, sizeof results);
  results.nodes = outputs;
  results.n_nodes = self->n_nodes;
  results.grades = self->grades + self->first;
  results.statuses = self->statuses + self->first;
  status = pe_batch_run (NULL, self->form->plan, columns, self->form->n_inputs, &results, n, &options, error);
  return status == PE_OK ? pe_batch_find_culprits (self->culprits + self->first, self->form->plan, columns,
                                                   self->form->n_inputs, results.statuses, n, error)
                         : status;
}

pe_status
pe_batch_block_score (pe_batch_block *self, pe_batch_summary *summary, pe_error **error)
{
  pe_batch_column *columns;
  pe_batch_output *outputs;
  pe_status        status = PE_OK;

  if (self->n_units > self->first)
    {
      columns = g_try_new0 (pe_batch_column, MAX (self->form->n_inputs, 1));
      outputs = g_try_new0 (pe_batch_output, MAX (self->n_nodes, 1));
      status = columns == NULL || outputs == NULL ? pe_error_set_no_memory (error)
                                                  : run (self, columns, outputs, summary, error);
      g_free (columns);
      g_free (outputs);
    }
  begin_segment (self);
  return status;
}

/* Reading a record */

typedef struct record_reader
{
  pe_batch_block *block;
  const char     *text;
  const char     *end;
  pe_buffer       scratch;
} record_reader;

/* Carried through, or compared as a text: it has to be UTF-8 without a NUL. */
static pe_status
check_text (const pe_batch_cell *cell)
{
  size_t offset;

  if (!pe_utf8_validate (cell->text, cell->length, &offset))
    return PE_ERROR_INVALID_UTF8;
  return memchr (cell->text, '\0', cell->length) != NULL ? PE_ERROR_CSV_NUL : PE_OK;
}

static pe_status
put_cell (record_reader *self, const pe_batch_csv_column *column, const pe_batch_cell *cell)
{
  pe_batch_block *block = self->block;
  pe_status       status = PE_OK;
  const char     *content;
  size_t          length;

  if (column->input < 0 || column->type == PE_BATCH_INPUT_TEXT)
    status = check_text (cell);
  if (status != PE_OK || column->input < 0)
    return status;
  content = pe_batch_cell_get_content (cell, &self->scratch, &length);
  if (content == NULL)
    return PE_ERROR_NO_MEMORY;
  return pe_batch_numbers_put (
      &block->numbers[column->input], column->type, block->first, block->n_units, content, length);
}

/* Nothing but a number, of the scale at hand or another one; or a bare 1 or 0 for 是 or 否. FALSE: any other cell, which is read
 * with more care. */
static gboolean
read_plain_cell (record_reader *self, const pe_batch_csv_column *column, pe_status *status)
{
  pe_batch_block   *block = self->block;
  pe_batch_numbers *numbers = &block->numbers[column->input];
  const char       *next;
  int64_t           coefficient;
  int32_t           places;

  if (!pe_batch_scan_number (&coefficient, &places, &next, self->text, self->end, block->form->separator))
    return FALSE;
  if (column->type == PE_BATCH_INPUT_TRUTH && (next != self->text + 1 || coefficient > 1))
    return FALSE;
  self->text = next;
  *status = PE_OK;
  if (places != numbers->scale)
    *status = pe_batch_numbers_put_number (numbers, block->first, block->n_units, coefficient, places);
  else
    {
      numbers->values[block->n_units] = coefficient;
      numbers->states[block->n_units] = PE_STATE_VALUE;
    }
  return TRUE;
}

/* One cell, at self->text, which moves behind it. */
static pe_status
read_cell (record_reader *self, const pe_batch_csv_column *column)
{
  pe_batch_cell cell;
  pe_status     status;

  if (column->input >= 0 && column->type != PE_BATCH_INPUT_TEXT && read_plain_cell (self, column, &status))
    return status;
  if (!pe_batch_scan_cell (&cell, &self->text, self->text, self->end, self->block->form->separator))
    return PE_ERROR_CSV_QUOTE;
  return put_cell (self, column, &cell);
}

/* Moves to the end of the record. */
static void
skip_record (record_reader *self)
{
  const char    separator = self->block->form->separator;
  const char   *after;
  pe_batch_cell cell;

  while (after = self->text, !pe_batch_scan_line_end (&after, self->end))
    {
      if (*self->text == separator)
        self->text++;
      pe_batch_scan_cell (&cell, &self->text, self->text, self->end, separator);
    }
}

static uint64_t
count_lines (const char *text, const char *end)
{
  uint64_t n = 0;

  while ((text = memchr (text, '\n', (size_t) (end - text))) != NULL)
    {
      n++;
      text++;
    }
  return n;
}

static void
reject (pe_batch_record *record, pe_status fault, size_t column)
{
  record->fault = fault;
  record->column = (int32_t) column;
}

/* The cells of a record into the columns; its fault, where it has one, into the record. */
static void
read_cells (record_reader *self, pe_batch_record *record)
{
  const pe_batch_csv *form = self->block->form;
  const char         *after;

  for (size_t i = 0; i < form->n_columns; i++)
    {
      const pe_status status = read_cell (self, &form->columns[i]);

      if (status != PE_OK)
        {
          reject (record, status, i);
          return;
        }
      after = self->text;
      if (pe_batch_scan_line_end (&after, self->end))
        {
          if (i + 1 < form->n_columns)
            reject (record, PE_ERROR_BATCH_CELLS, (size_t) -1);
          return;
        }
      self->text++; /* the separator */
    }
  reject (record, PE_ERROR_BATCH_CELLS, (size_t) -1);
}

/* Reads one record. A number that does not go together with those before it begins a new segment, alone. */
static pe_status
read_record (record_reader *self, pe_batch_record *record, pe_batch_summary *summary, pe_error **error)
{
  pe_batch_block *block = self->block;
  const char     *from = self->text;
  pe_status       status = PE_OK;

  read_cells (self, record);
  if (record->fault == PE_ERROR_OVERFLOW && block->n_units > block->first)
    {
      status = pe_batch_block_score (block, summary, error);
      self->text = from;
      record->fault = PE_OK;
      if (status == PE_OK)
        read_cells (self, record);
    }
  if (record->fault == PE_ERROR_NO_MEMORY)
    return pe_error_set_no_memory (error);
  skip_record (self);
  record->unit = record->fault == PE_OK ? (uint32_t) block->n_units++ : G_MAXUINT32;
  record->length = (size_t) (self->text - from);
  pe_batch_scan_line_end (&self->text, self->end);
  block->n_lines += count_lines (from, self->text);
  if (self->text == self->end && self->text > from && self->text[-1] != '\n')
    block->n_lines++;
  return status;
}

/* An empty line is no record. */
static gboolean
skip_empty_line (record_reader *self)
{
  const char *after = self->text;

  if (!pe_batch_scan_line_end (&after, self->end))
    return FALSE;
  self->text = after;
  self->block->n_lines++;
  return TRUE;
}

pe_status
pe_batch_block_read_records (pe_batch_block *self, pe_batch_summary *summary, pe_error **error)
{
  record_reader reader = { self, self->bytes, self->bytes + self->size, PE_BUFFER_INIT };
  pe_status     status = PE_OK;

  begin_segment (self);
  while (status == PE_OK && reader.text < reader.end)
    {
      pe_batch_record record
          = { (size_t) (reader.text - self->bytes), 0, self->first_line + self->n_lines, 0, -1, PE_OK };

      if (skip_empty_line (&reader))
        continue;
      status = read_record (&reader, &record, summary, error);
      if (status == PE_OK && pe_vector_push (&self->records, &record) != PE_OK)
        status = pe_error_set_no_memory (error);
    }
  pe_buffer_clear (&reader.scratch);
  return status == PE_OK ? pe_batch_block_score (self, summary, error) : status;
}
