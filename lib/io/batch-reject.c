/* batch-reject.c - the rows of a block that were rejected, and why
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../base/text-private.h"
#include "../rules/rulebook-private.h"
#include "batch-block-private.h"
#include "csv-private.h"

void
pe_batch_block_find_cell (pe_batch_cell *out, const pe_batch_block *self, const pe_batch_record *record, size_t column)
{
  const char *text = self->bytes + record->offset, *end = text + record->length;

  for (size_t i = 0;; i++)
    {
      pe_batch_scan_cell (out, &text, text, end, self->form->separator);
      if (i == column || text == end)
        return;
      text++;
    }
}

/* A cell that cannot be read */

/* A cell whose unit is not the column's. */
static pe_status
explain_unit (const pe_batch_csv_column *column, const pe_figure *figure, pe_error **error)
{
  const char *unit = pe_unit_get_name (figure->unit);
  pe_buffer   heading = PE_BUFFER_INIT;
  char       *expected;
  pe_status   status;

  if (column->unit != PE_UNIT_NONE)
    return pe_error_set (error, PE_ERROR_UNIT_MISMATCH, NULL, "name", column->name, "found", unit, "expected",
                         pe_unit_get_name (column->unit), NULL);
  /* The unit of the column is for the heading to say. */
  pe_buffer_add_string (&heading, column->name);
  pe_buffer_add_char (&heading, '(');
  pe_buffer_add_string (&heading, unit);
  pe_buffer_add_char (&heading, ')');
  expected = pe_buffer_steal (&heading);
  status = pe_error_set (
      error, PE_ERROR_UNIT_MISMATCH, NULL, "name", column->name, "found", unit, "expected", expected, NULL);
  g_free (expected);
  return status;
}

/* The fault of a cell is found again for its message. */
static pe_status
explain_cell (const pe_batch_block *self, const pe_batch_record *record, pe_error **error)
{
  const pe_batch_csv_column *column = &self->form->columns[record->column];
  pe_buffer                  scratch = PE_BUFFER_INIT;
  pe_figure                  figure;
  pe_batch_cell              cell;
  const char                *content;
  size_t                     length;
  pe_status                  status;

  pe_batch_block_find_cell (&cell, self, record, (size_t) record->column);
  content = pe_batch_cell_get_content (&cell, &scratch, &length);
  status = content == NULL ? PE_ERROR_NO_MEMORY : pe_figure_parse (&figure, content, length, error);
  if (status == PE_OK && record->fault == PE_ERROR_UNIT_MISMATCH)
    status = explain_unit (column, &figure, error);
  pe_buffer_clear (&scratch);
  return status;
}

/* A record of another length */

static size_t
count_cells (const pe_batch_block *self, const pe_batch_record *record)
{
  const char   *text = self->bytes + record->offset, *end = text + record->length;
  pe_batch_cell cell;
  size_t        n = 1;

  for (;; n++)
    {
      pe_batch_scan_cell (&cell, &text, text, end, self->form->separator);
      if (text == end)
        return n;
      text++;
    }
}

static char *
print_count (size_t n)
{
  pe_buffer out = PE_BUFFER_INIT;

  pe_buffer_add_uint (&out, n);
  return pe_buffer_steal (&out);
}

static pe_status
explain_record (const pe_batch_block *self, const pe_batch_record *record, pe_error **error)
{
  char           *found = print_count (count_cells (self, record)), *expected = print_count (self->form->n_columns);
  const pe_status status = pe_error_set (error, record->fault, NULL, "found", found, "expected", expected, NULL);

  g_free (found);
  g_free (expected);
  return status;
}

/* A unit that cannot be scored */

/* The faults whose message needs no more than the cell, the name of its input, and the indicator with its marks. */
static gboolean
is_of_a_cell (pe_status fault)
{
  static const pe_status known[] = {
    PE_ERROR_FIGURE_MISSING, PE_ERROR_FIGURE_TEXT,       PE_ERROR_NOT_APPLICABLE,
    PE_ERROR_SCORE_MISSING,  PE_ERROR_SCORE_ABOVE_MARKS, PE_ERROR_SCORE_NEGATIVE,
    PE_ERROR_COUNT_INVALID,  PE_ERROR_NEGATIVE_AMOUNT,   PE_ERROR_ZERO_DENOMINATOR,
  };

  for (size_t i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i] == fault)
      return TRUE;
  return FALSE;
}

/* A count has another total than the marks. */
static gboolean
needs_marks (pe_status fault)
{
  return fault == PE_ERROR_SCORE_MISSING || fault == PE_ERROR_SCORE_ABOVE_MARKS;
}

/* The same words as pe_evaluate() has for it. found: the cell as it stands. */
static pe_status
explain_figure (const pe_batch_block *self, const pe_batch_record *record, const char *found, pe_error **error)
{
  const pe_batch_plan *plan = self->form->plan;
  pe_batch_input       input;
  const pe_indicator  *indicator = NULL;
  pe_buffer            marks = PE_BUFFER_INIT;
  char                *total;
  pe_status            status;

  pe_batch_input_init (&input, sizeof input);
  pe_batch_plan_get_input (&input, plan, (size_t) self->form->columns[record->column].input, NULL);
  if (input.indicator >= 0)
    {
      indicator = pe_rulebook_peek_indicator (pe_batch_plan_get_rulebook (plan), (size_t) input.indicator);
      pe_buffer_add_decimal (&marks, &indicator->full_marks);
    }
  total = pe_buffer_steal (&marks);
  status = pe_error_set (
      error, record->fault, NULL, "name", indicator != NULL ? input.name : input.path, "found", found, "code",
      indicator != NULL ? indicator->code : NULL, "total", needs_marks (record->fault) ? total : NULL, NULL);
  g_free (total);
  return status;
}

static pe_status
explain_score (const pe_batch_block *self, const pe_batch_record *record, pe_error **error)
{
  pe_buffer     scratch = PE_BUFFER_INIT;
  pe_batch_cell cell;
  pe_buffer     copy = PE_BUFFER_INIT;
  const char   *content;
  char         *found;
  size_t        length;
  pe_status     status = PE_ERROR_NO_MEMORY;

  pe_batch_block_find_cell (&cell, self, record, (size_t) record->column);
  content = pe_batch_cell_get_content (&cell, &scratch, &length);
  if (content != NULL)
    pe_buffer_add (&copy, content, length);
  found = pe_buffer_steal (&copy);
  if (found != NULL)
    status = explain_figure (self, record, found, error);
  g_free (found);
  pe_buffer_clear (&scratch);
  return status;
}

/* Printing */

static pe_status
explain (const pe_batch_block *self, const pe_batch_record *record, pe_error **error)
{
  if (record->fault == PE_ERROR_BATCH_CELLS)
    return explain_record (self, record, error);
  if (record->column < 0)
    return PE_OK;
  if (record->unit == G_MAXUINT32)
    return explain_cell (self, record, error);
  return is_of_a_cell (record->fault) ? explain_score (self, record, error) : PE_OK;
}

/* The message with the offending text, where there is one; else that of the code. */
static void
add_message (pe_buffer *out, const pe_batch_block *self, const pe_batch_record *record, pe_language language)
{
  const char *message = pe_status_describe (record->fault, language);
  pe_error   *error = NULL;

  if (explain (self, record, &error) == record->fault)
    message = pe_error_get_message (error, language);
  pe_csv_add_cell (out, message, strlen (message), TRUE);
  pe_error_unref (error);
}

/* Quoted as a whole: it is somebody's line, and may be anything but UTF-8. */
static void
add_raw (pe_buffer *out, const pe_batch_block *self, const pe_batch_record *record)
{
  pe_csv_add_cell (out, self->bytes + record->offset, record->length, TRUE);
}

static void
add_rejected (pe_buffer *out, const pe_batch_block *self, const pe_batch_record *record, pe_language language)
{
  const char *column = record->column >= 0 ? self->form->columns[record->column].name : "";
  const char *code = pe_status_name (record->fault);

  pe_buffer_add_uint (out, record->line);
  pe_buffer_add_char (out, ',');
  pe_csv_add_cell (out, column, strlen (column), TRUE);
  pe_buffer_add_char (out, ',');
  pe_buffer_add_string (out, code);
  pe_buffer_add_char (out, ',');
  add_message (out, self, record, language);
  pe_buffer_add_char (out, ',');
  add_raw (out, self, record);
  pe_buffer_add_char (out, '\n');
}

pe_status
pe_batch_block_print_rejected (pe_text **out, const pe_batch_block *self, pe_language language, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  for (size_t i = 0; i < self->records.size && buffer.status == PE_OK; i++)
    {
      const pe_batch_record *record = pe_vector_at (&self->records, pe_batch_record, i);

      if (record->fault != PE_OK)
        add_rejected (&buffer, self, record, language);
    }
  return pe_buffer_finish (&buffer, out, error);
}
