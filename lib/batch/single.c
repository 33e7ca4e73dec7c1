/* single.c - scoring one unit of a run exactly: the same steps as room score takes, without a tree to explain
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "single-private.h"

#include <string.h>

#include "../rules/expression-private.h"
#include "../score/scoring-private.h"

/* Figures */

static const pe_fact *
find_fact (const pe_fact_source *source, const char *name)
{
  const pe_single    *self = source->data;
  const size_t        first = self->leaf->first_fact;
  const pe_plan_fact *facts = pe_vector_at (&self->plan->facts, const pe_plan_fact, first);

  for (size_t i = 0; i < self->leaf->n_facts; i++)
    if (strcmp (facts[i].name, name) == 0)
      {
        pe_fact *fact = &self->facts[first + i];

        pe_column_get_fact (&self->columns[facts[i].input], self->index, fact);
        pe_reads_keep (self->reads, facts[i].input, fact->figure.state);
        return fact;
      }
  return NULL;
}

static void
find_amount (const pe_column_source *source, const pe_amount_name *name, pe_figure *out)
{
  const pe_single *self = (const pe_single *) (const void *) ((const char *) source - offsetof (pe_single, amounts));
  const uint32_t   input = pe_plan_find_amount (self->plan, name);
  pe_fact          fact;

  if (input == PE_PLAN_NONE)
    return;
  pe_column_get_fact (&self->columns[input], self->index, &fact);
  pe_reads_keep (self->reads, input, fact.figure.state);
  if (pe_column_is_given (&self->columns[input]))
    *out = fact.figure;
}

/* A person's number in an optional column; FALSE where there is none. */
static gboolean
get_number (const pe_single *self, uint32_t input, pe_decimal *out)
{
  pe_fact fact;

  if (input == PE_PLAN_NONE || !pe_column_is_given (&self->columns[input]))
    return FALSE;
  pe_column_get_fact (&self->columns[input], self->index, &fact);
  *out = fact.figure.value;
  return fact.figure.state == PE_STATE_VALUE;
}

static gboolean
is_true (const pe_single *self, uint32_t input)
{
  pe_decimal number;

  return get_number (self, input, &number) && number.coefficient != 0;
}

/* Life */

pe_status
pe_single_init (pe_single *self, const pe_batch_plan *plan, const pe_column *columns)
{
  memset (self, 0, sizeof *self);
  self->plan = plan;
  self->columns = columns;
  self->amounts = (pe_column_source) { find_amount, plan->fiscal_year };
  pe_outcome_init (&self->outcome);
  self->inputs = (pe_vector) PE_VECTOR_INIT (pe_scored_input);
  pe_rational_init (&self->dropped);
  pe_rational_init (&self->number);
  self->facts = g_try_new0 (pe_fact, MAX (plan->facts.size, 1));
  self->scores = g_try_new (pe_rational, plan->n_nodes);
  self->sums = g_try_new (pe_rational, plan->n_nodes);
  self->leaves = g_try_new0 (pe_single_leaf, MAX (plan->leaves.size, 1));
  for (size_t i = 0; self->scores != NULL && i < plan->n_nodes; i++)
    pe_rational_init (&self->scores[i]);
  for (size_t i = 0; self->sums != NULL && i < plan->n_nodes; i++)
    pe_rational_init (&self->sums[i]);
  for (size_t i = 0; self->facts != NULL && i < plan->facts.size; i++)
    self->facts[i].struct_size = sizeof self->facts[i];
  return self->facts != NULL && self->scores != NULL && self->sums != NULL && self->leaves != NULL
             ? PE_OK
             : PE_ERROR_NO_MEMORY;
}

void
pe_single_clear (pe_single *self)
{
  for (size_t i = 0; self->scores != NULL && i < self->plan->n_nodes; i++)
    pe_rational_clear (&self->scores[i]);
  for (size_t i = 0; self->sums != NULL && i < self->plan->n_nodes; i++)
    pe_rational_clear (&self->sums[i]);
  pe_outcome_clear (&self->outcome);
  pe_vector_clear (&self->inputs);
  pe_rational_clear (&self->dropped);
  pe_rational_clear (&self->number);
  g_free (self->facts);
  g_free (self->scores);
  g_free (self->sums);
  g_free (self->leaves);
}

/* Leaves */

static void
fail (pe_single_leaf *out, pe_state state, pe_status fault, uint32_t culprit)
{
  if (out->fault != PE_OK)
    return;
  out->state = state;
  out->fault = fault;
  out->culprit = culprit;
}

/* Takes what an operation on rationals answered as the leaf's fault. */
static gboolean
check (pe_single_leaf *out, pe_status status)
{
  if (status != PE_OK)
    fail (out, PE_STATE_INVALID, status, PE_PLAN_NONE);
  return out->fault == PE_OK;
}

/* The points that a policy gives, or the fault that there is none. figure: of the rule or condition, which is to blame. */
static void
take_policy (pe_single *self, pe_single_leaf *out, pe_state state, pe_status fault, size_t figure, pe_rational *points)
{
  const pe_policy policy = pe_leaf_is_mistake (fault) ? PE_POLICY_ERROR : self->leaf->policies[state];

  if (policy == PE_POLICY_ERROR)
    {
      fail (out, state, fault, pe_reads_find (self->reads, figure, state));
      return;
    }
  out->state = state;
  out->dropped = policy == PE_POLICY_DROP;
  if (policy == PE_POLICY_FULL)
    pe_rational_copy (points, &self->leaf->full_marks);
}

/* What the condition of a cap came to. */
typedef struct condition
{
  pe_state  state;
  pe_status fault;
  gboolean  holds;
  size_t    figure; /* where there is none: to blame for it */
} condition;

static void
find_fact_condition (const pe_fact_source *source, const char *name, condition *out)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_fact         *fact = find_fact (source, name);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;

  out->state = pe_adjust_find_fault (figure, &out->fault);
  out->holds = out->state == PE_STATE_VALUE && figure->value.coefficient != 0;
  out->figure = 0;
}

/* PE_OK, or a failure that no policy is for. */
static pe_status
evaluate_condition (pe_single *self, const pe_fact_source *source, const pe_expression *formula, condition *out)
{
  pe_expression_context context = pe_expression_context_begin (source, &self->inputs, self->plan->bits);
  const uint64_t        given = context.steps;
  pe_value              value;
  pe_status             status;

  pe_value_init (&value);
  status = pe_expression_evaluate (formula, &context, &value, NULL);
  pe_expression_context_end (&context, given);
  *out = (condition) {
    value.state,
    value.fault,
    value.state == PE_STATE_VALUE && value.integer != 0,
    value.blame.input,
  };
  if (value.state != PE_STATE_VALUE && value.state != PE_STATE_INVALID)
    pe_adjust_find_fault (&(pe_figure) { { 0, 0, 0 }, value.state, PE_UNIT_NONE }, &out->fault);
  pe_value_clear (&value);
  return status;
}

static pe_status
find_condition (pe_single *self, const pe_fact_source *source, size_t cap, condition *out)
{
  const pe_plan_leaf  *leaf = self->leaf;
  const pe_expression *formula = pe_rulebook_peek_cap_condition (self->plan->rulebook, leaf->first_cap + cap);

  self->inputs.size = 0;
  pe_reads_begin (self->reads, &self->inputs);
  if (formula != NULL)
    return evaluate_condition (self, source, formula, out);
  find_fact_condition (source, leaf->caps[cap].if_fact, out);
  return PE_OK;
}

/* What a cap hangs on has to be a yes or a no. TRUE when all are. */
static gboolean
check_conditions (pe_single *self, const pe_fact_source *source, pe_single_leaf *out, pe_rational *points)
{
  for (size_t i = 0; i < self->leaf->n_caps; i++)
    {
      condition found;

      if (!check (out, find_condition (self, source, i, &found)))
        return FALSE;
      if (found.state == PE_STATE_VALUE)
        continue;
      take_policy (self, out, found.state, found.fault, found.figure, points);
      return FALSE;
    }
  return TRUE;
}

static void
apply_rule (pe_single *self, const pe_fact_source *source, pe_single_leaf *out, pe_rational *points)
{
  pe_outcome *outcome = &self->outcome;
  pe_status   status;

  pe_reads_begin (self->reads, &outcome->inputs);
  status = pe_rule_apply (self->leaf->rule, &self->leaf->full_marks, source, self->plan->bits, outcome, NULL);
  if (!check (out, status))
    return;
  self->is_big = self->is_big || outcome->points.big || outcome->rate.big;
  if (outcome->state == PE_STATE_VALUE)
    pe_rational_copy (points, &outcome->points);
  else
    take_policy (self, out, outcome->state, outcome->fault, outcome->culprit, points);
}

/* What comes of a result far above its target; an outcome of the rule is at hand. */
static void
apply_over (pe_single *self, pe_single_leaf *out, pe_rational *points)
{
  const pe_over_achievement *over = self->leaf->over;
  const pe_outcome          *outcome = &self->outcome;
  const uint32_t             bits = self->plan->bits;
  pe_rational                from;
  gboolean                   is_over;

  if (over == NULL || !outcome->has_reached)
    return;
  pe_rational_init (&from);
  pe_rational_set_decimal (&from, &over->from);
  is_over = pe_rational_compare (&outcome->reached, &from) >= 0;
  if (is_over && over->action == PE_OVER_REASON && !is_true (self, self->leaf->reason))
    {
      if (over->if_no_reason == PE_OVER_NO_REASON_ERROR)
        fail (out, PE_STATE_INVALID, PE_ERROR_REASON_MISSING, self->leaf->reason);
      else
        pe_rational_set_int (points, 0);
    }
  else if (is_over && over->action == PE_OVER_REDUCE
           && check (out, pe_over_reduce (&self->number, over, &outcome->reached, bits))
           && check (out, pe_rational_multiply (&self->number, points, &self->number, bits)))
    check (out, pe_rational_subtract (points, points, &self->number, bits));
  pe_rational_clear (&from);
}

static void
apply_caps (pe_single *self, const pe_fact_source *source, pe_single_leaf *out, pe_rational *points)
{
  for (size_t i = 0; i < self->leaf->n_caps; i++)
    {
      condition found;

      if (!check (out, find_condition (self, source, i, &found)))
        return;
      if (!found.holds)
        continue;
      pe_rational_set_decimal (&self->number, &self->leaf->caps[i].points);
      if (pe_rational_compare (points, &self->number) > 0)
        pe_rational_copy (points, &self->number);
    }
}

static void
apply_deduction (pe_single *self, pe_single_leaf *out, pe_rational *points)
{
  pe_decimal deduction;

  if (!get_number (self, self->leaf->deduction, &deduction))
    return;
  if (deduction.coefficient < 0)
    {
      fail (out, PE_STATE_INVALID, PE_ERROR_NEGATIVE_AMOUNT, self->leaf->deduction);
      return;
    }
  pe_rational_set_decimal (&self->number, &deduction);
  if (pe_rational_compare (&self->number, points) > 0)
    pe_rational_copy (&self->number, points);
  check (out, pe_rational_subtract (points, points, &self->number, self->plan->bits));
}

pe_status
pe_single_check_declared (const pe_single *self, size_t leaf)
{
  const pe_plan_leaf *about = pe_plan_leaf_at (self->plan, leaf);
  pe_decimal          score;

  if (!get_number (self, about->points, &score))
    return PE_OK;
  if (score.coefficient < 0)
    return PE_ERROR_SCORE_NEGATIVE;
  return pe_decimal_order (&score, &about->about->full_marks) > 0 ? PE_ERROR_SCORE_ABOVE_MARKS : PE_OK;
}

/* A declared score, or the points of a leaf of records, which may have been left out there. FALSE: there is none. */
static gboolean
take_points (pe_single *self, pe_single_leaf *out, pe_rational *points)
{
  const uint32_t input = self->leaf->points;
  pe_decimal     score;

  if (get_number (self, input, &score))
    {
      pe_rational_set_decimal (points, &score);
      return TRUE;
    }
  if (!self->leaf->is_of_records || pe_column_get_state (&self->columns[input], self->index) != PE_STATE_NOT_APPLICABLE)
    return FALSE;
  out->state = PE_STATE_NOT_APPLICABLE;
  out->dropped = TRUE;
  return TRUE;
}

/* The points before anything changes them. TRUE: the rule gave them. */
static gboolean
find_points (pe_single *self, const pe_fact_source *source, pe_single_leaf *out, pe_rational *points)
{
  const pe_plan_leaf *leaf = self->leaf;

  if (!check_conditions (self, source, out, points))
    return FALSE;
  if (leaf->rule == NULL)
    {
      if (!take_points (self, out, points))
        fail (out, PE_STATE_MISSING, PE_ERROR_SCORE_MISSING, leaf->points);
      return FALSE;
    }
  if (leaf->points != PE_PLAN_NONE && pe_rule_lacks_facts (leaf->rule, source) && take_points (self, out, points))
    return FALSE;
  apply_rule (self, source, out, points);
  return out->fault == PE_OK && out->state == PE_STATE_VALUE;
}

/* A declared score outside the marks, whether it counts or not. */
static void
refuse_declared (const pe_single *self, size_t leaf, pe_single_leaf *out)
{
  const pe_status status = pe_single_check_declared (self, leaf);

  if (status != PE_OK)
    fail (out, PE_STATE_INVALID, status, self->leaf->points);
}

static pe_status
score_leaf (pe_single *self, size_t leaf)
{
  const pe_rounding_contract *contract = self->plan->contract;
  const pe_fact_source        source = {
    find_fact, NULL, NULL, NULL, self->plan->calendar, self, &self->amounts, &self->steps,
  };
  pe_single_leaf *out = &self->leaves[leaf];
  pe_rational    *points;

  self->leaf = pe_plan_leaf_at (self->plan, leaf);
  points = &self->scores[self->leaf->node];
  pe_rational_set_int (points, 0);
  *out = (pe_single_leaf) { .state = PE_STATE_VALUE, .culprit = PE_PLAN_NONE };
  if (find_points (self, &source, out, points))
    apply_over (self, out, points);
  if (out->fault == PE_OK && !out->dropped)
    apply_caps (self, &source, out, points);
  if (out->fault == PE_OK)
    apply_deduction (self, out, points);
  if (out->fault == PE_OK && contract->leaf_rounding != 0)
    check (out, pe_rational_round (points, points, contract->leaf_places, contract->leaf_rounding, self->plan->bits));
  refuse_declared (self, leaf, out);
  if (out->fault != PE_OK)
    pe_rational_set_int (points, 0);
  self->is_big = self->is_big || points->big;
  return out->fault == PE_ERROR_NO_MEMORY ? PE_ERROR_NO_MEMORY : PE_OK;
}

pe_status
pe_single_score_leaf (pe_single *self, size_t leaf)
{
  pe_formula_steps_init (&self->steps, self->plan->formula_steps);
  return score_leaf (self, leaf);
}

/* The unit */

static void
fail_unit (pe_single *self, pe_status status)
{
  if (self->status == PE_OK)
    self->status = status;
}

uint32_t
pe_single_find_negative (const pe_single *self)
{
  const pe_vector *amounts = &self->plan->amounts;
  pe_decimal       amount;

  for (size_t i = 0; i < amounts->size; i++)
    {
      const uint32_t input = *pe_vector_at (amounts, const uint32_t, i);

      if (get_number (self, input, &amount) && amount.coefficient < 0)
        return input;
    }
  return PE_PLAN_NONE;
}

/* Before anything is scored: an amount that no dossier takes. */
static void
check_amounts (pe_single *self)
{
  if (pe_single_find_negative (self) != PE_PLAN_NONE)
    fail_unit (self, PE_ERROR_NEGATIVE_AMOUNT);
}

/* Before anything is scored: a declared score outside its marks, whether it counts or not. */
static void
check_declared (pe_single *self)
{
  for (size_t i = 0; i < self->plan->leaves.size; i++)
    fail_unit (self, pe_single_check_declared (self, i));
}

static void
round_node (pe_single *self, size_t node, int32_t places, pe_rounding rounding)
{
  pe_status status = PE_OK;

  if (rounding == 0)
    pe_rational_copy (&self->scores[node], &self->sums[node]);
  else
    status = pe_rational_round (&self->scores[node], &self->sums[node], places, rounding, self->plan->bits);
  fail_unit (self, status);
}

static void
add_to_parent (pe_single *self, size_t node)
{
  pe_rational *sum = &self->sums[self->plan->parents[node]];

  fail_unit (self, pe_rational_add (sum, sum, &self->scores[node], self->plan->bits));
}

static void
apply_bonus (pe_single *self)
{
  const pe_bonus *bonus = pe_rulebook_peek_bonus (self->plan->rulebook);
  pe_rational    *total = &self->sums[0];
  pe_decimal      stated;

  if (bonus == NULL || !get_number (self, self->plan->bonus, &stated))
    return;
  if (stated.coefficient < 0)
    {
      fail_unit (self, PE_ERROR_NEGATIVE_AMOUNT);
      return;
    }
  /* The least of what is stated, what all may add, and what there is room for below the ceiling. */
  if (pe_decimal_order (&stated, &bonus->limit) > 0)
    stated = bonus->limit;
  pe_rational_set_decimal (&self->number, &stated);
  fail_unit (self, pe_rational_add (&self->number, total, &self->number, self->plan->bits));
  if (pe_rational_compare (&self->number, total) <= 0)
    return;
  pe_rational_set_decimal (&self->dropped, &bonus->ceiling);
  if (pe_rational_compare (&self->number, &self->dropped) > 0)
    pe_rational_copy (&self->number, &self->dropped);
  if (pe_rational_compare (&self->number, total) > 0)
    pe_rational_copy (total, &self->number);
}

/* The lowest grade that an event leaves, or -1; *is_zero: one takes the total away. */
static int32_t
find_ceiling (const pe_single *self, gboolean *is_zero)
{
  const pe_rulebook *rulebook = self->plan->rulebook;
  int32_t            ceiling = -1;

  *is_zero = FALSE;
  for (size_t i = 0; self->plan->first_veto != PE_PLAN_NONE && i < pe_rulebook_get_n_vetoes (rulebook); i++)
    {
      const pe_veto *veto = pe_rulebook_peek_veto (rulebook, i);

      if (!is_true (self, self->plan->first_veto + (uint32_t) i))
        continue;
      if (veto->effect == PE_VETO_ZERO)
        *is_zero = TRUE;
      else
        ceiling = MAX (ceiling, pe_rulebook_find_grade (rulebook, veto->grade));
    }
  return ceiling;
}

static int32_t
find_grade (pe_single *self)
{
  const pe_batch_plan *plan = self->plan;
  const pe_rational   *points = plan->contract->rank_on == PE_RANK_ON_EXACT ? &self->sums[0] : &self->scores[0];
  const size_t         n = pe_rulebook_get_n_grades (plan->rulebook);

  for (size_t i = 0; i < n; i++)
    {
      pe_rational_set_decimal (&self->number, &pe_rulebook_peek_grade (plan->rulebook, i)->from);
      if (pe_rational_compare (points, &self->number) >= 0)
        return (int32_t) i;
    }
  return -1;
}

static void
finish_total (pe_single *self)
{
  const pe_rounding_contract *contract = self->plan->contract;
  gboolean                    is_zero;
  int32_t                     ceiling;

  if (pe_rational_sign (&self->dropped) != 0)
    fail_unit (self,
               pe_rescale (&self->sums[0], &self->sums[0], &self->plan->marks[0], &self->dropped, self->plan->bits));
  apply_bonus (self);
  ceiling = find_ceiling (self, &is_zero);
  if (is_zero)
    pe_rational_set_int (&self->sums[0], 0);
  round_node (self, 0, contract->total_places, contract->total_rounding);
  self->is_big = self->is_big || self->sums[0].big;
  self->grade = MAX (find_grade (self), ceiling);
}

static void
add_up (pe_single *self)
{
  const pe_batch_plan        *plan = self->plan;
  const pe_rounding_contract *contract = plan->contract;

  for (size_t i = plan->n_nodes; i-- > 1;)
    {
      if (pe_plan_get_level (plan, i) == PE_LEVEL_GROUP)
        round_node (self, i, contract->subtotal_places, contract->subtotal_rounding);
      add_to_parent (self, i);
    }
  finish_total (self);
}

void
pe_single_clear_sums (pe_single *self)
{
  for (size_t i = 0; i < self->plan->n_nodes; i++)
    if (pe_plan_get_level (self->plan, i) != PE_LEVEL_LEAF)
      pe_rational_set_int (&self->scores[i], 0);
  self->grade = -1;
}

pe_status
pe_single_score (pe_single *self)
{
  const pe_batch_plan *plan = self->plan;

  self->status = PE_OK;
  self->is_big = FALSE;
  pe_formula_steps_init (&self->steps, plan->formula_steps);
  pe_rational_set_int (&self->dropped, 0);
  for (size_t i = 0; i < plan->n_nodes; i++)
    pe_rational_set_int (&self->sums[i], 0);
  check_amounts (self);
  check_declared (self);
  for (size_t i = 0; i < plan->leaves.size; i++)
    {
      const pe_single_leaf *leaf = &self->leaves[i];

      if (score_leaf (self, i) != PE_OK)
        return PE_ERROR_NO_MEMORY;
      fail_unit (self, leaf->fault);
      if (leaf->dropped)
        fail_unit (
            self, pe_rational_add (&self->dropped, &self->dropped, &pe_plan_leaf_at (plan, i)->full_marks, plan->bits));
    }
  if (self->status == PE_OK)
    add_up (self);
  if (self->status != PE_OK)
    pe_single_clear_sums (self);
  return self->status == PE_ERROR_NO_MEMORY ? PE_ERROR_NO_MEMORY : PE_OK;
}

/* The usual case, a decimal of the plan's scale in lowest terms, without a division of 128 bits. */
gboolean
pe_single_get_points (const pe_single *self, size_t node, int64_t *out)
{
  pe_decimal number;

  if (!pe_rational_is_decimal (&number, &self->scores[node]) || number.scale > self->plan->scale)
    return FALSE;
  return pe_scale_number (number.coefficient, self->plan->scale - number.scale, out);
}
