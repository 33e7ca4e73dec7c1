/* program-private.h - the rule of a leaf as a straight line of operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a formula or a decision table says, without jumps: each operation reads earlier ones, and both branches of a
 * condition are calculated. A program knows nothing of units, scales or memory; those come with the columns of a run
 * (lanes-private.h).
 *
 * THREE KINDS OF LANES. Beside its number each lane of a result carries a mark. Operations take the greater mark of what they
 * read, but for those that say otherwise:
 *
 *   PE_MARK_VALUE    the number is the exact value
 *   PE_MARK_MISSING  there is no value, and its state is known to be PE_STATE_MISSING
 *   PE_MARK_UNKNOWN  only the rule itself can tell: a number out of range, a zero denominator, any other state
 *
 * A lane without a value takes the state of the first operand that has none, "not applicable" giving way to others. Of two
 * operands one of which is MISSING and none UNKNOWN that is MISSING in either order, and whatever UNKNOWN touches stays UNKNOWN:
 * the greater mark never says more than is known.
 */
#pragma once

#include "plan-private.h"

#include "../rules/decision-table-private.h"
#include "../rules/expression-code-private.h"

/* Operations of one program; a leaf that needs more is scored by its rule. */
#define PE_PROGRAM_MOST 2048

typedef enum
{
  PE_MARK_VALUE,
  PE_MARK_MISSING,
  PE_MARK_UNKNOWN
} pe_mark;

typedef enum
{
  PE_OP_CONSTANT, /* number × 10^exponent; a truth is 0 or 1, a text its number among the program's, a day its own */
  PE_OP_NULL,     /* no value, everywhere */
  PE_OP_LOAD,     /* the cells of an input as what type says */
  PE_OP_ADD,      /* a + b, and so on */
  PE_OP_SUBTRACT,
  PE_OP_MULTIPLY,
  PE_OP_DIVIDE,
  PE_OP_ABSOLUTE,
  PE_OP_ROUND,   /* a to places */
  PE_OP_COMPARE, /* how a stands to b */
  PE_OP_AND,     /* false where a or b is, whatever the other one is */
  PE_OP_OR,
  PE_OP_NOT,
  PE_OP_IS_NULL, /* whether a has no value */
  PE_OP_SELECT,  /* b where the truth a holds, c where it does not */
  PE_OP_REQUIRE, /* a, which is unknown where the truth b does not hold */
  PE_OP_JOIN     /* a, where b has a value as well */
} pe_op_code;

typedef struct pe_op
{
  pe_op_code    code;
  uint32_t      a; /* earlier operations */
  uint32_t      b;
  uint32_t      c;
  int64_t       number;
  int32_t       exponent;
  uint32_t      input;
  pe_type_kind  type;          /* of what is loaded */
  gboolean      is_of_formula; /* which reads percentage points as shares */
  gboolean      is_bare;       /* the column has to be in no unit */
  pe_comparison comparison;
  int32_t       places;
  pe_rounding   rounding;
} pe_op;

/* Immutable once it is compiled. The last operation gives the points of the leaf, as a number. */
typedef struct pe_program
{
  pe_vector   ops;                /* of pe_op */
  pe_text_set texts;              /* that texts are compared with; any other is the next number */
  int32_t     places;             /* of the points */
  gboolean    missing_is_unknown; /* a declared score may take the place of figures that are missing */
} pe_program;

/* The program of a leaf with a rule. *out is NULL where the rule is none of those that become one. PE_OK or
 * PE_ERROR_NO_MEMORY. */
pe_status pe_program_new (pe_program **out, const pe_batch_plan *plan, const pe_plan_leaf *leaf);
void      pe_program_free (pe_program *self); /* NULL does nothing */

/* A program under construction. What cannot be compiled, or failed, sticks; operations are then added to no purpose. */
typedef struct pe_compiler
{
  pe_program          *program;
  const pe_batch_plan *plan;
  const pe_plan_leaf  *leaf;
  gboolean             is_possible;
  pe_status            status;
} pe_compiler;

void pe_compiler_give_up (pe_compiler *self);
/* An operation that is there already is taken instead. */
uint32_t pe_compiler_add (pe_compiler *self, const pe_op *op);
uint32_t pe_compiler_add_number (pe_compiler *self, int64_t number, int32_t exponent);
uint32_t pe_compiler_add_decimal (pe_compiler *self, const pe_decimal *number);
uint32_t pe_compiler_add_load (pe_compiler *self, uint32_t input, pe_type_kind type, gboolean is_of_formula);
uint32_t pe_compiler_add_text (pe_compiler *self, const char *text);
uint32_t pe_compiler_add_binary (pe_compiler *self, pe_op_code code, uint32_t a, uint32_t b);
uint32_t pe_compiler_add_comparison (pe_compiler *self, pe_comparison comparison, uint32_t a, uint32_t b);
uint32_t pe_compiler_add_select (pe_compiler *self, uint32_t condition, uint32_t then, uint32_t otherwise);
/* An amount of the plan; without it the program is given up. */
uint32_t pe_compiler_add_amount (pe_compiler *self, const pe_amount_name *name, gboolean is_of_formula);
/* A measure that is one amount of another. */
uint32_t pe_compiler_add_rate (pe_compiler *self, size_t measure, gboolean is_prior, gboolean is_of_formula);

/* The value of a formula (program-formula.c). */
uint32_t pe_compiler_add_formula (pe_compiler *self, const pe_expression *expression);
/* The points of a decision table, before they are rounded (program-table.c). */
uint32_t pe_compiler_add_table (pe_compiler *self, const pe_rule *rule);
/* The points of a leaf's rule, before they are rounded (program-leaf.c). */
uint32_t pe_compiler_add_rule (pe_compiler *self, const pe_rule *rule);
