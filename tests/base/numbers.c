/* numbers.c - random numbers and an independent arithmetic to compare with
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "numbers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

uint64_t
numbers_next (numbers_source *self)
{
  self->state ^= self->state >> 12;
  self->state ^= self->state << 25;
  self->state ^= self->state >> 27;
  return self->state * UINT64_C (0x2545f4914f6cdd1d);
}

uint64_t
numbers_below (numbers_source *self, uint64_t bound)
{
  return (numbers_next (self) >> 11) % bound;
}

void
numbers_next_integer (numbers_source *self, mpz_t out, unsigned bits)
{
  const unsigned length = 1 + (unsigned) numbers_below (self, bits);
  const uint64_t kind = numbers_below (self, 4);
  unsigned       i = 0, run;

  mpz_set_ui (out, 0);
  while (i < length)
    {
      run = kind == 0 ? 1 + (unsigned) numbers_below (self, 40) : 1;
      for (; run > 0 && i < length; run--, i++)
        if (kind == 0 ? run % 2 == 0 || i % 3 != 0 : numbers_below (self, 2) != 0)
          mpz_setbit (out, i);
    }
  if (kind == 1)
    {
      mpz_set_ui (out, 1);
      mpz_mul_2exp (out, out, length - 1);
      if (numbers_below (self, 2) != 0)
        mpz_sub_ui (out, out, 1);
    }
  if (numbers_below (self, 2) != 0)
    mpz_neg (out, out);
}

pe_decimal
numbers_next_decimal (numbers_source *self)
{
  const uint64_t bits = numbers_next (self), shift = numbers_below (self, 64);
  int64_t        coefficient = (int64_t) (bits >> shift);

  if (numbers_below (self, 2) != 0)
    coefficient = coefficient == INT64_MIN ? coefficient : -coefficient;
  return (pe_decimal) { coefficient, (int32_t) numbers_below (self, 19), 0 };
}

void
numbers_set_int64 (mpz_t out, int64_t number)
{
  const uint64_t size = number < 0 ? 0 - (uint64_t) number : (uint64_t) number;

  mpz_import (out, 1, 1, sizeof size, 0, 0, &size);
  if (number < 0)
    mpz_neg (out, out);
}

gboolean
numbers_fits_int64 (mpz_srcptr number)
{
  mpz_t    least, most;
  gboolean fits;

  mpz_inits (least, most, NULL);
  numbers_set_int64 (least, INT64_MIN);
  numbers_set_int64 (most, INT64_MAX);
  fits = mpz_cmp (least, number) <= 0 && mpz_cmp (number, most) <= 0;
  mpz_clears (least, most, NULL);
  return fits;
}

int64_t
numbers_get_int64 (mpz_srcptr number)
{
  uint64_t size = 0;

  mpz_export (&size, NULL, 1, sizeof size, 0, 0, number);
  return (int64_t) (mpz_sgn (number) < 0 ? 0 - size : size);
}

void
numbers_get_decimal (mpq_t out, const pe_decimal *number)
{
  numbers_set_int64 (mpq_numref (out), number->coefficient);
  mpz_ui_pow_ui (mpq_denref (out), 10, (unsigned long) number->scale);
  mpq_canonicalize (out);
}

void
numbers_set_rational (pe_rational *out, mpq_srcptr value)
{
  char *digits = mpz_get_str (NULL, 10, mpq_numref (value));
  void (*release) (void *, size_t);
  pe_rational denominator;

  mp_get_memory_functions (NULL, NULL, &release);
  pe_rational_init (&denominator);
  assert_int_equal (pe_rational_set_text (out, digits, strlen (digits), 65536), PE_OK);
  release (digits, strlen (digits) + 1);
  digits = mpz_get_str (NULL, 10, mpq_denref (value));
  assert_int_equal (pe_rational_set_text (&denominator, digits, strlen (digits), 65536), PE_OK);
  release (digits, strlen (digits) + 1);
  assert_int_equal (pe_rational_divide (out, out, &denominator, 65536), PE_OK);
  pe_rational_clear (&denominator);
}

static void
assert_prints (void (*print) (const pe_rational *, pe_buffer *), const pe_rational *number, mpz_srcptr value)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  void (*release) (void *, size_t);
  char *expected = mpz_get_str (NULL, 10, value), *found;

  mp_get_memory_functions (NULL, NULL, &release);
  print (number, &buffer);
  found = pe_buffer_steal (&buffer);
  assert_string_equal (found, expected);
  release (expected, strlen (expected) + 1);
  g_free (found);
}

void
numbers_assert_equal (const pe_rational *number, mpq_srcptr value)
{
  const gboolean small = mpz_sizeinbase (mpq_numref (value), 2) <= 127 && mpz_sizeinbase (mpq_denref (value), 2) <= 127;

  assert_int_equal (number->big, !small);
  assert_prints (pe_rational_print_numerator, number, mpq_numref (value));
  assert_prints (pe_rational_print_denominator, number, mpq_denref (value));
}

/* floor or ceiling of value + half / 2 */
static void
whole_near (mpz_t out, mpq_srcptr value, int half, gboolean up)
{
  mpz_t denominator;

  mpz_init (denominator);
  mpz_mul_ui (denominator, mpq_denref (value), 2);
  mpz_mul_ui (out, mpq_numref (value), 2);
  if (half > 0)
    mpz_add (out, out, mpq_denref (value));
  if (half < 0)
    mpz_sub (out, out, mpq_denref (value));
  if (up)
    mpz_cdiv_q (out, out, denominator);
  else
    mpz_fdiv_q (out, out, denominator);
  mpz_clear (denominator);
}

/* Of value not below zero. The nearest whole numbers from below and from above differ in a tie alone. */
static void
round_size (mpz_t out, mpq_srcptr value, pe_rounding rounding)
{
  mpz_t down;

  mpz_init (down);
  whole_near (down, value, -1, TRUE);
  whole_near (out, value, 1, FALSE);
  if (rounding == PE_ROUND_HALF_DOWN || (rounding == PE_ROUND_HALF_EVEN && mpz_odd_p (out)))
    mpz_set (out, down);
  if (rounding == PE_ROUND_DOWN || rounding == PE_ROUND_FLOOR)
    whole_near (out, value, 0, FALSE);
  if (rounding == PE_ROUND_UP || rounding == PE_ROUND_CEILING)
    whole_near (out, value, 0, TRUE);
  mpz_clear (down);
}

void
numbers_round (mpz_t out, mpq_srcptr value, int32_t places, pe_rounding rounding)
{
  const gboolean negative = mpq_sgn (value) < 0;
  mpq_t          scaled, power;

  mpq_inits (scaled, power, NULL);
  mpz_ui_pow_ui (mpq_numref (power), 10, (unsigned long) ABS (places));
  if (places < 0)
    mpq_div (scaled, value, power);
  else
    mpq_mul (scaled, value, power);
  mpq_abs (scaled, scaled);
  if (negative && (rounding == PE_ROUND_FLOOR || rounding == PE_ROUND_CEILING))
    rounding = rounding == PE_ROUND_FLOOR ? PE_ROUND_CEILING : PE_ROUND_FLOOR;
  round_size (out, scaled, rounding);
  if (negative)
    mpz_neg (out, out);
  mpq_clears (scaled, power, NULL);
}
