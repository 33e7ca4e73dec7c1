/* arena-private.h - the texts of a table, kept together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>

/* Chunks that never move: a text's pointer stays good while the arena lives. Zeroed memory is an empty arena. */
typedef struct pe_arena
{
  struct pe_arena_chunk *chunks;
} pe_arena;

/* A copy, or NULL when memory ran out. */
const char *pe_arena_copy (pe_arena *self, const char *text, size_t size);
/* Checks a caller's text and copies it; NULL stays NULL. path is the place for an error.
 * PE_ERROR_INVALID_UTF8, PE_ERROR_LIMIT_TEXT, PE_ERROR_NO_MEMORY. */
pe_status pe_arena_take (pe_arena *self, const char **text, const char *path, pe_error **error);
/* As pe_arena_take() for a text that must say something: NULL is PE_ERROR_INVALID_ARGUMENT, blank PE_ERROR_TEXT_EMPTY. */
pe_status pe_arena_take_required (pe_arena *self, const char **text, const char *path, pe_error **error);
/* As pe_arena_take_required() for a code: 1 to 64 letters, digits, '.', '-' and '_', else PE_ERROR_CODE_SYNTAX. */
pe_status pe_arena_take_code (pe_arena *self, const char **text, const char *path, pe_error **error);
/* A copy of a text that was checked before; *failed is set when memory ran out. */
const char *pe_arena_keep (pe_arena *self, const char *text, gboolean *failed);
void        pe_arena_clear (pe_arena *self);
