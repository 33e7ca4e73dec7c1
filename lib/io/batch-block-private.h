/* batch-block-private.h - records, columns and results of some rows
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/batch_block.h>

#include "../base/vector-private.h"
#include "../batch/numbers-private.h"
#include "batch-csv-private.h"

/* A record of the file. */
typedef struct pe_batch_record
{
  size_t    offset; /* in the block's bytes */
  size_t    length; /* without the end of its line */
  uint64_t  line;   /* from 1, in the file */
  uint32_t  unit;   /* its row of the columns; G_MAXUINT32: it was rejected before it had one */
  int32_t   column; /* where the fault is, from 0; -1: in the whole record */
  pe_status fault;  /* PE_OK: it was scored */
} pe_batch_record;

struct pe_batch_block
{
  pe_batch_csv     *form;
  char             *bytes; /* a copy */
  size_t            size;
  uint64_t          first_line;
  uint64_t          n_lines;
  pe_vector         records;  /* of pe_batch_record, in the order of the file */
  pe_vector         scored;   /* of uint32_t: the records that have a total */
  size_t            capacity; /* units that the arrays have room for */
  size_t            n_units;  /* units in the columns, scored or not */
  size_t            first;    /* the first unit of the segment at hand */
  pe_batch_numbers *numbers;  /* by input */
  size_t            n_nodes;  /* whose points are kept: all, or the total's alone */
  int64_t         **points;   /* by node; NULL where the plan has no scale for it */
  int32_t          *grades;
  int32_t          *statuses;
  uint32_t         *culprits; /* by unit: the input that is to blame for its status */
};

/* Reads every record into the columns; segments are scored on the way. PE_OK or the error of a run. */
pe_status pe_batch_block_read_records (pe_batch_block *self, pe_batch_summary *summary, pe_error **error);
/* Scores the units from first on, and begins a new segment behind them. */
pe_status pe_batch_block_score (pe_batch_block *self, pe_batch_summary *summary, pe_error **error);
/* The cell of a record in a column, which is there (batch-reject.c). */
void pe_batch_block_find_cell (pe_batch_cell *out, const pe_batch_block *self, const pe_batch_record *record,
                               size_t column);
