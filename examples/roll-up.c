/* roll-up.c - one score for two units, in the two ways that are in use
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * 90 of 100 spent by the one, and 60 of 300 by the other: together 150 of 400, or half of 90 % and 20 %.
 *
 * Prints:
 *   totals first, then score: 37.50
 *   score first, then weight: 55.00
 */
#include <perfeval/perfeval.h>
#include <stdio.h>
#include <string.h>

static const char rules[]
    = "{\"format\": \"perfeval-rulebook/1\", \"id\": \"example\", \"edition\": \"1\", \"title\": {\"zh\": \"示例\"},"
      " \"kind\": \"project\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\","
      " \"full_marks\": \"100\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null,"
      " \"rank_on\": \"exact\"}, \"policies\": {\"zero_denominator\": \"error\"}, \"indicators\": [{\"code\": \"1\","
      " \"name\": {\"zh\": \"完成率\"}, \"full_marks\": \"100\", \"rule\": {\"shape\": \"capped_ratio/1\","
      " \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": \"target\"}}}]}";

static const char *const units[] = {
  "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"甲\"}, \"fiscal_year\": 2023, \"kind\": \"project\","
  " \"facts\": {\"1\": {\"actual\": \"90\", \"target\": \"100\"}}}",
  "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"乙\"}, \"fiscal_year\": 2023, \"kind\": \"project\","
  " \"facts\": {\"1\": {\"actual\": \"60\", \"target\": \"300\"}}}"
};

static void
show (const pe_rollup_unit *both, pe_rollup_mode mode, const char *label)
{
  pe_rollup_options options;
  pe_rollup        *rollup = NULL;
  pe_ratio         *score = NULL;
  pe_decimal        points;
  char              text[PE_DECIMAL_PRINT_SIZE];

  pe_rollup_options_init (&options, sizeof options);
  options.mode = mode;
  options.weighting = PE_WEIGHTING_BY_POINTS;
  options.unit_name = "甲乙";
  if (pe_roll_up (&rollup, both, 2, &options, NULL, NULL) == PE_OK
      && pe_rollup_compute_points (&score, rollup, 0, PE_POINTS_SCORE, NULL) == PE_OK
      && pe_ratio_round (&points, score, 2, PE_ROUND_HALF_UP, NULL) == PE_OK
      && pe_decimal_print (text, sizeof text, &points, NULL) == PE_OK)
    printf ("%s: %s\n", label, text);
  pe_ratio_unref (score);
  pe_rollup_unref (rollup);
}

int
main (void)
{
  pe_rulebook   *rulebook = NULL;
  pe_rollup_unit both[2];

  pe_rulebook_from_json (&rulebook, rules, strlen (rules), NULL, NULL, NULL);
  for (int i = 0; i < 2; i++)
    {
      pe_dossier *dossier = NULL;

      pe_rollup_unit_init (&both[i], sizeof both[i]);
      pe_figure_parse (&both[i].weight, "1", 1, NULL);
      pe_dossier_from_json (&dossier, units[i], strlen (units[i]), NULL, NULL, NULL);
      pe_evaluate (&both[i].evaluation, rulebook, dossier, NULL, NULL, NULL);
      pe_dossier_unref (dossier);
    }
  show (both, PE_ROLLUP_TOTALS_FIRST, "totals first, then score");
  show (both, PE_ROLLUP_SCORES_FIRST, "score first, then weight");
  for (int i = 0; i < 2; i++)
    pe_evaluation_unref (both[i].evaluation);
  pe_rulebook_unref (rulebook);
  return 0;
}
