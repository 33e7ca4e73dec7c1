/* record-batch.h - a record batch of Arrow built by hand, all of whose parts a test may spoil
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <perfeval/perfeval.h>

#define ROWS 4

/* One leaf of 10 points: 10 × actual ÷ target; missing gives nothing, and everything else without a number is an error. The
 * inputs are "1/actual" and "1/target". NULL where it could not be made. */
pe_batch_plan *make_ratio_plan (void);

/* Two fields, "1/actual" and "1/target". */
typedef struct batch
{
  struct ArrowSchema schema, fields[2], *field_pointers[2];
  struct ArrowArray  array, columns[2], *column_pointers[2];
  const void        *no_buffers[1];
  const void        *buffers[2][5];
  struct ArrowSchema words_schema; /* of a dictionary of the first field, where there is one */
  struct ArrowArray  words;
  const void        *words_buffers[3];
  int                n_released; /* of the array */
} batch;

/* Two columns with as many rows; the second one is 100 throughout, as int64. */
void batch_init (batch *self, const char *format, const void *values);
/* The first field's cells are indexes into words of such a format. data: of texts, whose values are offsets; else NULL. */
void batch_add_dictionary (batch *self, const char *format, int64_t n_words, const void *values, const void *data);
