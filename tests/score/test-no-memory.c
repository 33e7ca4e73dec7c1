/* test-no-memory.c - every allocation of an evaluation, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/rollup.h>
#include <stdio.h>

#include "scarce.h"

/* A rulebook and a dossier that lead through every part: both modes of a slot, a withdrawn row, each policy, declared
 * scores with and without what is to be said about them, a budget that was passed. */
static pe_rulebook *
new_rulebook (void)
{
  scheme   rules;
  uint32_t group;

  scheme_init (&rules, "70");
  rules.head.status = PE_RULEBOOK_SAMPLE;
  group = scheme_add_group (&rules, 0, "G", "40");
  scheme_add_leaf (&rules, group, "A", "10", new_slot ("by_weight", "mean", "2", "error", PE_POLICY_ZERO),
                   PE_DECLARED_NEVER, "{name}{rate}{actual}");
  scheme_add_leaf (&rules, group, "B", "10", new_slot ("by_unit", "rows", "2", "error", PE_POLICY_DROP),
                   PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, group, "C", "10", new_slot ("equal", "rows", "1", "full", PE_POLICY_ERROR),
                   PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, group, "D", "10", new_ratio (NULL, PE_POLICY_DROP), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "E", "10", new_attested (), PE_DECLARED_ONLY, NULL);
  scheme_add_leaf (&rules, 0, "F", "10", new_ratio ("budget.execution_rate", PE_POLICY_ERROR), PE_DECLARED_NEVER,
                   "{name}：{rate}");
  scheme_add_leaf (&rules, 0, "H", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, "{name}：{rate}");
  scheme_add_grade (&rules, "a", "优", "50");
  scheme_add_grade (&rules, "b", "差", "0");
  return scheme_build (&rules);
}

static pe_dossier *
new_dossier (const char *declared)
{
  material facts;

  material_init (&facts);
  material_add_row (&facts, "A", 0, "a", "1", "3", "1");
  material_add_row (&facts, "A", 0, "b", "2", "3", "-");
  material_add_row (&facts, "B", 0, "b", "", "", "");
  material_add_row (&facts, "B", 1, "c", "4", "3", "1");
  material_add_withdrawn (&facts, "B", 1, "d", "3");
  material_add_row (&facts, "B", 1, "e", "3", "3", "-");
  material_add_fact (&facts, "D", "actual", "-");
  material_add_fact (&facts, "D", "target", "1");
  material_add_fact (&facts, "H", "actual", "1");
  material_add_fact (&facts, "H", "target", "7");
  material_add_fact (&facts, "X", "target", "7");
  material_declare (&facts, "E", declared, NULL);
  material_declare (&facts, "F", "9", NULL);
  material_declare (&facts, "X", "9", NULL);
  material_set_budget (&facts, "100万元", "102万元");
  return material_build (&facts);
}

static pe_rulebook   *rulebook;
static pe_dossier    *dossier;
static pe_evaluation *evaluation;

typedef pe_status attempt (size_t argument, pe_error **error);

/* One call with its argument. */
typedef struct occasion
{
  attempt *run;
  size_t   argument;
} occasion;

/* What an attempt makes it gives back itself: there is no text to compare. */
static pe_status
attempt_once (const void *argument, pe_text **out, pe_error **error)
{
  const occasion *self = argument;
  pe_status       status = self->run (self->argument, error);

  scarce_end ();
  *out = NULL;
  return status;
}

/* Refuses each allocation alone, then each and all that follow it. Answers how many there are. */
static int
fail_in_turn (attempt *run, size_t argument, pe_status expected)
{
  const occasion given = { run, argument };

  return scarce_walk (attempt_once, &given, expected);
}

static pe_status
evaluate_once (size_t argument, pe_error **error)
{
  pe_evaluation *out = NULL;
  pe_findings   *findings = NULL;
  pe_status      status = pe_evaluate (&out, rulebook, dossier, NULL, &findings, error);

  (void) argument;
  scarce_end ();
  assert_non_null (findings);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0, status == PE_OK);
  assert_int_equal (out != NULL, status == PE_OK);
  pe_findings_unref (findings);
  pe_evaluation_unref (out);
  return status;
}

static pe_status
print (size_t argument, pe_error **error)
{
  const size_t node = argument / 6;
  pe_language  language = argument % 2 == 0 ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN;
  pe_text     *text = NULL;
  pe_status    status;

  if (argument % 6 < 2)
    status = pe_evaluation_explain (&text, evaluation, node, language, error);
  else if (argument % 6 < 4)
    status = pe_evaluation_print_formula (&text, evaluation, node, language, error);
  else
    status = pe_evaluation_print_rate (&text, evaluation, node, error);
  scarce_end ();
  assert_int_equal (text != NULL, status == PE_OK);
  pe_text_unref (text);
  return status;
}

static pe_status
print_reason (size_t argument, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status
      = pe_ledger_print_reason (&text, pe_evaluation_get_ledger (evaluation), argument, PE_LANGUAGE_ZH, error);

  scarce_end ();
  assert_int_equal (text != NULL, status == PE_OK);
  pe_text_unref (text);
  return status;
}

static pe_status
compute_points (size_t argument, pe_error **error)
{
  pe_ratio *ratio = NULL;
  pe_status status = pe_evaluation_compute_points (&ratio, evaluation, argument, PE_POINTS_LOST, error);

  scarce_end ();
  assert_int_equal (ratio != NULL, status == PE_OK);
  pe_ratio_unref (ratio);
  return status;
}

/* The evaluation twice, by points 1 : 1. */
static pe_rollup *rollup;

static pe_status
roll_up (size_t argument, pe_error **error)
{
  pe_rollup_unit    units[2];
  pe_rollup_options options;
  pe_rollup        *out = NULL;
  pe_status         status;

  pe_rollup_options_init (&options, sizeof options);
  options.mode = (pe_rollup_mode) argument;
  options.weighting = PE_WEIGHTING_BY_POINTS;
  options.mean_rounding = PE_ROUND_HALF_UP;
  options.mean_places = 2;
  options.unit_name = "汇总";
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    {
      pe_rollup_unit_init (&units[i], sizeof units[i]);
      units[i].evaluation = evaluation;
      units[i].weight = (pe_figure) { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
    }
  status = pe_roll_up (&out, units, G_N_ELEMENTS (units), &options, NULL, error);
  scarce_end ();
  assert_int_equal (out != NULL, status == PE_OK);
  pe_rollup_unref (rollup);
  rollup = out;
  return status;
}

static pe_status
compute_rolled (size_t argument, pe_error **error)
{
  pe_ratio *ratio = NULL;
  pe_status status = pe_rollup_compute_points (&ratio, rollup, argument, PE_POINTS_LOST, error);

  scarce_end ();
  assert_int_equal (ratio != NULL, status == PE_OK);
  pe_ratio_unref (ratio);
  return status;
}

static int
set_up (void **state)
{
  (void) state;
  rulebook = new_rulebook ();
  dossier = new_dossier ("8");
  WELL (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, &error));
  return 0;
}

static int
tear_down (void **state)
{
  (void) state;
  pe_evaluation_unref (evaluation);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return 0;
}

static void
test_evaluate (void **state)
{
  pe_dossier *good = dossier;
  int         n;

  (void) state;
  n = fail_in_turn (evaluate_once, 0, PE_OK);
  printf ("an evaluation was refused its %d allocations in turn\n", n);
  assert_true (n > 100);
  dossier = new_dossier ("11");
  assert_true (fail_in_turn (evaluate_once, 0, PE_ERROR_SCORE_ABOVE_MARKS) > 100);
  pe_dossier_unref (dossier);
  dossier = good;
}

static void
test_printing (void **state)
{
  const size_t n = pe_evaluation_get_n_nodes (evaluation);

  (void) state;
  for (size_t i = 0; i < 6 * n; i++)
    assert_true (fail_in_turn (print, i, PE_OK) > 0);
  for (size_t i = 0; i < pe_ledger_get_size (pe_evaluation_get_ledger (evaluation)); i++)
    assert_true (fail_in_turn (print_reason, i, PE_OK) > 0);
  for (size_t i = 0; i < n; i++)
    assert_true (fail_in_turn (compute_points, i, PE_OK) > 0);
}

/* Score first: the digest of a dossier of totals is made by GLib, which aborts (docs/memory.md). */
static void
test_rolling_up (void **state)
{
  int n;

  (void) state;
  n = fail_in_turn (roll_up, PE_ROLLUP_SCORES_FIRST, PE_OK);
  printf ("a roll-up was refused its %d allocations in turn\n", n);
  assert_true (n > 3);
  for (size_t i = 0; i < pe_rollup_get_n_nodes (rollup); i++)
    assert_true (fail_in_turn (compute_rolled, i, PE_OK) > 0);
  assert_int_equal (roll_up (PE_ROLLUP_TOTALS_FIRST, NULL), PE_OK);
  for (size_t i = 0; i < pe_rollup_get_n_nodes (rollup); i++)
    assert_true (fail_in_turn (compute_rolled, i, PE_OK) > 0);
  g_clear_pointer (&rollup, pe_rollup_unref);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_evaluate),
    cmocka_unit_test (test_printing),
    cmocka_unit_test (test_rolling_up),
  };

  return cmocka_run_group_tests (tests, set_up, tear_down);
}
