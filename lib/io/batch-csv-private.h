/* batch-csv-private.h - the form of a batch file, and the cells of its records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/batch_csv.h>

#include "../base/buffer-private.h"

/* A column of the file. */
typedef struct pe_batch_csv_column
{
  char               *name;  /* its heading; owned */
  int32_t             input; /* the plan's, or -1: it is carried through */
  pe_unit             unit;  /* of its numbers */
  pe_batch_input_type type;
} pe_batch_csv_column;

/* The unit that its numbers have in a run. */
static inline pe_unit
pe_batch_csv_column_get_unit (const pe_batch_csv_column *self)
{
  return self->type == PE_BATCH_INPUT_TRUTH ? PE_UNIT_TRUTH : self->unit;
}

struct pe_batch_csv
{
  gint                 references; /* atomic */
  pe_batch_plan       *plan;
  pe_batch_detail      detail;
  uint64_t             text_limit;
  char                 separator;
  pe_batch_csv_column *columns;
  size_t               n_columns;
  size_t               n_carried;
  int32_t             *scales; /* by input: what suits it */
  size_t               n_inputs;
  char               **grades; /* the name of each, as a cell; owned */
  size_t               n_grades;
};

/* A cell as it stands in the file. */
typedef struct pe_batch_cell
{
  const char *text; /* without the quotes around it */
  size_t      length;
  gboolean    is_quoted;
  gboolean    has_doubled; /* quotes inside are written twice */
} pe_batch_cell;

/* Reads the cell that begins at text. The byte at *next is the separator, CR LF, LF, or end. FALSE: a quoted cell that does
 * not end, or with something behind its end; *next is then the end of the record, as far as it can be told. */
gboolean pe_batch_scan_cell (pe_batch_cell *out, const char **next, const char *text, const char *end, char separator);
/* TRUE when a record ends at text, which is then moved behind the end of the line. */
gboolean pe_batch_scan_line_end (const char **text, const char *end);
/* The content of a cell: the cell's own text, or the text in scratch, where doubled quotes are single. NULL: no memory. */
const char *pe_batch_cell_get_content (const pe_batch_cell *self, pe_buffer *scratch, size_t *length);

/* A cell that is nothing but [-]digits[.digits], of at most 18 digits. FALSE for anything else, which is no fault yet. */
gboolean pe_batch_scan_number (int64_t *coefficient, int32_t *places, const char **next, const char *text,
                               const char *end, char separator);

/* Appends a cell that is carried through, so that it stands for the same text in a file with commas and harms no
 * spreadsheet. */
void pe_batch_cell_carry (const pe_batch_cell *self, pe_buffer *scratch, pe_buffer *out);
