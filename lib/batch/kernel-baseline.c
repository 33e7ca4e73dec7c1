/* kernel-baseline.c - the kernels for every processor of the architecture
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#if __FLT_EVAL_METHOD__ == 0
#define PE_KERNELS pe_kernels_baseline
#define PE_KERNEL_LANES pe_lanes_run_baseline
#if defined(__aarch64__)
#define PE_KERNEL_CONVERTS
#endif
#if defined(__FMA__) || defined(__aarch64__)
#define PE_KERNEL_FUSES
#endif
#include "kernel-body-private.h"
#else
/* Doubles are not what the proof is about: pe_kernels_get() offers integers alone. */
#include "kernel-private.h"
#endif
