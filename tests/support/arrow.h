/* arrow.h - structures of the Arrow C Data Interface over what a test has: released, they give nothing back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/batch_arrow.h>

/* A nullable field of such a format, and its cells. name: NULL for the words of a dictionary. All pointers are borrowed. */
void arrow_describe_field (struct ArrowSchema *schema, struct ArrowArray *array, const char *format, const char *name,
                           int64_t length, int64_t n_buffers, const void **buffers);
/* A record batch of n fields without a bitmap. buffers: an array of one NULL. n_released counts how often the array is released.
 * All pointers are borrowed. */
void arrow_describe_batch (struct ArrowSchema *schema, struct ArrowArray *array, int64_t length, int64_t n,
                           struct ArrowSchema **fields, struct ArrowArray **columns, const void **buffers,
                           int *n_released);
