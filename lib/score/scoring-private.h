/* scoring-private.h - an evaluation under way
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/finding-private.h"
#include "../model/dossier-private.h"
#include "evaluation-private.h"

/* The facts of a leaf, in the order of their names, and those that its rule reads. */
typedef struct pe_leaf_facts
{
  const pe_fact       *first;
  size_t               n;
  const pe_name_index *names; /* the rule's */
  const pe_fact      **found; /* by name: NULL where it is not there */
  const char *const   *paths; /* by name */
} pe_leaf_facts;

/* What went wrong is a finding of severity error, and the walk goes on: all errors are reported at once. A node whose
 * score could not be had keeps 0, which nobody sees, since the evaluation then fails. */
typedef struct pe_scoring
{
  pe_evaluation              *evaluation; /* under construction */
  const pe_rulebook          *rulebook;
  const pe_dossier           *dossier;
  const pe_rounding_contract *contract;
  const pe_calendar          *calendar; /* nullable */
  pe_scorer                   scorer;
  uint32_t                    bits;
  pe_formula_steps           *steps;          /* of the formulas */
  pe_leaf_facts              *facts;          /* of each indicator; none for those that are no leaves */
  const guchar               *wanted;         /* nullable: all; as pe_evaluate_leaves() has it */
  gboolean                    has_overs;      /* the rulebook speaks of over-achievement */
  gboolean                    has_caps;       /* and of caps */
  gboolean                    is_above_named; /* the whole budget's execution was named as above the budget */
  pe_collector                collector;
} pe_scoring;

/* Adds a finding at a path of the dossier, with the place in its file where that is known. A NULL path: memory ran
 * out. The variable arguments are pairs of const char *name, const char *text, closed by NULL. */
void pe_scoring_add (pe_scoring *self, pe_status code, const char *path, ...) G_GNUC_NULL_TERMINATED;
/* TRUE for PE_OK; else what a calculation for a node answered becomes a finding. */
gboolean pe_scoring_check (pe_scoring *self, pe_status status, uint32_t node);
/* Rounds a node's unrounded points to its score; a rounding of 0 does not. */
void pe_scoring_round (pe_scoring *self, uint32_t node, int32_t places, pe_rounding rounding);

/* TRUE for a fault that no policy can excuse. */
gboolean pe_leaf_is_mistake (pe_status fault);
/* The share of the points that over-achievement costs, PE_OVER_REDUCE: min (cap, per × (reached - from)). */
pe_status pe_over_reduce (pe_rational *out, const pe_over_achievement *over, const pe_rational *reached, uint32_t bits);
/* PE_STATE_VALUE for a yes or a no; else what the condition of a cap is, and the error that that is. */
pe_state pe_adjust_find_fault (const pe_figure *figure, pe_status *fault);

/* Scores a leaf, and adds the nodes of its slot's rows behind it. */
void pe_leaf_score (pe_scoring *self, uint32_t node);
/* Takes a rule's outcome for a node: points, or what the policy says. slot_rule is nullable: the rule of the slot that
 * a row belongs to. */
void pe_leaf_take_outcome (pe_scoring *self, uint32_t node, const pe_rule *slot_rule);
/* The policy for an outcome without a value: the rule's, else the slot's (nullable), else the rulebook's, else
 * PE_POLICY_ERROR. */
pe_policy pe_leaf_find_policy (const pe_scoring *self, const pe_rule *rule, const pe_rule *slot_rule,
                               const pe_outcome *outcome);
/* Gives a leaf the points that a policy other than PE_POLICY_ERROR says. */
void pe_leaf_apply_policy (pe_scoring *self, uint32_t node, pe_policy policy, pe_state state);
/* Applies a rule; FALSE when there is no outcome, which is then a finding. */
gboolean pe_leaf_apply_rule (pe_scoring *self, uint32_t node, const pe_rule *rule, const pe_rational *full_marks,
                             const pe_fact_source *source, pe_outcome *out);
/* Says why a rule or a formula could not be evaluated. error: nullable, taken over. */
void pe_leaf_report_failure (pe_scoring *self, uint32_t node, pe_status status, pe_error *error);
/* Says that an outcome without a value was decided by a policy, or is an error. row: the row of a slot that it is of,
 * or -1. */
void pe_leaf_report_policy (pe_scoring *self, uint32_t node, int32_t row, const pe_rule *rule,
                            const pe_outcome *outcome);
void pe_leaf_report_fault (pe_scoring *self, uint32_t node, int32_t row, const pe_rule *rule, const pe_rule *slot_rule,
                           const pe_rational *full_marks, const pe_outcome *outcome);
/* Adds the warning that a rule gave beside its points, if any, about the first figure of an outcome. */
void pe_leaf_report_notice (pe_scoring *self, uint32_t node, int32_t row, const pe_rule *rule, pe_outcome *outcome);
/* Compares what was declared for a leaf with its score, when that was not declared. */
void pe_leaf_compare_declared (pe_scoring *self, uint32_t node);

/* Where a leaf finds its figures. place: borrowed. */
typedef struct pe_leaf_place
{
  const char          *code;
  const pe_leaf_facts *facts;
} pe_leaf_place;

pe_leaf_place  pe_leaf_find_place (const pe_scoring *self, uint32_t node);
pe_fact_source pe_leaf_make_source (const pe_scoring *self, const pe_leaf_place *place);

void pe_slot_score (pe_scoring *self, uint32_t node);

/* S x W / (W - dropped): PE_OK, PE_ERROR_NOTHING_APPLICABLE when nothing is left, PE_ERROR_LIMIT. */
pe_status pe_rescale (pe_rational *out, const pe_rational *sum, const pe_rational *whole, const pe_rational *dropped,
                      uint32_t bits);
/* Makes a node's unrounded points of its sum and of what was left out below it. */
pe_status pe_rescale_node (pe_scoring *self, uint32_t node);

/* What pe_evaluate() does, for some of the leaves alone: the others need no figures, have no points, and leave the sums
 * above them too small. wanted: nullable; 1 or 0 for each indicator, and heeded for leaves. steps: nullable; those that
 * several evaluations share. */
pe_status pe_evaluate_leaves (pe_evaluation **out, pe_rulebook *rulebook, pe_dossier *dossier,
                              const pe_evaluate_options *options, const guchar *wanted, pe_formula_steps *steps,
                              pe_findings **findings, pe_error **error);

/* TRUE when the dossier is one that the rulebook is for. */
gboolean pe_scoring_check_head (pe_scoring *self);
/* Declared scores: out of range, or at a code that is no leaf. */
void pe_scoring_check_declared (pe_scoring *self);
/* Finds the facts of each leaf, and names facts and rows that no rule uses. */
void pe_scoring_check_facts (pe_scoring *self);
/* Says that more was executed than budgeted, and at which rate. path: of the amount executed. */
void pe_scoring_add_above (pe_scoring *self, const char *path, const pe_figure *executed, const pe_figure *budget,
                           const pe_rational *rate);
/* More executed than budgeted; amounts that are not itemised. */
void pe_scoring_check_budget (pe_scoring *self);
