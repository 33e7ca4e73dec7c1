/* program-deviation.c - how far a result lies from its target, as operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "program-private.h"

#include <string.h>

#include "../rules/deviation-private.h"

static gboolean
has_word (const pe_rule *rule, const char *name, const char *wanted)
{
  const char *word = pe_rule_get_word (rule, name);

  return word != NULL && strcmp (word, wanted) == 0;
}

/* The dimensions of a deviation that the rule's unit counts (pe_deviation_compute()). Percentage points of a fact could be
 * either; they are taken for a difference of shares, others are left to the rule. */
static uint32_t
get_dimensions (const pe_rule *rule)
{
  const pe_dimension wanted = pe_unit_get_dimension (rule->unit);
  const uint32_t     share = UINT32_C (1) << PE_DIMENSION_SHARE;

  if (wanted == PE_DIMENSION_POINT_OF_PERCENTAGE || wanted == PE_DIMENSION_SHARE)
    return share;
  return UINT32_C (1) << wanted | (wanted == PE_DIMENSION_NONE ? share : 0);
}

static int32_t
get_exponent (const pe_rule *rule)
{
  return rule->unit == PE_UNIT_PERCENTAGE_POINT ? -2 : pe_unit_get_exponent (rule->unit);
}

static uint32_t
take_side (pe_compiler *self, pe_deviation_side side, uint32_t difference)
{
  if (side == PE_DEVIATION_EITHER)
    return pe_compiler_add_alone (self, PE_OP_ABSOLUTE, difference);
  if (side == PE_DEVIATION_BELOW)
    difference = pe_compiler_add_binary (self, PE_OP_SUBTRACT, pe_compiler_add_number (self, 0, 0), difference);
  return side == PE_DEVIATION_SIGNED ? difference : pe_compiler_add_floor (self, difference);
}

/* In base units. */
static uint32_t
add_deviation (pe_compiler *self, const pe_rule *rule, const pe_deviation *deviation)
{
  const uint32_t     zero = pe_compiler_add_number (self, 0, 0);
  pe_operand_of_rule actual, target, found;
  uint32_t           off;

  pe_compiler_add_argument (self, rule, "actual", &actual);
  pe_compiler_add_argument (self, rule, "target", &target);
  pe_compiler_match_units (self, &actual, &target);
  found = actual;
  if (deviation->relative || actual.is_rate || target.is_rate)
    found = (pe_operand_of_rule) { .input = PE_PLAN_NONE, .dimension = PE_DIMENSION_SHARE };
  pe_compiler_demand (self, &found, get_dimensions (rule));
  off = pe_compiler_add_binary (self, PE_OP_SUBTRACT, actual.op, target.op);
  if (deviation->relative)
    {
      target.op = pe_compiler_add_requirement (self, target.op, PE_OPERATOR_GREATER_EQUAL, target.op, zero);
      off = pe_compiler_add_quotient (self, off, target.op);
    }
  return take_side (self, deviation->side, off);
}

/* Points off for each unit */

static pe_deviation
get_deviation (const pe_rule *rule)
{
  if (pe_rule_peek_shape (rule) == &pe_shape_per_unit_deviation)
    return (pe_deviation) { PE_DEVIATION_EITHER, TRUE };
  return (pe_deviation) { has_word (rule, "side", "below") ? PE_DEVIATION_BELOW : PE_DEVIATION_ABOVE,
                          has_word (rule, "relative", "yes") };
}

/* How many units, as the rule counts them. */
static uint32_t
count_units (pe_compiler *self, const pe_rule *rule, uint32_t deviation)
{
  pe_decimal per = { 0, 0, 0 };
  pe_op      whole = { .code = PE_OP_ROUND, .rounding = PE_ROUND_CEILING };

  pe_rule_get_number (rule, "per", &per);
  whole.a = pe_compiler_add_quotient (
      self, deviation, pe_compiler_add_number (self, per.coefficient, get_exponent (rule) - per.scale));
  if (has_word (rule, "count", "continuous"))
    return whole.a;
  if (has_word (rule, "count", "floor"))
    whole.rounding = PE_ROUND_FLOOR;
  return pe_compiler_add (self, &whole);
}

uint32_t
pe_compiler_add_per_unit (pe_compiler *self, const pe_rule *rule)
{
  const pe_deviation deviation = get_deviation (rule);
  pe_decimal         each = { 0, 0, 0 };
  uint32_t           cost;

  pe_rule_get_number (rule, "points", &each);
  cost = count_units (self, rule, add_deviation (self, rule, &deviation));
  cost = pe_compiler_add_binary (self, PE_OP_MULTIPLY, cost, pe_compiler_add_decimal (self, &each));
  return pe_compiler_add_floor (
      self, pe_compiler_add_binary (self, PE_OP_SUBTRACT, pe_compiler_add_marks (self), cost));
}

/* Steps */

uint32_t
pe_compiler_add_deviation_steps (pe_compiler *self, const pe_rule *rule)
{
  const pe_deviation deviation
      = { has_word (rule, "deviation", "absolute") ? PE_DEVIATION_EITHER : PE_DEVIATION_SIGNED, TRUE };

  return pe_compiler_add_steps (self, rule, add_deviation (self, rule, &deviation), get_exponent (rule));
}
