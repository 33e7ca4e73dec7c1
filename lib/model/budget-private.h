/* budget-private.h - what the library knows about budgets beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/budget.h>

#include "../base/buffer-private.h"

/* Adds the path of a line, e.g. "/budget/lines/0/lines/1". */
void pe_budget_print_path (const pe_budget *self, size_t index, pe_buffer *out);
/* The line of a category, or NULL; *index is set when found. */
const pe_budget_line *pe_budget_find_category (const pe_budget *self, pe_budget_category category, size_t *index);
const pe_budget_line *pe_budget_peek_line (const pe_budget *self, size_t index);
