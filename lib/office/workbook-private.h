/* workbook-private.h - what the sheets of a workbook refer to: their parts, formats and shared texts
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/provider.h>

#include "number-format-private.h"
#include "xml-private.h"

typedef struct pe_workbook_sheet
{
  char    *name;
  char    *relation; /* an id of the workbook's relations */
  char    *part;     /* NULL where it is no sheet of cells */
  gboolean hidden;
} pe_workbook_sheet;

typedef struct pe_workbook
{
  pe_archive   archive;
  pe_limits    limits;
  char        *part;           /* the workbook's own */
  char        *strings_part;   /* nullable */
  char        *styles_part;    /* nullable */
  pe_vector    sheets;         /* of pe_workbook_sheet */
  pe_vector    codes;          /* of format_code: of the workbook's own formats */
  pe_vector    formats;        /* of pe_number_format: by the number that a cell gives */
  pe_vector    string_offsets; /* of size_t, and one more behind the last */
  pe_vector    string_bytes;   /* of char */
  gboolean     since_1904;
  uint64_t     text_bytes; /* of the cells read so far: one shared text may be that of each */
  pe_provider *provider;
} pe_workbook;

pe_status pe_workbook_open (pe_workbook *self, const char *bytes, size_t size, const pe_xlsx_options *options,
                            const char *file, const pe_limits *limits, pe_error **error);
void      pe_workbook_close (pe_workbook *self);

/* General for a number that no style has. */
const pe_number_format *pe_workbook_get_format (const pe_workbook *self, uint32_t style);
/* FALSE for a number that no shared text has. */
gboolean pe_workbook_get_string (const pe_workbook *self, uint32_t index, const char **text, size_t *length);

/* Adds bytes to a vector of char. */
pe_status pe_bytes_add (pe_vector *self, const char *bytes, size_t n);

/* How many bytes the texts of all cells may have, for each that the file may. */
#define PE_WORKBOOK_TEXTS 4

/* sheet.c: gives the cells of a sheet to the provider. */
pe_status pe_sheet_read (pe_workbook *workbook, const pe_workbook_sheet *sheet, pe_error **error);
