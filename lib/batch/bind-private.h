/* bind-private.h - a leaf and the columns that it is scored from in one run
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "lanes-private.h"

/* What a kernel reads: a column, or one number for all units. */
typedef struct pe_bound_operand
{
  uint32_t input; /* PE_PLAN_NONE: the number */
  int64_t  number;
} pe_bound_operand;

/* One of the passes over a leaf's points. */
typedef struct pe_bound_item
{
  uint32_t     input;
  pe_violation violation; /* of PE_FORM_COUNTS */
  int64_t      gain;      /* of PE_FORM_TRUTHS */
} pe_bound_item;

/* What a leaf gives at the most where a condition holds. */
typedef struct pe_bound_cap
{
  pe_lanes *condition; /* owned */
  int64_t   points;    /* at the scale of the plan, rounded as a leaf is */
} pe_bound_cap;

typedef struct pe_bound_leaf
{
  const pe_plan_leaf *leaf;
  pe_form_kind        kind; /* the leaf's form, or PE_FORM_EXACT where these columns do not suit it */
  pe_bound_operand    a;
  pe_bound_operand    b;
  pe_quotient         quotient;
  pe_steps_terms      steps;
  pe_counts_terms     counts;
  pe_lanes           *lanes;      /* of PE_FORM_PROGRAM; owned */
  size_t              first_item; /* among the run's */
  size_t              n_items;
  size_t              first_cap; /* among the run's */
  size_t              n_caps;
  int64_t             full;           /* the full marks, rounded as a leaf is; at the leaf's places */
  int64_t             marks;          /* as they are, at the scale of all marks */
  int64_t             lift;           /* from the leaf's places to the scale of the plan */
  int64_t             factor;         /* from the scale of given points to the leaf's places */
  gboolean            policy_decides; /* of a missing figure, without a closer look */
} pe_bound_leaf;

typedef struct pe_binding
{
  const pe_batch_plan *plan;
  const pe_column     *columns;
  pe_vector            leaves; /* of pe_bound_leaf */
  pe_vector            items;  /* of pe_bound_item */
  pe_vector            caps;   /* of pe_bound_cap */
  int64_t              marks;  /* of the whole, at the scale of all marks */
} pe_binding;

/* self is zeroed; PE_OK or PE_ERROR_NO_MEMORY. The columns are borrowed. */
pe_status pe_binding_init (pe_binding *self, const pe_batch_plan *plan, const pe_column *columns);
void      pe_binding_clear (pe_binding *self);

static inline const pe_bound_leaf *
pe_binding_at (const pe_binding *self, size_t index)
{
  return pe_vector_at (&self->leaves, const pe_bound_leaf, index);
}

static inline const pe_bound_cap *
pe_binding_cap_at (const pe_binding *self, size_t index)
{
  return pe_vector_at (&self->caps, const pe_bound_cap, index);
}

/* number × 10^exponent; FALSE when that is not a whole number of 62 bits. */
gboolean pe_scale_number (int64_t number, int32_t exponent, int64_t *out);
