/* office.c - a program that has nothing of libperfeval-office but what was installed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval-office/perfeval-office.h>
#include <perfeval/perfeval.h>
#include <stdio.h>

int
main (void)
{
  pe_tables *tables = NULL, *back = NULL;
  pe_text   *text = NULL;

  if (pe_tables_from_csv (&tables, "a,b\n", 4, NULL, NULL, NULL) != PE_OK)
    return 1;
  if (pe_tables_to_xlsx (&text, tables, NULL) != PE_OK)
    return 2;
  if (pe_tables_from_xlsx (&back, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL) != PE_OK)
    return 3;
  if (pe_tables_get_n_rows (back, 0) != 1)
    return 4;
  pe_tables_unref (tables);
  pe_tables_unref (back);
  pe_text_unref (text);
  puts (pe_version_get_string ());
  return 0;
}
