/* lanes-baseline.c - the loops of programs for every processor of the architecture
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define PE_LANES_RUN pe_lanes_run_baseline

#include "lanes-body-private.h"
