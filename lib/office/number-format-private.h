/* number-format-private.h - what a cell's number format makes a person see
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/figure.h>
#include <perfeval/tables.h>

#include "../base/vector-private.h"

typedef enum
{
  PE_FORMAT_NUMBER, /* General as well: places is then -1 */
  PE_FORMAT_DATE
} pe_format_kind;

/* ECMA-376, 18.8.30. */
typedef struct pe_number_format
{
  pe_format_kind kind;
  int32_t        places; /* digits behind the point that are always shown, or -1 */
  int32_t        shift;  /* the power of ten between what is stored and what is shown: 2 for %, -4 for 万 */
  pe_unit        unit;   /* that is shown beside the number */
} pe_number_format;

/* The format of a code, "0.00%". */
pe_number_format pe_number_format_parse (const char *code);
/* The format of a number below 164; General where it stands for nothing. */
pe_number_format pe_number_format_builtin (uint32_t number);

/* Appends the plain decimal that is seen for a stored number. FALSE, and nothing appended, when the text is no number or
 * too large for a sheet; *rounded: it had more than 15 digits. */
gboolean pe_stored_number_print (pe_vector *out, const char *text, size_t length, const pe_number_format *format,
                                 gboolean *rounded, pe_status *status);
/* Appends "2023-12-31" or "2023-12-31 08:30:00" for a stored date. FALSE, and nothing appended, for what is no day. */
gboolean pe_stored_date_print (pe_vector *out, const char *text, size_t length, gboolean since_1904, pe_status *status);
