/* perfeval/review_check.h - the checks that a reviewer makes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_REVIEW_CHECK_H
#define PERFEVAL_REVIEW_CHECK_H

#include <perfeval/decimal.h>
#include <perfeval/finding.h>

PE_BEGIN_DECLS

/**
 * @file review_check.h
 * @brief The reviewer's checks (复核检查), which describe themselves, and what a rulebook may set about them.
 *
 * A check looks at a whole dossier for what a reviewer would ask about: points
 * lost without a reason, a score that outruns the execution of the budget. It
 * has an id that stays ("R-10"), a severity and, where it compares with a
 * number, thresholds; a rulebook may set both, or switch a check off. What
 * cannot be checked yet is in the list as well, with the reason: no check is
 * absent in silence. pe_review_new() runs them.
 *
 * @code
 * pe_review_check check;
 * pe_review_threshold threshold;
 * size_t index;
 * assert (pe_review_check_find (&index, "R-10", NULL) == PE_OK);
 * pe_review_check_init (&check, sizeof check);
 * assert (pe_review_check_get (&check, index, NULL) == PE_OK);
 * assert (check.computed == 1 && check.basis == PE_REVIEW_BASIS_WORKING);
 * pe_review_threshold_init (&threshold, sizeof threshold);
 * assert (pe_review_check_get_threshold (&threshold, index, 0, NULL) == PE_OK);
 * assert (strcmp (threshold.name, "excess") == 0 && strcmp (threshold.default_text, "5") == 0);
 * @endcode
 */

/** What a check rests on. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_review_basis;

/** Values of #pe_review_basis. */
enum pe_review_basis_value
{
  PE_REVIEW_BASIS_WORKING  = 1, /**< 在用规则: a rule of a system in use. */
  PE_REVIEW_BASIS_DEFECT   = 2, /**< 已见差错: a defect seen in a published table or report. */
  PE_REVIEW_BASIS_DERIVED  = 3, /**< 由表式推出: it follows from the arithmetic of the form. */
  PE_REVIEW_BASIS_DOCUMENT = 4, /**< 文件要求: a notice or the note of a form asks for it. */
  PE_REVIEW_BASIS_MEMORY   = 5  /**< 经验: no source was seen. */
};

/** A check, described. Texts are static. Since: 1.0 */
typedef struct pe_review_check
{
  uint32_t        struct_size;   /**< Set by pe_review_check_init(). */
  pe_review_basis basis;         /**< What it rests on. */
  pe_severity     severity;      /**< How grave what it finds is, unless a rulebook says otherwise. */
  int32_t         computed;      /**< 1: this library makes the check. 0: pe_review_check::reason_en says why not. */
  const char     *id;            /**< "R-01" and so on; never reused. */
  const char     *name_zh;       /**< A few words. */
  const char     *name_en;       /**< A few words. */
  const char     *definition_zh; /**< Exactly what is checked, one sentence. */
  const char     *definition_en; /**< Exactly what is checked, one sentence. */
  const char     *source;        /**< Where the check was seen. */
  const char     *reason_zh;     /**< Why it is not made; NULL when it is. */
  const char     *reason_en;     /**< Why it is not made; NULL when it is. */
} pe_review_check;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_check_init (pe_review_check *self, uint32_t struct_size);

/** A number that a check compares with. Texts are static. Since: 1.0 */
typedef struct pe_review_threshold
{
  uint32_t    struct_size;    /**< Set by pe_review_threshold_init(). */
  uint32_t    reserved;       /**< 0. */
  const char *name;           /**< As rulebooks name it, e.g. "excess". */
  const char *unit;           /**< "%" or, for a multiple, "". */
  const char *default_text;   /**< What holds when no rulebook sets it. */
  const char *minimum;        /**< The least number allowed. */
  const char *maximum;        /**< The greatest number allowed. */
  const char *description_zh; /**< One sentence. */
  const char *description_en; /**< One sentence. */
} pe_review_threshold;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_threshold_init (pe_review_threshold *self, uint32_t struct_size);

/** What a rulebook sets about a check: one record for the check, one for each threshold. Since: 1.0 */
typedef struct pe_review_setting
{
  uint32_t    struct_size; /**< Set by pe_review_setting_init(). */
  pe_severity severity;    /**< 0: as it is. For a record without a threshold. */
  int32_t     off;         /**< 1: the check is not made. For a record without a threshold. */
  int32_t     reserved;    /**< 0. */
  const char *check;       /**< Required. The check's id. */
  const char *threshold;   /**< Nullable. The name of one of its thresholds. */
  pe_decimal  value;       /**< With a threshold: what it is, in the threshold's unit. Else 0. */
} pe_review_setting;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_setting_init (pe_review_setting *self, uint32_t struct_size);

/**
 * How many checks there are, those that are not made included.
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_review_check_get_count (void);

/**
 * Finds a check.
 *
 * @param[out] out    its index
 * @param      id     UTF-8, e.g. "R-10"
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         no check has this id
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_check_find (size_t *out, const char *id, pe_error **error);

/**
 * Describes a check.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are static
 * @param      check  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p check is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_check_get (pe_review_check *out, size_t check, pe_error **error);

/**
 * How many thresholds a check has.
 * @param check  from 0
 * @return the number; 0 past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_review_check_get_n_thresholds (size_t check);

/**
 * Describes a threshold.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are static
 * @param      check  from 0
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         no such check or threshold
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_check_get_threshold (pe_review_threshold *out, size_t check, size_t index, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_REVIEW_CHECK_H */
