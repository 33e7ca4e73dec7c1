/* rival.c - the plain loop for x86-64-v2 (or every processor of another architecture), the copy, and GMP
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define RIVAL rival_double_v2
#include "rival-body.h"

#include <gmp.h>

/* A copy: each column is read, each result is written, block by block; as many adds as there are columns. */

static void
copy_block (const workload *data, rival_results *out, size_t first, size_t n)
{
  size_t node = 0;

  for (size_t i = 0; i < WORKLOAD_COLUMNS; i++)
    {
      const int64_t *restrict from = data->columns[i] + first;
      int64_t *restrict to = (int64_t *) out->points[node] + first;
      const uint8_t *bits = data->bitmaps[i] + first / 8;

      if (i < WORKLOAD_NODES)
        memcpy (to, from, n * sizeof *to);
      else
        for (size_t k = 0; k < n; k++)
          to[k] ^= from[k];
      memset (out->states[node] + first, bits[0], n);
      for (size_t k = 0; k < n / 8; k++)
        out->states[node][first] ^= bits[k];
      node = (node + 1) % WORKLOAD_NODES;
    }
  memset (out->grades + first, 0, n * sizeof *out->grades);
  memset (out->statuses + first, 0, n * sizeof *out->statuses);
}

void
rival_copy (const workload *data, rival_results *out)
{
  for (size_t first = 0; first < data->n; first += BLOCK)
    copy_block (data, out, first, data->n - first < BLOCK ? data->n - first : BLOCK);
}

/* GMP: the ratios as mpq, rounded with mpz_fdiv_q; the rest as whole numbers. */

static int64_t
share_gmp (mpq_t rate, mpz_t number, int64_t hundredths, int64_t part, int64_t whole)
{
  mpq_set_si (rate, part, (unsigned long) whole);
  mpq_canonicalize (rate);
  /* floor ((2 w a + t) / 2 t) */
  mpz_mul_si (number, mpq_numref (rate), 2 * hundredths);
  mpz_add (number, number, mpq_denref (rate));
  mpz_mul_ui (mpq_denref (rate), mpq_denref (rate), 2);
  mpz_fdiv_q (number, number, mpq_denref (rate));
  return mpz_get_si (number);
}

static int64_t
score_gmp (mpq_t rate, mpz_t number, const workload_leaf *leaf, int64_t a, int64_t b)
{
  const int64_t full = (int64_t) leaf->marks * 100;
  uint32_t      step = 0;

  switch (leaf->shape)
    {
    case WORKLOAD_RATIO:
      return a >= b ? full : share_gmp (rate, number, full, a, b);
    case WORKLOAD_INVERSE:
      return a <= b ? full : share_gmp (rate, number, full, b, a);
    case WORKLOAD_STEPS:
      mpq_set_si (rate, a, (unsigned long) b);
      mpq_canonicalize (rate);
      while (step < 4 && mpq_cmp_ui (rate, workload_bounds[step], 100) >= 0)
        step++;
      return (int64_t) leaf->marks * 10 * workload_tenths[step];
    case WORKLOAD_COUNT:
      return full - a * 50 < 0 ? 0 : full - a * 50;
    default:
      return a != 0 ? full : 0;
    }
}

static gboolean
is_there (const workload *data, uint32_t column, size_t unit)
{
  return (data->bitmaps[column][unit / 8] >> (unit % 8) & 1) != 0;
}

void
rival_gmp (const workload *data, rival_results *out)
{
  mpq_t rate;
  mpz_t number;

  mpq_init (rate);
  mpz_init (number);
  for (size_t unit = 0; unit < data->n; unit++)
    {
      int64_t total = 0;
      size_t  node = 1;

      for (uint32_t group = 0; group < WORKLOAD_GROUPS; group++)
        {
          const size_t above = node++;
          int64_t      sum = 0;

          for (size_t i = 0; i < WORKLOAD_LEAVES; i++)
            {
              const workload_leaf *leaf = &workload_leaves[i];
              const gboolean       has_two = leaf->shape <= WORKLOAD_STEPS;
              int64_t              points = 0;

              if (leaf->group != group)
                continue;
              out->states[node][unit]
                  = is_there (data, leaf->column, unit) && (!has_two || is_there (data, leaf->column + 1, unit));
              if (out->states[node][unit] != 0)
                points = score_gmp (rate, number, leaf, data->columns[leaf->column][unit],
                                    has_two ? data->columns[leaf->column + 1][unit] : 1);
              ((int64_t *) out->points[node++])[unit] = points;
              sum += points;
            }
          ((int64_t *) out->points[above])[unit] = sum;
          out->states[above][unit] = 1;
          total += sum;
        }
      ((int64_t *) out->points[0])[unit] = total;
      out->states[0][unit] = 1;
      out->grades[unit] = (total < 9000) + (total < 8000) + (total < 6000);
      out->statuses[unit] = 0;
    }
  mpz_clear (number);
  mpq_clear (rate);
}
