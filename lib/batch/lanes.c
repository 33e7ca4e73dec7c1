/* lanes.c - a program bound to columns: scales, bounds, and the widths of whole numbers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "lanes-private.h"

#include <string.h>

#include "../base/date-private.h"
#include "../base/figure-private.h"
#include "../base/utf8-private.h"
#include "../rules/shape-private.h"

#define NONE PE_PLAN_NONE
#define NARROW_BITS 63
#define WIDE_BITS 126
/* Powers of ten that 126 bits hold. */
#define MOST_EXPONENT 37
/* What a day has at the most: pe_date_to_number() of the year 9999. */
#define DATE_BITS 32
/* The least range of what is loaded that is worth the code: a rate of three digits, for powers. */
#define LEAST_BITS 10
/* How many instructions a result is looked for in. */
#define MOST_BACK 256
/* Words of a column that are looked up one by one before a run. */
#define MOST_WORDS 65536

/* A register while the code is made. */
typedef struct lane_register
{
  pe_lane_kind kind;
  int32_t      bits; /* |x| < 2^bits */
  gboolean     is_constant;
  pe_int128    number; /* then */
} lane_register;

/* What an operation of the program came to. */
typedef struct value
{
  uint32_t numerator;
  uint32_t denominator; /* NONE: 1; above 0 in every lane */
  uint32_t mark;        /* NONE: every lane has a value */
  int32_t  exponent;
} value;

typedef struct fitter
{
  pe_lanes         *out;
  const pe_program *program;
  const pe_column  *columns;
  pe_vector         registers; /* of lane_register */
  value            *values;    /* by operation */
  pe_text_set       others;    /* texts of columns that the program does not name, where it compares them */
  gboolean          stays_narrow;
  gboolean          is_possible;
  pe_status         status;
} fitter;

static void
give_up (fitter *self)
{
  self->is_possible = FALSE;
}

static void
fail_no_memory (fitter *self)
{
  self->status = PE_ERROR_NO_MEMORY;
  give_up (self);
}

/* Registers */

static const lane_register *
peek (const fitter *self, uint32_t index)
{
  return pe_vector_at (&self->registers, const lane_register, index);
}

static uint32_t
add_register (fitter *self, pe_lane_kind kind, int32_t bits)
{
  const lane_register added = { .kind = kind, .bits = bits };

  if (kind == PE_LANE_WIDE && (bits > WIDE_BITS || self->stays_narrow))
    give_up (self);
  if (pe_vector_push (&self->registers, &added) != PE_OK)
    {
      fail_no_memory (self);
      return 0;
    }
  return (uint32_t) self->registers.size - 1;
}

static pe_lane_kind
find_kind (int32_t bits)
{
  return bits <= NARROW_BITS ? PE_LANE_NARROW : PE_LANE_WIDE;
}

static gboolean
is_same (const pe_lane_instruction *x, const pe_lane_instruction *y)
{
  return x->code == y->code && x->kind == y->kind && x->a == y->a && x->b == y->b && x->c == y->c && x->d == y->d
         && x->number == y->number && x->rounding == y->rounding && x->code != PE_LANE_LOAD;
}

/* The register of an instruction that is there already, not far back; NONE where there is none. Two fractions of one divisor
 * then have one denominator. */
static uint32_t
find_same (const fitter *self, const pe_lane_instruction *wanted)
{
  const size_t n = self->out->code.size;

  for (size_t back = 1; back <= MIN (n, MOST_BACK); back++)
    {
      const pe_lane_instruction *found = pe_vector_at (&self->out->code, const pe_lane_instruction, n - back);

      if (is_same (found, wanted))
        return found->out;
    }
  return NONE;
}

/* An instruction, whose result is a register. */
static uint32_t
emit (fitter *self, pe_lane_instruction instruction, pe_lane_kind kind, int32_t bits)
{
  const uint32_t same = find_same (self, &instruction);

  if (same != NONE || !self->is_possible)
    return same != NONE ? same : 0;
  instruction.out = add_register (self, kind, bits);
  if (pe_vector_push (&self->out->code, &instruction) != PE_OK)
    fail_no_memory (self);
  return instruction.out;
}

static int32_t
count_bits (pe_int128 number)
{
  pe_uint128 size = number < 0 ? -(pe_uint128) number : (pe_uint128) number;
  int32_t    bits = 0;

  for (; size != 0; size >>= 1)
    bits++;
  return bits;
}

static uint32_t
add_constant (fitter *self, pe_int128 number)
{
  const int32_t      bits = count_bits (number);
  const pe_lane_kind kind = find_kind (bits);
  const uint32_t     out
      = emit (self, (pe_lane_instruction) { .code = PE_LANE_CONSTANT, .kind = kind, .number = number }, kind, bits);

  if (self->is_possible)
    {
      lane_register *made = pe_vector_at (&self->registers, lane_register, out);

      made->is_constant = TRUE;
      made->number = number;
    }
  return out;
}

static gboolean
is_constant (const fitter *self, uint32_t index, pe_int128 number)
{
  return self->is_possible && peek (self, index)->is_constant && peek (self, index)->number == number;
}

static uint32_t
widen (fitter *self, uint32_t index)
{
  if (!self->is_possible || peek (self, index)->kind == PE_LANE_WIDE)
    return index;
  return emit (self, (pe_lane_instruction) { .code = PE_LANE_WIDEN, .kind = PE_LANE_WIDE, .a = index }, PE_LANE_WIDE,
               peek (self, index)->bits);
}

static int32_t
get_bits (const fitter *self, uint32_t index)
{
  return self->is_possible ? peek (self, index)->bits : 0;
}

static gboolean
is_narrow (const fitter *self, uint32_t index)
{
  return self->is_possible && peek (self, index)->kind == PE_LANE_NARROW;
}

/* Whole numbers */

/* Arithmetic on two registers whose result has so many bits; operands are no wider than it. */
static uint32_t
calculate (fitter *self, pe_lane_code code, uint32_t a, uint32_t b, int32_t bits)
{
  pe_lane_instruction instruction = { .code = code, .kind = find_kind (bits), .a = a, .b = b };

  if (!is_narrow (self, a) || !is_narrow (self, b))
    instruction.kind = PE_LANE_WIDE;
  if (instruction.kind == PE_LANE_WIDE && code == PE_LANE_MULTIPLY && is_narrow (self, a) && is_narrow (self, b))
    instruction.code = PE_LANE_MULTIPLY_WIDE;
  else if (instruction.kind == PE_LANE_WIDE)
    {
      instruction.a = widen (self, a);
      instruction.b = widen (self, b);
    }
  return emit (self, instruction, instruction.kind, bits);
}

/* NONE stands for 1. */
static uint32_t
multiply (fitter *self, uint32_t a, uint32_t b)
{
  if (a == NONE || (b != NONE && is_constant (self, a, 1)))
    return b;
  if (b == NONE || is_constant (self, b, 1) || is_constant (self, a, 0))
    return a;
  if (is_constant (self, b, 0))
    return b;
  return calculate (self, PE_LANE_MULTIPLY, a, b, get_bits (self, a) + get_bits (self, b));
}

static uint32_t
add_up (fitter *self, pe_lane_code code, uint32_t a, uint32_t b)
{
  return calculate (self, code, a, b, MAX (get_bits (self, a), get_bits (self, b)) + 1);
}

/* Of the exponents that are too large, the largest. */
static pe_int128
find_power (int32_t exponent)
{
  pe_int128 power = 1;

  for (int32_t i = 0; i < MIN (exponent, MOST_EXPONENT); i++)
    power *= 10;
  return power;
}

static uint32_t
add_power (fitter *self, int32_t exponent)
{
  if (exponent > MOST_EXPONENT)
    give_up (self);
  return add_constant (self, find_power (exponent));
}

/* number × 10^exponent, exponent >= 0 */
static uint32_t
scale (fitter *self, uint32_t number, int32_t exponent)
{
  return exponent == 0 ? number : multiply (self, number, add_power (self, exponent));
}

static uint32_t
compare_numbers (fitter *self, pe_lane_code code, uint32_t a, uint32_t b)
{
  const gboolean      is_wide = !is_narrow (self, a) || !is_narrow (self, b);
  pe_lane_instruction instruction = { .code = code, .kind = is_wide ? PE_LANE_WIDE : PE_LANE_NARROW };

  instruction.a = is_wide ? widen (self, a) : a;
  instruction.b = is_wide ? widen (self, b) : b;
  return emit (self, instruction, PE_LANE_NARROW, 1);
}

static uint32_t
select_number (fitter *self, uint32_t truth, uint32_t then, uint32_t otherwise)
{
  const gboolean      is_wide = !is_narrow (self, then) || !is_narrow (self, otherwise);
  const int32_t       bits = MAX (get_bits (self, then), get_bits (self, otherwise));
  pe_lane_instruction instruction = { .code = PE_LANE_SELECT, .a = truth };

  if (then == otherwise)
    return then;
  instruction.kind = is_wide ? PE_LANE_WIDE : PE_LANE_NARROW;
  instruction.b = is_wide ? widen (self, then) : then;
  instruction.c = is_wide ? widen (self, otherwise) : otherwise;
  return emit (self, instruction, instruction.kind, bits);
}

static uint32_t
work_alone (fitter *self, pe_lane_code code, uint32_t a, int32_t bits)
{
  const pe_lane_kind kind = is_narrow (self, a) ? PE_LANE_NARROW : PE_LANE_WIDE;

  return emit (self, (pe_lane_instruction) { .code = code, .kind = kind, .a = a }, kind, bits);
}

/* As the proof has it: the numerator bounds the quotient, and a constant that divides makes it smaller. */
static int32_t
bound_quotient (const fitter *self, uint32_t a, uint32_t b)
{
  const int32_t bits = get_bits (self, a);

  if (!self->is_possible || !peek (self, b)->is_constant)
    return bits;
  return MIN (bits, MAX (bits - (get_bits (self, b) - 1), 0) + 1);
}

static uint32_t
divide_numbers (fitter *self, uint32_t a, uint32_t b, pe_rounding rounding)
{
  const gboolean      is_wide = !is_narrow (self, a) || !is_narrow (self, b);
  const int32_t       bits = bound_quotient (self, a, b);
  pe_lane_instruction instruction = { .code = PE_LANE_DIVIDE, .rounding = rounding };
  uint32_t            quotient;

  instruction.kind = is_wide ? PE_LANE_WIDE : PE_LANE_NARROW;
  instruction.a = is_wide ? widen (self, a) : a;
  instruction.b = is_wide ? widen (self, b) : b;
  quotient = emit (self, instruction, instruction.kind, bits);
  if (!is_wide || bits > NARROW_BITS)
    return quotient;
  return emit (self, (pe_lane_instruction) { .code = PE_LANE_SHORTEN, .kind = PE_LANE_NARROW, .a = quotient },
               PE_LANE_NARROW, bits);
}

/* Marks */

static uint32_t
emit_mark (fitter *self, pe_lane_instruction instruction)
{
  return emit (self, instruction, PE_LANE_MARK, 0);
}

static uint32_t
add_mark (fitter *self, pe_mark mark)
{
  return emit_mark (self, (pe_lane_instruction) { .code = PE_LANE_CONSTANT, .kind = PE_LANE_MARK, .number = mark });
}

/* The mark as a register. */
static uint32_t
need_mark (fitter *self, uint32_t mark)
{
  return mark == NONE ? add_mark (self, PE_MARK_VALUE) : mark;
}

static uint32_t
join (fitter *self, uint32_t a, uint32_t b)
{
  if (a == NONE || a == b)
    return b;
  return b == NONE ? a : emit_mark (self, (pe_lane_instruction) { .code = PE_LANE_MARK_JOIN, .a = a, .b = b });
}

/* Unknown where the number is 0. */
static uint32_t
mark_zero (fitter *self, uint32_t mark, uint32_t number)
{
  const pe_lane_kind kind = is_narrow (self, number) ? PE_LANE_NARROW : PE_LANE_WIDE;

  if (self->is_possible && peek (self, number)->is_constant && peek (self, number)->number != 0)
    return mark;
  return emit_mark (self, (pe_lane_instruction) {
                              .code = PE_LANE_MARK_ZERO, .kind = kind, .a = need_mark (self, mark), .b = number });
}

/* Numbers of the program */

/* What is not there is 1. */
static uint32_t
need_denominator (fitter *self, uint32_t denominator)
{
  return denominator == NONE ? add_constant (self, 1) : denominator;
}

/* Brings both to one exponent. */
static void
align (fitter *self, value *x, value *y)
{
  const int32_t least = MIN (x->exponent, y->exponent);

  x->numerator = scale (self, x->numerator, x->exponent - least);
  y->numerator = scale (self, y->numerator, y->exponent - least);
  x->exponent = y->exponent = least;
}

/* Brings both to one exponent and one denominator. */
static void
align_fractions (fitter *self, value *x, value *y)
{
  const uint32_t p = x->denominator, q = y->denominator;

  align (self, x, y);
  if (p == q)
    return;
  x->numerator = multiply (self, x->numerator, q);
  y->numerator = multiply (self, y->numerator, p);
  x->denominator = y->denominator = multiply (self, p, q);
}

/* Whether a difference of two amounts is a decimal in the unit of the first, as the rule keeps it. */
static gboolean
is_decimal (const fitter *self, const pe_op *op, const value *difference)
{
  const pe_op *first = pe_vector_at (&self->program->ops, const pe_op, op->a);

  return get_bits (self, difference->numerator) <= NARROW_BITS
         && pe_unit_get_exponent (self->columns[first->input].given.unit) - difference->exponent
                <= PE_DECIMAL_MAX_SCALE;
}

static value
fit_sum (fitter *self, const pe_op *op)
{
  value x = self->values[op->a], y = self->values[op->b];

  align_fractions (self, &x, &y);
  x.numerator = add_up (self, op->code == PE_OP_ADD ? PE_LANE_ADD : PE_LANE_SUBTRACT, x.numerator, y.numerator);
  if (op->is_figure && !is_decimal (self, op, &x))
    give_up (self);
  x.mark = join (self, x.mark, y.mark);
  return x;
}

static value
fit_product (fitter *self, const pe_op *op)
{
  value        x = self->values[op->a];
  const value *y = &self->values[op->b];

  x.numerator = multiply (self, x.numerator, y->numerator);
  x.denominator = multiply (self, x.denominator, y->denominator);
  x.exponent += y->exponent;
  x.mark = join (self, x.mark, y->mark);
  return x;
}

/* The sign goes to the numerator. */
static value
fit_quotient (fitter *self, const pe_op *op)
{
  value          x = self->values[op->a];
  const value   *y = &self->values[op->b];
  const uint32_t below = y->numerator;
  uint32_t       bottom = below;

  if (!self->is_possible || !peek (self, below)->is_constant || peek (self, below)->number <= 0)
    {
      x.numerator = calculate (self, PE_LANE_SIGN, x.numerator, below, get_bits (self, x.numerator));
      bottom = work_alone (self, PE_LANE_NOT_ZERO, below, MAX (get_bits (self, below), 1));
    }
  x.numerator = multiply (self, x.numerator, y->denominator);
  x.denominator = multiply (self, x.denominator, bottom);
  x.exponent -= y->exponent;
  x.mark = mark_zero (self, join (self, x.mark, y->mark), below);
  return x;
}

static value
fit_absolute (fitter *self, const pe_op *op)
{
  value x = self->values[op->a];

  x.numerator = work_alone (self, PE_LANE_ABSOLUTE, x.numerator, get_bits (self, x.numerator));
  return x;
}

static value
fit_round (fitter *self, const pe_op *op)
{
  value         x = self->values[op->a];
  const int32_t shift = x.exponent + op->places;

  if (x.denominator == NONE && shift >= 0)
    return x;
  if (op->rounding == 0)
    give_up (self);
  if (shift >= 0)
    x.numerator = scale (self, x.numerator, shift);
  else
    x.denominator = multiply (self, x.denominator, add_power (self, -shift));
  x.numerator = divide_numbers (self, x.numerator, x.denominator, op->rounding);
  x.denominator = NONE;
  x.exponent = -op->places;
  return x;
}

/* A part of the root of n / d × 10^shift. */
static uint32_t
emit_root (fitter *self, pe_lane_code code, const value *x, uint32_t divisor, int32_t shift, int32_t bits)
{
  return emit (self,
               (pe_lane_instruction) { .code = code,
                                       .kind = PE_LANE_WIDE,
                                       .a = widen (self, x->numerator),
                                       .b = widen (self, x->denominator),
                                       .c = widen (self, divisor),
                                       .number = find_power (shift) },
               PE_LANE_WIDE, bits);
}

/* In units of 10^-18: the root of n / d × 10^shift, over d where it is rational. The exponent is made even for it. */
static value
fit_root (fitter *self, const pe_op *op)
{
  value          x = self->values[op->a];
  const int32_t  excess = MAX (x.exponent, x.exponent & 1);
  const int32_t  shift = x.exponent - excess + 2 * PE_EXPRESSION_ROOT_PLACES;
  const gboolean has_divisor = x.denominator != NONE;
  uint32_t       divisor;
  int32_t        bits;

  if (shift < 0)
    give_up (self);
  x.numerator = scale (self, x.numerator, excess);
  x.denominator = divisor = need_denominator (self, x.denominator);
  bits = get_bits (self, x.numerator) + get_bits (self, x.denominator) + count_bits (find_power (shift));
  if (has_divisor)
    divisor = emit_root (self, PE_LANE_ROOT_DIVISOR, &x, divisor, 0, get_bits (self, divisor));
  x.numerator = emit_root (self, PE_LANE_ROOT, &x, divisor, shift, bits / 2 + 3);
  x.denominator = has_divisor ? divisor : NONE;
  x.exponent = -PE_EXPRESSION_ROOT_PLACES;
  return x;
}

/* Truths */

static value
make_truth (uint32_t number, uint32_t mark)
{
  return (value) { .numerator = number, .denominator = NONE, .mark = mark, .exponent = 0 };
}

static uint32_t
negate (fitter *self, uint32_t truth)
{
  return work_alone (self, PE_LANE_NOT, truth, 1);
}

static value
fit_comparison (fitter *self, const pe_op *op)
{
  static const struct
  {
    pe_lane_code code;
    gboolean     swaps;
    gboolean     negates;
  } ways[] = {
    [PE_OPERATOR_EQUAL] = { PE_LANE_SAME, FALSE, FALSE },
    [PE_OPERATOR_NOT_EQUAL] = { PE_LANE_SAME, FALSE, TRUE },
    [PE_OPERATOR_LESS] = { PE_LANE_BELOW, FALSE, FALSE },
    [PE_OPERATOR_LESS_EQUAL] = { PE_LANE_UP_TO, FALSE, FALSE },
    [PE_OPERATOR_GREATER] = { PE_LANE_BELOW, TRUE, FALSE },
    [PE_OPERATOR_GREATER_EQUAL] = { PE_LANE_UP_TO, TRUE, FALSE },
  };
  value    x = self->values[op->a], y = self->values[op->b];
  uint32_t truth, a, b;

  /* The sign alone does not ask for a common denominator. */
  if (!is_constant (self, y.numerator, 0))
    align_fractions (self, &x, &y);
  a = ways[op->comparison].swaps ? y.numerator : x.numerator;
  b = ways[op->comparison].swaps ? x.numerator : y.numerator;
  truth = compare_numbers (self, ways[op->comparison].code, a, b);
  return make_truth (ways[op->comparison].negates ? negate (self, truth) : truth, join (self, x.mark, y.mark));
}

static value
fit_logic (fitter *self, const pe_op *op)
{
  const value   *x = &self->values[op->a], *y = &self->values[op->b];
  const gboolean decider = op->code == PE_OP_OR;
  uint32_t       mark = NONE;

  if (x->mark != NONE || y->mark != NONE)
    mark = emit_mark (self, (pe_lane_instruction) { .code = PE_LANE_MARK_DECIDE,
                                                    .a = x->numerator,
                                                    .b = y->numerator,
                                                    .c = need_mark (self, x->mark),
                                                    .d = need_mark (self, y->mark),
                                                    .number = decider });
  return make_truth (calculate (self, decider ? PE_LANE_OR : PE_LANE_AND, x->numerator, y->numerator, 1), mark);
}

static value
fit_is_null (fitter *self, const pe_op *op)
{
  const uint32_t mark = self->values[op->a].mark;

  if (mark == NONE)
    return make_truth (add_constant (self, FALSE), NONE);
  return make_truth (emit (self, (pe_lane_instruction) { .code = PE_LANE_IS_NULL, .kind = PE_LANE_NARROW, .a = mark },
                           PE_LANE_NARROW, 1),
                     emit_mark (self, (pe_lane_instruction) { .code = PE_LANE_MARK_UNKNOWN, .a = mark }));
}

static value
fit_selection (fitter *self, const pe_op *op)
{
  const value *truth = &self->values[op->a];
  value        x = self->values[op->b], y = self->values[op->c];

  align (self, &x, &y);
  if (truth->mark != NONE || x.mark != NONE || y.mark != NONE)
    x.mark = emit_mark (self, (pe_lane_instruction) { .code = PE_LANE_MARK_SELECT,
                                                      .a = need_mark (self, truth->mark),
                                                      .b = truth->numerator,
                                                      .c = need_mark (self, x.mark),
                                                      .d = need_mark (self, y.mark) });
  x.numerator = select_number (self, truth->numerator, x.numerator, y.numerator);
  if (x.denominator != y.denominator)
    x.denominator = select_number (
        self, truth->numerator, need_denominator (self, x.denominator), need_denominator (self, y.denominator));
  return x;
}

static value
fit_requirement (fitter *self, const pe_op *op)
{
  value        x = self->values[op->a];
  const value *y = &self->values[op->b];

  x.mark = join (self, x.mark, y->mark);
  if (op->code == PE_OP_REQUIRE)
    x.mark = mark_zero (self, x.mark, y->numerator);
  return x;
}

/* Cells */

/* Texts that the program does not name are all alike to it, but where it compares those of columns. */
static int64_t
number_text (fitter *self, const char *word)
{
  const int64_t first = (int64_t) self->program->texts.texts.size;
  uint32_t      number = 0;

  if (pe_text_set_find (&self->program->texts, word, &number))
    return (int64_t) number;
  if (self->program->compares_texts && !pe_text_set_add (&self->others, word, &number))
    fail_no_memory (self);
  return first + (int64_t) number;
}

/* What a word of a column stands for; G_MININT64 where only the rule can tell. */
static int64_t
read_word (fitter *self, const pe_op *op, const char *word)
{
  pe_date date;

  if (word == NULL || (op->is_evidence && pe_utf8_is_blank (word)))
    return G_MININT64;
  if (op->type == PE_TYPE_DATE)
    return pe_date_parse (&date, word, strlen (word), NULL) == PE_OK ? pe_date_to_number (date) : G_MININT64;
  return number_text (self, word);
}

static const int64_t *
read_words (fitter *self, const pe_op *op)
{
  const pe_batch_column *column = &self->columns[op->input].given;
  const size_t           n = (size_t) column->n_words;
  int64_t               *words;

  if (n > MOST_WORDS)
    {
      give_up (self);
      return NULL;
    }
  words = g_try_new (int64_t, MAX (n, 1));
  if (words == NULL || pe_vector_push (&self->out->words, &words) != PE_OK)
    {
      g_free (words);
      fail_no_memory (self);
      return NULL;
    }
  for (size_t i = 0; i < n; i++)
    words[i] = read_word (self, op, column->words[i]);
  return words;
}

static gboolean
suits (const pe_column *column, const pe_op *op)
{
  const gboolean is_truth = column->given.unit == PE_UNIT_TRUTH;

  if (!pe_column_is_given (column))
    return FALSE;
  if (op->type == PE_TYPE_STRING || op->type == PE_TYPE_DATE)
    return column->type == PE_BATCH_INPUT_TEXT;
  return column->type != PE_BATCH_INPUT_TEXT && is_truth == (op->type == PE_TYPE_BOOLEAN);
}

static value
fit_nothing (fitter *self)
{
  return make_truth (add_constant (self, 0), add_mark (self, PE_MARK_MISSING));
}

static value
fit_load (fitter *self, const pe_op *op)
{
  const pe_column    *column = &self->columns[op->input];
  pe_lane_instruction load = { .code = PE_LANE_LOAD, .kind = PE_LANE_NARROW, .type = op->type, .column = column };
  int32_t             bits = op->type == PE_TYPE_NUMBER ? self->out->bits : 1;

  if (op->is_optional && !pe_column_is_given (column))
    return fit_nothing (self);
  if (!suits (column, op))
    {
      give_up (self);
      return make_truth (0, NONE);
    }
  if (op->type == PE_TYPE_STRING || op->type == PE_TYPE_DATE)
    {
      load.words = read_words (self, op);
      bits = DATE_BITS;
    }
  load.second = add_register (self, PE_LANE_MARK, 0);
  return (value) { .numerator = emit (self, load, PE_LANE_NARROW, bits),
                   .denominator = NONE,
                   .mark = load.second,
                   .exponent = op->type == PE_TYPE_NUMBER ? pe_column_get_exponent (column, op->is_of_formula) : 0 };
}

static pe_dimension
find_dimension (const fitter *self, uint32_t input)
{
  return pe_unit_get_dimension (self->columns[input].given.unit);
}

static gboolean
meets_demands (const fitter *self)
{
  for (size_t i = 0; i < self->program->demands.size; i++)
    {
      const pe_unit_demand *demand = pe_vector_at (&self->program->demands, const pe_unit_demand, i);
      const pe_dimension    dimension = find_dimension (self, demand->input);

      if ((demand->dimensions >> dimension & 1) == 0
          || (demand->other != NONE && find_dimension (self, demand->other) != dimension))
        return FALSE;
    }
  return TRUE;
}

/* The whole */

static value
fit_op (fitter *self, const pe_op *op)
{
  switch (op->code)
    {
    case PE_OP_CONSTANT:
      return (value) { add_constant (self, op->number), NONE, NONE, op->exponent };
    case PE_OP_NULL:
      return fit_nothing (self);
    case PE_OP_LOAD:
      return fit_load (self, op);
    case PE_OP_ADD:
    case PE_OP_SUBTRACT:
      return fit_sum (self, op);
    case PE_OP_MULTIPLY:
      return fit_product (self, op);
    case PE_OP_DIVIDE:
      return fit_quotient (self, op);
    case PE_OP_ABSOLUTE:
      return fit_absolute (self, op);
    case PE_OP_ROUND:
      return fit_round (self, op);
    case PE_OP_ROOT:
      return fit_root (self, op);
    case PE_OP_COMPARE:
      return fit_comparison (self, op);
    case PE_OP_AND:
    case PE_OP_OR:
      return fit_logic (self, op);
    case PE_OP_NOT:
      return make_truth (negate (self, self->values[op->a].numerator), self->values[op->a].mark);
    case PE_OP_IS_NULL:
      return fit_is_null (self, op);
    case PE_OP_SELECT:
      return fit_selection (self, op);
    case PE_OP_REQUIRE:
    case PE_OP_JOIN:
    default:
      return fit_requirement (self, op);
    }
}

/* Points and marks of the last operation, as the caller wants them. */
static void
finish (fitter *self)
{
  const value *last = &self->values[self->program->ops.size - 1];
  uint32_t     points = scale (self, last->numerator, last->exponent + self->program->places);

  if (!is_narrow (self, points))
    points = emit (self, (pe_lane_instruction) { .code = PE_LANE_SHORTEN, .kind = PE_LANE_NARROW, .a = points },
                   PE_LANE_NARROW, NARROW_BITS);
  self->out->points = points;
  self->out->marks = need_mark (self, last->mark);
}

/* Numerator and denominator have 126 bits at the most and the power of ten 123: fewer than the 256 that every plan allows a number
 * (pe_limits::number_bits). What goes beyond may be refused for its size, which only the rule can tell. */
static void
check_size (fitter *self, const value *made)
{
  if (made->exponent < -MOST_EXPONENT || made->exponent > MOST_EXPONENT)
    give_up (self);
}

static void
fit_program (fitter *self)
{
  for (size_t i = 0; i < self->program->ops.size && self->is_possible; i++)
    {
      self->values[i] = fit_op (self, pe_vector_at (&self->program->ops, const pe_op, i));
      check_size (self, &self->values[i]);
    }
  if (self->is_possible)
    finish (self);
}

static void
drop_code (pe_lanes *self)
{
  for (size_t i = 0; i < self->words.size; i++)
    g_free (*pe_vector_at (&self->words, int64_t *, i));
  self->words.size = 0;
  self->code.size = 0;
}

/* With loaded numbers below 2^bits. */
static gboolean
try_bits (fitter *self, int32_t bits, gboolean stays_narrow)
{
  drop_code (self->out);
  self->registers.size = 0;
  self->out->bits = bits;
  self->stays_narrow = stays_narrow;
  self->is_possible = TRUE;
  fit_program (self);
  return self->is_possible || self->status != PE_OK;
}

/* 2^50 fen are eleven trillion yuan, and 2^44 still 176 thousand million: so large that integers of 64 bits are worth more than
 * the lanes beyond. Else the widest range that 126 bits allow, down to one that is not worth the code. */
static gboolean
choose_bits (fitter *self)
{
  for (int32_t bits = 50; bits >= 44; bits -= 2)
    if (try_bits (self, bits, TRUE))
      return TRUE;
  for (int32_t bits = 50; bits >= LEAST_BITS; bits -= 5)
    if (try_bits (self, bits, FALSE))
      return TRUE;
  return FALSE;
}

static pe_status
lay_out (fitter *self)
{
  const size_t  n = self->registers.size;
  pe_lane_kind *kinds = g_try_new (pe_lane_kind, MAX (n, 1));
  pe_status     status;

  if (kinds == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    kinds[i] = peek (self, (uint32_t) i)->kind;
  status = pe_lanes_lay_out (self->out, kinds, n);
  g_free (kinds);
  return status;
}

pe_status
pe_lanes_new (pe_lanes **out, const pe_program *program, const pe_column *columns)
{
  fitter self
      = { .program = program, .columns = columns, .registers = PE_VECTOR_INIT (lane_register), .status = PE_OK };

  *out = NULL;
  self.out = g_try_new0 (pe_lanes, 1);
  self.values = g_try_new0 (value, program->ops.size);
  if (self.out == NULL || self.values == NULL)
    self.status = PE_ERROR_NO_MEMORY;
  else
    {
      self.out->code = (pe_vector) PE_VECTOR_INIT (pe_lane_instruction);
      self.out->words = (pe_vector) PE_VECTOR_INIT (int64_t *);
      self.out->keeps_missing = !program->missing_is_unknown;
      self.others.texts = (pe_vector) PE_VECTOR_INIT (char *);
      self.is_possible = meets_demands (&self);
      if (self.is_possible && choose_bits (&self) && self.status == PE_OK)
        self.status = lay_out (&self);
    }
  g_free (self.values);
  if (self.status == PE_OK && self.is_possible)
    *out = self.out;
  else
    pe_lanes_free (self.out);
  pe_vector_clear (&self.registers);
  pe_text_set_clear (&self.others);
  return self.status;
}

void
pe_lanes_free (pe_lanes *self)
{
  if (self == NULL)
    return;
  drop_code (self);
  pe_vector_clear (&self->code);
  pe_vector_clear (&self->words);
  g_free (self);
}
