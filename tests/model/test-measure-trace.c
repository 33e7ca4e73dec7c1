/* test-measure-trace.c - the lines behind the measures of a budget
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "records.h"

#include <perfeval/measure_trace.h>

/* Two years; the total is derived from its lines. */
static pe_dossier *
make_year (int32_t year, const char *basic, const char *project, const char *abroad, pe_dossier *prior)
{
  const pe_dossier_head head = make_head (year);
  pe_budget_line        lines[3]
      = { make_line (0, PE_BUDGET_TOTAL, 1, "合计", ""), make_line (1, PE_BUDGET_BASIC, 0, "基本支出", basic),
          make_line (1, PE_BUDGET_PROJECT, 0, "项目支出", project) };
  pe_three_public_line part;
  pe_budget_builder   *budget_builder = NULL;
  pe_dossier_builder  *builder = NULL;
  pe_budget           *budget = NULL;
  pe_dossier          *dossier = NULL;

  lines[1].carry_over = figure ("2元");
  lines[2].carry_over = figure (prior != NULL ? "4元" : "1元");
  lines[1].surplus = figure ("-");
  lines[2].surplus = figure ("1元");
  lines[1].carried_in = figure ("-");
  lines[2].carried_in = figure ("-");
  lines[1].added = lines[2].added = figure ("5元");
  pe_three_public_line_init (&part, sizeof part);
  part.item = PE_THREE_PUBLIC_ABROAD;
  part.initial = figure (abroad);
  part.executed = figure ("7元");
  assert_int_equal (pe_budget_builder_new (&budget_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (budget_builder, lines, 3, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_three_public (budget_builder, &part, 1, NULL), PE_OK);
  part.item = PE_THREE_PUBLIC_TOTAL;
  assert_int_equal (pe_budget_builder_add_three_public (budget_builder, &part, 1, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, budget_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_budget (builder, budget, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_prior (builder, prior, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  pe_budget_builder_free (budget_builder);
  pe_budget_unref (budget);
  return dossier;
}

static void
assert_measure (const pe_dossier *dossier, const char *id, pe_state state, const char *numerator,
                const char *denominator)
{
  pe_measure_value value;

  pe_measure_value_init (&value, sizeof value);
  assert_int_equal (pe_measure_derive (&value, id, dossier, NULL), PE_OK);
  assert_int_equal (value.state, state);
  assert_figure (&value.numerator, numerator);
  assert_figure (&value.denominator, denominator);
}

/* Both definitions of the carry-over rate, both of the change of 三公经费; the base is named by the id. */
static void
test_measures (void **state)
{
  pe_dossier *prior = make_year (2022, "10元 10元 10元", "20元 20元 18元", "8元", NULL);
  pe_dossier *dossier = make_year (2023, "15元 16元 16元", "20元 24元 20元", "10元", prior);

  (void) state;
  assert_measure (dossier, "budget.execution_rate", PE_STATE_VALUE, "36元", "40元");
  assert_measure (dossier, "budget.execution_rate_initial", PE_STATE_VALUE, "36元", "35元");
  assert_measure (dossier, "budget.control_rate", PE_STATE_VALUE, "10元", "35元");
  /* 35 + nothing carried in + 10 - 6, by 45 */
  assert_measure (dossier, "budget.completion_rate", PE_STATE_VALUE, "39元", "45元");
  assert_measure (dossier, "budget.carry_over_rate_executed", PE_STATE_VALUE, "6元", "36元");
  assert_measure (dossier, "budget.carry_over_rate_adjusted", PE_STATE_VALUE, "1元", "40元");
  assert_measure (dossier, "budget.carry_over_change", PE_STATE_VALUE, "3元", "3元");
  assert_measure (dossier, "budget.executed_change", PE_STATE_VALUE, "8元", "28元");
  assert_measure (dossier, "budget.initial_change", PE_STATE_VALUE, "5元", "30元");
  assert_measure (dossier, "budget.three_public_control_rate", PE_STATE_VALUE, "7元", "10元");
  assert_measure (dossier, "budget.three_public_control_rate_adjusted", PE_STATE_MISSING, "7元", "");
  assert_measure (dossier, "budget.three_public_change_budget", PE_STATE_VALUE, "2元", "8元");
  assert_measure (dossier, "budget.three_public_change_executed", PE_STATE_VALUE, "0元", "7元");
  /* Without the year before: missing, not zero. */
  assert_measure (prior, "budget.executed_change", PE_STATE_MISSING, "", "");
  pe_dossier_unref (dossier);
  pe_dossier_unref (prior);
}

static void
assert_entry (const pe_measure_trace *trace, size_t index, const char *path, const char *numerator,
              const char *denominator)
{
  pe_contribution contribution;
  pe_text        *text = NULL;

  pe_contribution_init (&contribution, sizeof contribution);
  assert_int_equal (pe_measure_trace_get (&contribution, trace, index, NULL), PE_OK);
  assert_figure (&contribution.numerator, numerator);
  assert_figure (&contribution.denominator, denominator);
  assert_int_equal (pe_measure_trace_print_path (&text, trace, index, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), path);
  pe_text_unref (text);
}

/* The lines that the total was derived from, those of the year before with it; what is taken away is negative. */
static void
test_lines (void **state)
{
  pe_dossier       *prior = make_year (2022, "10元 10元 10元", "20元 20元 18元", "8元", NULL);
  pe_dossier       *dossier = make_year (2023, "15元 16元 16元", "20元 24元 20元", "10元", prior);
  pe_measure_trace *trace = NULL;

  (void) state;
  assert_int_equal (pe_measure_trace_new (&trace, "budget.executed_change", dossier, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_trace_get_size (trace), 6);
  assert_entry (trace, 0, "/budget/lines/0/lines/0/executed", "16元", "-");
  assert_entry (trace, 1, "/budget/lines/0/lines/1/executed", "20元", "-");
  assert_entry (trace, 2, "/prior/budget/lines/0/lines/0/executed", "-10元", "-");
  assert_entry (trace, 3, "/prior/budget/lines/0/lines/1/executed", "-18元", "-");
  assert_entry (trace, 5, "/prior/budget/lines/0/lines/1/executed", "-", "18元");
  pe_measure_trace_unref (trace);
  assert_int_equal (pe_measure_trace_new (&trace, "budget.three_public_control_rate", dossier, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_trace_get_size (trace), 2); /* the total is given */
  assert_entry (trace, 0, "/budget/three_public/total/executed", "7元", "-");
  assert_entry (trace, 1, "/budget/three_public/total/initial", "-", "10元");
  pe_measure_trace_unref (pe_measure_trace_ref (trace));
  pe_measure_trace_unref (trace);
  pe_dossier_unref (dossier);
  pe_dossier_unref (prior);
}

/* A total that stands in the summary alone. */
static void
test_summary (void **state)
{
  const pe_dossier_head   head = make_head (2023);
  pe_procurement_builder *procurement_builder = NULL;
  pe_procurement_summary  summary;
  pe_procurement         *procurement = NULL;
  pe_dossier_builder     *builder = NULL;
  pe_dossier             *dossier = NULL;
  pe_measure_trace       *trace = NULL;

  (void) state;
  pe_procurement_summary_init (&summary, sizeof summary);
  summary.reserved_for_sme = figure ("258.83万元");
  summary.sme_contracts = figure ("187.61万元");
  assert_int_equal (pe_procurement_builder_new (&procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_set_summary (procurement_builder, &summary, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (builder, procurement, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_trace_new (&trace, "procurement.sme_reserve_achievement", dossier, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_trace_get_size (trace), 2);
  assert_entry (trace, 0, "/procurement/summary/sme_contracts", "187.61万元", "-");
  assert_entry (trace, 1, "/procurement/summary/reserved_for_sme", "-", "258.83万元");
  pe_measure_trace_unref (trace);
  pe_dossier_builder_free (builder);
  pe_procurement_builder_free (procurement_builder);
  pe_procurement_unref (procurement);
  pe_dossier_unref (dossier);
}

static void
test_refused (void **state)
{
  pe_dossier       *dossier = make_year (2023, "15元 16元 16元", "20元 24元 20元", "10元", NULL);
  pe_measure_trace *trace = NULL;
  pe_contribution   contribution;
  pe_text          *text = NULL;
  pe_error         *error = NULL;

  (void) state;
  pe_contribution_init (NULL, 8);
  pe_contribution_init (&contribution, sizeof contribution);
  assert_refused (pe_measure_trace_new (&trace, "none", dossier, NULL, &error), &error, PE_ERROR_MEASURE_UNKNOWN, NULL);
  assert_refused (pe_measure_trace_new (NULL, "none", dossier, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_measure_trace_new (&trace, "none", NULL, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_measure_trace_new (&trace, "budget.execution_rate", dossier, NULL, NULL), PE_OK);
  assert_refused (pe_measure_trace_get (&contribution, trace, 99, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_measure_trace_get (&contribution, NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_measure_trace_print_path (&text, trace, 99, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_measure_trace_print_path (NULL, trace, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_null (pe_measure_trace_find_place (trace, 99));
  assert_int_equal (pe_measure_trace_get_size (NULL), 0);
  assert_null (pe_measure_trace_ref (NULL));
  pe_measure_trace_unref (NULL);
  pe_measure_trace_unref (trace);
  pe_dossier_unref (dossier);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_measures),
    cmocka_unit_test (test_lines),
    cmocka_unit_test (test_summary),
    cmocka_unit_test (test_refused),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
