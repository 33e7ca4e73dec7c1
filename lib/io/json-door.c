/* json-door.c - how documents are read
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/json.h>

#include "../base/struct-private.h"

void
pe_read_options_init (pe_read_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}
