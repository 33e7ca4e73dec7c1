/* budget-tree-private.h - what a budget is made of
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/budget.h>

#include "../base/finding-private.h"
#include "forest-private.h"
#include "money-private.h"
#include "table-private.h"

#define PE_BUDGET_N_CATEGORIES PE_BUDGET_OTHER
#define PE_BUDGET_N_AMOUNTS    PE_AMOUNT_EXECUTED

/* An amount of a category. */
typedef struct pe_budget_amount
{
  pe_figure figure;
  size_t    line;  /* the line that has it, or whose lines below are summed; 0: the top ones */
  gboolean  is_sum;
} pe_budget_amount;

struct pe_budget
{
  gint             references;
  pe_table         lines;
  pe_forest_node  *nodes;                                                   /* [0] stands above the top lines */
  size_t           categories[PE_BUDGET_N_CATEGORIES + 1];                  /* the number of its line, 0 for none */
  pe_budget_amount amounts[PE_BUDGET_N_CATEGORIES][PE_BUDGET_N_AMOUNTS];    /* by category - 1 and amount - 1 */
  uint8_t          digest[PE_DIGEST_SIZE];
};

extern const pe_table_type pe_budget_line_type;

const pe_budget_line *pe_budget_get_numbered (const pe_budget *self, size_t number);
const pe_figure      *pe_budget_line_get_amount (const pe_budget_line *self, pe_amount amount);
const char           *pe_amount_get_member (pe_amount amount); /* "initial" */
/* Sums an amount of the lines below one, or of the top ones for 0. out is initialised. PE_OK or PE_ERROR_LIMIT. */
pe_status pe_budget_sum_below (const pe_budget *self, size_t number, pe_amount amount, pe_money_sum *out);

/* Links the lines and knows the categories; reports what does not fit together. The budget has its lines. */
void pe_budget_check (pe_budget *self, pe_collector *collector);
/* Fills amounts. */
void pe_budget_derive (pe_budget *self, pe_collector *collector);
