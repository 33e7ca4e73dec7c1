/* test-limits.c - how much input the library takes on
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/limits-private.h"

static void
test_defaults (void **state)
{
  (void) state;

  pe_limits limits;

  memset (&limits, 0xFF, sizeof limits);
  pe_limits_init (&limits, sizeof limits);
  assert_int_equal (limits.struct_size, sizeof limits);
  assert_int_equal (limits.findings, 100);
  assert_int_equal (limits.bytes, 64 * 1024 * 1024);
  assert_int_equal (limits.depth, 64);
  assert_int_equal (limits.digits, 1000);
  assert_int_equal (limits.items, 4000000);
  assert_int_equal (limits.text_bytes, 1024 * 1024);
  assert_int_equal (limits.number_bits, 65536);
  assert_int_equal (limits.reserved, 0);
  pe_limits_init (NULL, sizeof limits);
}

static void
test_import (void **state)
{
  (void) state;

  pe_limits theirs, ours;

  assert_int_equal (pe_limits_import (&ours, NULL, NULL), PE_OK);
  assert_int_equal (ours.depth, 64);
  pe_limits_init (&theirs, sizeof theirs);
  theirs.depth = 1024;
  theirs.findings = 1;
  theirs.number_bits = 256;
  assert_int_equal (pe_limits_import (&ours, &theirs, NULL), PE_OK);
  assert_memory_equal (&ours, &theirs, sizeof ours);
}

static void
assert_refused (const pe_limits *limits, const char *name)
{
  pe_limits ours;
  pe_error *error = NULL;

  memset (&ours, 0xAB, sizeof ours);
  assert_int_equal (pe_limits_import (&ours, limits, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (ours.depth, 0xABABABAB);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), name));
  pe_error_unref (error);
}

static void
test_import_refuses (void **state)
{
  (void) state;

  pe_limits limits;

  pe_limits_init (&limits, sizeof limits);
  limits.findings = 0;
  assert_refused (&limits, "limits.findings");
  pe_limits_init (&limits, sizeof limits);
  limits.depth = 1025;
  assert_refused (&limits, "limits.depth");
  pe_limits_init (&limits, sizeof limits);
  limits.number_bits = 255;
  assert_refused (&limits, "limits.number_bits");
  pe_limits_init (&limits, sizeof limits);
  limits.reserved = 1;
  assert_refused (&limits, "limits.reserved");
  pe_limits_init (&limits, sizeof limits);
  limits.reserved_2 = 1;
  assert_refused (&limits, "limits.reserved");
  memset (&limits, 0, sizeof limits);
  assert_refused (&limits, "limits");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_defaults),
    cmocka_unit_test (test_import),
    cmocka_unit_test (test_import_refuses),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
