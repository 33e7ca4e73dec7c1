/* test-check.c - what is noticed about a dossier as a whole
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

/* G holds 1.1, declared, and 1.2, a ratio of facts. */
static pe_rulebook *
new_rulebook (pe_rulebook_status status)
{
  scheme   rules;
  uint32_t group;

  scheme_init (&rules, "20");
  rules.head.status = status;
  group = scheme_add_group (&rules, 0, "G", "20");
  scheme_add_leaf (&rules, group, "1.1", "10", new_attested (), PE_DECLARED_ONLY, NULL);
  scheme_add_leaf (&rules, group, "1.2", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  return scheme_build (&rules);
}

static void
material_begin (material *self)
{
  material_init (self);
  material_declare (self, "1.1", "10", NULL);
  material_add_fact (self, "1.2", "actual", "1");
  material_add_fact (self, "1.2", "target", "1");
}

static void
test_nothing_to_say (void **state)
{
  material       facts;
  pe_evaluation *self;

  (void) state;
  material_begin (&facts);
  self = evaluate (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts));
  assert_int_equal (pe_findings_get_size (pe_evaluation_get_findings (self)), 1); /* the declared score's note */
  pe_evaluation_unref (self);
}

static void
test_status (void **state)
{
  material          facts;
  pe_evaluation    *self;
  const pe_finding *finding;

  (void) state;
  material_begin (&facts);
  self = evaluate (new_rulebook (PE_RULEBOOK_SAMPLE), material_build (&facts));
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_WARNING_RULEBOOK_STATUS), 1);
  finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_RULEBOOK_STATUS);
  assert_string_equal (get_parameter (finding, "found"), "sample");
  assert_string_equal (get_parameter (finding, "name_zh"), "评分规则");
  /* It is about the rulebook, so it stands nowhere in the dossier. */
  assert_string_equal (get_path (finding), "");
  assert_null (pe_place_get_file (pe_finding_get_place (finding, 0)));
  assert_int_equal (pe_place_get_line (pe_finding_get_place (finding, 0)), 0);
  pe_evaluation_unref (self);
}

static void
test_unused (void **state)
{
  material           facts;
  pe_evaluation     *self;
  const pe_findings *findings;

  (void) state;
  material_begin (&facts);
  material_declare (&facts, "G", "3", "x");
  material_declare (&facts, "9.9", "3", "x");
  material_add_fact (&facts, "1.1", "late", "1");
  material_add_fact (&facts, "1.2", "other", "1");
  material_add_fact (&facts, "G", "late", "1");
  material_add_fact (&facts, "9.9", "late", "1");
  material_add_row (&facts, "9.9", 0, "a", "", "1", "1");
  material_add_row (&facts, "9.9", 0, "b", "", "1", "1");
  self = evaluate (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts));
  findings = pe_evaluation_get_findings (self);
  assert_int_equal (count_findings (findings, PE_WARNING_DECLARED_UNUSED), 2);
  assert_string_equal (get_path (find_finding (findings, PE_WARNING_DECLARED_UNUSED)), "/declared/1");
  assert_int_equal (count_findings (findings, PE_WARNING_FACT_UNUSED), 5);
  assert_string_equal (get_path (find_finding (findings, PE_WARNING_FACT_UNUSED)), "/facts/1.1/late");
  pe_evaluation_unref (self);
}

/* Executed above the budget is named once, also where no rule looks at it. */
static void
test_above_budget (void **state)
{
  material          facts;
  pe_evaluation    *self;
  const pe_finding *finding;

  (void) state;
  material_begin (&facts);
  material_set_budget (&facts, "1000万元", "1025.9万元");
  self = evaluate (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts));
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET), 1);
  finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET);
  assert_string_equal (get_parameter (finding, "rate"), "102.59%");
  assert_string_equal (
      pe_finding_get_message (finding, PE_LANGUAGE_ZH),
      "全年预算：执行数 1025.9 万元超过预算数 1000 万元（102.59%）；执行数应在预算以内，或应填写调整后预算数");
  pe_evaluation_unref (self);

  /* 10500000 of 10000000 yuan, each figure with its own unit. */
  material_begin (&facts);
  material_set_budget (&facts, "1000万元", "10500000元");
  self = evaluate (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts));
  finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET);
  assert_string_equal (get_parameter (finding, "found"), "10500000 元");
  assert_string_equal (get_parameter (finding, "limit"), "1000 万元");
  assert_string_equal (get_parameter (finding, "rate"), "105.00%");
  pe_evaluation_unref (self);

  material_begin (&facts);
  material_set_budget (&facts, "1000万元", "1000万元");
  self = evaluate (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts));
  assert_null (find_finding (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET));
  pe_evaluation_unref (self);
}

/* One year too early, and one too late. */
static void
test_years (void **state)
{
  (void) state;
  for (int32_t year = 2022; year <= 2024; year += 2)
    {
      material          facts;
      pe_findings      *findings;
      const pe_finding *finding;

      material_begin (&facts);
      facts.head.fiscal_year = year;
      findings = refuse (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts), PE_ERROR_FISCAL_YEAR);
      finding = find_finding (findings, PE_ERROR_FISCAL_YEAR);
      assert_string_equal (get_path (finding), "/fiscal_year");
      assert_string_equal (get_parameter (finding, "found"), year == 2022 ? "2022" : "2024");
      assert_string_equal (get_parameter (finding, "expected"), "2023");
      pe_findings_unref (findings);
    }
}

/* A line of a budget; parent: from 1, 0 for a top one. "" for an amount that is not stated. */
static void
add_line (pe_budget_builder *builder, pe_budget_category category, uint32_t parent, const char *adjusted,
          const char *executed)
{
  pe_budget_line line;

  pe_budget_line_init (&line, sizeof line);
  line.category = category;
  line.parent = parent;
  line.name = category == PE_BUDGET_BASIC ? "基本支出" : "项目支出";
  line.adjusted = figure (adjusted);
  line.executed = figure (executed);
  WELL (pe_budget_builder_add_many (builder, &line, 1, &error));
}

static void
set_budget (material *self, pe_budget_builder *builder)
{
  pe_budget *budget = NULL;

  WELL (pe_budget_builder_build (&budget, builder, NULL, &error));
  WELL (pe_dossier_builder_set_budget (self->builder, budget, &error));
  pe_budget_unref (budget);
  pe_budget_builder_free (builder);
}

/* Without a line for the total it is the sum of the others: 10 spent of 9 is named at the lines. What is not stated, or is
 * 0, or does not fit a number, is held against nothing. */
static void
test_totals_that_are_sums (void **state)
{
  static const struct
  {
    const char *adjusted[2], *executed[2];
    size_t      n_above;
  } rows[] = {
    { { "4元", "5元" }, { "4元", "6元" }, 1 },
    { { "4元", "5元" }, { "4元", "5元" }, 0 },
    { { "4元", "5元" }, { "4元", "" }, 0 },
    { { "4元", "" }, { "4元", "6元" }, 0 },
    { { "0元", "0元" }, { "4元", "6元" }, 0 },
    { { "4元", "5元" }, { "9223372036854775807元", "9223372036854775807元" }, 0 },
    { { "9223372036854775807元", "9223372036854775807元" }, { "4元", "5元" }, 0 },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_budget_builder *builder = NULL;
      material           facts;
      pe_evaluation     *self;
      const pe_finding  *finding;

      material_begin (&facts);
      WELL (pe_budget_builder_new (&builder, NULL, &error));
      add_line (builder, PE_BUDGET_BASIC, 0, rows[i].adjusted[0], rows[i].executed[0]);
      add_line (builder, PE_BUDGET_PROJECT, 0, rows[i].adjusted[1], rows[i].executed[1]);
      set_budget (&facts, builder);
      self = evaluate (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts));
      finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET);
      assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET), rows[i].n_above);
      if (rows[i].n_above > 0)
        {
          assert_string_equal (get_path (finding), "/budget/lines");
          assert_string_equal (get_parameter (finding, "found"), "10");
          assert_string_equal (get_parameter (finding, "limit"), "9");
        }
      pe_evaluation_unref (self);
    }
}

/* What is left of a line when those below it are taken from it: 2 of 5; nothing; and a number that no decimal holds. */
static void
test_remainders (void **state)
{
  static const struct
  {
    const char *whole, *part, *found;
  } rows[] = {
    { "5元", "3元", "2" },
    { "5元", "5元", NULL },
    { "9223372036854775807元", "0.000000000000000001元", NULL },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_budget_builder *builder = NULL;
      material           facts;
      pe_evaluation     *self;
      const pe_finding  *finding;

      material_begin (&facts);
      WELL (pe_budget_builder_new (&builder, NULL, &error));
      add_line (builder, PE_BUDGET_PROJECT, 0, rows[i].whole, "");
      add_line (builder, 0, 1, rows[i].part, "");
      set_budget (&facts, builder);
      self = evaluate (new_rulebook (PE_RULEBOOK_OFFICIAL), material_build (&facts));
      finding = find_finding (pe_evaluation_get_findings (self), PE_NOTE_NOT_ITEMISED);
      assert_int_equal (finding != NULL, rows[i].found != NULL);
      if (finding != NULL)
        assert_string_equal (get_parameter (finding, "found"), rows[i].found);
      pe_evaluation_unref (self);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_nothing_to_say), cmocka_unit_test (test_status),
    cmocka_unit_test (test_unused),         cmocka_unit_test (test_above_budget),
    cmocka_unit_test (test_years),          cmocka_unit_test (test_totals_that_are_sums),
    cmocka_unit_test (test_remainders),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
