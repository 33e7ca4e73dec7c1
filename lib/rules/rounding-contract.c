/* rounding-contract.c - where a scheme rounds, to how many places, and how
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/rounding_contract.h>

#include "../base/struct-private.h"

void
pe_rounding_contract_init (pe_rounding_contract *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}
