/* single.c - one unit at a time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "bench.h"

int
bench_single (pe_rulebook *rulebook, const workload *data)
{
  (void) rulebook;
  (void) data;
  return 0;
}
