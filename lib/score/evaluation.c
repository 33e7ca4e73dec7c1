/* evaluation.c - a scored dossier: its nodes and what they answer
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "evaluation-private.h"

#include "../base/struct-private.h"
#include "../rules/record-private.h"

/* As many as most rules read. */
#define FEW_INPUTS 2

/* Nodes */

static void
slot_part_clear (pe_slot_part *self)
{
  pe_rational_clear (&self->weight);
  pe_rational_clear (&self->share);
  pe_rational_clear (&self->over.reached);
  pe_rational_clear (&self->over.reduction);
}

static void
leaf_clear (pe_scored_leaf *self)
{
  for (size_t i = 0; i < self->parts.size; i++)
    slot_part_clear (pe_vector_at (&self->parts, pe_slot_part, i));
  pe_vector_clear (&self->parts);
  pe_outcome_clear (&self->outcome);
}

static void
node_clear (pe_scored_node *self)
{
  pe_rational_clear (&self->full_marks);
  pe_rational_clear (&self->sum);
  pe_rational_clear (&self->dropped);
  pe_rational_clear (&self->unadjusted);
  pe_rational_clear (&self->unrounded);
  pe_rational_clear (&self->score);
  for (size_t i = 0; i < self->adjustments.size; i++)
    {
      pe_rational_clear (&pe_vector_at (&self->adjustments, pe_scored_adjustment, i)->amount);
      pe_rational_clear (&pe_vector_at (&self->adjustments, pe_scored_adjustment, i)->reached);
    }
  pe_vector_clear (&self->adjustments);
  if (self->leaf != NULL)
    leaf_clear (self->leaf);
}

pe_status
pe_evaluation_add_node (pe_evaluation *self, pe_node_kind kind, uint32_t parent, int32_t indicator, uint32_t *index)
{
  /* Nodes are numbered in 32 bits, rows by an int32_t. */
  pe_scored_node *node = self->nodes.size >= G_MAXINT32 ? NULL : pe_vector_add (&self->nodes);

  if (node == NULL)
    return PE_ERROR_NO_MEMORY;
  node->kind = kind;
  node->origin = 0;
  node->state = PE_STATE_VALUE;
  node->parent = parent;
  node->depth = kind == PE_NODE_TOTAL ? 0 : pe_evaluation_peek_node (self, parent)->depth + 1;
  node->indicator = indicator;
  node->row = -1;
  node->row_code = NULL;
  node->leaf = NULL;
  pe_rational_init (&node->full_marks);
  pe_rational_init (&node->sum);
  pe_rational_init (&node->dropped);
  pe_rational_init (&node->unadjusted);
  pe_rational_init (&node->unrounded);
  pe_rational_init (&node->score);
  node->adjustments = (pe_vector) PE_VECTOR_INIT_IN (pe_scored_adjustment, &self->arena);
  node->end = (uint32_t) self->nodes.size;
  *index = node->end - 1;
  return PE_OK;
}

/* A leaf, with room for its first figures. */
typedef struct leaf_block
{
  pe_scored_leaf  leaf;
  pe_scored_input inputs[FEW_INPUTS];
} leaf_block;

pe_status
pe_evaluation_add_leaf (pe_evaluation *self, uint32_t node)
{
  leaf_block     *block = pe_arena_take (&self->arena, sizeof *block);
  pe_scored_leaf *leaf;

  if (block == NULL)
    return PE_ERROR_NO_MEMORY;
  leaf = &block->leaf;
  leaf->rule = NULL;
  leaf->declared = NULL;
  leaf->policy = 0;
  pe_outcome_init_in (&leaf->outcome, &self->arena);
  pe_vector_start (&leaf->outcome.inputs, block->inputs, FEW_INPUTS);
  leaf->parts = (pe_vector) PE_VECTOR_INIT_IN (pe_slot_part, &self->arena);
  pe_evaluation_peek_node (self, node)->leaf = leaf;
  return PE_OK;
}

void
pe_evaluation_cut_nodes (pe_evaluation *self, size_t index)
{
  while (self->nodes.size > index)
    node_clear (pe_vector_at (&self->nodes, pe_scored_node, --self->nodes.size));
}

const pe_indicator *
pe_evaluation_peek_indicator (const pe_evaluation *self, size_t node)
{
  const int32_t index = pe_evaluation_peek_node (self, node)->indicator;

  return index < 0 ? NULL : pe_rulebook_peek_indicator (self->rulebook, (size_t) index);
}

const char *
pe_evaluation_get_name (const pe_evaluation *self, size_t node, pe_language language)
{
  const pe_indicator *indicator = pe_evaluation_peek_indicator (self, node);
  const int32_t       row = pe_evaluation_peek_node (self, node)->row;

  if (row >= 0)
    return pe_dossier_peek_row (self->dossier, (size_t) row)->name;
  if (indicator == NULL)
    return language == PE_LANGUAGE_ZH ? "总分" : "Total";
  return language == PE_LANGUAGE_ZH || indicator->name_en == NULL ? indicator->name_zh : indicator->name_en;
}

const char *
pe_evaluation_get_code (const pe_evaluation *self, size_t node)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (self, node);

  if (scored->row_code != NULL)
    return scored->row_code;
  return scored->indicator < 0 ? "" : pe_evaluation_peek_indicator (self, node)->code;
}

/* Whether anything is owned besides memory of the arena: numbers past 128 bits, and what would have been right. All of it is
 * asked for without a jump, since hardly ever anything is. */

static gboolean
leaf_owns (const pe_scored_leaf *self)
{
  const pe_outcome *outcome = &self->outcome;
  gboolean          owns = outcome->points.big | outcome->rate.big | outcome->reached.big | (outcome->expected != NULL)
                  | (outcome->further.size > 0);

  for (size_t i = 0; i < outcome->computed.size; i++)
    owns |= pe_vector_at (&outcome->computed, const pe_computed, i)->value.big;
  /* The parts of a mean are many, or there are none. */
  return owns | (self->parts.size > 0);
}

static gboolean
node_owns (const pe_scored_node *self)
{
  gboolean owns = self->full_marks.big | self->sum.big | self->dropped.big | self->unadjusted.big | self->unrounded.big
                  | self->score.big;

  for (size_t i = 0; i < self->adjustments.size; i++)
    {
      const pe_scored_adjustment *adjustment = pe_vector_at (&self->adjustments, const pe_scored_adjustment, i);

      owns |= adjustment->amount.big | adjustment->reached.big;
    }
  return self->leaf != NULL ? owns | leaf_owns (self->leaf) : owns;
}

void
pe_evaluation_settle (pe_evaluation *self)
{
  gboolean owns = FALSE;

  for (size_t i = 0; i < self->nodes.size; i++)
    owns |= node_owns (pe_evaluation_peek_node (self, i));
  for (size_t i = 0; i < self->ledger.entries.size; i++)
    owns |= pe_vector_at (&self->ledger.entries, const pe_scored_entry, i)->amount.big;
  self->is_plain = !owns;
}

/* The object */

/* Room for a node of each indicator, with two figures of each leaf: most evaluations need no more. FALSE when memory
 * ran out. */
static gboolean
reserve (pe_evaluation *self)
{
  const size_t n = pe_rulebook_get_n_indicators (self->rulebook) + 1;

  if (!pe_arena_reserve (&self->arena,
                         n * (sizeof (pe_scored_node) + sizeof (leaf_block) + 2 * sizeof (pe_scored_entry))))
    return FALSE;
  return pe_vector_reserve (&self->nodes, n) == PE_OK;
}

pe_evaluation *
pe_evaluation_new (pe_rulebook *rulebook, pe_dossier *dossier)
{
  pe_evaluation *self = g_try_new0 (pe_evaluation, 1);

  if (self == NULL)
    return NULL;
  self->references = 1;
  self->rulebook = pe_rulebook_ref (rulebook);
  self->dossier = pe_dossier_ref (dossier);
  self->nodes = (pe_vector) PE_VECTOR_INIT_IN (pe_scored_node, &self->arena);
  self->ledger.evaluation = self;
  self->ledger.entries = (pe_vector) PE_VECTOR_INIT_IN (pe_scored_entry, &self->arena);
  self->grade = self->grade_of_points = self->grade_event = -1;
  if (reserve (self))
    return self;
  pe_evaluation_unref (self);
  return NULL;
}

pe_evaluation *
pe_evaluation_ref (pe_evaluation *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_evaluation_unref (pe_evaluation *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  if (!self->is_plain)
    {
      pe_ledger_clear (&self->ledger);
      pe_evaluation_cut_nodes (self, 0);
    }
  pe_arena_clear (&self->arena);
  pe_findings_unref (self->findings);
  pe_dossier_unref (self->dossier);
  pe_rulebook_unref (self->rulebook);
  g_free (self);
}

pe_rulebook *
pe_evaluation_get_rulebook (const pe_evaluation *self)
{
  return self == NULL ? NULL : self->rulebook;
}

pe_dossier *
pe_evaluation_get_dossier (const pe_evaluation *self)
{
  return self == NULL ? NULL : self->dossier;
}

pe_findings *
pe_evaluation_get_findings (const pe_evaluation *self)
{
  return self == NULL ? NULL : self->findings;
}

const pe_ledger *
pe_evaluation_get_ledger (const pe_evaluation *self)
{
  return self == NULL ? NULL : &self->ledger;
}

int32_t
pe_evaluation_get_grade (const pe_evaluation *self)
{
  return self == NULL ? -1 : self->grade;
}

int32_t
pe_evaluation_get_grade_of_points (const pe_evaluation *self)
{
  return self == NULL ? -1 : self->grade_of_points;
}

int32_t
pe_evaluation_get_grade_event (const pe_evaluation *self)
{
  return self == NULL ? -1 : self->grade_event;
}

size_t
pe_evaluation_get_n_nodes (const pe_evaluation *self)
{
  return self == NULL ? 0 : self->nodes.size;
}

/* Reading */

void
pe_evaluate_options_init (pe_evaluate_options *self, uint32_t struct_size)
{
  static const pe_evaluate_options defaults = { .scorer = PE_SCORER_SELF };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

void
pe_node_init (pe_node *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_input_init (pe_input *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

pe_status
pe_evaluation_check_node (const void *out, const pe_evaluation *self, size_t node, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "a pe_evaluation");
  if (node >= self->nodes.size)
    return pe_index_set_not_found (error, node, self->nodes.size);
  return PE_OK;
}

pe_status
pe_evaluation_get_node (pe_node *out, const pe_evaluation *self, size_t index, pe_error **error)
{
  pe_status             status = pe_evaluation_check_node (out, self, index, error);
  const pe_scored_node *node;
  pe_node               ours;

  if (status != PE_OK)
    return status;
  node = pe_evaluation_peek_node (self, index);
  ours = (pe_node) {
    .kind = node->kind,
    .origin = node->origin,
    .state = node->state,
    .parent = node->parent,
    .depth = node->depth,
    .indicator = node->indicator,
    .row = node->row,
    .code = pe_evaluation_get_code (self, index),
    .name_zh = pe_evaluation_get_name (self, index, PE_LANGUAGE_ZH),
    .name_en = pe_evaluation_get_name (self, index, PE_LANGUAGE_EN),
  };
  return pe_struct_export (out, &ours, sizeof ours, sizeof (pe_node), "out", error);
}

/* The points, borrowed from the node or made in scratch. */
static const pe_rational *
select_points (const pe_scored_node *node, pe_points points, pe_rational *scratch)
{
  switch (points)
    {
    case PE_POINTS_FULL_MARKS:
      return &node->full_marks;
    case PE_POINTS_SCORE:
      return &node->score;
    case PE_POINTS_UNROUNDED:
      return &node->unrounded;
    case PE_POINTS_UNADJUSTED:
      return &node->unadjusted;
    case PE_POINTS_LOST:
      (void) pe_rational_subtract (scratch, &node->full_marks, &node->score, PE_BITS_UNBOUNDED);
      return scratch;
    default:
      return NULL;
    }
}

static pe_status
set_points_unknown (pe_error **error)
{
  return pe_error_set_argument (error, "points", "a value of pe_points");
}

pe_status
pe_evaluation_get_points (pe_decimal *out, const pe_evaluation *self, size_t node, pe_points points, pe_error **error)
{
  pe_status          status = pe_evaluation_check_node (out, self, node, error);
  const pe_rational *selected;
  pe_rational        scratch;

  if (status != PE_OK)
    return status;
  pe_rational_init (&scratch);
  selected = select_points (pe_evaluation_peek_node (self, node), points, &scratch);
  if (selected == NULL)
    status = set_points_unknown (error);
  else if (!pe_rational_is_decimal (out, selected))
    status = pe_error_set (error, PE_ERROR_OVERFLOW, NULL, "name", pe_evaluation_get_code (self, node), NULL);
  pe_rational_clear (&scratch);
  return status;
}

pe_status
pe_evaluation_compute_points (pe_ratio **out, const pe_evaluation *self, size_t node, pe_points points,
                              pe_error **error)
{
  pe_status          status = pe_evaluation_check_node (out, self, node, error);
  const pe_rational *selected;
  pe_rational        scratch;

  if (status != PE_OK)
    return status;
  pe_rational_init (&scratch);
  selected = select_points (pe_evaluation_peek_node (self, node), points, &scratch);
  status = selected == NULL ? set_points_unknown (error) : pe_ratio_new_rational (out, selected, error);
  pe_rational_clear (&scratch);
  return status;
}

/* Inputs */

static const pe_vector *
peek_inputs (const pe_evaluation *self, size_t node)
{
  const pe_scored_leaf *leaf;

  if (self == NULL || node >= self->nodes.size)
    return NULL;
  leaf = pe_evaluation_peek_node (self, node)->leaf;
  return leaf == NULL ? NULL : &leaf->outcome.inputs;
}

size_t
pe_evaluation_get_n_inputs (const pe_evaluation *self, size_t node)
{
  const pe_vector *inputs = peek_inputs (self, node);

  return inputs == NULL ? 0 : inputs->size;
}

pe_status
pe_evaluation_get_input (pe_input *out, const pe_evaluation *self, size_t node, size_t index, pe_error **error)
{
  pe_status              status = pe_evaluation_check_node (out, self, node, error);
  const pe_scored_input *input;
  pe_input               ours;

  if (status != PE_OK)
    return status;
  if (index >= pe_evaluation_get_n_inputs (self, node))
    return pe_index_set_not_found (error, index, pe_evaluation_get_n_inputs (self, node));
  /* static: analyzer-null-dereference: without inputs there is no index to come to this */
  input = pe_vector_at (peek_inputs (self, node), const pe_scored_input, index);
  ours = (pe_input) {
    .name = input->name,
    .measure = input->measure,
    .path = input->path,
    .text = input->text,
    .figure = input->figure,
    .unit = input->unit,
  };
  return pe_struct_export (out, &ours, sizeof ours, offsetof (pe_input, unit), "out", error);
}
