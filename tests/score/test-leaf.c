/* test-leaf.c - one leaf: computed, declared, decided by a policy
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

static pe_rulebook *
new_rulebook (pe_rule *rule, pe_declared_policy declared)
{
  scheme rules;

  scheme_init (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", rule, declared, NULL);
  return scheme_build (&rules);
}

static void
add_ratio (material *facts, const char *actual, const char *target)
{
  material_add_fact (facts, "1.1", "actual", actual);
  material_add_fact (facts, "1.1", "target", target);
}

/* 10 × 2 / 3 = 6.666… → 6.67; with 6.67 declared there is nothing to say, with 7 there is. */
static void
test_declared_beside_facts (void **state)
{
  material          facts;
  pe_evaluation    *self;
  const pe_finding *finding;

  (void) state;
  material_init (&facts);
  add_ratio (&facts, "2", "3");
  material_declare (&facts, "1.1", "6.67", NULL);
  self = evaluate (new_rulebook (new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER), material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "6.67");
  assert_int_equal (pe_findings_get_size (pe_evaluation_get_findings (self)), 0);
  pe_evaluation_unref (self);

  material_init (&facts);
  add_ratio (&facts, "2", "3");
  material_declare (&facts, "1.1", "7", NULL);
  self = evaluate (new_rulebook (new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER), material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "6.67");
  finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_DECLARED_DIFFERS);
  assert_string_equal (get_parameter (finding, "found"), "7");
  assert_string_equal (get_parameter (finding, "expected"), "6.67");
  assert_string_equal (get_path (finding), "/declared/0/score");
  pe_evaluation_unref (self);
}

static void
test_if_facts_missing (void **state)
{
  material       facts;
  pe_evaluation *self;

  (void) state;
  /* no facts: the declared score counts, and is named */
  material_init (&facts);
  material_declare (&facts, "1.1", "8", "x");
  self = evaluate (new_rulebook (new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_IF_FACTS_MISSING),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "8");
  assert_string_equal (get_parameter (find_finding (pe_evaluation_get_findings (self), PE_NOTE_DECLARED), "found"),
                       "8");
  pe_evaluation_unref (self);

  /* facts: the rule computes 10 × 1 / 2 = 5, and the difference is named */
  material_init (&facts);
  add_ratio (&facts, "1", "2");
  material_declare (&facts, "1.1", "8", "x");
  self = evaluate (new_rulebook (new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_IF_FACTS_MISSING),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "5");
  assert_null (find_finding (pe_evaluation_get_findings (self), PE_NOTE_DECLARED));
  assert_non_null (find_finding (pe_evaluation_get_findings (self), PE_WARNING_DECLARED_DIFFERS));
  pe_evaluation_unref (self);

  /* neither: the figure is missing */
  material_init (&facts);
  pe_findings_unref (refuse (new_rulebook (new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_IF_FACTS_MISSING),
                             material_build (&facts), PE_ERROR_FIGURE_MISSING));
}

/* A declared score with more places than the contract has is rounded like any leaf: 8.005 → 8.01. */
static void
test_declared_is_rounded (void **state)
{
  material        facts;
  pe_evaluation  *self;
  pe_ledger_entry entry;

  (void) state;
  material_init (&facts);
  material_declare (&facts, "1.1", "8.005", "x");
  self = evaluate (new_rulebook (new_attested (), PE_DECLARED_ONLY), material_build (&facts));
  check_points (self, "1.1", PE_POINTS_UNROUNDED, "8.005");
  check_points (self, "1.1", PE_POINTS_SCORE, "8.01");
  pe_ledger_entry_init (&entry, sizeof entry);
  WELL (pe_ledger_get_entry (&entry, pe_evaluation_get_ledger (self), 0, &error));
  assert_int_equal (entry.is_exact, 1);
  assert_int_equal (entry.amount.coefficient, -199);
  assert_int_equal (entry.amount.scale, 2);
  pe_evaluation_unref (self);
}

/* Lost points without a reason: scored, and warned of. */
static pe_evaluation *
evaluate_with_warning (material *facts)
{
  pe_evaluation *self = evaluate (new_rulebook (new_attested (), PE_DECLARED_ONLY), material_build (facts));

  assert_non_null (find_finding (pe_evaluation_get_findings (self), PE_WARNING_REASON_MISSING));
  return self;
}

static void
test_reason_missing (void **state)
{
  material          facts;
  pe_evaluation    *self;
  const pe_finding *finding;

  (void) state;
  material_init (&facts);
  material_declare (&facts, "1.1", "8", NULL);
  self = evaluate_with_warning (&facts);
  finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_REASON_MISSING);
  assert_string_equal (get_parameter (finding, "code"), "1.1");
  assert_string_equal (get_path (finding), "/declared/0");
  pe_evaluation_unref (self);
  material_init (&facts); /* a blank reason is none */
  material_declare (&facts, "1.1", "8", " \t");
  pe_evaluation_unref (evaluate_with_warning (&facts));
  material_init (&facts); /* and so is one of the blanks of Chinese texts */
  material_declare (&facts, "1.1", "8", "　　");
  pe_evaluation_unref (evaluate_with_warning (&facts));
}

/* A score that cannot be is all that is to be said of it. */
static void
test_negative_needs_no_reason (void **state)
{
  material     facts;
  pe_findings *findings;

  (void) state;
  material_init (&facts);
  material_declare (&facts, "1.1", "-0.5", NULL);
  findings
      = refuse (new_rulebook (new_attested (), PE_DECLARED_ONLY), material_build (&facts), PE_ERROR_SCORE_NEGATIVE);
  assert_null (find_finding (findings, PE_WARNING_REASON_MISSING));
  pe_findings_unref (findings);
  /* 0 can be. */
  material_init (&facts);
  material_declare (&facts, "1.1", "0", NULL);
  pe_evaluation_unref (evaluate_with_warning (&facts));
}

/* A fact that was not filled in is called by its name, and asked for as what it is. */
static void
test_missing_fact (void **state)
{
  pe_rule_builder  *builder = NULL;
  pe_rule          *rule = NULL;
  material          facts;
  pe_findings      *findings;
  const pe_finding *finding;

  (void) state;
  WELL (pe_rule_builder_new (&builder, "binary", 1, &error));
  WELL (pe_rule_builder_bind_fact (builder, "value", "exempt", &error));
  WELL (pe_rule_builder_build (&rule, builder, NULL, &error));
  pe_rule_builder_free (builder);
  material_init (&facts);
  findings = refuse (new_rulebook (rule, PE_DECLARED_NEVER), material_build (&facts), PE_ERROR_FIGURE_MISSING);
  finding = find_finding (findings, PE_ERROR_FIGURE_MISSING);
  assert_string_equal (get_path (finding), "/facts/1.1/exempt");
  assert_string_equal (pe_finding_get_message (finding, PE_LANGUAGE_ZH), "指标 1.1：数据“exempt”未填报；应填写是或否");
  assert_string_equal (pe_finding_get_message (finding, PE_LANGUAGE_EN),
                       "indicator 1.1: the figure exempt was not filled in; expected yes or no");
  pe_findings_unref (findings);

  material_init (&facts);
  add_ratio (&facts, "2", "");
  findings = refuse (new_rulebook (new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER), material_build (&facts),
                     PE_ERROR_FIGURE_MISSING);
  assert_string_equal (pe_finding_get_message (find_finding (findings, PE_ERROR_FIGURE_MISSING), PE_LANGUAGE_ZH),
                       "指标 1.1：数据“target”未填报；应填写数字");
  pe_findings_unref (findings);
}

/* The scorer that was asked for counts. */
static void
test_scorer (void **state)
{
  material            facts;
  pe_declared_score   declared;
  pe_evaluate_options options;
  pe_evaluation      *self = NULL;
  pe_rulebook        *rulebook = new_rulebook (new_attested (), PE_DECLARED_ONLY);
  pe_dossier         *dossier;

  (void) state;
  material_init (&facts);
  material_declare (&facts, "1.1", "10", NULL);
  pe_declared_score_init (&declared, sizeof declared);
  declared.scorer = PE_SCORER_FINANCE;
  declared.indicator = "1.1";
  declared.score = number ("6");
  declared.reason = "抽评发现问题";
  WELL (pe_dossier_builder_add_declared_scores (facts.builder, &declared, 1, &error));
  dossier = material_build (&facts);
  pe_evaluate_options_init (&options, sizeof options);
  assert_int_equal (options.scorer, PE_SCORER_SELF);
  options.scorer = PE_SCORER_FINANCE;
  WELL (pe_evaluate (&self, rulebook, dossier, &options, NULL, &error));
  check_points (self, "", PE_POINTS_SCORE, "6");
  pe_evaluation_unref (self);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

/* The rule's own policy goes before the rulebook's. */
static void
test_policy_order (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;

  (void) state;
  scheme_init (&rules, "20");
  scheme_add_leaf (&rules, 0, "1.1", "10", new_ratio (NULL, PE_POLICY_FULL), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "1.2", "10", new_ratio (NULL, 0), PE_DECLARED_NEVER, NULL);
  WELL (pe_rulebook_builder_set_policy (rules.builder, PE_STATE_MISSING, PE_POLICY_ZERO, &error));
  WELL (pe_rulebook_builder_set_policy (rules.builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, &error));
  material_init (&facts);
  self = evaluate (scheme_build (&rules), material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "10");
  check_points (self, "1.2", PE_POINTS_SCORE, "0");
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_WARNING_STATE_POLICY), 2);
  pe_evaluation_unref (self);
}

/* A wrong unit is a mistake: no policy makes points of it. */
static void
test_mistakes_follow_no_policy (void **state)
{
  scheme   rules;
  material facts;

  (void) state;
  scheme_init (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", new_ratio (NULL, PE_POLICY_FULL), PE_DECLARED_NEVER, NULL);
  WELL (pe_rulebook_builder_set_policy (rules.builder, PE_STATE_INVALID, PE_POLICY_FULL, &error));
  material_init (&facts);
  add_ratio (&facts, "5万元", "5个");
  pe_findings_unref (refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_UNIT_MISMATCH));
}

/* Executed 102.59 of 100: scored at the cap, and named with its rate. */
static void
test_above_budget (void **state)
{
  material          facts;
  pe_evaluation    *self;
  const pe_finding *finding;
  pe_text          *text = NULL;

  (void) state;
  material_init (&facts);
  material_set_budget (&facts, "100万元", "102.59万元");
  self = evaluate (new_rulebook (new_ratio ("budget.execution_rate", PE_POLICY_ERROR), PE_DECLARED_NEVER),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "10");
  WELL (pe_evaluation_print_rate (&text, self, 1, &error));
  check_text (text, "102.59%");
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET), 1);
  finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_ABOVE_BUDGET);
  assert_string_equal (get_parameter (finding, "name"), "全年预算");
  assert_string_equal (get_parameter (finding, "rate"), "102.59%");
  assert_string_equal (get_parameter (finding, "found"), "102.59");
  assert_string_equal (get_parameter (finding, "limit"), "100");
  assert_string_equal (get_path (finding), "/budget/lines/0/executed");
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_declared_beside_facts),
    cmocka_unit_test (test_if_facts_missing),
    cmocka_unit_test (test_declared_is_rounded),
    cmocka_unit_test (test_reason_missing),
    cmocka_unit_test (test_negative_needs_no_reason),
    cmocka_unit_test (test_missing_fact),
    cmocka_unit_test (test_scorer),
    cmocka_unit_test (test_policy_order),
    cmocka_unit_test (test_mistakes_follow_no_policy),
    cmocka_unit_test (test_above_budget),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
