/* expression-evaluate.c - the value of a formula: a machine of a few instructions, without recursion
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"

#include <string.h>

/* The bytes that the names and the stack of most formulas take: they are then evaluated without an allocation. */
#define PE_MACHINE_ROOM 3072

/* A list that is gone through. */
typedef struct loop
{
  pe_loop_kind kind;
  size_t       index; /* of the item */
  pe_value     list;
  pe_value     result; /* the list that passes, or the truth so far */
} loop;

typedef struct machine
{
  const pe_expression   *expression;
  pe_expression_context *context;
  pe_arena               arena;   /* of the stack and the symbols */
  pe_vector              stack;   /* of pe_value */
  pe_vector              loops;   /* of loop */
  pe_value              *symbols; /* as read; with a type once they are */
  size_t                 at;      /* of the next instruction */
  pe_status              status;
  pe_error             **error;
} machine;

/* Failures */

static void
fail_limit (machine *self)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *limit;

  pe_buffer_add_uint (&buffer, self->context->bits);
  limit = pe_buffer_steal (&buffer);
  self->status = limit == NULL ? pe_error_set_no_memory (self->error)
                               : pe_error_set (self->error, PE_ERROR_LIMIT, NULL, "limit", limit, NULL);
  g_free (limit);
}

static void
check (machine *self, pe_status status)
{
  if (status == PE_OK || self->status != PE_OK)
    return;
  if (status == PE_ERROR_LIMIT)
    fail_limit (self);
  else
    self->status = pe_error_set (self->error, status, NULL, NULL);
}

static void
spend (machine *self, uint64_t steps)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *limit;

  if (self->context->steps >= steps)
    {
      self->context->steps -= steps;
      return;
    }
  pe_buffer_add_uint (&buffer, self->context->limit != 0 ? self->context->limit : PE_EXPRESSION_MAX_STEPS);
  limit = pe_buffer_steal (&buffer);
  if (self->status == PE_OK)
    self->status = limit == NULL ? pe_error_set_no_memory (self->error)
                                 : pe_error_set (self->error, PE_ERROR_LIMIT, NULL, "steps", limit, NULL);
  g_free (limit);
}

/* The stack. A value stays where it is until the next push. */

static pe_value *
peek (machine *self, size_t depth)
{
  return pe_vector_at (&self->stack, pe_value, self->stack.size - 1 - depth);
}

/* A new value, or NULL after a failure. */
static pe_value *
push (machine *self)
{
  pe_value *value;

  if (self->status != PE_OK)
    return NULL;
  if (pe_vector_reserve (&self->stack, 1) != PE_OK)
    {
      check (self, PE_ERROR_NO_MEMORY);
      return NULL;
    }
  value = pe_vector_at (&self->stack, pe_value, self->stack.size++);
  pe_value_init (value);
  return value;
}

static void
drop (machine *self, size_t n)
{
  while (n-- > 0)
    {
      pe_value_release (peek (self, 0));
      self->stack.size--;
    }
}

static void
push_copy (machine *self, const pe_value *from)
{
  pe_value *value = push (self);

  spend (self, pe_copy_weigh (from));
  if (self->status == PE_OK) /* then there is a value */
    check (self, pe_value_copy (value, from));
}

static void
push_truth (machine *self, gboolean truth)
{
  pe_value *value = push (self);

  if (value != NULL)
    pe_value_set_truth (value, truth);
}

static gboolean
has_value (const pe_value *value)
{
  return value->state == PE_STATE_VALUE;
}

static gboolean
is_truth (const pe_value *value, gboolean truth)
{
  return has_value (value) && (value->integer != 0) == truth;
}

/* Reading */

static void
do_symbol (machine *self, uint32_t index)
{
  const pe_symbol *symbol = pe_vector_at (&self->expression->symbols, const pe_symbol, index);
  pe_value        *read = &self->symbols[index];
  pe_error        *cause = NULL;
  pe_status        status;

  if (read->type.kind == PE_TYPE_NULL)
    spend (self, pe_symbol_count_records (symbol, self->context->source));
  if (read->type.kind == PE_TYPE_NULL && self->status == PE_OK)
    {
      status = symbol->kind == PE_SYMBOL_OWN ? pe_symbol_load_own (symbol, self->context, read, &cause)
                                             : pe_symbol_load (symbol, self->context, read, &cause);
      if (cause != NULL && self->error != NULL)
        *self->error = cause;
      else
        pe_error_unref (cause);
      if (cause != NULL)
        self->status = status;
      check (self, status);
    }
  if (self->status == PE_OK)
    push_copy (self, read);
}

/* The symbol that a record came from. */
static const pe_symbol *
find_table (const machine *self, const pe_value *record)
{
  const pe_symbol *symbols = self->expression->symbols.data;

  for (size_t i = 0; i < self->expression->symbols.size; i++)
    if (symbols[i].kind == PE_SYMBOL_TABLE && self->symbols[i].blame.input == record->blame.input)
      return &symbols[i];
  return NULL;
}

/* Says which records are read now, where somebody wants to know. */
static void
keep_records (machine *self, const pe_value *list)
{
  if (self->context->records == NULL || list->type.kind != PE_TYPE_RECORD)
    return;
  for (size_t i = 0; self->status == PE_OK && i < list->items.size; i++)
    {
      const pe_value      *item = pe_vector_at (&list->items, const pe_value, i);
      const pe_read_record read = { find_table (self, item), (size_t) item->integer };

      if (read.table != NULL)
        check (self, pe_vector_push (self->context->records, &read));
    }
}

/* A record is always one of a table that was read: where a list has no value it has no records. */
static void
load_column (machine *self, pe_value *value, uint32_t column)
{
  pe_symbol_load_column (find_table (self, value), self->context->source, (size_t) value->integer, column, value);
}

/* Of one record, or of each of a list. */
static void
do_member (machine *self, uint32_t column)
{
  pe_value *top = peek (self, 0);

  spend (self, top->items.size);
  if (!top->type.is_list)
    {
      load_column (self, top, column);
      return;
    }
  keep_records (self, top);
  for (size_t i = 0; self->status == PE_OK && i < top->items.size; i++)
    load_column (self, pe_vector_at (&top->items, pe_value, i), column);
}

static void
do_item (machine *self, uint32_t level)
{
  const loop *frame = pe_vector_at (&self->loops, const loop, level);

  push_copy (self, pe_vector_at (&frame->list.items, const pe_value, frame->index));
}

/* Arithmetic */

static void
set_type (pe_value *value, pe_type_kind kind)
{
  value->type = (pe_type) { kind, FALSE, 0 };
}

/* Forgets where a number came from: it is the formula's own from here on. */
static void
own (pe_value *value)
{
  value->blame = (pe_value_blame) { G_MAXSIZE, 0, G_MAXUINT32 };
}

static void
do_power (machine *self, pe_value *a, const pe_value *b)
{
  const pe_value_blame blame = a->blame;
  pe_status            status;

  spend (self, pe_power_weigh (&a->number, &b->number, self->context->bits));
  if (self->status != PE_OK)
    return;
  status = pe_number_power (&a->number, &a->number, &b->number, self->context->bits);
  if (status == PE_ERROR_DIVIDE_BY_ZERO)
    pe_value_set_state (a, PE_STATE_ZERO_DENOMINATOR, &blame);
  else if (status == PE_ERROR_EXPRESSION_FUNCTION)
    {
      pe_value_set_state (a, PE_STATE_INVALID, &blame);
      a->fault = PE_ERROR_EXPRESSION_FUNCTION;
      a->expected = "0 or more under a root";
    }
  else
    check (self, status);
}

static void
do_divide (machine *self, pe_value *a, const pe_value *b)
{
  const pe_value_blame blame = b->blame;

  if (pe_rational_sign (&b->number) == 0)
    pe_value_set_state (a, PE_STATE_ZERO_DENOMINATOR, &blame);
  else
    check (self, pe_rational_divide (&a->number, &a->number, &b->number, self->context->bits));
}

static void
calculate (machine *self, uint32_t code, pe_value *a, const pe_value *b)
{
  const uint32_t bits = self->context->bits;

  spend (self, pe_number_weigh (&a->number, &b->number));
  if (self->status != PE_OK)
    return;
  switch (code)
    {
    case PE_CODE_ADD:
      check (self, pe_rational_add (&a->number, &a->number, &b->number, bits));
      break;
    case PE_CODE_SUBTRACT:
      check (self, pe_rational_subtract (&a->number, &a->number, &b->number, bits));
      break;
    case PE_CODE_SUBTRACT_DATES:
      pe_rational_set_int (&a->number, a->integer - b->integer);
      break;
    case PE_CODE_MULTIPLY:
      check (self, pe_rational_multiply (&a->number, &a->number, &b->number, bits));
      break;
    case PE_CODE_DIVIDE:
      do_divide (self, a, b);
      break;
    case PE_CODE_POWER:
    default:
      do_power (self, a, b);
      break;
    }
}

static void
do_arithmetic (machine *self, uint32_t code)
{
  pe_value *a = peek (self, 1), *b = peek (self, 0);

  if (!has_value (a) || !has_value (b))
    pe_value_take_state (a, a, b);
  else
    {
      calculate (self, code, a, b);
      if (has_value (a))
        own (a);
    }
  set_type (a, PE_TYPE_NUMBER);
  drop (self, 1);
}

/* Truths */

static gboolean
holds (pe_operator comparison, const pe_value *a, const pe_value *b)
{
  const int order = pe_value_compare (a, b);

  switch (comparison)
    {
    case PE_OPERATOR_EQUAL:
      return order == 0;
    case PE_OPERATOR_NOT_EQUAL:
      return order != 0;
    case PE_OPERATOR_LESS:
      return order < 0;
    case PE_OPERATOR_LESS_EQUAL:
      return order <= 0;
    case PE_OPERATOR_GREATER:
      return order > 0;
    case PE_OPERATOR_GREATER_EQUAL:
    default:
      return order >= 0;
    }
}

/* out, which may be one of the two, is how they compare. */
static void
compare (machine *self, pe_value *out, pe_operator comparison, const pe_value *a, const pe_value *b)
{
  if (!has_value (a) || !has_value (b))
    pe_value_take_state (out, a, b);
  else
    {
      spend (self, pe_comparison_weigh (a, b));
      if (self->status == PE_OK)
        pe_value_set_truth (out, holds (comparison, a, b));
    }
  set_type (out, PE_TYPE_BOOLEAN);
}

/* a = a and b (or b): decided by either where it alone decides, whatever the other one is. */
static void
join (pe_value *a, const pe_value *b, gboolean decider)
{
  if (is_truth (a, decider) || is_truth (b, decider))
    pe_value_set_truth (a, decider);
  else if (!has_value (a) || !has_value (b))
    pe_value_take_state (a, a, b);
  else
    pe_value_set_truth (a, !decider);
  set_type (a, PE_TYPE_BOOLEAN);
}

static void
do_is_null (machine *self, const pe_instruction *instruction)
{
  const gboolean is_null = !has_value (peek (self, instruction->a));

  drop (self, 1);
  pe_value_set_truth (peek (self, 0), is_null != (instruction->b != 0));
}

static void
do_branch (machine *self, const pe_instruction *instruction)
{
  const pe_value *top = peek (self, 0);

  if (!has_value (top))
    {
      self->at = instruction->b;
      return;
    }
  if (top->integer == 0)
    self->at = instruction->a;
  drop (self, 1);
}

/* Tests: the value, the truth so far and what it is tested by lie on top of each other. */

static void
take_test (machine *self, size_t n, pe_value *test)
{
  join (peek (self, n), test, TRUE);
  drop (self, n);
  pe_value_clear (test);
}

static void
do_in_compare (machine *self, pe_operator comparison)
{
  pe_value test;

  pe_value_init (&test);
  compare (self, &test, comparison, peek (self, 2), peek (self, 0));
  take_test (self, 1, &test);
}

static void
do_in_range (machine *self, const pe_instruction *instruction)
{
  const pe_value *value = peek (self, 3);
  pe_value        test, upper;

  pe_value_init (&test);
  pe_value_init (&upper);
  compare (self, &test, instruction->a ? PE_OPERATOR_GREATER_EQUAL : PE_OPERATOR_GREATER, value, peek (self, 1));
  compare (self, &upper, instruction->b ? PE_OPERATOR_LESS_EQUAL : PE_OPERATOR_LESS, value, peek (self, 0));
  join (&test, &upper, FALSE);
  pe_value_clear (&upper);
  take_test (self, 2, &test);
}

static void
do_in_list (machine *self)
{
  const pe_value *value = peek (self, 2), *list = peek (self, 0);
  pe_value        test, one;

  pe_value_init (&test);
  pe_value_init (&one);
  spend (self, list->items.size);
  if (has_value (list))
    pe_value_set_truth (&test, FALSE);
  else
    pe_value_take_state (&test, list, list);
  for (size_t i = 0; self->status == PE_OK && i < list->items.size; i++)
    {
      compare (self, &one, PE_OPERATOR_EQUAL, value, pe_vector_at (&list->items, const pe_value, i));
      join (&test, &one, TRUE);
    }
  pe_value_clear (&one);
  take_test (self, 1, &test);
}

static void
do_in_end (machine *self)
{
  pe_value_move (peek (self, 1), peek (self, 0));
  drop (self, 1);
}

/* Lists and calls */

static void
do_list (machine *self, uint32_t n)
{
  pe_value  list, *items;
  pe_value *top;

  pe_value_init (&list);
  list.state = PE_STATE_VALUE;
  check (self, pe_vector_grow (&list.items, n, (void **) &items));
  for (uint32_t i = 0; self->status == PE_OK && i < n; i++)
    {
      pe_value_init (&items[i]);
      pe_value_move (&items[i], peek (self, n - 1 - i));
      list.type.kind = items[i].type.kind != PE_TYPE_NULL ? items[i].type.kind : list.type.kind;
    }
  list.type.is_list = TRUE;
  drop (self, n);
  top = push (self);
  if (top != NULL)
    pe_value_move (top, &list);
  pe_value_clear (&list);
}

static void
do_call (machine *self, uint32_t function, uint32_t n)
{
  pe_value *arguments = peek (self, n - 1);
  pe_value  result;
  pe_status status = PE_OK;

  spend (self, arguments[0].items.size);
  keep_records (self, &arguments[0]);
  pe_value_init (&result);
  if (self->status == PE_OK)
    status = pe_function_call (function, arguments, n, self->context->bits, &self->context->steps, &result);
  if (status == PE_ERROR_LIMIT && self->context->steps == 0)
    spend (self, 1); /* which says so */
  check (self, status);
  if (has_value (&result))
    own (&result);
  drop (self, n - 1);
  pe_value_move (peek (self, 0), &result);
}

/* Loops */

static void
loop_clear (loop *self)
{
  pe_value_clear (&self->list);
  pe_value_clear (&self->result);
}

static void
do_loop (machine *self, const pe_instruction *instruction)
{
  pe_value *list = peek (self, 0);
  loop     *frame;

  if (!has_value (list))
    {
      if (instruction->b != PE_LOOP_FILTER)
        set_type (list, PE_TYPE_BOOLEAN);
      self->at = instruction->a;
      return;
    }
  if (pe_vector_grow (&self->loops, 1, (void **) &frame) != PE_OK)
    {
      check (self, PE_ERROR_NO_MEMORY);
      return;
    }
  frame->kind = (pe_loop_kind) instruction->b;
  frame->index = G_MAXSIZE;
  pe_value_init (&frame->list);
  pe_value_init (&frame->result);
  pe_value_move (&frame->list, list);
  drop (self, 1);
  if (frame->kind != PE_LOOP_FILTER)
    {
      keep_records (self, &frame->list);
      pe_value_set_truth (&frame->result, frame->kind == PE_LOOP_EVERY);
    }
  frame->result.state = PE_STATE_VALUE;
  frame->result.type = frame->kind == PE_LOOP_FILTER ? frame->list.type : frame->result.type;
}

/* A truth that decides, or a list that is none, needs no further item; what does not apply could hide one that is
 * missing. */
static gboolean
is_decided (const loop *frame)
{
  if (frame->kind == PE_LOOP_FILTER)
    return !has_value (&frame->result) && frame->result.state != PE_STATE_NOT_APPLICABLE;
  return is_truth (&frame->result, frame->kind == PE_LOOP_SOME);
}

static void
do_next (machine *self, const pe_instruction *instruction)
{
  loop     *frame = pe_vector_at (&self->loops, loop, self->loops.size - 1);
  pe_value *result;

  frame->index++; /* from G_MAXSIZE to 0 */
  if (frame->index < frame->list.items.size && !is_decided (frame))
    return;
  self->at = instruction->a;
  result = push (self);
  if (result == NULL)
    return;
  pe_value_move (result, &frame->result);
  loop_clear (frame);
  self->loops.size--;
}

static void
keep_item (machine *self, loop *frame)
{
  pe_value *item;

  if (pe_vector_grow (&frame->result.items, 1, (void **) &item) != PE_OK)
    {
      check (self, PE_ERROR_NO_MEMORY);
      return;
    }
  pe_value_init (item);
  spend (self, pe_copy_weigh (pe_vector_at (&frame->list.items, const pe_value, frame->index)));
  if (self->status == PE_OK)
    check (self, pe_value_copy (item, pe_vector_at (&frame->list.items, const pe_value, frame->index)));
}

static void
do_test (machine *self, const pe_instruction *instruction)
{
  loop           *frame = pe_vector_at (&self->loops, loop, self->loops.size - 1);
  const pe_value *test = peek (self, 0);
  const pe_type   type = frame->result.type;

  self->at = instruction->a;
  if (frame->kind != PE_LOOP_FILTER)
    join (&frame->result, test, frame->kind == PE_LOOP_SOME);
  else if (!has_value (test))
    {
      /* Whether the item belongs cannot be said, so neither can anything about the list. */
      pe_value_take_state (&frame->result, &frame->result, test);
      frame->result.type = type;
    }
  else if (test->integer != 0 && has_value (&frame->result))
    keep_item (self, frame);
  drop (self, 1);
}

/* The machine */

static void
do_negate (machine *self)
{
  pe_value *top = peek (self, 0);

  if (has_value (top))
    {
      pe_rational_negate (&top->number, &top->number);
      own (top);
    }
}

static void
skip (machine *self, const pe_instruction *instruction, gboolean truth)
{
  if (is_truth (peek (self, 0), truth))
    self->at = instruction->a;
}

static void
do_join (machine *self, gboolean decider)
{
  join (peek (self, 1), peek (self, 0), decider);
  drop (self, 1);
}

static void
do_compare (machine *self, pe_operator comparison)
{
  compare (self, peek (self, 1), comparison, peek (self, 1), peek (self, 0));
  drop (self, 1);
}

/* What deals with items, tests and lists. */
static void
execute_list (machine *self, const pe_instruction *instruction)
{
  switch (instruction->code)
    {
    case PE_CODE_LIST:
      do_list (self, instruction->a);
      break;
    case PE_CODE_CALL:
      do_call (self, instruction->a, instruction->b);
      break;
    case PE_CODE_IN_BEGIN:
      push_truth (self, FALSE);
      break;
    case PE_CODE_IN_COMPARE:
      do_in_compare (self, (pe_operator) instruction->a);
      break;
    case PE_CODE_IN_RANGE:
      do_in_range (self, instruction);
      break;
    case PE_CODE_IN_LIST:
      do_in_list (self);
      break;
    case PE_CODE_IN_END:
      do_in_end (self);
      break;
    case PE_CODE_LOOP:
      do_loop (self, instruction);
      break;
    case PE_CODE_NEXT:
      do_next (self, instruction);
      break;
    case PE_CODE_TEST:
    default:
      do_test (self, instruction);
      break;
    }
}

static void
execute (machine *self, const pe_instruction *instruction)
{
  switch (instruction->code)
    {
    case PE_CODE_CONSTANT:
      push_copy (self, pe_vector_at (&self->expression->constants, const pe_value, instruction->a));
      break;
    case PE_CODE_SYMBOL:
      do_symbol (self, instruction->a);
      break;
    case PE_CODE_ITEM:
      do_item (self, instruction->a);
      break;
    case PE_CODE_MEMBER:
      do_member (self, instruction->a);
      break;
    case PE_CODE_NEGATE:
      do_negate (self);
      break;
    case PE_CODE_ADD:
    case PE_CODE_SUBTRACT:
    case PE_CODE_SUBTRACT_DATES:
    case PE_CODE_MULTIPLY:
    case PE_CODE_DIVIDE:
    case PE_CODE_POWER:
      do_arithmetic (self, instruction->code);
      break;
    case PE_CODE_COMPARE:
      do_compare (self, (pe_operator) instruction->a);
      break;
    case PE_CODE_IS_NULL:
      do_is_null (self, instruction);
      break;
    case PE_CODE_AND:
    case PE_CODE_OR:
      do_join (self, instruction->code == PE_CODE_OR);
      break;
    case PE_CODE_SKIP_FALSE:
    case PE_CODE_SKIP_TRUE:
      skip (self, instruction, instruction->code == PE_CODE_SKIP_TRUE);
      break;
    case PE_CODE_BRANCH:
      do_branch (self, instruction);
      break;
    case PE_CODE_JUMP:
      self->at = instruction->a;
      break;
    default:
      execute_list (self, instruction);
      break;
    }
}

/* The input of a value that is none: that of the record's column is recorded only here. */
static void
settle_blame (machine *self, pe_value *value)
{
  const pe_symbol *table;
  pe_scored_input  input = { .is_of_formula = TRUE };
  pe_buffer        path = PE_BUFFER_INIT;

  if (has_value (value) || value->blame.column == G_MAXUINT32)
    return;
  table = find_table (self, value);
  if (table == NULL)
    return;
  pe_symbol_print_column_path (table, self->context->source, value->blame.record, value->blame.column, &path);
  input.name = input.measure = table->name;
  input.figure.state = value->state <= PE_STATE_TEXT ? value->state : PE_STATE_MISSING;
  input.path = pe_inputs_take_path (self->context->inputs, &path);
  if (input.path == NULL || pe_vector_push (self->context->inputs, &input) != PE_OK)
    {
      pe_inputs_free_path (self->context->inputs, input.path);
      check (self, PE_ERROR_NO_MEMORY);
      return;
    }
  value->blame = (pe_value_blame) { self->context->inputs->size - 1, 0, G_MAXUINT32 };
}

static void
machine_clear (machine *self)
{
  if (self->stack.size > 0)
    drop (self, self->stack.size);
  for (size_t i = 0; i < self->loops.size; i++)
    loop_clear (pe_vector_at (&self->loops, loop, i));
  for (size_t i = 0; i < self->expression->symbols.size; i++)
    pe_value_release (&self->symbols[i]);
  pe_vector_clear (&self->loops);
  pe_arena_clear (&self->arena);
}

/* FALSE when memory ran out. */
static gboolean
machine_init (machine *self)
{
  const size_t n = self->expression->symbols.size;

  self->stack = (pe_vector) PE_VECTOR_INIT_IN (pe_value, &self->arena);
  self->symbols = pe_arena_take (&self->arena, MAX (n, 1) * sizeof *self->symbols);
  if (self->symbols == NULL)
    return FALSE;
  for (size_t i = 0; i < n; i++)
    pe_value_init (&self->symbols[i]);
  return TRUE;
}

pe_status
pe_expression_evaluate (const pe_expression *self, pe_expression_context *context, pe_value *out, pe_error **error)
{
  PE_ARENA_ROOM (room, PE_MACHINE_ROOM);
  machine running
      = { .expression = self, .context = context, .loops = PE_VECTOR_INIT (loop), .status = PE_OK, .error = error };

  pe_arena_start (&running.arena, room, sizeof room);
  if (!machine_init (&running))
    return pe_error_set_no_memory (error);
  while (running.status == PE_OK && running.at < self->code.size)
    {
      spend (&running, 1);
      if (running.status == PE_OK)
        execute (&running, pe_vector_at (&self->code, const pe_instruction, running.at++));
    }
  if (running.status == PE_OK)
    settle_blame (&running, peek (&running, 0));
  if (running.status == PE_OK)
    pe_value_move (out, peek (&running, 0));
  machine_clear (&running);
  return running.status;
}
