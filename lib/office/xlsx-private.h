/* xlsx-private.h - what the files of the XLSX reader and writer share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/tables.h>
#include <xlsxwriter.h>

#include "archive-private.h"

pe_status pe_office_refuse_argument (pe_error **error, const char *name, const char *expected, const char *expected_zh);

/* xlsx-number.c: the one file of this library in which a number is binary, since a workbook holds no others. */

/* Writes a number, whose text is a plain decimal, as one that reads back the same. FALSE, and nothing written, when it has
 * more than 15 digits. shift: the power of ten that the format takes back, 2 under %. */
gboolean pe_office_write_number (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, int shift,
                                 lxw_format *format);
/* Writes a formula with its result, which is a plain decimal of at most 15 digits; else a spreadsheet that calculates shows 0
 * until it has. */
void pe_office_write_formula (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *formula,
                              const char *result, lxw_format *format);
/* Writes "2023-12-31" or "2023-12-31 08:30:00"; FALSE, and nothing written, when the sheet cannot have it. */
gboolean pe_office_write_date (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                               lxw_format *format);

/* workbook-file.c: a workbook that is written to memory. */
typedef struct pe_office_file
{
  int           descriptor;
  lxw_workbook *workbook; /* NULL once it is closed */
} pe_office_file;

pe_status pe_office_file_open (pe_office_file *self, pe_error **error);
/* Puts the workbook together; clears the file whatever happens. */
pe_status pe_office_file_finish (pe_office_file *self, pe_text **out, pe_error **error);
/* Gives up. */
/* PE_ERROR_FILE where a part of a workbook is not whole. */
pe_status pe_office_check_whole (pe_text *workbook, pe_error **error);

void pe_office_file_clear (pe_office_file *self);
