/* test-audit.c - an audit as a whole: what it holds, infers and says
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#include <string.h>

/* One fault upstream: the total of 2023 is misprinted (1,200 for 1,020), and its share, its growth and its parts fail. */
static void
test_upstream (void **state)
{
  report     self;
  uint32_t   total, old, a, b, share, growth;
  pe_blame   blame;
  pe_verdict verdict;

  (void) state;
  report_init (&self);
  total = report_claim_as (&self, "1,200万元", PE_CLAIM_FIXED, "总支出");
  a = report_claim_as (&self, "700万元", PE_CLAIM_FIXED, NULL);
  b = report_claim_as (&self, "320万元", PE_CLAIM_FIXED, NULL);
  old = report_claim_as (&self, "1,000万元", PE_CLAIM_FIXED, NULL);
  share = report_claim (&self, "68.63%");
  growth = report_claim (&self, "2%");
  report_add (&self, PE_RELATION_SUM, 0, 0, (uint32_t[]) { a, b }, 2, total);
  report_add (&self, PE_RELATION_SHARE, 0, 0, (uint32_t[]) { a, total }, 2, share);
  report_add (&self, PE_RELATION_GROWTH, 0, 0, (uint32_t[]) { total, old }, 2, growth);
  report_build (&self);
  assert_int_equal (pe_audit_get_n_blames (self.audit), 1);
  pe_blame_init (&blame, sizeof blame);
  assert_int_equal (pe_audit_get_blame (&blame, self.audit, 0, NULL), PE_OK);
  assert_int_equal (blame.claim, total);
  assert_int_equal (blame.n_relations, 3);
  assert_int_equal (blame.has_value, 1);
  assert_int_equal (blame.is_clean, 1);
  assert_int_equal (blame.value.coefficient, 1020);
  assert_int_equal (blame.slip, PE_SLIP_SWAPPED);
  for (size_t i = 0; i < 3; i++)
    {
      verdict = report_get_verdict (&self, i);
      assert_int_equal (verdict.audit_class, PE_CLASS_CONTRADICTION);
      assert_int_equal (verdict.cause, total);
    }
  /* said once */
  assert_int_equal (report_count (&self, PE_WARNING_FIGURE_UPSTREAM), 1);
  assert_int_equal (report_count (&self, PE_WARNING_FIGURE_CONTRADICTED), 0);
  assert_int_equal (pe_audit_get_blame (&blame, self.audit, 1, NULL), PE_ERROR_NOT_FOUND);
  report_clear (&self);
}

/* 8,540 is told twice more, as 8,450: digits were swapped once. */
static void
test_told_otherwise (void **state)
{
  report   self;
  uint32_t told, again, table;
  pe_blame blame;

  (void) state;
  report_init (&self);
  told = report_claim (&self, "8,540万元");
  again = report_claim (&self, "8,450万元");
  table = report_claim (&self, "8,450万元");
  report_add (&self, PE_RELATION_SAME_QUANTITY, 0, 0, (uint32_t[]) { again }, 1, told);
  report_add (&self, PE_RELATION_SAME_QUANTITY, 0, 0, (uint32_t[]) { told }, 1, table);
  report_build (&self);
  assert_int_equal (pe_audit_get_n_blames (self.audit), 1);
  pe_blame_init (&blame, sizeof blame);
  assert_int_equal (pe_audit_get_blame (&blame, self.audit, 0, NULL), PE_OK);
  assert_int_equal (blame.claim, told);
  assert_int_equal (blame.n_relations, 2);
  assert_int_equal (blame.has_value, 1);
  assert_int_equal (blame.value.coefficient, 8450);
  assert_int_equal (blame.slip, PE_SLIP_SWAPPED);
  report_clear (&self);
}

static void
test_repairs (void **state)
{
  report    self;
  pe_repair repair;

  (void) state;
  report_init (&self);
  /* 124.23 + 370.83 + 260.30 = 755.36, printed 755.19 */
  report_relate (&self, PE_RELATION_SUM, 0, "124.23万元 370.83万元 260.30万元", "755.19万元");
  /* 1,234 with two digits swapped in a part: 1,324 */
  report_relate (&self, PE_RELATION_SUM, 0, "1324个 100个", "1334个");
  report_relate (&self, PE_RELATION_SUM, 0, "1个 1个", "2个");
  report_build (&self);
  pe_repair_init (&repair, sizeof repair);
  assert_int_equal (pe_audit_get_n_repairs (self.audit, 0), 4);
  assert_int_equal (pe_audit_get_n_repairs (self.audit, 2), 0);
  assert_int_equal (pe_audit_get_n_repairs (self.audit, 3), 0);
  assert_int_equal (pe_audit_get_n_repairs (NULL, 0), 0);
  assert_int_equal (pe_audit_get_repair (&repair, self.audit, 1, 0, NULL), PE_OK);
  assert_int_equal (repair.slip, PE_SLIP_SWAPPED);
  assert_int_equal (repair.value.coefficient, 1234);
  assert_int_equal (repair.is_clean, 1);
  for (size_t i = 0; i < 4; i++)
    {
      assert_int_equal (pe_audit_get_repair (&repair, self.audit, 0, i, NULL), PE_OK);
      assert_int_equal (repair.value.scale, 2);
      if (repair.claim == 0)
        assert_int_equal (repair.value.coefficient, 12406); /* 124.23 - 0.17 */
      if (repair.claim == 3)
        assert_int_equal (repair.value.coefficient, 75536);
    }
  assert_int_equal (pe_audit_get_repair (&repair, self.audit, 0, 4, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_audit_get_repair (&repair, self.audit, 3, 0, NULL), PE_ERROR_NOT_FOUND);
  report_clear (&self);
}

static void
test_modes_of_the_whole (void **state)
{
  report           self;
  pe_audit_summary summary;

  (void) state;
  pe_audit_summary_init (&summary, sizeof summary);
  report_init (&self);
  /* 2/3 = 66.666… % and 1/3 = 33.333… %: half up and half even explain 67 and 33. */
  report_relate (&self, PE_RELATION_RATE, 0, "2个 3个", "67%");
  report_relate (&self, PE_RELATION_RATE, 0, "1个 3个", "33%");
  report_build (&self);
  assert_int_equal (pe_audit_get_summary (&summary, self.audit, NULL), PE_OK);
  assert_int_equal (summary.modes, PE_MODE_HALF_UP | PE_MODE_HALF_EVEN);
  assert_int_equal (summary.n_exceptions, 0);
  assert_int_equal (summary.n_fitting, 2);
  assert_int_equal (report_count (&self, PE_NOTE_ROUNDING_MIXED), 0);
  /* 66 % is truncated: now each mode leaves one. */
  report_relate (&self, PE_RELATION_RATE, 0, "2个 3个", "66%");
  report_build (&self);
  assert_int_equal (pe_audit_get_summary (&summary, self.audit, NULL), PE_OK);
  assert_int_equal (summary.modes, 0);
  assert_int_equal (summary.n_exceptions, 1);
  assert_int_equal (summary.best_modes, PE_MODE_HALF_UP | PE_MODE_HALF_EVEN | PE_MODE_DOWN);
  assert_int_equal (report_count (&self, PE_NOTE_ROUNDING_MIXED), 1);
  assert_int_equal (report_count (&self, PE_NOTE_ROUNDING_MODE), 1);
  report_clear (&self);
}

static void
test_two_names (void **state)
{
  report   self;
  uint32_t reserve, bought, budget, again, share;

  (void) state;
  report_init (&self);
  reserve = report_claim_as (&self, "258.83万元", 0, "部门预留金额");
  bought = report_claim_as (&self, "187.61万元", 0, "面向中小企业采购合同金额");
  budget = report_claim_as (&self, "258.83万元", 0, "采购项目预算总金额");
  again = report_claim_as (&self, "187.61万元", 0, "面向中小企业采购合同金额");
  share = report_claim (&self, "72.48%");
  report_add (&self, PE_RELATION_COUNTERPART, 0, 0, (uint32_t[]) { bought, reserve }, 2, PE_NO_CLAIM);
  report_build (&self);
  assert_int_equal (report_count (&self, PE_NOTE_TWO_NAMES), 0);
  report_add (&self, PE_RELATION_RATE, 0, 0, (uint32_t[]) { again, budget }, 2, share);
  report_build (&self);
  assert_int_equal (report_count (&self, PE_NOTE_TWO_NAMES), 1);
  report_clear (&self);
}

static void
test_malformed (void **state)
{
  report            self;
  const pe_finding *finding;

  (void) state;
  report_init (&self);
  report_claim_as (&self, "7,00.0,77", 0, "实际到位资金");
  report_build (&self);
  assert_int_equal (pe_findings_get_size (pe_audit_get_findings (self.audit)), 1);
  finding = pe_findings_get (pe_audit_get_findings (self.audit), 0);
  assert_int_equal (pe_finding_get_code (finding), PE_WARNING_FIGURE_MALFORMED);
  assert_int_equal (pe_audit_classify (pe_finding_get_code (finding)), PE_CLASS_CONTRADICTION);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), "/claims/0");
  report_clear (&self);
}

/* What is read back is what was given, and a builder goes on from an audit. */
static void
test_round_trip (void **state)
{
  pe_audit_builder *builder = NULL;
  pe_audit         *copy = NULL;
  report            self;
  pe_claim          claim;
  pe_relation       relation;

  (void) state;
  report_init (&self);
  report_relate (&self, PE_RELATION_SUM, 0, "1.5万元 2万元", "3.5万元");
  report_build (&self);
  assert_int_equal (pe_audit_builder_new (&builder, self.audit, NULL, NULL), PE_OK);
  assert_int_equal (pe_audit_builder_build (&copy, builder, NULL), PE_OK);
  assert_int_equal (pe_audit_get_n_claims (copy), 3);
  assert_int_equal (pe_audit_get_n_relations (copy), 1);
  pe_claim_init (&claim, sizeof claim);
  assert_int_equal (pe_audit_get_claim (&claim, copy, 0, NULL), PE_OK);
  assert_string_equal (claim.text, "1.5万元");
  assert_int_equal (claim.value.coefficient, 15);
  pe_relation_init (&relation, sizeof relation);
  assert_int_equal (pe_audit_get_relation (&relation, copy, 0, NULL), PE_OK);
  assert_int_equal (relation.n_operands, 2);
  assert_int_equal (relation.operands[1], 1);
  assert_int_equal (relation.result, 2);
  assert_int_equal (pe_audit_get_claim (&claim, copy, 3, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_audit_get_relation (&relation, copy, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_audit_get_claim (&claim, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_audit_unref (pe_audit_ref (copy));
  pe_audit_unref (copy);
  pe_audit_builder_free (builder);
  report_clear (&self);
}

static void
test_sentences (void **state)
{
  report   self;
  pe_text *text = NULL;

  (void) state;
  report_init (&self);
  report_relate (&self, PE_RELATION_RATE, 0, "2,149.56万元 2,155.61万元", "99.71%");
  report_relate (&self, PE_RELATION_SUM, 0, "22个 8个 14个 6个", "39个");
  report_build (&self);
  assert_int_equal (pe_audit_print_computation (&text, self.audit, 0, PE_LANGUAGE_ZH, NULL), PE_OK);
  check_text (text, "2,149.56万元 ÷ 2,155.61万元 = 99.719336…%");
  assert_int_equal (pe_audit_print_verdict (&text, self.audit, 0, PE_LANGUAGE_ZH, NULL), PE_OK);
  check_text (
      text,
      "2,149.56万元 ÷ 2,155.61万元 = 99.719336…%；报告为 99.71%，仅下列取舍方式可得：截断；四舍五入应为 99.72%。");
  assert_int_equal (pe_audit_print_verdict (&text, self.audit, 1, PE_LANGUAGE_EN, NULL), PE_OK);
  check_text (text,
              "22个 + 8个 + 14个 + 6个 = 50个; the report prints 39个, which cannot be right however the figures were "
              "rounded; it would have to be 50个.");
  assert_int_equal (pe_audit_print_verdict (&text, self.audit, 2, PE_LANGUAGE_EN, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_audit_print_verdict (NULL, self.audit, 0, PE_LANGUAGE_EN, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_audit_print_computation (&text, NULL, 0, PE_LANGUAGE_EN, NULL), PE_ERROR_INVALID_ARGUMENT);
  report_clear (&self);
}

/* A long computation is not cut before its value. */
static void
test_long_message (void **state)
{
  report      self;
  const char *message;

  (void) state;
  report_init (&self);
  report_relate (&self, PE_RELATION_SUM, 0, "1,555.88万元 599.73万元 248.55万元 99.80万元 12,345.67万元 88.88万元",
                 "14,000.00万元");
  report_build (&self);
  message = pe_finding_get_message (pe_findings_get (pe_audit_get_findings (self.audit), 0), PE_LANGUAGE_EN);
  assert_non_null (strstr (message, "88.88万元 = 14938.51万元"));
  report_clear (&self);
}

static void
test_range (void **state)
{
  report      self;
  pe_interval range;
  pe_text    *text = NULL;

  (void) state;
  report_init (&self);
  report_relate (&self, PE_RELATION_SUM, 0, "1.1万元 2.2万元", "3.5万元");
  report_build (&self);
  pe_interval_init (&range, sizeof range);
  assert_int_equal (pe_audit_compute_range (&range, self.audit, 0, NULL), PE_OK);
  assert_int_equal (range.has_low, 1);
  assert_int_equal (range.has_high, 1);
  assert_int_equal (pe_ratio_print_truncated (&text, range.low, 4, NULL), PE_OK);
  check_text (text, "3.2");
  assert_int_equal (pe_ratio_print_truncated (&text, range.high, 4, NULL), PE_OK);
  check_text (text, "3.4");
  pe_interval_clear (&range);
  assert_int_equal (pe_audit_compute_range (&range, self.audit, 1, NULL), PE_ERROR_NOT_FOUND);
  report_clear (&self);
}

static void
test_options (void **state)
{
  pe_audit_builder *builder = NULL;
  pe_audit_options  options;
  pe_limits         limits;
  pe_claim          claims[3];
  pe_error         *error = NULL;

  (void) state;
  pe_audit_options_init (&options, sizeof options);
  assert_int_equal (options.work, 100000);
  options.over_achieved.coefficient = -1;
  assert_int_equal (pe_audit_builder_new (&builder, NULL, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (builder);
  pe_audit_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.items = 2;
  options.limits = &limits;
  assert_int_equal (pe_audit_builder_new (&builder, NULL, &options, NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      pe_claim_init (&claims[i], sizeof claims[i]);
      claims[i].text = "1";
    }
  assert_int_equal (pe_audit_builder_add_claims (builder, claims, 3, NULL, NULL), PE_ERROR_LIMIT_ITEMS);
  claims[1].text = " ";
  assert_int_equal (pe_audit_builder_add_claims (builder, claims, 2, NULL, &error), PE_ERROR_TEXT_EMPTY);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/claims/1");
  pe_error_unref (error);
  claims[1].text = "2";
  assert_int_equal (pe_audit_builder_add_claims (builder, claims, 2, NULL, NULL), PE_OK);
  /* Two are there, and two are the limit. */
  assert_int_equal (pe_audit_builder_add_claims (builder, claims, 1, NULL, NULL), PE_ERROR_LIMIT_ITEMS);
  pe_audit_builder_free (builder);
}

static void
test_nothing (void **state)
{
  pe_audit_builder *builder = NULL;
  pe_audit         *audit = NULL;
  pe_audit_summary  summary;

  (void) state;
  assert_int_equal (pe_audit_builder_new (NULL, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_audit_builder_new (&builder, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_audit_builder_add_claims (builder, NULL, 0, NULL, NULL), PE_OK);
  assert_int_equal (pe_audit_builder_add_claims (builder, NULL, 1, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_audit_builder_add_relations (NULL, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_audit_builder_build (&audit, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_audit_builder_build (&audit, builder, NULL), PE_OK);
  pe_audit_summary_init (&summary, sizeof summary);
  assert_int_equal (pe_audit_get_summary (&summary, audit, NULL), PE_OK);
  assert_int_equal (summary.modes, PE_MODES_ALL);
  assert_int_equal (summary.is_minimal, 1);
  assert_int_equal (pe_findings_get_size (pe_audit_get_findings (audit)), 0);
  assert_null (pe_audit_get_findings (NULL));
  assert_int_equal (pe_audit_classify (PE_WARNING_VETO), 0);
  pe_audit_unref (audit);
  pe_audit_unref (NULL);
  pe_audit_builder_free (builder);
  pe_audit_builder_free (NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_upstream),     cmocka_unit_test (test_told_otherwise),
    cmocka_unit_test (test_repairs),      cmocka_unit_test (test_modes_of_the_whole),
    cmocka_unit_test (test_two_names),    cmocka_unit_test (test_malformed),
    cmocka_unit_test (test_round_trip),   cmocka_unit_test (test_sentences),
    cmocka_unit_test (test_long_message), cmocka_unit_test (test_range),
    cmocka_unit_test (test_options),      cmocka_unit_test (test_nothing),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
