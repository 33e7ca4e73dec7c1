/* rulebook-object-private.h - a rulebook, finished or under construction
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/adjustment_rule.h>
#include <perfeval/review_check.h>
#include <perfeval/rulebook_case.h>

#include "../base/arena-private.h"
#include "name-index-private.h"
#include "record-private.h"
#include "rule-private.h"
#include "rulebook-private.h"

/* Everything that a rulebook says. Texts and references are owned. */
typedef struct pe_rulebook_content
{
  gboolean             has_head;
  gboolean             has_rounding;
  pe_rulebook_head     head;
  pe_rounding_contract rounding;
  pe_policy            policies[PE_STATE_INVALID + 1]; /* by state; 0 when not set */
  pe_vector            sources;                        /* of pe_source */
  pe_vector            assumptions;                    /* of pe_assumption */
  pe_vector            grades;                         /* of pe_grade */
  pe_vector            indicators;                     /* of pe_indicator; in a rulebook in preorder */
  pe_vector            over_achievements;              /* of pe_over_achievement; in a rulebook by indicator */
  pe_vector            caps;                           /* of pe_cap; in a rulebook by indicator */
  pe_vector            vetoes;                         /* of pe_veto */
  pe_vector            review;                         /* of pe_review_setting */
  pe_vector            measures;                       /* references to pe_rulebook_measure */
  gboolean             has_bonus;
  pe_bonus             bonus;
  pe_vector            cases;       /* of pe_rulebook_case */
  pe_vector            case_scores; /* of pe_case_score; in a rulebook by case */
} pe_rulebook_content;

struct pe_rulebook
{
  gint                   references; /* atomic */
  pe_rulebook_content    content;
  uint32_t              *positions; /* of each indicator among those beside it */
  pe_name_index          codes;
  uint32_t              *first_over;     /* by indicator, and one behind: its first over-achievement */
  uint32_t              *first_cap;      /* likewise */
  struct pe_expression **cap_conditions; /* by cap; NULL for a fact, and for a formula that is at fault */
  pe_name_index          vetoes;
  pe_name_index          grades;
  pe_arena               arena;       /* of the paths */
  size_t                *first_fact;  /* by indicator, and one behind: the first of its fact_paths */
  const char           **fact_paths;  /* of the facts that the rules read, in the order of a rule's names */
  pe_findings           *remarks;     /* atomic, nullable: what an evaluation says of the rulebook alone */
  struct pe_headings    *headings[2]; /* atomic, nullable; the second in Chinese */
  pe_place_map          *places;      /* nullable */
  uint8_t                digest[PE_DIGEST_SIZE];
};

struct pe_rulebook_builder
{
  pe_rulebook_content content;
  pe_place_map       *places; /* nullable */
  gboolean            lints;
  gboolean            has_dropped_cases;
};

/* A table of records with texts. */
typedef struct pe_rulebook_record_kind
{
  const char           *table;
  size_t                size;
  const pe_text_member *members;
  size_t                n_members;
  void (*hold) (void *record);    /* takes the references of a copied record; nullable */
  void (*release) (void *record); /* gives them back; nullable */
} pe_rulebook_record_kind;

extern const pe_rulebook_record_kind pe_head_kind;
extern const pe_rulebook_record_kind pe_source_kind;
extern const pe_rulebook_record_kind pe_assumption_kind;
extern const pe_rulebook_record_kind pe_grade_kind;
extern const pe_rulebook_record_kind pe_indicator_kind;
extern const pe_rulebook_record_kind pe_case_kind;
extern const pe_rulebook_record_kind pe_case_score_kind;

void pe_rulebook_content_init (pe_rulebook_content *self);
void pe_rulebook_content_clear (pe_rulebook_content *self);
/* out is as init leaves it; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_rulebook_content_copy (pe_rulebook_content *out, const pe_rulebook_content *self);
/* Frees the records from an index on. */
void pe_rulebook_cut_records (pe_vector *vector, const pe_rulebook_record_kind *kind, size_t size);

/* Checks one record of ours; index is for the place of an error. */
typedef pe_status pe_record_check (void *record, size_t index, pe_error **error);
/* Takes a caller's records over into a table of the builder, all of them or none. vector: nullable with self; record: room
 * for one. */
pe_status pe_rulebook_builder_add_records (pe_rulebook_builder *self, pe_vector *vector,
                                           const pe_rulebook_record_kind *kind, pe_record_check *check,
                                           const void *items, size_t n, void *record, pe_error **error);

/* Makes the paths of the facts that its rules read; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_rulebook_make_fact_paths (pe_rulebook *self);
/* A zeroed rulebook with one reference; NULL when memory ran out. */
pe_rulebook *pe_rulebook_new (void);
/* Puts the indicators into preorder, those below one group in the order of adding. A parent that is not an indicator
 * before it is a finding, and its indicator is then a top one. FALSE when memory ran out. */
gboolean pe_rulebook_order (pe_rulebook *self, pe_collector *collector);
/* Puts the scores that cases expect into the order of the cases; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_rulebook_order_cases (pe_rulebook *self);
/* Indexes the codes and makes the digest; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_rulebook_finish (pe_rulebook *self);
/* All checks of a rulebook that is in order. */
void pe_rulebook_check (const pe_rulebook *self, pe_collector *collector);
/* That part of them which is about cases. */
void pe_rulebook_check_cases (const pe_rulebook *self, pe_collector *collector);

static inline const pe_indicator *
pe_rulebook_at (const pe_rulebook *self, size_t index)
{
  return pe_vector_at (&self->content.indicators, const pe_indicator, index);
}
