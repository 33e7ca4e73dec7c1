/* pieces.h - one input as several files: pieces with a name each
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define MOST_PIECES 16

/* Between two pieces stands the byte 1E; the first line of a piece is its name. */
typedef struct piece
{
  char       *name; /* owned; ends in NUL, and may hold any other byte */
  const char *bytes;
  size_t      size;
} piece;

typedef struct pieces
{
  piece  all[MOST_PIECES];
  size_t n;
} pieces;

/* What is behind the last piece that there is room for belongs to it. */
pieces pieces_of (const uint8_t *data, size_t size);
void   pieces_clear (pieces *self);
/* The first one of this name, or NULL. */
const piece *pieces_find (const pieces *self, const char *name);
