/* program-formula.c - a formula as operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The instructions of a formula's machine (expression-code-private.h) are gone through once, with a stack of operations in place
 * of its stack of values. A branch leaves its condition behind, and where it ends the two values become one selection.
 * Jumps over the second side of "and" and "or" are left out, since what they skip cannot change the result
 * (expression-evaluate.c, join()). A list is known element by element, and what goes through it, a filter or a quantifier, is
 * gone through once for each; which elements a filter keeps is a truth of each. Records, powers that are no constant and
 * places that are none are given up.
 */
#include "program-private.h"

#include <string.h>

#include "../rules/rulebook-measure-private.h"

/* The largest power that is multiplied out; whether there is room for it is known in a run. */
#define MOST_POWER 20
#define MOST_STACK 256
/* The instructions that a leaf's formulas may come to. Loops inside each other and measures that name others twice come to more
 * than any machine can go through, though what they say may be few operations; the rule, which has far more steps, then says
 * whether they are too many. */
#define MOST_READ (8 * PE_PROGRAM_MOST)
#define NONE PE_PLAN_NONE

/* A value on the stack: an operation, or a list of them. */
typedef struct item
{
  gboolean is_list;
  uint32_t op;       /* or the first element, among the reader's */
  uint32_t count;    /* of elements */
  uint32_t is_there; /* of a list: a truth that has a value where the list has one; NONE: it always has */
} item;

typedef struct element
{
  uint32_t op;
  uint32_t is_in; /* a truth; NONE: always */
} element;

/* A list that is gone through. */
typedef struct loop
{
  pe_loop_kind kind;
  item         list;   /* of a filter: with what is known so far */
  uint32_t     index;  /* of the element */
  uint32_t     result; /* of a quantifier: the truth so far */
} loop;

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
  pe_vector            elements; /* of element: of lists */
  branch               branches[PE_EXPRESSION_MAX_DEPTH];
  size_t               n_branches;
  pe_vector            loops; /* of loop: those that are gone through, from the outermost */
  uint32_t             at;    /* the next instruction */
} reader;

static void
give_up (reader *self)
{
  pe_compiler_give_up (self->compiler);
}

/* Memory ran out. */
static void
run_out (reader *self)
{
  self->compiler->status = PE_ERROR_NO_MEMORY;
  give_up (self);
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
  push_item (self, &(item) { FALSE, op, 0, NONE });
}

static item
pop_item (reader *self)
{
  if (self->size > 0)
    return self->stack[--self->size];
  give_up (self);
  return (item) { FALSE, 0, 0, NONE };
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

static element *
get_element (const reader *self, const item *list, uint32_t index)
{
  return pe_vector_at (&self->elements, element, list->op + index);
}

static uint32_t
add_truth (reader *self, gboolean truth)
{
  return pe_compiler_add_number (self->compiler, truth, 0);
}

static uint32_t
add_not (reader *self, uint32_t truth)
{
  return pe_compiler_add_alone (self->compiler, PE_OP_NOT, truth);
}

static uint32_t
add_binary (reader *self, pe_op_code code, uint32_t a, uint32_t b)
{
  return pe_compiler_add_binary (self->compiler, code, a, b);
}

/* A result of a list, which has none where the list has none. */
static uint32_t
join_list (reader *self, uint32_t result, const item *list)
{
  return list->is_there == NONE ? result : add_binary (self, PE_OP_JOIN, result, list->is_there);
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

/* What is below 0 has no root: the rule says so. */
static uint32_t
draw_root (reader *self, uint32_t a)
{
  return pe_compiler_add_requirement (self->compiler, pe_compiler_add_alone (self->compiler, PE_OP_ROOT, a),
                                      PE_OPERATOR_GREATER_EQUAL, a, pe_compiler_add_number (self->compiler, 0, 0));
}

static gboolean
is_half (const reader *self, uint32_t op)
{
  const pe_op *constant = self->compiler->is_possible ? peek_op (self, op) : NULL;

  return constant != NULL && constant->code == PE_OP_CONSTANT && constant->number == 5 && constant->exponent == -1;
}

static uint32_t
raise_to (reader *self, uint32_t a, uint32_t b)
{
  const uint32_t one = pe_compiler_add_number (self->compiler, 1, 0);
  uint32_t       power = one;
  int32_t        exponent;

  if (is_half (self, b))
    return draw_root (self, a);
  if (!get_small (self, b, &exponent) || ABS (exponent) > MOST_POWER)
    give_up (self);
  for (int32_t i = 0; self->compiler->is_possible && i < ABS (exponent); i++)
    power = i == 0 ? a : add_binary (self, PE_OP_MULTIPLY, power, a);
  if (exponent == 0)
    power = add_binary (self, PE_OP_JOIN, one, a);
  return exponent < 0 ? add_binary (self, PE_OP_DIVIDE, one, power) : power;
}

/* A constant stays one: a power or places may be below 0. */
static uint32_t
negate (reader *self, uint32_t a)
{
  const pe_op *op = self->compiler->is_possible ? peek_op (self, a) : NULL;

  if (op != NULL && op->code == PE_OP_CONSTANT && op->number != G_MININT64)
    return pe_compiler_add_number (self->compiler, -op->number, op->exponent);
  return add_binary (self, PE_OP_SUBTRACT, pe_compiler_add_number (self->compiler, 0, 0), a);
}

static void
read_arithmetic (reader *self, uint32_t code)
{
  const uint32_t b = pop (self), a = pop (self);

  if (code == PE_CODE_DIVIDE)
    push (self, pe_compiler_add_quotient (self->compiler, a, b));
  else if (code == PE_CODE_POWER)
    push (self, raise_to (self, a, b));
  else if (code == PE_CODE_MULTIPLY || code == PE_CODE_ADD)
    push (self, pe_compiler_add_binary (self->compiler, code == PE_CODE_ADD ? PE_OP_ADD : PE_OP_MULTIPLY, a, b));
  else
    push (self, pe_compiler_add_binary (self->compiler, PE_OP_SUBTRACT, a, b));
}

/* Truths */

/* Texts compare by their numbers; those of two columns have to have some of their own. */
static uint32_t
compare (reader *self, pe_operator comparison, uint32_t a, uint32_t b)
{
  if (pe_compiler_is_text (self->compiler, a) && pe_compiler_is_text (self->compiler, b))
    self->compiler->program->compares_texts = TRUE;
  return pe_compiler_add_comparison (self->compiler, comparison, a, b);
}

static void
read_is_null (reader *self, const pe_instruction *instruction)
{
  const uint32_t top = pop (self), below = pop (self), tested = instruction->a != 0 ? below : top;
  const uint32_t truth = pe_compiler_add_alone (self->compiler, PE_OP_IS_NULL, tested);

  push (self, instruction->b != 0 ? add_not (self, truth) : truth);
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
  const uint32_t above = compare (self, instruction->a ? PE_OPERATOR_GREATER_EQUAL : PE_OPERATOR_GREATER, value, low);
  const uint32_t below = compare (self, instruction->b ? PE_OPERATOR_LESS_EQUAL : PE_OPERATOR_LESS, value, high);

  take_test (self, pe_compiler_add_binary (self->compiler, PE_OP_AND, above, below));
}

/* Where no element is like the value, the state of one that has none. */
static void
read_in_list (reader *self)
{
  const item     list = pop_item (self);
  const uint32_t value = peek_tested (self);
  uint32_t       found = add_truth (self, FALSE);

  if (!list.is_list)
    give_up (self);
  for (uint32_t i = 0; self->compiler->is_possible && i < list.count; i++)
    {
      const element each = *get_element (self, &list, i);
      uint32_t      test = compare (self, PE_OPERATOR_EQUAL, value, each.op);

      if (each.is_in != NONE)
        test = pe_compiler_add_select (self->compiler, each.is_in, test, add_truth (self, FALSE));
      found = add_binary (self, PE_OP_OR, found, test);
    }
  take_test (self, join_list (self, found, &list));
}

/* Lists and calls */

static gboolean
add_element (reader *self, uint32_t op, uint32_t is_in)
{
  const element added = { op, is_in };

  if (pe_vector_push (&self->elements, &added) == PE_OK)
    return TRUE;
  run_out (self);
  return FALSE;
}

/* The n topmost values. */
static void
read_list (reader *self, uint32_t n)
{
  const item list = { TRUE, (uint32_t) self->elements.size, n, NONE };

  if (self->size < n)
    {
      give_up (self);
      return;
    }
  for (size_t i = self->size - n; i < self->size; i++)
    if (self->stack[i].is_list || !add_element (self, self->stack[i].op, NONE))
      give_up (self);
  self->size -= n;
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

/* The extreme of those so far, and the next one: that alone where there were none. */
static uint32_t
choose_extreme (reader *self, pe_operator comparison, uint32_t best, uint32_t next, uint32_t any)
{
  const uint32_t better = pe_compiler_add_comparison (self->compiler, comparison, next, best);
  const uint32_t chosen = pe_compiler_add_select (self->compiler, better, next, best);

  return any == NONE ? chosen : pe_compiler_add_select (self->compiler, any, chosen, next);
}

/* Of an empty list there is none. */
static uint32_t
fold_extreme (reader *self, const item *list, pe_operator comparison)
{
  uint32_t best = pe_compiler_add (self->compiler, &(pe_op) { .code = PE_OP_NULL });
  uint32_t any = add_truth (self, FALSE); /* NONE: surely */

  for (uint32_t i = 0; self->compiler->is_possible && i < list->count; i++)
    {
      const element  next = *get_element (self, list, i);
      const uint32_t chosen = i == 0 ? next.op : choose_extreme (self, comparison, best, next.op, any);

      best = next.is_in == NONE ? chosen : pe_compiler_add_select (self->compiler, next.is_in, chosen, best);
      if (next.is_in == NONE)
        any = NONE;
      else if (any != NONE)
        any = add_binary (self, PE_OP_OR, any, next.is_in);
    }
  return best;
}

/* Each counts by what it is, or as one. */
static uint32_t
fold_sum (reader *self, const item *list, gboolean is_count)
{
  const uint32_t zero = pe_compiler_add_number (self->compiler, 0, 0),
                 one = pe_compiler_add_number (self->compiler, 1, 0);
  uint32_t sum = zero;

  for (uint32_t i = 0; self->compiler->is_possible && i < list->count; i++)
    {
      const element next = *get_element (self, list, i);
      uint32_t      part = is_count ? one : next.op;

      if (next.is_in != NONE)
        part = pe_compiler_add_select (self->compiler, next.is_in, part, zero);
      sum = sum == zero ? part : add_binary (self, PE_OP_ADD, sum, part);
    }
  return sum;
}

static gboolean
is_filtered (const reader *self, const item *list)
{
  for (uint32_t i = 0; i < list->count; i++)
    if (get_element (self, list, i)->is_in != NONE)
      return TRUE;
  return FALSE;
}

static uint32_t
fold_count (reader *self, const item *list)
{
  return is_filtered (self, list) ? fold_sum (self, list, TRUE)
                                  : pe_compiler_add_number (self->compiler, list->count, 0);
}

static uint32_t
call_round (reader *self, const item *list, pe_rounding rounding)
{
  pe_op op = { .code = PE_OP_ROUND, .a = get_element (self, list, 0)->op, .rounding = rounding };

  if (list->count > 1
      && (!get_small (self, get_element (self, list, 1)->op, &op.places) || ABS (op.places) > PE_DECIMAL_MAX_SCALE))
    give_up (self);
  return pe_compiler_add (self->compiler, &op);
}

static uint32_t
call (reader *self, const char *name, const item *list)
{
  if (strcmp (name, "min") == 0)
    return fold_extreme (self, list, PE_OPERATOR_LESS);
  if (strcmp (name, "max") == 0)
    return fold_extreme (self, list, PE_OPERATOR_GREATER);
  if (strcmp (name, "sum") == 0)
    return fold_sum (self, list, FALSE);
  if (strcmp (name, "mean") == 0)
    return pe_compiler_add_quotient (self->compiler, fold_sum (self, list, FALSE), fold_count (self, list));
  if (strcmp (name, "count") == 0)
    return fold_count (self, list);
  if (list->count == 1 && strcmp (name, "abs") == 0)
    return pe_compiler_add_alone (self->compiler, PE_OP_ABSOLUTE, get_element (self, list, 0)->op);
  if (list->count == 1 && strcmp (name, "sqrt") == 0)
    return draw_root (self, get_element (self, list, 0)->op);
  if (list->count == 1 && strcmp (name, "not") == 0)
    return add_not (self, get_element (self, list, 0)->op);
  give_up (self);
  return 0;
}

static void
read_call (reader *self, uint32_t function, uint32_t n)
{
  const pe_rounding rounding = pe_function_get_rounding (function);
  const item        list = pop_arguments (self, n);
  uint32_t          result;

  if (!self->compiler->is_possible)
    return;
  result = rounding != 0 ? call_round (self, &list, rounding) : call (self, pe_function_get_name (function), &list);
  push (self, join_list (self, result, &list));
}

/* Loops */

static loop *
get_loop (reader *self)
{
  return pe_vector_at (&self->loops, loop, self->loops.size - 1);
}

static void
begin_loop (reader *self, const pe_instruction *instruction)
{
  const item list = pop_item (self);
  const loop begun
      = { (pe_loop_kind) instruction->b, list, G_MAXUINT32, add_truth (self, instruction->b == PE_LOOP_EVERY) };

  if (!list.is_list)
    give_up (self);
  else if (pe_vector_push (&self->loops, &begun) != PE_OK)
    run_out (self);
}

static void
end_loop (reader *self)
{
  const loop ended = *get_loop (self);

  self->loops.size--;
  if (ended.kind == PE_LOOP_FILTER)
    push_item (self, &ended.list);
  else
    push (self, join_list (self, ended.result, &ended.list));
}

static void
read_next (reader *self, const pe_instruction *instruction)
{
  if (++get_loop (self)->index < get_loop (self)->list.count) /* from the greatest to 0 */
    return;
  self->at = instruction->a;
  end_loop (self);
}

static void
read_item (reader *self, uint32_t level)
{
  const loop *around = pe_vector_at (&self->loops, const loop, level);

  push (self, get_element (self, &around->list, around->index)->op);
}

/* A filter that cannot say whether an element belongs has no value. The list is its own alone: it stands nowhere else. */
static void
filter_element (reader *self, loop *around, uint32_t test)
{
  item *list = &around->list;

  get_element (self, list, around->index)->is_in = test;
  list->is_there = list->is_there == NONE ? test : add_binary (self, PE_OP_JOIN, list->is_there, test);
}

static void
read_loop_test (reader *self, const pe_instruction *instruction)
{
  uint32_t       test = pop (self);
  loop          *around = get_loop (self);
  const uint32_t is_in = get_element (self, &around->list, around->index)->is_in;

  self->at = instruction->a;
  /* An element that is not in the list changes nothing. */
  if (is_in != NONE)
    test = pe_compiler_add_select (self->compiler, is_in, test, add_truth (self, around->kind == PE_LOOP_EVERY));
  if (around->kind == PE_LOOP_FILTER)
    filter_element (self, around, test);
  else
    around->result = add_binary (self, around->kind == PE_LOOP_SOME ? PE_OP_OR : PE_OP_AND, around->result, test);
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
    push (self, compare (self, (pe_operator) instruction->a, a, b));
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
      take_test (self, compare (self, (pe_operator) instruction->a, peek_tested (self), operand));
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
      push (self, negate (self, pop (self)));
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
    case PE_CODE_LOOP:
      begin_loop (self, instruction);
      break;
    case PE_CODE_NEXT:
      read_next (self, instruction);
      break;
    case PE_CODE_ITEM:
      read_item (self, instruction->a);
      break;
    case PE_CODE_TEST:
      read_loop_test (self, instruction);
      break;
    default:
      read_test (self, instruction);
      break;
    }
}

uint32_t
pe_compiler_add_formula (pe_compiler *self, const pe_expression *expression)
{
  reader running = {
    .compiler = self, .expression = expression, .elements = PE_VECTOR_INIT (element), .loops = PE_VECTOR_INIT (loop)
  };
  uint32_t value;

  while (self->is_possible && running.at < expression->code.size)
    {
      read_instruction (&running, pe_vector_at (&expression->code, const pe_instruction, running.at++));
      end_branches (&running, running.at);
      if (self->n_read++ == MOST_READ)
        pe_compiler_give_up (self);
    }
  value = self->is_possible ? pop (&running) : 0;
  pe_vector_clear (&running.elements);
  pe_vector_clear (&running.loops);
  return value;
}
