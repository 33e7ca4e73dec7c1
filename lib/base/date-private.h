/* date-private.h - what the library knows about days beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/date.h>

#include "place-private.h"

#define PE_YEAR_MIN 1900
#define PE_YEAR_MAX 9999

/* Days since 0001-01-01, which is day 1 and a Monday. date is a day. */
int32_t pe_date_to_number (pe_date date);
/* As pe_date_parse(), with the place for the error (nullable). */
pe_status pe_date_parse_at (pe_date *out, const char *text, size_t length, const pe_place *place, pe_error **error);
/* PE_ERROR_DATE_RANGE at a place (nullable) unless date is a day. */
pe_status pe_date_check (pe_date date, const pe_place *place, pe_error **error);
/* "2023-12-31" for a day, the plain number for anything else. Returns out. */
#define PE_DATE_PRINT_SIZE 12
const char *pe_date_print (char out[PE_DATE_PRINT_SIZE], pe_date date);
