/* test-slip.c - slips of the pen
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#include <string.h>

#include "audit/audit-private.h"

static void
check_slip (const char *printed, const char *meant, pe_slip expected)
{
  pe_decimal a, b;

  assert_int_equal (pe_decimal_parse (&a, printed, strlen (printed), NULL), PE_OK);
  assert_int_equal (pe_decimal_parse (&b, meant, strlen (meant), NULL), PE_OK);
  if (pe_slip_find (&a, &b) != expected)
    fail_msg ("%s for %s: %d", printed, meant, pe_slip_find (&a, &b));
}

static void
test_slips (void **state)
{
  (void) state;
  check_slip ("124.23", "124.23", 0);
  check_slip ("124.23", "124.33", PE_SLIP_DIGIT);
  check_slip ("124.23", "142.23", PE_SLIP_SWAPPED);
  check_slip ("124.23", "142.33", 0);
  check_slip ("471.23", "4712300", PE_SLIP_POWER);
  check_slip ("0.05", "500", PE_SLIP_POWER);
  check_slip ("124.23", "1124.23", PE_SLIP_LOST);
  check_slip ("1124.23", "124.23", PE_SLIP_ADDED);
  check_slip ("12423", "1242", PE_SLIP_ADDED);
  check_slip ("-3.5", "3.5", PE_SLIP_SIGN);
  check_slip ("-3.51", "3.61", 0);
  /* too short to tell */
  check_slip ("5", "6", 0);
  check_slip ("39", "50", 0);
  check_slip ("12", "21", 0);
  check_slip ("9223372036854775807", "0.000000000000000001", 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_slips) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
