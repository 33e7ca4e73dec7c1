/* expression-money.c - whether a formula gives an amount of money
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The instructions are gone through once, in their order, with what is known of each value instead of the value. What
 * cannot be told (the branches of an "if", a column of a register, whose unit the dossier says) is unknown, and nothing
 * is held against it.
 */
#include "expression-code-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../model/measure-catalogue-private.h"
#include "../model/record-layout-private.h"
#include "expression-tables-private.h"
#include "rulebook-measure-private.h"

typedef struct
{
  pe_money_sense sense;
  uint32_t       table; /* of records */
} known;

typedef struct
{
  const pe_expression *expression;
  pe_vector            stack; /* of known */
  pe_vector            loops; /* of known: the lists */
  gboolean             has_branch;
  pe_status            status;
} survey;

static known
pop (survey *self)
{
  const known nothing = { PE_MONEY_UNKNOWN, 0 };

  return self->stack.size > 0 ? *pe_vector_at (&self->stack, known, --self->stack.size) : nothing;
}

static void
push (survey *self, pe_money_sense sense, uint32_t table)
{
  const known value = { sense, table };

  if (self->status == PE_OK)
    self->status = pe_vector_push (&self->stack, &value);
}

static pe_money_sense
sense_of_unit (pe_unit unit)
{
  return pe_unit_get_dimension (unit) == PE_DIMENSION_MONEY ? PE_MONEY_YES : PE_MONEY_NO;
}

static void
push_symbol (survey *self, const pe_symbol *symbol)
{
  if (symbol->kind == PE_SYMBOL_AMOUNT || symbol->kind == PE_SYMBOL_TOTAL)
    push (self, PE_MONEY_YES, 0);
  else if (symbol->kind == PE_SYMBOL_MEASURE)
    push (self,
          pe_measure_is_rate (symbol->measure) ? PE_MONEY_NO
                                               : sense_of_unit (pe_measure_definitions[symbol->measure].unit),
          0);
  else if (symbol->kind == PE_SYMBOL_OWN)
    push (self, sense_of_unit (symbol->own->unit), 0);
  else
    push (self, symbol->kind == PE_SYMBOL_FACT ? PE_MONEY_UNKNOWN : PE_MONEY_NO, symbol->type.table);
}

static void
do_member (survey *self, uint32_t column)
{
  const known             of = pop (self);
  const pe_record_layout *layout
      = of.table < PE_TABLE_REGISTER ? pe_record_layout_get ((pe_record_kind) of.table) : NULL;

  if (layout == NULL)
    push (self, PE_MONEY_UNKNOWN, 0);
  else
    push (self, layout->columns[column].type == PE_COLUMN_MONEY ? PE_MONEY_YES : PE_MONEY_NO, 0);
}

static pe_money_sense
join (uint32_t code, pe_money_sense a, pe_money_sense b)
{
  if (a == PE_MONEY_UNKNOWN || b == PE_MONEY_UNKNOWN)
    return PE_MONEY_UNKNOWN;
  if (a == PE_MONEY_NO && b == PE_MONEY_NO)
    return PE_MONEY_NO;
  if (code == PE_CODE_DIVIDE)
    return b == PE_MONEY_NO ? PE_MONEY_YES : a == PE_MONEY_YES ? PE_MONEY_NO : PE_MONEY_UNKNOWN;
  if (code == PE_CODE_MULTIPLY)
    return a != b ? PE_MONEY_YES : PE_MONEY_UNKNOWN;
  return code != PE_CODE_POWER && a == b ? a : PE_MONEY_UNKNOWN;
}

static void
do_call (survey *self, uint32_t function, uint32_t n)
{
  pe_money_sense sense = PE_MONEY_NO;

  for (uint32_t i = 0; i < n; i++)
    sense = pop (self).sense;
  if (function == pe_function_find ("count") || function == pe_function_find ("not"))
    sense = PE_MONEY_NO;
  else if (function == pe_function_find ("sqrt") && sense == PE_MONEY_YES)
    sense = PE_MONEY_UNKNOWN;
  push (self, sense, 0);
}

static void
do_list (survey *self, uint32_t n)
{
  pe_money_sense sense = n > 0 ? pop (self).sense : PE_MONEY_UNKNOWN;

  for (uint32_t i = 1; i < n; i++)
    if (pop (self).sense != sense)
      sense = PE_MONEY_UNKNOWN;
  push (self, sense, 0);
}

/* The condition of an item is there: the loop is over, in the order of the instructions. */
static void
do_test (survey *self, uint32_t kind)
{
  known list = { PE_MONEY_UNKNOWN, 0 };

  pop (self);
  if (self->loops.size > 0)
    list = *pe_vector_at (&self->loops, known, --self->loops.size);
  push (self, kind == PE_LOOP_FILTER ? list.sense : PE_MONEY_NO, kind == PE_LOOP_FILTER ? list.table : 0);
}

static void
drop (survey *self, size_t n)
{
  while (n-- > 0)
    pop (self);
}

/* What has to do with loops, lists and tests. */
static void
step_list (survey *self, const pe_instruction *instruction)
{
  known list;

  switch (instruction->code)
    {
    case PE_CODE_ITEM:
      list = instruction->a < self->loops.size ? *pe_vector_at (&self->loops, known, instruction->a)
                                               : (known) { PE_MONEY_UNKNOWN, 0 };
      push (self, list.sense, list.table);
      break;
    case PE_CODE_LIST:
      do_list (self, instruction->a);
      break;
    case PE_CODE_CALL:
      do_call (self, instruction->a, instruction->b);
      break;
    case PE_CODE_LOOP:
      list = pop (self);
      if (self->status == PE_OK)
        self->status = pe_vector_push (&self->loops, &list);
      break;
    case PE_CODE_TEST:
      /* Its loop begins right before the instruction that it jumps to. */
      do_test (self, pe_vector_at (&self->expression->code, const pe_instruction, instruction->a - 1)->b);
      break;
    case PE_CODE_IN_BEGIN:
      push (self, PE_MONEY_NO, 0);
      break;
    case PE_CODE_IN_RANGE:
      drop (self, 2);
      break;
    case PE_CODE_IN_COMPARE:
    case PE_CODE_IN_LIST:
      drop (self, 1);
      break;
    case PE_CODE_IN_END:
      drop (self, 2);
      push (self, PE_MONEY_NO, 0);
      break;
    default:
      break;
    }
}

static void
step (survey *self, const pe_instruction *instruction)
{
  known a, b;

  switch (instruction->code)
    {
    case PE_CODE_CONSTANT:
      push (self, PE_MONEY_NO, 0);
      break;
    case PE_CODE_SYMBOL:
      push_symbol (self, pe_vector_at (&self->expression->symbols, const pe_symbol, instruction->a));
      break;
    case PE_CODE_MEMBER:
      do_member (self, instruction->a);
      break;
    case PE_CODE_ADD:
    case PE_CODE_SUBTRACT:
    case PE_CODE_MULTIPLY:
    case PE_CODE_DIVIDE:
    case PE_CODE_POWER:
      b = pop (self);
      a = pop (self);
      push (self, join (instruction->code, a.sense, b.sense), 0);
      break;
    case PE_CODE_SUBTRACT_DATES:
    case PE_CODE_COMPARE:
    case PE_CODE_AND:
    case PE_CODE_OR:
    case PE_CODE_IS_NULL:
      drop (self, 2);
      push (self, PE_MONEY_NO, 0);
      break;
    case PE_CODE_BRANCH:
    case PE_CODE_JUMP:
      self->has_branch = TRUE;
      break;
    default:
      step_list (self, instruction);
      break;
    }
}

pe_status
pe_expression_find_sense (const pe_expression *self, pe_money_sense *out)
{
  survey running = { self, PE_VECTOR_INIT (known), PE_VECTOR_INIT (known), FALSE, PE_OK };

  for (size_t i = 0; i < self->code.size && running.status == PE_OK && !running.has_branch; i++)
    step (&running, pe_vector_at (&self->code, const pe_instruction, i));
  *out = running.has_branch ? PE_MONEY_UNKNOWN : pop (&running).sense;
  pe_vector_clear (&running.stack);
  pe_vector_clear (&running.loops);
  return running.status;
}
