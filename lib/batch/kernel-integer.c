/* kernel-integer.c - the kernels without floating point: one unit after the other, in 128 bits
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "lanes-private.h"

/* Garbage of lanes outside must not overflow the sums. */
static void
put (int64_t *sums, size_t i, int64_t points, gboolean first)
{
  sums[i] = first ? points : (int64_t) ((uint64_t) sums[i] + (uint64_t) points);
}

static gboolean
divide (const pe_quotient *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points, int64_t *sums,
        gboolean first)
{
  gboolean inside = TRUE;

  for (size_t i = 0; i < n; i++)
    {
      if (!pe_quotient_compute (self, a[i], b[i], &points[i]))
        {
          points[i] = 0;
          inside = FALSE;
        }
      put (sums, i, points[i], first);
    }
  return inside;
}

static gboolean
step (const pe_steps_terms *self, const int64_t *a, const int64_t *b, size_t n, int64_t *points, int64_t *sums,
      gboolean first)
{
  gboolean inside = TRUE;

  for (size_t i = 0; i < n; i++)
    {
      if (!pe_steps_compute (self, a[i], b != NULL ? b[i] : 1, &points[i]))
        {
          points[i] = 0;
          inside = FALSE;
        }
      put (sums, i, points[i], first);
    }
  return inside;
}

static void
end_turn (int64_t *points, int64_t *sums, size_t i, pe_turn turn)
{
  if ((turn & PE_TURN_ENDS) == 0)
    return;
  points[i] = MAX (points[i], 0);
  put (sums, i, points[i], (turn & PE_TURN_SETS_SUMS) != 0);
}

static gboolean
violate (const pe_counts_terms *terms, const pe_violation *self, const int64_t *counts, size_t n, int64_t *points,
         int64_t *sums, pe_turn turn)
{
  const int64_t cap = MIN (self->cap, terms->full);
  gboolean      inside = TRUE;

  for (size_t i = 0; i < n; i++)
    {
      const pe_int128 cost = (pe_int128) counts[i] * self->each;

      if ((turn & PE_TURN_BEGINS) != 0)
        points[i] = terms->full;
      inside = inside && counts[i] >= 0;
      points[i] -= cost < 0 ? 0 : cost < cap ? (int64_t) cost : cap;
      end_turn (points, sums, i, turn);
    }
  return inside;
}

static gboolean
hold (int64_t gain, const int64_t *truths, size_t n, int64_t *points, int64_t *sums, pe_turn turn)
{
  gboolean inside = TRUE;

  for (size_t i = 0; i < n; i++)
    {
      if ((turn & PE_TURN_BEGINS) != 0)
        points[i] = 0;
      inside = inside && (truths[i] == 0 || truths[i] == 1);
      points[i] += truths[i] != 0 ? gain : 0;
      end_turn (points, sums, i, turn);
    }
  return inside;
}

static gboolean
give (int64_t most, const int64_t *given, size_t n, int64_t *points, int64_t *sums, gboolean first)
{
  gboolean inside = TRUE;

  for (size_t i = 0; i < n; i++)
    {
      const gboolean well = given[i] >= 0 && given[i] <= most;

      inside = inside && well;
      points[i] = well ? given[i] : 0;
      put (sums, i, points[i], first);
    }
  return inside;
}

const pe_kernels pe_kernels_integer = {
  .quotient = divide,
  .steps = step,
  .violation = violate,
  .truth = hold,
  .given = give,
  .lanes = pe_lanes_run_baseline,
};
