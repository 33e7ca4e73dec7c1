/* test-date.c - days of the civil calendar, against GDate
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
#include <string.h>

#include "base/date-private.h"

static pe_date
parse (const char *text)
{
  pe_date date = -7;

  assert_int_equal (pe_date_parse (&date, text, strlen (text), NULL), PE_OK);
  return date;
}

static void
test_parse (void **state)
{
  (void) state;

  assert_int_equal (parse ("2023-12-31"), 20231231);
  assert_int_equal (parse ("1900-01-01"), 19000101);
  assert_int_equal (parse ("9999-12-31"), 99991231);
  assert_int_equal (parse ("2024-02-29"), 20240229);
}

static void
assert_refused (const char *text, size_t length, pe_status expected)
{
  pe_date   date = -7;
  pe_error *error = NULL;

  assert_int_equal (pe_date_parse (&date, text, length, &error), expected);
  assert_int_equal (date, -7);
  assert_int_equal (pe_error_get_status (error), expected);
  pe_error_unref (error);
}

static void
test_parse_syntax (void **state)
{
  (void) state;

  const char *texts[]
      = { "",           "2023",        "2023-1-1",      "2023/12/31",     "20231231",   " 2023-12-31", "2023-12-31 ",
          "2023-12-3x", "+023-12-31",  "2023-12--1",    "２０２３-12-31", "2023–12–31", "12023-12-31", "2023.12.31",
          "-023-12-31", "2023-12-311", "2023年12月31日" };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], strlen (texts[i]), PE_ERROR_DATE_SYNTAX);
  assert_refused ("2023-12-3\0", 10, PE_ERROR_DATE_SYNTAX);
  assert_refused ("2023-12-31", 9, PE_ERROR_DATE_SYNTAX);
}

static void
test_parse_range (void **state)
{
  (void) state;

  const char *texts[] = { "2023-02-29", "1900-02-29", "2100-02-29", "2023-04-31", "2023-13-01", "2023-00-10",
                          "2023-01-00", "2023-01-32", "1899-12-31", "0000-00-00", "0001-01-01" };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], 10, PE_ERROR_DATE_RANGE);
}

static void
test_parse_null (void **state)
{
  (void) state;

  pe_date date;

  assert_int_equal (pe_date_parse (NULL, "2023-12-31", 10, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_date_parse (&date, NULL, 10, NULL), PE_ERROR_INVALID_ARGUMENT);
}

static void
test_parse_at (void **state)
{
  (void) state;

  const pe_place place = PE_PLACE_WHAT ("/date");
  pe_date        date;
  pe_error      *error = NULL;

  assert_int_equal (pe_date_parse_at (&date, "2023-02-30", 10, &place, &error), PE_ERROR_DATE_RANGE);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/date");
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "there is no day 2023-02-30; expected an existing day from 1900-01-01 to 9999-12-31");
  pe_error_unref (error);
}

/* Every day of 1900 to 2100, and every number that looks like one and is not. */
static void
test_against_gdate (void **state)
{
  (void) state;

  int32_t days = 0, count;

  for (int32_t year = 1900; year <= 2100; year++)
    for (int32_t month = 0; month <= 13; month++)
      for (int32_t day = 0; day <= 32; day++)
        {
          pe_date  date = year * 10000 + month * 100 + day;
          gboolean valid = month <= 12 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
          GDate    other;

          assert_int_equal (pe_date_is_valid (date), valid);
          if (!valid)
            {
              assert_int_equal (pe_date_get_weekday (date), 0);
              continue;
            }
          g_date_clear (&other, 1);
          g_date_set_dmy (&other, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
          assert_int_equal (pe_date_to_number (date), g_date_get_julian (&other));
          assert_int_equal (pe_date_get_weekday (date), g_date_get_weekday (&other));
          assert_int_equal (pe_date_count_days (&count, 19000101, date, NULL), PE_OK);
          assert_int_equal (count, days);
          assert_int_equal (pe_date_count_days (&count, date, 19000101, NULL), PE_OK);
          assert_int_equal (count, -days);
          days++;
        }
  assert_int_equal (days, 201 * 365 + 49); /* leap years 1904 to 2096, 2000 included */
}

static void
test_valid_bounds (void **state)
{
  (void) state;

  const int32_t bad[] = { 0, -1, -20231231, 18991231, 100000101, INT32_MAX, INT32_MIN, 20230000, 20231301, 20230132 };

  for (size_t i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      assert_int_equal (pe_date_is_valid (bad[i]), 0);
      assert_int_equal (pe_date_get_weekday (bad[i]), 0);
    }
  assert_int_equal (pe_date_is_valid (99991231), 1);
  assert_int_equal (pe_date_get_weekday (99991231), 5); /* a Friday */
}

static void
test_count_errors (void **state)
{
  (void) state;

  int32_t   count = 7;
  pe_error *error = NULL;

  assert_int_equal (pe_date_count_days (NULL, 20230101, 20230102, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_date_count_days (&count, 0, 20230102, &error), PE_ERROR_DATE_RANGE);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "no day 0;"));
  pe_error_unref (error);
  assert_int_equal (pe_date_count_days (&count, 20230101, 20230230, NULL), PE_ERROR_DATE_RANGE);
  assert_int_equal (count, 7);
  assert_int_equal (pe_date_count_days (&count, 19000101, 99991231, NULL), PE_OK);
  assert_int_equal (count,
                    8100 * 365 + 1964 - 1); /* 2025 fourth years less 81 hundredth years, and 20 fourth ones back */
}

static void
test_print (void **state)
{
  (void) state;

  char out[PE_DATE_PRINT_SIZE];

  assert_string_equal (pe_date_print (out, 20240229), "2024-02-29");
  assert_string_equal (pe_date_print (out, 20230229), "20230229");
  assert_string_equal (pe_date_print (out, 0), "0");
  assert_string_equal (pe_date_print (out, 2024), "2024");
  assert_string_equal (pe_date_print (out, INT32_MIN), "-2147483648");
  assert_string_equal (pe_date_print (out, INT32_MAX), "2147483647");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_parse),        cmocka_unit_test (test_parse_syntax), cmocka_unit_test (test_parse_range),
    cmocka_unit_test (test_parse_null),   cmocka_unit_test (test_parse_at),     cmocka_unit_test (test_against_gdate),
    cmocka_unit_test (test_valid_bounds), cmocka_unit_test (test_count_errors), cmocka_unit_test (test_print),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
