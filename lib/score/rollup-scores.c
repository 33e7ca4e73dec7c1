/* rollup-scores.c - "score first, then weight": the mean of the units' scores at every node, and their ledgers as one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include "../base/struct-private.h"
#include "../rules/record-private.h"

/* Nodes */

static pe_rolled_node *
peek_node (const pe_rollup *self, size_t index)
{
  return pe_vector_at (&self->nodes, pe_rolled_node, index);
}

/* The node of an indicator (-1: the total) in an evaluation: nodes ascend by indicator, a slot before its rows. */
static size_t
find_node (const pe_evaluation *evaluation, int32_t indicator)
{
  size_t low = 0, high = evaluation->nodes.size;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (pe_evaluation_peek_node (evaluation, middle)->indicator < indicator)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

size_t
pe_rollup_find_unit_node (const pe_rollup *self, size_t unit, size_t node)
{
  return find_node (pe_rollup_peek_unit (self, unit)->evaluation, peek_node (self, node)->indicator);
}

/* sum (share × score) */
static void
compute_mean (pe_rolling *self, size_t index)
{
  pe_rolled_node *node = peek_node (self->rollup, index);
  pe_rational     part;

  pe_rational_init (&part);
  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    {
      const pe_rolled_unit *unit = pe_rollup_peek_unit (self->rollup, i);
      const pe_scored_node *scored
          = pe_evaluation_peek_node (unit->evaluation, find_node (unit->evaluation, node->indicator));

      if (!pe_rolling_check (self, pe_rational_multiply (&part, &unit->share, &scored->score, self->bits))
          || !pe_rolling_check (self, pe_rational_add (&node->mean, &node->mean, &part, self->bits)))
        break;
    }
  pe_rational_copy (&node->score, &node->mean);
  pe_rational_clear (&part);
}

static void
round_total (pe_rolling *self)
{
  pe_rolled_node *total = peek_node (self->rollup, 0);

  if (self->contract->total_rounding != 0)
    pe_rolling_check (self, pe_rational_round (&total->score, &total->mean, self->contract->total_places,
                                               self->contract->total_rounding, self->bits));
}

static gboolean
add_nodes (pe_rolling *self)
{
  const pe_evaluation *first = pe_rollup_peek_unit (self->rollup, 0)->evaluation;
  const size_t         n = pe_rulebook_get_n_indicators (self->rollup->rulebook) + 1;
  void                *place;

  if (!pe_rolling_check (self, pe_vector_grow (&self->rollup->nodes, n, &place)))
    return FALSE;
  for (size_t i = 0; i < n; i++)
    {
      const int32_t         indicator = (int32_t) i - 1;
      const pe_scored_node *scored = pe_evaluation_peek_node (first, find_node (first, indicator));
      pe_rolled_node       *node = peek_node (self->rollup, i);

      node->indicator = indicator;
      node->depth = scored->depth;
      node->parent = i == 0 ? 0 : (uint32_t) (pe_evaluation_peek_node (first, scored->parent)->indicator + 1);
      pe_rational_init (&node->full_marks);
      pe_rational_init (&node->mean);
      pe_rational_init (&node->score);
      pe_rational_copy (&node->full_marks, &scored->full_marks);
    }
  for (size_t i = 0; i < n && pe_collector_get_n_errors (&self->collector) == 0; i++)
    compute_mean (self, i);
  round_total (self);
  return pe_collector_get_n_errors (&self->collector) == 0;
}

/* Entries */

/* Takes an amount over. */
static gboolean
push_entry (pe_rolling *self, uint32_t node, int32_t unit, size_t of_unit, pe_rational *amount)
{
  pe_rolled_entry entry = { node, unit, (uint32_t) of_unit, *amount };

  if (pe_rational_sign (amount) == 0)
    {
      pe_rational_clear (amount);
      return TRUE;
    }
  if (pe_rolling_check (self, pe_vector_push (&self->rollup->entries, &entry)))
    return TRUE;
  pe_rational_clear (amount);
  return FALSE;
}

static gboolean
add_entry (pe_rolling *self, uint32_t node, size_t index, size_t of_unit)
{
  const pe_rolled_unit  *unit = pe_rollup_peek_unit (self->rollup, index);
  const pe_scored_entry *entry = pe_vector_at (&unit->evaluation->ledger.entries, const pe_scored_entry, of_unit);
  pe_rational            amount;

  pe_rational_init (&amount);
  if (!pe_rolling_check (self, pe_rational_multiply (&amount, &unit->share, &entry->amount, self->bits)))
    {
      pe_rational_clear (&amount);
      return FALSE;
    }
  return push_entry (self, node, (int32_t) index, of_unit, &amount);
}

/* The entries of a unit that stand on a node, or on the rows below it, from its cursor on: ledgers ascend by node. */
static gboolean
add_entries_of (pe_rolling *self, uint32_t node, size_t unit, size_t *cursor)
{
  const pe_evaluation *evaluation = pe_rollup_peek_unit (self->rollup, unit)->evaluation;
  const pe_vector     *entries = &evaluation->ledger.entries;
  const int32_t        indicator = peek_node (self->rollup, node)->indicator;

  for (; *cursor < entries->size; ++*cursor)
    {
      const pe_scored_entry *entry = pe_vector_at (entries, const pe_scored_entry, *cursor);

      if (pe_evaluation_peek_node (evaluation, entry->node)->indicator != indicator)
        return TRUE;
      if (!add_entry (self, node, unit, *cursor))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_rounding (pe_rolling *self)
{
  const pe_rolled_node *total = peek_node (self->rollup, 0);
  pe_rational           amount;

  pe_rational_init (&amount);
  if (pe_rolling_check (self, pe_rational_subtract (&amount, &total->score, &total->mean, self->bits)))
    return push_entry (self, 0, -1, 0, &amount);
  pe_rational_clear (&amount);
  return FALSE;
}

static void
add_entries (pe_rolling *self)
{
  const size_t n = pe_rolling_get_n_units (self);
  size_t      *cursors = g_try_new0 (size_t, n);
  gboolean     going = pe_rolling_check (self, cursors != NULL ? PE_OK : PE_ERROR_NO_MEMORY);

  for (uint32_t node = 0; going && node < self->rollup->nodes.size; node++)
    {
      for (size_t unit = 0; going && unit < n; unit++)
        going = add_entries_of (self, node, unit, &cursors[unit]);
      if (going && node == 0)
        going = add_rounding (self);
    }
  g_free (cursors);
}

/* Grade */

/* What an event took from one unit's grade is no reason to take it from the whole's: it is named. */
static void
report_events (pe_rolling *self)
{
  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    {
      const pe_evaluation *evaluation = pe_rollup_peek_unit (self->rollup, i)->evaluation;
      pe_buffer            path = PE_BUFFER_INIT;

      if (evaluation->grade_event < 0)
        continue;
      pe_buffer_add_string (&path, "/events/");
      pe_buffer_add_uint (&path, (uint64_t) evaluation->grade_event);
      pe_rolling_add_at (self, PE_NOTE_NOT_MERGED, i, &path, "name",
                         pe_dossier_peek_event (evaluation->dossier, (size_t) evaluation->grade_event)->veto, NULL);
    }
}

static void
find_grade (pe_rolling *self)
{
  const pe_rulebook    *rulebook = self->rollup->rulebook;
  const pe_rolled_node *total = peek_node (self->rollup, 0);
  const pe_rational    *points = self->contract->rank_on == PE_RANK_ON_EXACT ? &total->mean : &total->score;
  pe_rational           from;

  pe_rational_init (&from);
  for (size_t i = 0; i < pe_rulebook_get_n_grades (rulebook) && self->rollup->grade < 0; i++)
    {
      pe_rational_set_decimal (&from, &pe_rulebook_peek_grade (rulebook, i)->from);
      if (pe_rational_compare (points, &from) >= 0)
        self->rollup->grade = (int32_t) i;
    }
  pe_rational_clear (&from);
}

void
pe_rollup_weigh_scores (pe_rolling *self)
{
  if (!add_nodes (self))
    return;
  add_entries (self);
  find_grade (self);
  report_events (self);
}

/* Reading */

static pe_status
check_index (const void *out, const pe_rollup *self, size_t index, size_t n, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  return index < n ? PE_OK : pe_index_set_not_found (error, index, n);
}

size_t
pe_rollup_get_n_nodes (const pe_rollup *self)
{
  if (self == NULL)
    return 0;
  return self->whole != NULL ? pe_evaluation_get_n_nodes (self->whole) : self->nodes.size;
}

static const char *
get_name (const pe_indicator *indicator, pe_language language)
{
  if (indicator == NULL)
    return language == PE_LANGUAGE_ZH ? "总分" : "Total";
  return language == PE_LANGUAGE_ZH || indicator->name_en == NULL ? indicator->name_zh : indicator->name_en;
}

static const pe_indicator *
peek_indicator (const pe_rollup *self, size_t node)
{
  const int32_t index = peek_node (self, node)->indicator;

  return index < 0 ? NULL : pe_rulebook_peek_indicator (self->rulebook, (size_t) index);
}

static pe_node_kind
get_kind (const pe_indicator *indicator)
{
  return indicator == NULL ? PE_NODE_TOTAL : indicator->rule != NULL ? PE_NODE_LEAF : PE_NODE_GROUP;
}

pe_status
pe_rollup_get_node (pe_node *out, const pe_rollup *self, size_t index, pe_error **error)
{
  const pe_indicator *indicator;
  pe_status           status;
  pe_node             ours;

  if (self != NULL && self->whole != NULL)
    return pe_evaluation_get_node (out, self->whole, index, error);
  status = check_index (out, self, index, pe_rollup_get_n_nodes (self), error);
  if (status != PE_OK)
    return status;
  indicator = peek_indicator (self, index);
  ours = (pe_node) {
    .kind = get_kind (indicator),
    .origin = PE_ORIGIN_WEIGHTED,
    .state = PE_STATE_VALUE,
    .parent = peek_node (self, index)->parent,
    .depth = peek_node (self, index)->depth,
    .indicator = peek_node (self, index)->indicator,
    .row = -1,
    .code = indicator == NULL ? "" : indicator->code,
    .name_zh = get_name (indicator, PE_LANGUAGE_ZH),
    .name_en = get_name (indicator, PE_LANGUAGE_EN),
  };
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

pe_status
pe_rollup_compute_points (pe_ratio **out, const pe_rollup *self, size_t node, pe_points points, pe_error **error)
{
  const pe_rolled_node *rolled;
  pe_rational           lost;
  pe_status             status;

  if (self != NULL && self->whole != NULL)
    return pe_evaluation_compute_points (out, self->whole, node, points, error);
  status = check_index (out, self, node, pe_rollup_get_n_nodes (self), error);
  if (status == PE_OK && (points < PE_POINTS_FULL_MARKS || points > PE_POINTS_UNADJUSTED))
    status = pe_error_set_argument (error, "points", "a value of pe_points");
  if (status != PE_OK)
    return status;
  rolled = peek_node (self, node);
  if (points != PE_POINTS_LOST)
    return pe_ratio_new_rational (
        out,
        points == PE_POINTS_FULL_MARKS ? &rolled->full_marks
        : points == PE_POINTS_SCORE    ? &rolled->score
                                       : &rolled->mean,
        error);
  pe_rational_init (&lost);
  (void) pe_rational_subtract (&lost, &rolled->full_marks, &rolled->score, PE_BITS_UNBOUNDED);
  status = pe_ratio_new_rational (out, &lost, error);
  pe_rational_clear (&lost);
  return status;
}

size_t
pe_rollup_get_n_entries (const pe_rollup *self)
{
  if (self == NULL)
    return 0;
  return self->whole != NULL ? self->whole->ledger.entries.size : self->entries.size;
}

/* What the ledger of a unit, or of the whole, says of an entry. */
static void
fill_from_ledger (pe_rollup_entry *out, const pe_evaluation *evaluation, size_t index)
{
  pe_ledger_entry entry;

  pe_ledger_entry_init (&entry, sizeof entry);
  (void) pe_ledger_get_entry (&entry, &evaluation->ledger, index, NULL);
  out->kind = entry.kind;
  out->cause = entry.cause;
  out->of_unit = (uint32_t) index;
  out->node = entry.node;
  out->is_exact = entry.is_exact;
  out->amount = entry.amount;
}

/* The decimal with the most places that fits, cut toward zero. */
static void
set_amount (pe_rollup_entry *out, const pe_rational *amount)
{
  out->is_exact = pe_rational_is_decimal (&out->amount, amount);
  if (out->is_exact)
    return;
  for (int32_t places = PE_DECIMAL_MAX_SCALE; places >= 0; places--)
    if (pe_rational_to_decimal (&out->amount, amount, places, PE_ROUND_DOWN) == PE_OK)
      return;
}

pe_status
pe_rollup_get_entry (pe_rollup_entry *out, const pe_rollup *self, size_t index, pe_error **error)
{
  pe_rollup_entry        ours = { .unit = -1, .kind = PE_ENTRY_ROUNDING };
  const pe_rolled_entry *entry;
  pe_status              status = check_index (out, self, index, pe_rollup_get_n_entries (self), error);

  if (status != PE_OK)
    return status;
  if (self->whole != NULL)
    fill_from_ledger (&ours, self->whole, index);
  else
    {
      entry = pe_vector_at (&self->entries, const pe_rolled_entry, index);
      if (entry->unit >= 0)
        fill_from_ledger (&ours, pe_rollup_peek_unit (self, (size_t) entry->unit)->evaluation, entry->of_unit);
      ours.node = entry->node;
      ours.unit = entry->unit;
      set_amount (&ours, &entry->amount);
    }
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

pe_status
pe_rollup_compute_amount (pe_ratio **out, const pe_rollup *self, size_t index, pe_error **error)
{
  pe_status status = check_index (out, self, index, pe_rollup_get_n_entries (self), error);

  if (status != PE_OK)
    return status;
  if (self->whole != NULL)
    return pe_ledger_compute_amount (out, &self->whole->ledger, index, error);
  return pe_ratio_new_rational (out, &pe_vector_at (&self->entries, const pe_rolled_entry, index)->amount, error);
}
