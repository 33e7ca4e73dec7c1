/* adjust-cap.c - caps by a condition: a yes/no fact, or a formula
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjust-private.h"

#include "../base/text-private.h"
#include "../rules/expression-private.h"

/* A condition that was looked at: what it read, and whether it holds. With a state there is neither yes nor no. */
typedef struct condition
{
  pe_scoring   *scoring;
  uint32_t      node;
  const pe_cap *cap;
  size_t        index;   /* of the cap among all */
  pe_outcome    outcome; /* its inputs, and its state */
  gboolean      holds;
} condition;

pe_state
pe_adjust_find_fault (const pe_figure *figure, pe_status *fault)
{
  static const pe_status faults[] = {
    [PE_STATE_MISSING] = PE_ERROR_FIGURE_MISSING,
    [PE_STATE_VALUE] = PE_ERROR_UNIT_MISMATCH,
    [PE_STATE_NOT_APPLICABLE] = PE_ERROR_NOT_APPLICABLE,
    [PE_STATE_TEXT] = PE_ERROR_FIGURE_TEXT,
    [PE_STATE_ZERO_DENOMINATOR] = PE_ERROR_ZERO_DENOMINATOR,
    [PE_STATE_INVALID] = PE_ERROR_STATE_CONFLICT,
  };

  *fault = PE_OK;
  if (figure->state == PE_STATE_VALUE && figure->unit == PE_UNIT_TRUTH)
    return PE_STATE_VALUE;
  *fault = faults[figure->state];
  return figure->state == PE_STATE_VALUE ? PE_STATE_INVALID : figure->state;
}

/* A fact */

/* Records the fact among the inputs; FALSE when memory ran out. */
static gboolean
add_fact (condition *self, const pe_fact *fact)
{
  pe_scored_input input = { .name = self->cap->if_fact };
  pe_buffer       buffer = PE_BUFFER_INIT;
  pe_status       status = PE_ERROR_NO_MEMORY;

  if (fact != NULL)
    {
      input.figure = fact->figure;
      input.text = fact->text;
    }
  pe_dossier_print_fact_path (self->cap->indicator, self->cap->if_fact, &buffer);
  input.path = pe_inputs_take_path (&self->outcome.inputs, &buffer);
  if (input.path != NULL)
    status = pe_vector_push (&self->outcome.inputs, &input);
  if (status != PE_OK)
    pe_inputs_free_path (&self->outcome.inputs, input.path);
  return pe_scoring_check (self->scoring, status, self->node);
}

static void
read_fact (condition *self)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_fact         *fact = pe_dossier_find_fact (self->scoring->dossier, self->cap->indicator, self->cap->if_fact);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;

  if (!add_fact (self, fact))
    return;
  self->outcome.state = pe_adjust_find_fault (figure, &self->outcome.fault);
  self->outcome.culprit = 0;
  self->holds = self->outcome.state == PE_STATE_VALUE && figure->value.coefficient != 0;
  if (self->outcome.fault == PE_ERROR_UNIT_MISMATCH)
    self->outcome.expected = pe_string_copy (pe_unit_get_name (PE_UNIT_TRUTH));
}

/* A formula */

static void
take_value (condition *self, const pe_expression *expression, const pe_value *value)
{
  const pe_figure figure = { { 0, 0, 0 }, value->state, PE_UNIT_NONE };

  self->holds = value->state == PE_STATE_VALUE && value->integer != 0;
  if (value->state == PE_STATE_VALUE)
    return;
  self->outcome.state = pe_adjust_find_fault (&figure, &self->outcome.fault);
  self->outcome.culprit = value->blame.input;
  self->outcome.formula = value->blame.input == G_MAXSIZE ? pe_expression_get_text (expression) : NULL;
  if (self->outcome.culprit == G_MAXSIZE && self->outcome.inputs.size > 0)
    self->outcome.culprit = 0;
  if (value->state != PE_STATE_INVALID)
    return;
  self->outcome.fault = value->fault;
  if (value->expected != NULL)
    self->outcome.expected = pe_string_copy (value->expected);
}

static void
read_formula (condition *self)
{
  const pe_leaf_place   place = pe_leaf_find_place (self->scoring, self->node);
  const pe_fact_source  source = pe_leaf_make_source (self->scoring, &place);
  pe_expression_context context = pe_expression_context_begin (&source, &self->outcome.inputs, self->scoring->bits);
  const pe_expression  *expression = pe_rulebook_peek_cap_condition (self->scoring->rulebook, self->index);
  const uint64_t        given = context.steps;
  pe_error             *error = NULL;
  pe_value              value;
  pe_status             status;

  pe_value_init (&value);
  status = pe_expression_evaluate (expression, &context, &value, &error);
  pe_expression_context_end (&context, given);
  if (status == PE_OK)
    take_value (self, expression, &value);
  else
    pe_leaf_report_failure (self->scoring, self->node, status, error);
  pe_value_clear (&value);
}

static void
condition_init (condition *self, pe_scoring *scoring, uint32_t node, const pe_cap *cap, size_t index)
{
  *self = (condition) { .scoring = scoring, .node = node, .cap = cap, .index = index };
  pe_outcome_init_in (&self->outcome, &scoring->evaluation->arena);
  self->outcome.state = PE_STATE_VALUE;
  if (cap->if_fact != NULL)
    read_fact (self);
  else
    read_formula (self);
}

/* Before a leaf is scored */

static void
report (condition *self)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (self->scoring->evaluation, self->node);
  const pe_rule        *rule = pe_evaluation_peek_indicator (self->scoring->evaluation, self->node)->rule;
  const pe_policy       policy = pe_leaf_find_policy (self->scoring, rule, NULL, &self->outcome);

  if (policy == PE_POLICY_ERROR)
    {
      pe_leaf_report_fault (self->scoring, self->node, -1, rule, NULL, &scored->full_marks, &self->outcome);
      return;
    }
  pe_leaf_report_policy (self->scoring, self->node, -1, rule, &self->outcome);
  pe_leaf_apply_policy (self->scoring, self->node, policy, self->outcome.state);
}

gboolean
pe_adjust_check_conditions (pe_scoring *self, uint32_t node)
{
  const size_t  indicator = (size_t) pe_evaluation_peek_node (self->evaluation, node)->indicator;
  size_t        n, first;
  const pe_cap *caps = pe_rulebook_get_caps (self->rulebook, indicator, &n, &first);
  gboolean      known = TRUE;

  for (size_t i = 0; i < n && known; i++)
    {
      condition each;

      condition_init (&each, self, node, &caps[i], first + i);
      known = each.outcome.state == PE_STATE_VALUE;
      if (!known)
        report (&each);
      pe_outcome_clear (&each.outcome);
    }
  return known;
}

/* After its rule */

/* What the condition read becomes part of what the leaf was scored by. */
static void
move_inputs (condition *self)
{
  pe_vector *from = &self->outcome.inputs;
  pe_vector *to = &pe_evaluation_peek_node (self->scoring->evaluation, self->node)->leaf->outcome.inputs;

  for (size_t i = 0; i < from->size; i++)
    {
      pe_scored_input *input = pe_vector_at (from, pe_scored_input, i);

      if (!pe_scoring_check (self->scoring, pe_vector_push (to, input), self->node))
        return;
      input->path = NULL;
    }
}

static void
cap_points (const condition *self)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->scoring->evaluation, self->node);
  pe_rational     amount;

  pe_rational_init (&amount);
  pe_rational_set_decimal (&amount, &self->cap->points);
  if (pe_rational_compare (&scored->unrounded, &amount) > 0
      && pe_scoring_check (
          self->scoring, pe_rational_subtract (&amount, &amount, &scored->unrounded, self->scoring->bits), self->node))
    pe_adjust_add (self->scoring, self->node, PE_CAUSE_CAP, self->index, -1, &amount, NULL);
  pe_rational_clear (&amount);
}

void
pe_adjust_apply_caps (pe_scoring *self, uint32_t node)
{
  const size_t  indicator = (size_t) pe_evaluation_peek_node (self->evaluation, node)->indicator;
  size_t        n, first;
  const pe_cap *caps = pe_rulebook_get_caps (self->rulebook, indicator, &n, &first);

  for (size_t i = 0; i < n; i++)
    {
      condition each;

      condition_init (&each, self, node, &caps[i], first + i);
      move_inputs (&each);
      /* That it has a value was seen before the rule was applied; one that has none does not hold. */
      if (each.holds)
        cap_points (&each);
      pe_outcome_clear (&each.outcome);
    }
}
