/* perfeval/ratio.h - an exact quotient
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RATIO_H
#define PERFEVAL_RATIO_H

#include <perfeval/decimal.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file ratio.h
 * @brief An exact rational, for what a decimal cannot hold.
 *
 * 10 x 2149.56 / 2155.61 = 9.9719336… has no last digit. A ratio keeps its
 * numerator and denominator, in lowest terms, the denominator positive.
 */

/** An exact rational. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_ratio pe_ratio;

/**
 * Divides two decimals exactly.
 *
 * @code
 * pe_decimal contracts = { 18761, 2, 0 }, reserve = { 25883, 2, 0 }, points;
 * pe_ratio *share = NULL;
 * assert (pe_ratio_new (&share, &contracts, &reserve, NULL) == PE_OK);
 * assert (pe_ratio_round (&points, share, 2, PE_ROUND_HALF_UP, NULL) == PE_OK);
 * assert (points.coefficient == 72); // 0.7248… of one mark
 * pe_ratio_unref (share);
 * @endcode
 *
 * @param[out] out          the quotient, owned: pe_ratio_unref()
 * @param      numerator    a number
 * @param      denominator  a number, not 0
 * @param[out] error        nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or malformed
 * @retval PE_ERROR_DIVIDE_BY_ZERO    @p denominator is 0
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ratio_new (pe_ratio **out, const pe_decimal *numerator, const pe_decimal *denominator, pe_error **error);

/**
 * Rounds to a decimal with exactly @p places places.
 *
 * @param[out] out       the rounded number
 * @param      self      a ratio
 * @param      places    0 to 18
 * @param      rounding  a #pe_rounding
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_OVERFLOW          the digits do not fit 64 bits at that many places
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ratio_round (pe_decimal *out, const pe_ratio *self, int32_t places, pe_rounding rounding,
                          pe_error **error);

/**
 * Compares two ratios.
 *
 * @param[out] out    -1, 0 or 1: @p a is less than, equal to or greater than @p b
 * @param      a      a ratio
 * @param      b      a ratio
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ratio_compare (int32_t *out, const pe_ratio *a, const pe_ratio *b, pe_error **error);

/**
 * The numerator in lowest terms, as decimal digits with a sign where negative.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   a ratio
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ratio_print_numerator (pe_text **out, const pe_ratio *self, pe_error **error);

/**
 * The denominator in lowest terms, as decimal digits; never zero or negative.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   a ratio
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ratio_print_denominator (pe_text **out, const pe_ratio *self, pe_error **error);

/**
 * The value for people, truncated to @p places places and followed by "…" where
 * that is not all of it: "9.9719336…". Trailing zeros are left off.
 *
 * @param[out] out     owned: pe_text_unref()
 * @param      self    a ratio
 * @param      places  0 to 1,000
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ratio_print_truncated (pe_text **out, const pe_ratio *self, int32_t places, pe_error **error);

/**
 * Takes one more reference.
 * @param self  a ratio, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_ratio *pe_ratio_ref (pe_ratio *self);

/**
 * Gives one reference back; the last one frees the ratio.
 * @param self  a ratio, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_ratio_unref (pe_ratio *self);

PE_END_DECLS

#endif /* PERFEVAL_RATIO_H */
