/* rival.h - the same workload as a plain loop over doubles, as GMP would do it, and as a copy that does no arithmetic
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "workload.h"

/* Where every rival writes: doubles in points (hundredths for those in whole numbers), states, grades, statuses. */
typedef struct rival_results
{
  void    *points[WORKLOAD_NODES]; /* 8 bytes a cell */
  uint8_t *states[WORKLOAD_NODES];
  int32_t *grades;
  int32_t *statuses;
} rival_results;

typedef void rival (const workload *data, rival_results *out);

/* Blocks of 4,096 units, one leaf after the other, points = floor (w * a / t * 100 + 0.5) / 100 in doubles. It reads the same
 * validity and writes the same states. */
rival rival_double_v2, rival_double_v3, rival_double_v4;
/* Reads and writes every byte that a batch does. */
rival rival_copy;
/* Exact, with mpq. */
rival rival_gmp;
