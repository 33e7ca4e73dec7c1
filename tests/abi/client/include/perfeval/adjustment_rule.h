/* perfeval/adjustment_rule.h - what changes a score after its rule
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ADJUSTMENT_RULE_H
#define PERFEVAL_ADJUSTMENT_RULE_H

#include <perfeval/facts.h>

PE_BEGIN_DECLS

/**
 * @file adjustment_rule.h
 * @brief Over-achievement, caps, bonuses and vetoes, as data of a #pe_rulebook. All are off by default.
 *
 * In this order, each acting on the exact result of the one before:
 * - at a leaf: its rule, over-achievement (超额完成), caps (封顶), manual
 *   deductions (人工扣分, where pe_indicator::manual_deduction allows them), then
 *   the rounding of the leaf, once;
 * - at the total: the sum, rescaling, bonuses (加分), vetoes (一票否决), then the
 *   rounding of the total.
 *
 * Each stands in the ledger as entries #PE_ENTRY_ADJUST, exactly.
 */

/** What an over-achieved target leads to. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_over_action;

/** Values of #pe_over_action. Tianjin flags from 120 %, Guangxi asks for a reason from 130 % (both 2024). */
enum pe_over_action_value
{
  PE_OVER_FLAG   = 1, /**< A finding #PE_WARNING_OVER_ACHIEVED, nothing else. */
  PE_OVER_REASON = 2, /**< A reason has to be given, else see pe_over_achievement::if_no_reason. */
  PE_OVER_REDUCE = 3  /**< The points times 1 − min (cap, per × (r − from)), and a finding. */
};

/** What happens where a reason is asked for and not given. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_over_no_reason;

/** Values of #pe_over_no_reason. */
enum pe_over_no_reason_value
{
  PE_OVER_NO_REASON_FLAG  = 1, /**< A finding #PE_WARNING_OVER_ACHIEVED. */
  PE_OVER_NO_REASON_ZERO  = 2, /**< No points, and that finding. */
  PE_OVER_NO_REASON_ERROR = 3  /**< The error #PE_ERROR_REASON_MISSING. */
};

/**
 * What happens when a result reaches r = actual / target times its target or
 * more (超额完成): for a leaf of the shape capped_ratio or equality, and for the
 * rows of a slot whose sign has a rule of these shapes.
 *
 * The reason is a row's pe_row::reason, and a leaf's fact named
 * "over_achievement_reason", a text.
 *
 * The reduction is this library's own: the regulations say "in proportion to the
 * deviation" and no published formula was found.
 * Since: 1.0
 */
typedef struct pe_over_achievement
{
  uint32_t          struct_size;  /**< Set by pe_over_achievement_init(). */
  pe_over_action    action;       /**< Required. */
  pe_over_no_reason if_no_reason; /**< Required with #PE_OVER_REASON, else 0. */
  pe_sign           sign;         /**< For a slot: whose rows it is for, or 0 for all that can have it. Else 0. */
  const char       *indicator;    /**< Required. The leaf's code; each has one, or one for each sign. */
  pe_decimal        from;         /**< Required: the share of the target, above 1, that it begins at: 1.3 is 130 %. */
  pe_decimal        per;          /**< With #PE_OVER_REDUCE above 0: the share lost for each 100 % beyond. Else 0. */
  pe_decimal        cap;          /**< With #PE_OVER_REDUCE above 0, at most 1: the largest share lost. Else 0. */
} pe_over_achievement;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_over_achievement_init (pe_over_achievement *self, uint32_t struct_size);

/**
 * A cap by a condition (封顶): the leaf has at most so many points when it holds. The
 * condition is a yes/no fact of the leaf, e.g. Shanxi's 5 points where no cost
 * indicator was set, or a formula that is true or false, e.g.
 * "budget.executed > budget.adjusted". A condition that has no value, a fact that is
 * not filled in or an amount that is missing, is neither yes nor no: the leaf then
 * follows its policies for figures without a value. The facts of a formula have the
 * types that the leaf's rule declares.
 * Since: 1.0
 */
typedef struct pe_cap
{
  uint32_t    struct_size; /**< Set by pe_cap_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *indicator;   /**< Required. The leaf's code. */
  const char *if_fact;     /**< The name of the fact, 是 or 否; NULL with a formula. */
  const char *reason_zh;   /**< Required. UTF-8: why, as it stands in the ledger. */
  const char *reason_en;   /**< Nullable. UTF-8. */
  pe_decimal  points;      /**< From 0, below the full marks of the leaf. */
  const char *if_formula;  /**< The condition as a formula, UTF-8 (docs/formula.md); NULL with a fact. */
} pe_cap;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_cap_init (pe_cap *self, uint32_t struct_size);

/**
 * What bonuses (加分) may add: the total is min (s + min (sum of bonuses, limit),
 * ceiling). A rulebook without it has no bonuses.
 * Since: 1.0
 */
typedef struct pe_bonus
{
  uint32_t   struct_size; /**< Set by pe_bonus_init(). */
  uint32_t   reserved;    /**< 0. */
  pe_decimal limit;       /**< Above 0: all bonuses together, in points. */
  pe_decimal ceiling;     /**< Not below the full marks of the whole: the largest total. */
} pe_bonus;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_bonus_init (pe_bonus *self, uint32_t struct_size);

/** What a veto does. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_veto_effect;

/** Values of #pe_veto_effect. */
enum pe_veto_effect_value
{
  PE_VETO_ZERO    = 1, /**< The total is 0. */
  PE_VETO_CEILING = 2  /**< The score stays, and the grade is at most pe_veto::grade. */
};

/** What an event leads to (一票否决). Since: 1.0 */
typedef struct pe_veto
{
  uint32_t       struct_size; /**< Set by pe_veto_init(). */
  pe_veto_effect effect;      /**< Required. */
  const char    *id;          /**< Required, unique. By which events name it. */
  const char    *name_zh;     /**< Required. UTF-8, e.g. "发生重大违纪违法". */
  const char    *name_en;     /**< Nullable. UTF-8. */
  const char    *grade;       /**< Required with #PE_VETO_CEILING: the id of a grade. Else NULL. */
} pe_veto;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_veto_init (pe_veto *self, uint32_t struct_size);

PE_END_DECLS

#endif /* PERFEVAL_ADJUSTMENT_RULE_H */
