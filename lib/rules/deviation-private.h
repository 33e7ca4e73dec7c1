/* deviation-private.h - how far a result lies from its target, for the shapes that score that
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "shape-private.h"

typedef enum
{
  PE_DEVIATION_ABOVE,  /* max (0, x - t) */
  PE_DEVIATION_BELOW,  /* max (0, t - x) */
  PE_DEVIATION_EITHER, /* |x - t| */
  PE_DEVIATION_SIGNED  /* x - t */
} pe_deviation_side;

typedef struct pe_deviation
{
  pe_deviation_side side;
  gboolean          relative; /* divided by the target, which is then above 0 */
} pe_deviation;

/* Of the arguments "actual" and "target", in the unit of the rule; the rate is set as well. FALSE when there is none:
 * the outcome then has the state. */
gboolean pe_deviation_compute (const pe_deviation *self, pe_application *application, pe_rational *out);
/* The unit of a relative deviation is that of a share. */
void pe_deviation_check_unit (const pe_deviation *self, const pe_rule *rule, pe_collector *collector);
/* "(6 − 5) / 5", "|6 − 5|"; bare: figures without their unit, which is the same in all of the formula. */
void pe_deviation_print (const pe_deviation *self, pe_formula *formula, gboolean bare);

/* Points off for each so many units of deviation: the parameters "per", "points" and "count". */

#define PE_PER_UNIT_COUNTS "continuous floor ceiling"
#define PE_PER_UNIT_COUNT_ZH \
  "不足一个单位如何计：continuous 按比例计，floor 不计（满一个才扣），ceiling 按一个计；表述中常未写明，须明确选择。"
#define PE_PER_UNIT_COUNT_EN                                                                                         \
  "How a part of a unit counts: continuous, in proportion; floor, not at all; ceiling, as a whole one. Texts often " \
  "leave "                                                                                                           \
  "it open; so it has to be said."

/* points = max (0, w - points × N (deviation / per)) */
void pe_per_unit_apply (const pe_deviation *deviation, pe_application *application);
void pe_per_unit_print (const pe_deviation *deviation, pe_formula *formula);
