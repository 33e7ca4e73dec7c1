/* run-private.h - a run: what is shared by its threads, and what each has for itself
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "bind-private.h"
#include "summary-private.h"
#include "single-private.h"

/* Where the points and states of a node go. */
typedef struct pe_sink
{
  char    *points;   /* the caller's; nullable */
  int64_t  stride;   /* in bytes */
  gboolean is_plain; /* kernels can write there */
  uint8_t *states;   /* the caller's; nullable */
} pe_sink;

/* Shared by the threads of a run, and not changed by them. */
typedef struct pe_run
{
  const pe_batch_plan *plan;
  pe_column           *columns;
  pe_binding           binding;
  pe_sink             *sinks; /* by node */
  int32_t             *grades;
  int32_t             *statuses;
  uint64_t             n_units;
  gboolean             has_summary;
  /* Grades: the least total of each, at the scale of the plan (rounded up) and exactly. */
  size_t   n_grades;
  int64_t *grade_from;
  /* What rounding divides by: 10^(scale - places); 1: nothing is rounded. */
  int64_t group_divisor;
  int64_t total_divisor;
} pe_run;

/* Binds the leaves to the columns, and makes ready what totals are rounded and graded by. */
pe_status pe_run_prepare (pe_run *self, pe_error **error);
/* Frees what is the run's own: columns, sinks, and what was prepared. */
void pe_run_clear (pe_run *self);

/* Why a unit of a block is looked at again. */
enum
{
  PE_UNIT_IS_DROPPED = 1, /* something was left out: its total is rescaled */
  PE_UNIT_IS_SLOW = 2     /* it is scored as a whole, by itself */
};

/* One thread's room. */
typedef struct pe_room
{
  const pe_run     *run;
  pe_single         unit;
  pe_batch_summary *summary;    /* nullable */
  void             *memory;     /* what the arrays below lie in */
  int64_t          *numbers[3]; /* of one block each: operands, and points that go nowhere */
  int64_t          *spare;      /* likewise */
  int64_t         **sums;       /* by node; NULL for a leaf */
  int64_t         **points;     /* by node: of one block, where they cannot go to the caller at once; NULL elsewhere */
  uint8_t         **states;     /* likewise */
  uint64_t         *valid;      /* bits */
  int64_t          *dropped;    /* marks that were left out, at the scale of all marks */
  uint8_t          *flags;
  uint8_t          *marks; /* of the lanes of a program */
  uint8_t          *fused; /* by leaf: how many blocks more are divided by the wider kernel alone */
  int32_t          *grades;
  int32_t          *statuses;
  gboolean         *has_sum; /* by node, within one block */
  const uint8_t    *kept; /* by node, the caller's, nullable: 1 for a leaf whose points and states are there already */
  void             *register_memory;
  size_t            register_size;
  char             *registers; /* in that memory: of the program that needs the most */
  /* The block */
  uint64_t first;
  size_t   n;
  gboolean has_dropped;
  gboolean has_slow;
  /* Counted over all blocks */
  uint64_t n_scored;
  uint64_t n_exact;
  uint64_t n_big;
} pe_room;

/* PE_OK or PE_ERROR_NO_MEMORY; to be cleared in either case. */
pe_status pe_room_init (pe_room *self, const pe_run *run);
void      pe_room_clear (pe_room *self);

/* Makes room for the programs of the run, which has been bound anew; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_room_fit (pe_room *self);

/* The block's points of a node: the caller's array, or the room's. */
static inline int64_t *
pe_room_get_points (const pe_room *self, size_t node)
{
  const pe_sink *sink = &self->run->sinks[node];

  if (sink->points != NULL && sink->is_plain)
    return (int64_t *) (void *) sink->points + self->first;
  return self->points[node] != NULL ? self->points[node] : self->numbers[2];
}

/* NULL: nobody asks for them. */
static inline uint8_t *
pe_room_get_states (const pe_room *self, size_t node)
{
  const pe_sink *sink = &self->run->sinks[node];

  return sink->states != NULL ? sink->states + self->first : self->states[node];
}

/* Scores the units from first on: n of them, at most PE_BLOCK. PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_room_score (pe_room *self, uint64_t first, size_t n);

/* A part of it: one leaf of the block (block-leaf.c). */
pe_status pe_room_score_leaf (pe_room *self, size_t leaf);
