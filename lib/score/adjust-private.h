/* adjust-private.h - what changes a score after its rule
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "scoring-private.h"

/* Whether the deductions, bonuses and events of the dossier are such as the rulebook provides for. */
void pe_scoring_check_adjustments (pe_scoring *self);
/* Changes a node's points by an amount and says what did it; nothing for 0. source, row and reached: see
 * pe_scored_adjustment; reached is nullable. */
void pe_adjust_add (pe_scoring *self, uint32_t node, pe_adjust_cause cause, size_t source, int32_t row,
                    const pe_rational *amount, const pe_rational *reached);
/* FALSE when the condition of a cap has no value: the leaf is then scored by its policy, or that is an error. */
gboolean pe_adjust_check_conditions (pe_scoring *self, uint32_t node);
/* Caps the unrounded points of a leaf where the conditions hold. */
void pe_adjust_apply_caps (pe_scoring *self, uint32_t node);

/* What over-achievement makes of an outcome. Findings are added. */
void pe_over_result_init (pe_over_result *self);
void pe_over_result_clear (pe_over_result *self);
void pe_over_result_move (pe_over_result *out, pe_over_result *self);
/* row: the row of a slot that the outcome is of, or -1; node: the slot's, the row's own, or the leaf's. */
void pe_adjust_measure (pe_scoring *self, uint32_t node, int32_t row, const pe_outcome *outcome, pe_over_result *out);

/* Change the unrounded points of a leaf, or of a row that is scored by itself, and of the total. */
void pe_adjust_leaf (pe_scoring *self, uint32_t node);
void pe_adjust_total (pe_scoring *self);
/* Lowers the grade where an event limits it. */
void pe_adjust_grade (pe_scoring *self);

/* Why an adjustment is there, as a sentence. */
void pe_adjust_add_reason (const pe_evaluation *self, size_t node, const pe_scored_adjustment *adjustment,
                           pe_language language, pe_buffer *out);
/* Why the grade is not the one that the points have; nothing where it is. */
void pe_adjust_add_grade (const pe_evaluation *self, pe_language language, pe_buffer *out);
