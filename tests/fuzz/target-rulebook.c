/* target-rulebook.c - a rulebook from any bytes; one that is read is written, read again, linted and compared
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"
#include <string.h>

/* What building refuses is in no rulebook: only its cases can come out otherwise than they say. */
static int
is_of_a_case (const pe_finding *finding)
{
  return pe_finding_get_n_places (finding) > 0
         && strncmp (pe_place_get_what (pe_finding_get_place (finding, 0)), "/cases/", 7) == 0;
}

static void
check_lint (pe_rulebook *rulebook)
{
  pe_findings *findings = NULL;

  HOLDS (pe_rulebook_lint (&findings, rulebook, NULL, NULL) == PE_OK);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    HOLDS (pe_finding_get_severity (pe_findings_get (findings, i)) < PE_SEVERITY_ERROR
           || is_of_a_case (pe_findings_get (findings, i)));
  pe_findings_unref (findings);
}

static void
use (pe_rulebook *rulebook)
{
  pe_rulebook            *again = NULL;
  pe_rulebook_comparison *comparison = NULL;
  pe_text                *json = NULL;

  check_lint (rulebook);
  HOLDS (pe_rulebook_to_json (&json, rulebook, NULL) == PE_OK);
  HOLDS (pe_rulebook_from_json (&again, pe_text_get_data (json), pe_text_get_size (json), NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_rulebook_is_equal (rulebook, again));
  HOLDS (pe_rulebook_compare (&comparison, rulebook, again, NULL) == PE_OK);
  HOLDS (pe_rulebook_comparison_get_size (comparison) == 0);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (again);
  pe_text_unref (json);
}

/* Looked over, a document is read as by the reader: what one refuses the other has an error for. */
static void
check_document (const char *bytes, size_t size, const pe_rulebook *rulebook)
{
  pe_rulebook *found = NULL;
  pe_findings *findings = NULL;
  size_t       n_errors;

  HOLDS (pe_rulebook_lint_json (&findings, &found, bytes, size, NULL, NULL, NULL) == PE_OK);
  HOLDS (findings != NULL);
  n_errors = pe_findings_get_count (findings, PE_SEVERITY_ERROR);
  HOLDS ((found == NULL) == (rulebook == NULL));
  if (rulebook == NULL)
    HOLDS (n_errors > 0);
  else
    HOLDS (pe_rulebook_is_equal (found, rulebook));
  pe_findings_unref (findings);
  pe_rulebook_unref (found);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_rulebook_from_json (&rulebook, (const char *) data, size, NULL, &findings, &error);

  HOLDS (findings != NULL);
  if (status == PE_OK)
    use (rulebook);
  else
    check_failure (status, rulebook, error);
  check_document ((const char *) data, size, rulebook);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  return 0;
}
