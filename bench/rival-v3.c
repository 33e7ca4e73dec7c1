/* rival-v3.c - the plain loop for x86-64-v3
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define RIVAL rival_double_v3
#include "rival-body.h"
