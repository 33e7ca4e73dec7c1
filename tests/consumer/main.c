/* main.c - a program that has nothing of libperfeval but what was installed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/perfeval.h>
#include <stdio.h>

int
main (void)
{
  int32_t    major = -1, minor = -1, micro = -1;
  pe_decimal amount;
  pe_error  *error = NULL;

  pe_version_get (&major, &minor, &micro);
  if (major != PE_VERSION_MAJOR || minor != PE_VERSION_MINOR || micro != PE_VERSION_MICRO)
    return 1;
  if (pe_decimal_parse (&amount, "2,149.56", 8, NULL) != PE_OK || amount.coefficient != 214956 || amount.scale != 2)
    return 2;
  if (pe_decimal_parse (&amount, "7,00.0,77", 9, &error) != PE_ERROR_THOUSANDS_SEPARATOR)
    return 3;
  if (pe_error_get_status (error) != PE_ERROR_THOUSANDS_SEPARATOR)
    return 4;
  pe_error_unref (error);
  puts (pe_version_get_string ());
  return 0;
}
