/* rulebook-private.h - what the library knows about rulebooks beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/rulebook_case.h>

#include "name-index-private.h"
#include "../base/buffer-private.h"
#include "../model/place-map-private.h"

/* The next rulebook that is built owns the map, which is sealed. */
void pe_rulebook_builder_take_places (pe_rulebook_builder *self, pe_place_map *places);
/* Takes the cases out again: lint does not miss them then. */
void pe_rulebook_builder_drop_cases (pe_rulebook_builder *self);
/* Every rulebook that is built from now on is looked over by lint as well, also one that is refused. */
void            pe_rulebook_builder_set_lint (pe_rulebook_builder *self);
const pe_place *pe_rulebook_find_place (const pe_rulebook *self, const char *path);

const pe_rulebook_head     *pe_rulebook_peek_head (const pe_rulebook *self);
const pe_rounding_contract *pe_rulebook_peek_rounding (const pe_rulebook *self);
/* The codes of the indicators. */
const pe_name_index *pe_rulebook_peek_codes (const pe_rulebook *self);
/* In printed order (preorder), parent being the number (from 1) in that same order. */
const pe_indicator *pe_rulebook_peek_indicator (const pe_rulebook *self, size_t index);
const pe_grade     *pe_rulebook_peek_grade (const pe_rulebook *self, size_t index);
/* One that is there: an index past the end is a mistake of the caller's. */
const pe_rulebook_case *pe_rulebook_peek_case (const pe_rulebook *self, size_t index);
const pe_case_score    *pe_rulebook_peek_case_score (const pe_rulebook *self, size_t index);
/* The scores that a case expects stand together: the first one and how many. */
size_t pe_rulebook_find_case_scores (const pe_rulebook *self, size_t index, size_t *first);
/* "/cases/1/expect/scores/1.1": a case, a member of it, and below that a code (nullable); owned, NULL when memory ran
 * out. */
char *pe_rulebook_print_case_path (size_t index, const char *member, const char *code);
/* The rulebook's policy for a state, or 0 when it sets none. */
pe_policy pe_rulebook_get_policy (const pe_rulebook *self, pe_state state);
/* The over-achievements of an indicator, how many, and the index of the first among all. */
const pe_over_achievement *pe_rulebook_get_overs (const pe_rulebook *self, size_t indicator, size_t *n, size_t *first);
/* The one for rows of a sign, or for a leaf (0); NULL when there is none. */
const pe_over_achievement *pe_rulebook_find_over (const pe_rulebook *self, size_t indicator, pe_sign sign,
                                                  size_t *index);
const pe_cap              *pe_rulebook_get_caps (const pe_rulebook *self, size_t indicator, size_t *n, size_t *first);
/* The condition of a cap, by its index among all; NULL where it is a fact. */
const struct pe_expression *pe_rulebook_peek_cap_condition (const pe_rulebook *self, size_t index);
const pe_over_achievement  *pe_rulebook_peek_over (const pe_rulebook *self, size_t index);
const pe_cap               *pe_rulebook_peek_cap (const pe_rulebook *self, size_t index);
const pe_bonus             *pe_rulebook_peek_bonus (const pe_rulebook *self); /* NULL when there are no bonuses */
const pe_veto              *pe_rulebook_peek_veto (const pe_rulebook *self, size_t index);
/* NULL when there is none of this id. */
const pe_veto *pe_rulebook_find_veto (const pe_rulebook *self, const char *id);
/* The index of a grade, or -1. */
int32_t pe_rulebook_find_grade (const pe_rulebook *self, const char *id);
/* TRUE when an over-achievement or a cap of the leaf asks for a fact of this name. */
gboolean pe_rulebook_adjusts_by_fact (const pe_rulebook *self, size_t indicator, const char *name);
/* The paths in a dossier of the facts that the rule of an indicator reads, in the order of pe_rule_peek_fact_names(), and the
 * number of the first one among those of all indicators. They live as long as the rulebook. */
const char *const *pe_rulebook_peek_fact_paths (const pe_rulebook *self, size_t indicator, size_t *first);
size_t             pe_rulebook_get_n_facts (const pe_rulebook *self); /* of all indicators */
/* What an evaluation has to say of the rulebook alone, whatever the dossier: NULL until the first one has found it out and
 * keeps it, which takes the reference over and answers what is kept. Any thread. */
pe_findings *pe_rulebook_peek_remarks (const pe_rulebook *self);
pe_findings *pe_rulebook_keep_remarks (const pe_rulebook *self, pe_findings *remarks);

/* How the explanations of a rulebook's indicators begin, in one language: the same whatever the dossier. */
typedef struct pe_headings
{
  char   *text; /* of all indicators, one after the other; owned */
  size_t *ends; /* by indicator: where its own ends; owned */
} pe_headings;

void pe_headings_free (pe_headings *self); /* nullable */
/* NULL until the first explanation has made them and keeps them, which takes them over and answers what is kept. Any thread. */
const pe_headings *pe_rulebook_peek_headings (const pe_rulebook *self, pe_language language);
const pe_headings *pe_rulebook_keep_headings (const pe_rulebook *self, pe_language language, pe_headings *headings);

/* Adds the path of an indicator, e.g. "/indicators/0/indicators/2". */
void pe_rulebook_print_path (const pe_rulebook *self, size_t index, pe_buffer *out);
