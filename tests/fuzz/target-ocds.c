/* target-ocds.c - procurement from any bytes; what is read is written as CSV, and taken into a dossier or refused
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

static pe_tables *
new_head (void)
{
  static const char head[] = "单位名称,某局\n年度,2023\n评价对象,部门整体支出\n";
  pe_csv_options    options;
  pe_tables        *tables = NULL;

  pe_csv_options_init (&options, sizeof options);
  options.name = "基本情况";
  HOLDS (pe_tables_from_csv (&tables, head, strlen (head), &options, NULL, NULL) == PE_OK);
  return tables;
}

static void
use (pe_tables *tables)
{
  pe_tables *both[] = { new_head (), tables }, *joined = NULL;

  for (size_t i = 0; i < pe_tables_get_n (tables); i++)
    check_csv (tables, i);
  HOLDS (pe_tables_join (&joined, both, 2, NULL) == PE_OK);
  use_as_dossier (joined, NULL);
  pe_tables_unref (joined);
  pe_tables_unref (both[0]);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_tables   *tables = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_tables_from_ocds (&tables, (const char *) data, size, NULL, &findings, &error);

  HOLDS (findings != NULL);
  if (status == PE_OK)
    use (tables);
  else
    check_failure (status, tables, error);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
  return 0;
}
