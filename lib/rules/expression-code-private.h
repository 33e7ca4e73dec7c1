/* expression-code-private.h - what the parts of a formula's compiler and evaluator share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "expression-private.h"

/* Tokens */

typedef enum
{
  PE_TOKEN_END,
  PE_TOKEN_NUMBER,
  PE_TOKEN_STRING,
  PE_TOKEN_NAME,
  PE_TOKEN_PLUS,
  PE_TOKEN_MINUS,
  PE_TOKEN_STAR,
  PE_TOKEN_SLASH,
  PE_TOKEN_POWER,
  PE_TOKEN_EQUAL,
  PE_TOKEN_NOT_EQUAL,
  PE_TOKEN_LESS,
  PE_TOKEN_LESS_EQUAL,
  PE_TOKEN_GREATER,
  PE_TOKEN_GREATER_EQUAL,
  PE_TOKEN_OPEN,
  PE_TOKEN_CLOSE,
  PE_TOKEN_OPEN_BRACKET,
  PE_TOKEN_CLOSE_BRACKET,
  PE_TOKEN_COMMA,
  PE_TOKEN_DOT,
  PE_TOKEN_RANGE, /* ".." */
  PE_TOKEN_AND,
  PE_TOKEN_OR,
  PE_TOKEN_IF,
  PE_TOKEN_THEN,
  PE_TOKEN_ELSE,
  PE_TOKEN_SOME,
  PE_TOKEN_EVERY,
  PE_TOKEN_IN,
  PE_TOKEN_SATISFIES,
  PE_TOKEN_BETWEEN,
  PE_TOKEN_TRUE,
  PE_TOKEN_FALSE,
  PE_TOKEN_NULL,
  PE_TOKEN_RESERVED, /* a word of FEEL that this subset leaves out */
  PE_TOKEN_EXPONENT, /* a number with an exponent */
  PE_TOKEN_UNKNOWN   /* what begins no token */
} pe_token_kind;

typedef struct pe_token
{
  pe_token_kind kind;
  const char   *start;
  size_t        length;
} pe_token;

typedef struct pe_lexer
{
  const char *text;
  const char *at;
} pe_lexer;

void pe_lexer_next (pe_lexer *self, pe_token *out);
/* The number of a token, in lowest terms; "90%" is 9/10. PE_OK or PE_ERROR_LIMIT_DIGITS. */
pe_status pe_token_get_number (const pe_token *self, pe_rational *out);
/* TRUE for a name and for the words of the language: any of them may stand behind a point. */
gboolean pe_token_is_word (const pe_token *self);
/* The text of a string, unescaped; PE_OK, PE_ERROR_EXPRESSION_SYNTAX for an unknown escape, PE_ERROR_NO_MEMORY. */
pe_status pe_token_get_string (const pe_token *self, char **out);
/* A fault at a token: its line and column in the text, from 1 and in characters. expected is English, then Chinese. */
pe_status pe_token_set_error (const pe_token *self, const char *text, pe_status code, const char *expected,
                              const char *expected_zh, pe_error **error);

/* Instructions: a stack of values, and a stack of loops */

typedef enum
{
  PE_CODE_CONSTANT, /* a: which */
  PE_CODE_SYMBOL,   /* a: which */
  PE_CODE_ITEM,     /* a: of which loop, from the outermost */
  PE_CODE_MEMBER,   /* a: column */
  PE_CODE_NEGATE,
  PE_CODE_ADD,
  PE_CODE_SUBTRACT,
  PE_CODE_SUBTRACT_DATES,
  PE_CODE_MULTIPLY,
  PE_CODE_DIVIDE,
  PE_CODE_POWER,
  PE_CODE_COMPARE, /* a: a pe_operator */
  PE_CODE_IS_NULL, /* a: 1 for the value below the top, whose top is null; 0 for the top. b: 1 negates */
  PE_CODE_AND,     /* of the two topmost */
  PE_CODE_OR,
  PE_CODE_SKIP_FALSE, /* jumps to a when the top is false, and leaves it */
  PE_CODE_SKIP_TRUE,
  PE_CODE_BRANCH,     /* takes a truth: goes on, jumps to a, or leaves its state and jumps to b */
  PE_CODE_JUMP,       /* to a */
  PE_CODE_LIST,       /* of the a topmost */
  PE_CODE_CALL,       /* a: function; b: how many arguments */
  PE_CODE_IN_BEGIN,   /* begins the tests of the top with "false" */
  PE_CODE_IN_COMPARE, /* a: a pe_operator */
  PE_CODE_IN_RANGE,   /* a: 1 when the lower end is closed; b: the upper */
  PE_CODE_IN_LIST,
  PE_CODE_IN_END,
  PE_CODE_LOOP, /* takes a list: begins a loop; b: a pe_loop_kind. A list that is none is left, jump to a */
  PE_CODE_NEXT, /* the next item, or the loop's result and jump to a */
  PE_CODE_TEST  /* takes a truth for the item; jumps to a */
} pe_code;

typedef enum
{
  PE_OPERATOR_EQUAL,
  PE_OPERATOR_NOT_EQUAL,
  PE_OPERATOR_LESS,
  PE_OPERATOR_LESS_EQUAL,
  PE_OPERATOR_GREATER,
  PE_OPERATOR_GREATER_EQUAL
} pe_operator;

typedef enum
{
  PE_LOOP_FILTER,
  PE_LOOP_SOME,
  PE_LOOP_EVERY
} pe_loop_kind;

typedef struct pe_instruction
{
  uint32_t code;
  uint32_t a;
  uint32_t b;
} pe_instruction;

/* Where a symbol's name stands in the text. */
typedef struct pe_mention
{
  size_t   start;
  size_t   length;
  uint32_t symbol;
} pe_mention;

struct pe_expression
{
  gint      references; /* atomic */
  char     *text;
  pe_type   type;
  gboolean  can_divide_by_zero;
  pe_vector code;      /* of pe_instruction */
  pe_vector constants; /* of pe_value */
  pe_vector strings;   /* of char *: what the constants' texts borrow */
  pe_vector symbols;   /* of pe_symbol */
  pe_vector mentions;  /* of pe_mention, as they stand */
};

/* Compiles self->text into self, which is else empty (expression-parser.c). */
pe_status pe_expression_compile (pe_expression *self, const pe_expression_scope *scope, pe_error **error);

/* Types (expression-types.c) */

/* What is known of an operand besides its type. */
typedef struct pe_operand
{
  pe_type  type;
  gboolean is_not_zero;     /* a number as written that is not 0 */
  gboolean is_not_negative; /* a number as written that is 0 or more */
  gboolean is_not_empty;    /* a list as written */
} pe_operand;

/* What would be right, for a message. */
typedef struct pe_expectation
{
  const char *en;
  const char *zh;
} pe_expectation;

gboolean pe_type_is (pe_type self, pe_type_kind kind); /* a single value */
gboolean pe_type_is_list_of (pe_type self, pe_type_kind kind);
/* The one type that both are or, null being of every type, can be. */
gboolean pe_type_unify (pe_type a, pe_type b, pe_type *out);
/* Each answers NULL, or what would be right. out may be an operand. */
const pe_expectation *pe_type_check_binary (pe_code *code, const pe_operand *a, const pe_operand *b, pe_operand *out);
const pe_expectation *pe_type_check_comparison (pe_operator comparison, pe_type a, pe_type b);
const pe_expectation *pe_type_expect (pe_type_kind kind);
const pe_expectation *pe_type_expect_list (void);

/* Functions (expression-functions.c) */

/* By the words of its name, joined by one blank; G_MAXUINT32 when there is none. */
uint32_t pe_function_find (const char *name);
size_t   pe_function_get_count (void);
/* Why a function of FEEL or of another language is not here, or NULL. */
const pe_expectation *pe_function_get_refusal (const char *name);
/* Answers NULL, or what would be right. */
const pe_expectation *pe_function_check (uint32_t function, const pe_operand *arguments, size_t n, pe_operand *out);
/* The calls for which some figures give a zero denominator. */
gboolean pe_function_can_divide_by_zero (uint32_t function, const pe_operand *arguments, size_t n);
/* What one is, for who calculates it in another way: its name, and how it rounds, 0 for one that does not. */
const char *pe_function_get_name (uint32_t function);
pe_rounding pe_function_get_rounding (uint32_t function);
/* How many places an argument is; FALSE for what is no whole number within the limit. */
gboolean pe_function_get_places (const pe_rational *argument, int32_t *out);
/* out is initialised; arguments have values unless they are elements of lists. steps: that are left, which what the numbers
 * take is counted down from; PE_ERROR_LIMIT with 0 of them when they do not suffice. */
pe_status pe_function_call (uint32_t function, pe_value *arguments, size_t n, uint32_t bits, uint64_t *steps,
                            pe_value *out);

/* Work (expression-work.c): steps beyond that of the instruction */

uint64_t pe_bits_weigh (uint64_t bits);   /* of an operation on numbers of so many: 0 for those that need no memory */
uint64_t pe_length_weigh (size_t length); /* of a comparison of texts of so many bytes */
uint64_t pe_number_weigh (const pe_rational *a, const pe_rational *b); /* of an operation on both */
uint64_t pe_power_weigh (const pe_rational *base, const pe_rational *exponent, uint32_t bits);
uint64_t pe_comparison_weigh (const pe_value *a, const pe_value *b); /* of one type; both have values */
uint64_t pe_copy_weigh (const pe_value *value);

/* Values (expression.c) */

/* -1, 0, 1 for two numbers, days, truths; 0 or 1 for strings. Both have values of one type. */
int pe_value_compare (const pe_value *a, const pe_value *b);
/* Makes out the state of one of the two without a value: one that is "not applicable" gives way to the other. */
void pe_value_take_state (pe_value *out, const pe_value *a, const pe_value *b);
/* Makes it none. */
void pe_value_set_state (pe_value *out, pe_state state, const pe_value_blame *blame);
void pe_value_set_truth (pe_value *out, gboolean truth);
