/* perfeval/adjustment.h - deductions, bonuses and events that a dossier states
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ADJUSTMENT_H
#define PERFEVAL_ADJUSTMENT_H

#include <perfeval/facts.h>

PE_BEGIN_DECLS

/**
 * @file adjustment.h
 * @brief What a person takes away or adds (人工扣分, 加分), and what happened (否决事项).
 *
 * These are records of a #pe_dossier. Whether any of them counts is for the
 * rulebook to say, see adjustment_rule.h: by default none does, and one that the
 * rulebook does not provide for is an error, never passed over.
 *
 * @code
 * pe_adjustment deduction;
 * pe_adjustment_init (&deduction, sizeof deduction);
 * deduction.kind = PE_ADJUSTMENT_DEDUCTION;
 * deduction.scorer = PE_SCORER_FINANCE;
 * deduction.indicator = "2.1";
 * deduction.reason = "佐证材料不完整";
 * deduction.points.coefficient = 1;
 * assert (pe_dossier_builder_add_adjustments (builder, &deduction, 1, NULL) == PE_OK);
 * @endcode
 */

/** What an adjustment does. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_adjustment_kind;

/** Values of #pe_adjustment_kind. */
enum pe_adjustment_kind_value
{
  PE_ADJUSTMENT_DEDUCTION = 1, /**< 人工扣分: points taken from one leaf. */
  PE_ADJUSTMENT_BONUS     = 2  /**< 加分: points added to the total. */
};

/** A deduction or a bonus. It counts where the evaluation is by the same scorer. Since: 1.0 */
typedef struct pe_adjustment
{
  uint32_t           struct_size; /**< Set by pe_adjustment_init(). */
  pe_adjustment_kind kind;        /**< Required. */
  pe_scorer          scorer;      /**< Required: who says so. */
  int32_t            reserved;    /**< 0. */
  const char        *indicator;   /**< Required for a deduction: the leaf's code. NULL for a bonus. */
  const char        *reason;      /**< Required. UTF-8. */
  const char        *evidence;    /**< Required for a bonus, else nullable. UTF-8: what proves it. */
  pe_decimal         points;      /**< Above 0, in points. */
} pe_adjustment;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_adjustment_init (pe_adjustment *self, uint32_t struct_size);

/** Something that happened and that the rulebook has a veto for. Since: 1.0 */
typedef struct pe_event
{
  uint32_t    struct_size; /**< Set by pe_event_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *veto;        /**< Required. The id of the rulebook's #pe_veto. */
  const char *evidence;    /**< Required. UTF-8: what proves that it happened. */
} pe_event;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_event_init (pe_event *self, uint32_t struct_size);

PE_END_DECLS

#endif /* PERFEVAL_ADJUSTMENT_H */
