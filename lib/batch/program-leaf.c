/* program-leaf.c - the shapes of rules as operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each says what its apply() in the room rules says. Where that refuses a figure, the rule is left to find it: a requirement.
 */
#include "program-private.h"

#include <string.h>

#include "../rules/shape-private.h"

uint32_t
pe_compiler_add_marks (pe_compiler *self)
{
  return pe_compiler_add_decimal (self, &self->leaf->about->full_marks);
}

static uint32_t
add_zero (pe_compiler *self)
{
  return pe_compiler_add_number (self, 0, 0);
}

/* The value, which only the rule takes when it is below 0. */
static uint32_t
require_not_negative (pe_compiler *self, uint32_t value)
{
  return pe_compiler_add_requirement (self, value, PE_OPERATOR_GREATER_EQUAL, value, add_zero (self));
}

/* Two figures, of which the second is not negative. */
static void
add_comparison_with_target (pe_compiler *self, const pe_rule *rule, pe_operand_of_rule *actual,
                            pe_operand_of_rule *target)
{
  pe_compiler_add_argument (self, rule, "actual", actual);
  pe_compiler_add_argument (self, rule, "target", target);
  pe_compiler_match_units (self, actual, target);
  if (target->is_given)
    target->op = require_not_negative (self, target->op);
}

/* w × min (1, x), not below 0 */
static uint32_t
give_share (pe_compiler *self, uint32_t share)
{
  const uint32_t zero = add_zero (self), one = pe_compiler_add_number (self, 1, 0),
                 marks = pe_compiler_add_marks (self);
  uint32_t part = pe_compiler_add_binary (self, PE_OP_MULTIPLY, share, marks);

  part = pe_compiler_add_select (
      self, pe_compiler_add_comparison (self, PE_OPERATOR_GREATER_EQUAL, share, one), marks, part);
  return pe_compiler_add_select (self, pe_compiler_add_comparison (self, PE_OPERATOR_LESS, share, zero), zero, part);
}

/* Ratios */

static void
add_ratio (pe_compiler *self, const pe_rule *rule, pe_compiled_points *out)
{
  pe_operand_of_rule actual, target;

  add_comparison_with_target (self, rule, &actual, &target);
  out->reached = actual.op;
  if (target.is_given)
    out->reached = pe_compiler_add_binary (self, PE_OP_DIVIDE, actual.op, target.op);
  out->op = give_share (self, out->reached);
  out->beyond = pe_compiler_add_marks (self);
}

/* w where actual <= target, else what is left of it */
static uint32_t
give_up_to (pe_compiler *self, const pe_operand_of_rule *actual, const pe_operand_of_rule *target, uint32_t otherwise)
{
  return pe_compiler_add_select (
      self, pe_compiler_add_comparison (self, PE_OPERATOR_LESS_EQUAL, actual->op, target->op),
      pe_compiler_add_marks (self), otherwise);
}

/* w × target / actual */
static uint32_t
add_inverse (pe_compiler *self, const pe_rule *rule)
{
  pe_operand_of_rule actual, target;
  uint32_t           part;

  add_comparison_with_target (self, rule, &actual, &target);
  part = pe_compiler_add_binary (self, PE_OP_MULTIPLY, target.op, pe_compiler_add_marks (self));
  return give_up_to (self, &actual, &target, pe_compiler_add_binary (self, PE_OP_DIVIDE, part, actual.op));
}

/* w × (2t − x) / t, not below 0, as for a target of 0. */
static uint32_t
add_inverse_linear (pe_compiler *self, const pe_rule *rule)
{
  const uint32_t     zero = add_zero (self);
  pe_operand_of_rule actual, target;
  uint32_t           left, part;

  add_comparison_with_target (self, rule, &actual, &target);
  left = pe_compiler_add_binary (self, PE_OP_ADD, target.op, target.op);
  left = pe_compiler_add_binary (self, PE_OP_SUBTRACT, left, actual.op);
  part = pe_compiler_add_binary (self, PE_OP_MULTIPLY, left, pe_compiler_add_marks (self));
  part = pe_compiler_add_binary (self, PE_OP_DIVIDE, part, target.op);
  part = pe_compiler_add_select (
      self, pe_compiler_add_comparison (self, PE_OPERATOR_LESS_EQUAL, left, zero), zero, part);
  return give_up_to (self, &actual, &target, part);
}

/* Nothing is reached of a target of 0, and nothing of one below it either. */
static void
add_equality (pe_compiler *self, const pe_rule *rule, pe_compiled_points *out)
{
  const gboolean     is_exact = strcmp (pe_rule_get_word (rule, "mode"), "exact") == 0;
  const uint32_t     zero = add_zero (self), marks = pe_compiler_add_marks (self);
  pe_operand_of_rule actual, target;

  pe_compiler_add_argument (self, rule, "actual", &actual);
  pe_compiler_add_argument (self, rule, "target", &target);
  pe_compiler_match_units (self, &actual, &target);
  if (!is_exact)
    target.op = require_not_negative (self, target.op);
  out->reached = pe_compiler_add_binary (self, PE_OP_DIVIDE, actual.op, target.op);
  out->has_reached = pe_compiler_add_comparison (self, PE_OPERATOR_GREATER, target.op, zero);
  out->beyond = is_exact ? zero : marks;
  if (is_exact)
    out->op = pe_compiler_add_select (
        self, pe_compiler_add_comparison (self, PE_OPERATOR_EQUAL, actual.op, target.op), marks, zero);
  else
    out->op = pe_compiler_add_select (
        self, out->has_reached, give_share (self, out->reached),
        pe_compiler_add_select (
            self, pe_compiler_add_comparison (self, PE_OPERATOR_LESS_EQUAL, actual.op, zero), marks, zero));
  /* Both are asked for, also where the target alone would do. */
  out->op = pe_compiler_add_binary (self, PE_OP_JOIN, out->op, actual.op);
}

/* Lookups */

/* From the lowest step up: what lies above a step takes the next one. */
uint32_t
pe_compiler_add_steps (pe_compiler *self, const pe_rule *rule, uint32_t value, int32_t exponent)
{
  size_t         n;
  const pe_step *steps = pe_rule_get_steps (rule, &n);
  uint32_t       points = pe_compiler_add_decimal (self, &steps[rule->step_order[0]].points);

  for (size_t i = 1; i < n && self->is_possible; i++)
    {
      const pe_step *below = &steps[rule->step_order[i - 1]];
      const uint32_t bound = pe_compiler_add_number (self, below->upper.coefficient, exponent - below->upper.scale);

      points = pe_compiler_add_select (
          self,
          pe_compiler_add_comparison (
              self, below->upper_end == PE_END_OPEN ? PE_OPERATOR_GREATER_EQUAL : PE_OPERATOR_GREATER, value, bound),
          pe_compiler_add_decimal (self, &steps[rule->step_order[i]].points), points);
    }
  return points;
}

static uint32_t
add_steps (pe_compiler *self, const pe_rule *rule)
{
  pe_operand_of_rule value;

  pe_compiler_add_argument (self, rule, "value", &value);
  pe_compiler_match_rule_unit (self, rule, &value);
  return pe_compiler_add_steps (self, rule, value.op, pe_unit_get_exponent (rule->unit));
}

/* a + (b − a) × (x − from) / (to − from) */
static uint32_t
interpolate (pe_compiler *self, const pe_point *left, const pe_point *right, uint32_t x, int32_t exponent)
{
  const uint32_t from = pe_compiler_add_number (self, left->at.coefficient, exponent - left->at.scale);
  const uint32_t a = pe_compiler_add_decimal (self, &left->points);
  pe_decimal     rise, run;
  uint32_t       part;

  if (pe_decimal_subtract (&rise, &right->points, &left->points, NULL) != PE_OK
      || pe_decimal_subtract (&run, &right->at, &left->at, NULL) != PE_OK)
    {
      pe_compiler_give_up (self);
      return 0;
    }
  part = pe_compiler_add_binary (self, PE_OP_SUBTRACT, x, from);
  part = pe_compiler_add_binary (self, PE_OP_MULTIPLY, part, pe_compiler_add_decimal (self, &rise));
  part = pe_compiler_add_quotient (self, part, pe_compiler_add_number (self, run.coefficient, exponent - run.scale));
  return pe_compiler_add_binary (self, PE_OP_ADD, a, part);
}

/* From the last point down: what lies below one is on the line before it. */
static uint32_t
add_piecewise_linear (pe_compiler *self, const pe_rule *rule)
{
  const int32_t      exponent = pe_unit_get_exponent (rule->unit);
  const pe_point    *line = rule->points.data;
  size_t             i = rule->points.size - 1;
  pe_operand_of_rule value;
  uint32_t           points;

  pe_compiler_add_argument (self, rule, "value", &value);
  pe_compiler_match_rule_unit (self, rule, &value);
  points = pe_compiler_add_decimal (self, &line[i].points);
  for (; self->is_possible; i--)
    {
      const uint32_t at = pe_compiler_add_number (self, line[i].at.coefficient, exponent - line[i].at.scale);

      points = pe_compiler_add_select (
          self, pe_compiler_add_comparison (self, PE_OPERATOR_LESS, value.op, at),
          i > 0 ? interpolate (self, &line[i - 1], &line[i], value.op, exponent)
                : pe_compiler_add_decimal (self, &line[0].points),
          points);
      if (i == 0)
        break;
    }
  return points;
}

static uint32_t
add_parameter (pe_compiler *self, const pe_rule *rule, const char *name)
{
  pe_decimal points = { 0, 0, 0 };

  pe_rule_get_number (rule, name, &points);
  return pe_compiler_add_decimal (self, &points);
}

/* Where there is nothing this year, last year is not asked for. */
static uint32_t
add_last_year (pe_compiler *self, const pe_rule *rule)
{
  pe_operand_of_rule value, last;
  uint32_t           is_more;

  pe_compiler_add_argument (self, rule, "value", &value);
  pe_compiler_add_argument (self, rule, "last", &last);
  pe_compiler_match_units (self, &value, &last);
  value.op = require_not_negative (self, value.op);
  is_more = pe_compiler_add_comparison (self, PE_OPERATOR_GREATER, value.op, require_not_negative (self, last.op));
  return pe_compiler_add_select (
      self, pe_compiler_add_comparison (self, PE_OPERATOR_EQUAL, value.op, add_zero (self)),
      add_parameter (self, rule, "none"),
      pe_compiler_add_select (
          self, is_more, add_parameter (self, rule, "more"), add_parameter (self, rule, "not_more")));
}

/* Comparisons and counts */

static pe_operator
read_comparison (const char *word)
{
  const gboolean has_equal = word[1] == '=';

  if (word[0] == '=')
    return PE_OPERATOR_EQUAL;
  if (word[0] == '<')
    return has_equal ? PE_OPERATOR_LESS_EQUAL : PE_OPERATOR_LESS;
  return has_equal ? PE_OPERATOR_GREATER_EQUAL : PE_OPERATOR_GREATER;
}

/* A yes or no of one fact. */
static uint32_t
add_truth (pe_compiler *self, const pe_rule *rule)
{
  const pe_setting *value = pe_rule_get_setting (rule, "value");

  if (value->binding != PE_BINDING_FACT)
    {
      pe_compiler_give_up (self);
      return 0;
    }
  return pe_compiler_add_load (
      self, pe_plan_leaf_find_fact (self->plan, self->leaf, value->text), PE_TYPE_BOOLEAN, FALSE);
}

static uint32_t
add_binary (pe_compiler *self, const pe_rule *rule)
{
  const char        *word = pe_rule_get_word (rule, "compare");
  pe_operand_of_rule value, limit;
  uint32_t           truth;

  if (word == NULL)
    truth = add_truth (self, rule);
  else
    {
      pe_compiler_add_argument (self, rule, "value", &value);
      pe_compiler_add_argument (self, rule, "limit", &limit);
      pe_compiler_match_units (self, &value, &limit);
      truth = pe_compiler_add_comparison (self, read_comparison (word), value.op, limit.op);
    }
  return pe_compiler_add_select (self, truth, pe_compiler_add_marks (self), add_zero (self));
}

/* A whole number of 0 or more; a formula's is judged by what it reads first. */
static uint32_t
add_count (pe_compiler *self, const pe_rule *rule, const char *name)
{
  const pe_binding_kind binding = pe_rule_get_setting (rule, name)->binding;
  pe_op                 whole = { .code = PE_OP_ROUND, .rounding = PE_ROUND_DOWN };
  pe_operand_of_rule    count;

  if (binding != PE_BINDING_FACT && binding != PE_BINDING_FIGURE)
    {
      pe_compiler_give_up (self);
      return 0;
    }
  pe_compiler_add_argument (self, rule, name, &count);
  pe_compiler_demand (
      self, &count,
      UINT32_C (1) << PE_DIMENSION_NONE | UINT32_C (1) << PE_DIMENSION_COUNT | UINT32_C (1) << PE_DIMENSION_OTHER);
  whole.a = count.op;
  return require_not_negative (
      self, pe_compiler_add_requirement (self, count.op, PE_OPERATOR_EQUAL, count.op, pe_compiler_add (self, &whole)));
}

static uint32_t
add_on_time_share (pe_compiler *self, const pe_rule *rule)
{
  uint32_t on_time, applicable, points;

  if (pe_rule_get_word (rule, "from") != NULL)
    {
      pe_compiler_give_up (self);
      return 0;
    }
  on_time = add_count (self, rule, "on_time");
  applicable = add_count (self, rule, "applicable");
  points = pe_compiler_add_binary (self, PE_OP_MULTIPLY, on_time, pe_compiler_add_marks (self));
  points = pe_compiler_add_binary (self, PE_OP_DIVIDE, points, applicable);
  return pe_compiler_add_requirement (self, points, PE_OPERATOR_LESS_EQUAL, on_time, applicable);
}

/* The whole */

typedef uint32_t shape_compiler (pe_compiler *self, const pe_rule *rule);

static const struct
{
  const pe_shape *shape;
  shape_compiler *compile;
} compilers[] = {
  { &pe_shape_decision_table, pe_compiler_add_table },
  { &pe_shape_inverse_ratio, add_inverse },
  { &pe_shape_inverse_linear, add_inverse_linear },
  { &pe_shape_steps, add_steps },
  { &pe_shape_piecewise_linear, add_piecewise_linear },
  { &pe_shape_last_year, add_last_year },
  { &pe_shape_binary, add_binary },
  { &pe_shape_on_time_share, add_on_time_share },
  { &pe_shape_per_unit_excess, pe_compiler_add_per_unit },
  { &pe_shape_per_unit_deviation, pe_compiler_add_per_unit },
  { &pe_shape_deviation_steps, pe_compiler_add_deviation_steps },
  { &pe_shape_graded, pe_compiler_add_graded },
  { &pe_shape_external_score, pe_compiler_add_external_score },
  { &pe_shape_milestones, pe_compiler_add_milestones },
  { &pe_shape_alternative, pe_compiler_add_alternative },
};

void
pe_compiler_add_rule (pe_compiler *self, const pe_rule *rule, pe_compiled_points *out)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);

  *out = (pe_compiled_points) { 0, PE_PLAN_NONE, PE_PLAN_NONE, 0 };
  if (shape == &pe_shape_capped_ratio)
    add_ratio (self, rule, out);
  else if (shape == &pe_shape_equality)
    add_equality (self, rule, out);
  else
    {
      for (size_t i = 0; i < G_N_ELEMENTS (compilers); i++)
        if (compilers[i].shape == shape)
          {
            out->op = compilers[i].compile (self, rule);
            return;
          }
      pe_compiler_give_up (self);
    }
}
