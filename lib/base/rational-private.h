/* rational-private.h - exact rational arithmetic
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <gmp.h>
#include <perfeval/ratio.h>

#include "buffer-private.h"
#include "decimal-private.h"

/* An exact rational in lowest terms, denominator positive. Small values live in 128 bits; what no longer fits moves
 * to GMP, whose results are bounded before they are computed, since GMP aborts when it cannot allocate. */
typedef struct pe_rational
{
  gboolean big; /* FALSE: numerator and denominator; TRUE: value */
  union
  {
    struct
    {
      pe_int128 numerator;
      pe_int128 denominator;
    };
    mpq_t value;
  };
} pe_rational;

void pe_rational_clear_big (pe_rational *self);                        /* self is big, and left undefined */
void pe_rational_copy_big (pe_rational *out, const pe_rational *self); /* self is big; out is undefined */

/* numerator and denominator are small and in lowest terms */
static inline void
pe_rational_set_small (pe_rational *out, pe_int128 numerator, pe_int128 denominator)
{
  if (out->big)
    pe_rational_clear_big (out);
  out->big = FALSE;
  out->numerator = numerator;
  out->denominator = denominator;
}

/* A zeroed pe_rational is NOT valid: init makes it 0/1. clear frees and makes it 0/1 again. */
static inline void
pe_rational_init (pe_rational *self)
{
  self->big = FALSE;
  self->numerator = 0;
  self->denominator = 1;
}

static inline void
pe_rational_clear (pe_rational *self)
{
  pe_rational_set_small (self, 0, 1);
}

/* out is initialised */
static inline void
pe_rational_copy (pe_rational *out, const pe_rational *self)
{
  if (!self->big)
    pe_rational_set_small (out, self->numerator, self->denominator);
  else if (out != self)
    {
      pe_rational_clear (out);
      pe_rational_copy_big (out, self);
    }
}

void pe_rational_move (pe_rational *out, pe_rational *self); /* self becomes 0 */

void pe_rational_set_int (pe_rational *out, int64_t number);
void pe_rational_set_decimal (pe_rational *out, const pe_decimal *number); /* number is well-formed */
/* number * 10^exponent; as pe_rational_multiply() by the power */
pe_status pe_rational_set_scaled (pe_rational *out, const pe_decimal *number, int32_t exponent, uint32_t bits);
pe_status pe_rational_set_power_of_ten (pe_rational *out, int32_t exponent, uint32_t bits);
/* Digits, an optional sign and point, and an optional exponent (for the test suites; documents refuse exponents).
 * PE_ERROR_NUMBER_SYNTAX, PE_ERROR_LIMIT, PE_ERROR_NO_MEMORY; on failure out is as before. */
pe_status pe_rational_set_text (pe_rational *out, const char *text, size_t length, uint32_t bits);

/* bits: the limit on numerator and denominator of the result (pe_limits::number_bits); out may be an operand.
 * PE_OK, PE_ERROR_LIMIT, and PE_ERROR_DIVIDE_BY_ZERO from divide; on failure out is as before. */
pe_status pe_rational_add (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits);
pe_status pe_rational_subtract (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits);
pe_status pe_rational_multiply (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits);
pe_status pe_rational_divide (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits);
void      pe_rational_negate (pe_rational *out, const pe_rational *a);

int pe_rational_compare (const pe_rational *a, const pe_rational *b); /* -1, 0, 1 */

gboolean pe_rational_equal_big (const pe_rational *a, const pe_rational *b); /* one of them is big */

static inline gboolean
pe_rational_equal (const pe_rational *a, const pe_rational *b)
{
  if (a->big || b->big)
    return pe_rational_equal_big (a, b);
  return a->numerator == b->numerator && a->denominator == b->denominator;
}

static inline int
pe_rational_sign (const pe_rational *self)
{
  return self->big ? mpq_sgn (self->value) : (self->numerator > 0) - (self->numerator < 0);
}

static inline gboolean
pe_rational_is_one (const pe_rational *self)
{
  return !self->big && self->numerator == 1 && self->denominator == 1;
}

gboolean pe_rational_is_integer (const pe_rational *self);

/* Rounds to a multiple of 10^-places (places may be negative, for significant digits). */
pe_status pe_rational_round (pe_rational *out, const pe_rational *self, int32_t places, pe_rounding rounding,
                             uint32_t bits);
/* Rounds to a decimal with exactly that many places, 0 to 18. PE_OK, PE_ERROR_OVERFLOW. */
pe_status pe_rational_to_decimal (pe_decimal *out, const pe_rational *self, int32_t places, pe_rounding rounding);
/* TRUE when the value is a decimal of at most 18 places that fits; *out then has the fewest places that hold it. */
gboolean pe_rational_is_decimal (pe_decimal *out, const pe_rational *self);

/* Appends one digit; FALSE when the value is more than that. */
static inline gboolean
pe_rational_print_digit (const pe_rational *self, pe_buffer *out)
{
  if (self->big || self->denominator != 1 || (pe_uint128) self->numerator > 9)
    return FALSE;
  pe_buffer_add_char (out, (char) ('0' + (int) self->numerator));
  return TRUE;
}

/* As pe_rational_print_decimal() and pe_rational_print_truncated(), for what may be of any length. */
gboolean pe_rational_print_long_decimal (const pe_rational *self, pe_buffer *out);
void     pe_rational_print_long_truncated (const pe_rational *self, int32_t places, pe_buffer *out);

/* Most numbers of an explanation are full marks, points and what was lost: one digit. */

/* Appends a value that a decimal holds; FALSE when none does. */
static inline gboolean
pe_rational_print_decimal (const pe_rational *self, pe_buffer *out)
{
  return pe_rational_print_digit (self, out) || pe_rational_print_long_decimal (self, out);
}

/* As pe_ratio_print_truncated(). */
static inline void
pe_rational_print_truncated (const pe_rational *self, int32_t places, pe_buffer *out)
{
  if (!pe_rational_print_digit (self, out))
    pe_rational_print_long_truncated (self, places, out);
}

void pe_rational_print_numerator (const pe_rational *self, pe_buffer *out);
void pe_rational_print_denominator (const pe_rational *self, pe_buffer *out);

/* The handle at the door. */
pe_status          pe_ratio_new_rational (pe_ratio **out, const pe_rational *value, pe_error **error);
const pe_rational *pe_ratio_peek (const pe_ratio *self);
