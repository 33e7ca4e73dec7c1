/* dossier-private.h - what the library knows about dossiers beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/dossier.h>

#include <glib.h>

#include "../base/buffer-private.h"
#include "place-map-private.h"

/* The next dossier that is built owns the map, which is sealed. */
void pe_dossier_builder_take_places (pe_dossier_builder *self, pe_place_map *places);

const pe_dossier_head       *pe_dossier_peek_head (const pe_dossier *self);
const pe_fact               *pe_dossier_peek_fact (const pe_dossier *self, size_t index);
const pe_row                *pe_dossier_peek_row (const pe_dossier *self, size_t index);
const pe_declared_score     *pe_dossier_peek_declared_score (const pe_dossier *self, size_t index);
const pe_procurement_record *pe_procurement_peek_record (const pe_procurement *self, size_t index);

const pe_procurement_summary *pe_procurement_peek_summary (const pe_procurement *self);

/* By binary search; NULL when there is none. */
const pe_fact           *pe_dossier_find_fact (const pe_dossier *self, const char *indicator, const char *name);
const pe_declared_score *pe_dossier_find_declared_score (const pe_dossier *self, const char *indicator,
                                                         pe_scorer scorer, size_t *index);
const pe_adjustment     *pe_dossier_peek_adjustment (const pe_dossier *self, size_t index);
const pe_event          *pe_dossier_peek_event (const pe_dossier *self, size_t index);
const pe_narrative      *pe_dossier_peek_narrative (const pe_dossier *self, size_t index);
/* The adjustments of an indicator (NULL: the bonuses): how many, and the first place for pe_dossier_get_ordered(). */
size_t pe_dossier_find_adjustments (const pe_dossier *self, const char *indicator, size_t *first);
/* The index of the adjustment at a place of that order. */
size_t pe_dossier_get_ordered (const pe_dossier *self, size_t place);
/* The rows of a slot stand together: the first one and how many (0 when none). */
size_t pe_dossier_find_rows (const pe_dossier *self, const char *slot, size_t *first);

/* Paths: "/facts/2.1.2/violations"; "/rows/1.1.1/0/rows/1" (index over all rows), or "/rows/1.1.1/.../" and the row's
 * index in its slot below PE_PATH_DEPTH rows. Codes need no escapes. */
#define PE_PATH_ROOM 160 /* the bytes of nearly any path */
void pe_dossier_print_fact_path (const char *indicator, const char *name, pe_buffer *out);
void pe_dossier_print_row_path (const pe_dossier *self, size_t index, pe_buffer *out);
