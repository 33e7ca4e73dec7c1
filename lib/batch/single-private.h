/* single-private.h - scoring one unit of a run exactly, in rationals: what every kernel has to agree with
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "bind-private.h"
#include "culprit-private.h"

/* What a leaf came to. */
typedef struct pe_single_leaf
{
  pe_state  state;
  pe_status fault;   /* PE_OK, or the error that the unit fails with; then there is no score */
  gboolean  dropped; /* left out: its marks move */
  uint32_t  culprit; /* with a fault, where reads are kept: the input to blame, or PE_PLAN_NONE */
} pe_single_leaf;

/* One thread's room for one unit at a time. */
typedef struct pe_single
{
  const pe_batch_plan *plan;
  const pe_column     *columns;
  uint64_t             index;   /* of the unit */
  const pe_plan_leaf  *leaf;    /* that is being scored */
  pe_fact             *facts;   /* by fact of the plan, as they were asked for */
  pe_column_source     amounts; /* nothing but a place from where self is found */
  pe_outcome           outcome;
  pe_formula_steps     steps;  /* of the formulas of the unit, or of the one leaf that is scored */
  pe_vector            inputs; /* of pe_scored_input: what the condition of a cap read, which nobody asks for */
  pe_rational         *scores; /* by node */
  pe_rational         *sums;   /* by node: before rounding */
  pe_rational          dropped;
  pe_single_leaf      *leaves; /* by leaf */
  pe_rational          number; /* scratch */
  pe_status            status; /* of the unit */
  int32_t              grade;
  gboolean             is_big; /* some number was beyond 128 bits */
  pe_reads            *reads;  /* nullable, the caller's: for the culprits of leaves; set after init */
} pe_single;

/* PE_OK or PE_ERROR_NO_MEMORY; to be cleared in either case. */
pe_status pe_single_init (pe_single *self, const pe_batch_plan *plan, const pe_column *columns);
void      pe_single_clear (pe_single *self);

/* Scores one leaf of the unit into self->leaves and self->scores. PE_OK also for a fault; PE_ERROR_NO_MEMORY. */
pe_status pe_single_score_leaf (pe_single *self, size_t leaf);
/* The first amount of the unit that is negative, which no dossier takes: an input, or PE_PLAN_NONE. */
uint32_t pe_single_find_negative (const pe_single *self);
/* PE_OK, or the error that a declared score outside the leaf's marks is. */
pe_status pe_single_check_declared (const pe_single *self, size_t leaf);
/* Scores the whole unit: leaves, sums, total, status, grade. PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_single_score (pe_single *self);
/* Takes the sums away again: the unit has no total. */
void pe_single_clear_sums (pe_single *self);
/* A node's score as points of the plan; FALSE when it is no multiple of their unit. */
gboolean pe_single_get_points (const pe_single *self, size_t node, int64_t *out);
