/* lanes-root.c - square roots of lanes, decided by whole numbers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * As pe_number_power() has it: exact where the root is rational, which that of n / d is where n × d is a square, else rounded
 * half up. Numbers are below 2^126 and the power of ten is at most 10^36, so that all that is calculated has 256 bits, which
 * lie on the stack: nothing is allocated.
 */
#include "lanes-private.h"

#include <gmp.h>

/* A number of 128 bits, in limbs of 64 or, where GMP has these, of 32 bits. */
enum
{
  HALF_LIMBS = 128 / GMP_NUMB_BITS,
  LIMBS = 2 * HALF_LIMBS
};

typedef struct limbs
{
  mp_limb_t at[LIMBS];
} limbs;

static void
set_half (mp_limb_t out[HALF_LIMBS], pe_uint128 number)
{
  for (size_t i = 0; i < HALF_LIMBS; i++, number >>= GMP_NUMB_BITS)
    out[i] = (mp_limb_t) number;
}

static mp_size_t
count_half (const mp_limb_t half[HALF_LIMBS])
{
  mp_size_t n = HALF_LIMBS;

  while (n > 1 && half[n - 1] == 0)
    n--;
  return n;
}

/* a × b, both below 2^128. */
static limbs
multiply (pe_uint128 a, pe_uint128 b)
{
  mp_limb_t x[HALF_LIMBS], y[HALF_LIMBS];
  limbs     product;

  set_half (x, a);
  set_half (y, b);
  mpn_mul_n (product.at, x, y, HALF_LIMBS);
  return product;
}

static mp_size_t
count_limbs (const limbs *self)
{
  mp_size_t n = LIMBS;

  while (n > 0 && self->at[n - 1] == 0)
    n--;
  return n;
}

static void
divide (limbs *self, pe_uint128 divisor)
{
  limbs     quotient = { { 0 } };
  mp_limb_t by[HALF_LIMBS], rest[HALF_LIMBS];

  if (divisor == 1)
    return;
  set_half (by, divisor);
  mpn_tdiv_qr (quotient.at, rest, 0, self->at, LIMBS, by, count_half (by));
  *self = quotient;
}

/* The whole root, *is_square: which is the root. */
static pe_uint128
draw (const limbs *self, gboolean *is_square)
{
  const mp_size_t n = count_limbs (self);
  mp_limb_t       root[HALF_LIMBS] = { 0 }, rest[LIMBS];
  pe_uint128      out = 0;

  *is_square = n == 0 || mpn_sqrtrem (root, rest, self->at, n) == 0;
  for (size_t i = HALF_LIMBS; i-- > 0;)
    out = out << GMP_NUMB_BITS | root[i];
  return out;
}

static pe_int128
find_divisor (pe_uint128 number, pe_uint128 divisor)
{
  const limbs product = multiply (number, divisor);
  gboolean    is_square;

  draw (&product, &is_square);
  return is_square ? (pe_int128) divisor : 1;
}

/* power is a square. A root that is rational is over the divisor, others over 1. */
static pe_int128
find_root (pe_uint128 number, pe_uint128 divisor, gboolean is_rational, pe_uint128 power)
{
  limbs    under = is_rational ? multiply (number, divisor) : multiply (number, power * 4);
  limbs    scale = { { 0 } };
  gboolean is_square;

  set_half (scale.at, power);

  if (is_rational)
    return (pe_int128) (draw (&under, &is_square) * draw (&scale, &is_square));
  divide (&under, divisor);
  return (pe_int128) ((draw (&under, &is_square) + 1) / 2);
}

gboolean
pe_lanes_draw_roots (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  pe_int128       *out = (pe_int128 *) (void *) (memory + instruction->out);
  const pe_int128 *numbers = (const pe_int128 *) (const void *) (memory + instruction->a);
  const pe_int128 *divisors = (const pe_int128 *) (const void *) (memory + instruction->b);
  const pe_int128 *found = (const pe_int128 *) (const void *) (memory + instruction->c);
  const gboolean   is_root = instruction->code == PE_LANE_ROOT;

  if (!is_root && instruction->code != PE_LANE_ROOT_DIVISOR)
    return FALSE;
  for (size_t i = 0; i < n; i++)
    {
      const pe_uint128 number = (pe_uint128) MAX (numbers[i], 0), divisor = (pe_uint128) divisors[i];

      out[i] = is_root ? find_root (number, divisor, found[i] != 1, (pe_uint128) instruction->number)
                       : find_divisor (number, divisor);
    }
  return TRUE;
}
