/* units.c - units to be rolled up, in few words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#include <perfeval/json.h>
#include <string.h>

#include "scarcely.h"

pe_rulebook *
rules_of (const char *text)
{
  pe_rulebook *out = NULL;

  WELL (pe_rulebook_from_json (&out, text, strlen (text), NULL, NULL, &error));
  return out;
}

pe_evaluation *
unit_of (pe_rulebook *rules, const char *name, const char *members)
{
  pe_dossier    *dossier = NULL;
  pe_evaluation *out = NULL;
  char          *text = g_strdup_printf ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"%s\"}, "
                                                  "\"fiscal_year\": 2023, \"kind\": \"department\"%s%s}",
                                         name, members[0] != '\0' ? ", " : "", members);

  WELL (pe_dossier_from_json (&dossier, text, strlen (text), NULL, NULL, &error));
  evaluate_scarcely (rules, dossier, NULL, PE_OK);
  WELL (pe_evaluate (&out, rules, dossier, NULL, NULL, &error));
  explain_scarcely (out);
  pe_dossier_unref (dossier);
  g_free (text);
  return out;
}

pe_evaluation *
plain_unit (pe_rulebook *rules, const char *name, const char *adjusted, const char *actual, const char *target,
            const char *score)
{
  char *members = g_strdup_printf (
      "\"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"全年\", \"category\": \"total\", \"adjusted\": "
      "\"%s\", \"executed\": \"1\"}]}, \"facts\": {\"A\": {\"actual\": \"%s\", \"target\": \"%s\"}}, \"declared\": "
      "[{\"indicator\": \"B\", \"scorer\": \"self\", \"score\": \"%s\", \"evidence\": \"e\"}]",
      adjusted, actual, target, score);
  pe_evaluation *out = unit_of (rules, name, members);

  g_free (members);
  return out;
}

void
batch_init (batch *self, pe_rollup_mode mode, pe_weighting weighting)
{
  self->n = 0;
  pe_rollup_options_init (&self->options, sizeof self->options);
  self->options.mode = mode;
  self->options.weighting = weighting;
  self->options.unit_name = "汇总";
}

void
batch_add (batch *self, pe_evaluation *evaluation, const char *weight)
{
  pe_rollup_unit *unit = &self->units[self->n++];

  pe_rollup_unit_init (unit, sizeof *unit);
  unit->evaluation = evaluation;
  unit->weight = figure (weight);
}

void
batch_clear (batch *self)
{
  for (size_t i = 0; i < self->n; i++)
    pe_evaluation_unref (self->units[i].evaluation);
}

pe_rollup *
roll (batch *self)
{
  pe_rollup *out = NULL;

  roll_up_scarcely (self->units, self->n, &self->options, PE_OK);
  WELL (pe_roll_up (&out, self->units, self->n, &self->options, NULL, &error));
  explain_rollup_scarcely (out);
  batch_clear (self);
  return out;
}

pe_findings *
refuse_batch (batch *self, pe_status status)
{
  pe_rollup   *out = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  roll_up_scarcely (self->units, self->n, &self->options, status);
  assert_string_equal (pe_status_name (pe_roll_up (&out, self->units, self->n, &self->options, &findings, &error)),
                       pe_status_name (status));
  assert_null (out);
  assert_int_equal (pe_error_get_status (error), status);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      assert_string_not_equal (pe_finding_get_message (finding, PE_LANGUAGE_ZH),
                               pe_status_describe (pe_finding_get_code (finding), PE_LANGUAGE_ZH));
    }
  pe_error_unref (error);
  batch_clear (self);
  return findings;
}

void
check_ratio (pe_ratio *ratio, const char *expected)
{
  pe_text *numerator = NULL, *denominator = NULL;
  char    *text;

  WELL (pe_ratio_print_numerator (&numerator, ratio, &error));
  WELL (pe_ratio_print_denominator (&denominator, ratio, &error));
  text = g_strconcat (pe_text_get_data (numerator), "/", pe_text_get_data (denominator), NULL);
  assert_string_equal (text, expected);
  g_free (text);
  pe_text_unref (numerator);
  pe_text_unref (denominator);
  pe_ratio_unref (ratio);
}

void
check_score (const pe_rollup *self, size_t node, const char *expected)
{
  pe_ratio *ratio = NULL;

  WELL (pe_rollup_compute_points (&ratio, self, node, PE_POINTS_SCORE, &error));
  check_ratio (ratio, expected);
}

void
check_rolled (const pe_rollup *self, size_t index, uint32_t node, int32_t unit, pe_entry_kind kind, const char *amount)
{
  pe_rollup_entry entry;
  pe_ratio       *ratio = NULL;

  pe_rollup_entry_init (&entry, sizeof entry);
  WELL (pe_rollup_get_entry (&entry, self, index, &error));
  assert_int_equal (entry.node, node);
  assert_int_equal (entry.unit, unit);
  assert_int_equal (entry.kind, kind);
  WELL (pe_rollup_compute_amount (&ratio, self, index, &error));
  check_ratio (ratio, amount);
}

void
check_outcome (batch *units, const char *score, const char *path)
{
  if (score != NULL)
    {
      pe_rollup *self = roll (units);

      check_score (self, 0, score);
      pe_rollup_unref (self);
    }
  else
    {
      pe_findings *findings = refuse_batch (units, PE_ERROR_MERGE_CONFLICT);

      assert_int_equal (pe_findings_get_size (findings), 1);
      assert_string_equal (get_path (pe_findings_get (findings, 0)), path);
      pe_findings_unref (findings);
    }
}
