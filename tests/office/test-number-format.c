/* test-number-format.c - what a cell's number format makes a person see
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

#include "office/number-format-private.h"

static void
assert_shows (const char *code, const char *stored, const char *expected, pe_unit unit)
{
  const pe_number_format format = pe_number_format_parse (code);
  pe_vector              out = PE_VECTOR_INIT (char);
  pe_status              status = PE_OK;
  gboolean               rounded;

  assert_int_equal (format.kind, PE_FORMAT_NUMBER);
  assert_true (pe_stored_number_print (&out, stored, strlen (stored), &format, &rounded, &status));
  assert_int_equal (pe_vector_push (&out, ""), PE_OK);
  assert_string_equal (out.data, expected);
  assert_int_equal (format.unit, unit);
  pe_vector_clear (&out);
}

static void
test_numbers (void **state)
{
  (void) state;

  assert_shows ("General", "2155.61", "2155.61", PE_UNIT_NONE);
  assert_shows ("General", "2155.6100000000001", "2155.61", PE_UNIT_NONE);
  assert_shows ("General", "0.30000000000000004", "0.3", PE_UNIT_NONE);
  assert_shows ("General", "1E-3", "0.001", PE_UNIT_NONE);
  assert_shows ("General", "-1.5E+3", "-1500", PE_UNIT_NONE);
  assert_shows ("General", "99999999999999.995", "100000000000000", PE_UNIT_NONE);
  assert_shows ("General", "123456789012345678", "123456789012346000", PE_UNIT_NONE);
  assert_shows ("General", "0", "0", PE_UNIT_NONE);
  assert_shows ("General", "-0", "0", PE_UNIT_NONE);
  assert_shows ("General", "0.000", "0", PE_UNIT_NONE);
  assert_shows ("0.00", "99.8", "99.80", PE_UNIT_NONE);
  assert_shows ("0.00", "0", "0.00", PE_UNIT_NONE);
  assert_shows ("#,##0.00", "1.005", "1.005", PE_UNIT_NONE);
  assert_shows ("#,##0.00_);[Red](#,##0.00)", "-5", "-5.00", PE_UNIT_NONE);
  assert_shows ("0.00%", "0.9971", "99.71", PE_UNIT_PERCENT);
  assert_shows ("0%", "0.997193", "99.7193", PE_UNIT_PERCENT);
  assert_shows ("0.00E+00", "12345", "12345.00", PE_UNIT_NONE);
}

/* 万元 beside the number, by scaling or by a text alone. */
static void
test_wan (void **state)
{
  (void) state;

  assert_shows ("0.00\"万元\"", "2155.61", "2155.61", PE_UNIT_WAN_YUAN);
  assert_shows ("0!.0,\"万元\"", "21556100", "2155.61", PE_UNIT_WAN_YUAN);
  assert_shows ("0\\.0000,\"万\"", "21556100", "2.15561", PE_UNIT_WAN_YUAN);
  assert_shows ("0\".\"0,万", "12345", "1.2345", PE_UNIT_WAN_YUAN);
  assert_shows ("0!.00,,\"亿元\"", "21556100000", "215.561", PE_UNIT_YI_YUAN);
  assert_shows ("#,##0.00\"元\"", "1234.5", "1234.50", PE_UNIT_YUAN);
  assert_shows ("#,##0,", "1234500", "1234.5", PE_UNIT_NONE);
  assert_shows ("[$¥-804]#,##0.00", "5", "5.00", PE_UNIT_NONE);
}

static void
test_refused (void **state)
{
  (void) state;

  static const char *const wrong[] = { "", "-", ".", "1.2.3", "1e", "1e99999", "abc", "1 ", "1e400", "0x1", "1e+" };
  const pe_number_format   format = pe_number_format_parse ("General");

  for (size_t i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      pe_vector out = PE_VECTOR_INIT (char);
      pe_status status = PE_OK;
      gboolean  rounded;

      if (pe_stored_number_print (&out, wrong[i], strlen (wrong[i]), &format, &rounded, &status))
        fail_msg ("\"%s\" is taken for a number", wrong[i]);
      assert_int_equal (out.size, 0);
      pe_vector_clear (&out);
    }
}

static void
test_kinds (void **state)
{
  (void) state;

  static const char *const dates[]
      = { "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"",          "m/d/yy h:mm", "[$-804]yyyy/m/d;@",
          "mmm-yy",     "[DBNum1][$-804]yyyy\"年\"m\"月\";@" };
  static const char *const others[] = { "General", "@", "h:mm", "[h]:mm:ss", "0.00\"d\"", "\"year\"0", "mm:ss.0" };

  for (size_t i = 0; i < G_N_ELEMENTS (dates); i++)
    assert_int_equal (pe_number_format_parse (dates[i]).kind, PE_FORMAT_DATE);
  for (size_t i = 0; i < G_N_ELEMENTS (others); i++)
    assert_int_equal (pe_number_format_parse (others[i]).kind, PE_FORMAT_NUMBER);
}

/* ECMA-376, 18.8.30: what a number below 164 stands for, with the dates that it has for East Asia, and the four that
 * spreadsheets add. */
static void
test_builtin (void **state)
{
  static const uint32_t dates[] = { 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 };
  static const uint32_t times[] = { 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 };
  static const struct
  {
    uint32_t number;
    int32_t  places;
  } numbers[] = { { 0, -1 }, { 1, 0 },  { 2, 2 },  { 3, 0 },  { 4, 2 },  { 9, 0 },  { 10, 2 },
                  { 37, 0 }, { 38, 0 }, { 39, 2 }, { 40, 2 }, { 43, 2 }, { 44, 2 }, { 49, -1 } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (dates); i++)
    assert_int_equal (pe_number_format_builtin (dates[i]).kind, PE_FORMAT_DATE);
  for (size_t i = 0; i < G_N_ELEMENTS (times); i++)
    assert_int_equal (pe_number_format_builtin (times[i]).kind, PE_FORMAT_NUMBER);
  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const pe_number_format format = pe_number_format_builtin (numbers[i].number);

      assert_int_equal (format.kind, PE_FORMAT_NUMBER);
      assert_int_equal (format.places, numbers[i].places);
      assert_int_equal (format.unit == PE_UNIT_PERCENT, numbers[i].number == 9 || numbers[i].number == 10);
    }
  assert_int_equal (pe_number_format_builtin (9999).places, -1);
}

static void
assert_day (const char *stored, gboolean since_1904, const char *expected)
{
  pe_vector out = PE_VECTOR_INIT (char);
  pe_status status = PE_OK;

  assert_int_equal (pe_stored_date_print (&out, stored, strlen (stored), since_1904, &status), expected != NULL);
  if (expected != NULL)
    {
      assert_int_equal (pe_vector_push (&out, ""), PE_OK);
      assert_string_equal (out.data, expected);
    }
  pe_vector_clear (&out);
}

static void
test_dates (void **state)
{
  (void) state;

  assert_day ("1", FALSE, "1900-01-01");
  assert_day ("59", FALSE, "1900-02-28");
  assert_day ("60", FALSE, NULL);
  assert_day ("61", FALSE, "1900-03-01");
  assert_day ("45291", FALSE, "2023-12-31");
  assert_day ("45291.354166666664", FALSE, "2023-12-31 08:30:00");
  assert_day ("45290.999999", FALSE, "2023-12-31");
  assert_day ("2958465", FALSE, "9999-12-31");
  assert_day ("2958466", FALSE, NULL);
  assert_day ("0", FALSE, NULL);
  assert_day ("-1", FALSE, NULL);
  assert_day ("0", TRUE, "1904-01-01");
  assert_day ("60", TRUE, "1904-03-01");
  assert_day ("43829", TRUE, "2023-12-31");
  assert_day ("36585", FALSE, "2000-02-29");
  assert_day ("123456789", FALSE, NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_numbers), cmocka_unit_test (test_wan),   cmocka_unit_test (test_refused),
    cmocka_unit_test (test_kinds),   cmocka_unit_test (test_dates), cmocka_unit_test (test_builtin),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
