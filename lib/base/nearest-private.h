/* nearest-private.h - the known name that is most like a misspelt one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>

/* The name that was given, and the most alike of those that were offered. */
typedef struct pe_nearest
{
  const char *name; /* borrowed; need not end in NUL */
  size_t      size;
  size_t      least; /* letters by which it differs, plus what is too many */
  const char *found; /* borrowed; NULL while none is near */
} pe_nearest;

void pe_nearest_init (pe_nearest *self, const char *name, size_t size);
/* candidate: stays as long as it may be found. The first of several that are equally near is kept. */
void pe_nearest_offer (pe_nearest *self, const char *candidate);
