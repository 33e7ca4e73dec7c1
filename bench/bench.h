/* bench.h - the parts of the bench
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "workload.h"

/* Single units: from a dossier, and explained. Returns how many figures were wrong. */
int bench_single (pe_rulebook *rulebook, const workload *data);
