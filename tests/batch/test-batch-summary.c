/* test-batch-summary.c - summaries that merge
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

static void
test_empty (void **state)
{
  dice              roll = { 1 };
  random_scheme     scheme;
  pe_batch_plan    *plan = NULL;
  pe_batch_summary *summary = NULL, *copy = NULL;
  pe_text          *bytes = NULL, *again = NULL;

  (void) state;
  random_scheme_init (&scheme, &roll);
  assert_int_equal (pe_batch_plan_new (&plan, scheme.rulebook, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_summary_new (&summary, plan, NULL), PE_OK);
  assert_int_equal (pe_batch_summary_get_n_units (summary), 0);
  assert_int_equal (pe_batch_summary_to_bytes (&bytes, summary, NULL), PE_OK);
  assert_int_equal (
      pe_batch_summary_from_bytes (&copy, (const uint8_t *) pe_text_get_data (bytes), pe_text_get_size (bytes), NULL),
      PE_OK);
  assert_int_equal (pe_batch_summary_merge (copy, summary, NULL), PE_OK);
  assert_int_equal (pe_batch_summary_to_bytes (&again, copy, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (again), pe_text_get_size (bytes));
  assert_memory_equal (pe_text_get_data (again), pe_text_get_data (bytes), pe_text_get_size (bytes));
  pe_text_unref (bytes);
  pe_text_unref (again);
  pe_batch_summary_free (copy);
  pe_batch_summary_free (summary);
  pe_batch_plan_unref (plan);
  random_scheme_clear (&scheme);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_empty),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
