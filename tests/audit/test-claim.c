/* test-claim.c - figures as reports print them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#include <string.h>

static pe_claim
read_claim (const char *text, pe_claim_nature nature)
{
  pe_claim claim;

  pe_claim_init (&claim, sizeof claim);
  claim.text = text;
  claim.nature = nature;
  assert_int_equal (pe_claim_read (&claim, NULL), PE_OK);
  return claim;
}

static void
check_value (const char *text, int64_t coefficient, int32_t scale, int32_t exponent, pe_unit unit, int exact)
{
  const pe_claim claim = read_claim (text, 0);

  if (claim.state != PE_STATE_VALUE || claim.value.coefficient != coefficient || claim.value.scale != scale
      || claim.exponent != exponent || claim.unit_kind != unit || claim.is_exact != exact)
    fail_msg ("%s: state %d, %lld / 10^%d x 10^%d, unit %d, exact %d", text, claim.state,
              (long long) claim.value.coefficient, claim.value.scale, claim.exponent, claim.unit_kind, claim.is_exact);
}

static void
test_figures (void **state)
{
  (void) state;
  check_value ("2,155.61 万元", 215561, 2, 4, PE_UNIT_WAN_YUAN, 0);
  check_value ("387664.62元", 38766462, 2, 0, PE_UNIT_YUAN, 0);
  check_value ("410.22亿元", 41022, 2, 8, PE_UNIT_YI_YUAN, 0);
  check_value ("20万", 20, 0, 4, PE_UNIT_WAN_YUAN, 0);
  check_value ("5千元", 5, 0, 3, PE_UNIT_YUAN, 0);
  check_value ("100元/亩", 100, 0, 0, PE_UNIT_YUAN, 0);
  check_value ("99.71%", 9971, 2, -2, PE_UNIT_PERCENT, 0);
  check_value ("0.0046‰", 46, 4, -3, PE_UNIT_PERMILLE, 0);
  check_value ("3.8个百分点", 38, 1, -2, PE_UNIT_PERCENTAGE_POINT, 0);
  check_value ("39个", 39, 0, 0, PE_UNIT_COUNT, 1);
  check_value ("12万户", 12, 0, 4, PE_UNIT_COUNT, 0);
  check_value ("130家（次）", 130, 0, 0, PE_UNIT_OTHER, 1);
  check_value ("38.5公里", 385, 1, 0, PE_UNIT_OTHER, 0);
  check_value ("99.69分", 9969, 2, 0, PE_UNIT_POINT, 0);
  check_value ("100", 100, 0, 0, PE_UNIT_NONE, 1);
  check_value ("-3.5", -35, 1, 0, PE_UNIT_NONE, 0);
}

static void
test_writing (void **state)
{
  (void) state;
  check_value ("１，２３４．５０ 万元", 123450, 2, 4, PE_UNIT_WAN_YUAN, 0);
  check_value ("2,1\n55.\n61 万\n元", 215561, 2, 4, PE_UNIT_WAN_YUAN, 0);
  check_value ("　8 %", 8, 0, -2, PE_UNIT_PERCENT, 0);
  check_value ("98.5％", 985, 1, -2, PE_UNIT_PERCENT, 0);
  check_value ("−12.3", -123, 1, 0, PE_UNIT_NONE, 0);
  check_value ("约50个", 50, 0, 0, PE_UNIT_COUNT, 1);
}

static void
test_comparisons (void **state)
{
  const char *const   texts[] = { "≥95%", ">=95%", "≤30万元", "<=30", "=6", "<5", "＞5", "95%" };
  const pe_comparison expected[] = { PE_COMPARE_AT_LEAST, PE_COMPARE_AT_LEAST, PE_COMPARE_AT_MOST, PE_COMPARE_AT_MOST,
                                     PE_COMPARE_EQUAL,    PE_COMPARE_BELOW,    PE_COMPARE_ABOVE,   0 };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_int_equal (read_claim (texts[i], 0).comparison, expected[i]);
}

static void
test_natures (void **state)
{
  (void) state;
  assert_int_equal (read_claim ("100%", PE_CLAIM_TARGET).is_exact, 1);
  assert_int_equal (read_claim ("100.00%", PE_CLAIM_TARGET).is_exact, 1);
  assert_int_equal (read_claim ("95%", PE_CLAIM_TARGET).is_exact, 0);
  assert_int_equal (read_claim ("735人", PE_CLAIM_TARGET).is_exact, 1);
  assert_int_equal (read_claim ("2.8", PE_CLAIM_MARKS).is_exact, 1);
  assert_int_equal (read_claim ("9", PE_CLAIM_SCORE).is_exact, 1);
  assert_int_equal (read_claim ("9.97", PE_CLAIM_SCORE).is_exact, 0);
  assert_int_equal (read_claim ("100", PE_CLAIM_AMOUNT).is_exact, 0);
  assert_int_equal (read_claim ("3.5", PE_CLAIM_COUNT).is_exact, 0);
  assert_int_equal (read_claim ("1.2", PE_CLAIM_FIXED).is_exact, 1);
  assert_int_equal (read_claim ("2023年", PE_CLAIM_YEAR).is_exact, 1);
}

static void
test_no_numbers (void **state)
{
  (void) state;
  assert_int_equal (read_claim ("优", 0).state, PE_STATE_TEXT);
  assert_int_equal (read_claim ("广汽部件2期", PE_CLAIM_WORD).state, PE_STATE_TEXT);
  assert_int_equal (read_claim ("7,00.0,77", 0).state, PE_STATE_INVALID);
  assert_int_equal (read_claim ("7,00.0,77", 0).status, PE_ERROR_THOUSANDS_SEPARATOR);
  assert_int_equal (read_claim ("3.", 0).status, PE_ERROR_NUMBER_SYNTAX);
  assert_int_equal (read_claim ("第3名", 0).status, PE_ERROR_NUMBER_SYNTAX);
  assert_int_equal (read_claim ("12345678901234567890123", 0).status, PE_ERROR_LIMIT_DIGITS);
}

static void
test_a_million_digits (void **state)
{
  char *digits = g_strnfill (1000000, '7');

  (void) state;
  assert_int_equal (read_claim (digits, 0).status, PE_ERROR_LIMIT_DIGITS);
  g_free (digits);
}

static void
check_refused (const char *text, const char *unit, pe_claim_nature nature, pe_status expected)
{
  pe_claim  claim;
  pe_error *error = NULL;

  pe_claim_init (&claim, sizeof claim);
  claim.text = text;
  claim.unit = unit;
  claim.nature = nature;
  assert_int_equal (pe_claim_read (&claim, &error), expected);
  assert_int_equal (pe_error_get_status (error), expected);
  assert_int_equal (claim.state, 0);
  pe_error_unref (error);
}

static void
test_refused (void **state)
{
  pe_claim none = { 0 };

  (void) state;
  check_refused (NULL, NULL, 0, PE_ERROR_INVALID_ARGUMENT);
  check_refused ("5", NULL, 10, PE_ERROR_INVALID_ARGUMENT);
  check_refused ("5", NULL, -1, PE_ERROR_INVALID_ARGUMENT);
  check_refused (" \n　", NULL, 0, PE_ERROR_TEXT_EMPTY);
  check_refused ("5\xff", NULL, 0, PE_ERROR_INVALID_UTF8);
  check_refused ("5", "\xff", 0, PE_ERROR_INVALID_UTF8);
  assert_int_equal (pe_claim_read (NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_claim_read (&none, NULL), PE_ERROR_INVALID_ARGUMENT);
}

static void
test_unit_beside (void **state)
{
  pe_claim claim;

  (void) state;
  pe_claim_init (&claim, sizeof claim);
  claim.text = "2.08";
  claim.unit = "万元";
  assert_int_equal (pe_claim_read (&claim, NULL), PE_OK);
  assert_int_equal (claim.exponent, 4);
  claim.text = "2.08元";
  assert_int_equal (pe_claim_read (&claim, NULL), PE_OK);
  assert_int_equal (claim.exponent, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_figures), cmocka_unit_test (test_writing),     cmocka_unit_test (test_comparisons),
    cmocka_unit_test (test_natures), cmocka_unit_test (test_no_numbers),  cmocka_unit_test (test_a_million_digits),
    cmocka_unit_test (test_refused), cmocka_unit_test (test_unit_beside),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
