/* test-ratio.c - exact quotients at the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "numbers.h"

static pe_ratio *
divide (int64_t numerator, int32_t numerator_scale, int64_t denominator, int32_t denominator_scale)
{
  const pe_decimal a = { numerator, numerator_scale, 0 }, b = { denominator, denominator_scale, 0 };
  pe_ratio        *ratio = NULL;

  assert_int_equal (pe_ratio_new (&ratio, &a, &b, NULL), PE_OK);
  return ratio;
}

static void
assert_refused (pe_status status, pe_status expected, pe_error **error)
{
  assert_int_equal (status, expected);
  assert_non_null (*error);
  assert_int_equal (pe_error_get_status (*error), expected);
  pe_error_unref (*error);
  *error = NULL;
}

static void
assert_text (pe_status status, pe_text *text, const char *expected)
{
  assert_int_equal (status, PE_OK);
  assert_string_equal (pe_text_get_data (text), expected);
  assert_int_equal (pe_text_get_size (text), strlen (expected));
  pe_text_unref (text);
}

static void
test_new (void **state)
{
  pe_ratio *ratio = divide (-250, 2, 1000, 1);
  pe_text  *text = NULL;
  pe_status status;

  (void) state;
  status = pe_ratio_print_numerator (&text, ratio, NULL);
  assert_text (status, text, "-1");
  status = pe_ratio_print_denominator (&text, ratio, NULL);
  assert_text (status, text, "40");
  assert_ptr_equal (pe_ratio_ref (ratio), ratio);
  pe_ratio_unref (ratio);
  pe_ratio_unref (ratio);
  assert_null (pe_ratio_ref (NULL));
  pe_ratio_unref (NULL);
  /* The longest that two decimals can give: nothing may overflow on the way. */
  ratio = divide (INT64_MIN, 0, INT64_MAX, 18);
  status = pe_ratio_print_numerator (&text, ratio, NULL);
  assert_text (status, text, "-9223372036854775808000000000000000000");
  status = pe_ratio_print_denominator (&text, ratio, NULL);
  assert_text (status, text, "9223372036854775807");
  pe_ratio_unref (ratio);
}

static void
test_new_refused (void **state)
{
  const pe_decimal one = { 1, 0, 0 }, zero = { 0, 5, 0 }, malformed = { 1, 0, 1 };
  pe_ratio        *ratio = NULL;
  pe_error        *error = NULL;

  (void) state;
  assert_refused (pe_ratio_new (NULL, &one, &one, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_new (&ratio, NULL, &one, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_new (&ratio, &one, NULL, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_new (&ratio, &malformed, &one, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_new (&ratio, &one, &malformed, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_new (&ratio, &one, &zero, &error), PE_ERROR_DIVIDE_BY_ZERO, &error);
  assert_int_equal (pe_ratio_new (&ratio, &zero, &zero, NULL), PE_ERROR_DIVIDE_BY_ZERO);
  assert_null (ratio);
}

/* The field's own numbers: reports/zengcheng-2023.txt and the rule vectors that go with the rule catalogue. */
static void
test_round (void **state)
{
  static const struct
  {
    pe_decimal numerator;
    pe_decimal denominator;
    int64_t    half_up;
    int64_t    down;
    int32_t    places;
  } cases[] = {
    { { 2149560, 2, 0 }, { 215561, 2, 0 }, 997, 997, 2 },    /* ten marks, 2149.56 of 2155.61 spent */
    { { 18761, 2, 0 }, { 25883, 2, 0 }, 72, 72, 2 },         /* one mark, 187.61 of 258.83 */
    { { 21495600, 2, 0 }, { 215561, 2, 0 }, 9972, 9971, 2 }, /* 99.7193 % */
    { { 15498300, 2, 0 }, { 155588, 2, 0 }, 9961, 9961, 2 }, /* basic spending, 99.6112 % */
    { { 1876100, 2, 0 }, { 25883, 2, 0 }, 7248, 7248, 2 },   /* 72.4839 % */
    { { 200, 0, 0 }, { 48, 0, 0 }, 417, 416, 2 },            /* 50 projects after 48 */
    { { 3800, 0, 0 }, { 92, 0, 0 }, 413, 413, 1 },           /* 130 visits after 92 */
    { { 50, 0, 0 }, { 6, 0, 0 }, 833, 833, 2 },              /* ten marks, inverse ratio: target 5, actual 6 */
    { { 50, 0, 0 }, { 75, 1, 0 }, 667, 666, 2 },             /* actual 7.5 */
    { { 50, 0, 0 }, { 11, 0, 0 }, 455, 454, 2 },             /* actual 11 */
  };
  pe_decimal points;
  size_t     i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_ratio *ratio = NULL;

      assert_int_equal (pe_ratio_new (&ratio, &cases[i].numerator, &cases[i].denominator, NULL), PE_OK);
      assert_int_equal (pe_ratio_round (&points, ratio, cases[i].places, PE_ROUND_HALF_UP, NULL), PE_OK);
      assert_int_equal (points.coefficient, cases[i].half_up);
      assert_int_equal (points.scale, cases[i].places);
      assert_int_equal (pe_ratio_round (&points, ratio, cases[i].places, PE_ROUND_DOWN, NULL), PE_OK);
      assert_int_equal (points.coefficient, cases[i].down);
      pe_ratio_unref (ratio);
    }
}

static void
test_round_refused (void **state)
{
  pe_ratio  *ratio = divide (INT64_MAX, 0, 1, 2);
  pe_decimal out = { 4711, 3, 0 };
  pe_error  *error = NULL;

  (void) state;
  assert_refused (pe_ratio_round (NULL, ratio, 2, PE_ROUND_UP, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_round (&out, NULL, 2, PE_ROUND_UP, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_round (&out, ratio, -1, PE_ROUND_UP, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_round (&out, ratio, 19, PE_ROUND_UP, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_round (&out, ratio, 2, 0, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_round (&out, ratio, 2, 8, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_round (&out, ratio, 0, PE_ROUND_DOWN, &error), PE_ERROR_OVERFLOW, &error);
  assert_int_equal (pe_ratio_round (&out, ratio, 0, PE_ROUND_DOWN, NULL), PE_ERROR_OVERFLOW);
  assert_int_equal (out.coefficient, 4711);
  assert_int_equal (out.scale, 3);
  pe_ratio_unref (ratio);
}

static void
test_round_random (void **state)
{
  numbers_source source = NUMBERS_SOURCE_INIT;
  pe_rounding    rounding;
  mpz_t          expected;
  mpq_t          x, y;
  int            i;

  (void) state;
  mpz_init (expected);
  mpq_inits (x, y, NULL);
  for (i = 0; i < 20000; i++)
    {
      pe_decimal    a = numbers_next_decimal (&source), b = numbers_next_decimal (&source), found;
      const int32_t places = (int32_t) numbers_below (&source, 19);
      pe_ratio     *ratio = NULL;

      if (b.coefficient == 0)
        continue;
      numbers_get_decimal (x, &a);
      numbers_get_decimal (y, &b);
      mpq_div (x, x, y);
      assert_int_equal (pe_ratio_new (&ratio, &a, &b, NULL), PE_OK);
      numbers_assert_equal (pe_ratio_peek (ratio), x);
      for (rounding = PE_ROUND_HALF_UP; rounding <= PE_ROUND_CEILING; rounding++)
        {
          pe_status status = pe_ratio_round (&found, ratio, places, rounding, NULL);

          numbers_round (expected, x, places, rounding);
          assert_int_equal (status, numbers_fits_int64 (expected) ? PE_OK : PE_ERROR_OVERFLOW);
          if (status == PE_OK)
            assert_int_equal (found.coefficient, numbers_get_int64 (expected));
        }
      pe_ratio_unref (ratio);
    }
  mpz_clear (expected);
  mpq_clears (x, y, NULL);
}

static void
test_compare (void **state)
{
  pe_ratio *third = divide (1, 0, 3, 0), *thirds = divide (10, 1, 300, 2), *more = divide (333333334, 9, 1, 0);
  int32_t   order = 42;
  pe_error *error = NULL;

  (void) state;
  assert_refused (pe_ratio_compare (NULL, third, thirds, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_compare (&order, NULL, thirds, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_compare (&order, third, NULL, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_int_equal (order, 42);
  assert_int_equal (pe_ratio_compare (&order, third, thirds, NULL), PE_OK);
  assert_int_equal (order, 0);
  assert_int_equal (pe_ratio_compare (&order, third, more, NULL), PE_OK);
  assert_int_equal (order, -1);
  assert_int_equal (pe_ratio_compare (&order, more, third, NULL), PE_OK);
  assert_int_equal (order, 1);
  pe_ratio_unref (third);
  pe_ratio_unref (thirds);
  pe_ratio_unref (more);
}

static void
test_print (void **state)
{
  pe_ratio *ratio = divide (2149560, 2, 215561, 2);
  pe_text  *text = NULL;
  pe_error *error = NULL;
  pe_status status;

  (void) state;
  status = pe_ratio_print_numerator (&text, ratio, NULL);
  assert_text (status, text, "2149560");
  status = pe_ratio_print_denominator (&text, ratio, NULL);
  assert_text (status, text, "215561");
  status = pe_ratio_print_truncated (&text, ratio, 7, NULL);
  assert_text (status, text, "9.9719336…"); /* 9.97193369… */
  status = pe_ratio_print_truncated (&text, ratio, 0, NULL);
  assert_text (status, text, "9…");
  status = pe_ratio_print_truncated (&text, ratio, 1000, NULL);
  assert_int_equal (status, PE_OK);
  assert_int_equal (pe_text_get_size (text), 1002 + strlen ("…"));
  pe_text_unref (text);

  text = NULL;
  assert_refused (pe_ratio_print_truncated (&text, ratio, -1, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_print_truncated (&text, ratio, 1001, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_print_truncated (NULL, ratio, 1, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_print_truncated (&text, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_print_numerator (NULL, ratio, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_print_numerator (&text, NULL, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_print_denominator (NULL, ratio, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_ratio_print_denominator (&text, NULL, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_null (text);
  pe_ratio_unref (ratio);
}

/* A ratio made inside may be longer than two decimals are. */
static void
test_big (void **state)
{
  pe_rational value;
  pe_ratio   *ratio = NULL;
  pe_decimal  rounded;
  pe_text    *text = NULL;
  pe_status   status;
  int32_t     order;

  (void) state;
  pe_rational_init (&value);
  assert_int_equal (pe_rational_set_text (&value, "-1e-60", 6, 65536), PE_OK);
  assert_int_equal (pe_ratio_new_rational (&ratio, &value, NULL), PE_OK);
  pe_rational_clear (&value);
  assert_int_equal (pe_rational_sign (pe_ratio_peek (ratio)), -1);
  status = pe_ratio_print_denominator (&text, ratio, NULL);
  assert_text (status, text, "1000000000000000000000000000000000000000000000000000000000000");
  assert_int_equal (pe_ratio_round (&rounded, ratio, 18, PE_ROUND_FLOOR, NULL), PE_OK);
  assert_int_equal (rounded.coefficient, -1);
  assert_int_equal (pe_ratio_compare (&order, ratio, ratio, NULL), PE_OK);
  assert_int_equal (order, 0);
  pe_ratio_unref (ratio);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_new),           cmocka_unit_test (test_new_refused),  cmocka_unit_test (test_round),
    cmocka_unit_test (test_round_refused), cmocka_unit_test (test_round_random), cmocka_unit_test (test_compare),
    cmocka_unit_test (test_print),         cmocka_unit_test (test_big),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
