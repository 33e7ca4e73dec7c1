/* perfeval/cases.h - a rulebook held to its cases
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_CASES_H
#define PERFEVAL_CASES_H

#include <perfeval/evaluation.h>
#include <perfeval/rulebook_case.h>

PE_BEGIN_DECLS

/**
 * @file cases.h
 * @brief Running the cases (用例) that a rulebook carries.
 *
 * @code
 * pe_findings *findings = NULL;
 * assert (pe_rulebook_run_cases (&findings, rulebook, NULL, NULL) == PE_OK);
 * assert (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0);
 * pe_findings_unref (findings);
 * @endcode
 */

/**
 * Evaluates each case and compares. A difference is a #PE_ERROR_CASE_FAILED that names the case, the indicator, what was
 * expected and what was computed, at the place of the expectation; where a case could not be evaluated, the errors follow
 * it, at their places in the case's dossier.
 *
 * The cases together may make at most pe_limits::items nodes; beyond that none is run, which is a #PE_ERROR_LIMIT_ITEMS
 * among the findings.
 *
 * @param[out] out       owned: pe_findings_unref(); empty when every case gives what it expects, or when there is none
 * @param      rulebook  a rulebook
 * @param      options   nullable: the defaults; the calendar is for cases that count working days
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set, whatever the cases gave
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_run_cases (pe_findings **out, pe_rulebook *rulebook, const pe_evaluate_options *options,
                                 pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_CASES_H */
