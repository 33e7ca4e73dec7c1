/* test-explain.c - how a node came to its score, in both languages
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#include <perfeval/dossier_tables.h>

#include "model/dossier-private.h"

/* 1.1, the execution rate of 10 marks; 1.2, declared, of 10 marks. */
static pe_evaluation *
new_evaluation (void)
{
  scheme            rules;
  material          facts;
  pe_indicator      indicator;
  pe_declared_score declared;

  scheme_init (&rules, "20");
  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = "1.1";
  indicator.name_zh = "部门预算资金支出率";
  indicator.name_en = "Budget execution rate";
  indicator.standard_zh = "得分＝支出率×满分。";
  indicator.standard_en = "Score = rate × full marks.";
  indicator.reason_zh = "支出率为{rate}，扣{deduction}分。";
  indicator.reason_en = "The execution rate is {rate}: {deduction} points lost.";
  indicator.full_marks = number ("10");
  indicator.rule = new_ratio ("budget.execution_rate", PE_POLICY_ERROR);
  WELL (pe_rulebook_builder_add_indicators (rules.builder, &indicator, 1, &error));
  pe_rule_unref (indicator.rule);
  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = "1.2";
  indicator.name_zh = "预决算公开合规性";
  indicator.intended = "per_violation";
  indicator.declared = PE_DECLARED_ONLY;
  indicator.full_marks = number ("10");
  indicator.rule = new_attested ();
  WELL (pe_rulebook_builder_add_indicators (rules.builder, &indicator, 1, &error));
  pe_rule_unref (indicator.rule);
  material_init (&facts);
  material_set_budget (&facts, "2155.61万元", "2149.56万元");
  pe_declared_score_init (&declared, sizeof declared);
  declared.scorer = PE_SCORER_SELF;
  declared.indicator = "1.2";
  declared.score = number ("8.5");
  declared.evidence = "公开网页截图";
  declared.reason = "迟公开3天";
  WELL (pe_dossier_builder_add_declared_scores (facts.builder, &declared, 1, &error));
  return evaluate (scheme_build (&rules), material_build (&facts));
}

static void
check_explanation (const pe_evaluation *self, size_t node, pe_language language, const char *expected)
{
  pe_text *text = NULL;

  WELL (pe_evaluation_explain (&text, self, node, language, &error));
  check_text (text, expected);
}

static void
test_computed (void **state)
{
  pe_evaluation *self = new_evaluation ();

  (void) state;
  check_explanation (
      self, 1, PE_LANGUAGE_ZH,
      "1.1 部门预算资金支出率（满分 10 分）\n"
      "评分标准：得分＝支出率×满分。\n"
      "数据：全年执行数 = 2149.56 万元（/budget/lines/0/executed）\n"
      "数据：全年预算数 = 2155.61 万元（/budget/lines/0/adjusted）\n"
      "计算：10 × min(1, 2149.56 / 2155.61) = 9.9719336…\n"
      "比率：99.72%\n"
      "精确值：2149560/215561 = 9.9719336…\n"
      "取舍：四舍五入保留 2 位小数 → 9.97\n"
      "得分：9.97 分，扣 0.03 分\n"
      "原因：支出率为99.72%，扣0.03分。\n");
  check_explanation (
      self, 1, PE_LANGUAGE_EN,
      "1.1 Budget execution rate (full marks 10)\n"
      "Rule: Score = rate × full marks.\n"
      "Figure: executed = 2149.56 万元 (/budget/lines/0/executed)\n"
      "Figure: adjusted budget = 2155.61 万元 (/budget/lines/0/adjusted)\n"
      "Calculation: 10 × min(1, 2149.56 / 2155.61) = 9.9719336…\n"
      "Rate: 99.72%\n"
      "Exact value: 2149560/215561 = 9.9719336…\n"
      "Rounding: rounded half up to 2 places → 9.97\n"
      "Score: 9.97 points, lost: 0.03 points\n"
      "Reason: The execution rate is 99.72%: 0.03 points lost.\n");
  pe_evaluation_unref (self);
}

static void
test_declared (void **state)
{
  pe_evaluation *self = new_evaluation ();
  pe_text       *text = NULL;

  (void) state;
  WELL (pe_evaluation_explain (&text, self, 2, PE_LANGUAGE_ZH, &error));
  check_part (pe_text_ref (text), "本项由人评分，未经计算。评分人：自评\n");
  check_part (pe_text_ref (text), "佐证材料：公开网页截图\n");
  check_part (pe_text_ref (text), "规则原意的计分方式（推测）：");
  check_part (pe_text_ref (text), "计算：填报得分 8.5\n");
  check_part (text, "原因：预决算公开合规性：满分 10 分，得 8.5 分，扣 1.5 分。说明：迟公开3天\n");
  WELL (pe_evaluation_explain (&text, self, 2, PE_LANGUAGE_EN, &error));
  check_part (pe_text_ref (text), "Scored by a person, not computed. Scorer: self\n");
  check_part (text, "Calculation: declared score 8.5\n");
  WELL (pe_evaluation_print_rate (&text, self, 2, &error));
  check_text (text, "");
  pe_evaluation_unref (self);
}

/* 9.97 + 8.5 = 18.47 */
static void
test_total (void **state)
{
  pe_evaluation *self = new_evaluation ();

  (void) state;
  check_explanation (self, 0, PE_LANGUAGE_ZH,
                     "总分（满分 20 分）\n"
                     "计算：9.97 + 8.5 = 18.47\n"
                     "精确值：18.47\n"
                     "取舍：四舍五入保留 2 位小数 → 18.47\n"
                     "得分：18.47 分，扣 1.53 分\n");
  pe_evaluation_unref (self);
}

/* A dossier that came from bytes: the file, line and column of each figure; and a target that the rulebook fixes. */
static void
test_places (void **state)
{
  pe_rule_builder  *builder = NULL;
  pe_rule          *rule = NULL;
  pe_place_map     *places = pe_place_map_new ("dossier.json");
  pe_place          place = PE_PLACE_WHAT ("/facts/1.1/actual");
  const pe_figure   target = figure ("80%");
  scheme            rules;
  material          facts;
  pe_dossier       *dossier;
  pe_evaluation    *self;
  pe_text          *text = NULL;
  pe_findings      *findings;
  const pe_finding *finding;
  pe_rulebook      *rulebook;

  (void) state;
  WELL (pe_rule_builder_new (&builder, "capped_ratio", 1, &error));
  WELL (pe_rule_builder_bind_fact (builder, "actual", "actual", &error));
  WELL (pe_rule_builder_bind_figure (builder, "target", &target, &error));
  WELL (pe_rule_builder_build (&rule, builder, NULL, &error));
  pe_rule_builder_free (builder);
  scheme_init (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", rule, PE_DECLARED_NEVER, NULL);
  rulebook = scheme_build (&rules);
  place.line = 12;
  place.column = 5;
  assert_int_equal (pe_place_map_add (places, &place), PE_OK);
  assert_int_equal (pe_place_map_seal (places), PE_OK);
  material_init (&facts);
  material_add_fact (&facts, "1.1", "actual", "60%");
  pe_dossier_builder_take_places (facts.builder, places);
  dossier = material_build (&facts);
  self = evaluate (pe_rulebook_ref (rulebook), dossier);
  check_points (self, "", PE_POINTS_SCORE, "7.5"); /* 10 × 60 / 80 */
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_part (pe_text_ref (text), "（/facts/1.1/actual，dossier.json:12:5）\n");
  check_part (text, "目标值 = 80%（评分规则规定）\n");
  pe_evaluation_unref (self);

  places = pe_place_map_new ("dossier.json");
  assert_int_equal (pe_place_map_add (places, &place), PE_OK);
  assert_int_equal (pe_place_map_seal (places), PE_OK);
  material_init (&facts);
  material_add_fact (&facts, "1.1", "actual", "完成");
  pe_dossier_builder_take_places (facts.builder, places);
  findings = refuse (rulebook, material_build (&facts), PE_ERROR_FIGURE_TEXT);
  finding = find_finding (findings, PE_ERROR_FIGURE_TEXT);
  assert_string_equal (pe_place_get_file (pe_finding_get_place (finding, 0)), "dossier.json");
  assert_int_equal (pe_place_get_line (pe_finding_get_place (finding, 0)), 12);
  assert_string_equal (get_parameter (finding, "found"), "完成");
  assert_string_equal (get_parameter (finding, "name_zh"), "actual"); /* the fact's own name, as it is filled in */
  pe_findings_unref (findings);
}

/* A file that is known, without a line and without a cell, is no place to go to. */
static void
test_file_alone (void **state)
{
  pe_place_map  *places = pe_place_map_new ("dossier.json");
  pe_place       place = PE_PLACE_WHAT ("/facts/1.1/actual");
  scheme         rules;
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  assert_int_equal (pe_place_map_add (places, &place), PE_OK);
  assert_int_equal (pe_place_map_seal (places), PE_OK);
  material_init (&facts);
  material_add_fact (&facts, "1.1", "actual", "2");
  material_add_fact (&facts, "1.1", "target", "4");
  pe_dossier_builder_take_places (facts.builder, places);
  self = evaluate (scheme_build (&rules), material_build (&facts));
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_part (text, "Figure: actual = 2 (/facts/1.1/actual)\n");
  pe_evaluation_unref (self);
}

/* Figures of a row have the row's own word for their unit, what the rule fixes has the unit's. */
static void
test_words_of_rows (void **state)
{
  pe_rulebook   *rules = rules_of (RULES (
      TWO_PLACES,
      LEAF ("A", "100",
              "\"rule\": {\"shape\": \"slot/1\", \"depth\": \"1\", \"marks\": \"equal\", \"score\": \"rows\", "
                "\"empty\": \"error\", \"rules\": {\">=\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": "
                "\"actual\"}, \"target\": \"10个\"}}}")));
  pe_evaluation *self = unit_of (rules, "甲",
                                 "\"rows\": {\"A\": [{\"name\": \"培训\", \"nature\": \"quantitative\", \"sign\": "
                                 "\">=\", \"unit\": \"人\", \"target\": \"8\", \"actual\": \"5\"}]}");
  pe_text       *text = NULL;

  (void) state;
  WELL (pe_evaluation_explain (&text, self, 2, PE_LANGUAGE_ZH, &error));
  check_part (pe_text_ref (text), " = 5 人（/rows/A/0/actual");
  check_part (text, " = 10 个（评分规则规定）\n");
  pe_evaluation_unref (self);
  pe_rulebook_unref (rules);
}

static void
test_bounds (void **state)
{
  pe_evaluation *self = new_evaluation ();
  pe_text       *text = NULL;

  (void) state;
  assert_int_equal (pe_evaluation_explain (&text, self, 3, PE_LANGUAGE_ZH, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_explain (&text, NULL, 0, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_explain (NULL, self, 0, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_print_formula (&text, self, 3, PE_LANGUAGE_ZH, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_print_formula (NULL, self, 0, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_print_rate (&text, self, 3, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_print_rate (&text, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  pe_evaluation_unref (self);
}

/* A rate held against itself has four figures: the third is what was executed, as the first is. */
static void
test_same_rate_twice (void **state)
{
  scheme           rules;
  material         facts;
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_evaluation   *self;
  pe_text         *text = NULL;

  (void) state;
  WELL (pe_rule_builder_new (&builder, "capped_ratio", 1, &error));
  WELL (pe_rule_builder_bind_measure (builder, "actual", "budget.execution_rate", &error));
  WELL (pe_rule_builder_bind_measure (builder, "target", "budget.execution_rate", &error));
  WELL (pe_rule_builder_build (&rule, builder, NULL, &error));
  pe_rule_builder_free (builder);
  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1", "10", rule, PE_DECLARED_NEVER, NULL);
  material_init (&facts);
  material_set_budget (&facts, "10万元", "9万元");
  self = evaluate (scheme_build (&rules), material_build (&facts));
  check_points (self, "1", PE_POINTS_SCORE, "10");
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_part (text, "Figure: executed = 9 万元 (/budget/lines/0/executed)\n"
                    "Figure: adjusted budget = 10 万元 (/budget/lines/0/adjusted)\n"
                    "Figure: executed = 9 万元 (/budget/lines/0/executed)\n"
                    "Figure: adjusted budget = 10 万元 (/budget/lines/0/adjusted)\n");
  pe_evaluation_unref (self);
}

/* A figure that was read from a table stands in a cell of it. */
static void
test_cells (void **state)
{
  material       facts;
  scheme         rules;
  pe_dossier    *dossier, *read = NULL;
  pe_tables     *tables = NULL;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  material_init (&facts);
  material_add_fact (&facts, "1.1", "actual", "2");
  material_add_fact (&facts, "1.1", "target", "4");
  dossier = material_build (&facts);
  WELL (pe_tables_from_dossier (&tables, dossier, NULL, &error));
  WELL (pe_dossier_from_tables (&read, tables, NULL, NULL, &error));
  pe_tables_unref (tables);
  pe_dossier_unref (dossier);
  self = evaluate (scheme_build (&rules), read);
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_EN, &error));
  /* The second row of the table of facts is the first of them; their columns are indicator, name, value. */
  check_part (text, "Figure: actual = 2 (/facts/1.1/actual, ");
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_part (pe_text_ref (text), "!C2）");
  check_part (text, "!C3）");
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_computed),        cmocka_unit_test (test_declared),   cmocka_unit_test (test_total),
    cmocka_unit_test (test_places),          cmocka_unit_test (test_bounds),     cmocka_unit_test (test_cells),
    cmocka_unit_test (test_same_rate_twice), cmocka_unit_test (test_file_alone), cmocka_unit_test (test_words_of_rows),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
