/* expression-private.h - formulas as a rulebook writes them: a strict subset of FEEL (docs/formula.md)
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/rule.h>

#include "../base/rational-private.h"
#include "../base/vector-private.h"
#include "rule-private.h"

/* Brackets, branches, signs and conditions inside each other: as deep as pe_limits::depth by default. */
#define PE_EXPRESSION_MAX_DEPTH 64
/* Bytes of one formula: as pe_limits::text_bytes by default. */
#define PE_EXPRESSION_MAX_BYTES 1048576
/* Digits of one number: as pe_limits::digits by default. */
#define PE_EXPRESSION_MAX_DIGITS 1000
/* More than so many digits need. */
#define PE_EXPRESSION_CONSTANT_BITS 8192
/* Instructions and records looked at in one evaluation. */
#define PE_EXPRESSION_MAX_STEPS 10000000
/* Bits of what stands under a root while it is drawn, for each bit that a number may have. */
#define PE_EXPRESSION_ROOT_BITS 16
/* Different names in one formula. */
#define PE_EXPRESSION_MAX_SYMBOLS 256
/* Places of a root or fractional power that is no rational number; it is rounded half up. */
#define PE_EXPRESSION_ROOT_PLACES 18
/* Places to which a formula can round, to either side of the point. */
#define PE_EXPRESSION_MAX_PLACES 1000

typedef enum
{
  PE_TYPE_NULL, /* of the word null alone */
  PE_TYPE_NUMBER,
  PE_TYPE_STRING,
  PE_TYPE_BOOLEAN,
  PE_TYPE_DATE,
  PE_TYPE_RECORD
} pe_type_kind;

/* A list holds elements of one type, never lists: each value is bounded by the records that it came from. */
typedef struct pe_type
{
  pe_type_kind kind;
  gboolean     is_list;
  uint32_t     table; /* of records */
} pe_type;

/* Why a value is none: an input of the outcome, or one column of a record behind that input. */
typedef struct pe_value_blame
{
  size_t   input; /* G_MAXSIZE: none */
  size_t   record;
  uint32_t column; /* G_MAXUINT32: the input itself */
} pe_value_blame;

typedef struct pe_value
{
  pe_type        type;
  pe_state       state;    /* PE_STATE_VALUE, or why there is none */
  pe_status      fault;    /* with PE_STATE_INVALID: the error that it is under PE_POLICY_ERROR */
  const char    *expected; /* with a fault: what would be right, for the message; static, nullable */
  pe_value_blame blame;    /* of a state; of a record: the input that its table is */
  pe_rational    number;
  int64_t        integer; /* a truth, the number of a day, or the index of a record */
  const char    *text;    /* of a string; borrowed from the formula or the dossier */
  pe_vector      items;   /* of pe_value, of a list */
} pe_value;

static inline void
pe_value_init (pe_value *self)
{
  *self = (pe_value) { .blame = { G_MAXSIZE, 0, G_MAXUINT32 }, .items = PE_VECTOR_INIT (pe_value) };
  pe_rational_init (&self->number);
}

void pe_value_free_parts (pe_value *self); /* which is left undefined */

/* As clear, of a value that is left undefined. */
static inline void
pe_value_release (pe_value *self)
{
  if (self->items.data != NULL || self->number.big)
    pe_value_free_parts (self);
}

static inline void
pe_value_clear (pe_value *self)
{
  pe_value_release (self);
  pe_value_init (self);
}

void      pe_value_move (pe_value *out, pe_value *self);       /* out is initialised; self is NULL afterwards */
pe_status pe_value_copy (pe_value *out, const pe_value *self); /* PE_OK or PE_ERROR_NO_MEMORY */

/* Names */

typedef enum
{
  PE_SYMBOL_FACT,
  PE_SYMBOL_MEASURE,
  PE_SYMBOL_AMOUNT,    /* of a budget category */
  PE_SYMBOL_TOTAL,     /* of procurement */
  PE_SYMBOL_STOCKTAKE, /* the day of the assets' */
  PE_SYMBOL_TABLE,     /* all its records */
  PE_SYMBOL_OWN        /* a measure that the rulebook declares */
} pe_symbol_kind;

/* A name that a formula reads from the dossier or the indicator's facts. */
typedef struct pe_symbol
{
  pe_symbol_kind kind;
  char          *name;     /* as the formula writes it, without blanks; owned */
  gboolean       is_prior; /* of the year before */
  int32_t        category; /* a pe_budget_category, a pe_procurement_total, a pe_record_kind or PE_TABLE_REGISTER */
  int32_t        amount;   /* a pe_amount */
  size_t         measure;
  pe_type        type;
  pe_vector      columns;          /* of a register: those that are read, of pe_register_mention */
  struct pe_rulebook_measure *own; /* a reference; NULL where it is none */
} pe_symbol;

/* The type that a rule declares for a fact. */
typedef struct pe_fact_declaration
{
  char        *name; /* owned */
  pe_fact_type type;
} pe_fact_declaration;

/* What names a formula may use. */
typedef struct pe_expression_scope
{
  const pe_fact_declaration *facts; /* a fact that is not among them is a number */
  size_t                     n_facts;
  pe_type_kind               wanted; /* what the formula is to give; PE_TYPE_NULL: any single value that is no record */
  uint32_t                   depth;  /* pe_limits::formula_depth; 0: PE_EXPRESSION_MAX_DEPTH */
  uint32_t                   names;  /* pe_limits::formula_names; 0: PE_EXPRESSION_MAX_SYMBOLS */
  struct pe_rulebook_measure *const *measures; /* those of the rulebook that it may name */
  size_t                             n_measures;
  gboolean                           refuses_facts; /* there is no indicator whose facts it could name */
} pe_expression_scope;

/* Finds the symbol whose name is the longest beginning of a chain of n names (joined by '.'; ends[i] is where the i-th
 * ends). Returns how many names it took: 0 when there is none. out->name is not set. */
size_t pe_expression_scope_find (const pe_expression_scope *self, const char *chain, const size_t *ends, size_t n,
                                 pe_symbol *out);

/* Formulas */

/* A formula. Immutable, reference counted. */
typedef struct pe_expression pe_expression;

/* Checks the syntax, the names and the types of a formula.
 * PE_ERROR_EXPRESSION_SYNTAX, _NAME, _TYPE, _FUNCTION, each with its line and column in the text; PE_ERROR_INVALID_UTF8,
 * PE_ERROR_LIMIT_DEPTH, PE_ERROR_LIMIT_TEXT, PE_ERROR_LIMIT_DIGITS, PE_ERROR_NO_MEMORY. */
pe_status pe_expression_new (pe_expression **out, const char *text, const pe_expression_scope *scope, pe_error **error);
pe_expression   *pe_expression_ref (pe_expression *self);
void             pe_expression_unref (pe_expression *self); /* NULL does nothing */
const char      *pe_expression_get_text (const pe_expression *self);
pe_type          pe_expression_get_type (const pe_expression *self);
const pe_symbol *pe_expression_get_symbols (const pe_expression *self, size_t *n);
/* TRUE when some figures could make it divide by zero. */
gboolean pe_expression_can_divide_by_zero (const pe_expression *self);
/* The formula with its figures put in; what was not read keeps its name. */
void pe_expression_print (const pe_expression *self, const pe_outcome *outcome, pe_language language, pe_buffer *out);

/* Whether a formula gives an amount of money (expression-money.c). */
typedef enum
{
  PE_MONEY_UNKNOWN,
  PE_MONEY_YES,
  PE_MONEY_NO
} pe_money_sense;

/* PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_expression_find_sense (const pe_expression *self, pe_money_sense *out);

/* A record that a formula counted, summed or looked at. */
typedef struct pe_read_record
{
  const pe_symbol *table; /* borrowed from the formula */
  size_t           record;
} pe_read_record;

/* Where an evaluation finds its figures, and what it records. */
typedef struct pe_expression_context
{
  const pe_fact_source *source;
  pe_vector            *inputs;  /* of pe_scored_input; what is read is appended */
  uint32_t              bits;    /* pe_limits::number_bits */
  uint64_t              steps;   /* that are left; counted down */
  uint64_t              limit;   /* of them, for the message; 0: PE_EXPRESSION_MAX_STEPS */
  pe_vector            *records; /* of pe_read_record; nullable: they are not kept */
} pe_expression_context;

/* out is initialised. PE_OK also when the value is none; its blame is then an input. PE_ERROR_LIMIT,
 * PE_ERROR_OVERFLOW and PE_ERROR_NO_MEMORY are failures. */
pe_status pe_expression_evaluate (const pe_expression *self, pe_expression_context *context, pe_value *out,
                                  pe_error **error);

/* A context for one formula, with the steps that the source has for it (rule-expression.c); end takes what it took of those
 * given from those that are left to all. */
pe_expression_context pe_expression_context_begin (const pe_fact_source *source, pe_vector *inputs, uint32_t bits);
void                  pe_expression_context_end (const pe_expression_context *self, uint64_t given);

/* Reading the dossier (expression-symbols.c) */

/* Reads a symbol into out and records it among the inputs. */
pe_status pe_symbol_load (const pe_symbol *self, const pe_expression_context *context, pe_value *out, pe_error **error);
/* Reads a column of a record. */
void pe_symbol_load_column (const pe_symbol *self, const pe_fact_source *source, size_t record, uint32_t column,
                            pe_value *out);
/* Adds the path of a record. */
void pe_symbol_print_record_path (const pe_symbol *self, const pe_fact_source *source, size_t record, pe_buffer *out);
/* Adds the path of a column of a record. */
void pe_symbol_print_column_path (const pe_symbol *self, const pe_fact_source *source, size_t record, uint32_t column,
                                  pe_buffer *out);
/* A measure of the rulebook: evaluates its formula, whose inputs come before its own (expression-own.c). */
pe_status pe_symbol_load_own (const pe_symbol *self, pe_expression_context *context, pe_value *out, pe_error **error);
/* How many records are looked at to load it; those of a table itself not counted. */
uint64_t pe_symbol_count_records (const pe_symbol *self, const pe_fact_source *source);
/* TRUE when the source has something of it. */
gboolean pe_symbol_is_there (const pe_symbol *self, const pe_fact_source *source);

/* Exact numbers (expression-number.c) */

/* PE_OK, PE_ERROR_LIMIT; PE_ERROR_DIVIDE_BY_ZERO for a negative power of zero, PE_ERROR_EXPRESSION_FUNCTION for a
 * fractional power of a negative number; out is then as before. Exact where the power is rational, else rounded half up
 * to PE_EXPRESSION_ROOT_PLACES. */
pe_status pe_number_power (pe_rational *out, const pe_rational *base, const pe_rational *exponent, uint32_t bits);
pe_status pe_number_square_root (pe_rational *out, const pe_rational *number, uint32_t bits);
