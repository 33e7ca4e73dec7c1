/* arena-private.h - many small things that live and go together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stddef.h>

#include <glib.h>

/* Chunks that never move: a pointer into them stays good while the arena lives. Zeroed memory is an empty arena. */
typedef struct pe_arena
{
  struct pe_arena_chunk *last;
} pe_arena;

/* A state of an arena to which it can go back. */
typedef struct pe_arena_mark
{
  struct pe_arena_chunk *last;
  size_t                 used;
} pe_arena_mark;

/* Behind an array of characters that is written before it is read: it need not be zeroed first, as all variables of a
 * function are (docs/decisions/0070-hardening.md), which would cost more than what is done with it. */
#ifdef __has_attribute
#if __has_attribute(uninitialized)
#define PE_UNSET __attribute__ ((uninitialized))
#endif
#endif
#ifndef PE_UNSET
#define PE_UNSET
#endif

/* The first chunk will be the caller's room, aligned for anything, which lives as long as the arena. */
/* static: bugprone-macro-parentheses: what is declared is a name */
#define PE_ARENA_ROOM(name, bytes) _Alignas (max_align_t) char name[bytes] PE_UNSET
void pe_arena_start (pe_arena *self, void *room, size_t size);
/* Sees to it that the next things of altogether that size, alignment included, come from one allocation; FALSE when
 * memory ran out. */
gboolean pe_arena_reserve (pe_arena *self, size_t size);
/* Memory for anything, or NULL when memory ran out; not zeroed. */
void *pe_arena_take (pe_arena *self, size_t size);
/* A copy with a NUL behind it, or NULL when memory ran out. text: nullable where size is 0. */
char *pe_arena_copy (pe_arena *self, const char *text, size_t size);
/* A copy of a string, NULL for NULL; *failed is set when memory ran out. */
const char   *pe_arena_keep (pe_arena *self, const char *text, gboolean *failed);
pe_arena_mark pe_arena_get_mark (const pe_arena *self);
/* Frees what was copied after the mark was taken. */
void pe_arena_rewind (pe_arena *self, pe_arena_mark mark);
void pe_arena_clear (pe_arena *self);
