/* kernel.c - the ranges of the kernels, their choice, and one lane at a time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kernel-private.h"

#include "../base/rational-private.h"

/* Every product and quotient of the proof is below this; see kernel-body-private.h. */
#define PROVEN_BITS 52
/* Points are cut to 32 bits on their way out of the vector unit. */
#define MOST_POINTS (G_MAXINT32 - 1)

/* Choice */

pe_batch_level
pe_kernels_get_best_level (void)
{
#if __FLT_EVAL_METHOD__ != 0
  return PE_BATCH_LEVEL_INTEGER;
#else
  pe_batch_level level = PE_BATCH_LEVEL_V4;

  while (level > PE_BATCH_LEVEL_BASELINE && pe_kernels_get (level) == NULL)
    level--;
  return level;
#endif
}

const pe_kernels *
pe_kernels_get (pe_batch_level level)
{
  if (level == PE_BATCH_LEVEL_INTEGER)
    return &pe_kernels_integer;
#if __FLT_EVAL_METHOD__ == 0
  if (level == PE_BATCH_LEVEL_BASELINE)
    return &pe_kernels_baseline;
#ifdef PE_HAVE_X86_64_LEVELS
  /* The features one by one: compilers name the levels only since lately. */
  if (level == PE_BATCH_LEVEL_V3 && __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma")
      && __builtin_cpu_supports ("bmi2"))
    return &pe_kernels_v3;
  if (level == PE_BATCH_LEVEL_V4 && __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512bw")
      && __builtin_cpu_supports ("avx512cd") && __builtin_cpu_supports ("avx512dq")
      && __builtin_cpu_supports ("avx512vl"))
    return &pe_kernels_v4;
#endif
#endif
  return NULL;
}

/* Ranges */

/* The largest k >= 0 with factor × 2^k <= 2^bits; -1: there is none. */
static int32_t
count_bits (pe_int128 factor, int32_t bits)
{
  int32_t k = bits;

  while (k >= 0 && factor > (pe_int128) 1 << (bits - k))
    k--;
  return k;
}

void
pe_quotient_set_ranges (pe_quotient *self)
{
  const pe_int128 over_a = (pe_int128) self->denominator * self->a_factor;
  const pe_int128 over_b = (pe_int128) self->denominator * self->b_factor;
  const pe_int128 under_b = (pe_int128) self->numerator * self->b_factor;
  const gboolean  is_provable
      = self->rounding == PE_ROUND_HALF_UP && self->full <= MOST_POINTS && self->numerator <= MOST_POINTS;

  self->a_bits = self->b_bits = self->fused_bits = -1;
  if (!is_provable)
    return;
  /* A numerator beyond full × denominator is cut by the clamp, however it was rounded: kernel-body-private.h. */
  self->b_bits = MIN (count_bits (under_b, PROVEN_BITS), count_bits (over_b, PROVEN_BITS));
  self->a_bits = self->is_inverse ? count_bits (over_a, PROVEN_BITS) : PROVEN_BITS;
  if (self->a_factor == 1 && self->b_factor == 1 && self->denominator == 1 && self->numerator < 1 << 20)
    self->fused_bits = PROVEN_BITS - 1;
  if (self->b_bits < 0)
    self->a_bits = -1;
}

void
pe_steps_set_ranges (pe_steps_terms *self)
{
  int64_t most = 1;

  for (uint32_t i = 0; i < self->n; i++)
    most = MAX (most, ABS (self->thresholds[i].at));
  /* One bit is left for the one that a strict comparison adds. */
  self->a_bits = count_bits (self->factor, PROVEN_BITS - 1);
  self->b_bits = count_bits (most, PROVEN_BITS - 1);
}

void
pe_counts_set_ranges (pe_counts_terms *self, const pe_violation *violations, size_t n)
{
  self->count_bits = self->full <= MOST_POINTS ? 31 : -1;
  for (size_t i = 0; i < n; i++)
    self->count_bits = MIN (self->count_bits, count_bits (violations[i].each, PROVEN_BITS));
}

/* One lane */

static int
compare (pe_uint128 a, pe_uint128 b)
{
  return (a > b) - (a < b);
}

/* numerator / denominator, neither below 0, rounded; FALSE when it does not fit. */
static gboolean
round_quotient (pe_uint128 numerator, pe_uint128 denominator, pe_rounding rounding, int64_t *points)
{
  const pe_uint128 whole = numerator / denominator, rest = numerator % denominator;

  if (whole >= G_MAXINT64)
    return FALSE;
  *points = (int64_t) whole;
  if (rest != 0 && pe_rounding_is_away (rounding, FALSE, (whole & 1) != 0, compare (rest, denominator - rest)))
    (*points)++;
  return TRUE;
}

gboolean
pe_quotient_compute (const pe_quotient *self, int64_t a, int64_t b, int64_t *points)
{
  pe_uint128 x, y;

  if (a < 0 || b < 0 || (b == 0 && !self->is_inverse))
    return FALSE;
  /* 63 bits by 63 bits do not overflow. */
  x = (pe_uint128) a * (uint64_t) self->a_factor;
  y = (pe_uint128) b * (uint64_t) self->b_factor;
  if (self->is_inverse ? x <= y : x >= y)
    {
      *points = self->full;
      return TRUE;
    }
  if (self->is_inverse)
    {
      const pe_uint128 swap = x;

      x = y;
      y = swap;
    }
  if (__builtin_mul_overflow (x, (pe_uint128) self->numerator, &x)
      || __builtin_mul_overflow (y, (pe_uint128) self->denominator, &y))
    return FALSE;
  return round_quotient (x, y, self->rounding, points);
}

gboolean
pe_steps_compute (const pe_steps_terms *self, int64_t a, int64_t b, int64_t *points)
{
  const pe_int128 x = (pe_int128) a * self->factor;

  if (b <= 0)
    return FALSE;
  *points = self->start;
  for (uint32_t i = 0; i < self->n; i++)
    {
      const pe_kernel_threshold *threshold = &self->thresholds[i];

      if (x >= (pe_int128) b * threshold->at + threshold->strict)
        *points += threshold->gain;
    }
  return TRUE;
}
