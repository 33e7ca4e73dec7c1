/* arena.c - the texts of a table, kept together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "arena-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/utf8-private.h"

#define CHUNK_SIZE ((size_t) 16384)
#define TEXT_MAX   ((size_t) 1048576)
#define CODE_MAX   64

typedef struct pe_arena_chunk
{
  struct pe_arena_chunk *next;
  size_t                 used;
  size_t                 size;
  char                   bytes[];
} pe_arena_chunk;

static pe_arena_chunk *
add_chunk (pe_arena *self, size_t least)
{
  size_t          size = MAX (least, CHUNK_SIZE);
  pe_arena_chunk *chunk;

  if (size > G_MAXSIZE - sizeof *chunk)
    return NULL;
  chunk = g_try_malloc (sizeof *chunk + size);
  if (chunk == NULL)
    return NULL;
  chunk->used = 0;
  chunk->size = size;
  chunk->next = self->chunks;
  self->chunks = chunk;
  return chunk;
}

const char *
pe_arena_copy (pe_arena *self, const char *text, size_t size)
{
  pe_arena_chunk *chunk = self->chunks;
  char           *copy;

  if (size == G_MAXSIZE)
    return NULL;
  if (chunk == NULL || chunk->size - chunk->used <= size)
    chunk = add_chunk (self, size + 1);
  if (chunk == NULL)
    return NULL;
  copy = chunk->bytes + chunk->used;
  memcpy (copy, text, size);
  copy[size] = '\0';
  chunk->used += size + 1;
  return copy;
}

pe_status
pe_arena_take (pe_arena *self, const char **text, const char *path, pe_error **error)
{
  pe_place    place = PE_PLACE_WHAT (path);
  size_t      size, offset;
  const char *copy;

  if (*text == NULL)
    return PE_OK;
  size = strlen (*text);
  if (size > TEXT_MAX)
    return pe_error_set (error, PE_ERROR_LIMIT_TEXT, &place, "name", path, "limit", "1048576", NULL);
  if (!pe_utf8_validate (*text, size, &offset))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, &place, "found", *text, "name", path, NULL);
  copy = pe_arena_copy (self, *text, size);
  if (copy == NULL)
    return pe_error_set_no_memory (error);
  *text = copy;
  return PE_OK;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

pe_status
pe_arena_take_required (pe_arena *self, const char **text, const char *path, pe_error **error)
{
  pe_place  place = PE_PLACE_WHAT (path);
  pe_status status;

  if (*text == NULL)
    return pe_error_set_argument (error, path, "not NULL");
  status = pe_arena_take (self, text, path, error);
  if (status == PE_OK && is_blank (*text))
    return pe_error_set (error, PE_ERROR_TEXT_EMPTY, &place, "name", path, NULL);
  return status;
}

static gboolean
is_code (const char *text)
{
  size_t i;

  for (i = 0; text[i] != '\0'; i++)
    if (i >= CODE_MAX || !(g_ascii_isalnum (text[i]) || text[i] == '.' || text[i] == '-' || text[i] == '_'))
      return FALSE;
  return i > 0;
}

pe_status
pe_arena_take_code (pe_arena *self, const char **text, const char *path, pe_error **error)
{
  pe_place  place = PE_PLACE_WHAT (path);
  pe_status status = pe_arena_take_required (self, text, path, error);

  if (status == PE_OK && !is_code (*text))
    return pe_error_set (error, PE_ERROR_CODE_SYNTAX, &place, "code", *text, "name", path, NULL);
  return status;
}

const char *
pe_arena_keep (pe_arena *self, const char *text, gboolean *failed)
{
  const char *copy = text != NULL ? pe_arena_copy (self, text, strlen (text)) : NULL;

  if (text != NULL && copy == NULL)
    *failed = TRUE;
  return copy;
}

void
pe_arena_clear (pe_arena *self)
{
  while (self->chunks != NULL)
    {
      pe_arena_chunk *next = self->chunks->next;

      g_free (self->chunks);
      self->chunks = next;
    }
}
