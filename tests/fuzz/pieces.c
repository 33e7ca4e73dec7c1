/* pieces.c - one input as several files: pieces with a name each
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pieces.h"

#include <string.h>

#include "fuzz.h"

#define BETWEEN '\x1e'

static piece
piece_of (const char *bytes, size_t size)
{
  const char  *end = size > 0 ? memchr (bytes, '\n', size) : NULL;
  const size_t n = end != NULL ? (size_t) (end - bytes) : size;
  piece        self = { malloc (n + 1), bytes + n + (end != NULL), size - n - (end != NULL) };

  HOLDS (self.name != NULL);
  if (n > 0)
    memcpy (self.name, bytes, n);
  self.name[n] = '\0';
  return self;
}

pieces
pieces_of (const uint8_t *data, size_t size)
{
  const char *bytes = (const char *) data;
  pieces      self = { .n = 0 };
  size_t      from = 0;

  for (;;)
    {
      const char  *end = from < size && self.n + 1 < MOST_PIECES ? memchr (bytes + from, BETWEEN, size - from) : NULL;
      const size_t behind = end != NULL ? (size_t) (end - bytes) : size;

      self.all[self.n++] = piece_of (bytes + from, behind - from);
      if (end == NULL)
        return self;
      from = behind + 1;
    }
}

void
pieces_clear (pieces *self)
{
  for (size_t i = 0; i < self->n; i++)
    free (self->all[i].name);
  self->n = 0;
}

const piece *
pieces_find (const pieces *self, const char *name)
{
  for (size_t i = 0; i < self->n; i++)
    if (strcmp (self->all[i].name, name) == 0)
      return &self->all[i];
  return NULL;
}
