/* perfeval/lamp.h - how far an indicator is on its way, in the middle of a year
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_LAMP_H
#define PERFEVAL_LAMP_H

#include <perfeval/figure.h>

PE_BEGIN_DECLS

/**
 * @file lamp.h
 * @brief Progress lamps (监控亮灯) of performance monitoring.
 *
 * Monitoring asks in month m whether what was reached keeps up with the plan: the
 * progress is r = actual / (target × m / 12), compared exactly. The bands are those
 * of deployed systems (public source of budget performance systems: targets red
 * below 60 %, yellow below 80 %, blue from 120 % on, else green; budgets red below
 * 60 %, yellow below 80 %, else green), and they are data: an office that has others
 * says so. The three states of a qualitative indicator, as planned, behind and far
 * behind, are green, yellow and red themselves: nothing is calculated, and
 * pe_lamp_worst() takes them with the others.
 *
 * @code
 * // by June 45 of 100: 45 / 50 = 90 % of the plan
 * pe_figure actual = { { 45, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
 * pe_figure target = { { 100, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
 * pe_lamp lamp;
 * assert (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, NULL, NULL) == PE_OK);
 * assert (lamp == PE_LAMP_GREEN);
 * @endcode
 */

/** A lamp. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_lamp;

/** Values of #pe_lamp, the worst first: of two, the smaller number is worse. */
enum pe_lamp_value
{
  PE_LAMP_RED    = 1, /**< 红灯: far behind, or outside what is allowed. */
  PE_LAMP_YELLOW = 2, /**< 黄灯: behind. */
  PE_LAMP_GREEN  = 3, /**< 绿灯: as planned. */
  PE_LAMP_BLUE   = 4  /**< 蓝灯: far ahead; was the target set too low? */
};

/** What a lamp is for. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_lamp_kind;

/** Values of #pe_lamp_kind. */
enum pe_lamp_kind_value
{
  PE_LAMP_FOR_TARGET  = 1, /**< 正向指标: the more, the better; red, yellow, green or blue. */
  PE_LAMP_FOR_BUDGET  = 2, /**< 预算执行: executed of budgeted; red, yellow or green. */
  PE_LAMP_FOR_INVERSE = 3  /**< 反向指标: green up to the target, red above it, whatever the month. */
};

/** Where the bands of a lamp begin, as shares of the plan: 0.6 is 60 %. Since: 1.0 */
typedef struct pe_lamp_bands
{
  uint32_t   struct_size; /**< Set by pe_lamp_bands_init(). */
  uint32_t   reserved;    /**< 0. */
  pe_decimal yellow;      /**< Yellow from here on, red below. Default: 0.6. */
  pe_decimal green;       /**< Green from here on. Default: 0.8. */
  pe_decimal blue;        /**< Blue from here on, for targets alone. Default: 1.2. */
} pe_lamp_bands;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_lamp_bands_init (pe_lamp_bands *self, uint32_t struct_size);

/**
 * Which lamp a figure shows.
 *
 * @param[out] out     the lamp
 * @param      kind    a #pe_lamp_kind
 * @param      actual  what was reached from January to the end of @p month
 * @param      target  what is due in the whole year, in a unit of the same kind
 * @param      month   1 to 12
 * @param      bands   nullable: the defaults
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range, or the bands do not ascend from 0
 * @retval PE_ERROR_UNSUPPORTED       @p bands is newer than this library
 * @retval PE_ERROR_FIGURE_MISSING    a figure was not filled in; likewise #PE_ERROR_FIGURE_TEXT and
 *                                    #PE_ERROR_NOT_APPLICABLE
 * @retval PE_ERROR_UNIT_MISMATCH     the two are of different dimensions, or a yes or no
 * @retval PE_ERROR_NEGATIVE_AMOUNT   the target is negative
 * @retval PE_ERROR_ZERO_DENOMINATOR  the target is 0, unless the kind is #PE_LAMP_FOR_INVERSE
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_lamp_compute (pe_lamp *out, pe_lamp_kind kind, const pe_figure *actual, const pe_figure *target,
                           int32_t month, const pe_lamp_bands *bands, pe_error **error);

/**
 * The worst of several lamps, which is what they show together: red before yellow, green and blue.
 *
 * @param[out] out    the worst; 0 when none is lit
 * @param      lamps  each a #pe_lamp, or 0 where none is lit; nullable with 0
 * @param      n      how many
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a number is no lamp
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_lamp_worst (pe_lamp *out, const pe_lamp *lamps, size_t n, pe_error **error);

/**
 * What people call a lamp, e.g. "红灯".
 * @param lamp      a #pe_lamp
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static; NULL for a number that is no lamp
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_lamp_get_name (pe_lamp lamp, pe_language language);

PE_END_DECLS

#endif /* PERFEVAL_LAMP_H */
