/* steps.c - what the formulas of units take, told by what scores them one by one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "batch/column-private.h"
#include "batch/single-private.h"
#include "steps.h"

uint64_t
steps_find_most (const pe_batch_plan *plan)
{
  pe_rule_steps most = { 0, 0 };

  for (size_t i = 0; i < plan->leaves.size; i++)
    pe_plan_leaf_add_steps (plan, pe_plan_leaf_at (plan, i), &most);
  return most.all;
}

void
steps_take (const pe_batch_plan *plan, const pe_batch_column *columns, size_t n_columns, uint64_t *taken,
            size_t n_units)
{
  pe_column *imported = g_new0 (pe_column, MAX (n_columns, 1));
  pe_single  unit;

  assert_int_equal (pe_columns_import (imported, plan, columns, n_columns, NULL), PE_OK);
  assert_int_equal (pe_single_init (&unit, plan, imported), PE_OK);
  for (unit.index = 0; unit.index < n_units; unit.index++)
    {
      assert_int_equal (pe_single_score (&unit), PE_OK);
      taken[unit.index] = unit.steps.all - unit.steps.left;
    }
  pe_single_clear (&unit);
  g_free (imported);
}
