/* test-label.c - how rates and roundings are written
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include "score/label-private.h"

static void
check_rate (const char *numerator, const char *denominator, int32_t places, pe_rounding rounding, const char *expected)
{
  pe_rounding_contract contract;
  pe_rational          rate, divisor;
  pe_decimal           n = number (numerator), d = number (denominator);
  pe_buffer            buffer = PE_BUFFER_INIT;
  char                *text;

  pe_rounding_contract_init (&contract, sizeof contract);
  contract.rate_places = places;
  contract.rate_rounding = rounding;
  pe_rational_init (&rate);
  pe_rational_init (&divisor);
  pe_rational_set_decimal (&rate, &n);
  pe_rational_set_decimal (&divisor, &d);
  assert_int_equal (pe_rational_divide (&rate, &rate, &divisor, 4096), PE_OK);
  pe_label_add_rate (&rate, &contract, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_string_equal (text, expected);
  g_free (text);
  pe_rational_clear (&rate);
  pe_rational_clear (&divisor);
}

static void
test_rates (void **state)
{
  (void) state;
  check_rate ("2149.56", "2155.61", 2, PE_ROUND_HALF_UP, "99.72%");
  check_rate ("2149.56", "2155.61", 2, PE_ROUND_DOWN, "99.71%");
  check_rate ("102.59", "100", 2, PE_ROUND_HALF_UP, "102.59%");
  check_rate ("1", "1", 2, PE_ROUND_HALF_UP, "100.00%");
  check_rate ("1", "3", 0, PE_ROUND_HALF_UP, "33%");
  check_rate ("0", "3", 2, PE_ROUND_HALF_UP, "0.00%");
}

/* A rate that is not 1 never reads as a bare 100%. */
static void
test_nearly_one (void **state)
{
  (void) state;
  check_rate ("0.99996", "1", 2, PE_ROUND_HALF_UP, "100.00% (99.996%)");
  check_rate ("0.999999", "1", 2, PE_ROUND_HALF_UP, "100.00% (99.999…%)");
  check_rate ("1.000004", "1", 2, PE_ROUND_HALF_UP, "100.00% (100.0004%)");
  check_rate ("999", "1000", 0, PE_ROUND_UP, "100% (99.9%)");
  check_rate ("1000000000000000001", "1000000000000000000", 2, PE_ROUND_HALF_UP, "100.00% (100.0000000000000001%)");
  check_rate ("0.9999", "1", 2, PE_ROUND_HALF_UP, "99.99%");
}

static void
test_rates_without_a_contract (void **state)
{
  (void) state;
  check_rate ("1", "2", 0, 0, "50%");
  check_rate ("1", "1", 0, 0, "100%");
  check_rate ("1", "3", 0, 0, "33.333333…%");
  check_rate ("0.99999999999", "1", 0, 0, "99.999999…%");
  check_rate ("1.000000001", "1", 0, 0, "100.0000001%");
}

static void
check_rounding (pe_rounding rounding, int32_t places, pe_language language, const char *expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_label_add_rounding (rounding, places, language, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_string_equal (text, expected);
  g_free (text);
}

static void
test_roundings (void **state)
{
  (void) state;
  check_rounding (PE_ROUND_HALF_UP, 2, PE_LANGUAGE_ZH, "四舍五入保留 2 位小数");
  check_rounding (PE_ROUND_HALF_UP, 2, PE_LANGUAGE_EN, "rounded half up to 2 places");
  check_rounding (PE_ROUND_DOWN, 1, PE_LANGUAGE_EN, "truncated to 1 place");
  check_rounding (0, 2, PE_LANGUAGE_ZH, "不取舍");
}

static void
check_printed_points (const char *points, pe_language language, const char *expected)
{
  pe_decimal  decimal = number (points);
  pe_rational rational;
  pe_buffer   buffer = PE_BUFFER_INIT;
  char       *text;

  pe_rational_init (&rational);
  pe_rational_set_decimal (&rational, &decimal);
  pe_label_add_points (&rational, language, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_string_equal (text, expected);
  g_free (text);
  pe_rational_clear (&rational);
}

static void
test_points (void **state)
{
  (void) state;
  check_printed_points ("1", PE_LANGUAGE_EN, "1 point");
  check_printed_points ("1.00", PE_LANGUAGE_EN, "1 point");
  check_printed_points ("0", PE_LANGUAGE_EN, "0 points");
  check_printed_points ("0.5", PE_LANGUAGE_EN, "0.5 points");
  check_printed_points ("2", PE_LANGUAGE_EN, "2 points");
  check_printed_points ("1", PE_LANGUAGE_ZH, "1 分");
}

static void
check_printed_figure (const char *text, pe_language language, const char *expected)
{
  const pe_scored_input input = { .name = "value", .figure = figure (text) };
  pe_buffer             buffer = PE_BUFFER_INIT;
  char                 *printed;

  pe_label_add_figure (&input, NULL, language, &buffer);
  printed = pe_buffer_steal (&buffer);
  assert_string_equal (printed, expected);
  g_free (printed);
}

static void
test_figures (void **state)
{
  (void) state;
  check_printed_figure ("是", PE_LANGUAGE_ZH, "是");
  check_printed_figure ("是", PE_LANGUAGE_EN, "yes");
  check_printed_figure ("否", PE_LANGUAGE_EN, "no");
  check_printed_figure ("1150人", PE_LANGUAGE_ZH, "1150 个");
  check_printed_figure ("", PE_LANGUAGE_ZH, "");
}

static void
test_words (void **state)
{
  (void) state;
  assert_string_equal (pe_label_get_state (PE_STATE_ZERO_DENOMINATOR, PE_LANGUAGE_ZH), "分母为零");
  assert_string_equal (pe_label_get_state (PE_STATE_MISSING, PE_LANGUAGE_EN), "missing");
  assert_string_equal (pe_label_get_state (99, PE_LANGUAGE_EN), "?");
  assert_string_equal (pe_label_get_scorer (PE_SCORER_FINANCE, PE_LANGUAGE_ZH), "财政抽评");
  assert_string_equal (pe_label_get_status (PE_RULEBOOK_SAMPLE, PE_LANGUAGE_EN), "sample");
  assert_string_equal (pe_label_get_shape ("no such shape", PE_LANGUAGE_EN), "no such shape");
}

/* 1 + 10^-120: a hundred places do not show that it is not 1, and nobody reads them; it is no bare 100% all the same. */
static void
test_rate_of_no_end (void **state)
{
  pe_rounding_contract contract;
  pe_rational          rate, distance;
  pe_buffer            buffer = PE_BUFFER_INIT;
  char                *text;

  (void) state;
  pe_rounding_contract_init (&contract, sizeof contract);
  pe_rational_init (&rate);
  pe_rational_init (&distance);
  pe_rational_set_int (&rate, 1);
  assert_int_equal (pe_rational_set_power_of_ten (&distance, -120, 4096), PE_OK);
  assert_int_equal (pe_rational_add (&rate, &rate, &distance, 4096), PE_OK);
  pe_label_add_rate (&rate, &contract, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_string_equal (text, "100…%");
  g_free (text);
  pe_rational_clear (&rate);
  pe_rational_clear (&distance);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rates),
    cmocka_unit_test (test_nearly_one),
    cmocka_unit_test (test_rates_without_a_contract),
    cmocka_unit_test (test_roundings),
    cmocka_unit_test (test_points),
    cmocka_unit_test (test_figures),
    cmocka_unit_test (test_words),
    cmocka_unit_test (test_rate_of_no_end),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
