/* perfeval/rounding_contract.h - where a scheme rounds, to how many places, and how
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ROUNDING_CONTRACT_H
#define PERFEVAL_ROUNDING_CONTRACT_H

#include <perfeval/decimal.h>

PE_BEGIN_DECLS

/**
 * @file rounding_contract.h
 * @brief The rounding contract (取舍约定) of a rulebook.
 *
 * Each level says for itself whether it rounds. Points are multiplied before
 * they are divided and rounded once, where the contract says so. A deduction is
 * the full marks less the rounded score and never has a rounding of its own.
 *
 * Deployed systems use three modes in one product; so nothing here has a
 * default: a level that is not set does not round.
 */

/** Whether ranks and grades go by the rounded total or the exact one. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_rank_on;

/** Values of #pe_rank_on. */
enum pe_rank_on_value
{
  PE_RANK_ON_ROUNDED = 1, /**< 按取舍后的总分 */
  PE_RANK_ON_EXACT   = 2  /**< 按未取舍的总分 */
};

/** The contract. A level whose rounding is 0 is not rounded. Since: 1.0 */
typedef struct pe_rounding_contract
{
  uint32_t    struct_size;       /**< Set by pe_rounding_contract_init(). */
  pe_rank_on  rank_on;           /**< Required in a rulebook. */
  int32_t     rate_places;       /**< Places of a rate as it is shown, in percent: 0 to 18. */
  pe_rounding rate_rounding;     /**< How a shown rate is rounded; it is never calculated with. */
  int32_t     leaf_places;       /**< Places of a leaf's score: 0 to 18. */
  pe_rounding leaf_rounding;     /**< How a leaf's score is rounded. */
  int32_t     subtotal_places;   /**< Places of a group's score: 0 to 18. */
  pe_rounding subtotal_rounding; /**< How a group's score is rounded. */
  int32_t     total_places;      /**< Places of the total: 0 to 18. */
  pe_rounding total_rounding;    /**< How the total is rounded. */
} pe_rounding_contract;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rounding_contract_init (pe_rounding_contract *self, uint32_t struct_size);

PE_END_DECLS

#endif /* PERFEVAL_ROUNDING_CONTRACT_H */
