/* target-calendar.c - a calendar from any bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_calendar *calendar = NULL;
  pe_error    *error = NULL;
  int32_t      answer = -1;
  pe_status    status = pe_calendar_from_json (&calendar, (const char *) data, size, NULL, NULL, &error);

  if (status != PE_OK)
    check_failure (status, calendar, error);
  else if (pe_calendar_is_workday (&answer, calendar, 20220613, NULL) == PE_OK)
    HOLDS (answer == 0 || answer == 1);
  pe_calendar_unref (calendar);
  return 0;
}
