/* inference-private.h - making intervals for the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/inference.h>

#include "reach-private.h"

/* Fills a caller's interval. PE_ERROR_INVALID_ARGUMENT, PE_ERROR_NO_MEMORY. span: nullable, none. */
pe_status pe_interval_export (pe_interval *out, const pe_reach *span, pe_error **error);
