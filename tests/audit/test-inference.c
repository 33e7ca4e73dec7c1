/* test-inference.c - weights behind deductions, bases behind growth
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

static void
check_end (const pe_ratio *end, const char *expected)
{
  pe_text *text = NULL;

  if (expected == NULL)
    {
      assert_null (end);
      return;
    }
  assert_int_equal (pe_ratio_print_truncated (&text, end, 4, NULL), PE_OK);
  check_text (text, expected);
}

static void
check_weight (pe_decimal lost, pe_decimal numerator, pe_decimal denominator, pe_modes mode, const char *low,
              const char *high, int has_low, int has_high)
{
  pe_interval weights;

  pe_interval_init (&weights, sizeof weights);
  assert_int_equal (pe_infer_weight (&weights, &lost, &numerator, &denominator, 2, mode, NULL), PE_OK);
  assert_int_equal (weights.is_empty, 0);
  check_end (weights.low, low);
  check_end (weights.high, high);
  assert_int_equal (weights.has_low, has_low);
  assert_int_equal (weights.has_high, has_high);
  pe_interval_clear (&weights);
  assert_null (weights.low);
}

static void
test_weights (void **state)
{
  const pe_decimal lost = { 28, 2, 0 }, bought = { 18761, 2, 0 }, reserved = { 25883, 2, 0 };
  const pe_decimal less = { 3, 2, 0 }, spent = { 214956, 2, 0 }, budget = { 215561, 2, 0 };

  (void) state;
  /* 0.275 / (7122 / 25883) = 0.99943…; 0.285 / … = 1.03576… */
  check_weight (lost, bought, reserved, PE_MODE_HALF_UP, "0.9994…", "1.0357…", 0, 1);
  check_weight (lost, bought, reserved, PE_MODE_HALF_EVEN, "0.9994…", "1.0357…", 1, 1);
  check_weight (lost, bought, reserved, PE_MODE_DOWN, "0.9812…", "1.0175…", 0, 1);
  check_weight (lost, bought, reserved, PE_MODE_UP, "1.0175…", "1.0539…", 1, 0);
  /* 9 to 12 marks lose 0.03 at an execution of 2149.56 / 2155.61. */
  check_weight (less, spent, budget, PE_MODE_HALF_UP, "8.9074…", "12.4704…", 0, 1);
}

static void
test_nothing_lost (void **state)
{
  const pe_decimal none = { 0, 0, 0 }, one = { 1, 2, 0 }, all = { 5, 0, 0 };
  pe_interval      weights;

  (void) state;
  check_weight (none, all, all, PE_MODE_HALF_UP, "0", NULL, 0, 0);
  pe_interval_init (&weights, sizeof weights);
  assert_int_equal (pe_infer_weight (&weights, &one, &all, &all, 2, PE_MODE_HALF_UP, NULL), PE_OK);
  assert_int_equal (weights.is_empty, 1);
  pe_interval_clear (&weights);
}

static void
check_base (pe_decimal now, pe_decimal percent, pe_modes mode, int64_t first, int64_t last)
{
  pe_interval bases;
  pe_decimal  low, high;

  pe_interval_init (&bases, sizeof bases);
  assert_int_equal (pe_infer_base (&bases, &now, &percent, mode, NULL), PE_OK);
  assert_int_equal (pe_ratio_round (&low, bases.low, 0, PE_ROUND_CEILING, NULL), PE_OK);
  assert_int_equal (pe_ratio_round (&high, bases.high, 0, PE_ROUND_FLOOR, NULL), PE_OK);
  assert_int_equal (low.coefficient, first);
  assert_int_equal (high.coefficient, last);
  pe_interval_clear (&bases);
}

static void
test_bases (void **state)
{
  (void) state;
  check_base ((pe_decimal) { 50, 0, 0 }, (pe_decimal) { 417, 2, 0 }, PE_MODE_HALF_UP, 48, 48);
  /* Truncation would have printed 4.16 %: no whole number. */
  check_base ((pe_decimal) { 50, 0, 0 }, (pe_decimal) { 417, 2, 0 }, PE_MODE_DOWN, 48, 47);
  check_base ((pe_decimal) { 130, 0, 0 }, (pe_decimal) { 413, 1, 0 }, PE_MODE_HALF_UP, 92, 92);
  /* 48 fell to 46 from 48: 4.2 % less. */
  check_base ((pe_decimal) { 46, 0, 0 }, (pe_decimal) { -42, 1, 0 }, PE_MODE_HALF_UP, 48, 48);
}

static void
test_refused (void **state)
{
  const pe_decimal one = { 1, 0, 0 }, zero = { 0, 0, 0 }, less = { -1, 0, 0 }, malformed = { 1, 19, 0 };
  pe_interval      out;

  (void) state;
  pe_interval_init (&out, sizeof out);
  assert_int_equal (pe_infer_weight (NULL, &one, &one, &one, 2, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_weight (&out, NULL, &one, &one, 2, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_weight (&out, &less, &one, &one, 2, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_weight (&out, &malformed, &one, &one, 2, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_weight (&out, &one, &one, &zero, 2, PE_MODE_UP, NULL), PE_ERROR_DIVIDE_BY_ZERO);
  assert_int_equal (pe_infer_weight (&out, &one, &one, &one, 19, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_weight (&out, &one, &one, &one, 2, PE_MODE_UP | PE_MODE_DOWN, NULL),
                    PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_base (NULL, &one, &one, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_base (&out, &zero, &one, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_base (&out, &one, &malformed, PE_MODE_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_infer_base (&out, &one, &one, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_interval_clear (&out);
  pe_interval_clear (NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_weights),
    cmocka_unit_test (test_nothing_lost),
    cmocka_unit_test (test_bases),
    cmocka_unit_test (test_refused),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
