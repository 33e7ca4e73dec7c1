/* perfeval-office/scorebook.h - an evaluation as a workbook that recomputes itself
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_SCOREBOOK_H
#define PERFEVAL_OFFICE_SCOREBOOK_H

#include <perfeval-office/types.h>
#include <perfeval/evaluation.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file scorebook.h
 * @brief A scorebook (评分工作簿): the score table with formulas, over the figures that were handed in.
 *
 * Sheets: the score table (评分表), the figures (数据) with their places in the dossier, charts (图), and what the rulebook
 * is and assumes (说明). Each score of a leaf is a formula over the figures where the shape of its rule can be expressed and
 * rounds half up; subtotals and the total are formulas always where their rounding is half-up or none. Beside each stands the
 * library's own score, and the difference. A formula is written only where it was found to come to the library's score
 * exactly, in binary numbers as in exact ones: near a tie that they would miss, and for other shapes, the cell holds the
 * library's value, and the table says so. The comment of each score is its explanation, with the entry of the ledger.
 *
 * Under a rulebook that is not official the first sheet says so, and lists the assumptions.
 *
 * @code
 * pe_text *bytes = NULL;
 * assert (pe_evaluation_to_xlsx (&bytes, evaluation, PE_LANGUAGE_ZH, NULL) == PE_OK);
 * assert (pe_text_get_size (bytes) > 4);
 * pe_text_unref (bytes);
 * @endcode
 */

/**
 * Writes a scorebook. The same evaluation gives the same bytes.
 *
 * @param[out] out         owned: pe_text_unref(); the bytes of the file
 * @param      evaluation  an evaluation; nothing of it is kept
 * @param      language    of words and names; anything but #PE_LANGUAGE_EN gives Chinese
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_LIMIT_ITEMS       more rows than a sheet has (1,048,576)
 * @retval PE_ERROR_FILE              the workbook cannot be put together
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_evaluation_to_xlsx (pe_text **out, const pe_evaluation *evaluation, pe_language language,
                                 pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_SCOREBOOK_H */
