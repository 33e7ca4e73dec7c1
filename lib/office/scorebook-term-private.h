/* scorebook-term-private.h - a formula of a spreadsheet together with its exact value
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/ratio.h>

#include "../base/int128-private.h"

/* A spreadsheet calculates in binary numbers of 53 bits. So a formula is built together with its exact value, and every step
 * that binary numbers could take wrongly (rounding near a tie, comparing what lies close together) is refused unless it is
 * certain at these figures. What was refused stays refused in all that is made of it.
 *
 * Operations take their operands over. */

typedef struct pe_scorebook_term
{
  char     *text;    /* the formula; owned, NULL where it was refused */
  gboolean  is_cell; /* a cell or a number as it stands: no step was calculated */
  pe_int128 numerator, denominator;
} pe_scorebook_term;

pe_scorebook_term pe_term_refuse (void);
void              pe_term_clear (pe_scorebook_term *self);
pe_scorebook_term pe_term_copy (const pe_scorebook_term *self);
gboolean          pe_term_is_refused (const pe_scorebook_term *self);

/* text: "E7"; decimal: what stands there. */
pe_scorebook_term pe_term_of_cell (const char *text, const pe_decimal *decimal);
pe_scorebook_term pe_term_of_decimal (const pe_decimal *decimal);
pe_scorebook_term pe_term_of_integer (int64_t number);
/* A value that is known but has no formula of its own; text is copied. Refused, with PE_ERROR_OVERFLOW, where it is too long,
 * or with PE_ERROR_NO_MEMORY. */
pe_status pe_term_of_ratio (pe_scorebook_term *out, const char *text, const pe_ratio *ratio);

pe_scorebook_term pe_term_add (pe_scorebook_term a, pe_scorebook_term b);
pe_scorebook_term pe_term_subtract (pe_scorebook_term a, pe_scorebook_term b);
pe_scorebook_term pe_term_multiply (pe_scorebook_term a, pe_scorebook_term b);
pe_scorebook_term pe_term_divide (pe_scorebook_term a, pe_scorebook_term b);
pe_scorebook_term pe_term_min (pe_scorebook_term a, pe_scorebook_term b);
pe_scorebook_term pe_term_max (pe_scorebook_term a, pe_scorebook_term b);
pe_scorebook_term pe_term_absolute (pe_scorebook_term a);
pe_scorebook_term pe_term_floor (pe_scorebook_term a);
pe_scorebook_term pe_term_ceiling (pe_scorebook_term a);
/* Half up, ties away from zero. */
pe_scorebook_term pe_term_round (pe_scorebook_term a, int32_t places);
/* Cleaned of binary dust: a has at most 9 places. */
pe_scorebook_term pe_term_tidy (pe_scorebook_term a);

/* "a<=b"; op: one of <, <=, >, >=, =. */
typedef struct pe_condition
{
  char    *text; /* owned, NULL where it was refused */
  gboolean holds;
} pe_condition;

pe_condition      pe_term_compare (pe_scorebook_term a, const char *op, pe_scorebook_term b);
pe_condition      pe_condition_and (pe_condition a, pe_condition b);
pe_scorebook_term pe_term_if (pe_condition condition, pe_scorebook_term then, pe_scorebook_term otherwise);

/* full × min(1, part / whole), rounded half up to places by one division of whole numbers: exact, near ties too, while
 * full × whole stays below 2^52 units (docs/decisions, "The kernels of a batch"). Refused where it does not, or where one of
 * them is no cell. */
pe_scorebook_term pe_term_round_share (const pe_scorebook_term *full, const pe_scorebook_term *part,
                                       const pe_scorebook_term *whole, int32_t places);

/* Cut after 9 places, for what a cell shows until it is calculated; FALSE beyond 15 digits. */
gboolean pe_term_get_shown (const pe_scorebook_term *self, pe_decimal *out);
/* -1, 0, 1; both were not refused. */
int pe_term_compare_values (const pe_scorebook_term *a, const pe_scorebook_term *b);
/* *out: whether it is this ratio; FALSE with PE_ERROR_OVERFLOW and PE_ERROR_NO_MEMORY. */
pe_status pe_term_is_ratio (gboolean *out, const pe_scorebook_term *self, const pe_ratio *ratio);
