/* budget-tree-private.h - what budgets and their builders share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/vector-private.h"
#include "../base/arena-private.h"
#include "budget-private.h"
#include "money-private.h"

#define PE_BUDGET_N_CATEGORIES 7 /* 0 is none */
#define PE_BUDGET_N_AMOUNTS 7
#define PE_BUDGET_N_MONTHS 12

struct pe_budget
{
  gint                  references;
  pe_arena              texts;
  pe_budget_line       *lines;
  size_t                n_lines;
  uint32_t             *position;     /* a line's place among its siblings, from 0 */
  uint32_t             *first_below;  /* number of the first line below, 0 for none */
  uint32_t             *next;         /* number of the next sibling, 0 for none */
  pe_figure            *derived;      /* nullable: every amount a line, for those that pe_budget_is_derived() */
  pe_figure            *months;       /* nullable: those of all lines, one line's behind the other's */
  pe_three_public_line *three_public; /* by item; nullable */
  size_t                n_three_public;
  uint32_t              first_top;                           /* number of the first top line, 0 for none */
  uint32_t              of_category[PE_BUDGET_N_CATEGORIES]; /* number of its line, 0 for none */
  uint8_t               digest[PE_DIGEST_SIZE];
};

const pe_figure *pe_budget_line_get (const pe_budget_line *line, pe_amount amount);
/* The name that documents have for it, e.g. "carry_over". */
const char *pe_budget_name_amount (pe_amount amount);
/* The amount as given, or as derived. */
const pe_figure *pe_budget_peek_amount (const pe_budget *self, size_t index, pe_amount amount);
/* Derives an amount that pe_budget_is_derived(): those of the lines below are there. PE_OK or PE_ERROR_OVERFLOW. */
pe_status pe_budget_derive (pe_budget *self, size_t index, pe_amount amount, pe_error **error);
/* Adds the amounts that the lines below a line give. */
void pe_budget_sum_below (pe_money_sum *sum, const pe_budget *self, size_t index, pe_amount amount);
/* Adds the parts of an item of 三公经费; nothing for one that is no sum. PE_OK or PE_ERROR_OVERFLOW. */
pe_status pe_budget_sum_three_public (pe_money_sum *sum, const pe_budget *self, pe_three_public item, pe_amount amount,
                                      pe_error **error);
