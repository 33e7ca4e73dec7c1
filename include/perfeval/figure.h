/* perfeval/figure.h - a number with its unit, or the reason why there is none
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_FIGURE_H
#define PERFEVAL_FIGURE_H

#include <perfeval/decimal.h>

PE_BEGIN_DECLS

/**
 * @file figure.h
 * @brief An amount or a fact as an office hands it in.
 *
 * A state is not a number: "-", blank and 0 are three different things in an
 * office's table. Zeroed memory is a figure that was not filled in, so that a
 * missing figure can never pass for zero.
 */

/** What a figure is. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_state;

/** Values of #pe_state. The first four are states of a figure; results know all six. */
enum pe_state_value
{
  PE_STATE_MISSING          = 0, /**< 未填报: not filled in. */
  PE_STATE_VALUE            = 1, /**< A number. */
  PE_STATE_NOT_APPLICABLE   = 2, /**< 不适用: the matter does not arise. */
  PE_STATE_TEXT             = 3, /**< A text stands where a number was due. */
  PE_STATE_ZERO_DENOMINATOR = 4, /**< 分母为零: a rate of nothing. */
  PE_STATE_INVALID          = 5  /**< A figure that its rule cannot take, e.g. a negative count. */
};

/** The unit of a figure. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_unit;

/**
 * Values of #pe_unit.
 *
 * Everything that is counted has one unit, #PE_UNIT_COUNT, whatever its word: what is counted is said by the name of the
 * fact, of which one office writes 3人 and another 4个, and 个 is said of people as of things. Rows and claims keep the
 * word, and hold words against each other.
 */
enum pe_unit_value
{
  PE_UNIT_NONE             = 0,  /**< A bare number. */
  PE_UNIT_YUAN             = 1,  /**< 元 */
  PE_UNIT_WAN_YUAN         = 2,  /**< 万元 = 10,000 元 */
  PE_UNIT_YI_YUAN          = 3,  /**< 亿元 = 100,000,000 元 */
  PE_UNIT_PERCENT          = 10, /**< % */
  PE_UNIT_PERMILLE         = 11, /**< ‰ */
  PE_UNIT_PERCENTAGE_POINT = 12, /**< 百分点: a difference between two percentages. */
  PE_UNIT_COUNT            = 20, /**< 个, 家, 次, 人 …: something counted; the word is the row's own. */
  PE_UNIT_DAY              = 21, /**< 天, 日 */
  PE_UNIT_POINT            = 22, /**< 分: a point of a score. */
  PE_UNIT_TRUTH            = 30, /**< 是/否 as 1 and 0. */
  PE_UNIT_OTHER            = 99  /**< A unit that the library does not know; compared by its word. */
};

/**
 * A number with its unit, or the reason why there is none. Frozen: 24 bytes,
 * always passed by pointer. Unless the state is #PE_STATE_VALUE the number is 0.
 * Since: 1.0
 */
typedef struct pe_figure
{
  pe_decimal value; /**< The number in @ref pe_figure::unit, as written. */
  pe_state   state; /**< What it is; 0 is missing. */
  pe_unit    unit;  /**< The unit; 0 is a bare number. */
} pe_figure;

/**
 * Reads a figure as an office writes it: "2,149.56万元", "99.71%", "50 个", "-".
 *
 * Blanks (also full-width) around the number and the unit are passed over. An
 * empty text is missing; "-", "—", "--", "/", "不适用" and "n/a" (any case) are
 * not applicable. A word after the number that names no unit of #pe_unit gives
 * #PE_UNIT_OTHER. 个 家 次 人 项 件 户 份 名 宗 条 are counts, 个百分点 are
 * percentage points. "是" and "否" alone are 1 and 0 of #PE_UNIT_TRUTH.
 *
 * @code
 * pe_figure figure;
 * assert (pe_figure_parse (&figure, "99.71%", 6, NULL) == PE_OK);
 * assert (figure.unit == PE_UNIT_PERCENT && figure.value.coefficient == 9971);
 * @endcode
 *
 * @param[out] out     the figure
 * @param      text    UTF-8, copied; need not end in NUL
 * @param      length  its bytes
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                         @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT     @p out or @p text is NULL
 * @retval PE_ERROR_INVALID_UTF8         not UTF-8
 * @retval PE_ERROR_NUMBER_SYNTAX        no number with a unit behind it, and none of the words above
 * @retval PE_ERROR_NUMBER_EXPONENT      written with an exponent
 * @retval PE_ERROR_THOUSANDS_SEPARATOR  a separator stands in the wrong place
 * @retval PE_ERROR_LIMIT_DIGITS         the digits do not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_figure_parse (pe_figure *out, const char *text, size_t length, pe_error **error);

/**
 * Expresses a figure in another unit of the same dimension, exactly. A state
 * without a number stays what it is and takes the unit.
 *
 * @param[out] out    the figure in @p unit; may be @p self
 * @param      self   a figure
 * @param      unit   a #pe_unit
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or malformed
 * @retval PE_ERROR_UNIT_MISMATCH     元 cannot become %, nor a count days
 * @retval PE_ERROR_OVERFLOW          the number does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_figure_convert (pe_figure *out, const pe_figure *self, pe_unit unit, pe_error **error);

/**
 * The sign of a unit as it is printed, e.g. "万元".
 * @param unit  a #pe_unit
 * @return UTF-8, borrowed, static; "" for a bare number, NULL for a number that is no unit
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_unit_get_name (pe_unit unit);

/**
 * Finds a unit by its sign or word.
 *
 * @param[out] out     the unit; #PE_UNIT_NONE for an empty text
 * @param      text    UTF-8, copied
 * @param      length  its bytes
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_UNIT_UNKNOWN      not a unit of #pe_unit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_unit_parse (pe_unit *out, const char *text, size_t length, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_FIGURE_H */
