/* rational-big.c - the part of a rational's arithmetic that GMP does
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rational-big-private.h"

#include <string.h>

/* To and from 128 bits */

static void
import_size (mpz_t out, pe_uint128 size)
{
  const uint64_t words[2] = { (uint64_t) size, (uint64_t) (size >> 64) };

  mpz_import (out, 2, -1, sizeof words[0], 0, 0, words);
}

/* number has at most 127 bits */
static pe_int128
export_number (mpz_srcptr number)
{
  uint64_t  words[2] = { 0, 0 };
  pe_int128 size;

  (void) mpz_export (words, NULL, -1, sizeof words[0], 0, 0, number);
  size = (pe_int128) (((pe_uint128) words[1] << 64) | words[0]);
  return mpz_sgn (number) < 0 ? -size : size;
}

void
pe_big_get (mpq_t out, const pe_rational *self)
{
  const gboolean negative = !self->big && self->numerator < 0;

  if (self->big)
    {
      mpq_set (out, self->value);
      return;
    }
  import_size (mpq_numref (out), (pe_uint128) (negative ? -self->numerator : self->numerator));
  if (negative)
    mpz_neg (mpq_numref (out), mpq_numref (out));
  import_size (mpq_denref (out), (pe_uint128) self->denominator);
}

static uint64_t
longer (mpq_srcptr value)
{
  return MAX (mpz_sizeinbase (mpq_numref (value), 2), mpz_sizeinbase (mpq_denref (value), 2));
}

pe_status
pe_big_take (pe_rational *out, mpq_t value, uint32_t bits)
{
  const uint64_t size = longer (value);

  if (size > MAX (bits, PE_RATIONAL_SMALL_BITS))
    {
      mpq_clear (value);
      return PE_ERROR_LIMIT;
    }
  pe_rational_clear (out);
  if (size <= PE_RATIONAL_SMALL_BITS)
    {
      out->numerator = export_number (mpq_numref (value));
      out->denominator = export_number (mpq_denref (value));
    }
  else
    {
      out->big = TRUE;
      mpq_init (out->value);
      mpq_swap (out->value, value);
    }
  mpq_clear (value);
  return PE_OK;
}

/* Bounds */

uint64_t
pe_big_power_of_ten_bits (int64_t exponent)
{
  /* 108,853 / 32,768 is just above log2 (10) = 3.321928... */
  return (uint64_t) exponent * 108853 / 32768 + 1;
}

gboolean
pe_big_is_affordable (uint64_t needed, uint32_t bits)
{
  return needed <= 2 * (uint64_t) MAX (bits, PE_RATIONAL_SMALL_BITS) + 1;
}

static uint64_t
bits_of (pe_uint128 size)
{
  const uint64_t high = (uint64_t) (size >> 64), low = (uint64_t) size;

  if (high != 0)
    return 128 - (uint64_t) __builtin_clzll (high);
  return low == 0 ? 1 : 64 - (uint64_t) __builtin_clzll (low);
}

uint64_t
pe_big_get_bits (const pe_rational *self)
{
  if (self->big)
    return longer (self->value);
  return MAX (bits_of ((pe_uint128) (self->numerator < 0 ? -self->numerator : self->numerator)),
              bits_of ((pe_uint128) self->denominator));
}

/* The four operations */

static void
calculate (mpq_t out, pe_big_operation operation, mpq_srcptr a, mpq_srcptr b)
{
  switch (operation)
    {
    case PE_BIG_ADD:
      mpq_add (out, a, b);
      return;
    case PE_BIG_SUBTRACT:
      mpq_sub (out, a, b);
      return;
    case PE_BIG_MULTIPLY:
      mpq_mul (out, a, b);
      return;
    case PE_BIG_DIVIDE:
    default:
      mpq_div (out, a, b);
      return;
    }
}

pe_status
pe_big_calculate (pe_rational *out, pe_big_operation operation, const pe_rational *a, const pe_rational *b,
                  uint32_t bits)
{
  mpq_t left, right;

  /* a/b + c/d is (ad + bc) / bd, a/b * c/d is ac / bd: at most the bits of both operands and one more. */
  if (!pe_big_is_affordable (pe_big_get_bits (a) + pe_big_get_bits (b) + 1, bits))
    return PE_ERROR_LIMIT;
  mpq_init (left);
  mpq_init (right);
  pe_big_get (left, a);
  pe_big_get (right, b);
  calculate (left, operation, left, right);
  mpq_clear (right);
  return pe_big_take (out, left, bits);
}

int
pe_big_compare (const pe_rational *a, const pe_rational *b)
{
  mpq_t left, right;
  int   order;

  mpq_init (left);
  mpq_init (right);
  pe_big_get (left, a);
  pe_big_get (right, b);
  order = mpq_cmp (left, right);
  mpq_clear (left);
  mpq_clear (right);
  return (order > 0) - (order < 0);
}

/* Powers of ten */

/* value *= 10^exponent, in lowest terms again */
static void
shift (mpq_t value, int64_t exponent)
{
  mpz_ptr side = exponent < 0 ? mpq_denref (value) : mpq_numref (value);
  mpz_t   power;

  mpz_init (power);
  mpz_ui_pow_ui (power, 10, (unsigned long) (exponent < 0 ? -exponent : exponent));
  mpz_mul (side, side, power);
  mpz_clear (power);
  mpq_canonicalize (value);
}

pe_status
pe_big_set_power_of_ten (pe_rational *out, int32_t exponent, uint32_t bits)
{
  mpq_t value;

  if (!pe_big_is_affordable (pe_big_power_of_ten_bits (ABS ((int64_t) exponent)), bits))
    return PE_ERROR_LIMIT;
  mpq_init (value);
  mpq_set_ui (value, 1, 1);
  shift (value, exponent);
  return pe_big_take (out, value, bits);
}

pe_status
pe_big_set_digits (pe_rational *out, const char *digits, gboolean negative, int32_t exponent, uint32_t bits)
{
  mpq_t value;

  mpq_init (value);
  (void) mpz_set_str (mpq_numref (value), digits, 10);
  if (negative)
    mpz_neg (mpq_numref (value), mpq_numref (value));
  shift (value, exponent);
  return pe_big_take (out, value, bits);
}

/* Rounding */

void
pe_big_scale (mpz_t out, const pe_rational *self, int32_t places, pe_rounding rounding)
{
  mpz_t rest;
  mpq_t value;
  int   half, sign;

  mpz_init (rest);
  mpq_init (value);
  pe_big_get (value, self);
  shift (value, places);
  mpz_tdiv_qr (out, rest, mpq_numref (value), mpq_denref (value));
  sign = mpz_sgn (rest);
  if (sign != 0)
    {
      mpz_mul_2exp (rest, rest, 1);
      half = mpz_cmpabs (rest, mpq_denref (value));
      half = (half > 0) - (half < 0);
      if (pe_rounding_is_away (rounding, sign < 0, mpz_odd_p (out) != 0, half))
        {
          if (sign < 0)
            mpz_sub_ui (out, out, 1);
          else
            mpz_add_ui (out, out, 1);
        }
    }
  mpq_clear (value);
  mpz_clear (rest);
}

pe_status
pe_big_round (pe_rational *out, const pe_rational *self, int32_t places, pe_rounding rounding, uint32_t bits)
{
  mpq_t value;

  if (!pe_big_is_affordable (pe_big_get_bits (self) + pe_big_power_of_ten_bits (ABS ((int64_t) places)), bits))
    return PE_ERROR_LIMIT;
  mpq_init (value);
  pe_big_scale (mpq_numref (value), self, places, rounding);
  shift (value, -(int64_t) places);
  return pe_big_take (out, value, bits);
}

gboolean
pe_big_to_int (int64_t *out, const pe_rational *self, int32_t places, pe_rounding rounding)
{
  gboolean  small;
  pe_int128 number = 0;
  mpz_t     scaled;

  mpz_init (scaled);
  pe_big_scale (scaled, self, places, rounding);
  small = mpz_sizeinbase (scaled, 2) <= PE_RATIONAL_SMALL_BITS;
  if (small)
    number = export_number (scaled);
  mpz_clear (scaled);
  if (!small || number < INT64_MIN || number > INT64_MAX)
    return FALSE;
  *out = (int64_t) number;
  return TRUE;
}

/* Digits */

void
pe_big_print (mpz_srcptr number, pe_buffer *out)
{
  char *digits = g_try_malloc (mpz_sizeinbase (number, 10) + 2);

  if (digits == NULL)
    {
      out->status = PE_ERROR_NO_MEMORY;
      return;
    }
  (void) mpz_get_str (digits, 10, number);
  pe_buffer_add_string (out, digits);
  g_free (digits);
}

/* The digits of a fraction behind the point, with the zeros that lead them and without those that end them. */
static void
print_fraction (mpz_srcptr fraction, int32_t places, pe_buffer *out)
{
  char  *digits;
  size_t n;

  if (mpz_sgn (fraction) == 0)
    return;
  digits = g_try_malloc (mpz_sizeinbase (fraction, 10) + 2);
  if (digits == NULL)
    {
      out->status = PE_ERROR_NO_MEMORY;
      return;
    }
  (void) mpz_get_str (digits, 10, fraction);
  n = strlen (digits);
  pe_buffer_add_char (out, '.');
  pe_buffer_add_repeated (out, '0', (size_t) places - n);
  while (digits[n - 1] == '0')
    n--;
  pe_buffer_add (out, digits, n);
  g_free (digits);
}

void
pe_big_print_truncated (const pe_rational *self, int32_t places, pe_buffer *out)
{
  gboolean cut;
  mpz_t    whole, rest, power;
  mpq_t    value;

  mpz_inits (whole, rest, power, NULL);
  mpq_init (value);
  pe_big_get (value, self);
  if (mpq_sgn (value) < 0)
    pe_buffer_add_char (out, '-');
  mpq_abs (value, value);
  mpz_tdiv_qr (whole, rest, mpq_numref (value), mpq_denref (value));
  pe_big_print (whole, out);
  mpz_ui_pow_ui (power, 10, (unsigned long) places);
  mpz_mul (rest, rest, power);
  mpz_tdiv_qr (whole, rest, rest, mpq_denref (value));
  cut = mpz_sgn (rest) != 0;
  print_fraction (whole, places, out);
  if (cut)
    pe_buffer_add_string (out, "…");
  mpq_clear (value);
  mpz_clears (whole, rest, power, NULL);
}
