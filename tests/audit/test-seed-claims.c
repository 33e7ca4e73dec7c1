/* test-seed-claims.c - the figures of the Zengcheng report of 2023, as claims and relations read out of it by a person
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#include <stdio.h>
#include <string.h>

/* Every claim: what is printed, as what, under which name. */
enum
{
  INCOME,
  INCOME_BASIC,
  INCOME_PROJECT,
  SPENDING,
  SPENDING_BASIC,
  SPENDING_PROJECT,
  PROGRESS,
  PROGRESS_BASIC,
  PROGRESS_PROJECT,
  REVIEWED,
  GROWTH,
  SIGNED,
  SIGNED_SHARE,
  SAME_MONTH,
  SAME_MONTH_SHARE,
  ADVANCED,
  ADVANCED_SHARE,
  CHIPS,
  FOOD,
  EMERGING,
  FARMING,
  VISITS,
  VISITS_GROWTH,
  TOTAL_SCORE,
  GRADE,
  DUTIES,
  DUTIES_SCORE,
  EFFICIENCY,
  EFFICIENCY_SCORE,
  DUTIES_LOST,
  EFFICIENCY_LOST,
  RESERVED,
  BOUGHT,
  PROCUREMENT,
  BOUGHT_AGAIN,
  BOUGHT_SHARE,
  RECRUITING_BUDGET,
  RECRUITING_SPENT,
  RECRUITING_RATE,
  FAIR_BUDGET,
  FAIR_SPENT,
  FAIR_RATE,
  TARGET_PROJECTS,
  TARGET_LARGE,
  TARGET_HUGE,
  TARGET_SOURCES,
  TARGET_STATE,
  ACTUAL_PROJECTS,
  ACTUAL_LARGE,
  ACTUAL_HUGE,
  ACTUAL_SOURCES,
  ACTUAL_STATE,
  N_CLAIMS
};

static const struct
{
  const char     *text;
  pe_claim_nature nature;
  const char     *name;
} claims[] = {
  { "2,155.61 万元", 0, "全年预算收入" },
  { "1,555.88 万元", 0, "基本支出预算" },
  { "599.73 万元", 0, "项目支出预算" },
  { "2,149.56 万元", 0, "全年预算支出" },
  { "1,549.83 万元", 0, "基本支出" },
  { "599.73 万元", 0, "项目支出" },
  { "99.71%", 0, "全年支出进度" },
  { "99.61%", 0, "基本支出进度" },
  { "100%", 0, "项目支出进度" },
  { "50 个", 0, "审议引进项目" },
  { "4.17%", 0, "同比增长" },
  { "40 个", 0, "完成签约" },
  { "80%", 0, "当年签约率" },
  { "17 个", 0, "当月过会当月签约" },
  { "42.5%", 0, "占已签约项目数" },
  { "39 个", 0, "先进制造业项目" },
  { "78%", 0, "先进制造业项目占比" },
  { "22 个", 0, "“芯显车”重点产业项目" },
  { "8 个", 0, "传统特色产业" },
  { "14 个", 0, "新兴产业" },
  { "6 个", 0, "现代农业和文旅服务项目" },
  { "130 家（次）", 0, "赴外拜访企业" },
  { "41.3%", 0, "同比增长" },
  { "99.69 分", PE_CLAIM_SCORE, "绩效自评分值" },
  { "优", 0, "自评等级" },
  { "50 分", PE_CLAIM_MARKS, "履职效能总分" },
  { "49.97 分", PE_CLAIM_SCORE, "履职效能自评得分" },
  { "50 分", PE_CLAIM_MARKS, "管理效率总分" },
  { "49.72 分", PE_CLAIM_SCORE, "管理效率自评得分" },
  { "0.03 分", PE_CLAIM_SCORE, "履职效能扣分" },
  { "0.28 分", PE_CLAIM_SCORE, "管理效率扣分" },
  { "258.83 万元", 0, "部门预留金额合计数" },
  { "187.61 万元", 0, "面向中小企业采购合同金额" },
  { "258.83 万元", 0, "采购项目预算总金额" },
  { "187.61 万元", 0, "面向中小企业采购合同金额" },
  { "72.48%", 0, "占比" },
  { "248.55 万元", 0, "招商业务工作经费预算收入数" },
  { "248.55 万元", 0, "招商业务工作经费决算支出数" },
  { "100%", 0, "项目执行率" },
  { "99.80 万元", 0, "国际投资年会专项经费预算收入数" },
  { "99.80 万元", 0, "国际投资年会专项经费决算支出数" },
  { "100%", 0, "项目执行率" },
  { "110 个", PE_CLAIM_TARGET, "引进产业项目" },
  { "4 个", PE_CLAIM_TARGET, "投资规模 50 亿元以上项目" },
  { "1 个", PE_CLAIM_TARGET, "百亿级项目" },
  { "100 个", PE_CLAIM_TARGET, "项目信息源" },
  { "5 个", PE_CLAIM_TARGET, "央企、国企投资项目" },
  { "160 个", 0, "引进产业项目" },
  { "4 个", 0, "投资规模 50 亿元以上项目" },
  { "3 个", 0, "百亿级项目" },
  { "156 个", 0, "项目信息源" },
  { "10 个", 0, "央企、国企投资项目" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (claims) == N_CLAIMS);

#define MAX_OPERANDS 4

/* Every relation: kind, form, operands, result. The last operand is followed by PE_NO_CLAIM where there are fewer. */
enum
{
  PROGRESS_RATE = 3,
  GROWTH_BASE = 5,
  ADVANCED_PARTS = 9,
  VISITS_BASE = 10,
  NOT_ITEMISED = 20,
  FIRST_TARGET = 23,
  N_RELATIONS = 28
};

static const struct
{
  pe_relation_kind kind;
  pe_relation_form form;
  uint32_t         n;
  uint32_t         operands[MAX_OPERANDS];
  uint32_t         result;
} relations[N_RELATIONS] = {
  { PE_RELATION_SUM, 0, 2, { INCOME_BASIC, INCOME_PROJECT }, INCOME },
  { PE_RELATION_SUM, 0, 2, { SPENDING_BASIC, SPENDING_PROJECT }, SPENDING },
  { PE_RELATION_RATE, 0, 2, { SPENDING_BASIC, INCOME_BASIC }, PROGRESS_BASIC },
  { PE_RELATION_RATE, 0, 2, { SPENDING, INCOME }, PROGRESS },
  { PE_RELATION_RATE, 0, 2, { SPENDING_PROJECT, INCOME_PROJECT }, PROGRESS_PROJECT },
  { PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, 1, { REVIEWED }, GROWTH },
  { PE_RELATION_RATE, 0, 2, { SIGNED, REVIEWED }, SIGNED_SHARE },
  { PE_RELATION_SHARE, 0, 2, { SAME_MONTH, SIGNED }, SAME_MONTH_SHARE },
  { PE_RELATION_SHARE, 0, 2, { ADVANCED, REVIEWED }, ADVANCED_SHARE },
  { PE_RELATION_SUM, 0, 4, { CHIPS, FOOD, EMERGING, FARMING }, ADVANCED },
  { PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, 1, { VISITS }, VISITS_GROWTH },
  { PE_RELATION_SCORE_SUM, 0, 2, { DUTIES_SCORE, EFFICIENCY_SCORE }, TOTAL_SCORE },
  { PE_RELATION_GRADE, 0, 1, { TOTAL_SCORE }, GRADE },
  { PE_RELATION_DEDUCTION, 0, 2, { DUTIES, DUTIES_SCORE }, DUTIES_LOST },
  { PE_RELATION_DEDUCTION, 0, 2, { EFFICIENCY, EFFICIENCY_SCORE }, EFFICIENCY_LOST },
  { PE_RELATION_RATE, 0, 2, { BOUGHT_AGAIN, PROCUREMENT }, BOUGHT_SHARE },
  { PE_RELATION_SAME_QUANTITY, 0, 1, { BOUGHT }, BOUGHT_AGAIN },
  { PE_RELATION_COUNTERPART, 0, 2, { BOUGHT, RESERVED }, PE_NO_CLAIM },
  { PE_RELATION_RATE, 0, 2, { RECRUITING_SPENT, RECRUITING_BUDGET }, RECRUITING_RATE },
  { PE_RELATION_RATE, 0, 2, { FAIR_SPENT, FAIR_BUDGET }, FAIR_RATE },
  { PE_RELATION_SUM, PE_FORM_PARTIAL, 2, { RECRUITING_SPENT, FAIR_SPENT }, SPENDING_PROJECT },
  { PE_RELATION_COUNTERPART, 0, 2, { SPENDING_PROJECT, INCOME_PROJECT }, PE_NO_CLAIM },
  { PE_RELATION_COUNTERPART, 0, 2, { RECRUITING_SPENT, RECRUITING_BUDGET }, PE_NO_CLAIM },
  { PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, 1, { TARGET_PROJECTS }, ACTUAL_PROJECTS },
  { PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, 1, { TARGET_LARGE }, ACTUAL_LARGE },
  { PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, 1, { TARGET_HUGE }, ACTUAL_HUGE },
  { PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, 1, { TARGET_SOURCES }, ACTUAL_SOURCES },
  { PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, 1, { TARGET_STATE }, ACTUAL_STATE },
};

static report seed;

static int
set_up (void **state)
{
  (void) state;
  report_init (&seed);
  for (size_t i = 0; i < G_N_ELEMENTS (claims); i++)
    report_claim_as (&seed, claims[i].text, claims[i].nature, claims[i].name);
  for (size_t i = 0; i < G_N_ELEMENTS (relations); i++)
    report_add (&seed, relations[i].kind, relations[i].form, 0, relations[i].operands, relations[i].n,
                relations[i].result);
  report_build (&seed);
  return 0;
}

static int
tear_down (void **state)
{
  (void) state;
  report_clear (&seed);
  return 0;
}

/* 99.71 % only by truncation, 4.17 % never by it: no single mode explains the report. */
static void
test_modes (void **state)
{
  pe_audit_summary summary;
  pe_verdict       verdict = report_get_verdict (&seed, PROGRESS_RATE);

  (void) state;
  assert_int_equal (verdict.as_printed, PE_MODE_DOWN);
  assert_int_equal (verdict.as_rounded, PE_MODE_DOWN);
  assert_int_equal (verdict.audit_class, PE_CLASS_ROUNDING);
  assert_int_equal (verdict.nearest.coefficient, 9972);
  check_exact (&seed, PROGRESS_RATE, "21495600", "215561");
  verdict = report_get_verdict (&seed, GROWTH_BASE);
  assert_int_equal (verdict.first_base, 48);
  assert_int_equal (verdict.n_bases, 1);
  assert_int_equal (verdict.as_printed & PE_MODE_DOWN, 0);
  assert_int_equal (report_get_verdict (&seed, VISITS_BASE).first_base, 92);
  pe_audit_summary_init (&summary, sizeof summary);
  assert_int_equal (pe_audit_get_summary (&summary, seed.audit, NULL), PE_OK);
  assert_int_equal (summary.modes, 0);
  assert_int_equal (summary.n_exceptions, 1);
  assert_int_equal (summary.best_modes, PE_MODES_ALL & ~(pe_modes) PE_MODE_UP);
  assert_int_equal (report_count (&seed, PE_NOTE_ROUNDING_MIXED), 1);
  assert_int_equal (report_count (&seed, PE_NOTE_ROUNDING_MODE), 1);
}

/* 22 + 8 + 14 + 6 = 50, said to be 39. Nothing else is a contradiction. */
static void
test_contradictions (void **state)
{
  pe_verdict verdict = report_get_verdict (&seed, ADVANCED_PARTS);

  (void) state;
  assert_int_equal (verdict.audit_class, PE_CLASS_CONTRADICTION);
  assert_int_equal (verdict.nearest.coefficient, 50);
  assert_int_equal (verdict.cause, ADVANCED);
  assert_int_equal (report_count (&seed, PE_WARNING_FIGURE_CONTRADICTED), 1);
  assert_int_equal (report_count (&seed, PE_WARNING_FIGURE_UPSTREAM), 0);
  for (size_t i = 0; i < N_RELATIONS; i++)
    if (i != ADVANCED_PARTS)
      assert_int_not_equal (report_get_verdict (&seed, i).audit_class, PE_CLASS_CONTRADICTION);
}

/* 258.83 under two names; 251.38 not itemised; four of five targets exceeded by 45 to 200 %. */
static void
test_remarks (void **state)
{
  static const char *const exceeded[] = { "145.45…%", NULL, "300%", "156%", "200%" };
  const pe_findings       *findings = pe_audit_get_findings (seed.audit);
  size_t                   n = 0;

  (void) state;
  assert_int_equal (report_count (&seed, PE_NOTE_TWO_NAMES), 1);
  assert_int_equal (report_count (&seed, PE_NOTE_NOT_LISTED), 1);
  assert_int_equal (report_count (&seed, PE_NOTE_TARGET_EXCEEDED), 4);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);
      const char       *message = pe_finding_get_message (finding, PE_LANGUAGE_ZH);

      if (pe_finding_get_code (finding) == PE_NOTE_TWO_NAMES)
        assert_non_null (strstr (message, "258.83万元"));
      if (pe_finding_get_code (finding) == PE_NOTE_NOT_LISTED)
        assert_non_null (strstr (message, "251.38万元"));
      if (pe_finding_get_code (finding) != PE_NOTE_TARGET_EXCEEDED)
        continue;
      n += exceeded[n] == NULL;
      assert_non_null (strstr (message, exceeded[n++]));
    }
  /* Nothing else is said at all. */
  assert_int_equal (pe_findings_get_size (findings), 1 + 1 + 1 + 1 + 1 + 4);
}

/* Scores, deductions, sums and grade fit; 599.73, 248.55 and 99.80 stand twice by right. */
static void
test_what_fits (void **state)
{
  pe_audit_summary summary;

  (void) state;
  pe_audit_summary_init (&summary, sizeof summary);
  assert_int_equal (pe_audit_get_summary (&summary, seed.audit, NULL), PE_OK);
  assert_int_equal (summary.n_relations, N_RELATIONS);
  assert_int_equal (summary.n_not_computed, 3);
  assert_int_equal (summary.n_contradictions, 1);
  assert_int_equal (summary.n_rounding, 1);
  assert_int_equal (summary.n_remarks, 5);
  assert_int_equal (summary.n_fitting, N_RELATIONS - 3 - 1 - 1 - 5);
  assert_int_equal (report_get_verdict (&seed, NOT_ITEMISED).audit_class, PE_CLASS_REMARK);
  assert_int_equal (report_get_verdict (&seed, FIRST_TARGET + 1).audit_class, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_modes),
    cmocka_unit_test (test_contradictions),
    cmocka_unit_test (test_remarks),
    cmocka_unit_test (test_what_fits),
  };

  return cmocka_run_group_tests (tests, set_up, tear_down);
}
