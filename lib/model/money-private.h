/* money-private.h - exact sums of amounts in different units
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/figure.h>

#include "../base/rational-private.h"

/* Amounts are kept apart by the power of ten of their last place, as integers that cannot overflow: a coefficient has 64
 * bits, there are fewer than 2^32 of them, and 128 bits are there. So adding one is one addition; the places are brought
 * together when the sum is asked for. */
#define PE_MONEY_LEAST (-21) /* of 1‰ with 18 places */
#define PE_MONEY_MOST 8      /* of 1 亿元 */

/* A running sum of amounts of one dimension, each of which has a value or none. Only the end result has to fit into a
 * figure. */
typedef struct pe_money_sum
{
  pe_int128 parts[PE_MONEY_MOST - PE_MONEY_LEAST + 1];
  pe_unit   unit;   /* of the total: PE_UNIT_NONE until it is known, then that of the first value */
  int32_t   places; /* that the amounts have in this unit */
  gboolean  has_value;
  gboolean  has_missing;
  gboolean  has_not_applicable;
} pe_money_sum;

void pe_money_sum_init (pe_money_sum *self, pe_unit unit);
void pe_money_sum_clear (pe_money_sum *self);
/* Adds an amount, or takes it away. */
void pe_money_sum_add (pe_money_sum *self, const pe_figure *amount);
void pe_money_sum_subtract (pe_money_sum *self, const pe_figure *amount);
/* The state of the sum: missing once anything missing was added, or nothing at all; what does not apply adds nothing,
 * and where nothing applies the sum does not either. */
pe_state pe_money_sum_get_state (const pe_money_sum *self);
/* The sum, with as many places as the amounts have. PE_OK or PE_ERROR_OVERFLOW. */
pe_status pe_money_sum_get (const pe_money_sum *self, pe_figure *out, pe_error **error);
/* -1, 0, 1: how the total stands to an amount that has a value. */
int pe_money_sum_compare (const pe_money_sum *self, const pe_figure *amount);
/* The same for two amounts that have values. */
int pe_money_compare (const pe_figure *a, const pe_figure *b);
