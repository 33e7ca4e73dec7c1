/* kernel-v4.c - the kernels for x86-64-v4
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
/* Compiled with -march=x86-64-v4 (cmake/library.cmake), and called where the processor has it. */
#ifdef PE_HAVE_X86_64_LEVELS
#define PE_KERNELS pe_kernels_v4
#define PE_KERNEL_LANES pe_lanes_run_v4
#define PE_KERNEL_FUSES
#define PE_KERNEL_CONVERTS
#include "kernel-body-private.h"
#else
#include "kernel-private.h"
#endif
