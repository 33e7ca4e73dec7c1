/* expression-endings.c - what is checked and emitted when the last operand of a part of a formula is there
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-parser-private.h"

static const pe_expectation one_of_a_kind = { "branches of one type", "两个分支类型相同" };
static const pe_expectation single_items = { "single items of one type", "同一类型的单项" };

static void
push_type (pe_parser *self, pe_type_kind kind)
{
  const pe_operand operand = { { kind, FALSE, 0 }, FALSE, FALSE, FALSE };

  pe_parser_push_operand (self, &operand);
}

/* Makes the n topmost operands one of a type. */
static void
replace_operands (pe_parser *self, size_t n, pe_type_kind kind)
{
  self->operands.size -= n;
  push_type (self, kind);
}

/* Endings: what is done when the last operand of a frame is there */

static void
note_division (pe_parser *self, pe_code code)
{
  const pe_operand *a = pe_parser_peek_operand (self, 1), *b = pe_parser_peek_operand (self, 0);

  if ((code == PE_CODE_DIVIDE && !b->is_not_zero) || (code == PE_CODE_POWER && !b->is_not_negative && !a->is_not_zero))
    self->out->can_divide_by_zero = TRUE;
}

static void
end_binary (pe_parser *self, const pe_frame *frame)
{
  pe_code               code = (pe_code) frame->detail;
  pe_operand            result;
  const pe_expectation *expected
      = pe_type_check_binary (&code, pe_parser_peek_operand (self, 1), pe_parser_peek_operand (self, 0), &result);

  if (expected != NULL)
    {
      pe_parser_fail (self, &frame->token, PE_ERROR_EXPRESSION_TYPE, expected);
      return;
    }
  note_division (self, code);
  pe_parser_emit (self, code, 0, 0);
  if (code == PE_CODE_AND || code == PE_CODE_OR)
    pe_parser_get_instruction (self, frame->patch)->a = pe_parser_get_next (self);
  self->operands.size -= 2;
  pe_parser_push_operand (self, &result);
}

static void
check_comparison (pe_parser *self, const pe_token *token, pe_operator comparison, pe_type a, pe_type b)
{
  const pe_expectation *expected = pe_type_check_comparison (comparison, a, b);

  if (expected != NULL)
    pe_parser_fail (self, token, PE_ERROR_EXPRESSION_TYPE, expected);
}

static void
end_comparison (pe_parser *self, const pe_frame *frame)
{
  const pe_operator comparison = (pe_operator) frame->detail;
  const pe_type     a = pe_parser_peek_operand (self, 1)->type, b = pe_parser_peek_operand (self, 0)->type;
  const gboolean    is_null = pe_type_is (a, PE_TYPE_NULL) || pe_type_is (b, PE_TYPE_NULL);

  if (is_null && (comparison == PE_OPERATOR_EQUAL || comparison == PE_OPERATOR_NOT_EQUAL))
    pe_parser_emit (self, PE_CODE_IS_NULL, (uint32_t) pe_type_is (b, PE_TYPE_NULL),
                    comparison == PE_OPERATOR_NOT_EQUAL);
  else
    {
      check_comparison (self, &frame->token, comparison, a, b);
      pe_parser_emit (self, PE_CODE_COMPARE, comparison, 0);
    }
  replace_operands (self, 2, PE_TYPE_BOOLEAN);
}

static void
end_negation (pe_parser *self, const pe_frame *frame)
{
  pe_operand *top = pe_parser_peek_operand (self, 0);

  if (!pe_parser_expect_type (self, &frame->token, PE_TYPE_NUMBER))
    return;
  top->is_not_negative = FALSE;
  pe_parser_emit (self, PE_CODE_NEGATE, 0, 0);
}

static void
end_else (pe_parser *self, const pe_frame *frame)
{
  pe_operand result = { { PE_TYPE_NULL, FALSE, 0 }, FALSE, FALSE, FALSE };

  if (!pe_type_unify (frame->type, pe_parser_peek_operand (self, 0)->type, &result.type))
    pe_parser_fail (self, &frame->token, PE_ERROR_EXPRESSION_TYPE, &one_of_a_kind);
  pe_parser_get_instruction (self, frame->patch)->a = pe_parser_get_next (self);
  pe_parser_get_instruction (self, frame->patch_end)->b = pe_parser_get_next (self);
  *pe_parser_peek_operand (self, 0) = result;
}

/* Closes the loop that began at the patched instruction: the next item, or what follows. */
static void
end_loop (pe_parser *self, uint32_t first)
{
  pe_parser_emit (self, PE_CODE_TEST, first + 1, 0);
  pe_parser_get_instruction (self, first)->a = pe_parser_get_next (self);
  pe_parser_get_instruction (self, first + 1)->a = pe_parser_get_next (self);
  self->levels.size--;
}

static void
end_quantified (pe_parser *self, const pe_frame *frame)
{
  if (pe_parser_expect_type (self, &frame->token, PE_TYPE_BOOLEAN))
    end_loop (self, frame->patch);
}

static void
end_range (pe_parser *self, const pe_frame *frame, gboolean lower_closed, gboolean upper_closed)
{
  const pe_type subject = pe_parser_peek_operand (self, 2)->type;

  for (size_t i = 0; i < 2; i++)
    check_comparison (self, &frame->token, PE_OPERATOR_LESS, subject, pe_parser_peek_operand (self, i)->type);
  pe_parser_emit (self, PE_CODE_IN_RANGE, (uint32_t) lower_closed, (uint32_t) upper_closed);
  self->operands.size -= 2;
}

void
pe_parser_end_in (pe_parser *self)
{
  pe_parser_emit (self, PE_CODE_IN_END, 0, 0);
  replace_operands (self, 1, PE_TYPE_BOOLEAN);
}

static void
end_in_test (pe_parser *self, const pe_frame *frame)
{
  const pe_type     subject = pe_parser_peek_operand (self, 1)->type;
  pe_type           test = pe_parser_peek_operand (self, 0)->type;
  const gboolean    is_list = frame->kind == PE_FRAME_IN_EQUAL && test.is_list;
  const pe_operator comparison = frame->kind == PE_FRAME_IN_EQUAL ? PE_OPERATOR_EQUAL : (pe_operator) frame->detail;

  if (is_list && test.kind == PE_TYPE_NULL)
    test = subject;
  if (is_list)
    test.is_list = FALSE;
  check_comparison (self, &frame->token, comparison, subject, test);
  if (is_list)
    pe_parser_emit (self, PE_CODE_IN_LIST, 0, 0);
  else
    pe_parser_emit (self, PE_CODE_IN_COMPARE, comparison, 0);
  self->operands.size--;
}

void
pe_parser_end_frame (pe_parser *self)
{
  const pe_frame frame = pe_parser_pop_frame (self);

  switch (frame.kind)
    {
    case PE_FRAME_BINARY:
      end_binary (self, &frame);
      break;
    case PE_FRAME_COMPARE:
      end_comparison (self, &frame);
      break;
    case PE_FRAME_NEGATE:
      end_negation (self, &frame);
      break;
    case PE_FRAME_ELSE:
      end_else (self, &frame);
      break;
    case PE_FRAME_QUANTIFIED:
      end_quantified (self, &frame);
      break;
    case PE_FRAME_BETWEEN_HIGH:
      end_range (self, &frame, TRUE, TRUE);
      pe_parser_end_in (self);
      break;
    case PE_FRAME_IN:
      pe_parser_end_in (self);
      break;
    case PE_FRAME_IN_COMPARE:
    case PE_FRAME_IN_EQUAL:
    default:
      end_in_test (self, &frame);
      break;
    }
}

/* Pops the list frame, whose last item is the top operand unless it is empty. */
void
pe_parser_end_list (pe_parser *self)
{
  const pe_frame frame = pe_parser_pop_frame (self);
  const size_t   n = self->wants_operand ? 0 : frame.count + 1;
  pe_operand     list = { { PE_TYPE_NULL, FALSE, 0 }, FALSE, FALSE, n > 0 };

  for (size_t i = 0; self->status == PE_OK && i < n; i++)
    {
      const pe_type type = pe_parser_peek_operand (self, i)->type;

      if (type.is_list || type.kind == PE_TYPE_RECORD || !pe_type_unify (list.type, type, &list.type))
        pe_parser_fail (self, &frame.token, PE_ERROR_EXPRESSION_TYPE, &single_items);
    }
  if (self->status != PE_OK)
    return;
  list.type.is_list = TRUE;
  pe_parser_emit (self, PE_CODE_LIST, (uint32_t) n, 0);
  self->operands.size -= n;
  pe_parser_push_operand (self, &list);
  self->wants_operand = FALSE;
}

void
pe_parser_end_call (pe_parser *self)
{
  const pe_frame        frame = pe_parser_pop_frame (self);
  const size_t          n = frame.count + 1;
  const pe_operand     *arguments = pe_parser_peek_operand (self, n - 1);
  pe_operand            result;
  const pe_expectation *expected = pe_function_check (frame.detail, arguments, n, &result);

  if (expected != NULL)
    {
      pe_parser_fail (self, &frame.token, PE_ERROR_EXPRESSION_TYPE, expected);
      return;
    }
  if (pe_function_can_divide_by_zero (frame.detail, arguments, n))
    self->out->can_divide_by_zero = TRUE;
  pe_parser_emit (self, PE_CODE_CALL, frame.detail, (uint32_t) n);
  self->operands.size -= n;
  pe_parser_push_operand (self, &result);
}

void
pe_parser_end_filter (pe_parser *self)
{
  const pe_frame frame = pe_parser_pop_frame (self);
  pe_operand     result = { frame.type, FALSE, FALSE, FALSE };

  if (!pe_parser_expect_type (self, &frame.token, PE_TYPE_BOOLEAN))
    return;
  end_loop (self, frame.patch);
  *pe_parser_peek_operand (self, 0) = result;
}

void
pe_parser_end_interval (pe_parser *self, gboolean upper_closed)
{
  const pe_frame frame = pe_parser_pop_frame (self);

  end_range (self, &frame, frame.detail != 0, upper_closed);
}
