/* client.c - a program of this minor version, kept with the headers that it was written for
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * It is compiled with the headers beside it, never with those of the tree, and run with today's library. Each part
 * leaves with a number of its own, so that the test can say what broke. Figures: the Zengcheng report of 2023, and what
 * anybody can work out.
 */
#include <perfeval/perfeval.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEED(condition)                                                                     \
  do                                                                                        \
    {                                                                                       \
      if (!(condition))                                                                     \
        {                                                                                   \
          fprintf (stderr, "client: line %d: not so any more: %s\n", __LINE__, #condition); \
          exit (1);                                                                         \
        }                                                                                   \
    }                                                                                       \
  while (0)

static int
is (const pe_decimal *number, int64_t coefficient, int32_t scale)
{
  return number->coefficient == coefficient && number->scale == scale && number->reserved == 0;
}

static void
numbers (void)
{
  pe_decimal total = { 0, 0, 0 };
  pe_figure  figure;
  pe_error  *error = NULL;
  char       text[PE_DECIMAL_PRINT_SIZE];

  NEED (sizeof (pe_decimal) == 16 && sizeof (pe_figure) == 24);
  NEED (pe_decimal_parse (&total, "2,155.61", 8, NULL) == PE_OK && is (&total, 215561, 2));
  NEED (pe_decimal_print (text, sizeof text, &total, NULL) == PE_OK && strcmp (text, "2155.61") == 0);
  NEED (pe_figure_parse (&figure, "258.83万元", 12, NULL) == PE_OK && is (&figure.value, 25883, 2));
  NEED (figure.state == PE_STATE_VALUE && figure.unit == PE_UNIT_WAN_YUAN);
  NEED (pe_decimal_parse (&total, "1e5", 3, &error) == PE_ERROR_NUMBER_EXPONENT && is (&total, 215561, 2));
  NEED (pe_error_get_status (error) == PE_ERROR_NUMBER_EXPONENT);
  NEED (pe_finding_get_severity (pe_error_get_finding (error)) == PE_SEVERITY_ERROR);
  NEED (strcmp (pe_status_name (PE_ERROR_NUMBER_EXPONENT), "PE_ERROR_NUMBER_EXPONENT") == 0);
  pe_error_unref (error);
}

/* 30 of 100 in June is 60 % of the plan of 50: yellow; the ends of the bands are the documented ones. */
static void
lamps (void)
{
  const pe_figure actual = { { 30, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  const pe_figure less = { { 299, 1, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  const pe_figure target = { { 100, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  pe_lamp         lamps[2] = { 0, 0 }, worst = 0;
  pe_lamp_bands   bands;

  memset (&bands, 0x5a, sizeof bands);
  pe_lamp_bands_init (&bands, sizeof bands);
  NEED (bands.struct_size == sizeof bands && bands.reserved == 0);
  NEED (is (&bands.yellow, 6, 1) && is (&bands.green, 8, 1) && is (&bands.blue, 12, 1));
  NEED (pe_lamp_compute (&lamps[0], PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, NULL) == PE_OK);
  NEED (pe_lamp_compute (&lamps[1], PE_LAMP_FOR_TARGET, &less, &target, 6, NULL, NULL) == PE_OK);
  NEED (lamps[0] == PE_LAMP_YELLOW && lamps[1] == PE_LAMP_RED);
  NEED (pe_lamp_worst (&worst, lamps, 2, NULL) == PE_OK && worst == PE_LAMP_RED);
  bands.reserved = 1;
  NEED (pe_lamp_compute (&worst, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, NULL) == PE_ERROR_INVALID_ARGUMENT);
}

/* 187.61 of 258.83, worth 1 point: 0.72 */
static void
one_line (void)
{
  const pe_decimal full_marks = { 1, 0, 0 };
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_ratio        *exact = NULL;
  pe_fact          facts[2];
  pe_decimal       points;

  NEED (pe_rule_builder_new (&builder, "capped_ratio", 1, NULL) == PE_OK);
  NEED (pe_rule_builder_bind_fact (builder, "actual", "contracts", NULL) == PE_OK);
  NEED (pe_rule_builder_bind_fact (builder, "target", "reserve", NULL) == PE_OK);
  NEED (pe_rule_builder_build (&rule, builder, NULL, NULL) == PE_OK);
  pe_fact_init (&facts[0], sizeof facts[0]);
  pe_fact_init (&facts[1], sizeof facts[1]);
  facts[0].name = "contracts";
  facts[1].name = "reserve";
  NEED (pe_figure_parse (&facts[0].figure, "187.61", 6, NULL) == PE_OK);
  NEED (pe_figure_parse (&facts[1].figure, "258.83", 6, NULL) == PE_OK);
  NEED (pe_rule_score (&exact, rule, &full_marks, facts, 2, NULL, NULL) == PE_OK);
  NEED (pe_ratio_round (&points, exact, 2, PE_ROUND_HALF_UP, NULL) == PE_OK && is (&points, 72, 2));
  pe_ratio_unref (exact);
  pe_rule_unref (rule);
  pe_rule_builder_free (builder);
}

static char *
slurp (const char *name, size_t *size)
{
  FILE *file = fopen (name, "rb");
  char *bytes = malloc (1 << 20);

  NEED (file != NULL && bytes != NULL);
  *size = fread (bytes, 1, 1 << 20, file);
  NEED (*size > 0 && *size < 1 << 20 && fclose (file) == 0);
  return bytes;
}

/* What the report prints: 99.69 points, 优, 0.03 and 0.28 lost. */
static void
check_evaluation (const pe_evaluation *evaluation)
{
  static const int64_t lost[] = { -3, -28 };
  const pe_ledger     *ledger = pe_evaluation_get_ledger (evaluation);
  pe_ledger_entry      entry;
  pe_ratio            *exact;
  pe_decimal           total, amount;
  pe_grade             grade;

  NEED (pe_evaluation_get_points (&total, evaluation, 0, PE_POINTS_SCORE, NULL) == PE_OK && is (&total, 9969, 2));
  pe_grade_init (&grade, sizeof grade);
  NEED (pe_rulebook_get_grade (
            &grade, pe_evaluation_get_rulebook (evaluation), (size_t) pe_evaluation_get_grade (evaluation), NULL)
        == PE_OK);
  NEED (strcmp (grade.name_zh, "优") == 0);
  NEED (pe_ledger_get_size (ledger) == 2);
  for (size_t i = 0; i < 2; i++)
    {
      pe_ledger_entry_init (&entry, sizeof entry);
      NEED (pe_ledger_get_entry (&entry, ledger, i, NULL) == PE_OK && entry.kind == PE_ENTRY_LEAF);
      NEED (entry.is_exact == 1 && is (&entry.amount, lost[i], 2));
      NEED (pe_ledger_compute_amount (&exact, ledger, i, NULL) == PE_OK);
      NEED (pe_ratio_round (&amount, exact, 2, PE_ROUND_HALF_UP, NULL) == PE_OK && is (&amount, lost[i], 2));
      pe_ratio_unref (exact);
    }
}

static void
short_road (const char *rules, const char *facts)
{
  size_t         rules_size, facts_size;
  char          *rules_bytes = slurp (rules, &rules_size), *facts_bytes = slurp (facts, &facts_size);
  pe_rulebook   *rulebook = NULL;
  pe_dossier    *dossier = NULL;
  pe_evaluation *evaluation = NULL;
  pe_findings   *findings = NULL;
  pe_text       *json = NULL;

  NEED (pe_rulebook_from_json (&rulebook, rules_bytes, rules_size, NULL, NULL, NULL) == PE_OK);
  NEED (pe_dossier_from_json (&dossier, facts_bytes, facts_size, NULL, NULL, NULL) == PE_OK);
  NEED (pe_evaluate (&evaluation, rulebook, dossier, NULL, &findings, NULL) == PE_OK);
  NEED (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0);
  check_evaluation (evaluation);
  NEED (pe_evaluation_to_json (&json, evaluation, NULL) == PE_OK && pe_text_get_size (json) > 100);
  pe_text_unref (json);
  pe_findings_unref (findings);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
  free (facts_bytes);
  free (rules_bytes);
}

int
main (int argc, char **argv)
{
  NEED (argc == 3);
  numbers ();
  lamps ();
  one_line ();
  short_road (argv[1], argv[2]);
  puts ("client: as it was");
  return 0;
}
