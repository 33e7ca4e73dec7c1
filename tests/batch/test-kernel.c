/* test-kernel.c - the proven range of the kernels: no wrong digit inside, many outside, and outside is told
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include "batch/kernel-private.h"

#define LANES 4096
#define ROUNDS 256

static int64_t a[LANES], b[LANES], points[LANES], sums[LANES];

/* Half up, in 128 bits: not the library's way, which divides once and looks at the rest. */
static int64_t
expect (int64_t weight, int64_t part, int64_t whole)
{
  if (part >= whole)
    return weight;
  return (int64_t) (((pe_int128) 2 * weight * part + whole) / ((pe_int128) 2 * whole));
}

/* Near ties: weight × a / b is k + 1/2, give or take 1/b. */
static void
roll_near_ties (dice *roll, int64_t weight, int32_t bits)
{
  for (size_t i = 0; i < LANES; i++)
    {
      const int64_t k = (int64_t) dice_below (roll, (uint64_t) weight);

      b[i] = (int64_t) (dice_roll (roll) >> (64 - bits)) | (INT64_C (1) << (bits - 1));
      a[i] = (int64_t) (((pe_int128) (2 * k + 1) * b[i]) / (2 * weight)) - 1 + (int64_t) dice_below (roll, 3);
      a[i] = CLAMP (a[i], 0, b[i]);
    }
}

static pe_quotient
new_quotient (int64_t weight)
{
  pe_quotient out = {
    .numerator = weight, .denominator = 1, .full = weight, .a_factor = 1, .b_factor = 1, .rounding = PE_ROUND_HALF_UP
  };

  pe_quotient_set_ranges (&out);
  return out;
}

static size_t
count_wrong (int64_t weight)
{
  size_t wrong = 0;

  for (size_t i = 0; i < LANES; i++)
    wrong += points[i] != expect (weight, a[i], b[i]);
  return wrong;
}

static void
check_inside (const pe_kernels *kernels, int64_t weight)
{
  const pe_quotient quotient = new_quotient (weight);
  dice              roll = { (uint64_t) weight };
  size_t            wrong = 0;

  for (size_t round = 0; round < ROUNDS; round++)
    {
      roll_near_ties (&roll, weight, quotient.b_bits - (int32_t) (round % 8));
      assert_true (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
      wrong += count_wrong (weight);
      assert_memory_equal (points, sums, sizeof points);
    }
  assert_int_equal (wrong, 0);
}

/* The check is no decoration: the same kernel, told that everything is inside, is wrong where the proof does not reach. */
static size_t
count_wrong_outside (const pe_kernels *kernels, int64_t weight)
{
  pe_quotient honest = new_quotient (weight), blind = honest;
  dice        roll = { 7 };
  size_t      wrong = 0;

  blind.a_bits = blind.b_bits = 62;
  for (size_t round = 0; round < ROUNDS; round++)
    {
      roll_near_ties (&roll, weight, 51);
      assert_false (kernels->quotient (&honest, a, b, LANES, points, sums, TRUE));
      assert_true (kernels->quotient (&blind, a, b, LANES, points, sums, TRUE));
      wrong += count_wrong (weight);
    }
  return wrong;
}

static void
check_fused (const pe_kernels *kernels, int64_t weight)
{
  const pe_quotient quotient = new_quotient (weight);
  dice              roll = { 11 };
  size_t            wrong = 0;

  if (kernels->fused == NULL)
    return;
  for (size_t round = 0; round < ROUNDS; round++)
    {
      roll_near_ties (&roll, weight, 51 - (int32_t) (round % 12));
      assert_true (kernels->fused (&quotient, a, b, LANES, points));
      wrong += count_wrong (weight);
    }
  assert_int_equal (wrong, 0);
}

static void
test_quotients (void **state)
{
  static const int64_t weights[] = { 1, 100, 333, 500, 1000, 1250, 10000 };

  (void) state;
  for (pe_batch_level level = PE_BATCH_LEVEL_BASELINE; level <= PE_BATCH_LEVEL_V4; level++)
    {
      const pe_kernels *kernels = pe_kernels_get (level);
      size_t            outside;

      if (kernels == NULL)
        {
          print_message ("SKIPPED: level %d, which this processor does not have\n", level);
          continue;
        }
      for (size_t i = 0; i < G_N_ELEMENTS (weights); i++)
        {
          check_inside (kernels, weights[i]);
          check_fused (kernels, weights[i]);
        }
      outside = count_wrong_outside (kernels, 1000);
      print_message ("level %d: %d near ties inside each range, 0 wrong; %d outside, %zu wrong, all told\n", level,
                     ROUNDS * LANES, ROUNDS * LANES, outside);
      assert_true (outside > 1000);
    }
}

/* The largest weight of one point more, or one fen more, is told. */
static void
test_edges (void **state)
{
  const pe_quotient quotient = new_quotient (500);
  const int64_t     edge = INT64_C (1) << quotient.b_bits;

  (void) state;
  assert_int_equal (quotient.b_bits, 43);
  assert_int_equal (quotient.a_bits, 52);
  for (pe_batch_level level = PE_BATCH_LEVEL_BASELINE; level <= PE_BATCH_LEVEL_V4; level++)
    {
      const pe_kernels *kernels = pe_kernels_get (level);

      for (size_t i = 0; i < LANES; i++)
        {
          a[i] = 1;
          b[i] = 2;
        }
      if (kernels == NULL)
        continue;
      b[77] = edge;
      assert_true (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
      b[77] = edge + 1;
      assert_false (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
      b[77] = 0;
      assert_false (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
      b[77] = -1;
      assert_false (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
      b[77] = 1;
      a[77] = INT64_C (1) << 52;
      assert_false (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
      a[77] = -1;
      assert_false (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
    }
}

/* Numbers that are no amounts at all: below 0, beyond the range, zeros beneath. */
static void
roll_anything (dice *roll)
{
  for (size_t i = 0; i < LANES; i++)
    {
      a[i] = dice_strikes (roll, 10) ? 0 : (int64_t) dice_roll_length (roll, 0, 64);
      b[i] = dice_strikes (roll, 10) ? 0 : (int64_t) dice_roll_length (roll, 0, 64);
    }
}

/* Lanes outside are points all the same, from 0 to the full marks; and with a leaf that has more than 32 bits of them. */
static void
test_anything (void **state)
{
  const pe_counts_terms counts = { 400, 31 };
  const pe_violation    violation = { 50, G_MAXINT64 };
  dice                  roll = { 13 };

  (void) state;
  for (int round = 0; round < 4 * ROUNDS; round++)
    for (pe_batch_level level = PE_BATCH_LEVEL_BASELINE; level <= PE_BATCH_LEVEL_V4; level++)
      {
        const pe_kernels *kernels = pe_kernels_get (level);
        pe_quotient       quotient = new_quotient (round % 4 == 3 ? INT64_C (10000000000) : 500);

        quotient.is_inverse = round % 2;
        roll_anything (&roll);
        if (kernels == NULL)
          continue;
        assert_false (kernels->quotient (&quotient, a, b, LANES, points, sums, TRUE));
        for (size_t i = 0; i < LANES; i++)
          assert_in_range (points[i], 0, MIN (quotient.full, G_MAXINT32));
        if (kernels->fused != NULL)
          assert_false (kernels->fused (&quotient, a, b, LANES, points));
        assert_false (kernels->violation (&counts, &violation, a, LANES, points, sums, PE_TURN_BEGINS | PE_TURN_ENDS));
        for (size_t i = 0; i < LANES; i++)
          assert_in_range (points[i], 0, counts.full);
      }
}

/* 100 points at 8 places have 34 bits; so has a step of 99.5. */
static void
test_large_steps (void **state)
{
  pe_steps_terms steps
      = { .factor = 1,
          .start = 1,
          .n = 3,
          .thresholds = { { 5, 0, INT64_C (9949999999) }, { 10, 1, 50000000 }, { 20, 0, -7 } } };
  static const int64_t cases[][2]
      = { { 0, 1 },
          { 4, 1 },
          { 5, INT64_C (9950000000) },
          { 10, INT64_C (9950000000) },
          { 11, INT64_C (10000000000) },
          { 20, INT64_C (9999999993) } };

  (void) state;
  pe_steps_set_ranges (&steps);
  for (pe_batch_level level = PE_BATCH_LEVEL_INTEGER; level <= PE_BATCH_LEVEL_V4; level++)
    for (size_t i = 0; i < G_N_ELEMENTS (cases) && pe_kernels_get (level) != NULL; i++)
      {
        for (size_t k = 0; k < 11; k++)
          {
            a[k] = cases[i][0];
            b[k] = 1;
          }
        assert_true (pe_kernels_get (level)->steps (&steps, a, i % 2 == 0 ? b : NULL, 11, points, sums, TRUE));
        for (size_t k = 0; k < 11; k++)
          assert_int_equal (points[k], cases[i][1]);
        assert_memory_equal (points, sums, 11 * sizeof *points);
      }
}

/* Every rounding but half up takes whole numbers; ties and thirds of each. */
static void
test_roundings (void **state)
{
  static const int64_t expected[][3] = { { 0 },       { 3, 2, 3 }, /* half up: 2.5, 2.33, 2.67 */
                                         { 2, 2, 3 }, { 2, 2, 3 }, { 2, 2, 2 }, { 3, 3, 3 }, { 2, 2, 2 }, { 3, 3, 3 } };
  static const int64_t cases[][2] = { { 5, 20 }, { 7, 30 }, { 8, 30 } };

  (void) state;
  for (pe_rounding rounding = PE_ROUND_HALF_UP; rounding <= PE_ROUND_CEILING; rounding++)
    for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        pe_quotient quotient = new_quotient (10);
        int64_t     found;

        quotient.rounding = rounding;
        assert_true (pe_quotient_compute (&quotient, cases[i][0], cases[i][1], &found));
        assert_int_equal (found, expected[rounding][i]);
      }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_quotients),   cmocka_unit_test (test_edges),     cmocka_unit_test (test_anything),
    cmocka_unit_test (test_large_steps), cmocka_unit_test (test_roundings),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
