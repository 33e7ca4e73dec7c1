/* range-private.h - between which numbers something lies, whatever its figures are
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * An end belongs to the range. What would take more than 128 bits has no end there: a range is never too narrow. So it owns
 * no memory, and is copied as it is.
 */
#pragma once

#include "expression-private.h"

/* An end of a range. */
typedef struct pe_bound
{
  int         infinite; /* -1 or 1: there is none; 0: number */
  pe_rational number;   /* never big */
} pe_bound;

typedef struct pe_range
{
  pe_bound low;
  pe_bound high;
} pe_range;

pe_range pe_range_whole (void);
/* One number, which is not big. */
pe_range pe_range_point (const pe_rational *number);
pe_range pe_range_from_zero (void); /* 0 and above */
gboolean pe_range_is_point (const pe_range *self);
int      pe_bound_sign (const pe_bound *self);

pe_range pe_range_negate (const pe_range *self);
pe_range pe_range_abs (const pe_range *self);
pe_range pe_range_add (const pe_range *a, const pe_range *b);
pe_range pe_range_multiply (const pe_range *a, const pe_range *b);
/* The whole line where some divisor is 0. */
pe_range pe_range_divide (const pe_range *a, const pe_range *b);
pe_range pe_range_round (const pe_range *self, int32_t places, pe_rounding rounding);
/* Of n ranges, at least one: the lowest (-1) or highest (1) of the lower ends, and of the upper ends. */
pe_range pe_range_fold (const pe_range *ranges, size_t n, int low, int high);

/* What the numbers that a formula can give lie between (expression-range.c). PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_expression_find_range (const pe_expression *self, pe_range *out);
