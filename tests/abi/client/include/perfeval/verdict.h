/* perfeval/verdict.h - whether a printed figure follows from the others
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_VERDICT_H
#define PERFEVAL_VERDICT_H

#include <perfeval/relation.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file verdict.h
 * @brief What the auditor says about one relation.
 *
 * A relation is recomputed twice, in exact fractions.
 *
 * @par As printed
 * The operands are what is printed. @ref pe_verdict::as_printed has the modes
 * under which the exact value, rounded to the printed places, gives the printed
 * digits.
 *
 * @par As rounded
 * An operand that is not exact (claim.h) is any number that its digits can
 * stand for, independently of the others; a claim named twice is one number.
 * @ref pe_verdict::as_rounded has the modes under which some choice of such
 * numbers gives the printed digits. With h half a unit of its last digit, u the
 * whole one, an operand printed as p > 0 lies
 * - in [p - h, p + h]: rounded to the nearest. Both ends belong to it, since a
 *   tie may have gone either way. This is so under every mode of the result,
 *   reports being known that round one figure and truncate the next;
 * - under #PE_MODE_DOWN also in [p, p + u): a report that truncates truncates
 *   its operands too, and only then are they a whole unit wide and one-sided;
 * - under #PE_MODE_UP also in (p - u, p]: rounded up throughout.
 *
 * Either assumption is made of all operands at once. A negative figure is the
 * mirror of a positive one; [0, u) and (-u, 0] stand for a printed 0 under
 * #PE_MODE_DOWN, amounts having one sign, and nothing but 0 under #PE_MODE_UP.
 * The printed result is met when the value lies, under half_up, in
 * [r - h, r + h); under half_even in [r - h, r + h] or (r - h, r + h), by the
 * parity of its last digit; under down in [r, r + u); under up in (r - u, r].
 * Where the operands can make a divisor 0, every value counts that they give with
 * a divisor that is not; a divisor that has a figure in common with its dividend
 * and can be 0 excludes nothing. For a set of figures that should be one quantity, some
 * number has to stand behind all of them; figures with the same unit and places
 * have to be the same.
 *
 * A figure is a contradiction only when no mode is left: it cannot be right
 * however the figures were rounded.
 *
 * @par Source
 * The four modes are those that published reports show: rounding half up
 * (四舍五入), half to even (四舍六入五成双), truncation and rounding up. The 2023
 * report of the Zengcheng bureau alone needs two of them. No text can tell
 * half_up from half_even unless a tie occurs. The intervals are our reading of
 * that evidence, see docs/decisions.
 *
 * @code
 * // 2149.56 / 2155.61 = 99.7193… %, printed as 99.71 %: only truncation gives it
 * assert (pe_audit_get_verdict (&verdict, audit, 0, NULL) == PE_OK);
 * assert (verdict.as_printed == PE_MODE_DOWN && verdict.audit_class == PE_CLASS_ROUNDING);
 * assert (verdict.nearest.coefficient == 9972 && verdict.nearest.scale == 2);
 * @endcode
 */

/** A set of rounding modes: bits of #pe_mode_value. Since: 1.0 */
typedef uint32_t pe_modes;

/** Bits of #pe_modes. */
enum pe_mode_value
{
  PE_MODE_HALF_UP   = 1, /**< 四舍五入: to the nearest, ties away from zero. */
  PE_MODE_HALF_EVEN = 2, /**< 四舍六入五成双: to the nearest, ties to the even digit. */
  PE_MODE_DOWN      = 4, /**< 截断: toward zero. */
  PE_MODE_UP        = 8  /**< 进一: away from zero. */
};

/** All four modes. */
#define PE_MODES_ALL 15

/** How grave the auditor finds something. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_audit_class;

/** Values of #pe_audit_class; 0: it fits. */
enum pe_audit_class_value
{
  PE_CLASS_REMARK        = 1, /**< 提示: worth a look; no arithmetic is wrong. */
  PE_CLASS_ROUNDING      = 2, /**< 取舍: right only if the operands were rounded, or under a directed mode alone. */
  PE_CLASS_CONTRADICTION = 3  /**< 矛盾: impossible, however the figures were rounded. */
};

/** Whether a relation could be recomputed. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_verdict_state;

/** Values of #pe_verdict_state. */
enum pe_verdict_state_value
{
  PE_VERDICT_COMPUTED         = 1, /**< Yes. */
  PE_VERDICT_NO_RESULT        = 2, /**< The value is computed, but the report prints none to compare with. */
  PE_VERDICT_NOT_A_NUMBER     = 3, /**< A claim of it is a word, or a figure that cannot be read. */
  PE_VERDICT_ZERO_DENOMINATOR = 4, /**< A rate of nothing. */
  PE_VERDICT_UNIT_MISMATCH    = 5, /**< Its figures have units that do not go together. */
  PE_VERDICT_LIMIT            = 6, /**< An exact number would exceed pe_limits::number_bits. */
  PE_VERDICT_NOT_ARITHMETIC   = 7  /**< Nothing to compute: a counterpart. */
};

/** What is said about one relation. Since: 1.0 */
typedef struct pe_verdict
{
  uint32_t         struct_size; /**< Set by pe_verdict_init(). */
  pe_verdict_state state;       /**< Whether it was computed. The rest is 0 where it was not. */
  pe_audit_class   audit_class; /**< 0: the printed figure fits. */
  int32_t          is_exact;    /**< 1: the exact value has no more digits than are printed, and they agree. */
  pe_modes         as_printed;  /**< The modes that give the printed digits from the printed operands. */
  pe_modes         as_rounded;  /**< The modes that can give them from rounded operands; includes as_printed. */
  int32_t          places;      /**< Places of the printed result. */
  int32_t    coarse_places; /**< Where no mode gives the digits at the printed places: the fewest to which the value was
                                       rounded before zeros were put behind it (4.842 as 5.00: 0); else as places. */
  pe_modes   coarse_modes;  /**< The modes that do so at coarse_places. */
  int32_t    has_nearest;   /**< 1: the two figures below are given; 0: grades, comparisons, what does not fit. */
  pe_decimal nearest;       /**< What half_up would print, in the unit and with the places of the result. */
  pe_decimal nearest_possible; /**< Of what rounded operands can give, that which is nearest to the printed figure. */
  uint32_t   cause;            /**< With a contradiction: the claim that is to blame (pe_audit_get_blame()), or
                                       #PE_NO_CLAIM. */
  uint32_t   n_bases;          /**< Implied base: how many whole numbers can be it, counted up to 2^32 - 1. */
  int64_t    first_base;       /**< Implied base: the smallest of them. */
  int64_t    last_base;        /**< Implied base: the greatest. */
} pe_verdict;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_verdict_init (pe_verdict *self, uint32_t struct_size);

/**
 * The modes of a set, for people: "四舍五入、截断" or "half up, truncated".
 *
 * @param[out] out       owned: pe_text_unref(); empty for no mode
 * @param      modes     bits of #pe_mode_value
 * @param      language  anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL, or @p modes has other bits
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_modes_print (pe_text **out, pe_modes modes, pe_language language, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_VERDICT_H */
