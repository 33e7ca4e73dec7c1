/* perfeval/review.h - a dossier looked over as a reviewer does
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_REVIEW_H
#define PERFEVAL_REVIEW_H

#include <perfeval/audit.h>
#include <perfeval/evaluation.h>
#include <perfeval/review_check.h>

PE_BEGIN_DECLS

/**
 * @file review.h
 * @brief A review (复核): every check of the catalogue run over a dossier and its declared scores.
 *
 * Each check ends in one state: clear, found, not applicable (the dossier says
 * nothing about it), off (the rulebook switched it off) or not computed (this
 * library cannot make it; the catalogue says why). What was found stands in
 * items, each a finding with its severity under the rulebook.
 *
 * @code
 * pe_review *review = NULL;
 * pe_review_result result;
 * assert (pe_review_new (&review, rulebook, dossier, evaluation, NULL, NULL) == PE_OK);
 * pe_review_result_init (&result, sizeof result);
 * for (size_t i = 0; i < pe_review_check_get_count (); i++)
 *   assert (pe_review_get_result (&result, review, i, NULL) == PE_OK && result.state != 0);
 * pe_review_unref (review);
 * @endcode
 */

/** A review. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_review pe_review;

/** How a check ended. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_review_state;

/** Values of #pe_review_state. */
enum pe_review_state_value
{
  PE_REVIEW_CLEAR          = 1, /**< 未见问题 */
  PE_REVIEW_FOUND          = 2, /**< 有发现: see the items. */
  PE_REVIEW_NOT_APPLICABLE = 3, /**< 无可查内容: the dossier holds nothing that the check looks at. */
  PE_REVIEW_OFF            = 4, /**< 评分规则关闭: the rulebook switched it off. */
  PE_REVIEW_NOT_COMPUTED   = 5  /**< 本库未计算: pe_review_check::reason_en says why. */
};

/** How to review. Since: 1.0 */
typedef struct pe_review_options
{
  uint32_t          struct_size;    /**< Set by pe_review_options_init(). */
  pe_scorer         scorer;         /**< Whose scores make up the declared total. Default: #PE_SCORER_SELF. */
  const pe_decimal *declared_total; /**< Nullable. The total that the report states; borrowed for the call. */
  const char       *declared_grade; /**< Nullable. The grade that it states: an id or a name; borrowed for the call. */
  const pe_limits  *limits;         /**< Nullable: the defaults; borrowed for the call. */
  const pe_audit   *report; /**< Nullable. The audit of the report's text; borrowed for the call. Without it the checks
                                             of the text are not applicable. */
} pe_review_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_options_init (pe_review_options *self, uint32_t struct_size);

/** How one check ended. Since: 1.0 */
typedef struct pe_review_result
{
  uint32_t        struct_size; /**< Set by pe_review_result_init(). */
  pe_review_state state;       /**< How it ended. */
  pe_severity     severity;    /**< What the rulebook, or else the catalogue, gives it. */
  int32_t         reserved;    /**< 0. */
  uint64_t        examined;    /**< How many things it looked at. */
  uint64_t        found;       /**< How many items it has, those past pe_limits::findings included. */
} pe_review_result;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_result_init (pe_review_result *self, uint32_t struct_size);

/** One thing found. Since: 1.0 */
typedef struct pe_review_item
{
  uint32_t          struct_size; /**< Set by pe_review_item_init(). */
  pe_severity       severity;    /**< Its severity in this review, which counts before the finding's own. */
  size_t            check;       /**< The check, as an index of the catalogue. */
  const pe_finding *finding;     /**< Borrowed from the review. */
} pe_review_item;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_item_init (pe_review_item *self, uint32_t struct_size);

/**
 * Runs every check.
 *
 * @param[out] out         owned: pe_review_unref()
 * @param      rulebook    what the dossier is scored by; its settings of checks hold
 * @param      dossier     what to look over
 * @param      evaluation  nullable: of these two, where it could be had. Without it the checks that need computed scores
 *                         are not applicable
 * @param      options     nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set, whatever was found
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range, or the evaluation is of other
 *                                    objects
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the declared grade is not UTF-8
 * @retval PE_ERROR_LIMIT             a number passes pe_limits::number_bits
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_new (pe_review **out, pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluation *evaluation,
                         const pe_review_options *options, pe_error **error);

/**
 * How a check ended.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a review
 * @param      check  an index of the catalogue
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p check is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_get_result (pe_review_result *out, const pe_review *self, size_t check, pe_error **error);

/**
 * How many items there are, in the order of the checks.
 * @param self  a review, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_review_get_n_items (const pe_review *self);

/**
 * Reads an item.
 *
 * @param[out] out    filled as far as out->struct_size says; the finding is borrowed from @p self
 * @param      self   a review
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
pe_status pe_review_get_item (pe_review_item *out, const pe_review *self, size_t index, pe_error **error);

/**
 * How many items of a severity there are, those past pe_limits::findings included.
 * @param self      a review, nullable
 * @param severity  a #pe_severity
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_review_get_count (const pe_review *self, pe_severity severity);

/**
 * Takes one more reference.
 * @param self  a review, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_review *pe_review_ref (pe_review *self);

/**
 * Gives one reference back; the last one frees the review.
 * @param self  a review, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_unref (pe_review *self);

PE_END_DECLS

#endif /* PERFEVAL_REVIEW_H */
