/* expression-number.c - powers and roots, exact or correctly rounded
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-private.h"

#include "../base/rational-big-private.h"

/* bits: of the longer part of a base that is not -1, 0 or 1, so that they are 2 at least. */
static gboolean
is_affordable (uint64_t bits, uint64_t exponent, uint64_t limit)
{
  return exponent <= limit / (bits - 1);
}

/* out = |base|^exponent with the sign that an odd exponent keeps. */
static pe_status
raise_number (pe_rational *out, const pe_rational *base, uint64_t exponent, gboolean inverse, uint32_t bits)
{
  mpq_t value, power;

  /* n bits are 2^(n-1) at least, so that the power has (n-1) * exponent bits at least, and n * exponent at most. */
  if (!is_affordable (pe_big_get_bits (base), exponent, bits))
    return PE_ERROR_LIMIT;
  mpq_init (value);
  mpq_init (power);
  pe_big_get (value, base);
  mpz_pow_ui (mpq_numref (power), mpq_numref (value), (unsigned long) exponent);
  mpz_pow_ui (mpq_denref (power), mpq_denref (value), (unsigned long) exponent);
  if (inverse)
    mpq_inv (power, power);
  mpq_clear (value);
  return pe_big_take (out, power, bits);
}

/* -1, 0 and 1, whose powers have no size to bound: all that numerator and denominator of one bit can be. */
static gboolean
is_unit (const pe_rational *base)
{
  return pe_big_get_bits (base) == 1;
}

static pe_status
raise_whole (pe_rational *out, const pe_rational *base, const mpz_t exponent, uint32_t bits)
{
  const gboolean is_odd = mpz_odd_p (exponent) != 0;

  if (mpz_sgn (exponent) == 0)
    pe_rational_set_int (out, 1);
  else if (pe_rational_sign (base) == 0 && mpz_sgn (exponent) < 0)
    return PE_ERROR_DIVIDE_BY_ZERO;
  else if (is_unit (base))
    pe_rational_set_int (out, is_odd ? pe_rational_sign (base) : ABS (pe_rational_sign (base)));
  else if (mpz_sizeinbase (exponent, 2) > 32)
    return PE_ERROR_LIMIT;
  else
    return raise_number (out, base, (uint64_t) mpz_get_ui (exponent), mpz_sgn (exponent) < 0, bits);
  return PE_OK;
}

/* The root where it is rational: a fraction in lowest terms has one when both its parts have. */
static gboolean
draw_exact (mpq_t out, mpq_srcptr value, unsigned long degree)
{
  return mpz_root (mpq_numref (out), mpq_numref (value), degree) != 0
         && mpz_root (mpq_denref (out), mpq_denref (value), degree) != 0;
}

/* out = the root of value, rounded half up: with M the whole part of 2 × 10^places × root, which is the whole root of the
 * whole part of (2 × 10^places)^degree × value, it is half of M + 1. The root is not rational, so it is never a tie. */
static void
draw_rounded (mpq_t out, mpq_srcptr value, unsigned long degree)
{
  mpz_t scale, scaled;

  mpz_inits (scale, scaled, NULL);
  mpz_ui_pow_ui (scale, 10, PE_EXPRESSION_ROOT_PLACES);
  mpz_mul_2exp (scaled, scale, 1);
  mpz_pow_ui (scaled, scaled, degree);
  mpz_mul (scaled, scaled, mpq_numref (value));
  mpz_tdiv_q (scaled, scaled, mpq_denref (value));
  mpz_root (scaled, scaled, degree);
  mpz_add_ui (scaled, scaled, 1);
  mpz_tdiv_q_2exp (mpq_numref (out), scaled, 1);
  mpz_set (mpq_denref (out), scale);
  mpq_canonicalize (out);
  mpz_clears (scale, scaled, NULL);
}

/* out = base^(power / degree), base above 0. */
static pe_status
raise_root (pe_rational *out, const pe_rational *base, const mpz_t power, unsigned long degree, uint32_t bits)
{
  const uint64_t most = (uint64_t) bits * PE_EXPRESSION_ROOT_BITS;
  mpq_t          value, root;
  pe_rational    exact;
  pe_status      status;
  gboolean       is_exact;

  mpq_init (value);
  mpq_init (root);
  pe_big_get (value, base);
  is_exact = draw_exact (root, value, degree);
  mpq_clear (value);
  if (is_exact)
    {
      pe_rational_init (&exact);
      status = pe_big_take (&exact, root, bits);
      if (status == PE_OK)
        status = raise_whole (out, &exact, power, bits);
      pe_rational_clear (&exact);
      return status;
    }
  mpq_clear (root);
  pe_rational_init (&exact);
  status = raise_whole (&exact, base, power, bits);
  if (status == PE_OK && !is_affordable (2 + pe_big_power_of_ten_bits (PE_EXPRESSION_ROOT_PLACES), degree, most))
    status = PE_ERROR_LIMIT;
  if (status == PE_OK)
    {
      mpq_init (value);
      mpq_init (root);
      pe_big_get (value, &exact);
      draw_rounded (root, value, degree);
      mpq_clear (value);
      status = pe_big_take (out, root, bits);
    }
  pe_rational_clear (&exact);
  return status;
}

static pe_status
raise_fraction (pe_rational *out, const pe_rational *base, mpq_srcptr exponent, uint32_t bits)
{
  const int sign = pe_rational_sign (base);

  if (sign < 0)
    return PE_ERROR_EXPRESSION_FUNCTION;
  if (sign == 0 && mpq_sgn (exponent) < 0)
    return PE_ERROR_DIVIDE_BY_ZERO;
  if (is_unit (base))
    {
      pe_rational_set_int (out, sign);
      return PE_OK;
    }
  if (mpz_sizeinbase (mpq_denref (exponent), 2) > 32)
    return PE_ERROR_LIMIT;
  return raise_root (out, base, mpq_numref (exponent), mpz_get_ui (mpq_denref (exponent)), bits);
}

pe_status
pe_number_power (pe_rational *out, const pe_rational *base, const pe_rational *exponent, uint32_t bits)
{
  mpq_t     value;
  pe_status status;

  mpq_init (value);
  pe_big_get (value, exponent);
  if (pe_rational_is_integer (exponent))
    status = raise_whole (out, base, mpq_numref (value), bits);
  else
    status = raise_fraction (out, base, value, bits);
  mpq_clear (value);
  return status;
}

pe_status
pe_number_square_root (pe_rational *out, const pe_rational *number, uint32_t bits)
{
  pe_rational half;
  pe_decimal  decimal = { 5, 1, 0 };
  pe_status   status;

  pe_rational_init (&half);
  pe_rational_set_decimal (&half, &decimal);
  status = pe_number_power (out, number, &half, bits);
  pe_rational_clear (&half);
  return status;
}
