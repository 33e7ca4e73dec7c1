/* program.c - the rule of a leaf as a straight line of operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "program-private.h"

#include <string.h>

void
pe_compiler_give_up (pe_compiler *self)
{
  self->is_possible = FALSE;
}

static void
fail_no_memory (pe_compiler *self)
{
  self->status = PE_ERROR_NO_MEMORY;
  pe_compiler_give_up (self);
}

/* Operations */

static gboolean
is_same (const pe_op *a, const pe_op *b)
{
  return a->code == b->code && a->a == b->a && a->b == b->b && a->c == b->c && a->number == b->number
         && a->exponent == b->exponent && a->input == b->input && a->type == b->type
         && a->is_of_formula == b->is_of_formula && a->is_evidence == b->is_evidence && a->is_optional == b->is_optional
         && a->is_figure == b->is_figure && a->comparison == b->comparison && a->places == b->places
         && a->rounding == b->rounding;
}

uint32_t
pe_compiler_add (pe_compiler *self, const pe_op *op)
{
  pe_vector *ops = &self->program->ops;

  for (size_t i = 0; i < ops->size; i++)
    if (is_same (pe_vector_at (ops, const pe_op, i), op))
      return (uint32_t) i;
  if (ops->size == PE_PROGRAM_MOST)
    pe_compiler_give_up (self);
  if (!self->is_possible)
    return 0;
  if (pe_vector_push (ops, op) != PE_OK)
    fail_no_memory (self);
  return (uint32_t) ops->size - 1;
}

uint32_t
pe_compiler_add_number (pe_compiler *self, int64_t number, int32_t exponent)
{
  return pe_compiler_add (self, &(pe_op) { .code = PE_OP_CONSTANT, .number = number, .exponent = exponent });
}

uint32_t
pe_compiler_add_decimal (pe_compiler *self, const pe_decimal *number)
{
  return pe_compiler_add_number (self, number->coefficient, -number->scale);
}

uint32_t
pe_compiler_add_load (pe_compiler *self, uint32_t input, pe_type_kind type, gboolean is_of_formula)
{
  if (input == PE_PLAN_NONE)
    pe_compiler_give_up (self);
  return pe_compiler_add (
      self, &(pe_op) { .code = PE_OP_LOAD, .input = input, .type = type, .is_of_formula = is_of_formula });
}

uint32_t
pe_compiler_add_text (pe_compiler *self, const char *text)
{
  uint32_t number = 0;

  if (!pe_text_set_add (&self->program->texts, text, &number))
    fail_no_memory (self);
  return pe_compiler_add_number (self, number, 0);
}

uint32_t
pe_compiler_add_binary (pe_compiler *self, pe_op_code code, uint32_t a, uint32_t b)
{
  return pe_compiler_add (self, &(pe_op) { .code = code, .a = a, .b = b });
}

uint32_t
pe_compiler_add_comparison (pe_compiler *self, pe_operator comparison, uint32_t a, uint32_t b)
{
  return pe_compiler_add (self, &(pe_op) { .code = PE_OP_COMPARE, .a = a, .b = b, .comparison = comparison });
}

gboolean
pe_compiler_is_text (const pe_compiler *self, uint32_t index)
{
  return self->is_possible && pe_vector_at (&self->program->ops, const pe_op, index)->type == PE_TYPE_STRING;
}

uint32_t
pe_compiler_add_select (pe_compiler *self, uint32_t condition, uint32_t then, uint32_t otherwise)
{
  pe_op select = { .code = PE_OP_SELECT, .a = condition, .b = then, .c = otherwise };

  if (pe_compiler_is_text (self, then) || pe_compiler_is_text (self, otherwise))
    select.type = PE_TYPE_STRING;
  return pe_compiler_add (self, &select);
}

uint32_t
pe_compiler_add_alone (pe_compiler *self, pe_op_code code, uint32_t a)
{
  return pe_compiler_add (self, &(pe_op) { .code = code, .a = a });
}

/* 1 / number where that is a decimal: 10^n / number for the least n that the number divides. */
static gboolean
invert (const pe_op *constant, int64_t *number, int32_t *exponent)
{
  for (int32_t n = 0; n <= PE_DECIMAL_MAX_SCALE && constant->number != 0; n++)
    if (pe_decimal_power_of_ten (n) % constant->number == 0)
      {
        *number = pe_decimal_power_of_ten (n) / constant->number;
        *exponent = -n - constant->exponent;
        return TRUE;
      }
  return FALSE;
}

static const pe_op *
peek_constant (const pe_compiler *self, uint32_t index)
{
  const pe_op *op = self->is_possible ? pe_vector_at (&self->program->ops, const pe_op, index) : NULL;

  return op != NULL && op->code == PE_OP_CONSTANT ? op : NULL;
}

uint32_t
pe_compiler_add_quotient (pe_compiler *self, uint32_t a, uint32_t b)
{
  const pe_op *dividend = peek_constant (self, a), *divisor = peek_constant (self, b);
  int64_t      number = 0, folded;
  int32_t      exponent = 0;

  if (divisor == NULL || !invert (divisor, &number, &exponent))
    return pe_compiler_add_binary (self, PE_OP_DIVIDE, a, b);
  if (dividend != NULL && !__builtin_mul_overflow (dividend->number, number, &folded))
    return pe_compiler_add_number (self, folded, exponent + dividend->exponent);
  return pe_compiler_add_binary (self, PE_OP_MULTIPLY, a, pe_compiler_add_number (self, number, exponent));
}

uint32_t
pe_compiler_add_floor (pe_compiler *self, uint32_t a)
{
  const uint32_t zero = pe_compiler_add_number (self, 0, 0);

  return pe_compiler_add_select (self, pe_compiler_add_comparison (self, PE_OPERATOR_LESS, a, zero), zero, a);
}

uint32_t
pe_compiler_add_requirement (pe_compiler *self, uint32_t a, pe_operator comparison, uint32_t x, uint32_t y)
{
  return pe_compiler_add_binary (self, PE_OP_REQUIRE, a, pe_compiler_add_comparison (self, comparison, x, y));
}

/* Figures */

uint32_t
pe_compiler_add_amount (pe_compiler *self, const pe_amount_name *name, gboolean is_of_formula)
{
  return pe_compiler_add_load (self, pe_plan_find_amount (self->plan, name), PE_TYPE_NUMBER, is_of_formula);
}

uint32_t
pe_compiler_add_rate (pe_compiler *self, size_t measure, gboolean is_prior, gboolean is_of_formula)
{
  pe_amount_name names[PE_MEASURE_AMOUNTS];
  pe_op          difference = { .code = PE_OP_SUBTRACT, .is_figure = TRUE };
  uint32_t       numerator, denominator;

  pe_measure_get_amounts (measure, names);
  if (!pe_measure_is_rate (measure) || names[0].amount == 0)
    {
      pe_compiler_give_up (self);
      return 0;
    }
  names[0].is_prior = names[1].is_prior = names[2].is_prior = is_prior;
  numerator = difference.a = pe_compiler_add_amount (self, &names[0], is_of_formula);
  if (names[1].amount != 0)
    {
      difference.b = pe_compiler_add_amount (self, &names[1], is_of_formula);
      numerator = pe_compiler_add (self, &difference);
    }
  denominator = pe_compiler_add_amount (self, &names[2], is_of_formula);
  return pe_compiler_add_binary (self, PE_OP_DIVIDE, numerator, denominator);
}

/* Life */

void
pe_program_free (pe_program *self)
{
  if (self == NULL)
    return;
  pe_vector_clear (&self->ops);
  pe_vector_clear (&self->demands);
  pe_text_set_clear (&self->texts);
  g_free (self);
}

/* Where a declared score may stand for figures that are missing, the rule decides about every lane that lacks one. */
static uint32_t
join_inputs (pe_compiler *self, uint32_t points)
{
  const size_t n = self->program->ops.size;

  for (uint32_t i = 0; self->program->missing_is_unknown && i < n && self->is_possible; i++)
    {
      const pe_op *op = pe_vector_at (&self->program->ops, const pe_op, i);

      if (op->code == PE_OP_LOAD && !op->is_optional)
        points = pe_compiler_add_binary (self, PE_OP_JOIN, points, i);
    }
  return points;
}

/* What comes of a result far above its target: the threshold is above 1. */
static uint32_t
add_consequence (pe_compiler *self, const pe_over_achievement *over, const pe_compiled_points *points)
{
  const uint32_t zero = pe_compiler_add_number (self, 0, 0), cap = pe_compiler_add_decimal (self, &over->cap);
  uint32_t       reduction
      = pe_compiler_add_binary (self, PE_OP_SUBTRACT, points->reached, pe_compiler_add_decimal (self, &over->from));

  if (over->action == PE_OVER_REASON)
    return over->if_no_reason == PE_OVER_NO_REASON_ZERO
               ? zero
               : pe_compiler_add_binary (
                     self, PE_OP_REQUIRE, zero, pe_compiler_add_number (self, FALSE, 0)); /* it is an error */
  reduction = pe_compiler_add_binary (self, PE_OP_MULTIPLY, reduction, pe_compiler_add_decimal (self, &over->per));
  reduction = pe_compiler_add_select (
      self, pe_compiler_add_comparison (self, PE_OPERATOR_GREATER, reduction, cap), cap, reduction);
  return pe_compiler_add_binary (
      self, PE_OP_SUBTRACT, points->beyond, pe_compiler_add_binary (self, PE_OP_MULTIPLY, reduction, points->beyond));
}

/* A person's word for it, which may be left out. */
static uint32_t
add_reason (pe_compiler *self)
{
  const uint32_t said = pe_compiler_add (
      self, &(pe_op) { .code = PE_OP_LOAD, .input = self->leaf->reason, .type = PE_TYPE_BOOLEAN, .is_optional = TRUE });

  return pe_compiler_add_select (
      self, pe_compiler_add_alone (self, PE_OP_IS_NULL, said), pe_compiler_add_number (self, FALSE, 0), said);
}

static uint32_t
add_over (pe_compiler *self, const pe_compiled_points *points)
{
  const pe_over_achievement *over = self->leaf->over;
  uint32_t                   result, is_over;

  if (over == NULL || points->reached == PE_PLAN_NONE)
    return points->op;
  result = add_consequence (self, over, points);
  if (over->action == PE_OVER_REASON)
    result = pe_compiler_add_select (self, add_reason (self), points->op, result);
  is_over = pe_compiler_add_comparison (
      self, PE_OPERATOR_GREATER_EQUAL, points->reached, pe_compiler_add_decimal (self, &over->from));
  if (points->has_reached != PE_PLAN_NONE)
    is_over = pe_compiler_add_select (self, points->has_reached, is_over, pe_compiler_add_number (self, FALSE, 0));
  /* Without points nothing is over. */
  return pe_compiler_add_binary (
      self, PE_OP_JOIN, pe_compiler_add_select (self, is_over, result, points->op), points->op);
}

/* Not one that may be there already: it has to be the last. */
static void
finish (pe_compiler *self, const pe_op *last)
{
  if (self->is_possible && pe_vector_push (&self->program->ops, last) != PE_OK)
    fail_no_memory (self);
}

static void
add_points (pe_compiler *self)
{
  pe_op last
      = { .code = PE_OP_ROUND, .places = self->program->places, .rounding = self->plan->contract->leaf_rounding };
  pe_compiled_points points;

  pe_compiler_add_rule (self, self->leaf->rule, &points);
  last.a = join_inputs (self, add_over (self, &points));
  finish (self, &last);
}

static void
add_condition (pe_compiler *self, size_t cap)
{
  const pe_cap        *about = &self->leaf->caps[cap];
  const pe_expression *condition = pe_rulebook_peek_cap_condition (self->plan->rulebook, self->leaf->first_cap + cap);
  pe_op                last = { .code = PE_OP_JOIN };

  last.a = about->if_fact == NULL
               ? pe_compiler_add_formula (self, condition)
               : pe_compiler_add_load (self, pe_plan_leaf_find_fact (self->plan, self->leaf, about->if_fact),
                                       PE_TYPE_BOOLEAN, FALSE);
  last.b = last.a;
  finish (self, &last);
}

static gboolean
begin (pe_compiler *self, const pe_batch_plan *plan, const pe_plan_leaf *leaf)
{
  *self = (pe_compiler) { .plan = plan, .leaf = leaf, .is_possible = TRUE, .status = PE_OK };
  self->program = g_try_new0 (pe_program, 1);
  if (self->program == NULL)
    return FALSE;
  self->program->ops = (pe_vector) PE_VECTOR_INIT (pe_op);
  self->program->demands = (pe_vector) PE_VECTOR_INIT (pe_unit_demand);
  self->program->texts.texts = (pe_vector) PE_VECTOR_INIT (char *);
  return TRUE;
}

static pe_status
end (pe_compiler *self, pe_program **out)
{
  if (self->is_possible)
    *out = self->program;
  else
    pe_program_free (self->program);
  return self->status;
}

pe_status
pe_program_new (pe_program **out, const pe_batch_plan *plan, const pe_plan_leaf *leaf)
{
  pe_compiler self;

  *out = NULL;
  if (!begin (&self, plan, leaf))
    return PE_ERROR_NO_MEMORY;
  self.program->places = plan->contract->leaf_rounding != 0 ? plan->contract->leaf_places : plan->scale;
  self.program->missing_is_unknown = leaf->points != PE_PLAN_NONE;
  add_points (&self);
  return end (&self, out);
}

pe_status
pe_program_new_condition (pe_program **out, const pe_batch_plan *plan, const pe_plan_leaf *leaf, size_t cap)
{
  pe_compiler self;

  *out = NULL;
  if (!begin (&self, plan, leaf))
    return PE_ERROR_NO_MEMORY;
  add_condition (&self, cap);
  return end (&self, out);
}
