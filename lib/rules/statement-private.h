/* statement-private.h - what a rulebook says, statement by statement
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/rulebook_comparison.h>

#include "../base/buffer-private.h"
#include "../base/arena-private.h"
#include "name-index-private.h"
#include "rulebook-object-private.h"

typedef enum
{
  PE_STATEMENT_PLAIN,
  PE_STATEMENT_HEADER,     /* begins what is added or removed as a whole, up to the next one */
  PE_STATEMENT_LAST_RESORT /* a digest: only when nothing else of its header's differs */
} pe_statement_kind;

typedef struct pe_statement
{
  const char       *key; /* aspect, code and name: one for each statement */
  const char       *code;
  const char       *name;
  const char       *text;
  pe_statement_kind kind;
  pe_aspect         aspect;
  int32_t           section;  /* the table that it belongs to, for the order of differences */
  size_t            position; /* in that table */
} pe_statement;

/* Everything that a rulebook says. */
typedef struct pe_statements
{
  pe_arena     *arena; /* that has the texts */
  pe_vector     list;  /* of pe_statement, a header before what it begins */
  pe_name_index keys;
  pe_status     status;
  int32_t       section;
  size_t        position;
} pe_statements;

void pe_statements_init (pe_statements *self, pe_arena *arena);
void pe_statements_clear (pe_statements *self);
/* Says all that is in a rulebook's digest. PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_statements_fill (pe_statements *self, const pe_rulebook *rulebook);

/* For lib/rules/statement*.c: a statement; none for a text of NULL. */
void pe_statements_add (pe_statements *self, pe_statement_kind kind, pe_aspect aspect, const char *code,
                        const char *name, const char *text);
/* A name of two parts, e.g. "items" and "late"; the second one is nullable. */
void pe_statements_add_part (pe_statements *self, pe_aspect aspect, const char *code, const char *table,
                             const char *part, const char *text);
void pe_statements_add_decimal (pe_statements *self, pe_aspect aspect, const char *code, const char *name,
                                const pe_decimal *number);
/* Hands over the text of a buffer. */
void pe_statements_add_buffer (pe_statements *self, pe_aspect aspect, const char *code, const char *name,
                               pe_buffer *text);
void pe_statements_add_policies (pe_statements *self, const char *code, const char *prefix, const pe_policy *policies);
/* A rule of an indicator, and those that it has for signs (statement-rule.c). */
void pe_statements_add_rule (pe_statements *self, const char *code, const pe_rule *rule);
/* What changes the score of an indicator after its rule, and that of the whole (statement-adjust.c). */
void pe_statements_add_leaf_adjustments (pe_statements *self, const pe_rulebook *rulebook, size_t indicator);
void pe_statements_add_total_adjustments (pe_statements *self, const pe_rulebook *rulebook);
