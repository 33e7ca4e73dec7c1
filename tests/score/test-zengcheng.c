/* test-zengcheng.c - the published result of the Zengcheng bureau for 2023, by the typed API
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <string.h>

/* The report prints 49.97, 49.72 and 99.69, and names two deductions: 0.03 for the execution rate and 0.28 for the
 * purchases from small firms. By hand, multiplied before divided, rounded half up to 2 places:
 *   execution  10 × 2149.56 / 2155.61 = 2149560/215561 = 9.9719336… → 9.97, lost 0.03
 *   purchases   1 × 187.61 / 258.83   = 18761/25883    = 0.7248387… → 0.72, lost 0.28
 *   targets    five rows, each met: min (1, 160/110), 4/4, 3/1, 156/100, 10/5 are all 1 → 20
 *   50 − 0.03 = 49.97, 50 − 0.28 = 49.72, 49.97 + 49.72 = 99.69
 * The rates: 99.7193…% and 72.4839…%. */

#define SME_MEASURE "procurement.sme_reserve_achievement"

static void
add_attested (scheme *self, uint32_t parent, const char *code, const char *full_marks)
{
  scheme_add_leaf (self, parent, code, full_marks, new_attested (), PE_DECLARED_ONLY, NULL);
}

static void
add_management (scheme *self)
{
  static const struct
  {
    const char *group;
    const char *marks;
    const char *leaves[7]; /* their marks */
  } groups[] = {
    { "2.1", "2", { "2" } },
    { "2.2", "7", { "3", "4" } },
    { "2.3", "3", { "2", "1" } },
    { "2.4", "15", { "5", "10" } },
    { "2.5", "10", { "2", "1", "2", "3", "1" } },
    { "2.6", "10", { "2", "1", "1", "2", "2", "2" } },
    { "2.7", "3", { "2", "1" } },
  };
  uint32_t top = scheme_add_group (self, 0, "2", "50");

  for (size_t i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      uint32_t group = scheme_add_group (self, top, groups[i].group, groups[i].marks);
      char     code[] = "2.0.0";

      memcpy (code, groups[i].group, 3);
      for (size_t k = 0; groups[i].leaves[k] != NULL; k++)
        {
          code[4] = (char) ('1' + k);
          add_attested (self, group, code, groups[i].leaves[k]);
        }
      if (strcmp (groups[i].group, "2.5") == 0)
        scheme_add_leaf (self, group, "2.5.6", "1", new_ratio (SME_MEASURE, PE_POLICY_ERROR), PE_DECLARED_NEVER,
                         "面向中小企业采购占预留金额的{rate}，扣{deduction}分。");
    }
}

static pe_rulebook *
new_rulebook (void)
{
  scheme   self;
  uint32_t group;

  scheme_init (&self, "100");
  self.head.status = PE_RULEBOOK_RECONSTRUCTED;
  group = scheme_add_group (&self, 0, "1", "50");
  group = scheme_add_group (&self, group, "1.1", "50");
  scheme_add_leaf (&self, group, "1.1.1", "20", new_slot ("equal", "mean", "1", "error", PE_POLICY_ERROR),
                   PE_DECLARED_NEVER, NULL);
  add_attested (&self, group, "1.1.2", "20");
  scheme_add_leaf (&self, group, "1.1.3", "10", new_ratio ("budget.execution_rate", PE_POLICY_ERROR), PE_DECLARED_NEVER,
                   "预算资金支出率为{rate}，未达到100%，扣{deduction}分。");
  add_management (&self);
  scheme_add_grade (&self, "excellent", "优", "90");
  scheme_add_grade (&self, "good", "良", "80");
  scheme_add_grade (&self, "poor", "差", "0");
  return scheme_build (&self);
}

static void
add_line (pe_budget_builder *builder, uint32_t parent, pe_budget_category category, int32_t complete, const char *name,
          const char *adjusted, const char *executed)
{
  pe_budget_line line;

  pe_budget_line_init (&line, sizeof line);
  line.parent = parent;
  line.category = category;
  line.complete = complete;
  line.name = name;
  line.adjusted = figure (adjusted);
  line.executed = figure (executed);
  WELL (pe_budget_builder_add_many (builder, &line, 1, &error));
}

static void
set_budget (material *self)
{
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;

  WELL (pe_budget_builder_new (&builder, NULL, &error));
  add_line (builder, 0, PE_BUDGET_TOTAL, 1, "全年预算", "2155.61万元", "2149.56万元");
  add_line (builder, 1, PE_BUDGET_BASIC, 0, "基本支出", "1555.88万元", "1549.83万元");
  add_line (builder, 1, PE_BUDGET_PROJECT, 0, "项目支出", "599.73万元", "599.73万元");
  add_line (builder, 3, 0, 0, "项目一", "248.55万元", "248.55万元");
  add_line (builder, 3, 0, 0, "项目二", "99.80万元", "99.80万元");
  WELL (pe_budget_builder_build (&budget, builder, NULL, &error));
  WELL (pe_dossier_builder_set_budget (self->builder, budget, &error));
  pe_budget_unref (budget);
  pe_budget_builder_free (builder);
}

static void
set_procurement (material *self)
{
  pe_procurement_builder *builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_procurement_summary  summary;

  pe_procurement_summary_init (&summary, sizeof summary);
  summary.reserved_for_sme = figure ("258.83万元");
  summary.sme_contracts = figure ("187.61万元");
  WELL (pe_procurement_builder_new (&builder, NULL, &error));
  WELL (pe_procurement_builder_set_summary (builder, &summary, &error));
  WELL (pe_procurement_builder_build (&procurement, builder, NULL, &error));
  WELL (pe_dossier_builder_set_procurement (self->builder, procurement, &error));
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (builder);
}

static void
declare_full_marks (material *self, const pe_rulebook *rulebook)
{
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook); i++)
    {
      pe_indicator indicator;
      char         score[PE_DECIMAL_PRINT_SIZE];

      pe_indicator_init (&indicator, sizeof indicator);
      WELL (pe_rulebook_get_indicator (&indicator, rulebook, i, &error));
      if (indicator.declared != PE_DECLARED_ONLY)
        continue;
      WELL (pe_decimal_print (score, sizeof score, &indicator.full_marks, &error));
      material_declare (self, indicator.code, score, NULL);
    }
}

static pe_dossier *
new_dossier (const pe_rulebook *rulebook)
{
  static const struct
  {
    const char *name;
    const char *target;
    const char *actual;
  } rows[] = {
    { "引进产业项目", "110个", "160个" }, { "二", "4个", "4个" },  { "三", "1个", "3个" },
    { "四", "100个", "156个" },           { "五", "5个", "10个" },
  };
  material self;

  material_init (&self);
  self.head.unit_name = "增城经济技术开发区投资促进局";
  set_budget (&self);
  set_procurement (&self);
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    material_add_row (&self, "1.1.1", 0, rows[i].name, "", rows[i].target, rows[i].actual);
  declare_full_marks (&self, rulebook);
  return material_build (&self);
}

static pe_evaluation *
new_evaluation (void)
{
  pe_rulebook *rulebook = new_rulebook ();

  return evaluate (rulebook, new_dossier (rulebook));
}

static void
test_points (void **state)
{
  pe_evaluation *self = new_evaluation ();
  pe_grade       grade;

  (void) state;
  check_points (self, "1.1.1", PE_POINTS_SCORE, "20");
  check_points (self, "1.1.3", PE_POINTS_UNROUNDED, "2149560/215561");
  check_points (self, "1.1.3", PE_POINTS_SCORE, "9.97");
  check_points (self, "1.1.3", PE_POINTS_LOST, "0.03");
  check_points (self, "2.5.6", PE_POINTS_UNROUNDED, "18761/25883");
  check_points (self, "2.5.6", PE_POINTS_SCORE, "0.72");
  check_points (self, "2.5", PE_POINTS_SCORE, "9.72");
  check_points (self, "1", PE_POINTS_SCORE, "49.97");
  check_points (self, "2", PE_POINTS_SCORE, "49.72");
  check_points (self, "", PE_POINTS_SCORE, "99.69");
  check_points (self, "", PE_POINTS_LOST, "0.31");
  pe_grade_init (&grade, sizeof grade);
  WELL (pe_rulebook_get_grade (
      &grade, pe_evaluation_get_rulebook (self), (size_t) pe_evaluation_get_grade (self), &error));
  assert_string_equal (grade.name_zh, "优");
  pe_evaluation_unref (self);
}

static void
test_two_deductions (void **state)
{
  pe_evaluation   *self = new_evaluation ();
  const pe_ledger *ledger = pe_evaluation_get_ledger (self);
  pe_text         *text = NULL;

  (void) state;
  assert_int_equal (pe_ledger_get_size (ledger), 2);
  check_entry (self, 0, "1.1.3", PE_ENTRY_LEAF, "-0.03");
  check_entry (self, 1, "2.5.6", PE_ENTRY_LEAF, "-0.28");
  WELL (pe_ledger_print_reason (&text, ledger, 0, PE_LANGUAGE_ZH, &error));
  check_text (text, "预算资金支出率为99.72%，未达到100%，扣0.03分。");
  WELL (pe_ledger_print_reason (&text, ledger, 1, PE_LANGUAGE_ZH, &error));
  check_text (text, "面向中小企业采购占预留金额的72.48%，扣0.28分。");
  pe_evaluation_unref (self);
}

static void
test_formulas (void **state)
{
  pe_evaluation *self = new_evaluation ();
  pe_text       *text = NULL;

  (void) state;
  WELL (pe_evaluation_print_formula (&text, self, find_node (self, "1.1.3"), PE_LANGUAGE_ZH, &error));
  check_text (text, "10 × min(1, 2149.56 / 2155.61) = 9.9719336…");
  WELL (pe_evaluation_print_formula (&text, self, find_node (self, "1.1.1"), PE_LANGUAGE_ZH, &error));
  check_text (text, "20 × (1 + 1 + 1 + 1 + 1) / 5 = 20");
  WELL (pe_evaluation_print_formula (&text, self, 0, PE_LANGUAGE_ZH, &error));
  check_text (text, "49.97 + 49.72 = 99.69");
  WELL (pe_evaluation_print_formula (&text, self, find_node (self, "1.1.2"), PE_LANGUAGE_ZH, &error));
  check_text (text, "填报得分 20");
  WELL (pe_evaluation_print_rate (&text, self, find_node (self, "2.5.6"), &error));
  check_text (text, "72.48%");
  pe_evaluation_unref (self);
}

static void
test_inputs (void **state)
{
  pe_evaluation *self = new_evaluation ();
  size_t         node = find_node (self, "1.1.3");
  pe_input       input;

  (void) state;
  pe_input_init (&input, sizeof input);
  assert_int_equal (pe_evaluation_get_n_inputs (self, node), 2);
  WELL (pe_evaluation_get_input (&input, self, node, 0, &error));
  assert_string_equal (input.measure, "budget.execution_rate");
  assert_string_equal (input.path, "/budget/lines/0/executed");
  assert_int_equal (input.figure.value.coefficient, 214956);
  assert_int_equal (input.figure.unit, PE_UNIT_WAN_YUAN);
  node = find_node (self, "1.1.1");
  assert_int_equal (pe_evaluation_get_n_inputs (self, node), 10);
  WELL (pe_evaluation_get_input (&input, self, node, 0, &error));
  assert_string_equal (input.name, "引进产业项目");
  assert_string_equal (input.path, "/rows/1.1.1/0/actual");
  assert_int_equal (input.figure.value.coefficient, 160);
  pe_evaluation_unref (self);
}

static void
test_findings (void **state)
{
  pe_evaluation     *self = new_evaluation ();
  const pe_findings *findings = pe_evaluation_get_findings (self);
  const pe_finding  *finding = find_finding (findings, PE_NOTE_NOT_ITEMISED);

  (void) state;
  /* 599.73 − (248.55 + 99.80) = 251.38 */
  assert_string_equal (get_parameter (finding, "found"), "251.38");
  assert_string_equal (get_parameter (finding, "unit"), "万元");
  assert_string_equal (get_path (finding), "/budget/lines/0/lines/1/adjusted");
  assert_int_equal (count_findings (findings, PE_NOTE_NOT_ITEMISED), 1);
  assert_int_equal (count_findings (findings, PE_WARNING_RULEBOOK_STATUS), 1);
  /* 21 leaves of the 24 are declared: all but the slot, the execution rate and the small firms. */
  assert_int_equal (count_findings (findings, PE_NOTE_DECLARED), 21);
  assert_null (find_finding (findings, PE_WARNING_ABOVE_BUDGET));
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 0);
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points), cmocka_unit_test (test_two_deductions), cmocka_unit_test (test_formulas),
    cmocka_unit_test (test_inputs), cmocka_unit_test (test_findings),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
