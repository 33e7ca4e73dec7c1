/* expression-parser-private.h - a formula under compilation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "expression-code-private.h"

/* How tightly what is under way holds its operands. */
enum
{
  PE_BIND_OPEN = 1, /* else …, satisfies …: as far to the right as it goes */
  PE_BIND_OR,
  PE_BIND_AND,
  PE_BIND_COMPARE,
  PE_BIND_ADD,
  PE_BIND_MULTIPLY,
  PE_BIND_POWER,
  PE_BIND_NEGATE,
  PE_BIND_TIGHTEST
};

/* What is under way, from the outermost on. The first ones end by themselves where what follows binds less tightly; the
 * others wait for their token. */
typedef enum
{
  PE_FRAME_BINARY,
  PE_FRAME_COMPARE,
  PE_FRAME_NEGATE,
  PE_FRAME_ELSE,
  PE_FRAME_QUANTIFIED,
  PE_FRAME_BETWEEN_HIGH,
  PE_FRAME_IN, /* its one test is done when it is on top */
  PE_FRAME_IN_COMPARE,
  PE_FRAME_IN_EQUAL,
  PE_FRAME_LAST_THAT_ENDS = PE_FRAME_IN_EQUAL,
  PE_FRAME_BETWEEN_LOW,
  PE_FRAME_PAREN,
  PE_FRAME_LIST,
  PE_FRAME_CALL,
  PE_FRAME_CONDITION,
  PE_FRAME_THEN,
  PE_FRAME_QUANTIFIER,
  PE_FRAME_FILTER,
  PE_FRAME_IN_TESTS,
  PE_FRAME_INTERVAL
} pe_frame_kind;

typedef struct pe_frame
{
  pe_frame_kind kind;
  int           binding;
  pe_token      token;     /* for a fault */
  pe_token      variable;  /* of a quantifier */
  uint32_t      detail;    /* an instruction, a comparison, a function, a kind of loop; 1: the lower end is closed */
  uint32_t      patch;     /* an instruction whose target is still to come */
  uint32_t      patch_end; /* likewise */
  uint32_t      count;     /* of commas */
  gboolean      may_be_interval;
  pe_type       type; /* of the branch, or of the list, before it */
} pe_frame;

/* What a loop names. */
typedef struct pe_level
{
  pe_token variable; /* without a length: of a filter */
  pe_type  type;     /* of the item */
} pe_level;

typedef struct pe_parser
{
  pe_expression             *out;
  const pe_expression_scope *scope;
  pe_lexer                   lexer; /* after the token */
  pe_token                   token; /* the next one */
  pe_vector                  frames;
  pe_vector                  operands; /* of pe_operand */
  pe_vector                  levels;
  uint32_t                   depth;
  gboolean                   wants_operand;
  pe_status                  status; /* the first failure sticks */
  pe_error                 **error;
} pe_parser;

void pe_parser_fail (pe_parser *self, const pe_token *token, pe_status code, const pe_expectation *expected);
void pe_parser_fail_no_memory (pe_parser *self);
/* To the next token. */
void pe_parser_advance (pe_parser *self);
/* Appends an instruction and returns its index. */
uint32_t    pe_parser_emit (pe_parser *self, pe_code code, uint32_t a, uint32_t b);
void        pe_parser_push_operand (pe_parser *self, const pe_operand *operand);
pe_operand *pe_parser_peek_operand (pe_parser *self, size_t depth);

void            pe_parser_fail_syntax (pe_parser *self, const pe_expectation *expected); /* at the token */
uint32_t        pe_parser_get_next (const pe_parser *self); /* the index of the next instruction */
pe_instruction *pe_parser_get_instruction (pe_parser *self, uint32_t index);
/* A frame that begins at the token; NULL after a failure. */
pe_frame *pe_parser_push_frame (pe_parser *self, pe_frame_kind kind, int binding);
pe_frame  pe_parser_pop_frame (pe_parser *self);
pe_frame *pe_parser_peek_frame (pe_parser *self); /* NULL where there is none */
/* FALSE when the top operand is not of a type, which is then the failure. */
gboolean pe_parser_expect_type (pe_parser *self, const pe_token *token, pe_type_kind kind);

/* Endings (expression-endings.c) */

/* The top frame, which is one that ends by itself. */
void pe_parser_end_frame (pe_parser *self);
void pe_parser_end_in (pe_parser *self);
/* The list frame, whose last item is the top operand unless the list is empty. */
void pe_parser_end_list (pe_parser *self);
void pe_parser_end_call (pe_parser *self);
void pe_parser_end_filter (pe_parser *self);
void pe_parser_end_interval (pe_parser *self, gboolean upper_closed);

/* Operands (expression-operands.c) */

/* Begins a frame at the token, and goes to the next one. */
void pe_parser_push_and_advance (pe_parser *self, pe_frame_kind kind, int binding);
void pe_parser_read_operand (pe_parser *self);
void pe_parser_read_list (pe_parser *self, gboolean may_be_interval);
/* Reads a name with all that hangs on it by points, which the token begins (expression-names.c). */
void pe_parser_read_name (pe_parser *self);
/* A column of what the top operand is: ".contract", the token being the name. */
void pe_parser_read_member (pe_parser *self);
