/* perfeval/inference.h - what a printed figure says about one that is not printed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_INFERENCE_H
#define PERFEVAL_INFERENCE_H

#include <perfeval/ratio.h>
#include <perfeval/verdict.h>

PE_BEGIN_DECLS

/**
 * @file inference.h
 * @brief The weight behind a deduction, the base behind a growth rate.
 *
 * A report seldom prints the full marks of a leaf, and never the figure of the
 * year before. What it does print bounds them, exactly.
 */

/** An interval. Its ends belong to the caller: pe_interval_clear(). Since: 1.0 */
typedef struct pe_interval
{
  uint32_t  struct_size; /**< Set by pe_interval_init(). */
  int32_t   is_empty;    /**< 1: no number; both ends are NULL. */
  int32_t   has_low;     /**< 1: the low end belongs to it. */
  int32_t   has_high;    /**< 1: the high end belongs to it. */
  pe_ratio *low;         /**< Owned; NULL: unbounded below. */
  pe_ratio *high;        /**< Owned; NULL: unbounded above. */
} pe_interval;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_interval_init (pe_interval *self, uint32_t struct_size);

/**
 * Gives back the ends and makes it an empty structure again.
 * @param self  an interval, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_interval_clear (pe_interval *self);

/**
 * The weights (分值) that are feasible given points lost.
 *
 * A leaf of weight w scores w * min (1, numerator / denominator), rounded once to
 * @p places by @p mode; what is lost is w less that score (the deduction is no
 * rounding of its own: the published 0.28 and 0.03 exclude it). The weights for
 * which exactly @p lost is lost are an interval: with r the ratio and h half a
 * unit, w (1 - r) lies in (lost - h, lost + h] under half_up, its closure under
 * half_even, (lost - u, lost] under down and [lost, lost + u) under up.
 *
 * @code
 * // 0.28 lost at 187.61 of 258.83: a weight in (0.9994…, 1.0357…]
 * pe_decimal lost = { 28, 2, 0 }, bought = { 18761, 2, 0 }, reserved = { 25883, 2, 0 };
 * pe_interval weights;
 * pe_interval_init (&weights, sizeof weights);
 * assert (pe_infer_weight (&weights, &lost, &bought, &reserved, 2, PE_MODE_HALF_UP, NULL) == PE_OK);
 * assert (!weights.has_low && weights.has_high);
 * pe_interval_clear (&weights);
 * @endcode
 *
 * @param[out] out          filled; pe_interval_clear(). Unbounded where nothing is lost at full ratio
 * @param      lost         the points that the report deducts, 0 or more
 * @param      numerator    0 or more
 * @param      denominator  above 0
 * @param      places       of the score, 0 to 18
 * @param      mode         one bit of #pe_mode_value
 * @param[out] error        nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, malformed or out of range
 * @retval PE_ERROR_DIVIDE_BY_ZERO    @p denominator is 0
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_infer_weight (pe_interval *out, const pe_decimal *lost, const pe_decimal *numerator,
                           const pe_decimal *denominator, int32_t places, pe_modes mode, pe_error **error);

/**
 * The bases (上年数) from which a figure can have grown by a printed rate, as an interval of real numbers.
 *
 * @code
 * // 50, grown by 4.17 %: of the whole numbers only 48 lies in the interval
 * pe_decimal now = { 50, 0, 0 }, percent = { 417, 2, 0 };
 * pe_interval bases;
 * pe_decimal low, high;
 * pe_interval_init (&bases, sizeof bases);
 * assert (pe_infer_base (&bases, &now, &percent, PE_MODE_HALF_UP, NULL) == PE_OK);
 * assert (pe_ratio_round (&low, bases.low, 0, PE_ROUND_CEILING, NULL) == PE_OK);
 * assert (pe_ratio_round (&high, bases.high, 0, PE_ROUND_FLOOR, NULL) == PE_OK);
 * assert (low.coefficient == 48 && high.coefficient == 48);
 * pe_interval_clear (&bases);
 * @endcode
 *
 * @param[out] out      filled; pe_interval_clear()
 * @param      current  the new figure, above 0
 * @param      percent  the growth in percent as printed, with its places; negative for a fall
 * @param      mode     one bit of #pe_mode_value
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, malformed or out of range
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_infer_base (pe_interval *out, const pe_decimal *current, const pe_decimal *percent, pe_modes mode,
                         pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_INFERENCE_H */
