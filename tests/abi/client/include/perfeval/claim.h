/* perfeval/claim.h - a figure that a report prints, kept as printed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_CLAIM_H
#define PERFEVAL_CLAIM_H

#include <perfeval/figure.h>

PE_BEGIN_DECLS

/**
 * @file claim.h
 * @brief A claim (表述数据): a printed figure with its digits, its unit and its place.
 *
 * The auditor judges what stands on the paper, so a claim keeps the text, and
 * the number that was read from it has exactly the places that were printed:
 * 99.80 is a claim about hundredths, 99.8 is not.
 *
 * @par What a printed figure stands for
 * Behind 2,155.61 万元 lies an amount that was rounded: anything within half a
 * unit of its last digit, both ends included, since nobody knows which rule
 * for ties was used. Behind 50 个 lies 50. #pe_claim_nature says which it is,
 * and 0 leaves it to the unit: money and percentages are rounded; any other
 * number is exact when it is whole, and rounded when it has decimals. Within
 * one relation, figures in one unit share the finest digits that one of its
 * operands shows (30 + 30 + 29.99: the thirties are 30.00); the factors of a
 * product do not.
 *
 * @code
 * pe_claim claim;
 * pe_claim_init (&claim, sizeof claim);
 * claim.text = "2,155.61 万元";
 * assert (pe_claim_read (&claim, NULL) == PE_OK);
 * assert (claim.state == PE_STATE_VALUE && claim.value.coefficient == 215561 && claim.value.scale == 2);
 * assert (claim.unit_kind == PE_UNIT_WAN_YUAN && claim.exponent == 4); // 2155.61 x 10^4 yuan
 * assert (claim.is_exact == 0);                                        // rounded to 0.01 万元
 * @endcode
 */

/** What stands behind a printed figure. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_claim_nature;

/** Values of #pe_claim_nature; 0 leaves it to the unit. */
enum pe_claim_nature_value
{
  PE_CLAIM_AMOUNT = 1, /**< 金额、数量: known to half a unit of its last digit. */
  PE_CLAIM_COUNT  = 2, /**< 个数、人数: exact. */
  PE_CLAIM_RATE   = 3, /**< 比率: known to half a unit of its last digit. */
  PE_CLAIM_SCORE  = 4, /**< 得分: exact when whole, else known to half a unit of its last digit. */
  PE_CLAIM_MARKS  = 5, /**< 分值、满分: exact. */
  PE_CLAIM_TARGET = 6, /**< 目标值: 100 % is exact; any other as its unit says. */
  PE_CLAIM_YEAR   = 7, /**< 年份: exact. */
  PE_CLAIM_FIXED  = 8, /**< 约定数: a factor, a price, a standard; exact. */
  PE_CLAIM_WORD   = 9  /**< No number: a grade, a name in a list. */
};

/**
 * A claim. Given to a builder (texts copied) or read back (texts borrowed); the
 * members from @ref pe_claim::state on are set by the library and ignored when
 * given. Since: 1.0
 */
typedef struct pe_claim
{
  uint32_t        struct_size; /**< Set by pe_claim_init(). */
  pe_claim_nature nature;      /**< 0: as the unit says. */
  const char     *text;        /**< Required. UTF-8, as printed: "2,155.61 万元", "≥95%", "39 个", "优". */
  const char     *unit;        /**< Nullable. UTF-8: the unit of a figure that is printed bare. */
  const char     *name;        /**< Nullable. UTF-8: what it is the figure of, e.g. "全年预算支出". */
  const char     *path;        /**< Nullable: "/claims/<index>". UTF-8: where in the caller's own object. */
  const char     *file;        /**< Nullable. UTF-8. */
  const char     *cell;        /**< Nullable. UTF-8, e.g. "决算!C7". */
  uint64_t        line;        /**< From 1; 0: not known. */
  uint64_t        column;      /**< From 1, in characters; 0: not known. */
  uint64_t        offset;      /**< The first byte in the input. */
  uint64_t        length;      /**< How many bytes; 0: no range. */

  pe_state   state;      /**< #PE_STATE_VALUE, #PE_STATE_TEXT (a word) or #PE_STATE_INVALID (no number can be read). */
  pe_status  status;     /**< With #PE_STATE_INVALID: why, e.g. #PE_ERROR_THOUSANDS_SEPARATOR; else #PE_OK. */
  pe_decimal value;      /**< The number as printed, without its unit. */
  int32_t    exponent;   /**< The figure is value x 10^exponent: 4 for 万元, 万户; -2 for %; 0 for 个. */
  pe_unit    unit_kind;  /**< The unit; 万户 is #PE_UNIT_COUNT with exponent 4. */
  int32_t    is_exact;   /**< 1: no rounding lies behind it. */
  int32_t    comparison; /**< The sign before it: a #pe_comparison, or 0. */
} pe_claim;

/** A sign of comparison. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_comparison;

/** Values of #pe_comparison. */
enum pe_comparison_value
{
  PE_COMPARE_AT_LEAST = 1, /**< ≥, 不低于, 以上 */
  PE_COMPARE_AT_MOST  = 2, /**< ≤, 不超过, 以内 */
  PE_COMPARE_EQUAL    = 3, /**< = */
  PE_COMPARE_BELOW    = 4, /**< < */
  PE_COMPARE_ABOVE    = 5  /**< > */
};

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_claim_init (pe_claim *self, uint32_t struct_size);

/**
 * Reads the text of a claim: sets the members from @ref pe_claim::state on.
 *
 * Passed over: blanks anywhere (a line break inside a figure is no fault of
 * its), a sign of comparison in front (≥ ≤ = < > ≧ ≦), 约. Full-width digits,
 * signs, points and % are read as their plain twins. 万, 百万, 千万, 亿 and 万亿
 * before a unit are powers of ten; alone they stand for money. A text without
 * any digit is a word.
 *
 * A figure that no number can be read from is no failure: a report may print
 * "7,00.0,77", and that is what there is to say about it. Its state is
 * #PE_STATE_INVALID, and @ref pe_claim::status says why.
 *
 * @param      self   a claim; its texts are not copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      the members are set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL or was not filled by pe_claim_init(), its text is NULL, or its
 *                                    nature is none
 * @retval PE_ERROR_TEXT_EMPTY        its text is blank
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_claim_read (pe_claim *self, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_CLAIM_H */
