/* column-private.h - a column of a run, checked, and its cells
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/batch.h>

#include "plan-private.h"

/* Numbers of the next column that are asked for while one is calculated. */
#define PE_COLUMN_ASKED 64

typedef struct pe_column
{
  pe_batch_column     given;
  pe_batch_input_type type; /* of its input */
} pe_column;

/* Checks and takes over a caller's columns; PE_OK with out[i] for each input of the plan. */
pe_status pe_columns_import (pe_column *out, const pe_batch_plan *plan, const pe_batch_column *columns, size_t n,
                             pe_error **error);

/* Whether the units of columns, one for each input of a plan, can stand together: mismatches[leaf] is 1 where they cannot.
 * Cells are not looked at. PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_columns_probe (const pe_column *columns, const pe_batch_plan *plan, uint8_t *mismatches, pe_error **error);

static inline gboolean
pe_column_is_given (const pe_column *self)
{
  return self->given.type != 0;
}

/* TRUE where the cells are what the kernels read: a whole block can be read in place. */
static inline gboolean
pe_column_is_plain (const pe_column *self)
{
  return self->given.type == PE_BATCH_INT64 && self->given.stride == sizeof (int64_t)
         && ((uintptr_t) self->given.values & (sizeof (int64_t) - 1)) == 0;
}

/* Asks the processor for what a block of n units from one on begins with, and for its bits. In line: compilers drop the call of a
 * function that does nothing else. */
static inline __attribute__ ((always_inline)) void
pe_column_ask (const pe_column *self, uint64_t unit, size_t n)
{
  const pe_batch_column *column = &self->given;
  const uintptr_t        values = (uintptr_t) column->values + (uintptr_t) (unit * sizeof (int64_t));
  const uintptr_t        bits = (uintptr_t) column->validity + (uintptr_t) (((uint64_t) column->offset + unit) / 8);

  if (!pe_column_is_plain (self))
    return;
  for (uintptr_t i = 0; i < PE_COLUMN_ASKED * sizeof (int64_t); i += 64)
    __builtin_prefetch ((const void *) (values + i));
  for (uintptr_t i = 0; column->validity != NULL && i < n / 8; i += 64)
    __builtin_prefetch ((const void *) (bits + i));
}

/* The power of ten that makes its numbers ones of the base unit, as a rule or as a formula reads them. */
int32_t pe_column_get_exponent (const pe_column *self, gboolean is_of_formula);
/* The number of a cell, whatever its state. */
int64_t pe_column_get_number (const pe_column *self, uint64_t unit);
/* What it is in a dossier. */
pe_state pe_column_get_state (const pe_column *self, uint64_t unit);
void     pe_column_get_fact (const pe_column *self, uint64_t unit, pe_fact *out);
/* The numbers of n units from one on. */
void pe_column_copy_numbers (const pe_column *self, uint64_t unit, size_t n, int64_t *out);
/* Clears the bits of `valid` (the lowest bit of the first word is the first unit) whose cells have no value. Bits behind
 * n may be cleared as well. */
void pe_column_mask (const pe_column *self, uint64_t unit, size_t n, uint64_t *valid);
