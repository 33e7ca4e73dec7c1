/* target-csv.c - a table from any bytes; one that is read is written, in each form, and read again
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

/* A caller who says how the file is written reads what was written so, guards or none. */
static void
check_form (const pe_tables *tables, int32_t separator, pe_line_end line_end, pe_encoding encoding)
{
  pe_csv_options options;
  pe_text       *csv = NULL;
  pe_tables     *again = NULL;
  pe_error      *error = NULL;
  pe_status      status;

  pe_csv_options_init (&options, sizeof options);
  options.separator = separator;
  options.line_end = line_end;
  options.encoding = encoding;
  status = pe_tables_to_csv (&csv, tables, 0, &options, &error);
  if (status != PE_OK)
    {
      HOLDS (status == PE_ERROR_ENCODING_UNREPRESENTABLE);
      check_failure (status, csv, error);
      return;
    }
  HOLDS (pe_tables_from_csv (&again, pe_text_get_data (csv), pe_text_get_size (csv), &options, NULL, NULL) == PE_OK);
  check_tables (tables, 0, again, 0, 1);
  pe_tables_unref (again);
  pe_text_unref (csv);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_tables   *tables = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_tables_from_csv (&tables, (const char *) data, size, NULL, &findings, &error);

  HOLDS (findings != NULL);
  if (status == PE_OK)
    {
      HOLDS (pe_tables_get_n (tables) == 1 && pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0);
      check_csv (tables, 0);
      check_form (tables, ';', PE_LINE_END_LF, PE_ENCODING_GB18030);
      check_form (tables, '\t', PE_LINE_END_CR, PE_ENCODING_UTF16_BE);
    }
  else
    check_failure (status, tables, error);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
  return 0;
}
