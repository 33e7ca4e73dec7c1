/* program-argument.c - the figures that a rule is given, and whether their units go together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "program-private.h"

#include "../rules/rulebook-measure-private.h"
#include "../rules/shape-private.h"

#define ANY_DIMENSION (~(UINT32_C (1) << PE_DIMENSION_TRUTH))

/* Arguments */

/* Rules count percentage points one by one, formulas as shares. */
static void
add_formula (pe_compiler *self, const pe_setting *setting, pe_operand_of_rule *out)
{
  const pe_unit unit = setting->own != NULL ? setting->own->unit : PE_UNIT_NONE;

  out->op = pe_compiler_add_formula (self, setting->expression);
  out->is_rate = setting->own != NULL && pe_own_is_share (setting->own);
  out->dimension = out->is_rate ? PE_DIMENSION_SHARE : pe_unit_get_dimension (unit);
  if (unit == PE_UNIT_PERCENTAGE_POINT && !out->is_rate)
    out->op = pe_compiler_add_binary (self, PE_OP_MULTIPLY, out->op, pe_compiler_add_number (self, 100, 0));
}

void
pe_compiler_add_fact (pe_compiler *self, const char *name, pe_operand_of_rule *out)
{
  *out = (pe_operand_of_rule) { .is_given = TRUE };
  out->input = pe_plan_leaf_find_fact (self->plan, self->leaf, name);
  out->op = pe_compiler_add_load (self, out->input, PE_TYPE_NUMBER, FALSE);
}

static void
add_figure (pe_compiler *self, const pe_figure *figure, pe_operand_of_rule *out)
{
  if (figure->state != PE_STATE_VALUE)
    pe_compiler_give_up (self);
  out->is_fixed = TRUE;
  out->dimension = pe_unit_get_dimension (figure->unit);
  out->op = pe_compiler_add_number (
      self, figure->value.coefficient, pe_unit_get_exponent (figure->unit) - figure->value.scale);
}

static void
add_measure (pe_compiler *self, const pe_setting *setting, pe_operand_of_rule *out)
{
  out->op = pe_compiler_add_rate (self, setting->measure, FALSE, FALSE);
  out->is_rate = pe_measure_is_share (setting->measure);
  out->dimension = out->is_rate ? PE_DIMENSION_SHARE : pe_unit_get_dimension (pe_measure_get_unit (setting->measure));
}

void
pe_compiler_add_argument (pe_compiler *self, const pe_rule *rule, const char *name, pe_operand_of_rule *out)
{
  const pe_setting *setting = pe_rule_get_setting (rule, name);

  *out = (pe_operand_of_rule) { .is_given = setting->binding != PE_BINDING_NONE, .input = PE_PLAN_NONE };
  if (setting->binding == PE_BINDING_FORMULA)
    add_formula (self, setting, out);
  else if (setting->binding == PE_BINDING_FACT)
    pe_compiler_add_fact (self, setting->text, out);
  else if (setting->binding == PE_BINDING_FIGURE)
    add_figure (self, &setting->figure, out);
  else if (setting->binding == PE_BINDING_MEASURE)
    add_measure (self, setting, out);
}

/* Units */

static void
add_demand (pe_compiler *self, uint32_t input, uint32_t other, uint32_t dimensions)
{
  const pe_unit_demand demand = { input, other, dimensions };

  if (self->is_possible && pe_vector_push (&self->program->demands, &demand) != PE_OK)
    {
      self->status = PE_ERROR_NO_MEMORY;
      pe_compiler_give_up (self);
    }
}

void
pe_compiler_demand (pe_compiler *self, const pe_operand_of_rule *operand, uint32_t dimensions)
{
  if (operand->input != PE_PLAN_NONE)
    add_demand (self, operand->input, PE_PLAN_NONE, dimensions & ANY_DIMENSION);
  else if ((dimensions >> operand->dimension & 1) == 0)
    pe_compiler_give_up (self);
}

/* As the rule has it, with x for the dimension of a. */
static gboolean
agrees (const pe_operand_of_rule *a, pe_dimension x, const pe_operand_of_rule *b)
{
  const pe_dimension y = b->dimension;

  if (x == PE_DIMENSION_SHARE && y == PE_DIMENSION_NONE)
    return a->is_rate || b->is_fixed;
  if (y == PE_DIMENSION_SHARE && x == PE_DIMENSION_NONE)
    return b->is_rate || a->is_fixed;
  return x == y;
}

/* The dimensions of a that agree with b, whose own is known. */
static void
demand_agreement (pe_compiler *self, const pe_operand_of_rule *a, const pe_operand_of_rule *b)
{
  uint32_t dimensions = 0;

  for (pe_dimension x = PE_DIMENSION_NONE; x <= PE_DIMENSION_OTHER; x++)
    if (x != PE_DIMENSION_TRUTH && agrees (a, x, b))
      dimensions |= UINT32_C (1) << x;
  pe_compiler_demand (self, a, dimensions);
}

void
pe_compiler_match_units (pe_compiler *self, const pe_operand_of_rule *a, const pe_operand_of_rule *b)
{
  /* The default target 1 is 100% as well. */
  static const pe_operand_of_rule one = { .is_rate = TRUE, .input = PE_PLAN_NONE, .dimension = PE_DIMENSION_SHARE };

  if (!b->is_given)
    demand_agreement (self, a, &one);
  else if (a->input != PE_PLAN_NONE && b->input != PE_PLAN_NONE)
    add_demand (self, a->input, b->input, ANY_DIMENSION);
  else if (b->input == PE_PLAN_NONE)
    demand_agreement (self, a, b);
  else
    demand_agreement (self, b, a);
}

void
pe_compiler_match_rule_unit (pe_compiler *self, const pe_rule *rule, const pe_operand_of_rule *operand)
{
  const pe_dimension wanted = pe_unit_get_dimension (rule->unit);
  const uint32_t     shares = wanted == PE_DIMENSION_NONE ? UINT32_C (1) << PE_DIMENSION_SHARE : 0;

  pe_compiler_demand (self, operand, UINT32_C (1) << wanted | shares);
}
