/* text-private.h - making a pe_text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/error.h>
#include <perfeval/text.h>

pe_status pe_text_new (pe_text **out, const char *bytes, size_t size, pe_error **error);
/* Takes over a g_malloc'ed array that has a NUL at [size]; frees it on failure. */
pe_status pe_text_new_take (pe_text **out, char *bytes, size_t size, pe_error **error);

/* A copy (g_free), or NULL when memory ran out. */
char *pe_string_copy (const char *string);
