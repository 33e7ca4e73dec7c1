/* formula.c - the calculation of a node with its numbers put in, and its rate
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "evaluation-private.h"

#include "../base/finding-private.h"
#include "../model/dossier-private.h"
#include "label-private.h"

/* Places of a result that is written behind a calculation. */
#define RESULT_PLACES 7

static void
add_result (const pe_rational *points, pe_buffer *out)
{
  pe_buffer_add_string (out, " = ");
  pe_rational_print_truncated (points, RESULT_PLACES, out);
}

/* "，调整 -1、-0.25 → 8.25": what changed the points after the rule. */
static void
add_adjustments (const pe_scored_node *node, pe_language language, pe_buffer *out)
{
  for (size_t i = 0; i < node->adjustments.size; i++)
    {
      if (i == 0)
        pe_buffer_add_words (out, language, "，调整 ", ", adjusted by ");
      else
        pe_buffer_add_words (out, language, "、", ", ");
      pe_label_add_number (&pe_vector_at (&node->adjustments, const pe_scored_adjustment, i)->amount, out);
    }
  if (node->adjustments.size == 0)
    return;
  pe_buffer_add_string (out, " → ");
  pe_rational_print_truncated (&node->unrounded, RESULT_PLACES, out);
}

/* Sums */

/* "49.97 + 49.72"; TRUE when there is more than one term. */
static gboolean
add_terms (const pe_evaluation *self, size_t node, pe_buffer *out)
{
  const uint32_t        end = pe_evaluation_peek_node (self, node)->end;
  const pe_scored_node *below;
  size_t                n = 0;

  for (size_t i = node + 1; i < end; i = below->end, n++)
    {
      below = pe_evaluation_peek_node (self, i);
      if (n > 0)
        pe_buffer_add_string (out, " + ");
      pe_label_add_number (&below->score, out);
    }
  return n > 1;
}

/* The rounding of a sum: that of a leaf stands in the explanation, where its unrounded points are as well. */
static void
add_sum_rounding (const pe_evaluation *self, const pe_scored_node *node, pe_language language, pe_buffer *out)
{
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->rulebook);

  if (pe_rational_compare (&node->unrounded, &node->score) == 0)
    return;
  pe_buffer_add_words (out, language, "，", ", ");
  if (node->kind == PE_NODE_TOTAL)
    pe_label_add_rounding (contract->total_rounding, contract->total_places, language, out);
  else if (node->kind == PE_NODE_GROUP)
    pe_label_add_rounding (contract->subtotal_rounding, contract->subtotal_places, language, out);
  else
    pe_label_add_rounding (contract->leaf_rounding, contract->leaf_places, language, out);
  pe_buffer_add_string (out, " → ");
  pe_label_add_number (&node->score, out);
}

static void
add_sum (const pe_evaluation *self, size_t index, pe_language language, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self, index);
  const gboolean        rescaled = node->kind != PE_NODE_GROUP && pe_rational_sign (&node->dropped) != 0;
  gboolean              several;

  if (rescaled)
    pe_buffer_add_char (out, '(');
  several = add_terms (self, index, out);
  if (rescaled)
    {
      pe_buffer_add_string (out, ") × ");
      pe_label_add_number (&node->full_marks, out);
      pe_buffer_add_string (out, " / (");
      pe_label_add_number (&node->full_marks, out);
      pe_buffer_add_string (out, " - ");
      pe_label_add_number (&node->dropped, out);
      pe_buffer_add_char (out, ')');
    }
  if (several || rescaled)
    add_result (&node->unadjusted, out);
  add_adjustments (node, language, out);
  add_sum_rounding (self, node, language, out);
}

/* Leaves */

/* "20 × (1 + 1 + 0.625) / 3", "20 × (2 × 1 + 1 × 0.625) / (2 + 1)" where the weights differ. */
static void
add_mean (const pe_scored_node *node, pe_buffer *out)
{
  const pe_vector    *parts = &node->leaf->parts;
  const pe_slot_part *first = pe_vector_at (parts, const pe_slot_part, 0);
  gboolean            weighted = FALSE;

  for (size_t i = 1; i < parts->size; i++)
    weighted
        = weighted || pe_rational_compare (&pe_vector_at (parts, const pe_slot_part, i)->weight, &first->weight) != 0;
  pe_label_add_number (&node->full_marks, out);
  pe_buffer_add_string (out, " × (");
  for (size_t i = 0; i < parts->size; i++)
    {
      const pe_slot_part *part = pe_vector_at (parts, const pe_slot_part, i);

      if (i > 0)
        pe_buffer_add_string (out, " + ");
      if (weighted)
        {
          pe_label_add_number (&part->weight, out);
          pe_buffer_add_string (out, " × ");
        }
      pe_label_add_number (&part->share, out);
    }
  pe_buffer_add_string (out, ") / ");
  if (!weighted)
    {
      pe_buffer_add_uint (out, parts->size);
      return;
    }
  pe_buffer_add_char (out, '(');
  for (size_t i = 0; i < parts->size; i++)
    {
      if (i > 0)
        pe_buffer_add_string (out, " + ");
      pe_label_add_number (&pe_vector_at (parts, const pe_slot_part, i)->weight, out);
    }
  pe_buffer_add_char (out, ')');
}

static void
add_policy (const pe_scored_node *node, pe_language language, pe_buffer *out)
{
  if (node->leaf->policy == 0)
    {
      pe_buffer_add_words (out, language, "已撤销，不计分", "withdrawn, not scored");
      return;
    }
  pe_buffer_add_string (out, pe_label_get_state (node->state, language));
  pe_buffer_add_words (out, language, "，", ": ");
  if (node->leaf->policy == PE_POLICY_FULL)
    pe_buffer_add_words (out, language, "按规定得满分", "full marks by policy");
  else if (node->leaf->policy == PE_POLICY_ZERO)
    pe_buffer_add_words (out, language, "按规定得零分", "no points by policy");
  else
    pe_buffer_add_words (out, language, "按规定不计分，其余折算", "left out by policy, the rest is rescaled");
  if (node->origin == PE_ORIGIN_POLICY)
    add_result (&node->unadjusted, out);
}

static void
add_leaf (const pe_scored_node *node, pe_language language, pe_buffer *out)
{
  const pe_scored_leaf *leaf = node->leaf;

  if (node->origin == PE_ORIGIN_DECLARED)
    {
      pe_buffer_add_words (out, language, "填报得分 ", "declared score ");
      pe_buffer_add_decimal (out, &leaf->declared->score);
      return;
    }
  if (node->origin != PE_ORIGIN_COMPUTED)
    {
      add_policy (node, language, out);
      return;
    }
  if (leaf->parts.size > 0)
    add_mean (node, out);
  else
    pe_rule_print_formula (leaf->rule, &node->full_marks, &leaf->outcome, language, out);
  if (leaf->parts.size > 0 || !pe_rule_formula_has_points (leaf->rule))
    add_result (&node->unadjusted, out);
}

void
pe_evaluation_add_formula (const pe_evaluation *self, size_t node, pe_language language, pe_buffer *out)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (self, node);

  if (scored->origin == PE_ORIGIN_SUM)
    add_sum (self, node, language, out);
  else
    {
      add_leaf (scored, language, out);
      add_adjustments (scored, language, out);
    }
}

void
pe_evaluation_add_rate (const pe_evaluation *self, size_t node, pe_buffer *out)
{
  const pe_scored_leaf *leaf = pe_evaluation_peek_node (self, node)->leaf;

  if (leaf != NULL && leaf->outcome.state == PE_STATE_VALUE && leaf->outcome.has_rate)
    pe_label_add_rate (&leaf->outcome.rate, pe_rulebook_peek_rounding (self->rulebook), out);
}

/* The public functions */

pe_status
pe_evaluation_print_formula (pe_text **out, const pe_evaluation *self, size_t node, pe_language language,
                             pe_error **error)
{
  pe_status status = pe_evaluation_check_node (out, self, node, error);
  pe_buffer buffer = PE_BUFFER_INIT;

  if (status != PE_OK)
    return status;
  pe_evaluation_add_formula (self, node, language, &buffer);
  return pe_buffer_finish (&buffer, out, error);
}

pe_status
pe_evaluation_print_rate (pe_text **out, const pe_evaluation *self, size_t node, pe_error **error)
{
  pe_status status = pe_evaluation_check_node (out, self, node, error);
  pe_buffer buffer = PE_BUFFER_INIT;

  if (status != PE_OK)
    return status;
  pe_evaluation_add_rate (self, node, &buffer);
  return pe_buffer_finish (&buffer, out, error);
}
