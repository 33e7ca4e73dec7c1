/* summary-private.h - adding blocks of units to a summary
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/batch_summary.h>

#include "../base/decimal-private.h"

#define PE_SUMMARY_STATES (PE_STATE_INVALID + 1)

struct pe_batch_summary
{
  uint8_t    digest[PE_DIGEST_SIZE]; /* of the rulebook */
  uint32_t   n_nodes;
  uint32_t   n_grades;
  int32_t    scale; /* of the sums; -1: there are none */
  uint64_t   n_units;
  uint64_t   n_scored;
  uint64_t  *grades;     /* n_grades + 1: those without one come last */
  uint64_t  *states;     /* PE_SUMMARY_STATES for each node */
  pe_int128 *sums;       /* by node */
  uint8_t   *has_points; /* by node: 1 where there is a sum */
};

/* states: one for each unit. Points count where the unit's status is PE_OK. */
void pe_batch_summary_add_node (pe_batch_summary *self, size_t node, const int64_t *points, const uint8_t *states,
                                const int32_t *statuses, size_t n);
void pe_batch_summary_add_units (pe_batch_summary *self, const int32_t *grades, const int32_t *statuses, size_t n);
/* TRUE when both are of one rulebook. */
gboolean pe_batch_summary_matches (const pe_batch_summary *self, const pe_batch_summary *other);
