/* test-cover.c - the fewest sets that cover everything, against trying all
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#include "audit/cover-private.h"

/* The same numbers on every machine. */
static uint32_t
next_random (uint32_t *seed)
{
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

static void
add_set (pe_cover *cover, uint32_t penalty, uint32_t elements, uint32_t n)
{
  assert_int_equal (pe_cover_add_set (cover, penalty), PE_OK);
  for (uint32_t i = 0; i < n; i++)
    if ((elements >> i & 1) != 0)
      assert_int_equal (pe_cover_add_element (cover, i), PE_OK);
}

static uint64_t
get_cost (const pe_cover *cover, const uint32_t *masks, uint32_t everything)
{
  uint64_t cost = 0;
  uint32_t covered = 0;

  for (size_t i = 0; i < cover->sets.size; i++)
    {
      const pe_cover_set *set = pe_vector_at (&cover->sets, pe_cover_set, i);

      if (!set->is_taken)
        continue;
      cost += (UINT64_C (1) << 32) + set->penalty;
      covered |= masks[i];
    }
  assert_int_equal (covered, everything);
  return cost;
}

static void
test_against_all (void **state)
{
  uint32_t seed = 7;

  (void) state;
  for (int round = 0; round < 2000; round++)
    {
      const uint32_t n = 1 + next_random (&seed) % 8, n_sets = 1 + next_random (&seed) % 9;
      const uint32_t everything = (1u << n) - 1;
      uint32_t       masks[16], penalties[16], covered = 0;
      uint64_t       best = G_MAXUINT64;
      pe_cover       cover;

      pe_cover_init (&cover, n);
      for (uint32_t i = 0; i < n_sets; i++)
        {
          masks[i] = next_random (&seed) & next_random (&seed) & everything;
          penalties[i] = next_random (&seed) % 4;
          covered |= masks[i];
        }
      masks[n_sets] = everything & ~covered;
      penalties[n_sets] = 1;
      for (uint32_t i = 0; i <= n_sets; i++)
        add_set (&cover, penalties[i], masks[i], n);
      for (uint32_t choice = 0; choice < 1u << (n_sets + 1); choice++)
        {
          uint64_t cost = 0;
          uint32_t mask = 0;

          for (uint32_t i = 0; i <= n_sets; i++)
            if ((choice >> i & 1) != 0)
              {
                mask |= masks[i];
                cost += (UINT64_C (1) << 32) + penalties[i];
              }
          if (mask == everything)
            best = MIN (best, cost);
        }
      assert_int_equal (pe_cover_solve (&cover, 100000), PE_OK);
      assert_true (cover.is_minimal);
      assert_true (get_cost (&cover, masks, everything) == best);
      pe_cover_clear (&cover);
    }
}

/* Where the work does not suffice there still is a cover, and it is not called minimal. */
static void
test_little_work (void **state)
{
  static const uint32_t masks[] = { 0x3f, 0x15, 0x2a, 0x0f, 0x30 };
  pe_cover              cover;

  (void) state;
  pe_cover_init (&cover, 6);
  for (size_t i = 0; i < G_N_ELEMENTS (masks); i++)
    add_set (&cover, 0, masks[i], 6);
  assert_int_equal (pe_cover_solve (&cover, 1), PE_OK);
  assert_false (cover.is_minimal);
  (void) get_cost (&cover, masks, 0x3f);
  pe_cover_clear (&cover);
  pe_cover_init (&cover, 0);
  assert_int_equal (pe_cover_solve (&cover, 0), PE_OK);
  assert_true (cover.is_minimal);
  pe_cover_clear (&cover);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_against_all),
    cmocka_unit_test (test_little_work),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
