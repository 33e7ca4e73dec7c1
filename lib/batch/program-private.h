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

#include "../base/figure-private.h"
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
  PE_OP_ROOT,    /* the square root of a: exact where it is rational, else to PE_EXPRESSION_ROOT_PLACES */
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
  pe_op_code   code;
  uint32_t     a; /* earlier operations */
  uint32_t     b;
  uint32_t     c;
  int64_t      number;
  int32_t      exponent;
  uint32_t     input;
  pe_type_kind type; /* of what is loaded; PE_TYPE_STRING also where one of what is selected from is such a text */
  gboolean     is_of_formula; /* which reads percentage points as shares */
  gboolean     is_evidence;   /* a text that is blank is none */
  gboolean     is_optional;   /* a column that is not given has no values */
  gboolean     is_figure;     /* the rule keeps the difference as a figure, which 64 bits have to hold */
  pe_operator  comparison;
  int32_t      places;
  pe_rounding  rounding;
} pe_op;

/* What the units of columns have to be, which are known in a run alone: with others the rule decides. */
typedef struct pe_unit_demand
{
  uint32_t input;
  uint32_t other;      /* PE_PLAN_NONE, or an input whose unit is of the same dimension */
  uint32_t dimensions; /* one bit for each that the input's may have */
} pe_unit_demand;

/* Immutable once it is compiled. The last operation gives the points of the leaf, as a number, or a condition. */
typedef struct pe_program
{
  pe_vector   ops;            /* of pe_op */
  pe_vector   demands;        /* of pe_unit_demand */
  pe_text_set texts;          /* that texts are compared with */
  gboolean    compares_texts; /* texts with each other: all have numbers of their own; else any other is the next one */
  int32_t     places;         /* of the points */
  gboolean    missing_is_unknown; /* a declared score may take the place of figures that are missing */
} pe_program;

/* The program of a leaf with a rule. *out is NULL where the rule is none of those that become one. PE_OK or
 * PE_ERROR_NO_MEMORY. */
pe_status pe_program_new (pe_program **out, const pe_batch_plan *plan, const pe_plan_leaf *leaf);
/* The condition of a cap of a leaf, a truth. */
pe_status pe_program_new_condition (pe_program **out, const pe_batch_plan *plan, const pe_plan_leaf *leaf, size_t cap);
void      pe_program_free (pe_program *self); /* NULL does nothing */

/* A program under construction. What cannot be compiled, or failed, sticks; operations are then added to no purpose. */
typedef struct pe_compiler
{
  pe_program          *program;
  const pe_batch_plan *plan;
  const pe_plan_leaf  *leaf;
  size_t               n_read; /* instructions of formulas; those of a loop once for each element */
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
uint32_t pe_compiler_add_comparison (pe_compiler *self, pe_operator comparison, uint32_t a, uint32_t b);
uint32_t pe_compiler_add_select (pe_compiler *self, uint32_t condition, uint32_t then, uint32_t otherwise);
/* What a column of texts says, or may say. */
gboolean pe_compiler_is_text (const pe_compiler *self, uint32_t index);
uint32_t pe_compiler_add_alone (pe_compiler *self, pe_op_code code, uint32_t a);
/* a / b, as a product where 1 / b is a decimal. */
uint32_t pe_compiler_add_quotient (pe_compiler *self, uint32_t a, uint32_t b);
/* a, as 0 where it is below that. */
uint32_t pe_compiler_add_floor (pe_compiler *self, uint32_t a);
/* a, about which only the rule can tell where the truth does not hold. */
uint32_t pe_compiler_add_requirement (pe_compiler *self, uint32_t a, pe_operator comparison, uint32_t x, uint32_t y);
/* An amount of the plan; without it the program is given up. */
uint32_t pe_compiler_add_amount (pe_compiler *self, const pe_amount_name *name, gboolean is_of_formula);
/* A measure that is amounts of another. */
uint32_t pe_compiler_add_rate (pe_compiler *self, size_t measure, gboolean is_prior, gboolean is_of_formula);

/* The value of a formula (program-formula.c). */
uint32_t pe_compiler_add_formula (pe_compiler *self, const pe_expression *expression);
/* The points of a decision table, before they are rounded (program-table.c). */
uint32_t pe_compiler_add_table (pe_compiler *self, const pe_rule *rule);

/* Arguments (program-argument.c) */

/* What an argument of a rule came to. */
typedef struct pe_operand_of_rule
{
  uint32_t     op;
  gboolean     is_given;
  gboolean     is_rate;
  gboolean     is_fixed;  /* by the rule itself */
  uint32_t     input;     /* of a fact, whose dimension the column decides; else PE_PLAN_NONE */
  pe_dimension dimension; /* then: as it is compared */
} pe_operand_of_rule;

void pe_compiler_add_argument (pe_compiler *self, const pe_rule *rule, const char *name, pe_operand_of_rule *out);
/* A fact that a rule asks for by a name of its own. */
void pe_compiler_add_fact (pe_compiler *self, const char *name, pe_operand_of_rule *out);
/* Sees to it that the two can be compared (pe_application_check_units()). */
void pe_compiler_match_units (pe_compiler *self, const pe_operand_of_rule *a, const pe_operand_of_rule *b);
/* Sees to it that it has one of the dimensions, as bits. */
void pe_compiler_demand (pe_compiler *self, const pe_operand_of_rule *operand, uint32_t dimensions);
/* That it can be held against what the rule fixes in its unit (pe_application_check_rule_unit()). */
void pe_compiler_match_rule_unit (pe_compiler *self, const pe_rule *rule, const pe_operand_of_rule *operand);

/* Shapes */

/* The points of a rule, before they are rounded. */
typedef struct pe_compiled_points
{
  uint32_t op;
  uint32_t reached;     /* the share of a target that was reached; PE_PLAN_NONE: there is none */
  uint32_t has_reached; /* a truth, where not every unit has one; else PE_PLAN_NONE */
  uint32_t beyond;      /* the points of a result beyond its target, all alike */
} pe_compiled_points;

/* The points of a leaf's rule (program-leaf.c). */
void     pe_compiler_add_rule (pe_compiler *self, const pe_rule *rule, pe_compiled_points *out);
uint32_t pe_compiler_add_marks (pe_compiler *self);
/* The points of the step that holds a value, whose bounds are in units of 10^exponent. */
uint32_t pe_compiler_add_steps (pe_compiler *self, const pe_rule *rule, uint32_t value, int32_t exponent);
/* By how much a result lies off its target (program-deviation.c). */
uint32_t pe_compiler_add_per_unit (pe_compiler *self, const pe_rule *rule);
uint32_t pe_compiler_add_deviation_steps (pe_compiler *self, const pe_rule *rule);
/* What a text or several facts decide (program-choice.c). */
uint32_t pe_compiler_add_graded (pe_compiler *self, const pe_rule *rule);
uint32_t pe_compiler_add_external_score (pe_compiler *self, const pe_rule *rule);
uint32_t pe_compiler_add_milestones (pe_compiler *self, const pe_rule *rule);
uint32_t pe_compiler_add_alternative (pe_compiler *self, const pe_rule *rule);
