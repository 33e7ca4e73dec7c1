/* steps.h - what the formulas of units take, told by what scores them one by one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stdint.h>

#include <perfeval/batch.h>

/* What a plan says that the formulas of a unit take at most. */
uint64_t steps_find_most (const pe_batch_plan *plan);
/* What those of each unit take, into taken; the formulas of a plan that are not counted have no other bound. */
void steps_take (const pe_batch_plan *plan, const pe_batch_column *columns, size_t n_columns, uint64_t *taken,
                 size_t n_units);
