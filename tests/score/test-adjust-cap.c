/* test-adjust-cap.c - caps by a formula: what they read, what they take, and what has no value
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

static void
add_cap_by_formula (scheme *self, const char *code, const char *formula, const char *points)
{
  pe_cap cap;

  pe_cap_init (&cap, sizeof cap);
  cap.indicator = code;
  cap.if_formula = formula;
  cap.points = number (points);
  cap.reason_zh = "超预算支出";
  WELL (pe_rulebook_builder_add_caps (self->builder, &cap, 1, &error));
}

/* Spent 11 of 10: the leaf is capped at 4, and at 6 of its 10 where a fact is above 3. */
static pe_evaluation *
evaluate_capped (const char *executed, const char *late, const char *declared)
{
  scheme   rules;
  material facts;

  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1", "10", new_attested (), PE_DECLARED_ONLY, NULL);
  add_cap_by_formula (&rules, "1", "budget.executed > budget.adjusted", "4");
  add_cap_by_formula (&rules, "1", "late > 3", "6");
  material_init (&facts);
  material_set_budget (&facts, "10万元", executed);
  material_add_fact (&facts, "1", "late", late);
  material_declare (&facts, "1", declared, NULL);
  return evaluate (scheme_build (&rules), material_build (&facts));
}

static void
test_caps_by_formula (void **state)
{
  pe_evaluation  *self = evaluate_capped ("11万元", "0", "9");
  pe_input        input;
  pe_ledger_entry entry;

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "4");
  check_entry (self, 0, "1", PE_ENTRY_LEAF, "-1");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-5");
  pe_ledger_entry_init (&entry, sizeof entry);
  WELL (pe_ledger_get_entry (&entry, pe_evaluation_get_ledger (self), 1, &error));
  assert_int_equal (entry.cause, PE_CAUSE_CAP);
  assert_int_equal (entry.source, 0);
  /* What the conditions read is part of what the leaf was scored by, with its place. */
  pe_input_init (&input, sizeof input);
  WELL (pe_evaluation_get_input (&input, self, find_node (self, "1"), 0, &error));
  assert_string_equal (input.path, "/budget/lines/0/executed");
  assert_int_equal (pe_evaluation_get_n_inputs (self, find_node (self, "1")), 3);
  pe_evaluation_unref (self);

  self = evaluate_capped ("10万元", "4", "9");
  check_points (self, "1", PE_POINTS_SCORE, "6");
  pe_evaluation_unref (self);
  self = evaluate_capped ("10万元", "3", "9");
  check_points (self, "1", PE_POINTS_SCORE, "9");
  pe_evaluation_unref (self);
  self = evaluate_capped ("11万元", "4", "3");
  check_points (self, "1", PE_POINTS_SCORE, "3");
  pe_evaluation_unref (self);
}

/* A condition that could divide by zero needs a policy for that; one that is no condition is refused with its place. */
static void
test_caps_that_are_refused (void **state)
{
  static const struct
  {
    const char *formula;
    pe_status   status;
  } rows[] = { { "1 / late > 2", PE_ERROR_POLICY_MISSING },
               { "late + 1", PE_ERROR_EXPRESSION_TYPE },
               { "late >", PE_ERROR_EXPRESSION_SYNTAX } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      scheme       rules;
      pe_rulebook *rulebook = NULL;
      pe_findings *findings = NULL;

      scheme_init (&rules, "10");
      scheme_add_leaf (&rules, 0, "1", "10", new_attested (), PE_DECLARED_ONLY, NULL);
      add_cap_by_formula (&rules, "1", rows[i].formula, "4");
      WELL (pe_rulebook_builder_set_head (rules.builder, &rules.head, &error));
      WELL (pe_rulebook_builder_set_rounding (rules.builder, &rules.rounding, &error));
      assert_int_equal (pe_rulebook_builder_build (&rulebook, rules.builder, &findings, NULL), rows[i].status);
      assert_string_equal (get_path (find_finding (findings, rows[i].status)), "/indicators/0/caps/0/if_formula");
      pe_findings_unref (findings);
      pe_rulebook_builder_free (rules.builder);
    }
}

/* A condition without a value is neither yes nor no: an error, or what the policy says. */
static void
test_caps_without_a_value (void **state)
{
  static const pe_policy policies[] = { PE_POLICY_ERROR, PE_POLICY_ZERO, PE_POLICY_FULL };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      scheme         rules;
      material       facts;
      pe_findings   *findings;
      pe_evaluation *self;

      scheme_begin (&rules, "10");
      WELL (pe_rulebook_builder_set_policy (rules.builder, PE_STATE_MISSING, policies[i], &error));
      scheme_add_leaf (&rules, 0, "1", "10", new_attested (), PE_DECLARED_ONLY, NULL);
      add_cap_by_formula (&rules, "1", "budget.executed > budget.initial", "4");
      material_init (&facts);
      material_set_budget (&facts, "10万元", "9万元");
      material_declare (&facts, "1", "9", NULL);
      if (policies[i] == PE_POLICY_ERROR)
        {
          findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_FIGURE_MISSING);
          assert_string_equal (get_path (pe_findings_get (findings, 0)), "/budget/lines/0/initial");
          pe_findings_unref (findings);
          continue;
        }
      self = evaluate (scheme_build (&rules), material_build (&facts));
      check_points (self, "1", PE_POINTS_SCORE, policies[i] == PE_POLICY_ZERO ? "0" : "10");
      pe_evaluation_unref (self);
    }
}

/* A denominator that is calculated comes from no single figure: the first that the condition read is named, and the whole
 * leaf where it read none. */
static void
test_caps_over_nothing (void **state)
{
  static const struct
  {
    const char *formula, *path;
  } rows[] = { { "1 / (late - 3) > 0", "/facts/1/late" }, { "1 / (3 - 3) > 0", "" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      scheme       rules;
      material     facts;
      pe_findings *findings;

      scheme_begin (&rules, "10");
      scheme_add_leaf (&rules, 0, "1", "10", new_attested (), PE_DECLARED_ONLY, NULL);
      add_cap_by_formula (&rules, "1", rows[i].formula, "4");
      material_init (&facts);
      material_add_fact (&facts, "1", "late", "3");
      material_declare (&facts, "1", "9", NULL);
      findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_ZERO_DENOMINATOR);
      assert_string_equal (get_path (find_finding (findings, PE_ERROR_ZERO_DENOMINATOR)), rows[i].path);
      pe_findings_unref (findings);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_caps_by_formula),
    cmocka_unit_test (test_caps_that_are_refused),
    cmocka_unit_test (test_caps_without_a_value),
    cmocka_unit_test (test_caps_over_nothing),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
