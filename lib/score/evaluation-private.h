/* evaluation-private.h - what an evaluation is made of
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/evaluation.h>

#include "../base/arena-private.h"
#include "../base/buffer-private.h"
#include "../base/rational-private.h"
#include "../base/vector-private.h"
#include "../rules/rule-private.h"
#include "../rules/rulebook-private.h"

/* What over-achievement makes of an outcome. */
typedef struct pe_over_result
{
  size_t      source;    /* the index of the rulebook's over-achievement */
  pe_rational reached;   /* actual / target */
  pe_rational reduction; /* the share of the points that is lost; 0 mostly */
} pe_over_result;

/* What changed a node's points after its rule. */
typedef struct pe_scored_adjustment
{
  pe_adjust_cause cause;
  uint32_t        source;  /* as in pe_ledger_entry */
  int32_t         row;     /* the row, in the dossier, that over-achieved; or -1 */
  pe_rational     amount;  /* exact, not 0 */
  pe_rational     reached; /* of over-achievement */
} pe_scored_adjustment;

/* A row's part in the mean of its slot. */
typedef struct pe_slot_part
{
  uint32_t       row;    /* the row's index in the dossier */
  pe_rational    weight; /* above 0 */
  pe_rational    share;  /* the points of the row's rule for a full mark of 1 */
  pe_over_result over;
} pe_slot_part;

/* How a leaf, or a row that is scored by itself, came to its score. */
typedef struct pe_scored_leaf
{
  const pe_rule           *rule;     /* borrowed; NULL when a declaration decided */
  const pe_declared_score *declared; /* borrowed; NULL unless a declaration decided */
  pe_policy                policy;   /* with PE_ORIGIN_POLICY and PE_ORIGIN_DROPPED; 0 for a row that was withdrawn */
  pe_outcome               outcome;  /* the inputs of a slot's rows as well, where it is scored by their mean */
  pe_vector                parts;    /* of pe_slot_part */
} pe_scored_leaf;

typedef struct pe_scored_node
{
  pe_node_kind    kind;
  pe_origin       origin;
  pe_state        state;
  uint32_t        parent;
  uint32_t        depth;
  uint32_t        end; /* the first node behind those below it */
  int32_t         indicator;
  int32_t         row;
  const char     *row_code; /* in the evaluation's arena; NULL when it is no row */
  pe_rational     full_marks;
  pe_rational     sum;        /* of the nodes below; else as unrounded */
  pe_rational     dropped;    /* the marks of what was left out below, until a rescaling takes them */
  pe_rational     unadjusted; /* the sum, rescaled where something was left out; a leaf's exact points */
  pe_rational     unrounded;  /* after the adjustments */
  pe_rational     score;
  pe_vector       adjustments; /* of pe_scored_adjustment, in the order of application */
  pe_scored_leaf *leaf;        /* the evaluation's; NULL for the total and for groups */
} pe_scored_node;

typedef struct pe_scored_entry
{
  pe_entry_kind               kind;
  uint32_t                    node;
  pe_rational                 amount;
  const pe_scored_adjustment *adjustment; /* the node's, with PE_ENTRY_ADJUST; else NULL */
} pe_scored_entry;

struct pe_ledger
{
  const pe_evaluation *evaluation; /* which owns the ledger */
  pe_vector            entries;    /* of pe_scored_entry */
};

struct pe_evaluation
{
  gint         references; /* atomic */
  pe_rulebook *rulebook;
  pe_dossier  *dossier;
  pe_findings *findings;
  pe_arena     arena; /* of the nodes and what they list */
  pe_vector    nodes; /* of pe_scored_node, in preorder */
  pe_ledger    ledger;
  int32_t      grade;           /* -1: the rulebook has none */
  int32_t      grade_of_points; /* before vetoes */
  int32_t      grade_event;     /* which event limits the grade, or -1 */
  pe_scorer    scorer;
  gboolean is_plain; /* nodes and entries have nothing to be freed but the arena: they need not be looked at again */
};

/* What a finished evaluation's numbers are calculated with: they were bounded when they were made. */
#define PE_BITS_UNBOUNDED (G_MAXUINT32 / 4)

pe_evaluation *pe_evaluation_new (pe_rulebook *rulebook, pe_dossier *dossier); /* NULL when memory ran out */
/* Appends a node without points; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_evaluation_add_node (pe_evaluation *self, pe_node_kind kind, uint32_t parent, int32_t indicator,
                                  uint32_t *index);
/* Gives the node what a leaf has besides; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_evaluation_add_leaf (pe_evaluation *self, uint32_t node);
/* Nothing is added any more: finds out whether the evaluation is plain, while all of it is in the processor's cache. */
void pe_evaluation_settle (pe_evaluation *self);
/* Takes the nodes from index on away again. */
void pe_evaluation_cut_nodes (pe_evaluation *self, size_t index);

static inline pe_scored_node *
pe_evaluation_peek_node (const pe_evaluation *self, size_t index)
{
  return pe_vector_at (&self->nodes, pe_scored_node, index);
}

const char *pe_evaluation_get_name (const pe_evaluation *self, size_t node, pe_language language);
const char *pe_evaluation_get_code (const pe_evaluation *self, size_t node);
/* NULL for the total. */
const pe_indicator *pe_evaluation_peek_indicator (const pe_evaluation *self, size_t node);

/* Writes the entries of all nodes in their order; PE_OK, PE_ERROR_LIMIT or PE_ERROR_NO_MEMORY. */
pe_status pe_ledger_fill (pe_ledger *self, uint32_t bits);
void      pe_ledger_clear (pe_ledger *self);

/* Checks what a printing function was given. */
pe_status pe_evaluation_check_node (const void *out, const pe_evaluation *self, size_t node, pe_error **error);
/* The calculation of a node, with its result. */
void pe_evaluation_add_formula (const pe_evaluation *self, size_t node, pe_language language, pe_buffer *out);
/* The shown rate of a node; nothing when it has none. */
void pe_evaluation_add_rate (const pe_evaluation *self, size_t node, pe_buffer *out);
/* Why an entry is there. */
void pe_evaluation_add_reason (const pe_evaluation *self, const pe_scored_entry *entry, pe_language language,
                               pe_buffer *out);
/* The input of an argument, item or fact by its name; NULL when the node has none. */
const pe_scored_input *pe_evaluation_find_input (const pe_evaluation *self, size_t node, const char *name,
                                                 size_t length);
