/* test-three-public.c - 三公经费, months, and sums over the lines of a budget
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

static pe_three_public_line
make_part (pe_three_public item, const char *initial, const char *executed)
{
  pe_three_public_line line;

  pe_three_public_line_init (&line, sizeof line);
  line.item = item;
  line.initial = figure (initial);
  line.executed = figure (executed);
  return line;
}

static pe_status
build (pe_budget **out, const pe_budget_line *lines, size_t n_lines, const pe_three_public_line *parts, size_t n,
       pe_findings **findings, pe_error **error)
{
  pe_budget_builder *builder = NULL;
  pe_status          status;

  assert_int_equal (pe_budget_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (builder, lines, n_lines, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_three_public (builder, parts, n, NULL), PE_OK);
  status = pe_budget_builder_build (out, builder, findings, error);
  pe_budget_builder_free (builder);
  return status;
}

static void
assert_part (const pe_budget *budget, pe_three_public item, pe_amount amount, const char *expected)
{
  pe_figure found;

  assert_int_equal (pe_budget_compute_three_public (&found, budget, item, amount, NULL), PE_OK);
  assert_figure (&found, expected);
}

/* Vehicles are purchase and running; the total is abroad, vehicles and reception. */
static void
test_derived (void **state)
{
  const pe_three_public_line parts[]
      = { make_part (PE_THREE_PUBLIC_RECEPTION, "2万元", "1.5万元"),
          make_part (PE_THREE_PUBLIC_ABROAD, "0万元", "0万元"), make_part (PE_THREE_PUBLIC_PURCHASE, "18万元", "-"),
          make_part (PE_THREE_PUBLIC_RUNNING, "3万元", "2.8万元") };
  pe_budget           *budget = NULL, *again = NULL;
  pe_budget_builder   *builder = NULL;
  pe_three_public_line out;

  (void) state;
  assert_int_equal (build (&budget, NULL, 0, parts, 4, NULL, NULL), PE_OK);
  assert_part (budget, PE_THREE_PUBLIC_VEHICLES, PE_AMOUNT_INITIAL, "21万元");
  assert_part (budget, PE_THREE_PUBLIC_VEHICLES, PE_AMOUNT_EXECUTED, "2.8万元");
  assert_part (budget, PE_THREE_PUBLIC_TOTAL, PE_AMOUNT_INITIAL, "23万元");
  assert_part (budget, PE_THREE_PUBLIC_TOTAL, PE_AMOUNT_EXECUTED, "4.3万元");
  assert_part (budget, PE_THREE_PUBLIC_TOTAL, PE_AMOUNT_ADJUSTED, "");
  assert_part (budget, PE_THREE_PUBLIC_PURCHASE, PE_AMOUNT_EXECUTED, "-");
  assert_int_equal (pe_budget_get_n_three_public (budget), 4);
  pe_three_public_line_init (&out, sizeof out);
  assert_int_equal (pe_budget_get_three_public (&out, budget, 0, NULL), PE_OK);
  assert_int_equal (out.item, PE_THREE_PUBLIC_ABROAD); /* in the order of the items */
  assert_int_equal (pe_budget_builder_new (&builder, budget, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&again, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_is_equal (budget, again), 1);
  pe_budget_builder_free (builder);
  pe_budget_unref (again);
  pe_budget_unref (budget);
}

static void
test_mismatches (void **state)
{
  const pe_three_public_line parts[]
      = { make_part (PE_THREE_PUBLIC_TOTAL, "24万元", ""),
          make_part (PE_THREE_PUBLIC_ABROAD, "0万元", ""),
          make_part (PE_THREE_PUBLIC_VEHICLES, "21万元", "3万元"),
          make_part (PE_THREE_PUBLIC_RECEPTION, "2万元", ""),
          make_part (PE_THREE_PUBLIC_PURCHASE, "", "1万元"),
          make_part (PE_THREE_PUBLIC_RUNNING, "", "1.9万元"),
          make_part (PE_THREE_PUBLIC_RUNNING, "", "") };
  pe_budget   *budget = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  (void) state;
  assert_refused (build (&budget, NULL, 0, parts, 7, &findings, &error), &error, PE_ERROR_SUM_MISMATCH, NULL);
  assert_int_equal (pe_findings_get_size (findings), 3);
  assert_finding (findings, 0, PE_ERROR_SUM_MISMATCH, "/budget/three_public/total/initial", NULL);
  assert_finding (findings, 1, PE_ERROR_SUM_MISMATCH, "/budget/three_public/vehicles/executed", NULL);
  assert_finding (findings, 2, PE_ERROR_CATEGORY_CONFLICT, "/budget/three_public/running", NULL);
  pe_findings_unref (findings);
}

/* Months of lines that are only some of the whole are not those of the whole. */
static void
test_months_below (void **state)
{
  (void) state;
  for (int32_t complete = 0; complete <= 1; complete++)
    {
      pe_figure      month = figure ("2元"), sum;
      pe_budget_line lines[2] = { make_line (0, PE_BUDGET_TOTAL, complete, "合计", ". 30元 24元"),
                                  make_line (1, PE_BUDGET_BASIC, 0, "基本支出", ". 30元 24元") };
      pe_budget     *budget = NULL;

      lines[1].months = &month;
      lines[1].n_months = 1;
      assert_int_equal (build (&budget, lines, 2, NULL, 0, NULL, NULL), PE_OK);
      assert_int_equal (pe_budget_compute_progress (&sum, budget, 1, NULL), PE_OK);
      assert_figure (&sum, complete ? "2元" : "");
      pe_budget_unref (budget);
    }
}

static void
test_months (void **state)
{
  pe_figure      months[12];
  pe_budget_line lines[2] = { make_line (0, PE_BUDGET_BASIC, 0, "基本支出", ". 30元 24元"),
                              make_line (0, PE_BUDGET_PROJECT, 0, "项目支出", ". 30元 12元") };
  pe_budget     *budget = NULL;
  pe_budget_line out;
  pe_findings   *findings = NULL;
  pe_error      *error = NULL;
  pe_figure      sum;

  (void) state;
  for (size_t i = 0; i < 12; i++)
    months[i] = figure ("2元");
  lines[0].months = lines[1].months = months;
  lines[0].n_months = 12;
  lines[1].n_months = 6;
  assert_int_equal (build (&budget, lines, 2, NULL, 0, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_compute_progress (&sum, budget, 6, NULL), PE_OK);
  assert_figure (&sum, "24元");
  assert_int_equal (pe_budget_compute_progress (&sum, budget, 7, NULL), PE_OK);
  assert_figure (&sum, ""); /* the second line's July is not filled in */
  pe_budget_line_init (&out, sizeof out);
  assert_int_equal (pe_budget_get_line (&out, budget, 1, NULL), PE_OK);
  assert_int_equal (out.n_months, 6);
  assert_figure (&out.months[5], "2元");
  pe_budget_unref (budget);
  budget = NULL;

  lines[0].executed = figure ("25元");
  lines[1].executed = figure ("11元");
  assert_refused (build (&budget, lines, 2, NULL, 0, &findings, &error), &error, PE_ERROR_SUM_MISMATCH, NULL);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_finding (findings, 0, PE_ERROR_SUM_MISMATCH, "/budget/lines/0/executed", "/budget/lines/0/months");
  assert_finding (findings, 1, PE_ERROR_SUM_MISMATCH, "/budget/lines/1/executed", "/budget/lines/1/months");
  pe_findings_unref (findings);
}

static void
test_refused_months (void **state)
{
  pe_figure          months[13];
  pe_budget_line     line = make_line (0, 0, 0, "一", ". . 24元");
  pe_budget_builder *builder = NULL;
  pe_error          *error = NULL;

  (void) state;
  for (size_t i = 0; i < 13; i++)
    months[i] = figure ("2元");
  assert_int_equal (pe_budget_builder_new (&builder, NULL, NULL), PE_OK);
  line.months = months;
  line.n_months = 13;
  assert_refused (pe_budget_builder_add_many (builder, &line, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/budget/lines/0/n_months");
  line.n_months = 12;
  months[11] = figure ("5%");
  assert_refused (pe_budget_builder_add_many (builder, &line, 1, &error), &error, PE_ERROR_UNIT_MISMATCH,
                  "/budget/lines/0/months/11");
  line.months = NULL;
  assert_refused (pe_budget_builder_add_many (builder, &line, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/budget/lines/0/n_months");
  pe_budget_builder_free (builder);
}

static pe_figure
sum_of (const pe_budget *budget, const char *project, const char *class, pe_funding funding, pe_amount amount)
{
  pe_budget_filter filter;
  pe_figure        sum;

  pe_budget_filter_init (&filter, sizeof filter);
  filter.project = project;
  filter.economic_class = class;
  filter.funding = funding;
  assert_int_equal (pe_budget_sum_lines (&sum, budget, &filter, amount, NULL), PE_OK);
  return sum;
}

/* Projects roll up: a line below one that is counted is part of it. */
static void
test_sums (void **state)
{
  pe_budget_line lines[5]
      = { make_line (0, PE_BUDGET_PROJECT, 0, "项目支出", ". 100元 90元"), make_line (1, 0, 0, "招商", ". 60元 50元"),
          make_line (2, 0, 0, "其中：差旅", ". 20元 10元"), make_line (1, 0, 0, "招商二期", ". 10元 10元"),
          make_line (0, PE_BUDGET_BASIC, 0, "基本支出", ". 7元 7元") };
  pe_budget *budget;
  pe_figure  sum;

  (void) state;
  lines[1].project = lines[2].project = lines[3].project = "招商";
  lines[1].funding = PE_FUNDING_APPROPRIATION;
  lines[3].funding = PE_FUNDING_OWN;
  lines[2].economic_class = "302";
  lines[4].economic_class = "302";
  lines[4].carry_over = figure ("1元");
  budget = make_budget (lines, 5);
  sum = sum_of (budget, "招商", NULL, 0, PE_AMOUNT_EXECUTED);
  assert_figure (&sum, "60元");
  sum = sum_of (budget, NULL, "302", 0, PE_AMOUNT_ADJUSTED);
  assert_figure (&sum, "27元");
  sum = sum_of (budget, "招商", NULL, PE_FUNDING_OWN, PE_AMOUNT_ADJUSTED);
  assert_figure (&sum, "10元");
  sum = sum_of (budget, "无此项目", NULL, 0, PE_AMOUNT_ADJUSTED);
  assert_figure (&sum, "");
  sum = sum_of (budget, NULL, "302", 0, PE_AMOUNT_CARRY_OVER);
  assert_figure (&sum, "");
  pe_budget_unref (budget);
}

static void
test_surplus (void **state)
{
  pe_budget_line line = make_line (0, 0, 0, "一", "1元 1元 1元");
  pe_budget     *budget = NULL;
  pe_findings   *findings = NULL;
  pe_error      *error = NULL;

  (void) state;
  line.carry_over = figure ("2元");
  line.surplus = figure ("2.01元");
  assert_refused (build (&budget, &line, 1, NULL, 0, &findings, &error), &error, PE_ERROR_SUM_MISMATCH, NULL);
  assert_finding (findings, 0, PE_ERROR_SUM_MISMATCH, "/budget/lines/0/carry_over", "/budget/lines/0/surplus");
  pe_findings_unref (findings);
}

static void
test_arguments (void **state)
{
  const pe_three_public_line part = make_part (PE_THREE_PUBLIC_ABROAD, "1元", "1元");
  pe_three_public_line       wrong = make_part (0, "1元", "1元"), out;
  pe_budget_builder         *builder = NULL;
  pe_budget_filter           filter;
  pe_budget                 *budget = NULL;
  pe_error                  *error = NULL;
  pe_figure                  figure_out;

  (void) state;
  assert_int_equal (build (&budget, NULL, 0, &part, 1, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_new (&builder, NULL, NULL), PE_OK);
  assert_refused (pe_budget_builder_add_three_public (builder, &wrong, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/budget/three_public/0/item");
  assert_refused (pe_budget_builder_add_three_public (NULL, &part, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  pe_three_public_line_init (&out, sizeof out);
  assert_refused (pe_budget_get_three_public (&out, budget, 1, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_budget_get_three_public (&out, NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_three_public (&figure_out, budget, 7, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  assert_refused (pe_budget_compute_three_public (&figure_out, budget, 1, PE_AMOUNT_ADDED, &error), &error,
                  PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_three_public (NULL, budget, 1, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_progress (&figure_out, budget, 13, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  assert_refused (pe_budget_compute_progress (&figure_out, NULL, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  pe_budget_filter_init (&filter, sizeof filter);
  assert_refused (pe_budget_sum_lines (&figure_out, budget, NULL, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_sum_lines (&figure_out, budget, &filter, 8, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  filter.funding = 6;
  assert_refused (pe_budget_sum_lines (&figure_out, budget, &filter, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  assert_int_equal (pe_budget_get_n_three_public (NULL), 0);
  pe_budget_builder_free (builder);
  pe_budget_unref (budget);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_derived),        cmocka_unit_test (test_mismatches),   cmocka_unit_test (test_months),
    cmocka_unit_test (test_refused_months), cmocka_unit_test (test_months_below), cmocka_unit_test (test_sums),
    cmocka_unit_test (test_surplus),        cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
