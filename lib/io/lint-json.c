/* lint-json.c - a rulebook's document looked over
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/lint_json.h>

#include "../base/finding-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../rules/lint-private.h"
#include "../score/lint-cases-private.h"
#include "rulebook-reader-private.h"

/* Errors first: a list that is cut must not lose them to warnings. A document that can be read has none of its own. */
static pe_rulebook *
look_over (const char *bytes, size_t size, const pe_read_options *read, const pe_lint_options *options,
           const pe_limits *limits, pe_collector *collector)
{
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = NULL;

  if (pe_rulebook_read (&rulebook, bytes, size, read, TRUE, &findings, NULL) == PE_OK)
    {
      pe_lint_check_others (rulebook, options, collector);
      pe_lint_run_cases (rulebook, options->calendar, limits, collector);
    }
  pe_collector_add_all (collector, findings);
  pe_findings_unref (findings);
  return rulebook;
}

static pe_status
import_limits (pe_limits *limits, const pe_read_options *theirs, pe_error **error)
{
  pe_read_options ours;
  pe_status       status = PE_OK;

  pe_read_options_init (&ours, sizeof ours);
  if (theirs != NULL)
    status = pe_struct_import (&ours, sizeof ours, theirs, sizeof ours, "read", error);
  if (status == PE_OK && ours.reserved != 0)
    status = pe_error_set_argument (error, "read", "a structure filled by pe_read_options_init()");
  return status == PE_OK ? pe_limits_import (limits, ours.limits, error) : status;
}

pe_status
pe_rulebook_lint_json (pe_findings **out, pe_rulebook **rulebook, const char *bytes, size_t size,
                       const pe_read_options *read, const pe_lint_options *options, pe_error **error)
{
  pe_lint_options ours;
  pe_limits       limits;
  pe_collector    collector;
  pe_rulebook    *found;
  pe_findings    *findings = NULL;
  pe_status       status;

  if (out == NULL || bytes == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "bytes", "not NULL");
  status = pe_lint_options_import (&ours, &limits, options, error);
  if (status == PE_OK)
    status = import_limits (&limits, read, error);
  if (status != PE_OK)
    return status;
  pe_collector_init (&collector, &limits);
  found = look_over (bytes, size, read, &ours, &limits, &collector);
  if (pe_collector_finish (&collector, &findings, NULL) == PE_ERROR_NO_MEMORY)
    {
      pe_findings_unref (findings);
      pe_rulebook_unref (found);
      return pe_error_set_no_memory (error);
    }
  *out = findings;
  if (rulebook != NULL)
    *rulebook = found;
  else
    pe_rulebook_unref (found);
  return PE_OK;
}
