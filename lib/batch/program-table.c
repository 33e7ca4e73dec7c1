/* program-table.c - a decision table as operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each test is a truth, and what holds is the same under every policy; what counts of it is not. Where one decision counts, it is
 * the first that holds in an order that the table alone decides: as written for U, A and F, by the rank of the points for
 * P, from the least points up for C<, from the most down for C>, and as written among equals. So these policies are one
 * chain of selections, from the last of that order to the first. The others are sums.
 */
#include "program-private.h"

#include <stdlib.h>

#include "../rules/shape-private.h"

typedef struct table_reader
{
  pe_compiler             *compiler;
  const pe_decision_table *table;
  pe_hit_policy            policy;
  uint32_t                 inputs[PE_TABLE_MAX_INPUTS]; /* their values */
} table_reader;

/* Tests */

static uint32_t
add_truth (const table_reader *self, gboolean truth)
{
  return pe_compiler_add_number (self->compiler, truth, 0);
}

/* TRUE where the value lies in the span. */
static uint32_t
add_span (const table_reader *self, size_t input, const pe_span *span)
{
  pe_compiler   *compiler = self->compiler;
  const uint32_t value = self->inputs[input];
  pe_span        bounds;
  uint32_t       truth = add_truth (self, TRUE);

  pe_decision_input_get_bounds (pe_decision_table_get_input (self->table, input), &bounds);
  if (pe_cut_compare (&span->lower, &bounds.lower) > 0)
    truth
        = pe_compiler_add_comparison (compiler, span->lower.side < 0 ? PE_OPERATOR_GREATER_EQUAL : PE_OPERATOR_GREATER,
                                      value, pe_compiler_add_decimal (compiler, &span->lower.at));
  if (pe_cut_compare (&span->upper, &bounds.upper) < 0)
    truth = pe_compiler_add_binary (
        compiler, PE_OP_AND, truth,
        pe_compiler_add_comparison (compiler, span->upper.side < 0 ? PE_OPERATOR_LESS : PE_OPERATOR_LESS_EQUAL, value,
                                    pe_compiler_add_decimal (compiler, &span->upper.at)));
  return truth;
}

static uint32_t
add_spans (const table_reader *self, size_t input, const pe_span *spans, size_t n)
{
  uint32_t truth = add_truth (self, FALSE);

  for (size_t i = 0; i < n; i++)
    truth = pe_compiler_add_binary (self->compiler, PE_OP_OR, truth, add_span (self, input, &spans[i]));
  return truth;
}

static gboolean
hold_text (const pe_span *spans, size_t n, size_t number)
{
  pe_rational position;
  gboolean    holds = FALSE;

  pe_rational_init (&position);
  pe_rational_set_int (&position, (int64_t) number);
  for (size_t i = 0; i < n && !holds; i++)
    holds = pe_span_holds (&spans[i], &position);
  pe_rational_clear (&position);
  return holds;
}

/* The table numbers the texts of each input by itself, the program all of its texts: one is compared with each that holds, or,
 * where any text holds that the table does not name, with each that does not. */
static uint32_t
add_texts (const table_reader *self, size_t input, const pe_span *spans, size_t n)
{
  const pe_vector *texts = &pe_decision_table_get_input (self->table, input)->texts.texts;
  const gboolean   others = hold_text (spans, n, texts->size);
  uint32_t         truth = add_truth (self, FALSE);

  for (size_t i = 0; i < texts->size; i++)
    if (hold_text (spans, n, i) != others)
      truth = pe_compiler_add_binary (
          self->compiler, PE_OP_OR, truth,
          pe_compiler_add_comparison (self->compiler, PE_OPERATOR_EQUAL, self->inputs[input],
                                      pe_compiler_add_text (self->compiler, *pe_vector_at (texts, char *const, i))));
  return others ? pe_compiler_add (self->compiler, &(pe_op) { .code = PE_OP_NOT, .a = truth }) : truth;
}

static uint32_t
add_decision (const table_reader *self, size_t decision)
{
  uint32_t truth = add_truth (self, TRUE);

  for (size_t i = 0; i < self->table->inputs.size; i++)
    {
      size_t         n;
      const pe_span *spans = pe_decision_table_get_spans (self->table, decision, i, &n);
      const gboolean is_text = pe_decision_table_get_input (self->table, i)->kind == PE_TYPE_STRING;

      truth = pe_compiler_add_binary (
          self->compiler, PE_OP_AND, truth, is_text ? add_texts (self, i, spans, n) : add_spans (self, i, spans, n));
    }
  return truth;
}

/* One decision counts */

/* A decision in the order in which the first that holds counts. */
typedef struct candidate
{
  const table_reader *reader;
  size_t              decision;
} candidate;

static int
compare_numbers (size_t a, size_t b)
{
  return (a > b) - (a < b);
}

static int
compare_candidates (const void *x, const void *y)
{
  const candidate         *a = x, *b = y;
  const pe_decision_table *table = a->reader->table;
  const pe_decimal        *p = pe_decision_table_get_points (table, a->decision);
  const pe_decimal        *q = pe_decision_table_get_points (table, b->decision);
  int                      order = 0;

  if (a->reader->policy == PE_HIT_PRIORITY)
    order = compare_numbers (pe_decision_table_find_rank (table, p), pe_decision_table_find_rank (table, q));
  else if (a->reader->policy == PE_HIT_MIN)
    order = pe_decimal_order (p, q);
  else if (a->reader->policy == PE_HIT_MAX)
    order = pe_decimal_order (q, p);
  return order != 0 ? order : compare_numbers (a->decision, b->decision);
}

static uint32_t
add_first (const table_reader *self, uint32_t points)
{
  const size_t n = pe_decision_table_get_n (self->table);
  candidate   *order = g_try_new (candidate, MAX (n, 1));

  if (order == NULL)
    {
      self->compiler->status = PE_ERROR_NO_MEMORY;
      pe_compiler_give_up (self->compiler);
      return 0;
    }
  for (size_t i = 0; i < n; i++)
    order[i] = (candidate) { self, i };
  qsort (order, n, sizeof *order, compare_candidates);
  for (size_t i = n; i-- > 0;)
    points = pe_compiler_add_select (
        self->compiler, add_decision (self, order[i].decision),
        pe_compiler_add_decimal (self->compiler, pe_decision_table_get_points (self->table, order[i].decision)),
        points);
  g_free (order);
  return points;
}

/* All count */

static uint32_t
add_sum (const table_reader *self, uint32_t otherwise)
{
  const pe_decimal one = { 1, 0, 0 };
  const uint32_t   nothing = pe_compiler_add_number (self->compiler, 0, 0);
  uint32_t         sum = nothing, any = add_truth (self, FALSE);

  for (size_t i = 0; i < pe_decision_table_get_n (self->table); i++)
    {
      const uint32_t    holds = add_decision (self, i);
      const pe_decimal *points = self->policy == PE_HIT_COUNT ? &one : pe_decision_table_get_points (self->table, i);

      sum = pe_compiler_add_binary (
          self->compiler, PE_OP_ADD, sum,
          pe_compiler_add_select (self->compiler, holds, pe_compiler_add_decimal (self->compiler, points), nothing));
      any = pe_compiler_add_binary (self->compiler, PE_OP_OR, any, holds);
    }
  return pe_compiler_add_select (self->compiler, any, sum, otherwise);
}

/* The whole */

uint32_t
pe_compiler_add_table (pe_compiler *self, const pe_rule *rule)
{
  table_reader reader = { .compiler = self, .table = rule->table, .policy = pe_rule_get_hit_policy (rule) };
  pe_decimal   number = { 0, 0, 0 };
  uint32_t     points;

  /* Each decision has an operation at the least. */
  if (pe_decision_table_get_n (reader.table) > PE_PROGRAM_MOST)
    pe_compiler_give_up (self);
  for (size_t i = 0; i < reader.table->inputs.size && self->is_possible; i++)
    reader.inputs[i] = pe_compiler_add_formula (self, pe_decision_table_get_input (reader.table, i)->expression);
  if (!self->is_possible)
    return 0;
  if (!pe_rule_get_number (rule, "default", &number))
    number = (pe_decimal) { 0, 0, 0 };
  points = pe_compiler_add_decimal (self, &number);
  points = pe_hit_policy_is_sum (reader.policy) || reader.policy == PE_HIT_COUNT
               ? add_sum (&reader, points)
               : add_first (&reader, points);
  /* An input without a value is the state of the whole, whether its test would matter or not. */
  for (size_t i = 0; i < reader.table->inputs.size; i++)
    points = pe_compiler_add_binary (self, PE_OP_JOIN, points, reader.inputs[i]);
  return points;
}
