/* test-rulebook-no-memory.c - every allocation of whole rulebooks, of what is found in them and between them, failing
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/rulebook_comparison.h>
#include <perfeval/rulebook_measure.h>
#include <perfeval/rulebook_set.h>

#include "rules/lint-private.h"
#include "scarce.h"

/* Prepared with enough memory. */
static pe_rulebook *older, *newer;

static pe_rule *
make_ratio (void)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  measure (builder, "actual", "budget.execution_rate");
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  return build (builder);
}

/* Of 10 marks the second band holds no score, and no band reaches the full marks. */
static pe_rule *
make_graded (void)
{
  pe_rule_builder *builder = begin ("graded");

  add_band (builder, "a", "[0.81, 0.9]");
  add_band (builder, "b", "[0.8, 0.81)");
  add_band (builder, "c", "[0, 0.8)");
  number (builder, "bound_places", "0");
  return build (builder);
}

static pe_dossier *
make_dossier (void)
{
  pe_dossier_builder *builder = NULL;
  pe_dossier_head     head;
  pe_dossier         *dossier = NULL;

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2020;
  head.kind = PE_KIND_DEPARTMENT;
  assert_ok (pe_dossier_builder_new (&builder, NULL, NULL));
  assert_ok (pe_dossier_builder_set_head (builder, &head, NULL));
  assert_ok (pe_dossier_builder_build (&dossier, builder, NULL, NULL));
  pe_dossier_builder_free (builder);
  return dossier;
}

static pe_cap
make_cap (const char *code, const char *formula)
{
  pe_cap cap;

  pe_cap_init (&cap, sizeof cap);
  cap.indicator = code;
  cap.if_fact = formula == NULL ? "cost_not_set" : NULL;
  cap.if_formula = formula;
  cap.reason_zh = "未设成本指标";
  cap.points = decimal ("5");
  return cap;
}

static pe_over_achievement
make_over (const char *from)
{
  pe_over_achievement over;

  pe_over_achievement_init (&over, sizeof over);
  over.indicator = "1.1";
  over.action = PE_OVER_REDUCE;
  over.from = decimal (from);
  over.per = over.cap = decimal ("0.5");
  return over;
}

/* A group with a ratio and grades, and a leaf whose score a person states: 30 marks. */
static pe_rulebook_builder *
begin_tree (void)
{
  const node nodes[]
      = { { 0, "1", "20", NULL },
          { 1, "1.1", "10", make_ratio () },
          { 1, "1.2", "10", make_graded () },
          { 0, "2", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("30", nodes, G_N_ELEMENTS (nodes));

  add_grade (builder, "good", "20");
  add_grade (builder, "poor", "0");
  return builder;
}

static void
add_texts (pe_rulebook_builder *builder, const char *text)
{
  pe_source         source;
  pe_assumption     assumption;
  pe_review_setting setting;

  pe_source_init (&source, sizeof source);
  source.id = "report";
  source.title = text;
  pe_assumption_init (&assumption, sizeof assumption);
  assumption.id = "all";
  assumption.text_zh = text;
  pe_review_setting_init (&setting, sizeof setting);
  setting.check = "R-10";
  setting.severity = PE_SEVERITY_ERROR;
  assert_ok (pe_rulebook_builder_add_sources (builder, &source, 1, NULL));
  assert_ok (pe_rulebook_builder_add_assumptions (builder, &assumption, 1, NULL));
  assert_ok (pe_rulebook_builder_add_review_settings (builder, &setting, 1, NULL));
}

static void
add_adjustments (pe_rulebook_builder *builder)
{
  const pe_cap              caps[] = { make_cap ("1.1", NULL), make_cap ("2", "budget.executed > 5") };
  const pe_over_achievement over = make_over ("1.3");
  pe_veto                   veto;
  pe_bonus                  bonus;

  pe_veto_init (&veto, sizeof veto);
  veto.id = "breach";
  veto.name_zh = "重大违纪";
  veto.effect = PE_VETO_CEILING;
  veto.grade = "poor";
  pe_bonus_init (&bonus, sizeof bonus);
  bonus.limit = decimal ("5");
  bonus.ceiling = decimal ("30");
  assert_ok (pe_rulebook_builder_add_caps (builder, caps, 2, NULL));
  assert_ok (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL));
  assert_ok (pe_rulebook_builder_add_vetoes (builder, &veto, 1, NULL));
  assert_ok (pe_rulebook_builder_set_bonus (builder, &bonus, NULL));
}

static void
add_measure (pe_rulebook_builder *builder)
{
  pe_rulebook_measure_spec spec;
  pe_rulebook_measure     *made = NULL;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = "measure.a";
  spec.name_zh = "度量";
  spec.formula = "count(procurement.records)";
  assert_ok (pe_rulebook_measure_new (&made, &spec, NULL));
  assert_ok (pe_rulebook_builder_add_measures (builder, &made, 1, NULL));
  pe_rulebook_measure_unref (made);
}

static void
add_case (pe_rulebook_builder *builder, const char *score)
{
  pe_rulebook_case proof;
  pe_case_score    expected;

  pe_rulebook_case_init (&proof, sizeof proof);
  proof.name_zh = "例";
  proof.dossier = make_dossier ();
  pe_case_score_init (&expected, sizeof expected);
  expected.of_case = 1;
  expected.indicator = "2";
  expected.score = decimal (score);
  assert_ok (pe_rulebook_builder_add_cases (builder, &proof, 1, NULL));
  assert_ok (pe_rulebook_builder_add_case_scores (builder, &expected, 1, NULL));
  pe_dossier_unref (proof.dossier);
}

/* With something in every table. */
static pe_rulebook *
make_whole (const char *text, const char *score)
{
  pe_rulebook_builder *builder = begin_tree ();

  add_texts (builder, text);
  add_adjustments (builder);
  add_measure (builder);
  add_case (builder, score);
  return build_rulebook (builder);
}

/* Building */

static pe_status
copy_whole (pe_error **error)
{
  pe_rulebook_builder *builder = NULL;
  pe_rulebook         *copy = NULL;
  pe_status            status = pe_rulebook_builder_new (&builder, older, error);

  if (status == PE_OK)
    status = pe_rulebook_builder_build (&copy, builder, NULL, error);
  scarce_end ();
  assert_int_equal (copy != NULL, status == PE_OK);
  if (copy != NULL)
    assert_true (pe_rulebook_is_equal (older, copy));
  pe_rulebook_unref (copy);
  pe_rulebook_builder_free (builder);
  return status;
}

/* A builder that is at fault, and is kept. */
static pe_rulebook_builder *wrong;

static pe_status
refuse_whole (pe_error **error)
{
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = NULL;
  pe_status    status = pe_rulebook_builder_build (&rulebook, wrong, &findings, error);

  scarce_end ();
  assert_null (rulebook);
  pe_findings_unref (findings);
  return status;
}

static void
fail_to_refuse (pe_status expected)
{
  fail_in_turn (refuse_whole, expected);
  g_clear_pointer (&wrong, pe_rulebook_builder_free);
}

static void
test_building (void **state)
{
  (void) state;
  older = make_whole ("报告", "5");
  fail_in_turn (copy_whole, PE_OK);
  g_clear_pointer (&older, pe_rulebook_unref);
}

static void
test_refusing (void **state)
{
  const node                orphan[] = { { 7, "1", "10", make_attested () } };
  const pe_cap              cap = make_cap ("2", "budget.executed >");
  const pe_over_achievement over = make_over ("1");
  pe_rule_builder          *steps = begin ("steps");

  (void) state;
  wrong = begin_rulebook ("10", orphan, 1);
  fail_to_refuse (PE_ERROR_REFERENCE_UNKNOWN);
  bind (steps, "value", "x");
  add_step (steps, "(-, 1]", "11");
  add_step (steps, "(1, -)", "12");
  {
    const node nodes[] = { { 0, "1", "10", build (steps) } };

    wrong = begin_rulebook ("10", nodes, 1);
  }
  fail_to_refuse (PE_ERROR_PARAMETER_RANGE);
  wrong = begin_tree ();
  assert_ok (pe_rulebook_builder_add_caps (wrong, &cap, 1, NULL));
  fail_to_refuse (PE_ERROR_EXPRESSION_SYNTAX);
  wrong = begin_tree ();
  assert_ok (pe_rulebook_builder_add_over_achievements (wrong, &over, 1, NULL));
  fail_to_refuse (PE_ERROR_PARAMETER_RANGE);
}

/* What is found in one, and between two */

static pe_status
lint_whole (pe_error **error)
{
  pe_findings *findings = NULL;
  pe_status    status = pe_rulebook_lint (&findings, older, NULL, error);

  scarce_end ();
  if (status == PE_OK)
    {
      assert_true (has_finding (findings, PE_WARNING_BAND_UNREACHABLE, "/indicators/0/indicators/1/rule/bands/1"));
      assert_true (has_finding (findings, PE_WARNING_MARKS_UNREACHABLE, "/indicators/0/indicators/1/rule/bands"));
    }
  pe_findings_unref (findings);
  return status;
}

static pe_status
compare_whole (pe_error **error)
{
  pe_rulebook_comparison *comparison = NULL;
  pe_status               status = pe_rulebook_compare (&comparison, older, newer, error);

  scarce_end ();
  assert_int_equal (comparison != NULL, status == PE_OK);
  if (comparison != NULL)
    assert_true (pe_rulebook_comparison_get_size (comparison) > 0);
  pe_rulebook_comparison_unref (comparison);
  return status;
}

static void
test_comparing (void **state)
{
  pe_rulebook_builder *builder = NULL;
  pe_rulebook_head     head = make_head ("30");

  (void) state;
  older = make_whole ("报告", "5");
  fail_in_turn (lint_whole, PE_OK);
  newer = make_whole ("公文", "4");
  fail_in_turn (compare_whole, PE_OK);
  pe_rulebook_unref (newer);
  /* Nothing but the edition. */
  assert_ok (pe_rulebook_builder_new (&builder, older, NULL));
  head.edition = "2";
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  newer = build_rulebook (builder);
  fail_in_turn (compare_whole, PE_OK);
  g_clear_pointer (&newer, pe_rulebook_unref);
  g_clear_pointer (&older, pe_rulebook_unref);
}

/* A shape that another revision follows: none of ours does yet. */
static pe_status
lint_shape (pe_error **error)
{
  pe_shape     shape = *pe_rule_peek_shape (pe_rulebook_at (older, 1)->rule);
  pe_collector collector;
  pe_lint      lint = { older, &collector, NULL };
  pe_findings *findings = NULL;
  pe_status    status;

  shape.superseded_by = 2;
  pe_collector_init (&collector, NULL);
  pe_lint_check_shape (&lint, 1, &shape, "");
  status = pe_collector_finish (&collector, &findings, error);
  scarce_end ();
  if (status == PE_OK)
    assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  return status;
}

static void
test_superseded (void **state)
{
  (void) state;
  older = build_rulebook (begin_tree ());
  fail_in_turn (lint_shape, PE_OK);
  g_clear_pointer (&older, pe_rulebook_unref);
}

/* Two editions that answer for one year. */
static pe_rulebook_set *set;

static pe_status
find_ambiguous (pe_error **error)
{
  size_t    index = 7;
  pe_status status = pe_rulebook_set_find (&index, set, NULL, PE_KIND_DEPARTMENT, 2022, NULL, error);

  scarce_end ();
  assert_int_equal (index, 7);
  return status;
}

static void
test_set (void **state)
{
  pe_rulebook_set_builder *builder = NULL;

  (void) state;
  assert_ok (pe_rulebook_set_builder_new (&builder, NULL));
  for (int i = 0; i < 2; i++)
    {
      pe_rulebook_builder *edition = begin_tree ();
      pe_rulebook_head     head = make_head ("30");
      pe_rulebook         *rulebook;

      head.edition = i == 0 ? "1" : "2";
      assert_ok (pe_rulebook_builder_set_head (edition, &head, NULL));
      rulebook = build_rulebook (edition);
      assert_ok (pe_rulebook_set_builder_add (builder, rulebook, NULL));
      pe_rulebook_unref (rulebook);
    }
  assert_ok (pe_rulebook_set_builder_build (&set, builder, NULL));
  pe_rulebook_set_builder_free (builder);
  fail_in_turn (find_ambiguous, PE_ERROR_RULEBOOK_AMBIGUOUS);
  g_clear_pointer (&set, pe_rulebook_set_unref);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_building),   cmocka_unit_test (test_refusing), cmocka_unit_test (test_comparing),
    cmocka_unit_test (test_superseded), cmocka_unit_test (test_set),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
