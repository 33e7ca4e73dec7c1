/* test-json-no-memory.c - every allocation of the JSON reader, failing in turn
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

#include "io/json-private.h"

/* The allocator of the C library is replaced by one that fails from a chosen allocation on. A sanitizer has replaced it
 * already, and another C library does not offer these names: then the test says so and is skipped. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CAN_FAIL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CAN_FAIL 0
#endif
#endif
#if !defined(CAN_FAIL)
#if defined(__GLIBC__)
#define CAN_FAIL 1
#else
#define CAN_FAIL 0
#endif
#endif

/* Allocations that succeed before the rest fails, and one more; -1: none fails. */
static int left = -1;

#if CAN_FAIL
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *data, size_t size);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *data, size_t size);

static gboolean
may_allocate (void)
{
  if (left > 0)
    left--;
  return left != 0;
}

void *
malloc (size_t size)
{
  return may_allocate () ? __libc_malloc (size) : NULL;
}

void *
calloc (size_t n, size_t size)
{
  return may_allocate () ? __libc_calloc (n, size) : NULL;
}

void *
realloc (void *data, size_t size)
{
  return may_allocate () ? __libc_realloc (data, size) : NULL;
}
#endif

/* Reads with 1, 2, 3 ... allocations until it comes out as it does with enough memory. */
static void
fail_in_turn (const char *text, pe_status expected)
{
  int n;

  if (!CAN_FAIL)
    {
      print_message ("skipped: this build does not let a test replace the allocator\n");
      skip ();
    }
  for (n = 1; n < 1000; n++)
    {
      pe_json  *json = NULL;
      pe_error *error = NULL;
      pe_status status;

      left = n;
      status = pe_json_parse (&json, text, strlen (text), "file", NULL, &error);
      left = -1;
      assert_int_equal (json != NULL, status == PE_OK);
      assert_int_equal (pe_error_get_status (error), status);
      pe_json_free (json);
      pe_error_unref (error);
      if (status == expected)
        break;
      assert_int_equal (status, PE_ERROR_NO_MEMORY);
    }
  /* Nothing was made to fail if the first try came out right. */
  assert_true (n > 1 && n < 1000);
}

static void
test_read (void **state)
{
  (void) state;

  fail_in_turn ("{\"a\":[1,2,3,4,5,6,7,8,9,10],\"b\":{\"c\":\"\\n\"}}", PE_OK);
}

static void
test_refuse (void **state)
{
  (void) state;

  fail_in_turn ("{\"a\":[1,]}", PE_ERROR_JSON_SYNTAX);
  fail_in_turn ("{\"a\":[1", PE_ERROR_JSON_TRUNCATED);
  fail_in_turn ("[\"\xFF\"]", PE_ERROR_INVALID_UTF8);
  fail_in_turn ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", PE_ERROR_LIMIT_DEPTH);
}

static void
test_find_duplicate (void **state)
{
  (void) state;

  const char   *text = "{\"a\":1,\"a\":2}";
  pe_json      *json = NULL;
  pe_json_index member = 77;
  gboolean      found = 77;

  if (!CAN_FAIL)
    {
      print_message ("skipped: this build does not let a test replace the allocator\n");
      skip ();
    }
  assert_int_equal (pe_json_parse (&json, text, strlen (text), NULL, NULL, NULL), PE_OK);
  left = 1;
  assert_int_equal (pe_json_find_duplicate (json, &member, &found), PE_ERROR_NO_MEMORY);
  left = -1;
  assert_int_equal (member, 77);
  assert_int_equal (found, 77);
  pe_json_free (json);
}

/* Without memory for the pointer a place is that of the whole, and the line is still right. */
static void
test_place (void **state)
{
  (void) state;

  const char *text = "\n[1]";
  pe_json    *json = NULL;
  pe_place    place;
  pe_buffer   buffer = PE_BUFFER_INIT;

  if (!CAN_FAIL)
    {
      print_message ("skipped: this build does not let a test replace the allocator\n");
      skip ();
    }
  assert_int_equal (pe_json_parse (&json, text, strlen (text), NULL, NULL, NULL), PE_OK);
  left = 1;
  pe_json_get_place (json, 1, FALSE, &place, &buffer);
  left = -1;
  assert_string_equal (place.what, "");
  assert_int_equal (place.line, 2);
  assert_int_equal (place.column, 2);
  pe_buffer_clear (&buffer);
  pe_json_free (json);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_read),
    cmocka_unit_test (test_refuse),
    cmocka_unit_test (test_find_duplicate),
    cmocka_unit_test (test_place),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
