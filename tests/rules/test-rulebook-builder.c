/* test-rulebook-builder.c - a rulebook under construction
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

/* A decimal that no caller can have meant: no number has 19 places (decimal.h). */
static const pe_decimal malformed = { 1, 19, 0 };

static pe_rulebook_builder *
begin_empty (void)
{
  pe_rulebook_builder *builder = NULL;

  assert_ok (pe_rulebook_builder_new (&builder, NULL, NULL));
  return builder;
}

/* The example of rulebook.h. */
static void
test_example (void **state)
{
  pe_rulebook_head     head;
  pe_rounding_contract contract;
  pe_indicator         indicator;
  pe_grade             grade;
  pe_rule_builder     *rule_builder = NULL;
  pe_rule             *attested = NULL;
  pe_rulebook_builder *builder = NULL;
  pe_rulebook         *rulebook = NULL;
  pe_findings         *findings = NULL;

  (void) state;
  pe_rulebook_head_init (&head, sizeof head);
  head.id = "one-line";
  head.edition = "1";
  head.title_zh = "一项";
  head.first_year = head.last_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  head.status = PE_RULEBOOK_SAMPLE;
  head.full_marks.coefficient = 100;
  pe_rounding_contract_init (&contract, sizeof contract);
  contract.rank_on = PE_RANK_ON_ROUNDED;
  assert_ok (pe_rule_builder_new (&rule_builder, "attested", 1, NULL));
  assert_ok (pe_rule_builder_build (&attested, rule_builder, NULL, NULL));
  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = "1";
  indicator.name_zh = "履职";
  indicator.full_marks.coefficient = 100;
  indicator.rule = attested;
  indicator.declared = PE_DECLARED_ONLY;
  pe_grade_init (&grade, sizeof grade);
  grade.id = "pass";
  grade.name_zh = "合格";
  assert_ok (pe_rulebook_builder_new (&builder, NULL, NULL));
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  assert_ok (pe_rulebook_builder_set_rounding (builder, &contract, NULL));
  assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
  assert_ok (pe_rulebook_builder_add_grades (builder, &grade, 1, NULL));
  assert_ok (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL));
  /* Not official, and three names without English. */
  assert_int_equal (pe_findings_get_size (findings), 4);
  assert_true (has_finding (findings, PE_WARNING_RULEBOOK_STATUS, "/status"));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/title/en"));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/indicators/0/name/en"));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/grades/0/name/en"));
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);
  pe_rule_builder_free (rule_builder);
  pe_rule_unref (attested);
  pe_rulebook_unref (rulebook);
}

static void
test_head (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();
  pe_rulebook_head     good = make_head ("100"), head = good;

  (void) state;
  assert_error (pe_rulebook_builder_set_head (NULL, &head, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_set_head (builder, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  head.kind = 0;
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_INVALID_ARGUMENT);
  head = good;
  head.status = 4;
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_INVALID_ARGUMENT);
  head = good;
  head.first_year = 2025;
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_INVALID_ARGUMENT);
  head = good;
  head.first_year = 1899;
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_INVALID_ARGUMENT);
  head = good;
  head.full_marks = decimal ("0");
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_INVALID_ARGUMENT);
  head = good;
  head.reserved = 1;
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_INVALID_ARGUMENT);
  head = good;
  head.id = "a b";
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_CODE_SYNTAX);
  head = good;
  head.edition = "";
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_CODE_SYNTAX);
  head = good;
  head.title_zh = " ";
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_TEXT_EMPTY);
  head = good;
  head.place = "\xc0";
  assert_error (pe_rulebook_builder_set_head (builder, &head, &error), PE_ERROR_INVALID_UTF8);
  pe_rulebook_builder_free (builder);
  pe_rulebook_builder_free (NULL);
}

/* Each member from below and from above what it may be, and what it may be at most. */
static void
test_head_bounds (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();
  pe_rulebook_head     good = make_head ("100"), head = good;

  (void) state;
  head.kind = PE_KIND_POLICY + 1;
  assert_argument (pe_rulebook_builder_set_head (builder, &head, &error), "head.kind");
  head = good;
  head.status = 0;
  assert_argument (pe_rulebook_builder_set_head (builder, &head, &error), "head.status");
  head = good;
  head.first_year = 10000;
  head.last_year = 10000;
  assert_argument (pe_rulebook_builder_set_head (builder, &head, &error), "head.first_year");
  head = good;
  head.last_year = good.first_year - 1;
  assert_argument (pe_rulebook_builder_set_head (builder, &head, &error), "head.last_year");
  head.last_year = 10000;
  assert_argument (pe_rulebook_builder_set_head (builder, &head, &error), "head.last_year");
  head = good;
  head.full_marks = malformed;
  assert_argument (pe_rulebook_builder_set_head (builder, &head, &error), "head.full_marks");
  head = good;
  head.kind = PE_KIND_POLICY;
  head.status = PE_RULEBOOK_SAMPLE;
  head.first_year = 1900;
  head.last_year = 9999;
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  pe_rulebook_builder_free (builder);
}

static void
test_bonus (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();
  pe_bonus             good, bonus;

  (void) state;
  pe_bonus_init (&good, sizeof good);
  good.limit = decimal ("5");
  good.ceiling = decimal ("100");
  assert_argument (pe_rulebook_builder_set_bonus (NULL, &good, &error), "self");
  bonus = good;
  bonus.reserved = 1;
  assert_argument (pe_rulebook_builder_set_bonus (builder, &bonus, &error), "bonus.reserved");
  bonus = good;
  bonus.limit = malformed;
  assert_argument (pe_rulebook_builder_set_bonus (builder, &bonus, &error), "bonus.limit");
  bonus.limit = decimal ("0");
  assert_argument (pe_rulebook_builder_set_bonus (builder, &bonus, &error), "bonus.limit");
  bonus = good;
  bonus.ceiling = malformed;
  assert_argument (pe_rulebook_builder_set_bonus (builder, &bonus, &error), "bonus.ceiling");
  bonus.ceiling = decimal ("0");
  assert_argument (pe_rulebook_builder_set_bonus (builder, &bonus, &error), "bonus.ceiling");
  assert_ok (pe_rulebook_builder_set_bonus (builder, &good, NULL));
  assert_ok (pe_rulebook_builder_set_bonus (builder, NULL, NULL));
  pe_rulebook_builder_free (builder);
}

static void
test_rounding (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();
  pe_rounding_contract contract = make_contract ();

  (void) state;
  assert_error (pe_rulebook_builder_set_rounding (NULL, &contract, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_set_rounding (builder, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  contract.rank_on = 0;
  assert_error (pe_rulebook_builder_set_rounding (builder, &contract, &error), PE_ERROR_INVALID_ARGUMENT);
  contract = make_contract ();
  contract.leaf_places = 19;
  assert_error (pe_rulebook_builder_set_rounding (builder, &contract, &error), PE_ERROR_INVALID_ARGUMENT);
  contract = make_contract ();
  contract.total_rounding = 8;
  assert_error (pe_rulebook_builder_set_rounding (builder, &contract, &error), PE_ERROR_INVALID_ARGUMENT);
  contract = make_contract ();
  contract.rate_rounding = PE_ROUND_DOWN;
  contract.rate_places = -1;
  assert_error (pe_rulebook_builder_set_rounding (builder, &contract, &error), PE_ERROR_INVALID_ARGUMENT);
  contract = make_contract ();
  assert_ok (pe_rulebook_builder_set_rounding (builder, &contract, NULL));
  pe_rulebook_builder_free (builder);
}

static void
test_policy (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();

  (void) state;
  assert_error (pe_rulebook_builder_set_policy (NULL, PE_STATE_TEXT, PE_POLICY_ZERO, &error),
                PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_set_policy (builder, PE_STATE_VALUE, PE_POLICY_ZERO, &error),
                PE_ERROR_INVALID_ARGUMENT);
  assert_argument (pe_rulebook_builder_set_policy (builder, PE_STATE_MISSING - 1, PE_POLICY_ZERO, &error), "state");
  assert_argument (pe_rulebook_builder_set_policy (builder, PE_STATE_INVALID + 1, PE_POLICY_ZERO, &error), "state");
  assert_argument (pe_rulebook_builder_set_policy (builder, PE_STATE_TEXT, 0, &error), "policy");
  assert_argument (pe_rulebook_builder_set_policy (builder, PE_STATE_TEXT, PE_POLICY_DROP + 1, &error), "policy");
  assert_ok (pe_rulebook_builder_set_policy (builder, PE_STATE_INVALID, PE_POLICY_ERROR, NULL));
  assert_ok (pe_rulebook_builder_set_policy (builder, PE_STATE_TEXT, PE_POLICY_ZERO, NULL));
  pe_rulebook_builder_free (builder);
}

static void
test_tables (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();
  pe_source            source;
  pe_assumption        assumption;
  pe_grade             grade;

  (void) state;
  pe_source_init (&source, sizeof source);
  pe_assumption_init (&assumption, sizeof assumption);
  pe_grade_init (&grade, sizeof grade);
  assert_error (pe_rulebook_builder_add_sources (NULL, &source, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_add_sources (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_add_sources (builder, &source, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  source.id = "report";
  source.title = "";
  assert_error (pe_rulebook_builder_add_sources (builder, &source, 1, &error), PE_ERROR_TEXT_EMPTY);
  source.title = "报告";
  source.reserved = 1;
  assert_error (pe_rulebook_builder_add_sources (builder, &source, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  source.reserved = 0;
  assert_ok (pe_rulebook_builder_add_sources (builder, &source, 1, NULL));
  assert_error (pe_rulebook_builder_add_assumptions (NULL, &assumption, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assumption.id = "grades";
  assert_error (pe_rulebook_builder_add_assumptions (builder, &assumption, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assumption.text_zh = "假定";
  assert_ok (pe_rulebook_builder_add_assumptions (builder, &assumption, 1, NULL));
  assert_error (pe_rulebook_builder_add_grades (NULL, &grade, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  grade.id = "a";
  grade.name_zh = "优";
  grade.from.scale = -1;
  assert_error (pe_rulebook_builder_add_grades (builder, &grade, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_ok (pe_rulebook_builder_add_grades (builder, NULL, 0, NULL));
  pe_rulebook_builder_free (builder);
}

static void
test_indicators (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();
  pe_indicator         indicators[2];

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_indicator_init (&indicators[i], sizeof indicators[i]);
      indicators[i].code = "1";
      indicators[i].name_zh = "指标";
      indicators[i].full_marks = decimal ("1");
    }
  assert_error (pe_rulebook_builder_add_indicators (NULL, indicators, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_add_indicators (builder, NULL, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  indicators[1].full_marks = decimal ("0");
  assert_argument (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), "full_marks");
  indicators[1].full_marks = malformed;
  assert_argument (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), "full_marks");
  indicators[1].full_marks = decimal ("1");
  indicators[1].declared = 4;
  assert_argument (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), "declared");
  indicators[1].declared = -1;
  assert_argument (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), "declared");
  indicators[1].declared = 0;
  indicators[1].status = -1;
  assert_argument (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), "status");
  indicators[1].status = PE_RULEBOOK_SAMPLE + 1;
  assert_argument (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), "status");
  indicators[1].status = 0;
  /* More than evaluations can number; nothing of them is read. */
  assert_error (pe_rulebook_builder_add_indicators (builder, indicators, (size_t) G_MAXINT32 + 1, &error),
                PE_ERROR_NO_MEMORY);
  assert_argument (pe_rulebook_builder_add_indicators (NULL, indicators, (size_t) G_MAXINT32 + 1, &error), "self");
  indicators[1].code = "1 1";
  assert_error (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), PE_ERROR_CODE_SYNTAX);
  indicators[1].code = "2";
  indicators[1].reason_en = "\xff";
  assert_error (pe_rulebook_builder_add_indicators (builder, indicators, 2, &error), PE_ERROR_INVALID_UTF8);
  pe_rulebook_builder_free (builder);
}

static void
test_build (void **state)
{
  pe_rulebook_builder *builder = begin_empty ();
  pe_rulebook         *rulebook = NULL;
  pe_rulebook_head     head = make_head ("100");
  pe_findings         *findings = NULL;

  (void) state;
  assert_error (pe_rulebook_builder_new (NULL, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_build (NULL, builder, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_build (&rulebook, NULL, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_build (&rulebook, builder, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  assert_error (pe_rulebook_builder_build (&rulebook, builder, &findings, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_get_size (findings), 1);
  assert_null (rulebook);
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);
}

static void
test_from (void **state)
{
  const node nodes[]
      = { { 0, "1", "60", NULL }, { 1, "1.1", "60", make_attested () }, { 0, "2", "40", make_attested () } };
  pe_rulebook         *rulebook = build_rulebook (begin_rulebook ("100", nodes, 3)), *copy = NULL;
  pe_rulebook_builder *builder = NULL;
  pe_rulebook_head     head = make_head ("100");

  (void) state;
  assert_ok (pe_rulebook_builder_new (&builder, rulebook, NULL));
  assert_ok (pe_rulebook_builder_build (&copy, builder, NULL, NULL));
  assert_int_equal (pe_rulebook_is_equal (rulebook, copy), 1);
  pe_rulebook_unref (copy);
  head.edition = "2";
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  copy = build_rulebook (builder);
  assert_int_equal (pe_rulebook_is_equal (rulebook, copy), 0);
  pe_rulebook_unref (copy);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_example), cmocka_unit_test (test_head),   cmocka_unit_test (test_rounding),
    cmocka_unit_test (test_policy),  cmocka_unit_test (test_tables), cmocka_unit_test (test_indicators),
    cmocka_unit_test (test_build),   cmocka_unit_test (test_from),   cmocka_unit_test (test_head_bounds),
    cmocka_unit_test (test_bonus),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
