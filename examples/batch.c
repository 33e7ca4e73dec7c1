/* batch.c - three units scored from columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Prints:
 *   column 1/actual
 *   column 1/target
 *   unit 1: 9.60, grade 0
 *   unit 2: 3.33, grade 1
 *   unit 3: PE_ERROR_ZERO_DENOMINATOR
 */
#include <perfeval/perfeval.h>
#include <stdio.h>
#include <string.h>

static const char rules[]
    = "{\"format\": \"perfeval-rulebook/1\", \"id\": \"one-line\", \"edition\": \"1\", \"title\": {\"zh\": \"一项\"},"
      " \"kind\": \"project\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "
      "\"full_marks\": \"10\","
      " \"rounding\": {\"rate\": {\"places\": 2, \"mode\": \"half_up\"}, \"leaf\": {\"places\": 2, \"mode\": "
      "\"half_up\"},"
      " \"subtotal\": null, \"total\": {\"places\": 2, \"mode\": \"half_up\"}, \"rank_on\": \"rounded\"},"
      " \"policies\": {\"missing\": \"zero\", \"not_applicable\": \"error\", \"zero_denominator\": \"error\", "
      "\"text\": \"error\","
      " \"invalid\": \"error\"}, \"grades\": [{\"id\": \"a\", \"name\": {\"zh\": \"优\"}, \"from\": \"9\"},"
      " {\"id\": \"b\", \"name\": {\"zh\": \"差\"}, \"from\": \"0\"}], \"indicators\": [{\"code\": \"1\", \"name\": "
      "{\"zh\": \"完成率\"},"
      " \"full_marks\": \"10\", \"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"},"
      " \"target\": {\"fact\": \"target\"}}}]}";

int
main (void)
{
  static const int64_t actual[] = { 96, 1, 7 }, target[] = { 100, 3, 0 };
  int64_t              totals[3];
  int32_t              grades[3], statuses[3];
  pe_rulebook         *rulebook = NULL;
  pe_batch_plan       *plan = NULL;
  pe_batch_column      columns[2];
  pe_batch_output      total;
  pe_batch_results     results;
  pe_batch_input       input;
  pe_error            *error = NULL;
  int                  failed;

  pe_batch_input_init (&input, sizeof input);
  pe_batch_output_init (&total, sizeof total);
  total.points = totals;
  pe_batch_results_init (&results, sizeof results);
  results.nodes = &total;
  results.n_nodes = 1;
  results.grades = grades;
  results.statuses = statuses;
  for (size_t i = 0; i < 2; i++)
    {
      pe_batch_column_init (&columns[i], sizeof columns[i]);
      columns[i].type = PE_BATCH_INT64;
      columns[i].values = i == 0 ? actual : target;
    }
  failed = pe_rulebook_from_json (&rulebook, rules, strlen (rules), NULL, NULL, &error) != PE_OK
           || pe_batch_plan_new (&plan, rulebook, NULL, NULL, &error) != PE_OK
           || pe_batch_run (NULL, plan, columns, 2, &results, 3, NULL, &error) != PE_OK;
  for (size_t i = 0; i < pe_batch_plan_get_n_inputs (plan); i++)
    if (pe_batch_plan_get_input (&input, plan, i, NULL) == PE_OK)
      printf ("column %s\n", input.path);
  for (int i = 0; !failed && i < 3; i++)
    if (statuses[i] == PE_OK)
      printf ("unit %d: %d.%02d, grade %d\n", i + 1, (int) (totals[i] / 100), (int) (totals[i] % 100), (int) grades[i]);
    else
      printf ("unit %d: %s\n", i + 1, pe_status_name (statuses[i]));
  if (failed)
    printf ("%s\n", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
  return failed;
}
