/* target-formula.c - a formula from any bytes; one that is taken is scored
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

static void
score (const pe_rule *rule)
{
  const pe_decimal full_marks = { 10, 0, 0 };
  pe_fact          facts[2];
  pe_ratio        *points = NULL;
  pe_error        *error = NULL;
  pe_status        status;

  for (size_t i = 0; i < 2; i++)
    pe_fact_init (&facts[i], sizeof facts[i]);
  facts[0].name = "a";
  facts[1].name = "b";
  HOLDS (pe_figure_parse (&facts[0].figure, "2149.56", 7, NULL) == PE_OK);
  HOLDS (pe_figure_parse (&facts[1].figure, "-3", 2, NULL) == PE_OK);
  status = pe_rule_score (&points, rule, &full_marks, facts, 2, NULL, &error);
  if (status != PE_OK)
    check_failure (status, points, error);
  pe_ratio_unref (points);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char            *text = malloc (size + 1);
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_error        *error = NULL;
  pe_status        status;

  HOLDS (text != NULL);
  memcpy (text, data, size);
  text[size] = '\0';
  HOLDS (pe_rule_builder_new (&builder, "capped_ratio", 1, NULL) == PE_OK);
  HOLDS (pe_rule_builder_declare_fact (builder, "a", PE_FACT_NUMBER, NULL) == PE_OK);
  HOLDS (pe_rule_builder_declare_fact (builder, "b", PE_FACT_NUMBER, NULL) == PE_OK);
  status = pe_rule_builder_bind_formula (builder, "actual", text, &error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rule, builder, NULL, &error);
  if (status == PE_OK)
    score (rule);
  else
    check_failure (status, rule, error);
  pe_rule_unref (rule);
  pe_rule_builder_free (builder);
  free (text);
  return 0;
}
