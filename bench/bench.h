/* bench.h - the parts of the bench
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "workload.h"

/* Single units: from a dossier, and explained. Returns how many figures were wrong. */
int bench_single (pe_rulebook *rulebook, const workload *data);
/* A rulebook of formulas and decision tables, for n units. Returns how many points were wrong. */
int bench_formulas (size_t n);
