/* read-options-private.h - taking in how to read
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/json.h>

/* What a caller's options say; the file's name is borrowed and UTF-8. */
typedef struct pe_read_intake
{
  const char *file; /* nullable */
  pe_limits   limits;
} pe_read_intake;

/* NULL gives the defaults. PE_ERROR_INVALID_ARGUMENT, PE_ERROR_UNSUPPORTED, PE_ERROR_INVALID_UTF8, PE_ERROR_LIMIT_TEXT. */
pe_status pe_read_intake_init (pe_read_intake *out, const pe_read_options *options, pe_error **error);
