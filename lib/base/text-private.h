/* text-private.h - making a pe_text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>
#include <perfeval/text.h>
#include <string.h>

pe_status pe_text_new (pe_text **out, const char *bytes, size_t size, pe_error **error);
/* Takes over a g_malloc'ed array that has a NUL at [size]; frees it on failure. */
pe_status pe_text_new_take (pe_text **out, char *bytes, size_t size, pe_error **error);

/* Whether two names are the same. Those of arguments mostly are one literal, or differ in their first letter. */
static inline gboolean
pe_name_equals (const char *a, const char *b)
{
  return a == b || (*a == *b && strcmp (a, b) == 0);
}

/* A copy (g_free), or NULL when memory ran out. */
char *pe_string_copy (const char *string);
