/* lanes-v3.c - the loops of programs for x86-64-v3
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
/* Compiled with -march=x86-64-v3 (cmake/library.cmake), and called where the processor has it. */
#ifdef PE_HAVE_X86_64_LEVELS
#define PE_LANES_RUN pe_lanes_run_v3

#include "lanes-body-private.h"
#else
#include "lanes-private.h"
#endif
