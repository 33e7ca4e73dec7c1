/* perfeval-office/template.h - a workbook that a clerk fills in
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_TEMPLATE_H
#define PERFEVAL_OFFICE_TEMPLATE_H

#include <perfeval-office/types.h>
#include <perfeval/json.h>

PE_BEGIN_DECLS

/**
 * @file template.h
 * @brief A workbook (填报模板) with a sheet for each table of a dossier, ready for a rulebook.
 *
 * Headers say the unit and, by a star, what every row needs; the row above them says what
 * to fill in. Words are chosen from lists, dates and amounts are checked as they are typed,
 * totals are formulas that cannot be overwritten, since the sheets are protected (without a
 * password) but for the cells to fill in. The indicators that a person scores, and the slots
 * that the unit fills with indicators of its own, stand there with their codes, and so does every fact that a rule reads, with
 * the indicator's name in a comment; a register whose columns a measure of the rulebook declares has its columns and a sheet of
 * its own. Read back with pe_tables_from_xlsx() and
 * pe_dossier_from_tables().
 */

/**
 * Writes a template.
 *
 * @param[out] out       owned: pe_text_unref(); the bytes of the file
 * @param      rulebook  whose year, kind and indicators it is for
 * @param      language  of names, headers and remarks; anything but #PE_LANGUAGE_EN gives Chinese
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_FILE              the workbook cannot be put together
 * @retval PE_ERROR_OVERFLOW          the marks do not fit 64 bits at the places of the rounding contract
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_template_to_xlsx (pe_text **out, const pe_rulebook *rulebook, pe_language language, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_TEMPLATE_H */
