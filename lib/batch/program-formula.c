/* program-formula.c - a formula as operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The instructions of a formula's machine (expression-code-private.h) are gone through once, with a stack of operations in place
 * of its stack of values. A branch leaves its condition behind, and where it ends the two values become one selection.
 * Jumps over the second side of "and" and "or" are left out, since what they skip cannot change the result
 * (expression-evaluate.c, join()). Loops, records, roots and powers that are no small number are given up.
 */
#include "program-private.h"

#include <string.h>

#include "../rules/rulebook-measure-private.h"

/* The largest power that is multiplied out. */
#define MOST_POWER 6
#define MOST_STACK 256

/* A value on the stack: an operation, or a list of them. */
typedef struct item
{
  gboolean is_list;
  uint32_t op;    /* or the first element, among the reader's */
  uint32_t count; /* of elements */
} item;

/* A condition whose values are not both there yet. */
typedef struct branch
{
  uint32_t condition;
  uint32_t then;
  uint32_t otherwise_at; /* the instruction that begins the other side */
  uint32_t end_at;
} branch;

typedef struct reader
{
  pe_compiler         *compiler;
  const pe_expression *expression;
  item                 stack[MOST_STACK];
  size_t               size;
  pe_vector            elements; /* of uint32_t: of lists */
  branch               branches[PE_EXPRESSION_MAX_DEPTH];
  size_t               n_branches;
} reader;

static void
give_up (reader *self)
{
  pe_compiler_give_up (self->compiler);
}

/* The stack */

static void
push_item (reader *self, const item *value)
{
  if (self->size == MOST_STACK)
    give_up (self);
  else
    self->stack[self->size++] = *value;
}

static void
push (reader *self, uint32_t op)
{
  push_item (self, &(item) { FALSE, op, 0 });
}

static item
pop_item (reader *self)
{
  if (self->size > 0)
    return self->stack[--self->size];
  give_up (self);
  return (item) { FALSE, 0, 0 };
}

/* A single value. */
static uint32_t
pop (reader *self)
{
  const item value = pop_item (self);

  if (value.is_list)
    give_up (self);
  return value.op;
}

static uint32_t
get_element (const reader *self, const item *list, uint32_t index)
{
  return *pe_vector_at (&self->elements, const uint32_t, list->op + index);
}

static const pe_op *
peek_op (const reader *self, uint32_t index)
{
  return pe_vector_at (&self->compiler->program->ops, const pe_op, index);
}

/* Reading */

static void
read_constant (reader *self, uint32_t index)
{
  const pe_value *value = pe_vector_at (&self->expression->constants, const pe_value, index);
  pe_decimal      number;

  if (value->type.kind == PE_TYPE_NULL)
    push (self, pe_compiler_add (self->compiler, &(pe_op) { .code = PE_OP_NULL }));
  else if (value->type.kind == PE_TYPE_STRING)
    push (self, pe_compiler_add_text (self->compiler, value->text));
  else if (value->type.kind != PE_TYPE_NUMBER)
    push (self, pe_compiler_add_number (self->compiler, value->integer, 0));
  else if (pe_rational_is_decimal (&number, &value->number))
    push (self, pe_compiler_add_decimal (self->compiler, &number));
  else
    give_up (self);
}

static void
read_symbol (reader *self, uint32_t index)
{
  pe_compiler         *compiler = self->compiler;
  const pe_symbol     *symbol = pe_vector_at (&self->expression->symbols, const pe_symbol, index);
  const pe_amount_name amount = { symbol->is_prior, symbol->category, symbol->amount };
  const pe_amount_name total = { symbol->is_prior, 0, symbol->category };

  switch (symbol->kind)
    {
    case PE_SYMBOL_FACT:
      push (self, pe_compiler_add_load (compiler, pe_plan_leaf_find_fact (compiler->plan, compiler->leaf, symbol->name),
                                        symbol->type.kind, TRUE));
      break;
    case PE_SYMBOL_MEASURE:
      push (self, pe_compiler_add_rate (compiler, symbol->measure, symbol->is_prior, TRUE));
      break;
    case PE_SYMBOL_AMOUNT:
    case PE_SYMBOL_TOTAL:
      push (self, pe_compiler_add_amount (compiler, symbol->kind == PE_SYMBOL_TOTAL ? &total : &amount, TRUE));
      break;
    case PE_SYMBOL_OWN:
      /* Measures stand in each other at most PE_OWN_MAX_DEPTH deep. */
      push (self, pe_compiler_add_formula (compiler, symbol->own->expression));
      break;
    default:
      give_up (self);
    }
}

/* Arithmetic */

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

static uint32_t
divide (reader *self, uint32_t a, uint32_t b)
{
  int64_t number = 0;
  int32_t exponent = 0;

  if (self->compiler->is_possible && peek_op (self, b)->code == PE_OP_CONSTANT
      && invert (peek_op (self, b), &number, &exponent))
    return pe_compiler_add_binary (
        self->compiler, PE_OP_MULTIPLY, a, pe_compiler_add_number (self->compiler, number, exponent));
  return pe_compiler_add_binary (self->compiler, PE_OP_DIVIDE, a, b);
}

/* The number that a constant is, where it is a whole one of two digits. */
static gboolean
get_small (const reader *self, uint32_t op, int32_t *out)
{
  *out = 0;
  if (!self->compiler->is_possible || peek_op (self, op)->code != PE_OP_CONSTANT)
    return FALSE;
  *out = (int32_t) CLAMP (peek_op (self, op)->number, -100, 100);
  return peek_op (self, op)->exponent == 0 && ABS (*out) < 100;
}

static uint32_t
raise_to (reader *self, uint32_t a, uint32_t b)
{
  uint32_t power = a;
  int32_t  exponent;

  if (!get_small (self, b, &exponent) || exponent < 1 || exponent > MOST_POWER)
    give_up (self);
  for (int32_t i = 1; self->compiler->is_possible && i < exponent; i++)
    power = pe_compiler_add_binary (self->compiler, PE_OP_MULTIPLY, power, a);
  return power;
}

static void
read_arithmetic (reader *self, uint32_t code)
{
  const uint32_t b = pop (self), a = pop (self);

  if (code == PE_CODE_DIVIDE)
    push (self, divide (self, a, b));
  else if (code == PE_CODE_POWER)
    push (self, raise_to (self, a, b));
  else if (code == PE_CODE_MULTIPLY || code == PE_CODE_ADD)
    push (self, pe_compiler_add_binary (self->compiler, code == PE_CODE_ADD ? PE_OP_ADD : PE_OP_MULTIPLY, a, b));
  else
    push (self, pe_compiler_add_binary (self->compiler, PE_OP_SUBTRACT, a, b));
}

/* Truths */

/* Texts compare by their numbers, in which all that the program does not name are alike: two of those might differ. */
static gboolean
can_differ (const reader *self, uint32_t op)
{
  const pe_op *from = peek_op (self, op);

  return from->code != PE_OP_CONSTANT;
}

static gboolean
is_of_text (const reader *self, uint32_t op)
{
  const pe_op *from = peek_op (self, op);

  if (from->code == PE_OP_SELECT)
    return is_of_text (self, from->b) || is_of_text (self, from->c);
  return from->code == PE_OP_LOAD && from->type == PE_TYPE_STRING;
}

static uint32_t
compare (reader *self, pe_comparison comparison, uint32_t a, uint32_t b)
{
  if (self->compiler->is_possible && can_differ (self, a) && can_differ (self, b)
      && (is_of_text (self, a) || is_of_text (self, b)))
    give_up (self);
  return pe_compiler_add_comparison (self->compiler, comparison, a, b);
}

static void
read_is_null (reader *self, const pe_instruction *instruction)
{
  const uint32_t top = pop (self), below = pop (self), tested = instruction->a != 0 ? below : top;
  const uint32_t truth = pe_compiler_add (self->compiler, &(pe_op) { .code = PE_OP_IS_NULL, .a = tested });

  push (self,
        instruction->b != 0 ? pe_compiler_add (self->compiler, &(pe_op) { .code = PE_OP_NOT, .a = truth }) : truth);
}

/* Tests: a value and the truth so far lie on top of each other, below what is tested by. */

static void
take_test (reader *self, uint32_t test)
{
  const uint32_t so_far = pop (self);

  push (self, pe_compiler_add_binary (self->compiler, PE_OP_OR, so_far, test));
}

/* What stands below the truth so far. */
static uint32_t
peek_tested (reader *self)
{
  if (self->size >= 2 && !self->stack[self->size - 2].is_list)
    return self->stack[self->size - 2].op;
  give_up (self);
  return 0;
}

static void
read_in_range (reader *self, const pe_instruction *instruction)
{
  const uint32_t high = pop (self), low = pop (self), value = peek_tested (self);
  const uint32_t above = compare (self, instruction->a ? PE_COMPARE_GREATER_EQUAL : PE_COMPARE_GREATER, value, low);
  const uint32_t below = compare (self, instruction->b ? PE_COMPARE_LESS_EQUAL : PE_COMPARE_LESS, value, high);

  take_test (self, pe_compiler_add_binary (self->compiler, PE_OP_AND, above, below));
}

static void
read_in_list (reader *self)
{
  const item     list = pop_item (self);
  const uint32_t value = peek_tested (self);
  uint32_t       test = pe_compiler_add_number (self->compiler, FALSE, 0);

  if (!list.is_list)
    give_up (self);
  for (uint32_t i = 0; self->compiler->is_possible && i < list.count; i++)
    test = pe_compiler_add_binary (
        self->compiler, PE_OP_OR, test, compare (self, PE_COMPARE_EQUAL, value, get_element (self, &list, i)));
  take_test (self, test);
}

/* Lists and calls */

static void
read_list (reader *self, uint32_t n)
{
  item      list = { TRUE, (uint32_t) self->elements.size, n };
  uint32_t *elements;

  if (self->size < n || pe_vector_grow (&self->elements, n, (void **) &elements) != PE_OK)
    {
      self->compiler->status = self->size < n ? self->compiler->status : PE_ERROR_NO_MEMORY;
      give_up (self);
      return;
    }
  for (uint32_t i = n; i-- > 0;)
    elements[i] = pop (self);
  push_item (self, &list);
}

/* Takes the n arguments, or the elements of the list that the only one is, as a list. */
static item
pop_arguments (reader *self, uint32_t n)
{
  if (n != 1 || self->size == 0 || !self->stack[self->size - 1].is_list)
    read_list (self, n);
  return pop_item (self);
}

static uint32_t
fold_extreme (reader *self, const item *list, pe_comparison comparison)
{
  uint32_t best = get_element (self, list, 0);

  for (uint32_t i = 1; i < list->count; i++)
    {
      const uint32_t next = get_element (self, list, i);

      best = pe_compiler_add_select (
          self->compiler, pe_compiler_add_comparison (self->compiler, comparison, next, best), next, best);
    }
  return best;
}

static uint32_t
fold_sum (reader *self, const item *list)
{
  uint32_t sum = get_element (self, list, 0);

  for (uint32_t i = 1; i < list->count; i++)
    sum = pe_compiler_add_binary (self->compiler, PE_OP_ADD, sum, get_element (self, list, i));
  return sum;
}

static uint32_t
call_round (reader *self, const item *list, pe_rounding rounding)
{
  pe_op op = { .code = PE_OP_ROUND, .a = get_element (self, list, 0), .rounding = rounding };

  if (list->count > 1
      && (!get_small (self, get_element (self, list, 1), &op.places) || ABS (op.places) > PE_DECIMAL_MAX_SCALE))
    give_up (self);
  return pe_compiler_add (self->compiler, &op);
}

static uint32_t
call (reader *self, const char *name, const item *list)
{
  pe_compiler *compiler = self->compiler;

  if (strcmp (name, "min") == 0)
    return fold_extreme (self, list, PE_COMPARE_LESS);
  if (strcmp (name, "max") == 0)
    return fold_extreme (self, list, PE_COMPARE_GREATER);
  if (strcmp (name, "sum") == 0)
    return fold_sum (self, list);
  if (strcmp (name, "mean") == 0)
    return divide (self, fold_sum (self, list), pe_compiler_add_number (compiler, list->count, 0));
  if (strcmp (name, "count") == 0)
    return pe_compiler_add_number (compiler, list->count, 0);
  if (strcmp (name, "abs") == 0)
    return pe_compiler_add (compiler, &(pe_op) { .code = PE_OP_ABSOLUTE, .a = get_element (self, list, 0) });
  if (strcmp (name, "not") == 0)
    return pe_compiler_add (compiler, &(pe_op) { .code = PE_OP_NOT, .a = get_element (self, list, 0) });
  give_up (self);
  return 0;
}

static void
read_call (reader *self, uint32_t function, uint32_t n)
{
  const pe_rounding rounding = pe_function_get_rounding (function);
  const item        list = pop_arguments (self, n);

  if (!self->compiler->is_possible || list.count == 0)
    {
      give_up (self);
      return;
    }
  push (self, rounding != 0 ? call_round (self, &list, rounding) : call (self, pe_function_get_name (function), &list));
}

/* Branches */

static void
begin_branch (reader *self, const pe_instruction *instruction)
{
  if (self->n_branches == G_N_ELEMENTS (self->branches))
    give_up (self);
  else
    self->branches[self->n_branches++] = (branch) { pop (self), 0, instruction->a, instruction->b };
}

/* The first side ends with its jump, which stands before the other side. */
static void
end_first_side (reader *self)
{
  if (self->n_branches == 0)
    give_up (self);
  else
    self->branches[self->n_branches - 1].then = pop (self);
}

static void
end_branches (reader *self, uint32_t at)
{
  while (self->n_branches > 0 && self->branches[self->n_branches - 1].end_at == at && self->compiler->is_possible)
    {
      const branch *ended = &self->branches[--self->n_branches];

      push (self, pe_compiler_add_select (self->compiler, ended->condition, ended->then, pop (self)));
    }
}

/* The whole */

static void
read_logic (reader *self, const pe_instruction *instruction)
{
  const uint32_t b = pop (self), a = pop (self);

  if (instruction->code == PE_CODE_COMPARE)
    push (self, compare (self, (pe_comparison) instruction->a, a, b));
  else
    push (self, pe_compiler_add_binary (self->compiler, instruction->code == PE_CODE_AND ? PE_OP_AND : PE_OP_OR, a, b));
}

static void
read_test (reader *self, const pe_instruction *instruction)
{
  uint32_t operand;

  switch (instruction->code)
    {
    case PE_CODE_IN_BEGIN:
      push (self, pe_compiler_add_number (self->compiler, FALSE, 0));
      break;
    case PE_CODE_IN_COMPARE:
      operand = pop (self);
      take_test (self, compare (self, (pe_comparison) instruction->a, peek_tested (self), operand));
      break;
    case PE_CODE_IN_RANGE:
      read_in_range (self, instruction);
      break;
    case PE_CODE_IN_LIST:
      read_in_list (self);
      break;
    case PE_CODE_IN_END:
      operand = pop (self);
      pop (self);
      push (self, operand);
      break;
    default:
      give_up (self);
    }
}

static void
read_instruction (reader *self, const pe_instruction *instruction)
{
  switch (instruction->code)
    {
    case PE_CODE_CONSTANT:
      read_constant (self, instruction->a);
      break;
    case PE_CODE_SYMBOL:
      read_symbol (self, instruction->a);
      break;
    case PE_CODE_NEGATE:
      push (self, pe_compiler_add_binary (
                      self->compiler, PE_OP_SUBTRACT, pe_compiler_add_number (self->compiler, 0, 0), pop (self)));
      break;
    case PE_CODE_ADD:
    case PE_CODE_SUBTRACT:
    case PE_CODE_SUBTRACT_DATES:
    case PE_CODE_MULTIPLY:
    case PE_CODE_DIVIDE:
    case PE_CODE_POWER:
      read_arithmetic (self, instruction->code);
      break;
    case PE_CODE_COMPARE:
    case PE_CODE_AND:
    case PE_CODE_OR:
      read_logic (self, instruction);
      break;
    case PE_CODE_IS_NULL:
      read_is_null (self, instruction);
      break;
    case PE_CODE_SKIP_FALSE:
    case PE_CODE_SKIP_TRUE:
      break;
    case PE_CODE_BRANCH:
      begin_branch (self, instruction);
      break;
    case PE_CODE_JUMP:
      end_first_side (self);
      break;
    case PE_CODE_LIST:
      read_list (self, instruction->a);
      break;
    case PE_CODE_CALL:
      read_call (self, instruction->a, instruction->b);
      break;
    default:
      read_test (self, instruction);
      break;
    }
}

uint32_t
pe_compiler_add_formula (pe_compiler *self, const pe_expression *expression)
{
  reader   running = { .compiler = self, .expression = expression, .elements = PE_VECTOR_INIT (uint32_t) };
  uint32_t value;

  for (uint32_t i = 0; self->is_possible && i < expression->code.size; i++)
    {
      read_instruction (&running, pe_vector_at (&expression->code, const pe_instruction, i));
      end_branches (&running, i + 1);
    }
  value = self->is_possible ? pop (&running) : 0;
  pe_vector_clear (&running.elements);
  return value;
}
