/* culprit-private.h - which column is to blame for a unit that cannot be scored
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/batch.h>

#include "../base/vector-private.h"

/* What stands for no input. */
#define PE_NO_CULPRIT UINT32_MAX

/* An input that was read. */
typedef struct pe_read_input
{
  uint32_t input;
  pe_state state;
  size_t   before; /* how many figures the rule or the condition had then */
} pe_read_input;

/* What a rule or the condition of a cap has read so far. */
typedef struct pe_reads
{
  pe_vector        inputs;  /* of pe_read_input */
  const pe_vector *figures; /* of pe_scored_input, borrowed: its own */
  gboolean         has_failed;
} pe_reads;

/* NULL: nobody wants to know. */
void pe_reads_begin (pe_reads *self, const pe_vector *figures);
void pe_reads_keep (pe_reads *self, uint32_t input, pe_state state);
/* The input of a figure that gave the whole its state; PE_NO_CULPRIT where it is none. */
uint32_t pe_reads_find (const pe_reads *self, size_t figure, pe_state state);

/* out[unit] is the input to blame for the status that a run of these columns gave the unit, or PE_NO_CULPRIT where it is none, is not
 * known, or the unit was scored. Each unit with a fault is scored once more. PE_OK, PE_ERROR_NO_MEMORY, or what the run answers
 * to such columns. */
pe_status pe_batch_find_culprits (uint32_t *out, const pe_batch_plan *plan, const pe_batch_column *columns,
                                  size_t n_columns, const int32_t *statuses, size_t n_units, pe_error **error);
