/* test-rounding-contract.c - where a scheme rounds
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/rounding_contract.h>

static void
test_init (void **state)
{
  pe_rounding_contract contract;

  (void) state;
  memset (&contract, 0xff, sizeof contract);
  pe_rounding_contract_init (&contract, sizeof contract);
  assert_int_equal (contract.struct_size, sizeof contract);
  assert_int_equal (contract.rank_on, 0);
  assert_int_equal (contract.leaf_rounding, 0);
  assert_int_equal (contract.total_places, 0);
  pe_rounding_contract_init (NULL, sizeof contract);
  /* A caller whose headers are newer has a longer structure. */
  {
    struct
    {
      pe_rounding_contract contract;
      int32_t              more;
    } newer;

    memset (&newer, 0xff, sizeof newer);
    pe_rounding_contract_init (&newer.contract, sizeof newer);
    assert_int_equal (newer.contract.struct_size, sizeof newer);
    assert_int_equal (newer.more, 0);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_init),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
