/* version.c - which library this is
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/version.h>

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF (x)

void
pe_version_get (int32_t *major, int32_t *minor, int32_t *micro)
{
  if (major != NULL)
    *major = PE_VERSION_MAJOR;
  if (minor != NULL)
    *minor = PE_VERSION_MINOR;
  if (micro != NULL)
    *micro = PE_VERSION_MICRO;
}

const char *
pe_version_get_string (void)
{
  return TEXT (PE_VERSION_MAJOR) "." TEXT (PE_VERSION_MINOR) "." TEXT (PE_VERSION_MICRO);
}

int32_t
pe_abi_is_frozen (void)
{
  return PE_VERSION_MAJOR >= 1;
}
