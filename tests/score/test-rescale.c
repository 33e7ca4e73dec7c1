/* test-rescale.c - leaves that do not apply: full marks, zero, left out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

/* A of 50, declared 45; B of 30, whose figure is "not applicable"; C of 20, declared 15. */
static pe_evaluation *
new_evaluation (pe_policy policy)
{
  scheme   rules;
  material facts;

  scheme_init (&rules, "100");
  scheme_add_leaf (&rules, 0, "A", "50", new_attested (), PE_DECLARED_ONLY, NULL);
  scheme_add_leaf (&rules, 0, "B", "30", new_ratio (NULL, policy), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "C", "20", new_attested (), PE_DECLARED_ONLY, NULL);
  material_init (&facts);
  material_declare (&facts, "A", "45", "x");
  material_declare (&facts, "C", "15", "x");
  material_add_fact (&facts, "B", "actual", "-");
  material_add_fact (&facts, "B", "target", "10");
  return evaluate (scheme_build (&rules), material_build (&facts));
}

static pe_node
get_node (const pe_evaluation *self, const char *code)
{
  pe_node out;

  pe_node_init (&out, sizeof out);
  WELL (pe_evaluation_get_node (&out, self, find_node (self, code), &error));
  return out;
}

/* S = 45 + 15 = 60, W = 100, left out 30: 60 × 100 / 70 = 600/7 = 85.7142857… → 85.71.
 * Moved: 600/7 − 60 = 180/7. Rounded off: 85.71 − 600/7 = (599.97 − 600) / 7 = −3/700. */
static void
test_drop (void **state)
{
  pe_evaluation *self = new_evaluation (PE_POLICY_DROP);
  pe_text       *text = NULL;

  (void) state;
  check_points (self, "", PE_POINTS_UNROUNDED, "600/7");
  check_points (self, "", PE_POINTS_SCORE, "85.71");
  check_points (self, "B", PE_POINTS_SCORE, "0");
  assert_int_equal (get_node (self, "B").origin, PE_ORIGIN_DROPPED);
  assert_int_equal (get_node (self, "B").state, PE_STATE_NOT_APPLICABLE);
  assert_int_equal (pe_ledger_get_size (pe_evaluation_get_ledger (self)), 5);
  check_entry (self, 0, "", PE_ENTRY_RESCALE, "180/7");
  check_entry (self, 1, "", PE_ENTRY_ROUNDING, "-3/700");
  check_entry (self, 2, "A", PE_ENTRY_LEAF, "-5");
  check_entry (self, 3, "B", PE_ENTRY_RESCALE, "-30");
  check_entry (self, 4, "C", PE_ENTRY_LEAF, "-5");
  WELL (pe_evaluation_print_formula (&text, self, 0, PE_LANGUAGE_ZH, &error));
  check_text (text, "(45 + 0 + 15) × 100 / (100 - 30) = 85.7142857…，四舍五入保留 2 位小数 → 85.71");
  WELL (pe_evaluation_print_formula (&text, self, find_node (self, "B"), PE_LANGUAGE_EN, &error));
  check_text (text, "not applicable: left out by policy, the rest is rescaled");
  assert_non_null (find_finding (pe_evaluation_get_findings (self), PE_WARNING_STATE_POLICY));
  pe_evaluation_unref (self);
}

static void
test_full_and_zero (void **state)
{
  pe_evaluation    *self = new_evaluation (PE_POLICY_FULL);
  const pe_finding *finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_STATE_POLICY);

  (void) state;
  check_points (self, "B", PE_POINTS_SCORE, "30");
  check_points (self, "", PE_POINTS_SCORE, "90");
  assert_int_equal (get_node (self, "B").origin, PE_ORIGIN_POLICY);
  assert_string_equal (get_path (finding), "/facts/B/actual");
  assert_string_equal (get_parameter (finding, "state"), "not applicable");
  pe_evaluation_unref (self);

  self = new_evaluation (PE_POLICY_ZERO);
  check_points (self, "B", PE_POINTS_SCORE, "0");
  check_points (self, "", PE_POINTS_SCORE, "60");
  assert_int_equal (pe_ledger_get_size (pe_evaluation_get_ledger (self)), 3);
  check_entry (self, 1, "B", PE_ENTRY_LEAF, "-30");
  pe_evaluation_unref (self);
}

/* A zero budget under each policy: 10 of 100 marks are the execution rate's, the rest is declared in full. */
static pe_rulebook *
new_execution (pe_policy policy)
{
  scheme rules;

  scheme_init (&rules, "100");
  scheme_add_leaf (&rules, 0, "A", "90", new_attested (), PE_DECLARED_ONLY, NULL);
  scheme_add_leaf (&rules, 0, "B", "10", new_ratio ("budget.execution_rate", policy), PE_DECLARED_NEVER, NULL);
  return scheme_build (&rules);
}

static pe_dossier *
new_zero_budget (void)
{
  material facts;

  material_init (&facts);
  material_declare (&facts, "A", "81", "x");
  material_set_budget (&facts, "0万元", "0万元");
  return material_build (&facts);
}

/* full 81 + 10, zero 81 + 0, drop 81 × 100 / 90 = 90, error */
static void
test_zero_budget (void **state)
{
  pe_evaluation *self = evaluate (new_execution (PE_POLICY_FULL), new_zero_budget ());
  pe_findings   *findings;

  (void) state;
  check_points (self, "", PE_POINTS_SCORE, "91");
  assert_int_equal (get_node (self, "B").state, PE_STATE_ZERO_DENOMINATOR);
  pe_evaluation_unref (self);
  self = evaluate (new_execution (PE_POLICY_ZERO), new_zero_budget ());
  check_points (self, "", PE_POINTS_SCORE, "81");
  pe_evaluation_unref (self);
  self = evaluate (new_execution (PE_POLICY_DROP), new_zero_budget ());
  check_points (self, "", PE_POINTS_SCORE, "90");
  pe_evaluation_unref (self);
  findings = refuse (new_execution (PE_POLICY_ERROR), new_zero_budget (), PE_ERROR_ZERO_DENOMINATOR);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_ZERO_DENOMINATOR)), "/budget/lines/0/adjusted");
  pe_findings_unref (findings);
}

static void
test_nothing_applicable (void **state)
{
  scheme   rules;
  material facts;

  (void) state;
  scheme_init (&rules, "30");
  scheme_add_leaf (&rules, 0, "B", "30", new_ratio (NULL, PE_POLICY_DROP), PE_DECLARED_NEVER, NULL);
  material_init (&facts);
  pe_findings_unref (refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_NOTHING_APPLICABLE));
}

/* A leaf that is left out in a group: the group keeps the sum of the rest, and only the whole is rescaled.
 * G of 40 = B (30, left out) + C (10, declared 5); A of 60 declared 60: (60 + 5) × 100 / 70 = 650/7 = 92.857… → 92.86 */
static void
test_in_a_group (void **state)
{
  scheme         rules;
  material       facts;
  uint32_t       group;
  pe_evaluation *self;

  (void) state;
  scheme_init (&rules, "100");
  scheme_add_leaf (&rules, 0, "A", "60", new_attested (), PE_DECLARED_ONLY, NULL);
  group = scheme_add_group (&rules, 0, "G", "40");
  scheme_add_leaf (&rules, group, "B", "30", new_ratio (NULL, PE_POLICY_DROP), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, group, "C", "10", new_attested (), PE_DECLARED_ONLY, NULL);
  material_init (&facts);
  material_declare (&facts, "A", "60", NULL);
  material_declare (&facts, "C", "5", "x");
  self = evaluate (scheme_build (&rules), material_build (&facts));
  check_points (self, "G", PE_POINTS_SCORE, "5");
  check_points (self, "", PE_POINTS_UNROUNDED, "650/7");
  check_points (self, "", PE_POINTS_SCORE, "92.86");
  pe_evaluation_unref (self);
}

/* Longer than a decimal can be. */
static void
check_long_points (const pe_evaluation *self, pe_points points, const char *numerator, const char *denominator)
{
  pe_ratio *found = NULL;
  pe_text  *text = NULL;

  WELL (pe_evaluation_compute_points (&found, self, 0, points, &error));
  WELL (pe_ratio_print_numerator (&text, found, &error));
  check_text (text, numerator);
  WELL (pe_ratio_print_denominator (&text, found, &error));
  check_text (text, denominator);
  pe_ratio_unref (found);
}

/* Two rates of primes: 10 × a / p + 10 × b / q, times 21 / 20, has a numerator of 128 bits. With the bonus a 2 is cancelled, and
 * all fits again: the total before the bonus is the only long number, and has to be given back with the others. */
static void
test_long_before_bonus (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;
  pe_bonus       bonus;
  pe_adjustment  half;

  (void) state;
  pe_bonus_init (&bonus, sizeof bonus);
  bonus.limit = number ("5");
  bonus.ceiling = number ("21");
  pe_adjustment_init (&half, sizeof half);
  half.kind = PE_ADJUSTMENT_BONUS;
  half.scorer = PE_SCORER_SELF;
  half.points = number ("0.5");
  half.reason = "获奖";
  half.evidence = "表彰文件";
  scheme_init (&rules, "21");
  rules.rounding.leaf_rounding = 0;
  rules.rounding.total_places = 0;
  scheme_add_leaf (&rules, 0, "A", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "B", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "C", "1", new_ratio (NULL, PE_POLICY_DROP), PE_DECLARED_NEVER, NULL);
  WELL (pe_rulebook_builder_set_bonus (rules.builder, &bonus, &error));
  material_init (&facts);
  material_add_fact (&facts, "A", "actual", "786629134139141888");
  material_add_fact (&facts, "A", "target", "7491706039420399681");
  material_add_fact (&facts, "B", "actual", "786629134139246977");
  material_add_fact (&facts, "B", "target", "7491706039421399659");
  material_add_fact (&facts, "C", "actual", "-");
  material_add_fact (&facts, "C", "target", "1");
  WELL (pe_dossier_builder_add_adjustments (facts.builder, &half, 1, &error));
  self = evaluate (scheme_build (&rules), material_build (&facts));
  check_long_points (self, PE_POINTS_UNADJUSTED, "247514157870631509460134021501203441109",
                     "112251318762191165440562741084434217558");
  check_long_points (self, PE_POINTS_UNROUNDED, "151819908625863546090207696021710274944",
                     "56125659381095582720281370542217108779");
  check_points (self, "", PE_POINTS_SCORE, "3");
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_drop),        cmocka_unit_test (test_full_and_zero),
    cmocka_unit_test (test_zero_budget), cmocka_unit_test (test_nothing_applicable),
    cmocka_unit_test (test_in_a_group),  cmocka_unit_test (test_long_before_bonus),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
