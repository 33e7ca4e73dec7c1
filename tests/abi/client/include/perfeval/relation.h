/* perfeval/relation.h - how printed figures hang together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RELATION_H
#define PERFEVAL_RELATION_H

#include <perfeval/claim.h>

PE_BEGIN_DECLS

/**
 * @file relation.h
 * @brief A relation (勾稽关系): one printed figure should follow from others.
 *
 * A relation names its claims by index, in the order of their roles. A claim
 * that is named twice is one figure: in x / (x + y) both x move together.
 *
 * @code
 * // 全年支出进度 99.71 % = 2149.56 / 2155.61, claims 2, 0 and 1 of a builder
 * const uint32_t operands[] = { 0, 1 };
 * pe_relation progress;
 * pe_relation_init (&progress, sizeof progress);
 * progress.kind = PE_RELATION_RATE;
 * progress.operands = operands;
 * progress.n_operands = 2;
 * progress.result = 2;
 * assert (progress.form == PE_FORM_PLAIN); // numerator / denominator
 * @endcode
 */

/** No claim: a result that is not printed. */
#define PE_NO_CLAIM 4294967295u

/** What a relation says. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_relation_kind;

/** Values of #pe_relation_kind. x0, x1, … are the operands; #pe_relation_form has the variants. */
enum pe_relation_kind_value
{
  PE_RELATION_SUM             = 1,  /**< 合计: x0 + x1 + … */
  PE_RELATION_DIFFERENCE      = 2,  /**< 差额: x0 - x1 - … */
  PE_RELATION_RATE            = 3,  /**< 比率: x0 / x1. */
  PE_RELATION_SHARE           = 4,  /**< 占比: x0 / x1. */
  PE_RELATION_GROWTH          = 5,  /**< 增减幅: (x0 - x1) / x1, new and old. */
  PE_RELATION_COMPLETION      = 6,  /**< 完成率: x0 / x1. */
  PE_RELATION_PRODUCT         = 7,  /**< 乘积: x0 * x1 * … */
  PE_RELATION_RULE_SCORE      = 8,  /**< 指标得分: marks x0, target x1, actual x2, by @ref pe_relation::comparison. */
  PE_RELATION_EXECUTION_SCORE = 9,  /**< 预算执行得分: x0 * min (1, x1 / x2), or x0 * min (1, x1) for a rate x1. */
  PE_RELATION_SCORE_SUM       = 10, /**< 总分: x0 + x1 + … */
  PE_RELATION_DEDUCTION       = 11, /**< 扣分: full marks x0 - score x1 - … */
  PE_RELATION_MARKS           = 12, /**< 分值合计: x0 + x1 + …, all exact. */
  PE_RELATION_GRADE           = 13, /**< 等级: the band in which the score x0 lies; the result is a word. */
  PE_RELATION_BOUND           = 14, /**< 上下限: the result against x0 + x1 + …, by @ref pe_relation::comparison. */
  PE_RELATION_SAME_QUANTITY   = 15, /**< 同一数据: all operands, and the result where there is one, are one quantity. */
  PE_RELATION_COUNT           = 16, /**< 项目计数: x0 + x1 + … */
  PE_RELATION_CONVERSION      = 17, /**< 单位换算: the result is x0 in another unit. */
  PE_RELATION_COUNTERPART = 18 /**< 对应: x0 is set against x1. Says nothing that can be computed; where equal pairs
                                         stand under different names, that is a remark. */
};

/** A variant of a kind. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_relation_form;

/** Values of #pe_relation_form; 0 is the kind's plain one. */
enum pe_relation_form_value
{
  PE_FORM_PLAIN = 0, /**< As #pe_relation_kind says. */

  PE_FORM_SIGNED = 1, /**< Sum: each operand with its sign of @ref pe_relation::signs. */
  PE_FORM_PARTIAL
      = 2, /**< Sum (其中): the operands are some of the parts; they may not pass the result, and what is left
                            is named. */

  PE_FORM_OVER_SUM   = 11, /**< Rate, share, completion: x0 / (x1 + x2 + …). */
  PE_FORM_PARTS_OVER = 12, /**< Rate, share, completion: (x0 + x1 + …) / xn, the last. */
  PE_FORM_DIVIDED    = 13, /**< Rate, share, completion: x0 / @ref pe_relation::constant. */
  PE_FORM_MEETS_MIN  = 14, /**< Completion: the result is at least the target x0. */
  PE_FORM_MEETS_MAX  = 15, /**< Completion: the result is at most the target x0. */
  PE_FORM_OVER_DIFFERENCE
      = 16, /**< Rate, share, completion: x0 / (x0 - x1), where x1 is what was done beyond the target. */

  PE_FORM_NEW_OLD           = 21, /**< Growth: (x0 - x1) / x1, new and old. The plain form. */
  PE_FORM_DOWN_NEW_OLD      = 22, /**< Growth, a fall as a positive number: (x1 - x0) / x1. */
  PE_FORM_NEW_CHANGE        = 23, /**< Growth: x1 / (x0 - x1), new and increase: the base is derived. */
  PE_FORM_DOWN_NEW_CHANGE   = 24, /**< Growth, a fall as a positive number: x1 / (x0 + x1), new and decrease. */
  PE_FORM_IMPLIED_BASE      = 25, /**< Growth of the count x0 alone: whether a whole number can be its base. */
  PE_FORM_DOWN_IMPLIED_BASE = 26, /**< The same for a fall as a positive number. */

  PE_FORM_LIST             = 31, /**< Count: the result is how many operands there are. */
  PE_FORM_FIRST_PLUS_ITEMS = 32  /**< Count: the result is x0 and one for each further operand. */
};

/** A band of a grade. Since: 1.0 */
typedef struct pe_audit_band
{
  uint32_t    struct_size; /**< Set by pe_audit_band_init(). */
  uint32_t    reserved;    /**< 0. */
  pe_decimal  at_least;    /**< The lowest score of the band, which belongs to it. */
  const char *name;        /**< UTF-8, e.g. "优"; a printed "优秀" is the same grade. */
} pe_audit_band;

/** A relation. Given to a builder (copied) or read back (borrowed). Since: 1.0 */
typedef struct pe_relation
{
  uint32_t             struct_size;  /**< Set by pe_relation_init(). */
  pe_relation_kind     kind;         /**< Required. */
  pe_relation_form     form;         /**< 0: plain. */
  pe_comparison        comparison;   /**< Bound, rule score: required. Else 0. */
  uint32_t             result;       /**< The index of the claim that should follow; #PE_NO_CLAIM: it is not printed. */
  uint32_t             n_operands;   /**< At least 1. */
  const uint32_t      *operands;     /**< Indices of claims, in the order of their roles. */
  const int32_t       *signs;        /**< #PE_FORM_SIGNED: as many as operands, each 1 or -1. Else NULL. */
  pe_decimal           constant;     /**< #PE_FORM_DIVIDED: the divisor, not 0. Else 0. */
  const pe_audit_band *bands;        /**< Grade: descending; NULL: 优 90, 良 80, 中 60, 差 0. */
  uint32_t             n_bands;      /**< How many bands there are. */
  int32_t              is_doubtful;  /**< 1: the text can be read otherwise; what does not fit is then only a remark. */
  uint32_t             alternatives; /**< How many other readings were considered and did not fit. */
  uint32_t             reserved;     /**< 0. */
  const char          *name;         /**< Nullable. UTF-8: what it is about, e.g. "支出 = 基本 + 项目". */
  const char          *reading_zh;   /**< Nullable. UTF-8: how the text was read, so that a person can disagree. */
  const char          *reading_en;   /**< Nullable. The same in English. */
  const char          *file;         /**< Nullable. UTF-8: the file of the passage. */
  uint64_t             offset;       /**< The first byte of the passage in the input. */
  uint64_t             length;       /**< Its bytes; 0: no passage. */
} pe_relation;

/**
 * Fills @p self with zeros and its size, and its result with #PE_NO_CLAIM.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_relation_init (pe_relation *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_audit_band_init (pe_audit_band *self, uint32_t struct_size);

/**
 * The name of a kind for files and programs, e.g. "same_quantity".
 * @param kind  a #pe_relation_kind
 * @return ASCII, static, borrowed; NULL for a number that is no kind
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_relation_kind_get_name (pe_relation_kind kind);

/**
 * The name of a kind for people, e.g. "同一数据".
 * @param kind      a #pe_relation_kind
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, static, borrowed; NULL for a number that is no kind
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_relation_kind_get_title (pe_relation_kind kind, pe_language language);

/**
 * The name of a form for files and programs, e.g. "new_change"; "plain" for 0.
 * @param form  a #pe_relation_form
 * @return ASCII, static, borrowed; NULL for a number that is no form
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_relation_form_get_name (pe_relation_form form);

PE_END_DECLS

#endif /* PERFEVAL_RELATION_H */
