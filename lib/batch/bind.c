/* bind.c - a leaf and the columns that it is scored from: everything in whole numbers of one unit
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "bind-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../rules/shape-private.h"

/* A leaf that is being bound. */
typedef struct binder
{
  pe_binding    *binding;
  pe_bound_leaf *out;
  int32_t        places; /* of the leaf's points */
} binder;

gboolean
pe_scale_number (int64_t number, int32_t exponent, int64_t *out)
{
  const int64_t most = (int64_t) 1 << 62;

  if (exponent < -PE_DECIMAL_MAX_SCALE || exponent > PE_DECIMAL_MAX_SCALE)
    {
      *out = 0;
      return number == 0;
    }
  if (exponent < 0)
    {
      const int64_t power = pe_decimal_power_of_ten (-exponent);

      *out = number / power;
      return number % power == 0;
    }
  return !__builtin_mul_overflow (number, pe_decimal_power_of_ten (exponent), out) && *out <= most && *out >= -most;
}

/* Points */

/* As points of the leaf, exactly. */
static gboolean
take_points (const binder *self, const pe_decimal *points, int64_t *out)
{
  return pe_scale_number (points->coefficient, self->places - points->scale, out);
}

/* As a leaf's score: rounded by the contract. */
static gboolean
round_points (const binder *self, const pe_decimal *points, int64_t *out)
{
  const pe_rounding rounding = self->binding->plan->contract->leaf_rounding;
  pe_decimal        rounded;

  if (rounding == 0)
    return take_points (self, points, out);
  if (pe_decimal_quantize (&rounded, points, self->places, rounding, NULL) != PE_OK)
    return FALSE;
  *out = rounded.coefficient;
  return TRUE;
}

/* Operands */

static gboolean
take_operand (const binder *self, const pe_form_operand *operand, pe_bound_operand *out)
{
  out->input = operand->input;
  out->number = operand->figure.value.coefficient;
  /* A yes or no is no number, and the rule says so. */
  return out->input == PE_PLAN_NONE
         || (pe_column_is_given (&self->binding->columns[out->input])
             && self->binding->columns[out->input].given.unit != PE_UNIT_TRUTH);
}

/* The power of ten that makes its whole numbers ones of the base unit. */
static int32_t
get_exponent (const binder *self, const pe_form_operand *operand)
{
  if (operand->input == PE_PLAN_NONE)
    return pe_unit_get_exponent (operand->figure.unit) - operand->figure.value.scale;
  return pe_column_get_exponent (&self->binding->columns[operand->input], operand->is_of_formula);
}

/* Forms */

static gboolean
bind_quotient (const binder *self, gboolean is_inverse)
{
  const pe_form *form = &self->out->leaf->form;
  pe_quotient   *quotient = &self->out->quotient;
  const int32_t  a = get_exponent (self, &form->a), b = get_exponent (self, &form->b);
  const int32_t  shift = self->places - self->out->leaf->about->full_marks.scale;

  quotient->is_inverse = is_inverse;
  quotient->rounding = self->binding->plan->contract->leaf_rounding;
  quotient->full = self->out->full;
  quotient->numerator = self->out->leaf->about->full_marks.coefficient;
  quotient->denominator = 1;
  if (!take_operand (self, &form->a, &self->out->a) || !take_operand (self, &form->b, &self->out->b)
      || !pe_scale_number (1, a - MIN (a, b), &quotient->a_factor)
      || !pe_scale_number (1, b - MIN (a, b), &quotient->b_factor)
      || !pe_scale_number (shift > 0 ? quotient->numerator : 1, ABS (shift),
                           shift > 0 ? &quotient->numerator : &quotient->denominator))
    return FALSE;
  pe_quotient_set_ranges (quotient);
  return TRUE;
}

/* a × 10^exponent of a against b × number × 10^exponent: the least power of ten in which all are whole. */
static gboolean
add_threshold (pe_steps_terms *terms, int64_t number, int32_t exponent, int32_t least, gboolean strict, int64_t gain)
{
  pe_kernel_threshold *threshold = &terms->thresholds[terms->n];

  if (terms->n == PE_MOST_THRESHOLDS)
    return FALSE;
  terms->n++;
  threshold->strict = strict ? 1 : 0;
  threshold->gain = gain;
  return pe_scale_number (number, exponent - least, &threshold->at);
}

static gboolean
bind_steps (const binder *self)
{
  const pe_rule  *rule = self->out->leaf->rule;
  const pe_form  *form = &self->out->leaf->form;
  pe_steps_terms *terms = &self->out->steps;
  const int32_t   unit = pe_unit_get_exponent (pe_rule_get_unit (rule)) + get_exponent (self, &form->b);
  const int32_t   a = get_exponent (self, &form->a);
  size_t          n;
  const pe_step  *steps = pe_rule_get_steps (rule, &n);
  int32_t         least = a;
  int64_t         points, before;

  for (size_t i = 0; i < n; i++)
    least = MIN (least, unit - steps[i].upper.scale);
  if (!take_operand (self, &form->a, &self->out->a) || !take_operand (self, &form->b, &self->out->b)
      || !pe_scale_number (1, a - least, &terms->factor)
      || !round_points (self, &steps[rule->step_order[0]].points, &terms->start))
    return FALSE;
  before = terms->start;
  for (size_t i = 1; i < n; i++)
    {
      const pe_step *below = &steps[rule->step_order[i - 1]];

      if (!round_points (self, &steps[rule->step_order[i]].points, &points)
          || !add_threshold (terms, below->upper.coefficient, unit - below->upper.scale, least,
                             below->upper_end == PE_END_CLOSED, points - before))
        return FALSE;
      before = points;
    }
  pe_steps_set_ranges (terms);
  return TRUE;
}

static gboolean
bind_comparison (const binder *self)
{
  const pe_form         *form = &self->out->leaf->form;
  const char            *word = pe_rule_get_word (self->out->leaf->rule, "compare");
  const gboolean         by_column = form->limit.input != PE_PLAN_NONE;
  const pe_form_operand *b = &form->b;
  const int32_t          a = get_exponent (self, &form->a);
  const int32_t          limit = get_exponent (self, &form->limit) + (by_column ? 0 : get_exponent (self, b));
  const int32_t          least = MIN (a, limit);
  const int64_t          number = by_column ? 1 : form->limit.figure.value.coefficient, full = self->out->full;
  const gboolean         begins_full = word[0] == '<', has_equal = word[0] == '=' || word[1] == '=';
  pe_steps_terms        *terms = &self->out->steps;

  terms->start = begins_full ? full : 0;
  if (!take_operand (self, &form->a, &self->out->a) || !take_operand (self, b, &self->out->b)
      || !pe_scale_number (1, a - least, &terms->factor))
    return FALSE;
  if (word[0] == '='
      && (!add_threshold (terms, number, limit, least, FALSE, full)
          || !add_threshold (terms, number, limit, least, TRUE, -full)))
    return FALSE;
  if (word[0] != '='
      && !add_threshold (terms, number, limit, least, begins_full ? has_equal : !has_equal, begins_full ? -full : full))
    return FALSE;
  pe_steps_set_ranges (terms);
  return TRUE;
}

static gboolean
add_item (const binder *self, const pe_bound_item *item)
{
  self->out->n_items++;
  return pe_vector_push (&self->binding->items, item) == PE_OK;
}

/* The input of an item, which has to be there, in whole numbers. */
static gboolean
find_item (const binder *self, const char *id, uint32_t *out)
{
  *out = pe_plan_leaf_find_fact (self->binding->plan, self->out->leaf, id);
  return *out != PE_PLAN_NONE && pe_column_is_given (&self->binding->columns[*out])
         && self->binding->columns[*out].given.scale == 0;
}

/* *is_well: these columns suit the kernel. FALSE when memory ran out. */
static gboolean
bind_counts (const binder *self, gboolean *is_well)
{
  size_t           n;
  const pe_item   *items = pe_rule_get_items (self->out->leaf->rule, &n);
  pe_counts_terms *counts = &self->out->counts;

  *is_well = n > 0 && take_points (self, &self->out->leaf->about->full_marks, &counts->full);
  for (size_t i = 0; i < n && *is_well; i++)
    {
      pe_bound_item item = { .violation.cap = G_MAXINT64 };

      *is_well
          = find_item (self, items[i].id, &item.input) && take_points (self, &items[i].points, &item.violation.each)
            && (items[i].cap.state != PE_STATE_VALUE || take_points (self, &items[i].cap.value, &item.violation.cap));
      if (*is_well && !add_item (self, &item))
        return FALSE;
    }
  counts->count_bits = 31;
  for (size_t i = 0; i < self->out->n_items; i++)
    {
      pe_counts_terms one = *counts;

      pe_counts_set_ranges (
          &one, &pe_vector_at (&self->binding->items, pe_bound_item, self->out->first_item + i)->violation, 1);
      counts->count_bits = MIN (counts->count_bits, one.count_bits);
    }
  return TRUE;
}

static gboolean
bind_truths (const binder *self, gboolean *is_well)
{
  const pe_form *form = &self->out->leaf->form;
  size_t         n;
  const pe_item *items = pe_rule_get_items (self->out->leaf->rule, &n);
  pe_bound_item  item = { .input = form->a.input, .gain = self->out->full };

  if (form->a.input != PE_PLAN_NONE)
    {
      *is_well = pe_column_is_given (&self->binding->columns[form->a.input]);
      return !*is_well || add_item (self, &item);
    }
  *is_well = n > 0;
  for (size_t i = 0; i < n && *is_well; i++)
    {
      *is_well = find_item (self, items[i].id, &item.input) && take_points (self, &items[i].points, &item.gain);
      if (*is_well && !add_item (self, &item))
        return FALSE;
    }
  return TRUE;
}

/* A score above the full marks is an error before it is rounded. */
static gboolean
bind_points (const binder *self)
{
  const pe_column *column = &self->binding->columns[self->out->leaf->points];
  int64_t          exact;

  self->out->a.input = self->out->leaf->points;
  self->out->b.input = PE_PLAN_NONE;
  return pe_column_is_given (column) && take_points (self, &self->out->leaf->about->full_marks, &exact)
         && pe_scale_number (1, self->places - column->given.scale, &self->out->factor);
}

static gboolean
bind_program (const binder *self, gboolean *is_well)
{
  const pe_status status = pe_lanes_new (&self->out->lanes, self->out->leaf->form.program, self->binding->columns);

  *is_well = self->out->lanes != NULL;
  return status == PE_OK;
}

/* A leaf that is rounded after its caps gives what one does that is capped, by the rounded cap, after it was rounded: no mode
 * of rounding changes an order. */
static gboolean
bind_cap (const binder *self, size_t index, gboolean *is_well)
{
  const pe_plan_leaf *leaf = self->out->leaf;
  pe_bound_cap        cap = { .condition = NULL };
  pe_status           status;

  if (round_points (self, &leaf->caps[index].points, &cap.points))
    cap.points *= self->out->lift;
  else
    *is_well = FALSE;
  status = pe_lanes_new (&cap.condition, leaf->conditions[index], self->binding->columns);
  *is_well = *is_well && cap.condition != NULL;
  if (status == PE_OK && pe_vector_push (&self->binding->caps, &cap) == PE_OK)
    return TRUE;
  pe_lanes_free (cap.condition);
  return FALSE;
}

/* *is_well: these columns suit their conditions. FALSE when memory ran out. */
static gboolean
bind_caps (const binder *self, gboolean *is_well)
{
  const size_t n = self->out->leaf->n_caps;

  self->out->first_cap = self->binding->caps.size;
  for (size_t i = 0; i < n; i++)
    if (!bind_cap (self, i, is_well))
      return FALSE;
  self->out->n_caps = n;
  return TRUE;
}

/* FALSE when memory ran out. */
static gboolean
bind_form (const binder *self)
{
  gboolean is_well = TRUE, has_memory = TRUE;

  switch (self->out->kind)
    {
    case PE_FORM_RATIO:
    case PE_FORM_INVERSE:
      is_well = bind_quotient (self, self->out->kind == PE_FORM_INVERSE);
      break;
    case PE_FORM_STEPS:
      is_well = bind_steps (self);
      break;
    case PE_FORM_COMPARE:
      is_well = bind_comparison (self);
      break;
    case PE_FORM_COUNTS:
      has_memory = bind_counts (self, &is_well);
      break;
    case PE_FORM_TRUTHS:
      has_memory = bind_truths (self, &is_well);
      break;
    case PE_FORM_POINTS:
      is_well = bind_points (self);
      break;
    case PE_FORM_PROGRAM:
      has_memory = bind_program (self, &is_well);
      break;
    default:
      return TRUE;
    }
  has_memory = has_memory && bind_caps (self, &is_well);
  if (!is_well)
    self->out->kind = PE_FORM_EXACT;
  return has_memory;
}

/* The whole */

static gboolean
has_states_in (const pe_binding *self, const pe_form_operand *operand)
{
  return operand->input != PE_PLAN_NONE && self->columns[operand->input].given.states != NULL;
}

/* A fact, or an amount that a measure or a formula reads. */
static gboolean
has_states (const pe_binding *self, const pe_plan_leaf *leaf)
{
  for (size_t i = 0; i < leaf->n_facts; i++)
    {
      const pe_plan_fact *fact = pe_vector_at (&self->plan->facts, const pe_plan_fact, leaf->first_fact + i);

      if (self->columns[fact->input].given.states != NULL)
        return TRUE;
    }
  return has_states_in (self, &leaf->form.a) || has_states_in (self, &leaf->form.b);
}

/* The places of all full marks, for the sum of those that are left out. */
static int32_t
find_marks_scale (const pe_batch_plan *plan)
{
  int32_t scale = pe_rulebook_peek_head (plan->rulebook)->full_marks.scale;

  for (size_t i = 0; i < plan->leaves.size; i++)
    scale = MAX (scale, pe_plan_leaf_at (plan, i)->about->full_marks.scale);
  return scale;
}

static gboolean
bind_leaf (pe_binding *self, const pe_plan_leaf *leaf, pe_bound_leaf *out)
{
  const pe_batch_plan *plan = self->plan;
  const pe_decimal    *marks = &leaf->about->full_marks;
  binder               one = { self, out, 0 };

  one.places = plan->contract->leaf_rounding != 0 ? plan->contract->leaf_places : plan->scale;
  out->leaf = leaf;
  out->kind = leaf->form.kind;
  out->first_item = self->items.size;
  out->policy_decides = leaf->rule != NULL && leaf->points == PE_PLAN_NONE && !has_states (self, leaf);
  if (!plan->has_points[PE_LEVEL_LEAF])
    return TRUE;
  if (!pe_scale_number (1, plan->scale - one.places, &out->lift) || !round_points (&one, marks, &out->full)
      || !pe_scale_number (marks->coefficient, find_marks_scale (plan) - marks->scale, &out->marks))
    {
      out->kind = PE_FORM_EXACT;
      out->policy_decides = FALSE;
      return TRUE;
    }
  return bind_form (&one);
}

pe_status
pe_binding_init (pe_binding *self, const pe_batch_plan *plan, const pe_column *columns)
{
  const pe_decimal *marks = &pe_rulebook_peek_head (plan->rulebook)->full_marks;
  pe_bound_leaf    *leaves;

  self->plan = plan;
  self->columns = columns;
  self->leaves = (pe_vector) PE_VECTOR_INIT (pe_bound_leaf);
  self->items = (pe_vector) PE_VECTOR_INIT (pe_bound_item);
  self->caps = (pe_vector) PE_VECTOR_INIT (pe_bound_cap);
  if (!pe_scale_number (marks->coefficient, find_marks_scale (plan) - marks->scale, &self->marks))
    self->marks = 0;
  if (pe_vector_grow (&self->leaves, plan->leaves.size, (void **) &leaves) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < plan->leaves.size; i++)
    if (!bind_leaf (self, pe_plan_leaf_at (plan, i), &leaves[i]))
      return PE_ERROR_NO_MEMORY;
  return PE_OK;
}

void
pe_binding_clear (pe_binding *self)
{
  for (size_t i = 0; i < self->leaves.size; i++)
    pe_lanes_free (pe_vector_at (&self->leaves, pe_bound_leaf, i)->lanes);
  for (size_t i = 0; i < self->caps.size; i++)
    pe_lanes_free (pe_binding_cap_at (self, i)->condition);
  pe_vector_clear (&self->caps);
  pe_vector_clear (&self->leaves);
  pe_vector_clear (&self->items);
}
