/* budget-tree-private.h - what budgets and their builders share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/vector-private.h"
#include "arena-private.h"
#include "budget-private.h"

#define PE_BUDGET_N_CATEGORIES 7 /* 0 is none */

struct pe_budget
{
  gint            references;
  pe_arena        texts;
  pe_budget_line *lines;
  size_t          n_lines;
  uint32_t       *position;                         /* a line's place among its siblings, from 0 */
  uint32_t       *first_below;                      /* number of the first line below, 0 for none */
  uint32_t       *next;                             /* number of the next sibling, 0 for none */
  uint32_t        first_top;                        /* number of the first top line, 0 for none */
  uint32_t        of_category[PE_BUDGET_N_CATEGORIES]; /* number of its line, 0 for none */
  uint8_t         digest[PE_DIGEST_SIZE];
};

const pe_figure *pe_budget_line_get (const pe_budget_line *line, pe_amount amount);
/* The sum over the lines of a chain of siblings. */
pe_status pe_budget_sum_chain (pe_figure *out, const pe_budget *self, uint32_t first, pe_amount amount, pe_error **error);
