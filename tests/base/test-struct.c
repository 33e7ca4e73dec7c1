/* test-struct.c - the sized structures of callers
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

#include "base/struct-private.h"

/* The same structure three times: as it was first published, as this library knows it, and as a later one has it. */
typedef struct old_shape
{
  uint32_t struct_size;
  int32_t  a;
} old_shape;

typedef struct our_shape
{
  uint32_t struct_size;
  int32_t  a;
  int64_t  b;
} our_shape;

typedef struct new_shape
{
  uint32_t struct_size;
  int32_t  a;
  int64_t  b;
  int64_t  c;
} new_shape;

static pe_status
import (our_shape *ours, const void *theirs, pe_error **error)
{
  return pe_struct_import (ours, sizeof *ours, theirs, sizeof (old_shape), "spec", error);
}

static void
test_same_age (void **state)
{
  (void) state;

  const our_shape theirs = { sizeof theirs, 1, 2 };
  our_shape       ours;

  assert_int_equal (import (&ours, &theirs, NULL), PE_OK);
  assert_memory_equal (&ours, &theirs, sizeof ours);
}

static void
test_older (void **state)
{
  (void) state;

  const old_shape theirs = { sizeof theirs, 1 };
  our_shape       ours;

  memset (&ours, 0xFF, sizeof ours);
  assert_int_equal (import (&ours, &theirs, NULL), PE_OK);
  assert_int_equal (ours.struct_size, sizeof ours);
  assert_int_equal (ours.a, 1);
  assert_int_equal (ours.b, 0);
}

static void
test_newer (void **state)
{
  (void) state;

  new_shape theirs = { sizeof theirs, 1, 2, 0 };
  our_shape ours = { 0, 0, 0 };
  pe_error *error = NULL;

  assert_int_equal (import (&ours, &theirs, &error), PE_OK);
  assert_null (error);
  assert_int_equal (ours.struct_size, sizeof ours);
  assert_int_equal (ours.b, 2);

  theirs.a = 9;
  theirs.c = 1;
  assert_int_equal (import (&ours, &theirs, &error), PE_ERROR_UNSUPPORTED);
  assert_int_equal (ours.a, 1);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "24 bytes given, 16 known"));
  pe_error_unref (error);
}

static void
test_bad (void **state)
{
  (void) state;

  const our_shape no_init = { 0, 1, 2 };
  const uint32_t  tiny = 4;
  our_shape       ours;
  pe_error       *error = NULL;

  assert_int_equal (import (&ours, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the argument spec cannot be used; expected not NULL");
  pe_error_unref (error);
  assert_int_equal (import (&ours, &no_init, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "_init"));
  pe_error_unref (error);
  assert_int_equal (import (&ours, &tiny, NULL), PE_ERROR_INVALID_ARGUMENT);
}

static void
test_array_stride (void **state)
{
  (void) state;

  const old_shape old[] = { { sizeof (old_shape), 1 }, { 0, 2 }, { sizeof (new_shape), 3 } };
  const new_shape new[] = { { sizeof (new_shape), 1, 10, 0 }, { sizeof (new_shape), 2, 20, 1 } };
  our_shape ours;

  for (size_t i = 0; i < G_N_ELEMENTS (old); i++)
    {
      assert_int_equal (pe_struct_import_at (&ours, sizeof ours, old, i, sizeof (old_shape), "rows", NULL), PE_OK);
      assert_int_equal (ours.a, i + 1);
      assert_int_equal (ours.b, 0);
    }
  assert_int_equal (pe_struct_import_at (&ours, sizeof ours, new, 0, sizeof (old_shape), "rows", NULL), PE_OK);
  assert_int_equal (ours.b, 10);
  assert_int_equal (pe_struct_import_at (&ours, sizeof ours, new, 1, sizeof (old_shape), "rows", NULL),
                    PE_ERROR_UNSUPPORTED);
  assert_int_equal (pe_struct_import_at (&ours, sizeof ours, new, SIZE_MAX, sizeof (old_shape), "rows", NULL),
                    PE_ERROR_INVALID_ARGUMENT);
}

static void
test_init (void **state)
{
  (void) state;

  const our_shape defaults = { 0, 5, 6 };
  struct
  {
    old_shape shape;
    uint32_t  guard;
  } small = { { 0, 0 }, 77 };
  new_shape large;
  uint32_t  nothing = 77;

  pe_struct_init (&small.shape, sizeof small.shape, &defaults, sizeof defaults);
  assert_int_equal (small.shape.struct_size, sizeof small.shape);
  assert_int_equal (small.shape.a, 5);
  assert_int_equal (small.guard, 77);

  memset (&large, 0xFF, sizeof large);
  pe_struct_init (&large, sizeof large, &defaults, sizeof defaults);
  assert_int_equal (large.struct_size, sizeof large);
  assert_int_equal (large.b, 6);
  assert_int_equal (large.c, 0);
  pe_struct_init (&large, sizeof large, NULL, sizeof defaults);
  assert_int_equal (large.b, 0);

  pe_struct_init (NULL, 100, NULL, 100);
  pe_struct_init (&nothing, 3, NULL, 100);
  assert_int_equal (nothing, 77);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_same_age), cmocka_unit_test (test_older),        cmocka_unit_test (test_newer),
    cmocka_unit_test (test_bad),      cmocka_unit_test (test_array_stride), cmocka_unit_test (test_init),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
