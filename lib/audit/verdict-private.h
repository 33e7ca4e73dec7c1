/* verdict-private.h - the words of verdicts
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/verdict.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"

/* "四舍五入、截断" or "half up, truncated". */
void pe_modes_add (pe_buffer *out, pe_modes modes, pe_language language);
