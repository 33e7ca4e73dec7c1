/* kernel-body-private.h - the kernels for one instruction set: compiled once for each, with other compiler options
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * These are the only lines of the library that calculate with IEEE doubles, and nothing here is approximate. Loops have
 * neither branches nor calls, so that compilers turn them into vectors; the range check is a handful of integer
 * instructions in the same pass.
 *
 * THE QUOTIENT. Wanted is r = floor (x + 1/2), x = N / D, for integers N >= 0, D >= 1: half up, nothing being below 0.
 * Claim: where N < 2^52 and D <= 2^52, floor (fl (fl (N / D) + 1/2)) = r, fl being IEEE rounding to nearest even.
 *
 *   1. N and D are exact doubles: products of integers that are at most 2^52, like their factors.
 *   2. Let k = floor (x - 1/2) + 1, so that x lies in [k - 1/2, k + 1/2) and r = k. Both ends are doubles, since
 *      x <= N < 2^52. Rounding is monotonic: fl (x) >= k - 1/2, and fl (x) <= k + 1/2. A tie, x = k - 1/2, is exact.
 *   3. It remains that fl (x) is not k + 1/2. As x < k + 1/2, and 2N < (2k + 1) D in integers,
 *        (k + 1/2) - x = ((2k + 1) D - 2N) / 2D >= 1 / 2D.
 *      Were fl (x) = k + 1/2, the distance would be at most half of the gap u between k + 1/2 and the double below it.
 *      For x >= 1/2 (in [2^e, 2^(e+1)), or just below a power of two): u <= 2^-52 x, hence u D <= 2^-52 N < 1 and
 *      u / 2 < 1 / 2D. For x < 1/2, k = 0: u = 2^-54, and D <= 2^52 gives u / 2 = 2^-55 < 2^-53 <= 1 / 2D. So it is not.
 *   4. s = y + 1/2, with y = fl (x) in [k - 1/2, k + 1/2), is rounded to something in [k, k + 1). Downwards: s >= k, and
 *      k is a double. Upwards, for k >= 1: let p be the power of two with p / 2 <= y < p, and u the gap between doubles from
 *      p / 2 to p. As 1/2 <= y < 2^52, 1/2 is a multiple of u, and so is s. If s < p, s is a double below k + 1. Else
 *      y < p <= y + 1/2, so p lies in (k - 1/2, k + 1), and being 1 or more it is a whole number: p = k. Then y <= k - u and
 *      s <= k + 1/2 - u, where doubles are 2u apart. If 2u <= 1/2, k + 1/2 is a double and fl (s) <= k + 1/2. If 2u = 1,
 *      s <= k, and fl (s) = k. For k = 0, x <= 1/2 - 1/2D <= 1/2 - 2^-53, a double, so y <= 1/2 - 2^-53, and y + 1/2 <= 1 - 2^-53, which
 *      is a double below 1. Therefore floor (fl (s)) = k = r.                                                          QED
 *
 * A leaf has P for its full marks, and the points are min (P, r): both clamp and rounding are monotonic, so it does not
 * matter which comes first. The numerator of a result beyond its target may pass 2^52, and is then not exact; but it is
 * at least the numerator of the target itself, fl keeps the order, and the clamp makes it P. Inside, s >= 1/2: that the clamp
 * raises to 0 what is below it changes nothing there. Outside, a denominator of 0 gives an infinity or a NaN, and a number that is
 * too large or below 0 gives any double: the clamp makes each of them something from 0 to P, so that every lane's conversion
 * to an integer is defined and none traps, and such lanes are reported. 0 / 0 is inside for an inverse quotient alone, and
 * there the comparison of the amounts gives P.
 *
 * Outside the bound the claim is false, and tests/batch/test-kernel.c shows it fail there.
 *
 * THE FUSED QUOTIENT, N = w × a with w < 2^20, a < 2^51, 1 <= D <= 2^51, a being cut to D. p = fl (N) and
 * e = fma (w, a, -p) give N = p + e exactly. k' = floor (fl (p / D) + 1/2) is off by one at the most: the errors of p and
 * of the quotient are below 2^-51 of the points, which are below 2^31. As a <= D, r <= w, and the clamp of k' to w takes it no
 * further away. p - k' D is an integer smaller than 2 D + |e| < 2^53, so fma (-k', D, p) is exact, and so is the remainder
 * N - k' D = that + e. r is k', k' + 1 or k' - 1 as twice the remainder stands to D and -D; twice an integer below 2^52 is exact.
 *
 * STEPS. Both sides of a × factor >= b × at + strict are integers below 2^52: a product of two, and a sum with 1. Gains are
 * whole numbers of 64 bits under a mask, and are not converted at all.
 */
#include "lanes-private.h"

#include <string.h>

#define ALWAYS_INLINE static inline __attribute__ ((always_inline))

/* Conversions */

/* Exact for 0 <= number < 2^52; any other number gives some double. */
ALWAYS_INLINE double
to_double (int64_t number)
{
#ifdef PE_KERNEL_CONVERTS
  return (double) number;
#else
  /* 2^52 + number is a double whose last bits are the number. */
  const uint64_t bits = (uint64_t) number | UINT64_C (0x4330000000000000);
  double         out;

  memcpy (&out, &bits, sizeof out);
  return out - 0x1p52;
#endif
}

/* As MAXPD and MINPD have it: what is no number becomes 0. The zero comes first, on what is not converted at once: compilers
 * jump around the conversion of a constant, and a loop with a jump in it is no vector. */
ALWAYS_INLINE double
clamp (double number, double most)
{
  const double low = number > 0 ? number : 0;

  return low < most ? low : most;
}

/* The most that a lane can have: a number of 32 bits, also where a leaf has more and every lane is outside. */
ALWAYS_INLINE double
get_most (int64_t full)
{
  return (double) (full < G_MAXINT32 ? full : G_MAXINT32 - 1);
}

/* floor, for what was clamped */
ALWAYS_INLINE int64_t
to_points (double number)
{
  return (int64_t) (int32_t) number;
}

ALWAYS_INLINE void
put (int64_t *restrict sums, size_t i, int64_t points, gboolean first)
{
  sums[i] = first ? points : (int64_t) ((uint64_t) sums[i] + (uint64_t) points);
}

/* TRUE when none of the numbers of which seen is the union has a bit beyond. */
ALWAYS_INLINE gboolean
is_within (uint64_t seen, int32_t bits)
{
  return bits >= 0 && seen >> bits == 0;
}

/* Pieces
 *
 * While the lanes of one piece are calculated, the processor is asked for the numbers of a later one: what it fetches by itself
 * ends with each page, and the next column of a leaf lies elsewhere. Constant pieces are loops without a rest. */
#define PIECE 64
#define AHEAD 192

/* numbers: nullable. What lies behind a column's end is not read by being asked for. */
ALWAYS_INLINE void
ask_for (const int64_t *numbers, size_t lane)
{
  const uintptr_t at = (uintptr_t) numbers + (lane + AHEAD) * sizeof *numbers;

  for (uintptr_t i = 0; numbers != NULL && i < PIECE * sizeof *numbers; i += 64)
    __builtin_prefetch ((const void *) (at + i));
}

/* call (at, m): does m lanes from `at` on, TRUE when all of them were inside. */
#define IN_PIECES(a, b, call)              \
  do                                       \
    {                                      \
      gboolean inside = TRUE;              \
      size_t   at = 0;                     \
                                           \
      for (; n - at >= PIECE; at += PIECE) \
        {                                  \
          ask_for (a, at);                 \
          ask_for (b, at);                 \
          inside &= call (at, PIECE);      \
        }                                  \
      if (at < n)                          \
        inside &= call (at, n - at);       \
      return inside;                       \
    }                                      \
  while (0)

/* Quotients */

ALWAYS_INLINE gboolean
divide_capped (const pe_quotient *self, const int64_t *restrict a, const int64_t *restrict b, size_t n,
               int64_t *restrict points, int64_t *restrict sums, gboolean first)
{
  const double over = (double) self->numerator * (double) self->a_factor;
  const double under = (double) self->denominator * (double) self->b_factor;
  const double most = get_most (self->full) + 0.5;
  uint64_t     seen_a = 0, seen_b = 0;

  for (size_t i = 0; i < n; i++)
    {
      const double x = to_double (a[i]) * over / (to_double (b[i]) * under) + 0.5;

      seen_a |= (uint64_t) a[i];
      seen_b |= (uint64_t) b[i] - 1;
      points[i] = to_points (clamp (x, most));
      put (sums, i, points[i], first);
    }
  return is_within (seen_a, self->a_bits) && is_within (seen_b, self->b_bits);
}

ALWAYS_INLINE gboolean
divide_inverse (const pe_quotient *self, const int64_t *restrict a, const int64_t *restrict b, size_t n,
                int64_t *restrict points, int64_t *restrict sums, gboolean first)
{
  const double a_factor = (double) self->a_factor, b_factor = (double) self->b_factor;
  const double over = (double) self->numerator * b_factor;
  const double under = (double) self->denominator * a_factor;
  const double most = get_most (self->full) + 0.5;
  uint64_t     seen_a = 0, seen_b = 0;

  for (size_t i = 0; i < n; i++)
    {
      const double actual = to_double (a[i]), target = to_double (b[i]);
      const double cut = clamp (target * over / (actual * under) + 0.5, most);

      seen_a |= (uint64_t) a[i];
      seen_b |= (uint64_t) b[i];
      points[i] = to_points (actual * a_factor <= target * b_factor ? most : cut);
      put (sums, i, points[i], first);
    }
  return is_within (seen_a, self->a_bits) && is_within (seen_b, self->b_bits);
}

ALWAYS_INLINE gboolean
divide_piece (const pe_quotient *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points, int64_t *sums,
              gboolean first)
{
  if (self->is_inverse)
    return first ? divide_inverse (self, a, b, n, points, sums, TRUE)
                 : divide_inverse (self, a, b, n, points, sums, FALSE);
  return first ? divide_capped (self, a, b, n, points, sums, TRUE) : divide_capped (self, a, b, n, points, sums, FALSE);
}

static gboolean
divide (const pe_quotient *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points, int64_t *sums,
        gboolean first)
{
#define DIVIDE(at, m) divide_piece (self, a + (at), b + (at), m, points + (at), sums + (at), first)
  IN_PIECES (a, b, DIVIDE);
#undef DIVIDE
}

#ifdef PE_KERNEL_FUSES
static gboolean
divide_fused (const pe_quotient *self, const int64_t *restrict a, const int64_t *restrict b, size_t n,
              int64_t *restrict points)
{
  const double weight = (double) self->numerator, most = get_most (self->numerator) + 0.5;
  uint64_t     seen = 0;

  for (size_t i = 0; i < n; i++)
    {
      const int64_t top = self->is_inverse ? b[i] : a[i], bottom = self->is_inverse ? a[i] : b[i];
      const double  cut = to_double (top < bottom ? top : bottom), under = to_double (bottom);
      const double  product = weight * cut, error = __builtin_fma (weight, cut, -product);
      const int64_t near = to_points (clamp (product / under + 0.5, most));
      const double  rest = __builtin_fma (-(double) (int32_t) near, under, product) + error;

      seen |= (uint64_t) top | ((uint64_t) bottom - 1);
      points[i] = near + (rest + rest >= under) - (rest + rest < -under);
    }
  return is_within (seen, self->fused_bits);
}
#endif

/* Steps */

ALWAYS_INLINE gboolean
look_up (const pe_steps_terms *self, uint32_t n_thresholds, const int64_t *restrict a, const int64_t *restrict b,
         size_t n, int64_t *restrict points, int64_t *restrict sums, gboolean first)
{
  const double factor = (double) self->factor;
  double       at[PE_MOST_THRESHOLDS], strict[PE_MOST_THRESHOLDS];
  uint64_t     gain[PE_MOST_THRESHOLDS];
  uint64_t     seen_a = 0, seen_b = 0;

  for (uint32_t k = 0; k < n_thresholds; k++)
    {
      at[k] = (double) self->thresholds[k].at;
      strict[k] = (double) self->thresholds[k].strict;
      gain[k] = (uint64_t) self->thresholds[k].gain;
    }
  for (size_t i = 0; i < n; i++)
    {
      const double x = to_double (a[i]) * factor, y = b != NULL ? to_double (b[i]) : 1;
      uint64_t     got = (uint64_t) self->start;

      for (uint32_t k = 0; k < n_thresholds; k++)
        got += x >= y * at[k] + strict[k] ? gain[k] : 0;
      seen_a |= (uint64_t) a[i];
      if (b != NULL)
        seen_b |= (uint64_t) b[i] - 1;
      points[i] = (int64_t) got;
      put (sums, i, points[i], first);
    }
  return is_within (seen_a, self->a_bits) && is_within (seen_b, self->b_bits);
}

/* One loop for each number of thresholds, that the inner one is unrolled. */
#define LOOK_UP(k)                                                                                                     \
  case k:                                                                                                              \
    if (b != NULL)                                                                                                     \
      return first ? look_up (self, k, a, b, n, points, sums, TRUE) : look_up (self, k, a, b, n, points, sums, FALSE); \
    return first ? look_up (self, k, a, NULL, n, points, sums, TRUE)                                                   \
                 : look_up (self, k, a, NULL, n, points, sums, FALSE)

ALWAYS_INLINE gboolean
step_piece (const pe_steps_terms *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points, int64_t *sums,
            gboolean first)
{
  switch (self->n)
    {
      LOOK_UP (1);
      LOOK_UP (2);
      LOOK_UP (3);
      LOOK_UP (4);
      LOOK_UP (5);
      LOOK_UP (6);
    default:
      return look_up (self, self->n, a, b, n, points, sums, first);
    }
}

static gboolean
step (const pe_steps_terms *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points, int64_t *sums,
      gboolean first)
{
#define STEP(at, m) step_piece (self, a + (at), b != NULL ? b + (at) : NULL, m, points + (at), sums + (at), first)
  IN_PIECES (a, b, STEP);
#undef STEP
}

/* Violations and truths */

ALWAYS_INLINE void
end_turn (int64_t *restrict points, int64_t *restrict sums, size_t i, int64_t value, pe_turn turn)
{
  /* A mask: compilers jump around the sum of a constant 0. */
  /* static: shiftTooManyBitsSigned: gcc and clang define it, as all ones or none */
  points[i] = (turn & PE_TURN_ENDS) != 0 ? value & ~(value >> 63) : value;
  if ((turn & PE_TURN_ENDS) != 0)
    put (sums, i, points[i], (turn & PE_TURN_SETS_SUMS) != 0);
}

ALWAYS_INLINE gboolean
deduct (const pe_counts_terms *terms, const pe_violation *self, const int64_t *restrict counts, size_t n,
        int64_t *restrict points, int64_t *restrict sums, pe_turn turn)
{
  const double each = (double) self->each;
  /* What costs more than the full marks leaves nothing, whatever more it costs. */
  const double cap = get_most (self->cap < terms->full ? self->cap : terms->full);
  uint64_t     seen = 0;

  for (size_t i = 0; i < n; i++)
    {
      const int64_t lost = to_points (clamp (to_double (counts[i]) * each, cap));

      seen |= (uint64_t) counts[i];
      end_turn (points, sums, i, ((turn & PE_TURN_BEGINS) != 0 ? terms->full : points[i]) - lost, turn);
    }
  return is_within (seen, terms->count_bits);
}

ALWAYS_INLINE gboolean
award (int64_t gain, const int64_t *restrict truths, size_t n, int64_t *restrict points, int64_t *restrict sums,
       pe_turn turn)
{
  uint64_t seen = 0;

  for (size_t i = 0; i < n; i++)
    {
      const int64_t won = -truths[i] & gain;

      seen |= (uint64_t) truths[i];
      end_turn (points, sums, i, ((turn & PE_TURN_BEGINS) != 0 ? 0 : points[i]) + won, turn);
    }
  return is_within (seen, 1);
}

/* Constant turns, that no lane asks which one it is. */
#define TAKE_TURN(call)                                                \
  switch (turn)                                                        \
    {                                                                  \
    case PE_TURN_BEGINS | PE_TURN_ENDS:                                \
      return call (PE_TURN_BEGINS | PE_TURN_ENDS);                     \
    case PE_TURN_BEGINS | PE_TURN_ENDS | PE_TURN_SETS_SUMS:            \
      return call (PE_TURN_BEGINS | PE_TURN_ENDS | PE_TURN_SETS_SUMS); \
    case PE_TURN_BEGINS:                                               \
      return call (PE_TURN_BEGINS);                                    \
    case PE_TURN_ENDS:                                                 \
      return call (PE_TURN_ENDS);                                      \
    case PE_TURN_ENDS | PE_TURN_SETS_SUMS:                             \
      return call (PE_TURN_ENDS | PE_TURN_SETS_SUMS);                  \
    default:                                                           \
      return call ((pe_turn) 0);                                       \
    }

ALWAYS_INLINE gboolean
violate_piece (const pe_counts_terms *terms, const pe_violation *self, const int64_t *counts, size_t n, int64_t *points,
               int64_t *sums, pe_turn turn)
{
#define DEDUCT(turn) deduct (terms, self, counts, n, points, sums, turn)
  TAKE_TURN (DEDUCT)
#undef DEDUCT
}

static gboolean
violate (const pe_counts_terms *terms, const pe_violation *self, const int64_t *counts, size_t n, int64_t *points,
         int64_t *sums, pe_turn turn)
{
#define VIOLATE(at, m) violate_piece (terms, self, counts + (at), m, points + (at), sums + (at), turn)
  IN_PIECES (counts, NULL, VIOLATE);
#undef VIOLATE
}

ALWAYS_INLINE gboolean
hold_piece (int64_t gain, const int64_t *truths, size_t n, int64_t *points, int64_t *sums, pe_turn turn)
{
#define AWARD(turn) award (gain, truths, n, points, sums, turn)
  TAKE_TURN (AWARD)
#undef AWARD
}

static gboolean
hold (int64_t gain, const int64_t *truths, size_t n, int64_t *points, int64_t *sums, pe_turn turn)
{
#define HOLD(at, m) hold_piece (gain, truths + (at), m, points + (at), sums + (at), turn)
  IN_PIECES (truths, NULL, HOLD);
#undef HOLD
}

static gboolean
give (int64_t most, const int64_t *restrict given, size_t n, int64_t *restrict points, int64_t *restrict sums,
      gboolean first)
{
  gboolean outside = FALSE;

  for (size_t i = 0; i < n; i++)
    {
      outside |= given[i] < 0 || given[i] > most;
      points[i] = given[i] < 0 || given[i] > most ? 0 : given[i];
      put (sums, i, points[i], first);
    }
  return !outside;
}

const pe_kernels PE_KERNELS = {
  .quotient = divide,
#ifdef PE_KERNEL_FUSES
  .fused = divide_fused,
#endif
  .steps = step,
  .violation = violate,
  .truth = hold,
  .given = give,
  .lanes = PE_KERNEL_LANES,
};
