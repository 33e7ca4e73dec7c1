/* arrow.c - structures of the Arrow C Data Interface over what a test has
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "arrow.h"

static void
release_schema (struct ArrowSchema *schema)
{
  schema->release = NULL;
}

static void
release_child (struct ArrowArray *array)
{
  array->release = NULL;
}

static void
release_batch (struct ArrowArray *array)
{
  ++*(int *) array->private_data;
  array->release = NULL;
}

void
arrow_describe_field (struct ArrowSchema *schema, struct ArrowArray *array, const char *format, const char *name,
                      int64_t length, int64_t n_buffers, const void **buffers)
{
  *schema = (struct ArrowSchema) {
    .format = format, .name = name, .flags = ARROW_FLAG_NULLABLE, .release = release_schema
  };
  *array
      = (struct ArrowArray) { .length = length, .n_buffers = n_buffers, .buffers = buffers, .release = release_child };
}

void
arrow_describe_batch (struct ArrowSchema *schema, struct ArrowArray *array, int64_t length, int64_t n,
                      struct ArrowSchema **fields, struct ArrowArray **columns, const void **buffers, int *n_released)
{
  *schema = (struct ArrowSchema) {
    .format = "+s", .name = "", .n_children = n, .children = fields, .release = release_schema
  };
  *array = (struct ArrowArray) {
    .length = length,
    .n_buffers = 1,
    .buffers = buffers,
    .n_children = n,
    .children = columns,
    .release = release_batch,
    .private_data = n_released
  };
}
