/* expression-parser.c - from the tokens of a formula to its instructions, in one pass and without recursion
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-parser-private.h"

#include <string.h>

static const pe_expectation an_operator = { "an operator, or the end of the formula", "运算符，或公式到此为止" };
static const pe_expectation a_column = { "the name of a column", "列名" };

/* Failures */

void
pe_parser_fail (pe_parser *self, const pe_token *token, pe_status code, const pe_expectation *expected)
{
  if (self->status == PE_OK)
    self->status = pe_token_set_error (token, self->out->text, code, expected->en, expected->zh, self->error);
}

void
pe_parser_fail_no_memory (pe_parser *self)
{
  if (self->status == PE_OK)
    self->status = pe_error_set_no_memory (self->error);
}

void
pe_parser_fail_syntax (pe_parser *self, const pe_expectation *expected)
{
  pe_parser_fail (self, &self->token, PE_ERROR_EXPRESSION_SYNTAX, expected);
}

static uint32_t
get_depth (const pe_parser *self)
{
  return self->scope->depth != 0 ? self->scope->depth : PE_EXPRESSION_MAX_DEPTH;
}

static void
fail_depth (pe_parser *self)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *limit;

  pe_buffer_add_uint (&buffer, get_depth (self));
  limit = pe_buffer_steal (&buffer);
  if (limit == NULL)
    pe_parser_fail_no_memory (self);
  else if (self->status == PE_OK)
    self->status = pe_error_set (self->error, PE_ERROR_LIMIT_DEPTH, NULL, "limit", limit, NULL);
  g_free (limit);
}

/* The parts of the parser */

void
pe_parser_advance (pe_parser *self)
{
  pe_lexer_next (&self->lexer, &self->token);
}

uint32_t
pe_parser_emit (pe_parser *self, pe_code code, uint32_t a, uint32_t b)
{
  const pe_instruction instruction = { code, a, b };

  if (self->status == PE_OK && pe_vector_push (&self->out->code, &instruction) != PE_OK)
    pe_parser_fail_no_memory (self);
  return (uint32_t) self->out->code.size - 1;
}

uint32_t
pe_parser_get_next (const pe_parser *self)
{
  return (uint32_t) self->out->code.size;
}

pe_instruction *
pe_parser_get_instruction (pe_parser *self, uint32_t index)
{
  return pe_vector_at (&self->out->code, pe_instruction, index);
}

void
pe_parser_push_operand (pe_parser *self, const pe_operand *operand)
{
  if (self->status == PE_OK && pe_vector_push (&self->operands, operand) != PE_OK)
    pe_parser_fail_no_memory (self);
}

pe_operand *
pe_parser_peek_operand (pe_parser *self, size_t depth)
{
  return pe_vector_at (&self->operands, pe_operand, self->operands.size - 1 - depth);
}

pe_frame *
pe_parser_peek_frame (pe_parser *self)
{
  return self->frames.size > 0 ? pe_vector_at (&self->frames, pe_frame, self->frames.size - 1) : NULL;
}

static gboolean
is_top (pe_parser *self, pe_frame_kind kind)
{
  return self->frames.size > 0 && pe_parser_peek_frame (self)->kind == kind;
}

/* Operators between operands are as deep as there are bindings; all else counts. */
static gboolean
is_nesting (pe_frame_kind kind)
{
  return kind != PE_FRAME_BINARY && kind != PE_FRAME_COMPARE;
}

/* A frame that begins at the token. NULL after a failure. */
pe_frame *
pe_parser_push_frame (pe_parser *self, pe_frame_kind kind, int binding)
{
  pe_frame *frame = NULL;

  if (is_nesting (kind) && ++self->depth > get_depth (self))
    fail_depth (self);
  if (self->status == PE_OK && pe_vector_grow (&self->frames, 1, (void **) &frame) != PE_OK)
    pe_parser_fail_no_memory (self);
  if (self->status != PE_OK)
    return NULL;
  frame->kind = kind;
  frame->binding = binding;
  frame->token = self->token;
  return frame;
}

pe_frame
pe_parser_pop_frame (pe_parser *self)
{
  const pe_frame frame = *pe_parser_peek_frame (self);

  self->frames.size--;
  if (is_nesting (frame.kind))
    self->depth--;
  return frame;
}

gboolean
pe_parser_expect_type (pe_parser *self, const pe_token *token, pe_type_kind kind)
{
  if (pe_type_is (pe_parser_peek_operand (self, 0)->type, kind))
    return TRUE;
  pe_parser_fail (self, token, PE_ERROR_EXPRESSION_TYPE, pe_type_expect (kind));
  return FALSE;
}

/* Ends what binds at least as tightly. */
static void
reduce (pe_parser *self, int binding)
{
  while (self->status == PE_OK && self->frames.size > 0 && pe_parser_peek_frame (self)->kind <= PE_FRAME_LAST_THAT_ENDS
         && pe_parser_peek_frame (self)->binding >= binding)
    pe_parser_end_frame (self);
}

/* Operators */

/* After a test of "in" only another test or the end of the tests can follow. */
static gboolean
check_left (pe_parser *self)
{
  static const pe_expectation next_test = { "a comma or a closing bracket", "逗号或右括号" };

  if (!is_top (self, PE_FRAME_IN_TESTS) && !is_top (self, PE_FRAME_IN))
    return TRUE;
  pe_parser_fail_syntax (self, &next_test);
  return FALSE;
}

static void
read_binary (pe_parser *self, pe_code code, int binding)
{
  pe_frame *frame;
  uint32_t  patch = 0;

  reduce (self, binding);
  if (!check_left (self))
    return;
  if (code == PE_CODE_AND || code == PE_CODE_OR)
    patch = pe_parser_emit (self, code == PE_CODE_AND ? PE_CODE_SKIP_FALSE : PE_CODE_SKIP_TRUE, 0, 0);
  frame = pe_parser_push_frame (self, PE_FRAME_BINARY, binding);
  if (frame == NULL)
    return;
  frame->detail = code;
  frame->patch = patch;
  pe_parser_advance (self);
  self->wants_operand = TRUE;
}

static pe_operator
get_comparison (pe_token_kind kind)
{
  return (pe_operator) (kind - PE_TOKEN_EQUAL);
}

static void
read_comparison (pe_parser *self)
{
  pe_frame *frame;

  reduce (self, PE_BIND_COMPARE);
  if (!check_left (self))
    return;
  frame = pe_parser_push_frame (self, PE_FRAME_COMPARE, PE_BIND_COMPARE);
  if (frame == NULL)
    return;
  frame->detail = get_comparison (self->token.kind);
  pe_parser_advance (self);
  self->wants_operand = TRUE;
}

/* The "and" of "between", or the operator. */
static void
read_and (pe_parser *self)
{
  pe_frame *frame;

  reduce (self, PE_BIND_COMPARE);
  frame = pe_parser_peek_frame (self);
  if (frame == NULL || frame->kind != PE_FRAME_BETWEEN_LOW)
    {
      read_binary (self, PE_CODE_AND, PE_BIND_AND);
      return;
    }
  frame->kind = PE_FRAME_BETWEEN_HIGH;
  frame->binding = PE_BIND_COMPARE;
  pe_parser_advance (self);
  self->wants_operand = TRUE;
}

static void
read_between (pe_parser *self)
{
  reduce (self, PE_BIND_COMPARE);
  if (!check_left (self))
    return;
  pe_parser_emit (self, PE_CODE_IN_BEGIN, 0, 0);
  pe_parser_push_and_advance (self, PE_FRAME_BETWEEN_LOW, 0);
  self->wants_operand = TRUE;
}

/* One test, which the token begins: "< 5", "[1..5]", a value or a list. */
static void
begin_test (pe_parser *self)
{
  pe_frame *frame;

  self->wants_operand = TRUE;
  if (self->token.kind >= PE_TOKEN_LESS && self->token.kind <= PE_TOKEN_GREATER_EQUAL)
    {
      frame = pe_parser_push_frame (self, PE_FRAME_IN_COMPARE, PE_BIND_COMPARE);
      if (frame != NULL)
        frame->detail = get_comparison (self->token.kind);
      pe_parser_advance (self);
      return;
    }
  pe_parser_push_frame (self, PE_FRAME_IN_EQUAL, PE_BIND_COMPARE);
  if (self->token.kind == PE_TOKEN_OPEN_BRACKET)
    pe_parser_read_list (self, TRUE);
  else if (self->token.kind == PE_TOKEN_OPEN && (frame = pe_parser_push_frame (self, PE_FRAME_PAREN, 0)) != NULL)
    {
      frame->may_be_interval = TRUE;
      pe_parser_advance (self);
    }
}

static void
read_in (pe_parser *self)
{
  reduce (self, PE_BIND_COMPARE);
  if (!check_left (self))
    return;
  pe_parser_emit (self, PE_CODE_IN_BEGIN, 0, 0);
  pe_parser_advance (self);
  if (self->token.kind != PE_TOKEN_OPEN)
    pe_parser_push_frame (self, PE_FRAME_IN, PE_BIND_TIGHTEST);
  else
    pe_parser_push_and_advance (self, PE_FRAME_IN_TESTS, 0);
  begin_test (self);
}

static void
begin_interval (pe_parser *self, gboolean lower_closed)
{
  pe_frame *frame = pe_parser_push_frame (self, PE_FRAME_INTERVAL, 0);

  if (frame == NULL)
    return;
  frame->detail = (uint32_t) lower_closed;
  pe_parser_advance (self);
  self->wants_operand = TRUE;
}

/* ".." makes an interval of what seemed to be a list, a bracket or the bracket of the tests. */
static void
read_range (pe_parser *self)
{
  pe_frame *frame;
  gboolean  lower_closed = FALSE;

  reduce (self, PE_BIND_ADD);
  frame = pe_parser_peek_frame (self);
  if (frame != NULL && (frame->kind == PE_FRAME_LIST || frame->kind == PE_FRAME_PAREN) && frame->may_be_interval
      && frame->count == 0)
    {
      lower_closed = frame->kind == PE_FRAME_LIST;
      pe_parser_pop_frame (self); /* of the bracket */
      pe_parser_pop_frame (self); /* of the test by equality */
      begin_interval (self, lower_closed);
      return;
    }
  /* A test by equality stands in the frame of its "in". */
  if (frame == NULL || frame->kind != PE_FRAME_IN_EQUAL || frame[-1].kind != PE_FRAME_IN_TESTS || frame[-1].count > 0)
    {
      pe_parser_fail_syntax (self, &an_operator);
      return;
    }
  pe_parser_pop_frame (self);
  pe_parser_peek_frame (self)->kind = PE_FRAME_IN;
  pe_parser_peek_frame (self)->binding = PE_BIND_TIGHTEST;
  begin_interval (self, FALSE);
}

/* Begins to go through the list that is the top operand. Returns where. */
static uint32_t
begin_loop (pe_parser *self, pe_loop_kind kind, const pe_token *variable)
{
  const pe_type  list = pe_parser_peek_operand (self, 0)->type;
  const pe_level level = { *variable, { list.kind, FALSE, list.table } };
  const uint32_t first = pe_parser_emit (self, PE_CODE_LOOP, 0, kind);

  pe_parser_emit (self, PE_CODE_NEXT, 0, 0);
  if (self->status == PE_OK && pe_vector_push (&self->levels, &level) != PE_OK)
    pe_parser_fail_no_memory (self);
  self->operands.size--;
  self->wants_operand = TRUE;
  return first;
}

static gboolean
expect_list (pe_parser *self, const pe_token *token)
{
  if (pe_parser_peek_operand (self, 0)->type.is_list)
    return TRUE;
  pe_parser_fail (self, token, PE_ERROR_EXPRESSION_TYPE, pe_type_expect_list ());
  return FALSE;
}

static void
read_filter (pe_parser *self)
{
  static const pe_token nobody = { PE_TOKEN_END, NULL, 0 };
  pe_frame             *frame;
  pe_type               type;
  uint32_t              first;

  if (!check_left (self) || !expect_list (self, &self->token))
    return;
  type = pe_parser_peek_operand (self, 0)->type;
  first = begin_loop (self, PE_LOOP_FILTER, &nobody);
  frame = pe_parser_push_frame (self, PE_FRAME_FILTER, 0);
  if (frame == NULL)
    return;
  frame->patch = first;
  frame->type = type;
  pe_parser_advance (self);
}

static void
read_satisfies (pe_parser *self)
{
  pe_frame *frame;

  reduce (self, PE_BIND_OPEN);
  if (self->status != PE_OK || !is_top (self, PE_FRAME_QUANTIFIER))
    {
      pe_parser_fail_syntax (self, &an_operator);
      return;
    }
  frame = pe_parser_peek_frame (self);
  if (!expect_list (self, &frame->token))
    return;
  frame->patch = begin_loop (self, (pe_loop_kind) frame->detail, &frame->variable);
  frame->kind = PE_FRAME_QUANTIFIED;
  frame->binding = PE_BIND_OPEN;
  pe_parser_advance (self);
}

static void
read_then (pe_parser *self)
{
  pe_frame *frame;

  reduce (self, PE_BIND_OPEN);
  if (self->status != PE_OK || !is_top (self, PE_FRAME_CONDITION))
    {
      pe_parser_fail_syntax (self, &an_operator);
      return;
    }
  frame = pe_parser_peek_frame (self);
  if (!pe_parser_expect_type (self, &frame->token, PE_TYPE_BOOLEAN))
    return;
  frame->kind = PE_FRAME_THEN;
  frame->patch_end = pe_parser_emit (self, PE_CODE_BRANCH, 0, 0);
  self->operands.size--;
  pe_parser_advance (self);
  self->wants_operand = TRUE;
}

static void
read_else (pe_parser *self)
{
  pe_frame *frame;

  reduce (self, PE_BIND_OPEN);
  if (self->status != PE_OK || !is_top (self, PE_FRAME_THEN))
    {
      pe_parser_fail_syntax (self, &an_operator);
      return;
    }
  frame = pe_parser_peek_frame (self);
  frame->kind = PE_FRAME_ELSE;
  frame->binding = PE_BIND_OPEN;
  frame->type = pe_parser_peek_operand (self, 0)->type;
  frame->patch = pe_parser_emit (self, PE_CODE_JUMP, 0, 0);
  pe_parser_get_instruction (self, frame->patch_end)->a = pe_parser_get_next (self);
  self->operands.size--;
  pe_parser_advance (self);
  self->wants_operand = TRUE;
}

/* Closing brackets */

static void
close_bracket (pe_parser *self)
{
  const gboolean is_square = self->token.kind == PE_TOKEN_CLOSE_BRACKET;

  reduce (self, PE_BIND_OPEN);
  if (self->status != PE_OK)
    return;
  if (is_top (self, PE_FRAME_INTERVAL))
    pe_parser_end_interval (self, is_square);
  else if (is_square && is_top (self, PE_FRAME_LIST))
    pe_parser_end_list (self);
  else if (is_square && is_top (self, PE_FRAME_FILTER))
    pe_parser_end_filter (self);
  else if (!is_square && is_top (self, PE_FRAME_PAREN))
    pe_parser_pop_frame (self);
  else if (!is_square && is_top (self, PE_FRAME_CALL))
    pe_parser_end_call (self);
  else if (!is_square && is_top (self, PE_FRAME_IN_TESTS))
    {
      pe_parser_pop_frame (self);
      pe_parser_end_in (self);
    }
  else
    pe_parser_fail_syntax (self, &an_operator);
  pe_parser_advance (self);
}

static void
read_comma (pe_parser *self)
{
  pe_frame *frame;

  reduce (self, PE_BIND_OPEN);
  frame = pe_parser_peek_frame (self);
  if (self->status != PE_OK || frame == NULL
      || (frame->kind != PE_FRAME_CALL && frame->kind != PE_FRAME_LIST && frame->kind != PE_FRAME_IN_TESTS))
    {
      pe_parser_fail_syntax (self, &an_operator);
      return;
    }
  frame->count++;
  pe_parser_advance (self);
  self->wants_operand = TRUE;
  if (frame->kind == PE_FRAME_IN_TESTS)
    begin_test (self);
}

static void
read_dot (pe_parser *self)
{
  if (!check_left (self))
    return;
  pe_parser_advance (self);
  if (pe_token_is_word (&self->token))
    pe_parser_read_member (self);
  else
    pe_parser_fail_syntax (self, &a_column);
}

/* Tokens that are neither arithmetic nor comparison. */
static void
read_connective (pe_parser *self)
{
  switch (self->token.kind)
    {
    case PE_TOKEN_AND:
      read_and (self);
      break;
    case PE_TOKEN_OR:
      read_binary (self, PE_CODE_OR, PE_BIND_OR);
      break;
    case PE_TOKEN_IN:
      read_in (self);
      break;
    case PE_TOKEN_BETWEEN:
      read_between (self);
      break;
    case PE_TOKEN_RANGE:
      read_range (self);
      break;
    case PE_TOKEN_DOT:
      read_dot (self);
      break;
    case PE_TOKEN_COMMA:
      read_comma (self);
      break;
    case PE_TOKEN_OPEN_BRACKET:
      read_filter (self);
      break;
    case PE_TOKEN_CLOSE:
    case PE_TOKEN_CLOSE_BRACKET:
      close_bracket (self);
      break;
    case PE_TOKEN_THEN:
      read_then (self);
      break;
    case PE_TOKEN_ELSE:
      read_else (self);
      break;
    case PE_TOKEN_SATISFIES:
      read_satisfies (self);
      break;
    default:
      pe_parser_fail_syntax (self, &an_operator);
      break;
    }
}

static void
read_operator (pe_parser *self)
{
  switch (self->token.kind)
    {
    case PE_TOKEN_PLUS:
      read_binary (self, PE_CODE_ADD, PE_BIND_ADD);
      break;
    case PE_TOKEN_MINUS:
      read_binary (self, PE_CODE_SUBTRACT, PE_BIND_ADD);
      break;
    case PE_TOKEN_STAR:
      read_binary (self, PE_CODE_MULTIPLY, PE_BIND_MULTIPLY);
      break;
    case PE_TOKEN_SLASH:
      read_binary (self, PE_CODE_DIVIDE, PE_BIND_MULTIPLY);
      break;
    case PE_TOKEN_POWER:
      read_binary (self, PE_CODE_POWER, PE_BIND_POWER);
      break;
    case PE_TOKEN_EQUAL:
    case PE_TOKEN_NOT_EQUAL:
    case PE_TOKEN_LESS:
    case PE_TOKEN_LESS_EQUAL:
    case PE_TOKEN_GREATER:
    case PE_TOKEN_GREATER_EQUAL:
      read_comparison (self);
      break;
    default:
      read_connective (self);
      break;
    }
}

/* The whole */

static void
finish (pe_parser *self)
{
  static const pe_expectation closing = { "the rest of what was begun: a closing bracket, then, else or satisfies",
                                          "前文未完的部分：右括号、then、else 或 satisfies" };
  static const pe_expectation a_result
      = { "a formula that gives a number, a text, a condition or a date", "得出数值、文字、条件或日期的公式" };
  pe_token whole = { PE_TOKEN_NAME, self->out->text, strlen (self->out->text) };

  reduce (self, PE_BIND_OPEN);
  if (self->status == PE_OK && self->frames.size > 0)
    pe_parser_fail_syntax (self, &closing);
  if (self->status != PE_OK)
    return;
  self->out->type = pe_parser_peek_operand (self, 0)->type;
  if (self->scope->wanted != PE_TYPE_NULL && !pe_type_is (self->out->type, self->scope->wanted))
    pe_parser_fail (self, &whole, PE_ERROR_EXPRESSION_TYPE, pe_type_expect (self->scope->wanted));
  else if (self->out->type.is_list || self->out->type.kind == PE_TYPE_NULL) /* one record is a loop's alone */
    pe_parser_fail (self, &whole, PE_ERROR_EXPRESSION_TYPE, &a_result);
}

pe_status
pe_expression_compile (pe_expression *self, const pe_expression_scope *scope, pe_error **error)
{
  pe_parser parser = {
    .out = self,
    .scope = scope,
    .lexer = { self->text, self->text },
    .frames = PE_VECTOR_INIT (pe_frame),
    .operands = PE_VECTOR_INIT (pe_operand),
    .levels = PE_VECTOR_INIT (pe_level),
    .wants_operand = TRUE,
    .status = PE_OK,
    .error = error,
  };

  pe_parser_advance (&parser);
  while (parser.status == PE_OK && (parser.wants_operand || parser.token.kind != PE_TOKEN_END))
    if (parser.wants_operand)
      pe_parser_read_operand (&parser);
    else
      read_operator (&parser);
  if (parser.status == PE_OK)
    finish (&parser);
  pe_vector_clear (&parser.frames);
  pe_vector_clear (&parser.operands);
  pe_vector_clear (&parser.levels);
  return parser.status;
}
