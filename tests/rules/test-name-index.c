/* test-name-index.c - names in their order
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

typedef struct named
{
  int         number;
  const char *name;
} named;

static void
test_find (void **state)
{
  static const named things[] = { { 1, "b" }, { 2, "a" }, { 3, "d" }, { 4, "a" }, { 5, "b" }, { 6, "a" } };
  pe_name_index      index;
  size_t             at = 0, found;

  (void) state;
  assert_ok (pe_name_index_init (&index, things, 6, sizeof *things, offsetof (named, name)));
  assert_true (pe_name_index_find (&index, "a", &found) && found == 1);
  assert_true (pe_name_index_find (&index, "b", &found) && found == 0);
  assert_true (pe_name_index_find (&index, "d", &found) && found == 2);
  assert_false (pe_name_index_find (&index, "c", &found));
  assert_false (pe_name_index_find (&index, "", &found));
  assert_false (pe_name_index_find (&index, "e", &found));
  /* a stands again at 3 and 5, b at 4. */
  assert_true (pe_name_index_next_double (&index, &at, &found) && found == 3);
  assert_true (pe_name_index_next_double (&index, &at, &found) && found == 5);
  assert_true (pe_name_index_next_double (&index, &at, &found) && found == 4);
  assert_false (pe_name_index_next_double (&index, &at, &found));
  assert_false (pe_name_index_next_double (&index, &at, &found));
  pe_name_index_clear (&index);
}

static void
test_empty (void **state)
{
  pe_name_index index;
  size_t        at = 0, found;

  (void) state;
  assert_ok (pe_name_index_init (&index, NULL, 0, sizeof (named), 0));
  assert_false (pe_name_index_find (&index, "a", &found));
  assert_false (pe_name_index_next_double (&index, &at, &found));
  pe_name_index_clear (&index);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_find),
    cmocka_unit_test (test_empty),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
