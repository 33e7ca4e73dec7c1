/* rival-body.h - the plain loop over doubles, compiled once for each instruction set
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a good C programmer writes in an afternoon, knowing columns, blocks and restrict, and trusting doubles: the rules are
 * hard-coded, figures are turned to yuan, and points are rounded to hundredths as doubles are.
 */
#include <math.h>
#include <string.h>

#include "rival.h"

#define BLOCK 4096

static inline double
round_points (double points)
{
  return floor (points * 100 + 0.5) / 100;
}

static void
score_ratio (const int64_t *restrict a, const int64_t *restrict b, size_t n, double full, double *restrict points,
             double *restrict sums)
{
  for (size_t i = 0; i < n; i++)
    {
      const double rate = (double) a[i] / (double) b[i];

      points[i] = round_points (full * (rate < 1 ? rate : 1));
      sums[i] += points[i];
    }
}

static void
score_inverse (const int64_t *restrict a, const int64_t *restrict b, size_t n, double full, double *restrict points,
               double *restrict sums)
{
  for (size_t i = 0; i < n; i++)
    {
      const double rate = (double) b[i] / (double) a[i];

      points[i] = round_points (a[i] <= b[i] ? full : full * rate);
      sums[i] += points[i];
    }
}

static void
score_steps (const int64_t *restrict a, const int64_t *restrict b, size_t n, double full, double *restrict points,
             double *restrict sums)
{
  for (size_t i = 0; i < n; i++)
    {
      const double rate = (double) a[i] / (double) b[i];
      double       got = 0;

      got = rate >= 0.6 ? full * 0.4 : got;
      got = rate >= 0.7 ? full * 0.6 : got;
      got = rate >= 0.8 ? full * 0.8 : got;
      got = rate >= 0.9 ? full : got;
      points[i] = got;
      sums[i] += points[i];
    }
}

static void
score_count (const int64_t *restrict a, size_t n, double full, double *restrict points, double *restrict sums)
{
  for (size_t i = 0; i < n; i++)
    {
      const double left = full - 0.5 * (double) a[i];

      points[i] = left > 0 ? left : 0;
      sums[i] += points[i];
    }
}

static void
score_condition (const int64_t *restrict a, size_t n, double full, double *restrict points, double *restrict sums)
{
  for (size_t i = 0; i < n; i++)
    {
      points[i] = a[i] != 0 ? full : 0;
      sums[i] += points[i];
    }
}

/* Missing figures: no points, and a state that says so. Words of 64 units that are all there cost one comparison. */
static void
apply_validity (const uint8_t *bits, size_t first, size_t n, double *points, double *sums, uint8_t *states)
{
  for (size_t i = 0; i < n; i += 64)
    {
      uint64_t word = 0;

      memcpy (&word, bits + (first + i) / 8, sizeof word);
      if (word == UINT64_MAX)
        continue;
      for (size_t k = i; k < n && k < i + 64; k++)
        if ((word >> (k - i) & 1) == 0 && states[k] != 0)
          {
            sums[k] -= points[k];
            points[k] = 0;
            states[k] = 0;
          }
    }
}

static void
score_leaf (const workload *data, const workload_leaf *leaf, size_t first, size_t n, double *points, double *sums,
            uint8_t *states)
{
  const int64_t *a = data->columns[leaf->column] + first;
  const int64_t *b = leaf->shape <= WORKLOAD_STEPS ? data->columns[leaf->column + 1] + first : NULL;
  const double   full = leaf->marks;

  switch (leaf->shape)
    {
    case WORKLOAD_RATIO:
      score_ratio (a, b, n, full, points, sums);
      break;
    case WORKLOAD_INVERSE:
      score_inverse (a, b, n, full, points, sums);
      break;
    case WORKLOAD_STEPS:
      score_steps (a, b, n, full, points, sums);
      break;
    case WORKLOAD_COUNT:
      score_count (a, n, full, points, sums);
      break;
    default:
      score_condition (a, n, full, points, sums);
    }
  memset (states, 1, n);
  apply_validity (data->bitmaps[leaf->column], first, n, points, sums, states);
  if (b != NULL)
    apply_validity (data->bitmaps[leaf->column + 1], first, n, points, sums, states);
}

static void
finish (const double *restrict groups[WORKLOAD_GROUPS], size_t n, double *restrict totals, int32_t *restrict grades)
{
  for (size_t i = 0; i < n; i++)
    {
      const double total = round_points (groups[0][i] + groups[1][i]);

      totals[i] = total;
      grades[i] = (total < 90) + (total < 80) + (total < 60);
    }
}

static void
score_block (const workload *data, rival_results *out, size_t first, size_t n)
{
  double *groups[WORKLOAD_GROUPS];
  size_t  node = 1;

  for (uint32_t group = 0; group < WORKLOAD_GROUPS; group++)
    {
      groups[group] = (double *) out->points[node] + first;
      memset (groups[group], 0, n * sizeof (double));
      memset (out->states[node] + first, 1, n);
      node++;
      for (size_t i = 0; i < WORKLOAD_LEAVES; i++)
        if (workload_leaves[i].group == group)
          {
            score_leaf (data, &workload_leaves[i], first, n, (double *) out->points[node] + first, groups[group],
                        out->states[node] + first);
            node++;
          }
    }
  finish ((const double **) groups, n, (double *) out->points[0] + first, out->grades + first);
  memset (out->states[0] + first, 1, n);
  memset (out->statuses + first, 0, n * sizeof *out->statuses);
}

void
RIVAL (const workload *data, rival_results *out)
{
  for (size_t first = 0; first < data->n; first += BLOCK)
    score_block (data, out, first, data->n - first < BLOCK ? data->n - first : BLOCK);
}
