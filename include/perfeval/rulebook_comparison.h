/* perfeval/rulebook_comparison.h - what changed between two editions
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULEBOOK_COMPARISON_H
#define PERFEVAL_RULEBOOK_COMPARISON_H

#include <perfeval/rulebook.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file rulebook_comparison.h
 * @brief A comparison of two rulebooks (评分规则版本比较): what was added, removed and changed.
 *
 * Indicators are matched by their codes; grades, sources, assumptions, items and bands by
 * their ids, steps by their intervals, cases by their Chinese names. What was added or
 * removed as a whole is one difference. Two rulebooks with different digests have at least
 * one difference, and two with the same digest none.
 *
 * @code
 * pe_rulebook_comparison *comparison = NULL;
 * assert (pe_rulebook_compare (&comparison, rulebook, rulebook, NULL) == PE_OK);
 * assert (pe_rulebook_comparison_get_size (comparison) == 0);
 * pe_rulebook_comparison_unref (comparison);
 * @endcode
 */

/** A comparison. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_rulebook_comparison pe_rulebook_comparison;

/** What happened to something. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_change;

/** Values of #pe_change. */
enum pe_change_value
{
  PE_CHANGE_ADDED   = 1, /**< 新增 */
  PE_CHANGE_REMOVED = 2, /**< 删除 */
  PE_CHANGE_CHANGED = 3  /**< 变更 */
};

/** What of a rulebook a difference is about. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_aspect;

/** Values of #pe_aspect. */
enum pe_aspect_value
{
  PE_ASPECT_HEAD       = 1,  /**< 概况: id, edition, title, kind, place, years, status. */
  PE_ASPECT_ROUNDING   = 2,  /**< 取舍: a level of the contract, or what is ranked. */
  PE_ASPECT_POLICY     = 3,  /**< 处理办法: of the rulebook or of a rule, for a state. */
  PE_ASPECT_GRADE      = 4,  /**< 等级 */
  PE_ASPECT_SOURCE     = 5,  /**< 来源 */
  PE_ASPECT_ASSUMPTION = 6,  /**< 假设 */
  PE_ASPECT_INDICATOR  = 7,  /**< 指标: the whole of it, or its status, source, place in the tree. */
  PE_ASPECT_MARKS      = 8,  /**< 分值 */
  PE_ASPECT_NAME       = 9,  /**< 名称 */
  PE_ASPECT_TEXT       = 10, /**< 文字: the standard or the reason sentence. */
  PE_ASPECT_RULE       = 11, /**< 评分标准: the shape, and what no parameter says. */
  PE_ASPECT_PARAMETER  = 12, /**< 参数 */
  PE_ASPECT_CASE       = 13, /**< 用例 */
  PE_ASPECT_ADJUSTMENT = 14, /**< 调整: manual deductions, over-achievement, caps, bonuses, vetoes. */
  PE_ASPECT_MEASURE    = 15, /**< 度量: one that the rulebook declares. */
  PE_ASPECT_REVIEW     = 16  /**< 复核: a check, by its id: whether it is made, its severity, its thresholds. */
};

/** A difference. Texts are borrowed. Since: 1.0 */
typedef struct pe_difference
{
  uint32_t  struct_size; /**< Set by pe_difference_init(). */
  pe_change change;      /**< What happened. */
  pe_aspect aspect;      /**< To what. */
  int32_t   reserved;    /**< 0. */
  const char
      *code; /**< The indicator's code, or the grade's, source's, assumption's or measure's id; "" for the whole. */
  const char *name;     /**< What of it, e.g. "target", "zh" or "total"; "" for all of it. */
  const char *old_text; /**< What the first rulebook says; NULL when it was added. In the words of the formats. */
  const char *new_text; /**< What the second one says; NULL when it was removed. */
} pe_difference;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_difference_init (pe_difference *self, uint32_t struct_size);

/**
 * Compares two rulebooks.
 *
 * @param[out] out    owned: pe_rulebook_comparison_unref(); keeps nothing of either
 * @param      older  a rulebook
 * @param      newer  a rulebook
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
pe_status pe_rulebook_compare (pe_rulebook_comparison **out, const pe_rulebook *older, const pe_rulebook *newer,
                               pe_error **error);

/**
 * How many differences there are.
 * @param self  a comparison, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_comparison_get_size (const pe_rulebook_comparison *self);

/**
 * Reads a difference by index: those of the whole first, then those of the indicators in their order.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a comparison
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
pe_status pe_rulebook_comparison_get_difference (pe_difference *out, const pe_rulebook_comparison *self, size_t index,
                                                 pe_error **error);

/**
 * Renders the differences, a line each: "+" for what was added, "-" for what was removed, "~" for what was changed.
 * Control characters of a text become blanks.
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      self      a comparison
 * @param      language  anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error     nullable; an owned error on failure
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
pe_status pe_rulebook_comparison_print (pe_text **out, const pe_rulebook_comparison *self, pe_language language,
                                        pe_error **error);

/**
 * Takes one more reference.
 * @param self  a comparison, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook_comparison *pe_rulebook_comparison_ref (pe_rulebook_comparison *self);

/**
 * Gives one reference back; the last one frees the comparison.
 * @param self  a comparison, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_comparison_unref (pe_rulebook_comparison *self);

PE_END_DECLS

#endif /* PERFEVAL_RULEBOOK_COMPARISON_H */
