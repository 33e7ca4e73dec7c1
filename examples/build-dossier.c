/* build-dossier.c - a dossier built record by record through the typed API
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Prints:
 *   budget.execution_rate = 2149.56 / 2155.61
 */
#include <perfeval/perfeval.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An example may leave at the first error; a host would pass it up. */
static void
need (pe_status status, pe_error *error)
{
  if (status == PE_OK)
    return;
  fprintf (stderr, "%s: %s\n", pe_status_name (status), pe_error_get_message (error, PE_LANGUAGE_EN));
  exit (1);
}

/* parent: the number of the line above, from 1 in the order of adding; 0 for a top line. */
static void
add_line (pe_budget_builder *builder, uint32_t parent, pe_budget_category category, const char *name,
          const char *adjusted, const char *executed)
{
  pe_error      *error = NULL;
  pe_budget_line line;

  pe_budget_line_init (&line, sizeof line);
  line.parent = parent;
  line.category = category;
  line.complete = category == PE_BUDGET_TOTAL; /* the lines below are all of it and must add up */
  line.name = name;
  need (pe_figure_parse (&line.adjusted, adjusted, strlen (adjusted), &error), error);
  need (pe_figure_parse (&line.executed, executed, strlen (executed), &error), error);
  need (pe_budget_builder_add_many (builder, &line, 1, &error), error);
}

int
main (void)
{
  pe_budget_builder  *lines = NULL;
  pe_dossier_builder *builder = NULL;
  pe_budget          *budget = NULL;
  pe_dossier         *dossier = NULL;
  pe_error           *error = NULL;
  pe_dossier_head     head;
  pe_measure_value    rate;
  char                executed[PE_DECIMAL_PRINT_SIZE], adjusted[PE_DECIMAL_PRINT_SIZE];

  need (pe_budget_builder_new (&lines, NULL, &error), error);
  add_line (lines, 0, PE_BUDGET_TOTAL, "全年预算", "2,155.61万元", "2,149.56万元");
  add_line (lines, 1, PE_BUDGET_BASIC, "基本支出", "1,555.88万元", "1,549.83万元");
  add_line (lines, 1, PE_BUDGET_PROJECT, "项目支出", "599.73万元", "599.73万元");
  need (pe_budget_builder_build (&budget, lines, NULL, &error), error);
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "增城经济技术开发区投资促进局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  need (pe_dossier_builder_new (&builder, NULL, &error), error);
  need (pe_dossier_builder_set_head (builder, &head, &error), error);
  need (pe_dossier_builder_set_budget (builder, budget, &error), error);
  need (pe_dossier_builder_build (&dossier, builder, NULL, &error), error);

  pe_measure_value_init (&rate, sizeof rate);
  need (pe_measure_derive (&rate, "budget.execution_rate", dossier, &error), error);
  need (pe_decimal_print (executed, sizeof executed, &rate.numerator.value, &error), error);
  need (pe_decimal_print (adjusted, sizeof adjusted, &rate.denominator.value, &error), error);
  printf ("budget.execution_rate = %s / %s\n", executed, adjusted);

  pe_dossier_unref (dossier);
  pe_dossier_builder_free (builder);
  pe_budget_unref (budget);
  pe_budget_builder_free (lines);
  return 0;
}
