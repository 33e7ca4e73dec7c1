/* score-one-line.c - one line of a score table, without a rulebook
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Prints:
 *   exact  0.7248386…
 *   points 0.72
 *   lost   0.28
 */
#include <perfeval/perfeval.h>
#include <stdio.h>

static pe_rule *
new_rule (pe_error **error)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;

  /* 采购政策效能: contracts with small firms over the amount reserved for them, at most the full marks */
  if (pe_rule_builder_new (&builder, "capped_ratio", 1, error) == PE_OK
      && pe_rule_builder_bind_fact (builder, "actual", "contracts", error) == PE_OK
      && pe_rule_builder_bind_fact (builder, "target", "reserve", error) == PE_OK)
    pe_rule_builder_build (&rule, builder, NULL, error);
  pe_rule_builder_free (builder);
  return rule;
}

static void
show (const char *label, const pe_decimal *number)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  if (pe_decimal_print (text, sizeof text, number, NULL) == PE_OK)
    printf ("%-6s %s\n", label, text);
}

int
main (void)
{
  const pe_decimal full_marks = { 1, 0, 0 };
  pe_fact          facts[2];
  pe_error        *error = NULL;
  pe_rule         *rule = new_rule (&error);
  pe_ratio        *exact = NULL;
  pe_text         *text = NULL;
  pe_decimal       points, lost;
  int              failed = 1;

  pe_fact_init (&facts[0], sizeof facts[0]);
  pe_fact_init (&facts[1], sizeof facts[1]);
  facts[0].name = "contracts";
  facts[1].name = "reserve";
  if (rule != NULL && pe_figure_parse (&facts[0].figure, "187.61万元", 12, &error) == PE_OK
      && pe_figure_parse (&facts[1].figure, "258.83万元", 12, &error) == PE_OK
      && pe_rule_score (&exact, rule, &full_marks, facts, 2, NULL, &error) == PE_OK
      && pe_ratio_print_truncated (&text, exact, 7, &error) == PE_OK
      && pe_ratio_round (&points, exact, 2, PE_ROUND_HALF_UP, &error) == PE_OK
      && pe_decimal_subtract (&lost, &full_marks, &points, &error) == PE_OK)
    {
      printf ("exact  %s\n", pe_text_get_data (text));
      show ("points", &points);
      show ("lost", &lost);
      failed = 0;
    }
  if (error != NULL)
    fprintf (stderr, "%s\n", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  pe_text_unref (text);
  pe_ratio_unref (exact);
  pe_rule_unref (rule);
  return failed;
}
