/* perfeval/review_report.h - a review, shown
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_REVIEW_REPORT_H
#define PERFEVAL_REVIEW_REPORT_H

#include <perfeval/review.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file review_report.h
 * @brief What a review found, as text, JSON and SARIF 2.1.0.
 *
 * Text is for people at a terminal: 80 columns, the checks that found something
 * first, and every other check by its state, so that none is absent in silence.
 * JSON ("perfeval-audit/1", with an installed schema) holds everything. SARIF is
 * what editors and review tools show in place.
 *
 * @code
 * pe_text *text = NULL;
 * assert (pe_review_to_text (&text, review, NULL, NULL) == PE_OK);
 * assert (strstr (pe_text_get_data (text), "R-28") != NULL);
 * pe_text_unref (text);
 * @endcode
 */

/** How to show a review; what it points to is borrowed for the call. Since: 1.0 */
typedef struct pe_review_report_options
{
  uint32_t    struct_size; /**< Set by pe_review_report_options_init(). */
  pe_language language;    /**< Of text and SARIF. Default: #PE_LANGUAGE_ZH. JSON has both. */
  const char *file;        /**< Nullable. UTF-8: the name of the dossier's file. */
} pe_review_report_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_review_report_options_init (pe_review_report_options *self, uint32_t struct_size);

/**
 * A review as text for people, 80 columns wide.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      review   a review
 * @param      options  nullable: the defaults.
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the language is none
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the file is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_to_text (pe_text **out, const pe_review *review, const pe_review_report_options *options,
                             pe_error **error);

/**
 * A review as JSON, "perfeval-audit/1": every check with its state, and every item.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      review   a review
 * @param      options  nullable: the defaults.
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the language is none
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the file is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_to_json (pe_text **out, const pe_review *review, const pe_review_report_options *options,
                             pe_error **error);

/**
 * A review's items as SARIF 2.1.0; the checks are its rules.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      review   a review
 * @param      options  nullable: the defaults.
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the language is none
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the file is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_review_to_sarif (pe_text **out, const pe_review *review, const pe_review_report_options *options,
                              pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_REVIEW_REPORT_H */
