/* test-dectest.c - the General Decimal Arithmetic test cases on pe_decimal and on the inner rational
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The cases are not part of this project: Debian's libpython3.11-testsuite installs them. What cannot be asked of us is
 * left out by kind, never by name, and each kind is counted.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "dectest.h"

static int
by_name (const void *a, const void *b)
{
  return strcmp (a, b);
}

static void
finish (dectest_tally *self, const char *where, size_t least)
{
  GList *kinds = g_list_sort (g_hash_table_get_keys (self->skipped), by_name), *i;

  printf ("%s: %zu cases run, %zu wrong; %zu of them give -0, which is compared as 0\n", where, self->run, self->wrong,
          self->zero_signs);
  for (i = kinds; i != NULL; i = i->next)
    printf ("  skipped: %s: %zu\n", (const char *) i->data, *(size_t *) g_hash_table_lookup (self->skipped, i->data));
  fflush (stdout);
  g_list_free (kinds);
  g_hash_table_destroy (self->skipped);
  assert_true (self->run >= least);
  assert_int_equal (self->wrong, 0);
}

/* The directory; skips the test where there is none. */
static const char *
find_directory (void)
{
  const char *directory = getenv ("PERFEVAL_DECTEST");

#ifdef PERFEVAL_DECTEST
  if (directory == NULL)
    directory = PERFEVAL_DECTEST;
#endif
  if (directory == NULL || !g_file_test (directory, G_FILE_TEST_IS_DIR))
    {
      printf ("skipped: no decimal test cases at %s (PERFEVAL_DECTEST; Debian: libpython3.11-testsuite)\n",
              directory == NULL ? "any place" : directory);
      fflush (stdout);
      skip ();
    }
  return directory;
}

static void
run_all (const char *where, dectest_function function, size_t least)
{
  const char   *directory = find_directory ();
  dectest_tally counts = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), 0, 0, 0 };

  assert_true (dectest_read_directory (directory, function, &counts) > 0);
  finish (&counts, where, least);
}

static void
test_rational (void **state)
{
  (void) state;
  run_all ("dectest on pe_rational", dectest_on_rational, 15000);
}

static void
test_door (void **state)
{
  (void) state;
  run_all ("dectest on pe_decimal", dectest_at_door, 5000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_door),
    cmocka_unit_test (test_rational),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
