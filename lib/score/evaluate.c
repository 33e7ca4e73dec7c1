/* evaluate.c - scoring a dossier by a rulebook: one walk down the printed table, and one back up
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scoring-private.h"

#include <string.h>

#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "adjust-private.h"

/* Findings */

/* What is not in the document has the place of what it should stand in: a missing figure is missing from its line. */
static gboolean
find_nearest_place (const pe_dossier *dossier, const char *path, pe_place *out)
{
  char           *up = pe_string_copy (path);
  char           *slash;
  const pe_place *found = NULL;

  if (up == NULL)
    return FALSE;
  found = pe_dossier_find_place (dossier, up);
  while (found == NULL && (slash = strrchr (up, '/')) != NULL)
    {
      *slash = '\0';
      found = pe_dossier_find_place (dossier, up);
    }
  g_free (up);
  if (found != NULL)
    *out = *found;
  out->what = path;
  return TRUE;
}

void
pe_scoring_add (pe_scoring *self, pe_status code, const char *path, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_place          place = PE_PLACE_WHAT (path);
  pe_finding_init   init = { code, &place, 1, parameters, 0 };
  va_list           pairs;

  if (path == NULL || !find_nearest_place (self->dossier, path, &place))
    {
      pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  va_start (pairs, path);
  init.n_parameters = pe_parameters_collect (parameters, pairs);
  va_end (pairs);
  pe_collector_add_init (&self->collector, &init);
}

/* Names the node that a calculation of this library could not be finished for. */
static void
add_fault (pe_scoring *self, pe_status status, uint32_t node)
{
  pe_buffer limit = PE_BUFFER_INIT;
  char     *text;

  pe_buffer_add_uint (&limit, self->bits);
  text = pe_buffer_steal (&limit);
  pe_scoring_add (self, text == NULL ? PE_ERROR_NO_MEMORY : status, "", "name",
                  pe_evaluation_get_code (self->evaluation, node), "limit", text, NULL);
  g_free (text);
}

gboolean
pe_scoring_check (pe_scoring *self, pe_status status, uint32_t node)
{
  if (status == PE_OK)
    return TRUE;
  if (status == PE_ERROR_NO_MEMORY)
    pe_scoring_add (self, status, NULL, NULL);
  else
    add_fault (self, status, node);
  return FALSE;
}

void
pe_scoring_round (pe_scoring *self, uint32_t node, int32_t places, pe_rounding rounding)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);

  if (rounding == 0)
    pe_rational_copy (&scored->score, &scored->unrounded);
  else
    pe_scoring_check (self, pe_rational_round (&scored->score, &scored->unrounded, places, rounding, self->bits), node);
}

/* Down: a node for each indicator, and the leaves' scores */

static gboolean
add_total (pe_scoring *self)
{
  uint32_t node;

  if (!pe_scoring_check (self, pe_evaluation_add_node (self->evaluation, PE_NODE_TOTAL, 0, -1, &node), 0))
    return FALSE;
  pe_rational_set_decimal (&pe_evaluation_peek_node (self->evaluation, node)->full_marks,
                           &pe_rulebook_peek_head (self->rulebook)->full_marks);
  pe_evaluation_peek_node (self->evaluation, node)->origin = PE_ORIGIN_SUM;
  return TRUE;
}

/* nodes: the node of each indicator before this one, by index; receives its own. */
static gboolean
add_indicator (pe_scoring *self, size_t index, uint32_t *nodes)
{
  const pe_indicator *indicator = pe_rulebook_peek_indicator (self->rulebook, index);
  const gboolean      is_leaf = indicator->rule != NULL;
  const uint32_t      parent = indicator->parent == 0 ? 0 : nodes[indicator->parent - 1];
  pe_status           status = pe_evaluation_add_node (
      self->evaluation, is_leaf ? PE_NODE_LEAF : PE_NODE_GROUP, parent, (int32_t) index, &nodes[index]);

  if (status == PE_OK && is_leaf)
    status = pe_evaluation_add_leaf (self->evaluation, nodes[index]);
  if (!pe_scoring_check (self, status, parent))
    return FALSE;
  pe_rational_set_decimal (
      &pe_evaluation_peek_node (self->evaluation, nodes[index])->full_marks, &indicator->full_marks);
  if (is_leaf && (self->wanted == NULL || self->wanted[index]))
    pe_leaf_score (self, nodes[index]);
  else if (!is_leaf)
    pe_evaluation_peek_node (self->evaluation, nodes[index])->origin = PE_ORIGIN_SUM;
  return self->collector.broken == PE_OK;
}

static void
walk_down (pe_scoring *self)
{
  const size_t n = pe_rulebook_get_n_indicators (self->rulebook);
  uint32_t    *nodes = g_try_new (uint32_t, MAX (n, 1));

  if (nodes == NULL)
    {
      pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  if (add_total (self))
    for (size_t i = 0; i < n && add_indicator (self, i, nodes); i++)
      ;
  g_free (nodes);
}

/* Up: sums, rescaling, rounding */

/* A group of rows is not rounded: its rows were. */
static void
finish_sum (pe_scoring *self, uint32_t index)
{
  const pe_scored_node       *node = pe_evaluation_peek_node (self->evaluation, index);
  const pe_rounding_contract *contract = self->contract;

  if (node->kind == PE_NODE_GROUP)
    {
      pe_scored_node *group = pe_evaluation_peek_node (self->evaluation, index);

      pe_rational_copy (&group->unrounded, &group->sum);
      pe_rational_copy (&group->unadjusted, &group->sum);
      if (node->row >= 0)
        pe_scoring_round (self, index, 0, 0);
      else
        pe_scoring_round (self, index, contract->subtotal_places, contract->subtotal_rounding);
    }
  else if (!pe_scoring_check (self, pe_rescale_node (self, index), index))
    return;
  else if (node->kind == PE_NODE_TOTAL)
    {
      pe_adjust_total (self);
      pe_scoring_round (self, index, contract->total_places, contract->total_rounding);
    }
  else
    {
      pe_adjust_leaf (self, index);
      pe_scoring_round (self, index, contract->leaf_places, contract->leaf_rounding);
    }
}

/* The marks that a node asks those above it to make up for: a slot has done so itself. */
static const pe_rational *
get_dropped (const pe_scored_node *node)
{
  if (node->origin == PE_ORIGIN_DROPPED)
    return &node->full_marks;
  return node->kind == PE_NODE_GROUP ? &node->dropped : NULL;
}

static void
add_to_parent (pe_scoring *self, uint32_t index)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, index);
  pe_scored_node       *parent = pe_evaluation_peek_node (self->evaluation, node->parent);
  const pe_rational    *dropped = get_dropped (node);

  parent->end = MAX (parent->end, node->end);
  pe_scoring_check (self, pe_rational_add (&parent->sum, &parent->sum, &node->score, self->bits), node->parent);
  if (dropped != NULL)
    pe_scoring_check (self, pe_rational_add (&parent->dropped, &parent->dropped, dropped, self->bits), node->parent);
}

/* In preorder every node stands before those below it: backwards, a sum is complete when its node is reached. */
static void
walk_up (pe_scoring *self)
{
  for (uint32_t i = (uint32_t) self->evaluation->nodes.size; i-- > 0;)
    {
      if (pe_evaluation_peek_node (self->evaluation, i)->origin == PE_ORIGIN_SUM)
        finish_sum (self, i);
      if (i > 0)
        add_to_parent (self, i);
    }
}

static void
compare_declared (pe_scoring *self)
{
  for (uint32_t i = 0; pe_dossier_get_n_declared_scores (self->dossier) > 0 && i < self->evaluation->nodes.size; i++)
    {
      const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, i);

      if (node->kind == PE_NODE_LEAF && node->origin != PE_ORIGIN_DECLARED)
        pe_leaf_compare_declared (self, i);
    }
}

/* The highest grade whose cut-off is not above the total. */
static int32_t
find_grade (const pe_scoring *self)
{
  const pe_scored_node *total = pe_evaluation_peek_node (self->evaluation, 0);
  const pe_rational    *points = self->contract->rank_on == PE_RANK_ON_EXACT ? &total->unrounded : &total->score;
  const size_t          n = pe_rulebook_get_n_grades (self->rulebook);
  int32_t               grade = -1;
  pe_rational           from;

  pe_rational_init (&from);
  for (size_t i = 0; i < n && grade < 0; i++)
    {
      pe_rational_set_decimal (&from, &pe_rulebook_peek_grade (self->rulebook, i)->from);
      if (pe_rational_compare (points, &from) >= 0)
        grade = (int32_t) i;
    }
  pe_rational_clear (&from);
  return grade;
}

/* What the rules of the leaves read, of which nothing is found yet. */
static void
name_facts (pe_scoring *self, const pe_fact **found, size_t n)
{
  for (size_t i = 0; i < n; i++)
    {
      const pe_rule *rule = pe_rulebook_peek_indicator (self->rulebook, i)->rule;
      size_t         first;

      self->facts[i] = (pe_leaf_facts) { .names = rule != NULL ? pe_rule_peek_fact_names (rule) : NULL };
      self->facts[i].paths = pe_rulebook_peek_fact_paths (self->rulebook, i, &first);
      self->facts[i].found = found + first;
    }
}

/* The facts that the leaves ask for stand behind those of each indicator. FALSE when memory ran out. */
static gboolean
make_facts (pe_scoring *self)
{
  const size_t    n = pe_rulebook_get_n_facts (self->rulebook);
  const size_t    n_indicators = pe_rulebook_get_n_indicators (self->rulebook);
  const pe_fact **found;

  self->facts = pe_arena_take (&self->evaluation->arena, n_indicators * sizeof *self->facts + n * sizeof *found);
  if (self->facts == NULL)
    {
      pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
      return FALSE;
    }
  found = (const pe_fact **) (self->facts + n_indicators);
  memset (found, 0, n * sizeof *found);
  name_facts (self, found, n_indicators);
  return TRUE;
}

static void
score (pe_scoring *self)
{
  if (!pe_scoring_check_head (self))
    return;
  if (!make_facts (self))
    return;
  pe_scoring_check_declared (self);
  pe_scoring_check_facts (self);
  pe_scoring_check_adjustments (self);
  walk_down (self);
  pe_scoring_check_budget (self);
  if (pe_collector_get_n_errors (&self->collector) > 0)
    return;
  walk_up (self);
  if (pe_collector_get_n_errors (&self->collector) > 0)
    return;
  compare_declared (self);
  self->evaluation->grade = self->evaluation->grade_of_points = find_grade (self);
  pe_adjust_grade (self);
  pe_scoring_check (self, pe_ledger_fill (&self->evaluation->ledger, self->bits), 0);
}

/* The call */

static pe_status
import_options (pe_evaluate_options *out, pe_limits *limits, const pe_evaluate_options *options, pe_error **error)
{
  pe_status status = PE_OK;

  pe_evaluate_options_init (out, sizeof *out);
  if (options != NULL)
    status = pe_struct_import (out, sizeof *out, options, sizeof (pe_evaluate_options), "options", error);
  if (status != PE_OK)
    return status;
  if (out->scorer < PE_SCORER_SELF || out->scorer > PE_SCORER_EXTERNAL)
    return pe_error_set_argument (error, "options.scorer", "a value of pe_scorer");
  return pe_limits_import (limits, out->limits, error);
}

static pe_status
check_arguments (pe_evaluation **out, const pe_rulebook *rulebook, const pe_dossier *dossier, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (rulebook == NULL)
    return pe_error_set_argument (error, "rulebook", "a pe_rulebook");
  if (dossier == NULL)
    return pe_error_set_argument (error, "dossier", "a pe_dossier");
  return PE_OK;
}

/* An argument that cannot be used is a finding as well: the list is there on every failure. */
static pe_status
refuse (pe_error *reason, pe_findings **findings, pe_error **error)
{
  pe_collector collector;

  pe_collector_init (&collector, NULL);
  pe_collector_take_error (&collector, reason, NULL);
  return pe_collector_finish (&collector, findings, error);
}

static void
scoring_init (pe_scoring *self, pe_evaluation *evaluation, const pe_evaluate_options *options, const pe_limits *limits)
{
  *self = (pe_scoring) {
    .evaluation = evaluation,
    .rulebook = evaluation->rulebook,
    .dossier = evaluation->dossier,
    .contract = pe_rulebook_peek_rounding (evaluation->rulebook),
    .calendar = options->calendar,
    .scorer = options->scorer,
    .bits = limits->number_bits,
    .has_overs = pe_rulebook_get_n_over_achievements (evaluation->rulebook) > 0,
    .has_caps = pe_rulebook_get_n_caps (evaluation->rulebook) > 0,
  };
  pe_collector_init (&self->collector, limits);
}

pe_status
pe_evaluate_leaves (pe_evaluation **out, pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluate_options *options,
                    const guchar *wanted, pe_formula_steps *steps, pe_findings **findings, pe_error **error)
{
  pe_evaluate_options imported;
  pe_limits           limits;
  pe_error           *reason = NULL;
  pe_evaluation      *evaluation = NULL;
  pe_findings        *list = NULL;
  pe_formula_steps    own;
  pe_scoring          scoring;
  pe_status           status = check_arguments (out, rulebook, dossier, &reason);

  if (status == PE_OK)
    status = import_options (&imported, &limits, options, &reason);
  if (status == PE_OK && (evaluation = pe_evaluation_new (rulebook, dossier)) == NULL)
    status = pe_error_set_no_memory (&reason);
  if (status != PE_OK)
    return refuse (reason, findings, error);

  /* static: analyzer-null-dereference: without memory the status is not PE_OK */
  evaluation->scorer = imported.scorer;
  scoring_init (&scoring, evaluation, &imported, &limits);
  pe_formula_steps_init (&own, limits.formula_steps);
  scoring.wanted = wanted;
  scoring.steps = steps != NULL ? steps : &own;
  score (&scoring);
  status = pe_collector_finish (&scoring.collector, &list, error);
  if (findings != NULL)
    *findings = pe_findings_ref (list);
  evaluation->findings = list;
  if (status != PE_OK)
    {
      pe_evaluation_unref (evaluation);
      return status;
    }
  pe_evaluation_settle (evaluation);
  *out = evaluation;
  return status;
}

pe_status
pe_evaluate (pe_evaluation **out, pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluate_options *options,
             pe_findings **findings, pe_error **error)
{
  return pe_evaluate_leaves (out, rulebook, dossier, options, NULL, NULL, findings, error);
}
