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
  char expected[PE_DIGITS_MAX + 1], found[PE_DIGITS_ROOM + 1];
  int  n = snprintf (expected, sizeof expected, "%" PRIu64, number);

  assert_int_equal (pe_digits_count (number), n);
  found[PE_DIGITS_ROOM] = '#';
  *pe_digits_put (found, number) = '\0';
  assert_string_equal (found, expected);
  assert_int_equal (found[PE_DIGITS_ROOM], '#');
}

static void
assert_padded (uint64_t number, int32_t n)
{
  char expected[PE_DIGITS_MAX + 1], found[PE_DIGITS_ROOM];

  assert_int_equal (snprintf (expected, sizeof expected, "%0*" PRIu64, (int) n, number), n);
  *pe_digits_put_padded (found, number, n) = '\0';
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

/* Every half of four digits, on either side. */
static void
test_halves (void **state)
{
  (void) state;

  for (uint64_t half = 0; half < 10000; half++)
    {
      assert_padded (half, 8);
      assert_padded (half * 10000, 8);
      assert_padded (half * 10000 + 9999 - half, 8);
    }
}

/* Of every length, with zeros before them and without. */
static void
test_padded (void **state)
{
  (void) state;

  for (int32_t n = 1; n <= 18; n++)
    {
      assert_padded (0, n);
      assert_padded (1, n);
      assert_padded (pe_digits_powers[n] - 1, n);
      assert_padded (pe_digits_powers[n - 1], n);
      assert_padded (UINT64_C (987654321012345678) % pe_digits_powers[n], n);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_lengths),
    cmocka_unit_test (test_small),
    cmocka_unit_test (test_halves),
    cmocka_unit_test (test_padded),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
