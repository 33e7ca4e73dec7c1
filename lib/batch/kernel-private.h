/* kernel-private.h - scoring one leaf of many units at once
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/batch_plan.h>

#include "../base/decimal-private.h"

/* Units of one block: the running sums of a block stay in the processor's first cache. */
#define PE_BLOCK 4096

/* A kernel scores every lane and adds the points to the sums above; it answers FALSE when some lane was outside the range
 * in which it is proven, and that lane's points are then anything. Lanes outside are found one by one, with
 * pe_quotient_find() and its like, which say as much without a vector. `first`: the sums are set, not added to. */

/* points = round (min (P, numerator × a / (denominator × b))), P being the points of the full marks. */
typedef struct pe_quotient
{
  int64_t     numerator;
  int64_t     denominator;
  int64_t     full;     /* P */
  int64_t     a_factor; /* capped: a × a_factor and b × b_factor are in one unit */
  int64_t     b_factor;
  gboolean    is_inverse; /* P where a <= b in that unit, else numerator × b / (denominator × a) */
  pe_rounding rounding;
  /* Powers of two: the kernel with a proof (kernel-body-private.h) takes 0 <= a < 2^a_bits and 1 <= b <= 2^b_bits (an inverse
   * one b < 2^b_bits); -1: it takes nothing. */
  int32_t a_bits;
  int32_t b_bits;
  int32_t fused_bits; /* both, for the kernel of fused multiply-adds */
} pe_quotient;

/* points = start + the sum of the gains of all thresholds with a × factor >= b × at + strict. Without b, b is 1. */
#define PE_MOST_THRESHOLDS 16
typedef struct pe_kernel_threshold
{
  int64_t at;
  int64_t strict; /* 0 or 1 */
  int64_t gain;
} pe_kernel_threshold;

typedef struct pe_steps_terms
{
  int64_t             factor;
  int64_t             start;
  uint32_t            n;
  pe_kernel_threshold thresholds[PE_MOST_THRESHOLDS];
  int32_t             a_bits; /* 0 <= a < 2^a_bits */
  int32_t             b_bits; /* 1 <= b <= 2^b_bits */
} pe_steps_terms;

/* One kind of violation: min (cap, count × each). */
typedef struct pe_violation
{
  int64_t each;
  int64_t cap; /* INT64_MAX: none */
} pe_violation;

typedef struct pe_counts_terms
{
  int64_t full;
  int32_t count_bits; /* 0 <= count < 2^count_bits */
} pe_counts_terms;

/* Which of several passes over the points of a leaf it is: the first one begins them, the last one raises them to 0 and
 * adds them to the sums. */
typedef uint32_t pe_turn;
enum
{
  PE_TURN_BEGINS = 1,
  PE_TURN_ENDS = 2,
  PE_TURN_SETS_SUMS = 4 /* with PE_TURN_ENDS: the sums are set, not added to */
};

struct pe_lanes;

typedef struct pe_kernels
{
  gboolean (*quotient) (const pe_quotient *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points,
                        int64_t *sums, gboolean first);
  /* As quotient, in a wider range, without sums. NULL: there is none. */
  gboolean (*fused) (const pe_quotient *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points);
  /* b: nullable */
  gboolean (*steps) (const pe_steps_terms *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points,
                     int64_t *sums, gboolean first);
  /* Takes what one kind costs off the points. */
  gboolean (*violation) (const pe_counts_terms *terms, const pe_violation *self, const int64_t *counts, size_t n,
                         int64_t *points, int64_t *sums, pe_turn turn);
  /* Adds gain where the truth is 1; others than 0 and 1 are outside. */
  gboolean (*truth) (int64_t gain, const int64_t *truths, size_t n, int64_t *points, int64_t *sums, pe_turn turn);
  /* Points that are given, from 0 to most, as they are. */
  gboolean (*given) (int64_t most, const int64_t *given, size_t n, int64_t *points, int64_t *sums, gboolean first);
  /* Runs the program of a leaf for some units (lanes-private.h). */
  void (*lanes) (const struct pe_lanes *self, uint64_t first, size_t n, char *memory);
} pe_kernels;

/* NULL when neither the build nor the processor has the level. */
const pe_kernels *pe_kernels_get (pe_batch_level level);
pe_batch_level    pe_kernels_get_best_level (void);

extern const pe_kernels pe_kernels_integer;
extern const pe_kernels pe_kernels_baseline;
extern const pe_kernels pe_kernels_v3;
extern const pe_kernels pe_kernels_v4;

/* Sets the ranges of the kernels from the other members (kernel.c). */
void pe_quotient_set_ranges (pe_quotient *self);
void pe_steps_set_ranges (pe_steps_terms *self);
void pe_counts_set_ranges (pe_counts_terms *self, const pe_violation *violations, size_t n);

/* One lane, in 128 bits: FALSE when that cannot hold it, or the rule has to look at it itself (negative figures, a zero
 * denominator). */
gboolean pe_quotient_compute (const pe_quotient *self, int64_t a, int64_t b, int64_t *points);
gboolean pe_steps_compute (const pe_steps_terms *self, int64_t a, int64_t b, int64_t *points);
