/* perfeval/lint_json.h - a rulebook's document looked over
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_LINT_JSON_H
#define PERFEVAL_LINT_JSON_H

#include <perfeval/json.h>
#include <perfeval/lint.h>

PE_BEGIN_DECLS

/**
 * @file lint_json.h
 * @brief Lint for the author of a rulebook's document: every fault with its line and column, in one run.
 *
 * @code
 * pe_findings *findings = NULL;
 * assert (pe_rulebook_lint_json (&findings, NULL, "{", 1, NULL, NULL, NULL) == PE_OK);
 * assert (pe_finding_get_code (pe_findings_get (findings, 0)) == PE_ERROR_JSON_TRUNCATED);
 * pe_findings_unref (findings);
 * @endcode
 */

/**
 * Reads a rulebook, looks it over and, when it can be read, runs its cases. What the reader refuses, what lint says and
 * which cases fail are findings of one list.
 *
 * @param[out] out       owned: pe_findings_unref()
 * @param[out] rulebook  nullable; owned: pe_rulebook_unref(); NULL when the document cannot be read
 * @param      bytes     JSON, copied
 * @param      size      how many bytes
 * @param      read      nullable: the defaults; how to read. Its limits hold for everything
 * @param      options   nullable: the defaults; its limits are not used
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set, whatever was found
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       a structure is newer than this library
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_lint_json (pe_findings **out, pe_rulebook **rulebook, const char *bytes, size_t size,
                                 const pe_read_options *read, const pe_lint_options *options, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_LINT_JSON_H */
