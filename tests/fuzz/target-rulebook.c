/* target-rulebook.c - a rulebook from any bytes; one that is read is written, read again, linted and compared
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

static void
use (pe_rulebook *rulebook)
{
  pe_rulebook            *again = NULL;
  pe_rulebook_comparison *comparison = NULL;
  pe_findings            *findings = NULL;
  pe_text                *json = NULL;

  HOLDS (pe_rulebook_lint (&findings, rulebook, NULL, NULL) == PE_OK);
  HOLDS (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0);
  HOLDS (pe_rulebook_to_json (&json, rulebook, NULL) == PE_OK);
  HOLDS (pe_rulebook_from_json (&again, pe_text_get_data (json), pe_text_get_size (json), NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_rulebook_is_equal (rulebook, again));
  HOLDS (pe_rulebook_compare (&comparison, rulebook, again, NULL) == PE_OK);
  HOLDS (pe_rulebook_comparison_get_size (comparison) == 0);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (again);
  pe_text_unref (json);
  pe_findings_unref (findings);
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
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  return 0;
}
