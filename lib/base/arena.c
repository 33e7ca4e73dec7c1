/* arena.c - many small things that live and go together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "arena-private.h"

#include <string.h>

/* A batch may hold a million dossiers of a few texts each: the first chunk is small, and each next one doubles. */
#define CHUNK_MIN ((size_t) 256)
#define CHUNK_MAX ((size_t) 1 << 18)

typedef struct pe_arena_chunk
{
  struct pe_arena_chunk *previous;
  size_t                 used;
  size_t                 size;
  gboolean               is_borrowed;
  _Alignas (max_align_t) char bytes[];
} pe_arena_chunk;

static gboolean
add_chunk (pe_arena *self, size_t least)
{
  const size_t    doubled = self->last == NULL ? CHUNK_MIN : MIN (self->last->size, CHUNK_MAX / 2) * 2;
  const size_t    size = MAX (least, doubled);
  pe_arena_chunk *chunk;

  if (size > (size_t) G_MAXSSIZE - sizeof *chunk)
    return FALSE;
  chunk = g_try_malloc (sizeof *chunk + size);
  if (chunk == NULL)
    return FALSE;
  chunk->previous = self->last;
  chunk->used = 0;
  chunk->size = size;
  chunk->is_borrowed = FALSE;
  self->last = chunk;
  return TRUE;
}

static size_t
get_free (const pe_arena *self)
{
  return self->last == NULL ? 0 : self->last->size - self->last->used;
}

void
pe_arena_start (pe_arena *self, void *room, size_t size)
{
  pe_arena_chunk *chunk = room;

  *chunk = (pe_arena_chunk) { .size = size - sizeof *chunk, .is_borrowed = TRUE };
  self->last = chunk;
}

gboolean
pe_arena_reserve (pe_arena *self, size_t size)
{
  return size <= get_free (self) || add_chunk (self, size);
}

void *
pe_arena_take (pe_arena *self, size_t size)
{
  const size_t rest = self->last == NULL ? 0 : self->last->used % _Alignof (max_align_t);
  const size_t padding = rest == 0 ? 0 : _Alignof (max_align_t) - rest;
  void        *place;

  if (size > (size_t) G_MAXSSIZE)
    return NULL;
  if (get_free (self) >= padding + size && self->last != NULL)
    self->last->used += padding;
  else if (!add_chunk (self, size))
    return NULL;
  place = self->last->bytes + self->last->used;
  self->last->used += size;
  return place;
}

char *
pe_arena_copy (pe_arena *self, const char *text, size_t size)
{
  char *copy;

  if (size >= (size_t) G_MAXSSIZE)
    return NULL;
  if (get_free (self) <= size && !add_chunk (self, size + 1))
    return NULL;
  copy = self->last->bytes + self->last->used;
  if (size > 0)
    memcpy (copy, text, size);
  copy[size] = '\0';
  self->last->used += size + 1;
  return copy;
}

const char *
pe_arena_keep (pe_arena *self, const char *text, gboolean *failed)
{
  const char *copy = text != NULL ? pe_arena_copy (self, text, strlen (text)) : NULL;

  if (text != NULL && copy == NULL)
    *failed = TRUE;
  return copy;
}

pe_arena_mark
pe_arena_get_mark (const pe_arena *self)
{
  return (pe_arena_mark) { self->last, self->last != NULL ? self->last->used : 0 };
}

void
pe_arena_rewind (pe_arena *self, pe_arena_mark mark)
{
  while (self->last != mark.last)
    {
      pe_arena_chunk *chunk = self->last;

      self->last = chunk->previous;
      if (!chunk->is_borrowed)
        g_free (chunk);
    }
  if (self->last != NULL)
    self->last->used = mark.used;
}

void
pe_arena_clear (pe_arena *self)
{
  pe_arena_rewind (self, (pe_arena_mark) { NULL, 0 });
}
