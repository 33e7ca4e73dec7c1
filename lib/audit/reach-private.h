/* reach-private.h - intervals of exact numbers, each end open or closed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/rational-private.h"

/* Arithmetic whose first failure is kept: what follows it computes nothing, and the caller asks once. */
typedef struct pe_calculation
{
  uint32_t  bits;
  pe_status status; /* PE_OK, PE_ERROR_LIMIT or PE_ERROR_NO_MEMORY */
} pe_calculation;

void pe_calculate_add (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
void pe_calculate_subtract (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
void pe_calculate_multiply (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
void pe_calculate_divide (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
/* out += factor * a, the factor being mostly 1 or -1 */
void pe_calculate_add_times (pe_calculation *self, pe_rational *out, const pe_rational *a, int64_t factor);
/* out = number * 10^exponent */
void pe_calculate_scaled (pe_calculation *self, pe_rational *out, const pe_decimal *number, int32_t exponent);

typedef struct pe_end_point
{
  gboolean    is_bounded; /* FALSE: infinite; the value is then 0 */
  gboolean    is_closed;  /* the value belongs to the span */
  pe_rational value;
} pe_end_point;

/* Never empty. */
typedef struct pe_reach
{
  pe_end_point low;
  pe_end_point high;
} pe_reach;

/* What a function can give: everything, or up to three spans. */
typedef struct pe_image
{
  gboolean is_everything;
  int      n;
  pe_reach spans[3];
} pe_image;

void pe_reach_init (pe_reach *self); /* all numbers */
void pe_reach_clear (pe_reach *self);
void pe_reach_set_point (pe_reach *self, const pe_rational *value);
void pe_reach_copy (pe_reach *out, const pe_reach *self);
void pe_reach_negate (pe_reach *self);
/* Whether some number lies in both. */
gboolean pe_reach_meets (const pe_reach *a, const pe_reach *b);
gboolean pe_reach_holds (const pe_reach *self, const pe_rational *value);
/* Cuts self down to what lies in other as well; FALSE when nothing does, self then as it was left. */
gboolean pe_reach_intersect (pe_reach *self, const pe_reach *other);
gboolean pe_reach_is_point (const pe_reach *self);
/* self *= other, both bounded, independent of each other */
void pe_reach_multiply (pe_calculation *calculation, pe_reach *self, const pe_reach *other);
/* self *= factor, which is 0 or more */
void pe_reach_scale (pe_calculation *calculation, pe_reach *self, const pe_rational *factor);

void pe_image_init (pe_image *self);
void pe_image_clear (pe_image *self);
/* above / below, independent of each other; below may hold 0, which divides nothing. Both bounded. */
void     pe_image_divide (pe_calculation *calculation, pe_image *out, const pe_reach *above, const pe_reach *below);
gboolean pe_image_meets (const pe_image *self, const pe_reach *target);
