/* test-no-memory.c - every allocation of this room, failing in turn
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
#include <perfeval/calendar.h>
#include <stdio.h>

#include "base/buffer-private.h"
#include "base/finding-private.h"
#include "base/utf8-private.h"

/* The allocator of the C library is replaced by one that fails from a chosen allocation on. A sanitizer has replaced it
 * already, and another C library does not offer these names: then the test says so and is skipped. */
#if defined(__SANITIZE_ADDRESS__)
#define CAN_FAIL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CAN_FAIL 0
#endif
#endif
#if defined(__SANITIZE_THREAD__) && !defined(CAN_FAIL)
#define CAN_FAIL 0
#endif
#if !defined(CAN_FAIL)
#if defined(__GLIBC__)
#define CAN_FAIL 1
#else
#define CAN_FAIL 0
#endif
#endif

/* Allocations that succeed before the rest fails; -1: none fails. */
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

typedef pe_status attempt (pe_error **error);

/* Runs an attempt with 0, 1, 2 ... allocations until it comes out as it does with enough memory; before that it has to
 * answer that memory ran out, each time, with the error that needs none. */
static void
fail_in_turn (attempt *run, pe_status expected)
{
  int n;

  if (!CAN_FAIL)
    {
      puts ("skipped: this build does not let a test replace the allocator");
      skip ();
    }
  for (n = 1; n < 1000; n++)
    {
      pe_error *error = NULL;
      pe_status status;

      left = n;
      status = run (&error);
      left = -1;
      if (status == expected)
        {
          assert_int_equal (pe_error_get_status (error), expected);
          pe_error_unref (error);
          break;
        }
      assert_int_equal (status, PE_ERROR_NO_MEMORY);
      assert_int_equal (pe_error_get_status (error), PE_ERROR_NO_MEMORY);
      pe_error_unref (error);
    }
  /* One allocation would mean that nothing was made to fail. */
  assert_true (n > 1 && n < 1000);
}

static pe_status
set_error (pe_error **error)
{
  const pe_place place = { "/a", "file", "A1", 1, 2, 3, 4 };

  return pe_error_set (error, PE_ERROR_DATE_SYNTAX, &place, "found", "x\n", "name", "date", NULL);
}

static void
test_error (void **state)
{
  (void) state;

  fail_in_turn (set_error, PE_ERROR_DATE_SYNTAX);
}

static pe_status
collect (pe_error **error)
{
  pe_limits      limits;
  pe_collector   collector;
  pe_findings   *findings = NULL;
  pe_status      status;
  const pe_place place = PE_PLACE_WHAT ("/there");
  pe_error      *below = NULL;

  pe_limits_init (&limits, sizeof limits);
  limits.findings = 2;
  pe_collector_init (&collector, &limits);
  pe_collector_add (&collector, PE_WARNING_FACT_UNUSED, NULL, "code", "1", NULL);
  pe_error_set (&below, PE_ERROR_DATE_SYNTAX, NULL, "found", "x", NULL);
  pe_collector_take_error (&collector, below, &place);
  pe_collector_add (&collector, PE_ERROR_TREE, NULL, "code", "1", NULL);
  status = pe_collector_finish (&collector, &findings, error);
  /* The list is there in either case and says why. */
  left = -1;
  assert_non_null (findings);
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) >= 1);
  pe_findings_unref (findings);
  return status;
}

/* As many findings as fit into the list when it is first made, and one more: the note that one was cut needs a larger list. */
static pe_status
collect_many (pe_error **error)
{
  pe_limits    limits;
  pe_collector collector;
  pe_findings *findings = NULL;
  pe_status    status;

  pe_limits_init (&limits, sizeof limits);
  limits.findings = 8;
  pe_collector_init (&collector, &limits);
  for (uint32_t i = 0; i <= limits.findings; i++)
    pe_collector_add (&collector, PE_WARNING_FACT_UNUSED, NULL, "code", "1", NULL);
  status = pe_collector_finish (&collector, &findings, error);
  left = -1;
  assert_int_equal (status == PE_OK,
                    pe_findings_get_size (findings) == 9 && pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0);
  pe_findings_unref (findings);
  return status;
}

static void
test_collector (void **state)
{
  (void) state;

  fail_in_turn (collect, PE_ERROR_DATE_SYNTAX);
  fail_in_turn (collect_many, PE_OK);
}

static pe_status
make_calendar (pe_error **error)
{
  const pe_date      holidays[] = { 20240101, 20240102 }, workdays[] = { 20240106 };
  const pe_named_day named[] = { { sizeof (pe_named_day), 20240210, "春节" }, { 0, 20240101, "元旦" } };
  pe_calendar_spec   spec;
  pe_calendar       *calendar = NULL;
  pe_status          status;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2024;
  spec.holidays = holidays;
  spec.n_holidays = G_N_ELEMENTS (holidays);
  spec.workdays = workdays;
  spec.n_workdays = G_N_ELEMENTS (workdays);
  spec.named_days = named;
  spec.n_named_days = G_N_ELEMENTS (named);
  status = pe_calendar_new (&calendar, &spec, error);
  left = -1;
  assert_int_equal (calendar != NULL, status == PE_OK);
  pe_calendar_unref (calendar);
  return status;
}

static void
test_calendar (void **state)
{
  (void) state;

  fail_in_turn (make_calendar, PE_OK);
}

static pe_status
refuse_calendar (pe_error **error)
{
  const pe_date    holidays[] = { 20250101 };
  pe_calendar_spec spec;
  pe_calendar     *calendar = NULL;
  pe_status        status;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2024;
  spec.holidays = holidays;
  spec.n_holidays = 1;
  status = pe_calendar_new (&calendar, &spec, error);
  left = -1;
  assert_null (calendar);
  return status;
}

static void
test_refused_calendar (void **state)
{
  (void) state;

  fail_in_turn (refuse_calendar, PE_ERROR_CALENDAR_RANGE);
}

static pe_status
make_text (pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_text  *text = NULL;
  pe_status status;

  for (int i = 0; i < 300; i++)
    pe_buffer_add_string (&buffer, "绩效");
  status = pe_buffer_finish (&buffer, &text, error);
  assert_int_equal (pe_text_get_size (text), status == PE_OK ? 1800 : 0);
  pe_text_unref (text);
  return status;
}

static void
test_text (void **state)
{
  (void) state;

  fail_in_turn (make_text, PE_OK);
}

static pe_status
copy_string (pe_error **error)
{
  char     *copy = NULL;
  pe_status status = pe_utf8_copy (&copy, "a\xFF", 100, "/name", error);

  assert_null (copy);
  return status;
}

static void
test_copy (void **state)
{
  (void) state;

  fail_in_turn (copy_string, PE_ERROR_INVALID_UTF8);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_error),    cmocka_unit_test (test_collector),
    cmocka_unit_test (test_calendar), cmocka_unit_test (test_refused_calendar),
    cmocka_unit_test (test_text),     cmocka_unit_test (test_copy),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
