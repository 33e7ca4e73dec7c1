/* program-leaf.c - the shapes that take formulas as operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "program-private.h"

#include "../base/figure-private.h"
#include "../rules/rulebook-measure-private.h"
#include "../rules/shape-private.h"

/* What an argument of a rule came to. */
typedef struct argument
{
  uint32_t     op;
  gboolean     is_given;
  gboolean     is_rate;
  pe_dimension dimension; /* as it is compared */
} argument;

/* Arguments */

/* Rules count percentage points one by one, formulas as shares. */
static void
add_formula (pe_compiler *self, const pe_setting *setting, argument *out)
{
  const pe_unit unit = setting->own != NULL ? setting->own->unit : PE_UNIT_NONE;

  out->op = pe_compiler_add_formula (self, setting->expression);
  out->is_rate = setting->own != NULL && pe_own_is_share (setting->own);
  out->dimension = out->is_rate ? PE_DIMENSION_SHARE : pe_unit_get_dimension (unit);
  if (unit == PE_UNIT_PERCENTAGE_POINT && !out->is_rate)
    out->op = pe_compiler_add_binary (self, PE_OP_MULTIPLY, out->op, pe_compiler_add_number (self, 100, 0));
}

/* The unit of a column is known in a run alone: here it has to be in none. */
static void
add_fact (pe_compiler *self, const pe_setting *setting, argument *out)
{
  const uint32_t input = pe_plan_leaf_find_fact (self->plan, self->leaf, setting->text);

  if (input == PE_PLAN_NONE)
    pe_compiler_give_up (self);
  out->dimension = PE_DIMENSION_NONE;
  out->op = pe_compiler_add (
      self, &(pe_op) { .code = PE_OP_LOAD, .input = input, .type = PE_TYPE_NUMBER, .is_bare = TRUE });
}

static void
add_figure (pe_compiler *self, const pe_figure *figure, argument *out)
{
  if (figure->state != PE_STATE_VALUE)
    pe_compiler_give_up (self);
  out->dimension = pe_unit_get_dimension (figure->unit);
  out->op = pe_compiler_add_number (
      self, figure->value.coefficient, pe_unit_get_exponent (figure->unit) - figure->value.scale);
}

static void
add_measure (pe_compiler *self, const pe_setting *setting, argument *out)
{
  out->op = pe_compiler_add_rate (self, setting->measure, FALSE, FALSE);
  out->is_rate = pe_measure_is_share (setting->measure);
  out->dimension = out->is_rate ? PE_DIMENSION_SHARE : pe_unit_get_dimension (pe_measure_get_unit (setting->measure));
}

static void
add_argument (pe_compiler *self, const pe_rule *rule, const char *name, argument *out)
{
  const pe_setting *setting = pe_rule_get_setting (rule, name);

  *out = (argument) { .is_given = setting->binding != PE_BINDING_NONE };
  if (setting->binding == PE_BINDING_FORMULA)
    add_formula (self, setting, out);
  else if (setting->binding == PE_BINDING_FACT)
    add_fact (self, setting, out);
  else if (setting->binding == PE_BINDING_FIGURE)
    add_figure (self, &setting->figure, out);
  else if (setting->binding == PE_BINDING_MEASURE)
    add_measure (self, setting, out);
}

/* Units that surely go together (pe_application_check_units()); others are left to the rule. */
static void
check_units (pe_compiler *self, const argument *a, const argument *b)
{
  const gboolean is_well
      = b->is_given ? a->dimension == b->dimension || (a->is_rate && b->dimension == PE_DIMENSION_NONE)
                          || (b->is_rate && a->dimension == PE_DIMENSION_NONE)
                    : a->dimension == PE_DIMENSION_NONE || a->dimension == PE_DIMENSION_SHARE;

  if (!is_well || a->dimension == PE_DIMENSION_TRUTH)
    pe_compiler_give_up (self);
}

/* Shapes */

static uint32_t
add_marks (pe_compiler *self)
{
  return pe_compiler_add_decimal (self, &self->leaf->about->full_marks);
}

/* The value, which only the rule takes when it is below 0. */
static uint32_t
require_not_negative (pe_compiler *self, uint32_t value)
{
  return pe_compiler_add_binary (
      self, PE_OP_REQUIRE, value,
      pe_compiler_add_comparison (self, PE_COMPARE_GREATER_EQUAL, value, pe_compiler_add_number (self, 0, 0)));
}

/* w × min (1, x), not below 0 */
static uint32_t
add_ratio (pe_compiler *self, const pe_rule *rule)
{
  const uint32_t zero = pe_compiler_add_number (self, 0, 0), one = pe_compiler_add_number (self, 1, 0);
  argument       actual, target;
  uint32_t       share, part;

  add_argument (self, rule, "actual", &actual);
  add_argument (self, rule, "target", &target);
  check_units (self, &actual, &target);
  share = actual.op;
  if (target.is_given)
    share = pe_compiler_add_binary (self, PE_OP_DIVIDE, share, require_not_negative (self, target.op));
  part = pe_compiler_add_binary (self, PE_OP_MULTIPLY, share, add_marks (self));
  part = pe_compiler_add_select (
      self, pe_compiler_add_comparison (self, PE_COMPARE_GREATER_EQUAL, share, one), add_marks (self), part);
  return pe_compiler_add_select (self, pe_compiler_add_comparison (self, PE_COMPARE_LESS, share, zero), zero, part);
}

/* w where actual <= target, else w × target / actual */
static uint32_t
add_inverse (pe_compiler *self, const pe_rule *rule)
{
  argument actual, target;
  uint32_t wanted, part;

  add_argument (self, rule, "actual", &actual);
  add_argument (self, rule, "target", &target);
  check_units (self, &actual, &target);
  wanted = require_not_negative (self, target.op);
  part = pe_compiler_add_binary (
      self, PE_OP_DIVIDE, pe_compiler_add_binary (self, PE_OP_MULTIPLY, wanted, add_marks (self)), actual.op);
  return pe_compiler_add_select (
      self, pe_compiler_add_comparison (self, PE_COMPARE_LESS_EQUAL, actual.op, wanted), add_marks (self), part);
}

/* From the lowest step up: what lies above a step takes the next one. */
static uint32_t
add_steps (pe_compiler *self, const pe_rule *rule)
{
  const pe_dimension wanted = pe_unit_get_dimension (rule->unit);
  const int32_t      exponent = pe_unit_get_exponent (rule->unit);
  size_t             n;
  const pe_step     *steps = pe_rule_get_steps (rule, &n);
  argument           value;
  uint32_t           points;

  add_argument (self, rule, "value", &value);
  if (value.dimension != wanted && (wanted != PE_DIMENSION_NONE || value.dimension != PE_DIMENSION_SHARE))
    pe_compiler_give_up (self);
  points = pe_compiler_add_decimal (self, &steps[rule->step_order[0]].points);
  for (size_t i = 1; i < n && self->is_possible; i++)
    {
      const pe_step *below = &steps[rule->step_order[i - 1]];
      const uint32_t bound = pe_compiler_add_number (self, below->upper.coefficient, exponent - below->upper.scale);

      points = pe_compiler_add_select (
          self,
          pe_compiler_add_comparison (
              self, below->upper_end == PE_END_OPEN ? PE_COMPARE_GREATER_EQUAL : PE_COMPARE_GREATER, value.op, bound),
          pe_compiler_add_decimal (self, &steps[rule->step_order[i]].points), points);
    }
  return points;
}

static pe_comparison
read_comparison (const char *word)
{
  const gboolean has_equal = word[1] == '=';

  if (word[0] == '=')
    return PE_COMPARE_EQUAL;
  if (word[0] == '<')
    return has_equal ? PE_COMPARE_LESS_EQUAL : PE_COMPARE_LESS;
  return has_equal ? PE_COMPARE_GREATER_EQUAL : PE_COMPARE_GREATER;
}

static uint32_t
add_binary (pe_compiler *self, const pe_rule *rule)
{
  const char *word = pe_rule_get_word (rule, "compare");
  argument    value, limit;

  if (word == NULL)
    {
      pe_compiler_give_up (self);
      return 0;
    }
  add_argument (self, rule, "value", &value);
  add_argument (self, rule, "limit", &limit);
  check_units (self, &value, &limit);
  return pe_compiler_add_select (self, pe_compiler_add_comparison (self, read_comparison (word), value.op, limit.op),
                                 add_marks (self), pe_compiler_add_number (self, 0, 0));
}

uint32_t
pe_compiler_add_rule (pe_compiler *self, const pe_rule *rule)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);

  if (shape == &pe_shape_decision_table)
    return pe_compiler_add_table (self, rule);
  if (shape == &pe_shape_capped_ratio)
    return add_ratio (self, rule);
  if (shape == &pe_shape_inverse_ratio)
    return add_inverse (self, rule);
  if (shape == &pe_shape_steps)
    return add_steps (self, rule);
  if (shape == &pe_shape_binary)
    return add_binary (self, rule);
  pe_compiler_give_up (self);
  return 0;
}
