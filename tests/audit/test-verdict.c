/* test-verdict.c - every kind of relation, with values worked out by hand
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#define UP PE_MODE_HALF_UP
#define EVEN PE_MODE_HALF_EVEN
#define CUT PE_MODE_DOWN
#define AWAY PE_MODE_UP
#define ALL PE_MODES_ALL

static void
test_sums (void **state)
{
  (void) state;
  check_relation (PE_RELATION_SUM, 0, "1,555.88万元 599.73万元", "2,155.61万元", ALL, ALL, 0);
  /* 22 + 8 + 14 + 6 = 50, and counts are exact. */
  check_relation (PE_RELATION_SUM, 0, "22个 8个 14个 6个", "39个", 0, 0, PE_CLASS_CONTRADICTION);
  /* 0.01 off: three halves of a hundredth can do it. */
  check_relation (PE_RELATION_SUM, 0, "1.11万元 2.22万元 3.33万元", "6.67万元", 0, ALL, PE_CLASS_ROUNDING);
  /* 0.03 off: 6.66 + 0.015 is rounded up to 6.68 at the most; truncated parts reach 6.69 less a trifle: 6.68. */
  check_relation (PE_RELATION_SUM, 0, "1.11万元 2.22万元 3.33万元", "6.69万元", 0, 0, PE_CLASS_CONTRADICTION);
  check_relation (PE_RELATION_SUM, 0, "1.11万元 2.22万元 3.33万元", "6.68万元", 0, UP | EVEN | CUT | AWAY,
                  PE_CLASS_ROUNDING);
  /* 元 into 万元: 387664.62 + 12335.38 = 400000.00 */
  check_relation (PE_RELATION_SUM, 0, "387664.62元 12335.38元", "40万元", ALL, ALL, 0);
  /* A thirty beside 29.99 is 30.00: the sum cannot be off by a whole. */
  check_relation (PE_RELATION_SUM, 0, "30万元 30万元 29.99万元", "90.5万元", 0, 0, PE_CLASS_CONTRADICTION);
  check_relation (PE_RELATION_SUM, 0, "30万元 30万元 29.99万元", "90万元", UP | EVEN | AWAY, ALL, 0);
}

/* 0.123456789012345678 × 0.987654321098765432 × 5.512345678901234567 = 0.67213…: longer than 128 bits. */
static void
test_long_products (void **state)
{
#define LONG "0.123456789012345678 0.987654321098765432 5.512345678901234567"
  (void) state;
  check_relation (PE_RELATION_PRODUCT, 0, LONG, "0.67", UP | EVEN | CUT, UP | EVEN | CUT, 0);
  check_relation (PE_RELATION_PRODUCT, 0, LONG, "0.68", AWAY, AWAY, PE_CLASS_ROUNDING);
  check_relation (PE_RELATION_PRODUCT, 0, LONG, "0.66", 0, 0, PE_CLASS_CONTRADICTION);
}

/* 1 + 2 is not 4, but the relation says that the text may mean something else: that is remarked upon, and said. */
static void
test_doubtful (void **state)
{
  static const uint32_t operands[] = { 0, 1 };
  pe_relation           relation;
  pe_text              *text = NULL;
  report                self;

  (void) state;
  report_init (&self);
  report_claim (&self, "1万元");
  report_claim (&self, "2万元");
  report_claim (&self, "4万元");
  pe_relation_init (&relation, sizeof relation);
  relation.kind = PE_RELATION_SUM;
  relation.operands = operands;
  relation.n_operands = 2;
  relation.result = 2;
  relation.is_doubtful = 1;
  assert_int_equal (pe_audit_builder_add_relations (self.builder, &relation, 1, NULL), PE_OK);
  report_build (&self);
  assert_int_equal (report_get_verdict (&self, 0).audit_class, PE_CLASS_REMARK);
  assert_int_equal (pe_audit_print_verdict (&text, self.audit, 0, PE_LANGUAGE_EN, NULL), PE_OK);
  assert_non_null (strstr (pe_text_get_data (text), "; it does not follow, but the text can be read otherwise"));
  pe_text_unref (text);
  report_clear (&self);
}

/* 5 of a target of none: met, and no multiple of it. */
static void
test_target_of_none (void **state)
{
  report self;

  (void) state;
  report_init (&self);
  report_relate (&self, PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, "0个", "5个");
  report_build (&self);
  assert_int_equal (report_get_verdict (&self, 0).state, PE_VERDICT_COMPUTED);
  assert_int_equal (report_count (&self, PE_NOTE_TARGET_EXCEEDED), 0);
  report_clear (&self);
}

static void
test_differences (void **state)
{
  (void) state;
  check_relation (PE_RELATION_DIFFERENCE, 0, "2155.61万元 2149.56万元", "6.05万元", ALL, ALL, 0);
  check_relation (PE_RELATION_DEDUCTION, 0, "50分 49.72分", "0.28分", ALL, ALL, 0);
  check_relation (PE_RELATION_DEDUCTION, 0, "50分 49.72分", "0.31分", 0, 0, PE_CLASS_CONTRADICTION);
  /* 下达 48.57, 投资 48.5715: 结余 cannot be 2.3497. */
  check_relation (PE_RELATION_DIFFERENCE, 0, "48.57万元 48.5715万元", "2.3497万元", 0, 0, PE_CLASS_CONTRADICTION);
}

static void
test_rates (void **state)
{
  (void) state;
  check_relation (PE_RELATION_RATE, 0, "2149.56万元 2155.61万元", "99.71%", CUT, CUT, PE_CLASS_ROUNDING);
  check_relation (PE_RELATION_RATE, 0, "1549.83万元 1555.88万元", "99.61%", UP | EVEN | CUT, UP | EVEN | CUT, 0);
  check_relation (PE_RELATION_SHARE, 0, "17个 40个", "42.5%", ALL, ALL, 0);
  /* 2798.30 / 2960.00 = 94.537 % */
  check_relation (PE_RELATION_RATE, 0, "2798.30万元 2960.00万元", "98%", 0, 0, PE_CLASS_CONTRADICTION);
  /* 亿元 by 万元: 1.2 亿 / 4800 万 = 250 % */
  check_relation (PE_RELATION_RATE, 0, "1.2亿元 4800万元", "250%", ALL, ALL, 0);
  /* A tie: 1 / 8 = 12.5 %. */
  check_relation (PE_RELATION_RATE, 0, "1个 8个", "13%", UP | AWAY, UP | AWAY, 0);
  check_relation (PE_RELATION_RATE, 0, "1个 8个", "12%", EVEN | CUT, EVEN | CUT, 0);
  check_relation (PE_RELATION_RATE, PE_FORM_OVER_SUM, "30个 70个 30个", "30%", ALL, ALL, 0);
  check_relation (PE_RELATION_RATE, PE_FORM_PARTS_OVER, "10个 20个 120个", "25%", ALL, ALL, 0);
  check_relation (PE_RELATION_RATE, PE_FORM_OVER_DIFFERENCE, "120个 20个", "120%", ALL, ALL, 0);
  /* 100.00 % for 99.96: rounded to 1 place, 99.96 would be 100.0 */
  check_relation (PE_RELATION_RATE, 0, "2499个 2500个", "100.00%", 0, 0, PE_CLASS_ROUNDING);
}

static void
test_growth (void **state)
{
  (void) state;
  check_relation (PE_RELATION_GROWTH, 0, "50个 48个", "4.17%", UP | EVEN | AWAY, UP | EVEN | AWAY, 0);
  check_relation (PE_RELATION_GROWTH, PE_FORM_NEW_OLD, "50个 48个", "4.17%", UP | EVEN | AWAY, UP | EVEN | AWAY, 0);
  check_relation (PE_RELATION_GROWTH, PE_FORM_DOWN_NEW_OLD, "46个 48个", "4.17%", UP | EVEN | AWAY, UP | EVEN | AWAY,
                  0);
  /* 1735 / 27877 = 6.2237… % */
  check_relation (PE_RELATION_GROWTH, PE_FORM_NEW_CHANGE, "29612万元 1735万元", "6.2%", UP | EVEN | CUT,
                  UP | EVEN | CUT, 0);
  /* 1941 / 16737 = 11.597… %; a decrease of 1942 less a trifle, truncated, makes 11.602 */
  check_relation (PE_RELATION_GROWTH, PE_FORM_DOWN_NEW_CHANGE, "14796万元 1941万元", "11.6%", UP | EVEN | AWAY, ALL, 0);
  /* over the new figure instead of the old one */
  check_relation (PE_RELATION_GROWTH, PE_FORM_NEW_CHANGE, "29612万元 1735万元", "5.86%", 0, 0, PE_CLASS_CONTRADICTION);
}

static void
test_bases (void **state)
{
  report     self;
  pe_verdict verdict;

  (void) state;
  report_init (&self);
  report_relate (&self, PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, "50个", "4.17%");
  report_relate (&self, PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, "130家", "41.3%");
  report_relate (&self, PE_RELATION_GROWTH, PE_FORM_DOWN_IMPLIED_BASE, "46个", "4.2%");
  report_relate (&self, PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, "7个", "6.1%");
  report_relate (&self, PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, "1000个", "10%");
  report_relate (&self, PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, "50.5万元", "10%");
  report_build (&self);
  verdict = report_get_verdict (&self, 0);
  assert_int_equal (verdict.first_base, 48);
  assert_int_equal (verdict.n_bases, 1);
  assert_int_equal (verdict.as_printed, UP | EVEN | AWAY);
  check_exact (&self, 0, "25", "6");
  assert_int_equal (report_get_verdict (&self, 1).first_base, 92);
  assert_int_equal (report_get_verdict (&self, 1).as_printed, UP | EVEN | CUT);
  assert_int_equal (report_get_verdict (&self, 2).first_base, 48);
  assert_int_equal (report_get_verdict (&self, 3).audit_class, PE_CLASS_CONTRADICTION);
  /* 1000 / 1.11 = 900.9 and 1000 / 1.09 = 917.4, ends open */
  verdict = report_get_verdict (&self, 4);
  assert_int_equal (verdict.first_base, 901);
  assert_int_equal (verdict.last_base, 917);
  assert_int_equal (verdict.n_bases, 17);
  assert_int_equal (report_get_verdict (&self, 5).state, PE_VERDICT_NOT_ARITHMETIC);
  report_clear (&self);
}

static void
test_products (void **state)
{
  (void) state;
  check_relation (PE_RELATION_PRODUCT, 0, "40个 50亩", "2000亩", ALL, ALL, 0);
  check_relation (PE_RELATION_PRODUCT, 0, "25.00 25.00%", "6.25", ALL, ALL, 0);
  /* 200 元 a household, 100 households */
  check_relation (PE_RELATION_PRODUCT, 0, "200元/户 100户", "2万元", ALL, ALL, 0);
  check_relation (PE_RELATION_PRODUCT, 0, "200元/户 100户", "200万元", 0, 0, PE_CLASS_CONTRADICTION);
  /* bare factors of a product in money are in its unit */
  check_relation (PE_RELATION_PRODUCT, 0, "9.48 1.2", "11.376万元", ALL, ALL, 0);
  /* 10 x 0.0029 = 0.029: half up 0.03 */
  check_relation (PE_RELATION_PRODUCT, 0, "10 0.0029", "0.03", UP | EVEN | AWAY, UP | EVEN | AWAY, 0);
}

/* Marks, target, actual. */
static void
check_score (pe_comparison comparison, const char *const figures[4], pe_modes as_printed, pe_audit_class audit_class)
{
  report     self;
  pe_verdict verdict;
  uint32_t   claims[4];

  report_init (&self);
  for (size_t i = 0; i < G_N_ELEMENTS (claims); i++)
    claims[i] = report_claim (&self, figures[i]);
  report_add (&self, PE_RELATION_RULE_SCORE, 0, comparison, claims, 3, claims[3]);
  report_build (&self);
  verdict = report_get_verdict (&self, 0);
  assert_int_equal (verdict.as_printed, as_printed);
  assert_int_equal (verdict.audit_class, audit_class);
  report_clear (&self);
}

static void
test_scores (void **state)
{
  (void) state;
  check_score (PE_COMPARE_AT_LEAST, (const char *[]) { "10", "735人", "735人", "10" }, ALL, 0);
  check_score (PE_COMPARE_AT_LEAST, (const char *[]) { "10", "100%", "100%", "7" }, 0, PE_CLASS_CONTRADICTION);
  /* 10 x 98 / 100 = 9.8 as 9: truncated */
  check_score (PE_COMPARE_EQUAL, (const char *[]) { "10", "100%", "98%", "9" }, CUT, PE_CLASS_ROUNDING);
  /* 5 x 4604 / 4754 = 4.842 as 5 of 5 */
  check_score (PE_COMPARE_AT_LEAST, (const char *[]) { "5", "4754人", "4604人", "5" }, UP | EVEN | AWAY,
               PE_CLASS_REMARK);
  /* inverse: 10 x 5300 / 5830 = 9.0909 */
  check_score (PE_COMPARE_AT_MOST, (const char *[]) { "10", "5300元", "5830元", "9.09" }, UP | EVEN | CUT, 0);
  check_score (PE_COMPARE_AT_MOST, (const char *[]) { "10", "90万元", "90万元", "10" }, ALL, 0);
  check_relation (PE_RELATION_EXECUTION_SCORE, 0, "10 2149.56万元 2155.61万元", "9.97", UP | EVEN | CUT,
                  UP | EVEN | CUT, 0);
  /* capped: 102.59 % is no more than full */
  check_relation (PE_RELATION_EXECUTION_SCORE, 0, "10 338.31万元 329.77万元", "10", ALL, ALL, 0);
  check_relation (PE_RELATION_EXECUTION_SCORE, 0, "10 99.71%", "9.97", UP | EVEN | CUT, UP | EVEN | CUT, 0);
  check_relation (PE_RELATION_SCORE_SUM, 0, "49.97分 49.72分", "99.69分", ALL, ALL, 0);
  check_relation (PE_RELATION_MARKS, 0, "10 10 20 10 10 10 10 10 10 10", "100", 0, 0, PE_CLASS_CONTRADICTION);
}

static void
test_grades (void **state)
{
  (void) state;
  check_relation (PE_RELATION_GRADE, 0, "99.69分", "优", ALL, ALL, 0);
  check_relation (PE_RELATION_GRADE, 0, "99.69分", "优秀", ALL, ALL, 0);
  check_relation (PE_RELATION_GRADE, 0, "88.64", "优", 0, 0, PE_CLASS_CONTRADICTION);
  check_relation (PE_RELATION_GRADE, 0, "90", "优", ALL, ALL, 0);
  /* 90.0 may have been 89.95. */
  check_relation (PE_RELATION_GRADE, 0, "90.0", "良", 0, UP | EVEN | CUT | AWAY, PE_CLASS_ROUNDING);
}

static void
check_bound (pe_comparison comparison, const char *operand, const char *result, pe_modes as_printed,
             pe_audit_class audit_class)
{
  report     self;
  pe_verdict verdict;
  uint32_t   claims[2];

  report_init (&self);
  claims[0] = report_claim (&self, operand);
  claims[1] = report_claim (&self, result);
  report_add (&self, PE_RELATION_BOUND, 0, comparison, claims, 1, claims[1]);
  report_build (&self);
  verdict = report_get_verdict (&self, 0);
  assert_int_equal (verdict.as_printed, as_printed);
  assert_int_equal (verdict.audit_class, audit_class);
  report_clear (&self);
}

static void
test_bounds (void **state)
{
  (void) state;
  check_bound (PE_COMPARE_AT_MOST, "94", "98", 0, PE_CLASS_CONTRADICTION);
  check_bound (PE_COMPARE_AT_MOST, "98", "98", ALL, 0);
  check_bound (PE_COMPARE_BELOW, "98", "98", 0, PE_CLASS_CONTRADICTION);
  check_bound (PE_COMPARE_ABOVE, "97", "98", ALL, 0);
  check_bound (PE_COMPARE_EQUAL, "97", "98", 0, PE_CLASS_CONTRADICTION);
  /* 48.57 may be 48.575, and then 48.5715 is not above it. */
  check_bound (PE_COMPARE_AT_MOST, "48.57万元", "48.5715万元", 0, PE_CLASS_ROUNDING);
  check_relation (PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, "110个", "120个", ALL, ALL, 0);
  check_relation (PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, "110个", "160个", ALL, ALL, PE_CLASS_REMARK);
  check_relation (PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, "110个", "109个", 0, 0, PE_CLASS_CONTRADICTION);
  check_relation (PE_RELATION_COMPLETION, PE_FORM_MEETS_MAX, "110个", "111个", 0, 0, PE_CLASS_CONTRADICTION);
  /* 248.55 + 99.80 of 599.73: 251.38 are not listed. */
  check_relation (PE_RELATION_SUM, PE_FORM_PARTIAL, "248.55万元 99.80万元", "599.73万元", ALL, ALL, PE_CLASS_REMARK);
  check_relation (PE_RELATION_SUM, PE_FORM_PARTIAL, "500万元 99.80万元", "599.73万元", 0, 0, PE_CLASS_CONTRADICTION);
}

static void
test_same (void **state)
{
  (void) state;
  check_relation (PE_RELATION_SAME_QUANTITY, 0, "599.73万元", "599.73万元", ALL, ALL, 0);
  check_relation (PE_RELATION_SAME_QUANTITY, 0, "30.9万元", "61.8万元", 0, 0, PE_CLASS_CONTRADICTION);
  /* a headline rounds the body */
  check_relation (PE_RELATION_SAME_QUANTITY, 0, "89.974万元", "90万元", UP | EVEN | AWAY, UP | EVEN | AWAY, 0);
  check_relation (PE_RELATION_SAME_QUANTITY, 0, "253万元", "290.72万元", 0, 0, PE_CLASS_CONTRADICTION);
  check_relation (PE_RELATION_CONVERSION, 0, "4715万元", "0.47亿元", UP | EVEN | CUT, UP | EVEN | CUT, 0);
  /* 元 for 万元 */
  check_relation (PE_RELATION_CONVERSION, 0, "471.23万元", "471.23元", 0, 0, PE_CLASS_CONTRADICTION);
}

static void
test_counts (void **state)
{
  (void) state;
  check_relation (PE_RELATION_COUNT, 0, "3个 5个", "10个", 0, 0, PE_CLASS_CONTRADICTION);
  check_relation (PE_RELATION_COUNT, PE_FORM_LIST, "甲村 乙村 丙村", "3个", ALL, ALL, 0);
  check_relation (PE_RELATION_COUNT, PE_FORM_FIRST_PLUS_ITEMS, "4个 甲村 乙村", "6个", ALL, ALL, 0);
  check_relation (PE_RELATION_COUNT, PE_FORM_FIRST_PLUS_ITEMS, "4个 甲村 乙村", "5个", 0, 0, PE_CLASS_CONTRADICTION);
}

static void
check_state (pe_relation_kind kind, const char *operands, const char *result, pe_verdict_state expected)
{
  report self;

  report_init (&self);
  report_relate (&self, kind, 0, operands, result);
  report_build (&self);
  assert_int_equal (report_get_verdict (&self, 0).state, expected);
  assert_int_equal (report_get_verdict (&self, 0).audit_class, 0);
  report_clear (&self);
}

static void
test_states (void **state)
{
  (void) state;
  check_state (PE_RELATION_RATE, "0.00万元 0.00万元", "0.00%", PE_VERDICT_ZERO_DENOMINATOR);
  check_state (PE_RELATION_RATE, "5万元 8万元", NULL, PE_VERDICT_NO_RESULT);
  check_state (PE_RELATION_RATE, "7,00.0,77 8万元", "100%", PE_VERDICT_NOT_A_NUMBER);
  check_state (PE_RELATION_RATE, "优 8万元", "100%", PE_VERDICT_NOT_A_NUMBER);
  check_state (PE_RELATION_SUM, "5万元 8个", "13万元", PE_VERDICT_UNIT_MISMATCH);
  check_state (PE_RELATION_SUM, "5万元 8%", "13万元", PE_VERDICT_UNIT_MISMATCH);
  check_state (PE_RELATION_RATE, "5万元 8个", "60%", PE_VERDICT_UNIT_MISMATCH);
  check_state (PE_RELATION_COUNTERPART, "5万元 8个", NULL, PE_VERDICT_NOT_ARITHMETIC);
  /* 元 by 亩 is a price. */
  check_relation (PE_RELATION_RATE, 0, "500元 8亩", "62.5元", ALL, ALL, 0);
  /* a bare figure is in its neighbour's unit */
  check_relation (PE_RELATION_DIFFERENCE, 0, "2.08 0.03万元", "2.05万元", ALL, ALL, 0);
}

static void
test_modes (void **state)
{
  pe_text *text = NULL;

  (void) state;
  assert_int_equal (pe_modes_print (&text, UP | CUT, PE_LANGUAGE_ZH, NULL), PE_OK);
  check_text (text, "四舍五入、截断");
  assert_int_equal (pe_modes_print (&text, UP | CUT, PE_LANGUAGE_EN, NULL), PE_OK);
  check_text (text, "half up, truncated");
  assert_int_equal (pe_modes_print (&text, 0, PE_LANGUAGE_EN, NULL), PE_OK);
  check_text (text, "");
  assert_int_equal (pe_modes_print (&text, 16, PE_LANGUAGE_EN, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_modes_print (NULL, UP, PE_LANGUAGE_EN, NULL), PE_ERROR_INVALID_ARGUMENT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_sums),           cmocka_unit_test (test_differences), cmocka_unit_test (test_long_products),
    cmocka_unit_test (test_target_of_none), cmocka_unit_test (test_doubtful),    cmocka_unit_test (test_rates),
    cmocka_unit_test (test_growth),         cmocka_unit_test (test_bases),       cmocka_unit_test (test_products),
    cmocka_unit_test (test_scores),         cmocka_unit_test (test_grades),      cmocka_unit_test (test_bounds),
    cmocka_unit_test (test_same),           cmocka_unit_test (test_counts),      cmocka_unit_test (test_states),
    cmocka_unit_test (test_modes),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
