/* expression-operands.c - what begins an operand in a formula
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-parser-private.h"

#include <string.h>

#include "../base/date-private.h"

static const pe_expectation a_value
    = { "a number, a text, a name, a function or a bracket", "数值、文字、名称、函数或括号" };
static const pe_expectation plain_number
    = { "the number in plain digits, without an exponent or letters", "不带指数和字母的数字" };
static const pe_expectation in_subset = { "what docs/formula.md has", "docs/formula.md 所列的写法" };
static const pe_expectation known_escape
    = { "\\\", \\\\, \\n, \\r or \\t as the escapes of a text", "转义只能是 \\\"、\\\\、\\n、\\r、\\t" };
static const pe_expectation a_date
    = { "a date in quotation marks, as in date(\"2023-01-31\")", "带引号的日期，如 date(\"2023-01-31\")" };

/* Operands */

static uint32_t
add_constant (pe_parser *self, pe_value *value)
{
  if (self->status == PE_OK && pe_vector_push (&self->out->constants, value) == PE_OK)
    return (uint32_t) (self->out->constants.size - 1);
  pe_parser_fail_no_memory (self);
  pe_value_clear (value);
  return 0;
}

/* Takes the value over. */
static void
push_constant (pe_parser *self, pe_value *value)
{
  const int        sign = pe_rational_sign (&value->number);
  const pe_operand operand = { value->type, sign != 0, sign >= 0, FALSE };

  pe_parser_emit (self, PE_CODE_CONSTANT, add_constant (self, value), 0);
  pe_parser_push_operand (self, &operand);
  self->wants_operand = FALSE;
}

static void
read_number (pe_parser *self)
{
  pe_value  value;
  pe_status status;

  pe_value_init (&value);
  value.type.kind = PE_TYPE_NUMBER;
  value.state = PE_STATE_VALUE;
  status = pe_token_get_number (&self->token, &value.number);
  if (status != PE_OK)
    self->status = pe_error_set (self->error, status, NULL, "limit", "1000", NULL);
  push_constant (self, &value);
}

/* The text of the token, which the formula then owns; NULL after a failure. */
static const char *
take_string (pe_parser *self)
{
  char           *text = NULL;
  const pe_status status = pe_token_get_string (&self->token, &text);

  if (status == PE_ERROR_EXPRESSION_SYNTAX)
    pe_parser_fail_syntax (self, &known_escape);
  else if (status != PE_OK || pe_vector_push (&self->out->strings, &text) != PE_OK)
    {
      g_free (text);
      text = NULL;
      pe_parser_fail_no_memory (self);
    }
  return text;
}

static void
read_string (pe_parser *self)
{
  pe_value value;

  pe_value_init (&value);
  value.type.kind = PE_TYPE_STRING;
  value.state = PE_STATE_VALUE;
  value.text = take_string (self);
  push_constant (self, &value);
}

static void
read_word (pe_parser *self)
{
  pe_value value;

  pe_value_init (&value);
  if (self->token.kind != PE_TOKEN_NULL)
    pe_value_set_truth (&value, self->token.kind == PE_TOKEN_TRUE);
  push_constant (self, &value);
}

/* "date(" stands before the token. */
static void
read_date (pe_parser *self)
{
  pe_value value;
  pe_date  date;

  pe_value_init (&value);
  value.type.kind = PE_TYPE_DATE;
  value.state = PE_STATE_VALUE;
  if (self->token.kind != PE_TOKEN_STRING
      || pe_date_parse (&date, self->token.start + 1, self->token.length - 2, NULL) != PE_OK)
    {
      pe_parser_fail (self, &self->token, PE_ERROR_EXPRESSION_FUNCTION, &a_date);
      return;
    }
  value.integer = pe_date_to_number (date);
  pe_parser_advance (self);
  if (self->token.kind != PE_TOKEN_CLOSE)
    pe_parser_fail (self, &self->token, PE_ERROR_EXPRESSION_FUNCTION, &a_date);
  push_constant (self, &value);
}

/* The words before a bracket, "round half up (", joined by blanks, of which the token is the first; FALSE when it is no call. Leaves the token behind the
 * bracket. */
static gboolean
read_call (pe_parser *self, char *name, size_t size, pe_token *whole)
{
  pe_lexer ahead = self->lexer;
  pe_token token = self->token;
  size_t   used = 0;

  *whole = token;
  while (token.kind == PE_TOKEN_NAME && used + token.length + 2 <= size)
    {
      if (used > 0)
        name[used++] = ' ';
      memcpy (name + used, token.start, token.length);
      used += token.length;
      whole->length = (size_t) (token.start + token.length - whole->start);
      pe_lexer_next (&ahead, &token);
    }
  name[used] = '\0';
  if (token.kind != PE_TOKEN_OPEN)
    return FALSE;
  self->lexer = ahead;
  return TRUE;
}

static void
read_name (pe_parser *self)
{
  char      name[128];
  pe_token  whole;
  pe_frame *frame;
  uint32_t  function;

  if (!read_call (self, name, sizeof name, &whole))
    {
      pe_parser_read_name (self);
      return;
    }
  self->token = whole;
  function = pe_function_find (name);
  if (strcmp (name, "date") == 0)
    {
      pe_parser_advance (self);
      read_date (self);
      pe_parser_advance (self);
    }
  else if (function == G_MAXUINT32)
    pe_parser_fail (self, &whole, PE_ERROR_EXPRESSION_FUNCTION, pe_function_get_refusal (name));
  else if ((frame = pe_parser_push_frame (self, PE_FRAME_CALL, 0)) != NULL)
    {
      frame->detail = function;
      pe_parser_advance (self);
    }
}

/* "some x in": then the list follows. */
static void
read_quantifier (pe_parser *self)
{
  static const pe_expectation form = { "some or every, a name, and in", "some 或 every、变量名、in" };
  pe_frame                   *frame = pe_parser_push_frame (self, PE_FRAME_QUANTIFIER, 0);

  if (frame == NULL)
    return;
  frame->detail = self->token.kind == PE_TOKEN_SOME ? PE_LOOP_SOME : PE_LOOP_EVERY;
  pe_parser_advance (self);
  frame->variable = self->token;
  if (self->token.kind != PE_TOKEN_NAME)
    pe_parser_fail_syntax (self, &form);
  pe_parser_advance (self);
  if (self->token.kind != PE_TOKEN_IN)
    pe_parser_fail_syntax (self, &form);
  pe_parser_advance (self);
}

void
pe_parser_read_list (pe_parser *self, gboolean may_be_interval)
{
  pe_frame *frame = pe_parser_push_frame (self, PE_FRAME_LIST, 0);

  if (frame == NULL)
    return;
  frame->may_be_interval = may_be_interval;
  pe_parser_advance (self);
  if (self->token.kind != PE_TOKEN_CLOSE_BRACKET)
    return;
  pe_parser_end_list (self);
  pe_parser_advance (self);
}

void
pe_parser_push_and_advance (pe_parser *self, pe_frame_kind kind, int binding)
{
  pe_parser_push_frame (self, kind, binding);
  pe_parser_advance (self);
}

void
pe_parser_read_operand (pe_parser *self)
{
  switch (self->token.kind)
    {
    case PE_TOKEN_NUMBER:
      read_number (self);
      pe_parser_advance (self);
      break;
    case PE_TOKEN_STRING:
      read_string (self);
      pe_parser_advance (self);
      break;
    case PE_TOKEN_TRUE:
    case PE_TOKEN_FALSE:
    case PE_TOKEN_NULL:
      read_word (self);
      pe_parser_advance (self);
      break;
    case PE_TOKEN_NAME:
      read_name (self);
      break;
    case PE_TOKEN_MINUS:
      pe_parser_push_and_advance (self, PE_FRAME_NEGATE, PE_BIND_NEGATE);
      break;
    case PE_TOKEN_OPEN:
      pe_parser_push_and_advance (self, PE_FRAME_PAREN, 0);
      break;
    case PE_TOKEN_OPEN_BRACKET:
      pe_parser_read_list (self, FALSE);
      break;
    case PE_TOKEN_IF:
      pe_parser_push_and_advance (self, PE_FRAME_CONDITION, 0);
      break;
    case PE_TOKEN_SOME:
    case PE_TOKEN_EVERY:
      read_quantifier (self);
      break;
    case PE_TOKEN_EXPONENT:
      pe_parser_fail_syntax (self, &plain_number);
      break;
    case PE_TOKEN_RESERVED:
      pe_parser_fail_syntax (self, &in_subset);
      break;
    default:
      pe_parser_fail_syntax (self, &a_value);
      break;
    }
}
