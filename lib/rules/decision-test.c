/* decision-test.c - the tests of a decision table, as the intervals that fulfil them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>

#include "../base/date-private.h"
#include "decision-table-private.h"
#include "expression-code-private.h"

static const pe_expectation form
    = { "a test: -, a value, < <= > >= and a value, [a..b) or not(…); several are parted by commas",
        "条件：-、一个值、< <= > >= 加一个值、[a..b) 或 not(…)，多项以逗号分隔" };
static const pe_expectation some_value = { "a test that some value fulfils", "有值可以满足的条件" };
static const pe_expectation decimal_places
    = { "a number of at most 18 digits behind the point", "小数不超过 18 位的数" };

/* A test under way. */
typedef struct reader
{
  pe_decision_input *input;
  const char        *text;
  pe_lexer           lexer;
  pe_token           token;
  pe_vector         *spans;
  size_t             first; /* of its spans */
  pe_status          status;
  pe_error         **error;
} reader;

static void
fail (reader *self, pe_status code, const pe_expectation *expected)
{
  if (self->status == PE_OK)
    self->status = pe_token_set_error (&self->token, self->text, code, expected->en, expected->zh, self->error);
}

static void
fail_no_memory (reader *self)
{
  if (self->status == PE_OK)
    self->status = pe_error_set_no_memory (self->error);
}

static void
advance (reader *self)
{
  pe_lexer_next (&self->lexer, &self->token);
}

static gboolean
take (reader *self, pe_token_kind kind)
{
  if (self->token.kind != kind)
    return FALSE;
  advance (self);
  return TRUE;
}

static void
expect (reader *self, pe_token_kind kind)
{
  if (!take (self, kind))
    fail (self, PE_ERROR_EXPRESSION_SYNTAX, &form);
}

/* Values */

static gboolean
expect_kind (reader *self, pe_type_kind kind)
{
  if (self->input->kind == kind)
    return TRUE;
  fail (self, PE_ERROR_EXPRESSION_TYPE, pe_type_expect (self->input->kind));
  return FALSE;
}

static void
read_number (reader *self, gboolean is_negative, pe_decimal *out)
{
  pe_rational number;
  pe_status   status;

  if (!expect_kind (self, PE_TYPE_NUMBER))
    return;
  pe_rational_init (&number);
  status = pe_token_get_number (&self->token, &number);
  if (is_negative)
    pe_rational_negate (&number, &number);
  if (status != PE_OK || !pe_rational_is_decimal (out, &number))
    fail (self, PE_ERROR_LIMIT_DIGITS, &decimal_places);
  pe_rational_clear (&number);
  advance (self);
}

static void
read_text (reader *self, pe_decimal *out)
{
  char     *text = NULL;
  uint32_t  number = 0;
  pe_status status;

  if (!expect_kind (self, PE_TYPE_STRING))
    return;
  status = pe_token_get_string (&self->token, &text);
  if (status == PE_ERROR_EXPRESSION_SYNTAX)
    fail (self, status, &form);
  else if (status != PE_OK || !pe_text_set_add (&self->input->texts, text, &number))
    fail_no_memory (self);
  g_free (text);
  *out = (pe_decimal) { number, 0, 0 };
  advance (self);
}

/* date("2023-01-31") */
static void
read_date (reader *self, pe_decimal *out)
{
  pe_date date = 0;

  if (!expect_kind (self, PE_TYPE_DATE))
    return;
  advance (self);
  expect (self, PE_TOKEN_OPEN);
  if (self->token.kind != PE_TOKEN_STRING
      || pe_date_parse (&date, self->token.start + 1, self->token.length - 2, NULL) != PE_OK)
    {
      fail (self, PE_ERROR_EXPRESSION_SYNTAX, &form);
      return;
    }
  *out = (pe_decimal) { pe_date_to_number (date), 0, 0 };
  advance (self);
  expect (self, PE_TOKEN_CLOSE);
}

static void
read_truth (reader *self, pe_decimal *out)
{
  if (!expect_kind (self, PE_TYPE_BOOLEAN))
    return;
  *out = (pe_decimal) { self->token.kind == PE_TOKEN_TRUE, 0, 0 };
  advance (self);
}

static gboolean
is_word (const reader *self, const char *word)
{
  return self->token.kind == PE_TOKEN_NAME && self->token.length == strlen (word)
         && memcmp (self->token.start, word, self->token.length) == 0;
}

static void
read_value (reader *self, pe_decimal *out)
{
  const gboolean is_negative = take (self, PE_TOKEN_MINUS);

  if (self->token.kind == PE_TOKEN_NUMBER)
    read_number (self, is_negative, out);
  else if (is_negative)
    fail (self, PE_ERROR_EXPRESSION_SYNTAX, &form);
  else if (self->token.kind == PE_TOKEN_STRING)
    read_text (self, out);
  else if (self->token.kind == PE_TOKEN_TRUE || self->token.kind == PE_TOKEN_FALSE)
    read_truth (self, out);
  else if (is_word (self, "date"))
    read_date (self, out);
  else
    fail (self, PE_ERROR_EXPRESSION_SYNTAX, &form);
}

/* Spans */

/* Texts, truths and days follow each other one by one: what lies after one lies before the next. */
static pe_cut
make_cut (const reader *self, const pe_decimal *value, gboolean is_after)
{
  pe_cut cut = { *value, is_after ? 1 : -1 };

  if (is_after && self->input->kind != PE_TYPE_NUMBER)
    cut = (pe_cut) { { value->coefficient + 1, 0, 0 }, -1 };
  return cut;
}

static void
add_span (reader *self, const pe_cut *lower, const pe_cut *upper)
{
  const pe_span span = { *lower, *upper };

  if (self->status != PE_OK)
    return;
  if (pe_cut_compare (lower, upper) >= 0)
    fail (self, PE_ERROR_EXPRESSION_TYPE, &some_value);
  else if (pe_vector_push (self->spans, &span) != PE_OK)
    fail_no_memory (self);
}

static void
read_comparison (reader *self)
{
  const pe_token_kind kind = self->token.kind;
  const gboolean      is_upper = kind == PE_TOKEN_LESS || kind == PE_TOKEN_LESS_EQUAL;
  pe_decimal          value = { 0, 0, 0 };
  pe_span             bounds;
  pe_cut              cut;

  if (self->input->kind != PE_TYPE_NUMBER && self->input->kind != PE_TYPE_DATE)
    {
      fail (self, PE_ERROR_EXPRESSION_TYPE, pe_type_expect (self->input->kind));
      return;
    }
  advance (self);
  read_value (self, &value);
  cut = make_cut (self, &value, kind == PE_TOKEN_LESS_EQUAL || kind == PE_TOKEN_GREATER);
  pe_decision_input_get_bounds (self->input, &bounds);
  add_span (self, is_upper ? &bounds.lower : &cut, is_upper ? &cut : &bounds.upper);
}

static void
read_interval (reader *self)
{
  const gboolean lower_closed = self->token.kind == PE_TOKEN_OPEN_BRACKET;
  gboolean       upper_closed;
  pe_decimal     low = { 0, 0, 0 }, high = { 0, 0, 0 };
  pe_cut         lower, upper;

  if (self->input->kind != PE_TYPE_NUMBER && self->input->kind != PE_TYPE_DATE)
    {
      fail (self, PE_ERROR_EXPRESSION_TYPE, pe_type_expect (self->input->kind));
      return;
    }
  advance (self);
  read_value (self, &low);
  expect (self, PE_TOKEN_RANGE);
  read_value (self, &high);
  upper_closed = self->token.kind == PE_TOKEN_CLOSE_BRACKET;
  if (!upper_closed && self->token.kind != PE_TOKEN_CLOSE)
    fail (self, PE_ERROR_EXPRESSION_SYNTAX, &form);
  lower = make_cut (self, &low, !lower_closed);
  upper = make_cut (self, &high, upper_closed);
  add_span (self, &lower, &upper);
  advance (self);
}

static void
read_one (reader *self)
{
  pe_decimal value = { 0, 0, 0 };
  pe_cut     lower, upper;

  if (self->token.kind >= PE_TOKEN_LESS && self->token.kind <= PE_TOKEN_GREATER_EQUAL)
    read_comparison (self);
  else if (self->token.kind == PE_TOKEN_OPEN_BRACKET || self->token.kind == PE_TOKEN_OPEN)
    read_interval (self);
  else
    {
      read_value (self, &value);
      lower = make_cut (self, &value, FALSE);
      upper = make_cut (self, &value, TRUE);
      add_span (self, &lower, &upper);
    }
}

static int
compare_spans (const void *a, const void *b)
{
  return pe_cut_compare (&((const pe_span *) a)->lower, &((const pe_span *) b)->lower);
}

/* Puts the spans in order and joins those that touch. */
static void
join_spans (reader *self)
{
  const size_t n = self->spans->size - self->first;
  size_t       last = 0;
  pe_span     *spans;

  if (self->status != PE_OK || n < 2)
    return;
  spans = pe_vector_at (self->spans, pe_span, self->first);
  qsort (spans, n, sizeof *spans, compare_spans);
  for (size_t i = 1; i < n; i++)
    if (pe_cut_compare (&spans[i].lower, &spans[last].upper) > 0)
      spans[++last] = spans[i];
    else if (pe_cut_compare (&spans[i].upper, &spans[last].upper) > 0)
      spans[last].upper = spans[i].upper;
  self->spans->size = self->first + last + 1;
}

/* Makes the spans, which are in order, what lies between them. */
static void
invert_spans (reader *self)
{
  const size_t n = self->spans->size - self->first;
  pe_span      bounds, *last;
  pe_cut       at;

  pe_decision_input_get_bounds (self->input, &bounds);
  if (self->status == PE_OK && pe_vector_push (self->spans, &bounds) != PE_OK)
    fail_no_memory (self);
  if (self->status != PE_OK)
    return;
  at = bounds.lower;
  self->spans->size = self->first;
  for (size_t i = 0; i <= n; i++)
    {
      last = pe_vector_at (self->spans, pe_span, self->first + i);
      const pe_span gap = { at, i < n ? last->lower : bounds.upper };

      at = last->upper;
      if (pe_cut_compare (&gap.lower, &gap.upper) < 0)
        *pe_vector_at (self->spans, pe_span, self->spans->size++) = gap;
    }
  if (self->spans->size == self->first)
    fail (self, PE_ERROR_EXPRESSION_TYPE, &some_value);
}

static void
read_many (reader *self)
{
  do
    read_one (self);
  while (self->status == PE_OK && take (self, PE_TOKEN_COMMA));
}

static void
read_test (reader *self)
{
  pe_lexer ahead = self->lexer;
  pe_token next;
  pe_span  bounds;

  pe_lexer_next (&ahead, &next);
  pe_decision_input_get_bounds (self->input, &bounds);
  if (self->token.kind == PE_TOKEN_MINUS && next.kind == PE_TOKEN_END)
    {
      add_span (self, &bounds.lower, &bounds.upper);
      advance (self);
    }
  else if (is_word (self, "not"))
    {
      advance (self);
      expect (self, PE_TOKEN_OPEN);
      if (self->status == PE_OK)
        read_many (self);
      expect (self, PE_TOKEN_CLOSE);
      join_spans (self);
      invert_spans (self);
    }
  else
    {
      read_many (self);
      join_spans (self);
    }
  if (self->token.kind != PE_TOKEN_END)
    fail (self, PE_ERROR_EXPRESSION_SYNTAX, &form);
}

pe_status
pe_decision_test_parse (pe_decision_input *input, const char *text, pe_vector *spans, pe_error **error)
{
  reader self
      = { .input = input,
          .text = text,
          .lexer = { text, text },
          .spans = spans,
          .first = spans->size,
          .status = PE_OK,
          .error = error };

  advance (&self);
  read_test (&self);
  if (self.status != PE_OK)
    spans->size = self.first;
  return self.status;
}
