/* place-private.h - making places
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/place.h>

/* On the stack of whoever reports; every string is copied when a finding is made of it. NULL and 0: none. */
struct pe_place
{
  const char *what; /* a JSON pointer, "" for the whole */
  const char *file;
  const char *cell;
  uint64_t    line;
  uint64_t    column;
  uint64_t    offset;
  uint64_t    length;
};

#define PE_PLACE_WHAT(path) ((pe_place) { (path), NULL, NULL, 0, 0, 0, 0 })

/* Copies the strings as well; NULL is the whole. FALSE when memory ran out: out is then zeroed. */
gboolean pe_place_copy (pe_place *out, const pe_place *self);
/* Frees the strings of a copy. */
void pe_place_clear (pe_place *self);
