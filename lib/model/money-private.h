/* money-private.h - amounts: their checks and their sums
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/figure.h>

/* An amount of money as a record may hold it: missing, not applicable, or a value of zero or more in a money unit.
 * PE_ERROR_STATE_CONFLICT, PE_ERROR_UNIT_MISMATCH, PE_ERROR_NEGATIVE_AMOUNT. name: the record's own, for the message. */
pe_status pe_money_check (const pe_figure *figure, const char *path, const char *name, pe_error **error);

/* A running sum in the unit of its first value. Missing once anything missing was added; what does not apply adds nothing. */
typedef struct pe_money_sum
{
  pe_figure total; /* missing until a value came */
  gboolean  broken;
} pe_money_sum;

/* PE_OK or PE_ERROR_OVERFLOW. */
pe_status pe_money_sum_add (pe_money_sum *self, const pe_figure *figure, pe_error **error);
/* The sum: missing when anything was, or nothing was added; not applicable when nothing else was added. */
void pe_money_sum_finish (const pe_money_sum *self, pe_figure *out);
/* a - b in the unit of a; both have values. PE_OK or PE_ERROR_OVERFLOW. */
pe_status pe_money_subtract (pe_figure *out, const pe_figure *a, const pe_figure *b, pe_error **error);
/* Both have values: -1, 0, 1. PE_OK or PE_ERROR_OVERFLOW. */
pe_status pe_money_compare (int32_t *out, const pe_figure *a, const pe_figure *b, pe_error **error);
