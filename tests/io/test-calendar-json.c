/* test-calendar-json.c - calendars from JSON: days, ranges, names, and every fault at its place
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

#include "documents.h"

static pe_status
read_calendar (const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error)
{
  pe_calendar *calendar = NULL;
  pe_status    status = pe_calendar_from_json (&calendar, bytes, size, options, findings, error);

  assert_true ((status == PE_OK) == (calendar != NULL));
  pe_calendar_unref (calendar);
  return status;
}

static pe_calendar *
calendar_from_file (const char *path)
{
  pe_calendar *calendar = NULL;
  size_t       size;
  char        *bytes = read_source_file (path, &size);

  assert_int_equal (pe_calendar_from_json (&calendar, bytes, size, NULL, NULL, NULL), PE_OK);
  g_free (bytes);
  return calendar;
}

static int32_t
is_workday (const pe_calendar *calendar, pe_date day)
{
  int32_t out = -1;

  assert_int_equal (pe_calendar_is_workday (&out, calendar, day, NULL), PE_OK);
  return out;
}

/* 2022: the holiday of the Spring Festival is 31 January to 6 February; the weekend before it is worked. */
static void
test_example (void **state)
{
  pe_calendar *calendar = calendar_from_file ("examples/data/calendar-2022.json");
  pe_date      day = 0;
  int32_t      n = 0;

  (void) state;
  assert_int_equal (is_workday (calendar, 20220128), 1);
  assert_int_equal (is_workday (calendar, 20220129), 1);
  assert_int_equal (is_workday (calendar, 20220130), 1);
  assert_int_equal (is_workday (calendar, 20220131), 0);
  assert_int_equal (is_workday (calendar, 20220206), 0);
  assert_int_equal (is_workday (calendar, 20220207), 1);
  assert_int_equal (pe_calendar_count_workdays (&n, calendar, 20220128, 20220207, NULL), PE_OK);
  assert_int_equal (n, 3);
  assert_int_equal (pe_calendar_find_named_day (&day, calendar, "春节", 2022, NULL), PE_OK);
  assert_int_equal (day, 20220201);
  assert_int_equal (pe_calendar_is_workday (&n, calendar, 20230101, NULL), PE_ERROR_CALENDAR_RANGE);
  pe_calendar_unref (calendar);
}

/* A range goes over the ends of months and years, 29 February among them. */
static void
test_range_over_the_year (void **state)
{
  static const char text[] = "{\"format\": \"perfeval-calendar/1\", \"years\": {\"first\": 2023, \"last\": 2024}, "
                             "\"holidays\": [{\"from\": \"2023-12-28\", \"to\": \"2024-03-01\"}], \"workdays\": null}";
  pe_calendar      *calendar = NULL;
  int32_t           n = -1;

  (void) state;
  assert_int_equal (pe_calendar_from_json (&calendar, text, strlen (text), NULL, NULL, NULL), PE_OK);
  assert_int_equal (is_workday (calendar, 20231227), 1);
  assert_int_equal (is_workday (calendar, 20231228), 0);
  assert_int_equal (is_workday (calendar, 20240229), 0);
  assert_int_equal (is_workday (calendar, 20240301), 0);
  assert_int_equal (is_workday (calendar, 20240304), 1);
  assert_int_equal (pe_calendar_count_workdays (&n, calendar, 20231227, 20240304, NULL), PE_OK);
  assert_int_equal (n, 1);
  pe_calendar_unref (calendar);
}

static void
test_faults (void **state)
{
  (void) state;
  check_faults ("calendar-faults.txt", read_calendar);
}

static void
test_arguments (void **state)
{
  static const char text[] = "{\"format\": \"perfeval-calendar/1\", \"years\": {\"first\": 2023, \"last\": 2023}, "
                             "\"holidays\": [{\"from\": \"2023-01-01\", \"to\": \"2023-12-31\"}]}";
  pe_calendar      *calendar = NULL;
  pe_read_options   options;
  pe_limits         limits;

  (void) state;
  assert_int_equal (pe_calendar_from_json (NULL, text, strlen (text), NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_calendar_from_json (&calendar, NULL, 1, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  /* The document has 9 values, and the range stands for 365. */
  pe_limits_init (&limits, sizeof limits);
  limits.items = 364;
  pe_read_options_init (&options, sizeof options);
  options.limits = &limits;
  assert_int_equal (pe_calendar_from_json (&calendar, text, strlen (text), &options, NULL, NULL), PE_ERROR_LIMIT_ITEMS);
  assert_null (calendar);
  limits.items = 365;
  assert_int_equal (pe_calendar_from_json (&calendar, text, strlen (text), &options, NULL, NULL), PE_OK);
  pe_calendar_unref (calendar);
}

static void
test_damage (void **state)
{
  size_t size;
  char  *bytes = read_source_file ("examples/data/calendar-2022.json", &size);

  (void) state;
  check_damage (bytes, size, read_calendar);
  g_free (bytes);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_example), cmocka_unit_test (test_range_over_the_year),
    cmocka_unit_test (test_faults),  cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_damage),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
