/* test-calendar.c - working days
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
#include <string.h>

/* 2024, the days that matter here of 国办发明电〔2023〕7号: New Year's Day, and National Day with its two make-up days. */
static const pe_date holidays_2024[] = {
  20240101, 20241007, 20241001, 20241002, 20241003, 20241004, 20241005, 20241006, 20241001,
};
static const pe_date      workdays_2024[] = { 20241012, 20240929 };
static const pe_named_day named_2024[] = {
  { sizeof (pe_named_day), 20241001, "国庆节" },
  { sizeof (pe_named_day), 20240101, "元旦" },
};

static pe_calendar_spec
make_spec (void)
{
  pe_calendar_spec spec;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2024;
  spec.holidays = holidays_2024;
  spec.n_holidays = G_N_ELEMENTS (holidays_2024);
  spec.workdays = workdays_2024;
  spec.n_workdays = G_N_ELEMENTS (workdays_2024);
  spec.named_days = named_2024;
  spec.n_named_days = G_N_ELEMENTS (named_2024);
  return spec;
}

static pe_calendar *
make (const pe_calendar_spec *spec)
{
  pe_calendar *calendar = NULL;

  assert_int_equal (pe_calendar_new (&calendar, spec, NULL), PE_OK);
  assert_non_null (calendar);
  return calendar;
}

static int32_t
is_workday (const pe_calendar *calendar, pe_date date)
{
  int32_t answer = -7;

  assert_int_equal (pe_calendar_is_workday (&answer, calendar, date, NULL), PE_OK);
  return answer;
}

static int32_t
count (const pe_calendar *calendar, pe_date from, pe_date to)
{
  int32_t answer = -7;

  assert_int_equal (pe_calendar_count_workdays (&answer, calendar, from, to, NULL), PE_OK);
  return answer;
}

static void
test_days (void **state)
{
  (void) state;

  const pe_calendar_spec spec = make_spec ();
  pe_calendar           *calendar = make (&spec);

  assert_int_equal (is_workday (calendar, 20240101), 0); /* Monday, holiday */
  assert_int_equal (is_workday (calendar, 20240102), 1); /* Tuesday */
  assert_int_equal (is_workday (calendar, 20240106), 0); /* Saturday */
  assert_int_equal (is_workday (calendar, 20240929), 1); /* Sunday, make-up workday */
  assert_int_equal (is_workday (calendar, 20241005), 0); /* Saturday, holiday as well */
  assert_int_equal (is_workday (calendar, 20241007), 0); /* Monday, holiday */
  assert_int_equal (is_workday (calendar, 20241008), 1);
  assert_int_equal (is_workday (calendar, 20241012), 1); /* Saturday, make-up workday */
  assert_int_equal (is_workday (calendar, 20241013), 0);
  pe_calendar_unref (calendar);
}

/* Counted by hand on the calendar of September and October 2024. */
static void
test_count_by_hand (void **state)
{
  (void) state;

  const pe_calendar_spec spec = make_spec ();
  pe_calendar           *calendar = make (&spec);

  assert_int_equal (count (calendar, 20240927, 20241014), 8); /* 29, 30, 8, 9, 10, 11, 12, 14 */
  assert_int_equal (count (calendar, 20240930, 20241008), 1); /* the whole holiday lies between */
  assert_int_equal (count (calendar, 20241001, 20241007), 0);
  assert_int_equal (count (calendar, 20240902, 20240903), 1); /* Monday to Tuesday */
  assert_int_equal (count (calendar, 20240906, 20240909), 1); /* Friday to Monday */
  assert_int_equal (count (calendar, 20240906, 20240908), 0); /* Friday to Sunday */
  assert_int_equal (count (calendar, 20240902, 20240902), 0);
  assert_int_equal (count (calendar, 20240903, 20240902), -1);
  assert_int_equal (count (calendar, 20241014, 20240927), -8);
  /* 2024 has 262 days from Monday to Friday; less 6 holidays on them, and two make-up days more. */
  assert_int_equal (count (calendar, 20240101, 20241231), 262 - 6 + 2);
  pe_calendar_unref (calendar);
}

/* The example of the header. */
static void
test_header_example (void **state)
{
  (void) state;

  const pe_date    holidays[] = { 20240101 };
  pe_calendar_spec spec;
  pe_calendar     *calendar;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2024;
  spec.holidays = holidays;
  spec.n_holidays = 1;
  calendar = make (&spec);
  assert_int_equal (count (calendar, 20240101, 20240105), 4);
  pe_calendar_unref (calendar);
}

#define N_DAYS 1096 /* 2023 to 2025 */

static void
list_days (pe_date *days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2023);
  for (size_t i = 0; i < N_DAYS; i++, g_date_add_days (&date, 1))
    days[i] = g_date_get_year (&date) * 10000 + (int) g_date_get_month (&date) * 100 + g_date_get_day (&date);
  assert_int_equal (days[N_DAYS - 1], 20251231);
}

/* Random lists, and every pair of days of three years counted day by day. */
static void
test_count_by_brute_force (void **state)
{
  (void) state;

  static pe_date   days[N_DAYS], holidays[N_DAYS], workdays[N_DAYS];
  static int32_t   before[N_DAYS];
  GRand           *random = g_rand_new_with_seed (20240929);
  pe_calendar_spec spec;
  pe_calendar     *calendar;
  size_t           n_holidays = 0, n_workdays = 0;
  int32_t          n = 0;

  list_days (days);
  for (size_t i = 0; i < N_DAYS; i++)
    {
      gint32 throw = g_rand_int_range (random, 0, 10);
      gboolean works = (i + 6) % 7 < 5; /* 2023-01-01 was a Sunday */

      if (throw == 0)
        holidays[n_holidays++] = days[i];
      if (throw == 1)
        workdays[n_workdays++] = days[i];
      n += throw == 0 ? 0 : throw == 1 ? 1 : works;
      before[i] = n;
    }
  g_rand_free (random);
  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = 2023;
  spec.last_year = 2025;
  spec.holidays = holidays;
  spec.n_holidays = n_holidays;
  spec.workdays = workdays;
  spec.n_workdays = n_workdays;
  calendar = make (&spec);
  for (size_t i = 0; i < N_DAYS; i++)
    for (size_t j = 0; j < N_DAYS; j++)
      assert_int_equal (count (calendar, days[i], days[j]), before[j] - before[i]);
  for (size_t i = 1; i < N_DAYS; i++)
    assert_int_equal (is_workday (calendar, days[i]), before[i] - before[i - 1]);
  pe_calendar_unref (calendar);
}

/* 8,100 years, asked a hundred thousand times: day by day this would be 3 * 10^11 steps. */
static void
test_count_is_fast (void **state)
{
  (void) state;

  pe_calendar_spec spec;
  pe_calendar     *calendar;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = 1900;
  spec.last_year = 9999;
  calendar = make (&spec);
  /* 1900-01-01 is a Monday, 9999-12-31 a Friday: 2,958,463 days later are 422,637 weeks and four days. */
  for (int i = 0; i < 100000; i++)
    assert_int_equal (count (calendar, 19000101, 99991231), 422637 * 5 + 4);
  pe_calendar_unref (calendar);
}

static void
test_range_errors (void **state)
{
  (void) state;

  const pe_calendar_spec spec = make_spec ();
  pe_calendar           *calendar = make (&spec);
  int32_t                answer = 7;
  pe_error              *error = NULL;

  assert_int_equal (pe_calendar_is_workday (&answer, calendar, 20230101, &error), PE_ERROR_CALENDAR_RANGE);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the calendar of working days does not cover 2023-01-01; expected a day in the years 2024 to "
                       "2024, or a calendar of that year");
  pe_error_unref (error);
  assert_int_equal (pe_calendar_is_workday (&answer, calendar, 20240230, NULL), PE_ERROR_DATE_RANGE);
  assert_int_equal (pe_calendar_is_workday (&answer, calendar, 0, NULL), PE_ERROR_DATE_RANGE);
  assert_int_equal (pe_calendar_count_workdays (&answer, calendar, 20240101, 20250101, NULL), PE_ERROR_CALENDAR_RANGE);
  assert_int_equal (pe_calendar_count_workdays (&answer, calendar, 20231231, 20240101, NULL), PE_ERROR_CALENDAR_RANGE);
  assert_int_equal (pe_calendar_count_workdays (&answer, calendar, 1, 20240101, NULL), PE_ERROR_DATE_RANGE);
  assert_int_equal (answer, 7);
  pe_calendar_unref (calendar);
}

/* The error names this argument; it is given back. */
static void
assert_argument (pe_error **error, const char *name)
{
  const pe_finding *finding = pe_error_get_finding (*error);

  assert_int_equal (pe_error_get_status (*error), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (pe_finding_get_parameter_name (finding, 0), "name");
  assert_string_equal (pe_finding_get_parameter_text (finding, 0), name);
  pe_error_unref (*error);
  *error = NULL;
}

static void
test_null (void **state)
{
  (void) state;

  const pe_calendar_spec spec = make_spec ();
  pe_calendar           *calendar = make (&spec);
  pe_error              *error = NULL;
  int32_t                answer;
  pe_date                day;

  assert_int_equal (pe_calendar_new (NULL, &spec, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_calendar_is_workday (NULL, calendar, 20240101, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_calendar_is_workday (&answer, NULL, 20240101, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_calendar_count_workdays (NULL, calendar, 20240101, 20240101, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_calendar_count_workdays (&answer, NULL, 20240101, 20240101, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_calendar_find_named_day (NULL, calendar, "元旦", 2024, &error);
  assert_argument (&error, "out");
  pe_calendar_find_named_day (&day, NULL, "元旦", 2024, &error);
  assert_argument (&error, "self");
  pe_calendar_find_named_day (&day, calendar, NULL, 2024, &error);
  assert_argument (&error, "name");
  assert_ptr_equal (pe_calendar_ref (calendar), calendar);
  pe_calendar_unref (calendar);
  pe_calendar_unref (calendar);
  assert_null (pe_calendar_ref (NULL));
  pe_calendar_unref (NULL);
  pe_calendar_spec_init (NULL, sizeof spec);
}

/* Makes a calendar of a bad specification: the code, no output, and the place of the fault. */
static void
assert_refused (const pe_calendar_spec *spec, pe_status expected, const char *what)
{
  pe_calendar *calendar = NULL;
  pe_error    *error = NULL;

  assert_int_equal (pe_calendar_new (&calendar, spec, &error), expected);
  assert_null (calendar);
  assert_int_equal (pe_error_get_status (error), expected);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), what);
  pe_error_unref (error);
}

static void
test_bad_years (void **state)
{
  (void) state;

  const int32_t years[][2] = { { 0, 0 }, { 1899, 2024 }, { 2024, 2023 }, { 2024, 10000 }, { 10000, 10000 } };

  assert_refused (NULL, PE_ERROR_INVALID_ARGUMENT, "");
  for (size_t i = 0; i < G_N_ELEMENTS (years); i++)
    {
      pe_calendar_spec spec = make_spec ();

      spec.first_year = years[i][0];
      spec.last_year = years[i][1];
      assert_refused (&spec, PE_ERROR_INVALID_ARGUMENT, "");
    }
}

static void
test_bad_spec (void **state)
{
  (void) state;

  pe_calendar_spec spec = make_spec ();
  struct
  {
    pe_calendar_spec known;
    uint64_t         newer;
  } later;

  spec.reserved = 1;
  assert_refused (&spec, PE_ERROR_INVALID_ARGUMENT, "");
  spec = make_spec ();
  spec.struct_size = 0;
  assert_refused (&spec, PE_ERROR_INVALID_ARGUMENT, "");
  spec = make_spec ();
  spec.holidays = NULL;
  assert_refused (&spec, PE_ERROR_INVALID_ARGUMENT, "");
  spec = make_spec ();
  spec.named_days = NULL;
  assert_refused (&spec, PE_ERROR_INVALID_ARGUMENT, "");
  later.known = make_spec ();
  later.known.struct_size = sizeof later;
  later.newer = 1;
  assert_refused (&later.known, PE_ERROR_UNSUPPORTED, "");
  spec = make_spec ();
  spec.n_holidays = SIZE_MAX / 2;
  assert_refused (&spec, PE_ERROR_NO_MEMORY, "");
}

static void
test_bad_days (void **state)
{
  (void) state;

  const pe_date    no_day[] = { 20240101, 20240230 }, outside[] = { 20250101 }, both[] = { 20240929, 20241001 };
  pe_calendar_spec spec = make_spec ();

  spec.holidays = no_day;
  spec.n_holidays = 2;
  assert_refused (&spec, PE_ERROR_DATE_RANGE, "/holidays/1");
  spec = make_spec ();
  spec.workdays = outside;
  spec.n_workdays = 1;
  assert_refused (&spec, PE_ERROR_CALENDAR_RANGE, "/workdays/0");
  spec = make_spec ();
  spec.workdays = both;
  spec.n_workdays = 2;
  assert_refused (&spec, PE_ERROR_STATE_CONFLICT, "/workdays/1");
}

static void
test_named_days (void **state)
{
  (void) state;

  pe_calendar_spec   spec = make_spec ();
  const pe_named_day days[] = {
    { sizeof (pe_named_day), 20240210, "春节" },
    { 0, 20230122, "春节" },
    { 0, 20230101, "元旦" },
    { 0, 20240101, "元旦" },
  };
  pe_calendar *calendar;
  pe_date      day = 7;
  pe_error    *error = NULL;

  spec.first_year = 2023;
  spec.named_days = days;
  spec.n_named_days = G_N_ELEMENTS (days);
  calendar = make (&spec);
  for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
    {
      assert_int_equal (pe_calendar_find_named_day (&day, calendar, days[i].name, days[i].date / 10000, NULL), PE_OK);
      assert_int_equal (day, days[i].date);
    }
  day = 7;
  assert_int_equal (pe_calendar_find_named_day (&day, calendar, "春节", 2025, &error), PE_ERROR_NOT_FOUND);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), "春节"));
  pe_error_unref (error);
  assert_int_equal (pe_calendar_find_named_day (&day, calendar, "中秋节", 2024, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_calendar_find_named_day (&day, calendar, "", 2024, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (day, 7);
  pe_calendar_unref (calendar);
}

static void
test_bad_named_days (void **state)
{
  (void) state;

  const struct
  {
    pe_named_day days[2];
    pe_status    status;
    const char  *what;
  } rows[] = {
    { { { sizeof (pe_named_day), 20240210, "春节" }, { 0, 20240211, "春节" } },
      PE_ERROR_CODE_DUPLICATE,
      "/named_days/1" },
    { { { sizeof (pe_named_day), 20240210, "春节" }, { 0, 20240211, NULL } }, PE_ERROR_INVALID_ARGUMENT, "" },
    { { { sizeof (pe_named_day), 20240210, "春节" }, { 0, 20240211, "" } }, PE_ERROR_INVALID_ARGUMENT, "" },
    { { { sizeof (pe_named_day), 20240210, "春节" }, { 0, 20240211, "\xB4\xBA" } },
      PE_ERROR_INVALID_UTF8,
      "/named_days" },
    { { { sizeof (pe_named_day), 20240210, "春节" }, { 0, 20240232, "x" } }, PE_ERROR_DATE_RANGE, "/named_days/1" },
    { { { sizeof (pe_named_day), 20260210, "春节" }, { 0, 20240211, "x" } }, PE_ERROR_CALENDAR_RANGE, "/named_days/0" },
    { { { 0, 20240210, "春节" }, { 0, 20240211, "x" } }, PE_ERROR_INVALID_ARGUMENT, "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_calendar_spec spec = make_spec ();

      spec.named_days = rows[i].days;
      spec.n_named_days = 2;
      assert_refused (&spec, rows[i].status, rows[i].what);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_days),           cmocka_unit_test (test_count_by_hand),
    cmocka_unit_test (test_header_example), cmocka_unit_test (test_count_by_brute_force),
    cmocka_unit_test (test_count_is_fast),  cmocka_unit_test (test_range_errors),
    cmocka_unit_test (test_null),           cmocka_unit_test (test_bad_years),
    cmocka_unit_test (test_bad_spec),       cmocka_unit_test (test_bad_days),
    cmocka_unit_test (test_named_days),     cmocka_unit_test (test_bad_named_days),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
