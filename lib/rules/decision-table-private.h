/* decision-table-private.h - the inputs and rules of a decision table
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "expression-private.h"

#define PE_TABLE_MAX_INPUTS 16
#define PE_TABLE_MAX_DECISIONS 1000000
#define PE_TABLE_MAX_PRIORITIES 1000
/* Steps of the search for gaps and overlaps. */
#define PE_TABLE_MAX_STEPS 100000000

/* A place between two neighbouring values of an input, or beyond all of them: just before a value or just after it. Each
 * test is one interval between cuts or several, whatever the type: texts are numbered as they first stand in the table,
 * no and yes are 0 and 1, days are numbers. */
typedef struct pe_cut
{
  pe_decimal at;
  int32_t    side; /* -2 before all, -1 before, 1 after, 2 after all */
} pe_cut;

typedef struct pe_span
{
  pe_cut lower;
  pe_cut upper;
} pe_span;

/* Different texts in the order in which they came. */
typedef struct pe_text_set
{
  pe_vector texts; /* of char *, owned */
  uint32_t *slots; /* of an open hash table: index + 1, or 0 */
  size_t    n_slots;
} pe_text_set;

typedef struct pe_decision_input
{
  char          *id;
  pe_expression *expression;
  pe_type_kind   kind;
  pe_text_set    texts; /* of an input that is a text */
} pe_decision_input;

typedef struct pe_decision_table
{
  gint      references; /* atomic; one that is shared is not changed */
  pe_vector inputs;     /* of pe_decision_input */
  pe_vector tests;      /* of char *: as written, decision by decision */
  pe_vector ends;       /* of size_t: where the spans of each test end */
  pe_vector spans;      /* of pe_span, of each test ascending and apart from each other */
  pe_vector points;     /* of pe_decimal, of each decision */
  pe_vector priority;   /* of pe_decimal */
} pe_decision_table;

typedef enum
{
  PE_HIT_UNIQUE,
  PE_HIT_ANY,
  PE_HIT_PRIORITY,
  PE_HIT_FIRST,
  PE_HIT_RULE_ORDER,
  PE_HIT_COLLECT,
  PE_HIT_SUM,
  PE_HIT_MIN,
  PE_HIT_MAX,
  PE_HIT_COUNT
} pe_hit_policy;

pe_decision_table *pe_decision_table_new (void); /* NULL when memory ran out */
pe_decision_table *pe_decision_table_ref (pe_decision_table *self);
void               pe_decision_table_unref (pe_decision_table *self);
/* A table of one's own with the same content; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_decision_table_copy (pe_decision_table **out, const pe_decision_table *self);

/* Each leaves the table as it was when it fails. Paths are "/inputs/1/…" and "/rules/1/…". */
pe_status pe_decision_table_add_input (pe_decision_table *self, const pe_table_input *input, size_t index,
                                       const pe_expression_scope *scope, pe_error **error);
pe_status pe_decision_table_add_decision (pe_decision_table *self, const pe_decision *decision, size_t index,
                                          size_t most, pe_error **error);
void      pe_decision_table_cut_inputs (pe_decision_table *self, size_t size);
void      pe_decision_table_cut_decisions (pe_decision_table *self, size_t size);

size_t                   pe_decision_table_get_n (const pe_decision_table *self); /* decisions */
const pe_decision_input *pe_decision_table_get_input (const pe_decision_table *self, size_t index);
const char              *pe_decision_table_get_test (const pe_decision_table *self, size_t decision, size_t input);
const pe_span    *pe_decision_table_get_spans (const pe_decision_table *self, size_t decision, size_t input, size_t *n);
const pe_decimal *pe_decision_table_get_points (const pe_decision_table *self, size_t decision);

/* -1, 0, 1 */
int pe_cut_compare (const pe_cut *a, const pe_cut *b);
/* The least cut of an input's values, and the greatest. */
void pe_decision_input_get_bounds (const pe_decision_input *self, pe_span *out);
/* Where a value lies: TRUE when in the span. */
gboolean pe_span_holds (const pe_span *self, const pe_rational *position);
/* The position of a value of the input; FALSE for a text that no test names: beyond all that are. */
void pe_decision_input_locate (const pe_decision_input *self, const pe_value *value, pe_rational *out);

/* The spans of a test (decision-test.c), appended to `spans`; texts that are new go to the input's.
 * PE_ERROR_EXPRESSION_SYNTAX, PE_ERROR_EXPRESSION_TYPE, PE_ERROR_LIMIT_DIGITS, PE_ERROR_NO_MEMORY. */
pe_status pe_decision_test_parse (pe_decision_input *input, const char *text, pe_vector *spans, pe_error **error);
/* The number of a text, which is added where it is new; FALSE when memory ran out. */
gboolean pe_text_set_add (pe_text_set *self, const char *text, uint32_t *number);
gboolean pe_text_set_find (const pe_text_set *self, const char *text, uint32_t *number);
void     pe_text_set_clear (pe_text_set *self);

/* Gaps and overlaps (decision-sweep.c) */

typedef struct pe_sweep_order
{
  pe_hit_policy     policy;
  gboolean          has_default;
  const pe_decimal *full_marks; /* NULL: gaps and overlaps; else sums and counts above them */
  const char       *path;       /* what stands before "/rules" in a finding's place */
  pe_rational      *most;       /* nullable: nothing is reported, and the most points of any box go there */
} pe_sweep_order;

/* Of a table that has a rule: findings PE_ERROR_TABLE_GAP, PE_ERROR_TABLE_OVERLAP, PE_ERROR_PARAMETER_RANGE,
 * PE_ERROR_LIMIT. */
void pe_decision_table_sweep (const pe_rule *rule, const pe_decision_table *self, const pe_sweep_order *order,
                              pe_collector *collector);
/* The most points that any values of the inputs give. Takes its steps from those that are left; FALSE when they ran out.
 * PE_ERROR_NO_MEMORY goes to the collector. */
gboolean pe_decision_table_find_most (const pe_rule *rule, pe_rational *most, uint64_t *left, pe_collector *collector);

/* Of a rule of the shape decision_table (shape-decision-table.c) */
/* TRUE for the policies that add up the points of all that hold. */
gboolean pe_hit_policy_is_sum (pe_hit_policy policy);
/* Whether one more decision that holds goes before the one that counts so far: by F the earlier, by P, C< and C> that of other
 * points. By U and A any does. */
gboolean pe_decision_table_goes_before (const pe_decision_table *self, pe_hit_policy policy, uint32_t decision,
                                        uint32_t best);
/* The rank of points under PE_HIT_PRIORITY; G_MAXSIZE when they have none. */
size_t        pe_decision_table_find_rank (const pe_decision_table *self, const pe_decimal *points);
pe_hit_policy pe_rule_get_hit_policy (const pe_rule *self);
