/* nearest.c - the known name that is most like a misspelt one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "nearest-private.h"

#include <string.h>

/* Names longer than this have no name near them. */
#define NEAR_MAX 48

/* How many letters have to be changed, put in or taken out (Levenshtein's distance). Both are at most NEAR_MAX long. */
static size_t
measure_distance (const char *a, size_t n_a, const char *b, size_t n_b)
{
  size_t row[NEAR_MAX + 1];

  for (size_t j = 0; j <= n_b; j++)
    row[j] = j;
  for (size_t i = 1; i <= n_a; i++)
    {
      size_t diagonal = row[0];

      row[0] = i;
      for (size_t j = 1; j <= n_b; j++)
        {
          const size_t above = row[j];

          row[j] = MIN (diagonal + (a[i - 1] != b[j - 1]), MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }
  return row[n_b];
}

void
pe_nearest_init (pe_nearest *self, const char *name, size_t size)
{
  /* A third of the letters, and one more, is what a slip of the hand or of memory comes to. */
  *self = (pe_nearest) { name, size, size / 3 + 2, NULL };
}

void
pe_nearest_offer (pe_nearest *self, const char *candidate)
{
  const size_t size = strlen (candidate);
  size_t       distance;

  if (self->size > NEAR_MAX || size > NEAR_MAX)
    return;
  distance = measure_distance (self->name, self->size, candidate, size);
  if (distance >= self->least)
    return;
  self->least = distance;
  self->found = candidate;
}
