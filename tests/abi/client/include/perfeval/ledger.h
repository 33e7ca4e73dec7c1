/* perfeval/ledger.h - where every hundredth of a point went
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_LEDGER_H
#define PERFEVAL_LEDGER_H

#include <perfeval/ratio.h>

PE_BEGIN_DECLS

/**
 * @file ledger.h
 * @brief The ledger (扣分明细) of an evaluation: ordered, signed entries, each on a node.
 *
 * At every node, exactly: full marks + the entries at it and below it = its
 * score. A ledger is borrowed from its #pe_evaluation.
 *
 * An adjustment acts before the rounding of its node, and its entry is what it
 * took or added there, exactly. At a leaf the entry of the leaf is all the rest:
 * what the rule lost, and the one rounding at the end, which may make it
 * positive. So 10 points, a rule that gives 9.5, a deduction of 1 and no
 * rounding: leaf −0.5, adjust −1, score 8.5. With a full rule and a reduction by
 * 0.004 under two places: adjust −0.004, leaf +0.004, score 10. At the total,
 * and at a slot whose rows are scored one by one: rescale, then adjust in the
 * order of application, then rounding.
 *
 * @code
 * // every lost point of an evaluation
 * const pe_ledger *ledger = pe_evaluation_get_ledger (evaluation);
 * pe_ledger_entry entry;
 * size_t i;
 * pe_ledger_entry_init (&entry, sizeof entry);
 * for (i = 0; i < pe_ledger_get_size (ledger); i++)
 *   {
 *     assert (pe_ledger_get_entry (&entry, ledger, i, NULL) == PE_OK);
 *     assert (entry.kind >= PE_ENTRY_LEAF && entry.kind <= PE_ENTRY_ROUNDING);
 *   }
 * @endcode
 */

/** A ledger. Opaque, immutable, borrowed. Since: 1.0 */
typedef struct pe_ledger pe_ledger;

/** Why points came or went. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_entry_kind;

/** Values of #pe_entry_kind. */
enum pe_entry_kind_value
{
  PE_ENTRY_LEAF     = 1, /**< 按标准扣分: lost by a leaf's rule or declaration; its rounding is in it. */
  PE_ENTRY_ADJUST   = 2, /**< 调整: see #pe_adjust_cause. */
  PE_ENTRY_RESCALE  = 3, /**< 折算: marks moved because a leaf does not apply. */
  PE_ENTRY_ROUNDING = 4  /**< 取舍: at a subtotal or the total. */
};

/** What adjusted a score. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_adjust_cause;

/** Values of #pe_adjust_cause, in the order in which they act. */
enum pe_adjust_cause_value
{
  PE_CAUSE_OVER_ACHIEVEMENT = 1, /**< 超额完成: see #pe_over_achievement. */
  PE_CAUSE_CAP              = 2, /**< 封顶: see #pe_cap. */
  PE_CAUSE_DEDUCTION        = 3, /**< 人工扣分: a #pe_adjustment of the dossier. */
  PE_CAUSE_BONUS            = 4, /**< 加分: a #pe_adjustment of the dossier. */
  PE_CAUSE_VETO             = 5  /**< 一票否决: a #pe_event of the dossier. */
};

/** One entry. Since: 1.0 */
typedef struct pe_ledger_entry
{
  uint32_t      struct_size; /**< Set by pe_ledger_entry_init(). */
  pe_entry_kind kind;        /**< Why. */
  uint32_t      node;        /**< The node of the evaluation that it stands on. */
  int32_t       is_exact;    /**< 1: the amount is the whole truth. 0: see pe_ledger_compute_amount(). */
  pe_decimal    amount; /**< In points, negative where points are lost; truncated to 18 places or fewer if not exact. */
  pe_adjust_cause cause;  /**< With #PE_ENTRY_ADJUST; else 0. */
  uint32_t        source; /**< With a cause: the index, from 0, of what did it: the over-achievement or the cap in the
                                  rulebook, the adjustment or the event in the dossier. */
} pe_ledger_entry;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_ledger_entry_init (pe_ledger_entry *self, uint32_t struct_size);

/**
 * How many entries there are.
 * @param self  a ledger, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_ledger_get_size (const pe_ledger *self);

/**
 * Reads an entry by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   the object
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ledger_get_entry (pe_ledger_entry *out, const pe_ledger *self, size_t index, pe_error **error);

/**
 * The exact amount of an entry.
 *
 * @param[out] out    in points, owned: pe_ratio_unref()
 * @param      self   a ledger
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ledger_compute_amount (pe_ratio **out, const pe_ledger *self, size_t index, pe_error **error);

/**
 * The reason of an entry as a sentence, e.g. "本年度预算支出率为99.72%，扣0.03分。".
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param      index  from 0
 * @param      language anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ledger_print_reason (pe_text **out, const pe_ledger *self, size_t index, pe_language language,
                                  pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_LEDGER_H */
