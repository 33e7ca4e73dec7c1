/* perfeval/lint.h - what a careful author would mend in a rulebook
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_LINT_H
#define PERFEVAL_LINT_H

#include <perfeval/calendar.h>
#include <perfeval/limits.h>
#include <perfeval/rulebook.h>

PE_BEGIN_DECLS

/**
 * @file lint.h
 * @brief Lint (评分规则检查): everything that can be said against a rulebook, at once.
 *
 * What could mis-score is refused when a rulebook is built, and is never in one. Lint
 * says it again for what is read from a file, with pe_rulebook_lint_json(), and beyond
 * that what a careful author would mend: a leaf without a source, graded bands with a
 * gap, a grade that no rounded total can have, a rule that cannot give its full marks,
 * a revision of a shape that a later one has mended, a rulebook without cases. Those
 * are warnings. Two editions of one scheme for the same fiscal year are an error, and so
 * is a case that does not come out as it says.
 *
 * @code
 * pe_findings *findings = NULL;
 * assert (pe_rulebook_lint (&findings, rulebook, NULL, NULL) == PE_OK);
 * assert (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0);
 * pe_findings_unref (findings);
 * @endcode
 */

/** How to lint. Since: 1.0 */
typedef struct pe_lint_options
{
  uint32_t            struct_size; /**< Set by pe_lint_options_init(). */
  uint32_t            reserved;    /**< 0. */
  pe_rulebook *const *others;      /**< Nullable. Rulebooks whose fiscal years are compared; borrowed for the call. */
  size_t              n_others;    /**< How many. */
  const pe_limits    *limits;      /**< Nullable: the defaults; borrowed for the call. */
  const pe_calendar  *calendar;    /**< Nullable. For cases that count working days; borrowed likewise. */
} pe_lint_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_lint_options_init (pe_lint_options *self, uint32_t struct_size);

/**
 * Looks a rulebook over and runs its cases, as pe_rulebook_run_cases() does by itself.
 *
 * @param[out] out       owned: pe_findings_unref(); the warnings that building it gave are there as well
 * @param      rulebook  a rulebook; no reference is kept
 * @param      options   nullable: the defaults
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set, whatever was found
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_lint (pe_findings **out, pe_rulebook *rulebook, const pe_lint_options *options, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_LINT_H */
