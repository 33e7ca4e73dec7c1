/* test-nearest.c - the known name that is most like a misspelt one
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

#include "base/nearest-private.h"

static const char *const known[] = { "adjusted", "executed", "initial", "execution_rate", "execution_rate_initial" };

static const char *
find (const char *name, size_t size)
{
  pe_nearest nearest;

  pe_nearest_init (&nearest, name, size);
  for (size_t i = 0; i < G_N_ELEMENTS (known); i++)
    pe_nearest_offer (&nearest, known[i]);
  return nearest.found;
}

static const char *
find_text (const char *name)
{
  return find (name, strlen (name));
}

static void
test_slips (void **state)
{
  (void) state;
  assert_string_equal (find_text ("ajusted"), "adjusted");   /* one left out */
  assert_string_equal (find_text ("adjusteed"), "adjusted"); /* one too many */
  assert_string_equal (find_text ("exacuted"), "executed");  /* another one */
  assert_string_equal (find_text ("initail"), "initial");    /* two changed places: two changes */
  assert_string_equal (find_text ("executed"), "executed");  /* none */
  assert_string_equal (find_text ("execution_rat"), "execution_rate");
  assert_string_equal (find_text ("execution_rate_initia"), "execution_rate_initial");
}

/* 7 letters may differ by 3 at most: a third of them, and one more. */
static void
test_far (void **state)
{
  (void) state;
  assert_string_equal (find_text ("xxxtial"), "initial");
  assert_null (find_text ("xxxxial"));
  assert_null (find_text (""));
  assert_null (find_text ("\xe9\xa2\x84\xe7\xae\x97"));
}

static void
test_bounds (void **state)
{
  char       name[64];
  pe_nearest nearest;

  (void) state;
  assert_string_equal (find ("initialised", 7), "initial"); /* of the size that was given */
  memset (name, 'a', sizeof name);
  name[63] = '\0';
  pe_nearest_init (&nearest, name, 49);
  pe_nearest_offer (&nearest, name + 15); /* 48 letters */
  assert_null (nearest.found);
  pe_nearest_init (&nearest, name, 48);
  pe_nearest_offer (&nearest, name + 14); /* 49 letters */
  assert_null (nearest.found);
  pe_nearest_offer (&nearest, name + 15);
  assert_ptr_equal (nearest.found, name + 15);
}

/* Two are equally near: the one that was offered first. */
static void
test_first_wins (void **state)
{
  pe_nearest nearest;

  (void) state;
  pe_nearest_init (&nearest, "cat", 3);
  pe_nearest_offer (&nearest, "bat");
  pe_nearest_offer (&nearest, "hat");
  assert_string_equal (nearest.found, "bat");
  pe_nearest_offer (&nearest, "cat");
  assert_string_equal (nearest.found, "cat");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_slips),
    cmocka_unit_test (test_far),
    cmocka_unit_test (test_bounds),
    cmocka_unit_test (test_first_wins),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
