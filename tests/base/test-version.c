/* test-version.c - which library this is
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <perfeval/version.h>

static void
test_numbers (void **state)
{
  (void) state;

  int32_t major = -1, minor = -1, micro = -1;

  pe_version_get (&major, &minor, &micro);
  assert_int_equal (major, PE_VERSION_MAJOR);
  assert_int_equal (minor, PE_VERSION_MINOR);
  assert_int_equal (micro, PE_VERSION_MICRO);
}

static void
test_null (void **state)
{
  (void) state;

  int32_t minor = -1;

  pe_version_get (NULL, NULL, NULL);
  pe_version_get (NULL, &minor, NULL);
  assert_int_equal (minor, PE_VERSION_MINOR);
}

static void
test_string (void **state)
{
  (void) state;

  char *expected = g_strdup_printf ("%d.%d.%d", PE_VERSION_MAJOR, PE_VERSION_MINOR, PE_VERSION_MICRO);

  assert_string_equal (pe_version_get_string (), expected);
  g_free (expected);
}

static void
test_freeze (void **state)
{
  (void) state;

  assert_int_equal (pe_abi_is_frozen (), PE_VERSION_MAJOR >= 1 ? 1 : 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_numbers),
    cmocka_unit_test (test_null),
    cmocka_unit_test (test_string),
    cmocka_unit_test (test_freeze),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
