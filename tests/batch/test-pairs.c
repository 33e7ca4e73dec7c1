/* test-pairs.c - a batch and pe_evaluate() agree on random rulebooks and units, digit for digit and state for state
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PERFEVAL_BATCH_PAIRS is how many pairs are looked at; scripts/release-batch asks for a million.
 */
#include "pairs.h"

#include <stdlib.h>

#define PAIRS 60000
#define UNITS_OF_A_RULEBOOK 100

static void
test_pairs (void **state)
{
  const char  *asked = getenv ("PERFEVAL_BATCH_PAIRS");
  const char  *from = getenv ("PERFEVAL_BATCH_SEED");
  const size_t n = asked != NULL ? (size_t) strtoull (asked, NULL, 10) : PAIRS;
  const gint64 start = g_get_monotonic_time ();
  size_t       done = 0, scored = 0, refused = 0;

  (void) state;
  for (uint64_t seed = from != NULL ? strtoull (from, NULL, 10) : 1; done < n; seed++)
    {
      const size_t compared = compare_pairs (seed, UNITS_OF_A_RULEBOOK, &scored);

      done += compared;
      refused += compared == 0 ? 1 : 0;
    }
  print_message (
      "%zu pairs of a rulebook and a unit, %zu of them with a total, 0 differences, %d s; of %zu rulebooks more the "
      "columns had units that do not go together\n",
      done, scored, (int) ((g_get_monotonic_time () - start) / G_USEC_PER_SEC), refused);
  /* What fails in most of its units says little. */
  assert_true (scored * 4 > done);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_pairs),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
