/* arrow-private.h - one field of a record batch as a column of a run
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/batch_arrow.h>

#include "numbers-private.h"

/* Rows of an array, with what was cut off before them: the offset of the batch and its own. */
typedef struct pe_arrow_cells
{
  const char              *name; /* of the input */
  const pe_batch_input    *input;
  const pe_arrow_schema   *schema;
  const struct ArrowArray *array;
  int64_t                  first;
  size_t                   n;        /* no more than have an address */
  const uint8_t           *validity; /* nullable */
} pe_arrow_cells;

/* PE_ERROR_BATCH_ARROW: `member` of the array `name` is not what is expected. */
pe_status pe_arrow_refuse (const char *name, const char *member, const char *expected, pe_error **error);

/* Checks an array and finds its rows. self: name, input and schema are set; batch: the array of the whole. */
pe_status pe_arrow_cells_init (pe_arrow_cells *self, const struct ArrowArray *batch, const struct ArrowArray *array,
                               pe_error **error);
gboolean  pe_arrow_cells_has (const pe_arrow_cells *self, uint64_t row);
/* The start of the buffer, which may be NULL where there are no rows. */
const void *pe_arrow_cells_get_buffer (const pe_arrow_cells *self, int64_t index);

/* Makes the column. out: initialised, with the scale of whole numbers and the unit. made: zeroed, its words a vector; it receives
 * what had to be written anew, owned, also on failure. */
pe_status pe_arrow_column_make (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells,
                                pe_error **error);

/* Formats of texts; FALSE for any other. */
gboolean pe_arrow_is_text (const char *format);
/* As pe_arrow_column_make(). */
pe_status pe_arrow_texts_make (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells,
                               pe_error **error);

/* Formats of indexes into a dictionary; FALSE for any other. */
gboolean pe_arrow_is_index (const char *format);
/* As pe_arrow_column_make(), for cells with a dictionary, of such a format. */
pe_status pe_arrow_dictionary_make (pe_batch_column *out, pe_batch_numbers *made, const pe_arrow_cells *cells,
                                    pe_error **error);
