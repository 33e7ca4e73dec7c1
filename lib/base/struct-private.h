/* struct-private.h - taking in the sized structures of callers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>

/* Copies a caller's structure of any age into ours: a shorter one leaves our tail zero, a longer one must have a
 * zero tail (PE_ERROR_UNSUPPORTED). A struct_size below minimum is PE_ERROR_INVALID_ARGUMENT: its _init was not called.
 *   ours      the whole structure as this library knows it, of size bytes
 *   minimum   the size of its first published form
 *   argument  the name for the error */
pe_status pe_struct_import (void *ours, size_t size, const void *theirs, size_t minimum, const char *argument,
                            pe_error **error);

/* As pe_struct_import() for one element of an array, whose stride is the struct_size of its first element. */
pe_status pe_struct_import_at (void *ours, size_t size, const void *array, size_t index, size_t minimum,
                               const char *argument, pe_error **error);
/* What an _init function does: defaults (NULL: zeros) of size bytes into a caller's structure of any age, as far as it
 * reaches, zeros beyond, and struct_size in front. Nothing when theirs is NULL or cannot hold a struct_size. */
void pe_struct_init (void *theirs, uint32_t struct_size, const void *defaults, size_t size);
/* Fills a caller's structure of any age from ours, as far as it reaches, with zeros beyond ours; its struct_size stays.
 * PE_ERROR_INVALID_ARGUMENT when theirs is NULL or its struct_size lies below minimum. */
pe_status pe_struct_export (void *theirs, const void *ours, size_t size, size_t minimum, const char *argument,
                            pe_error **error);
