/* place-map-private.h - which part of an object came from which bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/error.h>

#include "../base/place-private.h"

/* Built once by a reader, then immutable and owned by the object that was read. */
typedef struct pe_place_map pe_place_map;

/* file: copied, nullable. */
pe_place_map *pe_place_map_new (const char *file); /* NULL when memory ran out */
void          pe_place_map_free (pe_place_map *self);
/* place->what, its cell and the numbers are copied; its file is the map's, or with a cell its own. PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_place_map_add (pe_place_map *self, const pe_place *place);
/* After the last add, before the first find. Linear; n log n where the paths were made to collide. */
pe_status       pe_place_map_seal (pe_place_map *self);
const pe_place *pe_place_map_find (const pe_place_map *self, const char *what);
