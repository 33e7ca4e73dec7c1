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
         && a->is_of_formula == b->is_of_formula && a->is_bare == b->is_bare && a->comparison == b->comparison
         && a->places == b->places && a->rounding == b->rounding;
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
pe_compiler_add_comparison (pe_compiler *self, pe_comparison comparison, uint32_t a, uint32_t b)
{
  return pe_compiler_add (self, &(pe_op) { .code = PE_OP_COMPARE, .a = a, .b = b, .comparison = comparison });
}

uint32_t
pe_compiler_add_select (pe_compiler *self, uint32_t condition, uint32_t then, uint32_t otherwise)
{
  return pe_compiler_add (self, &(pe_op) { .code = PE_OP_SELECT, .a = condition, .b = then, .c = otherwise });
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
  uint32_t       numerator, denominator;

  pe_measure_get_amounts (measure, names);
  if (!pe_measure_is_rate (measure) || names[0].amount == 0 || names[1].amount != 0)
    {
      pe_compiler_give_up (self);
      return 0;
    }
  names[0].is_prior = names[2].is_prior = is_prior;
  numerator = pe_compiler_add_amount (self, &names[0], is_of_formula);
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
  pe_text_set_clear (&self->texts);
  g_free (self);
}

/* Where a declared score may stand for figures that are missing, the rule decides about every lane that lacks one. */
static uint32_t
join_inputs (pe_compiler *self, uint32_t points)
{
  const size_t n = self->program->ops.size;

  for (uint32_t i = 0; self->program->missing_is_unknown && i < n && self->is_possible; i++)
    if (pe_vector_at (&self->program->ops, const pe_op, i)->code == PE_OP_LOAD)
      points = pe_compiler_add_binary (self, PE_OP_JOIN, points, i);
  return points;
}

static void
finish (pe_compiler *self, uint32_t points)
{
  pe_op last
      = { .code = PE_OP_ROUND, .places = self->program->places, .rounding = self->plan->contract->leaf_rounding };

  last.a = join_inputs (self, points);
  /* Not one that may be there already: it has to be the last. */
  if (self->is_possible && pe_vector_push (&self->program->ops, &last) != PE_OK)
    fail_no_memory (self);
}

pe_status
pe_program_new (pe_program **out, const pe_batch_plan *plan, const pe_plan_leaf *leaf)
{
  pe_compiler self = { .plan = plan, .leaf = leaf, .is_possible = TRUE, .status = PE_OK };

  *out = NULL;
  self.program = g_try_new0 (pe_program, 1);
  if (self.program == NULL)
    return PE_ERROR_NO_MEMORY;
  self.program->ops = (pe_vector) PE_VECTOR_INIT (pe_op);
  self.program->texts.texts = (pe_vector) PE_VECTOR_INIT (char *);
  self.program->places = plan->contract->leaf_rounding != 0 ? plan->contract->leaf_places : plan->scale;
  self.program->missing_is_unknown = leaf->points != PE_PLAN_NONE;
  finish (&self, pe_compiler_add_rule (&self, leaf->rule));
  if (self.is_possible)
    *out = self.program;
  else
    pe_program_free (self.program);
  return self.status;
}
