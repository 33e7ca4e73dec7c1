/* fuzz.c - what the targets share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

void
check_failure (pe_status status, const void *out, pe_error *error)
{
  const pe_finding *finding = pe_error_get_finding (error);

  HOLDS (status != PE_OK && status < 2000);
  HOLDS (out == NULL);
  HOLDS (error != NULL && pe_error_get_status (error) == status);
  HOLDS (strcmp (pe_status_name (status), "PE_STATUS_UNKNOWN") != 0);
  HOLDS (pe_error_get_message (error, PE_LANGUAGE_ZH)[0] != '\0'
         && pe_error_get_message (error, PE_LANGUAGE_EN)[0] != '\0');
  HOLDS (strchr (pe_error_get_message (error, PE_LANGUAGE_EN), '\n') == NULL);
  HOLDS (finding != NULL && pe_finding_get_n_places (finding) >= 1);
  pe_error_unref (error);
}

pe_rulebook *
read_rulebook (const char *name)
{
  char         path[4096];
  static char  bytes[1 << 20];
  pe_rulebook *rulebook = NULL;
  size_t       size;
  FILE        *file;

  snprintf (path, sizeof path, "%s/rulebooks/%s", FUZZ_SOURCE, name);
  file = fopen (path, "rb");
  HOLDS (file != NULL);
  size = fread (bytes, 1, sizeof bytes, file);
  HOLDS (fclose (file) == 0 && size < sizeof bytes);
  HOLDS (pe_rulebook_from_json (&rulebook, bytes, size, NULL, NULL, NULL) == PE_OK);
  return rulebook;
}
