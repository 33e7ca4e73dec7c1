/* target-tables.c - a dossier from tables of any bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each piece of the input (pieces.h) is a CSV file; one named "mapping" holds other systems' names instead.
 */
#include "fuzz.h"
#include "pieces.h"

#include <string.h>

/* NULL when it is refused. */
static pe_tables *
read_table (const piece *from)
{
  pe_csv_options options;
  pe_tables     *tables = NULL;
  pe_error      *error = NULL;
  pe_status      status;

  pe_csv_options_init (&options, sizeof options);
  options.name = from->name;
  status = pe_tables_from_csv (&tables, from->bytes, from->size, &options, NULL, &error);
  /* A name that is no text is the caller's fault, and has no place in a file. */
  if (status != PE_OK && status != PE_ERROR_INVALID_UTF8)
    check_failure (status, tables, error);
  else
    pe_error_unref (error);
  return tables;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pieces                    input = pieces_of (data, size);
  const piece              *mapping = pieces_find (&input, "mapping");
  pe_tables                *sets[MOST_PIECES], *joined = NULL;
  pe_dossier_tables_options options;

  pe_dossier_tables_options_init (&options, sizeof options);
  if (mapping != NULL)
    {
      options.mapping = mapping->bytes;
      options.mapping_size = mapping->size;
    }
  for (size_t i = 0; i < input.n; i++)
    sets[i] = &input.all[i] != mapping ? read_table (&input.all[i]) : NULL;
  HOLDS (pe_tables_join (&joined, sets, input.n, NULL) == PE_OK);
  use_as_dossier (joined, &options);
  pe_tables_unref (joined);
  for (size_t i = 0; i < input.n; i++)
    pe_tables_unref (sets[i]);
  pieces_clear (&input);
  return 0;
}
