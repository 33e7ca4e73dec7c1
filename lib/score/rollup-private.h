/* rollup-private.h - several units being taken together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/rollup.h>

#include "../base/finding-private.h"
#include "../model/dossier-private.h"
#include "evaluation-private.h"

typedef struct pe_rolled_unit
{
  pe_evaluation *evaluation; /* a reference */
  pe_figure      weight;     /* as it counted */
  pe_rational    amount;     /* the weight: in yuan, or points */
  pe_rational    share;      /* of all weights */
} pe_rolled_unit;

/* A node under "score first". */
typedef struct pe_rolled_node
{
  uint32_t    parent;
  uint32_t    depth;
  int32_t     indicator; /* -1 for the total */
  pe_rational full_marks;
  pe_rational mean; /* of the units' scores */
  pe_rational score;
} pe_rolled_node;

typedef struct pe_rolled_entry
{
  uint32_t    node;
  int32_t     unit;    /* -1: the rounding of the whole */
  uint32_t    of_unit; /* the entry in the unit's ledger */
  pe_rational amount;
} pe_rolled_entry;

struct pe_rollup
{
  gint           references; /* atomic */
  pe_rollup_mode mode;
  pe_weighting   weighting;
  char          *unit_name;
  char          *unit_code; /* nullable */
  pe_rulebook   *rulebook;  /* a reference */
  pe_vector      units;     /* of pe_rolled_unit */
  pe_rational    weights;   /* their sum */
  pe_evaluation *whole;     /* "totals first"; else NULL */
  pe_vector      nodes;     /* of pe_rolled_node, "score first": the total, then the indicators in their order */
  pe_vector      entries;   /* of pe_rolled_entry, ascending by node */
  int32_t        grade;
  pe_findings   *findings;
};

/* A roll-up under way. Faults are findings of the collector. */
typedef struct pe_rolling
{
  pe_rollup                  *rollup;
  const pe_rollup_options    *options; /* ours */
  const pe_rounding_contract *contract;
  pe_scorer                   scorer; /* of all evaluations */
  uint32_t                    bits;
  pe_collector                collector;
} pe_rolling;

/* Adds a finding about a unit at a path of its dossier. NULL path: memory ran out. Pairs as in pe_collector_add(). */
void pe_rolling_add (pe_rolling *self, pe_status code, size_t unit, const char *path, ...) G_GNUC_NULL_TERMINATED;
/* The same about what a buffer holds, which it clears. */
void pe_rolling_add_at (pe_rolling *self, pe_status code, size_t unit, pe_buffer *path, ...) G_GNUC_NULL_TERMINATED;
/* FALSE for what went wrong, which becomes a finding. */
gboolean pe_rolling_check (pe_rolling *self, pe_status status);
size_t   pe_rolling_get_n_units (const pe_rolling *self);
/* The dossier of a unit. */
const pe_dossier     *pe_rolling_peek_dossier (const pe_rolling *self, size_t unit);
const pe_rolled_unit *pe_rollup_peek_unit (const pe_rollup *self, size_t index);

/* The node of a unit's evaluation that a node of the roll-up stands for, under "score first". */
size_t pe_rollup_find_unit_node (const pe_rollup *self, size_t unit, size_t node);

/* "Score first": the nodes, the entries and the grade. */
void pe_rollup_weigh_scores (pe_rolling *self);
/* "Totals first": the dossier of the whole; NULL with a finding. */
pe_dossier *pe_rollup_merge (pe_rolling *self);

/* Merging. Where one unit's part stands. */
typedef struct pe_merge_site
{
  size_t      unit;
  const char *name; /* as a person calls it */
  const char *code; /* the indicator's, nullable */
  pe_buffer   path; /* in the unit's dossier */
} pe_merge_site;

/* What several figures come to. */
typedef enum
{
  PE_MERGE_SUM,
  PE_MERGE_MEAN
} pe_merge_kind;

/* Figures of units on their way to one. */
typedef struct pe_merging
{
  pe_rolling   *rolling;
  pe_merge_kind kind;
  gboolean      of_points; /* a mean is rounded as leaves are, not as rates */
  gboolean      has_word;  /* figures of PE_UNIT_OTHER are of one unit: all stand under one word for it */
  gboolean      has_value;
  gboolean      has_missing;
  pe_unit       unit;   /* of the first value */
  int32_t       places; /* the most that a value has in that unit */
  size_t        first;  /* the unit of the first value */
  const char   *text;   /* the text of all, borrowed */
  pe_decimal    truth;  /* the first value: the yes or no of all */
  pe_rational   total;
  pe_rational   shares; /* of the units with values */
} pe_merging;

void pe_merging_init (pe_merging *self, pe_rolling *rolling, pe_merge_kind kind, gboolean of_points);
void pe_merging_clear (pe_merging *self);
/* FALSE when it cannot be taken together with those before it. */
gboolean pe_merging_add (pe_merging *self, size_t unit, const pe_figure *figure, const char *text);
/* The figure, and its text where all have one in place of a number. FALSE with a finding. */
gboolean pe_merging_finish (pe_merging *self, const pe_merge_site *site, pe_figure *out, const char **text);
/* PE_ERROR_MERGE_CONFLICT of what does not go with those before it. */
void pe_merging_add_conflict (const pe_merging *self, pe_merge_site *site, const pe_figure *found, const char *text);
/* PE_ERROR_MERGE_CONFLICT at a site: what stands there, and what stands before it or would go. */
void pe_rolling_add_conflict (pe_rolling *self, pe_merge_site *site, const char *found, const char *expected);
void pe_rolling_add_figure_conflict (pe_rolling *self, pe_merge_site *site, const pe_figure *found,
                                     const pe_figure *expected);
/* Different texts one behind the other, "；" between; nothing for what is already there. */
void pe_merge_join (pe_buffer *out, const char *text);
/* The joined text, owned; NULL where there is none, and with a finding where memory ran out. */
char *pe_merge_steal (pe_rolling *self, pe_buffer *buffer);

/* Lines and rows of units as one tree. */
typedef struct pe_merge_member
{
  size_t      unit;
  size_t      index;    /* in the unit's table; G_MAXSIZE for a line that the unit does not have */
  size_t      above;    /* where the member above stands in the vector, or G_MAXSIZE */
  int32_t     category; /* members of one category below one line are one; 0: those of one name are */
  const char *name;
  uint32_t    depth;  /* set by pe_merge_tree() */
  size_t      first;  /* likewise: where the first member of the same number stands */
  uint32_t    merged; /* likewise: its number in the tree of the whole, from 1, above those below it */
} pe_merge_member;

/* Numbers the members, each of which stands behind the one above it. *order: their places by number, then by unit (g_free).
 * PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_merge_tree (pe_vector *members, size_t **order);

/* The parts of the dossier. What went wrong is with the findings of the roll-up, and there alone. */
void pe_merge_budget (pe_rolling *self, gboolean of_prior, pe_dossier_builder *builder);
void pe_merge_procurement (pe_rolling *self, gboolean of_prior, pe_dossier_builder *builder);
void pe_merge_facts (pe_rolling *self, pe_dossier_builder *builder);
void pe_merge_declared (pe_rolling *self, pe_dossier_builder *builder);
void pe_merge_adjustments (pe_rolling *self, pe_dossier_builder *builder);
void pe_merge_rows (pe_rolling *self, pe_dossier_builder *builder);

/* Whether the rule holds two figures of the unit against each other, so that bare ones can be added up. */
gboolean pe_merge_adds_bare (const pe_rule *rule);
/* The band of a rule that a score of full marks, a decimal, lies in; NULL for none, or for more than one. */
const pe_band *pe_merge_find_band (const pe_rule *rule, const pe_rational *full_marks, const pe_decimal *score);
