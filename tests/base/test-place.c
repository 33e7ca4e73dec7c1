/* test-place.c - where something stands
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/place-private.h"

static void
test_getters (void **state)
{
  (void) state;

  const pe_place place = { "/budget/lines/3", "预算.json", "预算!C7", 12, 5, 100, 7 };
  uint64_t       offset = 9, length = 9;

  assert_string_equal (pe_place_get_what (&place), "/budget/lines/3");
  assert_string_equal (pe_place_get_file (&place), "预算.json");
  assert_string_equal (pe_place_get_cell (&place), "预算!C7");
  assert_int_equal (pe_place_get_line (&place), 12);
  assert_int_equal (pe_place_get_column (&place), 5);
  pe_place_get_bytes (&place, &offset, &length);
  assert_int_equal (offset, 100);
  assert_int_equal (length, 7);
  pe_place_get_bytes (&place, NULL, NULL);
}

static void
test_null (void **state)
{
  (void) state;

  uint64_t offset = 9, length = 9;

  assert_string_equal (pe_place_get_what (NULL), "");
  assert_null (pe_place_get_file (NULL));
  assert_null (pe_place_get_cell (NULL));
  assert_int_equal (pe_place_get_line (NULL), 0);
  assert_int_equal (pe_place_get_column (NULL), 0);
  pe_place_get_bytes (NULL, &offset, &length);
  assert_int_equal (offset, 0);
  assert_int_equal (length, 0);
}

static void
test_whole (void **state)
{
  (void) state;

  const pe_place place = PE_PLACE_WHAT (NULL);

  assert_string_equal (pe_place_get_what (&place), "");
  assert_null (pe_place_get_file (&place));
}

static void
test_copy (void **state)
{
  (void) state;

  char           what[] = "/a";
  const pe_place place = { what, NULL, "A1", 1, 2, 3, 4 };
  pe_place       copy;
  uint64_t       offset, length;

  assert_true (pe_place_copy (&copy, &place));
  what[1] = 'x';
  assert_string_equal (pe_place_get_what (&copy), "/a");
  assert_null (pe_place_get_file (&copy));
  assert_string_equal (pe_place_get_cell (&copy), "A1");
  assert_int_equal (pe_place_get_line (&copy), 1);
  assert_int_equal (pe_place_get_column (&copy), 2);
  pe_place_get_bytes (&copy, &offset, &length);
  assert_int_equal (offset, 3);
  assert_int_equal (length, 4);
  pe_place_clear (&copy);
  assert_string_equal (pe_place_get_what (&copy), "");

  assert_true (pe_place_copy (&copy, NULL));
  assert_string_equal (pe_place_get_what (&copy), "");
  pe_place_clear (&copy);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_getters),
    cmocka_unit_test (test_null),
    cmocka_unit_test (test_whole),
    cmocka_unit_test (test_copy),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
