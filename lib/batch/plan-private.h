/* plan-private.h - what a plan is made of
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/batch_plan.h>

#include "../base/rational-private.h"
#include "../base/vector-private.h"
#include "../rules/rule-private.h"
#include "../rules/rulebook-private.h"
#include "kernel-private.h"

/* No input, no node. */
#define PE_PLAN_NONE G_MAXUINT32

typedef struct pe_plan_input
{
  pe_batch_input about;  /* path and name are owned */
  pe_amount_name amount; /* with PE_BATCH_INPUT_AMOUNT */
} pe_plan_input;

/* A fact that a leaf asks for. */
typedef struct pe_plan_fact
{
  const char *name; /* borrowed from the rulebook */
  uint32_t    input;
} pe_plan_fact;

/* One figure of a leaf that a kernel can score. */
typedef struct pe_form_operand
{
  uint32_t  input;         /* PE_PLAN_NONE: the rule fixes it */
  pe_figure figure;        /* then */
  gboolean  is_of_formula; /* which reads percentage points as shares */
} pe_form_operand;

/* How a kernel scores a leaf. */
typedef enum
{
  PE_FORM_EXACT,   /* none does: its rule is applied to one unit after the other */
  PE_FORM_POINTS,  /* points that are given */
  PE_FORM_RATIO,   /* w × min (1, a / b) */
  PE_FORM_INVERSE, /* w where a <= b, else w × b / a */
  PE_FORM_STEPS,   /* a, or a / b where it is a rate, in a table of steps */
  PE_FORM_COMPARE, /* w where a (or a rate a / b) stands to a limit as it should, else 0 */
  PE_FORM_COUNTS,  /* w less the violations */
  PE_FORM_TRUTHS,  /* the points of what holds */
  PE_FORM_PROGRAM  /* a formula or a decision table, as a program over columns */
} pe_form_kind;

typedef struct pe_form
{
  pe_form_kind       kind;
  gboolean           is_rate; /* a and b are the parts of one measure */
  pe_form_operand    a;
  pe_form_operand    b;
  pe_form_operand    limit;   /* of a comparison */
  struct pe_program *program; /* of PE_FORM_PROGRAM; owned by the plan */
} pe_form;

typedef struct pe_plan_leaf
{
  uint32_t            node;
  uint32_t            parent; /* a node */
  const pe_indicator *about;
  const pe_rule      *rule; /* NULL: only its points can be given */
  gboolean            is_of_records;
  pe_rational         full_marks;
  size_t              first_fact; /* among the plan's */
  size_t              n_facts;
  uint32_t            points;    /* an input, or PE_PLAN_NONE; so with the next three */
  uint32_t            deduction; /* */
  uint32_t            reason;    /* */
  const pe_cap       *caps;
  size_t              n_caps;
  size_t              first_cap;   /* among all of the rulebook */
  struct pe_program **conditions;  /* one for each cap, owned by the plan; NULL where the rule looks at every unit */
  const pe_over_achievement *over; /* nullable; one that changes points, or may be an error */
  pe_policy                  policies[PE_STATE_INVALID + 1];
  pe_form                    form;
} pe_plan_leaf;

/* Where in the tree a node is. */
typedef enum
{
  PE_LEVEL_LEAF,
  PE_LEVEL_GROUP,
  PE_LEVEL_TOTAL
} pe_tree_level;

struct pe_batch_plan
{
  gint                        references; /* atomic */
  pe_rulebook                *rulebook;
  const pe_rounding_contract *contract;
  pe_calendar                *calendar;
  int32_t                     fiscal_year;
  uint32_t                    bits;
  uint64_t                    formula_steps; /* of one formula in a unit */
  gboolean          shares_steps; /* all formulas of a unit may take more than all may: then they are counted */
  uint64_t          rule_steps;   /* in a unit, at most, of the formulas of leaves that the rule scores */
  pe_batch_level    level;
  const pe_kernels *kernels;
  int32_t           scale;         /* of all points; -1: none has points */
  gboolean          has_points[3]; /* by level: they are decimals of that scale */
  size_t            n_nodes;
  uint32_t         *parents;    /* by node */
  pe_rational      *marks;      /* by node: the full marks */
  pe_vector         leaves;     /* of pe_plan_leaf, in the order of their nodes */
  pe_vector         inputs;     /* of pe_plan_input */
  pe_vector         facts;      /* of pe_plan_fact, those of a leaf together */
  pe_vector         amounts;    /* of uint32_t: the inputs that are amounts */
  uint32_t          bonus;      /* an input, or PE_PLAN_NONE */
  uint32_t          first_veto; /* the inputs of vetoes stand together; PE_PLAN_NONE: there are none */
  gboolean          may_drop;   /* a policy leaves leaves out */
};

static inline const pe_plan_leaf *
pe_plan_leaf_at (const pe_batch_plan *self, size_t index)
{
  return pe_vector_at (&self->leaves, const pe_plan_leaf, index);
}

static inline const pe_plan_input *
pe_plan_input_at (const pe_batch_plan *self, size_t index)
{
  return pe_vector_at (&self->inputs, const pe_plan_input, index);
}

static inline pe_tree_level
pe_plan_get_level (const pe_batch_plan *self, size_t node)
{
  if (node == 0)
    return PE_LEVEL_TOTAL;
  return pe_rulebook_peek_indicator (self->rulebook, node - 1)->rule != NULL ? PE_LEVEL_LEAF : PE_LEVEL_GROUP;
}

/* A plan under construction. */
typedef struct pe_planning
{
  pe_batch_plan   *plan;
  pe_batch_records records;
  pe_collector     collector;
} pe_planning;

/* Adds an input, or finds one that is there already; PE_PLAN_NONE when memory ran out. path: taken over. */
uint32_t pe_planning_add_input (pe_planning *self, const pe_batch_input *about, const pe_amount_name *amount,
                                char *path);
/* Adds the inputs of a leaf (plan-leaf.c), which is zeroed but for its node, its parent and its indicator. FALSE when
 * memory ran out; findings otherwise. */
gboolean pe_planning_add_leaf (pe_planning *self, pe_plan_leaf *leaf);
/* Adds the most steps that the formulas of a leaf can take: a cap's condition is evaluated before its rule and after it. */
void pe_plan_leaf_add_steps (const pe_batch_plan *plan, const pe_plan_leaf *leaf, pe_rule_steps *out);
/* Chooses the kernel of a leaf whose inputs are known (plan-form.c); PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_plan_leaf_choose_form (const pe_batch_plan *plan, pe_plan_leaf *leaf);
void      pe_plan_leaf_clear (pe_plan_leaf *self);
/* The input of a fact of a leaf, or PE_PLAN_NONE. */
uint32_t pe_plan_leaf_find_fact (const pe_batch_plan *plan, const pe_plan_leaf *leaf, const char *name);
/* The input of an amount, or PE_PLAN_NONE. */
uint32_t pe_plan_find_amount (const pe_batch_plan *plan, const pe_amount_name *name);
/* TRUE when the points of a leaf are decimals whatever its figures are, with at most *scale places. */
gboolean pe_plan_leaf_is_decimal (const pe_plan_leaf *leaf, int32_t *scale);
