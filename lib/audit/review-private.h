/* review-private.h - a review under way
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/review.h>

#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/text-private.h"
#include "../model/budget-private.h"
#include "../model/dossier-private.h"
#include "../rules/review-check-private.h"
#include "../score/label-private.h"

typedef struct pe_reviewed_item
{
  pe_finding *finding;
  uint32_t    check;
  pe_severity severity;
} pe_reviewed_item;

struct pe_review
{
  gint             references; /* atomic */
  pe_review_result results[PE_REVIEW_N_CHECKS];
  pe_vector        items;     /* of pe_reviewed_item */
  uint64_t         counts[3]; /* by severity */
};

/* The first failure sticks; what follows it is of no account. */
typedef struct pe_reviewing
{
  pe_review           *review; /* under construction */
  pe_rulebook         *rulebook;
  pe_dossier          *dossier;
  const pe_evaluation *evaluation; /* nullable */
  pe_review_options    options;
  pe_limits            limits;
  int32_t             *node_of_row;       /* by row of the dossier: its node, or -1 */
  int32_t             *node_of_indicator; /* by indicator of the rulebook: its node, or -1 */
  size_t               check;             /* the one that is being made */
  pe_review_rule       rule;              /* what holds for it */
  pe_status            status;
} pe_reviewing;

/* A check looks at something: it is then not "not applicable". */
void pe_reviewing_examine (pe_reviewing *self);
/* Adds an item at a path of the dossier, which is freed; NULL: memory ran out. severity 0: the check's own. The variable
 * arguments are pairs of const char *name, const char *text, closed by NULL. */
void pe_reviewing_add (pe_reviewing *self, pe_severity severity, pe_status code, char *path,
                       ...) G_GNUC_NULL_TERMINATED;
/* Remembers a failure other than PE_OK; TRUE for PE_OK. */
gboolean pe_reviewing_try (pe_reviewing *self, pe_status status);

/* Texts for messages, owned (g_free). NULL when memory ran out. */
char *pe_reviewing_print_decimal (const pe_decimal *number);
char *pe_reviewing_print_number (const pe_rational *number);
char *pe_reviewing_print_figure (const pe_figure *figure, const char *text);
char *pe_reviewing_print_rate (const pe_reviewing *self, const pe_rational *rate);
/* A threshold in percent. */
char *pe_reviewing_print_percent (const pe_decimal *percent);
/* Paths, owned likewise. */
char *pe_reviewing_print_declared_path (size_t index, const char *member);
char *pe_reviewing_print_row_path (const pe_reviewing *self, size_t row, const char *member);
char *pe_reviewing_print_line_path (const pe_reviewing *self, size_t line, const char *member);

/* A figure's number in the base of its dimension (yuan; 1 for shares); FALSE without a value. out is initialised. */
gboolean pe_reviewing_get_base (pe_reviewing *self, const pe_figure *figure, pe_rational *out);
/* What counts as a row's target: the adjusted one where there is one. */
const pe_figure *pe_reviewing_get_target (const pe_row *row);
/* TRUE for a text that says something. */
gboolean pe_reviewing_is_told (const char *text);
/* The leaf of a code, and its index; NULL where there is none. */
const pe_indicator *pe_reviewing_find_leaf (const pe_reviewing *self, const char *code, size_t *index);
/* The node of an indicator, or NULL. */
const pe_scored_node *pe_reviewing_find_node (const pe_reviewing *self, size_t indicator);
const pe_scored_node *pe_reviewing_get_row_node (const pe_reviewing *self, size_t row);
/* TRUE for a leaf that is scored by the execution of the budget. */
gboolean pe_reviewing_is_execution (const pe_scored_node *node);

/* Adds a finding that there is already. */
void pe_reviewing_take (pe_reviewing *self, pe_severity severity, const pe_finding *finding);

typedef void pe_review_function (pe_reviewing *self);

/* review-scores.c: what was declared */
pe_review_function pe_review_score_range, pe_review_score_computed, pe_review_loss_explained, pe_review_reason_needed,
    pe_review_qualitative, pe_review_outruns, pe_review_total, pe_review_grade;
/* review-rows.c: the rows that the unit brought */
pe_review_function pe_review_marks, pe_review_marks_positive, pe_review_numeric, pe_review_over_achieved,
    pe_review_targets, pe_review_concentration;
/* Parts of two checks that look at rows as well. */
void pe_review_rows_explained (pe_reviewing *self);
void pe_review_rows_reason_needed (pe_reviewing *self);
void pe_review_rows_qualitative (pe_reviewing *self);
/* review-money.c: the budget and the procurement */
pe_review_function pe_review_unspent, pe_review_execution, pe_review_overspent, pe_review_funding, pe_review_itemised,
    pe_review_procurement, pe_review_sme;
/* review-text.c: the text of the report */
pe_review_function pe_review_narrative, pe_review_percentages, pe_review_counts;
/* review-assets.c */
pe_review_function pe_review_assets;
