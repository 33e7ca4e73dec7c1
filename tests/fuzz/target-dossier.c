/* target-dossier.c - a dossier from any bytes; one that is read is written, read again and evaluated
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

/* Whatever the facts are: full marks and the entries of the ledger make the total. */
static void
check_ledger (const pe_evaluation *evaluation)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (evaluation);
  pe_decimal       sum, score;
  pe_ledger_entry  entry;
  int32_t          order = 1;
  int              is_exact;

  is_exact = pe_evaluation_get_points (&sum, evaluation, 0, PE_POINTS_FULL_MARKS, NULL) == PE_OK
             && pe_evaluation_get_points (&score, evaluation, 0, PE_POINTS_SCORE, NULL) == PE_OK;
  for (size_t i = 0; i < pe_ledger_get_size (ledger); i++)
    {
      pe_ledger_entry_init (&entry, sizeof entry);
      HOLDS (pe_ledger_get_entry (&entry, ledger, i, NULL) == PE_OK);
      is_exact = is_exact && entry.is_exact && pe_decimal_add (&sum, &sum, &entry.amount, NULL) == PE_OK;
    }
  if (is_exact)
    HOLDS (pe_decimal_compare (&order, &sum, &score, NULL) == PE_OK && order == 0);
}

static void
show (const pe_evaluation *evaluation)
{
  pe_text *text = NULL;

  HOLDS (pe_evaluation_to_json (&text, evaluation, NULL) == PE_OK);
  pe_text_unref (text);
  text = NULL;
  HOLDS (pe_evaluation_to_csv (&text, evaluation, PE_LANGUAGE_ZH, NULL) == PE_OK);
  pe_text_unref (text);
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (evaluation); i++)
    {
      text = NULL;
      HOLDS (pe_evaluation_explain (&text, evaluation, i, i % 2 == 0 ? PE_LANGUAGE_EN : PE_LANGUAGE_ZH, NULL) == PE_OK);
      pe_text_unref (text);
    }
}

static void
evaluate (const char *name, pe_dossier *dossier)
{
  pe_rulebook   *rulebook = read_rulebook (name);
  pe_evaluation *evaluation = NULL;
  pe_error      *error = NULL;
  pe_status      status = pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, &error);

  if (status == PE_OK)
    {
      check_ledger (evaluation);
      show (evaluation);
    }
  else
    check_failure (status, evaluation, error);
  pe_evaluation_unref (evaluation);
  pe_rulebook_unref (rulebook);
}

static void
use (pe_dossier *dossier)
{
  pe_dossier *again = NULL;
  pe_text    *json = NULL;

  HOLDS (pe_dossier_to_json (&json, dossier, NULL) == PE_OK);
  HOLDS (pe_dossier_from_json (&again, pe_text_get_data (json), pe_text_get_size (json), NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_dossier_is_equal (dossier, again));
  evaluate ("guangdong-2023.json", dossier);
  evaluate ("sample-department.json", again);
  pe_dossier_unref (again);
  pe_text_unref (json);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_dossier_from_json (&dossier, (const char *) data, size, NULL, &findings, &error);

  HOLDS (findings != NULL);
  if (status == PE_OK)
    use (dossier);
  else
    check_failure (status, dossier, error);
  pe_findings_unref (findings);
  pe_dossier_unref (dossier);
  return 0;
}
