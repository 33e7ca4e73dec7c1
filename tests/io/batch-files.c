/* batch-files.c - a small rulebook and its form, for the tests of batch files
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "batch-files.h"

static const char rules[]
    = "{\"format\": \"perfeval-rulebook/1\", \"id\": \"small\", \"edition\": \"1\", \"title\": {\"zh\": \"小\"}, "
      "\"kind\": \"project\","
      "\"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", \"full_marks\": \"25\","
      "\"rounding\": {\"rate\": {\"places\": 2, \"mode\": \"half_up\"}, \"leaf\": {\"places\": 2, \"mode\": "
      "\"half_up\"},"
      "\"subtotal\": null, \"total\": {\"places\": 2, \"mode\": \"half_up\"}, \"rank_on\": \"rounded\"},"
      "\"policies\": {\"missing\": \"error\", \"not_applicable\": \"full\", \"zero_denominator\": \"error\","
      "\"text\": \"error\", \"invalid\": \"error\"},"
      "\"grades\": [{\"id\": \"a\", \"name\": {\"zh\": \"优\"}, \"from\": \"20\"}, {\"id\": \"b\", \"name\": {\"zh\": "
      "\"差\"}, \"from\": \"0\"}],"
      "\"indicators\": ["
      "{\"code\": \"1\", \"name\": {\"zh\": \"产出\"}, \"full_marks\": \"10\", \"rule\": {\"shape\": "
      "\"capped_ratio/1\","
      "\"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": \"target\"}}},"
      "{\"code\": \"2\", \"name\": {\"zh\": \"执行\"}, \"full_marks\": \"10\", \"rule\": {\"shape\": "
      "\"capped_ratio/1\","
      "\"actual\": {\"measure\": \"budget.execution_rate\"}}},"
      "{\"code\": \"3\", \"name\": {\"zh\": \"制度\"}, \"full_marks\": \"5\", \"rule\": {\"shape\": \"checklist/1\","
      "\"items\": [{\"id\": \"ok\", \"name\": {\"zh\": \"有制度\"}, \"points\": \"5\"}]}}]}";

pe_batch_plan *
new_plan (void)
{
  pe_rulebook   *rulebook = NULL;
  pe_batch_plan *plan = NULL;
  pe_error      *error = NULL;

  if (pe_rulebook_from_json (&rulebook, rules, strlen (rules), NULL, NULL, &error) != PE_OK
      || pe_batch_plan_new (&plan, rulebook, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_rulebook_unref (rulebook);
  return plan;
}

pe_batch_csv *
new_form (pe_batch_plan *plan, const char *file, pe_batch_detail detail, size_t *head)
{
  pe_batch_csv_options options;
  pe_batch_csv        *form = NULL;
  pe_error            *error = NULL;

  pe_batch_csv_options_init (&options, sizeof options);
  options.detail = detail;
  if (pe_batch_csv_new (&form, head, plan, file, strlen (file), &options, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  return form;
}
