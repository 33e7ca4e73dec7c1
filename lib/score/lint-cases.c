/* lint-cases.c - a rulebook looked over, with its cases
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "lint-cases-private.h"

#include <perfeval/cases.h>

#include "../rules/lint-private.h"
#include "../rules/rulebook-object-private.h"

void
pe_lint_run_cases (pe_rulebook *rulebook, const pe_calendar *calendar, const pe_limits *limits, pe_collector *collector)
{
  pe_evaluate_options options;
  pe_findings        *findings = NULL;

  pe_evaluate_options_init (&options, sizeof options);
  options.limits = limits;
  options.calendar = calendar;
  if (pe_rulebook_run_cases (&findings, rulebook, &options, NULL) != PE_OK)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  pe_collector_add_all (collector, findings);
  pe_findings_unref (findings);
}

pe_status
pe_rulebook_lint (pe_findings **out, pe_rulebook *rulebook, const pe_lint_options *options, pe_error **error)
{
  pe_lint_options ours;
  pe_limits       limits;
  pe_collector    collector;
  pe_findings    *findings = NULL;
  pe_status       status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (rulebook == NULL)
    return pe_error_set_argument (error, "rulebook", "not NULL");
  status = pe_lint_options_import (&ours, &limits, options, error);
  if (status != PE_OK)
    return status;
  pe_collector_init (&collector, &limits);
  /* Errors first: a list that is cut must not lose them to warnings. */
  pe_lint_check_others (rulebook, &ours, &collector);
  pe_lint_run_cases (rulebook, ours.calendar, &limits, &collector);
  pe_rulebook_check (rulebook, &collector);
  pe_lint_check (rulebook, FALSE, &collector);
  if (pe_collector_finish (&collector, &findings, NULL) == PE_ERROR_NO_MEMORY)
    {
      pe_findings_unref (findings);
      return pe_error_set_no_memory (error);
    }
  *out = findings;
  return PE_OK;
}
