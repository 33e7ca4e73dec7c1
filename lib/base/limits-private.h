/* limits-private.h - taking in a caller's limits
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/error.h>
#include <perfeval/limits.h>

/* Copies a caller's limits, the defaults for NULL, and checks each against what limits.h allows.
 * PE_ERROR_INVALID_ARGUMENT, PE_ERROR_UNSUPPORTED. */
pe_status pe_limits_import (pe_limits *out, const pe_limits *theirs, pe_error **error);
