/* row-index-private.h - the rows of a table by what stands in a column
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "import-private.h"

/* Rows by their texts without blanks around them: n log n, whatever the texts are. */
typedef struct pe_row_index
{
  pe_buffer text;    /* the texts, each with a NUL behind it */
  pe_vector entries; /* where each begins, and its row */
  pe_vector rows;    /* size_t: of the entries, by text and then by row */
  size_t   *order;
} pe_row_index;

/* PE_OK or PE_ERROR_NO_MEMORY, which the import's status says too; clear in any case. is_wanted, nullable, says which rows are
 * taken in. table is nullable: then there are no rows. */
typedef gboolean (*pe_row_index_is_wanted) (const pe_import *import, const pe_import_table *table,
                                            const pe_stored_row *row);
pe_status pe_row_index_init (pe_row_index *self, pe_import *import, const pe_import_table *table, const size_t *columns,
                             size_t n_columns, pe_row_index_is_wanted is_wanted);
void      pe_row_index_clear (pe_row_index *self);
/* The rows with a text, ascending; a row of which two columns have it stands there twice. */
const size_t *pe_row_index_find (const pe_row_index *self, const char *text, size_t *n);
