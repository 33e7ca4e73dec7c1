/* rulebook-private.h - what the library knows about rulebooks beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/rulebook.h>

#include "../base/buffer-private.h"
#include "../model/place-map-private.h"

/* The next rulebook that is built owns the map, which is sealed. */
void            pe_rulebook_builder_take_places (pe_rulebook_builder *self, pe_place_map *places);
const pe_place *pe_rulebook_find_place (const pe_rulebook *self, const char *path);

const pe_rulebook_head     *pe_rulebook_peek_head (const pe_rulebook *self);
const pe_rounding_contract *pe_rulebook_peek_rounding (const pe_rulebook *self);
/* In printed order (preorder), parent being the number (from 1) in that same order. */
const pe_indicator *pe_rulebook_peek_indicator (const pe_rulebook *self, size_t index);
const pe_grade     *pe_rulebook_peek_grade (const pe_rulebook *self, size_t index);
/* The rulebook's policy for a state, or 0 when it sets none. */
pe_policy pe_rulebook_get_policy (const pe_rulebook *self, pe_state state);
/* Adds the path of an indicator, e.g. "/indicators/0/indicators/2". */
void pe_rulebook_print_path (const pe_rulebook *self, size_t index, pe_buffer *out);
