/* numbers-private.h - written cells of one column as integers of one scale
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/batch.h>

#include "../base/vector-private.h"

/* The numbers of one input. A segment is what goes with one scale: the rows from `first` on. */
typedef struct pe_batch_numbers
{
  int64_t  *values; /* of every unit */
  uint8_t  *states; /* a pe_state each */
  int32_t   scale;  /* of the segment at hand */
  pe_unit   unit;
  pe_vector words; /* of char *, owned: texts of the segment */
  gboolean  is_used;
} pe_batch_numbers;

/* One cell into its column. PE_OK; PE_ERROR_OVERFLOW when it does not go together with those of the segment; else the fault of
 * the cell. */
pe_status pe_batch_numbers_put (pe_batch_numbers *self, pe_batch_input_type type, size_t first, size_t unit,
                                const char *text, size_t length);
/* The same for a number that was read already. */
pe_status pe_batch_numbers_put_number (pe_batch_numbers *self, size_t first, size_t unit, int64_t coefficient,
                                       int32_t places);
void      pe_batch_numbers_drop_words (pe_batch_numbers *self);
