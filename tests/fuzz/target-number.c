/* target-number.c - decimals, figures, units and dates from any bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

/* What is printed is read as the same decimal, places and all. */
static void
use (const pe_decimal *number)
{
  char       text[PE_DECIMAL_PRINT_SIZE];
  pe_decimal again;

  HOLDS (number->scale >= 0 && number->scale <= 18 && number->reserved == 0);
  HOLDS (pe_decimal_print (text, sizeof text, number, NULL) == PE_OK);
  HOLDS (pe_decimal_parse (&again, text, strlen (text), NULL) == PE_OK);
  HOLDS (again.coefficient == number->coefficient && again.scale == number->scale);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  pe_decimal  number;
  pe_figure   figure;
  pe_unit     unit;
  pe_date     date;
  pe_error   *error = NULL;
  pe_status   status = pe_decimal_parse (&number, text, size, &error);

  if (status == PE_OK)
    use (&number);
  else
    check_failure (status, NULL, error);
  if (pe_figure_parse (&figure, text, size, NULL) == PE_OK && figure.state == PE_STATE_VALUE)
    use (&figure.value);
  if (pe_unit_parse (&unit, text, size, NULL) == PE_OK)
    HOLDS (pe_unit_get_name (unit) != NULL);
  if (pe_date_parse (&date, text, size, NULL) == PE_OK)
    HOLDS (pe_date_is_valid (date));
  return 0;
}
