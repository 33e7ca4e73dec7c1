/* explain-private.h - the parts of an explanation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "evaluation-private.h"

/* A text that was handed in must not begin a line of its own: what follows would pass for an explanation. line: where the
 * line begins that such texts were added to. */
void pe_explanation_join_line (pe_buffer *out, size_t line);
/* What is explained, its full marks, and the standard that it is scored by, a line each, without a line feed at the end. */
void pe_explanation_add_heading (const pe_evaluation *evaluation, size_t node, pe_language language, pe_buffer *out);
