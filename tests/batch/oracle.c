/* oracle.c - the workload scored from its rules alone, with nothing of the library but the name of a type
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/int128-private.h"
#include "workload.h"

/* Hundredths of a point, half up: the only rounding that there is. */
static int64_t
share (int64_t hundredths, int64_t part, int64_t whole)
{
  return (int64_t) (((pe_int128) 2 * hundredths * part + whole) / ((pe_int128) 2 * whole));
}

static int64_t
score_steps (int64_t marks, int64_t actual, int64_t target)
{
  int step = 0;

  while (step < 4 && (pe_int128) actual * 100 >= (pe_int128) workload_bounds[step] * target)
    step++;
  return marks * 10 * workload_tenths[step];
}

static int64_t
score_leaf (const workload_leaf *leaf, int64_t a, int64_t b)
{
  const int64_t full = (int64_t) leaf->marks * 100;

  switch (leaf->shape)
    {
    case WORKLOAD_RATIO:
      return a >= b ? full : share (full, a, b);
    case WORKLOAD_INVERSE:
      return a <= b ? full : share (full, b, a);
    case WORKLOAD_STEPS:
      return score_steps (leaf->marks, a, b);
    case WORKLOAD_COUNT:
      return full - a * 50 < 0 ? 0 : full - a * 50;
    default:
      return a != 0 ? full : 0;
    }
}

static int
is_there (const workload *self, uint32_t column, size_t unit)
{
  return self->bitmaps[column][unit / 8] >> (unit % 8) & 1;
}

void
workload_score (const workload *self, size_t unit, int64_t *points, uint8_t *states, int32_t *grade)
{
  size_t node = 1;

  points[0] = 0;
  states[0] = 1;
  for (uint32_t group = 0; group < WORKLOAD_GROUPS; group++)
    {
      const size_t above = node++;

      points[above] = 0;
      states[above] = 1;
      for (size_t i = 0; i < WORKLOAD_LEAVES; i++)
        {
          const workload_leaf *leaf = &workload_leaves[i];
          const int            has_two = leaf->shape <= WORKLOAD_STEPS;

          if (leaf->group != group)
            continue;
          states[node] = (uint8_t) (is_there (self, leaf->column, unit)
                                    && (!has_two || is_there (self, leaf->column + 1, unit)));
          points[node] = states[node] == 0 ? 0
                                           : score_leaf (leaf, self->columns[leaf->column][unit],
                                                         has_two ? self->columns[leaf->column + 1][unit] : 0);
          points[above] += points[node++];
        }
      points[0] += points[above];
    }
  *grade = points[0] >= 9000 ? 0 : points[0] >= 8000 ? 1 : points[0] >= 6000 ? 2 : 3;
}
