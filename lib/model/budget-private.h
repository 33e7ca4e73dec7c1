/* budget-private.h - what the library knows about budgets beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/budget.h>

#include "../base/buffer-private.h"

/* Documents nest no deeper (pe_limits::depth). */
#define PE_PATH_DEPTH 1024

/* Adds the path of a line, e.g. "/budget/lines/0/lines/1". Below PE_PATH_DEPTH lines it is "/budget/lines/.../" and the
 * line's index: a chain of a million lines would have paths of megabytes. */
void pe_budget_print_path (const pe_budget *self, size_t index, pe_buffer *out);
/* The line of a category, or NULL; *index is set when found. */
const pe_budget_line *pe_budget_find_category (const pe_budget *self, pe_budget_category category, size_t *index);
/* TRUE when a line leaves an amount open and the lines below it give it. */
gboolean pe_budget_is_derived (const pe_budget *self, size_t index, pe_amount amount);
/* The part of 三公经费 as it was given, or NULL. */
const pe_three_public_line *pe_budget_find_three_public (const pe_budget *self, pe_three_public item, size_t *index);
const pe_figure            *pe_three_public_line_get (const pe_three_public_line *line, pe_amount amount);
const pe_three_public_line *pe_budget_peek_three_public (const pe_budget *self, size_t index);
/* Adds "/budget/three_public/abroad", the item by its word. */
void                  pe_budget_print_three_public_path (const pe_budget *self, size_t index, pe_buffer *out);
const pe_budget_line *pe_budget_peek_line (const pe_budget *self, size_t index);
