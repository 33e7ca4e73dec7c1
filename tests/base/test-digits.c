/* test-digits.c - the digits of whole numbers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>

#include "base/digits-private.h"

static void
assert_put (uint64_t number)
{
  char expected[PE_DIGITS_MAX + 1], found[PE_DIGITS_MAX + 1];
  int  n = snprintf (expected, sizeof expected, "%" PRIu64, number);

  assert_int_equal (pe_digits_count (number), n);
  *pe_digits_put (found, number) = '\0';
  assert_string_equal (found, expected);
}

/* Where the length in bits or in digits changes, and beside it. */
static void
test_lengths (void **state)
{
  (void) state;

  for (int i = 0; i < PE_DIGITS_MAX; i++)
    for (uint64_t beside = 0; beside < 3; beside++)
      assert_put (pe_digits_powers[i] + beside - 1);
  for (int i = 0; i < 64; i++)
    for (uint64_t beside = 0; beside < 3; beside++)
      assert_put ((UINT64_C (1) << i) + beside - 1);
  assert_put (UINT64_MAX);
}

static void
test_small (void **state)
{
  (void) state;

  for (uint64_t number = 0; number < 20000; number++)
    assert_put (number);
}

static void
test_last (void **state)
{
  char text[] = "....";

  (void) state;
  assert_true (pe_digits_put_last (text, text, 205) == 205);
  assert_string_equal (text, "....");
  assert_true (pe_digits_put_last (text, text + 1, 205) == 20);
  assert_string_equal (text, "5...");
  assert_true (pe_digits_put_last (text, text + 2, 205) == 2);
  assert_string_equal (text, "05..");
  assert_true (pe_digits_put_last (text, text + 4, 205) == 0);
  assert_string_equal (text, "0205");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_lengths),
    cmocka_unit_test (test_small),
    cmocka_unit_test (test_last),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
