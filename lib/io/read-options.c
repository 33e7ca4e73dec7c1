/* read-options.c - taking in how to read
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "read-options-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"

static pe_status
check_file (const char *file, const pe_limits *limits, pe_error **error)
{
  const size_t size = file != NULL ? strlen (file) : 0;
  size_t       offset;

  if (size > limits->text_bytes)
    return pe_error_set (error, PE_ERROR_LIMIT_TEXT, NULL, "name", "options.file", NULL);
  if (!pe_utf8_validate (file, size, &offset))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, "name", "options.file", NULL);
  return PE_OK;
}

pe_status
pe_read_intake_init (pe_read_intake *out, const pe_read_options *options, pe_error **error)
{
  pe_read_options ours;
  pe_read_intake  reading;
  pe_status       status;

  memset (&ours, 0, sizeof ours);
  if (options != NULL)
    {
      status = pe_struct_import (&ours, sizeof ours, options, sizeof ours, "options", error);
      if (status != PE_OK)
        return status;
    }
  if (ours.reserved != 0)
    return pe_error_set_argument (error, "options", "a structure filled by pe_read_options_init()");
  reading.file = ours.file;
  status = pe_limits_import (&reading.limits, ours.limits, error);
  if (status == PE_OK)
    status = check_file (reading.file, &reading.limits, error);
  if (status == PE_OK)
    *out = reading;
  return status;
}
