/* fuzz.c - what the targets share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

void
check_failure (pe_status status, const void *out, pe_error *error)
{
  const pe_finding *finding = pe_error_get_finding (error);

  HOLDS (status != PE_OK && status < 2000);
  HOLDS (out == NULL);
  HOLDS (error != NULL && pe_error_get_status (error) == status);
  HOLDS (strcmp (pe_status_name (status), "PE_STATUS_UNKNOWN") != 0);
  HOLDS (pe_error_get_message (error, PE_LANGUAGE_ZH)[0] != '\0'
         && pe_error_get_message (error, PE_LANGUAGE_EN)[0] != '\0');
  HOLDS (strchr (pe_error_get_message (error, PE_LANGUAGE_EN), '\n') == NULL);
  HOLDS (finding != NULL && pe_finding_get_n_places (finding) >= 1);
  pe_error_unref (error);
}

static void
check_row (const pe_tables *a, size_t i, const pe_tables *b, size_t k, size_t row, int is_kind)
{
  pe_table_row one, other;
  pe_cell      left, right;

  pe_table_row_init (&one, sizeof one);
  pe_table_row_init (&other, sizeof other);
  pe_cell_init (&left, sizeof left);
  pe_cell_init (&right, sizeof right);
  HOLDS (pe_tables_get_row (&one, a, i, row, NULL) == PE_OK && pe_tables_get_row (&other, b, k, row, NULL) == PE_OK);
  HOLDS (one.number == other.number && one.n_cells == other.n_cells);
  for (size_t cell = 0; cell < one.n_cells; cell++)
    {
      HOLDS (pe_tables_get_cell (&left, a, i, row, cell, NULL) == PE_OK);
      HOLDS (pe_tables_get_cell (&right, b, k, row, cell, NULL) == PE_OK);
      HOLDS (left.column == right.column && left.length == right.length && left.length > 0);
      HOLDS (memcmp (left.text, right.text, left.length + 1) == 0);
      HOLDS (!is_kind || (left.kind == right.kind && left.unit == right.unit));
    }
}

void
check_tables (const pe_tables *a, size_t i, const pe_tables *b, size_t k, int is_kind)
{
  HOLDS (pe_tables_get_n_rows (a, i) == pe_tables_get_n_rows (b, k));
  for (size_t row = 0; row < pe_tables_get_n_rows (a, i); row++)
    check_row (a, i, b, k, row, is_kind);
}

void
check_csv (const pe_tables *tables, size_t table)
{
  pe_text   *csv = NULL;
  pe_tables *again = NULL;

  HOLDS (pe_tables_to_csv (&csv, tables, table, NULL, NULL) == PE_OK);
  HOLDS (pe_tables_from_csv (&again, pe_text_get_data (csv), pe_text_get_size (csv), NULL, NULL, NULL) == PE_OK);
  check_tables (tables, table, again, 0, 0);
  pe_tables_unref (again);
  pe_text_unref (csv);
}

static void
check_tables_of (const pe_dossier *dossier, pe_language language)
{
  pe_dossier_tables_options options;
  pe_tables                *tables = NULL;
  pe_dossier               *again = NULL;

  pe_dossier_tables_options_init (&options, sizeof options);
  options.language = language;
  HOLDS (pe_tables_from_dossier (&tables, dossier, &options, NULL) == PE_OK);
  HOLDS (pe_dossier_from_tables (&again, tables, NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_dossier_is_equal (dossier, again));
  pe_dossier_unref (again);
  pe_tables_unref (tables);
}

static void
check_json_of (const pe_dossier *dossier)
{
  pe_dossier *again = NULL;
  pe_text    *json = NULL;

  HOLDS (pe_dossier_to_json (&json, dossier, NULL) == PE_OK);
  HOLDS (pe_dossier_from_json (&again, pe_text_get_data (json), pe_text_get_size (json), NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_dossier_is_equal (dossier, again));
  pe_dossier_unref (again);
  pe_text_unref (json);
}

void
use_as_dossier (const pe_tables *tables, const pe_dossier_tables_options *options)
{
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_dossier_from_tables (&dossier, tables, options, &findings, &error);

  HOLDS (findings != NULL);
  if (status == PE_OK)
    {
      HOLDS (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0);
      check_tables_of (dossier, PE_LANGUAGE_ZH);
      check_tables_of (dossier, PE_LANGUAGE_EN);
      check_json_of (dossier);
    }
  else
    check_failure (status, dossier, error);
  pe_findings_unref (findings);
  pe_dossier_unref (dossier);
}

pe_rulebook *
read_rulebook (const char *name)
{
  char         path[4096];
  static char  bytes[1 << 20];
  pe_rulebook *rulebook = NULL;
  size_t       size;
  FILE        *file;

  snprintf (path, sizeof path, "%s/rulebooks/%s", FUZZ_SOURCE, name);
  file = fopen (path, "rb");
  HOLDS (file != NULL);
  size = fread (bytes, 1, sizeof bytes, file);
  HOLDS (fclose (file) == 0 && size < sizeof bytes);
  HOLDS (pe_rulebook_from_json (&rulebook, bytes, size, NULL, NULL, NULL) == PE_OK);
  return rulebook;
}
