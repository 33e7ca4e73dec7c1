/* perfeval/facts.h - what a unit states for single indicators
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_FACTS_H
#define PERFEVAL_FACTS_H

#include <perfeval/figure.h>

PE_BEGIN_DECLS

/**
 * @file facts.h
 * @brief Indicator facts, the rows that a unit brings for a slot, and declared scores.
 *
 * These are records of a #pe_dossier: given to its builder (texts copied) and
 * read from it by index (texts borrowed).
 *
 * @par Codes
 * An indicator's code is 1 to 64 bytes of letters, digits, '.', '-' and '_',
 * e.g. "2.5.1".
 */

/** One named figure of one indicator, e.g. 2.1.2 "violations" = 1. Since: 1.0 */
typedef struct pe_fact
{
  uint32_t    struct_size; /**< Set by pe_fact_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *indicator;   /**< Required. The indicator's code. */
  const char *name; /**< Required. A code as well: the name that the rule asks for; one indicator has each name once. */
  const char *text; /**< Required when the figure's state is #PE_STATE_TEXT, else NULL. A grade, say. */
  pe_figure   figure; /**< The figure, in any unit. */
} pe_fact;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_fact_init (pe_fact *self, uint32_t struct_size);

/** What kind of target a row has. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_nature;

/** Values of #pe_nature. */
enum pe_nature_value
{
  PE_NATURE_QUANTITATIVE = 1, /**< 定量 */
  PE_NATURE_QUALITATIVE  = 2  /**< 定性: a person gives a grade and a score. */
};

/** How the actual figure should stand to the target. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_sign;

/** Values of #pe_sign. The forms print it as 指标性质. */
enum pe_sign_value
{
  PE_SIGN_AT_LEAST    = 1, /**< ≥ 正向 */
  PE_SIGN_AT_MOST     = 2, /**< ≤ 反向 */
  PE_SIGN_EQUAL       = 3, /**< = */
  PE_SIGN_LESS        = 4, /**< < */
  PE_SIGN_GREATER     = 5, /**< > */
  PE_SIGN_QUALITATIVE = 6  /**< 定性: names the rule for qualitative rows; a row itself uses #PE_NATURE_QUALITATIVE. */
};

/** One row that a unit brings for a slot (部门自定指标). Since: 1.0 */
typedef struct pe_row
{
  uint32_t    struct_size;   /**< Set by pe_row_init(). */
  uint32_t    parent;        /**< The row above in the same slot: its number there, from 1; 0 for a top row. */
  pe_nature   nature;        /**< Required for a row that is scored. */
  pe_sign     sign;          /**< As printed; required for a quantitative row. */
  int32_t     withdrawn;     /**< 1: the target was withdrawn during the year; the row is not scored. */
  int32_t     reserved;      /**< 0. */
  const char *slot;          /**< Required. The code of the slot's indicator. */
  const char *name;          /**< Required. UTF-8. */
  const char *unit;          /**< Nullable. The unit's word as printed, e.g. "个". */
  const char *target_text;   /**< When pe_row::target is a text. */
  const char *adjusted_text; /**< When pe_row::adjusted_target is a text. */
  const char *actual_text;   /**< When pe_row::actual is a text. */
  const char *grade;         /**< Nullable. The grade that a person gave: an id of the rule's bands. */
  const char *reason;        /**< Nullable. Why points are lost (偏差原因). */
  const char *evidence;      /**< Nullable. What proves it (佐证材料). */
  pe_figure   marks;  /**< The row's marks or weight, a bare number or 分; missing where the rulebook splits them. */
  pe_figure   target; /**< As approved. */
  pe_figure adjusted_target; /**< As adjusted during the year; missing when it was not. It counts where it is there. */
  pe_figure actual;          /**< What was reached. */
  pe_figure score;           /**< A person's score, for a qualitative row; missing otherwise. */
} pe_row;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_row_init (pe_row *self, uint32_t struct_size);

/** Who scored. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_scorer;

/** Values of #pe_scorer. */
enum pe_scorer_value
{
  PE_SCORER_SELF       = 1, /**< 自评: the unit itself. */
  PE_SCORER_DEPARTMENT = 2, /**< 主管部门复核 */
  PE_SCORER_FINANCE    = 3, /**< 财政抽评 */
  PE_SCORER_EXTERNAL   = 4  /**< 第三方评价 */
};

/** One declared score (填报得分). Several scorers may stand side by side for one indicator. Since: 1.0 */
typedef struct pe_declared_score
{
  uint32_t    struct_size; /**< Set by pe_declared_score_init(). */
  pe_scorer   scorer;      /**< Required; one score for each scorer and indicator. */
  const char *indicator;   /**< Required. The leaf's code. */
  const char *evidence;    /**< Nullable. What proves it. */
  const char *reason;      /**< Nullable. Why points are lost. */
  pe_decimal  score;       /**< In points. Checked against the full marks when it is evaluated. */
} pe_declared_score;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_declared_score_init (pe_declared_score *self, uint32_t struct_size);

/** How a figure of the source was understood. Since: 1.0 */
typedef struct pe_reading
{
  uint32_t    struct_size; /**< Set by pe_reading_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *path;        /**< Required. What was read: a path in the dossier, e.g. "/budget/lines/0/adjusted". */
  const char *printed;     /**< Required. The source's own word, e.g. "全年预算收入". */
  const char *meaning;     /**< Required. What it was taken for, and why. */
} pe_reading;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_reading_init (pe_reading *self, uint32_t struct_size);

PE_END_DECLS

#endif /* PERFEVAL_FACTS_H */
