/* test-cases.c - a rulebook is held to its cases
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scarcely.h"
#include "scheme.h"

#include <perfeval/cases.h>
#include <string.h>

/* Group 1 with 1.1 (60, execution rate) and 1.2 (10, facts), and 2 (30, a person scores). By hand:
 *   1.1  60 × 630 / 700 = 54
 *   1.2  10 × 2 / 3 = 6.666… → 6.67
 *   1    60.67
 *   2    30
 *        90.67 */
static void
begin (scheme *self)
{
  uint32_t group;

  scheme_init (self, "100");
  group = scheme_add_group (self, 0, "1", "70");
  scheme_add_leaf (self, group, "1.1", "60", new_ratio ("budget.execution_rate", PE_POLICY_ERROR), PE_DECLARED_NEVER,
                   NULL);
  scheme_add_leaf (self, group, "1.2", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (self, 0, "2", "30", new_attested (), PE_DECLARED_ONLY, NULL);
  scheme_add_grade (self, "good", "良", "80");
  scheme_add_grade (self, "poor", "差", "0");
}

static pe_dossier *
whole_dossier (void)
{
  material self;

  material_init (&self);
  material_set_budget (&self, "700万元", "630万元");
  material_add_fact (&self, "1.2", "actual", "2");
  material_add_fact (&self, "1.2", "target", "3");
  material_declare (&self, "2", "30", NULL);
  return material_build (&self);
}

/* Nothing but the facts of 1.2. */
static pe_dossier *
part_dossier (void)
{
  material self;

  material_init (&self);
  material_add_fact (&self, "1.2", "actual", "2");
  material_add_fact (&self, "1.2", "target", "3");
  return material_build (&self);
}

/* Takes the dossier over. */
static void
add_case (scheme *self, pe_dossier *dossier, const char *total, const char *grade, pe_status wanted, const char *at)
{
  pe_rulebook_case proof;

  pe_rulebook_case_init (&proof, sizeof proof);
  proof.name_zh = "例";
  proof.name_en = "case";
  proof.dossier = dossier;
  proof.grade = grade;
  proof.error = wanted;
  proof.at = at;
  if (total != NULL)
    proof.total = figure (total);
  WELL (pe_rulebook_builder_add_cases (self->builder, &proof, 1, &error));
  pe_dossier_unref (dossier);
}

static void
add_score (scheme *self, uint32_t of_case, const char *code, const char *score)
{
  pe_case_score expected;

  pe_case_score_init (&expected, sizeof expected);
  expected.of_case = of_case;
  expected.indicator = code;
  expected.score = number (score);
  WELL (pe_rulebook_builder_add_case_scores (self->builder, &expected, 1, &error));
}

static pe_findings *
run (scheme *self)
{
  pe_rulebook *rulebook = scheme_build (self);
  pe_findings *findings = NULL;

  run_cases_scarcely (rulebook, NULL);
  WELL (pe_rulebook_run_cases (&findings, rulebook, NULL, &error));
  pe_rulebook_unref (rulebook);
  return findings;
}

static void
test_all_well (void **state)
{
  scheme       self;
  pe_findings *findings;

  (void) state;
  begin (&self);
  add_case (&self, whole_dossier (), "90.67", "good", PE_OK, NULL);
  add_score (&self, 1, "1.1", "54");
  add_score (&self, 1, "1.2", "6.67");
  add_score (&self, 1, "1", "60.670");
  add_score (&self, 1, "2", "30");
  findings = run (&self);
  assert_int_equal (pe_findings_get_size (findings), 0);
  pe_findings_unref (findings);
}

static void
check_failed (const pe_findings *findings, size_t index, const char *path, const char *found, const char *expected)
{
  const pe_finding *finding = pe_findings_get (findings, index);

  assert_int_equal (pe_finding_get_code (finding), PE_ERROR_CASE_FAILED);
  assert_string_equal (get_path (finding), path);
  assert_string_equal (get_parameter (finding, "found"), found);
  assert_string_equal (get_parameter (finding, "expected"), expected);
  assert_string_equal (get_parameter (finding, "name"), "case");
  assert_string_equal (get_parameter (finding, "name_zh"), "例");
}

static void
test_all_wrong (void **state)
{
  scheme       self;
  pe_findings *findings;

  (void) state;
  begin (&self);
  add_case (&self, whole_dossier (), "90.68", "poor", PE_OK, NULL);
  add_score (&self, 1, "1.1", "54.01");
  add_score (&self, 1, "1.2", "6.666");
  add_score (&self, 1, "1", "60.67");
  findings = run (&self);
  assert_int_equal (pe_findings_get_size (findings), 4);
  check_failed (findings, 0, "/cases/0/expect/scores/1.1", "54", "54.01");
  assert_string_equal (get_parameter (pe_findings_get (findings, 0), "code"), "1.1");
  check_failed (findings, 1, "/cases/0/expect/scores/1.2", "6.67", "6.666");
  check_failed (findings, 2, "/cases/0/expect/total", "90.67", "90.68");
  check_failed (findings, 3, "/cases/0/expect/grade", "good", "poor");
  assert_string_equal (
      pe_finding_get_message (pe_findings_get (findings, 0), PE_LANGUAGE_EN),
      "the case \"case\", indicator 1.1, computes 54; expected 54.01, or another expectation in the case");
  pe_findings_unref (findings);
}

/* Only what is expected needs figures: a leaf, and all leaves of a group. */
static void
test_some_leaves (void **state)
{
  scheme       self;
  pe_findings *findings;

  (void) state;
  begin (&self);
  add_case (&self, part_dossier (), NULL, NULL, PE_OK, NULL);
  add_score (&self, 1, "1.2", "6.67");
  add_case (&self, part_dossier (), NULL, NULL, PE_OK, NULL);
  add_score (&self, 2, "1", "6.67");
  findings = run (&self);
  assert_int_equal (pe_findings_get_size (findings), 2);
  check_failed (findings, 0, "/cases/1/expect", "PE_ERROR_FIGURE_MISSING", "PE_OK");
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 1)), PE_ERROR_FIGURE_MISSING);
  assert_string_equal (get_path (pe_findings_get (findings, 1)), "/cases/1/dossier/budget/lines");
  pe_findings_unref (findings);
}

/* A total needs every leaf. */
static void
test_whole (void **state)
{
  scheme       self;
  pe_findings *findings;

  (void) state;
  begin (&self);
  add_case (&self, part_dossier (), "6.67", NULL, PE_OK, NULL);
  findings = run (&self);
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 3);
  check_failed (findings, 0, "/cases/0/expect", "PE_ERROR_FIGURE_MISSING", "PE_OK");
  assert_int_equal (count_findings (findings, PE_ERROR_SCORE_MISSING), 1);
  pe_findings_unref (findings);
}

/* So does a grade, also where no total is expected. */
static void
test_grade_alone (void **state)
{
  scheme       self;
  pe_findings *findings;

  (void) state;
  begin (&self);
  add_case (&self, whole_dossier (), NULL, "good", PE_OK, NULL);
  add_case (&self, part_dossier (), NULL, "good", PE_OK, NULL);
  findings = run (&self);
  check_failed (findings, 0, "/cases/1/expect", "PE_ERROR_FIGURE_MISSING", "PE_OK");
  pe_findings_unref (findings);
}

static void
test_errors (void **state)
{
  scheme       self;
  pe_findings *findings;

  (void) state;
  begin (&self);
  add_case (&self, part_dossier (), NULL, NULL, PE_ERROR_FIGURE_MISSING, NULL);
  add_case (&self, part_dossier (), NULL, NULL, PE_ERROR_SCORE_MISSING, "2");
  add_case (&self, part_dossier (), NULL, NULL, PE_ERROR_FIGURE_MISSING, "1");
  /* This one is well, that one has another error. */
  add_case (&self, part_dossier (), NULL, NULL, PE_ERROR_FIGURE_MISSING, "1.2");
  add_case (&self, part_dossier (), NULL, NULL, PE_ERROR_FIGURE_MISSING, "2");
  findings = run (&self);
  assert_int_equal (pe_findings_get_size (findings), 3);
  check_failed (findings, 0, "/cases/3/expect/error", "PE_OK", "PE_ERROR_FIGURE_MISSING");
  check_failed (findings, 1, "/cases/4/expect/error", "PE_ERROR_SCORE_MISSING", "PE_ERROR_FIGURE_MISSING");
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 2)), PE_ERROR_SCORE_MISSING);
  pe_findings_unref (findings);
}

static void
test_limits (void **state)
{
  scheme              self;
  pe_findings        *findings = NULL;
  pe_rulebook        *rulebook;
  pe_evaluate_options options;
  pe_limits           limits;

  (void) state;
  begin (&self);
  for (size_t i = 0; i < 3; i++)
    add_case (&self, part_dossier (), "1", NULL, PE_OK, NULL);
  rulebook = scheme_build (&self);
  pe_limits_init (&limits, sizeof limits);
  pe_evaluate_options_init (&options, sizeof options);
  options.limits = &limits;
  /* 3 cases of 4 indicators and the total */
  limits.items = 14;
  run_cases_scarcely (rulebook, &options);
  WELL (pe_rulebook_run_cases (&findings, rulebook, &options, &error));
  assert_int_equal (pe_findings_get_size (findings), 1);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_ERROR_LIMIT_ITEMS);
  assert_string_equal (get_path (pe_findings_get (findings, 0)), "/cases");
  assert_string_equal (get_parameter (pe_findings_get (findings, 0), "found"), "15");
  pe_findings_unref (findings);
  limits.items = 15;
  limits.findings = 2;
  run_cases_scarcely (rulebook, &options);
  WELL (pe_rulebook_run_cases (&findings, rulebook, &options, &error));
  assert_int_equal (pe_findings_get_size (findings), 3);
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 9);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

static void
test_scorer (void **state)
{
  scheme              self;
  pe_findings        *findings = NULL;
  pe_rulebook        *rulebook;
  pe_evaluate_options options;

  (void) state;
  begin (&self);
  add_case (&self, whole_dossier (), NULL, NULL, PE_OK, NULL);
  add_score (&self, 1, "2", "30");
  rulebook = scheme_build (&self);
  pe_evaluate_options_init (&options, sizeof options);
  options.scorer = PE_SCORER_FINANCE;
  WELL (pe_rulebook_run_cases (&findings, rulebook, &options, &error));
  assert_int_equal (count_findings (findings, PE_ERROR_SCORE_MISSING), 1);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

static void
test_arguments (void **state)
{
  scheme              self;
  pe_rulebook        *rulebook;
  pe_findings        *findings = NULL;
  pe_evaluate_options options;
  pe_error           *error = NULL;

  (void) state;
  begin (&self);
  rulebook = scheme_build (&self);
  assert_int_equal (pe_rulebook_run_cases (NULL, rulebook, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_error_unref (error);
  assert_int_equal (pe_rulebook_run_cases (&findings, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&options, 0, sizeof options);
  assert_int_equal (pe_rulebook_run_cases (&findings, rulebook, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_evaluate_options_init (&options, sizeof options);
  options.scorer = 9;
  assert_int_equal (pe_rulebook_run_cases (&findings, rulebook, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  options.scorer = 0;
  assert_int_equal (pe_rulebook_run_cases (&findings, rulebook, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (findings);
  /* Without cases there is nothing to say. */
  assert_int_equal (pe_rulebook_run_cases (&findings, rulebook, NULL, NULL), PE_OK);
  assert_int_equal (pe_findings_get_size (findings), 0);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_all_well), cmocka_unit_test (test_all_wrong), cmocka_unit_test (test_some_leaves),
    cmocka_unit_test (test_whole),    cmocka_unit_test (test_errors),    cmocka_unit_test (test_limits),
    cmocka_unit_test (test_scorer),   cmocka_unit_test (test_arguments), cmocka_unit_test (test_grade_alone),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
